from pathlib import Path

import pytest

from channelsmith import ir
from support.reading import api_of, components, parsed, schemas_of, type_text, warnings_of

REFS = "Order: {type: object, properties: {id: {type: string}}}\nSize: {enum: [s, m]}\n"
ORDER, SIZE = "$Order", "$Size"


def type_of(folder: Path, schema: str, version: str = "3.1.0") -> str:
    """The type of one schema as a property beside `Order` and `Size`."""
    text = f"{REFS}Test: {{type: object, properties: {{x: {schema}}}}}\n"
    found = next(each for each in api_of(folder, components(text), version).schemas if each.pointer.endswith("/Test"))
    assert isinstance(found, ir.ObjectSchema)
    return type_text(found.properties[0].type).replace("Test/properties/x", "HERE")


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("{type: boolean}", "boolean"),
        ("{type: integer, format: int64}", "integer"),
        ("{type: number}", "number"),
        ("{type: number, format: double}", "number"),
        ("{type: number, format: decimal}", "decimal"),
        ("{type: string}", "string"),
        ("{type: string, format: decimal}", "decimal-string"),
        ("{type: string, format: date-time}", "date-time"),
        ("{type: string, format: date}", "date"),
        ("{type: string, format: uuid}", "uuid"),
        ("{type: string, format: binary}", "binary"),
        ("{type: string, contentMediaType: application/octet-stream}", "binary"),
        ("{contentMediaType: image/png}", "binary"),
        ("{type: string, contentEncoding: binary}", "binary"),
        ("{type: string, contentMediaType: image/png, contentEncoding: base64}", "string"),
        ("{type: string, contentMediaType: image/png, format: byte}", "string"),
        ("{type: string, format: binary, contentEncoding: base64}", "string"),
        ("{type: string, contentMediaType: application/json}", "string"),
        ("{type: string, contentMediaType: text/markdown}", "string"),
        ("{type: string, contentMediaType: application/xml}", "string"),
        ("{type: string, format: byte}", "string"),
        ("{type: string, format: email}", "string"),
        ("{format: date}", "date"),
        ("{format: int32}", "any"),
        ("{type: 'null'}", "null"),
        ("{type: array}", "[any]"),
        ("{type: array, items: {type: array, items: {type: string}}}", "[[string]]"),
        ("{items: {type: string}}", "[string]"),
        ("{type: array, items: true}", "[any]"),
        ("{type: array, items: {}}", "[any]"),
        ("{type: object}", "{any}"),
        ("{type: object, properties: {}}", "{any}"),
        ("{type: object, additionalProperties: true}", "{any}"),
        ("{type: object, additionalProperties: false}", "{any}"),
        ("{type: object, additionalProperties: {}}", "{any}"),
        ("{additionalProperties: {type: integer}}", "{integer}"),
        (f"{{type: object, additionalProperties: {ORDER}}}", "{Order}"),
        ("{type: object, properties: {a: {}}, additionalProperties: {type: string}}", "HERE"),
        ("{}", "any"),
        ("true", "any"),
        ("false", "any"),
        ("{description: whatever}", "any"),
        ("{type: [string, integer]}", "string | integer"),
        ("{type: [array, object], items: {type: string}}", "[string] | {any}"),
        ("{not: {type: string}}", "any"),
    ],
)
def test_a_plain_schema_is_one_type(tmp_path: Path, schema: str, kind: str) -> None:
    assert type_of(tmp_path, schema) == kind


