"""A canary key, sent to a real server on this machine that echoes it everywhere, shows up nowhere."""

import copy
import dataclasses
import io
import json
import logging
import pickle
import threading
import traceback
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote, quote_plus

import httpx
import pytest
from scratch._runtime.api import Api
from scratch._runtime.byte_stream import open_bytes, open_bytes_async
from scratch._runtime.errors import ApiError, DecodeError
from scratch._runtime.model import ClosedModel
from scratch._runtime.operation import Operation
from scratch._runtime.redaction import Redactor, Secret, guard_logs
from scratch._runtime.response.content import Json

from runtime.shop import API, RUNTIME, Shop
from support.canaries import Canaries

CANARY = 'canary/7z3q+"q&=<> 9'  # not in hexadecimal digits, as addresses in tracebacks are
SPELLINGS = {
    CANARY,
    quote(CANARY),
    quote(CANARY, safe=""),
    quote_plus(CANARY),
    json.dumps(CANARY)[1:-1],
    "canary",
    "7z3q",
}


class Echo(BaseHTTPRequestHandler):
    """Answers with a failure that repeats everything it was told."""

    def do_GET(self) -> None:
        told = json.dumps(
            {"message": f"bad key in {self.path}", "headers": dict(self.headers.items()), "key": CANARY}
        ).encode()
        self.send_response(int(self.path.split("/")[2].partition("?")[0]))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.send_header("X-Echo", quote(CANARY))
        self.send_header("Set-Cookie", f"key={quote(CANARY)}")
        self.send_header("Location", f"http://elsewhere.test/?apikey={quote(CANARY, safe='')}")
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def echo() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass(frozen=True)
class Loopback:
    """A server on this machine, and everything that any logger says meanwhile, at DEBUG."""

    url: str
    log: io.StringIO


@pytest.fixture
def at(echo: str) -> Iterator[Loopback]:
    stream = io.StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield Loopback(echo, stream)
    root.setLevel(level)
    root.removeHandler(handler)


def shown(text: str) -> list[str]:
    return [spelling for spelling in SPELLINGS if spelling.lower() in text.lower()]


def frames(error: BaseException) -> str:
    """The traceback of an error inside the runtime, with the values of all local variables."""
    stack = traceback.TracebackException.from_exception(error, capture_locals=True).stack
    ours = [frame for frame in stack if str(RUNTIME) in frame.filename]
    assert len(ours) > 1
    return "".join(traceback.StackSummary.from_list(ours).format())


def without_body(event: Any) -> dict[str, Any]:
    """An event but for the body, which hooks get as it came, with what the server repeats in it."""
    return {**dataclasses.asdict(event), "body": None}


def real_client(shop: Shop, base_url: str, *, own: bool, **options: Any) -> Any:
    """A client that really sends: through its own HTTP client, or one that was given."""
    kind: Any = type(shop.client())
    http = {"sync": httpx.Client, "async": httpx.AsyncClient}[shop.flavour]
    given = {} if own else {"http_client": http()}
    return kind(API, base_url=base_url, max_retries=0, **given, **options)


def sent_and_closed(shop: Shop, client: Any, call: Any) -> Any:
    """Send one call, or none, then close the client."""
    if shop.flavour == "sync":
        with client:
            return client.send(call) if call else None

    async def run() -> Any:
        async with client:
            return await client.send(call) if call else None

    return run()


CASES = [
    ("key_query", {"api_key": CANARY}),
    ("key_header", {"api_key": CANARY}),
    ("key_cookie", {"api_key": CANARY}),
    ("bearer", {"token": CANARY}),
    ("basic", {"login": f"ann:{CANARY}"}),
]


@pytest.mark.parametrize("case", CASES, ids=[scheme for scheme, _ in CASES])
@pytest.mark.parametrize("status", [200, 302, 401, 500])
@pytest.mark.parametrize("own", [True, False])
def test_the_key_shows_up_nowhere(
    shop: Shop, at: Loopback, case: tuple[str, dict[str, str]], status: int, own: bool
) -> None:
    scheme, credentials = case
    call = Operation[Any](
        id="op", method="GET", path=f"/s/{status}", responses={"200": Json(int)}, security=((scheme,),)
    ).call()
    events: list[Any] = []
    hooks = {"before_request": events.append, "after_response": events.append}
    client = real_client(shop, at.url, own=own, credentials=credentials, auth=scheme, strict=True, **hooks)
    with pytest.raises(ApiError) as caught:
        shop.run(sent_and_closed(shop, client, call))
    error: Any = caught.value
    texts = {
        "log": at.log.getvalue(),
        "error": f"{error!r} {error} {error.args} {vars(error)} {error.__cause__} {error.__context__}",
        "pickle": pickle.dumps(error).decode("latin-1"),
        "traceback": frames(error),
        "client": f"{client!r} {client} {client._config!r} {client._config.keyring.secrets!r}",
        "call": repr(call),
        "hooks": "".join(f"{each!r} {each} {without_body(each)}" for each in events),
    }
    assert {name: shown(text) for name, text in texts.items() if shown(text)} == {}
    assert "HTTP Request: GET" in texts["log"]
    assert "receive_response_headers" in texts["log"]
    assert [type(each).__name__ for each in events] == ["RequestEvent", "ResponseEvent"]


