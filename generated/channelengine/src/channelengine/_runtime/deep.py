"""Models that are nested deeper than Python's stack usually goes: their validators are built on a deeper one."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_LOCK = threading.RLock()
_STACK = 256 * 1024 * 1024  # bytes of address space, taken from memory only as far as they are used
_FRAMES = 200_000


def deeply(build: Callable[[], T]) -> T:
    """What `build` returns or raises, with room for some thousand models inside one another."""
    made: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            made.append(build())
        except BaseException as error:  # noqa: BLE001 - it is raised again, in the thread that asked
            failed.append(error)

    with _LOCK:
        before, limit = threading.stack_size(_STACK), sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, _FRAMES))
        try:
            worker = threading.Thread(target=run, name="building models")
            worker.start()
            worker.join()
        finally:
            sys.setrecursionlimit(limit)
            threading.stack_size(before)
    if failed:
        raise failed[0]
    return made[0]
