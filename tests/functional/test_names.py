"""Names of every script, and names that Python, pydantic or the client use already."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from channelsmith.config import config_for_document, load_configs
from channelsmith.pipeline import generate_package
from support.packages import Package, built

UNICODE = """
openapi: 3.1.0
info: {title: Unicode, version: "1"}
tags: [{name: 订单}, {name: 定单}, {name: "🔥"}]
paths:
  /orders/{编号}:
    put:
      operationId: 修改订单
      tags: [订单]
      parameters:
        - {name: 编号, in: path, required: true, schema: {type: string}}
        - {name: 页码, in: query, schema: {type: integer}}
        - {name: größe, in: query, schema: {type: string}}
        - {name: groesse, in: query, schema: {type: string}}
        - {name: "🔥", in: query, schema: {type: string}}
        - {name: "+1", in: query, schema: {type: integer}}
        - {name: "-1", in: query, schema: {type: integer}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/订单"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/订单"}}}}}
  /other: {get: {operationId: 查询, tags: [定单], responses: {"204": {description: ok}}}}
  /fire: {get: {operationId: light, tags: ["🔥"], responses: {"204": {description: ok}}}}
components:
  schemas:
    订单:
      type: object
      required: [编号]
      properties:
        编号: {type: string}
        商品: {$ref: "#/components/schemas/商品"}
        状态: {type: string, enum: [已付款, 未付款, já pago, оплачено]}
        Größe: {type: string}
        größe: {type: string}
        groesse: {type: string}
        naïve café: {type: string}
    商品: {type: object, properties: {名称: {type: string}, 商品: {$ref: "#/components/schemas/商品"}}}
"""
ORDER = {
    "编号": "7",
    "商品": {"名称": "x", "商品": {"名称": "y"}},
    "状态": "оплачено",
    "Größe": "L",
    "größe": "M",
    "groesse": "S",
    "naïve café": "z",
}


def run(package: Package, flavour: str, answer: httpx.Response, act: Any, **options: Any) -> Any:
    """What a call of either client returns."""
    package.requests.clear()
    if flavour == "sync":
        return act(package.client(answer, **options))

    async def later() -> Any:
        return await act(package.async_client(answer, **options))

    return asyncio.run(later())


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_names_of_other_scripts_are_those_of_the_document(tmp_path: Path, flavour: str) -> None:
    with built(UNICODE, tmp_path) as package:
        models = package.models
        body = models.订单Schema(编号="7", 商品=models.商品Schema(名称="x"), größe="M", groesse="S", größe_2="L")
        answer = httpx.Response(200, json=ORDER)
        order = run(
            package,
            flavour,
            answer,
            lambda client: client.订单.修改订单(
                "a b", 页码=2, größe="M", groesse="S", fire="hot", plus_1=1, minus_1=-1, body=body
            ),
            strict=True,
        )
        assert package.sent.url.params.multi_items() == [
            ("页码", "2"),
            ("größe", "M"),
            ("groesse", "S"),
            ("🔥", "hot"),
            ("+1", "1"),
            ("-1", "-1"),
        ]
        assert package.sent.url.path == "/orders/a b"
        assert httpx.Response(200, content=package.sent.content).json() == {
            "编号": "7",
            "商品": {"名称": "x"},
            "größe": "M",
            "groesse": "S",
            "Größe": "L",
        }
        assert (order.商品.商品.名称, order.größe_2, order.naïve_café) == ("y", "L", "z")
        assert order.状态 is models.订单状态Schema.ОПЛАЧЕНО
        assert models.订单状态Schema.JÁ_PAGO == "já pago"
        assert order.to_wire() == ORDER
        run(package, flavour, httpx.Response(204), lambda client: client.定单.查询())
        assert package.sent.url.path == "/other"
        run(package, flavour, httpx.Response(204), lambda client: client.fire.light())
        assert package.sent.url.path == "/fire"
        modules = sorted(path.stem for path in (package.folder / "src" / package.name / "endpoints").glob("[!_]*.py"))
        assert modules == ["ding_dan_1", "ding_dan_2", "fire"]


def test_names_are_ascii_where_the_configuration_or_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.yaml").write_text(UNICODE, "utf-8")
    for key in ("ascii-names", "ascii_names"):
        table = f"[tool.channelsmith.apis.shop]\nspec = 'shop.yaml'\noutput = 'out'\n{key} = true\n"
        (tmp_path / "pyproject.toml").write_text(table, "utf-8")
        assert load_configs()[0].ascii_names
    for arguments in (["shop"], ["--spec", "shop.yaml", "--output", "direct", "--ascii-names"]):
        subprocess.run([sys.executable, "-m", "channelsmith", "generate", *arguments], check=True)
    endpoint = (tmp_path / "out/src/shop/endpoints/ding_dan_2.py").read_text("utf-8")
    assert "def xiu_gai_ding_dan(" in endpoint
    assert "grosse: str" in endpoint
    models = (tmp_path / "out/src/shop/models.py").read_text("utf-8")
    assert models.isascii()
    assert "class DingDan(Model)" in models
    assert (tmp_path / "direct/src/shop/models.py").read_text("utf-8") == models


RESERVED = """
openapi: 3.0.3
info: {title: Reserved, version: "1"}
paths:
  /r:
    get:
      operationId: r
      tags: [T]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/R"}}}}
