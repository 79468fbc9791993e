"""The server decodes what a generated client sends, in every style of OpenAPI."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from channelsmith.sandbox import create_app, read_api
from channelsmith.sandbox.request import DecodedRequest, RequestDecoder
from support.packages import built
from support.sandboxes import start_text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
TYPES = {
    "string": ("{type: string}", "a, b=c&d|e;f %2C+ü"),
    "integer": ("{type: integer}", 3),
    "boolean": ("{type: boolean}", True),
    "texts": ("{type: array, items: {type: string}}", ["blue", "b c", "d"]),
    "integers": ("{type: array, items: {type: integer}}", [3, 4, 5]),
    "union": ('{anyOf: [{type: array, items: {type: integer}}, {type: "null"}]}', [3, 4]),
    "object": ("{type: object, properties: {R: {type: integer}, G: {type: string}}}", {"R": 100, "G": "x y"}),
    "map": ("{type: object, additionalProperties: {type: integer}}", {"R": 100, "B": 150}),
}
CELLS = [
    (location, style, explode, name)
    for location, styles in STYLES.items()
    for style in styles
    for explode in (None, False, True)
    for name in TYPES
]
HEADER_TEXT = "a, b=c&d|e;f %2C+"


def value_of(location: str, style: str, name: str) -> Any:
    """A value that the style can carry."""
    if location == "header" and name == "string":
        return HEADER_TEXT  # headers are ASCII
    value = TYPES[name][1]
    if style == "spaceDelimited" and name in {"texts", "object"}:
        return {"texts": ["blue", "d"], "object": {"R": 100, "G": "x"}}[name]  # elements without the delimiter
    return value


def document(cells: list[tuple[str, str, bool | None, str]]) -> str:
    lines = ["openapi: 3.1.0", 'info: {title: Styles, version: "1"}', "paths:"]
    for number, (location, style, explode, name) in enumerate(cells):
        path = f"/p{number}/{{value}}" if location == "path" else f"/p{number}"
        exploded = "" if explode is None else f", explode: {str(explode).lower()}"
        wire = "X-Value" if location == "header" else "value"
        lines += [
            f"  {path}:",
            "    get:",
            f"      operationId: op{number}",
            "      tags: [cells]",
            "      parameters:",
            (
                f"        - {{name: {wire}, in: {location}, required: true, style: {style}{exploded},"
                f" schema: {TYPES[name][0]}}}"
            ),
            "        - {name: other, in: query, schema: {type: string}}",
            '      responses: {"204": {description: done}}',
        ]
    return "\n".join(lines)


class Served:
    """A generated client, the server of its document, and what that decodes."""

    def __init__(self, client: Any, decoded: list[DecodedRequest]) -> None:
        self.client = client
        self.decoded = decoded

    def call(self, *methods: Callable[[Any], Any]) -> list[DecodedRequest]:
        """The decoded requests of calls."""
        self.decoded.clear()
        asyncio.run(self._call(methods))
        return list(self.decoded)

    async def _call(self, methods: tuple[Callable[[Any], Any], ...]) -> None:
        async with self.client() as client:
            for method in methods:
                await method(client)


@contextmanager
def served(text: str | Path, folder: Path) -> Generator[Served]:
    decoded: list[DecodedRequest] = []
    original = RequestDecoder.decode

    def decode(self: RequestDecoder, *arguments: Any) -> DecodedRequest:
        decoded.append(original(self, *arguments))
        return decoded[-1]

    with built(text, folder) as package, pytest.MonkeyPatch.context() as patch:
        patch.setattr(RequestDecoder, "decode", decode)
        spec = text if isinstance(text, Path) else folder / f"{package.name}.yaml"
        app = create_app(read_api(spec))
        client = next(name for name in package.load("client").__all__ if name.startswith("Async"))

        def make() -> Any:
            http = httpx.AsyncClient(transport=httpx.ASGITransport(app))
            return getattr(package.load("client"), client)(http_client=http, base_url="http://sandbox")

        yield Served(make, decoded)


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(document(CELLS), tmp_path_factory.mktemp("styles")) as server:
        yield server


STYLED = sorted({cell[:3] for cell in CELLS}, key=str)


@pytest.mark.parametrize(("location", "style", "explode"), STYLED, ids=["-".join(map(str, cell)) for cell in STYLED])
def test_every_cell_of_the_style_table_is_decoded(
    styles: Served, location: str, style: str, explode: bool | None
) -> None:
    numbers = {name: CELLS.index((location, style, explode, name)) for name in TYPES}
    sent = {name: value_of(location, style, name) for name in TYPES}
    argument = "x_value" if location == "header" else "value"

    def method(name: str) -> Callable[[Any], Any]:
        return lambda client: getattr(client.cells, f"op{numbers[name]}")(other="1", **{argument: sent[name]})

    received = styles.call(*map(method, TYPES))
    wire = "X-Value" if location == "header" else "value"
    assert [request.violations for request in received] == [()] * len(TYPES)
    decoded = {name: request.arguments.values[location, wire] for name, request in zip(TYPES, received, strict=True)}
    assert decoded == sent


OTHERS = """
openapi: 3.1.0
info: {title: Others, version: "1"}
paths:
  /q:
    get:
      operationId: q
      tags: [t]
      parameters:
        - {name: n, in: query, schema: {anyOf: [{type: integer}, {type: "null"}]}}
        - {name: b, in: query, schema: {anyOf: [{type: boolean}, {type: "null"}]}}
        - {name: d, in: query, schema: {anyOf: [{type: string, format: date}, {type: "null"}]}}
        - {name: arr, in: query, schema: {anyOf: [{type: array, items: {type: integer}}, {type: "null"}]}}
        - {name: arr2, in: query, schema: {type: [array, "null"], items: {type: integer}}}
        - {name: e, in: query, schema: {anyOf: [{$ref: '#/components/schemas/E'}, {type: "null"}]}}
        - {name: u, in: query, schema: {oneOf: [{type: integer}, {type: string, enum: [all]}]}}
        - {name: id, in: query, schema: {anyOf: [{type: integer}, {type: string, format: uuid}]}}
        - {name: X-N, in: header, schema: {anyOf: [{type: integer}, {type: "null"}]}}
        - {name: allof, in: query, schema: {allOf: [{$ref: '#/components/schemas/Pos'}], default: 1}}
        - {name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}
        - {name: json, in: query, content: {application/json: {schema: {type: object}}}}
        - {name: url, in: query, allowReserved: true, schema: {type: string}}
        - {name: free, in: query, schema: {type: object, additionalProperties: {type: integer}}}
        - {name: empty, in: query, allowEmptyValue: true, schema: {type: integer}}
      responses: {"204": {description: ok}}
  /form:
    post:
      operationId: form
      tags: [t]
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: '#/components/schemas/Form'}
            encoding:
              csv: {style: form, explode: false}
              deep: {style: deepObject, explode: true}
              json: {contentType: application/json}
      responses: {"204": {description: ok}}
  /up:
    post:
      operationId: up
      tags: [t]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                files: {type: array, items: {type: string, format: binary}}
                fastapi: {type: string, contentMediaType: application/octet-stream}
                name: {type: string}
                n: {type: integer}
                b: {type: boolean}
                tags: {type: array, items: {type: string}}
                numbers: {type: array, items: {type: integer}}
                meta: {type: object, properties: {when: {type: string, format: date-time}, k: {type: string}}}
                metas: {type: array, items: {$ref: '#/components/schemas/Meta'}}
                xml: {type: string}
                'attachment[main]': {type: string, format: binary}
                nul: {type: [string, "null"]}
            encoding:
              xml: {contentType: application/xml}
              file: {contentType: 'image/png, image/jpeg'}
      responses: {"204": {description: ok}}
