"""Formats of results, and progress."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from channelsmith.cli import report
from channelsmith.cli.report import Format, Report, show_progress
from channelsmith.cli.sarif import format_sarif
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation

FULL = Diagnostic(
    Severity.ERROR,
    "reference",
    "'#/gone' leads nowhere",
    "did you mean '#/go'?",
    SourceLocation("a b/c.yaml", 3, 7),
    "/x",
)
BARE = Diagnostic(Severity.INFO, "configuration", "nothing to see")


def test_sarif_has_what_its_schema_requires() -> None:
    """The members that the JSON Schema of SARIF 2.1.0 requires, their types and allowed values."""
    log = json.loads(format_sarif([FULL, BARE, FULL], {"reference": "A reference does not resolve."}))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert set(run) <= {"tool", "results", "columnKind"}
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    assert set(driver) == {"name", "version", "informationUri", "rules"}
    assert driver["informationUri"].startswith("https://")
    assert driver["rules"][0]["helpUri"] == f"{driver['informationUri']}/lint.md#reference"
    assert "helpUri" not in driver["rules"][1]
    assert [(each["id"], each["shortDescription"]["text"]) for each in driver["rules"]] == [
        ("reference", "A reference does not resolve."),
        ("configuration", "configuration"),
    ]
    for result in run["results"]:
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert isinstance(result["message"]["text"], str)
        assert all(isinstance(each, str) for each in result["partialFingerprints"].values())
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert (uri, unquote(uri)) == ("a%20b/c.yaml", "a b/c.yaml")
    assert location["logicalLocations"] == [{"fullyQualifiedName": "/x", "kind": "member"}]
    assert "locations" not in run["results"][1]


def test_sarif_without_results_is_a_complete_log() -> None:
    (run,) = json.loads(format_sarif([]))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_files_below_the_current_folder_are_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = tmp_path / "a.yaml", tmp_path.parent / "b.yaml"
    found = [
        Diagnostic(Severity.ERROR, "r", "m", location=SourceLocation(str(path), 1, 1)) for path in (inside, outside)
    ]
    results = json.loads(format_sarif(found))["runs"][0]["results"]
    uris = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results]
    assert uris == ["a.yaml", outside.as_uri()]


def test_a_fingerprint_survives_lines_above() -> None:
    moved = Diagnostic(
        FULL.severity, FULL.rule, FULL.message, location=SourceLocation("a b/c.yaml", 9, 7), pointer="/x"
    )
    other = Diagnostic(FULL.severity, FULL.rule, FULL.message, location=FULL.location, pointer="/y")
    results = json.loads(format_sarif([FULL, moved, other]))["runs"][0]["results"]
    first, second, third = (each["partialFingerprints"]["channelsmith/v1"] for each in results)
    assert (first == second, first == third) == (True, False)


@pytest.mark.parametrize("output_format", [Format.JSON, Format.SARIF])
def test_all_problems_are_one_value(output_format: Format, capsys: pytest.CaptureFixture[str]) -> None:
    with Report(output_format) as target:
        target.add([FULL])
        target.add([BARE])
        target.status("done")
        assert capsys.readouterr() == ("", "")
    out, err = capsys.readouterr()
    parsed = json.loads(out)
    assert (len(parsed if output_format is Format.JSON else parsed["runs"][0]["results"]), err) == (2, "")


def test_files_are_relative_to_the_repository_on_github(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "specs").mkdir()
    monkeypatch.chdir(tmp_path / "specs")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    with Report(Format.GITHUB) as target:
        target.add([FULL, BARE])
    assert "file=specs/a b/c.yaml,line=3" in capsys.readouterr().out
    with Report(Format.SARIF) as target:
        target.add([FULL])
    assert '"uri": "specs/a%20b/c.yaml"' in capsys.readouterr().out


# ---------------------------------------------------------------- progress
class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Immediate:
    """A timer whose time is over at once."""

    def __init__(self, delay: float, function: Callable[[], None]) -> None:
        self.delay, self.function = delay, function

    def start(self) -> None:
        self.function()

    def cancel(self) -> None:
        pass

    join = cancel


class Never(Immediate):
    """A timer that is cancelled before its time is over."""

    def start(self) -> None:
        assert self.delay == 1.0


@pytest.mark.parametrize(("timer", "is_shown"), [(Immediate, True), (Never, False)])
def test_progress_is_shown_on_a_terminal_after_a_second(
    timer: type[Immediate], is_shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(report, "Timer", timer)
    monkeypatch.setenv("TERM", "xterm")
    with show_progress("generating shop[red]") as update:
        update("generating\x1b[2J shop[red]")
    text = terminal.getvalue()
    assert ("generating" in text) is is_shown
    assert "\x1b[2J" not in text


def test_nothing_is_shown_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(report, "Timer", Immediate)
    with show_progress("generating shop") as update:
        update("generating more")
    assert pipe.getvalue() == ""
