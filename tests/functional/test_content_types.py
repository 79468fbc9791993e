"""A body is read by its own Content-Type: declared or not, chosen by the caller, or of a response without `content`."""

import asyncio
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package, built

STRING = "{schema: {type: string}}"
FILE = "{schema: {type: string, format: binary}}"
ORDER = "{schema: {$ref: '#/components/schemas/Order'}}"
FAULT = "{schema: {$ref: '#/components/schemas/Fault'}}"
CONTENTS = {
    "pdf": f"application/json: {FILE}",
    "nullable": "application/json: {schema: {type: string, format: binary, nullable: true}}",
    "wild": f"'*/*': {FILE}",
    "byte": "application/json: {schema: {type: string, format: byte}}",
    "three": f"text/plain: {STRING}, application/json: {STRING}, text/json: {STRING}",
    "img": f"image/*: {FILE}",
    "any": "application/json: {schema: {}}",
    "order": f"application/json: {ORDER}",
    "string": f"application/json: {STRING}",
    "integer": "application/json: {schema: {type: integer}}",
    "two": f"application/json: {ORDER}, application/problem+json: {FAULT}",
    "vendor": f"application/hal+json: {ORDER}, application/vnd.fault+json: {FAULT}",
    "dotnet": f"text/plain: {ORDER}, application/json: {ORDER}, text/json: {ORDER}",
    "text": f"text/plain: {STRING}",
    "csv": "text/csv: {}",
    "anytext": f"'*/*': {STRING}",
    "anyorder": f"'*/*': {ORDER}",
    "number": "'*/*': {schema: {type: integer, format: int64}}",
    "xml": f"application/xml: {ORDER}",
    "file": "application/octet-stream: {}",
    "zip": "application/zip: {}",
    "nameless": f"'': {FILE}",
    "namelessorder": f"'': {ORDER}",
    "choice": f"application/json: {ORDER}, text/csv: {STRING}, application/pdf: {{}}",
    "export": "application/json: {schema: {}}, text/csv: {}, application/pdf: {}",
    "events": f"application/json: {ORDER}, text/event-stream: {ORDER}",
}
SPEC = """
openapi: 3.0.3
info: {title: Types, version: "1"}
paths:
  /none:
    get: {operationId: none, tags: [answers], responses: {"200": {description: ok}}}
    post: {operationId: create, tags: [answers], responses: {"201": {description: made}}}
    delete: {operationId: remove, tags: [answers], responses: {"204": {description: gone}}}
    head: {operationId: check, tags: [answers], responses: {"200": {description: there}}}
  /partly:
    post:
      operationId: partly
      tags: [answers]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
        "202": {description: later}
  /pages:
    get:
      operationId: pages
      tags: [answers]
      x-pagination: {cursor: {parameter: after, pointer: /next}, items: /items}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}, text/csv: {}}
  /failing:
    get:
      operationId: failing
      tags: [answers]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
        "4XX":
          description: bad
          content:
            application/json: {schema: {$ref: '#/components/schemas/Order'}}
            application/problem+json: {schema: {$ref: '#/components/schemas/Fault'}}
            text/plain: {schema: {type: string}}
components:
  schemas:
    Order: {type: object, required: [id], properties: {id: {type: integer}}}
    Fault: {type: object, required: [title], properties: {title: {type: string}}}
    Page:
      type: object
      properties: {items: {type: array, items: {$ref: '#/components/schemas/Order'}}, next: {type: string}}
"""
OPERATION = """\
  /{name}:
    get:
      operationId: {name}
      tags: [answers]
      responses: {{"200": {{description: ok, content: {{{content}}}}}}}
"""
BYTES = b"%PDF\xff\xfe\x00\xe9"
"""No text in UTF-8."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    rows = "".join(OPERATION.format(name=name, content=content) for name, content in CONTENTS.items())
    with built(SPEC.replace("paths:\n", f"paths:\n{rows}"), tmp_path_factory.mktemp("types")) as made:
        yield made


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def answer(body: bytes, media_type: str, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=body, headers={"content-type": media_type} if media_type else {})


def call(package: Package, flavour: str, method: str, response: httpx.Response, /, *args: Any, **options: Any) -> Any:
    """Call a method of the answers, with the options of the client in `client`; what it raises is raised."""
    settings = options.pop("client", {})
    package.requests.clear()
    if flavour == "sync":
        return getattr(package.client(response, **settings).answers, method)(*args, **options)

    async def run() -> Any:
        async with package.async_client(response, **settings) as client:
            return await getattr(client.answers, method)(*args, **options)

    return asyncio.run(run())


def plain(value: Any) -> Any:
    """A value that can be compared with another package's."""
    if type(value).__name__ == "Content":
        return value.data
    return (type(value).__name__, value.to_wire()) if hasattr(value, "to_wire") else value


