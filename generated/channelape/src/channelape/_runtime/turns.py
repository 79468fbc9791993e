"""A queue that lets in so many at a time, first come, first served: for threads and for tasks."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from threading import Event, Lock
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Queue:
    """At most `places` turns at the same time; who joins later comes later."""

    def __init__(self, places: int) -> None:
        """Nobody is in."""
        self._free = places
        self._waiting: deque[Turn] = deque()
        self._lock = Lock()  # held for a moment only, never while anybody waits

    def join(self) -> Turn:
        """Take a place now, or one in the queue."""
        turn = Turn(self)
        with self._lock:
            if self._free:
                self._free -= 1
                turn.has_come = True
            else:
                self._waiting.append(turn)
        return turn

    def leave(self, turn: Turn) -> None:
        """Give a place up, and let in who is next; or stop waiting for one."""
        with self._lock:
            if not turn.has_come:
                self._waiting.remove(turn)
                return
            if not self._waiting:
                self._free += 1
                return
            following = self._waiting.popleft()
            following.has_come = True
        following.wake()

    def tell(self, turn: Turn, wake: Callable[[], object]) -> None:
        """Call `wake` once when the turn has come, which may be at once."""
        with self._lock:
            if not turn.has_come:
                turn.wake = wake
                return
        wake()


class Turn:
    """One place in a queue or past it; as a context manager it is given up in the end, whatever happens."""

    __slots__ = ("has_come", "queue", "wake")

    def __init__(self, queue: Queue) -> None:
        """Not in yet."""
        self.queue = queue
        self.has_come = False
        self.wake: Callable[[], object] = _nobody

    def __enter__(self) -> Self:
        """Wait for the turn with `Wait` if it has not come."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave."""
        self.queue.leave(self)


@dataclass(frozen=True, slots=True)
class Wait:
    """Ask the driver to wait until a turn has come."""

    turn: Turn

    def perform(self) -> None:
        """Block this thread."""
        come = Event()
        self.turn.queue.tell(self.turn, come.set)
        come.wait()

    async def perform_async(self) -> None:
        """Block this task."""
        import asyncio  # noqa: PLC0415 - slow to load, and a sync client has no use for it

        come = asyncio.Event()
        loop = asyncio.get_running_loop()
        self.turn.queue.tell(self.turn, lambda: loop.call_soon_threadsafe(come.set))
        await come.wait()


def _nobody() -> None:
    """Nobody waits yet."""
