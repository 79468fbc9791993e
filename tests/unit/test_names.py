from pathlib import Path

import pytest

from channelsmith.naming.names import Names
from support.reading import COMPONENTS, components, named_api_of

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"


def names_of(folder: Path, text: str) -> Names:
    return named_api_of(folder, text)[1]


def attributes(folder: Path, wires: list[str]) -> dict[str, str]:
    listed = ", ".join(f"{wire!r}: {{}}" for wire in wires)
    found = names_of(folder, components(f"A: {{properties: {{{listed}}}}}")).attributes
    return {wire: word for (_, wire), word in found.items()}


def classes(folder: Path, schemas: str) -> dict[str, str]:
    found = names_of(folder, components(schemas)).classes
    return {pointer.removeprefix(COMPONENTS): word for pointer, word in found.items()}


def operations(folder: Path, paths: str) -> dict[str, str]:
    """Request line to the attributes that lead to the method."""
    api, names = named_api_of(folder, f"paths:\n{paths}")
    return {
        f"{each.method} {each.path}": ".".join([*names.resources[each.pointer], names.methods[each.pointer]])
        for each in api.operations
    }


@pytest.mark.parametrize(
    ("wires", "words"),
    [
        (["orderId", "order_lines"], ["order_id", "order_lines"]),
        (["class", "None", "async"], ["class_", "none", "async_"]),
        (["type", "id", "date", "print", "match"], ["type", "id", "date", "print", "match"]),
        (["list", "str", "dict"], ["list_", "str_", "dict_"]),
        (
            ["copy", "json", "schema", "model_config", "to_wire"],
            ["copy_", "json_", "schema_", "model_config_", "to_wire_"],
        ),
        (["model_id", "modelName"], ["model_id", "model_name"]),
        (["self", "cls", "body"], ["self_", "cls_", "body"]),
        (["3d", "", "$ref", "@type"], ["field_3d", "field", "ref", "type"]),
        (["__class__", "_id"], ["class_", "id"]),
        (["id", "ID"], ["id", "id_2"]),
        (["id", "ID", "Id"], ["id", "id_2", "id_3"]),
        (["@id", "id"], ["id_2", "id"]),
        (["register", "mro", "update_forward_refs"], ["register_", "mro_", "update_forward_refs_"]),
        (["größe", "groesse", "Größe"], ["größe", "groesse", "größe_2"]),
        (["编号", "金额"], ["编号", "金额"]),
        (["+1", "-1"], ["plus_1", "minus_1"]),
        (["🔥", "💧"], ["fire", "droplet"]),
        (["copy", "\u0441opy", "\u0441\u043e\u0440\u0443"], ["copy_", "copy_3", "\u0441\u043e\u0440\u0443_2"]),
        (["hidden-61", "docstring-0-of-the-document"], ["hidden_61", "docstring_0_of_the_document"]),
        (["é" * 300], ["é" * 100]),
    ],
)
def test_an_attribute_is_the_wire_name_in_snake_case(tmp_path: Path, wires: list[str], words: list[str]) -> None:
    assert attributes(tmp_path, wires) == dict(zip(wires, words, strict=True))


def test_attributes_that_collide_get_numbers_in_the_order_of_their_wire_names(tmp_path: Path) -> None:
    assert attributes(tmp_path, ["a.b", "a b"]) == {"a b": "a_b_1", "a.b": "a_b_2"}
    assert attributes(tmp_path, ["a/b", "a b", "a.b", "a_b_2"]) == {
        "a_b_2": "a_b_2",
        "a b": "a_b_1",
        "a.b": "a_b_3",
        "a/b": "a_b_4",
    }


def test_names_are_transliterated_where_ascii_is_asked_for(tmp_path: Path) -> None:
    properties = "{größe: {}, groesse: {}, grosse: {}, 编号: {}, 变号: {}}"
    text = f"""
paths:
  /a: {{get: {{tags: [订单], operationId: 查询订单, parameters: [{{name: 页码, in: query, schema: {{}}}}]}}}}
  /b: {{get: {{tags: [定单], operationId: ü}}}}
components: {{schemas: {{订单: {{properties: {properties}}}, 状态: {{enum: [已付款, já pago]}}}}}}
"""
    names = named_api_of(tmp_path, text, ascii_only=True)[1]
    assert sorted(names.classes.values()) == ["DingDan", "ZhuangTai"]
    assert list(names.attributes.values()) == ["grosse_2", "groesse", "grosse", "bian_hao_2", "bian_hao_1"]
    assert list(names.members.values()) == ["YI_FU_KUAN", "JA_PAGO"]
    assert list(names.arguments.values()) == ["ye_ma"]
    assert set(names.resources.values()) == {("ding_dan_1",), ("ding_dan_2",)}
    assert set(names.methods.values()) == {"cha_xun_ding_dan", "u"}


