"""Times on the wire: always aware, written as RFC 3339.

A text without a zone comes from a server that means UTC, so it is read as UTC. A `datetime` object without a zone
comes from a caller and could mean anything, so it is refused. A time that was read with its zone is written as it was
read, so that what goes back is what came: `12:00:00.000Z` stays that.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class ReadTime(datetime):
    """A `datetime` in every way, which knows the text it was read from."""

    text: str

    @classmethod
    def of(cls, moment: datetime, text: str) -> ReadTime:
        """The same moment, with its text."""
        time = moment.timetz()
        read = cls.combine(moment.date(), time)
        read.text = text
        return read

    def __reduce_ex__(self, protocol: object) -> tuple[Callable[[datetime, str], ReadTime], tuple[datetime, str]]:
        """Copies and pickles keep the text."""
        return type(self).of, (datetime.combine(self.date(), self.timetz()), self.text)

    def __repr__(self) -> str:
        """As any `datetime`."""
        return repr(datetime.combine(self.date(), self.timetz()))


def rfc3339(moment: datetime) -> str:
    """Write an aware time, with `Z` for UTC. Raises ValueError for a time without a zone."""
    if isinstance(moment, ReadTime) and (text := vars(moment).get("text")):  # not what was computed from one
        return str(text)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a time needs a zone, for example datetime.now(UTC)")
    if offset.seconds % 60 or offset.microseconds:  # RFC 3339 knows hours and minutes only
        moment = moment.astimezone(UTC)
    return moment.isoformat().replace("+00:00", "Z")


class _Rfc3339:
    """Tells pydantic how to read and write the annotated `datetime`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - importing this module must not load pydantic

        return cs.no_info_wrap_validator_function(
            cls._read,
            handler(datetime),
            serialization=cs.plain_serializer_function_ser_schema(rfc3339, when_used="json"),
        )

    @staticmethod
    def _read(value: object, inner: Callable[[object], datetime]) -> datetime:
        if isinstance(value, datetime) and value.utcoffset() is None:
            raise ValueError("a time needs a zone, for example datetime.now(UTC)")
        if isinstance(value, ReadTime):
            return value
        moment = inner(value)
        if moment.tzinfo is None:
            return moment.replace(tzinfo=UTC)
        return ReadTime.of(moment, value) if isinstance(value, str) else moment


Timestamp = Annotated[datetime, _Rfc3339]
"""An aware `datetime`; pydantic reads it from any ISO 8601 text and writes RFC 3339."""
