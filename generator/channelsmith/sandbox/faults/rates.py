"""Faults by rate: so many of a hundred requests, the same ones on every run with the same seed."""

import random
from collections.abc import Iterable, Mapping
from typing import Final

from channelsmith.sandbox.faults.kinds import Fault, FaultError, parse

_MOST: Final = 1.0 + 1e-9


def parse_rates(texts: Iterable[str]) -> dict[str, float]:
    """What the command line says: `5xx=0.1`, `slow=2=0.05`; the rate stands last.

    Raises:
        FaultError: a text is not of that form; what its parts say is looked at by `Rates`.
    """
    found: dict[str, float] = {}
    for text in texts:
        name, equals, rate = text.rpartition("=")
        if not (equals and name):
            raise FaultError(f"the fault {text!r} has no rate", "write KIND=RATE, such as 5xx=0.1 for one in ten")
        if name in found:
            raise FaultError(f"the fault {name!r} is named twice", "name each fault once, with one rate")
        found[name] = _rate(name, rate)
    return found


class Rates:
    """Faults and how often each strikes.

    Each operation draws from a sequence of its own, so that its faults do not depend on what else is called.
    """

    def __init__(self, said: Mapping[str, float], seed: int) -> None:
        """Takes rates from 0 to 1 by fault.

        Raises:
            FaultError: a fault does not exist, a rate is out of bounds, or all together are above 1.
        """
        self.said: Final = {name: _rate(name, rate) for name, rate in said.items()}
        self._faults: Final = tuple((parse(name), rate) for name, rate in self.said.items() if rate)
        self._seed: Final = seed
        self._draws: Final[dict[str, random.Random]] = {}
        if sum(self.said.values()) > _MOST:
            raise FaultError(
                f"the rates of {', '.join(self.said)} are more than 1 together", "a request has one fault at most"
            )

    def pick(self, operation: str) -> Fault | None:
        """The fault of the next request of an operation, if it has one."""
        if not self._faults:
            return None
        drawn = self._draws.get(operation)
        if drawn is None:
            drawn = self._draws[operation] = random.Random(f"{self._seed} {operation}")  # noqa: S311 -- repeatable on purpose
        left = drawn.random()
        for fault, rate in self._faults:
            left -= rate
            if left < 0:
                return fault
        return None


def _rate(name: str, rate: object) -> float:
    try:
        number = float(rate) if isinstance(rate, str | int | float) and not isinstance(rate, bool) else -1.0
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        hint = "a rate is a number from 0 to 1: 0.1 is one request in ten"
        raise FaultError(f"{rate!r} is no rate of the fault {name!r}", hint)
    return number
