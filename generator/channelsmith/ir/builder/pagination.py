"""How operations are paged: as `x-pagination` declares it, or inferred from parameters and the schema of a page.

A wrong pager is worse than none, so an operation is only taken for paged if its parameters and its response have one of
the shapes below, which are those of well-known APIs and frameworks. Names are compared without case, `_`, `-`, `.` and
brackets: `nextPageToken` and `next_page_token` are the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Final

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Node, json_pointer
from channelsmith.ir.builder.extensions import extension
from channelsmith.ir.media_family import is_json
from channelsmith.ir.members import properties_of, resolve_type, type_at

_INTEGERS: Final = frozenset({ir.Primitive(ir.Scalar.INTEGER), ir.Primitive(ir.Scalar.NUMBER)})
_WHOLE: Final = frozenset({ir.Primitive(ir.Scalar.INTEGER)})
"""The types of a `total` that is no amount of money."""
_STRING: Final = ir.Primitive(ir.Scalar.STRING)
_BOOLEAN: Final = ir.Primitive(ir.Scalar.BOOLEAN)
_CURSORS: Final = _INTEGERS | {_STRING, ir.Primitive(ir.Scalar.UUID)}


# ---------------------------------------------------------------- declared


def is_pagination_open(document: Document, node: Node) -> bool:
    """Whether neither an operation nor the document says how it is paged, or that it is not."""
    return all(extension(each, "x-pagination") is None for each in (node, document.root))


def declared_pagination(document: Document, node: Node, parameters: tuple[ir.Parameter, ...]) -> ir.Pagination | None:
    """Return the `x-pagination` of an operation with these parameters."""
    member = extension(node, "x-pagination")
    declared: Any = member.value if member is not None else None
    if not declared:
        return None
    total, stop = declared.get("total", ""), declared.get("stop", {"pointer": "", "value": None})
    content: dict[str, Any] = {
        "items": declared["items"],
        "total": total if isinstance(total, str) else "",
        "total_header": "" if isinstance(total, str) else total["header"],
        "stop": stop["pointer"],
        "stop_value": stop["value"],
        "limit": declared.get("limit", ""),
    }
    match declared:
        case {"cursor": cursor}:
            return ir.CursorPagination(
                parameter=cursor["parameter"],
                cursor=cursor.get("pointer", ""),
                item_cursor=cursor.get("item", ""),
                is_alone=cursor.get("alone", False),
                **content,
            )
        case {"page": page}:
            name = page["parameter"]
            own = next((_first_number(document, each) for each in parameters if each.name == name), None)
            first = page.get("first", 1 if own is None else own)
            pointers = {key: page.get(key, "") for key in ("number", "pages")}
            return ir.PageNumberPagination(parameter=name, first=int(first), **pointers, **content)
        case {"offset": offset}:
            return ir.OffsetPagination(parameter=offset["parameter"], first=int(offset.get("first", 0)), **content)
        case {"nextUrl": url}:
            return ir.NextUrlPagination(url=url, **content)
        case _:
            return ir.LinkHeaderPagination(**content)


def _first_number(document: Document, parameter: ir.Parameter) -> int | None:
    """Return the number of the first page if the schema or the description of its parameter says it."""
    schema = document.find(parameter.schema) if parameter.schema else None
    for keyword, value, number in _FIRST_BY_SCHEMA:
        member = schema.resolve().get(keyword) if schema is not None else None
        if member is not None and not isinstance(member.value, bool) and member.value == value:
            return number
    return next((number for number, text in _FIRST_NUMBER if text.search(parameter.description)), None)


_FIRST_BY_SCHEMA: Final = (("default", 0, 0), ("default", 1, 1), ("minimum", 1, 1), ("exclusiveMinimum", 0, 1))
"""Keyword, value and what it means; many frameworks write `minimum: 0` for every number without a sign."""
_FIRST_NUMBER: Final = tuple(
    (
        number,
        re.compile(
            rf"\b{names}[- ](based|indexed)|\b(start|begin)\w*\s+(at|from|with)\s+(page\s+)?{names}\b"
            rf"|\bfirst page is\s+(page\s+)?{names}\b",
            re.IGNORECASE,
        ),
    )
    for number, names in ((0, "(0|zero)"), (1, "(1|one)"))
)


# ---------------------------------------------------------------- inferred


@dataclass(frozen=True)
class _PagedOperation:
    """An operation whose success is one kind of JSON, by what its parameters and pages have."""

    document: Document
    operation: ir.Operation
    body: ir.Type
    headers: frozenset[str]
    schemas: Mapping[str, ir.Schema]

    @cached_property
    def parameters(self) -> Mapping[str, ir.Parameter]:
        """The query parameters by their normalized names."""
        return {_normalize(each.name): each for each in self.operation.parameters if each.location is ir.Location.QUERY}

    def parameter(self, names: Iterable[str], types: frozenset[ir.Type]) -> ir.Parameter | None:
        """Return the only parameter with one of these names, if it has one of these types."""
        found = [self.parameters[name] for name in names if name in self.parameters]
        return found[0] if len(found) == 1 and resolve_type(found[0].type, self.schemas) in types else None

    def find(self, paths: Iterable[str], types: frozenset[ir.Type]) -> str:
        """Return the pointer to the first member with one of these normalized paths and types, "" if there is none."""
        for path in paths:
            pointer, type_ = "", self.body
            for name in path.split("/")[1:]:
                members = properties_of(type_, self.schemas)
                actual = next((each for each in members if _normalize(each) == name), None)
                if actual is None:
                    break
                pointer, type_ = json_pointer.join(pointer, actual), members[actual]
            else:
                if resolve_type(type_, self.schemas) in types:
                    return pointer
        return ""

    @cached_property
    def items(self) -> str | None:
        """The pointer to the list of items, None if there is none or it is not certain which one it is."""
        if isinstance(resolve_type(self.body, self.schemas), ir.Array):
            return ""
        return self._only_list("") or self._only_wrapped_list()

    def _only_list(self, parent: str) -> str | None:
        lists = self._lists(parent)
        candidates = [name for name in lists if _normalize(name) in _ITEMS] if len(lists) > 1 else lists
        return json_pointer.join(parent, candidates[0]) if len(candidates) == 1 else None

    def _only_wrapped_list(self) -> str | None:
        if self._lists(""):
            return None
        members = properties_of(self.body, self.schemas)
        wrappers = [json_pointer.join("", name) for name in members if _normalize(name) in _WRAPPERS]
        lists = [found for wrapper in wrappers if (found := self._only_list(wrapper)) is not None]
        return lists[0] if len(lists) == 1 else None

    def _lists(self, parent: str) -> list[str]:
        """The names of the lists in an object that may contain items."""
        members = properties_of(type_at(self.body, parent, self.schemas), self.schemas)
        return [
            name
            for name, type_ in members.items()
            if isinstance(resolve_type(type_, self.schemas), ir.Array) and _normalize(name) not in _NOT_ITEMS
        ]

    @cached_property
    def content(self) -> dict[str, Any]:
        """What pages of every style have."""
        sizes = (self.parameter((name,), _INTEGERS) for name in _LIMITS)
        limit = next((each.name for each in sizes if each is not None), "")
        total = self.find(_in_places(_TOTALS), _INTEGERS) or self.find(_in_places(("total",)), _WHOLE)
        return {"items": self.items or "", "total": total, "limit": limit}

    def stop(self) -> dict[str, Any]:
        """Return the flag that tells whether a page is the last one."""
        for names, value in ((_LAST, True), (_MORE, False)):
            if pointer := self.find(_in_places(names), frozenset({_BOOLEAN})):
                return {"stop": pointer, "stop_value": value}
        return {}

    def has_choice_of(self, parameter: ir.Parameter) -> bool:
        """Whether another parameter chooses how the list is paged: by the value NEXT_TOKEN, or a flag usemarker."""
        name = _normalize(parameter.name)
        for other_name, other in self.parameters.items():
            if other is not parameter and other_name != name and other_name not in _NEXT_NAMES:
                values = {_normalize(str(value)) for value in _values_of(other.type, self.schemas)}
                is_flag = resolve_type(other.type, self.schemas) == _BOOLEAN
                if name in values or (is_flag and name in other_name):
                    return True
        return False


def infer_paginations(
    document: Document,
    operations: Iterable[ir.Operation],
    schemas: Mapping[str, ir.Schema],
    nodes: Mapping[str, Node],
) -> Iterator[tuple[ir.Operation, Diagnostic | None]]:
    """Yield every operation, and a note about each whose pagination is inferred.

    Args:
        document: the document.
        operations: all operations.
        schemas: all schemas by their pointers.
        nodes: the operations of which nothing is declared, by their pointers.
    """
    for operation in operations:
        node = nodes.get(operation.pointer)
        pagination = _infer_pagination(document, operation, schemas) if node is not None else None
        if node is None or pagination is None:
            yield operation, None
            continue
        name = operation.id or f"{operation.method} {operation.path}"
        message = f"{name!r} is paged {describe_pagination(pagination)}"
        note = node.problem(message, rule="inferred", hint=_HINT, severity=Severity.INFO)
        yield replace(operation, pagination=pagination), note


_HINT: Final = "if it is not, write x-pagination: false on the operation, or generate with --no-infer-pagination"


def _infer_pagination(
    document: Document, operation: ir.Operation, schemas: Mapping[str, ir.Schema]
) -> ir.Pagination | None:
    """Return how an operation is paged if its parameters and the schema of its success leave no doubt."""
    if operation.method != "GET" or operation.polling is not None or operation.batch_limit is not None:
        return None
    successes = [each for each in operation.responses if each.status.startswith("2")]
    media = [each for response in successes for each in response.media]
    types = {each.type for each in media}
    (body,) = types if len(types) == 1 else (None,)
    if body is None or any(each.is_stream or not is_json(each) for each in media):
        return None
    headers = frozenset(header.name.lower() for response in successes for header in response.headers)
    paged = _PagedOperation(document, operation, body, headers, schemas)
    if paged.items is None or not (paged.parameters.keys() & _PAGING or paged.find(_SELF_EVIDENT, _URLS)):
        return None
    return next((found for shape in _SHAPES if (found := shape(paged)) is not None), None)


def describe_pagination(pagination: ir.Pagination) -> str:
    """Return the style, and the names and pointers that it uses, as a text."""
    content = pagination
    parts = [f"{name} {getattr(content, name)!r}" for name in ("parameter",) if hasattr(content, name)]
    pointers = ("cursor", "item_cursor", "url", "items", "number", "pages", "total", "stop")
    own = {each.name for each in fields(content)}
    parts += [
        f"{name.replace('_', ' ')} at {value!r}"
        for name in pointers
        if name in own and ((value := getattr(content, name)) or name == "items")
    ]
    parts += ["sent alone"] * (isinstance(pagination, ir.CursorPagination) and pagination.is_alone)
    return f"{_STYLES[type(pagination)]} ({', '.join(parts)})"


_STYLES: Final[Mapping[type, str]] = {
    ir.CursorPagination: "by cursor",
    ir.PageNumberPagination: "by page number",
    ir.OffsetPagination: "by offset",
    ir.LinkHeaderPagination: "by the header Link",
    ir.NextUrlPagination: "by URLs in the body",
}


# ---------------------------------------------------------------- shapes


def _by_page_of_rest_framework(paged: _PagedOperation) -> ir.Pagination | None:
    """Django REST framework: `count`, `next`, `previous` and `results`, by `page`, or by `limit` and `offset`.

    The client counts: servers behind a proxy often name the wrong host in `next`.
    """
    if paged.items is None or _normalize(paged.items) != "results" or not paged.find(("/count",), _INTEGERS):
        return None
    if not (following := paged.find(("/next",), _URLS)) or not paged.find(("/previous",), _URLS):
        return None
    content: dict[str, Any] = paged.content | {"total": paged.find(("/count",), _INTEGERS), "stop": following}
    page, offset = paged.parameter(("page",), _INTEGERS), paged.parameter(("offset",), _INTEGERS)
    if page is not None and offset is None:
        first = _first_number(paged.document, page)
        return ir.PageNumberPagination(parameter=page.name, first=1 if first is None else first, **content)
    if offset is not None and page is None and "limit" in paged.parameters:
        return ir.OffsetPagination(parameter=offset.name, **content)
    return None


def _by_url_of_rest_framework(paged: _PagedOperation) -> ir.Pagination | None:
    """Django REST framework: `next`, `previous` and `results`, by `cursor`, which only the URL has."""
    url, is_results = paged.find(("/next",), _URLS), _normalize(paged.items or "") == "results"
    if not is_results or not url or not paged.find(("/previous",), _URLS) or "cursor" not in paged.parameters:
        return None
    return ir.NextUrlPagination(url=url, **paged.content)


def _by_cursor(paged: _PagedOperation) -> ir.Pagination | None:
    """A page has the value of a parameter for the next page, as in the APIs of Amazon, Google, Box and Slack."""
    matches = [
        (paged.parameters[name], cursor)
        for name, paths in _NEXT_CURSORS
        if name in paged.parameters and (cursor := paged.find(paths, _CURSORS))
    ]
    if len(matches) != 1:
        return None
    parameter, cursor = matches[0]
    type_ = resolve_type(parameter.type, paged.schemas)
    types = {_STRING} if _normalize(parameter.name) == "offset" else _CURSORS  # a number is echoed
    cursor_type = type_at(paged.body, cursor, paged.schemas)
    if parameter.required or {type_, cursor_type} - types or paged.has_choice_of(parameter):
        return None
    is_alone = bool(_ALONE.search(parameter.description))
    stop = {} if "next" in _normalize(cursor) else paged.stop()
    return ir.CursorPagination(
        parameter=parameter.name, cursor=cursor, is_alone=is_alone, **paged.content | _flag_more(stop)
    )


def _flag_more(stop: dict[str, Any]) -> dict[str, Any]:
    """The flag `has_more` beside a cursor; others may mean something else."""
    return stop if stop.get("stop_value") is False else {}


def _by_cursor_of_litestar(paged: _PagedOperation) -> ir.Pagination | None:
    """Litestar: `items`, `results_per_page` and `cursor`, which is that of the next page."""
    parameter, cursor = paged.parameters.get("cursor"), paged.find(("/cursor",), _CURSORS)
    if parameter is None or parameter.required or not cursor or not paged.find(("/resultsperpage",), _INTEGERS):
        return None
    return ir.CursorPagination(parameter=parameter.name, cursor=cursor, **paged.content)


def _by_last_item(paged: _PagedOperation) -> ir.Pagination | None:
    """Stripe, OpenAI: a parameter takes the id of the last item, and `has_more` ends the list."""
    parameter = paged.parameter(("startingafter", "after"), frozenset({_STRING}))
    stop = paged.stop()
    last_id = paged.find(("/lastid",), _URLS)
    if parameter is not None and last_id and stop.get("stop_value") is False and not parameter.required:
        return ir.CursorPagination(parameter=parameter.name, cursor=last_id, **paged.content | stop)
    list_type = type_at(paged.body, paged.items or "", paged.schemas)
    item = list_type.items if isinstance(list_type, ir.Array) else None
    has_id = resolve_type(properties_of(item, paged.schemas).get("id"), paged.schemas) == _STRING
    is_stripe = parameter is not None and _normalize(parameter.name) == "startingafter"
    if parameter is None or not is_stripe or parameter.required or stop.get("stop_value") is not False or not has_id:
        return None
    return ir.CursorPagination(parameter=parameter.name, item_cursor="/id", **paged.content | stop)


def _by_link_header(paged: _PagedOperation) -> ir.Pagination | None:
    """GitHub, Shopify: the response has a declared header `Link`."""
    return ir.LinkHeaderPagination(**paged.content) if "link" in paged.headers else None


def _by_url(paged: _PagedOperation) -> ir.Pagination | None:
    """HAL, JSON:API, OData and others whose pages have a member that can only be the URL of the next page."""
    url = paged.find(_NEXT_URLS, _URLS)
    return ir.NextUrlPagination(url=url, **paged.content) if url else None


def _by_number_of_pages(paged: _PagedOperation) -> ir.Pagination | None:
    """The number of a page is a parameter, and pages have the number of all pages: Laravel, Spring, BigCommerce."""
    pages = paged.find(_in_places(_PAGE_COUNTS), _INTEGERS)
    return _by_page_number(paged, pages) if pages else None


def _by_page_number(paged: _PagedOperation, pages: str = "") -> ir.Pagination | None:
    """The number of a page is a parameter, and pages have the number of all items, or a flag on the last one.

    It has to be certain whether the first page is 0 or 1: by the document, or because a page has its own number.
    """
    parameter = paged.parameter(_PAGES, _INTEGERS)
    if parameter is None or paged.parameters.keys() & (_OFFSETS | _CURSOR_PARAMETERS):
        return None
    first, stop = _first_number(paged.document, parameter), paged.stop()
    number = paged.find(_in_places(_PAGE_NUMBERS), _INTEGERS) if first is None else ""
    if pages and paged.find(_in_places(("totalelements",)), _INTEGERS):  # Spring: `number` may differ from `page`
        first, number = first or 0, ""
    if (first is None and not number) or not (pages or stop or paged.content["total"]):
        return None
    return ir.PageNumberPagination(
        parameter=parameter.name,
        first=1 if first is None else first,
        number=number,
        pages=pages,
        **paged.content | stop,
    )


def _by_offset(paged: _PagedOperation) -> ir.Pagination | None:
    """The number of items to skip is a parameter, and a page has the number of all items, or a flag on the last one."""
    parameter = paged.parameter(_OFFSETS, _INTEGERS)
    if parameter is None or paged.parameters.keys() & (_PAGES | _CURSOR_PARAMETERS):
        return None
    stop = paged.stop()
    if not paged.content["limit"] or not (stop or paged.content["total"]):
        return None
    return ir.OffsetPagination(parameter=parameter.name, **paged.content | stop)


_SHAPES: Final[tuple[Callable[[_PagedOperation], ir.Pagination | None], ...]] = (
    _by_page_of_rest_framework,
    _by_url_of_rest_framework,
    _by_cursor,
    _by_cursor_of_litestar,
    _by_last_item,
    _by_link_header,
    _by_number_of_pages,
    _by_url,
    _by_page_number,
    _by_offset,
)
"""The first that an operation has counts."""


# ---------------------------------------------------------------- names


_ITEMS: Final = frozenset(
    {
        *("items", "data", "results", "result", "entries", "records", "value", "content", "list", "rows"),
        *("resources", "objects", "elements", "collection"),
    }
)
_NOT_ITEMS: Final = frozenset({"errors", "warnings", "messages", "links", "included", "notices"})
_WRAPPERS: Final = frozenset({"payload", "data", "embedded", "result", "results", "response", "content"})
_LIMITS: Final = (
    *("limit", "pagesize", "perpage", "size", "maxresults", "maxresultsperpage", "resultsperpage", "itemsperpage"),
    *("top", "take", "count", "first"),
)
_PAGES: Final = frozenset({"page", "pagenumber", "pageno", "pagenum", "currentpage"})
_OFFSETS: Final = frozenset({"offset", "skip", "pageoffset"})
_TOTALS: Final = ("totalcount", "totalitems", "totalelements", "totalresults", "totalrecords", "itemscount")
_PAGE_NUMBERS: Final = ("pagenumber", "currentpage", "page", "number")
_PAGE_COUNTS: Final = ("pages", "totalpages", "pagecount", "lastpage", "pagestotal", "numpages")
_LAST: Final = ("last", "islast", "lastpage", "islastpage")
_MORE: Final = ("hasmore", "hasnext", "hasnextpage")
_PLACES: Final = (
    *("", "/pagination", "/paging", "/page", "/meta", "/metadata", "/meta/pagination", "/meta/page", "/pageinfo"),
    *("/payload", "/payload/pagination", "/responsemetadata", "/result", "/data"),
)
"""The members that may hold what describes a page."""


def _in_places(names: Iterable[str]) -> tuple[str, ...]:
    """The normalized paths of names in all places."""
    return tuple(f"{place}/{name}" for name in names for place in _PLACES)


_NEXT_NAMES: Final = frozenset({"nexttoken", "nextpagetoken", "nextcursor", "nextmarker", "nextpage"})
_NEXT_CURSORS: Final = (
    ("nexttoken", _in_places(("nexttoken",))),
    ("nextpagetoken", _in_places(("nextpagetoken",))),
    ("nextcursor", _in_places(("nextcursor",))),
    ("nextmarker", _in_places(("nextmarker",))),
    ("pagetoken", (*_in_places(("nextpagetoken",)), "/pagination/nexttoken", "/payload/pagination/nexttoken")),
    ("paginationtoken", (*_in_places(("nexttoken",)), "/paginationtoken")),
    ("continuationtoken", _in_places(("nextcontinuationtoken", "continuationtoken"))),
    ("cursor", (*_in_places(("nextcursor", "nextpagecursor")), "/nextpage")),
    ("startcursor", _in_places(("nextcursor",))),
    ("pagecursor", (*_in_places(("nextcursor",)), "/meta/page/after")),
    ("marker", _in_places(("nextmarker",))),
    ("after", ("/paging/next/after", "/pagination/cursor")),
    ("startingafter", ("/pages/next/startingafter",)),
    ("bookmark", ("/bookmark",)),
    ("offset", ("/offset",)),
)
"""Parameters, and the members whose values they take for the next page."""
_CURSOR_PARAMETERS: Final = frozenset(
    {*(name for name, _ in _NEXT_CURSORS if name not in {"after", "offset"}), "startingafter", "searchafter", "sinceid"}
)
_NEXT_URLS: Final = (
    *("/links/next/href", "/links/next", "/meta/links/next", "/meta/pagination/links/next", "/pagination/links/next"),
    *("/@odatanextlink", "/nextlink", *_in_places(("nexturl", "nexturi", "nextpageurl", "nextpageuri", "nexthref"))),
)
_SELF_EVIDENT: Final = ("/@odatanextlink", "/nextlink")
"""The members that only paged lists have, so that no parameter needs to confirm it."""
_PAGING: Final = frozenset(
    {*_LIMITS, *_PAGES, *_OFFSETS, *_CURSOR_PARAMETERS, "after", "before", "pageinfo", "maxid", "minid", "since"}
)
_URLS: Final = frozenset[ir.Type]({_STRING})
_ALONE: Final = re.compile(r"\bonly parameter\b|\bwith (any )?other parameters will\b", re.IGNORECASE)
"""What documents say of a cursor that has to be sent without the other parameters."""


def _normalize(name: str) -> str:
    return re.sub(r"[_\-.\[\]$/ ]", "", name).lower()


def _values_of(type_: ir.Type, schemas: Mapping[str, ir.Schema]) -> Iterator[ir.JsonScalar]:
    match resolve_type(type_, schemas):
        case ir.Ref(pointer) if isinstance(schema := schemas.get(pointer), ir.EnumSchema):
            yield from schema.values
        case ir.Constant(values):
            yield from values
        case ir.Array(items):
            yield from _values_of(items, schemas)
        case _:
            return
