"""What happens later: kept with the items, and carried out when its time comes, also after a restart."""

import heapq
from collections.abc import Callable
from typing import Final

from channelsmith.sandbox.state.kinds import HIDDEN
from channelsmith.sandbox.state.store import Item, Key, Store

_DUE: Final = f"{HIDDEN}due"


class Due:
    """Events by the moment (seconds since 1970) at which they are due."""

    def __init__(self, store: Store) -> None:
        """Takes over what the store has."""
        self._store: Final = store
        self._heap: list[tuple[float, Key]] = []
        self.read()

    def read(self) -> None:
        """Reads the events from the store again."""
        self._heap = [(_at(event), key) for key, event in self._store.all(_DUE).items()]
        heapq.heapify(self._heap)

    def schedule(self, key: Key, at: float, event: Item) -> None:
        """Keeps an event in the place of the one that had its key."""
        self._store.put(_DUE, key, {**event, "at": at})
        heapq.heappush(self._heap, (at, key))

    def cancel(self, key: Key) -> None:
        """Forgets an event, if there is one."""
        if self._store.get(_DUE, key) is not None:
            self._store.remove(_DUE, key)

    def settle(self, now: float, carry_out: Callable[[Item], None]) -> None:
        """Carries out everything that is due, each event in a transaction of its own, in order."""
        while self._heap and self._heap[0][0] <= now:
            at, key = heapq.heappop(self._heap)
            event = self._store.get(_DUE, key)
            if event is not None and _at(event) == at:
                with self._store.transaction():
                    self._store.remove(_DUE, key)
                    carry_out(event)


def _at(event: Item) -> float:
    at = event.get("at")
    return float(at) if isinstance(at, int | float) else 0.0
