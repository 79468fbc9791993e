"""The arguments of an operation's Python function, and how they are passed on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from channelsmith import ir
from channelsmith.codegen.annotations import FILE, TEXT, Annotations, union
from channelsmith.codegen.operations import (
    accept_choices,
    accept_results,
    every_result,
    is_required,
    return_annotation,
    stream_result,
)
from channelsmith.codegen.render import literal
from channelsmith.ir.media_family import MediaFamily, classify_media
from channelsmith.naming.client_options import CALL_OPTIONS
from channelsmith.naming.names import Names, body_properties


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a function.

    Attributes:
        name: the name in Python.
        wire_name: the name in the request.
        location: "path", "query", "header", "cookie", "body" for one property of the body, "" for the whole body,
            "representation" for the choice of a media type, or "method" for one that is not sent.
        annotation: the type.
        required: whether a call has to pass it.
        description: what it is.
        required_in_body: whether it has to be passed by itself or in `body`, which a signature cannot express.
        default: its value where it is not passed.
        is_leading: whether it may be passed by position although it is no path parameter.
        details: what the document says of its values.
    """

    name: str
    wire_name: str
    location: str
    annotation: str
    required: bool
    description: str
    required_in_body: bool = False
    default: str = "NOT_GIVEN"
    is_leading: bool = False
    details: ir.Details = field(default_factory=ir.Details)

    @property
    def declaration(self) -> str:
        """The argument in a signature."""
        return f"{self.name}: {self.annotation}" + ("" if self.required else f" = {self.default}")

    @property
    def is_file(self) -> bool:
        """Whether it takes a file, and at most other things besides."""
        return self.annotation.partition(" | ")[0] == FILE[0]

    @property
    def is_positional(self) -> bool:
        """Whether it may be passed by position, as path parameters may."""
        return self.location == "path" or self.is_leading

    @property
    def is_accept(self) -> bool:
        """Whether it is the choice of a media type of the response."""
        return self.location == "representation" and self.name == "accept"

    @property
    def is_needed(self) -> bool:
        """Whether a call without it is refused."""
        return self.required or self.required_in_body


@dataclass(frozen=True, slots=True)
class FurtherArguments:
    """The call options of a function, as the mapping of its further keyword arguments.

    Attributes:
        name: the name of the mapping, which none of the other arguments has.
        omitted: the call options that do not exist there, because other arguments have their names.
    """

    name: str
    omitted: tuple[str, ...]

    @property
    def type_name(self) -> str:
        """The TypedDict of the options."""
        without = "And".join(each.title().replace("_", "") for each in self.omitted)
        return f"OptionsWithout{without}" if without else "CallOptions"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Name and type of every option."""
        return tuple((name, type_) for name, type_ in CALL_OPTIONS.items() if name not in self.omitted)

    def declaration(self, *, is_endpoint: bool = False) -> str:
        """Return the mapping in a signature, of an endpoint function or of a method that calls it."""
        module = "" if is_endpoint or not self.omitted else "endpoints."
        return f"**{self.name}: Unpack[{module}{self.type_name}]"

    @property
    def forwarded(self) -> str:
        """The options as a method passes them on."""
        return f"**{self.name}"


def further_arguments(arguments: Iterable[Argument]) -> FurtherArguments:
    """Return the call options of a function that has these arguments."""
    taken = {each.name for each in arguments}
    name = next(
        each for each in ("options", *(f"options{'_' * n}" for n in range(1, len(taken) + 2))) if each not in taken
    )
    return FurtherArguments(name, tuple(each for each in CALL_OPTIONS if each in taken))


def own_argument(name: str, annotation: str, description: str, default: str = "") -> Argument:
    """Return an argument that is not sent, required unless it has a default."""
    return Argument(name, "", "method", annotation, required=not default, description=description, default=default)


def build_arguments(operation: ir.Operation, names: Names, annotations: Annotations) -> tuple[Argument, ...]:
    """Return path parameters first, then the required arguments, then the others, each in the document's order."""
    arguments = [_parameter(operation, each, names, annotations) for each in operation.parameters]
    arguments += _body(operation, names, annotations)
    arguments += _representations(operation, annotations)
    return tuple(sorted(arguments, key=lambda each: (not each.is_positional, not each.required)))


