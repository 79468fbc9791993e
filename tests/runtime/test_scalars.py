"""Scalars are exact: nothing is converted to another type, and what was read goes back as it came."""

import copy
import json
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

import pytest
from pydantic import ValidationError
from scratch._runtime.model import Model
from scratch._runtime.request.parameters import Parameter, path_text
from scratch._runtime.scalars import rfc3339
from scratch._runtime.serialization import codec, dumps, loads
from scratch._runtime.types import (
    AnyDecimal,
    AwareDatetime,
    CalendarDate,
    ClockTime,
    DecimalString,
    IntEnum,
    IsoDuration,
    StrEnum,
    Timestamp,
)

TWO = timezone(timedelta(hours=2))
LOWER, UPPER = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"
DECEMBER = datetime(2026, 12, 1, 10, tzinfo=UTC)


class State(StrEnum):
    OPEN = "open"


class Size(IntEnum):
    SMALL = 1


class Indexed:
    """An integer of another library, such as those of NumPy."""

    def __index__(self) -> int:
        return 7


def received(type_: object, text: str) -> tuple[Any, tuple[Any, ...]]:
    """A JSON text as the type, and what does not match."""
    type_codec = codec(type_)
    return type_codec.fit(type_codec.parse(text), received=True)


def given(type_: object, value: object) -> str | None:
    """The JSON that an argument is sent as, None if it is refused."""
    type_codec = codec(type_)
    fitted, problems = type_codec.fit(value)
    return None if problems else dumps(type_codec.wire_form(fitted))


READ = [
    (int, "5", 5),
    (int, "9007199254740993", 9007199254740993),
    (int, "-1234567890123456789012345678901234567890", -1234567890123456789012345678901234567890),
    (int, "5.0", 5),
    (int, "1e3", 1000),
    (int, "1e23", 10**23),
    (int, "12345678901234567890.0", 12345678901234567890),
    (float, "123", 123),
    (float, "1234567890123456789", 1234567890123456789),
    (float, "0.1", 0.1),
    (float, "10.50", 10.5),
    (float, "5.0", 5.0),
    (float, "-0.0", -0.0),
    (float, "1e3", 1000.0),
    (float, "1.7976931348623157e308", 1.7976931348623157e308),
    (float, "0.30000000000000004", 0.30000000000000004),
    (float, "0.10000000000000001", 0.1),  # as a server writes a float with 17 digits
    (float, "8.409999999999999E21", 8.41e21),
    (float, "12345678901234567.8", Decimal("12345678901234567.8")),
    (float, "3.141592653589793238", Decimal("3.141592653589793238")),
    (float, "1e400", Decimal("1e400")),
    (bool, "true", True),
    (str, '"5"', "5"),
    (date, '"2026-12-01"', date(2026, 12, 1)),
    (datetime, '"2026-12-01T10:00:00Z"', DECEMBER),
    (datetime, '"2026-12-01T12:00:00.000000001+02:00"', datetime(2026, 12, 1, 12, tzinfo=TWO)),
    (datetime, '"2026-12-01t10:00:00z"', DECEMBER),
    (time, '"10:00:00"', time(10)),
    (time, '"10:00:00.250Z"', time(10, 0, 0, 250_000, UTC)),
    (UUID, f'"{LOWER}"', UUID(LOWER)),
    (UUID, f'"{UPPER}"', UUID(LOWER)),
    (Decimal, "19.90", Decimal("19.90")),
    (Decimal, "7", Decimal(7)),
    (DecimalString, '"19.90"', Decimal("19.90")),
    (DecimalString, '"+1E+3"', Decimal(1000)),
    (AnyDecimal, '"19.90"', Decimal("19.90")),
    (AnyDecimal, "19.90", Decimal("19.90")),
    (AnyDecimal, "7", Decimal(7)),
    (IsoDuration, '"PT1H30M"', timedelta(minutes=90)),
    (IsoDuration, '"P1W2DT3.5S"', timedelta(days=9, seconds=3.5)),
    (IsoDuration, '"-P1D"', timedelta(days=-1)),
    (IsoDuration, '"P0Y0M1D"', timedelta(days=1)),
    (IsoDuration, '"PT5400,0S"', timedelta(minutes=90)),
    (IsoDuration, '"P1M"', "P1M"),
    (IsoDuration, '"P1Y2M3DT4H"', "P1Y2M3DT4H"),
    (IsoDuration, '"P99999999999D"', "P99999999999D"),
    (State, '"open"', State.OPEN),
    (State, '"new"', State("new")),
    (Size, "1", Size.SMALL),
    (Size, "1.0", Size.SMALL),
    (Size, "9", Size(9)),
    (Size, "9223372036854775808", Size(9223372036854775808)),
    (Literal[1, True], "true", True),
    (Literal[True, 1], "1", 1),
]


