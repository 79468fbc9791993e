"""Values are compared by their meaning: texts as what they stand for, JSON by its exact types."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from channelsmith.conform.compare import comparable, json_difference, to_wire


def test_texts_are_compared_by_what_they_stand_for() -> None:
    assert comparable("2026-01-31T12:00:00Z") == comparable("2026-01-31T14:00:00.000+02:00")
    assert comparable("2026-01-31T12:00:00") != comparable("2026-01-31T12:00:00Z")
    assert comparable(datetime(2026, 1, 31, 12, tzinfo=UTC)) == comparable("2026-01-31T12:00:00Z")
    assert comparable({"a": ["19.90"]}) != comparable({"a": ["19.9"]})
    assert comparable('{"a": 1}') == comparable('{"a":1}')
    assert comparable('{"a": 1}') != comparable('{"a": 1.0}')
    assert comparable(None) != comparable("")


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (123, 123),
        (Decimal(123), 123),
        (Decimal("10.50"), 10.5),
        (10.5, Decimal("10.50")),
        (1, 1.0),
        ("2026-01-31T14:00:00+02:00", "2026-01-31T12:00:00Z"),
        ({"a": [1, None, True]}, {"a": [1, None, True]}),
        (1234567890123456789, 1234567890123456789),
    ],
)
def test_json_is_the_same(actual: Any, expected: Any) -> None:
    assert json_difference(actual, expected) == ""


@pytest.mark.parametrize(
    ("actual", "expected", "difference"),
    [
        (123.0, 123, "123.0 at /, not 123"),
        (Decimal("123.0"), 123, "Decimal('123.0') at /, not 123"),
        ("123", 123, "'123' at /, not 123"),
        (True, 1, "True at /, not 1"),
        (1, True, "1 at /, not True"),
        (0, False, "0 at /, not False"),
        (1.5, "1.5", "1.5 at /, not '1.5'"),
        ("1.50", "1.5", "'1.50' at /, not '1.5'"),
        (1.2345678901234568e18, 1234567890123456789, "1.2345678901234568e+18 at /, not 1234567890123456789"),
        ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00", "'2026-01-31T12:00:00Z' at /, not '2026-01-31T12:00:00'"),
        ({"a": {"b": 1}}, {"a": {}}, "with /a/b, which is not expected"),
        ({"a": {}}, {"a": {"b": None}}, "without /a/b"),
        ({"a": [1, 2.0]}, {"a": [1, 2]}, "2.0 at /a/1, not 2"),
        ([1], [1, 2], "[1] at /, not [1, 2]"),
    ],
)
def test_a_difference_of_json_is_named_with_its_place(actual: Any, expected: Any, difference: str) -> None:
    assert json_difference(actual, expected) == difference


def test_bare_values_are_compared_as_they_would_be_sent() -> None:
    assert to_wire([datetime(2026, 1, 31, 12, tzinfo=UTC)]) == ["2026-01-31T12:00:00+00:00"]
