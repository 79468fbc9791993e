"""Enums of error codes, with the documented message of each code and whether a later attempt may succeed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .types import IntEnum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Code(IntEnum):
    """An open enum of error codes; the documented ones are the members of a subclass."""

    @property
    def message(self) -> str:
        """The documented message, "" for an undocumented code or one without a message."""
        return _documentation(type(self)).messages.get(self.value) or ""

    @property
    def retryable(self) -> bool:
        """Whether the failure may go away when the same call is made again later."""
        return self.value in _documentation(type(self)).retryable

    def __str__(self) -> str:
        return f"{self.value} {self.name}" if self.is_known else f"{self.value} (undocumented)"

    @classmethod
    def describe(cls, *, messages: Mapping[int, str | None], retryable: Iterable[int]) -> None:
        """Set the documentation of all codes; called once, where they are defined."""
        _Documentation.known[cls] = _Documentation(messages, frozenset(retryable))


class _Documentation:
    """The documentation of the codes of one enum, which is kept here because an enum can hold only members."""

    known: ClassVar[dict[type[Code], _Documentation]] = {}

    def __init__(self, messages: Mapping[int, str | None], retryable: frozenset[int]) -> None:
        self.messages = messages
        self.retryable = retryable


def _documentation(codes: type[Code]) -> _Documentation:
    return _Documentation.known[codes]
