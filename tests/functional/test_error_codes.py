"""The documented table becomes an enum, errors carry its members, and a table that contradicts itself is refused."""

import pickle
from pathlib import Path
from typing import Any

import httpx
import pytest

from channelsmith.config import config_for_document
from channelsmith.diagnostics import UnusableInput
from channelsmith.pipeline import generate_package
from support.packages import Package, built

DOCUMENT = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    x-error-codes: {table: codes.csv, codes: /errors/*/code, messages: /errors/*/message, retryable: [209]}
    paths:
      /orders:
        get:
          operationId: listOrders
          tags: [orders]
          x-codes: {"404": [174, 9999]}
          responses:
            "200": {description: ok, content: {application/json: {schema: {type: object}}}}
            "404":
              description: There is none.
              content: {application/json: {schema: {$ref: "#/components/schemas/Failure"}}}
    components:
      schemas:
        Failure:
          type: object
          properties:
            errors:
              type: array
              items: {type: object, properties: {code: {type: integer}, message: {type: string}}}
"""
TABLE = """code,name,message
174,ORDER_NOT_FOUND,"The order, sadly, is not there"
209,API_RATE_LIMIT_EXCEEDED,Slow down
154,INVALID_KEY,
174,ORDER_NOT_FOUND,"The order, sadly, is not there"
"""


def shop(folder: Path, table: str = TABLE) -> Any:
    (folder / "codes.csv").write_text(table, "utf-8")
    return built(DOCUMENT, folder)


def raised(package: Package, response: httpx.Response) -> Any:
    with pytest.raises(package.module.ApiError) as caught:
        package.client(response, max_retries=0).orders.list_orders()
    return caught.value


def test_every_row_is_a_member_once(tmp_path: Path) -> None:
    with shop(tmp_path) as package:
        codes = package.module.ErrorCode
        assert [(each.name, each.value, each.message, each.retryable) for each in codes] == [
            ("ORDER_NOT_FOUND", 174, "The order, sadly, is not there", False),
            ("API_RATE_LIMIT_EXCEEDED", 209, "Slow down", True),
            ("INVALID_KEY", 154, "", False),
        ]


def test_a_code_that_nobody_documented_is_taken_and_says_so(tmp_path: Path) -> None:
    with shop(tmp_path) as package:
        code = package.module.ErrorCode(9999)
        assert (code, int(code), code.is_known, code.message, code.retryable) == (9999, 9999, False, "", False)
        assert str(code) == "9999 (undocumented)"
        assert pickle.loads(pickle.dumps(code)) == code  # noqa: S301 -- our own bytes


def test_an_error_carries_all_codes_of_its_body(tmp_path: Path) -> None:
    body = {"errors": [{"code": 174, "message": "gone"}, {"code": 9999, "message": "new"}]}
    with shop(tmp_path) as package:
        codes = package.module.ErrorCode
        error = raised(package, httpx.Response(404, json=body))
        assert error.codes == (codes.ORDER_NOT_FOUND, codes(9999))
        assert codes.ORDER_NOT_FOUND in error.codes
        assert 174 in error.codes
        assert "gone" in str(error)


def test_a_success_status_with_codes_in_its_body_is_a_failure(tmp_path: Path) -> None:
    with shop(tmp_path) as package:
        error = raised(package, httpx.Response(200, json={"errors": [{"code": 209, "message": "slow"}]}))
        assert (type(error).__name__, error.codes) == ("EnvelopeError", (package.module.ErrorCode(209),))
        fine = package.client(httpx.Response(200, json={"errors": [], "a": 1}))
        assert fine.orders.list_orders() == {"errors": [], "a": 1}


def test_likely_codes_are_named_in_the_docstring(tmp_path: Path) -> None:
    with shop(tmp_path) as package:
        said = package.load("resources.orders").Orders.list_orders.__doc__
        assert "NotFoundError: 404: There is none. Likely: ORDER_NOT_FOUND (174), code (9999)." in " ".join(
            said.split()
        )


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        (TABLE + "174,ORDER_NOT_FOUND,Another text\n", 6, "code 174 differs from line 2"),
        (TABLE + "175,ORDER_NOT_FOUND,x\n", 6, "ORDER_NOT_FOUND is also the name of code 174"),
        (TABLE + "x,ORDER,x\n", 6, "the code 'x' is not an integer"),
        (TABLE + "1,order; import os,x\n", 6, "the name 'order; import os' is not in the form ORDER_NOT_FOUND"),
        (TABLE + "1,ORDER\n", 6, "2 cells instead of 3"),
        ("id,name,message\n", 1, "the first row is not code,name,message"),
    ],
)
def test_a_table_that_is_not_usable_is_refused_by_line(tmp_path: Path, table: str, line: int, message: str) -> None:
    (tmp_path / "codes.csv").write_text(table, "utf-8")
    (tmp_path / "shop.yaml").write_text("\n".join(each[4:] for each in DOCUMENT.splitlines()))
    with pytest.raises(UnusableInput) as caught:
        generate_package(config_for_document(tmp_path / "shop.yaml", tmp_path / "out", "shop"))
    (problem,) = caught.value.diagnostics
    assert (problem.message, str(problem.location)) == (message, f"{tmp_path / 'codes.csv'}:{line}:1")


@pytest.mark.parametrize("table", ["missing.csv", "sub/missing.csv"])
def test_a_missing_table_is_reported_where_it_is_named(tmp_path: Path, table: str) -> None:
    text = "\n".join(each[4:] for each in DOCUMENT.splitlines()).replace("codes.csv", table)
    (tmp_path / "shop.yaml").write_text(text)
    with pytest.raises(UnusableInput, match="there is no file"):
        generate_package(config_for_document(tmp_path / "shop.yaml", tmp_path / "out", "shop"))


def test_a_table_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "codes.csv").write_text(TABLE, "utf-8")
    (inside / "codes.csv").symlink_to(tmp_path / "codes.csv")
    (inside / "shop.yaml").write_text("\n".join(each[4:] for each in DOCUMENT.splitlines()))
    with pytest.raises(UnusableInput, match="outside the document's folder"):
        generate_package(config_for_document(inside / "shop.yaml", tmp_path / "out", "shop"))
