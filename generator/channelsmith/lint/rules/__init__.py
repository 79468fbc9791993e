"""The lint rules, one module per group; importing this package registers all of them in `RULES`."""

from channelsmith.lint.rules import (
    document,
    operations,
    provenance,
    references,
    schemas,
    structure,
    vocabulary,
)
from channelsmith.lint.rules.base import REMARKS, RULES, Finding, LintContext, Repair, Rule, rule

__all__ = [
    "REMARKS",
    "RULES",
    "Finding",
    "LintContext",
    "Repair",
    "Rule",
    "document",
    "operations",
    "provenance",
    "references",
    "rule",
    "schemas",
    "structure",
    "vocabulary",
]