@pytest.mark.parametrize(("type_", "text", "value"), READ)
def test_a_value_of_the_type_is_read_and_goes_back_as_it_came(type_: object, text: str, value: object) -> None:
    result, problems = received(type_, text)
    assert (result, problems) == (value, ())
    assert isinstance(result, type(value))
    assert type(result) is bool or not isinstance(value, bool)
    written = dumps(codec(type_).wire_form(result))
    number = float if type(value) is float else Decimal
    assert json.loads(written, parse_float=number) == json.loads(text, parse_float=number)
    if text.startswith('"'):
        assert written == text


OTHER = {
    int: ["1e999999", '"5"', "true", "5.5", "null", "[5]", '""'],
    float: ['"1"', "true", '"NaN"', "NaN", "null"],
    bool: ["1", "0", '"no"', '"true"', "1.0", "null"],
    str: ["5", "true", "null", "[]"],
    date: ["0", '"0"', '"1700000000"', '"2026-12-01T00:00:00"', '"2026-12-01T00:00:00Z"', '"20261201"', '"2026-W49-1"'],
    datetime: ["0", "1700000000", '"1700000000"', '"soon"', '"2026-12-01T24:00:00Z"', '"2026-12-01T10:00:60Z"'],
    time: ["0", '"10"', '"24:00:00"', '"10:00:60Z"', "true", '"100000"'],
    UUID: ["5", f'"{{{LOWER}}}"', f'"{LOWER.replace("-", "")}"', f'"urn:uuid:{LOWER}"', f'"{"z" * 8}{LOWER[8:]}"'],
    Decimal: ['"1.10"', "true", "null", '"NaN"'],
    DecimalString: ["1.10", "5", '"NaN"', '"1_0"', '" 1"', '""', '"Infinity"', "true", '"\u0661"'],
    IsoDuration: ["5", '"5 minutes"', '"P"', '"PT"', '"P1DT"', '"01:30:00"', '"1H"', "true"],
    State: ["1", "true", "null"],
    Size: ['"1"', "true", "1.5"],
    Literal[1]: ["true", '"1"'],
    Literal[True]: ["1", "1.0", '"true"'],
}


@pytest.mark.parametrize(("type_", "text"), [(type_, text) for type_, texts in OTHER.items() for text in texts])
def test_a_value_of_another_type_is_none_of_it(type_: object, text: str) -> None:
    value, problems = received(type_, text)
    assert (value, len(problems)) == (None, 1)
    assert "value error" not in problems[0][1]


FORMS = [
    (datetime, "2026-12-01T10:00:00", datetime(2026, 12, 1, 10), "a date-time without a zone"),  # noqa: DTZ001 - it has none
    (datetime, "2026-12-01 10:00", datetime(2026, 12, 1, 10), "a date-time without a zone"),  # noqa: DTZ001 - as above
    (datetime, "2026-12-01", datetime(2026, 12, 1), "a date-time without a zone"),  # noqa: DTZ001 - as above
    (datetime, "2026-12-01T10:00:00+0000", DECEMBER, "a date-time that is not of RFC 3339"),
    (datetime, "2026-12-01 10:00:00Z", DECEMBER, "a date-time that is not of RFC 3339"),
    (datetime, "2026-12-01T10:00:00,5Z", DECEMBER.replace(microsecond=500_000), "a date-time that is not of RFC 3339"),
    (time, "10:00", time(10), "a time that is not of RFC 3339"),
    (time, "10:00:00+0200", time(10, tzinfo=TWO), "a time that is not of RFC 3339"),
]


@pytest.mark.parametrize(("type_", "text", "value", "problem"), FORMS)
def test_another_notation_is_a_finding_in_an_answer_only(type_: Any, text: str, value: Any, problem: str) -> None:
    assert received(type_, json.dumps(text)) == (None, (("", problem),))
    fitted, problems = codec(type_).fit(text)
    assert (fitted, problems) == (value, ())
    assert given(type_, text) == given(type_, fitted) == json.dumps(text)


