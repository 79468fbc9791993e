"""Failures as typed errors, whatever the server sends along."""

import pickle
from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime import errors
from scratch._runtime.api import Api, Envelope, ErrorShape
from scratch._runtime.model import Model
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Binary, Json, Reader, Text
from scratch._runtime.types import IntEnum, StrEnum

from runtime.shop import API, Shop, response


class Problem(Model):
    title: str
    status: int | None = None


WRAPPED = Envelope(success="/ok", payload="/data", message="/why", errors=("/errs", "/checks"), request_id="/trace")
CLASSIC = Envelope(success="/done", payload="/data", message="/text", errors=("/fields",), request_id="/req")


def operation(reader: Reader | None = None, **more: Any) -> Operation[Any]:
    return Operation(id="getOrder", method="GET", path="/x", responses={"200": reader or Json(object)}, **more)


def failed(shop: Shop, answer: httpx.Response, *, api: Api = API, call: Any = None) -> Any:
    """The error that an answer becomes."""
    shop.api = api
    with pytest.raises(errors.ApiError) as caught:
        shop.perform(call or operation().call(), answer, max_retries=0)
    return caught.value


STATUSES = [
    (302, errors.StatusError),
    (400, errors.BadRequestError),
    (401, errors.UnauthorizedError),
    (402, errors.StatusError),
    (403, errors.ForbiddenError),
    (404, errors.NotFoundError),
    (409, errors.ConflictError),
    (418, errors.StatusError),
    (422, errors.UnprocessableEntityError),
    (429, errors.RateLimitError),
    (499, errors.StatusError),
    (500, errors.ServerError),
    (503, errors.ServerError),
    (599, errors.ServerError),
]


@pytest.mark.parametrize(("status", "kind"), STATUSES)
def test_each_status_has_its_class(shop: Shop, status: int, kind: type[errors.StatusError]) -> None:
    error = failed(shop, httpx.Response(status))
    assert (type(error), error.status, error.operation) == (kind, status, "getOrder")
    assert str(error).startswith(f"getOrder: {status}")


def told(error: Any, like: dict[str, object]) -> dict[str, object]:
    """Those attributes of an error that another mapping has."""
    return {name: getattr(error, name) for name in like}


NOTHING: dict[str, object] = {"message": "", "errors": (), "codes": (), "request_id": ""}
BODIES: list[tuple[str, dict[str, object]]] = [
    ("", {}),
    ("no luck", {}),
    ("<html><body>no luck</body></html>", {}),
    ('{"message":"no lu', {}),
    ("null", {}),
    ("[]", {}),
    ("true", {}),
    ('{"message":"no luck","code":17}', {"message": "no luck", "codes": ("17",)}),
    ('{"Message":"no luck","RequestId":"r-1"}', {"message": "no luck", "request_id": "r-1"}),
    ('{"error":"denied","error_description":"no scope"}', {"message": "no scope"}),
    ('{"error":{"code":"E7","message":"no luck"}}', {"message": "no luck", "codes": ("E7",)}),
    ('{"error":"no luck"}', {"message": "no luck"}),
    ('{"title":"Bad","detail":"no luck","traceId":"t-1"}', {"message": "no luck", "request_id": "t-1"}),
    (
        '{"errors":[{"code":"A","message":"one"},{"code":"B","message":"two"}]}',
        {"message": "one; two", "errors": ("one", "two"), "codes": ("A", "B")},
    ),
    ('{"errors":["a","b","c","d"]}', {"message": "a; b; c", "errors": ("a", "b", "c", "d")}),
    (
        '{"message":null,"ValidationErrors":{"Sku":["short","odd"]}}',
        {"message": "Sku: short; Sku: odd", "errors": ("Sku: short", "Sku: odd")},
    ),
    ('{"message":{"deep":["x"]}}', {"message": "deep: x"}),
]