def name_of(row: tuple[object, ...]) -> str:
    """The id of a test."""
    return "-".join(ascii(each) for each in row[:-1])


DECLARED = [
    # a file, whatever JSON or range it is declared as
    ("pdf", BYTES, "application/pdf", BYTES),
    ("pdf", BYTES, "", BYTES),
    ("pdf", b'"a string"', "application/json", b'"a string"'),
    ("nullable", BYTES, "image/png", BYTES),
    ("wild", BYTES, "application/zip", BYTES),
    ("img", BYTES, "image/png", BYTES),
    ("file", BYTES, "application/pdf", BYTES),
    ("file", b"a;b", "text/csv", b"a;b"),
    ("zip", BYTES, "application/zip", BYTES),
    ("nameless", BYTES, "application/pdf", BYTES),
    ("namelessorder", b'{"id": 1}', "application/json", ("Order", {"id": 1})),
    ("byte", b'"aGk="', "application/json", "aGk="),
    # text as it is
    ("three", b'"quoted"', "text/plain", '"quoted"'),
    ("three", b"123", "text/plain; charset=utf-8", "123"),
    ("three", b'"quoted"', "application/json", "quoted"),
    ("three", b'"quoted"', "text/json", "quoted"),
    ("text", b"null", "text/plain", "null"),
    ("csv", b"a\r\n", "TEXT/CSV", "a\r\n"),
    ("anytext", b"123", "text/plain", "123"),
    ("anytext", b"<p>1</p>", "text/html", "<p>1</p>"),
    ("anytext", b'"quoted"', "application/json", "quoted"),
    ("anytext", b"bare", "application/json", "bare"),
    # JSON of its own type
    ("two", b'{"id": 1}', "application/json", ("Order", {"id": 1})),
    ("two", b'{"title": "x"}', "application/problem+json; charset=utf-8", ("Fault", {"title": "x"})),
    ("vendor", b'{"title": "x"}', "application/vnd.fault+json", ("Fault", {"title": "x"})),
    ("vendor", b'{"title": "x"}', "application/json", ("Fault", {"title": "x"})),
    ("vendor", b'{"id": 1}', "application/json", ("Order", {"id": 1})),
    ("order", b'{"id": 1}', "application/vnd.api+json", ("Order", {"id": 1})),
    ("order", b'{"id": 1}', "text/json", ("Order", {"id": 1})),
    ("order", b'{"id": 1}', "", ("Order", {"id": 1})),
    ("dotnet", b'{"id": 1}', "text/plain", ("Order", {"id": 1})),
    ("anyorder", b'{"id": 1}', "text/html", ("Order", {"id": 1})),
    ("number", b"5", "application/json", 5),
    # one of several
    ("choice", b"id\r\n", "text/csv", "id\r\n"),
    ("choice", BYTES, "application/pdf", BYTES),
    ("choice", b'{"id": 1}', "application/json", ("Order", {"id": 1})),
    ("export", b'{"id": 1}', "application/json", b'{"id": 1}'),
    ("export", b"id\r\n", "text/csv", b"id\r\n"),
    ("xml", b"<a/>", "text/xml", b"<a/>"),
]


@pytest.mark.parametrize("row", DECLARED, ids=name_of)
def test_a_declared_type_is_read_as_declared(
    package: Package, flavour: str, row: tuple[str, bytes, str, object]
) -> None:
    method, body, media_type, value = row
    result = call(package, flavour, method, answer(body, media_type), client={"strict": True})
    assert plain(result) == value


