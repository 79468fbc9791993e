"""A key that a server repeats is removed in every spelling that its encoders, one inside the other, produce."""

import base64
import html
import json
import logging
import pickle
import random
import re
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, quote_plus

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scratch._runtime import redaction
from scratch._runtime.errors import ApiError
from scratch._runtime.model import Model
from scratch._runtime.operation import Operation
from scratch._runtime.redaction import HIDDEN, Redactor, Secret, guard_logs
from scratch._runtime.response.content import Json

from runtime.shop import Shop, response
from support.canaries import Canaries

Encode = Callable[[str, Callable[[], bool]], str]
"""Encodes a text; the function decides whether a character that need not be escaped is."""


def choices(seed: int) -> Callable[[], bool]:
    """Coin tosses, the same for the same seed; hypothesis itself would need seconds for so many."""
    choose = random.Random(seed)  # noqa: S311 - nothing is secret
    return lambda: choose.random() < 0.5


def to_json(text: str, choose: Callable[[], bool]) -> str:
    """The inside of a JSON string: `/` as PHP writes it, `+`, `<` and `&` as .NET does, anything as `\\uXXXX`."""
    written = ""
    for character in text:
        units = character.encode("utf-16-be")
        escapes = "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
        escapes = escapes if choose() else escapes.upper().replace("\\U", "\\u")
        if character in '"\\/' and choose():
            written += f"\\{character}"
        elif character in '"\\' or ord(character) < 32 or choose():
            written += escapes
        else:
            written += character
    return written


def to_url(text: str, choose: Callable[[], bool]) -> str:
    """A part of a URL or a form, in upper or lower case."""
    encoded = quote_plus(text) if choose() else quote(text, safe="")
    if choose():
        encoded = "".join(
            f"%{ord(character):02X}" if character.isascii() and character.isalnum() and choose() else character
            for character in text
        )
        encoded = quote(encoded, safe="%") if "%" not in text else quote(text)
    return encoded.replace("%2B", "%2b").replace("%2F", "%2f") if choose() else encoded


def to_html(text: str, choose: Callable[[], bool]) -> str:
    """Text of a page: named, decimal and hexadecimal entities."""
    written = ""
    for character in text:
        if choose():
            written += html.escape(character)
        else:
            written += f"&#{ord(character)};" if choose() else f"&#{'x' if choose() else 'X'}{ord(character):x};"
    return written


def to_repr(text: str, _choose: Callable[[], bool]) -> str:
    """What Python logs."""
    return repr(text.encode())[2:-1]


def decode_json(text: str) -> str:
    decoded: str = json.loads(f'"{text}"')
    return decoded


ENCODERS: list[Encode] = [to_json, to_url, to_html, to_repr]
MEDIA_TYPES = ["application/json", "text/plain", "text/html", "application/problem+json"]
CHARACTERS = st.characters(min_codepoint=32, exclude_categories=("C", "Zl", "Zp", "Zs"))


@pytest.fixture(autouse=True, scope="module")
def generated_keys_are_no_canaries(canaries: Canaries) -> Iterator[None]:
    """Keys such as 00000000 would be found in what other tests print."""
    with canaries.not_looking():
        yield


KEYS = st.text(CHARACTERS, min_size=8, max_size=24).filter(lambda key: key.lower() not in HIDDEN)
NOISE = st.sampled_from(["", " ", "key: ", "/", "?k=", "&quot;", "%20", "\\\\ ", "<b>", '", "x": "'])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(KEYS, st.lists(st.sampled_from(ENCODERS), max_size=3), st.integers(0, 2**32), NOISE, NOISE)
def test_no_spelling_of_a_key_survives(key: str, encoders: list[Encode], seed: int, before: str, after: str) -> None:
    encoded, choose = key, choices(seed)
    for encode in encoders:
        encoded = encode(encoded, choose)
    clean = Redactor([Secret(key)]).text(f"{before}{encoded}{after}")
    assert encoded not in clean
    assert HIDDEN in clean
    assert Redactor([Secret("another key")]).text(f"{before}{encoded}{after}") == f"{before}{encoded}{after}"


class Failure(Model):
    """An error with a text and whatever else."""

    message: str | None = None
    rest: dict[str, object] | None = None


def structure(data: st.DataObject, text: str, depth: int = 2) -> object:
    """A JSON value that contains the text as a value or a name, somewhere."""
    match data.draw(st.sampled_from(["text", "list", "object", "name"] if depth else ["text"])):
        case "list":
            return [1, structure(data, text, depth - 1), None]
        case "object":
            return {"message": structure(data, text, depth - 1), "n": 1.5}
        case "name":
            return {"rest": {text: True}}
        case _:
            return text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(KEYS, st.sampled_from(MEDIA_TYPES), st.integers(0, 2**32), st.data())
