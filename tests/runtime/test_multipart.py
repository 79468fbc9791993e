"""multipart/form-data as it leaves the client, read with the parser of the standard library."""

import io
import pickle
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
from scratch._runtime.request.bodies import Encoding
from scratch._runtime.request.multipart import MultipartBody
from scratch._runtime.types import FileInput

from runtime.shop import Shop

Sent = list[tuple[str, str | None, str, bytes]]


class Label(Model):
    text: str = Field(validation_alias="Text", serialization_alias="Text")


class Picture(Model):
    title: str = Field(validation_alias="Title", serialization_alias="Title")
    label: Label | None = None
    file: FileInput | None = None
    files: list[FileInput] | None = None


def operation(
    type_: object = object, encoding: Mapping[str, Encoding] | None = None, media_type: str = "multipart/form-data"
) -> Operation[None]:
    return Operation(id="op", method="PUT", path="/x", bodies=(MultipartBody(type_, encoding or {}, media_type),))


def parts(request: httpx.Request) -> Sent:
    """(name, file name, media type or "", content) of each part."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.content)
    found: Sent = []
    for part in message.get_payload():  # type: ignore[union-attr]
        name: Any = part.get_param("name", header="content-disposition")  # type: ignore[union-attr]
        media_type = part.get_content_type() if "content-type" in part else ""  # type: ignore[operator, union-attr]
        found.append((name, part.get_filename(), media_type, part.get_payload(decode=True)))  # type: ignore[union-attr, arg-type]
    return found


def named(name: str, content: bytes = b"data") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def closed() -> io.BytesIO:
    file = io.BytesIO()
    file.close()
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
    ({"nothing": None, "some": [1, None, 2]}, {}, [("some", None, "", b"1"), ("some", None, "", b"2")]),
    ({"csv": [1, 2]}, {"csv": Encoding(style="form", explode=False)}, [("csv", None, "", b"1,2")]),
    ({"csv": ["a", "c"]}, {"csv": Encoding(style="spaceDelimited")}, [("csv", None, "", b"a c")]),
    ({"csv": "a,b"}, {"csv": Encoding(explode=False)}, [("csv", None, "", b"a,b")]),
    ({"csv": ["a,b", "c"]}, {"csv": Encoding(explode=True)}, [("csv", None, "", b"a,b"), ("csv", None, "", b"c")]),
    (
        {"csv": ["%41", "c"]},
        {"csv": Encoding(style="pipeDelimited", allow_reserved=True)},
        [("csv", None, "", b"%41|c")],
    ),
    ({"o": {"a": 1, "b": 2}}, {"o": Encoding(style="form")}, [("a", None, "", b"1"), ("b", None, "", b"2")]),
    ({"o": {"a": {"b": 2}}}, {"o": Encoding(style="deepObject")}, [("o[a][b]", None, "", b"2")]),
    ({"f": [b"x"]}, {"f": Encoding(style="form", explode=False)}, [("f", "f", OCTETS, b"x")]),
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
    ({"file": b"d"}, {"file": Encoding(content_type="image/*")}, [("file", "file", OCTETS, b"d")]),
    ({"file": b"d"}, {"file": Encoding(content_type="image/*, image/gif")}, [("file", "file", "image/gif", b"d")]),
    (
        {"file": ("a.jpg", b"d", "text/csv")},
        {"file": Encoding(content_type="image/png, image/jpeg")},
        [("file", "a.jpg", "image/png", b"d")],
    ),
    ({"file": ("a.tar.gz", b"d")}, {}, [("file", "a.tar.gz", "application/gzip", b"d")]),
    ({"doc": {"a": 1}}, {"doc": Encoding(content_type="text/plain")}, [("doc", None, "text/plain", b'{"a":1}')]),
    (
        {"doc": {"a": 1}},
        {"doc": Encoding(content_type="application/xml, application/hal+json")},
        [("doc", None, "application/hal+json", b'{"a":1}')],
    ),
    ({"t": "ü"}, {"t": Encoding(content_type="text/plain; charset=latin-1")}, [("t", None, "text/plain", b"\xfc")]),
    ({"file": bytearray(b"d")}, {}, [("file", "file", OCTETS, b"d")]),
    ({"file": memoryview(b"de")}, {}, [("file", "file", OCTETS, b"de")]),
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
        (io.StringIO("text"), "'file': a file has to be opened in binary mode"),
        (Path("missing.txt"), "'file': the file cannot be read: .*missing.txt"),
        (Path(), "'file': '.' is not a regular file"),
        (closed(), "'file': the file cannot be read: .*closed"),
    ],
)
def test_a_file_that_can_not_be_sent_is_refused(file: object, reason: str) -> None:
    with pytest.raises(InvalidRequestError, match=f"^op: .*{reason}"):
        operation().call(body={"file": file})


@pytest.mark.parametrize(
    ("value", "style"),
    [(["a,b", "c"], "form"), ({"a": "b,c"}, "form"), (["a b"], "spaceDelimited"), (["a|b"], "pipeDelimited")],
)
def test_an_element_that_would_arrive_as_two_is_refused(value: object, style: str) -> None:
    encoding = {"list": Encoding(style=style, explode=False)}
    with pytest.raises(InvalidRequestError, match=r"'list': an element contains '.', which separates elements"):
        operation(encoding=encoding).call(body={"list": value})


@pytest.mark.parametrize("file", ["a.txt", 7, {"a": 1}, ("a.txt",), ("a.txt", "text"), (None, b"x"), ["x"]])
def test_what_is_no_file_is_refused_where_the_document_has_one(file: Any) -> None:
    places = [
        (operation(Picture), {"Title": "t", "file": file}),
        (operation(Picture), {"Title": "t", "files": [file]}),
        (operation(Picture), Picture.model_construct(title="t", file=file)),
    ]
    for each, body in places:
        with pytest.raises(InvalidRequestError, match=r"[Aa] file has to be bytes, an open binary file, a Path"):
            each.call(body=body)
    with pytest.raises(ValueError, match="A file has to be"):
        Picture(title="t", file=file)


@pytest.mark.parametrize("file", ["a.png", 7, {"a": 1}, ["x"], [b"x", "y"]])
def test_what_is_no_file_is_refused_where_the_encoding_says_so(file: object) -> None:
    encoding = {"file": Encoding(content_type="image/png", is_file=True)}
    with pytest.raises(InvalidRequestError, match="'file': A file has to be"):
        operation(encoding=encoding).call(body={"file": file})


def test_the_mapping_of_a_form_is_checked_and_its_files_are_untouched(shop: Shop) -> None:
    file = named("x.bin")
    with pytest.raises(InvalidRequestError, match="/Title: Field required"):
        operation(Picture).call(body={"file": file})
    shop.perform(operation(Picture).call(body={"title": "t", "label": {"text": "x"}, "file": file, "more": file}))
    names = [("file", "x.bin", OCTETS, b"data"), ("more", "x.bin", OCTETS, b"data")]
    assert parts(shop.sent) == [
        ("Title", None, "", b"t"), ("label", None, "application/json", b'{"Text":"x"}'), *names
    ]  # fmt: skip
    assert not file.closed


@pytest.mark.parametrize(
    "media_type", ["multipart/mixed", "multipart/related", "multipart/form-data", "multipart/mixed; boundary=old; a=b"]
)
def test_the_declared_media_type_is_sent_with_a_boundary(shop: Shop, media_type: str) -> None:
    shop.perform(operation(media_type=media_type).call(body={"meta": {"a": 1}, "text": "t", "file": b"x"}))
    sent, *parameters = shop.sent.headers["content-type"].split("; ")
    assert sent == media_type.partition(";")[0]
    assert [each for each in parameters if "old" in each] == []
    assert ("a=b" in parameters) == ("a=b" in media_type)
    assert ('type="application/json"' in parameters) == (media_type == "multipart/related")
    text = "" if "form-data" in media_type else "text/plain"
    assert parts(shop.sent) == [
        ("meta", None, "application/json", b'{"a":1}'), ("text", None, text, b"t"), ("file", "file", OCTETS, b"x")
    ]  # fmt: skip


def test_any_multipart_type_is_a_form_unless_the_caller_chooses(shop: Shop) -> None:
    any_type = operation(media_type="multipart/*")
    shop.perform(any_type.call(body={"a": 1}))
    shop.perform(any_type.call(body={"a": 1}, media_type="multipart/mixed"))
    assert [each.headers["content-type"].partition(";")[0] for each in shop.requests] == [
        "multipart/form-data", "multipart/mixed"
    ]  # fmt: skip


def test_a_list_is_sent_as_parts_without_names(shop: Shop) -> None:
    mixed = operation(list[FileInput | dict[str, int]], media_type="multipart/mixed")
    shop.perform(mixed.call(body=[{"a": 1}, b"x", ("b.csv", b"y")]))
    assert parts(shop.sent) == [
        (None, None, "application/json", b'{"a":1}'), (None, None, OCTETS, b"x"), (None, "b.csv", "text/csv", b"y")
    ]  # fmt: skip
    with pytest.raises(InvalidRequestError, match="a form cannot be made of a list"):
        operation().call(body=[b"x"])


def test_declared_headers_of_a_part_are_sent(shop: Shop) -> None:
    encoding = {"file": Encoding(headers=(("X-Kind", "a"),)), "text": Encoding(headers=(("X-Kind", "b"),))}
    shop.perform(operation(encoding=encoding).call(body={"file": b"x", "text": "t"}))
    heads = [head for head in shop.sent.content.split(b"\r\n\r\n") if b"X-Kind" in head]
    assert [head.partition(b"X-Kind: ")[2] for head in heads] == [b"a", b"b"]


def test_an_object_is_not_written_as_xml() -> None:
    with pytest.raises(InvalidRequestError, match="'a': application/xml is not written from objects"):
        operation(encoding={"a": Encoding(content_type="application/xml")}).call(body={"a": {"b": 1}})


def test_a_path_is_open_only_while_it_is_sent(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n" * 50_000)
    body = {"file": path, "files": [("x.bin", path), path]}
    shop.perform(operation().call(body=body), httpx.Response(503), httpx.Response(204))
    content = path.read_bytes()
    expected = [
        ("file", "a.csv", "text/csv", content),
        ("files", "x.bin", OCTETS, content),
        ("files", "a.csv", "text/csv", content),
    ]
    assert [parts(request) for request in shop.requests] == [expected] * 2
    assert [int(request.headers["content-length"]) for request in shop.requests] == [
        len(request.content) for request in shop.requests
    ]


def test_a_file_that_changes_is_sent_as_far_as_it_was_or_not_at_all(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"12345")
    call = operation().call(body={"file": path})
    path.write_bytes(b"1234567")
    shop.perform(call)
    assert parts(shop.sent) == [("file", "log.txt", "text/plain", b"12345")]
    path.write_bytes(b"1")
    with pytest.raises(InvalidRequestError, match="'file': the file became shorter"):
        shop.perform(call)
    path.unlink()
    with pytest.raises(InvalidRequestError, match="'file': the file cannot be read"):
        shop.perform(call)


def test_a_model_with_a_file_can_be_shown_and_copied_but_is_no_json() -> None:
    picture = Picture(title="t", file=b"secret", files=[Path("/home/me/a.png")])
    assert picture.model_dump() == {
        "title": "t", "label": None, "file": b"secret", "files": [Path("/home/me/a.png")]
    }  # fmt: skip
    assert picture.model_dump_json(exclude_none=True) == '{"title":"t","file":"<file>","files":["<file>"]}'
    assert pickle.loads(pickle.dumps(picture)) == picture.model_copy() == picture  # noqa: S301 - our own
    with pytest.raises(ValueError, match="a file cannot be sent as JSON"):
        picture.to_wire()
