"""The linter: severities, gates, repairs, the table of rules, and advice."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.diagnostics import Severity
from channelsmith.lint import rules
from channelsmith.lint.linter import find_repairs, lint_document, run_rule
from channelsmith.lint.rules import RULES, Finding, LintContext, base
from channelsmith.pipeline import load_api
from support.documents import brief, document

SOUND = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths: {/a: {get: {operationId: a, responses: {200: {description: ok}}}}}
"""


@pytest.fixture
def advice(monkeypatch: pytest.MonkeyPatch) -> None:
    """An advisory rule with a finding in every document."""
    monkeypatch.setattr("channelsmith.lint.rules.base.RULES", {})

    @rules.rule("advice", Severity.INFO)
    def check(context: LintContext) -> Iterator[Finding]:
        """A title has a single letter."""
        yield Finding(context.document.root["info"], "the title could be longer", "write a longer one")

    monkeypatch.setattr("channelsmith.lint.linter.RULES", base.RULES | {"reference": RULES["reference"]})
    assert base.RULES["advice"].check is check


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_valid_document_has_no_errors(tmp_path: Path, version: str) -> None:
    result = lint_document(document(tmp_path, SOUND.replace("3.1.0", version)), strict=True)
    assert [brief(each) for each in result.diagnostics if each.severity is Severity.ERROR] == []


def test_under_strict_violations_of_the_specification_are_errors(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: 1, version: '1'}\npaths: {'/a/{id}': {get: {responses: {}}}}\n"
    loaded = document(tmp_path, text)
    selected = [RULES[rule] for rule in ("path-parameter", "response-code", "validity")]
    for strict, severity in ((False, Severity.WARNING), (True, Severity.ERROR)):
        diagnostics = lint_document(loaded, strict=strict, rules=selected).diagnostics
        assert {each.rule: each.severity for each in diagnostics} == {rule.id: severity for rule in selected}


@pytest.mark.parametrize(
    ("extension", "severity"),
    [
        ("x-source: {basis: documented, doc: d, section: s}", Severity.ERROR),
        ("x-other: 1", Severity.WARNING),
    ],
)
def test_invalid_parts_are_repaired_except_in_documents_that_declare_sources(
    tmp_path: Path, extension: str, severity: Severity
) -> None:
    circle = "C: {allOf: [{$ref: '#/components/schemas/C'}]}"
    schemas = f"components: {{schemas: {{A: {{$ref: '#/gone'}}, B: {{properties: []}}, {circle}}}}}"
    loaded = document(tmp_path, f"{SOUND}{extension}\n{schemas}\n")
    selected = [RULES[rule] for rule in ("reference", "type", "reference-cycle")]
    result = lint_document(loaded, rules=selected)
    assert {each.rule: each.severity for each in result.diagnostics} == {rule.id: severity for rule in selected}
    assert len(result.repairs) == (3 if severity is Severity.WARNING else 0)
    assert len(find_repairs(loaded)) == 3


def test_every_rule_has_a_description() -> None:
    assert [rule.id for rule in RULES.values() if not rule.description.endswith((".", ";"))] == []


def test_an_id_is_registered_once() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        rules.rule("reference", Severity.INFO)(RULES["type"].check)


@pytest.mark.usefixtures("advice")
def test_advice_is_reported_by_lint_and_does_not_change_its_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = document(tmp_path, SOUND)
    (diagnostic,) = run_rule("advice", loaded, strict=True)
    assert (brief(diagnostic), diagnostic.severity) == ("2:1 advice: the title could be longer", "info")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["lint", "openapi.yaml"])
    assert done.exit_code == 0
    assert "openapi.yaml:2:1: info: the title could be longer [advice]\n" in done.stdout
    as_json = CliRunner().invoke(app, ["lint", "openapi.yaml", "--format", "json"])
    assert (as_json.exit_code, [each["rule"] for each in json.loads(as_json.stdout)]) == (0, ["advice"])


@pytest.mark.usefixtures("advice")
def test_advice_is_not_given_when_generating(tmp_path: Path) -> None:
    document(tmp_path, SOUND)
    assert [each.rule for each in load_api(tmp_path / "openapi.yaml", strict=True).diagnostics] == []