@pytest.mark.parametrize(("body", "said"), BODIES)
@pytest.mark.parametrize("media_type", ["application/json", "text/html", "application/problem+json"])
def test_what_the_server_says_is_found_under_common_names(
    shop: Shop, media_type: str, body: str, said: dict[str, object]
) -> None:
    assert told(failed(shop, response(body, 400, media_type)), NOTHING) == {**NOTHING, **said}


EXCERPTS = [
    ("", ""),
    ("  no\n luck ", "no luck"),
    ("<html><style>p{}</style><body><h1>502</h1>\n<p>Bad gateway</p>", "502 Bad gateway"),
    ('{"a":"no lu', '{"a":"no lu'),
    ("a < b > c", "a < b > c"),
    ("x" * 10_000_000, "x" * 300),
]


@pytest.mark.parametrize(("body", "excerpt"), EXCERPTS, ids=[each for _, each in EXCERPTS])
def test_the_beginning_of_a_body_is_quoted_in_one_line(shop: Shop, body: str, excerpt: str) -> None:
    error = failed(shop, httpx.Response(502, text=body))
    colon = ": " if excerpt else ""
    assert (error.excerpt, str(error)) == (excerpt, f"getOrder: 502 Bad Gateway{colon}{excerpt}")


def test_the_text_of_an_error_is_one_line_a_person_understands(shop: Shop) -> None:
    error = failed(shop, response('{"message":"no such order","requestId":"r-9"}', 404))
    assert str(error) == "getOrder: 404 Not Found: no such order (request r-9)"


@pytest.mark.parametrize("name", ["X-Request-Id", "request-id", "X-Correlation-ID", "x-trace-id"])
def test_the_request_id_may_come_in_a_header(shop: Shop, name: str) -> None:
    assert failed(shop, httpx.Response(500, headers={name: "r-2"})).request_id == "r-2"


def test_a_status_nobody_knows_and_odd_bytes_do_no_harm(shop: Shop) -> None:
    error = failed(
        shop,
        httpx.Response(799, content=b"\xff\xfe\x00{", headers={"content-type": "application/json; charset=klingon"}),
    )
    assert (type(error), error.status, error.body) == (errors.ServerError, 799, None)


def test_an_undocumented_body_is_plain_json_and_a_documented_one_its_model(shop: Shop) -> None:
    answer = response('{"title":"Bad","status":"odd","more":1}', 400)
    assert failed(shop, answer).body == {"title": "Bad", "status": "odd", "more": 1}
    documented: Operation[Any] = Operation(id="op", method="GET", path="/x", responses={"4XX": Json(Problem)})
    body = failed(shop, answer, call=documented.call()).body
    assert (type(body), body.title, body.status, body.model_extra) == (Problem, "Bad", "odd", {"more": 1})


def test_headers_are_kept_without_cookies(shop: Shop) -> None:
    headers = [("X-Limit", "1"), ("X-Limit", "2"), ("Set-Cookie", "s=1"), ("Retry-After", "7")]
    error = failed(shop, httpx.Response(429, headers=headers))
    assert error.headers == {"x-limit": "1, 2", "retry-after": "7"}
    assert error.retry_after == 7.0


ENVELOPES: list[tuple[str, dict[str, object]]] = [
    (
        '{"ok":false,"why":"locked","trace":"t-1","errs":["one"],"checks":{"Sku":["short"]}}',
        {"message": "locked", "errors": ("one", "Sku: short"), "request_id": "t-1"},
    ),
    ('{"ok":false,"why":null,"errs":[],"checks":["bad"]}', {"message": "bad", "errors": ("bad",)}),
    ('{"ok":false}', {}),
    ('{"ok":false,"message":"by another name"}', {"message": "by another name"}),
]


