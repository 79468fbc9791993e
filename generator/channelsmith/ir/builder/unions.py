"""Types joined to a choice between them."""

from collections.abc import Iterable

from channelsmith import ir


def either(members: Iterable[ir.Type]) -> ir.Type:
    """One of `members`: flat, without repeats, null last; a single one is itself and "anything" swallows the rest."""
    every = list(members)
    if len(every) == 1 and not isinstance(every[0], ir.Either | ir.Constant):  # as most are
        return every[0]
    found: dict[ir.Type, None] = {}
    for member in every:
        found |= dict.fromkeys(member.members if isinstance(member, ir.Either) else (member,))
    found = _constants_joined(found)
    if ir.Primitive(ir.Scalar.DECIMAL_STRING) in found:  # number or string on the wire: both are read, a string is sent
        found.pop(ir.Primitive(ir.Scalar.DECIMAL), None)
    if ir.ANY in found or not found:
        return ir.ANY
    ordered = [member for member in found if member != ir.NULL] + [ir.NULL] * (ir.NULL in found)
    return ordered[0] if len(ordered) == 1 else ir.Either(tuple(ordered))


def _constants_joined(members: Iterable[ir.Type]) -> dict[ir.Type, None]:
    """The members with all constants in the place of the first one, and null as the type it is."""
    every = list(members)
    values = [value for member in every if isinstance(member, ir.Constant) for value in member.values]
    kept = tuple({(type(value), value): value for value in values if value is not None}.values())
    joined = [ir.Constant(kept)] * bool(kept) + [ir.NULL] * (None in values)
    at = next((at for at, member in enumerate(every) if isinstance(member, ir.Constant)), 0)
    others = [member for member in every if not isinstance(member, ir.Constant)]
    return dict.fromkeys([*others[:at], *joined, *others[at:]])
