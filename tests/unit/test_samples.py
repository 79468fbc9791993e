"""Values made from schemas."""

from pathlib import Path

import pytest

from channelsmith.ir.samples import example, sample, sample_request
from support.reading import parsed


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^IS[0-9a-f]{4}$", "ISaaaa"),
        (r"^[a-z]+-\d{4}$", "a-1111"),
        (r"^\+[1-9]\d{1,14}$", "+15550100"),
        (r"^\+\d{2}\.x?$", "+11."),
        ("^(a|b){9}c$", "text"),
    ],
)
def test_a_text_has_a_pattern_that_can_be_spelled(tmp_path: Path, pattern: str, text: str) -> None:
    document = parsed(tmp_path, f"components: {{schemas: {{A: {{type: string, pattern: '{pattern}'}}}}}}")
    assert sample(document.at("/components/schemas/A")) == text


def test_a_value_to_send_has_what_is_required_and_not_what_only_the_server_sets(tmp_path: Path) -> None:
    document = parsed(
        tmp_path,
        """
        components:
          schemas:
            A:
              type: object
              required: [id, name, inner]
              properties:
                id: {type: integer, readOnly: true}
                name: {type: string}
                secret: {type: string, writeOnly: true}
                inner: {type: object, required: [a], properties: {a: {type: integer}, b: {type: integer}}}
        """,
    )
    schema = document.at("/components/schemas/A")
    assert sample_request(schema) == {"name": "text", "inner": {"a": 1}}
    assert sample(schema) == {"id": 1, "name": "text", "inner": {"a": 1, "b": 1}}


@pytest.mark.parametrize("target", ["models.yml#/Cat", "B", "#/components/schemas/B", "#/components/schemas/Gone"])
def test_the_tag_of_an_alternative_is_its_name_unless_the_mapping_leads_to_it(tmp_path: Path, target: str) -> None:
    document = parsed(
        tmp_path,
        f"""
        components:
          schemas:
            A:
              oneOf: [{{$ref: "#/components/schemas/B"}}]
              discriminator: {{propertyName: kind, mapping: {{cat: "{target}"}}}}
            B: {{type: object, required: [kind], properties: {{kind: {{type: string}}}}}}
        """,
    )
    tag = "cat" if target in {"B", "#/components/schemas/B"} else "B"
    assert sample(document.at("/components/schemas/A")) == {"kind": tag}


@pytest.mark.parametrize(
    ("media_type", "shown", "value"),
    [
        ("application/json", "a text", {"a": 1}),
        ("application/problem+json; charset=utf-8", "[1]", {"a": 1}),
        ("application/json", "{a: 2}", {"a": 2}),
        ("application/xml", "<a>1</a>", "<a>1</a>"),
    ],
)
def test_an_example_of_json_has_the_type_of_its_schema(
    tmp_path: Path, media_type: str, shown: str, value: object
) -> None:
    schema = "{type: object, properties: {a: {type: integer}}}"
    document = parsed(tmp_path, f"content: {{'{media_type}': {{example: {shown}, schema: {schema}}}}}")
    assert example(next(node for _, node in document.at("/content").items())) == value
