"""The operations of both APIs, as the conformance runner reads them from the documents."""

import json
from functools import cache
from pathlib import Path

from channelsmith.config import load_configs
from channelsmith.conform.document import Api, Operation, ResponseExample, read_api

ROOT = Path(__file__).parents[2]


@cache
def apis() -> dict[str, Api]:
    """Each document, by the name of its package."""
    return {job.target.package: read_api(job) for job in load_configs(root=ROOT)}


def operations() -> list[tuple[str, Operation]]:
    """Every method of every package, with the name of the package."""
    return [(package, operation) for package, api in apis().items() for operation in api.operations]


def content(response: ResponseExample) -> bytes:
    """The body of a documented response."""
    if response.media_type is None:
        return b""
    return (json.dumps(response.value) if response.is_json else str(response.value)).encode()


def summary() -> str:
    """The size of the matrix, in one line."""
    found = [operation for _, operation in operations()]
    cells = 2 * sum(len(each.responses) + len(each.bodies) + 1 for each in found)
    return f"contract: {cells} cells, {len(found)} operations, {len(apis())} APIs, sync and async"
