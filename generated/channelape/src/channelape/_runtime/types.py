"""The types that generated models and signatures use, and type guards for values of unknown type.

Importing this module does not load pydantic.
"""

from __future__ import annotations

import enum
import os
from collections.abc import AsyncIterable, Iterable, Mapping, Sized
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from inspect import iscoroutinefunction
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Final, Literal, NoReturn, Protocol, TypeAlias, TypeGuard, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from typing import Self

    from pydantic import GetCoreSchemaHandler, SerializationInfo, ValidationInfo
    from pydantic_core import CoreSchema


# ---------------------------------------------------------------- arguments that are not given


class NotGiven(enum.Enum):
    """Type of `NOT_GIVEN`; `X | NotGiven` is narrowed by `is NOT_GIVEN`."""

    NOT_GIVEN = "NOT_GIVEN"

    @property
    def value(self) -> NoReturn:
        """Not available, so that pydantic, which takes an enum for its value, never takes this one for a text."""
        raise AttributeError("NOT_GIVEN has no value")

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Leaves the argument out of the request.

None is sent as null in a JSON body. It leaves out a member of a form and an optional parameter too, and for a required
parameter that can be null it is sent as an empty text.
"""


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


# ---------------------------------------------------------------- scalars, see `scalars.py`

FORMAT: Final = "format"
"""The metadata key of core schemas that `scalars.py` replaces by those of a format."""

Timestamp: TypeAlias = datetime
"""A date and time. An answer with one that has no zone is reported, and the value has none either."""

AwareDatetime: TypeAlias = Timestamp
"""The name under which the model generator may import it."""

CalendarDate: TypeAlias = date
"""A date under a name that no attribute of a model has."""

ClockTime: TypeAlias = time
"""A time of day under a name that no attribute of a model has."""


class _DecimalString:
    @staticmethod
    def __get_pydantic_core_schema__(_source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - slow to load

        return cs.decimal_schema(metadata={FORMAT: "decimal-string"})


DecimalString = Annotated[Decimal, _DecimalString]
"""A Decimal that is a JSON string; a field of type `Decimal` is a JSON number."""


class _AnyDecimal:
    @staticmethod
    def __get_pydantic_core_schema__(_source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - slow to load

        return cs.decimal_schema(metadata={FORMAT: "any-decimal"})


AnyDecimal = Annotated[Decimal, _AnyDecimal]
"""A Decimal that is a JSON string or number: one that was received as a number goes back as one, others as strings."""


class _IsoDuration:
    @staticmethod
    def __get_pydantic_core_schema__(_source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - slow to load

        return cs.timedelta_schema(metadata={FORMAT: "duration"})


IsoDuration = Annotated[timedelta | str, _IsoDuration]
"""A duration of ISO 8601: a timedelta, or its text if it has years or months, which have no fixed length."""


# ---------------------------------------------------------------- contexts of pydantic

WIRE: Final = "wire"
"""The serialization context in which a JSON body is written."""

FORM: Final = "form"
"""The serialization context of a form or multipart body, which unlike JSON can have files."""

MULTIPART: Final = "multipart"
"""The validation context of a multipart body, in which a text is not a file."""


# ---------------------------------------------------------------- files


class BinaryFile(Protocol):
    """An object that is read in binary mode, such as the result of `open(path, "rb")` or an `io.BytesIO`."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, all of them if it is negative."""
        ...


class AsyncFile(Protocol):
    """An object that is read with `await`, such as a file of anyio or aiofiles, for async clients."""

    def read(self, size: int = -1, /) -> Awaitable[bytes]:
        """Return at most `size` bytes, all of them if it is negative."""
        ...


class FileWrapper:
    """Base class of `Upload`, which packages have whose API takes files."""

    __slots__ = ()


