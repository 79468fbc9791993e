"""The `Operation` literal of an endpoint module: the arguments of the runtime's class, as finished strings."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace

from channelsmith import ir
from channelsmith.codegen.annotations import FILE, TEXT, Annotations, union
from channelsmith.codegen.render import Data, literal
from channelsmith.ir.media_family import (
    MediaFamily,
    classify_media,
    classify_media_type,
    classify_response,
    is_binary,
    is_event_stream,
    is_file,
    is_string,
    sort_media,
)
from channelsmith.ir.members import type_at
from channelsmith.naming.names import body_properties

_DEFAULTS = frozenset(["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
"""Media types that the runtime's classes have by default."""


def success_responses(operation: ir.Operation) -> tuple[ir.Response, ...]:
    """Return the 2xx responses, or `default` where there are none."""
    successes = tuple(each for each in operation.responses if each.status.startswith("2"))
    return successes or tuple(each for each in operation.responses if each.status == "default")


@dataclass(frozen=True, slots=True)
class Representation:
    """One media type of a response body.

    Attributes:
        media_type: as it is declared.
        reader: the runtime value that reads it.
        members: the members of the annotation of its value.
        is_promised: whether a call that names no media type asks for it.
        is_file: whether it is one to write to a file.
        is_stream: whether it is one of items that are delivered while they arrive.
    """

    media_type: str
    reader: str
    members: tuple[str, ...]
    is_promised: bool = True
    is_file: bool = False
    is_stream: bool = False

    @property
    def is_json(self) -> bool:
        """Whether it is parsed."""
        return self.reader.startswith("Json(")


def represent(media: Iterable[ir.Media], annotations: Annotations) -> tuple[Representation, ...]:
    """Return the media types of a response body, the preferred ones first.

    If there is JSON with a schema, a call returns that, and another type on request; every type then has a value of its
    own: JSON as declared, text as a string, anything else as it came. Without, a choice is returned as it came.

    A stream comes last, and is returned on request unless there is nothing else.
    """
    media = tuple(media)
    streams = [_represent_stream(each, annotations) for each in media if each.is_stream]
    bodies = _represent_bodies([each for each in media if not each.is_stream], annotations)
    return (*bodies, *(replace(each, is_promised=not bodies and each is streams[0]) for each in streams))


def _represent_stream(media: ir.Media, annotations: Annotations) -> Representation:
    unknown = "str" if is_event_stream(media.media_type) else "Any"
    if media.type is None and classify_media_type(media.media_type) is MediaFamily.MULTIPART:
        unknown = "Content"
    item = annotations.of_value(media.type) if media.type is not None else unknown
    read = annotations.validated(media.type) if media.type is not None else unknown
    result = f"ServerSentEvent[{item}]" if is_event_stream(media.media_type) else item
    reader = f"Items({read}, {literal(media.media_type)})"
    return Representation(media.media_type, reader, (f"Stream[{result}]",), is_stream=True)


def _represent_bodies(media: Iterable[ir.Media], annotations: Annotations) -> tuple[Representation, ...]:
    named = (each if _essence(each.media_type) else replace(each, media_type="*/*") for each in media)
    ordered = sort_media(named)  # some frameworks name no type where they know none
    if any(each.rows is not None for each in ordered):
        return tuple(_represent_as_content(each, annotations) for each in ordered)
    typed = [each for each in ordered if _is_json(each) and not _is_anything(each)]
    if typed:  # JSON without a schema is no less than the JSON beside it
        untyped = [replace(each, type=typed[0].type) for each in ordered if _is_json(each) and _is_anything(each)]
        ordered = (*typed, *untyped, *(each for each in ordered if not _is_json(each)))
    elif len({classify_response(each) for each in ordered}) > 1:
        return tuple(_represent_as_content(each, annotations) for each in ordered)
    return tuple(_represent(each, {each.type for each in typed}, annotations) for each in ordered)


