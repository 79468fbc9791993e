"""How much memory a client keeps after many calls; see `scripts/bench memory`."""

import asyncio
import gc
import itertools
import logging
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import httpx
from scratch._runtime.api import Concurrency, RateLimit
from scratch._runtime.errors import ApiError
from scratch._runtime.hooks import RequestEvent, ResponseEvent
from scratch._runtime.operation import Call, Operation, Parameter
from scratch._runtime.rate_limit.stores import MemoryRateLimits
from scratch._runtime.request.bodies import JsonBody
from scratch._runtime.response.content import Json

from runtime.shop import API, AsyncClient, SyncClient

LIMITED = replace(API, concurrency=Concurrency(requests=5), rate_limit=RateLimit(requests=50, per=10))
OPERATION: Operation[Any] = Operation(
    id="put",
    method="PUT",
    path="/items/{item}",
    parameters=(Parameter("item", "path"), Parameter("page", "query")),
    bodies=(JsonBody(dict[str, Any]),),
    responses={"200": Json(dict[str, list[int]])},
)
ALLOWED = 200
"""Bytes for each call: 100,000 calls keep at most 20 MB."""
WARM_UP = 250
"""Calls before the first measurement, which fill the caches."""


def _answer(request: httpx.Request) -> httpx.Response:
    """A success, one that does not fit its schema, a failure, or one that is repeated; no two are the same."""
    number = int(request.url.path.rpartition("/")[2])
    headers = {"x-request-id": f"request-{number}", "etag": f'"{number}"'}
    match number % 10:
        case 0:
            return httpx.Response(404, headers=headers, json={"message": f"no item {number}"})
        case 1:
            return httpx.Response(200, headers=headers, json={f"item {number}": [number, "no number"]})
        case 2 if "retried" not in request.headers:
            return httpx.Response(503, headers=headers)
        case _:
            return httpx.Response(200, headers=headers, json={"numbers": list(range(number, number + 20))})


def _calls() -> Iterator[Call[Any]]:
    for number in itertools.count():
        arguments = {"path": {"item": str(number)}, "query": {"page": number}}
        yield OPERATION.call(**arguments, body={"name": f"item {number}", "text": "x" * 200})


def before_request(event: RequestEvent) -> dict[str, str]:
    """A hook that adds a header of its own to every attempt."""
    return {"x-trace": f"trace-{id(event)}", **({"retried": "1"} if event.attempt else {})}


def after_response(event: ResponseEvent) -> None:
    """A hook that only looks."""
    assert event.status


def measure(flavour: str, calls: int, *, has_hooks: bool, **options: Any) -> int:
    """Return by how many bytes the memory grows in so many calls of one client."""
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    async def sleep_async(seconds: float) -> None:
        now[0] += seconds

    if has_hooks:
        options = {"before_request": before_request, "after_response": after_response, **options}
    options = {
        "credentials": {"api_key": "canary-1"},
        "base_url": "https://demo.shop.test/api",
        "rate_limits": MemoryRateLimits(clock=lambda: now[0]),
        "on_drift": lambda _: None,
        "max_retries": 1,
        **options,
    }
    transport, calls_to_make = httpx.MockTransport(_answer), _calls()
    if flavour == "sync":
        client = SyncClient(LIMITED, http_client=httpx.Client(transport=transport), sleep=sleep, **options)

        def run(count: int) -> None:
            for call in itertools.islice(calls_to_make, count):
                with suppress(ApiError):
                    client.send(call)

        return _growth(run, calls)
    with asyncio.Runner() as runner:
        http_client = httpx.AsyncClient(transport=transport)
        async_client = AsyncClient(LIMITED, http_client=http_client, sleep=sleep_async, **options)

        async def run_async(count: int) -> None:
            for call in itertools.islice(calls_to_make, count):
                with suppress(ApiError):
                    await async_client.send(call)

        return _growth(lambda count: runner.run(run_async(count)), calls)


def _growth(run: Callable[[int], object], calls: int) -> int:
    logging.disable()  # a test keeps what is logged
    tracemalloc.start()
    try:
        run(WARM_UP)
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        run(calls)
        gc.collect()
        return tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
        logging.disable(logging.NOTSET)


def main(calls: int) -> None:
    """Print the growth for both clients, with and without hooks."""
    for flavour, has_hooks in itertools.product(("sync", "async"), (False, True)):
        growth = measure(flavour, calls, has_hooks=has_hooks)
        sys.stdout.write(
            f"{flavour}, {'hooks' if has_hooks else 'no hooks'}: {calls} calls, {growth / 1e6:.3f} MB more\n"
        )
