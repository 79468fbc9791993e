"""Filters of lists: which query parameters select items, inferred from their names or declared by the behaviour."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.json_values import MISSING, MaybeJson, Missing, get_pointer
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.behavior import Filter, FilterRule
from channelsmith.sandbox.state.context import RequestContext
from channelsmith.sandbox.state.resources import Resource
from channelsmith.sandbox.state.schema_view import Member, normalize, query_parameters, singular, words
from channelsmith.sandbox.state.store import Item, to_text

_LOWER_BOUND: Final = frozenset({"start", "from", "since", "after", "min", "gte", "gt", "minimum", "begin"})
_UPPER_BOUND: Final = frozenset({"end", "to", "until", "before", "max", "lte", "lt", "maximum"})
_TIME_WORDS: Final = frozenset({"date", "time", "at", "on", "datetime"})
_PAGING: Final = frozenset({"limit", "size", "page", "perpage", "pagesize", "offset", "skip", "pagenumber"})
_NOT_FILTERS: Final = _PAGING | {
    *("take", "top", "count", "cursor", "sort", "order", "orderby", "sortby", "fields", "include", "expand", "first"),
    *("includetotal", "withcount", "totalcount", "last", "lastkey", "starttoken", "nexttoken", "pagetoken"),
}
"""Normalized names of parameters that page, sort and select members."""


def infer_filters(
    operation: Operation, resource: Resource, declared: Mapping[str, FilterRule | None]
) -> tuple[dict[str, FilterRule], list[str]]:
    """Return the filters of a list by parameter, and the names of query parameters that have no effect."""
    filters: dict[str, FilterRule] = {}
    ignored: list[str] = []
    flags = {each.exact for each in declared.values() if isinstance(each, Filter)}
    for name in query_parameters(operation):
        if normalize(name) not in _NOT_FILTERS and name not in flags:
            chosen = declared[name] if name in declared else _by_name(name, resource) or _range(name, resource)
            if chosen is None:
                ignored.append(name)
            else:
                filters[name] = chosen
    return filters, ignored


def matches(item: Item, chosen: FilterRule, value: Json, request: RequestContext) -> bool:
    """Whether an item passes a filter for the value of its parameter."""
    if not isinstance(chosen, Filter):
        return chosen(request, item, value)
    actual = get_pointer(item, f"/{chosen.member}")
    match chosen.match:
        case "from" | "to":
            bound, rank = _rank(value), _rank(actual)
            if bound is None or rank is None:
                return bound is None
            return rank >= bound if chosen.match == "from" else rank <= bound
        case "prefix" if request.query.get(chosen.exact) is not True:
            return isinstance(actual, str) and actual.lower().startswith(to_text(value).lower())
        case _:
            wanted = {to_text(each) for each in (value if isinstance(value, list) else [value])}
            found = actual if isinstance(actual, list) else [] if isinstance(actual, Missing) else [actual]
            return any(to_text(each) in wanted for each in found)


def is_paged(operation: Operation) -> bool:
    """Whether a list comes in pages: by a declared cursor, or by parameters with usual names."""
    return operation.spec.pagination is not None or any(
        normalize(name) in _PAGING for name in query_parameters(operation)
    )


def parse_time(text: str) -> float | None:
    """Parse a date or date-time as seconds since 1970, UTC where it has no offset; None where it is neither."""
    try:
        time = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()


def _by_name(name: str, resource: Resource) -> Filter | None:
    by_name = {normalize(member): member for member in resource.members}
    wanted = normalize(name)
    candidates = (wanted, f"{wanted}s", normalize(singular(name)), f"{wanted}id")
    return next((Filter(by_name[each]) for each in candidates if each in by_name), None)


def _range(name: str, resource: Resource) -> Filter | None:
    """Return the bound that a parameter such as updatedAtStartDate or price_max sets."""
    spoken = words(name)
    is_lower, is_upper = bool(_LOWER_BOUND & set(spoken)), bool(_UPPER_BOUND & set(spoken))
    if not (is_lower or is_upper):
        return None
    rest = [word for word in spoken if word not in _LOWER_BOUND | _UPPER_BOUND | _TIME_WORDS]
    members = resource.members.values()
    times = [member for member in members if member.is_timestamp or member.schema.text("format") == "date"]
    member = _time_member(rest, times) if times else None
    if member is None and rest:
        member = next((each for each in members if list(words(each.name)) == rest), None)
    return Filter(member.name, "from" if is_lower else "to") if member is not None else None


def _time_member(rest: list[str], times: list[Member]) -> Member | None:
    if not rest:
        return next((member for member in times if member.is_creation_time), times[0])
    return next(
        (member for member in times if [word for word in words(member.name) if word not in _TIME_WORDS] == rest), None
    )


def _rank(value: MaybeJson) -> float | None:
    """Return a number or a time as a number, None for anything else."""
    if isinstance(value, bool) or value is MISSING:
        return None
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str):
        return None
    try:
        return float(value)
    except ValueError:
        return parse_time(value)
