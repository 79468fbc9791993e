"""Schemas composed of others: `allOf`, references to any part of the document, and recursion."""

from itertools import permutations
from pathlib import Path
from textwrap import dedent

import pytest

from channelsmith.diagnostics import UnusableInput
from support.reading import api_of, components, in_short, schemas_of, warnings_of

BASE = "Base: {required: [id], properties: {id: {type: string}, note: {type: string}}}\n"
AT_BASE = "$Base"


@pytest.mark.parametrize(
    ("schema", "shown"),
    [
        ("allOf: [$Base, {properties: {b: {type: integer}}}]", "{id: string!, note: string, b: integer}"),
        ("allOf: [$Base], properties: {b: {}}", "{id: string!, note: string, b: any}"),
        ("allOf: [$Base, {required: [note], properties: {b: {}}}]", "{id: string!, note: string!, b: any}"),
        ("allOf: [$Base, {properties: {id: {type: integer}}}]", "{id: integer!, note: string}"),
        (f"allOf: [{AT_BASE}, {{properties: {{id: {{description: again}}}}}}]", "{id: string!, note: string}"),
        ("allOf: [{properties: {a: {}}}, {allOf: [{properties: {b: {}}}]}]", "{a: any, b: any}"),
        ("allOf: [{properties: {a: {}}}]", "{a: any}"),
        (f"allOf: [{AT_BASE}, {AT_BASE}]", "{id: string!, note: string}"),
        (f"allOf: [{AT_BASE}, true, {{}}], properties: {{b: {{}}}}", "{id: string!, note: string, b: any}"),
        ("type: [object, 'null'], allOf: [{properties: {a: {}}}, {required: [a]}], items: {}", "{a: any!}"),
    ],
)  # fmt: skip
def test_parts_are_merged_and_later_ones_take_precedence(tmp_path: Path, schema: str, shown: str) -> None:
    assert schemas_of(tmp_path, f"{BASE}Whole: {{{schema}}}")["Whole"] == shown


@pytest.mark.parametrize(
    ("schema", "shown"),
    [
        (f"{{allOf: [{AT_BASE}]}}", "{p: Base}"),
        (f"{{type: object, description: d, allOf: [{AT_BASE}]}}", "{p: Base}"),
        (f"{{allOf: [{AT_BASE}, {{description: only words}}]}}", "{p: Base}"),
        (f"{{allOf: [{{allOf: [{AT_BASE}]}}]}}", "{p: Base}"),
        ("{allOf: [{type: string}, {format: date}]}", "{p: date}"),
        ("{allOf: [{type: string}, {maxLength: 3}]}", "{p: string}"),
        ("{allOf: [{type: array, items: {type: string}}, {maxItems: 2}]}", "{p: [string]}"),
        ("{allOf: [{type: object, additionalProperties: {type: integer}}]}", "{p: {integer}}"),
        ("{allOf: [{oneOf: [{type: string}, {type: integer}]}]}", "{p: string | integer}"),
        ("{allOf: [{}]}", "{p: any}"),
        ("{allOf: []}", "{p: any}"),
    ],
)
def test_a_single_part_is_the_type_itself(tmp_path: Path, schema: str, shown: str) -> None:
    assert schemas_of(tmp_path, f"{BASE}User: {{properties: {{p: {schema}}}}}")["User"] == shown


def test_the_later_of_two_enums_applies(tmp_path: Path) -> None:
    text = "Whole: {allOf: [{type: string, enum: [a, b]}, {enum: [b]}]}"
    assert schemas_of(tmp_path, text) == {"Whole": "'b'"}


