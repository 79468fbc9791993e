"""Run a function again whenever files change, by polling their time and size: that works on every file system."""

from collections.abc import Callable, Iterable
from pathlib import Path

INTERVAL = 0.5
"""Seconds between two checks."""


def watch_files(
    run: Callable[[], Iterable[Path]], sleep: Callable[[float], None], *, max_checks: int | None = None
) -> None:
    """Run once, and again each time that a file changed and then stayed unchanged for an interval.

    Args:
        run: does the work and returns the files that it depends on; files that do not exist yet may be among them.
        sleep: waits for a number of seconds.
        max_checks: the number of checks after which to stop; never by default.
    """
    known = _states(run())
    latest = known
    checks = 0
    while max_checks is None or checks < max_checks:
        sleep(INTERVAL)
        checks += 1
        current = _states(known)
        if current == latest and current != known:  # an editor may write a file in several steps
            files = tuple(run())
            # Changes made while it ran are noticed by the next check.
            known = _states(files) | {path: current[path] for path in files if path in current}
            latest = known
        else:
            latest = current


def _states(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    return {path: _state(path) for path in files}


def _state(path: Path) -> tuple[int, int]:
    """Modification time and size; (-1, -1) for a missing file."""
    try:
        status = path.stat()
    except OSError:
        return -1, -1
    return status.st_mtime_ns, status.st_size
