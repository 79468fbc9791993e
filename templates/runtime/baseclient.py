"""What the sync and the async client have in common: everything but sending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar, Unpack

if TYPE_CHECKING:
    from collections.abc import Generator

    from .http.messages import Answer, BodyReceiver, Step
    from .operation import Call
    from .options import CallOptions
    from .response.content import Content
    from .setup import Setup

T = TypeVar("T")

_STATE = ("_setup", "_owner", "_transport", "_sleep")
"""What a copy takes over; a subclass may hold things that belong to one client only, such as its resources."""


class BaseClient:
    """Address, options and flow of a client."""

    _setup: Setup
    _owner: bool  # of the connections

    @property
    def base_url(self) -> str:
        """The URL below which requests go, without a final slash."""
        return self._setup.base

    def resolve(self, url_or_path: str) -> str:
        """The absolute URL of a link that the API handed out.

        A path, with or without a leading slash, goes below the base URL. An absolute URL has to have the scheme,
        host and port of the base URL. Raises ConfigurationError for everything else.
        """
        from .request.urls import resolve  # noqa: PLC0415 - importing this module loads nothing but names

        return resolve(self._setup.base, url_or_path)

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """A copy with other options, for one call or for many; `headers` are added to the client's own.

        See CallOptions. The copy shares the connections; closing it leaves them open.
        """
        return self._copy(self._setup.changed(options))

    def returning_raw(self) -> Self:
        """A copy whose `send` returns a RawResponse, whatever its annotation says; see `raw.py` for the types."""
        return self._copy(self._setup.returning_raw())

    def _copy(self, setup: Setup) -> Self:
        copy = object.__new__(type(self))
        vars(copy).update({name: value for name, value in vars(self).items() if name in _STATE})
        copy._setup = setup
        copy._owner = False
        return copy

    def perform(self, call: Call[T], receiver: BodyReceiver | None = None) -> Generator[Step, Answer, object]:
        """The flow of one call, for the parts of this package that make several; see `drive`."""
        from .flow import perform  # noqa: PLC0415 - as in `resolve`

        return perform(call, self._setup, receiver)

    def _link(self, url_or_path: str) -> Call[Content]:
        """The call that fetches a link."""
        from .fetch import fetch  # noqa: PLC0415 - as in `resolve`

        return fetch(url_or_path)

    def now(self) -> float:
        """Unix time by the client's clock."""
        return self._setup.clock()

    def __repr__(self) -> str:
        """Where it sends to; no secrets."""
        return f"{type(self).__name__}(base_url={self.base_url!r})"
