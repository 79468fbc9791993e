"""The table of what a client should make of a fault, and the reading of what it sent, apart from any client."""

from dataclasses import replace
from pathlib import Path

import pytest

from channelsmith import ir
from channelsmith.config import configured
from channelsmith.conform.equal import comparable
from channelsmith.conform.expectations import Pause, pause, repeats
from channelsmith.conform.methods import Method
from channelsmith.conform.parameters import pairs_of, read
from channelsmith.conform.suite import Subject
from channelsmith.conform.traffic import Sent


@pytest.fixture(scope="module")
def subject(workshop: Path) -> Subject:
    (job,) = configured(root=workshop)
    return Subject.of(job)


def method(
    subject: Subject, verb: str, *, key: str = "", safe: bool | None = None, statuses: tuple[int, ...] = ()
) -> Method:
    rule = ir.Retry(statuses, safe) if safe is not None or statuses else None
    operation = replace(subject.loaded.api.operations[0], method=verb, idempotency_key=key, retry=rule)
    return replace(subject.methods[0], operation=operation)


@pytest.mark.parametrize(
    ("verb", "key", "safe", "again"),
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
def test_a_call_is_repeated_where_doing_it_twice_is_like_doing_it_once(
    subject: Subject, verb: str, key: str, safe: bool | None, again: bool
) -> None:
    api, call = subject.loaded.api, method(subject, verb, key=key, safe=safe)
    assert [repeats(call, api, each) for each in (503, 500, "broken")] == [again] * 3
    assert repeats(call, api, 429) is True
    assert repeats(call, api, 404) is False


def test_a_document_says_which_statuses_are_worth_repeating(subject: Subject) -> None:
    call = method(subject, "GET", statuses=(409,))
    assert [repeats(call, subject.loaded.api, each) for each in (409, 503)] == [True, False]


def test_a_pause_is_as_long_as_asked_for_or_declared_or_a_backoff(subject: Subject) -> None:
    call = subject.methods[0]
    limited = replace(subject.loaded.api, rate_limit=ir.RateLimit(2, 60, "account"))
    assert pause(call, limited, 429, 7.0) == Pause(7.0, 7.0)
    assert pause(call, limited, 429, None) == Pause(30.0, 30.0)
    assert pause(call, limited, 503, 600.0) == Pause(120.0, 120.0)
    assert [pause(call, limited, 503, None, attempt) for attempt in (0, 1, 9)] == [
        Pause(0.25, 0.5),
        Pause(0.5, 1.0),
        Pause(4.0, 8.0),
    ]


@pytest.mark.parametrize(
    ("style", "explode", "query", "value", "found"),
    [
        ("", None, "p=a%20b&p=c,d", ["", ""], ["a b", "c,d"]),
        ("form", False, "p=a,b%2Cc", ["", ""], ["a", "b,c"]),
        ("pipeDelimited", False, "p=a%7Cb", ["", ""], ["a", "b"]),
        ("spaceDelimited", False, "p=a%20b", ["", ""], ["a", "b"]),
        ("pipeDelimited", False, "p=a,b", ["", ""], ["a,b"]),
        ("deepObject", None, "p%5Bx%5D=1&p%5By%5D=2", {"x": 1, "y": 2}, {"x": "1", "y": "2"}),
        ("", None, "x=1&y=2", {"x": 1, "y": 2}, {"x": "1", "y": "2"}),
        ("form", False, "p=x,1,y,2", {"x": 1, "y": 2}, {"x": "1", "y": "2"}),
        ("", None, "", "", None),
    ],
)
def test_what_was_sent_is_read_by_style_and_explode(  # noqa: PLR0917 -- a row of the table
    subject: Subject, style: str, explode: bool | None, query: str, value: object, found: object
) -> None:
    argument = subject.methods[0].arguments[0]
    parameter = replace(argument.parameter, name="p", style=style, explode=explode, media_type="")
    sent = Sent("GET", f"/?{query}", (), b"")
    assert read(replace(argument, parameter=parameter), value, sent, {}, pairs_of(query))[0] == found


def test_values_are_compared_by_what_they_mean() -> None:
    assert comparable("2026-01-31T12:00:00Z") == comparable("2026-01-31T14:00:00.000+02:00")
    assert comparable("2026-01-31T12:00:00") != comparable("2026-01-31T12:00:00Z")
    assert comparable({"a": ["19.90", 20.0]}) == comparable({"a": [19.9, 20]})
    assert comparable(value=True) != comparable("true")
    assert comparable(None) != comparable("")
