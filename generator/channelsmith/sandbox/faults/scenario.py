"""Faults by scenario: which requests of which operations fail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.faults.kinds import Fault
from channelsmith.sandbox.operations import Operation


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault and the requests it strikes. What is None asks for nothing."""

    fault: Fault
    operation: str | None = None
    method: str | None = None
    """In capitals."""
    path: str | None = None
    """As the document has it."""
    on: tuple[int, ...] = (1,)
    """From which of the fitting requests on, counted from 1."""
    times: int | None = None
    """How many in a row; None is all that follow."""

    def fits(self, operation: Operation) -> bool:
        """Whether a request of this operation counts."""
        return (
            (self.operation is None or self.operation == operation.id)
            and (self.method is None or self.method == operation.method)
            and (self.path is None or self.path == operation.path)
        )

    def strikes(self, request: int) -> bool:
        """Whether the fitting request of this ordinal is struck."""
        return any(first <= request and (self.times is None or request < first + self.times) for first in self.on)

    def shown(self) -> Json:
        """As it is written in a scenario."""
        said = {"operation": self.operation, "method": self.method, "path": self.path, "times": self.times}
        given: dict[str, Json] = {key: value for key, value in said.items() if value is not None}
        return {**given, "on": list(self.on), "fault": self.fault.name}


class Scenario:
    """Rules in order, and how many requests have fitted each of them."""

    def __init__(self, rules: Sequence[Rule] = ()) -> None:
        """Begins at the first request."""
        self.rules: Final = tuple(rules)
        self._seen: Final = [0] * len(self.rules)

    def pick(self, operation: Operation) -> Fault | None:
        """The fault of the first rule that strikes; every rule that fits counts the request."""
        found: Fault | None = None
        for at, rule in enumerate(self.rules):
            if rule.fits(operation):
                self._seen[at] += 1
                if found is None and rule.strikes(self._seen[at]):
                    found = rule.fault
        return found
