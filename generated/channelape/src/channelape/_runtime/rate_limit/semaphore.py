"""A queue that lets in so many at a time, first come, first served: for threads and for tasks."""

from __future__ import annotations

import sys
from collections import deque
from threading import Event, Lock, get_ident
from typing import TYPE_CHECKING, Self
from weakref import WeakValueDictionary

from ..value import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Queue:
    """At most `places` turns at the same time; who joins later comes later."""

    def __init__(self, places: int) -> None:
        """Nobody is in."""
        self._free = places
        self._inside: set[Turn] = set()
        self._waiting: deque[Turn] = deque()
        self._lock = Lock()  # held for a moment only, never while anybody waits

    def join(self) -> Turn:
        """Take a place now, or one in the queue."""
        turn = Turn(self)
        with self._lock:
            if self._free:
                self._free -= 1
                self._inside.add(turn)
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
            self._inside.discard(turn)
            if not self._waiting:
                self._free += 1
                return
            following = self._waiting.popleft()
            self._inside.add(following)
            following.has_come = True
        following.wake()

    def would_block_itself(self, turn: Turn) -> bool:
        """Whether who waits is who has a place already, and so may wait for itself."""
        with self._lock:
            return any(each.owner == turn.owner for each in self._inside)

    def tell(self, turn: Turn, wake: Callable[[], object]) -> None:
        """Call `wake` once when the turn has come, which may be at once."""
        with self._lock:
            if not turn.has_come:
                turn.wake = wake
                return
        wake()


class Turn:
    """One place in a queue or past it; as a context manager it is given up in the end, whatever happens."""

    __slots__ = ("has_come", "owner", "queue", "wake")

    def __init__(self, queue: Queue) -> None:
        """Not in yet."""
        self.queue = queue
        self.owner = _owner()
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


class Wait(Value):
    """Ask the driver to wait until a turn has come, `seconds` at most, None for ever."""

    turn: Turn
    seconds: float | None = None

    def perform(self) -> None:
        """Block this thread."""
        come = Event()
        self.turn.queue.tell(self.turn, come.set)
        come.wait(self.seconds)

    async def perform_async(self) -> None:
        """Block this task."""
        import asyncio  # noqa: PLC0415 - slow to load, and a sync client has no use for it

        come = asyncio.Event()
        loop = asyncio.get_running_loop()
        self.turn.queue.tell(self.turn, lambda: loop.call_soon_threadsafe(come.set))
        try:
            async with asyncio.timeout(self.seconds):
                await come.wait()
        except TimeoutError:
            return


_QUEUES: WeakValueDictionary[tuple[str, int], Queue] = WeakValueDictionary()
_QUEUES_LOCK = Lock()


def queue(name: str, places: int) -> Queue:
    """The queue of that name, the same for all clients, threads and tasks of this process as long as one has it."""
    with _QUEUES_LOCK:
        found = _QUEUES.get((name, places))
        if found is None:
            found = _QUEUES[name, places] = Queue(places)
        return found


def _owner() -> tuple[int, object]:
    """Who waits: a thread, and in it a task of an event loop if there is one."""
    asyncio = sys.modules.get("asyncio")
    try:
        return get_ident(), asyncio.current_task() if asyncio else None
    except RuntimeError:  # no loop runs
        return get_ident(), None


def _nobody() -> None:
    """Nobody waits yet."""
