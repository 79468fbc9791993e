"""Operations as data, and calls: frozen values that are complete before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar
from urllib.parse import parse_qsl, quote
from uuid import uuid4

from .errors import InvalidRequestError
from .request.parameters import Parameter, cookie_pairs, header_pairs, path_text, query_pairs
from .response.content import accept
from .types import NOT_GIVEN, NotGiven, is_content

if TYPE_CHECKING:
    from .api import Concurrency, Envelope, RateLimit, Retry, Security
    from .http.messages import EncodedBody
    from .request.parameters import Location
    from .response.content import Reader

T = TypeVar("T")
R = TypeVar("R")
Arguments = Mapping[str, object]
"""Wire name -> Python value; an entry that is NOT_GIVEN is left out."""

_HOLE = re.compile(r"\{([^{}]+)\}")
_LITERAL = "/:@!$&'()*+,;=~%?"


class BodyFormat(Protocol):
    """A format of request bodies, such as JsonBody; see `request/bodies.py`."""

    takes_content: ClassVar[bool]
    """Whether bytes and open files can be sent in this format."""

    @property
    def media_type(self) -> str:
        """The declared media type, possibly a range such as `image/*`."""
        ...

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write a body. Raises InvalidRequestError for a body that cannot be written, naming places, not values."""
        ...


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
    """One operation of a document, whose success is read as `T`.

    Attributes:
        id: its operationId.
        method: the HTTP method.
        path: the path template.
        parameters: all parameters but the body.
        bodies: the formats of its body; the first is the default.
        responses: "200", "4XX" or "default" -> how to read that body.
        security: alternatives of security schemes; None is the security of the API, () is anonymous.
        server: its own base URL.
        envelope: where its responses report success or failure.
        rate_limit: its own rate limit.
        concurrency: its own limit of concurrent calls.
        retry: its own rules for repeating a call.
        idempotency_key: the header that takes a key.
        pagination: how its list is paged.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[BodyFormat, ...] = ()
    responses: Mapping[str, Reader] = field(default_factory=dict[str, "Reader"])
    security: Security | None = None
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
        """Build a call from arguments. Nothing is sent.

        `media_type` chooses among the formats of the body, `accept` among those of the response. An idempotency key
        that is not given is generated here, so that every attempt of this call has the same one.

        Raises InvalidRequestError for arguments that cannot be sent: an empty path argument, a line end in a header, a
        body that does not match its type, an argument that is not declared.
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
    """One call, ready to be sent; only base URL and authentication are missing.

    `path` and `query_string` are percent-encoded. `link` replaces both for a URL from a response.
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
        """A digest of operation and arguments."""
        parts = (self.operation.id, self.path, self.query_string, self.link or "", *map(":".join, self.headers))
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
    """Write the body in the format of that media type, by default the first one that can take it."""
    if body is NOT_GIVEN:
        return None
    if not operation.bodies:
        raise InvalidRequestError("it takes no body")
    if media_type is None:
        with_content = (each for each in operation.bodies if each.takes_content) if is_content(body) else iter(())
        body_format = next(with_content, operation.bodies[0])
        media_type = "application/octet-stream" if "*" in body_format.media_type else body_format.media_type
    else:
        body_format = _format_of(operation, media_type)
    try:
        return body_format.encode(body, media_type)
    except InvalidRequestError:
        raise
    except (ValueError, TypeError) as error:
        raise InvalidRequestError(f"the body cannot be written: {error}") from None


def _format_of(operation: Operation[T], media_type: str) -> BodyFormat:
    for body_format in operation.bodies:
        if fnmatchcase(_essence(media_type), _essence(body_format.media_type)):
            return body_format
    known = ", ".join(each.media_type for each in operation.bodies)
    raise InvalidRequestError(f"its body has to be one of {known}")


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()
