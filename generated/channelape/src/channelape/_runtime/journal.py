"""Which items of a list were accepted, in a file that outlives a crash: one line of JSON for each request."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from .errors import ConfigurationError
from .guards import is_dict
from .splitting import Done

if TYPE_CHECKING:
    from .batch_values import Batching


class Journal:
    """The record of one run: its name, what was accepted earlier, and a line for all that is accepted from now on."""

    def __init__(self, path: Path | None, run: str, done: tuple[Done, ...]) -> None:
        """Start, or go on after, a record; without a path nothing is written."""
        self.run = run
        self.done = done
        self._path = path

    @classmethod
    def open(cls, batching: Batching) -> Journal:
        """The record that `batching` names, new or going on.

        Raises ConfigurationError for a file that is no such record, or is one of another run.
        """
        if batching.journal is None:
            return cls(None, batching.run or str(uuid4()), ())
        path = Path(batching.journal)
        lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
        whole = [line for line in lines if line.endswith(b"\n")]  # a crash may have cut the last one
        if not whole:
            journal = cls(path, batching.run or str(uuid4()), ())
            path.write_bytes(b"")
            journal._write({"run": journal.run})
            return journal
        if len(whole) < len(lines):
            os.truncate(path, sum(map(len, whole)))
        run, done = _read(path, whole)
        if batching.run and batching.run != run:
            raise ConfigurationError(f"{path}: the journal is of the run {run!r}, not of {batching.run!r}")
        return cls(path, run, done)

    def accepted(self, first: int, end: int, digest: str) -> None:
        """Write down, for good, that these items were accepted."""
        self._write({"first": first, "end": end, "digest": digest})

    def _write(self, line: dict[str, object]) -> None:
        if self._path is not None:
            with self._path.open("ab") as file:
                file.write(json.dumps(line).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())


def _read(path: Path, lines: list[bytes]) -> tuple[str, tuple[Done, ...]]:
    try:
        head, *rest = [json.loads(line) for line in lines]
        return str(head["run"]), tuple(_done(each) for each in rest)
    except (ValueError, LookupError, TypeError):
        raise ConfigurationError(f"{path}: this is no journal of batches") from None


def _done(line: object) -> Done:
    if not is_dict(line):
        raise TypeError(line)
    return Done(int(str(line["first"])), int(str(line["end"])), str(line["digest"]))
