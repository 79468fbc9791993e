"""The fault classes: how each is brought about by the sandbox, or by the relay in front of any other server."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from channelsmith.conform.expectations import RETRIES, Sees
from channelsmith.conform.methods import Method, is_json
from channelsmith.conform.traffic import Cut, Forward, Hang, Reply, Step

FAULT_HEADER: Final = "X-Sandbox-Fault"
TIMEOUT: Final = 30.0
SHORT: Final = 0.3
"""Seconds a client waits for a slow answer."""

Make: TypeAlias = Callable[[Method, str], Step]
_JSON: Final = (("Content-Type", "application/json"),)
_HTML: Final = (("Content-Type", "text/html; charset=utf-8"),)
_BODILESS: Final = frozenset({204, 205, 304})
_AGAIN: Final = ("Retry-After", "7")
_PAGE: Final = b"<html>\n<head><title>proxy</title></head>\n<body><h1>The proxy says no</h1></body>\n</html>\n"
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream said no'
_WRAPPED: Final = b'{"result": "ok", "response": {}}'


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault class.

    `asks` is the sandbox's word for it, in which `{elsewhere}` is the origin of another host; `makes` is what the
    relay does where there is no word, or in front of a server that does not know it. `sees` is what an attempt looks
    like to the client, None for a complete answer that only has to be read. With `once` only the first request is
    struck.
    """

    name: str
    about: str
    asks: str
    makes: Make
    sees: Sees | None
    once: bool = True
    retries: int = RETRIES
    timeout: float = TIMEOUT
    strict: bool = False


def _status(status: int, *headers: tuple[str, str]) -> Make:
    return lambda method, _: Reply(status, (*_JSON, *headers), _failure(method, status))


def _failure(method: Method, status: int) -> bytes:
    """The body the document shows for a status, as far as it declares one."""
    keys = (str(status), f"{status // 100}XX", "default")
    shown = {each.status.replace("x", "X"): each for each in reversed(method.answers)}
    found = next((shown[key] for key in keys if key in shown), None)
    if found is None or found.media_type is None or not is_json(found.media_type):
        return b'{"reason": "this failure was asked for"}'
    return json.dumps(found.value).encode()


def _always(step: Step) -> Make:
    return lambda _method, _elsewhere: step


def _success(headers: tuple[tuple[str, str], ...], body: bytes, promised: int = 0) -> Make:
    def make(method: Method, _: str) -> Step:
        status = success_of(method)
        has_body = bool(body or promised)
        return Reply(200 if has_body and status in _BODILESS else status, headers, body, promised)

    return make


def success_of(method: Method) -> int:
    """The status of a method's first declared success; 200 where none is declared."""
    return method.success.code if method.success is not None else 200


def _redirect(_: Method, elsewhere: str) -> Step:
    return Reply(302, (("Location", f"{elsewhere}/login"),))


FAULTS: Final = (
    # sent again, or not: what an attempt looks like stands in the fifth column
    Fault("500", "500, then a success", "500", _status(500), 500),
    Fault("502", "502, then a success", "502", _status(502), 502),
    Fault("503", "503, then a success", "503", _status(503), 503),
    Fault("504", "504, then a success", "504", _status(504), 504),
    Fault("503 later", "503 with Retry-After, then a success", "503=7", _status(503, _AGAIN), 503),
    Fault("503 always", "503, whatever is tried", "503", _status(503), 503, once=False),
    Fault("429", "429, then a success", "429", _status(429), 429),
    Fault("429 later", "429 with Retry-After, then a success", "429=7", _status(429, _AGAIN), 429),
    Fault("429 always", "429, whatever is tried", "429=7", _status(429, _AGAIN), 429, once=False),
    Fault("reset", "the connection is reset, then a success", "reset", _always(Cut()), "broken"),
    Fault("reset always", "the connection is reset, whatever is tried", "reset", _always(Cut()), "broken", once=False),
    Fault("lost", "carried out, then the connection is reset", "lost", _always(Forward(then=Cut())), "broken"),
    Fault(
        "applied",
        "carried out, then answered with 500",
        "applied=500",
        lambda method, _: Forward(then=Reply(500, _JSON, _failure(method, 500))),
        500,
    ),
    Fault("truncate", "the answer ends in the middle", "truncate", _success(_JSON, b'{"cut": ', 4096), "broken"),
    Fault(
        "slow",
        "no answer within the client's timeout",
        "",  # the relay never answers at all, so that no clock can be faster than the client's
        _always(Hang()),
        "broken",
        once=False,
        retries=1,
        timeout=SHORT,
    ),
    Fault("html 502", "a proxy's page with 502", "html=502", _always(Reply(502, _HTML, _PAGE)), 502, once=False),
    Fault("redirect", "a redirect to another host", "redirect={elsewhere}/login", _redirect, 302, once=False),
    # answers that arrive, and are not what they should be
    Fault("html", "a proxy's page with 200", "html=200", _always(Reply(200, _HTML, _PAGE)), None),
    Fault("empty", "a success without a body", "empty", _success(_JSON, b""), None),
    Fault("empty strict", "the same with strict=True", "empty", _success(_JSON, b""), None, strict=True),
    Fault("garbage", "a success that says JSON and is none", "garbage", _success(_JSON, _GARBAGE), None),
    Fault("wrapped", "a success in another envelope", "wrong-envelope", _success(_JSON, _WRAPPED), None),
)
"""In the order of the matrix."""
