"""Clients whose methods return a `RawResponse`, with the same resources and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import AsyncRawClient, RawClient

if TYPE_CHECKING:
    from .tasks import AsyncRawTasks, RawTasks

__all__ = ["AsyncRawTodo", "RawTodo"]


class RawTodo(RawClient):
    """Returned by `with_raw_response` of Todo."""

    @property
    def tasks(self) -> RawTasks:
        """What is to be done."""
        from .tasks import RawTasks

        return RawTasks(self)


class AsyncRawTodo(AsyncRawClient):
    """Returned by `with_raw_response` of AsyncTodo."""

    @property
    def tasks(self) -> AsyncRawTasks:
        """What is to be done."""
        from .tasks import AsyncRawTasks

        return AsyncRawTasks(self)
