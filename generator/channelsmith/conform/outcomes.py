"""What a caller gets for a complete answer that is not what it should be: the second half of the expectations.

How the method reads its success decides:

    fault                json                      content, text        nothing
    html, garbage        DecodeError *             as it came           None
    empty                nothing, reported         as it came           None
    empty strict         DecodeError               as it came           None
    wrapped              what fits, reported **    as it came           None

    *  a body that may be any text is delivered as one, and reported
    ** nothing is reported where the document requires no member, nor anything at all where any value fits
"""

from typing import Literal, TypeAlias

from channelsmith import ir
from channelsmith.codegen.annotations import PyTypes
from channelsmith.codegen.bodies import reader
from channelsmith.conform.cells import Expected
from channelsmith.conform.faults import Fault
from channelsmith.conform.methods import Method
from channelsmith.conform.received import Types

Reads: TypeAlias = Literal["json", "text", "content", "nothing"]
_READERS: dict[str, Reads] = {"Json": "json", "Text": "text", "Binary": "content", "Nothing": "nothing"}
_SUCCESS = 2


def reads(method: Method, status: int, types: Types) -> Reads:
    """How a method reads a response of a status: as it is declared, else as its first success is."""
    declared = {each.status: each for each in method.operation.responses}
    keys = (str(status), f"{status // 100}XX", "default")
    found = next((declared[key] for key in keys if key in declared), None)
    if found is None and status // 100 == _SUCCESS:
        found = next((each for key, each in declared.items() if key.startswith("2")), None)
    if found is None:
        return "nothing"
    made, _ = reader(found.media, PyTypes(types.schemas, types.names))
    return _READERS[made.partition("(")[0]]


def outcome_of(  # noqa: PLR0911 -- the table
    fault: Fault, method: Method, how: Reads, types: Types
) -> Expected:
    """What should come of an answer that is complete and spoilt."""
    if how != "json":
        return Expected(drift="any", whole=how != "nothing")
    kind = method.success.type if method.success is not None else None
    match fault.name:
        case "html" | "garbage":
            if _takes(kind, {ir.Scalar.STRING, ir.Scalar.ANY}, types):
                return Expected(drift="some", whole=False)
            return Expected(error="DecodeError")
        case "empty" | "empty strict" if _takes(kind, {ir.Scalar.NULL, ir.Scalar.ANY}, types):
            return Expected(drift="any", whole=False)
        case "empty strict":
            return Expected(error="DecodeError")
        case "empty":
            return Expected(drift="some", whole=False)
        case _:
            return Expected(drift="some" if _requires(kind, types) else "any")


def _takes(kind: ir.Type | None, scalars: set[ir.Scalar], types: Types) -> bool:  # noqa: PLR0911 -- a table, one case a type
    """Whether a type takes one of these scalars."""
    match kind:
        case None:
            return True
        case ir.Primitive(scalar):
            return scalar in scalars
        case ir.Either(members):
            return any(_takes(each, scalars, types) for each in members)
        case ir.Named(pointer):
            match types.schemas.get(pointer):
                case ir.AliasSchema(type=inner):
                    return _takes(inner, scalars, types)
                case ir.EnumSchema(values=values):
                    return ir.Scalar.STRING in scalars and any(isinstance(each, str) for each in values)
                case _:
                    return False
        case _:
            return False


def _requires(kind: ir.Type | None, types: Types) -> bool:
    """Whether an object of other members can not be of a type."""
    match kind:
        case ir.Array():
            return True
        case ir.Primitive(scalar):
            return scalar is not ir.Scalar.ANY
        case ir.Named(pointer):
            match types.schemas.get(pointer):
                case ir.ObjectSchema(properties=properties):
                    return any(each.required for each in properties)
                case ir.AliasSchema(type=inner):
                    return _requires(inner, types)
                case _:
                    return True
        case _:
            return False
