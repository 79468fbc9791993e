"""Responses of a server that wants to do harm: status line, headers, charset and body, as bytes of a connection.

They go through the HTTP library itself, so that what it refuses, and how, is a part of what is tried.
"""

import asyncio
import gzip
import inspect
import io
import pickle
import ssl
import zlib
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Any

import httpcore
import httpx
from hypothesis import strategies as st

from support.packages import Package

DOCUMENT = """
openapi: 3.1.0
info: {title: Hostile, version: "1"}
servers: [{url: "http://api.test/v1"}]
security: [{login: []}]
x-envelope: {success: /ok, message: /message, errors: /errors, requestId: /request}
x-rate-limit: {requests: 5, per: 60, scope: account, headers: {remaining: X-Remaining, retryAfter: X-Retry}}
paths:
  /cursor:
    get:
      operationId: cursor
      tags: [items]
      x-pagination: {items: /items, cursor: {parameter: after, pointer: /next}, total: {header: X-Total}}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /counted:
    get:
      operationId: counted
      tags: [items]
      x-pagination: {items: /items, page: {parameter: page, pages: /pages, number: /page}, total: /total}
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /offset:
    get:
      operationId: offset
      tags: [items]
      x-pagination: {items: /items, offset: {parameter: offset}, total: /total}
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /linked:
    get:
      operationId: linked
      tags: [items]
      x-pagination: {items: /items, link: next}
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /nextUrl:
    get:
      operationId: nextUrl
      tags: [items]
      x-pagination: {items: /items, nextUrl: /next}
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /item:
    get:
      operationId: item
      tags: [items]
      responses:
        "200":
          description: One
          headers:
            X-Count: {schema: {type: integer}}
            X-Amount: {schema: {type: number, format: decimal}}
            X-When: {schema: {type: string, format: date-time}}
            X-List: {schema: {type: array, items: {type: integer}}}
            X-Json: {content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}
        "4XX": {description: No, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
  /text:
    get:
      operationId: text
      tags: [items]
      responses: {"200": {description: It, content: {text/plain: {schema: {type: string}}}}}
  /file:
    get:
      operationId: file
      tags: [items]
      responses: {"200": {description: It, content: {application/pdf: {}}}}
  /events:
    get:
      operationId: events
      tags: [items]
      responses:
        "200": {description: It, content: {text/event-stream: {itemSchema: {$ref: "#/components/schemas/Item"}}}}
  /lines:
    get:
      operationId: lines
      tags: [items]
      responses:
        "200": {description: It, content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Item"}}}}
  /parts:
    get:
      operationId: parts
      tags: [items]
      responses:
        "200": {description: It, content: {multipart/mixed: {itemSchema: {$ref: "#/components/schemas/Item"}}}}
  /jobs:
    post:
      operationId: export
      tags: [jobs]
      x-polling:
        id: /id
        status: {operation: state, parameter: job, state: /state}
        result: {operation: result, parameter: job}
        states: {pending: [running], done: [done], failed: [failed]}
        interval: 5
        attempts: 2
      responses: {"202": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
  /jobs/{job}:
    parameters: [{name: job, in: path, required: true, schema: {type: string}}]
    get:
      operationId: state
      tags: [jobs]
      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
  /jobs/{job}/result:
    parameters: [{name: job, in: path, required: true, schema: {type: string}}]
    get:
      operationId: result
      tags: [jobs]
      x-rows: {schema: {$ref: "#/components/schemas/Item"}}
      responses: {"200": {description: It, content: {text/csv: {}, application/json: {}, application/xml: {}}}}
components:
  securitySchemes:
    login: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://login.test/token", scopes: {}}}}
  responses:
    Page: {description: Some, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
  schemas:
    Page:
      type: object
      properties:
        items: {type: array, items: {$ref: "#/components/schemas/Item"}}
        next: {type: [string, "null"]}
        total: {type: integer}
        pages: {type: integer}
        page: {type: integer}
    Item:
      type: object
      required: [id]
      properties:
        id: {type: string}
        state: {type: string, enum: [running, done, failed]}
        count: {type: integer}
        amount: {type: number, format: decimal}
        price: {type: string, format: decimal}
        ratio: {type: number}
        when: {type: string, format: date-time}
        day: {type: string, format: date}
        length: {type: string, format: duration}
        uuid: {type: string, format: uuid}
        flag: {type: boolean}
        tree: {$ref: "#/components/schemas/Tree"}
        any: {}
    Tree:
      oneOf:
        - {$ref: "#/components/schemas/Leaf"}
        - {$ref: "#/components/schemas/Branch"}
        - {type: integer}
        - {type: array, items: {$ref: "#/components/schemas/Tree"}}
    Leaf: {type: object, properties: {value: {type: integer}, child: {$ref: "#/components/schemas/Tree"}}}
    Branch: {type: object, properties: {value: {type: string}, child: {$ref: "#/components/schemas/Tree"}}}
"""

