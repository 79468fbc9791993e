"""Pagination: iterate over all items of a list, or page by page, and resume from a cursor."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from urllib.parse import quote, unquote_plus

from pydantic import BaseModel

from .errors import PaginationError
from .json_pointer import find
from .serialization import wire_names

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from .client import AsyncClient, SyncClient
    from .operation import Call

Item = TypeVar("Item")
Page = TypeVar("Page")


class PagingFlow(Generic[Item, Page]):
    """The policy of pagination, without I/O: which call comes next, and which items its page contains.

    `call` is None after the last page. `cursor` leads to the page after the latest one, None after the last page.
    """

    def __init__(self, call: Call[Page]) -> None:
        self.call: Call[Page] | None = call
        self.cursor: str | None = None
        self._pagination = call.operation.pagination
        self._seen: set[str] = set()

    def advance(self, page: Page) -> Sequence[Item]:
        """Proceed to the call after this page, and return the items of this page.

        Raises PaginationError if the page is not the last one but has no cursor, or one that was used before.
        """
        pagination, call = self._pagination, self.call
        if pagination is None or call is None:
            raise PaginationError("this operation is not paged")
        cursor = _value_at(page, pagination.cursor)
        is_last = _value_at(page, pagination.stop) == pagination.stop_value if pagination.stop else not cursor
        self.cursor = None if is_last else self._check(str(cursor or ""), call.operation.id)
        self.call = None if self.cursor is None else _with_cursor(call, pagination.parameter, self.cursor)
        return cast("Sequence[Item]", _value_at(page, pagination.items) or ())

    def _check(self, cursor: str, operation: str) -> str:
        if not cursor:
            raise PaginationError(f"{operation}: the page is not the last one but has no cursor", operation=operation)
        if cursor in self._seen:
            raise PaginationError(f"{operation}: the cursor of the next page was used before", operation=operation)
        self._seen.add(cursor)
        return cursor


def _with_cursor(call: Call[Page], parameter: str, cursor: str) -> Call[Page]:
    """Return the same call with another cursor."""
    pairs = [
        pair for pair in call.query_string.split("&") if pair and unquote_plus(pair.partition("=")[0]) != parameter
    ]
    pairs.append(f"{quote(parameter, safe='')}={quote(cursor, safe='')}")
    return replace(call, query_string="&".join(pairs))


def _value_at(value: object, pointer: str) -> object:
    """Return the value that a JSON Pointer of wire names leads to inside a decoded page, None if there is none."""
    for step in pointer.split("/")[1:]:
        if isinstance(value, BaseModel):
            value = _field(value, step.replace("~1", "/").replace("~0", "~"))
        else:
            value = next(iter(find(value, f"/{step}")), None)
    return value


def _field(model: BaseModel, wire: str) -> object:
    attribute = _attributes(type(model)).get(wire)
    if attribute is None:
        return (model.model_extra or {}).get(wire)
    return getattr(model, attribute, None)  # a required one may be missing where a body did not fit


@cache
def _attributes(model: type[BaseModel]) -> dict[str, str]:
    """Attribute by wire name."""
    return {wire: attribute for attribute, wire in wire_names(model).items()}


class Pager(Generic[Item, Page]):
    """Iterates over all items of a list and fetches each page when it is needed: `for order in client.orders.list()`.

    `cursor` leads to the page after the last one that was iterated over. Passed to the same method as its cursor
    argument, it continues there, also in another process.
    """

    def __init__(self, client: SyncClient, call: Call[Page]) -> None:
        self._client = client
        self._call = call
        self.cursor: str | None = None

    def __iter__(self) -> Iterator[Item]:
        """Yield every item of every page, in order. Raises PaginationError and everything a call raises."""
        flow: PagingFlow[Item, Page] = PagingFlow(self._call)
        while flow.call is not None:
            yield from flow.advance(self._client.send(flow.call))
            self.cursor = flow.cursor

    def pages(self) -> Iterator[Page]:
        """Yield every page as the API sends it."""
        flow: PagingFlow[Item, Page] = PagingFlow(self._call)
        while flow.call is not None:
            page = self._client.send(flow.call)
            flow.advance(page)
            self.cursor = flow.cursor
            yield page

    def first(self) -> Page:
        """Return only the first page."""
        return self._client.send(self._call)


class AsyncPager(Generic[Item, Page]):
    """Iterates over all items of a list: `async for order in client.orders.list()`; see Pager."""

    def __init__(self, client: AsyncClient, call: Call[Page]) -> None:
        self._client = client
        self._call = call
        self.cursor: str | None = None

    async def __aiter__(self) -> AsyncIterator[Item]:
        """Yield every item of every page, in order. Raises PaginationError and everything a call raises."""
        flow: PagingFlow[Item, Page] = PagingFlow(self._call)
        while flow.call is not None:
            for item in flow.advance(await self._client.send(flow.call)):
                yield item
            self.cursor = flow.cursor

    async def pages(self) -> AsyncIterator[Page]:
        """Yield every page as the API sends it."""
        flow: PagingFlow[Item, Page] = PagingFlow(self._call)
        while flow.call is not None:
            page = await self._client.send(flow.call)
            flow.advance(page)
            self.cursor = flow.cursor
            yield page

    async def first(self) -> Page:
        """Return only the first page."""
        return await self._client.send(self._call)
