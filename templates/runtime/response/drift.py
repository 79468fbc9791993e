"""Where responses leave their documented shape: told once per place, never with a value."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drift:
    """One place at which one response differs from the document.

    `location` is a JSON Pointer into the body with `*` for list positions and keys of free mappings
    ("/orders/*/total"; "" is the whole body); `count` is how often it was met in this response.
    """

    operation: str
    location: str
    message: str
    count: int = 1

    def __str__(self) -> str:
        """For a log or a warning."""
        times = f" ({self.count} times)" if self.count > 1 else ""
        return f"{self.operation}: response differs at {self.location or '/'}: {self.message}{times}"


class DriftWarning(UserWarning):
    """A response left its documented shape and no `on_drift` was given."""


Finding = tuple[str, str]
"""(location, message)"""

OnDrift = Callable[[Drift], None]


class DriftReporter:
    """Hands drifts to the callback, or warns once per operation and location."""

    def __init__(self, callback: OnDrift | None) -> None:
        """Nothing has been told yet."""
        self.callback = callback
        self.warned: set[tuple[str, str]] = set()

    def report(self, drifts: Iterable[Drift]) -> None:
        """Tell about the drifts of one response."""
        for drift in drifts:
            if self.callback is not None:
                self.callback(drift)
            elif (place := (drift.operation, drift.location)) not in self.warned:
                self.warned.add(place)
                warnings.warn(str(drift), DriftWarning, stacklevel=2)


def drifts(operation: str, findings: Iterable[Finding]) -> tuple[Drift, ...]:
    """Findings of one response, equal ones counted."""
    return tuple(Drift(operation, location, message, count) for (location, message), count in Counter(findings).items())
