"""A names file keeps every public name, whatever happens elsewhere in the document."""

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelsmith.diagnostics import SourceLocation, UnusableInput
from channelsmith.document import Document
from channelsmith.document.load import load_document
from channelsmith.ir.builder import build_ir
from channelsmith.naming.names import build_names
from channelsmith.naming.names_file import format_names_file, read_names_file

ANSWER = {"description": "", "content": {"application/json": {"schema": {"properties": {"id": {}, "ID": {}}}}}}
SORT = {"name": "sort", "in": "query", "schema": {"enum": ["up", "down"]}}
OPTIONS: list[Any] = [{"properties": {"a": {}}}, {"properties": {"b": {"enum": ["x", "X"]}}}, {"title": "Third"}]
SHOP: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://{shop}.test", "variables": {"shop": {"default": "a"}}}],
    "tags": [{"name": "Orders"}, {"name": "Stock items", "x-resource": "stock.items"}],
    "paths": {
        "/orders": {
            "get": {"tags": ["Orders"], "operationId": "list", "parameters": [SORT], "responses": {"200": ANSWER}},
            "post": {
                "tags": ["Orders"],
                "operationId": "create",
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
                "responses": {"201": ANSWER},
            },
        },
        "/orders/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True}, {"name": "id", "in": "query"}],
            "get": {"tags": ["Orders"], "operationId": "get_order", "responses": {"200": ANSWER}},
            "put": {"tags": ["Orders"], "operationId": "getOrder", "responses": {"200": ANSWER}},
        },
        "/stock": {"get": {"tags": ["Stock items"], "responses": {"200": ANSWER}}},
        "/plain/{a}/x": {"get": {"responses": {"200": ANSWER}}},
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        "schemas": {
            "Order": {"properties": {"orderId": {}, "order_id": {}, "lines": {"items": {"properties": {"sku": {}}}}}},
            "order": {"properties": {"status": {"enum": ["new", "New", "+"]}}},
            "Choice": {"anyOf": OPTIONS},
            "Size": {"type": "integer", "enum": [1, -1]},
            "Orders": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}},  # as a resource is called
        },
    },
}
WORDS = ["Order", "order", "orders", "id", "ID", "Id", "list", "sort", "get_order", "a", "OrderLine", "Choice", "x-y"]


def document(value: dict[str, Any]) -> Document:
    return Document(value, lambda _: SourceLocation("shop.yaml", 1, 1), ())


def pinned(value: dict[str, Any], before: Path | None = None) -> dict[str, Any]:
    """Return the names file of a document, given an earlier one."""
    whole = document(value)
    api, _ = build_ir(whole)
    kept, _ = read_names_file(before or Path("/nowhere"), api, whole)
    text: dict[str, Any] = json.loads(format_names_file(build_names(api, whole, client="Shop", kept=kept), api, whole))
    return text


def lost(before: Any, after: Any) -> list[str]:
    """Return the names that changed or disappeared."""
    if not isinstance(before, dict):
        return [] if before == after else [f"{before} -> {after}"]
    found: dict[str, Any] = after if isinstance(after, dict) else {}
    return [f"{key}: {each}" for key, value in before.items() for each in lost(value, found.get(key))]


def shuffled(value: Any, random: Random) -> Any:
    """Return a value with all mappings and lists in random order."""
    if isinstance(value, dict):
        members = random.sample(list(value.items()), len(value))
        return {key: shuffled(each, random) for key, each in members}
    if isinstance(value, list):
        return [shuffled(each, random) for each in random.sample(value, len(value))]
    return value


def insert(value: dict[str, Any], kind: str, word: str, at: int) -> None:
    """Insert a part whose name may collide with others."""
    paths, schemas = value["paths"], value["components"]["schemas"]
    operation = list(paths.values())[at % len(paths)]["get"]
    match kind:
        case "operation":
            tag = ["Orders", "Stock items", word, "orders"][at % 4]
            paths[f"/new/{word}/{at}"] = {"get": {"operationId": word, "tags": [tag], "responses": {"200": ANSWER}}}
        case "nested resource":
            paths[f"/deep/{word}"] = {"get": {"operationId": word, "x-resource": f"orders.{word}", "responses": {}}}
        case "schema":
            schemas.setdefault(word, {"properties": {word: {"enum": [word]}}})
        case "parameter":
            place = ["query", "header"][at % 2]
            listed = operation.setdefault("parameters", [])
            if (word, place) not in {(each["name"], each["in"]) for each in listed}:
                listed.insert(0, {"name": word, "in": place, "schema": {"enum": ["q"]}})
        case "property":
            schemas["Order"]["properties"] = {word: {}, **schemas["Order"]["properties"]}
        case "member":
            schemas["order"]["properties"]["status"]["enum"].insert(0, word)
        case "option":
            schemas["Choice"]["anyOf"].insert(0, {"properties": {word: {"enum": ["z"]}}})
        case "variable":
            value["servers"][0]["variables"][word] = {"default": "b"}
        case _:
            raise ValueError(kind)


