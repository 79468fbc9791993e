"""How far something that takes long has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

RECEIVING: Final = "receiving"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One report of progress.

    `state` is "receiving" while a body comes in, else the API's own word for the state of the job `job_id`.
    `received` counts bytes as they are transferred, compressed if the server compresses them, and so does `total`,
    which is None as long as the server does not say it.
    """

    state: str = RECEIVING
    job_id: str = ""
    received: int = 0
    total: int | None = None

    @property
    def fraction(self) -> float | None:
        """From 0 to 1, None when the whole is not known."""
        return min(self.received / self.total, 1.0) if self.total else None


OnProgress = Callable[[Progress], None]
"""Is called in the thread or task that makes the call; what it raises ends the call."""