@pytest.mark.parametrize("reader", [Json(object), Json(Problem), Binary(), Text()])
@pytest.mark.parametrize(("body", "said"), ENVELOPES)
def test_a_success_status_around_a_failure_raises(
    shop: Shop, reader: Reader, body: str, said: dict[str, object]
) -> None:
    error = failed(shop, response(body), call=operation(reader, envelope=WRAPPED).call())
    assert (type(error), error.status, told(error, NOTHING)) == (errors.EnvelopeError, 200, {**NOTHING, **said})
    assert str(error).startswith("getOrder: 200, but its body says that it failed")


@pytest.mark.parametrize("body", ['{"ok":true}', '{"ok":null}', '{"ok":0}', '{"data":1}', "[]", '{"done":false}'])
def test_anything_but_false_is_a_success_and_delivered_whole(shop: Shop, body: str) -> None:
    expected = httpx.Response(200, content=body).json()
    assert shop.perform(operation(envelope=WRAPPED).call(), response(body)) == expected


OF_BOTH_KINDS: list[tuple[str, dict[str, object]]] = [
    ('{"ok":false,"why":"a","trace":"t"}', {"message": "a", "request_id": "t"}),
    (
        '{"done":false,"text":"b","req":"r","fields":{"x":["y"]}}',
        {"message": "b", "errors": ("x: y",), "request_id": "r"},
    ),
]


@pytest.mark.parametrize("own", [None, WRAPPED])
@pytest.mark.parametrize(("body", "said"), OF_BOTH_KINDS)
def test_a_failure_status_may_carry_any_envelope_of_the_api(
    shop: Shop, own: Envelope | None, body: str, said: dict[str, object]
) -> None:
    api = replace(API, envelopes=(CLASSIC, WRAPPED))
    error = failed(shop, response(body, 401), api=api, call=operation(envelope=own).call())
    assert told(error, NOTHING) == {**NOTHING, **said}


def test_codes_and_messages_are_where_the_api_declares_them(shop: Shop) -> None:
    api = replace(API, errors=ErrorShape(codes="/faults/*/nr", messages="/faults/*/what"))
    error = failed(shop, response('{"faults":[{"nr":"E1","what":"a"},{"nr":2,"what":"b"}],"code":"x"}', 400), api=api)
    assert (error.codes, error.message) == (("E1", "2"), "a; b")


class Number(IntEnum):
    SHORT = 7


class Word(StrEnum):
    SHORT = "7"


@pytest.mark.parametrize(
    ("kind", "body", "codes"),
    [
        (Number, '{"nr":[7,"8","x",-9,true]}', (Number.SHORT, Number(8), Number(-9))),
        (Word, '{"nr":[7,"8"]}', (Word.SHORT, Word("8"))),
        (None, '{"nr":[7,"8"]}', ("7", "8")),
        (Number, '{"code":7}', (Number.SHORT,)),
    ],
)
def test_codes_are_members_of_the_documented_enum(shop: Shop, kind: Any, body: str, codes: tuple[object, ...]) -> None:
    api = replace(API, errors=ErrorShape(code=lambda: kind, codes="/nr/*"))
    error = failed(shop, response(body, 400), api=api)
    assert [(type(code), code) for code in error.codes] == [(type(code), code) for code in codes]


def test_a_code_that_the_enum_cannot_hold_is_among_the_errors(shop: Shop) -> None:
    api = replace(API, errors=ErrorShape(code=lambda: Number, codes="/nr/*"))
    error = failed(shop, response('{"nr":[7,"x"],"errors":["too long"]}', 400), api=api)
    assert (error.codes, error.errors) == ((Number.SHORT,), ("too long", "x"))


CODED = replace(API, errors=ErrorShape(code=lambda: Number, codes="/errors/*/code", messages="/errors/*/message"))


def test_a_success_with_error_codes_in_its_body_is_a_failure(shop: Shop) -> None:
    error = failed(shop, response('{"errors":[{"code":7,"message":"short"}],"data":1}'), api=CODED)
    assert (type(error), error.codes, error.message) == (errors.EnvelopeError, (Number.SHORT,), "short")