def signature(arguments: Sequence[Argument], *, first: str = "", has_options: bool = True) -> str:
    """Return the inside of the signature of an endpoint function, or of a method whose `first` argument is `self`."""
    by_position = [each.declaration for each in arguments if each.is_positional]
    by_keyword = [each.declaration for each in arguments if not each.is_positional]
    options = [further_arguments(arguments).declaration(is_endpoint=not first)] * has_options
    parts = [*[first] * bool(first), *by_position, *["*"] * bool(by_keyword), *by_keyword, *options]
    return ", ".join(parts)


def forwarded(arguments: Sequence[Argument], further: FurtherArguments) -> str:
    """Return the same arguments as a thin method passes them on."""
    passed = (each.name if each.is_positional else f"{each.name}={each.name}" for each in arguments)
    return ", ".join([*passed, further.forwarded])


def call_arguments(operation: ir.Operation, arguments: Sequence[Argument]) -> str:
    """Return what an endpoint function passes to `Operation.call`."""
    rows = {location.value: _rows(arguments, location.value) for location in ir.Location}
    passed = [f"{location}={{{items}}}" for location, items in rows.items() if items]
    if properties := _rows(arguments, "body"):
        required = ", required=True" if operation.body is not None and operation.body.required else ""
        passed.append(f"body=flat_body(body, {{{properties}}}{required})")
    elif operation.body is not None:
        passed.append("body=body")
    passed += [f"{each.name}={each.name}" for each in arguments if each.location == "representation"]
    return ", ".join([*passed, f"options={further_arguments(arguments).name}"])


def _rows(arguments: Sequence[Argument], location: str) -> str:
    return ", ".join(f"{literal(each.wire_name)}: {each.name}" for each in arguments if each.location == location)


def _parameter(operation: ir.Operation, parameter: ir.Parameter, names: Names, annotations: Annotations) -> Argument:
    location, required = parameter.location.value, is_required(parameter, operation)
    type_ = parameter.type if required else ir.Union((parameter.type, ir.NULL))  # None leaves it out
    return Argument(
        name=names.arguments[operation.pointer, location, parameter.name],
        wire_name=parameter.name,
        location=location,
        annotation=_optional(annotations.of_argument(type_), required=required),
        required=required,
        description=parameter.description,
        details=parameter.details,
    )


def _body(operation: ir.Operation, names: Names, annotations: Annotations) -> list[Argument]:
    body = operation.body
    if body is None:
        return []
    properties = body_properties(operation, annotations.schemas)
    required = body.required and not properties
    whole = union(part for media in body.media for part in _whole_body(media, annotations))
    annotation = _optional(whole, required=required)
    return [
        Argument(
            name="body",
            wire_name="",
            location="",
            annotation=annotation,
            required=required,
            description=body.description or "The request body.",
            details=body.media[0].details,
        ),
        *(
            Argument(
                name=names.arguments[operation.pointer, "body", each.name],
                wire_name=each.name,
                location="body",
                annotation=_optional(_property_argument(body, each, annotations), required=False),
                required=False,
                description=each.description,
                required_in_body=each.required and each.preset is None,
                details=each.details,
            )
            for each in properties
        ),
    ]


def _representations(operation: ir.Operation, annotations: Annotations) -> list[Argument]:
    """A choice among several media types, where the document leaves one to the caller."""
    arguments: list[Argument] = []
    media_types = [each.media_type for each in operation.body.media] if operation.body is not None else []
    if len(media_types) > 1 or any("*" in each for each in media_types):
        description = f"Media type of the body: {', '.join(media_types)}; by default the first that suits the body."
        arguments.append(_choice("media_type", media_types, description))
    if choices := accept_choices(operation, annotations):
        results = accept_results(operation, annotations)
        default = next((types[0] for types in results.values() if types), "") if len(results) > 1 else "any of them"
        arguments.append(_choice("accept", choices, f"Media type to ask for; {default} by default."))
    return arguments


def result_overloads(
    operation: ir.Operation, arguments: Sequence[Argument], annotations: Annotations
) -> list[tuple[list[Argument], str]]:
    """Return arguments and result of each overload, none where no argument changes the type of the result.

    The media type that is asked for may change it, and the argument that asks for a stream.
    """
    overloads = _accept_overloads(operation, arguments, annotations)
    switch = operation.stream_switch
    asking = [each for each in arguments if is_switch(each, switch)]
    if switch is None or not asking:
        return overloads
    whole = overloads or [(list(arguments), return_annotation(operation, annotations))]
    return [
        (_asking_for(arguments, asking[0], switch, streams=True), stream_result(operation, annotations)),
        *((_asking_for(those, asking[0], switch, streams=False), result) for those, result in whole),
        (list(arguments), every_result(operation, annotations)),
    ]


