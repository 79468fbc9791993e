"""Every operation of both APIs, sync and async, compared with its document in memory, without a server.

A cell is one operation x flavour, x declared response or x request body: the request that leaves the client is compared
with the document, the response is an example of the document, and it has to be decoded, or raised, as its status says.
The checks are those of `channelsmith conform`, which also uses a server and brings about faults.
"""

import asyncio
import importlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import Any

import httpx
import pytest

from channelsmith.config import load_configs
from channelsmith.conform.arguments import Arguments, documented
from channelsmith.conform.cases import FLAVOURS, Flavour
from channelsmith.conform.check_request import request_problems
from channelsmith.conform.checks import error_problems, value_problems
from channelsmith.conform.document import BodyExample, Operation, ResponseExample
from channelsmith.conform.faults import error_class
from channelsmith.conform.relay import RecordedRequest, RecordedResponse
from channelsmith.document import Node
from channelsmith.naming.identifiers import to_snake_case
from channelsmith.pipeline import load_api
from support.contracts import ROOT, apis, content, operations, summary

OPERATIONS = operations()
RESPONSES = [
    pytest.param(
        package, operation, flavour, response, id=f"{operation.id}-{flavour}-{response.status}-{response.name}-{number}"
    )
    for package, operation in OPERATIONS
    for flavour in FLAVOURS
    for number, response in enumerate(operation.responses)
]
BODIES = [
    pytest.param(package, operation, flavour, body, id=f"{operation.id}-{flavour}-{body.name}")
    for package, operation in OPERATIONS
    for flavour in FLAVOURS
    for body in operation.bodies
]
REQUESTS = [
    pytest.param(package, operation, flavour, id=f"{operation.id}-{flavour}")
    for package, operation in OPERATIONS
    for flavour in FLAVOURS
]
SECRET = "someone:contract-secret"  # noqa: S105 -- no secret


@cache
def client_name(package: str) -> str:
    public = importlib.import_module(f"{package}.client").__all__
    return next(name for name in public if f"Async{name}" in public)


def perform(
    package: str,
    operation: Operation,
    flavour: Flavour,
    handler: Callable[[httpx.Request], httpx.Response],
    arguments: Arguments,
) -> Any:
    """Calls the operation as a user would."""
    module = importlib.import_module(package)
    api = importlib.import_module(f"{package}._api").API
    options = {each.argument: SECRET for each in api.authentication.credentials}

    def call(client: Any) -> Any:
        result = attrgetter(operation.call)(client)(*arguments.positional, **arguments.keywords)
        return result.first() if hasattr(result, "pages") else result

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
    package: str, operation: Operation, flavour: Flavour, example: ResponseExample, arguments: Arguments
) -> tuple[RecordedRequest, RecordedResponse, Any]:
    """The request that was sent, the response to it, and the outcome: a value or an error."""
    requests: list[RecordedRequest] = []
    headers = (("content-type", example.media_type),) if example.media_type else ()
    response = RecordedResponse(example.code, headers, content(example))

    def handler(request: httpx.Request) -> httpx.Response:
        sent = tuple(request.headers.multi_items())
        requests.append(RecordedRequest(request.method, request.url.raw_path.decode(), sent, request.read()))
        return httpx.Response(response.status, content=response.body, headers=response.headers)

    outcome: Any
    try:
        outcome = perform(package, operation, flavour, handler, arguments)
    except importlib.import_module(package).StatusError as error:
        outcome = error
    (request,) = requests
    return request, response, outcome


def wrong_requests(package: str, operation: Operation, flavour: Flavour, arguments: Arguments) -> list[str]:
    """What is wrong with the request of a call that succeeds."""
    assert operation.success is not None
    request, _, _ = exchange(package, operation, flavour, operation.success, arguments)
    problems = request_problems(request, operation, arguments, base="/root", api=apis()[package], secrets=(SECRET,))
    return list(problems)


@pytest.mark.parametrize(("package", "operation", "flavour", "example"), RESPONSES)
def test_a_response_is_decoded_or_raised_as_its_status_says(
    package: str, operation: Operation, flavour: Flavour, example: ResponseExample
) -> None:
    api = apis()[package]
    _, response, outcome = exchange(package, operation, flavour, example, documented(operation))
    if example.is_success:
        reading = operation.read(example.code, response.media_type)
        reading = replace(reading, schema=example.schema if reading.decoding == "json" else None)
        assert list(value_problems(outcome, response, reading, api.schemas)) == []
    else:
        assert type(outcome).__name__ == error_class(example.code)
        assert list(error_problems(outcome, response, operation, api)) == []


@pytest.mark.parametrize(("package", "operation", "flavour"), REQUESTS)
def test_the_request_is_the_described_one(package: str, operation: Operation, flavour: Flavour) -> None:
    assert wrong_requests(package, operation, flavour, documented(operation, with_key=True)) == []


@pytest.mark.parametrize(("package", "operation", "flavour", "body"), BODIES)
def test_a_body_is_sent_as_it_is_given(package: str, operation: Operation, flavour: Flavour, body: BodyExample) -> None:
    assert wrong_requests(package, operation, flavour, documented(operation, body)) == []


def test_the_matrix_is_whole() -> None:
    assert len(RESPONSES) == len(FLAVOURS) * sum(len(operation.responses) for _, operation in OPERATIONS)
    assert len(BODIES) == len(FLAVOURS) * sum(len(operation.bodies) for _, operation in OPERATIONS)
    assert {operation.id for _, operation in OPERATIONS if not operation.responses} == set()
    cells = len(RESPONSES) + len(BODIES) + len(REQUESTS)
    assert summary().startswith(f"contract: {cells} cells, {len(OPERATIONS)} operations")


@cache
def document(package: str) -> Node:
    (job,) = (job for job in load_configs(root=ROOT) if job.target.package == package)
    return load_api(job.spec, job.overlays).document.root


def test_the_methods_are_called_what_the_documents_say() -> None:
    """The runner takes names from the names files; here they are read from the documents."""
    declared = {package: set(declared_methods(document(package))) for package in apis()}
    found = {package: {operation.call for operation in api.operations} for package, api in apis().items()}
    assert found == declared


def test_the_arguments_are_called_what_the_documents_say() -> None:
    for package, operation in OPERATIONS:
        declared = declared_arguments(document(package), operation)
        for parameter in operation.parameters:
            if parameter.location != "path":
                expected = declared[parameter.location, parameter.name] or to_snake_case(parameter.name)
                assert parameter.argument.removesuffix("_") == expected


def declared_methods(root: Node) -> Iterator[str]:
    tags = {tag.text("name"): tag.text("x-resource", tag.text("name")) for tag in root["tags"].elements()}
    for _, item in root["paths"].items():  # noqa: PERF102 -- of a Node, which has no values()
        for verb in ("get", "put", "post", "delete", "patch", "head", "options"):
            node = item.resolve().get(verb)
            if node is not None:
                uses = node.get("x-uses")
                tag = next(node["tags"].elements()).as_text()
                for use in uses.elements() if uses is not None else iter((node,)):
                    yield f"{use.text('x-resource') or node.text('x-resource') or tags[tag]}.{use.text('x-method')}"


def declared_arguments(root: Node, operation: Operation) -> dict[tuple[str, str], str]:
    item = root["paths"][operation.path].resolve()
    owners = (item.get("parameters"), item[operation.method.lower()].get("parameters"))
    nodes = [each.resolve() for owner in owners if owner is not None for each in owner.elements()]
    return {(node.text("in"), node.text("name")): node.text("x-argument") for node in nodes}