@pytest.mark.parametrize(
    "body", ['{"errors":[],"data":1}', '{"errors":[{"code":null}]}', '{"errors":null}', '{"data":1}', "[1]"]
)
def test_a_place_for_error_codes_that_is_empty_does_no_harm(shop: Shop, body: str) -> None:
    shop.api = CODED
    assert shop.perform(operation().call(), response(body)) == httpx.Response(200, content=body).json()


TRANSPORT = [
    (httpx.ConnectError("refused"), errors.ConnectError, "ConnectError: demo.shop.test: refused"),
    (httpx.ProxyError("no"), errors.ConnectError, "ProxyError: demo.shop.test: no"),
    (
        httpx.ConnectTimeout("slow"),
        errors.RequestTimeoutError,
        "ConnectTimeout: no connection to demo.shop.test within 5 s",
    ),
    (
        httpx.ReadTimeout("slow"),
        errors.RequestTimeoutError,
        "ReadTimeout: nothing received from demo.shop.test within 5 s",
    ),
    (
        httpx.WriteTimeout("slow"),
        errors.RequestTimeoutError,
        "WriteTimeout: nothing accepted by demo.shop.test within 5 s",
    ),
    (httpx.PoolTimeout(""), errors.RequestTimeoutError, "PoolTimeout: no free connection to demo.shop.test within 5 s"),
    (httpx.ConnectError("no demo.shop.test"), errors.ConnectError, "ConnectError: no demo.shop.test"),
    (httpx.ReadError(""), errors.TransportError, "ReadError"),
    (httpx.RemoteProtocolError("cut"), errors.TransportError, "RemoteProtocolError: cut"),
    (httpx.DecodingError("not gzip"), errors.TransportError, "DecodingError: not gzip"),
]


@pytest.mark.parametrize(("raised", "kind", "text"), TRANSPORT)
def test_failures_of_the_connection_have_their_classes(
    shop: Shop, raised: Exception, kind: type[errors.TransportError], text: str
) -> None:
    with pytest.raises(errors.TransportError) as caught:
        shop.perform(operation().call(), raised, max_retries=0)
    assert (type(caught.value), str(caught.value)) == (kind, f"getOrder: {text}")
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_an_error_nobody_foresaw_is_not_dressed_up(shop: Shop) -> None:
    with pytest.raises(ZeroDivisionError):
        shop.perform(operation().call(), ZeroDivisionError())


FAMILY = [
    (errors.UnauthorizedError, errors.AuthenticationError),
    (errors.UnauthorizedError, errors.StatusError),
    (errors.MissingCredentialError, errors.AuthenticationError),
    (errors.RequestTimeoutError, TimeoutError),
    (errors.InvalidRequestError, ValueError),
    (errors.ConfigurationError, ValueError),
    (errors.EnvelopeError, errors.ResponseError),
    (errors.DecodeError, errors.ResponseError),
]


@pytest.mark.parametrize(("kind", "base"), FAMILY)
def test_errors_can_be_caught_by_what_they_are(kind: type[Exception], base: type[Exception]) -> None:
    assert issubclass(kind, base)


def all_errors() -> list[type[errors.ApiError]]:
    found = [errors.ApiError]
    for each in found:
        found += [kind for kind in each.__subclasses__() if kind not in found]
    return found


@pytest.mark.parametrize("kind", all_errors())
def test_every_error_pickles_and_stands_in_the_tree_at_the_top(kind: Any) -> None:
    more: dict[str, Any] = {}
    if issubclass(kind, errors.ResponseError):
        more = {
            "status": 400,
            "codes": ("a",),
            "message": "m",
            "body": {"x": 1},
            "headers": {"a": "b"},
            "retry_after": 1.5,
        }
    error = kind("text", operation="op", **more)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), str(again), vars(again)) == (kind, "text", vars(error))
    assert f" {kind.__name__}" in str(errors.__doc__).replace("\n", " ")