KINDS = ["operation", "nested resource", "schema", "parameter", "property", "member", "option", "variable"]
EDITS = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(WORDS), st.integers(0, 9)), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("names") / "names.json"
    file.write_text(json.dumps(pinned(SHOP)))
    return file


@settings(max_examples=80, deadline=None)
@given(edits=EDITS, random=st.randoms(use_true_random=False))
def test_neither_order_nor_additions_change_names(
    names: Path, edits: list[tuple[str, str, int]], random: Random
) -> None:
    value = copy.deepcopy(SHOP)
    for edit in edits:
        insert(value, *edit)
    after = pinned(shuffled(value, random), names)
    assert lost(json.loads(names.read_text()), after) == []
    (names.parent / "after.json").write_text(json.dumps(after))
    assert pinned(value, names.parent / "after.json") == after  # which also says that no two things have one name


@settings(max_examples=40, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_without_a_names_file_order_matters_only_for_untitled_options(random: Random) -> None:
    value = shuffled(SHOP, random)
    value["components"]["schemas"]["Choice"]["anyOf"] = OPTIONS
    assert pinned(value) == pinned(SHOP)


def test_a_renamed_schema_does_not_affect_other_names(names: Path) -> None:
    value = copy.deepcopy(SHOP)
    schemas = value["components"]["schemas"]
    value["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"] = {}
    schemas["Purchase"] = schemas.pop("Order")
    schemas["Orders"]["items"] = {}
    gone = lost(json.loads(names.read_text()), pinned(value, names))
    assert [each for each in gone if "/components/schemas/Order" not in each and "body" not in each] == []
    assert pinned(value, names)["schemas"]["/components/schemas/order"]["class"] != "Order"


@pytest.mark.parametrize(
    ("path", "operation_id"),
    [
        ("/orders/{id}", "fetchOrder"),
        ("/v2/orders/{id}", "get_order"),
        ("/orders/{order}", "get_order"),
        ("/orders/{order}", ""),
    ],
)
def test_an_operation_is_matched_by_path_operation_id_or_path_without_placeholder_names(
    names: Path, path: str, operation_id: str
) -> None:
    value = copy.deepcopy(SHOP)
    item = value["paths"].pop("/orders/{id}")
    item.pop("put")
    item["get"]["operationId"] = operation_id
    value["paths"][path] = item
    before, after = json.loads(names.read_text()), pinned(value, names)
    assert after["operations"][f"GET {path}"]["method"] == before["operations"]["GET /orders/{id}"]["method"]
    at = "/paths/{}/get/responses/200/content/application~1json/schema"
    was = before["schemas"][at.format("~1orders~1{id}")]
    assert after["schemas"][at.format(path.replace("/", "~1"))] == was


def test_an_ambiguous_operation_id_matches_nothing(tmp_path: Path) -> None:
    value = copy.deepcopy(SHOP)
    value["paths"] = {f"/{at}": {"get": {"operationId": "same", "tags": ["T"], "responses": {}}} for at in ("a", "b")}
    file = tmp_path / "names.json"
    file.write_text(json.dumps(pinned(value)).replace("same_get_a", "first").replace("get_a", "first"))
    value["paths"] = {f"/new/{path[1:]}": item for path, item in value["paths"].items()}
    assert "first" not in {each["method"] for each in pinned(value, file)["operations"].values()}


def test_a_new_resource_does_not_take_the_name_of_an_async_class(tmp_path: Path) -> None:
    value = copy.deepcopy(SHOP)
    value["paths"] = {"/a": {"get": {"tags": ["Async order"], "responses": {}}}}
    file = tmp_path / "names.json"
    file.write_text(json.dumps(pinned(value)))
    value["paths"]["/b"] = {"get": {"tags": ["Order"], "responses": {}}}
    classes = {key: each["class"] for key, each in pinned(value, file)["resources"].items()}
    assert classes == {"async_order": "AsyncOrder", "order": "OrderResource"}


def test_an_option_is_identified_by_its_constraints_and_not_by_its_texts(tmp_path: Path) -> None:
    value = copy.deepcopy(SHOP)
    file = tmp_path / "names.json"
    file.write_text(json.dumps(pinned(value)))
    first, second, third = value["components"]["schemas"]["Choice"]["anyOf"]
    described = {
        **second,
        "description": "New.",
        "x-note": 1,
        "properties": {"b": {**second["properties"]["b"], "default": "x"}},
    }
    value["components"]["schemas"]["Choice"]["anyOf"] = [described, {"properties": {"description": {}}}, third, first]
    assert lost(json.loads(file.read_text()), pinned(value, file)) == []


def test_names_can_be_changed_in_the_file(tmp_path: Path) -> None:
    names = pinned(SHOP)
    names["schemas"]["/components/schemas/Order"]["class"] = "Purchase"
    names["operations"]["GET /orders"]["method"] = "find"
    (tmp_path / "names.json").write_text(json.dumps(names))
    assert pinned(SHOP, tmp_path / "names.json") == names


def names_text(**changes: Any) -> str:
    return json.dumps({**pinned(SHOP), **changes}, indent=1)


SCHEMAS = "/components/schemas/"
ORDER = f"{SCHEMAS}Order"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ({"schemas": {ORDER: {"class": "class"}}}, "'class' cannot be the class of a model"),
        ({"schemas": {ORDER: {"class": "Model"}}}, "'Model' cannot be the class of a model: the name is reserved"),
        ({"schemas": {ORDER: {"class": "a"}}}, "'a' cannot be the class of a model"),
        ({"schemas": {ORDER: {"class": "Aa"}, f"{SCHEMAS}order": {"class": "AA"}}}, "'AA' is used twice"),
        ({"schemas": {ORDER: {"attributes": {"orderId": "import"}}}}, "'import' cannot be an attribute"),
        ({"schemas": {ORDER: {"attributes": {"orderId": "x", "order_id": "x"}}}}, "'x' is used twice"),
        ({"schemas": {ORDER: {"class": 1}}}, "a name has to be a string"),
        ({"schemas": {ORDER: {"class": "A" * 121}}}, f"'{'A' * 121}' cannot be the class of a model"),
        ({"schemas": []}, "'schemas' has to be a mapping"),
        (
            {"operations": {"GET /orders": {"resource": "a", "method": "b"}, "GET /stock": {"resource": "a.b"}}},
            "'b' is also the name of a resource",
        ),
        ({"operations": {"GET /orders": {"resource": "a..b"}}}, "'a..b' cannot be a resource"),
        ({"operations": {"GET /orders": {"method": "__init__"}}}, "'__init__' cannot be a method"),
        ({"operations": {"GET /orders": {"arguments": {"query": {"sort": "body"}}}}}, "'body' cannot be an argument"),
        ({"resources": {"orders": {"module": "../x"}}}, "'../x' cannot be a module"),
        ({"nothing": {}}, "a names file has no 'nothing'"),
    ],
)
def test_an_invalid_name_is_located(tmp_path: Path, text: dict[str, Any], complaint: str) -> None:
    file = tmp_path / "names.json"
    file.write_text(json.dumps(text, indent=1))
    whole = document(SHOP)
    with pytest.raises(UnusableInput) as refused:
        read_names_file(file, build_ir(whole)[0], whole)
    (problem,) = refused.value.diagnostics
    assert problem.message.startswith(complaint)
    assert problem.location is not None
    assert (problem.location.file, problem.hint != "") == (str(file), True)
    assert problem.location.line > 1


