"""Inheritance: a schema with a discriminator is read as the schema that extends it, and takes that as an argument."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.echo import echo_document, receive, send
from support.packages import Package, built

EVENT = """
Event:
  type: object
  required: [type, at]
  properties: {type: {type: string}, at: {type: string, format: date-time}}
  discriminator: {propertyName: type, mapping: {created: Created, deleted: '#/components/schemas/Deleted'}}
Created:
  allOf:
  - $Event
  - {type: object, required: [by], properties: {by: {type: string}, cost: {type: string, format: decimal}}}
Deleted: {allOf: [$Event, {type: object, properties: {reason: {type: string}}}]}
HardDeleted: {allOf: [$Deleted, {type: object, properties: {forever: {type: boolean}}}]}
Holder:
  type: object
  properties:
    one: {nullable: true, allOf: [$Event]}
    many: {type: array, items: $Event}
    map: {type: object, additionalProperties: $Deleted}
    either: {oneOf: [{type: string}, $Event]}
"""
DAY = "2024-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(echo_document(EVENT, "3.0.3"), tmp_path_factory.mktemp("events")) as package:
        yield package


READ: list[tuple[str, dict[str, object], str]] = [
    ("event", {"type": "created", "at": DAY, "by": "me", "cost": "1.50"}, "Created"),
    ("event", {"type": "deleted", "at": DAY, "reason": "old"}, "Deleted"),
    ("event", {"type": "HardDeleted", "at": DAY, "forever": True}, "HardDeleted"),
    ("event", {"type": "new", "at": DAY, "more": [1]}, "Event"),
    ("deleted", {"type": "HardDeleted", "at": DAY, "forever": True}, "HardDeleted"),
    ("deleted", {"type": "deleted", "at": DAY}, "Deleted"),
    ("created", {"type": "created", "at": DAY, "by": "me"}, "Created"),
    ("created", {"type": "deleted", "at": DAY, "by": "me"}, "Created"),
]


@pytest.mark.parametrize(("name", "value", "class_name"), READ)
def test_a_value_is_read_as_the_child_that_it_names(
    events: Package, name: str, value: dict[str, object], class_name: str
) -> None:
    result, drifts = receive(events, name, value)
    assert (type(result).__name__, drifts) == (class_name, [])
    assert isinstance(result, getattr(events.models, name.title()))
    assert send(events, name, result) == send(events, name, value) == value


def test_children_are_read_and_sent_wherever_their_base_is(events: Package) -> None:
    created = {"type": "created", "at": DAY, "by": "me", "cost": "1.50"}
    hard = {"type": "HardDeleted", "at": DAY, "forever": True}
    value = {"one": created, "many": [hard, created], "map": {"k": hard}, "either": hard}
    result, drifts = receive(events, "holder", value)
    assert drifts == []
    found = [type(each).__name__ for each in (result.one, *result.many, result.map["k"], result.either)]
    assert found == ["Created", "HardDeleted", "Created", "HardDeleted", "HardDeleted"]
    assert send(events, "holder", result) == value
    assert json.loads(result.model_dump_json(by_alias=True, exclude_unset=True)) == value
    assert send(events, "holder", events.models.Holder(many=result.many)) == {"many": [hard, created]}
    assert receive(events, "holder", {"one": None, "either": "text"})[1] == []


def test_the_value_of_the_discriminator_is_filled_in(events: Package) -> None:
    models = events.models
    for child, tag in ((models.Created(at=DAY, by="me"), "created"), (models.HardDeleted(at=DAY), "HardDeleted")):
        assert child.type == tag
        assert send(events, "event", child)["type"] == tag
    assert send(events, "created", {"at": DAY, "by": "me"}) == {"type": "created", "at": DAY, "by": "me"}
    base = models.Event(type="created", at=DAY)
    assert (type(base), send(events, "event", base)) == (models.Event, {"type": "created", "at": DAY})


def test_a_payload_is_validated_as_the_child_that_it_names(events: Package) -> None:
    read = events.models.Event.model_validate({"type": "created", "at": DAY, "by": "me"})
    assert (type(read), read.by) == (events.models.Created, "me")
    assert type(events.models.Event.model_validate_json(json.dumps(read.to_wire()))) is events.models.Created


def test_a_package_with_subclasses_needs_a_pydantic_that_writes_them_completely(events: Package) -> None:
    assert '"pydantic>=2.13,<3"' in (events.folder / "pyproject.toml").read_text("utf-8")


def test_the_reference_says_what_a_model_extends(events: Package) -> None:
    page = (events.folder / "docs" / "models.md").read_text("utf-8")
    section = page.partition("## HardDeleted\n")[2].partition("\n## ")[0]
    assert section.lstrip().startswith("Extends [`Deleted`](models.md#deleted).\n")


def test_what_does_not_fit_the_child_is_reported(events: Package) -> None:
    result, drifts = receive(events, "event", {"type": "created", "at": DAY})
    assert (type(result).__name__, result.by, drifts) == ("Created", None, [("/by", "required, but missing")])
    with pytest.raises(events.module.InvalidRequestError, match="/value/by: Field required"):
        send(events, "event", {"type": "created", "at": DAY})
    with pytest.raises(events.module.InvalidRequestError, match="/value"):
        send(events, "deleted", events.models.Created(at=DAY, by="me"))


KINDS = {
    "circular": """
        Pet:
          type: object
          required: [petType]
          properties: {petType: {type: string}, name: {type: string}}
          discriminator: {propertyName: petType, mapping: {cat: Cat, dog: Dog}}
          oneOf: [$Cat, $Dog]
        Cat: {allOf: [$Pet, {type: object, properties: {lives: {type: integer}}}]}
        Dog: {allOf: [$Pet, {type: object, properties: {bark: {type: string}}}]}
        """,
    "implicit": """
        Pet:
          type: object
          required: [petType]
          properties: {petType: {type: string}, name: {type: string}}
          discriminator: {propertyName: petType}
        cat: {allOf: [$Pet, {type: object, properties: {lives: {type: integer}}}]}
        dog: {allOf: [$Pet, {type: object, properties: {bark: {type: string}}}]}
        """,
    "enum": """
        PetType: {type: string, enum: [cat, dog, fish]}
        Pet:
          type: object
          required: [petType]
          properties: {petType: $PetType, name: {type: string}}
          discriminator: {propertyName: petType, mapping: {cat: Cat, dog: Dog}}
        Cat: {allOf: [$Pet, {type: object, properties: {lives: {type: integer}}}]}
        Dog: {allOf: [$Pet, {type: object, properties: {bark: {type: string}}}]}
        """,
    "constants": """
        Pet:
          type: object
          required: [petType]
          properties: {petType: {type: string}, name: {type: string}}
          discriminator: {propertyName: petType}
        Cat: {allOf: [$Pet, {type: object, properties: {petType: {enum: [cat]}, lives: {type: integer}}}]}
        Dog: {allOf: [$Pet, {type: object, properties: {petType: {enum: [dog]}, bark: {type: string}}}]}
        """,
    "extension": """
        Pet:
          type: object
          required: [petType]
          properties: {petType: {type: string}, name: {type: string}}
          discriminator: petType
          x-note: a discriminator of OpenAPI 2 is no object
        Cat: {allOf: [$Pet], x-ms-discriminator-value: cat, type: object, properties: {lives: {type: integer}}}
        Dog: {allOf: [$Pet], x-ms-discriminator-value: dog, type: object, properties: {bark: {type: string}}}
        """.replace("discriminator: petType", "discriminator: {propertyName: petType}"),
    "union": """
        Pet: {oneOf: [$Cat, $Dog]}
        Base:
          type: object
          required: [petType]
          properties: {petType: {type: string}, name: {type: string}}
          discriminator: {propertyName: petType, mapping: {cat: Cat, dog: Dog}}
        Cat: {allOf: [$Base, {type: object, properties: {lives: {type: integer}}}]}
        Dog: {allOf: [$Base, {type: object, properties: {bark: {type: string}}}]}
        """,
    "narrowed": """
        Pet:
          type: object
          required: [petType]
          properties: {petType: {type: string}, name: {type: string}, size: {type: number}}
          discriminator: {propertyName: petType, mapping: {cat: Cat, dog: Dog}}
        Cat:
          allOf:
          - $Pet
          - {type: object, required: [name], properties: {size: {type: integer}, lives: {type: integer}}}
        Dog: {allOf: [$Pet, {type: object, properties: {name: {type: integer}, bark: {type: string}}}]}
        """,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_way_to_write_inheritance_is_read(tmp_path: Path, kind: str) -> None:
    cat: dict[str, object] = {"petType": "cat", "name": "Tom", "lives": 9}
    dog: dict[str, object] = {"petType": "dog", "bark": "woof"}
    with built(echo_document(KINDS[kind], "3.0.3"), tmp_path) as package:
        for value, class_name in ((cat, "Cat"), (dog, "Dog")):
            result, drifts = receive(package, "pet", value)
            assert (type(result).__name__, drifts) == (class_name, [])
            assert send(package, "pet", result) == send(package, "pet", value) == value
        assert send(package, "pet", package.models.Cat(name="Tom", lives=9)) == cat
        assert send(package, "pet", package.models.Dog(bark="woof")) == dog
        assert send(package, "pet", {"pet_type": "dog", "bark": "woof"}) == dog


TWO_BASES = """
Named:
  type: object
  required: [kind]
  properties: {kind: {type: string}, name: {type: string}}
  discriminator: {propertyName: kind, mapping: {both: Both, one: One}}
Sized:
  type: object
  required: [form]
  properties: {form: {type: string}, name: {type: integer}}
  discriminator: {propertyName: form, mapping: {b: Both}}
One: {allOf: [$Named, {type: object, properties: {one: {type: string}}}]}
Both: {allOf: [$Named, $Sized, {type: object, properties: {name: {type: string}, both: {type: boolean}}}]}
"""


def test_a_child_of_two_bases_is_read_as_either(tmp_path: Path) -> None:
    value: dict[str, object] = {"kind": "both", "form": "b", "name": "x", "both": True}
    with built(echo_document(TWO_BASES), tmp_path) as package:
        for name in ("named", "sized"):
            result, drifts = receive(package, name, value)
            assert (type(result).__name__, drifts, send(package, name, result)) == ("Both", [], value)
        made = package.models.Both(name="x", both=True)
        assert send(package, "sized", made) == value
