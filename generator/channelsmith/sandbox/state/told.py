"""What the bodies of a list say about their page: by pagination's pointers, and by members of the usual names."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from channelsmith.document import Json
from channelsmith.sandbox.bodies import NOTHING, Nothing, put
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.parameters import types_of
from channelsmith.sandbox.state.paging import Page
from channelsmith.sandbox.state.places import Place
from channelsmith.sandbox.state.shapes import Member, Shapes, is_object, plain


class PageTold:
    """What the bodies of an operation say about their page."""

    def __init__(self, operation: Operation, place: Place, shapes: Shapes) -> None:
        """Finds the members that speak of pages, by pagination's pointers and by their usual names."""
        said = operation.node.get("x-pagination")
        stop = said.get("stop") if said is not None else None
        self._cursor: Final = said["cursor"].text("pointer") if said is not None else ""
        self._stop: Final = (stop.text("pointer"), stop["value"].value) if stop is not None else None
        self._members: Final = [
            (pointer, member, _TOLD[plain(member.name)])
            for pointer, member in _around(place, shapes)
            if plain(member.name) in _TOLD
            and pointer not in {self._cursor, stop.text("pointer") if stop is not None else ""}
        ]

    def tell(self, body: Json, page: Page) -> Json:
        """The body with its page described."""
        for pointer, member, said in self._members:
            value = said(page, types_of(member.schema))
            if not isinstance(value, Nothing):
                body = put(body, pointer, value)
            elif not member.required:
                body = without(body, pointer)
        if self._stop is not None:
            pointer, value = self._stop
            body = put(body, pointer, value if page.last else not value if isinstance(value, bool) else None)
        if self._cursor:
            body = put(body, self._cursor, page.cursor) if not page.last else without(body, self._cursor)
        return body


def without(body: Json, pointer: str) -> Json:
    """The body without the member at a pointer, which may not be there."""
    head, _, rest = pointer.removeprefix("/").partition("/")
    if not isinstance(body, dict) or head not in body:
        return body
    if not rest:
        return {name: value for name, value in body.items() if name != head}
    return {**body, head: without(body[head], f"/{rest}")}


_Told: TypeAlias = "Callable[[Page, frozenset[str]], Json | Nothing]"


def _is(kind: str, get: Callable[[Page], Json]) -> _Told:
    return lambda page, kinds: get(page) if not kinds or kind in kinds else NOTHING


_TOTAL: Final[_Told] = lambda page, _: page.total if page.counted else NOTHING  # noqa: E731 -- rows of the table below
_LAST: Final[_Told] = _is("boolean", lambda page: page.last)
_MORE: Final[_Told] = _is("boolean", lambda page: not page.last)
_NEXT: Final[_Told] = lambda page, kinds: page.next if page.next or "null" in kinds else NOTHING  # noqa: E731
_TOLD: Final[Mapping[str, _Told]] = {
    **dict.fromkeys(("total", "totalcount", "totalitems", "totalresults", "totalelements", "totalrecords"), _TOTAL),
    **dict.fromkeys(("count", "itemcount"), _is("integer", lambda page: len(page.items))),
    **dict.fromkeys(("pagesize", "size", "limit", "perpage", "itemsperpage"), _is("integer", lambda page: page.size)),
    **dict.fromkeys(("page", "pagenumber", "currentpage"), _is("integer", lambda page: page.number)),
    **dict.fromkeys(
        ("pages", "totalpages", "pagecount"), _is("integer", lambda page: -(-page.total // max(1, page.size)))
    ),
    **dict.fromkeys(("offset", "skip"), _is("integer", lambda page: page.start)),
    **dict.fromkeys(("hasmore", "hasnext", "hasnextpage", "more"), _MORE),
    **dict.fromkeys(("haspreviouspage", "hasprevious"), _is("boolean", lambda page: page.start > 0)),
    **dict.fromkeys(("lastpage", "islast", "islastpage"), _LAST),
    **dict.fromkeys(("next", "nexthref", "nextpagehref", "nextpageref", "nextlink", "nexturl"), _NEXT),
}
"""Name of a member without its spelling -> what it says about a page."""


def _around(place: Place, shapes: Shapes) -> list[tuple[str, Member]]:
    """The members beside the list and one level down, with their pointers."""
    found: list[tuple[str, Member]] = []
    for name, member in shapes.members(place.whole).items():
        found.append((f"/{name}", member))
        if is_object(member.schema) and f"/{name}" != place.pointer:
            found.extend((f"/{name}/{each}", inner) for each, inner in shapes.members(member.schema).items())
    return found