GIVEN = [
    (int, Indexed(), "7"),
    (int, Decimal("5.00"), "5"),
    (int, 5.0, "5"),
    (int, Size.SMALL, "1"),
    (float, 3, "3"),
    (float, 2.5, "2.5"),
    (float, Indexed(), "7"),
    (float, Decimal("1.10"), "1.10"),
    (float, Decimal("0.1000000000000000000001"), "0.1000000000000000000001"),
    (Decimal, "1.10", "1.10"),
    (Decimal, 0.1, "0.1"),
    (DecimalString, Decimal("1.10"), '"1.10"'),
    (DecimalString, 3, '"3"'),
    (AnyDecimal, Decimal("1.10"), '"1.10"'),
    (date, date(2026, 12, 1), '"2026-12-01"'),
    (datetime, DECEMBER, '"2026-12-01T10:00:00Z"'),
    (time, time(10), '"10:00:00"'),
    (time, time(10, tzinfo=UTC), '"10:00:00Z"'),
    (UUID, UUID(LOWER), f'"{LOWER}"'),
    (IsoDuration, timedelta(hours=25, microseconds=1500), '"P1DT1H0.0015S"'),
    (IsoDuration, timedelta(), '"PT0S"'),
    (IsoDuration, timedelta(days=-1, minutes=90), '"-PT22H30M"'),
    (IsoDuration, timedelta(weeks=1), '"P7D"'),
    (list[int], (1, 2), "[1,2]"),
    (list[int], {1}, "[1]"),
    (str, State.OPEN, '"open"'),
]


@pytest.mark.parametrize(("type_", "value", "text"), GIVEN)
def test_an_argument_of_the_type_is_sent(type_: object, value: object, text: str) -> None:
    assert given(type_, value) == text


REFUSED = [
    *((int, value) for value in ("5", True, 5.5, Decimal("5.5"), float("inf"), b"5", None)),
    *((float, value) for value in ("5", True, float("nan"), Decimal("NaN"), b"5")),
    *((bool, value) for value in (1, 0, "true", 1.0)),
    *((str, value) for value in (5, b"x", bytearray(b"x"), Size.SMALL)),
    *((State, value) for value in (b"open", 1, True)),
    *((Size, value) for value in ("1", True, 1.5, State.OPEN)),
    *((date, value) for value in (DECEMBER, 0, "2026-12-01T00:00:00Z", True)),
    *((datetime, value) for value in (date(2026, 12, 1), 0, datetime(2026, 12, 1), "soon")),  # noqa: DTZ001 - no zone
    *((time, value) for value in (DECEMBER, 10, "soon")),
    *((UUID, value) for value in (5, "soon", b"0" * 16)),
    *((Decimal, value) for value in (True, "soon", Decimal("sNaN"))),
    *((IsoDuration, value) for value in (5, 5.5, "soon")),
    *((list[int], value) for value in ("12", {1: 2}, 5)),
]


@pytest.mark.parametrize(("type_", "value"), REFUSED)
def test_an_argument_of_another_type_is_refused(type_: object, value: object) -> None:
    assert given(type_, value) is None


@pytest.mark.parametrize("value", [1.0, True, 1, "1", "true"])
def test_a_union_of_scalars_keeps_the_type_of_a_value(value: object) -> None:
    text = given(bool | int | str, value)
    assert text == ("1" if value == 1.0 and value is not True else dumps(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (123.0, "123"),
        (-0.0, "-0"),
        (1e22, "1e%2B22"),
        (0.1, "0.1"),
        (Decimal("10.50"), "10.50"),
        (1234567890123456789, "1234567890123456789"),
        (time(10), "10%3A00%3A00"),
        (timedelta(minutes=90), "PT1H30M"),
        (UUID(LOWER), LOWER),
    ],
)
def test_a_scalar_in_a_path_has_its_own_text(value: object, text: str) -> None:
    assert path_text(Parameter("id", "path"), value) == text


KEPT = [
    (datetime, "2026-01-02T03:04:05.000Z"),
    (datetime, "2026-01-02T03:04:05.120Z"),
    (datetime, "2026-01-02T03:04:05.123456-05:30"),
    (datetime, "2026-01-02T03:04:05.123456789Z"),
    (datetime, "2026-01-02T03:04:05"),
    (time, "10:00:00.500"),
    (UUID, UPPER),
    (IsoDuration, "PT90M"),
    (DecimalString, "+1.50"),
]