def is_switch(argument: Argument, switch: ir.StreamSwitch | None) -> bool:
    """Return whether an argument is the one that asks for a stream."""
    return switch is not None and (argument.location, argument.wire_name) == (switch.location, switch.name)


def _asking_for(
    arguments: Sequence[Argument], asking: Argument, switch: ir.StreamSwitch, *, streams: bool
) -> list[Argument]:
    """The arguments of a call that asks for a stream, or for a whole body: with a value, or by default."""
    is_default = streams is switch.default
    others = [each for each in asking.annotation.split(" | ") if each in {"None", "NotGiven"}]
    annotation = " | ".join([f"Literal[{streams}]", *others * is_default])
    required = asking.required or not is_default
    return [
        replace(each, annotation=annotation, required=required) if each.name == asking.name else each
        for each in arguments
    ]


def _accept_overloads(
    operation: ir.Operation, arguments: Sequence[Argument], annotations: Annotations
) -> list[tuple[list[Argument], str]]:
    """Return arguments and result of each overload, none where the media type that is asked for changes no result."""
    results = list(accept_results(operation, annotations).items())
    overloads: list[tuple[list[Argument], str]] = []
    for at, (result, media_types) in enumerate(results if len(results) > 1 else ()):
        chosen = f"Literal[{', '.join(map(literal, media_types))}]" if media_types else "str" * bool(at)
        annotation = " | ".join([*[chosen] * bool(chosen), *["NotGiven"] * (not at)])
        overloads.append(
            (
                [
                    replace(each, annotation=annotation, required=bool(at)) if each.is_accept else each
                    for each in arguments
                ],
                result,
            )
        )
    return overloads


def restrict_accept(arguments: Sequence[Argument], media_types: Sequence[str]) -> tuple[Argument, ...]:
    """Return the arguments with a choice among some media types only, of which the first is the default."""
    choice = _choice("accept", media_types, f"Media type to ask for; {media_types[0]} by default.")
    annotation = choice.annotation.removesuffix(" | NotGiven")
    restricted = replace(choice, annotation=annotation, default=literal(media_types[0]))
    return tuple(restricted if each.is_accept else each for each in arguments)


def _choice(name: str, media_types: Sequence[str], description: str) -> Argument:
    has_wildcard = any("*" in each for each in media_types)
    type_ = "str" if has_wildcard else f"Literal[{', '.join(map(literal, media_types))}]"
    return Argument(name, "", "representation", f"{type_} | NotGiven", required=False, description=description)


def _whole_body(media: ir.Media, annotations: Annotations) -> tuple[str, ...]:
    """The types accepted for a body in one representation."""
    match classify_media(media):
        case MediaFamily.TEXT:
            return ("str", *FILE)
        case MediaFamily.BINARY:
            return FILE
        case _ if media.type is None:
            return ("object",)
        case family:
            binary = FILE if family is MediaFamily.MULTIPART else TEXT
            return (replace(annotations, binary=binary).of_body_argument(media.type),)


def _property_argument(body: ir.Body, property_: ir.Property, annotations: Annotations) -> str:
    """The types accepted for a property, in every representation that has the schema of the first one."""
    same = [media for media in body.media if media.type == body.media[0].type]
    families = {classify_media(media) for media in same}
    is_multipart = MediaFamily.MULTIPART in families
    binary = (*FILE * is_multipart, *TEXT * bool(families - {MediaFamily.MULTIPART}))
    encodings = [each for media in same for each in media.encodings if each.is_file and each.name == property_.name]
    type_ = _as_file(property_.type) if encodings and families == {MediaFamily.MULTIPART} else property_.type
    return replace(annotations, binary=binary).of_argument(type_)


def _as_file(type_: ir.Type) -> ir.Type:
    """The type of a file, or a list of files, where the document accepts any value."""
    return ir.Array(_as_file(type_.items)) if isinstance(type_, ir.Array) else ir.Primitive(ir.Scalar.BINARY)


def _optional(annotation: str, *, required: bool) -> str:
    return annotation if required or annotation == "object" else f"{annotation} | NotGiven"
