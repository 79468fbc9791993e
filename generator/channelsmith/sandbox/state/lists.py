"""Lists: query parameters that select items, pages, and the members of a body that describe a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeAlias
from urllib.parse import quote, urlencode

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.ir.json_types import types_of
from channelsmith.sandbox.json_values import MISSING, MaybeJson, Missing, get_pointer, set_pointer
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schema_view import (
    Member,
    is_object,
    members_of,
    normalize,
    number_of,
    query_parameters,
    singular,
    words,
)
from channelsmith.sandbox.state.behavior import Filter, FilterRule
from channelsmith.sandbox.state.context import RequestContext
from channelsmith.sandbox.state.resources import Payload, Resource
from channelsmith.sandbox.state.store import Item, Key, as_list, to_cursor, to_text

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
    flags = {each.exact for each in declared.values() if isinstance(each, Filter)}
    rules = {
        name: declared[name] if name in declared else _by_name(name, resource) or _range(name, resource)
        for name in query_parameters(operation)
        if normalize(name) not in _NOT_FILTERS and name not in flags
    }
    filters = {name: rule for name, rule in rules.items() if rule is not None}
    return filters, [name for name in rules if name not in filters]


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
            wanted = {to_text(each) for each in as_list(value)}
            return not isinstance(actual, Missing) and any(to_text(each) in wanted for each in as_list(actual))


def is_paged(operation: Operation) -> bool:
    """Whether a list comes in pages: by a declared cursor, or by parameters with usual names."""
    return operation.spec.pagination is not None or any(
        normalize(name) in _PAGING for name in query_parameters(operation)
    )


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
    """Return a number, or a date or time in seconds since 1970; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    with suppress(ValueError):
        return float(value)
    with suppress(ValueError):
        time = datetime.fromisoformat(str(value).upper())
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
    return None


# ---------------------------------------------------------------- pages

