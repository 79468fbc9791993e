"""Overlays that are refused, and the location of the message."""

from pathlib import Path

import pytest

from channelsmith.diagnostics import UnusableInput
from channelsmith.transform import json_path, overlay
from channelsmith.transform.overlay import apply_overlays
from support.documents import brief, complaint, document, write
from support.overlays import corrected

SPEC = """
openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: a}, {name: b}]
paths:
  /v1/orders/summary: {get: {operationId: one, parameters: [{name: page}]}}
  /v1/orders: {get: {operationId: two}}
"""

NOTHING = [
    ("$.paths['/v1/order/summary']", "$['paths'] has no '/v1/order/summary'", "did you mean '/v1/orders/summary'?"),
    ("$.paths.*.gett.tags", "$['paths'][*] has no 'gett'", "did you mean 'get'?"),
    ("$..operationID", "$ has no 'operationID' at any depth", "did you mean 'operationId'?"),
    ("$.webhooks.order", "$ has no 'webhooks'", "available: 'openapi', 'info', 'tags', 'paths'"),
    ("$.info.title.x", "$['info']['title'] has no 'x'", ""),
    ("$.tags[2]", "[2] selects nothing in $['tags']", ""),
    ("$.tags[?@.name == 'c'].name", "[?@['name'] == 'c'] selects nothing in $['tags']", ""),
]


@pytest.mark.parametrize(("target", "message", "hint"), NOTHING)
def test_a_target_that_selects_nothing_is_reported_with_available_keys(
    tmp_path: Path, target: str, message: str, hint: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        corrected(tmp_path, SPEC, f'- target: "{target}"\n  remove: true')
    assert complaint(caught.value) == f"4:5 overlay-target: nothing matches {target!r}: {message}"
    assert [each.hint for each in caught.value.diagnostics] == [hint]


def test_every_action_that_does_not_fit_is_reported(tmp_path: Path) -> None:
    actions = "- {target: $.a, remove: true}\n- {target: $.tags, update: {name: c}}\n- {target: $.b, update: 1}"
    with pytest.raises(UnusableInput) as caught:
        corrected(tmp_path, SPEC, actions, "- {target: $.c, update: 1}")
    places = [str(each.location).removeprefix(f"{tmp_path}/") for each in caught.value.diagnostics]
    assert places == ["fix0.yaml:4:6", "fix0.yaml:6:6", "fix1.yaml:4:6"]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (
            "{target: $.info, update: {title: [x]}}",
            "4:31 overlay-merge: a list cannot be merged into a string (FOLDER/openapi.yaml:3:8)",
        ),
        (
            "{target: $.info, update: x}",
            "4:22 overlay-merge: a string cannot be merged into a mapping (FOLDER/openapi.yaml:3:1)",
        ),
        (
            "{target: $, update: {tags: {name: c}}}",
            "4:26 overlay-merge: a mapping cannot be merged into a list (FOLDER/openapi.yaml:4:1)",
        ),
        (
            "{target: $.info.title, copy: $.tags}",
            "4:28 overlay-merge: a list cannot be merged into a string (FOLDER/openapi.yaml:3:8)",
        ),
        (
            "{target: $.info, copy: '$.tags[*]'}",
            "4:22 overlay-target: '$.tags[*]' selects 2 parts, but only one can be copied",
        ),
        ("{target: $.info, copy: $.tag}", "4:22 overlay-target: nothing matches '$.tag': $ has no 'tag'"),
        ("{target: $.*, update: 1}", "4:6 overlay-merge: '$.*' selects lists and mappings and plain values"),
        ("{target: $, remove: true}", "4:6 overlay-merge: the root of the document cannot be removed"),
        (
            "{target: '$.paths[', update: {}}",
            "4:6 overlay-target: '$.paths[' is not a JSONPath (RFC 9535): unexpected end of query",
        ),
        (
            "{target: '$[!', update: {}}",
            "4:6 overlay-target: '$[!' is not a JSONPath (RFC 9535): unexpected token in bracketed selection 'NOT'",
        ),
        (
            "{target: '$.info | $.tags', update: {}}",
            "4:6 overlay-target: '$.info | $.tags' is not a JSONPath (RFC 9535): unexpected token '|'",
        ),
        ("{target: paths, update: {}}", "4:6 overlay: 'paths' does not start with '$', the root of the document"),
        ("{target: '$[1e5$..', update: {}}", "4:6 overlay-target: '$[1e5$..' is not a JSONPath"),
    ],
)
def test_an_invalid_action_is_located(tmp_path: Path, action: str, message: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        corrected(tmp_path, SPEC, f"- {action}")
    assert complaint(caught.value).startswith(message.replace("FOLDER", str(tmp_path)))


INFO = "info: {title: T, version: '1'}"
ACTIONS = "actions: [{target: $.tags, update: 1}]"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (SPEC, ["2:1 overlay: this is an OpenAPI document, not an overlay"]),
        ("actions: []", ["1:1 overlay: this is not an overlay"]),
        (f"overlay: 1.2.0\n{INFO}\n{ACTIONS}", ["1:1 overlay: Overlay 1.2.0 is not supported"]),
        (f"overlay: 1.0\n{INFO}\n{ACTIONS}", ["1:1 overlay: Overlay 1.0 is not supported"]),
        (f"overlay: [1]\n{INFO}\n{ACTIONS}", ["1:1 overlay: Overlay a list is not supported"]),
        (
            "overlay: 1.1.0\naction: []",
            [
                "2:1 overlay: an overlay has no field 'action'",
                "1:1 overlay: an overlay needs 'info', a mapping",
                "1:1 overlay: an overlay needs 'actions', a list",
            ],
        ),
        (
            f"overlay: 1.1.0\ninfo: {{title: 1, x-a: 1}}\n{ACTIONS}",
            [
                "2:8 overlay: 'title' is a number, not a string",
                "2:1 overlay: the info of an overlay needs 'version', a string",
            ],
        ),
        (f"overlay: 1.1.0\n{INFO}\nactions: []", ["3:1 overlay: an overlay needs at least one action"]),
        (f"overlay: 1.1.0\n{INFO}\nactions: {{}}", ["3:1 overlay: 'actions' is a mapping, not a list"]),
        (f"overlay: 1.1.0\n{INFO}\nactions: [no]", ["3:11 overlay: an action is a mapping, not a string"]),
        (
            f"overlay: 1.1.0\n{INFO}\nactions:\n- updates: 1\n  remove: yes",
            [
                "4:3 overlay: an action has no field 'updates'",
                "5:3 overlay: 'remove' is a string, not true or false",
                "4:3 overlay: an action needs 'target', a string",
            ],
        ),
        (
            f"overlay: 1.1.0\n{INFO}\nactions:\n- {{target: $, update: 1}}\n- {{update: 1, target: $}}",
            ["5:3 overlay: duplicate of the action at FOLDER/fix.yaml:4:3"],
        ),
        (
            f"overlay: 1.0.0\n{INFO}\nactions: [{{target: $, copy: $.a}}]",
            ["3:23 overlay: 'copy' requires version 1.1"],
        ),
        (
            f"overlay: 1.1.0\n{INFO}\nactions: [{{target: $, copy: $.a, update: 1}}]",
            ["3:23 overlay: an action cannot have both 'copy' and 'update'"],
        ),
        (
            f"overlay: 1.1.0\n{INFO}\nextends: other.yaml\n{ACTIONS}",
            ["3:1 overlay: the overlay is made for 'other.yaml', not for 'FOLDER/openapi.yaml'"],
        ),
        (
            f'overlay: 1.1.0\n{INFO}\nextends: "%00"\n{ACTIONS}',
            ["3:1 overlay: the overlay is made for '%00', not for 'FOLDER/openapi.yaml'"],
        ),
    ],
)
def test_an_invalid_overlay_is_refused(tmp_path: Path, text: str, messages: list[str]) -> None:
    path = write(tmp_path, {"fix.yaml": text})
    with pytest.raises(UnusableInput) as caught:
        apply_overlays(document(tmp_path, SPEC), [path])
    expected = [message.replace("FOLDER", str(tmp_path)) for message in messages]
    assert [brief(diagnostic) for diagnostic in caught.value.diagnostics] == expected


