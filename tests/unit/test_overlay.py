"""The results of actions."""

import copy
import json
from pathlib import Path
from typing import TypeAlias

import pytest

from channelsmith.document.load import load_document
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays
from support.documents import document, write
from support.overlays import corrected, overlay

Case: TypeAlias = tuple[str, str, object]
"""A document, the actions of an overlay, and the result."""

UPDATES: dict[str, Case] = {
    "members are added after those that are there": (
        "a: {x: 1}",
        "- {target: $.a, update: {y: 2}}",
        {"a": {"x": 1, "y": 2}},
    ),
    "mappings merge at every depth": (
        "a: {b: {c: {x: 1, y: 1}}}",
        "- {target: $, update: {a: {b: {c: {y: 2}, d: 3}}}}",
        {"a": {"b": {"c": {"x": 1, "y": 2}, "d": 3}}},
    ),
    "plain values are replaced by those of any other plain type": (
        "a: {s: text, n: 1, b: true, z: null}",
        "- {target: $.a, update: {s: null, n: many, b: 0, z: false}}",
        {"a": {"s": None, "n": "many", "b": 0, "z": False}},
    ),
    "a list in an update is appended to the list it meets": (
        "a: {tags: [x]}",
        "- {target: $.a, update: {tags: [x, y]}}",
        {"a": {"tags": ["x", "x", "y"]}},
    ),
    "a mapping is appended to a list that is the target": (
        "a: [{n: 1}]",
        "- {target: $.a, update: {n: 2}}",
        {"a": [{"n": 1}, {"n": 2}]},
    ),
    "a plain value is appended to a list that is the target": (
        "a: [x]",
        "- {target: $.a, update: y}",
        {"a": ["x", "y"]},
    ),
    "the elements of a list are appended to a list that is the target": (
        "a: [x]",
        "- {target: $.a, update: [y, [z]]}",
        {"a": ["x", "y", ["z"]]},
    ),
    "a plain value that is the target is replaced": (
        "a: {title: old}",
        "- {target: $.a.title, update: new}",
        {"a": {"title": "new"}},
    ),
    "an element of a list is merged with like any other target": (
        "a: [{n: 1}, {n: 2}]",
        "- {target: '$.a[-1]', update: {m: 3}}",
        {"a": [{"n": 1}, {"n": 2, "m": 3}]},
    ),
    "a wildcard updates all": (
        "a: {p: {get: {}}, q: {get: {}, put: {}}}",
        "- {target: $.a.*.get, update: {safe: true}}",
        {"a": {"p": {"get": {"safe": True}}, "q": {"get": {"safe": True}, "put": {}}}},
    ),
    "a filter updates some": (
        "a: [{n: 1, in: query}, {n: 2, in: path}]",
        "- {target: '$.a[?@.in == \"query\" && @.n < 2]', update: {m: 3}}",
        {"a": [{"n": 1, "in": "query", "m": 3}, {"n": 2, "in": "path"}]},
    ),
    "descendants are updated inside of each other": (
        "a: {x: {}, a: {x: {}}}",
        "- {target: $..x, update: {n: 1}}",
        {"a": {"x": {"n": 1}, "a": {"x": {"n": 1}}}},
    ),
    "what is selected twice is updated once": (
        "a: {tags: []}",
        "- {target: \"$.a['tags', 'tags']\", update: x}",
        {"a": {"tags": ["x"]}},
    ),
    "an action without a change is none": ("a: 1", "- {target: $.a, x-note: later}", {"a": 1}),
    "odd keys are plain keys": (
        "a: {__proto__: {x: 1}, '': {x: 1}, a/b~c: {x: 1}, it's: {x: 1}}",
        """
        - {target: $.a.__proto__, update: {constructor: {prototype: 1}}}
        - {target: "$.a['']", update: {'': 2}}
        - {target: "$.a['a/b~c']", update: {y: 3}}
        - {target: "$.a['it\\\\'s']", update: {__class__: 4}}
        """,
        {
            "a": {
                "__proto__": {"x": 1, "constructor": {"prototype": 1}},
                "": {"x": 1, "": 2},
                "a/b~c": {"x": 1, "y": 3},
                "it's": {"x": 1, "__class__": 4},
            }
        },
    ),
}
REMOVALS: dict[str, Case] = {
    "a member": ("a: {x: 1, y: 2}", "- {target: $.a.x, remove: true}", {"a": {"y": 2}}),
    "an element": ("a: [x, y, z]", "- {target: '$.a[1]', remove: true}", {"a": ["x", "z"]}),
    "some elements by a filter": (
        "a: [{n: 1}, {n: 2}, {n: 3}, {n: 2}]",
        "- {target: '$.a[?@.n == 2]', remove: true}",
        {"a": [{"n": 1}, {"n": 3}]},
    ),
    "plain elements by a filter": (
        "a: {tags: [x, y, x]}",
        "- {target: \"$.a.tags[?@ == 'x']\", remove: true}",
        {"a": {"tags": ["y"]}},
    ),
    "all of a list": ("a: [x, y]", "- {target: '$.a[*]', remove: true}", {"a": []}),
    "parts and parts of those": (
        "a: [{x: 1, a: {x: 1}}, {x: 2}]",
        "- {target: \"$..['x', 'a', 0]\", remove: true}",
        {},
    ),
    "an element before one that loses a member": (
        "a: [1, {x: 1, y: 1}]",
        "- {target: \"$..[0, 'x']\", remove: true}",
        {"a": [{"y": 1}]},
    ),
    "whatever an update beside it says": ("a: 1", "- {target: $.a, remove: true, update: 2}", {}),
}
COPIES: dict[str, Case] = {
    "into a new part": (
        "a: {x: {n: [1]}}",
        "- {target: $.a, update: {y: {}}}\n- {target: $.a.y, copy: $.a.x}",
        {"a": {"x": {"n": [1]}, "y": {"n": [1]}}},
    ),
    "and change the copy": (
        "a: {x: {n: {m: 1}}, y: {}}",
        "- {target: $.a.x.n, update: {k: 0}}\n- {target: $.a.y, copy: $.a.x}\n- {target: $.a.y.n, update: {m: 2}}",
        {"a": {"x": {"n": {"m": 1, "k": 0}}, "y": {"n": {"m": 2, "k": 0}}}},
    ),
    "and change the original": (
        "a: {x: {n: {m: 1}}, y: {}}",
        "- {target: $.a.x.n, update: {k: 0}}\n- {target: $.a.y, copy: $.a.x}\n- {target: $.a.x.n, update: {m: 2}}",
        {"a": {"x": {"n": {"m": 2, "k": 0}}, "y": {"n": {"m": 1, "k": 0}}}},
    ),
    "into a part of itself": ("a: {n: 1}", "- {target: $.a, copy: $}", {"a": {"n": 1, "a": {"n": 1}}}),
    "a list to a list": ("a: [1]\nb: [2]", "- {target: $.b, copy: $.a}", {"a": [1], "b": [2, 1]}),
}
ORDERS: dict[str, Case] = {
    "what one action removes the next adds again": (
        "a: {x: [1], y: 1}",
        "- {target: $.a.x, remove: true}\n- {target: $.a, update: {x: [2]}}",
        {"a": {"y": 1, "x": [2]}},
    ),
    "what one action adds the next selects": (
        "a: {}",
        "- {target: $, update: {b: {c: 1}}}\n- {target: $.b.c, update: 2}",
        {"a": {}, "b": {"c": 2}},
    ),
    "positions are those after the actions before": (
        "a: [x, y, z]",
        "- {target: '$.a[0]', remove: true}\n- {target: '$.a[0]', update: new}",
        {"a": ["new", "z"]},
    ),
    "what one action adds in many places the next changes in one": (
        "a: {p: {}, q: {}}",
        "- {target: $.a.*, update: {n: {m: [1]}}}\n- {target: $.a.p.n.m, update: 2}",
        {"a": {"p": {"n": {"m": [1, 2]}}, "q": {"n": {"m": [1]}}}},
    ),
    "what an alias shares is changed in one place": (
        "a: {p: &p {n: [1]}, q: *p}",
        "- {target: $.a.p.n, update: 2}",
        {"a": {"p": {"n": [1, 2]}, "q": {"n": [1]}}},
    ),
}