def test_resources_of_other_scripts_are_distinct_and_their_modules_ascii(tmp_path: Path) -> None:
    api, names = named_api_of(
        tmp_path, "paths: {/a: {get: {tags: [订单]}}, /b: {get: {tags: [定单]}}, /c: {get: {tags: [💧]}}}"
    )
    assert [names.resources[each.pointer] for each in api.operations] == [("订单",), ("定单",), ("droplet",)]
    assert names.modules == {("订单",): "ding_dan_2", ("定单",): "ding_dan_1", ("droplet",): "droplet"}
    assert sorted(names.resource_classes.values()) == ["Droplet", "定单Resource", "订单Resource"]


@pytest.mark.parametrize(
    ("schemas", "words"),
    [
        ("SKUMapping: {properties: {a: {}}}", {"SKUMapping": "SKUMapping"}),
        ("order_line: {properties: {a: {}}}", {"order_line": "OrderLine"}),
        ("Api.Order.Line: {properties: {a: {}}}", {"Api.Order.Line": "ApiOrderLine"}),
        ("2fa: {properties: {a: {}}}", {"2fa": "Schema2fa"}),
        ("List: {properties: {a: {}}}\nException: {enum: [a]}", {"List": "ListModel", "Exception": "ExceptionModel"}),
        ("Order: {properties: {a: {}}}\norder: {enum: [a]}", {"Order": "Order", "order": "OrderModel"}),
        (
            "a b: {enum: [a]}\na.b: {enum: [b]}\na-b: {enum: [c]}",
            {"a b": "AB_1", "a-b": "AB_2", "a.b": "AB_3"},
        ),
        ("订单: {enum: [a]}\nGröße: {enum: [b]}", {"订单": "订单Schema", "Größe": "Größe"}),
        ("Data: {properties: {a: {enum: [x]}}}", {"Data": "Data", "Data/properties/a": "DataA"}),
        (
            "Reply: {properties: {errors: {type: array, items: {properties: {error: {enum: [x]}}}}}}",
            {
                "Reply": "Reply",
                "Reply/properties/errors/items": "ReplyError",
                "Reply/properties/errors/items/properties/error": "ReplyErrorError",
            },
        ),
        (
            "order: {properties: {a: {}}}\norders: {type: array, items: {properties: {a: {}}}}",
            {"order": "Order", "orders": "Orders", "orders/items": "OrderModel"},
        ),
    ],
)  # fmt: skip
def test_a_class_is_named_after_its_schema(tmp_path: Path, schemas: str, words: dict[str, str]) -> None:
    assert classes(tmp_path, schemas) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (["open", "inProgress"], ["OPEN", "IN_PROGRESS"]),
        (["", "+1", "-1", "1"], ["EMPTY", "PLUS_1", "MINUS_1", "VALUE_1"]),
        (["name", "value", "mro", "class", "None"], ["NAME", "VALUE", "MRO", "CLASS", "NONE"]),
        (["US", "us"], ["US", "US_2"]),
        (["created", "-created"], ["CREATED", "MINUS_CREATED"]),
        ([">", ">=", "=", "!="], ["GREATER_THAN", "GREATER_THAN_OR_EQUAL", "EQUAL", "NOT_EQUAL"]),
        (["👍", "👎"], ["THUMBS_UP", "THUMBS_DOWN"]),
        (["A", "A+", "A-"], ["A", "A_PLUS", "A_MINUS"]),
        ([" ", "1.0", "a-b", "a_b", "True"], ["SPACE", "VALUE_1_0", "A_B_2", "A_B", "TRUE"]),
        (["straße", "strasse"], ["STRASSE_2", "STRASSE"]),
        (["já pago", "оплачено", "已付款"], ["JÁ_PAGO", "ОПЛАЧЕНО", "已付款"]),
    ],
)
def test_an_enum_member_is_its_value_in_capitals(tmp_path: Path, values: list[str], words: list[str]) -> None:
    found = names_of(tmp_path, components(f"E: {{type: string, enum: {values!r}}}")).members
    assert [found[f"{COMPONENTS}E", value] for value in values] == words


