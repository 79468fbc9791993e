"""The fault classes and edited responses: how each is produced, and the expected outcome for a client.

Two questions decide: may the call be repeated, and what does the caller get in the end?

429 is always repeated, because it was refused before anything was done, and as long as the pauses stay below 300
seconds, whatever the number of attempts. Everything else (a status worth repeating, a
broken connection, a timeout) is repeated only where doing it twice has the same effect as doing it once:

    x-retry: safe   idempotency key   method                                  repeated
    true            any               any                                     yes
    false           any               any                                     no
    not declared    yes               any                                     yes
    not declared    no                GET HEAD OPTIONS TRACE PUT DELETE       yes
    not declared    no                POST PATCH                              no

Which statuses are worth repeating is declared by `x-retry: statuses`, else they are 500, 502, 503 and 504.

A complete response that is not what it should be depends on how the method reads its success:

    fault            only json                   also files or texts     nothing declared
    html             DecodeError (1)             delivered               delivered
    garbage          DecodeError (2)             delivered               delivered
    empty            None, reported              unchanged               None
    empty strict     DecodeError                 unchanged               None
    wrapped          what fits, reported (3)     delivered               delivered

    (1) a body that may be any text is delivered as text, and reported
    (2) one that may be anything is delivered as bytes, and reported
    (3) nothing is reported where the document requires no member, or accepts any value

An empty body is a NotReadyError where the document declares that (`x-empty-until-ready`).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal, TypeAlias

from channelsmith.conform.compare import is_dict, is_list
from channelsmith.conform.document import Api, Operation, ResponseExample, family, is_json
from channelsmith.conform.relay import Disconnect, Forward, Hang, RecordedResponse, Reply, Step
from channelsmith.conform.schemas import (
    Schemas,
    elements,
    formats,
    is_file,
    is_structured,
    items,
    member,
    options,
    properties,
    types,
)
from channelsmith.conform.streams import write_items
from channelsmith.document import Json, Node
from channelsmith.document.json_pointer import split

RETRIES: Final = 2
"""Attempts after the first that a client makes in cells about faults."""
WRAPPED: Final[dict[str, Json]] = {"result": "ok", "response": {}}
"""The body of a success in another envelope."""
_REPEATABLE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
_TRANSIENT: Final = frozenset({500, 502, 503, 504})
_TOO_MANY: Final = 429
_FIRST_BACKOFF: Final = 0.5
_LONGEST_BACKOFF: Final = 8.0
"""Most seconds of the first pause, and of any pause, that the server does not name; half of it is random."""
_LONGEST_PAUSE: Final = 120.0
_PATIENCE: Final = 300.0
"""Seconds of pauses after which a client gives up on a server that answers with 429."""
_SERVER_ERROR: Final = 5
_ERRORS: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""The class of a status; every other 5xx is a ServerError, the rest are plain StatusErrors."""

Failure: TypeAlias = int | Literal["broken"]
"""What a failed attempt looks like to a client: a status, or a connection that gave no complete response."""

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
_MUCH_LATER: Final = 90
_PAGE: Final = b"<html>\n<head><title>proxy</title></head>\n<body><h1>The proxy says no</h1></body>\n</html>\n"
_FILE: Final = b"%conform\x00\xff\xfe\r\n"
_IN_RANGE: Final = {"image/*": "image/png", "text/*": "text/plain", "audio/*": "audio/mpeg", "video/*": "video/mp4"}
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream said no'


@dataclass(frozen=True, slots=True)
class Expected:
    """The expected outcome of a call.

    `requests` arrive. `error` is the name of the error's class, "" for a value. `drift`: whether a difference from the
    document has to be reported. `status` is the status that the server was asked for, `failure` what an attempt
    looks like that is repeated. Without `is_readable` the value is not compared with the response. With `is_lossless` a
    value may have changed its type, but not its text; with `is_typed` it has the type of its schema in spite of a
    reported difference. `cursors` are the cursors that have to be asked for, one request each after the first. With
    `may_refuse` the arguments may also be refused before anything is sent. `cookie` has been set by the first response,
    and has to be sent with the second request.
    """

    requests: int = 1
    error: str = ""
    drift: Literal["none", "some", "any"] = "none"
    status: int | None = None
    failure: Failure | None = None
    is_readable: bool = True
    is_lossless: bool = False
    is_typed: bool = False
    cursors: tuple[str, ...] = ()
    may_refuse: bool = False
    cookie: str = ""


