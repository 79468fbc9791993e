"""Typed reading of the headers that a document declares for its responses."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..errors import DecodeError
from ..redaction import HIDDEN
from ..serialization import codec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..errors import ResponseError
    from .content import RawResponse

T = TypeVar("T")

_JSON_SCALAR = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false")


@dataclass(frozen=True, slots=True)
class Header(Generic[T]):
    """A header of responses whose value is read as `T`.

    Attributes:
        name: its name, in any case.
        type: the annotation of its value.
        media_type: the media type of its value, "" for the style `simple`.
        explode: whether an object is written as `name=value`.
    """

    name: str
    type: object
    media_type: str = ""
    explode: bool = False

    def read(self, response: RawResponse[object] | ResponseError) -> T | None:
        """Return the value in a raw response or in an error; None if there is no such header, or if it is hidden.

        Raises DecodeError for a value that is not as documented.
        """
        text = response.headers.get(self.name.lower())
        if text is None or HIDDEN in text:
            return None
        for form in self._forms(text.strip()):
            value, problems = codec(self.type).fit(form)
            if not problems:
                return cast("T", value)
        what = f"{response.operation}: the header {self.name} is not as documented"
        raise DecodeError(what, operation=response.operation, status=response.status, headers=response.headers)

    def _forms(self, text: str) -> Iterator[object]:
        """What a text can stand for: JSON, a number, itself, a time in the form of HTTP, a list, an object."""
        if self.media_type:
            with suppress(ValueError):
                yield codec(self.type).parse(text)
        if self.type is not Any:
            yield self._number(text)
        yield text
        with suppress(ValueError, TypeError, OverflowError):
            yield parsedate_to_datetime(text)
        items = [item.strip() for item in text.split(",")] if text else []
        yield [self._number(item) for item in items]
        yield items
        if self.explode:
            members = {name: value for name, _, value in (item.partition("=") for item in items)}
        else:
            members = dict(zip(items[::2], items[1::2], strict=False))
        yield {name: self._number(item) for name, item in members.items()}
        yield members

    def _number(self, text: str) -> object:
        """A number or a boolean; any other text is itself, and so is a number that is beyond reason."""
        if _JSON_SCALAR.fullmatch(text):
            with suppress(ValueError):
                return codec(self.type).parse(text)
        return text