UNDECLARED = [
    # what was promised, under another name
    ("order", b'{"id": 1}', "text/html", ("Order", {"id": 1})),
    ("order", b'{"id": 1}', "application/octet-stream", ("Order", {"id": 1})),
    ("integer", b"5", "text/plain", 5),
    ("string", b'"quoted"', "text/html", "quoted"),
    ("string", b"123", "text/plain", "123"),
    ("any", b'{"id": [1]}', "text/html", {"id": [1]}),
    # what its Content-Type says
    ("any", b"123", "text/plain", "123"),
    ("any", b'"quoted"', "text/plain", '"quoted"'),
    ("any", "gr\u00fcn".encode("latin-1"), "text/csv; charset=latin-1", "gr\u00fcn"),
    ("any", BYTES, "text/plain", BYTES),
    ("any", BYTES, "application/pdf", BYTES),
    ("any", b'{"id": 1}', "application/octet-stream", b'{"id": 1}'),
    ("order", BYTES, "application/pdf", BYTES),
    ("string", BYTES, "application/pdf", BYTES),
    ("text", b'{"id": 1}', "application/json", '{"id": 1}'),
    ("text", BYTES, "application/pdf", BYTES),
    ("img", b"<p>no</p>", "text/html", b"<p>no</p>"),
    ("zip", b"<p>no</p>", "text/html", b"<p>no</p>"),
    ("choice", BYTES, "image/png", BYTES),
]


@pytest.mark.parametrize("row", UNDECLARED, ids=name_of)
def test_another_type_is_delivered_and_reported(
    package: Package, flavour: str, row: tuple[str, bytes, str, object]
) -> None:
    method, body, media_type, value = row
    drifts: list[Any] = []
    result = call(package, flavour, method, answer(body, media_type), client={"on_drift": drifts.append})
    assert plain(result) == value
    name = media_type.partition(";")[0]
    assert [(each.location, each.message) for each in drifts] == [("", f"Content-Type {name} is not documented")]
    with pytest.raises(package.module.DecodeError, match=f"Content-Type {name} is not documented"):
        call(package, flavour, method, answer(body, media_type), client={"strict": True})


MISLABELLED = [
    ("any", BYTES, "application/json", BYTES, "bytes that are not JSON"),
    ("any", b"bare", "application/json", "bare", "a text that is not JSON"),
    ("any", BYTES, "", BYTES, "bytes that are not JSON"),
    ("text", BYTES, "text/plain", BYTES, "bytes that are no text in utf-8"),
    ("string", b"bare", "application/json", "bare", "a text that is not JSON"),
]


@pytest.mark.parametrize("row", MISLABELLED, ids=name_of)
def test_bytes_that_are_not_what_they_claim_are_delivered_and_reported(
    package: Package, flavour: str, row: tuple[str, bytes, str, object, str]
) -> None:
    method, body, media_type, value, message = row
    drifts: list[Any] = []
    result = call(package, flavour, method, answer(body, media_type), client={"on_drift": drifts.append})
    assert (plain(result), [each.message for each in drifts]) == (value, [message])
    with pytest.raises(package.module.DecodeError):
        call(package, flavour, method, answer(body, media_type), client={"strict": True})


@pytest.mark.parametrize(
    ("method", "body", "media_type"),
    [
        ("order", b"<p>Log in</p>", "text/html"),
        ("order", b"id;1", "text/csv"),
        ("order", BYTES, "application/json"),
        ("string", BYTES, "application/json"),
        ("order", b'{"id"', ""),
    ],
)
def test_what_no_promised_type_can_hold_is_an_error_with_the_text(
    package: Package, flavour: str, method: str, body: bytes, media_type: str
) -> None:
    with pytest.raises(package.module.DecodeError, match="body that is not JSON") as caught:
        call(package, flavour, method, answer(body, media_type))
    assert caught.value.body == (None if body == BYTES else body.decode())


def test_a_wrong_value_of_another_type_is_reported_in_all_places(package: Package, flavour: str) -> None:
    drifts: list[Any] = []
    result = call(package, flavour, "order", answer(b'{"id": []}', "text/html"), client={"on_drift": drifts.append})
    assert (type(result).__name__, result.id, [each.location for each in drifts]) == ("Order", [], ["", "/id"])


# ---------------------------------------------------------------- responses without `content`


@pytest.mark.parametrize(
    "row",
    [
        ("none", 200, BYTES, "application/pdf", BYTES),
        ("none", 200, b'{"id": 1}', "application/json", b'{"id": 1}'),
        ("none", 200, b"said", "", b"said"),
        ("create", 201, b"said", "text/plain", b"said"),
        ("partly", 202, b"said", "text/plain", b"said"),
    ],
    ids=name_of,
)
def test_a_body_that_is_not_described_is_delivered_and_reported(
    package: Package, flavour: str, row: tuple[str, int, bytes, str, object]
) -> None:
    method, status, body, media_type, value = row
    drifts: list[Any] = []
    response = answer(body, media_type, status)
    result = call(package, flavour, method, response, client={"on_drift": drifts.append})
    assert (plain(result), result.media_type) == (value, media_type)
    assert [each.message for each in drifts] == ["a body that is not documented"]
    with pytest.raises(package.module.DecodeError, match="a body that is not documented"):
        call(package, flavour, method, response, client={"strict": True})


