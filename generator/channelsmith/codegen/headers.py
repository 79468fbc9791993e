"""The constants that read the documented headers of responses."""

from collections.abc import Iterator
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations, union
from channelsmith.codegen.operations import constructor
from channelsmith.codegen.render import literal, one_line
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.identifiers import to_constant_name

_TAKEN = ("UUID",)
"""What the module imports under a name in capitals."""


@dataclass(frozen=True, slots=True)
class HeaderConstant:
    """A constant of `headers.py`: one for each header, whatever responses have it.

    Attributes:
        name: the name of the constant.
        header: the name of the header, as it is first declared.
        annotation: the type of its value.
        value: the constructor call.
        description: what it is, in one line.
        pointer: where it is declared first.
    """

    name: str
    header: str
    annotation: str
    value: str
    description: str
    pointer: str


def build_headers(api: ir.Api, annotations: Annotations) -> tuple[HeaderConstant, ...]:
    """Return the constants of all headers that responses of the API have, by name."""
    declared: dict[str, list[ir.Header]] = {}
    for header in _headers(api):
        declared.setdefault(header.name.lower(), []).append(header)
    names = choose_names({key: (to_constant_name(key),) for key in declared}, taken=_TAKEN)
    constants = (_constant(names[key], headers, annotations) for key, headers in declared.items())
    return tuple(sorted(constants, key=lambda constant: constant.name))


def _headers(api: ir.Api) -> Iterator[ir.Header]:
    for operation in api.operations:
        for response in operation.responses:
            yield from response.headers


def _constant(name: str, headers: list[ir.Header], annotations: Annotations) -> HeaderConstant:
    first = headers[0]
    annotation = union(member for header in headers for member in annotations.members(header.type))
    options = {"media_type": first.media_type, "explode": first.explode or None}
    return HeaderConstant(
        name=name,
        header=first.name,
        annotation=annotation,
        value=constructor("Header", options, literal(first.name), annotation),
        description=next((one_line(header.description) for header in headers if header.description.strip()), ""),
        pointer=first.pointer,
    )
