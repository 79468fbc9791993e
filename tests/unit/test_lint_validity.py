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


@pytest.mark.parametrize(
    ("operation", "hint"),
    [
        ("oprationId: a", "did you mean 'operationId'?"),
        ("operation_id: a", "did you mean 'operationId'?"),
        ("OperationID: a", "did you mean 'operationId'?"),
        ("zzz: a", "remove it or correct its name; names of extensions begin with 'x-'"),
        ("schema: {}", "remove it: this object has no such member"),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_the_name_that_was_meant_is_suggested(tmp_path: Path, version: str, operation: str, hint: str) -> None:
    text = f"""\
openapi: {version}
info: {{title: T, version: '1'}}
paths: {{/a: {{get: {{{operation}, responses: {{default: {{description: ok}}}}}}}}}}
"""
    (problem,) = run_rule("validity", document(tmp_path, text))
    assert problem.hint == hint


NEWER = """\
openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    A:
      type: [object, 'null']
      properties:
        b: {type: [string]}
        c: {const: 1, exclusiveMinimum: 0}
        d: {type: array, items: {type: 'null'}}
        e: {type: string, exclusiveMaximum: true, maxLength: x}
"""


def test_what_only_3_1_has_is_reported_once_in_a_document_of_3_0(tmp_path: Path) -> None:
    loaded = document(tmp_path, NEWER)
    (newer,) = run_rule("newer-keyword", loaded)
    assert (
        brief(newer) == "7:7 newer-keyword: 'type' is used as in OpenAPI 3.1, not as in 3.0; it is read so, like 4 more"
    )
    assert [brief(each) for each in run_rule("validity", loaded)] == [
        "12:51 validity: 'maxLength' is a string, not an integer"
    ]
    assert run_rule("newer-keyword", document(tmp_path, NEWER.replace("3.0.3", "3.1.0"))) == ()
