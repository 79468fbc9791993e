"""The parsers of bodies that consist of items, for every division of a body into chunks."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scratch._runtime.framing import (
    MAX_PART_SIZE,
    EventFraming,
    FramingError,
    JsonLines,
    JsonSequence,
    LineSplitter,
    MultipartFraming,
    ServerSentEvent,
)
from scratch._runtime.response.content import Content

Event = ServerSentEvent


def whole(framing: Any, *chunks: bytes) -> list[Any]:
    """The items of a body that arrives in these chunks."""
    return [*(item for chunk in chunks for item in framing.feed(chunk)), *framing.finish()]


def divided(body: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({cut % (len(body) + 1) for cut in cuts})
    return [body[start:end] for start, end in zip([0, *places], [*places, len(body)], strict=True)]


EVENTS: list[tuple[str, bytes, list[Any]]] = [
    ("one", b"data: a\n\n", [Event("a")]),
    ("all fields", b"event: e\nid: 7\nretry: 10\ndata: a\n\n", [Event("a", "e", "7", 10)]),
    ("multi-line data", b"data: a\ndata: b\ndata:\ndata:c\n\n", [Event("a\nb\n\nc")]),
    ("one space is removed", b"data:  a\n\n", [Event(" a")]),
    ("no colon", b"data\n\ndata\ndata\n\n", [Event(""), Event("\n")]),
    ("cr", b"data: a\r\rdata: b\r\r", [Event("a"), Event("b")]),
    ("crlf", b"data: a\r\n\r\ndata: b\r\n\r\n", [Event("a"), Event("b")]),
    ("mixed ends", b"data: a\r\ndata: b\rdata: c\n\r\n", [Event("a\nb\nc")]),
    ("bom", b"\xef\xbb\xbfdata: a\n\n\xef\xbb\xbfdata: b\n\n", [Event("a")]),  # the second is part of a name
    ("comments", b": hello\n\n:\ndata: a\n: more\n\n", [Event("a")]),
    ("no data", b"event: ping\n\ndata: a\n\n", [Event("a")]),
    (
        "the id stays",
        b"id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
        [Event("a", id="1"), Event("b", id="1"), Event("c")],
    ),
    ("an id with nul is ignored", b"id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n", [Event("a", id="1"), Event("b", id="1")]),
    ("retry has digits only", b"retry: 1s\ndata: a\n\nretry: -1\ndata: b\n\n", [Event("a"), Event("b")]),
    ("other fields", b"Data: x\nx: y\ndata: a\n\n", [Event("a")]),
    ("not utf-8", b"data: \xff\xc3\ndata: gr\xc3\xbcn\n\n", [Event("\ufffd\ufffd\ngr\u00fcn")]),
    ("an incomplete event", b"data: a\n\ndata: b\n", [Event("a")]),
    ("nothing", b"", []),
    ("half a bom", b"\xef\xbb", []),
]


@pytest.mark.parametrize(("body", "events"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS])
def test_an_event_stream_is_parsed_as_the_standard_says(body: bytes, events: list[Any]) -> None:
    assert whole(EventFraming(), body) == events
    assert whole(EventFraming(), *(body[at : at + 1] for at in range(len(body)))) == events


def test_what_a_reconnection_needs_is_remembered_without_an_event() -> None:
    framing = EventFraming()
    assert whole(framing, b"id: 3\nretry: 50\n\n") == []
    assert (framing.last_id, framing.retry) == ("3", 50)
    framing.begin()
    assert whole(framing, b"\xef\xbb\xbfdata: a\n\n") == [Event("a", id="3")]


def test_an_event_arrives_with_its_last_byte() -> None:
    framing = EventFraming()
    for end in (b"\n\n", b"\r\r", b"\r\n\r"):
        assert [list(framing.feed(bytes([byte]))) for byte in b"data: a" + end] == [
            *[[]] * (6 + len(end)),
            [Event("a")],
        ]


fields = st.sampled_from([b"data", b"event", b"id", b"retry", b"", b"x"])
values = st.sampled_from([b"", b":", b": ", b": 1", b":a", b": \xc3\xbc", b":  b:c", b": \xff"])
ends = st.sampled_from([b"\n", b"\r", b"\r\n", b"\n\n", b"\r\r", b"\r\n\r\n"])
streams = st.lists(st.tuples(fields, values, ends).map(b"".join), max_size=12).map(b"".join)


@given(st.sampled_from([b"", b"\xef\xbb\xbf"]), streams, st.lists(st.integers(0, 400), max_size=8))
@settings(max_examples=60, deadline=None)
def test_events_do_not_depend_on_how_the_bytes_arrive(start: bytes, stream: bytes, cuts: list[int]) -> None:
    assert whole(EventFraming(), *divided(start + stream, cuts)) == whole(EventFraming(), start + stream)


@given(st.binary(max_size=40), st.lists(st.integers(0, 40), max_size=6), st.booleans())
@settings(max_examples=60, deadline=None)
def test_lines_do_not_depend_on_how_the_bytes_arrive(body: bytes, cuts: list[int], cr: bool) -> None:
    body = body.replace(b"\x01", b"\r").replace(b"\x02", b"\n")
    lines = whole(LineSplitter(cr=cr), *divided(body, cuts))
    normal = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if cr else body.replace(b"\r\n", b"\n")
    assert lines == (normal.removesuffix(b"\n").split(b"\n") if normal else [])


documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(documents, max_size=5), st.lists(st.integers(0, 400), max_size=8), st.sampled_from([None, 2]))
@settings(max_examples=60, deadline=None)
def test_json_lines_and_sequences_do_not_depend_on_how_the_bytes_arrive(
    items: list[Any], cuts: list[int], indent: int | None
) -> None:
    lines = b"".join(json.dumps(item).encode() + b"\r\n\n" for item in items)
    assert [json.loads(line) for line in whole(JsonLines(), *divided(lines, cuts))] == items
    sequence = b"".join(b"\x1e" + json.dumps(item, indent=indent).encode() + b"\n" for item in items)
    assert [json.loads(record) for record in whole(JsonSequence(), *divided(sequence, cuts))] == items


def test_a_record_arrives_with_its_line_feed_however_many_lines_it_has() -> None:
    framing = JsonSequence()
    assert [list(framing.feed(chunk)) for chunk in (b'\x1e{"a":\n', b"1}", b"\n", b"\x1e2", b"\n")] == [
        [],
        [],
        [b'{"a":\n1}\n'],
        [],
        [b"2\n"],
    ]


def test_a_truncated_record_is_given_as_it_came() -> None:
    assert whole(JsonSequence(), b'\x1e{"a\n\x1e1\n') == [b'{"a\n', b"1\n"]


# ---------------------------------------------------------------- multipart


def multipart(boundary: str = "b", limit: int = MAX_PART_SIZE) -> MultipartFraming:
    media_type = f'multipart/mixed; boundary="{boundary}"'
    return MultipartFraming(Content(b"", "multipart/mixed", 200, {"content-type": media_type}), limit)


PARTS = b"\r\n".join(
    [
        *(b"preamble", b"--b", b"Content-Type: application/json; charset=utf-8", b"X-Name: v", b"", b"{}"),
        *(b"--b  ", b"", b"plain", b""),
        *(b"--b", b"content-length: 9", b"", b"--c", b"--bx"),
        *(b"--b", b"Content-Type: image/png", b"", b"", b"\x00", b"--bb"),
        *(b"--b--", b"epilogue", b"--b", b""),
    ]
)


@given(st.lists(st.integers(0, len(PARTS)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_parts_do_not_depend_on_how_the_bytes_arrive(cuts: list[int]) -> None:
    parts = whole(multipart(), *divided(PARTS, cuts))
    assert [(part.media_type, part.data) for part in parts] == [
        ("application/json", b"{}"),
        ("text/plain", b"plain\r\n"),
        ("text/plain", b"--c\r\n--bx"),
        ("image/png", b"\r\n\x00\r\n--bb"),
    ]
    assert parts[0].headers == {"content-type": "application/json; charset=utf-8", "x-name": "v"}


def test_a_part_with_a_length_arrives_before_the_next_delimiter() -> None:
    framing = multipart()
    assert [part.data for part in framing.feed(b"--b\r\nContent-Length: 2\r\n\r\nab")] == [b"ab"]
    assert [part.data for part in framing.feed(b"\r\n--b\n\ncd\n--b")] == []
    assert [part.data for part in framing.feed(b"--")] == [b"cd"]
    assert list(framing.finish()) == []


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize(
    ("framing", "chunk", "reason"),
    [
        (EventFraming(limit=100), b"data: " + b"x" * 60, "a line of more than 100 bytes"),
        (EventFraming(limit=100), b"data: " + b"x" * 60 + b"\n", "an event of more than 100 bytes"),
        (EventFraming(limit=100), b":" + b"x" * 60, "a line of more than 100 bytes"),
        (JsonLines(limit=100), b"[" * 60, "a line of more than 100 bytes"),
        (JsonSequence(limit=100), b"[" * 60, "a record of more than 100 bytes"),
    ],
)
def test_an_item_without_end_is_refused(framing: Any, chunk: bytes, reason: str) -> None:
    assert list(framing.feed(chunk)) == []
    with pytest.raises(FramingError, match=reason):
        list(framing.feed(chunk))


def test_a_part_without_end_is_refused() -> None:
    framing = multipart(limit=100)
    assert list(framing.feed(b"--b\r\n\r\n" + b"x" * 60)) == []
    with pytest.raises(FramingError, match="a part of more than 100 bytes"):
        list(framing.feed(b"x" * 60))


def test_headers_of_a_part_without_end_are_refused() -> None:
    with pytest.raises(FramingError, match="a part with headers of more than 65536 bytes"):
        list(multipart().feed(b"--b\r\nX: " + b"x" * 70_000))


def test_a_preamble_without_end_is_not_kept() -> None:
    framing = multipart()
    for _ in range(50):
        assert list(framing.feed(b"x" * 10_000)) == []
    assert len(framing._buffer) < 1_000


def test_a_body_without_boundary_or_end_is_refused() -> None:
    with pytest.raises(FramingError, match="names no boundary"):
        MultipartFraming(Content(b"", "multipart/mixed", 200, {"content-type": "multipart/mixed"}))
    for body in (b"--b\r\n\r\nab", b"<html>sorry</html>", b"--b\r\nContent-Length: 2\r\n\r\nab", b"\r\n--b", b"x--b--"):
        with pytest.raises(FramingError, match="without its end"):
            whole(multipart(), body)
    assert whole(multipart(), b"") == []
    assert whole(multipart(), b"--b--") == []
