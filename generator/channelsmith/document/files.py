"""Reading of files, also where somebody else may have put something that is not a file."""

import errno
import stat
from pathlib import Path


class NotRegularFileError(OSError):
    """A pipe, a socket or a device: reading it may never end."""


def read_regular_file(path: Path, size: int = -1) -> bytes:
    """Return the content of a file, or as many bytes of it.

    Raises:
        NotRegularFileError: it is neither a file nor a folder.
        OSError: it cannot be read.
        ValueError: no file can have this name.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise NotRegularFileError(errno.EINVAL, "not a regular file", str(path))
    with path.open("rb") as file:
        return file.read(size)
