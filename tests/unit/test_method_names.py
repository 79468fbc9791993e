"""The words of methods: without what frameworks and resources say already."""

import json
from pathlib import Path

import pytest

from channelsmith.document.load import load_document
from channelsmith.ir.builder import build_ir
from channelsmith.naming.method_names import MethodNames, method_words


def words(folder: Path, style: MethodNames, *operations: tuple[str, str, str, str]) -> list[str]:
    """The words for operations, each as operationId, method, path and resource."""
    paths: dict[str, dict[str, object]] = {}
    for identifier, method, path, _ in operations:
        paths.setdefault(path, {})[method.lower()] = {"operationId": identifier, "responses": {}}
    document = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": paths}
    (folder / "a.json").write_text(json.dumps(document))
    api, _ = build_ir(load_document(folder / "a.json"))
    resources = {identifier: resource.split(".") for identifier, _, _, resource in operations}
    found = method_words(api, {each.pointer: resources[each.id] for each in api.operations}, style)
    by_id = {each.id: found[each.pointer][0] for each in api.operations}
    return [by_id[identifier] for identifier, *_ in operations]


FASTAPI = (
    ("read_items_items__get", "GET", "/items/", "items"),
    ("read_item_items__item_id__get", "GET", "/items/{item_id}", "items"),
    ("root__get", "GET", "/", "root"),
    ("any_items_any_get_2", "POST", "/items/any", "items"),
)
DRF = (
    ("api_v1_pets_list", "GET", "/api/v1/pets/", "pets"),
    ("api_v1_pets_photo_create", "POST", "/api/v1/pets/{id}/photo/", "pets"),
)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("operationId", [each[0] for each in FASTAPI]),
        ("reduced", ["read_items", "read_item", "root", "any"]),
        ("short", ["read", "read", "root", "any"]),
    ],
)
def test_path_and_method_appended_by_fastapi_are_dropped(
    tmp_path: Path, style: MethodNames, expected: list[str]
) -> None:
    assert words(tmp_path, style, *FASTAPI) == expected


def test_ids_that_end_like_their_path_by_chance_stay(tmp_path: Path) -> None:
    others = (("list_a", "GET", "/a", "a"), ("b", "GET", "/b", "b"), ("c", "GET", "/c", "c"))
    assert words(tmp_path, "reduced", ("poll_items_get", "GET", "/items", "items"), *others) == [
        "poll_items_get",
        "list_a",
        "b",
        "c",
    ]


@pytest.mark.parametrize(
    ("style", "expected"),
    [("reduced", ["pets_list", "pets_photo_create"]), ("short", ["list", "photo_create"])],
)
def test_the_prefix_of_all_paths_and_ids_is_dropped(tmp_path: Path, style: MethodNames, expected: list[str]) -> None:
    assert words(tmp_path, style, *DRF) == expected


def test_a_prefix_that_one_lacks_stays(tmp_path: Path) -> None:
    operations = (DRF[0], ("pets_find", "GET", "/api/v1/pets/find/", "pets"))
    assert words(tmp_path, "reduced", *operations) == ["api_v1_pets_list", "pets_find"]


@pytest.mark.parametrize(
    ("identifier", "resource", "expected"),
    [
        ("listPets", "pets", "list"),
        ("getPetById", "pets", "get_by_id"),
        ("createOrderLine", "orders.lines", "create"),
        ("uploadPetImage", "pets", "upload_image"),
        ("listStockLevels", "stock_levels", "list"),
        ("listStockEntries", "stock_levels", "listStockEntries"),
        ("pets", "pets", "pets"),
        ("petsByStatus", "pets", "petsByStatus"),
        ("listCategories", "category", "list"),
    ],
)
def test_the_noun_of_the_resource_is_dropped(tmp_path: Path, identifier: str, resource: str, expected: str) -> None:
    assert words(tmp_path, "short", (identifier, "GET", "/x", resource)) == [expected]
