"""Run lint rules over a document.

Published documents are often invalid, yet most of them describe a usable client. Only what makes generation wrong or
impossible is an error; the rest is a warning, which ``--strict`` and `channelsmith lint` turn into an error. Where a
rule offers a repair, generation uses a looser value in place of the invalid one, and the warning says so. Documents
that declare ``x-source`` are maintained by the user: there, nothing is repaired.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.document import Document
from channelsmith.lint.rules import RULES, LintContext, Repair, Rule
from channelsmith.lint.rules.base import Phase
from channelsmith.lint.settings import LintSettings

_DEFAULTS = LintSettings()


@dataclass(frozen=True, slots=True)
class LintResult:
    """The problems of a document in document order, and the repairs that let generation continue."""

    diagnostics: tuple[Diagnostic, ...]
    repairs: tuple[Repair, ...] = ()
    is_usable: bool = True
    """Whether the document can be interpreted with these repairs; settings make no difference."""

    def without_approximated(self, approximations: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the problems but those of validity that an approximation reports too, together with its effect."""
        reported = {each.pointer for each in approximations}
        yield from (each for each in self.diagnostics if each.rule != "validity" or each.pointer not in reported)


def lint_document(
    document: Document,
    *,
    strict: bool = False,
    advice: bool = False,
    rules: Iterable[Rule] | None = None,
    settings: LintSettings = _DEFAULTS,
    generating: bool = False,
) -> LintResult:
    """Run rules over a bundled document.

    Args:
        document: the document, bundled.
        strict: whether violations of the specification are errors, and nothing is repaired.
        advice: whether to run the rules whose severity is INFO.
        rules: the rules to run; all by default.
        settings: the user's severities and exemptions.
        generating: whether a package is generated, so that the settings cannot lower what prevents it.
    """
    selected = [
        rule
        for rule in (RULES.values() if rules is None else rules)
        if advice or rule.severity is not Severity.INFO or settings.level_of(rule.id) is not None
    ]
    context = LintContext(document)
    can_repair = not strict and "x-source" not in document.root
    diagnostics: dict[tuple[str, str], Diagnostic] = {}
    repairs: list[Repair] = []
    for rule in sorted(selected, key=_phase):
        reported = {pointer for pointer, _ in diagnostics} if rule.phase is Phase.FALLBACK else set[str]()
        severity = rule.strict if strict else rule.severity
        for finding in rule.check(context):
            diagnostic = finding.node.problem(finding.message, rule=rule.id, hint=finding.hint, severity=severity)
            if finding.repair is not None and can_repair:
                message = f"{finding.message}; {finding.repair.effect}"
                diagnostic = replace(diagnostic, severity=Severity.WARNING, message=message)
                repairs.append(finding.repair)
            if diagnostic.pointer not in reported:
                diagnostics.setdefault((diagnostic.pointer, diagnostic.message), diagnostic)
        if rule.phase is Phase.GATE and diagnostics:
            break
    ordered = sorted(diagnostics.values(), key=_position)
    needed = {rule.id for rule in selected if rule.is_needed}
    is_usable = not any(each.severity is Severity.ERROR and each.rule in needed for each in ordered)
    return LintResult(settings.apply(ordered, document, generating=generating), tuple(repairs), is_usable)


def run_rule(rule_id: str, document: Document, *, strict: bool = False) -> tuple[Diagnostic, ...]:
    """Run a single rule.

    Raises:
        KeyError: there is no rule with this id.
    """
    return lint_document(document, strict=strict, advice=True, rules=[RULES[rule_id]]).diagnostics


def find_repairs(document: Document) -> tuple[Repair, ...]:
    """Return the repairs that a document needs, without reporting anything."""
    context = LintContext(document)
    findings = (finding for rule in RULES.values() if rule.repairs for finding in rule.check(context))
    return tuple(finding.repair for finding in findings if finding.repair is not None)


def _phase(rule: Rule) -> Phase:
    return rule.phase


def _position(diagnostic: Diagnostic) -> tuple[SourceLocation, str, str]:
    return diagnostic.location or SourceLocation("", 0, 0), diagnostic.pointer, diagnostic.message
