"""Changes to a document that settings ask for."""

import json
from pathlib import Path
from typing import Any

import pytest

from channelsmith.diagnostics import UnusableInput
from channelsmith.document.load import load_document
from channelsmith.transform.edits import edit_document
from channelsmith.transform.source import DocumentEdits, Patterns


def ref(name: str, section: str = "schemas") -> dict[str, str]:
    return {"$ref": f"#/components/{section}/{name}"}


def operation(identifier: str, tag: str, schema: str, **members: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": ref(schema)}}
    return {"operationId": identifier, "tags": [tag], "responses": {"200": {"content": content}}, **members}


JOB = {"status": {"operation": "getJob", "parameter": "id", "state": "/state"}, "id": "/id"}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/pets": {"get": operation("listPets", "pets", "Pets"), "post": operation("addPet", "pets", "Pet")},
        "/pets/{id}": {"delete": operation("deletePet", "admin", "Receipt")},
        "/jobs": {"post": operation("startJob", "jobs", "Job", **{"x-polling": JOB})},
        "/jobs/{id}": {"get": operation("getJob", "internal", "Job")},
        "/shared": ref("Shared", "pathItems"),
    },
    "components": {
        "schemas": {
            "Pets": {"type": "array", "items": ref("Pet")},
            "Pet": {"type": "object", "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat"}}},
            "Cat": {"allOf": [ref("Pet"), {"properties": {"claws": ref("Claws")}}]},
            "Dog": {"allOf": [ref("Pet")]},
            "Claws": {"type": "integer"},
            "Receipt": {"properties": {"total": {"type": "number"}}},
            "Job": {"properties": {"id": {"type": "string"}, "state": {"type": "string"}}},
            "Unused": {"type": "number"},
        },
        "pathItems": {"Shared": {"get": operation("a", "shared", "Receipt"), "put": operation("b", "pets", "Pet")}},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "K"}},
    },
}


def edited(folder: Path, edits: DocumentEdits, document: dict[str, Any] = DOCUMENT) -> tuple[Any, list[str]]:
    (folder / "shop.json").write_text(json.dumps(document))
    result, notes = edit_document(load_document(folder / "shop.json"), edits)
    return result.value, [f"{each.severity}: {each.message}" for each in notes]


def refused(folder: Path, edits: DocumentEdits, document: dict[str, Any] = DOCUMENT) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        edited(folder, edits, document)
    return [f"{each.message} ({each.hint})" for each in caught.value.diagnostics]


def operations(document: Any) -> set[str]:
    items = {path: item for path, item in document["paths"].items() if "$ref" not in item}
    return {node["operationId"] for item in items.values() for node in item.values()}


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        (Patterns(tags=("pets",)), Patterns(), {"listPets", "addPet", "b"}),
        (Patterns(tags=("pets", "jobs")), Patterns(paths=("POST *",)), {"listPets", "b"}),
        (Patterns(paths=("/pets*",)), Patterns(), {"listPets", "addPet", "deletePet"}),
        (Patterns(paths=("GET /pets",), operations=("delete*",)), Patterns(), {"listPets", "deletePet"}),
        (Patterns(), Patterns(operations=("*Job", "?")), {"listPets", "addPet", "deletePet"}),
    ],
)
def test_operations_are_selected(tmp_path: Path, include: Patterns, exclude: Patterns, expected: set[str]) -> None:
    document, _ = edited(tmp_path, DocumentEdits(include, exclude))
    assert operations(document) == expected


def test_what_nothing_refers_to_any_more_is_left_out_and_named(tmp_path: Path) -> None:
    document, notes = edited(tmp_path, DocumentEdits(Patterns(operations=("addPet",))))
    assert sorted(document["components"]) == ["schemas", "securitySchemes"]
    assert sorted(document["components"]["schemas"]) == ["Cat", "Claws", "Dog", "Pet"]
    assert notes == [
        "info: 6 of 7 operations are left out, and with them 4 schemas: Job, Pets, Receipt, Unused",
    ]


def test_a_reference_to_a_path_item_stays_if_all_of_it_is_kept(tmp_path: Path) -> None:
    document, _ = edited(tmp_path, DocumentEdits(exclude=Patterns(tags=("admin",))))
    assert document["paths"]["/shared"] == ref("Shared", "pathItems")
    assert document["components"]["pathItems"] == DOCUMENT["components"]["pathItems"]


def test_polling_of_an_operation_that_is_left_out_is_reported_and_removed(tmp_path: Path) -> None:
    document, notes = edited(tmp_path, DocumentEdits(exclude=Patterns(operations=("getJob",))))
    assert "x-polling" not in document["paths"]["/jobs"]["post"]
    assert notes[1:] == ["warning: the job cannot be waited for, because 'getJob' is left out"]


def test_a_pattern_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    edits = DocumentEdits(Patterns(tags=("pet",)), Patterns(paths=("/x/*",), operations=("list*",)))
    assert refused(tmp_path, edits) == [
        "no operation has a tag that matches 'pet' (did you mean 'pets'?)",
        "no operation has a path that matches '/x/*' ('*' is any text, '?' any character)",
    ]


def test_something_has_to_be_left(tmp_path: Path) -> None:
    edits = DocumentEdits(exclude=Patterns(paths=("*",)))
    assert refused(tmp_path, edits) == ["no operation is left (include more, or exclude less)"]


def test_a_reference_into_an_operation_that_is_left_out_is_an_error(tmp_path: Path) -> None:
    reference = {"$ref": "#/paths/~1pets/get/responses/200"}
    paths = {**DOCUMENT["paths"], "/cats": {"get": {"operationId": "cats", "responses": {"200": reference}}}}
    (problem,) = refused(
        tmp_path, DocumentEdits(exclude=Patterns(operations=("listPets",))), {**DOCUMENT, "paths": paths}
    )
    assert problem.startswith("'#/paths/~1pets/get/responses/200' is part of an operation that is left out, at ")


def test_numbers_without_a_format_are_decimals(tmp_path: Path) -> None:
    types = {"a": {"type": ["number", "null"]}, "b": {"type": "number", "format": "float"}, "c": {"type": "integer"}}
    example = {"example": {"type": "number"}, "properties": types}
    document, _ = edited(
        tmp_path, DocumentEdits(decimal_numbers=True), {**DOCUMENT, "components": {"schemas": {"X": example}}}
    )
    schema = document["components"]["schemas"]["X"]
    assert schema["properties"] == {**types, "a": {"type": ["number", "null"], "format": "decimal"}}
    assert schema["example"] == {"type": "number"}
