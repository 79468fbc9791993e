"""Pagination: iterate over all items of a list, or page by page, and resume from a cursor.

A subclass of `Pagination` is the style of an API, as data: by cursor, page number or offset. The styles that follow a
URL are in `page_links.py`. `PagingFlow` is the policy without I/O, `Pager` and `AsyncPager` are its drivers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import quote, unquote_plus

from pydantic import BaseModel

from .client import config_of
from .errors import InvalidRequestError, PaginationError
from .json_pointer import find
from .raw import AsyncRawClient, RawClient
from .response.content import Content
from .serialization import to_json_type, wire_names
from .types import is_list

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from .client import AsyncClient, SyncClient
    from .operation import Call
    from .options import ClientConfig
    from .response.content import RawResponse

Item = TypeVar("Item")
Page = TypeVar("Page")

_MAX_DIGITS = 18  # of a count
_MAX_EMPTY_PAGES = 1_000
"""Pages without items that may follow each other: a filter may leave nothing of many pages, but not of ever more."""
_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON may have them alone, UTF-8 may not


# ---------------------------------------------------------------- styles


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """A page, and what is known of those before it.

    Attributes:
        start: the call of the first page that was read.
        call: the call that returned this one.
        value: its decoded body.
        headers: its headers, under lower-case names.
        items: its items.
        total: the number of all items, None where the response does not have it.
        pages_read: the number of pages up to this one, since the iteration began.
        items_read: the number of their items.
        config: the configuration of the client.
    """

    start: Call[Any]
    call: Call[Any]
    value: object
    headers: Mapping[str, str]
    items: Sequence[object]
    total: int | None
    pages_read: int
    items_read: int
    config: ClientConfig

    def value_at(self, pointer: str) -> object:
        """Return the value that a JSON Pointer of wire names leads to in the body, None if there is none."""
        return value_at(self.value, pointer)

    def argument(self, parameter: str) -> int | None:
        """Return the number that the call had for a parameter. Raises PaginationError if it is not a number."""
        text = _argument(self.call, parameter)
        if text is not None and (not text.isdecimal() or len(text) > _MAX_DIGITS):
            raise self.error(f"the page after that with {parameter}={text[:40]!r} is unknown, for it is not a number")
        return None if text is None else int(text)

    def error(self, reason: str) -> PaginationError:
        """The error that pages cannot be continued."""
        operation = self.call.operation.id
        return PaginationError(f"{operation}: {reason}", operation=operation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a list is paged, as the document declares it: JSON Pointers into a page, and in the subclass the style.

    Attributes:
        items: the list of a page.
        total: the number of all items, "" where pages do not have it.
        total_header: the response header with that number.
        stop: the member that tells whether a page is the last one; where it is declared, nothing else does.
        stop_value: its value on the last page.
    """

    items: str
    total: str = ""
    total_header: str = ""
    stop: str = ""
    stop_value: object = None

    def next_cursor(self, page: ReceivedPage) -> str | None:
        """Return what leads to the page after this one, None if the page is the last one or does not say it."""
        raise NotImplementedError

    def call_at(self, call: Call[Page], cursor: str, keys: frozenset[str]) -> Call[Page]:
        """Return the call for the page that a cursor leads to; `keys` are the query parameters that are credentials."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class CursorPagination(Pagination):
    """The next page is asked for with a value of this page, in a query parameter.

    Attributes:
        parameter: the query parameter.
        cursor: the pointer to the value in a page.
        item_cursor: the pointer to the value in the last item of a page, where an item is the cursor.
        is_alone: whether the next request has no other query parameter.
    """

    parameter: str
    cursor: str = ""
    item_cursor: str = ""
    is_alone: bool = False

    def next_cursor(self, page: ReceivedPage) -> str | None:
        """See Pagination."""
        if not self.item_cursor:
            return _text(page.value_at(self.cursor))
        return _text(value_at(page.items[-1], self.item_cursor)) if page.items else None

    def call_at(self, call: Call[Page], cursor: str, keys: frozenset[str]) -> Call[Page]:
        """See Pagination."""
        if self.is_alone:
            own = (pair for pair in call.query_string.split("&") if unquote_plus(pair.partition("=")[0]) in keys)
            call = replace(call, query_string="&".join(own))
        return _with_argument(call, self.parameter, cursor)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumberPagination(Pagination):
    """The next page is asked for by its number. A page without items is the last one.

    Attributes:
        parameter: the query parameter.
        first: the number of the first page, which a call without that parameter returns.
        number: the pointer to the number of a page in itself, which counts for a call without that parameter.
        pages: the pointer to the number of all pages.
    """

    parameter: str
    first: int = 1
    number: str = ""
    pages: str = ""

    def next_cursor(self, page: ReceivedPage) -> str | None:
        """See Pagination."""
        number = page.argument(self.parameter)
        if number is None:
            own = _whole_number(page.value_at(self.number)) if self.number else None
            number = self.first if own is None else own
        start = number - page.pages_read + 1
        first = start if _argument(page.start, self.parameter) is None else self.first
        pages = _whole_number(page.value_at(self.pages)) if self.pages else None
        is_last = (
            not page.items
            or (pages is not None and number - first + 1 >= pages)
            or (page.total is not None and start == first and page.items_read >= page.total)
        )
        return None if is_last and not (self.stop and page.items) else str(number + 1)

    def call_at(self, call: Call[Page], cursor: str, keys: frozenset[str]) -> Call[Page]:  # noqa: ARG002
        """See Pagination."""
        return _with_argument(call, self.parameter, cursor)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetPagination(Pagination):
    """The next page is asked for by the position of its first item. A page without items is the last one.

    Attributes:
        parameter: the query parameter.
        first: the position of the first item, which a call without that parameter returns.
    """

    parameter: str
    first: int = 0

    def next_cursor(self, page: ReceivedPage) -> str | None:
        """See Pagination."""
        start = page.argument(self.parameter)
        position = (self.first if start is None else start) + len(page.items)
        is_last = not page.items or (page.total is not None and position - self.first >= page.total)
        return None if is_last and not (self.stop and page.items) else str(position)

    def call_at(self, call: Call[Page], cursor: str, keys: frozenset[str]) -> Call[Page]:  # noqa: ARG002
        """See Pagination."""
        return _with_argument(call, self.parameter, cursor)


# ---------------------------------------------------------------- the policy


class PagingFlow(Generic[Item, Page]):
    """The policy of pagination, without I/O: which call comes next, and which items its page contains.

    `call` is None after the last page. `cursor` leads to the page after the latest one, None after the last page.
    `total` is the number of all items as the latest page has it.
    """

    def __init__(self, call: Call[Page], config: ClientConfig, cursor: str | None = None) -> None:
        pagination = call.operation.pagination
        if not isinstance(pagination, Pagination):
            raise PaginationError(f"{call.operation.id}: this operation is not paged", operation=call.operation.id)
        self._start = call if cursor is None else pagination.call_at(call, cursor, config.query_keys)
        self.call: Call[Page] | None = self._start
        self.cursor = cursor
        self.total: int | None = None
        self._pagination = pagination
        self._config = config
        self._seen = {cursor} if cursor is not None else set[str]()
        self._earlier_items: list[Sequence[object]] = []  # of the first page and of the latest one
        self._pages_read = 0
        self._items_read = 0
        self._empty_pages = 0  # in a row

    def advance(self, response: RawResponse[Page]) -> Sequence[Item]:
        """Proceed to the call after this page, and return the items of this page.

        Raises PaginationError if the page is not the last one but does not lead to another one, or leads to one that
        was there before.
        """
        pagination, call = self._pagination, self.call
        if call is None:
            raise PaginationError("there is no page after the last one", operation=response.operation)
        items = value_at(response.parsed, pagination.items) or ()
        page = self._received(call, response, items if is_list(items) else ())
        if (items and not is_list(items)) or isinstance(response.parsed, str | Content):
            raise page.error("its items are not a list")
        is_last = bool(pagination.stop) and page.value_at(pagination.stop) == pagination.stop_value
        self.cursor = None if is_last else pagination.next_cursor(page)
        if self.cursor is None and pagination.stop and not is_last and not isinstance(pagination, _COUNTED):
            raise page.error("the page is not the last one but has no cursor")
        if self.cursor is not None:
            self._check_progress(page, self.cursor)
        self.call = None if self.cursor is None else pagination.call_at(call, self.cursor, self._config.query_keys)
        return cast("Sequence[Item]", page.items)

    def read_total(self, response: RawResponse[Page]) -> int | None:
        """Return the number of all items that a page has, None where it has none."""
        pagination = self._pagination
        if pagination.total_header:
            return _whole_number(response.headers.get(pagination.total_header.lower()))
        return _whole_number(value_at(response.parsed, pagination.total)) if pagination.total else None

    def _received(self, call: Call[Page], response: RawResponse[Page], items: Sequence[object]) -> ReceivedPage:
        self.total = self.read_total(response)
        self._pages_read += 1
        self._items_read += len(items)
        return ReceivedPage(
            start=self._start,
            call=call,
            value=response.parsed,
            headers=response.headers,
            items=items,
            total=self.total,
            pages_read=self._pages_read,
            items_read=self._items_read,
            config=self._config,
        )

    def _check_progress(self, page: ReceivedPage, cursor: str) -> None:
        """Raise PaginationError for a list that would never end, or goes on where no request leads."""
        if _SURROGATE.search(cursor):
            raise page.error("the cursor of the next page has characters that cannot be sent")
        if cursor in self._seen:
            raise page.error("the cursor of the next page was used before")
        self._seen.add(cursor)
        self._empty_pages = 0 if page.items else self._empty_pages + 1
        if self._empty_pages > _MAX_EMPTY_PAGES:
            raise page.error(f"more than {_MAX_EMPTY_PAGES} pages in a row have no items")
        if isinstance(self._pagination, _COUNTED):  # a server that ignores the parameter sends one page for ever
            if page.items and any(page.items == earlier for earlier in self._earlier_items):
                raise page.error("an earlier page has the same items; the server may ignore the number of the page")
            self._earlier_items = [*self._earlier_items[:1], page.items]


_COUNTED = (PageNumberPagination, OffsetPagination)
"""The styles in which the client counts, so that the server names no cursor."""


# ---------------------------------------------------------------- values


def value_at(value: object, pointer: str) -> object:
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


def _text(value: object) -> str | None:
    """The text of a cursor as it was received, None for none: a missing one, null, false, 0 and an empty text."""
    try:
        value = to_json_type(value)
    except ValueError:  # a time without a zone
        value = str(value)
    return str(value) if value and isinstance(value, str | int | float) and value is not True else None


def _whole_number(value: object) -> int | None:
    """A count that was received as a number or as a text, None for one that is beyond reason."""
    match value:
        case bool():
            return None
        case int() | float() if abs(value) < 10**_MAX_DIGITS and value == int(value):
            return int(value)
        case str() if value.isdecimal() and len(value) <= _MAX_DIGITS:
            return int(value)
        case _:
            return None


def _argument(call: Call[Any], parameter: str) -> str | None:
    """The value of a query parameter in a call."""
    return next((value for name, value in call.query if name == parameter), None)


def _with_argument(call: Call[Page], parameter: str, value: str) -> Call[Page]:
    """Return the same call with another value of a query parameter."""
    pairs = [
        pair for pair in call.query_string.split("&") if pair and unquote_plus(pair.partition("=")[0]) != parameter
    ]
    pairs.append(f"{quote(parameter, safe='')}={quote(value, safe='')}")
    return replace(call, query_string="&".join(pairs))


# ---------------------------------------------------------------- pagers


def _checked_cursor(cursor: object) -> str:
    if not isinstance(cursor, str):
        raise InvalidRequestError("cursor= has to be a str, as the `cursor` of a pager is before its last page")
    return cursor


class Pager(Generic[Item, Page]):
    """Iterates over all items of a list and fetches each page when it is needed: `for order in client.orders.list()`.

    `cursor` leads to the page after the last one that was iterated over, None after the last page: a cursor, a page
    number, an offset or a URL, as text. `resume` continues there, also in another process. `total` is the number of
    all items, known after the first page if the API says it, else None.
    """

    def __init__(self, client: SyncClient, call: Call[Page], cursor: str | None = None) -> None:
        self._client = client
        self._call = call
        self._start = cursor
        self.cursor = cursor
        self.total: int | None = None

    def __iter__(self) -> Iterator[Item]:
        """Yield every item of every page, in order. Raises PaginationError and everything a call raises."""
        flow, client = self._flow(), RawClient(self._client)
        while flow.call is not None:
            items = flow.advance(client.send(flow.call))
            self.total = flow.total
            yield from items
            self.cursor = flow.cursor

    def pages(self) -> Iterator[Page]:
        """Yield every page as the API sends it."""
        flow, client = self._flow(), RawClient(self._client)
        while flow.call is not None:
            response = client.send(flow.call)
            flow.advance(response)
            self.cursor, self.total = flow.cursor, flow.total
            yield response.parsed

    def first(self) -> Page:
        """Return only the first page."""
        flow = self._flow()
        response = RawClient(self._client).send(flow.call or self._call)
        self.total = flow.read_total(response)
        return response.parsed

    def resume(self, cursor: str) -> Pager[Item, Page]:
        """Return a pager that begins with the page that the `cursor` of a pager of the same list leads to."""
        return Pager(self._client, self._call, _checked_cursor(cursor))

    def _flow(self) -> PagingFlow[Item, Page]:
        return PagingFlow(self._call, config_of(self._client), self._start)


class AsyncPager(Generic[Item, Page]):
    """Iterates over all items of a list: `async for order in client.orders.list()`; see Pager."""

    def __init__(self, client: AsyncClient, call: Call[Page], cursor: str | None = None) -> None:
        self._client = client
        self._call = call
        self._start = cursor
        self.cursor = cursor
        self.total: int | None = None

    async def __aiter__(self) -> AsyncIterator[Item]:
        """Yield every item of every page, in order. Raises PaginationError and everything a call raises."""
        flow, client = self._flow(), AsyncRawClient(self._client)
        while flow.call is not None:
            items = flow.advance(await client.send(flow.call))
            self.total = flow.total
            for item in items:
                yield item
            self.cursor = flow.cursor

    async def pages(self) -> AsyncIterator[Page]:
        """Yield every page as the API sends it."""
        flow, client = self._flow(), AsyncRawClient(self._client)
        while flow.call is not None:
            response = await client.send(flow.call)
            flow.advance(response)
            self.cursor, self.total = flow.cursor, flow.total
            yield response.parsed

    async def first(self) -> Page:
        """Return only the first page."""
        flow = self._flow()
        response = await AsyncRawClient(self._client).send(flow.call or self._call)
        self.total = flow.read_total(response)
        return response.parsed

    def resume(self, cursor: str) -> AsyncPager[Item, Page]:
        """Return a pager that begins with the page that the `cursor` of a pager of the same list leads to."""
        return AsyncPager(self._client, self._call, _checked_cursor(cursor))

    def _flow(self) -> PagingFlow[Item, Page]:
        return PagingFlow(self._call, config_of(self._client), self._start)
