"""Discriminators: which class an object of a union is read as, and constants that need not be given."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from support.echo import echo_document, receive, send
from support.packages import Package, built

SCHEMAS = """
A: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: string}}}
B: {type: object, required: [kind], properties: {kind: {type: string}, b: {type: string, format: date}}}
First: {oneOf: [$A, $B], discriminator: {propertyName: kind, mapping: {x: $A, y: B, z: '#/components/schemas/B'}}}
Second: {oneOf: [$A, $B], discriminator: {propertyName: kind, mapping: {y: A, p: A, q: B}}}
Implicit: {oneOf: [$A, $B], discriminator: {propertyName: kind}}
Cat: {type: object, required: [pet], properties: {pet: {type: string, enum: [cat, kitten]}, meow: {type: boolean}}}
Dog: {type: object, required: [pet], properties: {pet: {type: string, enum: [dog]}, bark: {type: boolean}}}
Pet: {oneOf: [$Cat, $Dog], discriminator: {propertyName: pet}}
Kinds: {type: string, enum: [F_ONE, F_TWO, F_TWO_B]}
Fone: {type: object, required: [kind], properties: {kind: $Kinds, a: {type: string}}}
Ftwo: {type: object, required: [kind], properties: {kind: $Kinds, b: {type: string}}}
Shared: {oneOf: [$Fone, $Ftwo], discriminator: {propertyName: kind, mapping: {F_ONE: Fone, F_TWO: Ftwo, F_TWO_B: Ftwo}}}
None1: {type: object, required: [type, sub], properties: {type: {const: n}, sub: {type: string}}}
None2: {type: object, required: [type, sub], properties: {type: {const: n}, sub: {type: string}, d: {type: string}}}
Inner: {oneOf: [$None1, $None2], discriminator: {propertyName: sub, mapping: {n1: None1, n2: None2}}}
Leaf: {type: object, required: [type], properties: {type: {const: m}}}
Outer: {oneOf: [$Inner, $Leaf], discriminator: {propertyName: type, mapping: {n: Inner, m: Leaf}}}
Outside: {oneOf: [$A], discriminator: {propertyName: kind, mapping: {a: A, cat: Cat}}}
Without: {oneOf: [$Small, $Large], discriminator: {propertyName: size, mapping: {s: Small, l: Large}}}
Small: {type: object, properties: {a: {type: string}}}
Large: {type: object, properties: {a: {type: string}}}
Holder:
  type: object
  properties:
    one: {oneOf: [$A, $B, {type: 'null'}], discriminator: {propertyName: kind, mapping: {x: A, y: B}}}
    many: {type: array, items: $First}
    map: {type: object, additionalProperties: $Second}
    either: {anyOf: [{type: string}, $First, {type: array, items: $Pet}]}
Text: {type: object, required: [text], properties: {type: {const: text, default: text}, text: {type: string}}}
Image: {type: object, required: [url], properties: {type: {const: image, default: image}, url: {type: string}}}
Plain: {type: object, properties: {type: {type: string, default: plain}, note: {type: string}}}
Chunk:
  oneOf: [$Text, $Image, $Plain]
  discriminator: {propertyName: type, mapping: {text: Text, image: Image, plain: Plain}}
Needed:
  type: object
  required: [version, level, name]
  properties: {version: {const: 2}, level: {type: string, enum: [top]}, name: {type: string}}
Alpha: {type: object, required: [class], properties: {class: {type: string}, x: {type: string}}}
Beta: {type: object, required: [class], properties: {class: {type: string}, x: {type: string}}}
Classes: {oneOf: [$Alpha, $Beta], discriminator: {propertyName: class, mapping: {a: Alpha, b: Beta}}}
Others: {type: object, properties: {kind: {type: string}, b: {type: string}}}
Known: {oneOf: [$A, $B], discriminator: {propertyName: kind, mapping: {x: A, y: B}, defaultMapping: Others}}
Event:
  type: object
  properties: {type: {type: string}}
  discriminator: {propertyName: type, mapping: {new: Created}, defaultMapping: '#/components/schemas/Unknown'}
