"""An operation is data; a call is a frozen value, finished before any network is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Generic, Literal, TypeVar
from urllib.parse import parse_qsl, quote
from uuid import uuid4

from .errors import InvalidRequestError
from .request.parameters import cookie_pairs, header_pairs, path_text, query_pairs
from .response.readers import accept
from .types import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from .limits import Concurrency, RateLimit, Retry
    from .request.bodies import BodyFormat, EncodedBody
    from .response.envelope import Envelope
    from .response.readers import Reader

T = TypeVar("T")
R = TypeVar("R")
Location = Literal["path", "query", "header", "cookie"]
Arguments = Mapping[str, object]
"""Wire name -> Python value; an entry that is NOT_GIVEN is left out."""

_HOLE = re.compile(r"\{([^{}]+)\}")
_LITERAL = "/:@!$&'()*+,;=~%?"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter and how its value is written; what is empty or None is the default of OpenAPI."""

    name: str
    location: Location
    style: str = field(default="", kw_only=True)
    explode: bool | None = field(default=None, kw_only=True)
    allow_reserved: bool = field(default=False, kw_only=True)
    media_type: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a list is paged, as the document declares it: pointers into a page, and the parameter for the next one.

    `parameter` takes the cursor that a page holds at `cursor`; `items` points at the page's list. The last page is the
    one that has `stop_value` at `stop`: where that is declared, a cursor alone does not mean that there is more.
    """

    parameter: str
    cursor: str
    items: str
    stop: str = ""
    stop_value: object = True


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T]):
    """What a document says about one operation, whose success is read as `T`.

    `path` is the template. `bodies`: the first is the default. `responses`: "200", "4XX" or "default" -> how to
    read that body. `security`: alternatives, each a set of scheme names needed together; None is the API's own, ()
    anonymous. `server`: an own base URL. The fields after `envelope` are declared limits, for the policies.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[BodyFormat, ...] = ()
    responses: Mapping[str, Reader] = field(default_factory=dict[str, "Reader"])
    security: tuple[tuple[str, ...], ...] | None = None
    server: str = ""
    envelope: Envelope | None = None
    rate_limit: RateLimit | None = None
    concurrency: Concurrency | None = None
    retry: Retry | None = None
    idempotency_key: str = ""
    pagination: Pagination | None = None

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
    ) -> Call[T]:
        """Write the arguments down as a request. Nothing is sent.

        `media_type` chooses among the formats of the body, `accept` among those of the answer. An idempotency key that
        is not given is made up here, so that every attempt of this call has the same one.

        Raises InvalidRequestError for what cannot be sent: an empty path argument, a line end in a header, a body
        that does not fit its type, an argument nobody declared.
        """
        try:
            return Call(
                operation=self,
                path=_path(self, path),
                query_string="&".join(
                    f"{name}={value}" for pairs in _written(self, "query", query, query_pairs) for name, value in pairs
                ),
                headers=_headers(self, header, accept),
                cookies=tuple(pair for pairs in _written(self, "cookie", cookie, cookie_pairs) for pair in pairs),
                body=_body(self, body, media_type or None),
            )
        except InvalidRequestError as error:
            raise InvalidRequestError(f"{self.id}: {error}", operation=self.id) from None


@dataclass(frozen=True)
class Call(Generic[T]):
    """One call, ready to be sent; everything but base URL and authentication is in it.

    `path` and `query_string` are percent-encoded. `link` replaces both for a URL that the API handed out.
    """

    operation: Operation[T]
    path: str
    query_string: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    cookies: tuple[tuple[str, str], ...] = ()
    body: EncodedBody | None = None
    link: str | None = None

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The query as decoded (name, value) pairs, in order."""
        return tuple(parse_qsl(self.query_string, keep_blank_values=True))

    @property
    def name(self) -> str:
        """A digest of what is asked for, the same for the same arguments."""
        from hashlib import sha256  # noqa: PLC0415 - slow to load, and few calls are asked

        asked = (self.operation.id, self.path, self.query_string, self.link or "", *map(":".join, self.headers))
        return sha256("\n".join(asked).encode()).hexdigest()


def _written(
    operation: Operation[T], location: Location, given: Arguments | None, write: Callable[[Parameter, object], R]
) -> list[R]:
    """What `write` makes of each given argument of a location, in the order of declaration."""
    if not given:
        return []
    left = {name: value for name, value in given.items() if value is not NOT_GIVEN}
    written: list[R] = []
    for parameter in operation.parameters:
        if parameter.location == location and parameter.name in left:
            try:
                written.append(write(parameter, left.pop(parameter.name)))
            except InvalidRequestError:
                raise
            except (ValueError, TypeError) as error:
                raise InvalidRequestError(f"{location} parameter {parameter.name!r}: {error}") from None
    if left:
        raise InvalidRequestError(f"there is no {location} parameter {', '.join(map(repr, sorted(left)))}")
    return written


def _headers(operation: Operation[T], given: Arguments | None, accept: str | NotGiven) -> tuple[tuple[str, str], ...]:
    headers = [pair for pairs in _written(operation, "header", given, header_pairs) for pair in pairs]
    key = operation.idempotency_key
    if key and not any(name.lower() == key.lower() for name, _ in headers):
        headers.append((key, str(uuid4())))
    if accept:
        headers += header_pairs(Parameter("Accept", "header"), accept)
    return tuple(headers)


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
    if not {".", ".."}.isdisjoint(path.split("/")):
        raise InvalidRequestError("a path argument makes a segment '.' or '..', which means another path")
    return path


def _body(operation: Operation[T], body: object, media_type: str | None) -> EncodedBody | None:
    if body is NOT_GIVEN:
        return None
    from .request.encode import encode  # noqa: PLC0415 - most calls have no body, and importing this module must not load pydantic

    return encode(operation.bodies, body, media_type)
