"""The calling half of an operation: what its Python function takes and how that is handed on."""

from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen import operations as exchange
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.bodies import reader
from channelsmith.codegen.text import literal
from channelsmith.ir.media_types import MediaFamily, classify_media
from channelsmith.naming.names import Names, body_properties

_ABSENT = "NOT_GIVEN"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: where it goes ("path", ..., "body" for one property, "" for the whole body) and how it reads."""

    name: str
    wire: str
    goes: str
    annotation: str
    required: bool
    description: str
    needed: bool = False
    """Whether a body without it is refused, though the signature can not say so: it may stand in `body`."""

    @property
    def declared(self) -> str:
        """As it stands in a signature."""
        return f"{self.name}: {self.annotation}" + ("" if self.required else f" = {_ABSENT}")


def arguments(operation: ir.Operation, names: Names, types: Annotations) -> tuple[Argument, ...]:
    """Path parameters first, then what is required, then the rest, each in the document's order."""
    found = [_parameter(operation, each, names, types) for each in operation.parameters]
    found += _body(operation, names, types)
    found += _representations(operation, types)
    return tuple(sorted(found, key=lambda each: (each.goes != "path", not each.required)))


def declaration(found: tuple[Argument, ...], *, first: str = "") -> str:
    """The signature's inside: path parameters may be given by position, all else by keyword only."""
    positional = [*([first] if first else []), *(each.declared for each in found if each.goes == "path")]
    keywords = [each.declared for each in found if each.goes != "path"]
    return ", ".join([*positional, *(["*", *keywords] if keywords else [])])


def example(found: tuple[Argument, ...]) -> str:
    """The shape of a call: what is required by name, dots where there is more."""
    needed = [
        each.name if each.goes == "path" else f"{each.name}=..." for each in found if each.required or each.needed
    ]
    return ", ".join([*needed, *(["..."] if len(needed) < len(found) else [])])


def shortest(found: tuple[Argument, ...]) -> str:
    """A call with nothing but what is required, each argument left to be filled in."""
    needed = (each for each in found if each.required or each.needed)
    return ", ".join('"..."' if each.goes == "path" else f'{each.name}="..."' for each in needed)


def forwarded(found: tuple[Argument, ...]) -> str:
    """The same arguments passed on by a thin method."""
    return ", ".join(each.name if each.goes == "path" else f"{each.name}={each.name}" for each in found)


def call_arguments(operation: ir.Operation, found: tuple[Argument, ...]) -> str:
    """What the endpoint function passes to `Operation.call`."""
    said: list[str] = []
    for location in ir.Location:
        rows = [f"{literal(each.wire)}: {each.name}" for each in found if each.goes == location.value]
        if rows:
            said.append(f"{location.value}={{{', '.join(rows)}}}")
    properties = [f"{literal(each.wire)}: {each.name}" for each in found if each.goes == "body"]
    if properties:
        required = ", required=True" if operation.body is not None and operation.body.required else ""
        said.append(f"body=flat_body(body, {{{', '.join(properties)}}}{required})")
    elif operation.body is not None:
        said.append("body=body")
    said += [f"{each.name}={each.name}" for each in found if each.goes == "representation"]
    return ", ".join(said)


def _parameter(operation: ir.Operation, parameter: ir.Parameter, names: Names, types: Annotations) -> Argument:
    location = parameter.location.value
    filled_in = location == "header" and parameter.name.lower() == operation.idempotency_key.lower()
    required = parameter.required and not filled_in
    return Argument(
        name=names.arguments[operation.pointer, location, parameter.name],
        wire=parameter.name,
        goes=location,
        annotation=_optional(types.of_argument(parameter.type), required=required),
        required=required,
        description=parameter.description,
    )


def _body(operation: ir.Operation, names: Names, types: Annotations) -> list[Argument]:
    body = operation.body
    if body is None:
        return []
    properties = body_properties(operation, types.schemas)
    required = body.required and not properties
    annotation = _optional(_whole_body(body.media[0], types), required=required)
    about = body.description or "The request body."
    found = [Argument("body", "", "", annotation, required, about)]
    for each in properties:
        name = names.arguments[operation.pointer, "body", each.name]
        kept = _optional(types.of_argument(each.type), required=False)
        found.append(
            Argument(name, each.name, "body", kept, required=False, description=each.description, needed=each.required)
        )
    return found


def _representations(operation: ir.Operation, types: Annotations) -> list[Argument]:
    """A choice among several media types, where the document leaves one to the caller."""
    found: list[Argument] = []
    if operation.body is not None and len({classify_media(each) for each in operation.body.media}) > 1:
        names = [each.media_type for each in operation.body.media]
        found.append(_choice("media_type", names, f"What the body is sent as; {names[0]} by default."))
    answers = [each.media for each in exchange.successes(operation) if reader(each.media, types)[1] == ("Content",)]
    names = list(dict.fromkeys(each.media_type for media in answers for each in media))
    if len(names) > 1:
        found.append(_choice("accept", names, "The representation to ask for; any of them by default."))
    return found


def _choice(name: str, names: list[str], about: str) -> Argument:
    kind = "str" if any("*" in each for each in names) else f"Literal[{', '.join(literal(each) for each in names)}]"
    return Argument(name, "", "representation", f"{kind} | NotGiven", required=False, description=about)


def _whole_body(media: ir.Media, types: Annotations) -> str:
    match classify_media(media):
        case MediaFamily.TEXT:
            return "str | bytes"
        case MediaFamily.BINARY:
            return "FileInput"
        case _:
            return types.of_argument(media.type) if media.type is not None else "object"


def _optional(annotation: str, *, required: bool) -> str:
    return annotation if required or annotation == "object" else f"{annotation} | NotGiven"