@pytest.mark.parametrize(
    "text",
    [
        "A: {allOf: [$A]}\n",
        "A: {oneOf: [$A]}\n",
        "A: {anyOf: [$A, {type: string}]}\n",
        "A: {allOf: [$B]}\nB: {allOf: [$A]}\n",
        "A: {oneOf: [$B, {type: string}]}\nB: {oneOf: [$A]}\n",
    ],
)
def test_a_schema_that_refers_to_nothing_but_itself_is_anything_and_reported(tmp_path: Path, text: str) -> None:
    user = "User: {properties: {a: $A}}\n"
    assert schemas_of(tmp_path, text + user) == {"User": "{a: any}"}
    assert warnings_of(tmp_path, components(text + user)) == [
        "this schema refers to nothing but itself; any value is accepted"
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A: {properties: {a: $A}}", {"A": "{a: A}"}),
        ("A: {type: [object, 'null'], properties: {a: $A}}", {"A": "{a: A | null}"}),
        ("A: {type: array, items: $A}", {"A": "= [A]"}),
        ("A: {type: array, nullable: true, items: $A}", {"A": "= [A] | null"}),
        ("A: {type: object, additionalProperties: $A}", {"A": "= {A}"}),
        (
            "A: {oneOf: [{type: string}, {type: array, items: $A}]}",
            {"A": "= string | [A]"},
        ),
        (
            "A: {allOf: [{properties: {a: $A}}], properties: {b: {}}}",
            {"A": "{a: A, b: any}"},
        ),
        (
            "A: {properties: {b: $B}}\nB: {properties: {a: {type: array, items: $A}}}",
            {"A": "{b: B}", "B": "{a: [A]}"},
        ),
        (
            "A: {properties: {c: {type: array, items: {$ref: '#/components/schemas/A/properties/c'}}}}",
            {"A": "{c: A/properties/c}", "A/properties/c": "= [A/properties/c]"},
        ),
        (
            "A: {properties: {b: {properties: {b: {$ref: '#/components/schemas/A/properties/b'}}}}}",
            {"A": "{b: A/properties/b}", "A/properties/b": "{b: A/properties/b}"},
        ),
    ],
)  # fmt: skip
def test_a_schema_may_contain_itself(tmp_path: Path, text: str, shown: dict[str, str]) -> None:
    assert schemas_of(tmp_path, text) == shown


def test_the_order_of_components_changes_nothing(tmp_path: Path) -> None:
    lines = dedent("""
    A: {allOf: [$B]}
    B: {properties: {a: $A, c: $C}}
    C: {oneOf: [$A, {type: array, items: $C}]}
    D: {enum: [x, null]}
    """).split("\n")[1:-1]
    found = [schemas_of(tmp_path, "\n".join(each)) for each in permutations([*lines])]
    assert found == [found[0]] * 24


def test_references_lead_anywhere_in_the_document(tmp_path: Path) -> None:
    text = """
    paths:
      /orders:
        get:
          responses:
            '200':
              description: all
              content:
                application/json:
                  schema:
                    properties: {state: {enum: [open]}, lines: {type: array, items: {properties: {n: {}}}}}
    x-shared: {Thing: {properties: {a: {}}}}
    components:
      schemas:
        Copy: {$ref: '#/paths/~1orders/get/responses/200/content/application~1json/schema'}
        State: $Copy2
        Copy2: {$ref: '#/paths/~1orders/get/responses/200/content/application~1json/schema/properties/state'}
        Line: {$ref: '#/paths/~1orders/get/responses/200/content/application~1json/schema/properties/lines/items'}
        Thing: {$ref: '#/x-shared/Thing'}
        User:
          properties:
            copy: $Copy
            state: $State
            line: $Line
            thing: $Thing
    """
    answer = "/paths/~1orders/get/responses/200/content/application~1json/schema"
    assert in_short(api_of(tmp_path, text)) == {
        answer: f"{{state: {answer}/properties/state, lines: [{answer}/properties/lines/items]}}",
        f"{answer}/properties/state": "'open'",
        f"{answer}/properties/lines/items": "{n: any}",
        "/x-shared/Thing": "{a: any}",
        "User": (
            f"{{copy: {answer}, state: {answer}/properties/state, "
            f"line: {answer}/properties/lines/items, thing: /x-shared/Thing}}"
        ),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A: {properties: {a: $B}}", "leads nowhere"),
        ("A: $B\nB: $A", "form a cycle"),
        ("A: {type: object, properties: {a: {description: [3]}}}", "is a list, not a string"),
        ("A: {type: object, properties: {a: {$ref: '#/components/schemas/A', nullable: maybe}}}", "not true or false"),
    ],
)
def test_an_unusable_schema_is_a_located_problem(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UnusableInput, match=message) as caught:
        schemas_of(tmp_path, text)
    assert [each.location is not None for each in caught.value.diagnostics] == [True]


def test_a_chain_of_references_may_be_long(tmp_path: Path) -> None:
    text = "".join(f"A{at}: {{properties: {{next: $A{at + 1}}}}}\n" for at in range(1500))
    assert len(schemas_of(tmp_path, f"{text}A1500: {{type: string}}\n")) == 1500


def test_inline_schemas_may_refer_to_the_schema_around_them(tmp_path: Path) -> None:
    text = "A: {properties: {own: {allOf: [$A, {properties: {more: {type: string}}}]}}}"
    inner = "A/properties/own"
    assert schemas_of(tmp_path, text) == {"A": f"{{own: {inner}}}", inner: f"{{own: {inner}, more: string}}"}
