"""multipart/form-data as it leaves the client, read with the parser of the standard library."""

import io
from collections.abc import Mapping
from email import message_from_bytes
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import Field
from scratch._runtime.errors import InvalidRequestError
from scratch._runtime.model import Model
from scratch._runtime.operation import Operation
from scratch._runtime.request.bodies import Encoding, MultipartBody

from runtime.shop import Shop

Sent = list[tuple[str, str | None, str, bytes]]


class Label(Model):
    text: str = Field(validation_alias="Text", serialization_alias="Text")


class Picture(Model):
    title: str = Field(validation_alias="Title", serialization_alias="Title")
    label: Label | None = None
    file: bytes | None = None


def operation(type_: object = object, encoding: Mapping[str, Encoding] | None = None) -> Operation[None]:
    return Operation(id="op", method="PUT", path="/x", bodies=(MultipartBody(type_, encoding or {}),))


def parts(request: httpx.Request) -> Sent:
    """(name, file name, media type or "", content) of each part."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.content)
    found: Sent = []
    for part in message.get_payload():  # type: ignore[union-attr]
        name: Any = part.get_param("name", header="content-disposition")  # type: ignore[union-attr]
        media_type = part["content-type"] or ""  # type: ignore[index]
        found.append((name, part.get_filename(), media_type, part.get_payload(decode=True)))  # type: ignore[union-attr, arg-type]
    return found


def named(name: str, content: bytes = b"data") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


OCTETS = "application/octet-stream"
CASES = [
    (
        {"title": "ü", "size": 3, "full": True},
        {},
        [("title", None, "", "ü".encode()), ("size", None, "", b"3"), ("full", None, "", b"true")],
    ),
    ({"file": b"data"}, {}, [("file", "file", OCTETS, b"data")]),
    ({"file": ("a.png", b"data")}, {}, [("file", "a.png", "image/png", b"data")]),
    ({"file": ("a.png", b"data", "image/x-own")}, {}, [("file", "a.png", "image/x-own", b"data")]),
    ({"file": named("/folder/b.csv")}, {}, [("file", "b.csv", "text/csv", b"data")]),
    ({"file": ("c.txt", named("b.csv"))}, {}, [("file", "c.txt", "text/plain", b"data")]),
    ({"file": [b"1", ("b", b"2")]}, {}, [("file", "file", OCTETS, b"1"), ("file", "b", OCTETS, b"2")]),
    ({"tags": ["a", "b"]}, {}, [("tags", None, "", b"a"), ("tags", None, "", b"b")]),
    ({"tags": []}, {}, []),
    ({"meta": {"a": [1]}}, {}, [("meta", None, "application/json", b'{"a":[1]}')]),
    (
        {"meta": [{"a": 1}, Label(text="x")]},
        {},
        [("meta", None, "application/json", b'{"a":1}'), ("meta", None, "application/json", b'{"Text":"x"}')],
    ),
    ({"meta": "x"}, {"meta": Encoding(content_type="application/json")}, [("meta", None, "application/json", b'"x"')]),
    ({"doc": "<a/>"}, {"doc": Encoding(content_type="application/xml")}, [("doc", None, "application/xml", b"<a/>")]),
    ({"file": b"data"}, {"file": Encoding(content_type="image/png")}, [("file", "file", "image/png", b"data")]),
    (
        {"file": ("a.jpg", b"d")},
        {"file": Encoding(content_type="image/png, image/jpeg")},
        [("file", "a.jpg", "image/jpeg", b"d")],
    ),
    ({"file": ("a.jpg", b"d")}, {"file": Encoding(content_type="image/*")}, [("file", "a.jpg", "image/jpeg", b"d")]),
]


@pytest.mark.parametrize(("body", "encoding", "expected"), CASES)
def test_parts_are_named_typed_and_repeated(
    shop: Shop, body: dict[str, object], encoding: dict[str, Encoding], expected: Sent
) -> None:
    body = {**body, "last": 1}
    shop.perform(operation(encoding=encoding).call(body=body))
    assert parts(shop.sent) == [*expected, ("last", None, "", b"1")]


@pytest.mark.parametrize(
    "body", [{"title": "t", "file": b"d"}, {"Title": "t", "file": ("file", b"d")}, Picture(title="t", file=b"d")]
)
def test_a_multipart_model_has_wire_names(shop: Shop, body: object) -> None:
    shop.perform(operation(Picture).call(body=body))
    assert parts(shop.sent) == [("Title", None, "", b"t"), ("file", "file", OCTETS, b"d")]


def test_an_open_file_is_sent_again_from_its_start(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n")
    with path.open("rb") as file:
        shop.perform(operation().call(body={"file": file}), httpx.Response(503), httpx.Response(204))
    assert [parts(request) for request in shop.requests] == [[("file", "a.csv", "text/csv", b"a;b\n")]] * 2


def test_a_file_name_can_not_start_a_header(shop: Shop) -> None:
    shop.perform(operation().call(body={"file": ('a"\r\nX-Admin: 1', b"d")}))
    assert b"\r\nX-Admin" not in shop.sent.content


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (("a", b"d", "text/csv\r\nX-Admin: 1"), "not a media type"),
        (("a", b"d", "csv"), "not a media type"),
        (io.StringIO("text"), "binary mode"),
    ],
)
def test_a_file_that_can_not_be_sent_is_refused(file: object, reason: str) -> None:
    with pytest.raises(InvalidRequestError, match=f"^op: .*{reason}"):
        operation().call(body={"file": file})
