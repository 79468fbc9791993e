"""The operations of both APIs, and what each document promises about them, as the conformance suite reads it."""

import json
from functools import cache
from pathlib import Path

from channelsmith.config import configured
from channelsmith.conform.methods import Answer, Method, is_json
from channelsmith.conform.suite import Subject

ROOT = Path(__file__).parents[2]


@cache
def subjects() -> dict[str, Subject]:
    """What each document says, by the name of its package."""
    return {job.target.package: Subject.of(job) for job in configured(root=ROOT)}


def promises() -> list[tuple[str, Method]]:
    """Every method of every package, with the name of the package."""
    return [(package, method) for package, subject in subjects().items() for method in subject.methods]


def content(answer: Answer) -> bytes:
    """An example as it travels."""
    if answer.media_type is None:
        return b""
    return (json.dumps(answer.value) if is_json(answer.media_type) else str(answer.value)).encode()


def summary() -> str:
    """The size of the matrix, in one line."""
    found = [method for _, method in promises()]
    cells = 2 * sum(len(each.answers) + len(each.bodies) + 1 for each in found)
    return f"contract: {cells} cells, {len(found)} operations, {len(subjects())} APIs, sync and async"
