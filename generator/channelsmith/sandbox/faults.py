"""Fault injection: notation of faults, and selection of the one for a request: by header, scenario or rate."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from starlette.requests import Request

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document, Json, Node, describe_type, did_you_mean
from channelsmith.document import json_pointer as pointers
from channelsmith.document.json_text import parse_json
from channelsmith.document.load import load_document
from channelsmith.document.parsing import ParseError
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.settings import SettingError

HEADER: Final = "x-sandbox-fault"
_FAMILIES: Final[Mapping[str, tuple[int, ...]]] = {
    "4xx": (400, 401, 403, 404, 409, 422, 429),
    "5xx": (502, 503, 500, 504),
}
"""Classes of statuses, and the statuses that take turns."""
_MAX_SECONDS: Final = 3600.0
_STATUSES: Final = {str(status): status for status in range(200, 600)}
_REDIRECT_TARGET: Final = "https://login.invalid/"
"""A host name that is reserved never to exist (RFC 2606)."""
_SCENARIO: Final = "scenario"
_FAULTS_HINT: Final = "write faults: [{operation: ID, on: 2, times: 3, fault: 503}]"
_RATES_HINT: Final = "write rates: {5xx: 0.1}; a rate is a number from 0 to 1"
_KEYS: Final = ("operation", "method", "path", "on", "times", "fault")
_BODY: Final = "body"
_MAX_SUM: Final = 1.0 + 1e-9


class FaultType(StrEnum):
    """What a fault does."""

    STATUS = "status"
    SLOW = "slow"
    RESET = "reset"
    LOST = "lost"
    APPLIED = "applied"
    TRUNCATE = "truncate"
    HTML = "html"
    EMPTY = "empty"
    GARBAGE = "garbage"
    ENVELOPE = "wrong-envelope"
    REDIRECT = "redirect"


_DEFAULT_STATUS: Final = {FaultType.APPLIED: "500", FaultType.HTML: "502"}

_MEANINGS: Final[Mapping[str, str]] = {
    "STATUS": "any status, such as 503; 503=2 adds Retry-After: 2",
    "4xx": "400, 401, 403, 404, 409, 422 and 429 in turn",
    "5xx": "502, 503, 500 and 504 in turn",
    "slow=SECONDS": "the response is delayed",
    "reset": "the connection is reset before any byte of a response; nothing is applied",
    "lost": "the request is applied, then the connection is reset",
    "applied=STATUS": "the request is applied, then answered with this status",
    "truncate": "the body ends in the middle: Content-Length promises more than is sent",
    "html=STATUS": "a proxy's HTML page, with status 502 by default; nothing is applied",
    "empty": "the right status without a body",
    "garbage": "a JSON media type with a body that is not JSON",
    "wrong-envelope": "the response wrapped in another JSON object",
    "redirect=URL": "302 to a login page on another host; nothing is applied",
}
"""Spelling of each fault -> what it does."""


class FaultError(SettingError):
    """An unknown fault, or an invalid rate or detail."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}\n    hint: {hint}")
        self.message: Final = message
        self.hint: Final = hint


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault."""

    name: str
    """As it was written: `503=2`, `5xx`, `lost`."""
    type: FaultType
    statuses: tuple[int, ...] = ()
    """The status of the response; several take turns."""
    seconds: float | None = None
    """The delay of a slow response, or the value of `Retry-After`."""
    location: str = ""
    """The target of a redirect."""

    @property
    def status(self) -> int:
        """The status of the response; 0 for a fault that does not set one."""
        return self.statuses[0] if self.statuses else 0


def parse_fault(text: str) -> Fault:
    """Parse `NAME` or `NAME=DETAIL`.

    Raises:
        FaultError: there is no such fault, or the detail is invalid.
    """
    name, equals, detail = (part.strip() for part in text.strip().partition("="))
    if equals and not detail:
        message = f"the fault {text!r} has no detail after its '='"
        raise FaultError(message, f"leave the '=' out, or write {name}=DETAIL")
    written = f"{name.lower()}={detail}" if detail else name.lower()
    if name.lower() in _FAMILIES or (name.isascii() and name.isdecimal()):
        statuses = _FAMILIES.get(name.lower()) or (_status(written, name),)
        return Fault(written, FaultType.STATUS, statuses, _seconds(written, detail) if detail else None)
    known = {each.value: each for each in FaultType if each is not FaultType.STATUS}
    fault_type = known.get(name.lower())
    match fault_type:
        case None:
            names = sorted((*known, *_FAMILIES))
            hint = did_you_mean(name.lower(), dict.fromkeys(names)) or f"known are a status, {', '.join(names)}"
            raise FaultError(f"there is no fault {name!r}", hint)
        case FaultType.SLOW:
            return Fault(written, fault_type, seconds=_seconds(written, detail or "1"))
        case FaultType.APPLIED | FaultType.HTML:
            return Fault(written, fault_type, (_status(written, detail or _DEFAULT_STATUS[fault_type]),))
        case FaultType.REDIRECT:
            url = detail or _REDIRECT_TARGET
            if not (url.isascii() and url.isprintable()) or " " in url:
                hint = f"such as redirect={_REDIRECT_TARGET}"
                raise FaultError(f"the detail of the fault {written!r} is not a URL", hint)
            return Fault(written, fault_type, (302,), location=url)
        case _:
            if detail:
                raise FaultError(f"the fault {fault_type} takes no detail, not {detail!r}", f"write {fault_type} alone")
            return Fault(written, fault_type)


def _status(written: str, text: str) -> int:
    if text not in _STATUSES:
        raise FaultError(f"{text!r} in the fault {written!r} is not a status", "a number from 200 to 599")
    return _STATUSES[text]


def _seconds(written: str, text: str) -> float:
    seconds = _number(text)
    if not 0 <= seconds <= _MAX_SECONDS:
        message = f"{text!r} in the fault {written!r} is not a number of seconds"
        raise FaultError(message, f"a number from 0 to {_MAX_SECONDS:.0f}")
    return seconds


def _number(value: object) -> float:
    """A number, or a text of one; NaN for anything else."""
    try:
        return float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else math.nan
    except ValueError:
        return math.nan


# ---------------------------------------------------------------- rates


class Rates:
    """Faults by rate.

    Each operation has a random sequence of its own, so that its faults do not depend on calls of other operations.

    Raises:
        FaultError: a fault does not exist, a rate is out of bounds, or the sum of the rates exceeds 1.
    """

    def __init__(self, rates: Mapping[str, float], seed: int) -> None:
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


def _rate(name: str, rate: object) -> float:
    number = _number(rate)
    if not 0 <= number <= 1:
        hint = "a rate is a number from 0 to 1: 0.1 is one request in ten"
        raise FaultError(f"invalid rate {rate!r} for fault {name}", hint)
    return number


# ---------------------------------------------------------------- the faults of a server


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
        pairs = ((self.operation, operation.id), (self.method, operation.method), (self.path, operation.path))
        return all(expected in {None, actual} for expected, actual in pairs)

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


class Faults:
    """The scheduled faults; they may be changed while the server runs.

    Raises:
        FaultError: the rates are invalid.
        UnusableInput: the scenario is invalid; located.
    """

    def __init__(
        self,
        operations: Sequence[Operation],
        *,
        rates: Mapping[str, float] | None = None,
        scenario: Path | None = None,
        seed: int = 1,
    ) -> None:
        self._operations: Final = operations
        self._seed: Final = seed
        self._rotation: Final[Counter[str]] = Counter()
        self._struck: Final[Counter[str]] = Counter()
        loaded = load_scenario(scenario, operations) if scenario is not None else Scenario()
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
        turn = self._rotation[fault.name]
        self._rotation[fault.name] += 1
        self._struck[fault.name] += 1
        return replace(fault, statuses=(fault.statuses[turn % len(fault.statuses)],)) if fault.statuses else fault

    def to_json(self) -> Json:
        """Rates and rules, the number of injected faults, and the known faults."""
        rates: Json = dict(self._rates.rates)
        rules = [rule.to_json() for rule in self._rules]
        return {"rates": rates, "faults": rules, "struck": dict(self._struck), "kinds": dict(_MEANINGS)}

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
        fault: Fault | None = None
        for position, rule in enumerate(self._rules):
            if rule.matches(operation):
                self._seen[position] += 1
                if fault is None and rule.applies_to(self._seen[position]):
                    fault = rule.fault
        return fault

    def _schedule(self, scenario: Scenario) -> None:
        self._rates = Rates(scenario.rates, self._seed)
        self._rules = scenario.rules
        self._seen = [0] * len(scenario.rules)
        self._rotation.clear()
        self._struck.clear()


# ---------------------------------------------------------------- scenarios


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


def _unusable(message: str, position: tuple[int, int]) -> UnusableInput:
    hint = 'such as {"rates": {"5xx": 0.1}, "faults": []}'
    return UnusableInput(Diagnostic(Severity.ERROR, _SCENARIO, message, hint, SourceLocation(_BODY, *position)))


def _read_scenario(root: Node, operations: Sequence[Operation]) -> Scenario:
    if problems := list(_scenario_problems(root, operations)):
        raise UnusableInput(*problems)
    faults, rates = root.get("faults"), root.get("rates")
    return Scenario(
        {name: _number(node.value) for name, node in rates.items()} if rates is not None else {},
        tuple(_read_rule(node) for node in faults.elements()) if faults is not None else (),
    )


def _read_rule(node: Node) -> FaultRule:
    on, times = node.get("on"), node.get("times")
    return FaultRule(
        parse_fault(node["fault"].as_text()),
        operation=node.text("operation") or None,
        method=node.text("method").upper() or None,
        path=node.text("path") or None,
        on=tuple(sorted(_counts(on))) if on is not None else (1,),
        times=_counts(times)[0] if times is not None else (None if on is None else 1),
    )


def _scenario_problems(root: Node, operations: Sequence[Operation]) -> Iterator[Diagnostic]:
    for key, node in root.items():
        match key:
            case "rates" if not node.is_mapping:
                yield _problem(node, f"'rates' is {describe_type(node.value)}, not a mapping", _RATES_HINT)
            case "rates":
                for name, rate in node.items():
                    if isinstance(rate.value, str) or not 0 <= _number(rate.value) <= 1:
                        yield _problem(rate, f"invalid rate for fault {name}", _RATES_HINT)
                    yield from _fault_problems(name, rate)
            case "faults" if not node.is_list:
                yield _problem(node, f"'faults' is {describe_type(node.value)}, not a list", _FAULTS_HINT)
            case "faults":
                for rule in node.elements():
                    yield from _rule_problems(rule, operations)
            case _:
                hint = did_you_mean(key, {"faults": None, "rates": None}) or _FAULTS_HINT
                yield _problem(node, f"a scenario has no {key!r}", hint)


def _rule_problems(rule: Node, operations: Sequence[Operation]) -> Iterator[Diagnostic]:
    if not rule.is_mapping:
        yield _problem(rule, f"this is {describe_type(rule.value)}, not a fault", _FAULTS_HINT)
        return
    if "fault" not in rule:
        yield _problem(rule, "a fault needs a name under 'fault'", _FAULTS_HINT)
    for key, node in rule.items():
        match key:
            case "on" | "times":
                size = len(node.value) if isinstance(node.value, list) and key == "on" else 1
                if not size or len(_counts(node)) != size:
                    hint = "requests are counted from 1: on: 2, on: [2, 5]" if key == "on" else "such as times: 3"
                    yield _problem(node, f"{key!r} does not count requests", hint)
            case "fault" | "operation" | "method" | "path":
                if not isinstance(node.value, str | int) or isinstance(node.value, bool):
                    yield _problem(node, f"{key!r} is {describe_type(node.value)}, not a string", "")
                elif key == "fault":
                    yield from _fault_problems(node.as_text(), node)
                else:
                    yield from _reference_problems(key, node, operations)
            case _:
                hint = did_you_mean(key, dict.fromkeys(_KEYS)) or f"known are {', '.join(_KEYS)}"
                yield _problem(node, f"a fault has no {key!r}", hint)


def _reference_problems(key: str, node: Node, operations: Sequence[Operation]) -> Iterator[Diagnostic]:
    known: list[str] = [getattr(operation, "id" if key == "operation" else key) for operation in operations]
    text = node.as_text().upper() if key == "method" else node.as_text()
    if text not in known:
        hint = did_you_mean(text, dict.fromkeys(known)) or "write it as in the document"
        yield _problem(node, f"there is no {key} {node.as_text()!r}", hint)


def _fault_problems(text: str, node: Node) -> Iterator[Diagnostic]:
    try:
        parse_fault(text)
    except FaultError as error:
        yield _problem(node, error.message, error.hint)


def _problem(node: Node, message: str, hint: str) -> Diagnostic:
    return node.problem(message, rule=_SCENARIO, hint=hint)


def _counts(node: Node) -> list[int]:
    """The positive integers of `on`, which may be a list, or of `times`."""
    values = node.value if isinstance(node.value, list) and node.key == "on" else [node.value]
    return [value for value in values if isinstance(value, int) and not isinstance(value, bool) and value > 0]
