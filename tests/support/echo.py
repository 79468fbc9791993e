"""Packages with two operations for each schema: one returns `{"value": ...}`, the other takes it."""

import asyncio
import json
import re
from textwrap import dedent
from typing import Any

import httpx
import yaml

from support.packages import Package


def echo_document(schemas: str, version: str = "3.1.0") -> str:
    """The document; the operations of the schema `Order` are `get_order` and `put_order` of the resource `echo`.

    `$Order` stands for a reference to the schema of that name.
    """
    text = re.sub(r"\$([A-Z]\w*)", r"{$ref: '#/components/schemas/\1'}", dedent(schemas))
    named: dict[str, object] = yaml.safe_load(text)
    paths: dict[str, object] = {}
    for name in named:
        value = {"$ref": f"#/components/schemas/{name}"}
        content = {"application/json": {"schema": {"required": ["value"], "properties": {"value": value}}}}
        get = {"responses": {"200": {"description": "ok", "content": content}}}
        put = {"requestBody": {"required": True, "content": content}, "responses": {"204": {"description": "ok"}}}
        operations = {"get": get, "put": put}
        paths[f"/{name}"] = {
            method: {**operation, "operationId": f"{method}{name}", "tags": ["echo"]}
            for method, operation in operations.items()
        }
    document = {"openapi": version, "info": {"title": "Echo", "version": "1"}, "paths": paths}
    return json.dumps({**document, "components": {"schemas": named}})


def receive(package: Package, name: str, value: object) -> tuple[Any, list[tuple[str, str]]]:
    """Return what a value of a response is read as, and the reported differences: location and message.

    The async client reads the same, and with `strict` a value is refused if there are differences.
    """
    answer = httpx.Response(200, json={"value": value})
    drifts: list[Any] = []
    result = getattr(package.client(answer, on_drift=drifts.append).echo, f"get_{name}")()
    reported = [(each.location.removeprefix("/value"), each.message) for each in drifts]
    of_async = asyncio.run(_receive_async(package, name, answer))
    assert (repr(of_async), type(of_async.value)) == (repr(result), type(result.value))
    strict = getattr(package.client(answer, strict=True).echo, f"get_{name}")
    try:
        strict()
    except package.module.DecodeError:
        assert reported
    else:
        assert not reported
    return result.value, reported


async def _receive_async(package: Package, name: str, answer: httpx.Response) -> Any:
    async with package.async_client(answer, on_drift=lambda _: None) as client:
        return await getattr(client.echo, f"get_{name}")()


def send(package: Package, name: str, value: object) -> Any:
    """Return the JSON that is sent for a value, which is the same for the async client."""
    package.requests.clear()
    getattr(package.client().echo, f"put_{name}")(value=value)
    asyncio.run(_send_async(package, name, value))
    first, second = (json.loads(request.content)["value"] for request in package.requests)
    assert first == second
    return first


async def _send_async(package: Package, name: str, value: object) -> None:
    async with package.async_client() as client:
        await getattr(client.echo, f"put_{name}")(value=value)
