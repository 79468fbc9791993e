"""The bounds of a list whose server does not end it."""

from typing import Any

import pytest
from scratch._runtime.errors import PaginationError
from scratch._runtime.operation import Operation
from scratch._runtime.pagination import CursorPagination, PagingFlow
from scratch._runtime.response.content import Json, RawResponse

from runtime.shop import Shop

LIST: Operation[Any] = Operation(
    id="list",
    method="GET",
    path="/items",
    responses={"200": Json(object)},
    pagination=CursorPagination(items="/items", parameter="after", cursor="/next"),
)


def test_a_list_of_ever_more_pages_without_items_ends_with_an_error() -> None:
    flow: PagingFlow[Any, Any] = PagingFlow(LIST.call(), Shop("sync").client()._config)

    def advance(number: int, items: object) -> None:
        body = {"items": items, "next": f"c{number}"}
        flow.advance(RawResponse(parsed=body, operation="list", status=200, headers={}, content=b""))

    for number in range(1_000):
        advance(number, None if number % 2 else [])
    advance(1_000, ["an item"])  # then they count anew
    for number in range(1_001, 2_001):
        advance(number, [])
    with pytest.raises(PaginationError, match="list: more than 1000 pages in a row have no items"):
        advance(2_001, [])
