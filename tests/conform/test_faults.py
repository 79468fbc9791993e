"""What a client should make of a fault."""

import pytest

from channelsmith.conform.document import Operation, RetryRules
from channelsmith.conform.faults import is_repeated, pause_range


def operation(method: str = "GET", key: str = "", retry: RetryRules = RetryRules()) -> Operation:  # noqa: B008 -- frozen
    return Operation("call", method, "/", "call", idempotency_key=key, retry=retry)


@pytest.mark.parametrize(
    ("method", "key", "safe", "repeated"),
    [
        ("GET", "", None, True),
        ("PUT", "", None, True),
        ("DELETE", "", None, True),
        ("POST", "", None, False),
        ("PATCH", "", None, False),
        ("POST", "Key", None, True),
        ("PATCH", "", True, True),
        ("GET", "", False, False),
        ("POST", "Key", False, False),
    ],
)
def test_a_call_is_repeated_where_doing_it_twice_has_the_effect_of_doing_it_once(
    method: str, key: str, safe: bool | None, repeated: bool
) -> None:
    call = operation(method, key, RetryRules(safe=safe))
    assert [is_repeated(call, each) for each in (503, 500, "broken")] == [repeated] * 3
    assert is_repeated(call, 429) is True
    assert is_repeated(call, 404) is False


def test_a_document_declares_which_statuses_are_worth_repeating() -> None:
    call = operation(retry=RetryRules(frozenset({409})))
    assert [is_repeated(call, each) for each in (409, 503)] == [True, False]


def test_a_pause_is_as_long_as_asked_for_or_declared_or_a_backoff() -> None:
    limited = operation(retry=RetryRules(period=30.0))
    assert pause_range(limited, 429, 7.0) == (7.0, 7.0)
    assert [pause_range(limited, 429, None, attempt) for attempt in (0, 1)] == [(30.0, 60.0)] * 2
    quick = operation(retry=RetryRules(period=1.0))
    assert [pause_range(quick, 429, None, attempt) for attempt in (0, 1, 9)] == [(1.0, 2.0), (1.0, 4.0), (1.0, 8.0)]
    assert pause_range(operation(), 429, None) == (0.5, 1.0)
    assert pause_range(limited, 503, 600.0) == (120.0, 120.0)
    assert [pause_range(limited, 503, None, attempt) for attempt in (0, 1, 9)] == [(0.25, 0.5), (0.5, 1.0), (4.0, 8.0)]