# ---------------------------------------------------------------- what a response is made of

STATUS_LINES = [
    *[b"HTTP/1.1 %d Whatever" % status for status in (201, 202, 204, 206, 226, 300, 301, 302, 303, 304, 307, 308)],
    *[b"HTTP/1.1 %d Whatever" % status for status in (400, 401, 403, 404, 409, 416, 422, 429, 500, 503, 599, 600, 999)],
    *[b"HTTP/1.0 200", b"HTTP/1.1 200", b"HTTP/1.1 200 " + b"x" * 5_000, b"HTTP/1.1 200 \xff\xfe", b"HTTP/1.1 000 x"],
    *[b"HTTP/1.1 99999 x", b"HTTP/1.1 -1 x", b"HTTP/1.1 2e2 x", b"HTTP/2 200 OK", b"HTTP/9.9 200 OK", b"ICY 200 OK"],
    *[b"", b"\x00", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", b"HTTP/1.1 101 Switching"],
]
NUMBERS = [
    *["", "0", "-0", "-1", "1", "2.5", "1e3", "1e400", "-1e400", "1e999999999", "NaN", "Infinity", "-inf", "0x10"],
    *["18446744073709551615", "18446744073709551616", "-9223372036854775809", "9" * 400, "9" * 5_000, "1_000", "+5"],
    *["\u0663", "\uff11", "\u00b2", "1, 2", "1;2", "bytes 0-9/10", "\x0b1", "true", "null"],
]
DATES = [
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 99999 08:49:37 GMT",
    "Sun, 06 Nov 0000 08:49:37 GMT",
    "Sun, 31 Feb 9999 24:61:61 +9999",
    "Sun Nov  6 08:49:37 1994",
    "06 Nov " + "9" * 5_000 + " 08:49:37 GMT",
    "9999-12-31T23:59:60Z",
    "-0001-01-01T00:00:00+99:99",
    "Thu, 01 Jan 1970 00:00:00 -0000",
    ", , ,",
]
CHARSETS = [
    *["base64", "hex", "rot13", "rot_13", "zlib", "bz2", "quopri", "uu", "idna", "punycode", "unicode_escape"],
    *["raw_unicode_escape", "undefined", "mbcs", "oem", "utf-7", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp037"],
    *[
        "hz",
        "iso2022_jp",
        "big5",
        "ascii",
        "latin-1",
        "unknown",
        "\u00fc",
        "a" * 5_000,
        "../../x",
        "utf8\x00",
        "''",
        '"',
    ],
]
MEDIA_TYPES = [
    *["application/json", "application/problem+json", "text/plain", "text/html", "text/csv", "application/xml", "*/*"],
    *["text/event-stream", "application/jsonl", "multipart/mixed; boundary=b", "multipart/mixed", "application/pdf"],
    *[
        'multipart/mixed; boundary="' + "b" * 300 + '"',
        "",
        "/",
        "application/json; charset",
        "\u00fc/\u00fc",
        "a" * 5_000,
    ],
]
NAMES = ["../../x", "x\x00y", "CON", "a" * 5_000, "utf-8''%ff%fe", "idna''x", "utf-8''%", "\ud800", '"', "\\", ".", ""]
LINKS = [
    '<{}>; rel="next"',
    "<{}>; rel=next; rel=prev; title*=idna''x",
    "<{}>" + "; a" * 500,
    "<" * 500 + "{}",
    ",,,<{}>;rel=" + '"next ' * 100,
]
URLS = [
    *["/v1/linked?p=2", "?", "", "//evil.test", "http://api.test:99999/v1", "http://[::1", "http://api.test/v1/\ud800"],
    *[
        "http://api.test/v1/../x",
        "http://\u0130.test/",
        "http://api.test:\u0663/",
        "javascript:1",
        "http://a@api.test/",
    ],
    *["/v1/" + "x" * 70_000, "\\\\evil.test", "http://api.test/v1/%", "http://xn--\uffff.test/", "\x0b", "{}"],
]
NUMERIC_HEADERS = ["X-Remaining", "X-Retry", "Retry-After", "X-Total", "Age", "X-Count", "X-Amount", "X-List", "X-Json"]
VALUES = [
    *[number for number in NUMBERS if number not in {"", "0x10", "+5", "\x0b1", "1, 2"}],
    *['""', '"\\ud800"', '"\\u0000"', '"running"', '"done"', '"failed"', '"' + "x" * 5_000 + '"', "[]", "{}", "[[[]]]"],
    *["[" * 90 + "]" * 90, '{"child":' * 90 + '{"value":[]}' + "}" * 90, '{"child":[' * 40 + "1.5" + "]}" * 40],
    *['{"value":"x","child":{"value":true}}', '"P1Y"', '"PT' + "9" * 500 + 'S"', '"9999-12-31T23:59:59.999999999Z"'],
    *['"0000-00-00"', '"NaN"', '"1e999999999"', '"' + "9" * 5_000 + '"', '"http://api.test/v1/nextUrl?p=2"', "false"],
]
FIELDS = [
    *["id", "state", "count", "amount", "price", "ratio", "when", "day", "length", "uuid", "flag", "tree", "any"],
    *["next", "total", "pages", "page", "ok", "message", "errors", "request", "code", "detail", "access_token"],
    *["expires_in", "token_type", "refresh_token", "error"],
]


HEADERS = st.one_of(
    st.tuples(st.sampled_from(NUMERIC_HEADERS), st.sampled_from(NUMBERS)),
    st.tuples(st.sampled_from(["Date", "Retry-After", "X-Retry", "Expires", "X-When"]), st.sampled_from(DATES)),
    st.builds("text/plain; charset={}".format, st.sampled_from(CHARSETS)).map(lambda text: ("Content-Type", text)),
    st.builds("application/json;charset={}".format, st.sampled_from(CHARSETS)).map(lambda text: ("Content-Type", text)),
    st.tuples(st.just("Content-Type"), st.sampled_from(MEDIA_TYPES)),
    st.builds("attachment; filename{}={}".format, st.sampled_from(["", "*"]), st.sampled_from(NAMES)).map(
        lambda text: ("Content-Disposition", text)
    ),
    st.builds("bytes {}-{}/{}".format, *[st.sampled_from(NUMBERS)] * 3).map(lambda text: ("Content-Range", text)),
    st.tuples(st.just("Content-Length"), st.sampled_from(NUMBERS)),
    st.builds(lambda link, url: ("Link", link.replace("{}", url)), st.sampled_from(LINKS), st.sampled_from(URLS)),
    st.tuples(st.just("Location"), st.sampled_from(URLS)),
    st.tuples(
        st.just("Content-Encoding"), st.sampled_from(["gzip", "deflate", "gzip, gzip", "br", "zstd", "x", "identity"])
    ),
    st.tuples(st.just("Transfer-Encoding"), st.sampled_from(["chunked", "gzip", "chunked, chunked", "x"])),
    st.tuples(st.just("RateLimit-Policy"), st.builds('"x";q={};w={}'.format, *[st.sampled_from(NUMBERS)] * 2)),
    st.tuples(
        st.sampled_from(
            ["Set-Cookie", "ETag", "WWW-Authenticate", "Accept-Ranges", "Last-Modified", "X\u00fc", "X Y", ""]
        ),
        st.sampled_from(['W/"', "a=b; expires=" + "9" * 400, "Basic \xff", "a" * 70_000, "a\rb", "a\x00b"]),
    ),
)
OBJECTS = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(VALUES), min_size=1, max_size=5).map(
    lambda members: "{" + ",".join(f'"{name}":{text}' for name, text in members.items()) + "}"
)
PAGES = st.builds(
    lambda items, members: f'{{"items":[{",".join(items)}],{members[1:]}', st.lists(OBJECTS, max_size=2), OBJECTS
)
TEXTS = st.one_of(
    OBJECTS,
    OBJECTS,
    PAGES,
    PAGES,
    st.sampled_from(VALUES),
    st.builds("data: {}\nid: {}\nretry: {}\n\n".format, OBJECTS, st.sampled_from(NUMBERS), st.sampled_from(NUMBERS)),
    st.builds(
        "--b\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}\r\n--b--\r\n".format,
        st.sampled_from(MEDIA_TYPES),
        st.sampled_from(NUMBERS),
        OBJECTS,
    ),
    st.builds("id,count\r\n{},{}\r\n".format, st.sampled_from(NAMES), st.sampled_from(NUMBERS)),
    st.builds("<a><b><id>{}</id></b></a>".format, st.sampled_from(NUMBERS)),
    st.sampled_from(
        ["[" * 100_000, '{"a":' * 100_000, "<a>" * 10_000, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '"']
    ),
    st.sampled_from(["<html>sorry</html>", "\x1e{}\n", "--b", "--b--", "\x00", "\ufeff{}", "\ufeff\ufeff[]"]),
)


def _encoded(text: str, codec: str, wrap: Callable[[bytes], bytes]) -> bytes:
    return wrap(text.encode(codec, "surrogatepass"))


BODIES = st.one_of(
    st.builds(
        _encoded,
        TEXTS,
        st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "utf-32-be"]),
        st.sampled_from(
            [bytes, bytes, bytes, gzip.compress, zlib.compress, lambda data: gzip.compress(gzip.compress(data))]
        ),
    ),
    st.sampled_from([b"", b"\xff\xfe", b"\xff" * 100, b"\x1f\x8b\x08", gzip.compress(b"0" * 100_000)]),
)


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    """What arrives on a connection: usually the head of a success with a JSON body and something odd in it."""
    status = draw(st.one_of(st.just(b"HTTP/1.1 200 OK"), st.sampled_from(STATUS_LINES)))
    headers, body = draw(st.lists(HEADERS, max_size=2)), draw(BODIES)
    names = {name.lower() for name, _ in headers}
    if "content-type" not in names and draw(st.booleans()):
        headers.append(("Content-Type", draw(st.sampled_from(MEDIA_TYPES[:2]))))
    if not names & {"content-length", "transfer-encoding"}:
        headers.append(("Content-Length", str(len(body))))
    if "transfer-encoding" in names and draw(st.booleans()):
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    lines = [status, *(f"{name}: {value}".encode("utf-8", "surrogatepass") for name, value in headers)]
    return b"\r\n".join([*lines, b"", body])