@pytest.mark.parametrize(
    ("version", "schema", "kind"),
    [
        ("3.0.3", "{type: string, nullable: true}", "string | null"),
        ("3.0.3", "{type: string, nullable: false}", "string"),
        ("3.0.3", "{nullable: true}", "any"),
        ("3.0.3", "{type: array, nullable: true, items: {type: string, nullable: true}}", "[string | null] | null"),
        ("3.0.3", "{type: object, nullable: true, properties: {a: {}}}", "HERE | null"),
        ("3.0.3", "{type: string, nullable: true, enum: [a, b]}", "HERE | null"),
        ("3.0.3", "{type: string, nullable: true, enum: [a, b, null]}", "HERE | null"),
        ("3.0.3", f"{{nullable: true, allOf: [{ORDER}]}}", "Order | null"),
        ("3.0.3", f"{{allOf: [{ORDER}, {{nullable: true}}]}}", "Order | null"),
        ("3.0.3", "{$ref: '#/components/schemas/Order', nullable: true}", "Order | null"),
        ("3.0.3", f"{{nullable: true, oneOf: [{ORDER}, {SIZE}]}}", "Order | Size | null"),
        ("3.1.0", "{type: [string, 'null']}", "string | null"),
        ("3.1.0", "{type: ['null']}", "null"),
        ("3.1.0", "{type: ['null', object], properties: {a: {}}}", "HERE | null"),
        ("3.1.0", "{type: [string, 'null'], format: date}", "date | null"),
        ("3.1.0", "{type: [array, 'null'], items: {type: [integer, 'null']}}", "[integer | null] | null"),
        ("3.1.0", f"{{oneOf: [{ORDER}, {{type: 'null'}}]}}", "Order | null"),
        ("3.1.0", f"{{anyOf: [{{type: 'null'}}, {SIZE}]}}", "Size | null"),
        ("3.1.0", f"{{anyOf: [{ORDER}, {{enum: [null]}}]}}", "Order | null"),
        ("3.1.0", f"{{anyOf: [{ORDER}, {{const: null}}]}}", "Order | null"),
        ("3.1.0", "{enum: [a, null]}", "HERE | null"),
        ("3.1.0", "{enum: [null]}", "null"),
        ("3.1.0", "{const: null}", "null"),
    ],
)
def test_nullable_is_recognized_in_every_version(tmp_path: Path, version: str, schema: str, kind: str) -> None:
    assert type_of(tmp_path, schema, version) == kind


@pytest.mark.parametrize("order", [("A", "Z"), ("Z", "A")])
@pytest.mark.parametrize(
    ("schema", "shown"),
    [
        ("{type: [object, 'null'], properties: {a: {type: string}}}", "{a: string}"),
        ("{type: object, nullable: true, properties: {a: {type: string}}}", "{a: string}"),
        ("{type: [string, 'null'], enum: [x]}", "'x'"),
        ("{enum: [x, null]}", "'x'"),
    ],
)
def test_a_nullable_component_is_itself_and_nullable_where_it_is_used(
    tmp_path: Path, order: tuple[str, str], schema: str, shown: str
) -> None:
    user, used = order
    text = f"{user}: {{properties: {{p: {{$ref: '#/components/schemas/{used}'}}}}}}\n{used}: {schema}\n"
    assert schemas_of(tmp_path, text) == {used: shown, user: f"{{p: {used} | null}}"}


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("{type: string, enum: [a, b]}", "HERE"),
        ("{type: integer, enum: [1, 2]}", "HERE"),
        ("{enum: [true, false]}", "boolean"),
        ("{enum: [1, a, null]}", "1 'a' | integer | string | null"),
        ("{enum: [1.5, 2]}", "number | integer"),
        ("{enum: []}", "any"),
        ("{enum: [{a: 1}]}", "any"),
        ("{const: a}", "'a'"),
        ("{const: 1}", "1"),
        ("{const: false}", "False"),
        ("{const: {a: 1}}", "{any}"),
        ("{oneOf: [{const: a, title: A}, {const: b}]}", "HERE"),
        ("{anyOf: [{const: a}, {const: b}, {type: 'null'}]}", "HERE | null"),
        ("{anyOf: [{const: a}, {type: 'null'}]}", "'a' | null"),
        ("{anyOf: [{const: a}, {const: 1}]}", "'a' 1 | integer | string"),
        ("{anyOf: [{const: a}, {const: b}, {type: integer}]}", "'a' 'b' | integer"),
        ("{anyOf: [{enum: [a, b]}, {type: string}]}", "HERE/anyOf/0 | string"),
        (f"{{allOf: [{SIZE}]}}", "Size"),
    ],
)
def test_values_become_an_enum_a_constant_or_their_type(tmp_path: Path, schema: str, kind: str) -> None:
    assert type_of(tmp_path, schema) == kind


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ("{type: string, enum: [b, a, b]}", "'b' 'a'"),
        ("{type: integer, enum: [-1, 0, 1]}", "-1 0 1"),
        ("{type: string, enum: ['', '+1', '-1', class, None, 👍]}", "'' '+1' '-1' 'class' 'None' '👍'"),
        ("{type: string, enum: [1, 2.5, true, no]}", "'1' '2.5' 'true' 'no'"),
        ("{oneOf: [{const: a}, {const: b}]}", "'a' 'b'"),
    ],
)
def test_an_enum_has_each_value_once_and_those_of_strings_are_strings(tmp_path: Path, schema: str, values: str) -> None:
    assert schemas_of(tmp_path, f"Enum: {schema}") == {"Enum": values}


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        (f"{{oneOf: [{ORDER}, {{type: string}}]}}", "Order | string"),
        (f"{{anyOf: [{ORDER}, {ORDER}]}}", "Order"),
        (f"{{oneOf: [{ORDER}]}}", "Order"),
        (f"{{oneOf: [{ORDER}, {{}}]}}", "any"),
        (f"{{oneOf: [{{type: array, items: {ORDER}}}, {ORDER}]}}", "[Order] | Order"),
        (f"{{oneOf: [{{anyOf: [{ORDER}, {SIZE}]}}, {{type: integer}}]}}", "Order | Size | integer"),
        ("{oneOf: [{required: [a]}, {required: [b]}]}", "any"),
        ("{type: object, oneOf: [{required: [a]}, {required: [b]}]}", "{any}"),
        ("{oneOf: []}", "any"),
        ("{anyOf: [{properties: {a: {}}}, {properties: {b: {}}}]}", "HERE/anyOf/0 | HERE/anyOf/1"),
    ],
)  # fmt: skip
def test_a_union_is_one_of_its_options(tmp_path: Path, schema: str, kind: str) -> None:
    assert type_of(tmp_path, schema) == kind