def _represent(media: ir.Media, typed: set[ir.Type | None], annotations: Annotations) -> Representation:
    media_type, name = media.media_type, literal(media.media_type)
    is_text = classify_response(media) is MediaFamily.TEXT
    repeats_json = media.type in typed and not is_string(media.type) and _essence(media_type) == "text/plain"
    if _is_json(media) or (is_text and repeats_json):  # some frameworks write all of their formats for every schema
        type_ = media.type if media.type is not None else ir.ANY
        of_name = "" if classify_media_type(media_type) is MediaFamily.JSON else f", {name}"
        annotations = replace(annotations, binary=TEXT)
        return Representation(media_type, f"Json({annotations.validated(type_)}{of_name})", annotations.members(type_))
    if is_text:
        return Representation(media_type, f"Text({name})", ("str",), is_promised=not typed)
    return replace(_represent_as_content(media, annotations), is_promised=not typed)


def _represent_as_content(media: ir.Media, annotations: Annotations) -> Representation:
    is_any_file = classify_media_type(media.media_type) <= MediaFamily.OTHER_JSON and is_binary(media.type)
    name = literal("*/*" if is_any_file else media.media_type)
    if media.rows is None:
        return Representation(media.media_type, f"Binary({name})", ("Content",), is_file=is_file(media))
    row, items = annotations.of_value(media.rows.type), media.rows.items
    rows = f"Rows({row}{f', {literal(items)}' if items is not None else ''})"
    return Representation(media.media_type, f"Binary({name}, {rows})", (f"Table[{row}]",), is_file=True)


def _is_json(media: ir.Media) -> bool:
    return classify_response(media) is MediaFamily.JSON


def _is_anything(media: ir.Media) -> bool:
    return media.type is None or media.type == ir.ANY


