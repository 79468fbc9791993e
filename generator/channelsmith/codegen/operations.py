"""The static half of an operation: the fields of the runtime's `Operation`, as finished strings."""

from collections.abc import Iterable
from dataclasses import asdict

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations, union
from channelsmith.codegen.bodies import body_format, reader
from channelsmith.codegen.text import literal


def successes(operation: ir.Operation) -> tuple[ir.Response, ...]:
    """The responses that are answers: 2xx, or `default` where nothing else is declared."""
    found = tuple(each for each in operation.responses if each.status.startswith("2"))
    return found or tuple(each for each in operation.responses if each.status == "default")


def returns(operation: ir.Operation, types: Annotations) -> str:
    """The annotation of what a call gives."""
    return union(part for each in successes(operation) for part in reader(each.media, types)[1]) or "None"


def item(operation: ir.Operation, types: Annotations) -> str:
    """The annotation of what a paged list is a list of."""
    kinds = [media.type for each in successes(operation) for media in each.media if media.type is not None]
    found: ir.Type | None = kinds[0] if kinds else None
    for step in operation.pagination.items.split("/")[1:] if operation.pagination is not None else ():
        found = property_type(found, step, types)
    return types.of_value(found.items) if isinstance(found, ir.Array) else "Any"


def property_type(kind: ir.Type | None, name: str, types: Annotations) -> ir.Type | None:
    """The type of one property of an object, without null."""
    schema = types.schemas.get(kind.pointer) if isinstance(kind, ir.Named) else None
    if not isinstance(schema, ir.ObjectSchema):
        return None
    found = next((each.type for each in schema.properties if each.name == name), None)
    return next((each for each in found.members if each != ir.NULL), None) if isinstance(found, ir.Either) else found


def fields(operation: ir.Operation, types: Annotations) -> tuple[tuple[str, str], ...]:
    """Name and value of every field that differs from its default, in the order of the class."""
    said: list[tuple[str, str]] = [
        ("id", literal(operation.id or f"{operation.method} {operation.path}")),
        ("method", literal(operation.method)),
        ("path", literal(operation.path.partition("#")[0])),  # a fragment tells namesakes apart and is never sent
    ]
    if operation.parameters:
        said.append(("parameters", _tuple(_parameter(each) for each in operation.parameters)))
    if operation.body is not None:
        said.append(("bodies", _tuple(body_format(each, types) for each in operation.body.media)))
    said.append(("responses", _responses(operation, types)))
    if operation.security is not None:
        said.append(("security", literal(operation.security)))
    if operation.server:
        said.append(("server", literal(operation.server)))
    if operation.envelope is not None:
        said.append(("envelope", envelope(operation.envelope)))
    said += policies(operation)
    if operation.idempotency_key:
        said.append(("idempotency_key", literal(operation.idempotency_key)))
    if operation.pagination is not None:
        said.append(("pagination", _constructed("Pagination", operation.pagination)))
    return tuple(said)


def envelope(said: ir.Envelope) -> str:
    """The runtime's `Envelope`."""
    kept = {key: value for key, value in asdict(said).items() if value}
    return f"Envelope({', '.join(f'{key}={literal(value)}' for key, value in kept.items())})"


def policies(said: ir.Operation | ir.Api) -> list[tuple[str, str]]:
    """What is declared about how often and how safely to call, for one operation or the whole API."""
    found: list[tuple[str, str]] = []
    if said.rate_limit is not None:
        found.append(("rate_limit", _constructed("RateLimit", said.rate_limit)))
    if said.concurrency is not None:
        found.append(("concurrency", _constructed("Concurrency", said.concurrency)))
    if said.retry is not None:
        found.append(("retry", _constructed("Retry", said.retry)))
    return found


def _constructed(name: str, declared: ir.RateLimit | ir.Concurrency | ir.Retry | ir.Pagination) -> str:
    """The runtime's class of the same fields; what is empty keeps the runtime's default."""
    said = {key: value for key, value in asdict(declared).items() if value not in ("", None, ())}
    return f"{name}({', '.join(f'{key}={literal(value)}' for key, value in said.items())})"


def _responses(operation: ir.Operation, types: Annotations) -> str:
    answers = {each.status for each in successes(operation)}
    readers = ((each.status, reader(each.media, types)[0]) for each in operation.responses)
    rows = (f"{literal(status)}: {read_by}" for status, read_by in readers if status in answers or "models." in read_by)
    return f"{{{', '.join(rows)}}}"


def _parameter(parameter: ir.Parameter) -> str:
    said = [literal(parameter.name), literal(parameter.location.value)]
    if parameter.style:
        said.append(f"style={literal(parameter.style)}")
    if parameter.explode is not None:
        said.append(f"explode={literal(parameter.explode)}")
    if parameter.allow_reserved:
        said.append("allow_reserved=True")
    if parameter.media_type:
        said.append(f"media_type={literal(parameter.media_type)}")
    return f"Parameter({', '.join(said)})"


def _tuple(items: Iterable[str]) -> str:
    return f"({', '.join(items)},)"