Created: {allOf: [$Event, {properties: {by: {type: string}}}]}
Unknown: {allOf: [$Event, {properties: {by: {type: integer}}}]}
W1: {type: object, properties: {kind: {const: w1, default: w1}, a: {type: integer}}}
W2: {type: object, properties: {kind: {const: w2, default: w2}, a: {type: integer}}}
Either: {type: object, properties: {w: {anyOf: [$W1, $W2]}}}
Alone: {type: object, properties: {kind: {const: w1, default: w1}, a: {type: integer}}}
Renamed: {type: object, required: [class, name], properties: {class: {const: c}, name: {type: string}}}
"""


def document() -> str:
    text = json.loads(echo_document(SCHEMAS.replace("x: $A", "x: A")))
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Needed"}}}}
    form = {"content": {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Renamed"}}}}
    done = {"204": {"description": "ok"}}
    text["paths"]["/flat"] = {"post": {"operationId": "flat", "tags": ["flat"], "requestBody": body, "responses": done}}
    text["paths"]["/form"] = {"post": {"operationId": "form", "tags": ["flat"], "requestBody": form, "responses": done}}
    return json.dumps(text)


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(document(), tmp_path_factory.mktemp("discriminators")) as package:
        yield package


DAY = "2024-01-01"
READ: list[tuple[str, dict[str, object], str]] = [
    ("first", {"kind": "x"}, "A"),
    ("first", {"kind": "y", "b": DAY}, "B"),
    ("first", {"kind": "z"}, "B"),
    ("first", {"kind": "unknown", "b": DAY}, "B"),
    ("first", {"kind": "unknown"}, "A"),
    ("second", {"kind": "y"}, "A"),
    ("second", {"kind": "q", "b": DAY}, "B"),
    ("a", {"kind": "anything"}, "A"),
    ("implicit", {"kind": "B", "b": DAY}, "B"),
    ("pet", {"pet": "kitten"}, "Cat"),
    ("pet", {"pet": "dog", "bark": True}, "Dog"),
    ("shared", {"kind": "F_TWO_B"}, "Ftwo"),
    ("outer", {"type": "n", "sub": "n2"}, "None2"),
    ("outer", {"type": "n", "sub": "new", "d": "x"}, "None2"),
    ("outer", {"type": "m"}, "Leaf"),
    ("outside", {"kind": "cat", "pet": "kitten"}, "Cat"),
    ("without", {"size": "l", "a": "x"}, "Large"),
    ("without", {"a": "x"}, "Small"),
    ("chunk", {"type": "text", "text": "x"}, "Text"),
    ("chunk", {"text": "x"}, "Text"),
    ("chunk", {"url": "x"}, "Image"),
    ("chunk", {"note": "x"}, "Plain"),
    ("chunk", {"type": "plain"}, "Plain"),
    ("known", {"kind": "y", "b": DAY}, "B"),
    ("known", {"kind": "other", "b": DAY}, "Others"),
    ("known", {"kind": "Others", "b": DAY}, "Others"),
    ("known", {"b": "soon"}, "Others"),
    ("event", {"type": "new", "by": "x"}, "Created"),
    ("event", {"type": "other", "by": 1}, "Unknown"),
    ("event", {"by": 1}, "Unknown"),
    ("created", {"type": "other", "by": "x"}, "Created"),
]


@pytest.mark.parametrize(("name", "value", "class_name"), READ)
def test_the_property_decides_in_each_union(
    echo: Package, name: str, value: dict[str, object], class_name: str
) -> None:
    result, drifts = receive(echo, name, value)
    assert (type(result).__name__, drifts) == (class_name, [])
    assert send(echo, name, result) == value


DIFFERENT: list[tuple[str, dict[str, object], str, str]] = [
    ("first", {"a": "x"}, "A", "/kind"),
    ("first", {"kind": "y", "b": "soon"}, "B", "/b"),
    ("pet", {"bark": True}, "Dog", "/pet"),
    ("pet", {"pet": "puppy", "meow": True}, "Cat", ""),
    ("pet", {"pet": "cow", "bark": True}, "Cat", ""),
    ("shared", {"kind": "F_NEW", "b": "x"}, "Ftwo", ""),
    ("outer", {"type": "new"}, "dict", ""),
    ("known", {"kind": "other", "b": 1}, "Others", "/b"),
    ("event", {"type": "other", "by": "x"}, "Unknown", "/by"),
    ("needed", {"level": "top", "name": "x"}, "Needed", "/version"),
    ("needed", {"version": 3, "level": "top", "name": "x"}, "Needed", "/version"),
]


@pytest.mark.parametrize(("name", "value", "class_name", "location"), DIFFERENT)
def test_what_fits_no_member_is_read_as_far_as_possible(
    echo: Package, name: str, value: dict[str, object], class_name: str, location: str
) -> None:
    result, drifts = receive(echo, name, value)
    assert (type(result).__name__, [each for each, _ in drifts]) == (class_name, [location])
    assert send(echo, name, result) == value if class_name != "dict" else result == value


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("pet", {"pet": "puppy", "meow": 3}, "/value/pet: Input should be 'cat', 'kitten' or 'dog'"),
        ("first", {"knd": "x"}, "/value/kind: Field required"),
        ("inner", {"d": "x"}, "/value/sub: Field required"),
        ("pet", {"pet": 3}, "/value/pet: Input should be 'cat', 'kitten' or 'dog'"),
        ("pet", {"pet": "dog", "bark": "loud"}, "/value/bark: Input should be a valid boolean"),
        ("without", {"a": 3}, "/value/a: Input should be a valid string"),
    ],
)
def test_a_value_that_is_refused_because_of_its_property_is_told_so(
    echo: Package, name: str, value: dict[str, object], message: str
) -> None:
    with pytest.raises(echo.module.InvalidRequestError) as refused:
        send(echo, name, value)
    assert str(refused.value).partition("invalid body: ")[2].startswith(message), str(refused.value)


def test_unions_are_read_wherever_they_are(echo: Package) -> None:
    value = {
        "one": None,
        "many": [{"kind": "y"}, {"kind": "x"}],
        "map": {"k": {"kind": "y"}},
        "either": {"kind": "z"},
    }
    result, drifts = receive(echo, "holder", value)
    assert drifts == []
    assert [type(each).__name__ for each in (*result.many, result.map["k"], result.either)] == ["B", "A", "A", "B"]
    assert send(echo, "holder", result) == value
    for either, class_name in (("text", "str"), ([{"pet": "dog"}], "list")):
        result, drifts = receive(echo, "holder", {"one": {"kind": "y"}, "either": either})
        assert (type(result.one).__name__, type(result.either).__name__, drifts) == ("B", class_name, [])


@pytest.mark.parametrize("form", ["model", "mapping"])
def test_constants_are_sent_without_being_given(echo: Package, form: str) -> None:
    models = echo.models
    rows: list[tuple[str, str, dict[str, object], dict[str, object]]] = [
        ("chunk", "Text", {"text": "x"}, {"type": "text", "text": "x"}),
        ("chunk", "Image", {"url": "x"}, {"type": "image", "url": "x"}),
        ("chunk", "Plain", {"note": "x"}, {"type": "plain", "note": "x"}),
        ("needed", "Needed", {"name": "x"}, {"version": 2, "level": "top", "name": "x"}),
        ("renamed", "Renamed", {"name": "x"}, {"class": "c", "name": "x"}),
        ("renamed", "Renamed", {"class_": "c", "name": "x"}, {"class": "c", "name": "x"}),
        ("outer", "Leaf", {}, {"type": "m"}),
    ]
    for name, class_name, given, expected in rows:
        value: Any = getattr(models, class_name)(**given) if form == "model" else given
        assert send(echo, name, value) == expected
    assert models.Text(text="x").type == "text"
    assert models.Needed(name="x").level is models.NeededLevel.TOP
    nested = models.PutChunkRequest(value={"text": "x"})
    assert nested.to_wire() == {"value": {"type": "text", "text": "x"}}


def test_a_default_that_is_the_only_value_is_sent_with_a_member_of_a_union(echo: Package) -> None:
    models = echo.models
    sent = [send(echo, "either", {"w": member(a=5)}) for member in (models.W1, models.W2)]
    assert sent == [{"w": {"kind": kind, "a": 5}} for kind in ("w1", "w2")]
    assert send(echo, "alone", models.Alone(a=5)) == {"a": 5}
    result, drifts = receive(echo, "either", {"w": {"kind": "w2", "a": 5}})
    assert (type(result.w), drifts) == (models.W2, [])
    result, drifts = receive(echo, "either", {"w": {"a": 5}})
    assert (result.to_wire(), drifts) == ({"w": {"a": 5}}, [])


def test_the_schema_of_other_values_has_no_constant(echo: Package) -> None:
    models = echo.models
    assert send(echo, "event", models.Created(by="x")) == {"type": "new", "by": "x"}
    assert send(echo, "event", models.Unknown(by=1)) == send(echo, "event", {"by": 1}) == {"by": 1}
    assert send(echo, "known", models.Others(b="x")) == send(echo, "known", {"b": "x"}) == {"b": "x"}


def test_constants_are_sent_in_flat_bodies(echo: Package) -> None:
    echo.requests.clear()
    client = echo.client()
    client.flat.flat(name="x")
    client.flat.flat(body={"name": "x"})
    client.flat.form(name="x")
    first, second, form = echo.requests
    assert json.loads(first.content) == json.loads(second.content) == {"version": 2, "level": "top", "name": "x"}
    assert b'name="class"\r\n' in form.content


def test_a_constant_that_was_not_received_is_not_sent_back(echo: Package) -> None:
    result, _ = receive(echo, "chunk", {"text": "x"})
    assert (result.type, result.to_wire()) == ("text", {"text": "x"})
    assert result.model_copy(update={"text": "y"}).to_wire() == {"text": "y"}


def test_a_mapping_may_have_the_name_of_the_field(echo: Package) -> None:
    value = {"class_": "b", "x": DAY}
    assert send(echo, "classes", value) == {"class": "b", "x": DAY}
    assert type(echo.models.PutClassesRequest(value=value).value).__name__ == "Beta"


def test_a_constant_can_be_given(echo: Package) -> None:
    assert echo.models.Needed(version=2, name="x").to_wire()["version"] == 2
    with pytest.raises(ValueError, match="Input should be 2"):
        echo.models.Needed(version=3, name="x")


def test_a_list_of_ten_thousand_nested_members_is_read(echo: Package) -> None:
    value = [{"type": "n", "sub": "n2", "d": str(index)} for index in range(10_000)]
    result = echo.load("_runtime.serialization").codec(list[echo.models.Outer]).fit(value, received=True)
    assert result[1] == ()
    assert {type(each).__name__ for each in result[0]} == {"None2"}
