"""Scalar values, exact in both directions: how each is read, checked and written.

A value is never converted to another JSON type: `"5"` is no integer, 1 is no boolean, 0 is no date. A number without a
fraction is an int, one for which a float has not enough digits is a Decimal. What was read from a text, such as a time
with nine digits of a second, keeps that text and is sent back with it.

pydantic validates by core schemas, of which `make_exact` replaces those of scalars. So models and signatures have plain
annotations (`int`, `datetime`), whose meaning is defined here only.
"""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from math import isfinite
from operator import index
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast
from uuid import UUID

from pydantic_core import PydanticCustomError, PydanticKnownError
from pydantic_core import core_schema as cs

from .types import FORM, FORMAT, WIRE, is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Self, SupportsIndex

    from pydantic import GetCoreSchemaHandler, ValidationError
    from pydantic_core import CoreSchema


# ---------------------------------------------------------------- the running validation

Choice: TypeAlias = "tuple[object, object, ValidationError | None]"
"""A value, and the result or the error of the union that it was validated by."""

Rank: TypeAlias = tuple[int, int, int, int]
"""How well a value fits a type, the least is best; see `OneOf.rank` in `unions.py`."""


class _Validation(threading.local):
    """The state of the validation that is running in this thread."""

    received: bool = False
    """Whether the value is part of a response: it has to match its schema to the letter, and is not completed."""
    choices: dict[tuple[int, int], Choice] | None = None
    """What unions have chosen, by the identities of union and value."""
    ranks: dict[int, tuple[object, Rank]] | None = None
    """How well values fit the results of their validation, by the identity of the result."""


validation = _Validation()


# ---------------------------------------------------------------- numbers

_LONGEST_EXPANSION = 40
"""Digits before or after the point up to which a number is written without an exponent."""

_SAFE_LENGTH = 16
"""Length of a number, with its point, up to which a float has all its digits."""

_FLOAT_DIGITS = 17
"""Digits that identify a float."""

_LONGEST_INT = 4_300
"""Digits of an int that Python reads and writes."""


def number_text(number: Decimal | float) -> str:
    """Write a number exactly, without an exponent where that stays readable. Raises ValueError for NaN, infinity.

    A float without a fraction is written without a point: `123.0` would not be an id.
    """
    if not (number.is_finite() if isinstance(number, Decimal) else isfinite(number)):
        raise ValueError("not a finite number")
    if isinstance(number, Decimal):
        return f"{number:f}" if abs(number.adjusted()) < _LONGEST_EXPANSION else str(number)
    return float.__repr__(number).removesuffix(".0")


def parse_fraction(text: str) -> float | Decimal:
    """Read a JSON number with a fraction or exponent: a float if one has its digits, else a Decimal.

    Raises ArithmeticError for an exponent that is too large.
    """
    number = float(text)
    if len(text) <= _SAFE_LENGTH and "e" not in text and "E" not in text:
        return number
    return _as_float(Decimal(text), number)


def _as_float(exact: Decimal, number: float) -> float | Decimal:
    """The float nearest to a finite number if it is as precise as its text, else the Decimal.

    It is if its shortest text is the same number, or if it is written like that with 17 digits, as some servers do.
    """
    if isfinite(number):
        digits = len(exact.as_tuple().digits)
        if Decimal(repr(number)) == exact:
            return number
        if digits <= _FLOAT_DIGITS and Decimal(f"{number:.{digits - 1}e}") == exact:
            return number
    return exact


def _whole(value: object) -> int | None:
    """A number without a fraction as an int, else None; 1.0 is an integer to JSON Schema."""
    if isinstance(value, bool):
        return None
    exact = Decimal(repr(value)) if isinstance(value, float) and isfinite(value) else value
    if isinstance(exact, Decimal):
        is_whole = exact.is_finite() and exact.adjusted() < _LONGEST_INT and exact == exact.to_integral_value()
        return int(exact) if is_whole else None
    try:
        return index(cast("SupportsIndex", exact))
    except TypeError:
        return None


def _integer(value: object) -> int:
    if (whole := _whole(value)) is None:
        raise PydanticKnownError("int_type")
    return whole


