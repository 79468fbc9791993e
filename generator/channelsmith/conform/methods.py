"""What a document promises about each method of a client: its parameters, its bodies, and every answer it declares.

Statuses and examples are read from the document itself, not from the intermediate representation, so that what a
generator overlooked is missed here. Only Python names and types come from where the generator has them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from channelsmith import ir
from channelsmith.document import Document, Json, Node
from channelsmith.ir.media import Kind, kind
from channelsmith.naming.names import Names
from channelsmith.sandbox.examples import sample

UNDECLARED: Final = 418
"""The status that stands for `default`: nothing else declares it."""
_HEADERS_OF_OTHERS: Final = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI says are to be ignored."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter, the Python argument it becomes, and a value the document shows for it."""

    parameter: ir.Parameter
    name: str
    schema: Node | None
    value: Json


@dataclass(frozen=True, slots=True)
class Body:
    """One example of a request body; `name` is its name in the document."""

    media_type: str
    value: Json
    name: str
    media: ir.Media
    schema: Node | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One declared answer: its status as declared, its media type (None: no body), and an example of it."""

    status: str
    media_type: str | None
    name: str
    value: Json
    type: ir.Type | None
    schema: Node | None = None
    is_shown: bool = True
    """Whether the document shows it; otherwise it is made from its schema."""
    forced: bool = True
    """Whether a server can be asked for exactly this one (`Prefer: code=..., example=...`)."""

    @property
    def code(self) -> int:
        """The status as a number: of a class its hundred, of `default` one that nothing else declares."""
        return UNDECLARED if self.status == "default" else int(self.status.upper().replace("X", "0"))

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return self.code // 100 == 2  # noqa: PLR2004 -- 2xx


@dataclass(frozen=True, slots=True)
class Method:
    """One method of a client: an operation, or one of its uses."""

    operation: ir.Operation
    id: str
    resource: tuple[str, ...]
    name: str
    arguments: tuple[Argument, ...]
    bodies: tuple[Body, ...]
    answers: tuple[Answer, ...]
    body_arguments: tuple[tuple[str, str], ...]
    """Python argument and wire name of each member of the body that may be given flat."""

    @property
    def success(self) -> Answer | None:
        """The first success that is declared."""
        return next((each for each in self.answers if each.is_success), None)

    @property
    def spoken(self) -> str:
        """As a caller writes it."""
        return ".".join((*self.resource, self.name))


def methods(document: Document, api: ir.Api, names: Names) -> tuple[Method, ...]:
    """Every method that a client of the document has, in the order of the document."""
    return tuple(_method(document, each, names) for each in api.operations)


def _method(document: Document, operation: ir.Operation, names: Names) -> Method:
    whole, use = _nodes(document, operation)
    flat = [(word, wire) for (op, where, wire), word in names.arguments.items() if (op, where) == _flat(operation)]
    return Method(
        operation=operation,
        id=operation.id or f"{operation.method} {operation.path}",
        resource=names.resources[operation.pointer],
        name=names.methods[operation.pointer],
        arguments=tuple(_arguments(document, operation, names)),
        bodies=tuple(_bodies(whole, operation)),
        answers=tuple(each for each in _answers(whole, operation) if _fits(each, use)),
        body_arguments=tuple(flat),
    )


def _flat(operation: ir.Operation) -> tuple[str, str]:
    return operation.pointer, "body"


def _nodes(document: Document, operation: ir.Operation) -> tuple[Node, Node | None]:
    """The operation in the document, and the use of it that this is."""
    owner, mark, _ = operation.pointer.partition("/x-uses/")
    return document.at(owner), document.at(operation.pointer) if mark else None


def _arguments(document: Document, operation: ir.Operation, names: Names) -> Iterator[Argument]:
    shown = _shown_parameters(document, operation)
    for each in operation.parameters:
        if each.location is ir.Location.HEADER and each.name.lower() in _HEADERS_OF_OTHERS:
            continue
        node = shown.get((each.location.value, each.name))
        value, schema = _example(node)
        yield Argument(each, names.arguments[operation.pointer, each.location.value, each.name], schema, value)


def _shown_parameters(document: Document, operation: ir.Operation) -> dict[tuple[str, str], Node]:
    whole, _ = _nodes(document, operation)
    item = document.at(whole.pointer.rpartition("/")[0])
    found: dict[tuple[str, str], Node] = {}
    for owner in (item.get("parameters"), whole.get("parameters")):
        for element in owner.elements() if owner is not None else ():
            node = element.resolve()
            found[node.text("in"), node.text("name")] = node
    return found


def _example(node: Node | None) -> tuple[Json, Node | None]:
    """The first example of a parameter, or a value made from its schema; and that schema."""
    content = node.get("content") if node is not None else None
    media = next((each for _, each in content.items()), None) if content is not None else node
    if media is None:
        return None, None
    schema = media.get("schema")
    shown = [value for owner in (node, media) if owner is not None for _, value in _named(owner)]
    if shown:
        return shown[0], schema
    return (sample(schema) if schema is not None else "x"), schema


def _named(media: Node) -> Iterator[tuple[str, Json]]:
    """The examples of a media type or parameter by name, "" for one that has none."""
    if (one := media.get("example")) is not None:
        yield "", one.value
    many = media.get("examples")
    for name, each in many.items() if many is not None else ():
        if (value := each.resolve().get("value")) is not None:
            yield name, value.value


def _has_examples(media: Node) -> bool:
    return next(_named(media), None) is not None


def _examples(media: Node) -> Iterator[tuple[str, Json]]:
    """The examples of a body by name; one made from its schema where there is none."""
    found = list(_named(media))
    schema = media.get("schema")
    yield from found or [("", sample(schema) if schema is not None else None)]


def _bodies(whole: Node, operation: ir.Operation) -> Iterator[Body]:
    said = whole.get("requestBody")
    if said is None or operation.body is None:
        return
    content = said.resolve()["content"]
    for media in operation.body.media:
        if "*" not in media.media_type:
            for name, value in _examples(content[media.media_type]):
                yield Body(media.media_type, value, name, media, content[media.media_type].get("schema"))


def _answers(whole: Node, operation: ir.Operation) -> Iterator[Answer]:
    types = {(each.status, media.media_type): media.type for each in operation.responses for media in each.media}
    said = whole.get("responses")
    for status, reference in said.items() if said is not None else ():
        if status.startswith("x-"):
            continue
        content = reference.resolve().get("content")
        if content is None or not content.value or operation.method == "HEAD":
            yield Answer(status, None, "", None, None)
            continue
        for at, (media_type, media) in enumerate(content.items()):
            key = (status.upper() if status != "default" else status, media_type)
            for name, value in _examples(media):
                yield Answer(
                    status, media_type, name, value, types.get(key), media.get("schema"), _has_examples(media), at == 0
                )


def _fits(answer: Answer, use: Node | None) -> bool:
    """Whether an answer of a shared operation is one of this use: it has what the use's own schema describes."""
    returns = use.get("returns") if use is not None else None
    if returns is None or not answer.is_success or not isinstance(answer.value, dict):
        return True
    schema = (
        returns.document.at(returns.as_text().removeprefix("#")).resolve()
        if isinstance(returns.value, str)
        else returns.resolve()
    )
    return set(answer.value) <= set(_properties(schema))


def _properties(schema: Node) -> Iterator[str]:
    own = schema.get("properties")
    yield from (name for name, _ in own.items()) if own is not None else ()
    parts = schema.get("allOf")
    for part in parts.elements() if parts is not None else ():
        yield from _properties(part.resolve())


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is JSON."""
    return kind(media_type) <= Kind.OTHER_JSON
