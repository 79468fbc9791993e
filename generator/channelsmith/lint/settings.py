"""The user's settings of lint rules: other severities, and places where a rule does not apply.

They come from `[tool.channelsmith.lint]` and from `x-lint-ignore` in documents. What generation cannot work around
stays an error when generating, and a document that cannot be read at all is an error everywhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.document import Document, Node, json_pointer

OFF: Final = "off"
"""The level of a rule that is switched off."""
_IGNORE: Final = "x-lint-ignore"


def rule_ids() -> Iterator[str]:
    """Yield the ids whose severity can be set."""
    from channelsmith.lint.rules.base import REMARKS, RULES, Phase  # noqa: PLC0415 -- slow to load, rarely needed

    yield from (rule.id for rule in RULES.values() if rule.phase is not Phase.GATE)
    yield from REMARKS


def fixed_rule_ids() -> frozenset[str]:
    """Return the ids of the rules that cannot be changed."""
    from channelsmith.lint.rules.base import RULES, Phase  # noqa: PLC0415 -- slow to load, rarely needed

    return frozenset(rule.id for rule in RULES.values() if rule.phase is Phase.GATE)


@dataclass(frozen=True, slots=True)
class Exemption:
    """A rule that does not apply at the places whose JSON Pointer matches a pattern, nor below; `*` is any text."""

    rule: str
    at: str
    location: SourceLocation | None = field(default=None, compare=False, repr=False)
    """The setting."""

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the diagnostic is of this rule and at such a place."""
        pattern = ".*".join(map(re.escape, self.at.split("*")))
        return diagnostic.rule == self.rule and re.match(f"{pattern}(/|$)", diagnostic.pointer) is not None


@dataclass(frozen=True, slots=True)
class LintSettings:
    """Rules with another level, a severity or `OFF`, and exemptions."""

    levels: tuple[tuple[str, str], ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    _used: set[Exemption] = field(default_factory=set[Exemption], compare=False, repr=False)

    def level_of(self, rule: str) -> str | None:
        """Return the level that is set for a rule, None if none is."""
        return dict(self.levels).get(rule)

    def describe_unused(self) -> Iterator[Diagnostic]:
        """Yield a remark for each exemption that has covered none of the diagnostics so far."""
        for exemption in self.exemptions:
            if exemption not in self._used:
                message = f"nothing is exempt from {exemption.rule!r} at {exemption.at!r}"
                hint = "correct the rule or the place, or remove the exemption"
                yield Diagnostic(Severity.INFO, "exemption", message, hint, exemption.location)

    def apply(
        self, diagnostics: Iterable[Diagnostic], document: Document, *, generating: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of a document that remain, with the severities that are set.

        Args:
            diagnostics: the problems that rules and later stages found.
            document: the document that they are about.
            generating: whether a package is generated, which needs errors that it cannot work around to stay.
        """
        return tuple(self._apply(diagnostics, document, generating))

    def _apply(self, diagnostics: Iterable[Diagnostic], document: Document, generating: bool) -> Iterator[Diagnostic]:
        levels = dict(self.levels)
        for diagnostic in diagnostics:
            if _is_fixed(diagnostic, generating):
                yield diagnostic
                continue
            level = levels.get(diagnostic.rule, diagnostic.severity.value)
            exempting = [exemption for exemption in self.exemptions if exemption.covers(diagnostic)]
            self._used.update(exempting)
            if level != OFF and not exempting and diagnostic.rule not in _ignored_at(document, diagnostic.pointer):
                yield replace(diagnostic, severity=Severity(level))


def _is_fixed(diagnostic: Diagnostic, generating: bool) -> bool:
    """Whether no setting applies: nothing could be read, or generation needs what the rule checks."""
    from channelsmith.lint.rules.base import REMARKS, RULES, Phase  # noqa: PLC0415 -- slow to load

    rule = RULES.get(diagnostic.rule)
    if rule is None:
        return diagnostic.rule not in REMARKS
    return rule.phase is Phase.GATE or (generating and rule.is_needed and diagnostic.severity is Severity.ERROR)


def _ignored_at(document: Document, pointer: str) -> set[str]:
    """The rules that `x-lint-ignore` excludes at an element or above it."""
    node: Node | None = document.root
    ignored: set[str] = set()
    for token in (*json_pointer.split(pointer), ""):
        if node is None:
            break
        rules = node.get(_IGNORE)
        ignored |= {rule.value for rule in rules.elements() if isinstance(rule.value, str)} if rules else set()
        node = node.get(token)
    return ignored
