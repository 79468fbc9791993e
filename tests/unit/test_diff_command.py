"""The command `channelsmith diff`: arguments, output and exit status."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from channelsmith.cli.app import main

OLD = """\
openapi: 3.1.0
info: {title: Shop, version: '1.2.3'}
paths:
  /orders: {get: {operationId: listOrders, x-method: list, tags: [orders], responses: {'204': {description: Done.}}}}
"""
MORE = OLD + "  /carts: {get: {operationId: listCarts, tags: [carts], responses: {'204': {description: Done.}}}}\n"
BROKEN = OLD.replace("openapi: 3.1.0", "openapi: 9")
PROJECT = "[tool.channelsmith.apis.shop]\nspec = 'more.yaml'\noutput = 'out'\nnames = 'names.json'\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `channelsmith diff` in a folder with some documents; return exit status, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"old": OLD, "more": MORE, "broken": BROKEN}.items():
        Path(f"{name}.yaml").write_text(text)
    Path("pyproject.toml").write_text(PROJECT)

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["channelsmith", "diff", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return command


def test_an_addition_is_exit_status_0(run: Run) -> None:
    report = "Added:\n  * client.carts.list_carts: was added\n\nNext version: 1.3.0 (from 1.2.3)\n"
    assert run("old.yaml", "more.yaml") == (0, report, "")


def test_a_removal_is_exit_status_1(run: Run) -> None:
    report = "Breaking:\n  * client.carts.list_carts: was removed\n\nNext version: 2.0.0 (from 1.2.3)\n"
    assert run("more.yaml", "old.yaml") == (1, report, "")


def test_an_api_and_the_previous_version_can_be_given(run: Run) -> None:
    report = "Added:\n  * client.carts.list_carts: was added\n\nNext version: 0.1.1 (from 0.1.0)\n"
    assert run("old.yaml", "shop", "--previous", "0.1.0") == (0, report, "")


def test_the_names_file_applies_to_both_sides(run: Run) -> None:
    Path("names.json").write_text(_names_of("more.yaml").replace('"list_carts"', '"every_cart"'))
    assert run("shop", "old.yaml")[1].splitlines()[1] == "  * client.carts.every_cart: was removed"


def _names_of(spec: str) -> str:
    from channelsmith.config import config_for_document  # noqa: PLC0415 -- the names file of a document, as generate writes it
    from channelsmith.pipeline import generate_package  # noqa: PLC0415

    tree, _ = generate_package(config_for_document(Path(spec), Path("made"), None))
    return tree.files["names.json"]


def test_output_as_json_and_as_github_commands(run: Run) -> None:
    code, out, _ = run("more.yaml", "old.yaml", "--format", "json")
    assert (code, json.loads(out)["breaking"], json.loads(out)["version"]["to"]) == (1, True, "2.0.0")
    _, out, _ = run("more.yaml", "old.yaml", "--format", "github")
    assert out == "::error title=method-removed,file=more.yaml,line=5,col=12::client.carts.list_carts: was removed\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("old.yaml", "broken.yaml"), "broken.yaml:1:1: error:"),
        (("gone.yaml", "old.yaml"), "gone.yaml:1:1: error:"),
        (("nothing", "old.yaml"), "error: "),
    ],
)
def test_unusable_input_is_exit_status_2(arguments: tuple[str, ...], complaint: str, run: Run) -> None:
    code, out, err = run(*arguments)
    assert (code, out, complaint in err, "hint: " in err, "Traceback" in err) == (2, "", True, True, False)


@pytest.mark.parametrize(
    ("old", "new", "version", "needed"),
    [
        ("old", "more", "1.3.0", ""),
        ("old", "more", "1.2.4", "1.3.0"),
        ("more", "old", "2.0.0rc1", ""),
        ("more", "old", "1.4.0", "2.0.0"),
        ("old", "old", "1.2.3", ""),
        ("old", "old", "1.2.2", "1.2.3"),
    ],
)
def test_a_version_that_is_too_low_is_refused(run: Run, old: str, new: str, version: str, needed: str) -> None:
    code, out, err = run(f"{old}.yaml", f"{new}.yaml", "--version", version)
    assert (code, "Next version" in out) == (1 if needed else 0, True)
    assert err == (
        f"error: the version {version} is too low: these changes since 1.2.3 need at least {needed} [version-too-low]\n"
        f"    hint: release it as {needed}\n"
        if needed
        else ""
    )
    result = json.loads(run(f"{old}.yaml", f"{new}.yaml", "--version", version, "--format", "json")[1])["version"]
    assert (result["chosen"], result["sufficient"]) == (version, not needed)
    commands = run(f"{old}.yaml", f"{new}.yaml", "--version", version, "--format", "github")[1]
    assert ("::error title=version-too-low::" in commands) == bool(needed)


@pytest.mark.parametrize("options", [("--version", "new"), ("--version", "1.0", "--previous", "latest")])
def test_what_is_not_a_version_is_exit_status_2(run: Run, options: tuple[str, ...]) -> None:
    code, out, err = run("old.yaml", "more.yaml", *options)
    assert (code, out, "[version]\n    hint: " in err) == (2, "", True)


def test_markdown_is_a_section_of_a_changelog_with_notes_for_the_migration(run: Run) -> None:
    Path("renamed.yaml").write_text(OLD.replace("x-method: list", "x-method: every"))
    code, out, err = run("old.yaml", "renamed.yaml", "--format", "markdown")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "## 2.0.0",
        "",
        "### Breaking",
        "",
        "* `client.orders.list`: was renamed to client.orders.every",
        "",
        "### Migrating from 1.2.3",
        "",
        "* `client.orders.list`: write `client.orders.every` instead.",
    ]


def test_overlays_correct_both_documents(run: Run) -> None:
    Path("overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: Correction, version: '1'}\n"
        "actions: [{target: $.info, update: {version: 7.0.0}}]\n"
    )
    assert run("old.yaml", "old.yaml")[1].endswith("(from 1.2.3)\n")
    assert run("old.yaml", "old.yaml", "--overlay", "overlay.yaml")[1].endswith("(from 7.0.0)\n")


def test_changes_as_sarif(run: Run) -> None:
    log = json.loads(run("more.yaml", "old.yaml", "--format", "sarif")[1])
    (result,) = log["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("method-removed", "error")
