"""Parameters are read by their style and checked by their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.sandboxes import start_text

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """
openapi: VERSION
info: {title: Things, version: "1"}
paths:
  /things/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, maxLength: 4}}
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 10}}
        - {name: deep, in: query, schema: {type: boolean}}
        - {name: tags, in: query, schema: {type: array, items: {type: integer}, maxItems: 2}}
        - {name: flat, in: query, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: bars, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {enum: [a, b]}}}
        - name: filter
          in: query
          style: deepObject
          schema: {type: object, required: [from], properties: {from: {type: integer}}}
        - {name: json, in: query, content: {application/json: {schema: {type: object}}}}
        - {name: X-Mode, in: header, schema: {enum: [fast]}}
        - {name: seen, in: cookie, schema: {type: integer}}
      responses: {"200": {description: Fine}}
  /forms:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [count]
              properties: {count: {type: integer}, tags: {type: array, items: {type: boolean}}}
          image/*: {}
      responses: {"200": {description: Fine}}
  /things/all:
    get: {responses: {"204": {description: Literal}}}
"""
TIMES = """
openapi: VERSION
info: {title: Times, version: "1"}
paths:
  /times:
    get:
      parameters:
        - name: at
          in: query
          schema: {type: object, properties: {at: {type: string, format: time}, number: {format: int64}}}
      responses: {"200": {description: Fine}}
"""


def complaints(detail: str) -> list[str]:
    return [one.partition(":")[0] for one in detail.removeprefix("The request is invalid: ").split("; ")]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("/things/ab%2Fc", {}),
        ("/things/a?limit=10&deep=true", {}),
        ("/things/a?tags=1&tags=2&flat=1,2,3&bars=a%7Cb", {}),
        ("/things/a?filter%5Bfrom%5D=3&json=%7B%7D", {}),
        ("/things/a", {"x-mode": "fast", "cookie": "seen=3"}),
        ("/things/a?unknown=1", {}),
    ],
)
def test_arguments_that_fit_are_let_through(tmp_path: Path, version: str, url: str, headers: dict[str, str]) -> None:
    sandbox = start_text(DOCUMENT.replace("VERSION", version), tmp_path)
    assert sandbox.get(url, headers=headers).status_code == 200


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("url", "headers", "fields"),
    [
        ("/things/abcde", {}, ["id"]),
        ("/things/a?limit=11", {}, ["limit"]),
        ("/things/a?limit=many", {}, ["limit"]),
        ("/things/a?deep=yes", {}, ["deep"]),
        ("/things/a?tags=1&tags=2&tags=3", {}, ["tags"]),
        ("/things/a?flat=1,x", {}, ["flat.1"]),
        ("/things/a?bars=a%7Cc", {}, ["bars.1"]),
        ("/things/a?filter%5Bto%5D=3", {}, ["filter.from"]),
        ("/things/a?json=%5B%5D", {}, ["json"]),
        ("/things/a?limit=x&deep=x", {"X-Mode": "slow", "cookie": "seen=x"}, ["limit", "deep", "X-Mode", "seen"]),
    ],
)
def test_every_argument_that_does_not_fit_is_named(
    tmp_path: Path, version: str, url: str, headers: dict[str, str], fields: list[str]
) -> None:
    response = start_text(DOCUMENT.replace("VERSION", version), tmp_path).get(url, headers=headers)
    assert response.status_code == 400
    assert complaints(response.json()["detail"]) == fields


def test_a_literal_path_wins_over_a_template(tmp_path: Path) -> None:
    assert start_text(DOCUMENT.replace("VERSION", "3.1.0"), tmp_path).get("/things/all").status_code == 204


@pytest.mark.parametrize(
    ("body", "code"),
    [("count=3&tags=true&tags=false", 200), ("count=x", 400), ("tags=true", 400), ("count=3&tags=x", 400)],
)
def test_a_form_is_checked_like_an_object(tmp_path: Path, body: str, code: int) -> None:
    sandbox = start_text(DOCUMENT.replace("VERSION", "3.1.0"), tmp_path)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert sandbox.post("/forms", content=body, headers=headers).status_code == code


def test_a_body_under_a_media_range_is_taken_as_it_is(tmp_path: Path) -> None:
    sandbox = start_text(DOCUMENT.replace("VERSION", "3.1.0"), tmp_path)
    assert sandbox.post("/forms", content=b"\x89PNG", headers={"content-type": "image/png"}).status_code == 200


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("text", "status"), [("12:00:00", 200), ("12:00:00Z", 200), ("12:00:00.5%2B01:00", 200), ("noon", 400)]
)
def test_a_time_may_have_an_offset(text: str, status: int, version: str, tmp_path: Path) -> None:
    sandbox = start_text(TIMES.replace("VERSION", version), tmp_path)
    assert sandbox.get(f"/times?at={text}").status_code == status


def test_operations_of_one_path_may_have_other_names_for_its_parameters(tmp_path: Path) -> None:
    document = """
openapi: 3.1.0
info: {title: Boards, version: "1"}
paths:
  /boards/{id_or_slug}:
    get:
      parameters: [{name: id_or_slug, in: path, required: true, schema: {type: string, maxLength: 4}}]
      responses: {"204": {description: Fine}}
  /boards/{pk}:
    delete:
      parameters: [{name: pk, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: Fine}}
"""
    sandbox = start_text(document, tmp_path)
    assert [sandbox.get("/boards/abcd").status_code, sandbox.send("DELETE", "/boards/7").status_code] == [204, 204]
    assert [sandbox.get("/boards/abcde").status_code, sandbox.send("DELETE", "/boards/abcd").status_code] == [400, 400]
