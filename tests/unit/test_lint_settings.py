"""Settings of lint rules: severities, exemptions, and the page that documents the rules."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.codegen.target import GENERATED
from channelsmith.config import load_configs, load_lint_settings
from channelsmith.diagnostics import Severity, UnusableInput
from channelsmith.lint.linter import lint_document, run_rule
from channelsmith.lint.rules import REMARKS, RULES
from channelsmith.lint.rules.base import Phase
from channelsmith.lint.settings import Exemption, LintSettings, rule_ids
from channelsmith.pipeline import load_api
from support.documents import document

PAGE = Path(__file__).parents[2] / "docs" / "lint.md"
SPEC = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a: {get: {operationId: same, responses: {200: {description: ok}}}}
  /b/{id}: {get: {operationId: same, responses: {200: {description: ok}}}}
"""


def lint(folder: Path, *options: str, text: str = SPEC) -> tuple[int, dict[str, str]]:
    """Exit status, and the rule and severity of each problem."""
    document(folder, text)
    done = CliRunner().invoke(app, ["lint", "openapi.yaml", "--format", "json", *options])
    return done.exit_code, {each["rule"]: each["severity"] for each in json.loads(done.stdout)}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(text: str) -> None:
    Path("pyproject.toml").write_text(f"[tool.channelsmith.lint]\n{text}\n", "utf-8")


def test_a_rule_can_be_lowered_raised_and_switched_off(project: Path) -> None:
    assert lint(project) == (1, {"operation-id": "error", "path-parameter": "error"})
    configure("rules = {operation-id = 'warning', path-parameter = 'off'}")
    assert lint(project) == (0, {"operation-id": "warning"})
    assert lint(project, "--strict") == (1, {"operation-id": "warning"})
    configure("rules = {operation-id = 'info', path-parameter = 'off'}")
    assert lint(project, "--strict") == (0, {"operation-id": "info"})


@pytest.mark.parametrize(
    ("at", "applies"),
    [
        ("/paths/~1b~1{id}", False),
        ("/paths/~1b~1{id}/get", False),
        ("/paths/*/get", False),
        ("/paths/~1b", True),
        ("/paths/~1a", True),
        ("*", False),
    ],
)
def test_a_rule_can_be_switched_off_at_places(project: Path, at: str, applies: bool) -> None:
    configure(f"ignore = [{{rule = 'path-parameter', at = '{at}'}}]")
    assert ("path-parameter" in lint(project)[1]) is applies


def test_an_exemption_that_covers_nothing_is_reported(project: Path) -> None:
    document(project, SPEC)
    Path("pyproject.toml").write_text(
        "[tool.channelsmith.apis.a]\nspec = 'openapi.yaml'\noutput = 'out'\n"
        "[tool.channelsmith.lint]\nignore = [\n"
        "  {rule = 'operation-id', at = '*'},\n  {rule = 'path-parameter', at = '/paths/~1gone'},\n]\n",
        "utf-8",
    )
    done = CliRunner().invoke(app, ["lint", "--format", "json"])
    remarks = [each for each in json.loads(done.stdout) if each["rule"] == "exemption"]
    assert [(each["severity"], each["place"]["line"]) for each in remarks] == [("info", 7)]


def test_documents_of_generated_packages_can_be_skipped(project: Path) -> None:
    own, package = project / "src" / "app", project / "src" / "shop"
    for folder in (own, package):
        folder.mkdir(parents=True)
        (folder / "openapi.json").write_text('{"openapi": "3.1.0"}', "utf-8")
    for name in GENERATED:
        (package / name).touch()
    (package / "openapi.json").write_text("no document", "utf-8")
    options = ["lint", "--skip-generated", "--format", "json"]
    assert CliRunner().invoke(app, [*options, "src/app/openapi.json", "src/shop/openapi.json"]).exit_code == 1
    assert CliRunner().invoke(app, [*options, "src/shop/openapi.json"]).stdout == "[]\n"
    assert CliRunner().invoke(app, ["lint", "src/shop/openapi.json"]).exit_code == 2


def test_x_lint_ignore_covers_an_object_and_all_below(project: Path) -> None:
    text = SPEC.replace("/b/{id}: {", "/b/{id}: {x-lint-ignore: [path-parameter, operation-id], ")
    assert lint(project, text=text) == (0, {})
    assert lint(project, text=SPEC.replace("/a: {", "/a: {x-lint-ignore: [path-parameter], "))[0] == 1


def test_an_unknown_rule_in_x_lint_ignore_is_an_error(project: Path) -> None:
    loaded = document(project, SPEC.replace("/a: {", "/a: {x-lint-ignore: [path-paramter], "))
    (problem,) = run_rule("vocabulary-target", loaded)
    assert (problem.message, problem.hint) == (
        "x-lint-ignore: there is no rule 'path-paramter'",
        "did you mean 'path-parameter'?",
    )


def test_remarks_about_the_interpretation_can_be_set_too(project: Path) -> None:
    server = "servers: [{url: 'ftp://{a}.example'}], "
    text = SPEC.replace("/a: {", f"/a: {{{server}")
    assert lint(project, text=text)[1]["operation-id"] == "error"
    configure("rules = {operation-id = 'off', path-parameter = 'off'}")
    assert lint(project, text=text) == (0, {"approximated": "warning"})
    configure("rules = {operation-id = 'off', path-parameter = 'off', approximated = 'error'}")
    assert lint(project, text=text) == (1, {"approximated": "error"})
    settings = load_lint_settings()
    with pytest.raises(UnusableInput) as caught:
        load_api(project / "openapi.yaml", lint=settings)
    assert [each.rule for each in caught.value.diagnostics] == ["approximated"]


