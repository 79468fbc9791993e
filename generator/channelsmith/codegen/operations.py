"""The `Operation` literal of an endpoint module: the arguments of the runtime's class, as finished strings."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations, union
from channelsmith.codegen.render import Data, literal
from channelsmith.ir.media_family import MediaFamily, classify_media, is_json, sort_media


def success_responses(operation: ir.Operation) -> tuple[ir.Response, ...]:
    """Return the 2xx responses, or `default` where there are none."""
    successes = tuple(each for each in operation.responses if each.status.startswith("2"))
    return successes or tuple(each for each in operation.responses if each.status == "default")


def return_annotation(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the result of a call."""
    responses = success_responses(operation)
    return union(member for each in responses for member in response_reader(each.media, annotations)[1]) or "None"


def item_annotation(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the items of a paginated list."""
    media = (media for response in success_responses(operation) for media in response.media)
    type_: ir.Type | None = next((each.type for each in media if each.type is not None), None)
    for name in operation.pagination.items.split("/")[1:] if operation.pagination is not None else ():
        type_ = property_type(type_, name, annotations)
    return annotations.of_value(type_.items) if isinstance(type_, ir.Array) else "Any"


def property_type(type_: ir.Type | None, name: str, annotations: Annotations) -> ir.Type | None:
    """Return the type of a property of an object, without null."""
    schema = annotations.schemas.get(type_.pointer) if isinstance(type_, ir.Ref) else None
    if not isinstance(schema, ir.ObjectSchema):
        return None
    property_ = next((each.type for each in schema.properties if each.name == name), None)
    members = property_.members if isinstance(property_, ir.Union) else (property_,)
    return next((each for each in members if each != ir.NULL), None)


def operation_arguments(operation: ir.Operation, annotations: Annotations) -> tuple[tuple[str, str], ...]:
    """Return name and value of every argument that differs from its default."""
    body, envelope, pagination = operation.body, operation.envelope, operation.pagination
    values = {
        "id": literal(operation.id or f"{operation.method} {operation.path}"),
        "method": literal(operation.method),
        "path": literal(operation.path.partition("#")[0]),  # a fragment distinguishes operations and is never sent
        "parameters": _tuple(_parameter(each, operation, annotations) for each in operation.parameters),
        "bodies": _tuple(body_encoder(each, annotations) for each in body.media) if body is not None else "",
        "responses": _responses(operation, annotations),
        "security": literal(operation.security) if operation.security is not None else "",
        "server": literal(operation.server) if operation.server else "",
        "envelope": constructor("Envelope", asdict(envelope)) if envelope is not None else "",
        **policy_arguments(operation),
        "idempotency_key": literal(operation.idempotency_key) if operation.idempotency_key else "",
        "pagination": constructor("Pagination", asdict(pagination)) if pagination is not None else "",
    }
    return tuple((name, value) for name, value in values.items() if value)


def policy_arguments(declaring: ir.Operation | ir.Api) -> dict[str, str]:
    """Return the limits and retries declared for an operation or for the whole API."""
    policies = {
        "rate_limit": ("RateLimit", declaring.rate_limit),
        "concurrency": ("Concurrency", declaring.concurrency),
        "retry": ("Retry", declaring.retry),
    }
    return {
        name: constructor(class_name, asdict(policy))
        for name, (class_name, policy) in policies.items()
        if policy is not None
    }


def constructor(class_name: str, arguments: Mapping[str, Data], *positional: str) -> str:
    """Return a constructor call; arguments that are empty keep the runtime's defaults."""
    keywords = (f"{key}={literal(value)}" for key, value in arguments.items() if value not in ("", None, ()))
    return f"{class_name}({', '.join([*positional, *keywords])})"


def body_encoder(media: ir.Media, annotations: Annotations) -> str:
    """Return the runtime value that encodes a request body."""
    name = literal(media.media_type)
    annotation = annotations.of_value(media.type) if media.type is not None else "Any"
    match classify_media(media):
        case MediaFamily.JSON:
            return f"JsonBody({annotation})"
        case MediaFamily.OTHER_JSON:
            return f"JsonBody({annotation}, media_type={name})"
        case MediaFamily.FORM:
            return f"FormBody({annotation}{_encodings(media)})"
        case MediaFamily.MULTIPART:
            return f"MultipartBody({annotation}{_encodings(media)})"
        case MediaFamily.TEXT:
            return f"TextBody({name})"
        case MediaFamily.BINARY:
            return f"BinaryBody({name})"


def response_reader(media: tuple[ir.Media, ...], annotations: Annotations) -> tuple[str, tuple[str, ...]]:
    """Return the runtime value that reads a response body, and the members of the annotation of its result.

    A JSON body with a schema is a typed value and text alone is a string. Anything else, or a choice of
    representations of which none has a schema, is returned unchanged.
    """
    if not media:
        return "Nothing()", ("None",)
    ordered = sort_media(media)
    typed = [each for each in ordered if is_json(each) and each.type not in {None, ir.ANY}]
    first = (typed or ordered)[0]
    if is_json(first) and (typed or all(map(is_json, media))):
        members = annotations.members(first.type if first.type is not None else ir.ANY)
        is_default = classify_media(first) == MediaFamily.JSON or "*" in first.media_type
        return f"Json({union(members)}{'' if is_default else f', {literal(first.media_type)}'})", members
    if len(media) == 1 and classify_media(first) is MediaFamily.TEXT and first.media_type.lower().startswith("text/"):
        return f"Text({literal(first.media_type)})", ("str",)
    return f"Binary({literal(', '.join(each.media_type for each in media))})", ("Content",)


def _responses(operation: ir.Operation, annotations: Annotations) -> str:
    successes = {each.status for each in success_responses(operation)}
    readers = {each.status: response_reader(each.media, annotations)[0] for each in operation.responses}
    rows = (
        f"{literal(status)}: {reader}"
        for status, reader in readers.items()
        if status in successes or "models." in reader
    )
    return f"{{{', '.join(rows)}}}"


def is_required(parameter: ir.Parameter, operation: ir.Operation) -> bool:
    """Return whether a call has to pass a parameter; an idempotency key is generated where none is passed."""
    is_generated = parameter.location is ir.Location.HEADER and (
        parameter.name.lower() == operation.idempotency_key.lower()
    )
    return parameter.required and not is_generated


def _parameter(parameter: ir.Parameter, operation: ir.Operation, annotations: Annotations) -> str:
    required = is_required(parameter, operation)
    members = annotations.members(parameter.type)
    type_ = union(member for member in members if required or member != "None")  # optional: None leaves it out
    options = {
        "required": (required and parameter.location is not ir.Location.PATH) or None,
        "style": parameter.style,
        "explode": parameter.explode,
        "allow_reserved": parameter.allow_reserved or None,
        "media_type": parameter.media_type,
    }
    checked = [type_] if type_ not in {"", "Any"} else []
    return constructor("Parameter", options, literal(parameter.name), literal(parameter.location.value), *checked)


def _encodings(media: ir.Media) -> str:
    rows = [f"{literal(each.name)}: {_encoding(each)}" for each in media.encodings]
    return f", encoding={{{', '.join(rows)}}}" if rows else ""


def _encoding(encoding: ir.Encoding) -> str:
    options = asdict(encoding) | {"allow_reserved": encoding.allow_reserved or None}
    del options["name"]
    return constructor("Encoding", options)


def _tuple(items: Iterable[str]) -> str:
    values = list(items)
    return f"({', '.join(values)},)" if values else ""
