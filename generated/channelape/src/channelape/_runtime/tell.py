"""The step that calls a hook."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from inspect import iscoroutine
from typing import Any

from .errors import ConfigurationError

Hook = Callable[[Any], object]
"""From an event to what it returns, or to what has to be awaited for that; `hooks.py` has the exact types."""


@dataclass(slots=True)
class Tell:
    """Ask the driver to call a hook; `said` is what it returned."""

    hook: Hook
    event: object
    said: object = None

    def perform(self) -> None:
        """Call it. Raises ConfigurationError for a hook that has to be awaited."""
        said = self.hook(self.event)
        if isinstance(said, Awaitable):
            if iscoroutine(said):  # pyright: ignore[reportUnknownArgumentType] - of what, is nobody's concern
                said.close()  # or Python warns that nobody awaited it
            raise ConfigurationError("a hook that has to be awaited needs the async client")
        self.said = said

    async def perform_async(self) -> None:
        """Call it, and await it if need be."""
        said = self.hook(self.event)
        self.said = await said if isinstance(said, Awaitable) else said
