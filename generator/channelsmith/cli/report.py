"""Print results: problems in the requested format, status messages, and progress on a terminal."""

import os
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

import typer

from channelsmith.cli.sarif import format_sarif
from channelsmith.diagnostics import (
    Diagnostic,
    Severity,
    UnusableInput,
    format_github,
    format_json,
    format_text,
    printable,
)

if TYPE_CHECKING:
    from rich.progress import Progress


class Format(StrEnum):
    """The format of results."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


_PER_KIND = 3
"""Problems of a kind that are printed as text before the others are only counted."""


@dataclass(slots=True)
class Report:
    """The output of a command.

    As text, problems are printed at once: on stdout where they are the result, or else on stderr. In another format all
    of them are printed on stdout at the end, as one value. As a context manager, it prints the problems of unusable
    input and exits with status 2.
    """

    output_format: Format = Format.TEXT
    quiet: bool = False
    """Whether only errors and results are printed."""
    verbose: bool = False
    """Whether every problem of a kind is printed."""
    is_result: bool = False
    """Whether the problems are what the command is for."""
    groups_errors: bool = False
    """Whether errors of a kind are counted after the first three, as those of a result are."""
    _problems: list[Diagnostic] = field(default_factory=list[Diagnostic])

    @property
    def is_text(self) -> bool:
        """Whether the output is for people."""
        return self.output_format is Format.TEXT

    def add(self, problems: Iterable[Diagnostic]) -> None:
        """Print problems as text, or keep them for `flush`."""
        listed = [each for each in problems if not self.quiet or self.is_result or each.severity is Severity.ERROR]
        if not self.is_text:
            self._problems += listed
        elif listed:
            text = self._format_text(listed, group_errors=self.is_result or self.groups_errors)
            self._stream.write(f"{text}\n")

    def _format_text(self, problems: Iterable[Diagnostic], *, group_errors: bool) -> str:
        return format_text(problems, per_kind=None if self.verbose else _PER_KIND, group_errors=group_errors)

    def instruct(self, text: str) -> None:
        """Print what to do about errors on stderr, unless the output is for a program."""
        if self.is_text:
            sys.stderr.write(f"{printable(text)}\n")

    def status(self, text: str) -> None:
        """Print a message on stderr, unless the output is for a program, or only errors are wanted."""
        if self.is_text and not self.quiet:
            sys.stderr.write(f"{printable(text)}\n")

    def flush(self) -> None:
        """Print the problems that were added, in the format of a program."""
        problems, self._problems = self._problems, []
        match self.output_format:
            case Format.JSON:
                sys.stdout.write(f"{format_json(problems)}\n")
            case Format.GITHUB if problems:
                sys.stdout.write(f"{format_github(map(_in_workspace, problems))}\n")
            case Format.SARIF:
                sys.stdout.write(f"{format_sarif(map(_in_workspace, problems), _descriptions())}\n")
            case _:
                pass

    @property
    def _stream(self) -> TextIO:
        return sys.stdout if self.is_result else sys.stderr

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, UnusableInput):
            if self.is_text:
                sys.stderr.write(f"{self._format_text(error.diagnostics, group_errors=True)}\n")
            self._problems += error.diagnostics
            self.flush()
            raise typer.Exit(2) from None
        if error is None:
            self.flush()


def _in_workspace(problem: Diagnostic) -> Diagnostic:
    """The problem with its file relative to the repository, as GitHub expects it, whatever the current folder is."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or problem.location is None:
        return problem
    file = Path(problem.location.file).absolute()
    if not file.is_relative_to(workspace):
        return problem
    return replace(problem, location=replace(problem.location, file=str(file.relative_to(workspace))))


def _descriptions() -> dict[str, str]:
    from channelsmith.lint.rules import REMARKS, RULES  # noqa: PLC0415 -- slow to load, needed in one format only

    return {rule.id: rule.description for rule in RULES.values()} | dict(REMARKS)


_DELAY = 1.0
"""Seconds before progress is shown."""


@contextmanager
def show_progress(text: str) -> Generator[Callable[[str], None]]:
    """Show a line with the time that has passed, on a terminal, if something takes longer than a second.

    Yields a function that replaces the text. Nothing is written anywhere else than on a terminal.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    line = _ProgressLine(text)
    timer = Timer(_DELAY, line.start)
    timer.daemon = True
    timer.start()
    try:
        yield line.update
    finally:
        timer.cancel()
        timer.join()
        line.stop()


@dataclass(slots=True)
class _ProgressLine:
    text: str
    _progress: "Progress | None" = None

    def start(self) -> None:
        from rich.console import Console  # noqa: PLC0415 -- slow to load, and most commands are done earlier
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        task = progress.add_task(printable(self.text), total=None)
        progress.tasks[task].start_time = progress.get_time() - _DELAY
        progress.start()
        self._progress = progress

    def update(self, text: str) -> None:
        self.text = text
        if (progress := self._progress) is not None:
            progress.update(progress.task_ids[0], description=printable(text))

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()


def display_path(path: Path) -> str:
    """The path as text, relative to the current folder if it is inside."""
    return printable(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))
