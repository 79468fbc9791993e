"""Random unions: valid values are read without a difference and go back as they came, others are reported."""

import json
import random
from collections.abc import Iterator
from typing import Any, TypeAlias, cast

import jsonschema_rs
import pytest

from support.echo import echo_document
from support.packages import Package, built

Json: TypeAlias = Any
Schema: TypeAlias = dict[str, Any]

SEEDS = [1, 2, 3]
UNIONS = 25
VALUES = 40
ENUMS: dict[str, Schema] = {
    "Colour": {"type": "string", "enum": ["red", "green", "blue"]},
    "Shade": {"type": "string", "enum": ["dark", "light", "blue"]},
    "Level": {"type": "integer", "enum": [101, 102]},
}
SCALARS: list[tuple[Schema, list[Json]]] = [
    ({"type": "string"}, ["text", "red", "2024-01-01"]),
    ({"type": "integer"}, [5, 101, -3]),
    ({"type": "boolean"}, [True, False]),
    ({"type": "number"}, [1.5, -0.25, 7]),
    ({"type": "string", "format": "date"}, ["2024-01-01", "1999-12-31"]),
    ({"type": "string", "format": "date-time"}, ["2024-01-01T10:00:00Z", "2024-01-01T00:00:00.000+02:00"]),
    ({"type": "string", "format": "uuid"}, ["0b0f7a3c-6a0e-4b55-8b0e-3d1c1f7c9d55"]),
]
WRONG: list[Json] = ["text", 7, 1, True, 0.5, "5", None, [], {}, ["text"], {"z": 1}, "purple"]
NAMES = ["a", "b", "c", "d"]


