"""The build cache: results of earlier runs, stored on disk to make later runs faster.

`Cache` stores entries by kind and key. Losing them never changes a result, and neither may anything that somebody else
writes there: the text of a model becomes code. So an entry counts only if it was authenticated with the user's secret,
and only in a folder that nobody else can write to. `check` reads no cache.

The result of the last run for an output folder is an entry, too. If neither input nor output changed since, there is
nothing to do. The digest of the input covers everything that can change the output: the document with all its files,
overlays, settings, the generator's own code and templates, and the libraries that it calls. The output, including the
names file, is compared too, so that files edited or deleted by hand are noticed.
"""

import hashlib
import hmac
import os
import secrets
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path, user_state_path
from pydantic import TypeAdapter, ValidationError

from channelsmith.codegen.render import list_templates, templates
from channelsmith.config import ApiConfig
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.document.files import read_regular_file
from channelsmith.output.file_tree import FileTree, has_leftovers

VARIABLE = "CHANNELSMITH_CACHE"
"""The environment variable that names another folder; "off" disables the cache."""

_SECRET = "cache-secret"  # noqa: S105 -- the name of a file
_MAX_ENTRIES = 200  # the oldest are removed
_MAX_SIZE = 256 * 1024 * 1024
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; without a folder nothing is stored."""

    folder: Path | None = None
    secret: bytes = field(default=b"", repr=False)
    """What entries are authenticated with."""
    problem: Diagnostic | None = None
    """Why the user's cache is not used."""

    @staticmethod
    def of_user() -> "Cache":
        """Return the cache in `CHANNELSMITH_CACHE`, or else in the user's cache folder.

        Its secret is in the user's state folder, not in the cache, which may be restored from elsewhere. A cache that
        others can write to, or whose secret others can read, is not used.
        """
        chosen = os.environ.get(VARIABLE, "")
        if chosen == "off":
            return NO_CACHE
        try:
            folder = Path(chosen) if chosen else user_cache_path("channelsmith", appauthor=False)
            state = user_state_path("channelsmith", appauthor=False)
        except RuntimeError:  # the home folder is unknown
            return NO_CACHE
        try:
            for each in (folder, state):
                each.mkdir(mode=0o700, parents=True, exist_ok=True)
                _check_owner(each, each.stat(), forbidden=stat.S_IWGRP | stat.S_IWOTH)
            return Cache(folder, _read_secret(state / _SECRET))
        except _NotPrivateError as error:
            return Cache(problem=error.diagnostic)
        except OSError:  # it cannot be written
            return NO_CACHE

    def read(self, kind: str, key: str) -> bytes | None:
        """Return an entry; None if there is none, or it was not written with this secret."""
        if self.folder is None:
            return None
        try:
            data = self._path(self.folder, kind, key).read_bytes()
            code, packed = data[:_DIGEST], data[_DIGEST:]
            if not hmac.compare_digest(code, self._authenticate(kind, key, packed)):
                return None
            return zlib.decompressobj().decompress(packed, _MAX_SIZE)
        except (OSError, zlib.error):
            return None

    def write(self, kind: str, key: str, data: bytes) -> None:
        """Replace an entry atomically; does nothing where the folder cannot be written."""
        if self.folder is None:
            return
        packed = zlib.compress(data, 1)
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace_file(self._path(self.folder, kind, key), self._authenticate(kind, key, packed) + packed)
            self._prune(self.folder)

    def _authenticate(self, kind: str, key: str, packed: bytes) -> bytes:
        name = f"{kind}\0{key}\0".encode("utf-8", "surrogateescape")
        return hmac.digest(self.secret, name + packed, hashlib.sha256)

    @staticmethod
    def _path(folder: Path, kind: str, key: str) -> Path:
        return folder / f"{kind}-{hashlib.sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}"

    @staticmethod
    def _prune(folder: Path) -> None:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)
        for old in entries[_MAX_ENTRIES:]:
            old.unlink(missing_ok=True)


NO_CACHE = Cache()
"""A cache that stores nothing."""


class _NotPrivateError(Exception):
    def __init__(self, path: Path, reason: str, hint: str) -> None:
        super().__init__(path, reason)
        message = f"the build cache is not used: {reason}"
        location = SourceLocation(str(path), 1, 1)
        self.diagnostic = Diagnostic(Severity.WARNING, "cache", message, hint, location)


def _check_owner(path: Path, status: os.stat_result, *, forbidden: int) -> None:
    """Check that a file or folder belongs to the user, and gives others no forbidden permission.

    Windows keeps the user's folders to the user, and has no such permissions.
    """
    if sys.platform == "win32":
        return
    if status.st_uid != os.geteuid():
        raise _NotPrivateError(path, "it belongs to another user", f"set {VARIABLE} to a folder of yours, or to off")
    if status.st_mode & forbidden:
        mode = stat.S_IMODE(status.st_mode)
        hint = f"run: chmod {mode & ~0o077:o} {path}"
        raise _NotPrivateError(path, f"its mode {mode:o} gives other users access", hint)


def _read_secret(path: Path) -> bytes:
    """Return the user's secret, a new one if there is none."""
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:  # noqa: PTH123
            _check_owner(path, os.fstat(file.fileno()), forbidden=stat.S_IRWXG | stat.S_IRWXO)
            secret = file.read(_DIGEST)
    except FileNotFoundError:
        secret = b""
    if len(secret) != _DIGEST:
        secret = secrets.token_bytes(_DIGEST)
        _replace_file(path, secret)
    return secret


def _replace_file(path: Path, data: bytes) -> None:
    """Write a file, which only the user can read, atomically."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as temporary:
        temporary.write(data)
    Path(temporary.name).replace(path)


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
    if config.commands:  # what they do depends on more than the input
        return None
    data = store.read(_KIND, _key(config))
    if data is None or has_leftovers(config.output):
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
    return _digest(
        repr(config), str(Path.cwd()), _generator_digest(), _files_digest((*sources, *list_templates(config.templates)))
    )


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
    return _digest(*(f"{path} {hashlib.sha256(read_regular_file(path)).hexdigest()}" for path in paths))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
