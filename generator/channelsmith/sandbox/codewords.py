"""The words of error codes: what a code's name is about, what it says is wrong, and how near it comes to a field."""

from dataclasses import dataclass, field
from typing import Final

from channelsmith.naming.identifiers import singularize, split_words
from channelsmith.sandbox.schemas import Violation

LACKING: Final = frozenset({"required", "missing", "blank", "empty"})
WRONG: Final = frozenset({"invalid", "malformed", "incorrect", "wrong"})
TAKEN: Final = frozenset({"duplicate", "already"})
ABSENT: Final = frozenset({"not", "found"})
_OTHER: Final = frozenset({"exist", "expired", "unknown"})
_LITTLE: Final = frozenset({"is", "are", "be", "must", "a", "an", "the", "of", "for", "and", "or", "by", "to", "with"})
_MARKS: Final = LACKING | WRONG | TAKEN | ABSENT | _OTHER | _LITTLE
GENERAL: Final = frozenset(
    {"query", "parameter", "request", "body", "input", "argument", "attribute", "field", "value"}
)
"""Words that are about any request."""
COMMON: Final = frozenset({"id", "key", "type", "value", "code", "number", "date", "at", "min", "max"})
"""Words that end the names of many members."""
_EMPTY: Final = ("is required", "should be non-empty", "is too short")  # of a list that lacks its elements, too


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a failure; the message is None where the table has none, or its words would mislead."""

    code: int
    message: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is wrong, in words."""

    words: frozenset[str]
    """All of them, those of the objects around it included."""
    last: tuple[str, ...]
    """Those of the member itself."""
    name: str
    """The member as it is written."""
    lacks: bool
    """Whether it is not there, or empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A code of the table."""

    reason: Reason
    words: frozenset[str]
    """All words of its name, in the singular."""
    subject: frozenset[str] = field(init=False)
    """What it is about: the words that do not say what is wrong with it."""

    def __post_init__(self) -> None:
        """Takes the subject out of the words."""
        object.__setattr__(self, "subject", self.words - _MARKS)

    def speaks_of(self, wrong: Field) -> bool:
        """Whether it is about a field: it says no more than the field, or has the word that the field ends with.

        A word that ends many fields (`id`, `date`) says nothing alone: then all of the member has to be there.
        """
        if not self.subject or not wrong.last:
            return False
        ending = set(wrong.last) if wrong.last[-1] in COMMON else {wrong.last[-1]}
        return ending <= self.subject or (self.subject <= wrong.words and not self.subject.isdisjoint(wrong.last))

    def mentions(self, wrong: Field) -> bool:
        """Whether its message names the member as it is written."""
        message = (self.reason.message or "").lower()
        return len(wrong.name) > 2 and wrong.name.lower() in message  # noqa: PLR2004 -- `id` is everywhere

    def fit(self, wrong: Field) -> tuple[int, int]:
        """How many words it shares with a field, and whether it says what is wrong: lacking, or not as it should be."""
        first, second = (LACKING, WRONG) if wrong.lacks else (WRONG, LACKING)
        return len(self.subject & wrong.words), 2 if self.words & first else 1 if self.words & second else 0

    def closeness(self, subject: frozenset[str], around: frozenset[str]) -> tuple[int, int, int]:
        """Words shared, less those that are foreign to the call, less those that are not asked for."""
        return len(self.subject & subject), -len(self.subject - subject - around), -len(self.subject - subject)


def read_field(one: Violation) -> Field:
    """The field of a violation: `lineItems.0.quantity` -> line, item, quantity."""
    parts = [part for part in one.field.split(".") if not part.isdecimal()]
    name = parts[-1] if parts else ""
    return Field(words(" ".join(parts)), _in_order(name), name, one.message.endswith(_EMPTY))


def words(text: str) -> frozenset[str]:
    """The words of a name, in the singular: `lineItems quantity` -> line, item, quantity."""
    return frozenset(_in_order(text))


def _in_order(text: str) -> tuple[str, ...]:
    return tuple(singularize(word) or word for word in split_words(text))
