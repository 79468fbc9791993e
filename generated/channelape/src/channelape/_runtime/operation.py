"""Operations as data, and calls: frozen values that are complete before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from hashlib import sha256
from inspect import currentframe
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypedDict, TypeVar
from urllib.parse import parse_qsl, quote
from uuid import uuid4

from .errors import InvalidRequestError
from .http.messages import EncodedBody
from .media_types import essence, is_in_range, is_media_type
from .redaction import SECRET_HEADERS
from .request.parameters import (
    Parameter,
    checked_value,
    cookie_pairs,
    header_name,
    header_pairs,
    header_value,
    path_text,
    query_pairs,
    replace_parameters,
)
from .response.content import accept, accept_stream, is_json
from .serialization import dumps, loads, request_form
from .types import NOT_GIVEN, NotGiven, is_dict, is_mapping

if TYPE_CHECKING:
    from .api import Concurrency, Envelope, RateLimit, Retry, Security
    from .request.parameters import Location
    from .response.content import Readers
    from .timeouts import TimeoutTypes

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")
Arguments = Mapping[str, object]
"""Wire name -> Python value; an entry that is NOT_GIVEN is left out, and so is None for an optional parameter."""

_HOLE = re.compile(r"\{([^{}]+)\}")
_LITERAL = "/:@!$&'()*+,;=~%?"
_OF_CLIENTS = frozenset(
    {"after_response", "auth", "backoff", "base_url", "before_request", "max_compression_ratio", "max_elapsed"}
    | {"max_response_size", "max_retries", "on_drift", "rate_limits", "retry_statuses", "send_read_only", "strict"}
)
"""Options that clients have, but not calls; not those for which a call has another one."""


class CallOptions(TypedDict, total=False):
    """Keyword arguments of every method, besides those of its operation, which come first where names are equal.

    Attributes:
        extra_headers: headers of this request. They replace those of the same name, also the one that has the
            credential; None leaves a header out.
        extra_query: parameters of the query. They replace those of the same name; a list repeats the name, None leaves
            a parameter out.
        extra_body: members of the JSON object that is sent. They replace those of the same name, and are the whole
            object if there is no other, even if the document requires more.
        timeout: overrides the client's timeout.

    What is extra is sent as it is: the document says nothing about it.
    """

    extra_headers: Mapping[str, str | None] | None
    extra_query: Mapping[str, object] | None
    extra_body: Mapping[str, object] | None
    timeout: TimeoutTypes


class BodyFormat(Protocol):
    """A format of request bodies, such as JsonBody; see `request/bodies.py`."""

    @property
    def media_type(self) -> str:
        """The declared media type, possibly a range such as `image/*`."""
        ...

    def suits(self, body: object) -> int:
        """Return how well a body suits the format, more for a better one; the types of values are not considered."""
        ...

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write a body as the media type that the caller chose, "" for the declared one.

        Raises InvalidRequestError for a body that cannot be written, naming places, not values.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T_co]):
    """One operation of a document, whose success is read as `T_co`.

    Attributes:
        id: its operationId.
        method: the HTTP method.
        path: the path template.
        parameters: all parameters but the body.
        bodies: the formats of its body; the first is the default.
        responses: "200", "4XX" or "default" -> how to read that body, by its media type.
        security: alternatives of security schemes; None is the security of the API, () is anonymous.
        server: its own base URL.
        envelope: where its responses report success or failure.
        rate_limit: its own rate limit.
        concurrency: its own limit of concurrent calls.
        retry: its own rules for repeating a call.
        idempotency_key: the header that takes a key.
        pagination: how its list is paged, a `Pagination` of `pagination.py`.
        receiver: takes a client and returns what receives the bodies of successes; None where they are read as a whole.
        needs_body: whether a call without a body is refused.
        is_empty_until_ready: whether a success without a body means that the result does not exist yet.
        stream_switch: takes query, body and options of a call and returns whether it asks for a stream.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[BodyFormat, ...] = ()
    responses: Mapping[str, Readers] = field(default_factory=dict[str, "Readers"])
    security: Security | None = None
    server: str = ""
    envelope: Envelope | None = None
    rate_limit: RateLimit | None = None
    concurrency: Concurrency | None = None
    retry: Retry | None = None
    idempotency_key: str = ""
    pagination: object = None
    receiver: Callable[[Any], Any] | None = None
    needs_body: bool = False
    is_empty_until_ready: bool = False
    stream_switch: Callable[[Arguments | None, object, Arguments], bool] | None = None

    @cached_property
    def accept(self) -> str:
        """The Accept header of a call that names no representation of its own."""
        return accept(self.responses)

    def call(
        self,
        *,
        path: Arguments | None = None,
        query: Arguments | None = None,
        header: Arguments | None = None,
        cookie: Arguments | None = None,
        body: object = NOT_GIVEN,
        media_type: str | NotGiven = NOT_GIVEN,
        accept: str | NotGiven = NOT_GIVEN,
        options: Mapping[str, object] | None = None,
    ) -> Call[T_co]:
        """Build a call from arguments. Nothing is sent.

        `media_type` chooses among the formats of the body, `accept` among those of the response. An idempotency key
        that is not given is generated here, so that every attempt of this call has the same one. `options` are those
        of CallOptions, as the function that calls this one received them.

        Raises InvalidRequestError for arguments that cannot be sent: a parameter or body that does not match its type,
        an empty path argument, a line end in a header, an argument that is not declared; and TypeError for options
        that do not exist.
        """
        if options:
            _check_names(options)
        has_extra_body = (options or {}).get("extra_body") is not None
        if has_extra_body and is_mapping(body) and not body:
            body = NOT_GIVEN  # which is complete then, whatever the document requires
        streams = self.stream_switch(query, body, options or {}) if self.stream_switch else None
        try:
            asked = _chosen("accept", accept) or (accept_stream(self.responses) if streams else None)
            call = Call(
                operation=self,
                path=_path(self, path),
                query_string="&".join(
                    f"{name}={value}" if name else value
                    for pairs in _written(self, "query", query, query_pairs)
                    for name, value in pairs
                ),
                headers=_headers(self, header, asked),
                cookies=tuple(pair for pairs in _written(self, "cookie", cookie, cookie_pairs) for pair in pairs),
                body=_body(self, body, _chosen("media_type", media_type) or "", needed=not has_extra_body),
                streams=streams,
            )
            return _with_options(call, options, _chosen("media_type", media_type) or "") if options else call
        except InvalidRequestError as error:
            raise InvalidRequestError(f"{self.id}: {error}", operation=self.id) from None


