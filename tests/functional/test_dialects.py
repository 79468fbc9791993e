"""What schemas say in their many ways arrives in the models: read back and written out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Dialects, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /things/{kind}:
    post:
      operationId: send
      tags: [Things]
      parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Everything"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Everything"}}}}
  /trees:
    get:
      operationId: tree
      tags: [Things]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}}
components:
  schemas:
    Item: {type: object, required: [n], properties: {n: {type: integer}, note: {type: string}}}
    Tree: {type: array, items: {$ref: "#/components/schemas/Tree"}}
    Json:
      anyOf:
        - {type: [string, "null"]}
        - {type: array, items: {$ref: "#/components/schemas/Json"}}
        - {type: object, additionalProperties: {$ref: "#/components/schemas/Json"}}
    Node: {$anchor: node, type: object, properties: {next: {$ref: "#node"}, of: {$ref: "#/components/schemas/Leaf"}}}
    Leaf: {$dynamicAnchor: leaf, type: object, properties: {up: {$ref: "#/components/schemas/Node"}}}
    Noted: {$ref: "#/components/schemas/Item", required: [note], properties: {more: {type: boolean}}}
    Strict: {allOf: [{$ref: "#/components/schemas/Item"}], required: [note]}
    Everything:
      type: object
      properties:
        mixed: {enum: [auto, 7, null]}
        counts: {type: integer, enum: ["1", "2"]}
        flags: {type: boolean, enum: [true]}
        listed: {type: array, enum: [a, b]}
        pair: {type: array, prefixItems: [{type: string}, {$ref: "#/components/schemas/Item"}]}
        patterned: {type: object, patternProperties: {"^a": {$ref: "#/components/schemas/Item"}}}
        either: {type: [object, string], properties: {q: {type: integer}}}
        odd: {type: Integer}
        noted: {$ref: "#/components/schemas/Noted"}
        strict: {$ref: "#/components/schemas/Strict"}
        free: {$ref: "#/components/schemas/Json"}
        node: {$ref: "#/components/schemas/Node"}
        path: {$ref: "#/paths/~1things~1{kind}/post/parameters/0/schema"}
        depends:
          type: object
          properties: {kind: {type: string}}
          if: {properties: {kind: {const: a}}}
          then: {properties: {size: {type: integer}}}
          else: {properties: {size: {type: string}}}
        merged:
          allOf:
            - {properties: {inner: {type: object, properties: {a: {type: string}}}}}
            - {properties: {inner: {type: object, properties: {b: {$ref: "#/components/schemas/Item"}}}}}
      additionalProperties: {$ref: "#/components/schemas/Item"}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("dialects")) as made:
        yield made


def read(package: Package, **body: Any) -> Any:
    """What comes back when the server answers this body."""
    return package.client(httpx.Response(200, json=body), strict=True).things.send("x")


def test_members_without_a_name_of_their_own_are_typed(package: Package) -> None:
    found = read(package, first={"n": 1}, second={"n": 2, "note": "x"})
    assert {name: item.n for name, item in found.others.items()} == {"first": 1, "second": 2}
    assert isinstance(found.others["first"], package.models.Item)
    sent = package.models.Everything(odd=3, third={"n": 3})
    package.requests.clear()
    package.client(httpx.Response(200, json={})).things.send("x", body=sent)
    assert package.sent.content == b'{"odd":3,"third":{"n":3}}'


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ({"mixed": "auto"}, "auto"),
        ({"mixed": 7}, 7),
        ({"mixed": "new"}, "new"),
        ({"mixed": None}, None),
        ({"counts": 2}, 2),
        ({"flags": False}, False),
        ({"listed": ["a", "z"]}, ["a", "z"]),
        ({"odd": 5}, 5),
        ({"path": "p"}, "p"),
        ({"free": [{"a": ["b", None]}]}, [{"a": ["b", None]}]),
    ],
)
def test_values_come_back_as_they_are(package: Package, body: dict[str, Any], value: Any) -> None:
    (name,) = body
    assert getattr(read(package, **body), name) == value


def test_enums_know_their_values_and_take_new_ones(package: Package) -> None:
    found = read(package, counts=1, listed=["b"])
    assert (found.counts, type(found.counts).__name__) == (1, "EverythingCounts")
    assert read(package, counts=9).counts == 9


def test_lists_with_a_schema_for_each_position_hold_any_of_them(package: Package) -> None:
    word, item = read(package, pair=["a", {"n": 1}]).pair
    assert (word, type(item)) == ("a", package.models.Item)


def test_maps_by_pattern_are_maps(package: Package) -> None:
    assert read(package, patterned={"a1": {"n": 1}}).patterned["a1"].n == 1


def test_an_object_or_a_text_is_either(package: Package) -> None:
    assert read(package, either={"q": 1}).either.q == 1
    assert read(package, either="text").either == "text"


def test_what_stands_beside_a_reference_counts(package: Package) -> None:
    fields = package.models.Noted.model_fields
    assert {name: field.is_required() for name, field in fields.items()} == {"n": True, "note": True, "more": False}
    assert {name: each.is_required() for name, each in package.models.Strict.model_fields.items()} == {
        "n": True,
        "note": True,
    }
    assert not package.models.Item.model_fields["note"].is_required()


def test_what_a_condition_adds_may_be_there(package: Package) -> None:
    assert [read(package, depends={"size": size}).depends.size for size in (1, "big")] == [1, "big"]


def test_a_property_that_two_parts_describe_has_what_both_say(package: Package) -> None:
    inner = read(package, merged={"inner": {"a": "x", "b": {"n": 1}}}).merged.inner
    assert (inner.a, inner.b.n) == ("x", 1)


def test_schemas_that_hold_each_other_are_followed(package: Package) -> None:
    found = read(package, node={"next": {"of": {"up": {"next": None}}}})
    assert type(found.node.next.of.up) is package.models.Node


def test_a_list_of_itself_is_one(package: Package) -> None:
    tree = package.client(httpx.Response(200, json=[[], [[], []]]), strict=True).things.tree()
    assert tree == [[], [[], []]]
    with pytest.raises(package.module.DecodeError):
        package.client(httpx.Response(200, json=[["no list"]]), strict=True).things.tree()


NULLS = """
openapi: 3.0.3
info: {title: Nulls, version: "1"}
paths:
  /x:
    get:
      operationId: get
      tags: [X]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: string}}}
    N: {type: object, nullable: true, properties: {a: {type: string}}}
    All:
      type: object
      required: [flagged, ofRef, ofNullable, listed, part, derived, ignored]
      properties:
        flagged: {type: string, nullable: true}
        ofRef: {allOf: [{$ref: "#/components/schemas/A"}], nullable: true}
        ofNullable: {$ref: "#/components/schemas/N"}
        listed: {type: string, nullable: true, enum: [a, null]}
        part: {allOf: [{$ref: "#/components/schemas/A"}, {nullable: true}]}
        derived:
          type: object
          allOf: [{$ref: "#/components/schemas/N"}, {type: object, properties: {b: {type: string}}}]
        ignored: {$ref: "#/components/schemas/A", properties: {z: {type: string}}}