def error_class(status: int) -> str:
    """The name of the class that a status is raised as."""
    return _ERRORS.get(status, "ServerError" if status // 100 == _SERVER_ERROR else "StatusError")


def is_repeated(operation: Operation, failure: Failure) -> bool:
    """Whether a call is sent again after an attempt that failed like this."""
    if failure == _TOO_MANY:
        return True
    if isinstance(failure, int) and failure not in (operation.retry.statuses or _TRANSIENT):
        return False
    if operation.retry.safe is not None:
        return operation.retry.safe
    return bool(operation.idempotency_key) or operation.method in _REPEATABLE


def pause_range(operation: Operation, failure: Failure, asked: float | None, attempt: int = 0) -> tuple[float, float]:
    """Least and most seconds that a client waits before it tries again; `attempt` is 0 after the first one.

    As long as the server asks for, else a backoff; after a 429 it begins at the period of the declared rate limit.
    """
    if asked is not None:
        exact = min(asked, _LONGEST_PAUSE)
        return exact, exact
    if failure == _TOO_MANY:
        least = min(max(_FIRST_BACKOFF, operation.retry.period), _LONGEST_PAUSE)
        return least, min(least * 2 ** (attempt + 1), max(_LONGEST_BACKOFF, 2 * least), _LONGEST_PAUSE)
    most = min(_FIRST_BACKOFF * 2**attempt, _LONGEST_BACKOFF)
    return most / 2, most


def expect_spoiled(fault: str, operation: Operation, status: int, schemas: Schemas) -> Expected:
    """The expected outcome of a complete but corrupted response: html, garbage, empty, empty strict or wrapped."""
    if operation.is_empty_until_ready and fault.startswith("empty"):
        return Expected(error="NotReadyError")
    decodings = {operation.read(status, name).decoding for name in operation.media_of(status) or {}}
    decodings -= {"items"}  # nobody asks for a stream here
    if "json" not in decodings or (fault == "html" and decodings != {"json"}):
        return Expected(drift="any")
    schema = operation.success.schema if operation.success is not None else None
    if fault in {"html", "garbage"}:
        is_accepted = schemas.accepts_text(schema) if fault == "html" else _accepts_anything(schema)
        return Expected(drift="some", is_readable=False) if is_accepted else Expected(error="DecodeError")
    if fault == "wrapped":
        return Expected(drift="some" if schemas.rejects_object(schema, WRAPPED) else "any")
    if schema is None or not is_structured(schema) or schemas.is_nullable(schema):
        return Expected(drift="any", is_readable=False)
    return Expected(error="DecodeError") if fault == "empty strict" else Expected(drift="some", is_readable=False)


def _accepts_anything(schema: Node | None) -> bool:
    if schema is None or not is_structured(schema):
        return True
    return any(map(_accepts_anything, options(schema.resolve())))


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault class.

    `header` is the value of the sandbox's header, in which `{elsewhere}` is the origin of another host; `make_step` is
    what the relay does for a server that does not know it, or where there is no such value. `failure` is what the
    attempt looks like to the client, None for a complete response that only has to be read. With `once` only the first
    request is affected. `retries` is the `max_retries` of the client, `repetitions` how often it sends the call again,
    where that is another number.
    """

    name: str
    about: str
    header: str
    make_step: MakeStep
    failure: Failure | None
    once: bool = True
    retries: int = RETRIES
    repetitions: int = 0
    timeout: float = TIMEOUT
    strict: bool = False

    def step(self, operation: Operation, elsewhere: str, prefer: tuple[tuple[str, str], ...], *, sandbox: bool) -> Step:
        """What happens to an affected request; `prefer` asks the sandbox for a success, which is then corrupted."""
        if not (sandbox and self.header):
            return self.make_step(operation, elsewhere)
        needs_success = self.failure is None or self.header == "truncate"
        header = (FAULT_HEADER, self.header.replace("{elsewhere}", elsewhere))
        return Forward((*(prefer if needs_success else ()), header))


def reply(response: ResponseExample) -> Reply:
    """The declared response, as the relay gives it itself."""
    declared = response.media_type or ""
    media_type = _IN_RANGE.get(declared, declared).replace("*/*", "application/octet-stream")
    headers = (("Content-Type", media_type),) if declared else ()
    if response.is_stream and isinstance(response.value, list):
        content_type, body = write_items(media_type, response.value)
        return Reply(response.code, (("Content-Type", content_type),), body)
    if is_file(response.schema) or family(media_type) == "binary":
        if is_json(media_type):  # a framework that does not say what the file is
            headers = (("Content-Type", "application/pdf"),)
        return Reply(response.code, headers, _FILE)
    if family(media_type) == "json":
        return Reply(response.code, headers, serialize(response.value))
    text = response.value if isinstance(response.value, str) else json.dumps(response.value)
    return Reply(response.code, headers, text.encode() if declared else b"")


def success_status(operation: Operation) -> int:
    """The first declared success; 200 where none is declared."""
    return operation.success.code if operation.success is not None else 200


def _status(status: int, *headers: tuple[str, str]) -> MakeStep:
    return lambda operation, _: Reply(status, (*_JSON, *headers), _failure_body(operation, status))


def _failure_body(operation: Operation, status: int) -> bytes:
    """The documented body of a status."""
    documented = {response.status: response for response in reversed(operation.responses)}
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
    Fault(
        "429 always",
        "429 for every attempt",
        f"429={_MUCH_LATER}",
        _status(429, ("Retry-After", str(_MUCH_LATER))),
        429,
        once=False,
        retries=1,  # which do not matter
        repetitions=int(_PATIENCE // _MUCH_LATER),
    ),
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


CURSORS: Final = ("conform-2", "conform-3")
"""The cursors that lead to the second and the third page."""
_UNKNOWN: Final = "conformUnknown"
_UNKNOWN_VALUE: Final = "CONFORM_UNKNOWN"
_FITS_NOTHING: Final = {"conform": ["drift"]}
_NUMBER: Final = "conform number "
_DIGITS: Final = ".12345678901234567891"
_LONG_NUMBER: Final = re.compile(rf'"{_NUMBER}(-?[0-9.]+)"')

Edit: TypeAlias = Callable[[Any], Any]
Path: TypeAlias = tuple[str | int, ...]


def edit_body(edit: Edit) -> Callable[[RecordedResponse], Reply]:
    """Return what the relay does to a response: its JSON body is edited, any other is left alone."""

    def apply(response: RecordedResponse) -> Reply:
        try:
            body = serialize(edit(json.loads(response.body)))
        except ValueError:
            body = response.body
        return Reply(response.status, response.headers, body)

    return apply


def serialize(body: Any) -> bytes:
    """A JSON body; numbers that no float can hold are written out."""
    return _LONG_NUMBER.sub(r"\1", json.dumps(body)).encode()


def misfit(response: ResponseExample, schemas: Schemas) -> Edit | None:
    """Put an object in the place of the first plain value; None where the schema accepts that everywhere."""
    schema = response.schema
    if schema is None or not response.is_json:
        return None
    for path in _plain_values(response.value, [schema], schemas):
        if not schemas.accepts(schema, put(response.value, path, _FITS_NOTHING)):
            return lambda body: put(body, path, _FITS_NOTHING)
    return None


def _plain_values(value: Any, declared: Sequence[Node], schemas: Schemas, path: Path = ()) -> Iterator[Path]:
    """The places of lists and plain values whose type is declared; of a list, first those in its first element."""
    parts = schemas.parts(declared, value)
    if is_dict(value):
        for name in properties(parts):
            if name in value:
                yield from _plain_values(value[name], member(parts, name), schemas, (*path, name))
    elif is_list(value):
        if value:
            yield from _plain_values(value[0], items(parts, 0), schemas, (*path, 0))
        yield path
    elif "binary" not in formats(parts) and (types(parts) or any("enum" in part for part in parts)):
        yield path


def extend(response: ResponseExample, schemas: Schemas) -> Edit | None:
    """Add an unknown member to every object, unknown enum values, and digits that floats lose; None for no JSON."""
    schema = response.schema
    if schema is None or not response.is_json:
        return None
    longer = _transform(response.value, [schema], schemas, _lengthen)
    allows_digits = schemas.accepts(schema, json.loads(serialize(longer)))  # a document may allow two digits only

    def edit(body: Any) -> Any:
        body = _transform(body, [schema], schemas, _lengthen) if allows_digits else body
        return _transform(body, [schema], schemas, _add_unknown)

    return edit


_LAX: Final[Mapping[str, Mapping[str, Any]]] = {
    "integer": {"text": "5", "true": True},
    "number": {"true": True, "text": "1.5"},
    "boolean": {"1": 1, "text": "no"},
    "string": {"number": 7},
    "date": {"0": 0},
    "date-time": {"number": 1700000000},
}
"""Type or format -> values of other types that Python would convert to it."""
_NAIVE: Final = "2026-01-31T12:00:00"


def lax_values(response: ResponseExample, schemas: Schemas) -> Iterator[tuple[str, Edit]]:
    """Yield edits that put a value of another type in the place of one, once for each type in the response."""
    schema, seen = response.schema, set[str]()
    if schema is None or not response.is_json:
        return
    for path, parts in _typed_values(response.value, [schema], schemas):
        own, form = types(parts) - {"null"}, next(iter(formats(parts) & _LAX.keys()), "")
        kind = form or next(iter(own), "")
        if len(own) != 1 or kind not in _LAX or kind in seen or (kind == "string" and formats(parts)):
            continue
        seen.add(kind)
        for variant, value in _LAX[kind].items():
            if not schemas.accepts(schema, put(response.value, path, value)):
                yield f"{kind} {variant}", partial(put, path=path, value=value)


def naive_time(response: ResponseExample, schemas: Schemas) -> Edit | None:
    """Take the zone from the first time of a response; None where there is no time."""
    schema = response.schema
    places = _typed_values(response.value, [schema], schemas) if schema is not None and response.is_json else ()
    path = next((path for path, parts in places if formats(parts) == {"date-time"}), None)
    return partial(put, path=path, value=_NAIVE) if path is not None else None


def _typed_values(
    value: Any, declared: Sequence[Node], schemas: Schemas, path: Path = ()
) -> Iterator[tuple[Path, Sequence[Node]]]:
    """Yield the places of plain values and the schemas of each, where these are no choice, enumeration or constant."""
    parts = schemas.parts(declared, value)
    if is_dict(value):
        for name in properties(parts):
            if name in value:
                yield from _typed_values(value[name], member(parts, name), schemas, (*path, name))
    elif is_list(value):
        for element in value[:1]:
            yield from _typed_values(element, items(parts, 0), schemas, (*path, 0))
    elif not schemas.is_choice(declared) and not any(key in part for part in parts for key in ("enum", "const")):
        yield path, parts


def relabel(media_type: str) -> Callable[[RecordedResponse], Reply]:
    """Return what the relay does to a response: it gets another media type."""

    def apply(response: RecordedResponse) -> Reply:
        others = [(name, value) for name, value in response.headers if name != "content-type"]
        return Reply(response.status, (*others, ("content-type", media_type)), response.body)

    return apply


def _transform(
    value: Any, declared: Sequence[Node], schemas: Schemas, change: Callable[[Any, Sequence[Node]], Any]
) -> Any:
    """Change every value of a declared type, the innermost first; what may be of several types is left alone."""
    if schemas.is_choice(declared):
        return value
    parts = schemas.parts(declared, value)
    if is_list(value):
        value = [_transform(element, items(parts, at), schemas, change) for at, element in enumerate(value)]
    elif is_dict(value):
        tags = {part["discriminator"].text("propertyName") for part in parts if "discriminator" in part}
        known = {name: nodes for name, nodes in properties(parts).items() if name not in tags}
        value = {
            name: _transform(inner, known[name], schemas, change) if name in known else inner
            for name, inner in value.items()
        }
    return change(value, parts)


def _add_unknown(value: Any, parts: Sequence[Node]) -> Any:
    if is_dict(value):
        is_open = properties(parts) and not any(part.value for part in member(parts, _UNKNOWN))
        return {**value, _UNKNOWN: {"deep": [1, None]}} if is_open else value
    allowed = [element.value for part in parts for element in elements(part, "enum")]
    is_text = all(isinstance(allowed_value, str | None) for allowed_value in allowed)
    return _UNKNOWN_VALUE if isinstance(value, str) and value in allowed and is_text else value


def _lengthen(value: Any, parts: Sequence[Node]) -> Any:
    """Add more digits to a decimal number than a float can hold."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{_NUMBER}{int(value)}{_DIGITS}" if is_number and "decimal" in formats(parts) else value


def report_failure(operation: Operation, api: Api) -> Edit | None:
    """Make a success report a failure in its body, by its envelope or error codes; None where neither is declared."""
    if operation.envelope is not None and operation.envelope.success:
        success = split(operation.envelope.success)
        return lambda body: put(body, success, value=False)
    if not api.codes:
        return None

    def edit(body: Any) -> Any:
        for pointer, value in ((api.codes, 1), (api.messages, "it failed")):
            body = put(body, split(pointer), value) if pointer and is_dict(body) else body
        return body

    return edit


def make_pages(operation: Operation, response: ResponseExample) -> list[Any] | None:
    """Three pages made from one response, each leading to the next; None where the operation has no pages."""
    paging = operation.paging
    if paging is None or not is_dict(response.value):
        return None
    pages: list[Any] = []
    for position, cursor in enumerate((*CURSORS, "conform-never")):
        is_last = position == len(CURSORS)
        page = put(response.value, split(paging.cursor), cursor if not is_last or paging.stop else None)
        if paging.stop:
            page = put(page, split(paging.stop), paging.stop_value if is_last else _another(paging.stop_value))
        pages.append(page)
    return pages


def _another(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"not {value}"


def put(body: Any, path: Sequence[str | int], value: Any) -> Any:
    """The body with a value at a path; missing members are added, `*` is the first element."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int) or step == "*":
        elements = body if is_list(body) and body else [None]
        return [put(elements[0], rest, value), *elements[1:]]
    members = body if is_dict(body) else {}
    return {**members, step: put(members.get(step), rest, value)}
