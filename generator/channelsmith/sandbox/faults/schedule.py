"""Which fault a request gets: the one that its header names, else the scenario's, else one by rate."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from starlette.requests import Request

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document, Json, Node, describe_type, did_you_mean
from channelsmith.document import json_pointer as pointers
from channelsmith.document.json_text import parse_json
from channelsmith.document.load import load_document
from channelsmith.document.parsing import ParseError
from channelsmith.sandbox.faults.fault import MEANINGS, Fault, FaultError, parse_fault
from channelsmith.sandbox.operations import Operation

HEADER: Final = "x-sandbox-fault"
_ID: Final = "scenario"
_FAULTS_HINT: Final = "write faults: [{operation: ID, on: 2, times: 3, fault: 503}]"
_RATES_HINT: Final = "write rates: {5xx: 0.1}; a rate is a number from 0 to 1"
_KEYS: Final = ("operation", "method", "path", "on", "times", "fault")
_BODY: Final = "body"
_MAX_SUM: Final = 1.0 + 1e-9


@dataclass(frozen=True, slots=True)
class FaultRule:
    """A fault and the requests that get it; None matches every request."""

    fault: Fault
    operation: str | None = None
    method: str | None = None
    """In capitals."""
    path: str | None = None
    """The path template."""
    on: tuple[int, ...] = (1,)
    """The first matching requests with the fault, counted from 1."""
    times: int | None = None
    """How many in a row; None for all that follow."""

    def matches(self, operation: Operation) -> bool:
        """Whether a request of this operation counts."""
        wanted = (self.operation, self.method, self.path)
        given = (operation.id, operation.method, operation.path)
        return all(want is None or want == value for want, value in zip(wanted, given, strict=True))

    def applies_to(self, number: int) -> bool:
        """Whether the matching request of this number gets the fault."""
        return any(first <= number and (self.times is None or number < first + self.times) for first in self.on)

    def to_json(self) -> Json:
        """The rule as it is written in a scenario."""
        keys = {"operation": self.operation, "method": self.method, "path": self.path, "times": self.times}
        given: dict[str, Json] = {key: value for key, value in keys.items() if value is not None}
        return {**given, "on": list(self.on), "fault": self.fault.name}


@dataclass(frozen=True, slots=True)
class Scenario:
    """Rates by fault, and rules in order."""

    rates: Mapping[str, float] = field(default_factory=dict[str, float])
    rules: tuple[FaultRule, ...] = ()


class Rates:
    """Faults by rate.

    Each operation has a random sequence of its own, so that its faults do not depend on calls of other operations.
    """

    def __init__(self, rates: Mapping[str, float], seed: int) -> None:
        """Check the rates.

        Raises:
            FaultError: a fault does not exist, a rate is out of bounds, or the sum of the rates exceeds 1.
        """
        self.rates: Final = {name: _rate(name, rate) for name, rate in rates.items()}
        self._faults: Final = tuple((parse_fault(name), rate) for name, rate in self.rates.items() if rate)
        self._seed: Final = seed
        self._random: Final[dict[str, random.Random]] = {}
        if sum(self.rates.values()) > _MAX_SUM:
            message = f"the rates of {', '.join(self.rates)} are more than 1 together"
            raise FaultError(message, "a request has at most one fault")

    def pick(self, operation: str) -> Fault | None:
        """The fault of the next request of an operation, if any."""
        if not self._faults:
            return None
        if operation not in self._random:
            self._random[operation] = random.Random(f"{self._seed} {operation}")  # noqa: S311 -- repeatable on purpose
        left = self._random[operation].random()
        for fault, rate in self._faults:
            left -= rate
            if left < 0:
                return fault
        return None


class Faults:
    """The scheduled faults; they may be changed while the server runs."""

    def __init__(
        self,
        operations: Sequence[Operation],
        *,
        rates: Mapping[str, float] | None = None,
        scenario: Path | None = None,
        seed: int = 1,
    ) -> None:
        """Schedule the first faults.

        Args:
            operations: those of the API; scenarios name them.
            rates: from 0 to 1 by fault, such as `{"5xx": 0.1}`; they override those of the scenario.
            scenario: a file, see `load_scenario`.
            seed: the same seed gives the same faults.

        Raises:
            FaultError: the rates are invalid.
            UnusableInput: the scenario is invalid; located.
        """
        self._operations: Final = tuple(operations)
        self._seed: Final = seed
        self._rotation: Final[Counter[str]] = Counter()
        self.struck: Final[Counter[str]] = Counter()
        """How often each fault was injected, by name."""
        loaded = load_scenario(scenario, self._operations) if scenario is not None else Scenario()
        self._schedule(Scenario({**loaded.rates, **(rates or {})}, loaded.rules))

    def pick(self, operation: Operation | None, request: Request) -> Fault | None:
        """The fault of a request, if any. Call it once for each request: it counts.

        Args:
            operation: the operation of the request; None for a path or method that the API does not have.
            request: its header `X-Sandbox-Fault` has precedence over scenario and rates.

        Raises:
            FaultError: the header does not name a fault.
        """
        header = request.headers.get(HEADER)
        fault = parse_fault(header) if header is not None else None
        if operation is not None:
            by_rule = self._by_rule(operation)
            by_rate = self._rates.pick(operation.id)
            fault = fault or by_rule or by_rate
        if fault is None:
            return None
        picked = fault.rotated(self._rotation[fault.name])
        self._rotation[fault.name] += 1
        self.struck[fault.name] += 1
        return picked

    def to_json(self) -> Json:
        """Rates and rules, the number of injected faults, and the known faults."""
        rates: Json = dict(self._rates.rates)
        rules = [rule.to_json() for rule in self._rules]
        return {"rates": rates, "faults": rules, "struck": dict(self.struck), "kinds": dict(MEANINGS)}

    def clear(self) -> None:
        """Remove all rates and rules, and reset the counts."""
        self._schedule(Scenario())

    def replace(self, data: bytes) -> None:
        """Set rates and rules from JSON: `{"rates": {"5xx": 0.1}, "faults": [...]}`; what is left out is removed.

        Raises:
            FaultError: the sum of the rates exceeds 1.
            UnusableInput: it is not JSON, or not a scenario; located in the body.
        """
        self._schedule(_parse_scenario(data, self._operations))

    def _by_rule(self, operation: Operation) -> Fault | None:
        """The fault of the first rule that applies; every rule that matches counts the request."""
        found: Fault | None = None
        for position, rule in enumerate(self._rules):
            if rule.matches(operation):
                self._seen[position] += 1
                if found is None and rule.applies_to(self._seen[position]):
                    found = rule.fault
        return found

    def _schedule(self, scenario: Scenario) -> None:
        self._rates = Rates(scenario.rates, self._seed)
        self._rules = scenario.rules
        self._seen = [0] * len(scenario.rules)
        self._rotation.clear()
        self.struck.clear()


# ---------------------------------------------------------------- reading rates and scenarios


def parse_rates(texts: Iterable[str]) -> dict[str, float]:
    """Parse rates of the command line, such as `5xx=0.1` and `slow=2=0.05`; the rate comes last.

    Raises:
        FaultError: a text is not of that form. The names of the faults are checked by `Rates`.
    """
    rates: dict[str, float] = {}
    for text in texts:
        name, equals, rate = text.rpartition("=")
        if not (equals and name):
            raise FaultError(f"the fault {text!r} has no rate", "write FAULT=RATE, such as 5xx=0.1 for one in ten")
        if name in rates:
            raise FaultError(f"the fault {name!r} is named twice", "name each fault once, with one rate")
        rates[name] = _rate(name, rate)
    return rates


def load_scenario(path: Path, operations: Sequence[Operation]) -> Scenario:
    """Load a YAML or JSON file with `rates` by fault, and `faults` by request.

    Raises:
        UnusableInput: it cannot be read, or parts of it are invalid; all problems, located.
    """
    try:
        document = load_document(path)
    except UnusableInput as error:  # hints of the loader are about OpenAPI documents
        hints = {"empty": _FAULTS_HINT, "type": _FAULTS_HINT, "encoding": "a scenario is YAML or JSON in UTF-8"}
        raise UnusableInput(
            *(replace(problem, hint=hints.get(problem.rule, problem.hint)) for problem in error.diagnostics)
        ) from None
    return _read_scenario(document.root, operations)


def _parse_scenario(data: bytes, operations: Sequence[Operation]) -> Scenario:
    """The scenario in a JSON body; locations are in a file called "body"."""
    try:
        text = parse_json(data.decode())
    except UnicodeDecodeError:
        raise _unusable("the body is not UTF-8", (1, 1)) from None
    except ParseError as error:
        raise _unusable(error.message, error.position) from None
    if not isinstance(text.value, dict):
        raise _unusable(f"the body is {describe_type(text.value)}, not an object", (1, 1))
    document = Document(text.value, lambda at: SourceLocation(_BODY, *text.locate(pointers.split(at))), (Path(_BODY),))
    return _read_scenario(document.root, operations)


def _read_scenario(root: Node, operations: Sequence[Operation]) -> Scenario:
    known: Json = {"faults": None, "rates": None}
    problems = [
        node.problem(f"a scenario has no {key!r}", rule=_ID, hint=did_you_mean(key, known) or _FAULTS_HINT)
        for key, node in root.items()
        if key not in {"faults", "rates"}
    ]
    faults, rates = root.get("faults"), root.get("rates")
    problems += _rate_problems(rates) if rates is not None else ()
    rules: list[FaultRule] = []
    if faults is not None and not faults.is_list:
        message = f"'faults' is {describe_type(faults.value)}, not a list"
        problems.append(faults.problem(message, rule=_ID, hint=_FAULTS_HINT))
    for node in faults.elements() if faults is not None else ():
        wrong = list(_rule_problems(node, operations))
        problems += wrong
        if not wrong:
            rules.append(_rule(node))
    if problems:
        raise UnusableInput(*problems)
    given = rates.value if rates is not None and isinstance(rates.value, dict) else {}
    return Scenario({name: float(rate) for name, rate in given.items() if isinstance(rate, int | float)}, tuple(rules))


def _rule(node: Node) -> FaultRule:
    on, times = node.get("on"), node.get("times")
    return FaultRule(
        parse_fault(node["fault"].as_text()),
        operation=node.text("operation") or None,
        method=node.text("method").upper() or None,
        path=node.text("path") or None,
        on=tuple(sorted(_counts(on))) if on is not None else (1,),
        times=next(iter(_counts(times)), None) if times is not None else (None if on is None else 1),
    )


def _rate_problems(rates: Node) -> Iterator[Diagnostic]:
    if not rates.is_mapping:
        yield rates.problem(f"'rates' is {describe_type(rates.value)}, not a mapping", rule=_ID, hint=_RATES_HINT)
    for name, rate in rates.items():
        try:
            _rate(name, None if isinstance(rate.value, str) else rate.value)
        except FaultError:
            yield rate.problem(f"this is not a rate of the fault {name!r}", rule=_ID, hint=_RATES_HINT)
        yield from _fault_problems(name, rate)


def _rule_problems(node: Node, operations: Sequence[Operation]) -> Iterator[Diagnostic]:
    if not node.is_mapping:
        yield node.problem(f"this is {describe_type(node.value)}, not a fault", rule=_ID, hint=_FAULTS_HINT)
        return
    if "fault" not in node:
        yield node.problem("a fault needs a name under 'fault'", rule=_ID, hint=_FAULTS_HINT)
    known = {
        "operation": [operation.id for operation in operations],
        "method": [operation.method for operation in operations],
        "path": [operation.path for operation in operations],
    }
    for key, member in node.items():
        if key not in _KEYS:
            keys: Json = dict.fromkeys(_KEYS)
            hint = did_you_mean(key, keys) or f"known are {', '.join(_KEYS)}"
            yield member.problem(f"a fault has no {key!r}", rule=_ID, hint=hint)
        elif key in {"on", "times"}:
            elements = member.value if isinstance(member.value, list) and key == "on" else [member.value]
            if not elements or len(_counts(member)) != len(elements) or min(_counts(member)) < 1:
                hint = "requests are counted from 1: on: 2, on: [2, 5]" if key == "on" else "such as times: 3"
                yield member.problem(f"{key!r} does not count requests", rule=_ID, hint=hint)
        elif not isinstance(member.value, str | int) or isinstance(member.value, bool):
            yield member.problem(f"{key!r} is {describe_type(member.value)}, not a string", rule=_ID)
        elif key == "fault":
            yield from _fault_problems(member.as_text(), member)
        else:
            text = member.as_text().upper() if key == "method" else member.as_text()
            if text not in known[key]:
                hint = did_you_mean(text, dict.fromkeys(known[key])) or "write it as in the document"
                yield member.problem(f"there is no {key} {member.as_text()!r}", rule=_ID, hint=hint)


def _fault_problems(text: str, node: Node) -> Iterator[Diagnostic]:
    try:
        parse_fault(text)
    except FaultError as error:
        yield node.problem(error.message, rule=_ID, hint=error.hint)


def _counts(node: Node) -> list[int]:
    values = node.value if isinstance(node.value, list) and node.key == "on" else [node.value]
    return [value for value in values if isinstance(value, int) and not isinstance(value, bool)]


def _rate(name: str, rate: object) -> float:
    try:
        number = float(rate) if isinstance(rate, str | int | float) and not isinstance(rate, bool) else -1.0
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        hint = "a rate is a number from 0 to 1: 0.1 is one request in ten"
        raise FaultError(f"{rate!r} is not a rate of the fault {name!r}", hint)
    return number


def _unusable(message: str, position: tuple[int, int]) -> UnusableInput:
    hint = 'such as {"rates": {"5xx": 0.1}, "faults": []}'
    return UnusableInput(Diagnostic(Severity.ERROR, _ID, message, hint, SourceLocation(_BODY, *position)))