def test_a_warning_when_generating_can_be_switched_off(project: Path) -> None:
    spec = project / "openapi.yaml"
    document(project, SPEC)
    assert {each.rule for each in load_api(spec).diagnostics} == {"operation-id", "path-parameter"}
    settings = LintSettings((("operation-id", "off"),), (Exemption("path-parameter", "/paths"),))
    assert load_api(spec, lint=settings).diagnostics == ()


def test_what_generation_cannot_work_around_stays_an_error(project: Path) -> None:
    broken = SPEC.replace("description: ok}}}}\n  /b", "$ref: '#/gone'}}}}\n  /b")
    loaded = document(project, f"x-source: {{basis: documented}}\n{broken}")
    settings = LintSettings((("reference", "off"),))
    selected = [RULES["reference"]]
    kept = lint_document(loaded, rules=selected, settings=settings, generating=True)
    assert [each.severity for each in kept.diagnostics] == [Severity.ERROR]
    assert lint_document(loaded, rules=selected, settings=settings).diagnostics == ()


def test_a_switched_off_error_does_not_make_lint_interpret_an_unusable_document(project: Path) -> None:
    configure("rules = {reference = 'off', operation-id = 'off', path-parameter = 'off', validity = 'off'}")
    assert lint(project, text=SPEC.replace("description: ok}}}}\n  /b", "$ref: '#/gone'}}}}\n  /b")) == (0, {})


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "rules = {operation-ids = 'off'}",
            "2:10",
            "there is no rule 'operation-ids' whose severity can be set",
            "did you mean 'operation-id'?",
        ),
        (
            "rules = {version = 'off'}",
            "2:10",
            "the rule 'version' cannot be changed or switched off",
            "remove it: without it, the document cannot be read",
        ),
        (
            "ignore = [{rule = 'defalt', at = '/x'}]",
            "2:20",
            "there is no rule 'defalt' whose severity can be set",
            "did you mean 'default'?",
        ),
        (
            "ignore = [{rule = 'default', at = 'paths'}]",
            "2:36",
            "'paths' is not a pattern of JSON Pointers",
            "for example '/paths/~1orders*'",
        ),
    ],
)
def test_unknown_rules_and_places_are_errors(text: str, line: str, message: str, hint: str) -> None:
    configure(text)
    with pytest.raises(UnusableInput) as caught:
        load_lint_settings()
    (problem,) = caught.value.diagnostics
    assert problem.location is not None
    assert (problem.message, problem.hint) == (f"[tool.channelsmith.lint] {message}", hint)
    assert str(problem.location).endswith(f"pyproject.toml:{line}")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("rule = {}", "unknown key 'rule'", "did you mean 'rules'?"),
        ("rules = {default = 'silent'}", "'default': input should be", ""),
        ("ignore = [{rule = 'default'}]", "missing key 'at'", "add it: at = ..."),
    ],
)
def test_an_invalid_table_is_an_error(text: str, message: str, hint: str) -> None:
    configure(text)
    with pytest.raises(UnusableInput) as caught:
        load_lint_settings()
    (problem,) = caught.value.diagnostics
    assert message in problem.message
    assert problem.hint == hint


def test_an_unknown_table_is_an_error() -> None:
    Path("pyproject.toml").write_text("[tool.channelsmith.api.shop]\nspec = 'a.yaml'\n", "utf-8")
    with pytest.raises(UnusableInput, match=r"\[tool\.channelsmith\] unknown key 'api'(?s:.*)did you mean 'apis'"):
        load_configs()


def test_the_settings_may_be_in_a_file_of_their_own(project: Path) -> None:
    Path("channelsmith.toml").write_text("[lint]\nrules = {operation-id = 'off', path-parameter = 'info'}\n", "utf-8")
    assert lint(project) == (0, {"path-parameter": "info"})


def test_the_search_for_settings_ends_at_the_repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure("rules = {default = 'off'}")
    inner = project / "repository" / "folder"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert load_lint_settings() == LintSettings((("default", "off"),))
    (project / "repository" / ".git").mkdir()
    assert load_lint_settings() == LintSettings()


def test_the_search_for_settings_ends_at_the_home_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure("rules = {default = 'off'}")
    inner = project / "home" / "folder"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    monkeypatch.setenv("HOME", str(project / "home"))
    monkeypatch.setenv("USERPROFILE", str(project / "home"))
    assert load_lint_settings() == LintSettings()


# ---------------------------------------------------------------- the page
def test_every_rule_has_a_section_that_names_its_severities() -> None:
    sections = re.findall(r"^### `([a-z-]+)`\n\n([^.;]+)", PAGE.read_text("utf-8"), re.MULTILINE)
    expected = {rule.id: severities(rule.id) for rule in RULES.values()}
    assert {name: text for name, text in sections if name in RULES} == expected
    assert [name for name, _ in sections if name not in RULES] == list(REMARKS)


def severities(rule_id: str) -> str:
    rule = RULES[rule_id]
    return rule.strict.value.capitalize()


def test_what_generating_makes_of_a_rule_is_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    for rule in RULES.values():
        (section,) = re.findall(rf"^### `{rule.id}`\n\n([^\n]+)", page, re.MULTILINE)
        assert ("; warning when generating." in section) == (rule.severity != rule.strict and not rule.repairs), rule.id
        assert ("; repaired when generating." in section) == rule.repairs, rule.id


def test_all_but_gates_can_be_set() -> None:
    assert set(rule_ids()) == {*REMARKS, *(each.id for each in RULES.values() if each.phase is not Phase.GATE)}