@pytest.mark.parametrize(("type_", "text"), KEPT)
def test_the_text_survives_copies_and_pickles_and_is_written_everywhere(type_: Any, text: str) -> None:
    value, _ = codec(type_).fit(text)
    for each in (value, copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301 - our own
        assert (each, hash(each), repr(each)) == (value, hash(value), repr(value))
        assert given(type_, each) == json.dumps(text)
        assert codec(type_).adapter.dump_json(each).decode() == json.dumps(text)
    assert "_Parsed" not in repr(value)


@pytest.mark.parametrize("text", ["P" + "9" * 5_000_000 + "D", "PT0." + "1" * 5_000_000 + "S", "-P" + "9" * 150 + "W"])
def test_a_duration_of_very_many_digits_stays_a_text(text: str) -> None:
    assert codec(IsoDuration).fit(text, received=True) == (text, ())


def test_what_is_computed_from_a_value_is_written_anew() -> None:
    moment: Any = codec(datetime).fit("2026-01-02T03:04:05.000Z")[0]
    assert rfc3339(moment) == "2026-01-02T03:04:05.000Z"
    assert rfc3339(moment + timedelta(seconds=1)) == "2026-01-02T03:04:06Z"
    assert rfc3339(moment.replace(year=2027)) == "2027-01-02T03:04:05Z"
    assert rfc3339(moment.astimezone(TWO)) == "2026-01-02T05:04:05+02:00"
    assert pickle.loads(pickle.dumps(moment.replace(year=2027))).year == 2027  # noqa: S301 - our own
    duration: Any = codec(IsoDuration).fit("PT90M")[0]
    assert dumps(duration + timedelta(minutes=30)) == '"PT2H"'
    clock: Any = codec(time).fit("10:00:00.500")[0]
    assert dumps(clock.replace(hour=11)) == '"11:00:00.500000"'


def test_a_time_without_a_zone_may_go_back_but_not_be_made_here() -> None:
    moment: Any = codec(datetime).fit("2026-01-02T03:04:05")[0]
    assert given(datetime, moment) == '"2026-01-02T03:04:05"'
    with pytest.raises(ValueError, match="needs a zone"):
        rfc3339(moment + timedelta(seconds=1))
    assert codec(datetime).fit(moment.replace(year=2027))[1][0][1].startswith("a time needs a zone")


WRITTEN = [
    (datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC), "2026-01-02T03:04:05.000006Z"),
    (datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-5, minutes=-30))), "2026-01-02T03:04:05-05:30"),
    (datetime(1900, 1, 2, 0, 19, 32, tzinfo=timezone(timedelta(minutes=19, seconds=32))), "1900-01-02T00:00:00Z"),
]


@pytest.mark.parametrize(("moment", "text"), WRITTEN)
def test_a_time_is_written_as_rfc_3339(moment: datetime, text: str) -> None:
    assert (rfc3339(moment), given(datetime, moment)) == (text, json.dumps(text))


def test_the_names_of_types_are_those_of_python() -> None:
    assert (AwareDatetime, Timestamp, CalendarDate, ClockTime) == (datetime, datetime, date, time)


class Part(Model):
    n: float
    size: Size | None = None


class Whole(Model):
    part: Part
    parts: dict[str, Part] | None = None
    numbers: list[float] | None = None
    at: Timestamp | None = None
    length: IsoDuration | None = None
    whole: "Whole | None" = None


def test_the_fields_of_models_are_exact_at_every_depth() -> None:
    body = {"part": {"n": 1, "size": 1}, "parts": {"a": {"n": 2}}, "numbers": [1, 2.5], "whole": {"part": {"n": 3}}}
    whole = Whole.model_validate(body)
    assert dumps(whole.to_wire()) == dumps(body)
    for wrong in (
        {"part": {"n": "1"}},
        {"part": {"n": 1, "size": "1"}},
        {"part": {"n": 1}, "parts": {"a": {"n": True}}},
    ):
        with pytest.raises(ValidationError):
            Whole.model_validate(wrong)
        with pytest.raises(ValidationError):
            Whole.model_validate({"part": {"n": 1}, "whole": wrong})


def test_a_model_checks_what_its_constructor_is_given() -> None:
    with pytest.raises(ValidationError, match="valid number"):
        Part(n="1")  # type: ignore[arg-type]
    assert Part(n=1).to_wire() == {"n": 1}


def test_a_model_still_has_a_json_schema() -> None:
    for mode in ("validation", "serialization"):
        properties: Any = Whole.model_json_schema(mode=mode)["$defs"]["Whole"]["properties"]  # type: ignore[arg-type]
        assert properties["numbers"]["anyOf"][0] == {"items": {"type": "number"}, "type": "array"}
        assert properties["at"]["anyOf"][0] == {"format": "date-time", "type": "string"}
        assert properties["length"]["anyOf"][0] == {"format": "duration", "type": "string"}


def test_a_model_writes_json_by_itself_too() -> None:
    whole = Whole.model_validate({"part": {"n": 1}, "at": "2026-01-02T03:04:05.000Z", "length": "PT90M"})
    assert (
        json.loads(whole.model_dump_json(exclude_unset=True))
        == whole.to_wire()
        == {
            "part": {"n": 1},
            "at": "2026-01-02T03:04:05.000Z",
            "length": "PT90M",
        }
    )


@pytest.mark.parametrize("text", ["1" * 5000, "1e9999999999999999999999", "-"])
def test_a_number_beyond_reason_is_no_json(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(text)
