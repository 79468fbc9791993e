"""A whole output as a value: it can be written, compared, or thrown away."""

import difflib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput

MANIFEST = "generation.json"


@dataclass(frozen=True, slots=True)
class FileTree:
    """Files by path relative to the output folder, with `/` between the parts."""

    files: Mapping[str, str]
    outside: Mapping[Path, str] = field(default_factory=dict[Path, str])
    """Files of this project that stand elsewhere: a names file beside its description."""
    sources: tuple[Path, ...] = ()
    """What it was made from."""

    def write(self, folder: Path) -> int:
        """Makes `folder` hold these files and returns how many of its files changed.

        Everything is first written aside, then moved into place file by file; files of an earlier run that are no
        longer made are removed, what the generator never made stays. Nothing but `outside` is written or
        removed outside the folder.

        Raises:
            UnusableInput: the folder holds files of somebody else's under these names, links that lead elsewhere, is no
                folder, or can not be written.
        """
        try:
            self._refuse_to_overwrite(folder)
            return self._put(folder) + sum(_replaced(path, text) for path, text in self.outside.items())
        except OSError as error:
            raise _failed(folder, error) from None

    def _put(self, folder: Path) -> int:
        changed = {path for path, text in self.files.items() if _text(folder / path) != text}
        stale = _made_earlier(folder) - set(self.files)
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".channelsmith-", dir=folder))  # inside: it may be a link, or a mount
        try:
            for path in changed:
                (aside / path).parent.mkdir(parents=True, exist_ok=True)
                (aside / path).write_text(self.files[path], "utf-8", newline="\n")
            for path in sorted(changed, key=lambda each: (each == MANIFEST, each)):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (aside / path).replace(folder / path)
        finally:
            shutil.rmtree(aside)
        for path in stale:
            _remove(folder, path)
        return len(changed) + len(stale)

    def differences(self, folder: Path) -> Iterator[str]:
        """A unified diff for every file that is not as it would be written; nothing where all is well."""
        for path in sorted({*self.files, *_made_earlier(folder), *_strangers(folder, self.files)}):
            found, wanted = _text(folder / path), self.files.get(path)
            if found != wanted:
                yield _difference(folder / path, found, wanted)
        for file, text in self.outside.items():
            if _text(file) != text:
                yield _difference(file, _text(file), text)

    def _refuse_to_overwrite(self, folder: Path) -> None:
        if "\0" in str(folder):
            raise _unusable(folder, "can not be used: no name has a NUL in it", "name another output folder")
        if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
            raise _unusable(folder, "is no folder", "name another output folder")
        made = _made_earlier(folder)
        for path in sorted(set(self.files) - made, key=lambda each: (each != MANIFEST, each)):
            if (at := _in_the_way(folder, path, self.files[path])) is not None:
                raise _unusable(
                    at,
                    "is there already and was not written by channelsmith",
                    "choose an empty output folder, or move it away",
                )


def _replaced(path: Path, text: str) -> bool:
    """Makes a file of its own hold a text, in one step; whether that changed it."""
    if _text(path) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as aside:
        aside.write(text)
    Path(aside.name).replace(path)
    return True


def _difference(path: Path, found: str | None, wanted: str | None) -> str:
    before = f"{path}" if found is not None else "/dev/null"
    after = "what the description gives" if wanted is not None else "/dev/null"
    lines = difflib.unified_diff(
        (found or "").splitlines(keepends=True), (wanted or "").splitlines(keepends=True), before, after
    )
    told = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(told) or f"{path}: {'missing' if found is None else 'not made from the description'}\n"


class _Manifest(BaseModel):
    files: list[str]


def _made_earlier(folder: Path) -> set[str]:
    """The files the manifest of an earlier run names, inside the folder only."""
    try:
        names = _Manifest.model_validate_json((folder / MANIFEST).read_bytes()).files
    except (OSError, ValidationError):
        return set()
    return {name for name in names if _is_inside(folder, name)}


def _is_inside(folder: Path, name: str) -> bool:
    """Whether there is such a file inside the folder, and not only by a link or by `..`."""
    path = folder / name
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a name that no file can have
        return False


def _strangers(folder: Path, files: Mapping[str, str]) -> set[str]:
    """Python files inside the generated package that no run has made: they would be imported as if they were ours."""
    packages = {path.split("/")[1] for path in files if path.startswith("src/")}
    found = (each for name in packages for each in (folder / "src" / name).rglob("*.py"))
    return {each.relative_to(folder).as_posix() for each in found} - set(files)


def _in_the_way(folder: Path, path: str, text: str) -> Path | None:
    """What somebody else put where a file is to be written: another file, or something that is no file or no folder."""
    for parent in list(reversed((folder / path).relative_to(folder).parents))[1:]:
        at = folder / parent
        if at.is_symlink() or (at.exists() and not at.is_dir()):
            return at
    found = folder / path
    return found if found.is_dir() or _text(found) not in {None, text} else None


def _text(path: Path) -> str | None:
    """A file's text, None where there is none; bytes that are no text count as different from any."""
    try:
        return path.read_bytes().decode("utf-8", "backslashreplace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise _failed(path, error) from None


def _remove(folder: Path, path: str) -> None:
    """Removes a file and the folders it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _failed(path: Path, error: OSError) -> UnusableInput:
    where = Path(error.filename) if isinstance(error.filename, str) else path
    return _unusable(
        where, f"can not be used: {(error.strerror or str(error)).lower()}", "choose another output folder"
    )


def _unusable(path: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(
        Diagnostic(Severity.ERROR, "output", f"the output {message}", hint, SourceLocation(str(path), 1, 1))
    )
