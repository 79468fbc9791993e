"""Every operation of both APIs, sync and async, held against its document in memory, without a server.

A cell is one operation x flavour, x declared answer or x request body: the request that leaves the client is compared
with the document, the answer is an example of the document, and it has to be decoded, or raised, as its status says.
What is looked at is what `channelsmith conform` looks at; there a server answers, and things go wrong.
"""

import asyncio
import importlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import httpx
import pytest

from channelsmith import ir
from channelsmith.conform.cells import FLAVOURS, Flavour
from channelsmith.conform.given import Invocation
from channelsmith.conform.methods import Answer, Body, Method
from channelsmith.conform.outcomes import reads
from channelsmith.conform.raised import error_class, error_problems
from channelsmith.conform.received import value_problems
from channelsmith.conform.sent import request_problems
from channelsmith.conform.traffic import Answered, Sent
from channelsmith.conform.values import documented
from channelsmith.document import Node
from channelsmith.naming.identifiers import snake
from support.contracts import content, promises, subjects, summary

PROMISES = promises()
ANSWERS = [
    pytest.param(package, method, flavour, answer, id=f"{method.id}-{flavour}-{answer.status}-{answer.name}-{number}")
    for package, method in PROMISES
    for flavour in FLAVOURS
    for number, answer in enumerate(method.answers)
]
BODIES = [
    pytest.param(package, method, flavour, body, id=f"{method.id}-{flavour}-{body.name}")
    for package, method in PROMISES
    for flavour in FLAVOURS
    for body in method.bodies
]
REQUESTS = [
    pytest.param(package, method, flavour, id=f"{method.id}-{flavour}")
    for package, method in PROMISES
    for flavour in FLAVOURS
]
SECRET = "someone:contract-secret"  # noqa: S105 -- no secret


@cache
def client_name(package: str) -> str:
    public = importlib.import_module(f"{package}.client").__all__
    return next(name for name in public if f"Async{name}" in public)


def perform(
    package: str,
    method: Method,
    flavour: Flavour,
    handler: Callable[[httpx.Request], httpx.Response],
    given: Invocation,
) -> Any:
    """Calls the operation as a user would."""
    module = importlib.import_module(package)
    api = importlib.import_module(f"{package}._api").API
    options = {each.argument: SECRET for each in api.credentials}

    def call(client: Any) -> Any:
        for part in method.resource:
            client = getattr(client, part)
        answer = getattr(client, method.name)(*given.positional, **given.keywords)
        return answer.first() if hasattr(answer, "pages") else answer

    common: dict[str, Any] = {"base_url": "https://api.test/root", "max_retries": 0, "strict": True, **options}
    if flavour == "sync":
        http = httpx.Client(transport=httpx.MockTransport(handler))
        with getattr(module, client_name(package))(http_client=http, **common) as client:
            return call(client)

    async def run() -> Any:
        http = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        async with getattr(module, f"Async{client_name(package)}")(http_client=http, **common) as client:
            return await call(client)

    return asyncio.run(run())


def exchange(
    package: str, method: Method, flavour: Flavour, answer: Answer, given: Invocation
) -> tuple[Sent, Answered, Any]:
    """The request that was sent, the answer it got, and what came of that: a value or an error."""
    requests: list[Sent] = []
    kind = (("content-type", answer.media_type),) if answer.media_type else ()
    answered = Answered(answer.code, kind, content(answer))

    def handler(request: httpx.Request) -> httpx.Response:
        headers = tuple(request.headers.multi_items())
        requests.append(Sent(request.method, request.url.raw_path.decode(), headers, request.read()))
        return httpx.Response(answered.status, content=answered.body, headers=answered.headers)

    outcome: Any
    try:
        outcome = perform(package, method, flavour, handler, given)
    except importlib.import_module(package).StatusError as error:
        outcome = error
    (request,) = requests
    return request, answered, outcome


def wrong_requests(package: str, method: Method, flavour: Flavour, given: Invocation) -> list[str]:
    """What is wrong with the request of a call that succeeds."""
    assert method.success is not None
    api = subjects()[package].loaded.api
    sent, _, _ = exchange(package, method, flavour, method.success, given)
    return list(request_problems(sent, method, given, base="/root", api=api, secrets=(SECRET,)))


@pytest.mark.parametrize(("package", "method", "flavour", "answer"), ANSWERS)
def test_an_answer_is_decoded_or_raised_as_its_status_says(
    package: str, method: Method, flavour: Flavour, answer: Answer
) -> None:
    subject = subjects()[package]
    _, answered, outcome = exchange(package, method, flavour, answer, documented(method))
    if answer.is_success:
        how = reads(method, answer.code, subject.types)
        assert list(value_problems(outcome, answered, answer.type, how, subject.types)) == []
    else:
        assert type(outcome).__name__ == error_class(answer.code)
        assert list(error_problems(outcome, answered, method, subject.loaded.api)) == []


@pytest.mark.parametrize(("package", "method", "flavour"), REQUESTS)
def test_the_request_is_the_described_one(package: str, method: Method, flavour: Flavour) -> None:
    assert wrong_requests(package, method, flavour, documented(method, keyed=True)) == []


@pytest.mark.parametrize(("package", "method", "flavour", "body"), BODIES)
def test_a_body_is_sent_as_it_is_given(package: str, method: Method, flavour: Flavour, body: Body) -> None:
    assert wrong_requests(package, method, flavour, documented(method, body)) == []


def test_the_matrix_is_whole() -> None:
    assert len(ANSWERS) == len(FLAVOURS) * sum(len(method.answers) for _, method in PROMISES)
    assert len(BODIES) == len(FLAVOURS) * sum(len(method.bodies) for _, method in PROMISES)
    assert {method.id for _, method in PROMISES if not method.answers} == set()
    cells = len(ANSWERS) + len(BODIES) + len(REQUESTS)
    assert summary().startswith(f"contract: {cells} cells, {len(PROMISES)} operations")


def test_the_methods_are_called_what_the_documents_say() -> None:
    """The suite takes names from where the generator has them; here they are read afresh."""
    said = {package: set(_said_names(subject.loaded.document.root)) for package, subject in subjects().items()}
    found = {package: {each.spoken for each in subject.methods} for package, subject in subjects().items()}
    assert found == said


def test_the_arguments_are_called_what_the_documents_say() -> None:
    for _, method in PROMISES:
        for each in method.arguments:
            if each.parameter.location is not ir.Location.PATH:
                assert each.name.removesuffix("_") == (each.parameter.spoken or snake(each.parameter.name))


def _said_names(root: Node) -> Iterator[str]:
    tags = {tag.text("name"): tag.text("x-resource", tag.text("name")) for tag in root["tags"].elements()}
    for _, item in root["paths"].items():  # noqa: PERF102 -- of a Node, which has no values()
        for verb in ("get", "put", "post", "delete", "patch", "head", "options"):
            node = item.resolve().get(verb)
            if node is not None:
                uses = node.get("x-uses")
                tag = next(node["tags"].elements()).as_text()
                for use in uses.elements() if uses is not None else iter((node,)):
                    yield f"{use.text('x-resource') or node.text('x-resource') or tags[tag]}.{use.text('x-method')}"
