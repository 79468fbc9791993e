"""Lists that come in pages: all items lazily, or page by page, resumable from a cursor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from urllib.parse import quote, unquote_plus

from .errors import PaginationError
from .members import member

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from .client import AsyncClient, SyncClient
    from .operation import Call

Item = TypeVar("Item")
Page = TypeVar("Page")


class Walk(Generic[Item, Page]):
    """The way through the pages, without I/O: which call comes next, and what to make of its page.

    `call` is None after the last page; `cursor` leads to the page after the last one taken, None when there is none.
    """

    def __init__(self, call: Call[Page]) -> None:
        self.call: Call[Page] | None = call
        self.cursor: str | None = None
        self._pagination = call.operation.pagination
        self._seen: set[str] = set()

    def take(self, page: Page) -> Sequence[Item]:
        """Go on behind a page, and return its items.

        Raises PaginationError when the page says that there is more but not where, or leads back to an earlier one.
        """
        how, call = self._pagination, self.call
        if how is None or call is None:
            raise PaginationError("this operation is not paged")
        found = member(page, how.cursor)
        is_last = member(page, how.stop) == how.stop_value if how.stop else not found
        self.cursor = None if is_last else str(found or "")
        self.call = None if is_last else _at(call, how.parameter, self._unseen(self.cursor or "", call))
        return cast("Sequence[Item]", member(page, how.items) or ())

    def _unseen(self, cursor: str, call: Call[Page]) -> str:
        name = call.operation.id
        if not cursor:
            raise PaginationError(f"{name}: the page is not the last one, but holds no cursor", operation=name)
        if cursor in self._seen:
            raise PaginationError(f"{name}: the cursor of the next page was used before", operation=name)
        self._seen.add(cursor)
        return cursor


def _at(call: Call[Page], parameter: str, cursor: str) -> Call[Page]:
    """The same call for the page of a cursor."""
    kept = [each for each in call.query_string.split("&") if each and unquote_plus(each.partition("=")[0]) != parameter]
    return replace(call, query_string="&".join([*kept, f"{quote(parameter, safe='')}={quote(cursor, safe='')}"]))


class Pager(Generic[Item, Page]):
    """All items of a list: `for order in client.orders.list(...)`. Each page is fetched when its turn comes.

    `cursor` leads to the page after the last one fetched. Given to the same method as its cursor argument, another
    process goes on from there.
    """

    def __init__(self, client: SyncClient, call: Call[Page]) -> None:
        self._client = client
        self._call = call
        self.cursor: str | None = None

    def __iter__(self) -> Iterator[Item]:
        """Every item of every page, in order; raises what a call raises, and PaginationError."""
        walk: Walk[Item, Page] = Walk(self._call)
        for page in self._pages(walk):
            yield from walk.take(page)
            self.cursor = walk.cursor

    def pages(self) -> Iterator[Page]:
        """Every page as the API sends it."""
        walk: Walk[Item, Page] = Walk(self._call)
        for page in self._pages(walk):
            walk.take(page)
            self.cursor = walk.cursor
            yield page

    def first(self) -> Page:
        """The first page only."""
        return self._client.send(self._call)

    def _pages(self, walk: Walk[Item, Page]) -> Iterator[Page]:
        while walk.call is not None:
            yield self._client.send(walk.call)


class AsyncPager(Generic[Item, Page]):
    """All items of a list: `async for order in client.orders.list(...)`; else like `Pager`."""

    def __init__(self, client: AsyncClient, call: Call[Page]) -> None:
        self._client = client
        self._call = call
        self.cursor: str | None = None

    async def __aiter__(self) -> AsyncIterator[Item]:
        """Every item of every page, in order; raises what a call raises, and PaginationError."""
        walk: Walk[Item, Page] = Walk(self._call)
        async for page in self._pages(walk):
            for item in walk.take(page):
                yield item
            self.cursor = walk.cursor

    async def pages(self) -> AsyncIterator[Page]:
        """Every page as the API sends it."""
        walk: Walk[Item, Page] = Walk(self._call)
        async for page in self._pages(walk):
            walk.take(page)
            self.cursor = walk.cursor
            yield page

    async def first(self) -> Page:
        """The first page only."""
        return await self._client.send(self._call)

    async def _pages(self, walk: Walk[Item, Page]) -> AsyncIterator[Page]:
        while walk.call is not None:
            yield await self._client.send(walk.call)
