"""The settings of a local server."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias, TypedDict

from channelsmith.naming.names import NamingOptions

Clock: TypeAlias = Callable[[], float]
"""The time now, in seconds since 1970 (UTC)."""


def steady_clock() -> Clock:
    """Return a clock that starts at the current time and ignores later changes of the system clock."""
    start = time.time() - time.monotonic()
    return lambda: start + time.monotonic()


_LAST_PORT: Final = 65535
DEFAULT_KEY: Final = "sandbox-key"
GUEST_KEY: Final = "sandbox-guest"
EXPIRED_KEY: Final = "sandbox-expired"


class SettingError(ValueError):
    """An invalid setting; the message names it."""


@dataclass(frozen=True, slots=True)
class PythonClient:
    """A generated client: its import name, its class, and what its other names follow from."""

    package: str = "client"
    name: str = "Client"
    names: Path | None = None
    """The file with its names; without one they follow from the document."""
    options: NamingOptions = field(default_factory=NamingOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. Durations are those of the API; `time_scale` shortens them.

    Raises:
        SettingError: a value is invalid.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    """0 takes any free port."""
    time_scale: float = 1.0
    """How long a second of the API takes: with 0.01 a limit of 60 s is over after 0.6 s."""
    keys: tuple[str, ...] = field(default=(DEFAULT_KEY,), repr=False)
    """The accepted secrets, for every security scheme."""
    guests: tuple[str, ...] = field(default=(GUEST_KEY,), repr=False)
    """Secrets that are accepted for reading only (otherwise 403)."""
    expired: tuple[str, ...] = field(default=(EXPIRED_KEY,), repr=False)
    """Secrets that are refused as expired (401)."""
    fault: Mapping[str, float] = field(default_factory=dict[str, float])
    """Faults and their rates from 0 to 1: `{"5xx": 0.1, "slow=2": 0.05}`."""
    scenario: Path | None = None
    """A file of faults for particular requests."""
    log: Path | None = None
    """A file that gets a line of JSON for each request."""
    log_format: Literal["text", "json", "none"] = "text"
    """How requests are logged to stderr, by `run_command`."""
    pending_seconds: float = 90.0
    """How long a job stays in progress, before scaling."""
    fail_next: int = 0
    """The number of jobs that fail, beginning with the first."""
    fail_every: int = 0
    """Every Nth job fails: with 3 the third, the sixth...; with 0 none."""
    rows: int | None = None
    """Rows of a result; None uses the documented number."""
    seed: int = 1
    """The same seed gives the same rows and items."""
    items: int = 120
    """Items that a collection starts with when its lists come in pages; others start with a few. 0: examples only."""
    state: Path | None = None
    """A file that keeps the items for the next start; None keeps them in memory."""
    python: PythonClient = field(default_factory=PythonClient)
    """The generated client, for the Python that the page shows."""
    clock: Clock = field(default_factory=steady_clock, repr=False)

    def __post_init__(self) -> None:
        """Validate the values."""
        if not self.time_scale > 0:
            raise SettingError("time_scale has to be greater than 0")
        if not self.keys or "" in self.keys:
            raise SettingError("keys has to name at least one key, and none of them empty")
        if not 0 <= self.port <= _LAST_PORT:
            raise SettingError(f"port has to be between 0 and {_LAST_PORT}")
        for name in ("pending_seconds", "fail_next", "fail_every", "rows", "items"):
            if (getattr(self, name) or 0) < 0:
                raise SettingError(f"{name} cannot be negative")


class Options(TypedDict, total=False):
    """The fields of `Settings` as keyword arguments."""

    host: str
    port: int
    time_scale: float
    keys: tuple[str, ...]
    guests: tuple[str, ...]
    expired: tuple[str, ...]
    fault: Mapping[str, float]
    scenario: Path | None
    log: Path | None
    log_format: Literal["text", "json", "none"]
    pending_seconds: float
    fail_next: int
    fail_every: int
    rows: int | None
    seed: int
    items: int
    state: Path | None
    python: PythonClient
    clock: Clock
