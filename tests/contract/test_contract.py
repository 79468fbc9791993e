"""Every operation of both APIs, sync and async, held against its document.

A cell is one operation x flavour, x declared answer or x request body: the request that leaves the client is compared
with the document, the answer is an example of the document, and it has to be decoded, or raised, as its status says.
"""

import asyncio
import importlib
import re
from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.contracts import Example, Flavour, Promise, packages, promises, summary

PROMISES = [(package, promise) for package in packages() for promise in promises(package)]
FLAVOURS: tuple[Flavour, ...] = ("sync", "async")
ANSWERS = [
    pytest.param(package, promise, flavour, answer, id=f"{promise.id}-{flavour}-{answer.status}-{answer.name}-{number}")
    for package, promise in PROMISES
    for flavour in FLAVOURS
    for number, answer in enumerate(promise.answers)
]
BODIES = [
    pytest.param(package, promise, flavour, body, id=f"{promise.id}-{flavour}-{body.name}")
    for package, promise in PROMISES
    for flavour in FLAVOURS
    for body in promise.requests
]
ERRORS = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "ServerError",
}
DECIMAL = re.compile(r"-?\d+\.\d+")
SECRET = "someone:contract-secret"  # noqa: S105 -- no secret


@cache
def client_name(package: str) -> str:
    public = importlib.import_module(package).__all__
    return next(name for name in public if f"Async{name}" in public)


def perform(
    package: str,
    promise: Promise,
    flavour: Flavour,
    handler: Callable[[httpx.Request], httpx.Response],
    body: Example | None,
) -> Any:
    """Calls the operation as a user would, with the examples of its parameters."""
    module = importlib.import_module(package)
    api = importlib.import_module(f"{package}._api").API
    options = {each.argument: SECRET for each in api.credentials}
    positional = [value for _, value in promise.arguments("path")]
    keywords = promise.keywords() | ({"body": body.value} if body is not None else {})

    def method(client: Any) -> Any:
        for part in promise.resource.split("."):
            client = getattr(client, part)
        answer = getattr(client, promise.python_name)(*positional, **keywords)
        return answer.first() if hasattr(answer, "pages") else answer

    common: dict[str, Any] = {"base_url": "https://api.test/root", "max_retries": 0, "strict": True, **options}
    if flavour == "sync":
        http = httpx.Client(transport=httpx.MockTransport(handler))
        with getattr(module, client_name(package))(http_client=http, **common) as client:
            return method(client)

    async def run() -> Any:
        http = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        async with getattr(module, f"Async{client_name(package)}")(http_client=http, **common) as client:
            return await method(client)

    return asyncio.run(run())


def exchange(
    package: Path, promise: Promise, flavour: Flavour, answer: Example, body: Example | None
) -> tuple[httpx.Request, Any]:
    """The request that was sent, and what came of the answer: a value or an error."""
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        headers = {"Content-Type": answer.media_type} if answer.media_type else {}
        return httpx.Response(answer.code, content=answer.content, headers=headers)

    outcome: Any
    try:
        outcome = perform(package.name, promise, flavour, handler, body)
    except importlib.import_module(package.name).StatusError as error:
        outcome = error
    (request,) = requests
    return request, outcome


@pytest.mark.parametrize(("package", "promise", "flavour", "answer"), ANSWERS)
def test_an_answer_is_decoded_or_raised_as_its_status_says(
    package: Path, promise: Promise, flavour: Flavour, answer: Example
) -> None:
    _, outcome = exchange(package, promise, flavour, answer, next(iter(promise.requests), None))
    if answer.code >= 400:
        assert (type(outcome).__name__, outcome.status) == (ERRORS.get(answer.code, "StatusError"), answer.code)
        assert (wire(outcome.body) if answer.content else outcome.body) == (comparable(answer.value) or None)
        said = [each["code"] for each in answer.value.get("errors", [])] if isinstance(answer.value, dict) else []
        assert [int(code) for code in outcome.codes] == said
    elif hasattr(outcome, "media_type"):
        assert (outcome.data, outcome.media_type) == (answer.content, answer.media_type)
    else:
        assert wire(outcome) == comparable(answer.value)


@pytest.mark.parametrize(
    ("package", "promise", "flavour"), [(*each, flavour) for each in PROMISES for flavour in FLAVOURS]
)
def test_the_request_is_the_described_one(package: Path, promise: Promise, flavour: Flavour) -> None:
    success = next(each for each in promise.answers if each.status.startswith("2"))
    request, _ = exchange(package, promise, flavour, success, next(iter(promise.requests), None))
    path = request.url.raw_path.decode().partition("?")[0]
    assert (request.method, path) == (promise.method, f"/root{promise.raw_path}")
    assert sorted(request.url.params.multi_items()) == promise.query
    for name, value in promise.arguments("header"):
        assert request.headers[name] == str(value)
    if promise.key_header:
        assert request.headers[promise.key_header]
    credentials = {SECRET, f"Bearer {SECRET}", f"Basic {b64encode(SECRET.encode()).decode()}"}
    assert len(credentials & set(request.headers.values())) == 1
    assert SECRET not in str(request.url)


@pytest.mark.parametrize(("package", "promise", "flavour", "body"), BODIES)
def test_a_body_is_sent_as_it_is_given(package: Path, promise: Promise, flavour: Flavour, body: Example) -> None:
    success = next(each for each in promise.answers if each.status.startswith("2"))
    request, _ = exchange(package, promise, flavour, success, body)
    assert request.headers["Content-Type"] == body.media_type
    assert comparable(httpx.Response(200, content=request.content).json()) == comparable(body.value)


def wire(value: Any) -> Any:
    """A decoded value as it would be sent, for comparison."""
    if isinstance(value, list):
        return [wire(item) for item in value]
    return comparable(value.to_wire() if hasattr(value, "to_wire") else value)


def comparable(value: Any) -> Any:
    """A value in which a decimal with a point is the same as a number and as text, and 20 the same as 20.0."""
    if isinstance(value, dict):
        return {key: comparable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if isinstance(value, float | Decimal) and value == int(value):
        return int(value)
    if isinstance(value, float | Decimal) or (isinstance(value, str) and DECIMAL.fullmatch(value)):
        return f"decimal {Decimal(str(value)).normalize()}"
    return value


def test_the_matrix_is_whole() -> None:
    assert len(ANSWERS) == len(FLAVOURS) * sum(len(promise.answers) for _, promise in PROMISES)
    assert len(BODIES) == len(FLAVOURS) * sum(len(promise.requests) for _, promise in PROMISES)
    assert {promise.id for _, promise in PROMISES if not promise.answers} == set()
    cells = len(ANSWERS) + len(BODIES) + len(FLAVOURS) * len(PROMISES)
    assert summary().startswith(f"contract: {cells} cells, {len(PROMISES)} operations")