components:
  schemas:
    E: {type: integer, enum: [1, 2]}
    Pos: {type: integer, minimum: 1}
    Meta: {type: object, required: [id], properties: {id: {type: integer}}}
    Filter:
      type: object
      properties:
        least: {type: integer}
        ids: {type: array, items: {type: integer}}
        inner: {type: object, properties: {at: {type: boolean}, who: {$ref: '#/components/schemas/Filter'}}}
    Form:
      type: object
      required: [count]
      properties:
        count: {type: integer}
        word: {type: string}
        tags: {type: array, items: {type: boolean}}
        csv: {type: array, items: {type: integer}}
        meta: {$ref: '#/components/schemas/Meta'}
        metas: {type: array, items: {$ref: '#/components/schemas/Meta'}}
        deep: {type: object, properties: {a: {type: integer}, b: {type: array, items: {type: integer}}}}
        json: {type: array, items: {type: integer}}
"""


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(OTHERS, tmp_path_factory.mktemp("others")) as server:
        yield server


@pytest.mark.parametrize(
    "arguments",
    [
        {"n": 3, "b": False, "d": "2026-01-31"},
        {"n": None, "b": None, "d": None},
        {"arr": [1, 2], "arr2": [3]},
        {"arr": None, "arr2": None},
        {"e": 2, "u": 7},
        {"u": "all", "allof": 4},
        {"id": 12},
        {"id": "00000000-0000-4000-8000-000000000000"},
        {"filter": {"least": 1, "ids": [4, 5], "inner": {"at": True, "who": {"ids": [7]}}}},
        {"json": {"a": [1, {"b": None}]}},
        {"url": "https://shop.example/a?b=c,d;e"},
        {"free": {"x": 1, "y": 2}, "n": 3},
    ],
    ids=str,
)
def test_unions_and_nested_values_in_a_query_are_decoded(others: Served, arguments: dict[str, Any]) -> None:
    (received,) = others.call(lambda client: client.t.q(**arguments))
    assert received.violations == ()
    given = {name: value for name, value in arguments.items() if value is not None}  # None is left out
    assert {name: value for (_, name), value in received.arguments.values.items()} == given


@pytest.mark.parametrize(("number", "values"), [(5, {("header", "X-N"): 5}), (None, {})])
def test_a_header_may_be_null(others: Served, number: int | None, values: dict[tuple[str, str], int]) -> None:
    (received,) = others.call(lambda client: client.t.q(x_n=number))
    assert (received.violations, dict(received.arguments.values)) == ((), values)


def test_an_empty_text_is_null_where_that_is_declared(tmp_path: Path) -> None:
    served = start_text(OTHERS, tmp_path)
    assert [served.get(f"/q?{query}").status_code for query in ("n=&d=&arr=", "n=x")] == [204, 400]


def test_a_parameter_that_may_be_empty_is_not_checked_then(tmp_path: Path) -> None:
    sandbox = start_text(OTHERS, tmp_path)
    codes = [sandbox.get(f"/q?{query}").status_code for query in ("empty=", "empty=x", "empty=1")]
    assert codes == [204, 400, 204]


@pytest.mark.parametrize("query", ["arr=1,2", "filter%5Bids%5D%5B%5D=1&filter%5Bids%5D%5B%5D=2", "filter[ids][0]=1"])
def test_other_spellings_of_nested_lists_are_decoded(tmp_path: Path, query: str) -> None:
    expected = 400 if query.startswith("arr") else 204
    assert start_text(OTHERS, tmp_path).get(f"/q?{query}").status_code == expected


def test_a_form_is_decoded_by_its_encoding(others: Served) -> None:
    body = {
        "count": 3,
        "word": "a+b &c=d",
        "tags": [True, False],
        "csv": [1, 2, 3],
        "meta": {"id": 1},
        "metas": [{"id": 1}, {"id": 2}],
        "deep": {"a": 1, "b": [2, 3]},
        "json": [4, 5],
    }
    (received,) = others.call(lambda client: client.t.form(body=body))
    assert (received.violations, received.body) == ((), body)


def test_a_multipart_body_is_decoded(others: Served) -> None:
    fields = {
        "name": "naïve",
        "n": 3,
        "b": True,
        "tags": ["a", "b"],
        "numbers": [1, 2],
        "meta": {"when": "2026-01-31T12:00:00Z", "k": "v"},
        "metas": [{"id": 1}, {"id": 2}],
        "xml": "<a/>",
    }
    files = {"file": b"\x89PNG\r\n\n", "files": [b"one", ("two.txt", b"two\r\n")], "fastapi": b"raw"}
    (received,) = others.call(lambda client: client.t.up(body={**fields, **files, "attachment[main]": b"main"}))
    decoded = {"file": "iVBORw0KCg==", "files": ["one", "two\r\n"], "fastapi": "raw", "attachment[main]": "main"}
    assert (received.violations, received.body) == ((), {**fields, **decoded})


@pytest.mark.parametrize(
    ("fields", "complaint"), [({"n": "x"}, 'n: "x" is not of type "integer"'), ({}, "file: is required")]
)
def test_a_multipart_body_is_validated(tmp_path: Path, fields: dict[str, str], complaint: str) -> None:
    files = {"file": b"png"} if fields else {"fastapi": b"raw"}
    response = start_text(OTHERS, tmp_path).post("/up", data=fields, files=files)
    assert (response.status_code, response.json()["detail"]) == (400, f"The request is invalid: {complaint}")
