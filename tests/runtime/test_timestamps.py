"""A time that was read goes back as it came; one that was computed is written as RFC 3339."""

import copy
import pickle
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter
from scratch._runtime.types import Timestamp, rfc3339

READ = TypeAdapter[datetime](Timestamp)


def written(moment: datetime) -> str:
    return READ.dump_json(moment).decode().strip('"')


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.000Z",
        "2026-01-02T03:04:05.120Z",
        "2026-01-02T03:04:05+02:00",
        "2026-01-02T03:04:05.123456-05:30",
    ],
)
def test_a_text_with_a_zone_comes_back_unchanged(text: str) -> None:
    moment = READ.validate_python(text)
    assert (written(moment), rfc3339(moment)) == (text, text)
    assert written(READ.validate_json(f'"{text}"')) == text
    assert moment == datetime.fromisoformat(text)


def test_a_text_without_a_zone_is_utc_and_says_so_from_then_on() -> None:
    assert written(READ.validate_python("2026-01-02T03:04:05")) == "2026-01-02T03:04:05Z"


def test_what_is_computed_from_it_is_written_anew() -> None:
    moment = READ.validate_python("2026-01-02T03:04:05.000Z")
    assert written(moment + timedelta(seconds=1)) == "2026-01-02T03:04:06Z"
    assert written(moment.replace(year=2027)) == "2027-01-02T03:04:05Z"
    assert written(moment.astimezone(UTC)) == "2026-01-02T03:04:05Z"


def test_it_is_a_datetime_in_every_other_way() -> None:
    moment = READ.validate_python("2026-01-02T03:04:05.000Z")
    plain = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (moment, hash(moment), moment.isoformat()) == (plain, hash(plain), plain.isoformat())
    assert repr(moment).startswith("datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=")
    assert [written(each) for each in (copy.deepcopy(moment), pickle.loads(pickle.dumps(moment)))] == [  # noqa: S301
        "2026-01-02T03:04:05.000Z",
        "2026-01-02T03:04:05.000Z",
    ]
