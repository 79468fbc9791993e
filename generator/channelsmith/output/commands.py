"""Commands of the user's settings that change generated files, such as another formatter.

They run on a copy of the project beside its output folder, so that a failure leaves nothing half-written and tools find
their settings in the folders above. `check` runs them too and compares the result, so they have to be deterministic.
"""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput

_RULE = "command"
_TIMEOUT = 600.0  # seconds
_SHOWN = 20  # lines of output in a message
_IGNORED = frozenset({"__pycache__"})


def run_commands(
    commands: Sequence[Sequence[str]],
    files: Mapping[str, str],
    output: Path,
    *,
    needed: Iterable[str] = (),
    location: SourceLocation | None = None,
) -> dict[str, str]:
    """Return the files as they are after all commands; files that a command adds or removes are too.

    Args:
        commands: program and arguments of each.
        files: path and text of each file.
        output: the folder that the files are for.
        needed: the files that have to be left.
        location: the setting that has the commands.

    Raises:
        UnusableInput: a command cannot be started, fails, takes more than ten minutes, removes a file that is needed,
            or writes one that is not text.
    """
    if not commands:
        return dict(files)
    parent = next((each for each in output.absolute().parents if each.is_dir()), None)
    with tempfile.TemporaryDirectory(prefix=".channelsmith-", dir=parent) as folder:
        for path, text in files.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, "utf-8", newline="\n")
        for command in commands:
            if (problem := _run(command, folder)) is not None:
                message, hint = problem
                raise UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, location))
        try:
            changed = dict(_read_files(Path(folder)))
        except ValueError as error:
            message = f"a command wrote a file that is not text: {error}"
            raise UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, location=location)) from None
    if missing := [path for path in needed if path not in changed]:
        message = f"a command removed {', '.join(missing)}"
        raise UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, location=location))
    return changed


def _run(command: Sequence[str], folder: str) -> tuple[str, str] | None:
    """Run a command; return message and hint if it fails."""
    shown = " ".join(command)
    try:
        process = subprocess.run(  # noqa: S603 -- the user's own command
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=_TIMEOUT,
            check=False,
        )
    except OSError as error:
        return f"{shown!r} cannot be started: {(error.strerror or str(error)).lower()}", "is it installed?"
    except ValueError as error:  # a NUL character, or one that has no encoding
        return f"{shown!r} cannot be started: {error}", "remove that character"
    except subprocess.TimeoutExpired:
        return f"{shown!r} took more than {_TIMEOUT:.0f} seconds", ""
    if process.returncode == 0:
        return None
    lines = [line for line in process.stdout.splitlines() if line.strip()]
    output = f"; output: {'; '.join(lines[-_SHOWN:])}" if lines else ""
    return f"{shown!r} failed with exit status {process.returncode}{output}", ""


def _read_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files in a folder, except hidden ones, links and caches.

    Raises:
        ValueError: a file is not text; the message is its path.
    """
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_ignored = any(part.startswith(".") or part in _IGNORED for part in name.split("/"))
        if is_ignored or path.is_symlink() or not path.is_file():
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            raise ValueError(name) from None
        yield name, text
