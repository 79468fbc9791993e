"""Every cell of the OpenAPI style table: the runner, a generated client and the sandbox agree."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from channelsmith.conform.check_request import pairs_of, read_parameter, texts_of
from channelsmith.conform.document import Parameter
from channelsmith.conform.relay import RecordedRequest
from conform.workshop import Run

PRIMITIVE, ARRAY, OBJECT = "blue", ["blue", "black", "brown"], {"R": "100", "G": "200", "B": "150"}

# Location, style, explode, value, and the text of the parameter `color`, as in the tables of OpenAPI 3.1.
TABLE: list[tuple[str, str, bool, Any, str]] = [
    ("path", "simple", False, PRIMITIVE, "blue"),
    ("path", "simple", False, ARRAY, "blue,black,brown"),
    ("path", "simple", False, OBJECT, "R,100,G,200,B,150"),
    ("path", "simple", True, PRIMITIVE, "blue"),
    ("path", "simple", True, ARRAY, "blue,black,brown"),
    ("path", "simple", True, OBJECT, "R=100,G=200,B=150"),
    ("path", "label", False, PRIMITIVE, ".blue"),
    ("path", "label", False, ARRAY, ".blue,black,brown"),
    ("path", "label", False, OBJECT, ".R,100,G,200,B,150"),
    ("path", "label", True, PRIMITIVE, ".blue"),
    ("path", "label", True, ARRAY, ".blue.black.brown"),
    ("path", "label", True, OBJECT, ".R=100.G=200.B=150"),
    ("path", "matrix", False, PRIMITIVE, ";color=blue"),
    ("path", "matrix", False, ARRAY, ";color=blue,black,brown"),
    ("path", "matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
    ("path", "matrix", True, PRIMITIVE, ";color=blue"),
    ("path", "matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
    ("path", "matrix", True, OBJECT, ";R=100;G=200;B=150"),
    ("query", "form", False, PRIMITIVE, "color=blue"),
    ("query", "form", False, ARRAY, "color=blue,black,brown"),
    ("query", "form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("query", "form", True, PRIMITIVE, "color=blue"),
    ("query", "form", True, ARRAY, "color=blue&color=black&color=brown"),
    ("query", "form", True, OBJECT, "R=100&G=200&B=150"),
    ("query", "spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
    ("query", "spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
    ("query", "pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("query", "pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("query", "deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("header", "simple", False, PRIMITIVE, "blue"),
    ("header", "simple", False, ARRAY, "blue,black,brown"),
    ("header", "simple", False, OBJECT, "R,100,G,200,B,150"),
    ("header", "simple", True, PRIMITIVE, "blue"),
    ("header", "simple", True, ARRAY, "blue,black,brown"),
    ("header", "simple", True, OBJECT, "R=100,G=200,B=150"),
    ("cookie", "form", False, PRIMITIVE, "color=blue"),
    ("cookie", "form", False, ARRAY, "color=blue,black,brown"),
    ("cookie", "form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("cookie", "form", True, PRIMITIVE, "color=blue"),
    ("cookie", "form", True, ARRAY, "color=blue; color=black; color=brown"),
    ("cookie", "form", True, OBJECT, "R=100; G=200; B=150"),
]
CELLS = [row[:4] for row in TABLE]


@pytest.mark.parametrize(("location", "style", "explode", "value", "text"), TABLE)
def test_the_literal_text_of_a_style_is_read(location: str, style: str, explode: bool, value: Any, text: str) -> None:
    parameter = Parameter("color", location, "color", style=style, explode=explode)
    headers = {"header": (("Color", text),), "cookie": (("Cookie", text),)}.get(location, ())
    request = RecordedRequest("GET", f"/?{text}" if location == "query" else "/", headers, b"")
    path = {"color": text} if location == "path" else {}
    assert read_parameter(parameter, value, request, path, pairs_of(request.query))[0] == value


@pytest.mark.parametrize(
    ("style", "explode", "text"),
    [
        ("form", False, "color=blue&color=black&color=brown"),
        ("form", True, "color=blue,black,brown"),
        ("spaceDelimited", False, "color=blue,black,brown"),
        ("pipeDelimited", False, "color=blue,black,brown"),
        ("deepObject", True, "color=blue"),
    ],
)
def test_the_text_of_another_style_is_read_as_something_else(style: str, explode: bool, text: str) -> None:
    parameter = Parameter("color", "query", "color", style=style, explode=explode)
    request = RecordedRequest("GET", f"/?{text}", (), b"")
    assert read_parameter(parameter, ARRAY, request, {}, pairs_of(text))[0] != ARRAY


def test_an_object_in_a_list_is_json_whatever_its_members_are() -> None:
    value = [{"when": datetime(2026, 1, 31, tzinfo=UTC), "price": Decimal("1.50"), "file": b"x"}]
    assert texts_of(value) == ['{"when": "2026-01-31T00:00:00+00:00", "price": "1.50", "file": "x"}']


def test_separators_inside_a_value_are_encoded() -> None:
    parameter = Parameter("color", "query", "color", style="form", explode=False)
    request = RecordedRequest("GET", "/?color=a,b%2Cc", (), b"")
    assert read_parameter(parameter, ["", ""], request, {}, pairs_of(request.query))[0] == ["a", "b,c"]


def schema_of(value: Any) -> dict[str, Any]:
    """A schema for the values of a cell, with types that are more than texts."""
    if value is OBJECT:
        return {"type": "object", "properties": {name: {"type": "integer"} for name in OBJECT}}
    return {"type": "array", "items": {"type": "string"}} if isinstance(value, list) else {"type": "string"}


def document() -> dict[str, Any]:
    """One operation for each cell, and some for values that are read in several ways."""
    integers = {name: int(value) for name, value in OBJECT.items()}
    rows: list[tuple[str, str, bool, dict[str, Any], Any]] = [
        (location, style, explode, schema_of(value), integers if value is OBJECT else value)
        for location, style, explode, value in CELLS
    ]
    nullable_list = {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "null"}]}
    rows += [("query", "form", True, nullable_list, [1, 2]), ("query", "form", False, nullable_list, [1, 2])]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Styles", "version": "1"},
        "paths": {
            f"/cell{number}" + ("/{color}" if location == "path" else ""): {
                "get": {
                    "operationId": f"{location}{style}{explode}{number}",
                    "parameters": [
                        {
                            "name": "color",
                            "in": location,
                            "required": True,
                            "style": style,
                            "explode": explode,
                            "schema": schema,
                            "example": example,
                        }
                    ],
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {
                                "application/json": {
                                    "schema": {"type": "object", "properties": {"ok": {"type": "boolean"}}},
                                    "example": {"ok": True},
                                }
                            },
                        }
                    },
                }
            }
            for number, (location, style, explode, schema, example) in enumerate(rows)
        }
        | {"/form": {"post": form_operation(integers)}},
    }


def form_operation(members: dict[str, int]) -> dict[str, Any]:
    """A form whose properties are objects and lists in several styles."""
    styles: list[dict[str, Any]] = [{}, {"style": "deepObject", "explode": True}, {"style": "form", "explode": False}]
    properties = {f"object{number}": schema_of(OBJECT) for number in range(len(styles))}
    return {
        "operationId": "sendForm",
        "requestBody": {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "properties": properties | {"list": schema_of(ARRAY)}},
                    "encoding": {f"object{number}": style for number, style in enumerate(styles)},
                    "example": dict.fromkeys(properties, members) | {"list": ARRAY},
                }
            },
        },
        "responses": {"204": {"description": ""}},
    }


class Handler(BaseHTTPRequestHandler):
    """Answers every request with a success."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "12")
        self.end_headers()
        self.wfile.write(b'{"ok": true}')

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 -- as the base class names it
        """Prints nothing."""


class Server(ThreadingHTTPServer):
    """Has room for all connections that the clients open at once."""

    request_queue_size = 64


@pytest.fixture
def server() -> Iterator[str]:
    """A server that accepts everything."""
    with Server(("127.0.0.1", 0), Handler) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("is_sandbox", [False, True], ids=["scripted", "sandbox"])
def test_a_generated_client_conforms_in_every_cell_of_the_table(
    run: Run, server: str, tmp_path: Path, is_sandbox: bool
) -> None:
    (tmp_path / "styles.json").write_text(json.dumps(document()), "utf-8")
    only = [option for column in ("documented", "least", "odd", "flat") for option in ("--only", column)]
    base_url = () if is_sandbox else ("--base-url", server)
    result = run("--spec", "styles.json", *base_url, *only, "--format", "json", folder=tmp_path)
    report = json.loads(result.stdout)
    assert result.exit_code == 0, result.stderr
    assert {cell["verdict"] for cell in report["cells"]} == {"conforms"}
    assert report["totals"]["operations"] == len(TABLE) + 3
