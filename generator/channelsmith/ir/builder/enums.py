"""Enums and constants: a name for each value where they are all texts or all integers, else the values themselves."""

from collections.abc import Mapping

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.ir.builder.unions import either

_OF_VALUE: Mapping[type, ir.Scalar] = {
    str: ir.Scalar.STRING,
    bool: ir.Scalar.BOOLEAN,
    int: ir.Scalar.INTEGER,
    float: ir.Scalar.NUMBER,
    type(None): ir.Scalar.NULL,
}


def enum(node: Node, values: list[Json], read: dict[str, ir.Schema], words: tuple[str, ...]) -> ir.Type:
    """The type of an enum of scalars; one whose values can have names is added to the schemas that were read.

    All are open: a value that nobody has documented fits too.
    """
    kinds = {type(value) for value in values} - {type(None)}
    null = [ir.NULL] * (None in values)
    if kinds in ({str}, {int}):
        kept = tuple(dict.fromkeys(value for value in values if isinstance(value, str | int)))
        read[node.pointer] = ir.EnumSchema(node.pointer, words, node.text("description"), kept)
        return either([ir.Named(node.pointer), *null])
    scalars = [ir.Primitive(_OF_VALUE[kind]) for kind in sorted(kinds, key=str) if kind in _OF_VALUE]
    named = tuple(value for value in values if isinstance(value, str | int) and not isinstance(value, bool))
    return either([*([ir.Constant(named)] if str in kinds else []), *scalars, *null])


def constant(value: Json) -> ir.Type:
    """The type of a constant; of one with parts, what holds them."""
    match value:
        case dict():
            return ir.Map(ir.ANY)
        case list():
            return ir.Array(ir.ANY)
        case _:
            return either([ir.Constant((value,))])
