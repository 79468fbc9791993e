"""What a document says cannot drive the terminal or the CI service that a message about it is printed in."""

import json
import re
import sys
from pathlib import Path

import pytest

from channelsmith.cli.app import main
from channelsmith.diagnostics import (
    Diagnostic,
    Severity,
    SourceLocation,
    format_github,
    format_json,
    format_text,
    printable,
)
from channelsmith.sandbox.log import LogEntry
from hostile.documents import everywhere, written
from hostile.packages import CROSSINGS, told
from hostile.payloads import PAYLOADS

_COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
_GITHUB = re.compile(r"::(?:error|warning|notice) title=[\w-]+(?:,file=[^:,]+,line=\d+,col=\d+)?::[^\r\n]*")


def problems(payload: str) -> list[Diagnostic]:
    """Diagnostics with a payload in every text."""
    place = SourceLocation(payload, 1, 1)
    return [Diagnostic(severity, "rule", payload, payload, place, payload) for severity in Severity]


@pytest.mark.parametrize("name", PAYLOADS)
def test_messages_are_visible_characters_on_lines_of_their_own(name: str) -> None:
    text = format_text(problems(PAYLOADS[name]))
    assert all(line.isprintable() for line in text.split("\n"))
    assert len(text.split("\n")) == 2 * len(Severity)
    assert _COMMAND.search(text) is None


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_workflow_command_is_one_and_can_not_be_left(name: str) -> None:
    lines = format_github(problems(PAYLOADS[name])).split("\n")
    assert [bool(_GITHUB.fullmatch(line)) and line.isprintable() for line in lines] == [True] * len(Severity)
    assert _COMMAND.findall("\n".join(line[2:] for line in lines)) == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_messages_for_programs_are_plain_json(name: str) -> None:
    text = format_json(problems(PAYLOADS[name]))
    assert (text.isascii(), json.loads(text)[0]["message"]) == (True, PAYLOADS[name])
    assert _COMMAND.search(text) is None


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_all_that_is_said_about_hostile_documents_is_located_and_visible(crossing: str) -> None:
    found = told(crossing)
    assert [each for each in found if each.location is None] == []
    assert all(line.isprintable() for line in format_text(found).split("\n"))
    assert all(_GITHUB.fullmatch(line) for line in format_github(found).split("\n") if found)


def test_a_long_text_is_cut_in_a_message() -> None:
    problem = Diagnostic(Severity.ERROR, "rule", "b" * 10_000)
    assert format_text([problem]) == f"error: {'b' * 1_000}... [rule]"


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_line_of_the_sandbox_is_one_line(name: str) -> None:
    payload = PAYLOADS[name]
    entry = LogEntry(0.0, payload, "GET", f"/{payload}", payload, payload, 200, 1.0, payload, 0, 0, payload)
    assert str(entry).isprintable()
    assert json.dumps(entry.to_json()).isascii()


@pytest.mark.parametrize("name", ["escape", "workflow command", "bidi", "newline", "link"])
def test_commands_print_nothing_of_a_document_as_it_stands(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    written(everywhere(PAYLOADS[name]), tmp_path, "a [b]x.json")
    Path("pyproject.toml").write_text("[tool.channelsmith.apis.a]\nspec = 'a [b]x.json'\noutput = 'out'\n")
    for command in (["generate"], ["check"], ["lint"], ["lint", "--format", "github"], ["ir", "a"]):
        if command == ["check"]:  # a benign edit, so that the difference is shown with the lines around it
            for path in [*Path("out").rglob("*.md"), *Path("out").rglob("*.py")]:
                path.write_text(path.read_text("utf-8").replace("a", "A"), "utf-8")
        monkeypatch.setattr(sys, "argv", ["channelsmith", *command])
        with pytest.raises(SystemExit):
            main()
        said = capsys.readouterr()
        lines = [line for text in (said.out, said.err) for line in text.split("\n")]
        commands = [line for line in lines if _COMMAND.search(line) and not _GITHUB.fullmatch(line)]
        assert (commands, [line for line in lines if not line.isprintable()]) == ([], [])


def test_a_text_that_can_be_shown_is_not_changed() -> None:
    assert printable("GET /a::b # c [d] é 名") == "GET /a::b # c [d] é 名"


@pytest.mark.parametrize(
    "name",
    [
        "../../x",
        "/etc/x",
        "a b",
        "x\n::error::y",
        "\x1b[31m",
        "json",
        "pydantic",
        "con",
        "a-b",
        "A",
        "é",
        "class",
        "__x",
    ],
)
def test_a_name_on_the_command_line_that_is_none_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = written(everywhere("benign"), tmp_path)
    command = ["generate", "--spec", str(spec), "--output", str(tmp_path / "out"), "--package", name]
    monkeypatch.setattr(sys, "argv", ["channelsmith", *command])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert all(line.isprintable() for line in capsys.readouterr().err.split("\n"))
    assert [path.name for path in tmp_path.iterdir()] == ["openapi.json"]
