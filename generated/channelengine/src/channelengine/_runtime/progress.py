"""Progress of what takes long: downloads, uploads and jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .errors import ConfigurationError
from .types import is_async_function


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Progress of a download, an upload or a job.

    Attributes:
        state: "receiving" while a body arrives, "sending" while a file is sent, otherwise the API's own word for the
            state of a job.
        job_id: the id of the job.
        received: the bytes that were received, compressed if the server compresses them.
        sent: the bytes of a file that were sent.
        total: the bytes that will be transferred, None if that is unknown.
    """

    state: str = "receiving"
    job_id: str = ""
    received: int = 0
    sent: int = 0
    total: int | None = None

    @property
    def fraction(self) -> float | None:
        """The transferred part of the whole, from 0 to 1; None if the total is unknown."""
        return min((self.received or self.sent) / self.total, 1.0) if self.total else None


OnProgress = Callable[[Progress], None]
"""Called in the thread or task that makes the call. An exception that it raises ends the call."""


def check_progress(on_progress: object) -> None:
    """Raise ConfigurationError for what cannot be called, or has to be awaited."""
    if on_progress is not None and (not callable(on_progress) or is_async_function(on_progress)):
        raise ConfigurationError("on_progress= has to be a function that need not be awaited, or None")