def _number(value: object) -> float | Decimal:
    if isinstance(value, Decimal) and value.is_finite():
        return _as_float(value, float(value)) if validation.received else value
    if isinstance(value, float):
        if isfinite(value):
            return value
    elif (whole := _whole(value)) is not None:
        return whole
    raise PydanticKnownError("float_type")


def _decimal(value: object) -> Decimal:
    """A Decimal from a number; a caller may write one as a string, to a server that is another type."""
    if isinstance(value, str) and not validation.received:
        return _parse_decimal(value)
    return _decimal_of_number(value)


def _decimal_of_number(value: object) -> Decimal:
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if (whole := _whole(value)) is not None:
        return Decimal(whole)
    raise PydanticKnownError("decimal_parsing")


def _parse_decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise PydanticKnownError("decimal_parsing") from None
    if not number.is_finite() or not text.isascii() or "_" in text or text.strip() != text:
        raise PydanticKnownError("decimal_parsing")
    return number


# ---------------------------------------------------------------- values that keep their text


class _Parsed:
    """Adds the text from which a value was parsed; what is computed from the value has none."""

    text = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text. Raises ValueError."""
        raise NotImplementedError

    def __reduce_ex__(self, protocol: Any) -> Any:
        return (type(self).parse, (self.text,)) if self.text else super().__reduce_ex__(protocol)

    def __repr__(self) -> str:
        base = type(self).__bases__[1]
        return super().__repr__().replace(type(self).__name__, f"{base.__module__}.{base.__name__}", 1)


class _ParsedDecimal(_Parsed, Decimal):
    @classmethod
    def parse(cls, text: str) -> Self:
        number = cls(_parse_decimal(text))
        number.text = text
        return number


class ReceivedNumber(Decimal):
    """A JSON number that a server sent where others send a string; it goes back as a number."""


class _ParsedUUID(_Parsed, UUID):
    @classmethod
    def parse(cls, text: str) -> Self:
        uuid = cls(text)
        object.__setattr__(uuid, "text", text)  # UUID has no attributes that can be set
        return uuid

    def __repr__(self) -> str:
        return f"UUID({str(self)!r})"


class _ParsedDatetime(_Parsed, datetime):
    @classmethod
    def parse(cls, text: str) -> Self:
        if text[4:5] != "-" or text[11:13] == "24":  # other notations, and a notation that few versions of Python read
            raise ValueError("not a date-time")
        moment = cls.fromisoformat(f"{text[:-1]}Z" if text[-1:] == "z" else text)
        moment.text = text
        return moment


class _ParsedTime(_Parsed, time):
    @classmethod
    def parse(cls, text: str) -> Self:
        if text[2:3] != ":" or text[:2] == "24":
            raise ValueError("not a time")
        clock = cls.fromisoformat(f"{text[:-1]}Z" if text[-1:] == "z" else text)
        clock.text = text
        return clock


class _ParsedTimedelta(_Parsed, timedelta):
    @classmethod
    def parse(cls, text: str) -> Self:
        match = _duration_pattern().fullmatch(text)
        if match is None:
            raise ValueError("not a duration")
        if len(text) > _LONGEST_DURATION:
            raise OverflowError("numbers that take long to compute with")
        amounts = {unit: Decimal((match[unit] or "0").replace(",", ".")) for unit in _UNITS}
        if any(amount and _UNITS[unit] is None for unit, amount in amounts.items()):
            raise OverflowError("years and months have no fixed length")
        seconds = sum(amount * (_UNITS[unit] or 0) for unit, amount in amounts.items())
        duration = cls(microseconds=int(seconds * 1_000_000) * (-1 if match["sign"] == "-" else 1))
        duration.text = text
        return duration


# ---------------------------------------------------------------- times

NO_ZONE: Final = "a time needs a zone, for example datetime.now(UTC)"


def rfc3339(moment: datetime) -> str:
    """Write an aware time, with `Z` for UTC. Raises ValueError for a time without a zone.

    A time that was parsed is written as it was read: `12:00:00.000Z` stays that, and so does a time without a zone.
    """
    if isinstance(moment, _ParsedDatetime) and moment.text:
        return moment.text
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(NO_ZONE)
    if offset.seconds % 60 or offset.microseconds:  # RFC 3339 has hours and minutes only
        moment = moment.astimezone(UTC)
    return moment.isoformat().replace("+00:00", "Z")


def scalar_text(value: datetime | date | time | timedelta | UUID | str) -> str:
    """Write a scalar as the text of a JSON string: as it was read, else in its usual form."""
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, _Parsed) and value.text:
        return value.text
    if isinstance(value, timedelta):
        return _duration_text(value)
    if isinstance(value, time):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)


def _is_full_time(text: str) -> bool:
    """Whether a text that Python reads has hours, minutes and seconds in the notation of RFC 3339, zone aside."""
    return text[2:3] == text[5:6] == ":" and text[8:9] in {"", ".", "Z", "z", "+", "-"}


def _has_zone(text: str) -> bool:
    return text[-1:] in {"Z", "z"} or (text[-6:-5] in {"+", "-"} and text[-3:-2] == ":")


def _datetime(value: object) -> datetime:
    if isinstance(value, str):
        try:
            moment = _ParsedDatetime.parse(value)
        except ValueError:
            raise PydanticCustomError("date_time", "Input should be a valid date-time") from None
        if validation.received and not (value[10:11] in {"T", "t"} and _is_full_time(value[11:]) and _has_zone(value)):
            reason = "a date-time without a zone" if moment.tzinfo is None else "a date-time that is not of RFC 3339"
            raise PydanticCustomError("date_time_form", reason)  # pyright: ignore[reportArgumentType]
        return moment
    if not isinstance(value, datetime):
        raise PydanticCustomError("date_time", "Input should be a valid date-time")
    if value.tzinfo is None and not (isinstance(value, _ParsedDatetime) and value.text):
        raise PydanticCustomError("date_time_zone", NO_ZONE)
    return value


def _time(value: object) -> time:
    """A time of day. One without a zone is usual, though RFC 3339 has none."""
    if isinstance(value, time):
        return value
    try:
        clock = _ParsedTime.parse(value) if isinstance(value, str) else None
    except ValueError:
        clock = None
    if clock is None:
        raise PydanticCustomError("time", "Input should be a valid time")
    text = clock.text
    if validation.received and not (_is_full_time(text) and (clock.tzinfo is None or _has_zone(text))):
        raise PydanticCustomError("time_form", "a time that is not of RFC 3339")
    return clock


def _date(value: object) -> object:
    """What pydantic may read as a date; it would take a number and a time too."""
    if isinstance(value, str):
        if len(value) == len("2000-01-01") and value[4] == "-":
            return value
    elif isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticKnownError("date_type")


# ---------------------------------------------------------------- durations

_UNITS: Final = {
    "years": None,
    "months": None,
    "weeks": 604_800,
    "days": 86_400,
    "hours": 3_600,
    "minutes": 60,
    "seconds": 1,
}
"""The units of a duration in seconds, None for those that have no fixed length."""


_LONGEST_DURATION = 200
"""Length of a text up to which it is computed with."""


@cache
def _duration_pattern() -> re.Pattern[str]:
    """The notation of ISO 8601, with the sign that Python and Java write."""
    amounts = {unit: rf"(?:(?P<{unit}>[0-9]+(?:[.,][0-9]+)?){unit[0].upper()})?" for unit in _UNITS}
    years, months, weeks, days, *clock = amounts.values()
    return re.compile(rf"(?P<sign>[+-]?)P(?=.){years}{months}{weeks}{days}(?:T(?=.){''.join(clock)})?")


def _duration(value: object) -> timedelta | str:
    """A timedelta, or the text of a duration that a timedelta cannot be: one of years or months, or a very long one."""
    if isinstance(value, timedelta):
        return value
    if isinstance(value, str):
        try:
            return _ParsedTimedelta.parse(value)
        except OverflowError:
            return value
        except ValueError:
            pass
    raise PydanticCustomError("duration", "Input should be a valid duration")


def _duration_text(duration: timedelta) -> str:
    length = abs(duration)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{length.microseconds:06}".rstrip("0") if length.microseconds else ""
    clock = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    clock += f"{seconds}{fraction}S" * bool(seconds or fraction)
    period = f"{length.days}D" * bool(length.days) + f"T{clock}" * bool(clock)
    return f"{'-' * (duration < timedelta())}P{period or 'T0S'}"


# ---------------------------------------------------------------- other scalars


def _any_decimal(value: object) -> Decimal:
    if isinstance(value, str) or not validation.received:
        return _decimal_string(value)
    return ReceivedNumber(_decimal_of_number(value))


def _decimal_string(value: object) -> Decimal:
    if isinstance(value, ReceivedNumber):
        return value
    if not isinstance(value, str):
        if validation.received:
            raise PydanticKnownError("string_type")
        return _decimal_of_number(value)
    number = _parse_decimal(value)
    return number if number_text(number) == value else _ParsedDecimal.parse(value)


def _write_decimal_string(value: object, info: cs.SerializationInfo) -> object:
    as_text = info.mode_is_json() or info.context in {WIRE, FORM}
    if not as_text or not isinstance(value, Decimal) or isinstance(value, ReceivedNumber):
        return value
    return value.text if isinstance(value, _ParsedDecimal) and value.text else number_text(value)


_UUID_LENGTH = 36


def _uuid(value: object) -> object:
    """What pydantic may read as a UUID; a text that is not in lower case is kept."""
    if isinstance(value, UUID):
        return value
    if isinstance(value, str) and len(value) == _UUID_LENGTH and value[8] == value[13] == value[18] == value[23] == "-":
        try:
            return value if value == value.lower() else _ParsedUUID.parse(value)
        except ValueError:
            pass
    raise PydanticCustomError("uuid", "Input should be a valid UUID")


def _int_member(enum: Callable[[int], object], value: object) -> object:
    return enum(_integer(value))


def _one_of(allowed: Sequence[object]) -> Callable[[object], object]:
    """Check that a value is one of some constants; to Python, True is 1 and False is 0."""
    expected = " or ".join(map(repr, allowed))

    def check(value: object) -> object:
        for constant in allowed:
            if isinstance(constant, bool) == isinstance(value, bool) and constant == value:
                return constant
        raise PydanticKnownError("literal_error", {"expected": expected})

    return check


# ---------------------------------------------------------------- core schemas

Schema = dict[str, Any]
"""A core schema as it is built: a plain dictionary."""

_INNER: Final = (
    *("choices", "definitions", "extras_schema", "fields", "items_schema", "json_schema", "keys_schema"),
    *("lax_schema", "python_schema", "schema", "steps", "strict_schema", "values_schema"),
)
"""Keys under which a core schema has others: one, a list or a mapping of them."""

_EXACT: Final = "exact"
"""The metadata key of core schemas that are exact already."""


def make_exact(schema: CoreSchema, resolve: Callable[[CoreSchema], CoreSchema]) -> None:
    """Replace the scalars in a core schema by exact ones, in place, also in what it refers to."""
    pending, seen = [cast("Schema", schema)], set[int]()
    while pending:
        part = pending.pop()
        if id(part) in seen or _EXACT in (part.get("metadata") or ()):
            continue
        seen.add(id(part))
        if part["type"] == "definition-ref":
            with suppress(LookupError):  # a model under construction, which is made exact when it is complete
                pending.append(cast("Schema", resolve(cast("CoreSchema", part))))
        elif (exact := _exact_scalar(part)) is not None:
            kept = {"ref": part["ref"]} if "ref" in part else {}
            part.clear()
            part.update(exact, **kept)
        else:
            for key in _INNER:
                pending += _inner_schemas(part.get(key))
            if part["type"] == "model":
                part["metadata"] = {**(part.get("metadata") or {}), _EXACT: True}


def _inner_schemas(inner: object) -> Iterator[Schema]:
    if isinstance(inner, tuple):  # a schema and its label
        yield from _inner_schemas(cast("tuple[object, object]", inner)[0])
    elif is_list(inner):
        for item in inner:
            yield from _inner_schemas(item)
    elif is_dict(inner):
        if isinstance(inner.get("type"), str):
            yield inner
        else:
            yield from filter(is_dict, inner.values())


def _exact_scalar(schema: Schema) -> Schema | None:
    """The exact form of a core schema, None if there is no other."""
    original = {key: value for key, value in schema.items() if key != "ref"}
    metadata: Schema = schema.get("metadata") or {}
    build = _EXACT_SCALARS.get(metadata.get(FORMAT) or schema["type"])
    return build(original) if build is not None else None


def _strict(original: Schema) -> Schema:
    return {**original, "strict": True}


def _exact_int(original: Schema) -> Schema:
    other = cs.no_info_plain_validator_function(_integer)
    return _union(_strict(original), other, original, error="int_type")


def _exact_float(original: Schema) -> Schema:
    other = cs.no_info_plain_validator_function(_number)
    return _union(cs.int_schema(strict=True), other, original, error="float_type")


def _exact_decimal_string(original: Schema, read: Callable[[Any], Decimal]) -> Schema:
    written = cs.plain_serializer_function_ser_schema(_write_decimal_string, info_arg=True)
    return {**_plain(read, original), "serialization": written}


def _exact_uuid(original: Schema) -> Schema:
    return {**_checked(_uuid, original), "serialization": _writer(scalar_text)}


def _exact_enum(original: Schema) -> Schema | None:
    match original.get("sub_type"):
        case "str":
            del original["sub_type"]  # pydantic then looks a value up as it is
            return original
        case "int":
            return _plain(partial(_int_member, original["cls"]), original)
        case _:
            return None


def _exact_literal(original: Schema) -> Schema | None:
    allowed: Sequence[object] = original["expected"]
    return _checked(_one_of(allowed), original) if any(isinstance(value, int) for value in allowed) else None


_EXACT_SCALARS: Final[Mapping[str, Callable[[Schema], Schema | None]]] = {
    "any-decimal": lambda original: _exact_decimal_string(original, _any_decimal),
    "bool": _strict,
    "date": lambda original: _checked(_date, original),
    "datetime": lambda original: _plain(_datetime, original, write=scalar_text),
    "decimal": lambda original: _plain(_decimal, original),
    "decimal-string": lambda original: _exact_decimal_string(original, _decimal_string),
    "duration": lambda original: _plain(_duration, original, write=scalar_text),
    "enum": _exact_enum,
    "float": _exact_float,
    "int": _exact_int,
    "literal": _exact_literal,
    "str": _strict,
    "time": lambda original: _plain(_time, original, write=scalar_text),
    "uuid": _exact_uuid,
}
"""Format, or type, of a core schema -> what builds its exact form."""


def _union(usual: object, other: CoreSchema, original: Schema, *, error: str) -> Schema:
    """Two schemas, of which the first accepts most values and needs no call into Python."""
    choices = cast("list[CoreSchema | tuple[CoreSchema, str]]", [usual, other])
    union = cs.union_schema(choices, mode="left_to_right", custom_error_type=error, metadata=_metadata(original))
    return cast("Schema", union)


def _plain(read: Callable[[Any], object], original: Schema, write: Callable[[Any], object] | None = None) -> Schema:
    """A schema that only calls `read`."""
    schema = cs.no_info_plain_validator_function(
        read,
        json_schema_input_schema=cast("CoreSchema", original),
        metadata=_metadata(original),
    )
    return cast("Schema", schema) | ({"serialization": _writer(write)} if write else {})


def _checked(check: Callable[[Any], object], original: Schema) -> Schema:
    """The original schema, after a check that lets only exact values pass."""
    schema = cs.no_info_before_validator_function(check, cast("CoreSchema", original))
    return cast("Schema", schema) | {"metadata": {_EXACT: True}}


def _metadata(original: Schema) -> dict[str, object]:
    """Marks an exact schema, which in JSON Schema is what it was originally."""

    def describe(_: object, handler: Callable[[object], object]) -> object:
        return handler(original)

    return {_EXACT: True, "pydantic_js_functions": [describe]}


def _writer(write: Callable[[Any], object]) -> object:
    return cs.plain_serializer_function_ser_schema(write, when_used="json")


class ExactScalars:
    """Makes the scalars exact in the annotation that it is a note of."""

    @staticmethod
    def __get_pydantic_core_schema__(source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        make_exact(schema, handler.resolve_ref_schema)
        return schema
