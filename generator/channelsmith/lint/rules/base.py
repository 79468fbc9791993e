"""The base of all lint rules: what a rule receives, what it yields, and the table that it is registered in."""

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TypeAlias

from channelsmith.diagnostics import Severity
from channelsmith.document import Document, Json, Node
from channelsmith.lint.openapi_objects import find_objects, operations_of


@dataclass(frozen=True, slots=True)
class Repair:
    """The value to use in place of an invalid element, and the effect for callers in words."""

    node: Node
    value: Json
    effect: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A violation of a rule at a node; `repair`, if there is one, lets generation continue."""

    node: Node
    message: str
    hint: str = ""
    repair: Repair | None = None


@dataclass(frozen=True)
class LintContext:
    """The document under examination, with an index of its objects that all rules share."""

    document: Document

    @cached_property
    def all(self) -> tuple[tuple[str, Node], ...]:
        """Every object with its kind, in document order."""
        return find_objects(self.document)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Node, ...]]:
        """The objects of each kind, references included."""
        kinds: defaultdict[str, list[Node]] = defaultdict(list)
        for kind, node in self.all:
            kinds[kind].append(node)
        return {kind: tuple(nodes) for kind, nodes in kinds.items()}

    def objects(self, *kinds: str) -> Iterator[Node]:
        """Iterate over the mappings of these kinds, without references."""
        for kind in kinds:
            for node in self.by_kind.get(kind, ()):
                if node.is_mapping and node.ref is None:
                    yield node

    @cached_property
    def operations_by_id(self) -> Mapping[str, Node]:
        """The first operation with each `operationId`."""
        return {text(each, "operationId"): each for each in reversed(list(self.objects("operation")))}

    def paths(self) -> Iterator[tuple[str, Node]]:
        """Iterate over the members of ``paths``."""
        paths = self.document.root.get("paths")
        return paths.items() if paths else iter(())

    def operations(self) -> Iterator[tuple[str, Node, str, Node]]:
        """Iterate over path, path item, method and operation below ``paths``; path item references are followed."""
        for path, item in self.paths():
            target = follow(item)
            for method, operation in operations_of(target) if target else ():
                if target and operation.is_mapping:
                    yield path, target, method, operation


class Phase(IntEnum):
    """When a rule runs."""

    GATE = 0
    """Before the others; where a gate has a finding, no other rule runs."""
    MAIN = 1
    FALLBACK = 2
    """After the others; its findings about elements that already have one are dropped."""


Check: TypeAlias = Callable[[LintContext], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule; `severity` applies when generating, `strict` under ``--strict`` and in `channelsmith lint`.

    A rule whose severity is INFO gives advice to the maintainers of a document: only `channelsmith lint` runs it, and
    its findings do not change the exit status.
    """

    id: str
    check: Check
    severity: Severity
    strict: Severity
    phase: Phase = Phase.MAIN
    repairs: bool = False
    """Whether its findings carry repairs."""

    @property
    def is_needed(self) -> bool:
        """Whether a document that violates the rule can be interpreted only after a repair, or not at all."""
        return self.severity is Severity.ERROR or self.repairs

    @property
    def description(self) -> str:
        """The first line of the check's docstring."""
        return (inspect.getdoc(self.check) or "").partition("\n")[0]


RULES: dict[str, Rule] = {}
"""Every rule by its id, in the order of registration."""


REMARKS: Mapping[str, str] = {
    "approximated": "A part of the document cannot be expressed exactly in a client; the message says what is done.",
    "inferred": "Something that the document does not declare follows from its shape, such as pagination.",
    "unread": "A part of the document has no effect in a client, such as a flow for devices.",
}
"""The ids of remarks that are made when a document is interpreted, each with its description."""


def rule(
    rule_id: str,
    severity: Severity,
    *,
    strict: Severity | None = None,
    phase: Phase = Phase.MAIN,
    repairs: bool = False,
) -> Callable[[Check], Check]:
    """Register a check as a rule.

    Args:
        rule_id: the stable id, printed in brackets after every message.
        severity: how serious a finding is when generating.
        strict: the same under ``--strict`` and in `channelsmith lint`; `severity` by default.
        phase: when the rule runs.
        repairs: whether the findings carry repairs.
    """

    def register(check: Check) -> Check:
        if rule_id in RULES:
            raise ValueError(f"the lint rule {rule_id!r} is registered twice")
        RULES[rule_id] = Rule(rule_id, check, severity, strict or severity, phase, repairs)
        return check

    return register


def follow(node: Node) -> Node | None:
    """Follow all references from a node; None when one of them does not resolve, which another rule reports."""
    seen = {node.pointer}
    while node.ref is not None:
        target = node.find_target()
        if target is None or target.pointer in seen:
            return None
        seen.add(target.pointer)
        node = target
    return node


def text(node: Node, key: str) -> str:
    """The string under a key; "" when there is none or it has another type, which another rule reports."""
    member = node.get(key)
    return member.value if member and isinstance(member.value, str) else ""


def elements(node: Node, key: str) -> Iterator[Node]:
    """The elements of the list under a key; nothing when it is not a list."""
    member = node.get(key)
    return member.elements() if member else iter(())
