"""The build cache: results of earlier runs, stored on disk to make later runs faster.

`Cache` stores entries by kind and key. Losing them never changes a result: every entry starts with its digest, so
damaged entries are ignored, and entries contain no code that is run.

The result of the last run for an output folder is one of them. If neither input nor output changed since, there is
nothing to do. The digest of the input covers everything that can change the output: the document with all its files,
overlays, settings, the generator's own code and templates, and the libraries that it calls. The output, including the
names file, is compared too, so that files edited or deleted by hand are noticed and written again.
"""

import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import TypeAdapter, ValidationError

from channelsmith.codegen.render import templates
from channelsmith.config import ApiConfig
from channelsmith.diagnostics import Diagnostic
from channelsmith.output.file_tree import FileTree

VARIABLE = "CHANNELSMITH_CACHE"
"""The environment variable that names another folder; "off" disables the cache."""

_MAX_ENTRIES = 200  # the oldest are removed
_MAX_SIZE = 256 * 1024 * 1024
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; without a folder nothing is stored."""

    folder: Path | None = None

    @staticmethod
    def of_user() -> "Cache":
        """Return the cache in `CHANNELSMITH_CACHE`, or else in the user's cache folder."""
        folder = os.environ.get(VARIABLE, "")
        if folder == "off":
            return Cache()
        if folder:
            return Cache(Path(folder))
        with suppress(RuntimeError):  # the home folder is unknown
            return Cache(user_cache_path("channelsmith", appauthor=False))
        return Cache()

    def read(self, kind: str, key: str) -> bytes | None:
        """Return an entry; None if there is none, or it is damaged."""
        if self.folder is None:
            return None
        try:
            data = self._path(self.folder, kind, key).read_bytes()
            digest, packed = data[:_DIGEST], data[_DIGEST:]
            content = zlib.decompressobj().decompress(packed, _MAX_SIZE)
        except (OSError, zlib.error):
            return None
        return content if hashlib.sha256(content).digest() == digest else None

    def write(self, kind: str, key: str, data: bytes) -> None:
        """Replace an entry atomically; does nothing where the folder cannot be written."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as temporary:
                temporary.write(hashlib.sha256(data).digest() + zlib.compress(data, 1))
            Path(temporary.name).replace(self._path(self.folder, kind, key))
            self._prune(self.folder)

    @staticmethod
    def _path(folder: Path, kind: str, key: str) -> Path:
        return folder / f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:32]}"

    @staticmethod
    def _prune(folder: Path) -> None:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)
        for old in entries[_MAX_ENTRIES:]:
            old.unlink(missing_ok=True)


_KIND = "run"
_LIBRARIES = (
    "datamodel-code-generator",
    "jinja2",
    "jsonschema-rs",
    "openapi-spec-validator",
    "python-jsonpath",
    "ruff",
)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The number of files of a project, how many of them changed, and the warnings about its document."""

    files: int
    changed: int
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Path, ...]
    """Every file that was read."""


@dataclass(frozen=True, slots=True)
class _BuildRecord:
    input_digest: str
    output_digest: str
    output: tuple[Path, ...]
    result: BuildResult


def find_result(config: ApiConfig, store: Cache) -> BuildResult | None:
    """Return the result of the last run; None if another run could have another one or would change the output."""
    data = store.read(_KIND, _key(config))
    if data is None:
        return None
    try:
        record = TypeAdapter(_BuildRecord).validate_json(data)
        if record.input_digest != _input_digest(config, record.result.sources):
            return None
        return record.result if record.output_digest == _files_digest(record.output) else None
    except (OSError, ValidationError):
        return None


def save_result(config: ApiConfig, store: Cache, tree: FileTree, result: BuildResult, started: int) -> None:
    """Record a run whose output has been written, unless its input was written to while it ran.

    Args:
        config: the configuration that was generated.
        store: the cache.
        tree: the generated files.
        result: the result of the run.
        started: the beginning of the run, in nanoseconds since the epoch.
    """
    sources = tuple(sorted(path.absolute() for path in result.sources))
    if any(path.stat().st_mtime_ns >= started for path in sources):
        return
    output = tuple(sorted(path.absolute() for path in (*(config.output / file for file in tree.files), *tree.outside)))
    unchanged = replace(result, changed=0, sources=sources)
    record = _BuildRecord(_input_digest(config, sources), _files_digest(output), output, unchanged)
    store.write(_KIND, _key(config), TypeAdapter(_BuildRecord).dump_json(record))


def _key(config: ApiConfig) -> str:
    return str(config.output.absolute())


def _input_digest(config: ApiConfig, sources: Iterable[Path]) -> str:
    return _digest(repr(config), str(Path.cwd()), _generator_digest(), _files_digest(sources))


@cache
def _generator_digest() -> str:
    package = Path(__file__).parents[1]
    files = [
        path
        for folder, patterns in ((package, ("*.py", "*.json")), (templates(), ("*.jinja*", "*.py")))
        for pattern in patterns
        for path in folder.rglob(pattern)
    ]
    versions = [f"{name} {version(name)}" for name in _LIBRARIES]
    return _digest(sys.version, *versions, _files_digest(sorted(files)))


def _files_digest(paths: Iterable[Path]) -> str:
    """The digest of the names and contents of files; raises OSError where one is missing."""
    return _digest(*(f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