@pytest.mark.parametrize("case", CASES, ids=[scheme for scheme, _ in CASES])
def test_a_raw_response_shows_the_key_in_the_body_of_the_server_only(
    shop: Shop, at: Loopback, case: tuple[str, dict[str, str]]
) -> None:
    scheme, credentials = case
    call = Operation[Any](
        id="op", method="GET", path="/s/200", responses={"200": Json(object)}, security=((scheme,),)
    ).call()
    client = real_client(shop, at.url, own=True, credentials=credentials, auth=scheme)
    raw = shop.run(sent_and_closed(shop, client.returning_raw(), call))
    shop.run(sent_and_closed(shop, client, None))
    assert shown(f"{raw!r} {raw} {raw.headers} {at.log.getvalue()}") == []
    assert "set-cookie" in raw.headers
    assert CANARY in json.loads(raw.content)["key"]


def test_without_us_a_key_is_logged_and_echoed(at: Loopback, canaries: Canaries) -> None:
    with canaries.not_looking():
        answer = httpx.get(f"{at.url}/s/200", params={"apikey": "nobodys-key"})
    assert ("nobodys-key" in answer.text, "nobodys-key" in at.log.getvalue()) == (True, True)
    assert CANARY in answer.json()["key"]


class Closed(ClosedModel):
    """An object without members."""


@pytest.mark.parametrize(
    ("body", "media_type"), [('{"my-key":1}', "application/json"), ("{}", "text/my-key"), ("<p>", "text/my-key")]
)
def test_names_in_an_answer_show_no_key(shop: Shop, body: str, media_type: str) -> None:
    operation: Operation[Any] = Operation(
        id="op", method="GET", path="/x", security=(("key_query",),), responses={"200": Json(Closed)}
    )
    drifts: list[Any] = []
    told: list[str] = []
    for strict in (False, True):
        answer = httpx.Response(200, content=body, headers={"content-type": media_type})
        options: dict[str, Any] = {"credentials": {"api_key": "my-key"}, "on_drift": drifts.append}
        try:
            shop.perform(operation.call(), answer, strict=strict, **options)
        except DecodeError as error:
            told.append(str(error))
    assert (len(told), len(drifts)) == ((2, 0) if body == "<p>" else (1, 1))
    assert "my-key" not in f"{drifts} {told}"
    assert "[redacted]" in f"{drifts} {told}"


class Breaking(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body whose connection breaks."""

    def __init__(self, request: httpx.Request) -> None:
        self.request = request

    def __iter__(self) -> Iterator[bytes]:
        yield b"a"
        raise httpx.ReadError("broken", request=self.request)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"a"
        raise httpx.ReadError("broken", request=self.request)


def contexts(error: BaseException | None) -> list[BaseException]:
    """An exception, and all of those while which it was raised."""
    return [error, *contexts(error.__context__)] if error else []


def read_stream(client: Any, call: Any) -> list[bytes]:
    return list(open_bytes(client, call))


async def read_stream_async(client: Any, call: Any) -> list[bytes]:
    return [chunk async for chunk in await open_bytes_async(client, call)]


@pytest.mark.parametrize("is_stream", [True, False], ids=["stream", "value"])
def test_no_error_has_the_request_in_its_context(shop: Shop, is_stream: bool) -> None:
    read = (
        {"sync": read_stream, "async": read_stream_async}[shop.flavour]
        if is_stream
        else lambda own, call: own.send(call)
    )
    call = Operation[Any](id="op", method="GET", path="/x", security=(("bearer",),)).call()
    client = shop.client(
        lambda request: httpx.Response(200, stream=Breaking(request)), credentials={"token": CANARY}, max_retries=0
    )
    with pytest.raises(ApiError, match="broken") as caught:
        shop.run(read(client, call))
    assert [each for each in contexts(caught.value) if isinstance(each, httpx.HTTPError)] == []


def texts_in(value: Any, seen: set[int]) -> Iterator[str]:
    """Every text that is reached by the attributes of objects, as an inspector shows them."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield str(value) if isinstance(value, str | bytes) else repr(value)
    items: Any = ()
    if isinstance(value, dict):
        items = [*value, *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        items = value
    elif not isinstance(value, type) and type(value).__module__.startswith(("scratch.", "httpx", "httpcore")):
        items = list(getattr(value, "__dict__", {}).values())
    for item in items:
        yield from texts_in(item, seen)


@pytest.mark.parametrize("case", CASES, ids=[scheme for scheme, _ in CASES])
def test_the_attributes_of_a_client_show_no_key(shop: Shop, case: tuple[str, dict[str, str]]) -> None:
    scheme, credentials = case
    client = shop.client(credentials=credentials, auth=scheme)
    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=((scheme,),))
    shop.run(client.send(operation.call(options={"extra_headers": {"Authorization": f"Bearer {CANARY}"}})))
    found = [text for text in texts_in(client, set()) if shown(text)]
    assert found == []


def test_a_failing_connection_shows_no_key(shop: Shop) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"cannot reach {request.url}", request=request)

    operation: Operation[Any] = Operation(id="op", method="GET", path="/x", security=(("key_query",),))
    with pytest.raises(ApiError, match="cannot reach") as caught:
        shop.perform(operation.call(), fail, credentials={"api_key": CANARY}, max_retries=0)
    assert shown(f"{caught.value} {frames(caught.value)}") == []