@pytest.mark.parametrize("documented", [True, False])
def test_no_error_shows_a_key_that_its_response_repeats(
    documented: bool, key: str, media: str, seed: int, data: st.DataObject
) -> None:
    text, choose = key, choices(seed)
    for encode in data.draw(st.lists(st.sampled_from([to_url, to_html]), max_size=1)):
        text = encode(text, choose)
    marked = json.dumps(structure(data, "@@"))
    body = marked.replace("@@", to_json(f"bad {text}", choose))
    responses = {"4XX": Json(Failure)} if documented else {}
    operation: Operation[Any] = Operation(
        id="op", method="GET", path="/x", security=(("key_header",),), responses=responses
    )
    answer = response(body, 400, media, x_echo=quote(text))
    with pytest.raises(ApiError) as caught:
        Shop("sync").perform(operation.call(), answer, credentials={"api_key": key})
    error: Any = caught.value
    shown = {"str": str(error), "repr": repr(error), "body": repr(error.body), "all": repr(vars(error))}
    shown["pickle"] = repr(pickle.loads(pickle.dumps(error)).__dict__)  # noqa: S301 - made here
    assert {name: text for name, text in shown.items() if key in text or key in plain(text)} == {}
    assert HIDDEN in shown["all"]


def plain(text: str) -> str:
    """A text with the escapes of JSON, Python, URLs and HTML decoded, however often."""
    for _ in range(6):
        text = html.unescape(text.replace("\\/", "/").replace("\\\\", "\\"))
    return text


@pytest.mark.parametrize("body", ["12345678", '{"pin": 12345678}', "[12345678.5]", '{"12345678": 1}', '"12345678"'])
def test_a_key_that_is_a_number_is_removed_too(body: str) -> None:
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=(("key_header",),))
    with pytest.raises(ApiError) as caught:
        Shop("sync").perform(operation.call(), response(body, 400), credentials={"api_key": "12345678"})
    assert "12345678" not in f"{caught.value} {vars(caught.value)}"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-32"])
def test_json_in_another_unicode_encoding_is_read_and_shows_no_key(codec: str) -> None:
    body = json.dumps({"message": "no canary/of 16 bits"}).encode(codec)
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=(("key_header",),))
    with pytest.raises(ApiError, match=r"no \[redacted\]") as caught:
        Shop("sync").perform(operation.call(), response(body, 400), credentials={"api_key": "canary/of 16 bits"})
    assert caught.value.body == {"message": f"no {HIDDEN}"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("wrap", [str, repr, json.dumps, quote, html.escape])
def test_the_base64_of_basic_credentials_is_a_spelling_too(wrap: Callable[[str], str]) -> None:
    login = "ann:canary???>>>~~"
    token = base64.b64encode(login.encode()).decode()
    clean = Redactor([Secret(login)]).text(wrap(f"Basic {token}!"))
    assert token.rstrip("=") not in clean
    assert HIDDEN in clean


SPELLINGS: dict[str, Callable[[str], str]] = {
    "Base64 of URLs": lambda key: base64.urlsafe_b64encode(key.encode()).decode(),
    "Base64 in short lines": lambda key: "\n".join(re.findall(".{1,10}", base64.b64encode(key.encode()).decode())),
    "Base64 in lines": lambda key: base64.encodebytes(key.encode()).decode().replace("\n", "\r\n  "),
    "Base64 in lines of JSON": lambda key: json.dumps(base64.encodebytes(key.encode()).decode()),
    "long decimal": lambda key: "".join(f"&#{ord(character):09d};" for character in key),
    "long hexadecimal": lambda key: "".join(f"&#x{ord(character):08x};" for character in key),
    "without semicolons": lambda key: "".join(f"&#{ord(character)}" for character in key),
    "a name without semicolon": lambda key: html.escape(key).replace("&gt;", "&gt"),
    "UTF-16": lambda key: key.encode("utf-16-le").decode(),
    "UTF-16 in a URL": lambda key: "".join(f"%{byte:02X}" for byte in key.encode("utf-16-be")),
    "UTF-32": lambda key: key.encode("utf-32").decode("utf-8", "replace"),
}


@pytest.mark.parametrize("encode", SPELLINGS.values(), ids=SPELLINGS)
def test_rare_spellings_are_removed_too(encode: Callable[[str], str]) -> None:
    key = "canary>?>?>~~~ 14 " + "of many characters " * 4
    text = f"<p> {encode(key)} </p>\n"
    clean = Redactor([Secret(key)]).text(text)
    assert HIDDEN in clean
    assert len(clean) < 40
    assert Redactor([Secret("of another, which is also long" * 3)]).text(text) == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("media", ["text/plain", "application/octet-stream"])
def test_a_text_in_another_unicode_encoding_that_is_not_named_shows_no_key(codec: str, media: str) -> None:
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=(("key_header",),))
    answer = httpx.Response(400, headers={"content-type": media}, content="no canary-15!".encode(codec))
    with pytest.raises(ApiError) as caught:
        Shop("sync").perform(operation.call(), answer, credentials={"api_key": "canary-15"})
    assert "canary-15" not in f"{caught.value} {vars(caught.value)}".replace("\0", "").replace("\\x00", "")


