"""patternProperties: keys that match are typed, others are accepted unless the object is closed."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Patterns, version: "1"}
paths:
  PATHS
components:
  schemas:
    Line: {type: object, required: [sku], properties: {sku: {type: string}}}
    Alone: {type: object, patternProperties: {^line-: {$ref: "#/components/schemas/Line"}}}
    Two:
      type: object
      patternProperties: {^line-: {$ref: "#/components/schemas/Line"}, _at$: {type: string, format: date-time}}
      additionalProperties: {type: integer}
    Closed:
      type: object
      patternProperties: {^line-: {$ref: "#/components/schemas/Line"}}
      additionalProperties: false
    Beside:
      type: object
      required: [name]
      properties: {name: {type: string}, lineTotal: {type: integer}}
      patternProperties: {^line-: {$ref: "#/components/schemas/Line"}}
    ClosedBeside:
      type: object
      properties: {name: {type: string}, alone: {$ref: "#/components/schemas/Alone"}}
      patternProperties: {^line-: {$ref: "#/components/schemas/Line"}, ^x-: {}}
      additionalProperties: false
    Lookahead: {type: object, patternProperties: {"^(?!x)": {type: integer}}, additionalProperties: false}
"""
PATH = """
  /NAME:
    put:
      operationId: NAME
      tags: [T]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NAME"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/NAME"}}}}
"""
NAMES = ("Alone", "Two", "Closed", "Beside", "ClosedBeside", "Lookahead")
LINE = {"sku": "a"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    paths = "".join(PATH.replace("NAME", name) for name in NAMES)
    with built(SPEC.replace("\n  PATHS", paths), tmp_path_factory.mktemp("patterns")) as package:
        yield package


def run(package: Package, flavour: str, name: str, body: object, answer: object = None, **options: Any) -> Any:
    """What the method for a schema returns."""
    package.requests.clear()
    response = httpx.Response(200, json=body if answer is None else answer)
    method = {"ClosedBeside": "closed_beside"}.get(name, name.lower())
    if flavour == "sync":
        return getattr(package.client(response, **options).t, method)(body=body)

    async def later() -> Any:
        return await getattr(package.async_client(response, **options).t, method)(body=body)

    return asyncio.run(later())


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Alone", {"line-1": LINE, "other": [1], "n": None}),
        ("Two", {"line-1": LINE, "made_at": "2026-01-02T03:04:05Z", "n": 5}),
        ("Closed", {"line-1": LINE}),
        ("Beside", {"name": "x", "lineTotal": 1, "line-1": LINE, "other": {"sku": 1}}),
        ("ClosedBeside", {"name": "x", "line-1": LINE, "x-any": [1], "alone": {"line-2": LINE, "y": 1}}),
        ("Lookahead", {"a": "any", "x": 1}),
    ],
)
def test_values_are_read_and_sent_as_their_keys_say(
    package: Package, flavour: str, name: str, value: dict[str, Any]
) -> None:
    got = run(package, flavour, name, value, strict=True)
    assert json.loads(package.sent.content) == value
    members = got if isinstance(got, dict) else got.model_extra
    line = package.models.Line(sku="a")
    assert [item for key, item in members.items() if key.startswith("line-")] == [line] * ("line-1" in value)
    assert {key: item for key, item in members.items() if key in {"other", "n", "x-any", "a", "x"}} == {
        key: item for key, item in value.items() if key in {"other", "n", "x-any", "a", "x"}
    }
    run(package, flavour, name, got, value)
    assert json.loads(package.sent.content) == value
    if name == "Two":
        assert members["made_at"] == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    if name == "ClosedBeside":
        assert got.alone == {"line-2": line, "y": 1}
        assert got.others == {"line-1": line, "x-any": [1]}


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("Alone", {"line-1": {}}, "/line-1/sku: Field required"),
        ("Two", {"n": "five"}, "/n: "),
        ("Closed", {"line-1": LINE, "other": LINE}, "/other: the key matches no pattern of the schema"),
        ("Beside", {"name": "x", "line-1": 5}, "/line-1: "),
        ("ClosedBeside", {"name": "x", "other": 1}, "/other: the key matches no pattern of the schema"),
    ],
)
def test_values_that_contradict_their_keys_are_refused_or_reported(
    package: Package, flavour: str, name: str, value: dict[str, Any], place: str
) -> None:
    with pytest.raises(package.module.InvalidRequestError) as refused:
        run(package, flavour, name, value)
    assert place in str(refused.value)
    fitting = {"name": "x"} if "Beside" in name else {}
    drift: list[Any] = []
    got = run(package, flavour, name, fitting, value, on_drift=drift.append)
    assert len(drift) == 1
    run(package, flavour, name, fitting, value, on_drift=drift.append)
    assert (got if isinstance(got, dict) else got.to_wire()).keys() == value.keys()
    with pytest.raises(package.module.DecodeError):
        run(package, flavour, name, fitting, value, strict=True)


def test_further_members_are_arguments_of_a_constructor(package: Package) -> None:
    made = package.models.Beside(name="x", line_total=2, **{"line-1": LINE, "other": 1})
    assert made.others == {"line-1": package.models.Line(sku="a"), "other": 1}
    assert made.to_wire() == {"name": "x", "lineTotal": 2, "line-1": LINE, "other": 1}


def test_a_package_without_patterns_has_no_module_for_them(package: Package, tmp_path: Any) -> None:
    folder = package.folder / "src" / package.name / "_runtime"
    assert (folder / "by_key.py").exists()
    with built(SPEC.replace("\n  PATHS", " {}").split("    Alone:")[0], tmp_path) as other:
        assert not (other.folder / "src" / other.name / "_runtime/by_key.py").exists()


TREE = """
openapi: 3.1.0
info: {title: Trees, version: "1"}
paths:
  /tree: {get: {operationId: getTree, tags: [trees], responses: {"200": {$ref: "#/components/responses/Node"}}}}
components:
  responses:
    Node: {description: A node., content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
  schemas:
    Node:
      oneOf:
        - allOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]
        - oneOf: [{properties: {child: {}}}]
    A: {}
    B:
      properties:
        kids: {items: {oneOf: [{patternProperties: {^k: {$ref: "#/components/schemas/Node"}}}]}}
"""


def test_the_members_of_a_union_may_name_it_for_a_pattern(tmp_path: Any) -> None:
    with built(TREE, tmp_path) as package:
        client = package.client(httpx.Response(200, json={"kids": [{"k1": {"child": 3}}]}))
        assert client.trees.get_tree().kids[0]["k1"].child == 3