@pytest.mark.usefixtures("shown_on_purpose")  # httpcore logs it, at DEBUG, before the client can know it
def test_an_error_does_not_show_a_header_of_the_http_client_that_cannot_be_sent(shop: Shop, at: Loopback) -> None:
    def authenticate(request: httpx.Request) -> httpx.Request:
        request.headers["Authorization"] = f"Bearer {CANARY}\n"
        return request

    operation: Operation[Any] = Operation(id="op", method="GET", path="/x/200")
    http = {"sync": httpx.Client, "async": httpx.AsyncClient}[shop.flavour](auth=authenticate)
    client = real_client(shop, at.url, own=True, http_client=http)
    with pytest.raises(ApiError, match="Illegal header value") as caught:
        shop.run(sent_and_closed(shop, client, operation.call()))
    assert shown(f"{caught.value}") == []


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret("hunter2")
    assert [repr(secret), str(secret), f"{secret}", "%s" % secret, repr({"a": [secret]})] == [  # noqa: UP031 - one of the ways
        *(["[redacted]"] * 4),
        "{'a': [[redacted]]}",
    ]
    assert (secret.reveal(), copy.copy(secret), copy.deepcopy(secret)) == ("hunter2", secret, secret)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="does not pickle"):
            pickle.dumps({"a": secret}, protocol)


def test_a_client_does_not_pickle(shop: Shop) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(shop.client()._config)


REDACTED = [
    ("k/1", "a k/1 b K%2F1 c k%2f1", "a [redacted] b [redacted] c [redacted]"),
    ('a"b', r'{"x":"a\"b"} a&quot;b a%22b', '{"x":"[redacted]"} [redacted] [redacted]'),
    ("ann:pw", "Basic YW5uOnB3", "Basic [redacted]"),
    ("a.c", "abc a.c", "abc [redacted]"),
    ("", "untouched", "untouched"),
]


@pytest.mark.parametrize(("secret", "text", "clean"), REDACTED)
def test_every_spelling_is_redacted(secret: str, text: str, clean: str) -> None:
    assert Redactor([Secret(secret)]).text(text) == clean


CORE = tuple(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks"))


@pytest.mark.parametrize(
    ("secret", "text", "clean"),
    [
        ("t", "ReadTimeout: key=t&page=2, 't'", "ReadTimeout: key=[redacted]&page=2, '[redacted]'"),
        ("t", "t", "[redacted]"),
        ("abc", "abcd abc", "abcd [redacted]"),
        ("abcd", "xabcdx", "x[redacted]x"),
        ("a/", "ba/ a/ a%2F", "ba/ [redacted] [redacted]"),
    ],
)
def test_a_very_short_secret_is_redacted_where_it_stands_alone(secret: str, text: str, clean: str) -> None:
    assert Redactor([Secret(secret)]).text(text) == clean


def test_what_an_http_library_logs_is_redacted_as_long_as_the_client_lives(
    caplog: pytest.LogCaptureFixture, canaries: Canaries
) -> None:
    redactor = Redactor([Secret("hunter2")])
    guard_logs(redactor, "httpx")
    guard_logs(redactor, "httpx")
    with caplog.at_level(logging.DEBUG):
        for name in ("httpx", *CORE, "hpack.hpack", "hpack.table"):
            logging.getLogger(name).info("sent %s, %d", b"hunter2", 7)
        logging.getLogger("httpx").info("no secret: %s", "x")
        with canaries.not_looking():
            logging.getLogger("shop").info("not ours to touch: hunter2")
    assert [record.getMessage() for record in caplog.records] == [
        *(["sent b'[redacted]', 7"] * 8),
        "no secret: x",
        "not ours to touch: hunter2",
    ]
    del redactor
    with caplog.at_level(logging.DEBUG), canaries.not_looking():
        logging.getLogger("httpx").info("hunter2")
    assert caplog.records[-1].getMessage() == "hunter2"


def test_a_log_record_that_can_not_be_written_is_left_to_logging() -> None:
    guard_logs(Redactor([Secret("hunter2")]), "httpx")
    record = logging.LogRecord("httpx", logging.INFO, "", 0, "%d", ("x",), None)
    assert logging.getLogger("httpx").filter(record)
    assert (record.msg, record.args) == ("%d", ("x",))


def test_the_own_http_client_of_another_library_is_guarded_too(shop: Shop) -> None:
    shop.api = Api(name="Shop", version="1", user_agent="x", http_library="httpx2")
    kind: Any = type(shop.client(base_url="https://x.test"))
    kind(shop.api, base_url="https://x.test")
    assert [len(logging.getLogger(name).filters) for name in ("httpx2", "httpcore2.http11")] == [1, 1]
