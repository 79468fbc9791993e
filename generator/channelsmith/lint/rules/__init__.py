"""What a document has to fulfil: one table of rules, each a small function that yields findings.

Real documents lie, and a client can be made from most of them. So only what makes generation wrong or impossible is an
error; the rest is a warning, and an error for those who maintain a document and ask for strictness. What can not be
read as it stands is read as something weaker instead (`Repair`), and the warning says so; but not where a document is
our own, which shows by its `x-source`: there it is an error, and to be mended.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.document import Document
from channelsmith.lint.rules import (
    defaults,
    limits,
    operations,
    parameters,
    provenance,
    references,
    shape,
    validity,
    version,
    vocabulary,
)
from channelsmith.lint.rules.finding import Finding, LintContext, Repair


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, what it looks for, how bad a finding is (to someone generating, and under ``strict``).

    ``repairs`` says whether its findings come with a way to go on.
    """

    id: str
    find: Callable[[LintContext], Iterator[Finding]]
    severity: Severity
    strict: Severity
    repairs: bool = False


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES = (
    Rule("type", shape.wrong_types, _ERROR, _ERROR, repairs=True),
    Rule("reference", references.missing, _ERROR, _ERROR, repairs=True),
    Rule("reference-cycle", references.cycles, _ERROR, _ERROR, repairs=True),
    Rule("reference-kind", references.wrong_kinds, _WARNING, _ERROR, repairs=True),
    Rule("discriminator", references.discriminators, _WARNING, _ERROR),
    Rule("operation-id", operations.duplicate_ids, _WARNING, _ERROR),
    Rule("operation-missing", operations.none_at_all, _WARNING, _WARNING),
    Rule("response-code", operations.response_codes, _WARNING, _ERROR),
    Rule("security", operations.unknown_schemes, _WARNING, _ERROR),
    Rule("path-template", parameters.templates, _WARNING, _ERROR),
    Rule("path-parameter", parameters.in_path, _WARNING, _ERROR),
    Rule("parameter-duplicate", parameters.duplicates, _WARNING, _ERROR),
    Rule("path-conflict", parameters.same_paths, _WARNING, _ERROR),
    Rule("default", defaults.unfit, _WARNING, _ERROR),
    Rule("vocabulary", vocabulary.misfits, _ERROR, _ERROR),
    Rule("vocabulary-namesake", vocabulary.namesakes, _WARNING, _ERROR),
    Rule("vocabulary-place", vocabulary.misplaced, _WARNING, _ERROR),
    Rule("vocabulary-target", vocabulary.dangling, _ERROR, _ERROR),
    Rule("unsourced", provenance.unsourced, _WARNING, _WARNING),
)


@dataclass(frozen=True, slots=True)
class LintResult:
    """What is wrong with a document, in the order of the text, and what to read in place of what can not be read."""

    diagnostics: tuple[Diagnostic, ...]
    repairs: tuple[Repair, ...] = ()


def check(document: Document, *, strict: bool = False) -> tuple[Diagnostic, ...]:
    """Everything wrong with a bundled document, in the order of the text; see `lint_document`."""
    return lint_document(document, strict=strict).diagnostics


def lint_document(document: Document, *, strict: bool = False) -> LintResult:
    """Everything wrong with a bundled document, and how to go on all the same.

    A document of a version that can not be read, or one beyond the limits, is not looked at any further. Under
    ``strict`` whatever is against the specification is an error, and nothing is repaired.
    """
    if unreadable := version.check(document):
        return LintResult((unreadable,))
    survey = LintContext.of(document)
    if exceeded := tuple(limits.exceeded(survey)):
        return LintResult(tuple(each.node.problem(each.message, rule="limit", hint=each.hint) for each in exceeded))
    lenient = not strict and "x-source" not in document.root
    found: dict[tuple[str, str], Diagnostic] = {}
    repairs: list[Repair] = []
    for rule in RULES:
        severity = rule.strict if strict else rule.severity
        for finding in rule.find(survey):
            diagnostic = finding.node.problem(finding.message, rule=rule.id, hint=finding.hint, severity=severity)
            if lenient and finding.repair is not None:
                message = f"{finding.message}; {finding.repair.said}"
                diagnostic = replace(diagnostic, severity=_WARNING, message=message)
                repairs.append(finding.repair)
            found.setdefault((diagnostic.pointer, diagnostic.message), diagnostic)
    told = {diagnostic.pointer for diagnostic in found.values()}
    severity = _ERROR if strict else _WARNING
    for finding in validity.violations(document):
        if finding.node.pointer not in told:  # the rules above say it better
            diagnostic = finding.node.problem(finding.message, rule="validity", hint=finding.hint, severity=severity)
            found[diagnostic.pointer, diagnostic.message] = diagnostic
    return LintResult(tuple(sorted(found.values(), key=_by_place)), tuple(repairs))


def repairs(document: Document) -> tuple[Repair, ...]:
    """What is still to be replaced in a document, some of which has been replaced already."""
    survey = LintContext.of(document)
    found = (finding.repair for rule in RULES if rule.repairs for finding in rule.find(survey))
    return tuple(repair for repair in found if repair is not None)


def _by_place(diagnostic: Diagnostic) -> tuple[SourceLocation, str, str]:
    return diagnostic.location or SourceLocation("", 0, 0), diagnostic.pointer, diagnostic.message
