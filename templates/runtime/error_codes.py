"""Error codes that know their documented message and whether a later try may succeed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .types import IntEnum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Code(IntEnum):
    """An open enum of error codes; the documented ones are the members of a subclass."""

    @property
    def message(self) -> str:
        """The documented message; "" where the documentation has none, as for a code it does not list."""
        return _described(type(self)).messages.get(self.value) or ""

    @property
    def retryable(self) -> bool:
        """Whether the failure may go away when the same call is made again later."""
        return self.value in _described(type(self)).retryable

    def __str__(self) -> str:
        """`174 ORDER_NOT_FOUND`, or `9999 (undocumented)`."""
        return f"{self.value} {self.name}" if self.is_known else f"{self.value} (undocumented)"

    @classmethod
    def describe(cls, *, messages: Mapping[int, str | None], retryable: Iterable[int]) -> None:
        """Tell what the documentation says of each code; called once, where the codes are defined."""
        _Described.known[cls] = _Described(messages, frozenset(retryable))


class _Described:
    """What is documented of the codes of one enum, which may hold nothing but its members."""

    known: ClassVar[dict[type[Code], _Described]] = {}

    def __init__(self, messages: Mapping[int, str | None], retryable: frozenset[int]) -> None:
        self.messages = messages
        self.retryable = retryable


def _described(kind: type[Code]) -> _Described:
    return _Described.known[kind]
