"""Helpers: a server in memory with a clock that only moves when it is told to."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import httpx

from channelsmith.sandbox import Behavior, Options, Settings, create_app, load_behavior, read_api
from channelsmith.sandbox.operations import Operation, read_operations

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from channelsmith.pipeline import LoadedApi

SPECS = Path(__file__).parents[2] / "specs"
CHANNELENGINE = SPECS / "channelengine" / "openapi.yaml"
CHANNELAPE = SPECS / "channelape" / "openapi.yaml"


@dataclass
class FakeClock:
    """A clock that stands still at 2026-03-01T12:00:00Z until it is moved."""

    now: float = 1772366400.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Sandbox:
    """A server of one document; `headers` go with every request."""

    app: Starlette
    clock: FakeClock
    headers: dict[str, str] = field(default_factory=dict[str, str])

    def get(self, url: str, **kwargs: Any) -> httpx.Response:
        return self.send("GET", url, **kwargs)

    def post(self, url: str, **kwargs: Any) -> httpx.Response:
        return self.send("POST", url, **kwargs)

    def send(self, method: str, url: str, **kwargs: Any) -> httpx.Response:
        return asyncio.run(self._send(method, url, **kwargs))

    async def _send(self, method: str, url: str, **kwargs: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=self.headers) as client:
            return await client.request(method, url, **kwargs)


@lru_cache(maxsize=4)
def _read(spec: Path, _changed: int) -> LoadedApi:
    """A document, read once."""
    return read_api(spec)


def operations_of(spec: Path) -> tuple[Operation, ...]:
    """The operations of the document in a file, as the server sees them."""
    loaded = read_api(spec)
    return read_operations(loaded.api, loaded.repaired)


def start(
    spec: Path, *, headers: dict[str, str] | None = None, behavior: Behavior | None = None, **options: Unpack[Options]
) -> Sandbox:
    """A server of the document in a file; the documents in `specs/` have their behaviour."""
    clock = FakeClock()
    if behavior is None and spec.is_relative_to(SPECS):
        behavior = load_behavior(spec.with_name("sandbox.py"))
    app = create_app(_read(spec, spec.stat().st_mtime_ns), replace(Settings(**options), clock=clock), behavior)
    return Sandbox(app, clock, headers or {})


def start_text(
    text: str,
    folder: Path,
    *,
    headers: dict[str, str] | None = None,
    behavior: Behavior | None = None,
    **options: Unpack[Options],
) -> Sandbox:
    """A server of the document given as YAML."""
    spec = folder / "openapi.yaml"
    spec.write_text(text, encoding="utf-8")
    return start(spec, headers=headers, behavior=behavior, **options)
