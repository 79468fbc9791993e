"""What a document has to fulfil: one table of rules, each a small function that yields findings.

Real documents lie, and a client can be made from most of them. So only what makes generation wrong or impossible is an
error; the rest is a warning, and an error for those who maintain a document and ask for strictness.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from channelsmith.diagnostics import Diagnostic, Place, Severity
from channelsmith.document import Document
from channelsmith.rules import (
    defaults,
    operations,
    parameters,
    provenance,
    references,
    shape,
    validity,
    version,
    vocabulary,
)
from channelsmith.rules.finding import Finding, Survey


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, what it looks for, and how bad a finding is: to someone generating, and under ``strict``."""

    id: str
    find: Callable[[Survey], Iterator[Finding]]
    severity: Severity
    strict: Severity


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES = (
    Rule("type", shape.wrong_types, _ERROR, _ERROR),
    Rule("reference", references.missing, _ERROR, _ERROR),
    Rule("reference-cycle", references.cycles, _ERROR, _ERROR),
    Rule("reference-kind", references.wrong_kinds, _WARNING, _ERROR),
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


def check(document: Document, *, strict: bool = False) -> tuple[Diagnostic, ...]:
    """Everything wrong with a bundled document, in the order of the text.

    A document of a version that can not be read is not looked at any further. Under ``strict`` whatever is against the
    specification is an error.
    """
    if unreadable := version.check(document):
        return (unreadable,)
    survey = Survey.of(document)
    found: dict[tuple[str, str], Diagnostic] = {}
    for rule in RULES:
        severity = rule.strict if strict else rule.severity
        for finding in rule.find(survey):
            diagnostic = finding.node.problem(finding.message, rule=rule.id, hint=finding.hint, severity=severity)
            found.setdefault((diagnostic.pointer, diagnostic.message), diagnostic)
    told = {diagnostic.pointer for diagnostic in found.values()}
    severity = _ERROR if strict else _WARNING
    for finding in validity.violations(document):
        if finding.node.pointer not in told:  # the rules above say it better
            diagnostic = finding.node.problem(finding.message, rule="validity", hint=finding.hint, severity=severity)
            found[diagnostic.pointer, diagnostic.message] = diagnostic
    return tuple(sorted(found.values(), key=_by_place))


def _by_place(diagnostic: Diagnostic) -> tuple[Place, str, str]:
    return diagnostic.place or Place("", 0, 0), diagnostic.pointer, diagnostic.message
