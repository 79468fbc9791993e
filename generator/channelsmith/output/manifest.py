"""The manifest of a generated project, `generation.json`: who generated it, and every file with its digest.

The digests tell files that were edited by hand from those that are out of date. Line ends do not count, as git may
change them. Packages generated before manifests had digests list names only; their files are taken as unedited.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import cast

from pydantic import BaseModel, ValidationError

from channelsmith import __version__
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.document.files import read_regular_file

MANIFEST = "generation.json"
"""The file that lists all generated files; what it does not list is never removed or overwritten."""


_TOOLS = ("datamodel-code-generator", "ruff")
"""The distributions whose version decides what the same document becomes."""


class _Manifest(BaseModel):
    generator: str = ""
    tools: dict[str, str] = {}
    package: str = ""
    files: dict[str, str | None] | list[str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of one manifest, or of several of one folder."""

    package: str = ""
    """The import name of the package, "" if it is unknown."""
    files: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """The digests that each file may have, by path; none where any is right, as in a file that users may edit."""
    has_digests: bool = True
    """Whether edits can be told; not so in manifests of older versions."""

    @staticmethod
    def parse(text: str | bytes) -> "Manifest":
        """Return a manifest; an empty one if the text is none."""
        try:
            parsed = _Manifest.model_validate_json(text)
        except ValidationError:
            return Manifest()
        if isinstance(parsed.files, list):
            return Manifest(parsed.package, {path: frozenset[str]() for path in parsed.files}, has_digests=False)
        files = {path: frozenset([digest] if digest else []) for path, digest in parsed.files.items()}
        return Manifest(parsed.package, files)

    @staticmethod
    def read(path: Path) -> "Manifest":
        """Return the manifest in a file; an empty one if there is none."""
        try:
            return Manifest.parse(read_regular_file(path))
        except (OSError, ValueError):  # ValueError: not a valid file name
            return Manifest()

    def merge(self, others: Iterable["Manifest"]) -> "Manifest":
        """Return the manifest of the files of all of them, each with every digest that one of them has."""
        merged = self
        for other in others:
            common = merged.files.keys() & other.files.keys()
            is_any = {path for path in common if not (merged.files[path] and other.files[path])}
            digests = {path: merged.files[path] | other.files[path] for path in common - is_any}
            files = {**merged.files, **other.files, **digests, **dict.fromkeys(is_any, frozenset[str]())}
            merged = Manifest(merged.package or other.package, files, merged.has_digests and other.has_digests)
        return merged

    def is_edited(self, path: str, data: bytes) -> bool:
        """Whether a listed file has another content than it was generated with."""
        digests = self.files.get(path, frozenset[str]())
        return bool(digests) and file_digest(data) not in digests


def render_manifest(
    package: str,
    description: str,
    files: Mapping[str, str],
    editable: Iterable[str] = (),
    folder: Path | None = None,
) -> str:
    """Return the text of a manifest.

    If the manifest in the folder differs in the versions of tools only, they do not matter, and it stays.

    Args:
        package: the import name of the package.
        description: the bundled document as the package contains it.
        files: path and text of every other file.
        editable: those that users may edit, so that they have no digest.
        folder: the folder that the files are for.
    """
    free = {MANIFEST, *editable}
    digests = {path: None if path in free else file_digest(text.encode()) for path, text in files.items()}
    manifest: dict[str, object] = {
        "generator": f"channelsmith {__version__}",
        "tools": {name: version(name) for name in _TOOLS},
        "description_sha256": hashlib.sha256(description.encode()).hexdigest(),
        "package": package,
        "files": dict(sorted({**digests, MANIFEST: None}.items())),
    }
    previous = _read_json(folder / MANIFEST) if folder is not None else None
    if previous is not None and {**previous, "tools": None} == {**manifest, "tools": None}:
        manifest = previous
    return json.dumps(manifest, indent=2) + "\n"


def _read_json(path: Path) -> dict[str, object] | None:
    try:
        content: object = json.loads(read_regular_file(path))
    except (OSError, ValueError, RecursionError):
        return None
    return cast("dict[str, object]", content) if isinstance(content, dict) else None


def describe_versions(folder: Path, text: str) -> Diagnostic | None:
    """Return a remark if the package in a folder was generated by other versions than a manifest; None if not."""
    path = folder / MANIFEST
    try:
        before, now = _Manifest.model_validate_json(read_regular_file(path)), _Manifest.model_validate_json(text)
    except (OSError, ValidationError):
        return None
    shown = [f"{before.generator} instead of {now.generator}"] * (before.generator != now.generator)
    shown += [
        f"{name} {each} instead of {now.tools[name]}"
        for name, each in before.tools.items()
        if now.tools.get(name, each) != each
    ]
    if not shown:
        return None
    message = f"the package was generated with {' and '.join(shown)}, which may be the reason for differences"
    hint = "install the same versions, or generate the package again"
    return Diagnostic(Severity.INFO, "versions", message, hint, SourceLocation(str(path), 1, 1))


def file_digest(data: bytes) -> str:
    """Return the SHA-256 of a file, whatever its line ends are."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