@pytest.mark.parametrize(("key", "number"), [("12.50", "12.5"), ("1e5", "100000"), ("1e5", "1E+5"), ("120", "120.0")])
def test_a_key_that_is_a_number_is_removed_however_it_is_written(key: str, number: str) -> None:
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=(("key_header",),))
    with pytest.raises(ApiError) as caught:
        Shop("sync").perform(operation.call(), response(f'{{"n": {number}}}', 400), credentials={"api_key": key})
    assert caught.value.body == {"n": HIDDEN}  # type: ignore[attr-defined]


def test_a_session_cookie_that_a_later_error_repeats_is_removed() -> None:
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", responses={"2XX": Json(object)})
    client = Shop("sync").client(
        response("{}", set_cookie="session=canary-16; Path=/"), response('{"message": "no canary-16"}', 400)
    )
    client.send(operation.call())
    with pytest.raises(ApiError, match=r"no \[redacted\]"):
        client.send(operation.call())


def failing(body: str) -> tuple[Any, int]:
    """The error of a response with a body, and how often a text of it was searched for secrets."""
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=(("key_header",),))
    searched = list[int]()
    find = Redactor._find_encoded

    def counted(redactor: Any, text: str) -> Any:
        searched.append(len(text))
        return find(redactor, text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Redactor, "_find_encoded", counted)
        with pytest.raises(ApiError) as caught:
            Shop("sync").perform(operation.call(), response(body, 400), credentials={"api_key": "canary-17"})
    return caught.value, len(searched)


def test_a_large_body_is_searched_as_a_whole_and_kept_up_to_a_size() -> None:
    body = json.dumps({f"k{number}": "%41" for number in range(20_000)})
    error, searches = failing(body)
    assert (error.body, searches < 10) == (json.loads(body), True)
    error, searches = failing(body.replace("k77", "canary-17"))
    assert (error.body, searches < 10, error.excerpt.startswith('{"k0"')) == (None, True, True)
    error, searches = failing("%41" * 2_000_000)
    assert (error.body, searches < 10, error.excerpt) == (None, True, "%41" * 100)


def test_a_part_of_a_text_is_removed_and_the_rest_stays_as_it_is() -> None:
    text = r'{"a\/b": "C:\\\u0063anary\/9\\x", "c": "%63anary%2F9%20&#99;anary&#x2f;9&amp;", "d": "caf\u00e9"}'
    expected = r'{"a\/b": "C:\\[redacted]\\x", "c": "[redacted]%20[redacted]&amp;", "d": "caf\u00e9"}'
    assert Redactor([Secret("canary/9")]).text(text) == expected


@pytest.mark.parametrize("unit", ["%41", "\\", "&amp;", "\\u0041", "%25"])
def test_many_escapes_need_little_memory(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction, "_WINDOW", 10_000)
    monkeypatch.setattr(redaction, "LONGEST_SPELLING", 1_000)
    redactor = Redactor([Secret("canary/10")])
    text = unit * (300_000 // len(unit)) + "canary%2f10"
    tracemalloc.start()
    clean = redactor.text(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert clean.endswith(HIDDEN)
    assert peak < 5_000_000


def test_what_a_library_logs_is_redacted_in_every_spelling(
    caplog: pytest.LogCaptureFixture, canaries: Canaries
) -> None:
    redactor = Redactor([Secret("canary/éü 11")])
    guard_logs(redactor, "httpx")
    with caplog.at_level(logging.DEBUG), canaries.not_looking():
        logging.getLogger("httpx").info("%r", ["canary/éü 11".encode(), quote("canary/éü 11")])
        logging.getLogger("httpx").info("%s", json.dumps({"42": "canary/éü 11"}))  # no key of another test
    logged = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert logged == [f"[b'{HIDDEN}', '{HIDDEN}']", f'{{"42": "{HIDDEN}"}}']


def test_of_renewed_tokens_the_last_two_are_known_and_no_memory_is_kept_for_others(canaries: Canaries) -> None:
    redactor = Redactor([Secret("canary-fixed-12")])
    tracemalloc.start()
    with canaries.not_looking():  # or they would keep every token in memory
        for number in range(5_000):
            redactor.renew("login", Secret(f"{'x' * 1_000}-{number}-token"), Secret(f"refresh-{number}-token"))
            redactor.text(f"refresh-{number}-token")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    known = [number for number in range(4_990, 5_000) if HIDDEN in redactor.text(f"refresh-{number}-token")]
    assert known == [4_998, 4_999]
    assert redactor.text("canary-fixed-12") == HIDDEN


def test_headers_are_removed_by_name_and_by_value() -> None:
    redactor = Redactor([Secret("canary-13")], frozenset({"x-key"}))
    headers = {"X-Key": "anything", "Content-Type": "text/canary-13", "X-Canary-13": "1", "Date": "today"}
    assert redactor.headers(headers) == {
        "x-key": HIDDEN,
        "content-type": f"text/{HIDDEN}",
        f"x-{HIDDEN}": "1",
        "date": "today",
    }
    assert redactor.headers({"Date": "today"}) == {"date": "today"}
    assert httpx.Headers(redactor.headers(httpx.Headers({"X-KEY": "1"})))["x-key"] == HIDDEN
