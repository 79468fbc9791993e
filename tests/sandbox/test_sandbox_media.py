"""Which of the offered bodies a caller wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from channelsmith.sandbox.json_values import MISSING, get_pointer, set_pointer
from channelsmith.sandbox.media_types import negotiate

if TYPE_CHECKING:
    from channelsmith.document import Json

OFFERED = ("application/json", "text/csv", "application/xml")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("text/*", "text/csv"),
        ("application/xml;q=0.5, text/csv;q=0.4", "application/xml"),
        ("application/json;q=0.1, */*;q=0.9", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("application/*, text/csv;q=0.9", "application/json"),
        ("image/png", None),
        ("text/csv;q=high", None),
    ],
)
def test_the_most_wanted_type_is_chosen(accept: str, chosen: str | None) -> None:
    assert negotiate(accept, OFFERED) == chosen


def test_a_member_is_set_without_touching_the_original() -> None:
    body: Json = {"a": [1, {"b": 2}]}
    assert set_pointer(body, "/a/1/b", 3) == {"a": [1, {"b": 3}]}
    assert set_pointer(body, "/x/y", 3) == {"a": [1, {"b": 2}], "x": {"y": 3}}
    assert set_pointer(body, "", None) is None
    assert body == {"a": [1, {"b": 2}]}


@pytest.mark.parametrize(
    ("pointer", "found"), [("", {"a~": [None]}), ("/a~0/0", None), ("/a~0/1", MISSING), ("/b/c", MISSING)]
)
def test_a_missing_member_is_told_apart_from_null(pointer: str, found: object) -> None:
    assert get_pointer({"a~": [None]}, pointer) == found
