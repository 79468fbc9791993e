"""A cache on disk that makes later runs faster; losing it never changes a result.

Every entry starts with its digest, so truncated or damaged entries are ignored. Entries contain no code that is run.
"""

import hashlib
import os
import tempfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

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