def test_a_name_that_the_document_declares_later_is_reported_and_not_used(tmp_path: Path) -> None:
    value = copy.deepcopy(SHOP)
    value["paths"]["/orders"]["get"] |= {"x-method": "search", "x-resource": "sales"}
    file = tmp_path / "names.json"
    file.write_text(json.dumps(pinned(SHOP)))
    whole = document(value)
    known, warnings = read_names_file(file, build_ir(whole)[0], whole)
    assert known.methods["/paths/~1orders/get"] == "list"
    assert [each.message for each in warnings] == [
        "the document declares 'sales' (x-resource), but the name stays 'orders'",
        "the document declares 'search' (x-method), but the name stays 'list'",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "noun"),
    [
        ("GET /orders", "GET /oders", "operation"),
        (ORDER, f"{SCHEMAS}Ordr", "schema"),
        ("orderId", "ordreId", "property"),
        ("method", "methd", "key of an operation"),
        ("class", "clas", "key of a schema"),
    ],
)
def test_an_entry_with_a_misspelled_name_is_reported(tmp_path: Path, right: str, wrong: str, noun: str) -> None:
    file = tmp_path / "names.json"
    names = pinned(SHOP)
    for entry in names["operations"].values():
        entry.pop("operationId", None)  # by which an operation would be found under any path
    before, key, after = json.dumps({part: names[part] for part in ("operations", "schemas")}).rpartition(f'"{right}":')
    assert key
    file.write_text(f'{before}"{wrong}":{after}')
    whole = document(SHOP)
    _, warnings = read_names_file(file, build_ir(whole)[0], whole)
    assert [(each.message, each.hint) for each in warnings] == [
        (f"there is no {noun} {wrong!r}; this entry has no effect", f"did you mean {right!r}?")
    ]


def test_names_of_what_was_removed_are_not_reported(tmp_path: Path) -> None:
    value = copy.deepcopy(SHOP)
    del value["paths"]["/orders"]
    file = tmp_path / "names.json"
    file.write_text(json.dumps(pinned(SHOP)))
    whole = document(value)
    assert read_names_file(file, build_ir(whole)[0], whole)[1] == ()


def test_the_file_is_ascii_and_sorted() -> None:
    value = copy.deepcopy(SHOP)
    value["components"]["schemas"]["\u2028\u202eé"] = {"enum": ["\u2028"]}
    whole = document(value)
    api, _ = build_ir(whole)
    text = format_names_file(build_names(api, whole), api, whole)
    assert text.isascii()
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"


def test_documents_are_written_as_they_were_read(tmp_path: Path) -> None:
    file = tmp_path / "names.json"
    file.write_text(names_text())
    assert load_document(file).value == pinned(SHOP)