# ---------------------------------------------------------------- who receives it

_GRANTED = b'{"access_token": "token", "token_type": "bearer"}'
TOKEN = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(_GRANTED), _GRANTED)
TOKENS = st.integers(0, 5).flatmap(lambda number: st.just(TOKEN) if number else responses())
"""What the token endpoint answers: a token, mostly."""


OPERATIONS = [
    *["item", "text", "file", "events", "lines", "parts", "cursor", "counted", "offset", "linked", "next_url"],
    *["raw", "file_to", "file_stream", "text_stream", "export_and_wait", "export_rows"],
]
"""One call of every kind."""
_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # one, without certificates, which take long to load
MOST = 20
"""How many items of a list or a stream are read."""


class Clock:
    """A clock that moves when somebody sleeps, and a little whenever it is read."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        self.now += 0.001
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += max(seconds, 0.0)

    async def sleep_async(self, seconds: float) -> None:
        """Let time pass."""
        self.sleep(seconds)


def _chunks(raw: bytes) -> list[bytes]:
    """What a connection receives, in two pieces."""
    return [raw[: len(raw) // 2], raw[len(raw) // 2 :]]


def _client(package: Package, raw: bytes, token: bytes, *, is_async: bool) -> Any:
    """A client whose connections receive these bytes; the token endpoint has others."""
    mounts: dict[str, Any] = {}
    for pattern, answer in (("all://login.test", token), ("all://", raw)):
        if is_async:
            transport: Any = object.__new__(httpx.AsyncHTTPTransport)
            backend: Any = httpcore.AsyncMockBackend(_chunks(answer))
            transport._pool = httpcore.AsyncConnectionPool(_TLS, network_backend=backend)
        else:
            transport = object.__new__(httpx.HTTPTransport)
            backend = httpcore.MockBackend(_chunks(answer))
            transport._pool = httpcore.ConnectionPool(_TLS, network_backend=backend)
        mounts[pattern] = transport
    http: Any = (httpx.AsyncClient if is_async else httpx.Client)(
        mounts=mounts, transport=mounts["all://"], trust_env=False
    )
    clock = Clock()
    client = package._class("Async" if is_async else "")(
        http_client=http,
        base_url="http://api.test/v1",
        client_id="the-id",
        client_secret="canary-of-fuzz",  # noqa: S106 - of nobody
        max_retries=1,
        on_drift=str,
        rate_limits=package.module.MemoryRateLimits(clock=clock),
    )
    client._sleep = clock.sleep_async if is_async else clock.sleep
    client._config = replace(client._config, clock=clock, monotonic=clock)
    return client


def receive(package: Package, operation: str, raw: bytes, token: bytes = TOKEN, *, is_async: bool = False) -> object:
    """Call an operation, read everything that it gives, and return that or the error of the package.

    Raises whatever else is raised.
    """
    try:
        client = _client(package, raw, token, is_async=is_async)
        value = asyncio.run(_receive_async(client, operation)) if is_async else _receive(client, operation)
    except package.module.ApiError as error:
        value = error
    headers = package.load("headers")
    for name in headers.__all__ if isinstance(value, package.module.RawResponse | package.module.ResponseError) else ():
        try:
            getattr(headers, name).read(value)
        except package.module.DecodeError:
            continue
    pickle.dumps(value) if isinstance(value, Exception) else repr(value)
    return value


def _arguments(operation: str) -> tuple[list[Any], dict[str, Any]]:
    arguments = {"timeout": 60} if operation.startswith("export") else {}
    return [io.BytesIO()] if operation == "file_to" else [], arguments


def _receive(client: Any, operation: str) -> object:
    if operation == "raw":
        return client.returning_raw().items.item()
    positional, named = _arguments(operation)
    value = getattr(client.jobs if named else client.items, operation)(*positional, **named)
    if not hasattr(value, "__next__") and operation not in {"cursor", "counted", "offset", "linked", "next_url"}:
        return value
    return list(islice(value, MOST))


async def _receive_async(client: Any, operation: str) -> object:
    if operation == "raw":
        return await client.returning_raw().items.item()
    positional, named = _arguments(operation)
    value = getattr(client.jobs if named else client.items, operation)(*positional, **named)
    value = await value if inspect.isawaitable(value) else value
    if not hasattr(value, "__aiter__"):
        return value
    items: list[object] = []
    async for item in value:
        items.append(item)
        if len(items) == MOST:
            break
    return items