@pytest.mark.parametrize(
    ("method", "status"), [("none", 200), ("create", 201), ("partly", 202), ("remove", 204), ("check", 200)]
)
def test_no_body_is_none(package: Package, flavour: str, method: str, status: int) -> None:
    assert call(package, flavour, method, answer(b"", "", status), client={"strict": True}) is None


@pytest.mark.parametrize(("method", "status"), [("none", 200), ("create", 201)])
def test_a_null_where_no_body_is_described_says_nothing(
    package: Package, flavour: str, method: str, status: int
) -> None:
    response = answer(b"null", "application/json", status)
    assert call(package, flavour, method, response, client={"strict": True}) is None


def test_a_status_that_is_not_described_does_not_lose_its_body(package: Package, flavour: str) -> None:
    drifts: list[Any] = []
    result = call(package, flavour, "remove", answer(b"said", "text/plain"), client={"on_drift": drifts.append})
    assert result.text == "said"
    assert [each.message for each in drifts] == ["status 200 is not documented", "a body that is not documented"]


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    "row",
    [
        ("pdf_to", "application/pdf", "*/*"),
        ("nullable_to", "application/pdf", "*/*"),
        ("wild_to", "application/zip", "*/*"),
        ("img_to", "image/png", "image/*, */*;q=0.1"),
        ("file_to", "text/csv", "application/octet-stream, */*;q=0.1"),
        ("nameless_to", "application/pdf", "*/*"),
        ("none_to", "application/pdf", "*/*"),
        ("choice_to", "application/pdf", "application/pdf"),
        ("export_to", "text/csv", "application/json, text/csv, application/pdf"),
    ],
    ids=name_of,
)
def test_a_file_is_written(package: Package, flavour: str, tmp_path: Path, row: tuple[str, str, str]) -> None:
    method, media_type, asked = row
    target = tmp_path / "file"
    saved = call(package, flavour, method, answer(BYTES, media_type), target, client={"strict": True})
    assert (target.read_bytes(), saved.media_type, package.sent.headers["accept"]) == (BYTES, media_type, asked)


@pytest.mark.parametrize("method", ["any_to", "order_to", "create_to", "remove_to", "events_to", "xml_to"])
def test_only_what_is_a_file_can_be_written_to_one(package: Package, method: str) -> None:
    assert hasattr(package.client().answers, method) is (method == "xml_to")


def test_any_call_can_be_written_to_a_file(package: Package, tmp_path: Path) -> None:
    call_of = package.load("endpoints.answers").order()
    saved = package.client(answer(b'{"id": 1}', "application/json")).download(call_of, tmp_path / "order.json")
    assert (saved.size, (tmp_path / "order.json").read_bytes()) == (9, b'{"id": 1}')


@pytest.mark.parametrize("status", [404, 503])
def test_an_error_is_never_written(package: Package, flavour: str, tmp_path: Path, status: int) -> None:
    response, target = answer(b'{"title": "no"}', "application/problem+json", status), tmp_path / "file"
    with pytest.raises(package.module.StatusError) as caught:
        call(package, flavour, "pdf_to", response, target, client={"max_retries": 0})
    assert (caught.value.body, list(tmp_path.iterdir())) == ({"title": "no"}, [])


def test_another_type_in_a_file_is_reported_and_refused_if_strict(
    package: Package, flavour: str, tmp_path: Path
) -> None:
    drifts: list[Any] = []
    page = answer(b"<p>Log in</p>", "text/html")
    call(package, flavour, "zip_to", page, tmp_path / "file", client={"on_drift": drifts.append})
    assert [each.message for each in drifts] == ["Content-Type text/html is not documented"]
    (tmp_path / "file").unlink()
    with pytest.raises(package.module.DecodeError):
        call(package, flavour, "zip_to", page, tmp_path / "file", client={"strict": True})
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- what is asked for


