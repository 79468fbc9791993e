"""A download that may be broken off and go on in another call, or another process: what has come is kept beside it.

Beside `report.csv` stand `.report.csv.part`, what has come, and `.report.csv.part.json`: of what it is, and how to ask
the server whether that has changed since.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import BinaryIO

from .download_target import Place, Target
from .errors import InvalidRequestError
from .guards import is_dict

_TAKEN = "another download is writing to it"


class Partial(Place):
    """A path that is written over several calls.

    `validator` is what the server called the version of what has come, "" when nothing has that could be gone on with.
    """

    def __init__(self, target: Target, what: str) -> None:
        """Open what has come of `what`, if any has.

        Raises InvalidRequestError for an open file, which cannot be kept; OSError when the path cannot be written, or
        another download is writing to it.
        """
        if not isinstance(target, str | os.PathLike):
            raise InvalidRequestError("resume= needs a path: an open file cannot be found again")
        self.path = Path(target)
        if self.path.is_dir():
            raise IsADirectoryError(f"{self.path} is a folder")
        self._part = self.path.with_name(f".{self.path.name}.part")
        self._note = self.path.with_name(f".{self.path.name}.part.json")
        self._file = _locked(self._part)
        self._start = 0
        self._kept = False
        self._what = what
        self.validator = self._read()
        self.size = self._file.seek(0, os.SEEK_END)
        if not self.validator or not self.size:
            self.restart()

    def remember(self, validator: str) -> None:
        """Note how the server calls the version of what comes now; "" when it cannot be gone on with."""
        self.validator = validator
        if validator:
            self._note.write_text(json.dumps({"what": self._what, "validator": validator}), "utf-8")
        else:
            self._note.unlink(missing_ok=True)

    def restart(self) -> None:
        """Forget what has come."""
        self.remember("")
        super().restart()

    def keep(self) -> None:
        """Everything is there."""
        super().keep()
        self._note.unlink(missing_ok=True)

    def drop(self) -> None:
        """Leave what can be gone on with, and nothing else."""
        if not self._kept and self.validator and self.size:
            self._file.close()
        else:
            super().drop()
            self._note.unlink(missing_ok=True)

    def _read(self) -> str:
        try:
            said: object = json.loads(self._note.read_text("utf-8"))
        except (OSError, ValueError):  # nothing, or half of it
            return ""
        return str(said.get("validator", "")) if is_dict(said) and said.get("what") == self._what else ""


def _locked(path: Path) -> BinaryIO:
    """The file, opened for this process alone, as far as the system has locks. Raises BlockingIOError."""
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b", buffering=0)
    try:
        import fcntl  # noqa: PLC0415 - not everywhere
    except ImportError:
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not path.exists() or os.fstat(file.fileno()).st_ino != path.stat().st_ino:  # the other has just finished it
            raise BlockingIOError(_TAKEN)
    except OSError:
        file.close()
        raise BlockingIOError(f"{path}: {_TAKEN}") from None
    return file
