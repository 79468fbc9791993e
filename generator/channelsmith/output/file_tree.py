"""Generated files as a value that can be written to a folder or compared with it.

Writing survives being killed at any moment. The new files and their manifest are first written to a folder of their own
inside the output; then they replace the old ones one by one, the manifest last. The folder that a killed run leaves
behind therefore says which files are its own, so that the next run goes on, and removes it at its end.
"""

import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document.files import read_regular_file
from channelsmith.output.manifest import MANIFEST, Manifest

_PREFIX = ".channelsmith-"
_LEFTOVER = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}")  # as tempfile names it
_RULE = "output"


class Change(StrEnum):
    """Why a file differs from what is generated."""

    EDITED = "edited"
    STALE = "stale"
    MISSING = "missing"


_CHANGES = {
    Change.EDITED: "the file was edited since it was generated",
    Change.STALE: "the file is out of date",
    Change.MISSING: "the file is missing",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that writing would change, and the unified diff of that change."""

    path: Path
    change: Change
    diff: str

    @property
    def diagnostic(self) -> Diagnostic:
        """The difference as a problem of the file."""
        return Diagnostic(Severity.ERROR, self.change, _CHANGES[self.change], location=_location(self.path))


@dataclass(frozen=True, slots=True)
class FileTree:
    """Files by path relative to the output folder, with `/` as the separator."""

    files: Mapping[str, str]
    outside: Mapping[Path, str] = field(default_factory=dict[Path, str])
    """Files outside the output folder: a names file beside its document."""
    sources: tuple[Path, ...] = ()
    """The files that were read."""

    def write(self, folder: Path, *, force: bool = False) -> int:
        """Write the files into a folder and return how many changed.

        Generated files of an earlier run that are no longer needed are removed; other files stay. Outside the folder,
        only `outside` is written. A second run for the same folder waits for the first one.

        Args:
            folder: the output folder, which is created if there is none.
            force: whether to overwrite edited files, and those of another package or another author.

        Raises:
            UnusableInput: without `force`, the folder belongs to another package, generated files were edited, or
                other files have these names; or it contains links that lead elsewhere, is not a folder, or cannot be
                written.
        """
        self.check_writing(folder, force=force)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _lock(folder):
                earlier = _read_manifests(folder)
                self._check_overwriting(folder, earlier, force=force)
                changed = self._write(folder, earlier)
            return changed + sum(_write_atomically(path, text) for path, text in self.outside.items())
        except OSError as error:
            raise _unusable_path(folder, error) from None

    def check_writing(self, folder: Path, *, force: bool = False) -> None:
        """Check that `write` with the same arguments would not refuse to overwrite anything.

        Raises:
            UnusableInput: it would.
        """
        _check_is_folder(folder)
        self._check_overwriting(folder, _read_manifests(folder), force=force)

    def _write(self, folder: Path, earlier: Manifest) -> int:
        changed = {path for path, text in self.files.items() if _read(folder / path) != text}
        stale = {path for path in earlier.files if _is_inside(folder, path)} - set(self.files)
        leftovers = _leftovers(folder)
        if changed or stale:
            temporary = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))  # inside: it may be a link or a mount
            leftovers.append(temporary)
            try:
                for path in changed:
                    (temporary / path).parent.mkdir(parents=True, exist_ok=True)
                    (temporary / path).write_text(self.files[path], "utf-8", newline="\n")
            except BaseException:
                shutil.rmtree(temporary)
                raise
            for path in sorted(changed - {MANIFEST}):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (temporary / path).replace(folder / path)
            written = {_file_id(folder / path) for path in self.files}
            for path in sorted(stale):
                if _file_id(folder / path) not in written:  # names may differ in case, which does not always count
                    _remove(folder, path)
            if MANIFEST in changed:
                (temporary / MANIFEST).replace(folder / MANIFEST)
        for leftover in leftovers:  # the manifest of the folder now lists what theirs do
            shutil.rmtree(leftover)
        return len(changed) + len(stale)

    def differences(self, folder: Path) -> Iterator[Difference]:
        """Iterate over the files that would be changed by `write`."""
        earlier = _read_manifests(folder)
        listed = {path for path in earlier.files if _is_inside(folder, path)}
        for path in sorted({*self.files, *listed}):
            yield from _difference(folder / path, self.files.get(path), is_edited=_is_edited(folder, path, earlier))
        for file, text in self.outside.items():
            yield from _difference(file, text)

    def _check_overwriting(self, folder: Path, earlier: Manifest, *, force: bool) -> None:
        new = set(self.files) - {path for path in earlier.files if _is_inside(folder, path)}
        if obstacles := list(filter(None, (_find_obstacle(folder, path) for path in sorted(new)))):
            raise _unusable(obstacles[0], _FOREIGN, "choose an empty output folder, or move it away")
        if force:
            return
        package = Manifest.parse(self.files.get(MANIFEST, "")).package
        if earlier.package and package and earlier.package != package:
            message = f"the output belongs to the package {earlier.package!r}, not {package!r}"
            hint = f"choose another output folder; --force overwrites that package, {len(earlier.files)} files"
            raise _unusable(folder / MANIFEST, message, hint)
        foreign = {path for path in new if _read(folder / path) not in {None, self.files[path]}}
        if foreign:
            raise _refused(folder, foreign, _FOREIGN, "choose an empty output folder, or move the files away")
        edited = {
            path
            for path in earlier.files
            if _is_edited(folder, path, earlier) and _read(folder / path) != self.files.get(path)
        }
        if edited:
            hint = "change the document or the settings instead, and undo the edit"
            raise _refused(folder, edited, _CHANGES[Change.EDITED], hint)


_FOREIGN = "the output already exists and was not written by channelsmith"


def describe_folder(folder: Path, inside: str) -> Iterator[Diagnostic]:
    """Yield remarks about an output folder: files of the user's own, and that edits cannot be told.

    Args:
        folder: the output folder, which need not exist.
        inside: the path of the package in it.
    """
    earlier = _read_manifests(folder)
    if not earlier.has_digests:
        message = "the package was generated by a version that kept no digests, so that edits by hand are not noticed"
        yield Diagnostic(Severity.INFO, _RULE, message, location=_location(folder / MANIFEST))
    for path in sorted((folder / inside).rglob("*")) if earlier.files else ():
        relative = path.relative_to(folder)
        is_hidden = any(part.startswith(".") or part == "__pycache__" for part in relative.parts)
        if not is_hidden and relative.as_posix() not in earlier.files and path.is_file():
            yield Diagnostic(Severity.INFO, _RULE, "this file was not generated; it is kept", location=_location(path))


def has_leftovers(folder: Path) -> bool:
    """Whether a run that was killed has left something behind."""
    return bool(_leftovers(folder))


def _leftovers(folder: Path) -> list[Path]:
    try:
        entries = list(folder.glob(f"{_PREFIX}*"))
    except (OSError, ValueError):
        return []
    return [each for each in entries if _LEFTOVER.fullmatch(each.name) and each.is_dir() and not each.is_symlink()]


def _read_manifests(folder: Path) -> Manifest:
    """The manifest of the folder, together with those of runs that were killed."""
    return Manifest().merge(Manifest.read(each / MANIFEST) for each in (folder, *_leftovers(folder)))


def _is_edited(folder: Path, path: str, earlier: Manifest) -> bool:
    return _is_inside(folder, path) and earlier.is_edited(path, _read_bytes(folder / path) or b"")


@contextmanager
def _lock(folder: Path) -> Generator[None]:
    """Hold the lock of a folder, so that what a run leaves there is not taken for that of a killed one.

    There is none on Windows, nor on file systems without locks. The system releases it when a process ends.
    """
    try:
        import fcntl  # noqa: PLC0415 -- missing on Windows
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _check_is_folder(folder: Path) -> None:
    if "\0" in str(folder):
        raise _unusable(
            folder, "the output cannot be used: the path contains a NUL character", "choose another output folder"
        )
    try:
        if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
            raise _unusable(folder, "the output is not a folder", "choose another output folder")
    except OSError as error:
        raise _unusable_path(folder, error) from None


def _write_atomically(path: Path, text: str) -> bool:
    """Write a file and return whether that changed it; what a killed run left beside it is removed."""
    temporary = path.with_name(f"{_PREFIX}{path.name}")
    temporary.unlink(missing_ok=True)
    if _read(path) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with temporary.open("x", encoding="utf-8", newline="\n") as file:  # never through a link
        file.write(text)
    temporary.replace(path)
    return True


def _difference(path: Path, wanted: str | None, *, is_edited: bool = False) -> Iterator[Difference]:
    if (current := _read(path)) == wanted:
        return
    before = f"{path}" if current is not None else "/dev/null"
    after = "generated from the document" if wanted is not None else "/dev/null"
    lines = difflib.unified_diff(
        (current or "").splitlines(keepends=True), (wanted or "").splitlines(keepends=True), before, after
    )
    complete = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    diff = "".join(complete) or f"{path}: {'missing' if current is None else 'not generated'}\n"
    change = Change.EDITED if is_edited else Change.MISSING if current is None else Change.STALE
    yield Difference(path, change, diff)


def _is_inside(folder: Path, name: str) -> bool:
    """Whether such a file exists inside the folder, and no other path leads there: through a link, `..` or `.`."""
    path, relative = folder / name, PurePosixPath(name)
    try:
        is_direct = str(relative) == name and path.parent.resolve() == folder.resolve() / relative.parent
        return is_direct and path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # not a valid file name
        return False


def _file_id(path: Path) -> tuple[int, int] | None:
    """Device and number of a file; None if there is none."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _find_obstacle(folder: Path, path: str) -> Path | None:
    """A folder where a file is to be written, or anything but a folder among its parents."""
    for relative in list(reversed((folder / path).relative_to(folder).parents))[1:]:
        parent = folder / relative
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            return parent
    return folder / path if (folder / path).is_dir() else None


def _read(path: Path) -> str | None:
    """A file's text, None if there is none; bytes that are not UTF-8 are escaped, so they differ from any text."""
    data = _read_bytes(path)
    return None if data is None else data.decode("utf-8", "backslashreplace")


def _read_bytes(path: Path) -> bytes | None:
    try:
        return read_regular_file(path)
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


def _refused(folder: Path, paths: Collection[str], message: str, hint: str) -> UnusableInput:
    """The refusal to overwrite files, each of which is listed."""
    problems = [Diagnostic(Severity.ERROR, _RULE, message, location=_location(folder / path)) for path in sorted(paths)]
    force = f"--force overwrites {'it' if len(problems) == 1 else 'them'}"
    return UnusableInput(replace(problems[0], hint=f"{hint}; {force}"), *problems[1:])


def _unusable(path: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, _location(path)))


def _location(path: Path) -> SourceLocation:
    return SourceLocation(str(path), 1, 1)