CASES = [
    pytest.param(*case, id=f"{kind}: {name}")
    for kind, cases in {"update": UPDATES, "remove": REMOVALS, "copy": COPIES, "in order": ORDERS}.items()
    for name, case in cases.items()
]


@pytest.mark.parametrize(("text", "actions", "expected"), CASES)
def test_actions_follow_the_specification(tmp_path: Path, text: str, actions: str, expected: object) -> None:
    assert json.dumps(corrected(tmp_path, text, actions).value) == json.dumps(expected)


def test_overlays_are_applied_in_the_order_given(tmp_path: Path) -> None:
    actions = ("- {target: $.a, update: 1}", "- {target: $.a, update: 2}")
    assert corrected(tmp_path, "a: []", *actions).value == {"a": [1, 2]}
    assert corrected(tmp_path, "a: []", *reversed(actions)).value == {"a": [2, 1]}


def test_an_overlay_may_be_written_in_json(tmp_path: Path) -> None:
    content = {
        "overlay": "1.0.0",
        "info": {"title": "Fix", "version": "1"},
        "extends": "https://example.com/openapi.yaml",
        "actions": [{"target": "$.a", "description": "why", "update": {"b": 1}}],
    }
    path = write(tmp_path, {"fix.json": json.dumps(content)})
    assert apply_overlays(document(tmp_path, "a: {}"), [path]).value == {"a": {"b": 1}}


def test_the_document_of_a_relative_extends_is_accepted(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {
            "fixes/fix.yaml": """
            overlay: 1.0.0
            info: {title: Fix, version: '1'}
            extends: ../open%61pi.yaml
            actions: [{target: $.a, remove: true}]
            """
        },
    )
    assert apply_overlays(document(tmp_path, "a: 1"), [path]).value == {}


def test_without_overlays_a_document_is_unchanged(tmp_path: Path) -> None:
    original = document(tmp_path, "a: 1")
    assert apply_overlays(original, ()) is original


def test_document_and_overlay_are_not_modified(tmp_path: Path) -> None:
    files = {"openapi.yaml": "openapi: 3.1.0\npaths: {/a: {$ref: p.yaml}}\nx: {n: [1, {m: 1}]}", "p.yaml": "get: {}"}
    original = bundle_document(load_document(write(tmp_path, files)))
    before = copy.deepcopy(original.value)
    path = overlay(
        tmp_path,
        """
        - {target: $, update: {y: {k: [1]}}}
        - {target: $.y.k, update: 2}
        - {target: '$.x.n[1]', update: {m: 2}}
        - {target: '$.x.n[0]', remove: true}
        - {target: "$.paths['/a'].get", update: {x-a: 1}}
        - {target: $, copy: $.x}
        - {target: $.n, remove: true}
        """,
    )
    expected = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": {"x-a": 1}}},
        "x": {"n": [{"m": 2}]},
        "y": {"k": [1, 2]},
    }
    assert [apply_overlays(original, [path]).value for _ in range(2)] == [expected, expected]
    assert original.value == before
