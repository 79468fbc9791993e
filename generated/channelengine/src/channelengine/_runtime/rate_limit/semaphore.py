"""A fair semaphore that threads and tasks share: permits are granted in the order in which they were requested."""

from __future__ import annotations

import sys
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, get_ident
from typing import TYPE_CHECKING, Self
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Semaphore:
    """Grants at most `limit` permits at the same time, first come, first served."""

    def __init__(self, limit: int) -> None:
        self._available = limit
        self._holders: set[Permit] = set()
        self._waiting: deque[Permit] = deque()
        self._lock = Lock()  # held only for a moment, never while waiting

    def acquire(self) -> Permit:
        """Return a permit that is granted now, or queue for one."""
        permit = Permit(self)
        with self._lock:
            if self._available:
                self._available -= 1
                self._holders.add(permit)
                permit.is_granted = True
            else:
                self._waiting.append(permit)
        return permit

    def release(self, permit: Permit) -> None:
        """Return a permit and grant the next one in the queue, or leave the queue."""
        with self._lock:
            if not permit.is_granted:
                self._waiting.remove(permit)
                return
            self._holders.discard(permit)
            if not self._waiting:
                self._available += 1
                return
            following = self._waiting.popleft()
            self._holders.add(following)
            following.is_granted = True
        following.on_grant()

    def would_deadlock(self, permit: Permit) -> bool:
        """Whether the thread or task that waits for a permit already holds one."""
        with self._lock:
            return any(holder.owner == permit.owner for holder in self._holders)

    def notify(self, permit: Permit, on_grant: Callable[[], object]) -> None:
        """Call `on_grant` once when the permit is granted, which may be at once."""
        with self._lock:
            if not permit.is_granted:
                permit.on_grant = on_grant
                return
        on_grant()


class Permit:
    """A permit of a semaphore, granted or queued for. As a context manager it is always released."""

    __slots__ = ("is_granted", "on_grant", "owner", "semaphore")

    def __init__(self, semaphore: Semaphore) -> None:
        self.semaphore = semaphore
        self.owner = _current_owner()
        self.is_granted = False
        self.on_grant: Callable[[], object] = _do_nothing

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.semaphore.release(self)


@dataclass(frozen=True, slots=True)
class WaitForPermit:
    """A step that waits until a permit is granted, at most `timeout` seconds, None for no limit."""

    permit: Permit
    timeout: float | None = None

    def perform(self) -> None:
        """Block the current thread."""
        granted = Event()
        self.permit.semaphore.notify(self.permit, granted.set)
        granted.wait(self.timeout)

    async def perform_async(self) -> None:
        """Suspend the current task."""
        import asyncio  # noqa: PLC0415 - slow to load, and a sync client does not need it

        granted = asyncio.Event()
        loop = asyncio.get_running_loop()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop is closed, and with it this task
                loop.call_soon_threadsafe(granted.set)

        self.permit.semaphore.notify(self.permit, wake)
        try:
            async with asyncio.timeout(self.timeout):
                await granted.wait()
        except TimeoutError:
            return


_SEMAPHORES: WeakValueDictionary[tuple[str, int], Semaphore] = WeakValueDictionary()
_SEMAPHORES_LOCK = Lock()


def shared_semaphore(name: str, limit: int) -> Semaphore:
    """Return the semaphore of that name, which all clients of this process share while one of them holds it."""
    with _SEMAPHORES_LOCK:
        return _SEMAPHORES.setdefault((name, limit), Semaphore(limit))


def _current_owner() -> tuple[int, object]:
    """Return the current thread, and the current task if an event loop runs in it."""
    asyncio = sys.modules.get("asyncio")
    try:
        return get_ident(), asyncio.current_task() if asyncio else None
    except RuntimeError:  # no running event loop
        return get_ident(), None


def _do_nothing() -> None:
    """Stand in for a callback."""
