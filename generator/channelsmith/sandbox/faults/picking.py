"""Which fault strikes a request: the one its header asks for, else the scenario's, else one by rate."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from starlette.requests import Request

from channelsmith.document import Json
from channelsmith.sandbox.faults.kinds import MEANINGS, Fault, parse
from channelsmith.sandbox.faults.plan import Plan, load_plan, parse_plan
from channelsmith.sandbox.faults.rates import Rates
from channelsmith.sandbox.faults.scenario import Scenario
from channelsmith.sandbox.operations import Operation

HEADER: Final = "x-sandbox-fault"


class Faults:
    """The faults that are set; they may be changed while the server runs."""

    def __init__(
        self,
        operations: Sequence[Operation],
        *,
        rates: Mapping[str, float] | None = None,
        scenario: Path | None = None,
        seed: int = 1,
    ) -> None:
        """Sets the faults to begin with.

        Args:
            operations: those of the document; scenarios name them.
            rates: from 0 to 1 by fault, such as `{"5xx": 0.1}`; they go before those of the scenario.
            scenario: a file, see plan.py.
            seed: the same one gives the same faults.

        Raises:
            FaultError: the rates make no sense.
            UnusableInput: the scenario makes no sense; located.
        """
        self._operations: Final = tuple(operations)
        self._seed: Final = seed
        self._turns: Final[Counter[str]] = Counter()
        self.struck: Final[Counter[str]] = Counter()
        """How often each fault has struck, by name."""
        plan = load_plan(scenario, self._operations) if scenario is not None else Plan()
        self._follow(Plan({**plan.rates, **(rates or {})}, plan.rules))

    def pick(self, operation: Operation | None, request: Request) -> Fault | None:
        """The fault of a request, None for none. Call it once for each request: it counts.

        Args:
            operation: what the request asks for; None for a path or method the API does not have.
            request: its header `X-Sandbox-Fault` goes before scenario and rates.

        Raises:
            FaultError: the header names no fault.
        """
        asked = request.headers.get(HEADER)
        fault = parse(asked) if asked is not None else None
        if operation is not None:
            planned = self._scenario.pick(operation) if self._scenario.rules else None
            drawn = self._rates.pick(operation.id)
            fault = fault or planned or drawn
        if fault is None:
            return None
        picked = fault.turn(self._turns[fault.name])
        self._turns[fault.name] += 1
        self.struck[fault.name] += 1
        return picked

    def shown(self) -> Json:
        """What is set, what has struck, and what kinds there are."""
        rates: Json = dict(self._rates.said)
        rules = [rule.shown() for rule in self._scenario.rules]
        return {"rates": rates, "faults": rules, "struck": dict(self.struck), "kinds": dict(MEANINGS)}

    def clear(self) -> None:
        """No rate and no scenario any more; the counts begin anew."""
        self._follow(Plan())

    def replace(self, data: bytes) -> None:
        """Sets rates and scenario as JSON says: `{"rates": {"5xx": 0.1}, "faults": [...]}`; what is left out is none.

        Raises:
            FaultError: the rates make no sense together.
            UnusableInput: it is no JSON, or no scenario; located in the body.
        """
        self._follow(parse_plan(data, self._operations))

    def _follow(self, plan: Plan) -> None:
        self._rates = Rates(plan.rates, self._seed)
        self._scenario = Scenario(plan.rules)
        self._turns.clear()
        self.struck.clear()
