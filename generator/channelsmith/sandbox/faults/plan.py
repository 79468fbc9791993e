"""What is to go wrong, as a file or a body says it: `rates` by fault, and `faults` by request."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document, Json, Node, did_you_mean, kind_of
from channelsmith.document import json_pointer as pointers
from channelsmith.document.json_text import parse_json
from channelsmith.document.load import load_document
from channelsmith.document.parsing import ParseError
from channelsmith.sandbox.faults.kinds import FaultError, parse
from channelsmith.sandbox.faults.scenario import Rule
from channelsmith.sandbox.operations import Operation

_RULE: Final = "scenario"
_FAULTS: Final = "write faults: [{operation: ID, on: 2, times: 3, fault: 503}]"
_RATES: Final = "write rates: {5xx: 0.1}; a rate is from 0 to 1"
_KEYS: Final = ("operation", "method", "path", "on", "times", "fault")
_BODY: Final = "body"


@dataclass(frozen=True, slots=True)
class Plan:
    """Rates by fault, and rules in order."""

    rates: Mapping[str, float] = field(default_factory=dict[str, float])
    rules: tuple[Rule, ...] = ()


def load_plan(path: Path, operations: Sequence[Operation]) -> Plan:
    """The plan in a YAML or JSON file.

    Raises:
        UnusableInput: it can not be read, or something in it can not be meant; every problem found, located.
    """
    try:
        document = load_document(path)
    except UnusableInput as error:  # hints of the loader are about OpenAPI documents
        about = {"empty": _FAULTS, "type": _FAULTS, "encoding": "a scenario is a text file in UTF-8, YAML or JSON"}
        raise UnusableInput(*(replace(one, hint=about.get(one.rule, one.hint)) for one in error.diagnostics)) from None
    return read_plan(document.root, operations)


def parse_plan(data: bytes, operations: Sequence[Operation]) -> Plan:
    """The plan in a JSON body.

    Raises:
        UnusableInput: as `load_plan`; the file is called "body".
    """
    try:
        text = parse_json(data.decode())
    except UnicodeDecodeError:
        raise _unusable("the body is not a text in UTF-8", (1, 1)) from None
    except ParseError as error:
        raise _unusable(error.message, error.position) from None
    if not isinstance(text.value, dict):
        raise _unusable(f"the body is {kind_of(text.value)}, not an object", (1, 1))
    document = Document(text.value, lambda at: SourceLocation(_BODY, *text.locate(pointers.split(at))), (Path(_BODY),))
    return read_plan(document.root, operations)


def read_plan(root: Node, operations: Sequence[Operation]) -> Plan:
    """The plan that a mapping holds; see `load_plan`."""
    known: Json = {"faults": None, "rates": None}
    problems = [
        node.problem(f"a scenario has no {key!r}", rule=_RULE, hint=did_you_mean(key, known) or _FAULTS)
        for key, node in root.items()
        if key not in {"faults", "rates"}
    ]
    faults, rates = root.get("faults"), root.get("rates")
    problems += list(_rate_problems(rates)) if rates is not None else []
    rules: list[Rule] = []
    if faults is not None and not faults.is_list:
        problems.append(faults.problem(f"'faults' is {kind_of(faults.value)}, not a list", rule=_RULE, hint=_FAULTS))
    for node in faults.elements() if faults is not None else ():
        wrong = list(_rule_problems(node, operations))
        problems += wrong
        if not wrong:
            rules.append(_rule(node))
    if problems:
        raise UnusableInput(*problems)
    given = rates.value if rates is not None and isinstance(rates.value, dict) else {}
    return Plan({name: float(rate) for name, rate in given.items() if isinstance(rate, int | float)}, tuple(rules))


def _rule(node: Node) -> Rule:
    method, on, times = node.get("method"), node.get("on"), node.get("times")
    return Rule(
        parse(node["fault"].as_text()),
        operation=node.text("operation") or None,
        method=method.as_text().upper() if method is not None else None,
        path=node.text("path") or None,
        on=tuple(sorted(_counts(on))) if on is not None else (1,),
        times=next(_counts(times), None) if times is not None else (None if on is None else 1),
    )


def _rate_problems(rates: Node) -> Iterator[Diagnostic]:
    if not rates.is_mapping:
        yield rates.problem(f"'rates' is {kind_of(rates.value)}, not a mapping", rule=_RULE, hint=_RATES)
    for name, rate in rates.items():
        number = rate.value if isinstance(rate.value, int | float) and not isinstance(rate.value, bool) else -1
        if not 0 <= number <= 1:
            yield rate.problem(f"this is no rate of the fault {name!r}", rule=_RULE, hint=_RATES)
        yield from _fault_problems(name, rate)


def _rule_problems(node: Node, operations: Sequence[Operation]) -> Iterator[Diagnostic]:
    if not node.is_mapping:
        yield node.problem(f"this is {kind_of(node.value)}, not a fault", rule=_RULE, hint=_FAULTS)
        return
    if "fault" not in node:
        yield node.problem("a fault has to say which one under 'fault'", rule=_RULE, hint=_FAULTS)
    known: Json = dict.fromkeys(_KEYS)
    for key, member in node.items():
        if key not in _KEYS:
            hint = did_you_mean(key, known) or f"known are {', '.join(_KEYS)}"
            yield member.problem(f"a fault has no {key!r}", rule=_RULE, hint=hint)
        elif key in {"on", "times"}:
            yield from _count_problems(key, member)
        elif not isinstance(member.value, str | int) or isinstance(member.value, bool):
            yield member.problem(f"{key!r} is {kind_of(member.value)}, not a text", rule=_RULE)
        elif key == "fault":
            yield from _fault_problems(member.as_text(), member)
        else:
            yield from _name_problems(key, member, operations)


def _name_problems(key: str, member: Node, operations: Sequence[Operation]) -> Iterator[Diagnostic]:
    """An operation, method or path that the document does not have."""
    names = {
        "operation": [operation.id for operation in operations],
        "method": [operation.method for operation in operations],
        "path": [operation.path for operation in operations],
    }[key]
    text = member.as_text().upper() if key == "method" else member.as_text()
    if text not in names:
        hint = did_you_mean(text, dict.fromkeys(names)) or "as the document has it"
        yield member.problem(f"there is no {key} {member.as_text()!r}", rule=_RULE, hint=hint)


def _count_problems(key: str, member: Node) -> Iterator[Diagnostic]:
    wanted = len(list(member.elements())) if member.is_list and key == "on" else 1
    counts = list(_counts(member)) if key == "on" or not member.is_list else []
    if not counts or len(counts) != wanted or min(counts) < 1:
        hint = "requests are counted from 1: on: 2, on: [2, 5]" if key == "on" else "such as times: 3"
        yield member.problem(f"{key!r} does not count requests", rule=_RULE, hint=hint)


def _fault_problems(text: str, node: Node) -> Iterator[Diagnostic]:
    try:
        parse(text)
    except FaultError as error:
        yield node.problem(error.message, rule=_RULE, hint=error.hint)


def _counts(node: Node) -> Iterator[int]:
    for value in node.value if isinstance(node.value, list) else [node.value]:
        if isinstance(value, int) and not isinstance(value, bool):
            yield value


def _unusable(message: str, mark: tuple[int, int]) -> UnusableInput:
    hint = 'such as {"rates": {"5xx": 0.1}, "faults": []}'
    return UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, SourceLocation(_BODY, *mark)))
