"""Locks that keep other processes, threads and tasks from a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO

_LOCKED_BYTE = 0x7FFF_0000
"""On Windows a locked byte cannot be read by others, so it is one that no file has."""


def lock_file(file: IO[bytes]) -> None:
    """Lock an open file until it is closed, at the latest by the end of the process.

    Raises BlockingIOError if it is locked already, OSError where the file system has no locks.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - of this system only

        position = file.tell()
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(str(error)) from None
        finally:
            file.seek(position)
    else:
        import fcntl  # noqa: PLC0415 - of other systems

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
