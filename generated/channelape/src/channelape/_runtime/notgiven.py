"""The third value beside "a value" and None: an argument the caller did not give at all."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class NotGiven(Enum):
    """Type of `NOT_GIVEN`; `X | NotGiven` is narrowed by `is NOT_GIVEN`."""

    NOT_GIVEN = "NOT_GIVEN"

    def __bool__(self) -> Literal[False]:
        """Nothing was given, so it is false like None is."""
        return False

    def __repr__(self) -> str:
        """The bare name, as it reads in a signature."""
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Leaves the argument out of the request. None is sent: as null in JSON, as an empty value elsewhere."""
