"""Source locations in a document after overlays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Json
from channelsmith.document import json_pointer as pointers
from channelsmith.document.load import load_document
from channelsmith.pipeline import load_api
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays
from support.documents import brief, document, write
from support.overlays import corrected, overlay

FILES = {
    "openapi.yaml": """\
        openapi: 3.1.0
        info:
          title: Orders
        tags:
          - name: a
          - name: b
          - name: c
        paths:
          /orders:
            $ref: orders.yaml#/paths/orders
        """,
    "orders.yaml": """\
        paths:
          orders:
            get:
              operationId: one
              parameters:
                - name: page
        """,
}
ACTIONS = """
- target: $.info
  update:
    title: Others
    version: '2'
- target: $.tags[?@.name == 'a']
  remove: true
- target: $.tags
  update:
    name: d
- target: $.paths['/orders'].get
  update:
    parameters:
      - name: size
    x-b: 1
- target: $
  update: {y: {}}
- target: $.y
  copy: $.paths['/orders']
"""


@pytest.fixture
def fixed(tmp_path: Path) -> Document:
    return apply_overlays(bundle_document(load_document(write(tmp_path, FILES))), [overlay(tmp_path, ACTIONS)])


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", "openapi.yaml:1:1"),
        ("/openapi", "openapi.yaml:1:1"),
        ("/info", "openapi.yaml:2:1"),
        ("/info/title", "fix.yaml:6:7"),
        ("/info/version", "fix.yaml:7:7"),
        ("/tags", "openapi.yaml:4:1"),
        ("/tags/0/name", "openapi.yaml:6:5"),
        ("/tags/1/name", "openapi.yaml:7:5"),
        ("/tags/2", "fix.yaml:11:5"),
        ("/tags/2/name", "fix.yaml:12:7"),
        ("/paths/~1orders/get", "orders.yaml:3:5"),
        ("/paths/~1orders/get/operationId", "orders.yaml:4:7"),
        ("/paths/~1orders/get/parameters", "orders.yaml:5:7"),
        ("/paths/~1orders/get/parameters/0/name", "orders.yaml:6:11"),
        ("/paths/~1orders/get/parameters/1/name", "fix.yaml:16:11"),
        ("/paths/~1orders/get/x-b", "fix.yaml:17:7"),
        ("/y", "fix.yaml:19:14"),
        ("/y/get/operationId", "orders.yaml:4:7"),
        ("/y/get/x-b", "fix.yaml:17:7"),
    ],
)
def test_a_part_has_the_location_of_its_source(fixed: Document, tmp_path: Path, pointer: str, place: str) -> None:
    fixed.at(pointer)
    assert str(fixed.location(pointer)) == f"{tmp_path}/{place}"


def test_a_missing_part_has_the_location_of_the_nearest_one_above(fixed: Document, tmp_path: Path) -> None:
    assert str(fixed.location("/tags/3/name")) == f"{tmp_path}/openapi.yaml:4:1"
    assert str(fixed.location("/info/title/x")) == f"{tmp_path}/fix.yaml:6:7"


def test_a_removed_part_has_no_location_of_its_own(tmp_path: Path) -> None:
    actions = "- {target: '$.b[0]', remove: true}\n- {target: $.a, remove: true}"
    result = corrected(tmp_path, "b:\n  - 1\n  - 2\na: 1\n", actions)
    assert [str(result.location(each)) for each in ("/b/1", "/a")] == [f"{tmp_path}/openapi.yaml:1:1"] * 2


COPIES = {
    "a part that held what was written over": (
        "n: 1\na:\n  n: 2\n",
        "- {target: $.a, copy: $}",
        {"/n": "openapi.yaml:1:1", "/a/n": "openapi.yaml:1:1", "/a/a/n": "openapi.yaml:3:3"},
    ),
    "two copies of which one is changed": (
        "x:\n  n: {}\nb:\n  p: {}\n  q: {}\n",
        "- {target: $.x, update: {n: {m: 1}}}\n- {target: $.b.*, copy: $.x}\n- {target: $.b.p.n, update: {m: 2}}",
        {"/x/n/m": "fix0.yaml:4:32", "/b/p/n/m": "fix0.yaml:6:32", "/b/q/n/m": "fix0.yaml:4:32"},
    ),
}


@pytest.mark.parametrize(("text", "actions", "places"), COPIES.values(), ids=COPIES)
def test_a_copy_has_the_location_of_the_original(
    tmp_path: Path, text: str, actions: str, places: dict[str, str]
) -> None:
    result = corrected(tmp_path, text, actions)
    assert {each: str(result.location(each)) for each in places} == {
        each: f"{tmp_path}/{place}" for each, place in places.items()
    }


def test_the_overlays_are_among_the_files(fixed: Document, tmp_path: Path) -> None:
    assert fixed.files == (tmp_path / "openapi.yaml", tmp_path / "orders.yaml", tmp_path / "fix.yaml")


def test_an_error_in_an_overlay_is_located_there(tmp_path: Path) -> None:
    path = overlay(tmp_path, "- target: $.paths['/orders']\n  update:\n    put: {$ref: orders.yaml}\n    head: 1")
    write(tmp_path, FILES)
    with pytest.raises(UnusableInput) as caught:
        load_api(tmp_path / "openapi.yaml", [path], strict=True)
    assert str(path) in {each.location.file for each in caught.value.diagnostics if each.location}
    assert "7:7 type: 'head' is a number, not a mapping" in [brief(each) for each in caught.value.diagnostics]


# Every plain value is another number, on a line of its own, so that a place tells which value it means.
KEYS = st.sampled_from(["a", "b", "x/y", "~", "__proto__"])
SHAPES: st.SearchStrategy[Json] = st.recursive(
    st.just(0), lambda inner: st.dictionaries(KEYS, inner, max_size=3) | st.lists(inner, max_size=3), max_leaves=8
)
TARGETS = st.sampled_from(["$", "$.a", "$.b", "$..a", "$.*", "$..[0]", "$..[-1]", "$.a[1:]", "$.a.b", "$['x/y']"])
CHANGES = st.one_of(
    st.just({"remove": True}),
    st.fixed_dictionaries({"update": SHAPES}),
    st.fixed_dictionaries({"copy": TARGETS}),
)


def numbered(shape: Json, numbers: Iterator[int]) -> Json:
    if isinstance(shape, dict):
        return {key: numbered(value, numbers) for key, value in shape.items()}
    return [numbered(value, numbers) for value in shape] if isinstance(shape, list) else next(numbers)


def plain(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield pointer, value
    for key, each in inner or ():
        yield from plain(each, pointers.join(pointer, key))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, SHAPES, min_size=2, max_size=4), st.lists(st.tuples(TARGETS, CHANGES), max_size=4))
def test_every_scalar_has_the_location_of_its_source(
    tmp_path: Path, base: dict[str, Json], actions: list[tuple[str, dict[str, Json]]]
) -> None:
    numbers = iter(range(100, 10_000))
    result = document(tmp_path, yaml.safe_dump(numbered(base, numbers)))
    for at, (target, change) in enumerate(actions):
        action = {"target": target, **change}
        if "update" in action:
            action["update"] = numbered(action["update"], numbers)
        try:
            result = apply_overlays(result, [overlay(tmp_path, yaml.safe_dump([action]), f"fix{at}.yaml")])
        except UnusableInput:
            continue
    for pointer, value in plain(result.value):
        place = result.location(pointer)
        line = Path(place.file).read_text("utf-8").splitlines()[place.line - 1]
        assert line.split()[-1] == str(value)
