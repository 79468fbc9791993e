"""Open enums: a value the document does not know yet becomes a member-like instance and survives a round trip.

`ReportStatus("NEW_STATE")` does not fail: the result equals "NEW_STATE", keeps it in `.value`, pickles and copies,
and says `.is_known == False`. `value in ReportStatus` asks whether the document names it.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class _OpenMeta(enum.EnumMeta):
    """Gives `in` one meaning on all Python versions: is this one of the documented values?"""

    def __contains__(cls, value: object) -> bool:
        try:
            return value in cls._value2member_map_
        except TypeError:  # unhashable
            return False


class StrEnum(enum.StrEnum, metaclass=_OpenMeta):
    """An enum of strings that accepts any other string too."""

    @property
    def is_known(self) -> bool:
        """Whether the document names this value."""
        return self._value_ in type(self)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        """By value: an unknown one has no name to be found by."""
        return type(self), (self._value_,)

    def __repr__(self) -> str:
        """Like any enum's, but an unknown value does not look like a member."""
        return super().__repr__() if self.is_known else f"<{type(self).__name__}: {self._value_!r} (unknown)>"


class IntEnum(enum.IntEnum, metaclass=_OpenMeta):
    """An enum of integers that accepts any other integer too."""

    @property
    def is_known(self) -> bool:
        """Whether the document names this value."""
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
        """By value: an unknown one has no name to be found by."""
        return type(self), (self._value_,)

    def __repr__(self) -> str:
        """Like any enum's, but an unknown value does not look like a member."""
        return super().__repr__() if self.is_known else f"<{type(self).__name__}: {self._value_!r} (unknown)>"
