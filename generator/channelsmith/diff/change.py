"""A change is a value: how much it weighs, what it is about, and where it was written."""

from dataclasses import dataclass
from enum import IntEnum

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation


class Level(IntEnum):
    """What a change means for code that was written before it; a higher one weighs more."""

    UNSEEN = 0
    """Nobody has to know: the client sends something else, the code that calls it stays the same."""
    ADDITION = 1
    """There is more than before, and everything else works as it did."""
    BREAKING = 2
    """Code that worked may not work any more, or a type checker refuses it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `symbol` is what callers write, `rule` the kind of change."""

    level: Level
    rule: str
    symbol: str
    message: str
    location: SourceLocation | None = None
    """In the new document; in the old one for what is gone."""

    def diagnostic(self) -> Diagnostic:
        """The change as a problem (breaking) or a remark, for the printers that all commands share."""
        severity = Severity.ERROR if self.level is Level.BREAKING else Severity.INFO
        return Diagnostic(severity, self.rule, f"{self.symbol}: {self.message}", location=self.location)
