"""Generated files as a value that can be written to a folder or compared with it."""

import difflib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput

MANIFEST = "generation.json"
"""The file that lists all generated files; what it does not list is never removed or overwritten."""


@dataclass(frozen=True, slots=True)
class FileTree:
    """Files by path relative to the output folder, with `/` as the separator."""

    files: Mapping[str, str]
    outside: Mapping[Path, str] = field(default_factory=dict[Path, str])
    """Files outside the output folder: a names file beside its document."""
    sources: tuple[Path, ...] = ()
    """The files that were read."""

    def write(self, folder: Path) -> int:
        """Write the files into a folder and return how many changed.

        All files are written to a temporary folder first and then moved into place one by one. Generated files of an
        earlier run that are no longer needed are removed; other files stay. Outside the folder, only `outside` is
        written.

        Raises:
            UnusableInput: the folder contains other files with these names or links that lead elsewhere, is not a
                folder, or cannot be written.
        """
        try:
            self._check_overwriting(folder)
            return self._write(folder) + sum(_write_atomically(path, text) for path, text in self.outside.items())
        except OSError as error:
            raise _unusable_path(folder, error) from None

    def _write(self, folder: Path) -> int:
        changed = {path for path, text in self.files.items() if _read(folder / path) != text}
        stale = _generated_files(folder) - set(self.files)
        folder.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".channelsmith-", dir=folder))  # inside: it may be a link or a mount
        try:
            for path in changed:
                (temporary / path).parent.mkdir(parents=True, exist_ok=True)
                (temporary / path).write_text(self.files[path], "utf-8", newline="\n")
            for path in sorted(changed, key=lambda path: (path == MANIFEST, path)):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (temporary / path).replace(folder / path)
        finally:
            shutil.rmtree(temporary)
        for path in stale:
            _remove(folder, path)
        return len(changed) + len(stale)

    def differences(self, folder: Path) -> Iterator[str]:
        """Iterate over unified diffs, one for every file that would be changed by `write`."""
        for path in sorted({*self.files, *_generated_files(folder), *_unknown_modules(folder, self.files)}):
            current, wanted = _read(folder / path), self.files.get(path)
            if current != wanted:
                yield _difference(folder / path, current, wanted)
        for file, text in self.outside.items():
            if (current := _read(file)) != text:
                yield _difference(file, current, text)

    def _check_overwriting(self, folder: Path) -> None:
        if "\0" in str(folder):
            raise _unusable(
                folder, "the output cannot be used: the path contains a NUL character", "choose another output folder"
            )
        if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
            raise _unusable(folder, "the output is not a folder", "choose another output folder")
        new = set(self.files) - _generated_files(folder)
        for path in sorted(new, key=lambda path: (path != MANIFEST, path)):
            if (obstacle := _find_obstacle(folder, path, self.files[path])) is not None:
                message = "the output already exists and was not written by channelsmith"
                raise _unusable(obstacle, message, "choose an empty output folder, or move it away")


def _write_atomically(path: Path, text: str) -> bool:
    """Write a file and return whether that changed it."""
    if _read(path) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as temporary:
        temporary.write(text)
    Path(temporary.name).replace(path)
    return True


def _difference(path: Path, current: str | None, wanted: str | None) -> str:
    before = f"{path}" if current is not None else "/dev/null"
    after = "generated from the document" if wanted is not None else "/dev/null"
    lines = difflib.unified_diff(
        (current or "").splitlines(keepends=True), (wanted or "").splitlines(keepends=True), before, after
    )
    complete = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(complete) or f"{path}: {'missing' if current is None else 'not generated'}\n"


class _Manifest(BaseModel):
    files: list[str]


def _generated_files(folder: Path) -> set[str]:
    """The files that the manifest in the folder lists, except those outside the folder."""
    try:
        names = _Manifest.model_validate_json((folder / MANIFEST).read_bytes()).files
    except (OSError, ValidationError):
        return set()
    return {name for name in names if _is_inside(folder, name)}


def _is_inside(folder: Path, name: str) -> bool:
    """Whether such a file exists inside the folder, with links and `..` resolved."""
    path = folder / name
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # not a valid file name
        return False


def _unknown_modules(folder: Path, files: Mapping[str, str]) -> set[str]:
    """Python files inside the package that were not generated: they would be importable as part of it."""
    packages = {path.split("/")[1] for path in files if path.startswith("src/")}
    modules = (path for name in packages for path in (folder / "src" / name).rglob("*.py"))
    return {path.relative_to(folder).as_posix() for path in modules} - set(files)


def _find_obstacle(folder: Path, path: str, text: str) -> Path | None:
    """A file with other content where a file is to be written, or anything but a folder among its parents."""
    for relative in list(reversed((folder / path).relative_to(folder).parents))[1:]:
        parent = folder / relative
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            return parent
    file = folder / path
    return file if file.is_dir() or _read(file) not in {None, text} else None


def _read(path: Path) -> str | None:
    """A file's text, None if there is none; bytes that are not UTF-8 are escaped, so they differ from any text."""
    try:
        return path.read_bytes().decode("utf-8", "backslashreplace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise _unusable_path(path, error) from None


def _remove(folder: Path, path: str) -> None:
    """Remove a file and the folders that are empty then."""
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _unusable_path(path: Path, error: OSError) -> UnusableInput:
    failed = Path(error.filename) if isinstance(error.filename, str) else path
    reason = (error.strerror or str(error)).lower()
    return _unusable(failed, f"the output cannot be used: {reason}", "choose another output folder")


def _unusable(path: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "output", message, hint, SourceLocation(str(path), 1, 1)))