def test_properties_beside_a_union_make_one_object(tmp_path: Path) -> None:
    text = """
    Event:
      required: [id, name]
      properties: {id: {type: string}}
      oneOf:
        - {properties: {name: {type: string}}, required: [name]}
        - {properties: {id: {type: integer}, code: {type: integer}}}
    """
    assert schemas_of(tmp_path, text) == {"Event": "{id: string!, name: string!, code: integer}"}


def test_an_unknown_type_is_anything_and_reported_once(tmp_path: Path) -> None:
    text = components("A: {type: strng}\nB: {properties: {a: $A}}\nC: {allOf: [$A]}")
    assert warnings_of(tmp_path, text) == ["'strng' is not a type of JSON Schema; any value is accepted"]


def test_unused_schemas_are_built_and_examples_are_not(tmp_path: Path) -> None:
    text = "components: {schemas: {Lone: {enum: [a]}}, examples: {E: {value: {properties: {a: {enum: [x]}}}}}}"
    assert [each.pointer for each in api_of(tmp_path, text).schemas] == ["/components/schemas/Lone"]


def test_a_description_belongs_to_the_schema_and_not_to_its_references(tmp_path: Path) -> None:
    text = components("""
    A: {type: object, description: An A., properties: {own: {type: string, description: Its own.}}}
    B: {properties: {a: {$ref: '#/components/schemas/A', description: Of the use.}}}
    """)
    a, b = api_of(tmp_path, text).schemas
    assert isinstance(a, ir.ObjectSchema)
    assert isinstance(b, ir.ObjectSchema)
    assert (a.description, a.properties[0].description, b.properties[0].description) == (
        "An A.",
        "Its own.",
        "Of the use.",
    )


def test_flags_of_a_property_are_its_own_or_those_of_its_target(tmp_path: Path) -> None:
    text = components("""
    Id: {type: string, readOnly: true, deprecated: true}
    A: {properties: {id: $Id, key: {type: string, writeOnly: true}}}
    """)
    (found,) = api_of(tmp_path, text).schemas
    assert isinstance(found, ir.ObjectSchema)
    assert [(each.read_only, each.write_only, each.deprecated) for each in found.properties] == [
        (True, False, True),
        (False, True, False),
    ]


def test_a_shared_document_of_many_dialects_is_one_document(tmp_path: Path) -> None:
    assert parsed(tmp_path, components("A: $B\nB: {type: string}")).files[0].name == "openapi.yaml"
