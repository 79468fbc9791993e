"""Every operation of both APIs, sync and async, held against its document.

A cell is one operation x flavour x declared answer: the request that leaves the client is compared with the document,
the answer is an example of the document, and it has to be decoded, or raised, as its status says.
"""

import asyncio
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.contracts import Example, Flavour, Promise, promises

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(path for path in (ROOT / "generated").glob("*/src/*") if path.is_dir() and path.suffix == "")
CELLS = [
    pytest.param(
        package,
        promise,
        flavour,
        example,
        id=f"{promise.id}-{flavour}-{example.status}-{example.name or 'empty'}-{number}",
    )
    for package in PACKAGES
    for promise in promises(package)
    for flavour in ("sync", "async")
    for number, example in enumerate(promise.examples)
]
ERRORS = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
SECRET = "contract-secret"  # noqa: S105 -- no secret


def python_argument(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name)


def perform(
    package: Path, promise: Promise, flavour: Flavour, handler: Callable[[httpx.Request], httpx.Response]
) -> Any:
    """Calls the operation as a user would, with the examples of its parameters."""
    module = importlib.import_module(package.name)
    name = next(each for each in module.__all__ if f"Async{each}" in module.__all__)
    options: dict[str, Any] = {"api_key": SECRET, "base_url": "https://api.test/root", "max_retries": 0, "strict": True}
    positional = [promise.argument(each) for each in promise.parameters if each["in"] == "path"]
    keywords = {
        python_argument(each["name"]): promise.argument(each) for each in promise.parameters if each["in"] != "path"
    }

    def method(client: Any) -> Any:
        for part in promise.resource.split("."):
            client = getattr(client, part)
        return getattr(client, promise.python_name)(*positional, **keywords)

    if flavour == "sync":
        with getattr(module, name)(
            http_client=httpx.Client(transport=httpx.MockTransport(handler)), **options
        ) as client:
            return method(client)

    async def run() -> Any:
        http = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        async with getattr(module, f"Async{name}")(http_client=http, **options) as client:
            return await method(client)

    return asyncio.run(run())


@pytest.mark.parametrize(("package", "promise", "flavour", "example"), CELLS)
def test_request_and_answer_are_as_the_document_says(
    package: Path, promise: Promise, flavour: Flavour, example: Example
) -> None:
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        headers = {"Content-Type": example.media_type} if example.media_type else {}
        return httpx.Response(example.code, content=example.content, headers=headers)

    module = importlib.import_module(package.name)
    if example.code >= 400:
        with pytest.raises(module.StatusError) as caught:
            perform(package, promise, flavour, handler)
        error = caught.value
        assert (type(error).__name__, error.status) == (ERRORS.get(example.code, "StatusError"), example.code)
        assert error.body.to_wire() == json.loads(example.content)
    else:
        assert_delivered(perform(package, promise, flavour, handler), example)

    (request,) = requests
    assert (request.method, request.url.raw_path.decode().partition("?")[0]) == (
        promise.method,
        f"/root{promise.raw_path}",
    )
    assert sorted(request.url.params.multi_items()) == promise.query
    assert request.content == b""
    assert SECRET in request.headers.values()


def assert_delivered(value: Any, example: Example) -> None:
    """Nothing of the example is lost or changed on its way through the types."""
    if hasattr(value, "to_wire"):
        assert value.to_wire() == json.loads(example.content)
    else:
        assert (value.data, value.media_type) == (example.content, example.media_type)


def test_the_matrix_is_whole() -> None:
    """Prints the number of cells, and fails when an operation or one of its declared answers has none."""
    declared = {(package, promise.id) for package in PACKAGES for promise in promises(package)}
    covered = {(cell.values[0], cell.values[1].id) for cell in CELLS}  # type: ignore[union-attr]
    print(f"\ncontract: {len(CELLS)} cells, {len(declared)} operations, {len(PACKAGES)} APIs")  # noqa: T201
    assert covered == declared
    assert len(CELLS) == 2 * sum(len(promise.examples) for package in PACKAGES for promise in promises(package))
