from pathlib import Path

import pytest

from channelsmith.lint.linter import run_rule
from support.documents import brief, document

VERSIONS = ("3.0.3", "3.1.0")


def violations(folder: Path, operation: str, version: str) -> list[str]:
    """The findings in an operation whose text begins at 6:7."""
    text = f"""\
openapi: {version}
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      {operation}
      responses: {{default: {{description: ok}}}}
"""
    return [brief(each) for each in run_rule("validity", document(folder, text))]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("operation", "messages"),
    [
        ("tags: x", ["6:7 validity: 'tags' is a string, not a list"]),
        ("operationId: 3", ["6:7 validity: 'operationId' is a number, not a string"]),
        ("oprationId: a", ["6:7 validity: 'get' cannot have 'oprationId'"]),
        ("requestBody: {}", ["6:7 validity: 'requestBody' lacks 'content'"]),
        ("x: 3", ["6:7 validity: 'get' cannot have 'x'"]),
    ],
)
def test_the_element_that_has_to_change_is_named(
    tmp_path: Path, operation: str, messages: list[str], version: str
) -> None:
    assert violations(tmp_path, operation, version) == messages


@pytest.mark.parametrize(
    ("parameter", "version", "messages"),
    [
        ("{in: query, schema: {}}", "3.0.3", ["6:20 validity: 'parameters/0' lacks 'name'"]),
        ("{in: query, schema: {}}", "3.1.0", ["6:20 validity: 'parameters/0' lacks 'name'"]),
        (
            "{name: a, in: quary, schema: {}}",
            "3.0.3",
            ["6:30 validity: 'in' is 'quary', not one of 'query', 'path', 'header', 'cookie'"],
        ),
        (
            "{name: a, in: quary, schema: {}}",
            "3.1.0",
            ["6:30 validity: 'in' is 'quary', not one of 'query', 'header', 'path', 'cookie'"],
        ),
        (
            "{name: a, in: query, schema: {type: strng}}",
            "3.0.3",
            ["6:50 validity: 'type' is 'strng', not one of 'array', 'boolean', 'integer', 'number', 'object',"],
        ),
        (
            "{name: a, in: query, schema: {type: strng}}",
            "3.1.0",
            ["6:50 validity: 'type' is 'strng', not one of 'array', 'boolean', 'integer', 'null', 'number', 'object',"],
        ),
        (
            "{name: a, in: query, schema: {}, content: {a/b: {}}}",
            "3.1.0",
            ["6:20 validity: 'parameters/0' cannot have 'schema' and 'content' together"],
        ),
        (
            "{name: a, in: query, schema: {}, example: 1, examples: {x: {}}}",
            "3.0.3",
            ["6:20 validity: 'parameters/0' cannot have 'example' and 'examples' together"],
        ),
        ("{name: a, in: query, schema: {minLength: -1}}", "3.1.0", ["6:50 validity: 'minLength': -1 is less than"]),
    ],
)
def test_only_the_intended_alternative_is_reported(
    tmp_path: Path, parameter: str, version: str, messages: list[str]
) -> None:
    actual = violations(tmp_path, f"parameters: [{parameter}]", version)
    assert [each[: len(wanted)] for each, wanted in zip(actual, messages, strict=True)] == messages
