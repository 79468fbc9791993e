"""Run the Python of a page as it is pasted into an interactive interpreter, line by line."""

from __future__ import annotations

import contextlib
import io
import re
from code import InteractiveConsole
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Console(InteractiveConsole):
    """Raises what goes wrong, instead of printing it."""

    def showtraceback(self) -> None:
        raise  # noqa: PLE0704 - called while the exception is handled

    def showsyntaxerror(self, filename: str | None = None, **_: object) -> None:  # noqa: ARG002 - the base class's
        raise  # noqa: PLE0704 - called while the exception is handled


def blocks(text: str, language: str) -> list[str]:
    """Return the code of the blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def paste(code: str, replaced: Mapping[str, str], namespace: dict[str, object]) -> str:
    """Return what a block prints. `replaced` has texts of the page, and what to use instead."""
    for old, new in replaced.items():
        code = code.replace(old, new)
    console = Console(namespace)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for line in [*code.splitlines(), ""]:
            is_incomplete = console.push(line)
    assert not is_incomplete, "the block ends within a statement"
    return printed.getvalue()