@pytest.mark.parametrize(
    ("method", "options", "asked"),
    [
        ("choice", {}, "application/json"),
        ("choice", {"accept": "application/json"}, "application/json"),
        ("choice", {"accept": "text/csv"}, "text/csv"),
        ("choice", {"accept": "application/pdf"}, "application/pdf"),
        ("export", {}, "application/json, text/csv, application/pdf"),
        ("events", {"accept": "text/event-stream"}, "text/event-stream"),
        ("two", {}, "application/json, application/problem+json"),
        ("two", {"accept": "application/problem+json"}, "application/problem+json"),
        ("three", {}, "application/json"),
        ("three", {"accept": "text/plain"}, "text/plain"),
        ("dotnet", {}, "application/json"),
        ("pdf", {}, "*/*"),
        ("anytext", {}, "*/*"),
        ("anyorder", {}, "application/json"),
        ("none", {}, "*/*"),
    ],
)
def test_the_promised_type_is_asked_for_unless_another_is_chosen(
    package: Package, flavour: str, method: str, options: dict[str, str], asked: str
) -> None:
    body = {"two": b'{"title": "x"}', "three": b"x"}.get(method, b'{"id": 1}')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # not every answer here is one
        call(package, flavour, method, answer(body, asked.partition(",")[0]), **options)
    assert package.sent.headers["accept"] == asked


def test_a_paginated_list_has_no_choice_but_its_call_has(package: Package) -> None:
    client = package.client(answer(b"id\r\n", "text/csv"))
    with pytest.raises(package.module.PaginationError):
        list(client.answers.pages(accept="text/csv"))  # which type checkers refuse
    assert client.send(package.load("endpoints.answers").pages(accept="text/csv")) == "id\r\n"


def test_a_whole_response_is_chosen_alike(package: Package) -> None:
    raw = package.client(answer(BYTES, "application/pdf")).with_raw_response.answers.choice(accept="application/pdf")
    assert (raw.parsed.data, raw.media_type, package.requests[-1].headers["accept"]) == (
        BYTES,
        "application/pdf",
        "application/pdf",
    )


# ---------------------------------------------------------------- failures


@pytest.mark.parametrize(
    ("body", "media_type", "value"),
    [
        (b'{"title": "no"}', "application/problem+json", ("Fault", {"title": "no"})),
        (b'{"id": 1}', "application/json; charset=utf-8", ("Order", {"id": 1})),
        (b'{"id": 1}', "text/html", ("Order", {"id": 1})),
        (b"out of stock", "text/plain", "out of stock"),
        (b'"quoted"', "text/plain", '"quoted"'),
        (b"out of stock", "application/json", "out of stock"),
        (b"", "text/plain", None),
        (BYTES, "application/pdf", None),
    ],
)
def test_the_body_of_an_error_is_read_by_its_content_type_too(
    package: Package, flavour: str, body: bytes, media_type: str, value: object
) -> None:
    with pytest.raises(package.module.ConflictError) as caught:
        call(package, flavour, "failing", answer(body, media_type, 409))
    assert plain(caught.value.body) == value


def test_a_plain_text_is_the_message_of_an_error(package: Package, flavour: str) -> None:
    with pytest.raises(package.module.ConflictError) as caught:
        call(package, flavour, "order", answer(b"out of\nstock ", "text/plain", 409))
    error = caught.value
    assert (error.body, error.message, error.excerpt) == ("out of\nstock ", "out of stock", "out of stock")
    assert str(error) == "order: 409 Conflict: out of stock"


WITH_LINE_ENDS = r"""
openapi: 3.1.0
info: {title: Hostile, version: "1"}
paths:
  /text:
    post:
      operationId: text
      tags: [a]
      requestBody: {required: true, content: {"text/plain\r\nX-Evil: 1": {schema: {type: string}}}}
      responses: {"204": {description: ok}}
  /part:
    post:
      operationId: part
      tags: [a]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, properties: {a: {type: string}}}
            encoding: {a: {contentType: "text/plain\r\n\r\nX-Evil: 1"}}
      responses: {"204": {description: ok}}
  /answer:
    get:
      operationId: answer
      tags: [a]
      responses: {"200": {description: ok, content: {"text/plain\r\nX-Evil: 1": {schema: {type: string}}}}}
"""


def test_line_ends_in_a_declared_media_type_are_not_sent(tmp_path: Path) -> None:
    with built(WITH_LINE_ENDS, tmp_path) as package:
        client = package.client(httpx.Response(200, text="x"), on_drift=lambda _: None).a
        for call in (lambda: client.text(body="x"), lambda: client.part(a="x")):
            with pytest.raises(package.module.InvalidRequestError, match="'Content-Type' has control characters"):
                call()
        assert package.requests == []
        assert client.answer() == "x"
        assert not {"\r", "\n"} & set(package.sent.headers["accept"])
