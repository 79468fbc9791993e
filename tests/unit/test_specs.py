"""The hand-written specs: valid OpenAPI, true examples, a source for everything."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import pytest
from jsonschema_rs import Draft202012Validator
from openapi_spec_validator import validate

from channelsmith.document.load import load_document
from channelsmith.lint.vocabulary import HOLDERS, schema_of
from channelsmith.transform.bundle import bundle_document

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Object: TypeAlias = dict[str, Json]

SPECS = Path(__file__).parents[2] / "specs"
DOCUMENTS = sorted(SPECS.glob("*/openapi.yaml"))
# The values of examples contain no schemas.
VALUES = {"example", "value"}

each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)


@cache
def read(path: Path) -> Object:
    """A document with all its sections."""
    value = bundle_document(load_document(path)).value
    assert isinstance(value, dict)
    return value


def nodes(value: Json, pointer: str = "") -> Iterator[tuple[str, Object]]:
    """Every object of a document with its pointer, but not what stands inside examples."""
    if isinstance(value, dict):
        yield pointer, value
        for key, child in value.items():
            if key not in VALUES or pointer.endswith("/properties"):
                yield from nodes(child, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list) and not pointer.endswith("/examples"):
        for index, child in enumerate(value):
            yield from nodes(child, f"{pointer}/{index}")


def examples(document: Object) -> Iterator[tuple[str, Json, Json]]:
    """(pointer, schema, value) of every example of a parameter, header, body or schema."""
    for pointer, node in nodes(document):
        schema = node.get("schema", node)
        if "example" in node:
            yield f"{pointer}/example", schema, node["example"]
        match node.get("examples"):
            case dict() as named:
                for name, one in named.items():
                    assert isinstance(one, dict)
                    yield f"{pointer}/examples/{name}", schema, one["value"]
            case list() as plain:
                yield from ((f"{pointer}/examples/{index}", schema, one) for index, one in enumerate(plain))
            case _:
                pass


def errors(schema: object, value: Json) -> list[str]:
    checker = Draft202012Validator(cast("dict[str, Json]", schema), validate_formats=True)
    return [f"{error.instance_path}: {error.message}" for error in checker.iter_errors(value)]


def misfits(document: Object) -> dict[str, list[str]]:
    """The examples that do not fit: pointer -> what is wrong."""
    shared = {"components": document["components"]}
    found = {pointer: errors({**shared, "allOf": [schema]}, value) for pointer, schema, value in examples(document)}
    return {pointer: wrong for pointer, wrong in found.items() if wrong}


def source(node: Object) -> Object:
    found = node.get("x-source", {})
    assert isinstance(found, dict)
    return found


def test_every_folder_holds_a_document() -> None:
    assert [path.parent for path in DOCUMENTS] == sorted(path for path in SPECS.iterdir() if path.is_dir())


@each_document
def test_a_document_is_valid_openapi(path: Path) -> None:
    validate(cast("dict[str, object]", read(path)))


@each_document
def test_every_example_fits_its_schema(path: Path) -> None:
    assert misfits(read(path)) == {}


def test_an_example_that_does_not_fit_would_be_found() -> None:
    wrong: Object = {"components": {"schemas": {"Count": {"type": "integer", "examples": [1, "two"]}}}}
    assert misfits(wrong) == {"/components/schemas/Count/examples/1": ['[]: "two" is not of type "integer"']}


@each_document
def test_every_body_and_parameter_has_an_example(path: Path) -> None:
    carriers = [
        (pointer, node)
        for pointer, node in nodes(read(path))
        if pointer.rpartition("/")[0].endswith("/content") or {"in", "schema"} <= node.keys()
    ]
    assert carriers != []
    assert [pointer for pointer, node in carriers if not {"example", "examples"} & node.keys()] == []


@each_document
def test_every_extension_fits_the_vocabulary(path: Path) -> None:
    found = {
        f"{pointer}/{key}": errors(schema_of(key), node[key])
        for pointer, node in nodes(read(path))
        for key in HOLDERS.keys() & node
    }
    assert {pointer: wrong for pointer, wrong in found.items() if wrong} == {}


@each_document
def test_a_document_names_its_source_and_every_inference_explains_itself(path: Path) -> None:
    document = read(path)
    silent = [
        pointer
        for pointer, node in nodes(document)
        if source(node).get("basis") == "inferred" and "note" not in source(node)
    ]
    assert {"basis", "doc"} <= source(document).keys()
    assert silent == []


@each_document
def test_every_operation_has_a_name_a_method_and_a_description(path: Path) -> None:
    operations = [node for _, node in nodes(read(path)["paths"]) if "responses" in node]
    wanted = {"operationId", "x-method", "tags", "summary", "description"}
    lacking = [(node.get("operationId"), sorted(wanted - node.keys())) for node in operations]
    assert operations != []
    assert [one for one in lacking if one[1]] == []