def test_all_overlays_are_checked(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.yaml": "overlay: 3.0.0", "b.yaml": "a: [", "c.yaml": "{}"})
    with pytest.raises(UnusableInput) as caught:
        apply_overlays(document(tmp_path, SPEC), [path, tmp_path / "b.yaml", tmp_path / "none.yaml"])
    assert [each.rule for each in caught.value.diagnostics] == ["overlay", "syntax", "file"]


def many(action: str) -> str:
    return "".join(f"- {action.replace('NUMBER', str(number))}\n" for number in range(70))


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        (many("{target: $..*, update: {kNUMBER: {}}}"), "the actions up to this one repeat more than 9000 values"),
        (many("{target: $, update: {kNUMBER: {}}}\n- {target: $.kNUMBER, copy: $}"), "up to this one repeat"),
        (many("{target: $.a.a, copy: $, x-n: NUMBER}"), "the result is nested more than 128 levels deep"),
        (f"- target: $[?{'(' * 900}@.a{')' * 900}]", "is nested too deeply"),
        (f"- target: ${'.a' * 1000}", "the path is longer than 2000 characters"),
    ],
)
def test_unbounded_growth_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, actions: str, message: str
) -> None:
    monkeypatch.setattr(overlay, "MAX_REPEATED", 9000)
    with pytest.raises(UnusableInput) as caught:
        corrected(tmp_path, "a: {a: {a: {}}}", actions)
    assert message in complaint(caught.value)


def test_the_number_of_matches_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_path, "MAX_MATCHES", 7)
    twice = "['a', 'a']"
    assert corrected(tmp_path, "a: {a: {a: 1}}", f'- target: "${twice * 2}"').value == {"a": {"a": {"a": 1}}}
    with pytest.raises(UnusableInput) as caught:
        corrected(tmp_path, "a: {a: {a: 1}}", f'- target: "${twice * 3}"')
    assert complaint(caught.value) == f'4:5 limit: "${twice * 3}" selects more than 7 parts'
