"""Where a download is written: a path, which gets everything or nothing, or an open binary file."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO

from .errors import InvalidRequestError

Target = str | os.PathLike[str] | BinaryIO
"""A path, or a binary file opened for writing."""

_LONGEST_NAME = 200  # of the file name, in the name of the temporary one


class Place:
    """A target that is being written.

    Raises InvalidRequestError for what is neither a path nor a binary file, OSError for a path that cannot be written.
    """

    def __init__(self, target: Target) -> None:
        """Open a temporary file beside a path; remember where an open file stands."""
        self.path: Path | None = None
        self._part: Path | None = None
        if isinstance(target, str | os.PathLike):
            self.path = Path(target)
            if self.path.is_dir():
                raise IsADirectoryError(f"{self.path} is a folder")
            self._part = self.path.with_name(f".{self.path.name[:_LONGEST_NAME]}.{os.urandom(8).hex()}.part")
            self._file: BinaryIO = self._part.open("xb", buffering=0)
            self._start: int | None = 0
        else:
            if isinstance(target, io.TextIOBase) or not callable(getattr(target, "write", None)):
                raise InvalidRequestError("the target has to be a path or a file opened in binary mode")
            self._file = target
            self._start = target.tell() if target.seekable() else None
        self.size = 0
        self._kept = False

    def write(self, data: bytes | bytearray) -> None:
        """Append all of it."""
        view = memoryview(data)
        while view:
            written = self._file.write(view)  # a file without a buffer may take less than all
            self.size += written
            view = view[written:]

    def restart(self) -> None:
        """Forget what was written. Raises OSError when a file cannot be rewound and has been written to."""
        if self.size and self._start is None:
            raise io.UnsupportedOperation("the download has to begin again, and the target cannot be rewound")
        if self.size and self._start is not None:
            self._file.seek(self._start)
            self._file.truncate()
        self.size = 0

    def keep(self) -> None:
        """Everything is there: give a path its name."""
        if self._part is not None and self.path is not None:
            self._file.close()
            self._part.replace(self.path)
            self._part = None
        self._kept = True

    def drop(self) -> None:
        """Leave nothing behind, unless it was kept; an open file that can be rewound is as it was before."""
        if self._part is not None:
            self._file.close()
            self._part.unlink(missing_ok=True)
        elif not self._kept and self._start is not None:
            self.restart()
