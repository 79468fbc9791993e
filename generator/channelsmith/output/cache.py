"""What earlier runs worked out, kept in the user's cache folder: never needed, only faster.

An entry carries a digest of itself: what was cut short or damaged is not there. Entries hold no code that would run,
only what a run may compare, or parse as strictly as it parses what it has just made.
"""

import hashlib
import os
import tempfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "CHANNELSMITH_CACHE"
"""Names another folder; "off" keeps nothing."""

_MOST = 200  # entries; the oldest go
_LARGEST = 256 * 1024 * 1024
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; without one nothing is found and nothing is kept."""

    folder: Path | None = None

    @staticmethod
    def of_user() -> "Cache":
        """The cache of the person who runs this: `CHANNELSMITH_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`."""
        said = os.environ.get(VARIABLE, "")
        if said == "off":
            return Cache()
        if said:
            return Cache(Path(said))
        base = os.environ.get("XDG_CACHE_HOME", "")
        with suppress(RuntimeError):  # nobody's home is known
            return Cache((Path(base) if base.startswith("/") else Path.home() / ".cache") / "channelsmith")
        return Cache()

    def read(self, kind: str, key: str) -> bytes | None:
        """An entry as it was written; None where there is none, or none that is whole."""
        if self.folder is None:
            return None
        try:
            data = self._path(self.folder, kind, key).read_bytes()
            digest, packed = data[:_DIGEST], data[_DIGEST:]
            unpacker = zlib.decompressobj()
            found = unpacker.decompress(packed, _LARGEST)
        except (OSError, zlib.error):
            return None
        return found if hashlib.sha256(found).digest() == digest else None

    def write(self, kind: str, key: str, data: bytes) -> None:
        """Keeps an entry in one step, in place of an earlier one; where that can not be done, nothing is kept."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as aside:
                aside.write(hashlib.sha256(data).digest() + zlib.compress(data, 1))
            Path(aside.name).replace(self._path(self.folder, kind, key))
            self._prune(self.folder)

    @staticmethod
    def _path(folder: Path, kind: str, key: str) -> Path:
        return folder / f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:32]}"

    @staticmethod
    def _prune(folder: Path) -> None:
        entries = sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in entries[_MOST:]:
            old.unlink(missing_ok=True)
