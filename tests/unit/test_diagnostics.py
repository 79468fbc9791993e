import json
import pickle

import pytest

from channelsmith.diagnostics import (
    Diagnostic,
    Severity,
    SourceLocation,
    UnusableInput,
    format_github,
    format_json,
    format_text,
)

LOCATION = SourceLocation("specs/a.yaml", 3, 7)
FULL = Diagnostic(Severity.ERROR, "reference", "it does not resolve", "did you mean 'Order'?", LOCATION, "/paths")
BARE = Diagnostic(Severity.INFO, "note", "nothing to see")


def test_a_location_has_the_form_that_terminals_link() -> None:
    assert str(LOCATION) == "specs/a.yaml:3:7"


def test_text_has_location_severity_message_rule_and_hint() -> None:
    assert format_text([FULL, BARE]) == (
        "specs/a.yaml:3:7: error: it does not resolve [reference]\n"
        "    hint: did you mean 'Order'?\n"
        "info: nothing to see [note]"
    )


def test_no_diagnostics_are_no_text() -> None:
    assert [format_text([]), format_github([]), format_json([])] == ["", "", "[]"]


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines", "two\\nlines"),
        ("turned\u202eround", "turned\\u202eround"),
        ("gr\u00fc\u00dfe", "gr\u00fc\u00dfe"),
    ],
)
def test_control_characters_are_escaped(hostile: str, shown: str) -> None:
    assert format_text([Diagnostic(Severity.WARNING, "r", hostile)]) == f"warning: {shown} [r]"


def test_json_is_complete() -> None:
    assert json.loads(format_json([FULL, BARE])) == [
        {
            "severity": "error",
            "rule": "reference",
            "message": "it does not resolve",
            "hint": "did you mean 'Order'?",
            "place": {"file": "specs/a.yaml", "line": 3, "column": 7},
            "pointer": "/paths",
        },
        {"severity": "info", "rule": "note", "message": "nothing to see", "hint": "", "place": None, "pointer": ""},
    ]


@pytest.mark.parametrize(
    ("diagnostic", "command"),
    [
        (
            FULL,
            "::error title=reference,file=specs/a.yaml,line=3,col=7::it does not resolve%0Ahint: did you mean 'Order'?",
        ),
        (BARE, "::notice title=note::nothing to see"),
        (
            Diagnostic(Severity.WARNING, "r", "100%\r\n::error::x", location=SourceLocation("a,b:c", 1, 2)),
            "::warning title=r,file=a%2Cb%3Ac,line=1,col=2::100%25\\r\\n::error::x",
        ),
    ],
)
def test_github_commands_are_escaped(diagnostic: Diagnostic, command: str) -> None:
    assert format_github([diagnostic]) == command


def test_unusable_input_carries_its_diagnostics_through_pickling() -> None:
    error = UnusableInput(FULL, BARE)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert (copy.diagnostics, str(copy)) == ((FULL, BARE), format_text([FULL, BARE]))