Entry: TypeAlias = "tuple[Key, Item]"
Arguments: TypeAlias = "Mapping[tuple[str, str], Json]"
_Parameter: TypeAlias = tuple[str, Node]
"""The name and the schema of a query parameter."""
_SIZES: Final = ("limit", "size", "pagesize", "perpage", "take", "top", "maxresults", "first", "count")
_OFFSETS: Final = ("offset", "skip", "start")
_PAGES: Final = ("page", "pagenumber")
_CURSORS: Final = ("cursor", "pageinfo", "pagecursor", "pagetoken", "after", "maxid", "searchafter", "skiptoken")
_TOTALS: Final = ("count", "includetotal", "includecount", "withtotal", "withcount", "totalcount", "total")
_DEFAULT_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list."""

    items: Sequence[Entry]
    total: int
    start: int
    size: int
    number: int
    last: bool
    cursor: str | None
    """The key of the last item."""
    next: str | None
    """The relative URL of the next page without a leading slash; None on the last one."""
    counted: bool
    """Whether the response contains the total."""


class Paginator:
    """Selects pages of the list of one operation, by the parameters of its pagination or else by usual ones."""

    def __init__(self, operation: Operation) -> None:
        pagination = operation.spec.pagination
        self._path: Final = operation.path
        self.cursor: Final = _cursor_parameter(operation)
        self._is_declared: Final = "x-pagination" in operation.node and isinstance(pagination, ir.CursorPagination)
        self._size: Final = _find_parameter(operation, "integer", _SIZES, pagination.limit if pagination else "")
        declared = pagination.parameter if isinstance(pagination, ir.OffsetPagination) else ""
        self._offset: Final = _find_parameter(operation, "integer", _OFFSETS, declared)
        declared = pagination.parameter if isinstance(pagination, ir.PageNumberPagination) else ""
        self._page: Final = _find_parameter(operation, "integer", _PAGES, declared)
        self._first_page: Final = pagination.first if isinstance(pagination, ir.PageNumberPagination) else None
        self._first_item: Final = pagination.first if isinstance(pagination, ir.OffsetPagination) else 0
        self._total: Final = _find_parameter(operation, "boolean", _TOTALS)

    def page(
        self, entries: Sequence[Entry], arguments: Arguments, position: Callable[[str], int | None]
    ) -> Page | None:
        """Return the page that the arguments ask for, None where a declared cursor does not belong to the list.

        An unknown cursor of a list whose pagination is inferred leads to the first page: it may be something else.
        `position` returns the position of the item with a cursor in the order of creation.
        """
        size = self._page_size(arguments, len(entries))
        start, number = 0, 1
        given = arguments.get(("query", self.cursor)) if self.cursor else None
        if given is not None:
            after = position(str(given))
            if after is None and self._is_declared:
                return None
            after = -1 if after is None else after
            later = (at for at, (key, _) in enumerate(entries) if (position(to_cursor(key)) or 0) > after)
            start = next(later, len(entries))
        elif self._page is not None:
            first = _integer(self._page, "minimum", 1) if self._first_page is None else self._first_page
            number = self._argument(self._page, arguments, first)
            start = max(0, number - first) * size
        elif self._offset is not None:
            start = max(0, self._argument(self._offset, arguments, self._first_item) - self._first_item)
        items = entries[start : start + size]
        last = start + size >= len(entries)
        cursor = to_cursor(items[-1][0]) if items else None
        next_start = start + size + self._first_item
        following = None if last or cursor is None else self._next_url(arguments, cursor, next_start, number + 1)
        counted = self._total is None or arguments.get(("query", self._total[0])) is True
        return Page(items, len(entries), start, size, number, last, cursor, following, counted)

    def _page_size(self, arguments: Arguments, total: int) -> int:
        is_paged = bool(self.cursor or self._page or self._offset)
        if self._size is None:
            return _DEFAULT_SIZE if is_paged else max(1, total)
        name, schema = self._size
        if not isinstance(arguments.get(("query", name)), int) and "default" not in schema and not is_paged:
            return max(1, total)
        default = min(_DEFAULT_SIZE, _integer(self._size, "maximum", _DEFAULT_SIZE))
        return max(1 if self.cursor else 0, self._argument(self._size, arguments, default))

    def _argument(self, parameter: _Parameter, arguments: Arguments, default: int) -> int:
        value = arguments.get(("query", parameter[0]))
        return value if isinstance(value, int) else _integer(parameter, "default", default)

    def _next_url(self, arguments: Arguments, cursor: str, start: int, number: int) -> str:
        path, query = self._path, dict[str, list[str]]()
        for (location, name), value in arguments.items():
            if location == "path":
                path = path.replace(f"{{{name}}}", quote(to_text(value), safe=""))
            elif location == "query":
                query[name] = [to_text(each) for each in as_list(value)]
        if self.cursor:
            query[self.cursor] = [cursor]
        elif self._page is not None:
            query[self._page[0]] = [str(number)]
        elif self._offset is not None:
            query[self._offset[0]] = [str(start)]
        return f"{path.lstrip('/')}?{urlencode(query, doseq=True)}"


def _cursor_parameter(operation: Operation) -> str:
    """Return the query parameter for a cursor, also of a list whose pages have URLs; "" if there is none."""
    match operation.spec.pagination:
        case ir.CursorPagination(parameter=parameter):
            return parameter
        case ir.LinkHeaderPagination() | ir.NextUrlPagination():
            found = _find_parameter(operation, "string", _CURSORS)
            return found[0] if found is not None else ""
        case _:
            return ""


def _find_parameter(
    operation: Operation, type_name: str, names: Sequence[str], declared: str = ""
) -> _Parameter | None:
    """Return the declared query parameter, or else the one with the first of these names and a type."""
    schema = query_parameters(operation).get(declared)
    if schema is not None:
        return declared, schema.resolve()
    parameters = {
        normalize(name): (name, schema.resolve())
        for name, schema in query_parameters(operation).items()
        if schema is not None and type_name in types_of(schema)
    }
    return next((parameters[name] for name in names if name in parameters), None)


def _integer(parameter: _Parameter, keyword: str, default: int) -> int:
    value = number_of(parameter[1], keyword)
    return int(value) if value is not None else default


# ---------------------------------------------------------------- members that describe a page


class PageDescription:
    """Sets the members of a body that describe its page: where pagination points, and those with usual names."""

    def __init__(self, operation: Operation, payload: Payload) -> None:
        self._pagination: Final = operation.spec.pagination
        self._members_by_pointer: Final = dict(_members_around(payload))
        declared = {pointer for pointer, _ in self._declared(_NO_PAGE)}
        self._members: Final = [
            (pointer, member, _DESCRIPTION_OF[normalize(member.name)])
            for pointer, member in self._members_by_pointer.items()
            if normalize(member.name) in _DESCRIPTION_OF and pointer not in declared
        ]

    def describe(self, body: Json, page: Page) -> Json:
        """Return the body with the members that describe a page."""
        for pointer, member, (type_name, get) in self._members:
            types = types_of(member.schema)
            value = get(page) if not types or not type_name or type_name in types else MISSING
            if not isinstance(value, Missing) and (value is not None or "null" in types):
                body = set_pointer(body, pointer, value)
            elif not member.required:
                body = _without(body, pointer)
        for pointer, value in self._declared(page):
            body = set_pointer(body, pointer, value) if value is not None else self._cleared(body, pointer)
        return body

    def headers(self, page: Page) -> dict[str, str]:
        """Return the headers that describe a page."""
        headers: dict[str, str] = {}
        if isinstance(self._pagination, ir.LinkHeaderPagination) and page.next is not None:
            headers["Link"] = f'<{_query_of(page.next)}>; rel="next"'
        if self._pagination is not None and self._pagination.total_header:
            headers[self._pagination.total_header] = str(page.total)
        return headers

    def _declared(self, page: Page) -> Iterator[tuple[str, Json]]:
        """Yield the pointers that the pagination of the operation declares, and their values on a page."""
        pagination = self._pagination
        following = None if page.next is None else _query_of(page.next)
        match pagination:
            case None:
                return
            case ir.CursorPagination(cursor=cursor) if cursor:
                yield cursor, None if page.last else page.cursor
            case ir.PageNumberPagination(pages=pages) if pages:
                yield pages, -(-page.total // max(1, page.size))
            case ir.NextUrlPagination(url=url):
                yield url, following
            case _:
                pass
        if pagination.stop:
            value = pagination.stop_value
            other = not value if isinstance(value, bool) else following if value is None else None
            yield pagination.stop, value if page.last else other
        if pagination.total:
            yield pagination.total, page.total if page.counted else None

    def _cleared(self, body: Json, pointer: str) -> Json:
        """Return the body without the member at a pointer, or with null there if it is required."""
        member = self._members_by_pointer.get(pointer)
        is_null = member is not None and member.required and "null" in types_of(member.schema)
        return set_pointer(body, pointer, None) if is_null else _without(body, pointer)


_NO_PAGE: Final = Page((), 0, 0, 1, 1, last=True, cursor=None, next=None, counted=True)


def _query_of(url: str) -> str:
    """Return the relative reference of a page to another one of its list."""
    return f"?{url.partition('?')[2]}"


_DESCRIPTIONS: Final[Sequence[tuple[Sequence[str], str, Callable[[Page], MaybeJson]]]] = (
    (
        ("total", "totalcount", "totalitems", "totalresults", "totalelements", "totalrecords"),
        "",
        lambda page: page.total if page.counted else MISSING,
    ),
    (("count", "itemcount"), "integer", lambda page: len(page.items)),
    (("pagesize", "size", "limit", "perpage", "itemsperpage"), "integer", lambda page: page.size),
    (("page", "pagenumber", "currentpage"), "integer", lambda page: page.number),
    (("pages", "totalpages", "pagecount"), "integer", lambda page: -(-page.total // max(1, page.size))),
    (("offset", "skip"), "integer", lambda page: page.start),
    (("hasmore", "hasnext", "hasnextpage", "more"), "boolean", lambda page: not page.last),
    (("haspreviouspage", "hasprevious"), "boolean", lambda page: page.start > 0),
    (("lastpage", "islast", "islastpage"), "boolean", lambda page: page.last),
    (("next", "nexthref", "nextpagehref", "nextpageref", "nextlink", "nexturl"), "", lambda page: page.next),
)
"""Normalized names of members, the only type that they may have ("" for any), and their value."""
_DESCRIPTION_OF: Final = {name: (type_name, get) for names, type_name, get in _DESCRIPTIONS for name in names}


def _members_around(payload: Payload) -> list[tuple[str, Member]]:
    """Return the members beside the list and one level below, with their pointers."""
    found: list[tuple[str, Member]] = []
    for name, member in members_of(payload.body).items():
        found.append((f"/{name}", member))
        if is_object(member.schema) and f"/{name}" != payload.pointer:
            found.extend((f"/{name}/{below}", inner) for below, inner in members_of(member.schema).items())
    return found


def _without(body: Json, pointer: str) -> Json:
    """Return the body without the member at a pointer, if it is there."""
    head, _, rest = pointer.removeprefix("/").partition("/")
    if not isinstance(body, dict) or head not in body:
        return body
    if not rest:
        return {name: value for name, value in body.items() if name != head}
    return {**body, head: _without(body[head], f"/{rest}")}
