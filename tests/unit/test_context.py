from pathlib import Path

import pytest

from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.context import Resource, build_resources, root_resources
from support.reading import named_api_of


def resources(folder: Path, *yaml: str, client: str = "Shop") -> tuple[Resource, ...]:
    """The resources of operations that say these things about themselves."""
    paths = "".join(f"  /{at}: {{get: {{operationId: op{at}, {each}}}}}\n" for at, each in enumerate(yaml))
    api, names = named_api_of(folder, f"paths:\n{paths}", client=client)
    return build_resources(api, names, Annotations({}, names))


def test_a_resource_may_contain_others(tmp_path: Path) -> None:
    found = resources(tmp_path, "x-resource: stock.items", "x-resource: stock.items", "tags: [Orders]")
    assert [(each.path, each.module, each.class_name, len(each.methods)) for each in found] == [
        (("orders",), "orders", "Orders", 1),
        (("stock",), "stock", "Stock", 0),
        (("stock", "items"), "stock_items", "StockItems", 2),
    ]
    assert [(each.attribute, each.module, each.class_name) for each in found[1].children] == [
        ("items", "stock_items", "StockItems")
    ]
    assert [each.attribute for each in root_resources(found)] == ["orders", "stock"]


def test_resources_with_similar_names_have_distinct_modules_and_classes(tmp_path: Path) -> None:
    found = resources(tmp_path, "x-resource: stock.items", "tags: [Stock items]", "x-resource: orders.orders")
    assert [(each.path, each.module) for each in found if each.methods] == [
        (("orders", "orders"), "orders_orders"),
        (("stock", "items"), "stock__items"),
        (("stock_items",), "stock_items"),
    ]
    assert len({each.class_name.casefold() for each in found}) == len(found)
    assert found[2].children == () or found[2].children[0].module == "stock__items"


@pytest.mark.parametrize(
    ("tag", "client", "class_name"),
    [
        ("Orders", "Shop", "Orders"),
        ("Content", "Shop", "ContentResource"),
        ("Sequence", "Shop", "SequenceResource"),
        ("UUID", "Shop", "UUIDResource"),
        ("Shop", "Shop", "ShopResource"),
        ("Async shop", "Shop", "AsyncShopResource"),
    ],
)
def test_no_resource_class_shadows_a_name_of_its_module(tmp_path: Path, tag: str, client: str, class_name: str) -> None:
    (found,) = resources(tmp_path, f"tags: [{tag}]", client=client)
    assert found.class_name.casefold() == class_name.casefold()


def test_a_tag_describes_its_resource(tmp_path: Path) -> None:
    text = (
        "tags: [{name: Orders, description: ' All of them. '}]\npaths: {/a: {get: {tags: [Orders]}}, /b: {get: {}}}\n"
    )
    api, names = named_api_of(tmp_path, text)
    assert [each.doc for each in build_resources(api, names, Annotations({}, names))] == [
        "Operations of `b`.",
        "All of them.",
    ]


def test_builtins_shadowed_by_a_method_are_qualified(tmp_path: Path) -> None:
    answer = "{'200': {content: {application/json: {schema: {type: array}}}}}"
    text = f"paths: {{/a: {{get: {{operationId: list, responses: {answer}}}}}}}"
    api, names = named_api_of(tmp_path, text)
    (resource,) = build_resources(api, names, Annotations({}, names))
    (method,) = resource.methods
    assert (method.name, method.constant, method.call_result) == ("list", "_LIST", "builtins.list[Any]")
    assert method.about.docstring.endswith("Returns:\n    list[Any]")
