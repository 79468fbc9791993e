"""The models module: what the model generator's structure looks like in a document's own words."""

import ast
import json
from pathlib import Path
from textwrap import dedent

import pytest

from channelsmith.codegen.annotations import PyTypes
from channelsmith.codegen.dress import Clothes, dress
from channelsmith.codegen.models import models
from channelsmith.naming.names import build_names
from support.reading import api_of, components


def written(folder: Path, schemas: str) -> str:
    api = api_of(folder, components(schemas))
    names = build_names(api)
    return models(api, names, PyTypes({each.pointer: each for each in api.schemas}, names))


def body(code: str) -> str:
    """The classes and aliases alone."""
    return code.split("\n__all__ = ", 1)[1].split("\n", 1)[1].strip()


def block(text: str) -> str:
    return dedent(text).strip()


def field(folder: Path, schema: str, *, required: bool = True) -> str:
    """How one property `p` is written."""
    needed = ["p"] if required else []
    beside = "Order: {properties: {id: {}}}\nSize: {enum: [s]}\n"
    text = f"{beside}A: {{required: {needed}, properties: {{p: {schema}}}}}"
    module = ast.parse(written(folder, text))
    (found,) = (each for each in module.body if isinstance(each, ast.ClassDef) and each.name == "A")
    return ast.unparse(found.body[0])


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        ("{type: string}", "p: str"),
        ("{}", "p: Any"),
        ("{type: [string, 'null']}", "p: str | None"),
        ("{type: number, format: decimal}", "p: Decimal"),
        ("{type: string, format: decimal}", "p: DecimalString"),
        ("{type: string, format: date-time}", "p: Timestamp"),
        ("{type: string, format: date}", "p: CalendarDate"),
        ("{type: string, format: uuid}", "p: UUID"),
        ("{type: array, items: $Order}", "p: list[Order]"),
        ("{type: object, additionalProperties: {type: integer}}", "p: dict[str, int]"),
        ("{oneOf: [$Order, $Size, {type: 'null'}]}", "p: Order | Size | None"),
        ("{const: x}", "p: Literal['x']"),
        ("{const: true}", "p: Literal[True]"),
        ("{anyOf: [{const: x}, {type: 'null'}]}", "p: Literal['x', None]"),
        ("{anyOf: [{const: x}, {const: y}, {type: integer}]}", "p: Literal['x', 'y'] | int"),
        ("{const: 1.5}", "p: float"),
        ("{const: \"it's \\\"'''\\\\\\n\"}", "p: Literal['it\\'s \"\\'\\'\\'\\\\\\n']"),
    ],
)
def test_a_property_is_annotated_with_its_type(tmp_path: Path, schema: str, code: str) -> None:
    assert field(tmp_path, schema) == code


@pytest.mark.parametrize(
    ("schema", "code"),
    [("{type: string}", "p: str | None = None"), ("{}", "p: Any | None = None"), ("$Size", "p: Size | None = None")],
)
def test_what_is_not_required_may_be_absent(tmp_path: Path, schema: str, code: str) -> None:
    assert field(tmp_path, schema, required=False) == code


def test_wire_names_are_kept_beside_python_names(tmp_path: Path) -> None:
    text = "A: {required: [orderId], properties: {orderId: {type: string}, class: {}, list: {type: array}}}"
    assert body(written(tmp_path, text)) == block("""
    class A(Model):
        order_id: str = Field(validation_alias='orderId', serialization_alias='orderId')
        class_: Any | None = Field(default=None, validation_alias='class', serialization_alias='class')
        list_: list[Any] | None = Field(default=None, validation_alias='list', serialization_alias='list')
    """)


@pytest.mark.parametrize(
    "wire", ["hidden-61", "hidden-5b2261225d", "docstring-0-of-the-document", '"""', "'); import os #"]
)
def test_no_wire_name_or_value_means_anything_to_us(tmp_path: Path, wire: str) -> None:
    said = json.dumps(wire)
    code = written(
        tmp_path, f"A: {{description: D., properties: {{{said}: {{description: P.}}}}}}\nE: {{enum: [{said}]}}"
    )
    found = [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]
    assert [value for value in found if value == wire] == [wire] * 3


def test_descriptions_are_docstrings_of_classes_and_fields(tmp_path: Path) -> None:
    text = """
    A:
      description: An A.
      properties:
        p: {type: string, description: A p., readOnly: true}
        q: {type: string, deprecated: true}
    B: {description: Many., type: array, items: $A}
    E: {description: One of., enum: [x]}
    """
    assert body(written(tmp_path, text)) == block("""
    class A(Model):
        '''An A.'''
        p: str | None = None
        '''A p. Set by the server.'''
        q: str | None = None
        '''Deprecated.'''
    B = TypeAliasType('B', list[A])
    '''Many.'''

    class E(StrEnum):
        '''One of.'''
        X = 'x'
    """).replace("'''", '"""')


def test_enums_are_open_and_carry_their_values(tmp_path: Path) -> None:
    text = "A: {enum: ['', '+1', name, mro, \"it's\"]}\nB: {type: integer, enum: [-1, 3]}"
    assert body(written(tmp_path, text)) == block("""
    class A(StrEnum):
        EMPTY = ''
        PLUS_1 = '+1'
        NAME = 'name'
        MRO = 'mro'
        ITS = "it's"

    class B(IntEnum):
        MINUS_1 = -1
        VALUE_3 = 3
    """)


def test_an_alias_that_holds_itself_is_told_to_type_checkers_in_their_own_way(tmp_path: Path) -> None:
    text = 'A: {oneOf: [{const: "x\'y"}, {type: object, additionalProperties: {anyOf: [$A, {const: z}]}}]}'
    annotation = r"""'Literal["x\'y"] | dict[str, A | Literal[\'z\']]'"""
    assert body(written(tmp_path, text)) == block(f"""
    if TYPE_CHECKING:
        A: TypeAlias = {annotation}
    else:
        A = TypeAliasType('A', {annotation})
    """)


def test_an_object_without_properties_is_a_mapping(tmp_path: Path) -> None:
    assert body(written(tmp_path, "A: {type: object}")) == "A = TypeAliasType('A', dict[str, Any])"


def test_only_what_is_used_is_imported(tmp_path: Path) -> None:
    code = written(tmp_path, "A: {properties: {a: {type: string}}}")
    assert code.split("\n__all__")[0].strip().splitlines()[1:] == [
        "from __future__ import annotations",
        "from .._runtime.model import Model",
    ]


def test_without_schemas_there_is_an_empty_module(tmp_path: Path) -> None:
    assert written(tmp_path, "A: {type: string}") == '"""The API declares no models."""\n\n__all__: list[str] = []\n'


def test_classes_are_listed_as_public_and_in_order(tmp_path: Path) -> None:
    code = written(tmp_path, "B: {properties: {a: $A}}\nA: {type: array, items: $C}\nC: {enum: [x]}")
    assert "__all__ = ['A', 'B', 'C']" in code


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("class B(Model):\n    pass", "B"),
        ("class A(Model):\n    pass\nclass A(Model):\n    pass", "a statement we do not know"),
        ("", "disagree about {'A'}"),
        ("import os", "a statement we do not know: import os"),
        ("class A(Model):\n    x = 1", "a statement we do not know: x = 1"),
        ("class A(Model):\n    def f(self): ...", "a statement we do not know"),
    ],
)
def test_a_model_generator_that_surprises_us_stops_the_run(code: str, complaint: str) -> None:
    with pytest.raises((ValueError, KeyError), match=complaint):
        dress([code] if code else [], (), {"A": Clothes("")})