components: {schemas: {R: {type: object, properties: {PROPERTIES}}}}
"""
WIRE_NAMES = [
    *("register", "mro", "name", "model_name", "model_id", "update_forward_refs", "parse_obj", "from_orm", "json"),
    *("dict", "copy", "construct", "schema", "validate", "fields", "model_fields", "model_dump", "to_wire", "class"),
    *("None", "self", "cls", "id", "ID", "Id", "__init__", "__class__", "_id", "3d", "property", "list", "int"),
    *("type", "object", "Any", "Model", "Field", "datetime", "date", "Decimal", "Literal", "annotations"),
]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_member_of_any_name_is_read_and_written_without_a_warning(tmp_path: Path, flavour: str) -> None:
    listed = ", ".join(f"{each!r}: {{type: string}}" for each in WIRE_NAMES)
    answer = {name: str(index) for index, name in enumerate(WIRE_NAMES)}
    with built(RESERVED.replace("{PROPERTIES}", f"{{{listed}}}"), tmp_path) as package:
        value = run(package, flavour, httpx.Response(200, json=answer), lambda client: client.t.r(), strict=True)
        assert value.to_wire() == answer
        assert (value.register_, value.mro_, value.json_, value.id, value.id_2) == ("0", "1", "8", "22", "23")
        assert not value.model_extra
        source = f"import {package.name}.models as models; models.R.model_validate({{}}).to_wire()"
        path = {**os.environ, "PYTHONPATH": str(package.folder / "src")}
        subprocess.run([sys.executable, "-W", "error", "-c", source], check=True, env=path)


ENUMS = """
openapi: 3.1.0
info: {title: Enums, version: "1"}
paths:
  /r:
    get:
      operationId: r
      tags: [T]
      parameters: [{name: level, in: query, schema: {$ref: "#/components/schemas/Level"}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Level"}}}}
components:
  schemas:
    Level: {type: integer, enum: [1, 2, 1, 30], SAID}
"""


@pytest.mark.parametrize(
    ("said", "members"),
    [
        ("x-enum-varnames: [Low, MediumHigh, Low, VERY_HIGH]", ["Low", "MediumHigh", "VERY_HIGH"]),
        ("x-enumNames: [low, mediumHigh, low, _30]", ["LOW", "MEDIUM_HIGH", "VALUE_30"]),
        ("x-enum-names: [None, name, None, mro]", ["NONE", "NAME", "MRO"]),
        ("x-enum-varnames: [niedrig, größe, niedrig, 高]", ["NIEDRIG", "GRÖSSE", "高"]),
        ("x-enum-varnames: [Low, Low, Low, High]", ["Low1", "Low2", "High"]),
    ],
)
def test_enum_members_have_the_names_that_the_document_gives_them(
    tmp_path: Path, said: str, members: list[str]
) -> None:
    with built(ENUMS.replace("SAID", said), tmp_path) as package:
        level = package.models.Level
        assert [member.name for member in level] == members
        assert [member.value for member in level] == [1, 2, 30]
        for flavour in ("sync", "async"):
            got = run(package, flavour, httpx.Response(200, json=2), lambda client: client.t.r(level=level(2)))
            assert got is level(2)
            assert str(package.sent.url) == "https://api.test/r?level=2"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("x-enum-varnames: [Low, High]", "x-enum-varnames has to be a list with a name for each of the 4 values"),
        ("x-enumNames: {1: Low}", "x-enumNames has to be a list with a name for each of the 4 values"),
        ("x-enumNames: [Low, not so low, Low, High]", "x-enumNames has 'not so low', which is not an identifier"),
        ("x-enumNames: [Low, '', Low, 7]", "x-enumNames has '', which is not an identifier"),
    ],
)
def test_names_that_do_not_fit_an_enum_are_ignored_with_a_warning(tmp_path: Path, said: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(ENUMS.replace("SAID", said), "utf-8")
    tree, problems = generate_package(config_for_document(tmp_path / "a.yaml", tmp_path / "out", "enums"))
    assert [each.message for each in problems] == [f"{message}; it is ignored"]
    assert "VALUE_30 = 30" in tree.files["src/enums/models.py"]


@pytest.mark.parametrize(
    "said",
    [
        "x-enum-descriptions: [the lowest, in between, the lowest, the highest]",
        "x-enumDescriptions: {1: the lowest, 2: in between, 30: the highest}",
    ],
)
def test_descriptions_of_values_document_the_members(tmp_path: Path, said: str) -> None:
    (tmp_path / "a.yaml").write_text(ENUMS.replace("SAID", said), "utf-8")
    tree, _ = generate_package(config_for_document(tmp_path / "a.yaml", tmp_path / "out", "enums"))
    assert 'VALUE_2 = 2\n    """in between"""' in tree.files["src/enums/models.py"]
    assert "in between" in tree.files["docs/models.md"]


def test_constants_that_are_numbers_are_named_by_their_titles(tmp_path: Path) -> None:
    constants = "{oneOf: [{const: 1, title: Not paid, description: Money is due.}, {const: 2, title: Paid}]}"
    with built(ENUMS.replace("{type: integer, enum: [1, 2, 1, 30], SAID}", constants), tmp_path) as package:
        assert [(each.name, each.value) for each in package.models.Level] == [("NOT_PAID", 1), ("PAID", 2)]
        assert "Money is due." in (package.folder / "docs/models.md").read_text("utf-8")
