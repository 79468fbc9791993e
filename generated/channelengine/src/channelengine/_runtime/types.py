"""The types that generated models and signatures name, in one place."""

from datetime import date
from typing import TypeAlias

from .decimals import DecimalString
from .enums import IntEnum, StrEnum
from .notgiven import NOT_GIVEN, NotGiven
from .request.files import FileInput
from .timestamp import Timestamp

AwareDatetime = Timestamp
"""The name under which the model generator may ask for it."""

CalendarDate: TypeAlias = date
"""A date under a name that no attribute of a model takes."""

__all__ = [
    "NOT_GIVEN",
    "AwareDatetime",
    "CalendarDate",
    "DecimalString",
    "FileInput",
    "IntEnum",
    "NotGiven",
    "StrEnum",
    "Timestamp",
]