@dataclass(frozen=True)
class Call(Generic[T_co]):
    """One call, ready to be sent; only base URL and authentication are missing.

    `path` and `query_string` are percent-encoded. `link` replaces both for a URL from a response, to
    which only keys in the query are added. `omitted` are the
    headers, lower-case, and the parameters of the query that are not sent even if the client has them. `timeout`
    replaces that of the client. `streams` is what the arguments say about the response, None where they cannot.
    """

    operation: Operation[T_co]
    path: str
    query_string: str = ""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    cookies: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: EncodedBody | None = None
    link: str | None = None
    omitted_headers: frozenset[str] = frozenset()
    omitted_query: frozenset[str] = frozenset()
    timeout: object = NOT_GIVEN
    streams: bool | None = None

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The query as decoded (name, value) pairs, in order."""
        return tuple(parse_qsl(self.query_string, keep_blank_values=True))

    @property
    def name(self) -> str:
        """A digest of operation and arguments, without credentials."""
        headers = (f"{name}:{value}" for name, value in self.headers if name.lower() not in SECRET_HEADERS)
        parts = (self.operation.id, self.path, self.query_string, self.link or "", *headers)
        return sha256("\n".join(parts).encode()).hexdigest()


def _written(
    operation: Operation[T], location: Location, given: Arguments | None, write: Callable[[Parameter, object], R]
) -> list[R]:
    """The given arguments of a location, each written by `write`, in the order of declaration."""
    if not given:
        return []
    left = {name: value for name, value in given.items() if value is not NOT_GIVEN}
    written: list[R] = []
    for parameter in operation.parameters:
        if parameter.location != location:
            continue
        if parameter.name not in left:
            if parameter.required:
                raise InvalidRequestError(f"{location} parameter {parameter.name!r} is not given")
            continue
        try:
            value = checked_value(parameter, left.pop(parameter.name))
            if value is not NOT_GIVEN:
                written.append(write(parameter, value))
        except InvalidRequestError:
            raise
        except (ValueError, TypeError, RecursionError) as error:
            raise InvalidRequestError(f"{location} parameter {parameter.name!r}: {_reason(error)}") from None
    if left:
        raise InvalidRequestError(f"there is no {location} parameter {', '.join(map(repr, sorted(left)))}")
    return written


def _reason(error: Exception) -> str:
    return "it is nested too deeply, or contains itself" if isinstance(error, RecursionError) else str(error)


def _headers(operation: Operation[T], given: Arguments | None, accept: str | None) -> tuple[tuple[str, str], ...]:
    headers = [pair for pairs in _written(operation, "header", given, header_pairs) for pair in pairs]
    key = operation.idempotency_key
    if key and not any(name.lower() == key.lower() for name, _ in headers):
        headers.append((key, str(uuid4())))
    if accept:
        headers += header_pairs(Parameter("Accept", "header"), accept)
    return tuple(headers)


def _chosen(argument: str, media_type: object) -> str | None:
    """The media type that an argument chooses, None where it does not choose one."""
    if media_type is None or media_type is NOT_GIVEN:
        return None
    if not isinstance(media_type, str):
        raise InvalidRequestError(f"{argument}= has to be a media type")
    return media_type or None


@cache
def _parts(template: str) -> tuple[str, ...]:
    """Literal, name, literal, name ... literal; the literals percent-encoded."""
    parts = _HOLE.split(template)
    parts[::2] = [quote(literal, safe=_LITERAL) for literal in parts[::2]]
    return tuple(parts)


def _path(operation: Operation[T], given: Arguments | None) -> str:
    texts = dict(
        _written(operation, "path", given, lambda parameter, value: (parameter.name, path_text(parameter, value)))
    )
    parts = list(_parts(operation.path))
    if missing := [name for name in parts[1::2] if name not in texts]:
        raise InvalidRequestError(f"path parameter {missing[0]!r} is not given")
    parts[1::2] = [texts[name] for name in parts[1::2]]
    path = "".join(parts)
    if "." in path and not {".", ".."}.isdisjoint(path.split("/")):
        raise InvalidRequestError("a path argument makes a segment '.' or '..', which means another path")
    return path


def _body(operation: Operation[T], body: object, media_type: str, *, needed: bool) -> EncodedBody | None:
    """Write the body in the format of that media type, by default the first of those that it suits best."""
    if body is NOT_GIVEN:
        if operation.needs_body and needed:
            raise InvalidRequestError("the body is required")
        return None
    if not operation.bodies:
        raise InvalidRequestError("it takes no body")
    if media_type:
        body_format = _format_of(operation, media_type)
    elif len(operation.bodies) == 1:
        body_format = operation.bodies[0]
    else:
        body_format = max(operation.bodies, key=lambda each: each.suits(body))
    try:
        return _encoded(body_format, body, media_type)
    except InvalidRequestError:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidRequestError(f"the body cannot be written: {_reason(error)}") from None


def _encoded(body_format: BodyFormat, body: object, media_type: str) -> EncodedBody:
    """Write a body without its read-only members, and with them if there were any."""
    request_form.is_active, request_form.had_read_only = True, False
    try:
        encoded = body_format.encode(body, media_type)
    finally:
        request_form.is_active = False
    header_value("Content-Type", encoded.media_type)  # which may be as the document names it
    return replace(encoded, complete=body_format.encode(body, media_type)) if request_form.had_read_only else encoded


def _format_of(operation: Operation[T], media_type: str) -> BodyFormat:
    """The format declared for a media type: with its parameters, else without, else in a range."""
    exact = [each for each in operation.bodies if each.media_type.lower() == media_type.lower()]
    same = [each for each in operation.bodies if essence(each.media_type) == essence(media_type)]
    ranges = [each for each in operation.bodies if is_in_range(media_type, each.media_type)]
    formats = [*exact, *same, *ranges]
    if not formats:
        known = ", ".join(each.media_type for each in operation.bodies)
        raise InvalidRequestError(f"its body has to be one of {known}")
    if "*" in media_type or not (exact or is_media_type(media_type)):
        raise InvalidRequestError(f"{media_type!r} is not a media type that can be sent")
    return formats[0]


# ---------------------------------------------------------------- CallOptions


def _check_names(options: Mapping[str, object]) -> None:
    """Raise the TypeError that Python would raise if there were no options, for the function that received them."""
    unknown = next((name for name in options if name not in CallOptions.__optional_keys__), None)
    if unknown is None:
        return
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    frame = currentframe()
    caller = frame.f_back.f_back if frame and frame.f_back else None
    code = caller.f_code if caller else _check_names.__code__
    known = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    near = get_close_matches(unknown, [*known, *CallOptions.__optional_keys__], n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    if unknown in _OF_CLIENTS:
        hint = f"; use client.with_options({unknown}=...)"
    raise TypeError(f"{code.co_name}() got an unexpected keyword argument {unknown!r}{hint}")


def _with_options(call: Call[T], options: Mapping[str, object], media_type: str) -> Call[T]:
    headers = _mapping(options, "extra_headers")
    names = frozenset(header_name(name).lower() for name in headers)
    given = ((name, header_value(name, value)) for name, value in headers.items() if value is not None)
    query = _mapping(options, "extra_query")
    body = call.body
    if options.get("extra_body") is not None:
        try:
            body = _extended(call.operation, body, _mapping(options, "extra_body"), media_type)
        except InvalidRequestError:
            raise
        except (ValueError, TypeError, RecursionError) as error:
            raise InvalidRequestError(f"extra_body= cannot be written: {_reason(error)}") from None
    return replace(
        call,
        headers=(*(pair for pair in call.headers if pair[0].lower() not in names), *given),
        omitted_headers=frozenset(name.lower() for name, value in headers.items() if value is None),
        query_string=replace_parameters(call.query_string, query),
        omitted_query=frozenset(name for name, value in query.items() if value is None),
        body=body,
        timeout=options.get("timeout", NOT_GIVEN),
    )


def _mapping(options: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = options.get(name)
    if value is None:
        return {}
    if not is_mapping(value):
        raise InvalidRequestError(f"{name}= has to be a mapping, or None")
    return {key: item for key, item in value.items() if item is not NOT_GIVEN}


def _extended(
    operation: Operation[T], body: EncodedBody | None, extra: Mapping[str, object], media_type: str
) -> EncodedBody:
    """Add members to a JSON object, or make one of them."""
    if not operation.bodies:
        raise InvalidRequestError("it takes no body")
    if body is None:
        known = (each.media_type for each in operation.bodies if is_json(essence(each.media_type)))
        named = media_type or next(known, operation.bodies[0].media_type)
        body = EncodedBody("application/json" if "*" in named else named, b"{}")
    content = body.content if is_json(essence(body.media_type)) else b""
    members = loads(content, exact=True) if content and isinstance(content, bytes) else None
    if not is_dict(members):
        raise InvalidRequestError("extra_body= needs a body that is a JSON object")
    complete = _extended(operation, body.complete, extra, media_type) if body.complete else None
    return EncodedBody(body.media_type, dumps({**members, **extra}).encode(), complete)
