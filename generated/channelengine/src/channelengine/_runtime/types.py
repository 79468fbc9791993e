"""The types that generated models and signatures use, and type guards for values of unknown type.

Importing this module does not load pydantic.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime
from decimal import Decimal
from math import isfinite
from typing import IO, TYPE_CHECKING, Annotated, Final, Literal, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from pydantic import GetCoreSchemaHandler, SerializationInfo
    from pydantic_core import CoreSchema


# ---------------------------------------------------------------- arguments that are not given


class NotGiven(enum.Enum):
    """Type of `NOT_GIVEN`; `X | NotGiven` is narrowed by `is NOT_GIVEN`."""

    NOT_GIVEN = "NOT_GIVEN"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Leaves the argument out of the request. None is sent: as null in JSON, as an empty value elsewhere."""


# ---------------------------------------------------------------- open enums


class _OpenMeta(enum.EnumMeta):
    """Makes `in` mean the same in all Python versions: whether a value is documented."""

    def __contains__(cls, value: object) -> bool:
        try:
            return value in cls._value2member_map_
        except TypeError:  # unhashable
            return False


class StrEnum(enum.StrEnum, metaclass=_OpenMeta):
    """An enum of strings that accepts any other string too.

    `ReportStatus("NEW_STATE")` does not fail: the result equals "NEW_STATE", has it as `value`, can be pickled and
    copied, and its `is_known` is False. `value in ReportStatus` is true for documented values.
    """

    @property
    def is_known(self) -> bool:
        """Whether the value is documented."""
        return self._value_ in type(self)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._value_,)  # by value: an unknown member cannot be looked up by name

    def __repr__(self) -> str:
        return super().__repr__() if self.is_known else f"<{type(self).__name__}: {self._value_!r} (unknown)>"


class IntEnum(enum.IntEnum, metaclass=_OpenMeta):
    """An enum of integers that accepts any other integer too; see StrEnum."""

    @property
    def is_known(self) -> bool:
        """Whether the value is documented."""
        return self._value_ in type(self)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(int(value))
        member._value_ = int(value)
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[int]]:
        return type(self), (self._value_,)  # by value: an unknown member cannot be looked up by name

    def __repr__(self) -> str:
        return super().__repr__() if self.is_known else f"<{type(self).__name__}: {self._value_!r} (unknown)>"


# ---------------------------------------------------------------- times


class _ParsedDatetime(datetime):
    """A `datetime` that keeps the text it was parsed from."""

    text: str

    @classmethod
    def of(cls, moment: datetime, text: str) -> _ParsedDatetime:
        """The same moment, with its text."""
        parsed = cls.combine(moment.date(), moment.timetz())
        parsed.text = text
        return parsed

    def __reduce_ex__(
        self, protocol: object
    ) -> tuple[Callable[[datetime, str], _ParsedDatetime], tuple[datetime, str]]:
        return type(self).of, (datetime.combine(self.date(), self.timetz()), self.text)

    def __repr__(self) -> str:
        return repr(datetime.combine(self.date(), self.timetz()))


def rfc3339(moment: datetime) -> str:
    """Write an aware time, with `Z` for UTC. Raises ValueError for a time without a zone.

    A time that was parsed is written as it was read: `12:00:00.000Z` stays that.
    """
    if isinstance(moment, _ParsedDatetime) and (text := vars(moment).get("text")):  # missing in a computed time
        return str(text)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a time needs a zone, for example datetime.now(UTC)")
    if offset.seconds % 60 or offset.microseconds:  # RFC 3339 has hours and minutes only
        moment = moment.astimezone(UTC)
    return moment.isoformat().replace("+00:00", "Z")


class _Rfc3339:
    """The pydantic schema of `Timestamp`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - slow to load

        return cs.no_info_wrap_validator_function(
            cls._read,
            handler(datetime),
            serialization=cs.plain_serializer_function_ser_schema(rfc3339, when_used="json"),
        )

    @staticmethod
    def _read(value: object, inner: Callable[[object], datetime]) -> datetime:
        if isinstance(value, datetime) and value.utcoffset() is None:
            raise ValueError("a time needs a zone, for example datetime.now(UTC)")
        if isinstance(value, _ParsedDatetime):
            return value
        moment = inner(value)
        if moment.tzinfo is None:
            return moment.replace(tzinfo=UTC)
        return _ParsedDatetime.of(moment, value) if isinstance(value, str) else moment


Timestamp = Annotated[datetime, _Rfc3339]
"""An aware `datetime`: pydantic reads it from any ISO 8601 text and writes RFC 3339.

A text without a zone is read as UTC, which is what servers mean by it. A `datetime` object without a zone is refused,
since a caller could mean any zone.
"""

AwareDatetime = Timestamp
"""The name under which the model generator may import it."""

CalendarDate: TypeAlias = date
"""A date under a name that no attribute of a model has."""


# ---------------------------------------------------------------- decimals

WIRE: Final = "wire"
"""The pydantic serialization context in which a request body is written."""

_LONGEST_EXPANSION = 40
"""Digits before or after the point up to which a number is written without an exponent."""


def number_text(number: Decimal | float) -> str:
    """Write a number exactly, without an exponent where that stays readable. Raises ValueError for NaN, infinity."""
    if not isfinite(number):
        raise ValueError("not a finite number")
    if isinstance(number, Decimal):
        return f"{number:f}" if abs(number.adjusted()) < _LONGEST_EXPANSION else str(number)
    return repr(float(number))


class _AsString:
    """The pydantic schema of `DecimalString`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - slow to load

        written = cs.plain_serializer_function_ser_schema(cls._write, info_arg=True)
        return cs.decimal_schema(serialization=written)

    @staticmethod
    def _write(value: object, info: SerializationInfo) -> object:
        as_text = info.mode_is_json() or info.context == WIRE
        return number_text(value) if as_text and isinstance(value, Decimal) else value


DecimalString = Annotated[Decimal, _AsString]
"""A Decimal that is a JSON string; a field of type `Decimal` is a JSON number."""


# ---------------------------------------------------------------- files

FileContent = bytes | IO[bytes]
FileInput = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file: its bytes or an open binary file, alone or as (name, content) or (name, content, media type).

An open file is sent completely, from its start, so that a retry can send it again; one that cannot be rewound, or whose
size is unknown, is read into memory first.
"""


# ---------------------------------------------------------------- type guards


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value is any mapping; the keys of JSON objects are strings."""
    return isinstance(value, Mapping)


def is_dict(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def is_collection(value: object) -> TypeGuard[list[object] | tuple[object, ...] | AbstractSet[object]]:
    """Whether a value is written as a JSON array."""
    return isinstance(value, list | tuple | AbstractSet)


def is_content(value: object) -> TypeGuard[FileContent]:
    """Whether a value is bytes or has a `read` method."""
    return isinstance(value, bytes | bytearray) or callable(getattr(value, "read", None))