def return_annotation(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the result of a call that asks for no media type."""
    return union(_result(operation, annotations)) or "None"


def _result(operation: ir.Operation, annotations: Annotations, media_type: str = "") -> list[str]:
    """Return the members of the annotation of the result of a call, for one that asks for a media type.

    A success without `content` gives None, or a body that is not documented if all of them are so.
    """
    members: list[str] = []
    for response in success_responses(operation):
        offered = represent(response.media, annotations)
        asked = [each for each in offered if each.media_type == media_type]
        members += [member for each in asked or offered if asked or each.is_promised for member in each.members]
        if not offered:
            members += [*["Content"] * _may_have_body(response, operation), "None"]
    return members


def _may_have_body(response: ir.Response, operation: ir.Operation) -> bool:
    """Whether a success without `content` is one of a framework that does not describe what it returns."""
    is_described = any(each.media for each in success_responses(operation))
    return not is_described and operation.method != "HEAD" and response.status not in {"204", "205"}


def accept_choices(operation: ir.Operation, annotations: Annotations) -> tuple[str, ...]:
    """Return the media types that a caller can choose from, () where there is no choice.

    Several names for JSON of one type are no choice.
    """
    successes = success_responses(operation)
    if operation.method == "HEAD" or sum(len(response.media) for response in successes) <= 1:
        return ()
    offered = [each for response in successes for each in represent(response.media, annotations)]
    if operation.stream_switch is not None:
        offered = [each for each in offered if not each.is_stream]
    plain = {"application/json", "text/json", "text/plain", "application/*+json", "*/*"}
    kinds = {
        each.members if each.is_json and _essence(each.media_type) in plain else each.media_type for each in offered
    }
    return tuple(dict.fromkeys(each.media_type for each in offered)) if len(kinds) > 1 else ()


def accept_results(operation: ir.Operation, annotations: Annotations) -> dict[str, tuple[str, ...]]:
    """Return the annotations of all results that a caller can choose, and the media types that give them.

    The first is the result of a call that chooses none. Where a media type is a range, any text can be chosen, and the
    last is the union of all results, with no media types.
    """
    results: dict[str, tuple[str, ...]] = {return_annotation(operation, annotations): ()}
    everything = _result(operation, annotations)
    for media_type in (choices := accept_choices(operation, annotations)):
        members = _result(operation, annotations, media_type)
        everything += members
        result = union(members)
        if "*" not in media_type:
            results[result] = (*results.get(result, ()), media_type)
    if any("*" in each for each in choices):
        results.setdefault(union(everything), ())
    return results


def every_result(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the result of a call, whatever media type it asks for."""
    choices = accept_choices(operation, annotations)
    members = [member for each in ("", *choices) for member in _result(operation, annotations, each)]
    members += [stream_result(operation, annotations)] * (operation.stream_switch is not None)
    return union(members) or "None"


def stream_result(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the result of a call that asks for a stream."""
    offered = [each for response in success_responses(operation) for each in represent(response.media, annotations)]
    return union(member for each in offered if each.is_stream for member in each.members)


def has_streams(operation: ir.Operation) -> bool:
    """Whether a call may return a stream."""
    return any(each.is_stream for response in success_responses(operation) for each in response.media)


def returns_content(operation: ir.Operation, annotations: Annotations) -> bool:
    """Whether a call always returns the body as it came, or may do so where a GET describes no body."""
    members = {"Content" if each.startswith("Table[") else each for each in _result(operation, annotations)}
    return members == {"Content"} or (operation.method == "GET" and members == {"Content", "None"})


def row_annotation(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the rows in the result of a call, "" if the document describes none."""
    media = (each for response in success_responses(operation) for each in response.media)
    return next((annotations.of_value(each.rows.type) for each in media if each.rows is not None), "")


def saved_annotation(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the result of a call that is written to a path."""
    row = row_annotation(operation, annotations)
    return f"SavedTable[{row}]" if row else "SavedFile"


def file_media_types(operation: ir.Operation, annotations: Annotations) -> tuple[str, ...]:
    """Return the media types of files that a caller can choose beside a typed value."""
    choices = accept_choices(operation, annotations)
    offered = [each for response in success_responses(operation) for each in represent(response.media, annotations)]
    return tuple(dict.fromkeys(each.media_type for each in offered if each.is_file and each.media_type in choices))


def open_media_types(operation: ir.Operation, annotations: Annotations) -> tuple[str, ...] | None:
    """Return the media types of files and texts that a caller can choose beside a typed value.

    () for an operation that always returns one of them, None for one that never does.
    """
    if operation.method == "HEAD":
        return None
    if returns_content(operation, annotations) or set(_result(operation, annotations)) - {"None", "Content"} == {"str"}:
        return ()
    choices = accept_choices(operation, annotations)
    offered = [each for response in success_responses(operation) for each in represent(response.media, annotations)]
    opened = [each for each in offered if each.is_file or each.reader.startswith("Text(")]
    return tuple(dict.fromkeys(each.media_type for each in opened if each.media_type in choices)) or None


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def item_annotation(operation: ir.Operation, annotations: Annotations) -> str:
    """Return the annotation of the items of a paginated list."""
    media = (media for response in success_responses(operation) for media in response.media)
    body = next((each.type for each in media if each.type is not None), None)
    pointer = operation.pagination.items if operation.pagination is not None else ""
    type_ = type_at(body, pointer, annotations.schemas)
    return annotations.of_value(type_.items) if isinstance(type_, ir.Array) else "Any"


def operation_arguments(operation: ir.Operation, annotations: Annotations) -> tuple[tuple[str, str], ...]:
    """Return name and value of every argument that differs from its default."""
    body, envelope, pagination = operation.body, operation.envelope, operation.pagination
    needs_body = body is not None and body.required and not body_properties(operation, annotations.schemas)
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
        "pagination": _pagination(pagination) if pagination is not None else "",
        "receiver": "StreamReceiver" if has_streams(operation) else "",
        "needs_body": "True" if needs_body else "",
        "is_empty_until_ready": "True" if operation.is_empty_until_ready else "",
        "stream_switch": _stream_switch(operation.stream_switch) if operation.stream_switch is not None else "",
    }
    return tuple((name, value) for name, value in values.items() if value)


def _stream_switch(switch: ir.StreamSwitch) -> str:
    return constructor(
        "StreamSwitch", {"default": switch.default or None}, literal(switch.location), literal(switch.name)
    )


def _pagination(pagination: ir.Pagination) -> str:
    """Return the style of pages with what differs from its defaults; clients leave the size of a page to callers."""
    given = {each.name: getattr(pagination, each.name) for each in fields(pagination) if each.name != "limit"}
    defaults = {each.name: each.default for each in fields(pagination)}
    arguments = {name: literal(value) for name, value in given.items() if value != defaults[name]}
    return f"{type(pagination).__name__}({', '.join(f'{name}={value}' for name, value in arguments.items())})"


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
    family = classify_media(media)
    annotations = replace(annotations, binary=FILE if family is MediaFamily.MULTIPART else TEXT, with_metadata=True)
    annotation = annotations.of_body(media.type) if media.type is not None else "Any"
    named = "" if media.media_type.lower() in _DEFAULTS else f", media_type={name}"
    match family:
        case MediaFamily.JSON | MediaFamily.OTHER_JSON:
            return f"JsonBody({annotation}{named})"
        case MediaFamily.FORM:
            return f"FormBody({annotation}{_encodings(media)}{named})"
        case MediaFamily.MULTIPART:
            return f"MultipartBody({annotation}{_encodings(media)}{named})"
        case MediaFamily.TEXT:
            return f"TextBody({name})"
        case MediaFamily.BINARY:
            return f"BinaryBody({name})"


def _responses(operation: ir.Operation, annotations: Annotations) -> str:
    """Return how bodies are read: of every success, and of failures where they have a model."""
    successes = {each.status for each in success_responses(operation)}
    rows: list[str] = []
    for response in operation.responses:
        offered = represent(response.media, annotations)
        if response.status not in successes:
            offered = tuple(each for each in offered if each.is_json and "models." in each.reader)
        if offered or response.status in successes:
            rows.append(f"{literal(response.status)}: {_readers(offered)}")
    return f"{{{', '.join(rows)}}}"


def _readers(offered: tuple[Representation, ...]) -> str:
    """Return one reader or a tuple of them, without those for further names of the same JSON."""
    has_one_type = len({each.members for each in offered if each.is_json}) == 1
    readers: list[str] = []
    has_json = False
    for each in offered:
        is_json_name = each.is_json and classify_media_type(each.media_type) <= MediaFamily.OTHER_JSON
        if not (has_one_type and has_json and is_json_name):
            readers.append(each.reader)
        has_json = has_json or is_json_name
    if not readers:
        return "Nothing()"
    return readers[0] if len(readers) == 1 else f"({', '.join(readers)})"


def is_required(parameter: ir.Parameter, operation: ir.Operation) -> bool:
    """Return whether a call has to pass a parameter; an idempotency key is generated where none is passed."""
    is_generated = parameter.location is ir.Location.HEADER and (
        parameter.name.lower() == operation.idempotency_key.lower()
    )
    return parameter.required and not is_generated


def _parameter(parameter: ir.Parameter, operation: ir.Operation, annotations: Annotations) -> str:
    required = is_required(parameter, operation)
    members = replace(annotations, with_metadata=True).members(parameter.type)
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
    values = {
        "encoding": f"{{{', '.join(rows)}}}" if rows else "",
        "prefix_encoding": _tuple(map(_encoding, media.prefix_encodings)),
        "item_encoding": _encoding(media.item_encoding) if media.item_encoding is not None else "",
    }
    return "".join(f", {name}={value}" for name, value in values.items() if value)


def _encoding(encoding: ir.Encoding) -> str:
    options = asdict(encoding) | {
        "allow_reserved": encoding.allow_reserved or None,
        "is_file": encoding.is_file or None,
    }
    del options["name"]
    return constructor("Encoding", options)


def _tuple(items: Iterable[str]) -> str:
    values = list(items)
    return f"({', '.join(values)},)" if values else ""