class _FileValue:
    """The pydantic schema of a file, which is kept as it was given; with `or_text`, of a file or a text."""

    def __init__(self, *, or_text: bool = False) -> None:
        self._or_text = or_text

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - slow to load

        return cs.with_info_plain_validator_function(
            self._check,
            json_schema_input_schema=cs.bytes_schema(),
            serialization=cs.plain_serializer_function_ser_schema(self._write, info_arg=True),
        )

    def _check(self, value: object, info: ValidationInfo) -> object:
        from pydantic_core import PydanticCustomError  # noqa: PLC0415 - slow to load

        is_text = self._or_text and isinstance(value, str) and info.context != MULTIPART
        if not is_text and not is_file(value):
            raise PydanticCustomError("file_type", NO_FILE)
        return value

    @staticmethod
    def _write(value: object, info: SerializationInfo) -> object:
        from pydantic_core import PydanticSerializationError  # noqa: PLC0415 - slow to load

        if is_file(value) and info.mode_is_json():
            return "<file>"  # neither its content nor a path of this machine
        if is_file(value) and info.context == WIRE:
            raise PydanticSerializationError("a file cannot be sent as JSON")
        return value


FileContent = (
    bytes
    | bytearray
    | memoryview
    | BinaryFile
    | os.PathLike[str]
    | Iterable[bytes]  # not a list, a tuple or a set, which are several files
    | AsyncFile
    | AsyncIterable[bytes]
)
FileInput = Annotated[FileContent | tuple[str, FileContent] | tuple[str, FileContent, str] | FileWrapper, _FileValue()]
"""A file: its bytes, a `Path`, an open binary file or an iterable of bytes, alone or as (name, content) or (name,
content, media type), or an `Upload`.

A path is opened when it is sent and closed afterwards. An open file is sent completely, from its start, and stays open;
a pipe or a compressed file is sent while it is read. Nothing but bytes is ever in memory as a whole. What is sent while
it is read and cannot be read again, such as a generator, is sent once: the call is not repeated then, and another one
refuses it. Async files and async iterables are for async clients. A text is not a file, so the name of a file has to be
a `Path`.
"""

FileOrText = Annotated[FileInput | str, _FileValue(or_text=True)]
"""A file in a multipart body, a text in JSON: for models that describe both."""

NO_FILE: Final = (
    "A file has to be bytes, an open binary file, a Path (not str), an iterator of bytes, an Upload, or (name, content"
    "[, media type])"
)
"""Why a value is refused as a file."""


# ---------------------------------------------------------------- URLs


class UrlObject(Protocol):
    """A URL object whose text is its `str`, such as `httpx.URL`, `yarl.URL` or `pydantic.HttpUrl`."""

    @property
    def scheme(self) -> str: ...  # noqa: D102
    @property
    def host(self) -> str | None: ...  # noqa: D102


# ---------------------------------------------------------------- type guards


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is a finite number; True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


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


def is_async_function(value: object) -> bool:
    """Whether calling a value gives something to be awaited, as far as that is known before."""
    return iscoroutinefunction(value) or iscoroutinefunction(getattr(type(value), "__call__", None))  # noqa: B004


def is_content(value: object) -> bool:
    """Whether a value is bytes or a path, or has a `read` method."""
    return isinstance(value, bytes | bytearray | memoryview | os.PathLike) or callable(getattr(value, "read", None))


def is_chunks(value: object) -> TypeGuard[Iterable[bytes] | AsyncIterable[bytes]]:
    """Whether a value may give the content of a file piece by piece: an iterator, or another iterable without length.

    Collections are several files, and the fields of a pydantic model are no pieces of a file.
    """
    kind, is_model = type(value), hasattr(type(value), "model_fields")
    is_iterable = issubclass(kind, AsyncIterable) or (issubclass(kind, Iterable) and not issubclass(kind, Sized))
    return is_iterable and not is_model


def is_file(
    value: object,
) -> TypeGuard[FileContent | tuple[str, FileContent] | tuple[str, FileContent, str] | FileWrapper]:
    """Whether a value is one of the forms of `FileInput`."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        named = len(parts) in {2, 3} and all(isinstance(each, str) for each in (parts[0], *parts[2:]))
        return named and (is_content(parts[1]) or is_chunks(parts[1]))
    return isinstance(value, FileWrapper) or is_content(value) or is_chunks(value)


def has_file(value: object) -> bool:
    """Whether a value is a file, or a list with files."""
    return is_file(value) or (is_collection(value) and any(is_file(item) for item in value))
