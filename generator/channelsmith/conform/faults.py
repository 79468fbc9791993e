"""The fault classes, and how the sandbox or the relay brings each about."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from channelsmith.conform.document import Operation
from channelsmith.conform.expectations import RETRIES, WRAPPED, Failure
from channelsmith.conform.traffic import Disconnect, Forward, Hang, Reply, Step

FAULT_HEADER: Final = "X-Sandbox-Fault"
TIMEOUT: Final = 30.0
SHORT_TIMEOUT: Final = 0.3
"""Seconds that a client waits for a slow response."""

MakeStep: TypeAlias = Callable[[Operation, str], Step]
"""Makes the relay's step from the operation and the origin of another host."""
_JSON: Final = (("Content-Type", "application/json"),)
_HTML: Final = (("Content-Type", "text/html; charset=utf-8"),)
_BODILESS: Final = frozenset({204, 205, 304})
_LATER: Final = ("Retry-After", "7")
_PAGE: Final = b"<html>\n<head><title>proxy</title></head>\n<body><h1>The proxy says no</h1></body>\n</html>\n"
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream said no'


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault class.

    `header` is the value of the sandbox's header, in which `{elsewhere}` is the origin of another host; `make_step` is
    what the relay does for a server that does not know it, or where there is no such value. `failure` is what the
    attempt looks like to the client, None for a complete response that only has to be read. With `once` only the first
    request is affected.
    """

    name: str
    about: str
    header: str
    make_step: MakeStep
    failure: Failure | None
    once: bool = True
    retries: int = RETRIES
    timeout: float = TIMEOUT
    strict: bool = False

    def step(self, operation: Operation, elsewhere: str, prefer: tuple[tuple[str, str], ...], *, sandbox: bool) -> Step:
        """What happens to an affected request; `prefer` asks the sandbox for a success, which is then spoiled."""
        if not (sandbox and self.header):
            return self.make_step(operation, elsewhere)
        needs_success = self.failure is None or self.header == "truncate"
        header = (FAULT_HEADER, self.header.replace("{elsewhere}", elsewhere))
        return Forward((*(prefer if needs_success else ()), header))


def success_status(operation: Operation) -> int:
    """The first declared success; 200 where none is declared."""
    return operation.success.code if operation.success is not None else 200


def _status(status: int, *headers: tuple[str, str]) -> MakeStep:
    return lambda operation, _: Reply(status, (*_JSON, *headers), _failure_body(operation, status))


def _failure_body(operation: Operation, status: int) -> bytes:
    """The documented body of a status."""
    documented = {each.status: each for each in reversed(operation.responses)}
    keys = (str(status), f"{status // 100}XX", "default")
    example = next((documented[key] for key in keys if key in documented), None)
    if example is None or not example.is_json:
        return b'{"reason": "this failure was asked for"}'
    return json.dumps(example.value).encode()


def _success(body: bytes, announced: int = 0) -> MakeStep:
    def make(operation: Operation, _: str) -> Step:
        status = success_status(operation)
        has_body = bool(body or announced)
        return Reply(200 if has_body and status in _BODILESS else status, _JSON, body, announced)

    return make


def _always(step: Step) -> MakeStep:
    return lambda _operation, _elsewhere: step


def _applied(operation: Operation, _: str) -> Step:
    return Forward(then=Reply(500, _JSON, _failure_body(operation, 500)))


def _redirect(_: Operation, elsewhere: str) -> Step:
    return Reply(302, (("Location", f"{elsewhere}/login"),))


_RESET: Final = _always(Disconnect())

FAULTS: Final = (
    # repeated or not, depending on what an attempt looks like (the fifth column)
    Fault("500", "500, then a success", "500", _status(500), 500),
    Fault("502", "502, then a success", "502", _status(502), 502),
    Fault("503", "503, then a success", "503", _status(503), 503),
    Fault("504", "504, then a success", "504", _status(504), 504),
    Fault("503 later", "503 with Retry-After, then a success", "503=7", _status(503, _LATER), 503),
    Fault("503 always", "503 for every attempt", "503", _status(503), 503, once=False),
    Fault("429", "429, then a success", "429", _status(429), 429),
    Fault("429 later", "429 with Retry-After, then a success", "429=7", _status(429, _LATER), 429),
    Fault("429 always", "429 for every attempt", "429=7", _status(429, _LATER), 429, once=False),
    Fault("reset", "the connection is reset, then a success", "reset", _RESET, "broken"),
    Fault("reset always", "the connection is reset for every attempt", "reset", _RESET, "broken", once=False),
    Fault("lost", "applied, then the connection is reset", "lost", _always(Forward(then=Disconnect())), "broken"),
    Fault("applied", "applied, then answered with 500", "applied=500", _applied, 500),
    Fault("truncate", "the response ends in the middle", "truncate", _success(b'{"cut": ', 4096), "broken"),
    Fault(
        "slow",
        "no response within the client's timeout",
        "",  # the relay never answers at all, so that no clock can be faster than the client's
        _always(Hang()),
        "broken",
        once=False,
        retries=1,
        timeout=SHORT_TIMEOUT,
    ),
    Fault("html 502", "a proxy's page with 502", "html=502", _always(Reply(502, _HTML, _PAGE)), 502, once=False),
    Fault("redirect", "a redirect to another host", "redirect={elsewhere}/login", _redirect, 302, once=False),
    # complete responses that are not what they should be
    Fault("html", "a proxy's page with 200", "html=200", _always(Reply(200, _HTML, _PAGE)), None),
    Fault("empty", "a success without a body", "empty", _success(b""), None),
    Fault("empty strict", "the same with strict=True", "empty", _success(b""), None, strict=True),
    Fault("garbage", "a success whose JSON is invalid", "garbage", _success(_GARBAGE), None),
    Fault("wrapped", "a success in another envelope", "wrong-envelope", _success(json.dumps(WRAPPED).encode()), None),
)
"""In the order of the matrix."""
