"""Runs again when files change: asks for their time and size now and then, which works on every file system."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

INTERVAL = 0.5
"""Seconds between two looks."""

_Seen: TypeAlias = dict[Path, tuple[int, int]]


def follow(run: Callable[[], Iterable[Path]], sleep: Callable[[float], None], *, looks: int | None = None) -> None:
    """Runs once, and once more each time a file changed and then none did for an interval.

    Args:
        run: does the work, and names the files it depends on; a file that is missing counts as one that may come.
        sleep: waits for so many seconds.
        looks: how often to look at most; without end when not given.
    """
    known: _Seen = _seen(run())
    latest = known
    done = 0
    while looks is None or done < looks:
        sleep(INTERVAL)
        done += 1
        now = _seen(known)
        if now == latest and now != known:  # an editor may write a file in several steps
            files = tuple(run())
            known = _seen(files) | {path: now[path] for path in files if path in now}  # nothing done meanwhile is lost
            latest = known
        else:
            latest = now


def _seen(files: Iterable[Path]) -> _Seen:
    """When each file was written and how long it is; of a missing one, neither."""
    return {path: _state(path) for path in files}


def _state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_mtime_ns, found.st_size
