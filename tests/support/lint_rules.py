"""Lint rules in tests of other things."""

import pytest

from channelsmith.lint.rules import RULES


def select_rules(monkeypatch: pytest.MonkeyPatch, *ids: str) -> None:
    """Run only these lint rules, so that a test does not depend on what further rules report."""
    monkeypatch.setattr("channelsmith.lint.linter.RULES", {rule_id: RULES[rule_id] for rule_id in ids})
