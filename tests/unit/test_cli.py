import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest

from channelsmith.cli.app import main
from support.lint_rules import select_rules

GOOD = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
x-source: {basis: documented, doc: Guide}
paths:
  /orders: {get: {operationId: listOrders, tags: [orders], responses: {'200': {description: All of them.}}}}
"""
DOUBTFUL = GOOD.replace("/orders:", "'/orders/{id}':")
BROKEN = GOOD.replace("'200': {", "'200': {$ref: '#/gone', ")
PROJECT = "[tool.channelsmith.apis.shop]\nspec = 'shop.yaml'\noutput = 'generated/shop'\n"


@dataclass(frozen=True)
class Outcome:
    """The result of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in a project with one API."""
    monkeypatch.chdir(tmp_path)
    select_rules(monkeypatch, "reference", "path-parameter", "unsourced")
    Path("shop.yaml").write_text(GOOD)
    Path("doubtful.yaml").write_text(DOUBTFUL)
    Path("broken.yaml").write_text(BROKEN)
    Path("pyproject.toml").write_text(PROJECT)

    def command(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["channelsmith", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), captured.out, captured.err)

    return command


UNRESOLVED = "the reference '#/gone' leads nowhere: the document has no 'gone'"


def test_generate_writes_configured_packages_and_reports_how_many_files_changed(run: Run) -> None:
    first = run("generate")
    files = len([each for each in Path("generated/shop").rglob("*") if each.is_file()])
    assert first == Outcome(0, "", f"shop: {files} files written to generated/shop; package shop, client Shop\n")
    again = f"shop: {files} files in generated/shop, none changed; package shop, client Shop\n"
    assert run("generate", "shop") == Outcome(0, "", again)


def test_generate_creates_a_project_from_any_document(run: Run) -> None:
    assert run("generate", "--spec", "shop.yaml", "--output", "out", "--package", "my_shop").code == 0
    assert Path("out/src/my_shop/client.py").is_file()
    assert Path("out/pyproject.toml").is_file()


def test_check_compares_the_package_of_any_document(run: Run) -> None:
    options = ("--spec", "shop.yaml", "--output", "out", "--package", "my_shop")
    assert run("check", *options).code == 1
    run("generate", *options)
    assert run("check", *options) == Outcome(0, "", "my_shop: up to date\n")
    Path("out/src/my_shop/client.py").write_text("edited\n", "utf-8")
    edited = run("check", *options)
    assert edited.code == 1
    assert "-edited\n" in edited.out
    assert edited.err == (
        "out/src/my_shop/client.py:1:1: error: the file was edited since it was generated [edited]\n"
        "my_shop: out of date\nto fix, run: channelsmith generate --force with the same options\n"
    )


def test_warnings_are_printed_and_do_not_stop_generation(run: Run) -> None:
    result = run("generate", "--spec", "doubtful.yaml", "--output", "out")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("doubtful.yaml:5:")
    (line,) = [line for line in result.err.splitlines() if "{id}" in line]
    assert line.endswith("is not declared as a parameter; it is read as a string [path-parameter]")


def test_many_warnings_of_a_kind_are_counted(run: Run) -> None:
    paths = "".join(f"  /{at}/{{id}}: {{get: {{responses: {{'200': {{description: ok}}}}}}}}\n" for at in range(20))
    Path("many.yaml").write_text(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n{paths}", "utf-8")
    result = run("generate", "--spec", "many.yaml", "--output", "out")
    warnings = [line for line in result.err.splitlines() if "[path-parameter]" in line]
    assert len(warnings) == 4
    assert warnings[-1] == "17 more like these [path-parameter]; -v lists all"
    listed = run("generate", "--spec", "many.yaml", "--output", "out", "--format", "json")
    assert listed.out.count('"path-parameter"') == 20
    verbose = run("generate", "--spec", "many.yaml", "--output", "out", "-v")
    assert verbose.err.count("[path-parameter]") == 20
    quiet = run("generate", "--spec", "many.yaml", "--output", "out", "-q")
    assert quiet == Outcome(0, "", "")
    for options, shown in (((), 4), (("-v",), 20)):
        assert run("lint", "many.yaml", *options).out.count("[path-parameter]") == shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("generate", "--output", "out"),
        ("generate", "--package", "x"),
        ("generate", "--spec", "shop.yaml"),
        ("generate", "shop", "--spec", "shop.yaml", "--output", "out"),
        ("generate", "--format", "xml"),
        ("generate", "--nonsense"),
        ("nonsense",),
        ("ir",),
        ("check", "--spec", "shop.yaml"),
    ],
)
def test_an_invalid_command_line_is_a_usage_error(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Usage:" in result.err


@pytest.mark.parametrize(
    "arguments", [("--help",), ("-h",), ("generate", "--help"), ("check", "-h"), ("lint", "-h"), ("diff", "-h")]
)
def test_help_is_printed(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.code, result.err) == (0, "")
    assert "Usage:" in result.out


def test_help_is_complete(run: Run) -> None:
    commands = run("--help").out
    assert "..." not in commands.partition("Commands ")[2]
    for shown in (commands, run("generate", "--help").out):
        assert "<bool>" not in shown
    assert "--no-infer-pagination " in run("check", "--help").out


def test_help_names_the_table_of_rules(run: Run) -> None:
    assert "tool.channelsmith.lint" in run("lint", "--help").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("generate", "other"), "pyproject.toml:1:1: error: no API 'other' is configured [configuration]"),
        (("check", "other"), "pyproject.toml:1:1: error: no API 'other' is configured [configuration]"),
        (("ir", "other"), "pyproject.toml:1:1: error: no API 'other' is configured [configuration]"),
        (("generate", "shop.yaml"), "    hint: for a document, write --spec shop.yaml\n"),
        (("check", "shop.yaml"), "    hint: for a document, write --spec shop.yaml\n"),
        (("generate", "shpo"), "    hint: did you mean 'shop'?\n"),
        (("lint", "."), ".:1:1: error: this is a directory, not a file [file]"),
        (("lint", "specs/none"), "specs/none:1:1: error: file not found [file]"),
        (("ir", "none.yaml"), "none.yaml:1:1: error: file not found [file]"),
        (("lint", "none.yaml"), "none.yaml:1:1: error: file not found [file]"),
        (("generate", "--spec", "none.yaml", "--output", "out"), "none.yaml:1:1: error: file not found [file]"),
        (
            ("generate", "--spec", "shop.yaml", "--output", "out", "--package", "my-shop"),
            "error: 'my-shop' is not a valid name for a Python package [configuration]",
        ),
        (("ir", "broken.yaml"), f"error: {UNRESOLVED} [reference]"),
        (("generate", "--spec", "broken.yaml", "--output", "out"), f"error: {UNRESOLVED} [reference]"),
        (
            ("generate", "--spec", "shop.yaml", "--output", "shop.yaml"),
            "shop.yaml:1:1: error: the output is not a folder [output]",
        ),
    ],
)
def test_unusable_input_is_exit_status_2_with_a_location(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert not Path("out").exists()


def test_outside_of_a_project_there_is_a_hint(run: Run) -> None:
    Path("pyproject.toml").unlink()
    result = run("generate")
    assert (result.code, result.err.splitlines()[1]) == (
        2,
        "    hint: add [tool.channelsmith.apis.NAME] to pyproject.toml, or give a document by --spec FILE",
    )
    assert "no API is configured here, so there is no 'nosuch'" in run("ir", "nosuch").err


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == Outcome(0, f"channelsmith {version('channelsmith')}\n", "")


def test_shells_complete_the_configured_apis(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CHANNELSMITH_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "channelsmith check s")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run().out.strip() == "shop"


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint", "https://example.com/api/openapi.yaml"),
        ("generate", "--spec", "https://example.com/api/openapi.yaml", "--output", "out"),
        ("ir", "https://example.com/api/openapi.yaml"),
        ("diff", "https://example.com/api/openapi.yaml", "shop.yaml"),
        ("lint", "shop.yaml", "--overlay", "https://example.com/api/openapi.yaml"),
    ],
)
def test_nothing_is_fetched(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == Outcome(
        2,
        "",
        "error: 'https://example.com/api/openapi.yaml' is a URL, and nothing is fetched from a network [file]\n"
        "    hint: save it first: curl -fsSL -o openapi.yaml https://example.com/api/openapi.yaml\n",
    )


def test_a_document_on_one_line_shows_pointers(run: Run) -> None:
    path = "{'/orders/{id}': {get: {responses: {'200': {description: ok}}}}}"
    Path("line.yaml").write_text(
        f"{{openapi: 3.1.0, info: {{title: T, version: '1'}}, x-y: '{'z' * 99}', paths: {path}}}"
    )
    out = run("lint", "line.yaml").out.splitlines()
    assert out[1] == "    at: /paths/~1orders~1{id}/get"
    assert "%0Aat: /paths/~1orders~1{id}/get%0A" in run("lint", "line.yaml", "--format", "github").out


def test_check_passes_after_generating_and_fails_after_a_change(run: Run) -> None:
    assert run("check").code == 1
    run("generate")
    assert run("check") == Outcome(0, "", "shop: up to date\n")
    Path("generated/shop/README.md").unlink()
    Path("generated/shop/src/shop/own.py").touch()
    changed = run("check")
    assert (changed.code, changed.err) == (
        1,
        (
            "generated/shop/src/shop/own.py:1:1: info: this file was not generated; it is kept [output]\n"
            "generated/shop/README.md:1:1: error: the file is missing [missing]\n"
            "shop: out of date\nto fix, run: channelsmith generate shop\n"
        ),
    )
    assert changed.out.startswith("--- /dev/null\n+++ generated from the document\n@@ -0,0 +1,")
    quiet = run("check", "--quiet")
    assert (quiet.code, quiet.err) == (
        1,
        "generated/shop/README.md:1:1: error: the file is missing [missing]\nto fix, run: channelsmith generate shop\n",
    )


def test_edited_files_are_overwritten_only_by_force(run: Run) -> None:
    run("generate")
    Path("generated/shop/pyproject.toml").write_text("mine\n")
    refused = run("generate")
    assert (refused.code, refused.err.splitlines()[0]) == (
        2,
        "generated/shop/pyproject.toml:1:1: error: the file was edited since it was generated [output]",
    )
    assert Path("generated/shop/pyproject.toml").read_text() == "mine\n"
    assert run("generate", "--force").code == 0
    assert run("check").code == 0


def test_lint_fails_on_warnings_only_under_strict(run: Run) -> None:
    schemas = "components: {schemas: {A: {x-source: {basis: sdk}}, B: {}}}"
    Path("shop.yaml").write_text(GOOD.replace("x-source: {basis: documented, doc: Guide}", schemas))
    assert run("lint", "shop.yaml").code == 0
    assert run("lint", "shop.yaml", "--strict").code == 1


def test_every_stale_file_is_annotated(run: Run) -> None:
    run("generate")
    Path("generated/shop/README.md").write_text("mine\n")
    Path("generated/shop/src/shop/client.py").unlink()
    assert run("check", "--format", "github").out.splitlines() == [
        "::error title=edited,file=generated/shop/README.md,line=1,col=1::the file was edited since it was generated",
        "::error title=missing,file=generated/shop/src/shop/client.py,line=1,col=1::the file is missing",
    ]
    result = run("check", "--format", "json")
    assert (result.code, [each["rule"] for each in json.loads(result.out)]) == (1, ["edited", "missing"])
    (log,) = json.loads(run("check", "--format", "sarif").out)["runs"]
    assert [each["level"] for each in log["results"]] == ["error", "error"]
    assert len(run("check", "--quiet", "--format", "github").out.splitlines()) == 2


def test_nothing_is_written_if_one_of_several_documents_cannot_be_used(run: Run) -> None:
    other = "[tool.channelsmith.apis.other]\nspec = 'none.yaml'\noutput = 'generated/other'\n"
    Path("pyproject.toml").write_text(PROJECT + other)
    assert run("generate").code == 2
    assert not Path("generated").exists()


def test_the_output_of_another_package_is_refused_by_one_message(run: Run) -> None:
    run("generate")
    refused = run("generate", "--spec", "shop.yaml", "--output", "generated/shop", "--package", "other")
    assert (refused.code, refused.err.count("[output]")) == (2, 1)


def test_edited_files_are_counted_after_the_first_three(run: Run) -> None:
    run("generate")
    for name in ("pyproject.toml", "README.md", "src/shop/client.py", "src/shop/__init__.py"):
        Path("generated/shop", name).write_text("mine\n")
    refused = run("generate")
    assert (refused.code, refused.err.count("error:")) == (2, 3)
    assert refused.err.endswith("1 more like these [output]; -v lists all\n")
    assert run("generate", "-v").err.count("error:") == 4


def test_messages_about_options_say_what_is_wrong(run: Run) -> None:
    assert "--spec needs --output" in run("check", "--spec", "shop.yaml").err
    assert "give either" in run("check", "shop", "--spec", "shop.yaml", "--output", "out").err
    assert "Value error" not in run("generate", "--format", "xml").err


def test_settings_are_located_relative_to_the_current_folder(run: Run) -> None:
    (problem,) = json.loads(run("generate", "other", "--format", "json").out)
    assert problem["place"]["file"] == "pyproject.toml"


def test_lint_counts_sources_and_fails_on_errors(run: Run) -> None:
    good = run("lint", "shop.yaml")
    assert (good.code, good.err) == (0, "")
    assert "documented" in good.out
    assert run("lint").code == 0
    assert run("lint", "doubtful.yaml").code == 1
    broken = run("lint", "shop.yaml", "broken.yaml")
    assert (broken.code, UNRESOLVED in broken.out, broken.err) == (1, True, "")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("generate", "--spec", "broken.yaml", "--output", "out"), 2),
        (("lint", "broken.yaml"), 1),
        (("generate", "--spec", "none.yaml", "--output", "out"), 2),
    ],
)
def test_problems_are_printed_in_the_requested_format(run: Run, command: tuple[str, ...], code: int) -> None:
    result = run(*command, "--format", "json")
    assert result.code == code
    assert {each["severity"] for each in json.loads(result.out)} == {"error"}
    assert run(*command, "--format", "github").out.startswith("::error title=")
    (run_of_sarif,) = json.loads(run(*command, "--format", "sarif").out)["runs"]
    assert {each["level"] for each in run_of_sarif["results"]} == {"error"}


def test_without_problems_json_is_an_empty_list(run: Run) -> None:
    for command in (("generate",), ("check",), ("lint",), ("lint", "shop.yaml", "shop.yaml")):
        assert run(*command, "--format", "json") == Outcome(0, "[]\n", "")
        assert run(*command, "--format", "github") == Outcome(0, "", "")


@pytest.mark.parametrize("name", ["shop", "shop.yaml"])
def test_ir_prints_json(run: Run, name: str) -> None:
    Path("shop").mkdir()  # a folder with the name of an API is not a document
    result = run("ir", name)
    api = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert (api["class"], api["title"]) == ("Api", "Shop")
    assert [(each["class"], each["id"], each["method"]) for each in api["operations"]] == [
        ("Operation", "listOrders", "GET")
    ]


def test_the_module_is_the_command(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text(GOOD)
    command = [sys.executable, "-m", "channelsmith", "ir", "shop.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["version"], done.stderr) == (0, "1", "")


def test_inferred_pagination_is_noted_and_can_be_switched_off(run: Run) -> None:
    members = "{items: {type: array, items: {}}, total: {type: integer}}"
    success = f"{{description: A page., content: {{application/json: {{schema: {{properties: {members}}}}}}}}}"
    page = "{name: page, in: query, schema: {type: integer, default: 1}}"
    Path("paged.yaml").write_text(
        GOOD.replace("responses:", f"parameters: [{page}], responses:").replace("{description: All of them.}", success)
    )
    outcome = run("ir", "paged.yaml")
    assert json.loads(outcome.out)["operations"][0]["pagination"]["class"] == "PageNumberPagination"
    assert outcome.err.startswith("paged.yaml:5:13: info: 'listOrders' is paged by page number (parameter 'page'")
    outcome = run("ir", "paged.yaml", "--no-infer-pagination")
    assert (json.loads(outcome.out)["operations"][0]["pagination"], outcome.err) == (None, "")
    for option, pagers in ((), True), (("--no-infer-pagination",), False):
        assert run("generate", "--spec", "paged.yaml", "--output", "client", *option).code == 0
        assert Path("client/src/paged/_runtime/pagination.py").exists() is pagers
        assert run("check", "--spec", "paged.yaml", "--output", "client", *option).code == 0
    description = Path("client/src/paged/openapi.json")
    assert json.loads(description.read_text())["x-pagination"] is False
    assert json.loads(run("ir", str(description)).out)["operations"][0]["pagination"] is None