class Maker:
    """Makes schemas and values of them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 -- the same values in every run
        self.components: dict[str, Schema] = dict(ENUMS)

    def scalar(self) -> Schema:
        if self.random.random() < 0.3:
            return {"$ref": f"#/components/schemas/{self.random.choice(list(ENUMS))}"}
        return self.random.choice(SCALARS)[0]

    def object(self, tag: str = "") -> Schema:
        names = self.random.sample(NAMES, self.random.randint(1, 3))
        properties: dict[str, Schema] = {name: self.value_schema() for name in names}
        required = [name for name in names if self.random.random() < 0.5]
        if tag:
            properties["kind"] = {"const": tag}
            required += ["kind"] * (self.random.random() < 0.7)
        return {"type": "object", "properties": properties, "required": required}

    def value_schema(self) -> Schema:
        choice = self.random.random()
        if choice < 0.6:
            return self.scalar()
        if choice < 0.75:
            return {"type": "array", "items": self.scalar()}
        if choice < 0.9:
            return {"anyOf": [self.scalar(), self.scalar(), *[{"type": "null"}] * self.random.randint(0, 1)]}
        return {"const": self.random.choice(["fixed", 7])}

    def union(self, name: str) -> Schema:
        count = self.random.randint(2, 4)
        if self.random.random() < 0.4:
            members = [f"{name}Member{index}" for index in range(count)]
            for index, member in enumerate(members):
                self.components[member] = self.object(f"k{index}")
            mapping = {f"k{index}": f"#/components/schemas/{member}" for index, member in enumerate(members)}
            union: Schema = {"oneOf": [{"$ref": f"#/components/schemas/{member}"} for member in members]}
            return {**union, "discriminator": {"propertyName": "kind", "mapping": mapping}}
        makers = [self.object, self.object, self.scalar, lambda: {"type": "array", "items": self.value_schema()}]
        options = [self.random.choice(makers)() for _ in range(count)]
        return {"anyOf": [*options, *[{"type": "null"}] * (self.random.random() < 0.2)]}

    def value(self, schema: Schema) -> Json:
        """Return a value that is probably valid."""
        if "$ref" in schema:
            schema = self.components[schema["$ref"].rpartition("/")[2]]
        if options := schema.get("anyOf") or schema.get("oneOf"):
            return self.value(self.random.choice(options))
        if values := schema.get("enum") or ([schema["const"]] if "const" in schema else []):
            return self.random.choice(values)
        match schema["type"]:
            case "object":
                members = {
                    name: self.value(own)
                    for name, own in schema["properties"].items()
                    if name in schema["required"] or self.random.random() < 0.6
                }
                return members | ({"extra": [1]} if self.random.random() < 0.1 else {})
            case "array":
                return [self.value(schema["items"]) for _ in range(self.random.randint(0, 3))]
            case "null":
                return None
            case _:
                return self.random.choice(next(values for own, values in SCALARS if own == schema))

    def broken(self, value: Json) -> Json:
        """Return a value with a random part replaced or removed."""
        if isinstance(value, dict) and value and self.random.random() < 0.9:
            members = dict(cast("dict[str, Json]", value))
            key = self.random.choice(list(members))
            if self.random.random() < 0.3:
                del members[key]
            else:
                members[key] = self.broken(members[key])
            return members
        return self.random.choice(WRONG)


def relaxed(schema: Json) -> Json:
    """Return the schema as clients read it: enums accept other values, and optional properties null."""
    if isinstance(schema, dict):
        members = cast("Schema", schema)
        own = {key: relaxed(value) for key, value in members.items() if key != "enum"}
        if "required" in own:
            for name in own["properties"].keys() - own["required"]:
                own["properties"][name] = {"anyOf": [own["properties"][name], {"type": "null"}]}
        return own
    return [relaxed(each) for each in schema] if isinstance(schema, list) else schema


@pytest.fixture(scope="module", params=SEEDS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Maker, Package]]:
    maker = Maker(request.param)
    for index in range(UNIONS):
        maker.components[f"Union{index}"] = maker.union(f"Union{index}")
    with built(echo_document(json.dumps(maker.components)), tmp_path_factory.mktemp("agreement")) as package:
        yield maker, package


def test_validity_is_that_of_json_schema(made: tuple[Maker, Package]) -> None:
    maker, package = made
    counts = {True: 0, False: 0}
    for index in range(UNIONS):
        name = f"Union{index}"
        schema = maker.components[name]
        for _ in range(VALUES):
            value = maker.value(schema)
            value = maker.broken(value) if maker.random.random() < 0.5 else value
            is_valid = judge(maker, schema, value)
            result, problems, sent = read(package, name, value)
            where = (name, schema, value, result, problems)
            if is_valid:
                counts[True] += 1
                assert not problems, where
                assert json.dumps(sent, sort_keys=True) == json.dumps(value, sort_keys=True), where
            elif not judge(maker, relaxed(schema), value, is_relaxed=True):
                counts[False] += 1
                assert problems, where
    assert min(counts.values()) > UNIONS * VALUES / 10, counts


def judge(maker: Maker, schema: Schema, value: Json, *, is_relaxed: bool = False) -> bool:
    """Return whether a value is valid; a discriminator's value selects the member."""
    components = relaxed(maker.components) if is_relaxed else maker.components
    tag = value.get("kind") if isinstance(value, dict) else None
    if (discriminator := schema.get("discriminator")) and isinstance(tag, str) and tag in discriminator["mapping"]:
        schema = {"$ref": discriminator["mapping"][tag]}
    elif "oneOf" in schema:
        schema = {"anyOf": schema["oneOf"]}
    root = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "components": {"schemas": components}}
    return jsonschema_rs.validator_for(root, validate_formats=True).is_valid(value)


def read(package: Package, name: str, value: Json) -> tuple[object, list[tuple[str, str]], Json]:
    """Return what is read, where it differs, and what is sent for it."""
    serialization = package.load("_runtime.serialization")
    model = getattr(package.models, f"Get{name}Response")
    result, findings = package.load("_runtime.response.lenient").fit(model, {"value": value})
    strict, problems = serialization.codec(model).fit({"value": value}, received=True)
    assert bool(problems) == bool(findings)
    if not problems:
        assert repr(strict) == repr(result)
    return result, findings, json.loads(serialization.dumps(result))["value"]
