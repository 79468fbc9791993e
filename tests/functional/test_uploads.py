"""Files and forms over a real socket, as a web framework reads them: what it decoded is what was given."""

import asyncio
import gzip
import io
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Uploads, version: "1"}
paths:
  /up:
    post:
      operationId: up
      tags: [T]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Upload'}
            encoding:
              image: {contentType: 'image/png, image/jpeg'}
              icon: {contentType: image/gif}
              icons: {contentType: image/gif}
              csv: {style: form, explode: false}
              xml: {contentType: application/xml, headers: {X-Kind: {schema: {type: string, const: order}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /form:
    post:
      operationId: form
      tags: [T]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                a: {type: string}
                n: {type: integer}
                tags: {type: array, items: {type: string}}
                csv: {type: array, items: {type: integer}}
                meta: {$ref: '#/components/schemas/Meta'}
            encoding: {csv: {style: form, explode: false}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /shared:
    post:
      operationId: shared
      tags: [T]
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Shared'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Shared'}}
          multipart/form-data: {schema: {$ref: '#/components/schemas/Shared'}}
          application/xml: {schema: {$ref: '#/components/schemas/Shared'}}
          application/octet-stream: {}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /mixed:
    post:
      operationId: mixed
      tags: [T]
      requestBody: {content: {multipart/mixed: {schema: {$ref: '#/components/schemas/Mixed'}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /image:
    put:
      operationId: image
      tags: [T]
      requestBody: {required: true, content: {image/*: {schema: {type: string, format: binary}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /text:
    post:
      operationId: text
      tags: [T]
      requestBody:
        content:
          application/json: {schema: {type: string, contentMediaType: application/octet-stream}}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {type: array, items: {type: string, contentMediaType: application/octet-stream}}
  /blob:
    put:
      operationId: blob
      tags: [T]
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /pictures:
    put:
      operationId: pictures
      tags: [T]
      requestBody: {required: true, content: {image/png: {}, image/jpeg: {}, application/octet-stream: {}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
components:
  schemas:
    Meta: {type: object, properties: {id: {type: integer}, when: {type: string, format: date-time}, k: {type: string}}}
    Mixed:
      type: object
      properties: {meta: {$ref: '#/components/schemas/Meta'}, file: {type: string, format: binary}}
    Shared:
      type: object
      required: [name]
      properties: {name: {type: string}, file: {type: string, format: binary}}
    Files: {type: array, items: {type: string, contentMediaType: application/octet-stream}}
    File: {type: string, contentMediaType: application/octet-stream}
    Upload:
      type: object
      properties:
        file: {type: string, format: binary}
        files: {type: array, items: {type: string, format: binary}}
        fastapi: {type: string, contentMediaType: application/octet-stream}
        fastapis: {type: array, items: {type: string, contentMediaType: application/octet-stream}}
        optional: {anyOf: [{type: string, contentMediaType: application/octet-stream}, {type: "null"}]}
        optionals: {anyOf: [{$ref: '#/components/schemas/Files'}, {type: "null"}]}
        either: {oneOf: [{$ref: '#/components/schemas/File'}, {type: "null"}]}
        inherited: {allOf: [{$ref: '#/components/schemas/File'}], description: a file}
        pdf: {contentMediaType: application/pdf}
        image: {type: string, format: binary}
        icon: {}
        icons: {type: array, items: {}}
        attachment[main]: {type: string, format: binary}
        ünï: {type: string, format: binary}
        base64: {type: string, contentMediaType: image/png, contentEncoding: base64}
        byte: {type: string, format: byte}
        note: {type: string, contentMediaType: text/markdown}
        name: {type: string}
        n: {type: integer}
        b: {type: boolean}
        price: {type: number, format: decimal}
        d: {type: string, format: date}
        tags: {type: array, items: {type: string}}
        meta: {$ref: '#/components/schemas/Meta'}
        metas: {type: array, items: {$ref: '#/components/schemas/Meta'}}
        xml: {type: string}
        csv: {type: array, items: {type: integer}}
        nullable: {type: [string, "null"]}
"""
OCTETS = "application/octet-stream"


async def _receive(request: Request) -> JSONResponse:
    """What a server got: the items of a form, files as [file name, media type, content, X-Kind], or a raw body."""
    media_type = request.headers.get("content-type", "")
    if "form" not in media_type:
        return JSONResponse([media_type, (await request.body()).decode("latin-1")])
    items = []
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                content = (await value.read()).decode("latin-1")
                items.append([name, [value.filename, value.content_type, content]])
            else:
                items.append([name, value])
    return JSONResponse(items)


@contextmanager
def _serving() -> Iterator[str]:
    app = Starlette(routes=[Route("/{path:path}", _receive, methods=["POST", "PUT"])])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    started = threading.Event()
    startup = server.startup

    async def report_startup(sockets: Any = None) -> None:
        await startup(sockets)
        started.set()

    server.startup = report_startup  # type: ignore[method-assign]
    thread.start()
    try:
        assert started.wait(30)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with _serving() as address:
        yield address


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("uploads")) as made:
        yield made


Send = Callable[..., Any]


@pytest.fixture(scope="module", params=["sync", "async"])
def send(request: pytest.FixtureRequest, package: Package, url: str) -> Iterator[Send]:
    """Calls a method of a client, lenient or strict, and returns what the server got."""
    if request.param == "sync":
        with package._class("")(base_url=url, strict=True) as client:
            yield lambda method, **arguments: getattr(client.t, method)(**arguments)
    else:
        with asyncio.Runner() as runner:
            client = package._class("Async")(base_url=url)
            yield lambda method, **arguments: runner.run(getattr(client.t, method)(**arguments))
            runner.run(client.aclose())


@contextmanager
def every_form(folder: Path, content: bytes) -> Iterator[list[tuple[Any, str | None, str]]]:
    """A file in every form, with the file name (None: the property's name) and the media type that are sent."""
    path = folder / "bild ü.csv"
    path.write_bytes(content)
    spooled = tempfile.SpooledTemporaryFile(max_size=10)  # noqa: SIM115 - closed below
    spooled.write(content)
    with path.open("rb") as opened, tempfile.NamedTemporaryFile(suffix=".png") as named, spooled:
        named.write(content)
        opened.read(1)
        zipped = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(content)))
        yield [
            (content, None, OCTETS),
            (bytearray(content), None, OCTETS),
            (memoryview(content), None, OCTETS),
            (io.BytesIO(content), None, OCTETS),
            (spooled, None, OCTETS),
            (zipped, None, OCTETS),
            (opened, "bild ü.csv", "text/csv"),
            (named, Path(named.name).name, "image/png"),
            (path, "bild ü.csv", "text/csv"),
            (("a.txt", content), "a.txt", "text/plain"),
            (("a.txt", path), "a.txt", "text/plain"),
            (("a", opened, "image/webp"), "a", "image/webp"),
            (("日本 語.bin", bytearray(content), "x/y; z=1"), "日本 語.bin", "x/y; z=1"),
        ]
        assert not any(each.closed for each in (opened, named, spooled, zipped))


CONTENT = bytes(range(256)) * 300 + b"\r\n--\r\n"
ONE = ["file", "fastapi", "optional", "either", "inherited", "pdf", "attachment[main]", "ünï"]
SEVERAL = ["files", "fastapis", "optionals"]


@pytest.mark.parametrize("name", ONE)
def test_a_file_is_taken_in_every_form_wherever_one_may_stand(
    send: Send, package: Package, tmp_path: Path, name: str
) -> None:
    fields = package.models.Upload.model_fields.items()
    argument = next(key for key, field in fields if (field.serialization_alias or key) == name)
    with every_form(tmp_path, CONTENT) as forms:
        for file, filename, own_type in forms:
            media_type = "application/pdf" if name == "pdf" else own_type  # its schema names one
            expected = [[name, [filename or name, media_type, CONTENT.decode("latin-1")]]]
            assert send("up", **{argument: file}) == expected
            assert send("up", body={name: file}) == expected
            assert send("up", body=package.models.Upload(**{argument: file})) == expected


@pytest.mark.parametrize("name", SEVERAL)
def test_a_list_of_files_is_one_part_for_each(send: Send, package: Package, tmp_path: Path, name: str) -> None:
    with every_form(tmp_path, CONTENT) as forms:
        files = [file for file, *_ in forms]
        text = CONTENT.decode("latin-1")
        expected = [[name, [filename or name, media_type, text]] for _, filename, media_type in forms]
        assert send("up", **{name: files}) == expected
        assert send("up", body={name: tuple(files)}) == expected
        assert send("up", body=package.models.Upload(**{name: files})) == expected


def test_a_raw_body_is_a_file_in_every_form(send: Send, tmp_path: Path) -> None:
    with every_form(tmp_path, CONTENT) as forms:
        for file, _, _ in forms:
            assert send("blob", body=file) == [OCTETS, CONTENT.decode("latin-1")]
        for file, _, media_type in forms:
            if media_type.startswith("image/"):
                assert send("image", body=file) == [media_type, CONTENT.decode("latin-1")]


@pytest.mark.parametrize(
    ("arguments", "items"),
    [
        ({"name": "ü\r\nx", "n": 3, "b": True}, [["name", "ü\r\nx"], ["n", "3"], ["b", "true"]]),
        ({"price": Decimal("1.10"), "d": date(2026, 1, 2)}, [["price", "1.10"], ["d", "2026-01-02"]]),
        ({"tags": ["a", "b,c"]}, [["tags", "a"], ["tags", "b,c"]]),
        ({"csv": [1, 2]}, [["csv", "1,2"]]),
        ({"csv": [], "tags": []}, []),
        ({"nullable": None, "optional": None, "either": None, "optionals": None}, []),
        ({"meta": {"id": 1, "k": None}}, [["meta", '{"id":1,"k":null}']]),
        ({"meta": {"when": datetime(2026, 1, 2, tzinfo=UTC)}}, [["meta", '{"when":"2026-01-02T00:00:00Z"}']]),
        ({"metas": [{"id": 1}, {"id": 2}]}, [["metas", '{"id":1}'], ["metas", '{"id":2}']]),
        ({"base64": "AAEC", "byte": "AAEC", "note": "# x"}, [["base64", "AAEC"], ["byte", "AAEC"], ["note", "# x"]]),
        ({"image": b"x"}, [["image", ["image", "image/png", "x"]]]),
        ({"image": ("a.jpeg", b"x")}, [["image", ["a.jpeg", "image/jpeg", "x"]]]),
        ({"image": ("a.gif", b"x")}, [["image", ["a.gif", "image/png", "x"]]]),
        ({"icon": b"x"}, [["icon", ["icon", "image/gif", "x"]]]),
        ({"icons": [b"x", b"y"]}, [["icons", ["icons", "image/gif", each]] for each in "xy"]),
        ({"xml": "<a/>"}, [["xml", "<a/>"]]),
        ({"body": {"more": b"x", "other": 1}}, [["more", ["more", OCTETS, "x"]], ["other", "1"]]),
        ({}, []),
    ],
)
def test_the_members_of_a_form_arrive_as_they_were_given(
    send: Send, package: Package, arguments: dict[str, Any], items: list[Any]
) -> None:
    assert send("up", **arguments) == items
    if "body" not in arguments:
        assert send("up", body=arguments) == items
        assert send("up", body=package.models.Upload(**arguments)) == items


@pytest.mark.parametrize(
    "name", ["a b.txt", "ünï 日本.txt", "a;b=c.txt", "a'b.txt", "100%.txt", "a+b&c.txt", "x" * 300, "ab\\c.txt"]
)
def test_file_names_arrive_as_they_were_given(send: Send, name: str) -> None:
    assert send("up", file=(name, b"x"))[0][1][0] == name


@pytest.mark.parametrize("name", ["a b", "ünï[日本]", "a;b=c", "a'b", "100%", "a\\b", "a[]", "a.b"])
def test_names_arrive_as_they_were_given(send: Send, name: str) -> None:
    assert send("up", body={name: b"x"}) == [[name, [name, OCTETS, "x"]]]
    assert send("up", body={name: "x"}) == [[name, "x"]]


@pytest.mark.parametrize("name", ['a"b', "a\r\nb", 'a"; filename="x'])
def test_names_that_a_header_cannot_have_are_escaped(send: Send, name: str) -> None:
    escaped = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    assert send("up", body={name: "x"}) == [[escaped, "x"]]
    assert send("up", body={"file": (name, b"x")}) == [["file", [escaped, OCTETS, "x"]]]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"file": "a.txt"}, r"/file: A file has to be bytes, an open binary file, a Path \(not str\)"),
        ({"files": [b"x", "a.txt"]}, "/files/1: A file has to be"),
        ({"body": {"attachment[main]": "a.txt"}}, r"/attachment\[main\]: A file has to be"),
        ({"icon": "a.gif"}, "'icon': A file has to be"),
        ({"file": io.StringIO("x")}, "'file': a file has to be opened in binary mode"),
        ({"file": Path("missing.txt")}, "'file': the file cannot be read: .*missing.txt"),
        ({"files": [b"x", Path()]}, "'files': '.' is not a regular file"),
        ({"n": "x"}, "/n: "),
        ({"metas": [{"id": "x"}]}, "/metas/0/id: "),
        ({"csv": [1, "x"]}, "/csv/1: "),
        ({"name": {"x": 1}}, "/name: "),
    ],
)
def test_a_form_that_does_not_fit_is_refused(
    package: Package, send: Send, arguments: dict[str, Any], reason: str
) -> None:
    with pytest.raises(package.module.InvalidRequestError, match=reason):
        send("up", **arguments)


def test_a_urlencoded_form_arrives_as_it_was_given(send: Send) -> None:
    arguments = {"a": "ü +&=", "n": 3, "tags": ["x", "y z"], "csv": [1, 2], "meta": {"id": 1}}
    items = [["a", "ü +&="], ["n", "3"], ["tags", "x"], ["tags", "y z"], ["csv", "1,2"], ["meta", '{"id":1}']]
    assert send("form", **arguments) == items
    assert send("form", body=arguments) == items
    assert send("form", a="x", n=None, tags=None) == [["a", "x"]]


def test_a_string_of_json_is_a_text_whatever_it_contains(send: Send) -> None:
    assert send("text", body="\u00fc") == ["application/json", '"\u00c3\u00bc"']


JSON, FORM, MULTIPART = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"


@pytest.mark.parametrize(
    ("arguments", "received"),
    [
        ({"name": "x"}, [JSON, '{"name":"x"}']),
        ({"name": "x", "media_type": FORM}, [["name", "x"]]),
        ({"name": "x", "media_type": MULTIPART}, [["name", "x"]]),
        ({"name": "x", "file": b"y"}, [["name", "x"], ["file", ["file", OCTETS, "y"]]]),
        ({"name": "x", "file": "text"}, [JSON, '{"name":"x","file":"text"}']),
        ({"body": "<x/>", "media_type": "application/xml"}, ["application/xml; charset=utf-8", "<x/>"]),
        ({"body": b"<x/>", "media_type": "application/xml"}, ["application/xml", "<x/>"]),
        ({"body": ("a.xml", b"<x/>")}, ["application/xml", "<x/>"]),
        ({"body": b"x"}, [OCTETS, "x"]),
        ({"body": b"x", "media_type": OCTETS}, [OCTETS, "x"]),
    ],
)
def test_every_declared_media_type_of_a_body_is_reached(send: Send, arguments: dict[str, Any], received: Any) -> None:
    assert send("shared", **arguments) == received


def test_a_model_of_several_media_types_has_texts_and_files(send: Send, package: Package) -> None:
    model = package.models.Shared
    assert send("shared", body=model(name="x", file="text")) == [JSON, '{"name":"x","file":"text"}']
    assert send("shared", body=model(name="x", file=b"y")) == [["name", "x"], ["file", ["file", OCTETS, "y"]]]
    with pytest.raises(package.module.InvalidRequestError, match="a file cannot be sent as JSON"):
        send("shared", body=model(name="x", file=b"y"), media_type=JSON)
    with pytest.raises(package.module.InvalidRequestError, match="'file': an urlencoded form cannot have a file"):
        send("shared", body=model(name="x", file=b"y"), media_type=FORM)


def test_a_mixed_body_is_no_form(send: Send) -> None:
    media_type, content = send("mixed", meta={"id": 1}, file=("a.bin", b"x"))
    boundary = media_type.removeprefix("multipart/mixed; boundary=")
    assert content == (
        f'--{boundary}\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n'
        f'{{"id":1}}\r\n--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\nx\r\n--{boundary}--\r\n"
    )


@pytest.mark.parametrize(
    ("method", "arguments", "media_type"),
    [
        ("image", {"body": ("a.png", b"x")}, "image/png"),
        ("image", {"body": ("a", b"x", "image/x-own")}, "image/x-own"),
        ("image", {"body": b"x", "media_type": "image/tiff"}, "image/tiff"),
        ("image", {"body": ("a.png", b"x"), "media_type": "image/tiff"}, "image/tiff"),
        ("pictures", {"body": b"x"}, "image/png"),
        ("pictures", {"body": ("a.jpg", b"x")}, "image/jpeg"),
        ("pictures", {"body": ("a.gif", b"x")}, OCTETS),
        ("pictures", {"body": b"x", "media_type": "image/jpeg"}, "image/jpeg"),
        ("blob", {"body": ("a.png", b"x", "image/png")}, OCTETS),
    ],
)
def test_the_chosen_or_the_own_media_type_is_sent(
    send: Send, method: str, arguments: dict[str, Any], media_type: str
) -> None:
    assert send(method, **arguments) == [media_type, "x"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"body": b"x"}, r"has to be image/\*, but its media type is not known; give `media_type=`"),
        ({"body": ("a.csv", b"x")}, r"has to be image/\*"),
        ({"body": b"x", "media_type": "text/csv"}, r"has to be one of image/\*"),
        ({"body": b"x", "media_type": "image/*"}, "not a media type that can be sent"),
        ({"body": "a.png"}, r"a file has to be bytes, an open binary file, a Path \(not str\)"),
    ],
)
def test_a_raw_body_that_is_not_what_was_declared_is_refused(
    package: Package, send: Send, arguments: dict[str, Any], reason: str
) -> None:
    with pytest.raises(package.module.InvalidRequestError, match=reason):
        send("image", **arguments)
