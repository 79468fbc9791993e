"""What passes between the flow of a call and the driver that does the I/O."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from ..value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..auth.schemes import Placed
    from ..download import Sink
    from ..rate_limit.semaphore import Wait
    from ..rate_limit.stores import Consult
    from ..request.bodies import EncodedBody
    from ..tell import Tell


class Request(Value, kw_only=True):
    """One HTTP request. The secrets stand apart and are joined at the last moment, so a repr shows none."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    cookies: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    secrets: tuple[Placed, ...] = field(default=(), repr=False)
    body: EncodedBody | None = field(default=None, repr=False)
    timeout: float | None

    def __init__(
        self,
        *,
        method: str,
        url: str,
        headers: tuple[tuple[str, str], ...],
        timeout: float | None,
        cookies: tuple[tuple[str, str], ...] = (),
        secrets: tuple[Placed, ...] = (),
        body: EncodedBody | None = None,
    ) -> None:
        """Take the fields."""
        self.__dict__.update(
            method=method, url=url, headers=headers, cookies=cookies, secrets=secrets, body=body, timeout=timeout
        )


class Response(Value):
    """One complete HTTP response; header names are lower-case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    def __init__(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        """Take the fields."""
        self.__dict__.update(status=status, headers=headers, content=content)

    def __str__(self) -> str:
        """For a log."""
        return f"status {self.status}"

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return self.status // 100 == 2  # noqa: PLR2004 - 2xx

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class TransportFailure(Value):
    """No complete response, and why."""

    kind: Literal["connect", "timeout", "broken"]
    reason: str = field(repr=False)

    def __str__(self) -> str:
        """For a log; the reason is somebody else's text, so it is left out."""
        return {"connect": "no connection", "timeout": "no answer in time", "broken": "connection broken"}[self.kind]


class Send(Value):
    """Ask the driver to send a request; it answers with a Response or a TransportFailure.

    With a `sink` the body of a success goes there as it comes, and the Response has none.
    """

    request: Request
    sink: Sink | None = None

    def __init__(self, request: Request, sink: Sink | None = None) -> None:
        """Take the fields."""
        self.__dict__.update(request=request, sink=sink)


class Sleep(Value):
    """Ask the driver to wait."""

    seconds: float


Answer = Response | TransportFailure

if TYPE_CHECKING:
    Step = Send | Sleep | Wait | Consult | Tell
    """What a flow may ask for; all but the first two do it themselves."""