def test_enum_members_of_numbers_include_the_sign(tmp_path: Path) -> None:
    found = names_of(tmp_path, components("E: {type: integer, enum: [-2, -1, 0, 2]}")).members
    assert list(found.values()) == ["MINUS_2", "MINUS_1", "VALUE_0", "VALUE_2"]


@pytest.mark.parametrize(
    ("paths", "called"),
    [
        ("  /orders/{id}: {get: {operationId: getOrder, tags: [Orders]}}", {"GET /orders/{id}": "orders.get_order"}),
        ("  /orders/{id}: {get: {}}", {"GET /orders/{id}": "orders.get_orders_by_id"}),
        (
            "  /a/{b}/c: {get: {}}\n  /a/c: {get: {}}",
            {"GET /a/{b}/c": "a.get_a_by_b_c", "GET /a/c": "a.get_a_c"},
        ),
        ("  /api/v1/orders: {get: {}}", {"GET /api/v1/orders": "orders.get_orders"}),
        ("  /: {get: {}}", {"GET /": "root.get"}),
        ("  /a: {get: {operationId: class}}", {"GET /a": "a.class_"}),
        ("  /a: {get: {x-resource: stock.items, x-method: list}}", {"GET /a": "stock.items.list"}),
        ("  /a: {get: {operationId: x, tags: [Send]}}", {"GET /a": "send_.x"}),
        ("  /a: {get: {operationId: x, tags: [Property]}}", {"GET /a": "property_.x"}),
        ("  /a: {get: {operationId: models}}", {"GET /a": "a.models_get"}),
        ("  /a: {get: {operationId: flatBody}}", {"GET /a": "a.flat_body_get"}),
        (
            "  /a: {get: {operationId: x}, put: {operationId: x}}",
            {"GET /a": "a.x_get", "PUT /a": "a.x_put"},
        ),
        (
            "  /v1/a: {get: {}}\n  /v2/a: {get: {}}\n",
            {"GET /v1/a": "a.get_v1_a", "GET /v2/a": "a.get_v2_a"},
        ),
        (
            "  /a: {get: {x-resource: stock, x-method: items}}\n  /b: {get: {x-resource: stock.items, x-method: list}}",
            {"GET /a": "stock.items_get", "GET /b": "stock.items.list"},
        ),
    ],
)
def test_a_method_is_found_under_its_resource(tmp_path: Path, paths: str, called: dict[str, str]) -> None:
    assert operations(tmp_path, paths) == called


def test_an_argument_name_goes_to_the_first_of_path_query_header_cookie_and_body(tmp_path: Path) -> None:
    where = ", ".join(f"{{name: id, in: {place}, schema: {{}}}}" for place in ("cookie", "header", "query", "path"))
    properties = "{id: {}, self: {}, body: {}, class: {}, seen: {readOnly: true}}"
    body = f"{{content: {{application/json: {{schema: {{properties: {properties}}}}}}}}}"
    found = names_of(
        tmp_path, f"paths: {{'/a/{{id}}': {{put: {{parameters: [{where}], requestBody: {body}}}}}}}"
    ).arguments
    assert {key[1:]: word for key, word in found.items()} == {
        ("path", "id"): "id",
        ("query", "id"): "id_query",
        ("header", "id"): "id_header",
        ("cookie", "id"): "id_cookie",
        ("body", "id"): "id_field",
        ("body", "self"): "self_field",
        ("body", "body"): "body_field",
        ("body", "class"): "class_",
    }


def test_constructor_arguments_are_credentials_and_server_variables(tmp_path: Path) -> None:
    text = """
    servers:
      - {url: 'https://{tenant}.{key}.{timeout}', variables: {tenant: {}, key: {}, timeout: {}}}
    components:
      securitySchemes:
        key: {type: http, scheme: basic}
        auth: {type: http, scheme: basic}
        Api-Key: {type: http, scheme: basic}
    """
    found = names_of(tmp_path, text)
    assert found.credentials == {"key": "key_secret", "auth": "auth_secret", "Api-Key": "api_key"}
    assert found.variables == {"tenant": "tenant", "key": "server_key", "timeout": "server_timeout"}
