"""Delayed work: stored with the items, and done when it is due, after a restart too."""

import heapq
from collections.abc import Callable
from typing import Final

from channelsmith.sandbox.log import LOGGER
from channelsmith.sandbox.state.resources import HIDDEN
from channelsmith.sandbox.state.store import Item, Key, Store

_TASKS: Final = f"{HIDDEN}tasks"


class Scheduler:
    """Tasks by the time in seconds since 1970 at which they are due."""

    def __init__(self, store: Store) -> None:
        self._store: Final = store
        self._heap: list[tuple[float, Key]] = []
        self._last: int = 0
        self.reload()

    def reload(self) -> None:
        """Read the tasks from the store."""
        tasks = self._store.all(_TASKS)
        self._heap = [(_due(task), key) for key, task in tasks.items()]
        self._last = max((int(key[0]) for key in tasks), default=0)
        heapq.heapify(self._heap)

    def schedule(self, task: Item, due: float) -> None:
        """Add a task."""
        self._last += 1
        key = (str(self._last),)
        self._store.put(_TASKS, key, {**task, "due": due})
        heapq.heappush(self._heap, (due, key))

    def run_due(self, now: float, perform: Callable[[Item], None]) -> None:
        """Perform the tasks that are due in order, each in its own transaction.

        A task that fails changes nothing and is not tried again; nobody waits for it, so its error is logged.
        """
        while self._heap and self._heap[0][0] <= now:
            _, key = heapq.heappop(self._heap)
            task = self._store.get(_TASKS, key)  # None if the transaction that scheduled it was undone
            if task is None:
                continue
            try:
                with self._store.transaction():
                    self._store.remove(_TASKS, key)
                    perform(task)
            except Exception as error:  # noqa: BLE001 -- the behaviour is not ours
                LOGGER.warning("the task %s failed: %r", task.get("task"), error)
                with self._store.transaction():
                    self._store.remove(_TASKS, key)


def _due(task: Item) -> float:
    due = task.get("due")
    return float(due) if isinstance(due, int | float) else 0.0
