"""A whole output as a value: it can be written, compared, or thrown away."""

import difflib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from channelsmith.diagnostics import Diagnostic, Place, Severity, UnusableInput

MANIFEST = "generation.json"


@dataclass(frozen=True, slots=True)
class FileTree:
    """Files by path relative to the output folder, with `/` between the parts."""

    files: Mapping[str, str]

    def write(self, folder: Path) -> int:
        """Makes `folder` hold these files and returns how many of its files changed.

        Everything is first written beside the folder, then moved into place file by file; files of an earlier run that
        are no longer made are removed, what the generator never made stays.

        Raises:
            UnusableInput: the folder holds files of somebody else's under these names, or is no folder.
        """
        self._refuse_to_overwrite(folder)
        changed = {path for path, text in self.files.items() if _text(folder / path) != text}
        stale = _made_earlier(folder) - set(self.files)
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
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

    def _refuse_to_overwrite(self, folder: Path) -> None:
        if folder.exists() and not folder.is_dir():
            raise _unusable(folder, "is no folder", "name another output folder")
        made = _made_earlier(folder)
        for path in sorted(set(self.files) - made, key=lambda each: (each != MANIFEST, each)):
            if (at := _in_the_way(folder, path, self.files[path])) is not None:
                raise _unusable(
                    at,
                    "is there already and was not written by channelsmith",
                    "choose an empty output folder, or move it away",
                )


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
    root = folder.resolve()
    return {name for name in names if (folder / name).resolve().is_relative_to(root) and (folder / name).is_file()}


def _strangers(folder: Path, files: Mapping[str, str]) -> set[str]:
    """Python files inside the generated package that no run has made: they would be imported as if they were ours."""
    packages = {path.split("/")[1] for path in files if path.startswith("src/")}
    found = (each for name in packages for each in (folder / "src" / name).rglob("*.py"))
    return {each.relative_to(folder).as_posix() for each in found} - set(files)


def _in_the_way(folder: Path, path: str, text: str) -> Path | None:
    """What somebody else put where a file is to be written: another file, or something that is no file or no folder."""
    for parent in reversed((folder / path).relative_to(folder).parents):
        if (folder / parent).exists() and not (folder / parent).is_dir():
            return folder / parent
    found = folder / path
    return found if found.is_dir() or _text(found) not in {None, text} else None


def _text(path: Path) -> str | None:
    """A file's text, None where there is none; bytes that are no text count as different from any."""
    try:
        return path.read_bytes().decode("utf-8", "backslashreplace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _remove(folder: Path, path: str) -> None:
    """Removes a file and the folders it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _unusable(path: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "output", f"the output {message}", hint, Place(str(path), 1, 1)))
