"""Which query parameters of a list choose items, and how: by the names of members, of bounds, or as declared."""

from typing import Final

from channelsmith.document import Node
from channelsmith.document.json_pointer import join
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.filters import Filter
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.shapes import Member, plain, singular, words

_LOWER: Final = frozenset({"start", "from", "since", "after", "min", "gte", "gt", "minimum", "begin"})
_UPPER: Final = frozenset({"end", "to", "until", "before", "max", "lte", "lt", "maximum"})
_NEUTRAL: Final = frozenset({"date", "time", "at", "on", "datetime"})
_PAGING: Final = frozenset({"limit", "size", "page", "perpage", "pagesize", "offset", "skip", "pagenumber"})
NOT_FILTERS: Final = frozenset(
    {
        *("limit", "offset", "size", "page", "pagesize", "perpage", "pagenumber", "skip", "take", "top", "count"),
        *("cursor", "sort", "order", "orderby", "sortby", "fields", "include", "expand", "includetotal", "withcount"),
        *("totalcount", "first", "last", "lastkey", "starttoken", "nexttoken", "pagetoken"),
    }
)
"""Parameters that page and sort, without spelling."""


def read_filters(operation: Operation, kind: Kind, said: Node | None) -> tuple[tuple[Filter, ...], tuple[str, ...]]:
    """The filters of a list, and the names of those query parameters that choose nothing."""
    declared = said.get("filters") if said is not None else None
    found: list[Filter] = []
    idle: list[str] = []
    for parameter in operation.parameters:
        name = parameter.name
        if parameter.location != "query" or plain(name) in NOT_FILTERS:
            continue
        own = declared.get(name) if declared is not None else None
        made = _declared(name, own) if own is not None else _inferred(name, kind)
        if made is not None:
            found.append(made)
        elif not (declared is not None and any(each.text("exactly") == name for _, each in declared.items())):
            idle.append(name)
    return tuple(found), tuple(idle)


def pages(operation: Operation) -> bool:
    """Whether a list comes in pages: by a declared cursor, or by parameters of the usual names."""
    queries = [plain(each.name) for each in operation.parameters if each.location == "query"]
    return "x-pagination" in operation.node or any(name in _PAGING for name in queries)


def _declared(name: str, said: Node) -> Filter | None:
    if said.flag("ignore"):
        return None
    between = said.get("through")
    through = tuple(between.text(key) for key in ("collection", "member", "give")) if between is not None else None
    pointer = join("", said.text("member"))
    return Filter(name, pointer, said.text("match", "equal"), said.text("exactly"), through)  # type: ignore[arg-type]


def _inferred(name: str, kind: Kind) -> Filter | None:
    by_name = {plain(each): each for each in kind.members}
    wanted = plain(name)
    for candidate in (wanted, f"{wanted}s", plain(singular(name)), f"{wanted}id"):
        if candidate in by_name:
            return Filter(name, f"/{by_name[candidate]}", "equal")
    return _range(name, kind)


def _range(name: str, kind: Kind) -> Filter | None:
    """The bound a parameter such as updatedAtStartDate or price_max sets."""
    spoken = words(name)
    match = "from" if _LOWER & set(spoken) else "to" if _UPPER & set(spoken) else ""
    if not match:
        return None
    rest = [word for word in spoken if word not in _LOWER | _UPPER | _NEUTRAL]
    moments = [each for each in kind.members.values() if each.is_moment or each.schema.text("format") == "date"]
    member = _moment(rest, moments) if moments else None
    if member is None and rest:
        member = next((each for each in kind.members.values() if list(words(each.name)) == rest), None)
    return Filter(name, f"/{member.name}", match) if member is not None else None


def _moment(rest: list[str], moments: list[Member]) -> Member | None:
    if not rest:
        return next((each for each in moments if each.is_creation), moments[0])
    return next((each for each in moments if [word for word in words(each.name) if word not in _NEUTRAL] == rest), None)