"""


def test_null_in_the_dialect_of_3_0(tmp_path_factory: pytest.TempPathFactory) -> None:
    with built(NULLS, tmp_path_factory.mktemp("nulls")) as made:
        made.models.All.model_rebuild()
        codec = made.load("_runtime.serialization").codec
        fields = {field.alias or name: field.annotation for name, field in made.models.All.model_fields.items()}
        refusing = sorted(name for name, annotation in fields.items() if codec(annotation).fit(None)[1])
        assert refusing == ["derived", "ignored"]
        assert fields["ignored"] is made.models.A


CALLED_LIKE_A_TYPE = """
openapi: 3.0.3
info: {title: T, version: "1"}
paths: {}
components:
  schemas:
    Kind: {type: string, enum: [UUID, date]}
    Thing: {type: object, properties: {id: {type: string, format: uuid}, fooAliased: {type: string}}}
"""


def test_a_member_of_an_enum_may_be_called_like_a_type(tmp_path: Path) -> None:
    with built(CALLED_LIKE_A_TYPE, tmp_path) as made:
        thing = made.models.Thing(id="12345678-1234-5678-1234-567812345678", foo_aliased="x")
        assert (type(thing.id).__name__, thing.foo_aliased, made.models.Kind.UUID.value) == ("UUID", "x", "UUID")
