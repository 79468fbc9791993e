"""Constraints and defaults: as schemas declare them, and in words."""

from pathlib import Path

import pytest

from channelsmith import ir
from channelsmith.codegen.constraints import describe_details
from support.reading import api_of

PARTS = """
components:
  schemas:
    Code: {type: string, maxLength: 9, pattern: ^a}
    Codes: {type: array, items: $Codes}
"""


def details(folder: Path, schema: str, version: str = "3.1.0") -> ir.Details:
    """The details of a parameter with a schema."""
    parameter = f"{{name: q, in: query, schema: {schema}}}"
    operation = f"paths: {{/a: {{get: {{parameters: [{parameter}], responses: {{}}}}}}}}"
    return api_of(folder, f"{operation}{PARTS}", version).operations[0].parameters[0].details


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("{}", ""),
        ("{type: integer, minimum: 1, maximum: 43200}", "From 1 to 43,200."),
        ("{type: number, minimum: 0.5}", "At least 0.5."),
        ("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}", "Greater than 0 and less than 1."),
        ("{type: number, exclusiveMinimum: 0, maximum: 1}", "Greater than 0 and at most 1."),
        ("{type: integer, multipleOf: 5}", "A multiple of 5."),
        ("{type: string, minLength: 1, maxLength: 1}", "Exactly 1 character."),
        ("{type: string, minLength: 0, maxLength: 20}", "At most 20 characters."),
        ("{type: string, minLength: 2}", "At least 2 characters."),
        ("{type: string, pattern: 'a`b'}", "Matches `a`b`."),
        ("{type: string, format: uuid}", "A UUID."),
        ("{type: string, format: sku}", "Format `sku`."),
        ("{enum: [1, 2.5, null]}", "One of `1`, `2.5`."),
        ("{const: x}", "Only `x` is documented."),
        (f"{{enum: {list(range(20))}}}", f"One of {', '.join(f'`{n}`' for n in range(12))} and 8 others."),
        ("{type: array, minItems: 2, maxItems: 3, uniqueItems: true}", "2 to 3 items. No duplicates."),
        ("{type: array, items: $Code}", "Each item: at most 9 characters, matches `^a`."),
        (
            "{type: object, minProperties: 1, additionalProperties: {minimum: 2}}",
            "At least 1 member. Each item: at least 2.",
        ),
        ("{anyOf: [$Code, {type: 'null'}]}", "At most 9 characters. Matches `^a`."),
        ("{anyOf: [$Code, {type: integer, minimum: 3}]}", "Either at most 9 characters, matches `^a`; or at least 3."),
        ("{anyOf: [{type: number, format: decimal}, {type: string}]}", "An exact decimal number, or text."),
        (
            "{anyOf: [{minimum: 3}, {type: [integer, string]}, {}]}",
            "At least 3, or an integer or text or another value.",
        ),
        (
            "{anyOf: [{maxLength: 9}, {minimum: 3}, {type: object}]}",
            "Either at most 9 characters; or at least 3; or an object.",
        ),
        ("{oneOf: [{const: a}, {const: b}]}", "One of `a`, `b`."),
        ("{allOf: [$Code, {maxLength: 5}, {maxLength: 7}]}", "At most 5 characters. Matches `^a`."),
        ("{type: integer, default: 3}", "The API's default is `3`."),
        ("{type: array, default: [a, b]}", "The API's default is `['a', 'b']`."),
        ("{type: object, default: {a: 1}}", ""),
        ("{type: integer, minimum: null, maximum: many}", ""),
        ("$Codes", ""),
    ],
)
def test_constraints_and_defaults_are_told_in_words(tmp_path: Path, schema: str, words: str) -> None:
    assert describe_details(details(tmp_path, schema), "") == words


def test_a_flag_makes_a_limit_exclusive_before_openapi_3_1(tmp_path: Path) -> None:
    schema = "{type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}"
    assert describe_details(details(tmp_path, schema, "3.0.3"), "") == "Greater than 0 and at most 9."


def test_a_default_that_the_description_tells_or_that_means_nothing_is_not_told(tmp_path: Path) -> None:
    found = details(tmp_path, "{type: integer, default: 3}")
    assert describe_details(found, "By default 3") == ""
    assert describe_details(found, "", has_default=False) == ""
