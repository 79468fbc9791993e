from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith import ir
from channelsmith.codegen.annotations import PyTypes, hidden, revealed, union
from channelsmith.naming.names import build_names
from support.reading import COMPONENTS, api_of, components

ORDER = ir.Named(f"{COMPONENTS}Order")
SIZE, COUNT = ir.Named(f"{COMPONENTS}Size"), ir.Named(f"{COMPONENTS}Count")
TREE, ITEMS = ir.Named(f"{COMPONENTS}Tree"), ir.Named(f"{COMPONENTS}Items")
SCHEMAS = """
Order: {properties: {a: {}}}
Size: {enum: [s, m]}
Count: {enum: [1, 2]}
Tree: {oneOf: [{type: string}, {type: array, items: $Tree}]}
Items: {type: array, items: $Order}
"""


def of(scalar: ir.Scalar) -> ir.Type:
    return ir.Primitive(scalar)


STRING, NUMBER = of(ir.Scalar.STRING), of(ir.Scalar.NUMBER)


@pytest.fixture
def types(tmp_path: Path) -> PyTypes:
    api = api_of(tmp_path, components(SCHEMAS))
    return PyTypes({each.pointer: each for each in api.schemas}, build_names(api))


@pytest.mark.parametrize(
    ("kind", "comes", "goes"),
    [
        (ir.ANY, "Any", "object"),
        (ir.NULL, "None", "None"),
        (STRING, "str", "str"),
        (NUMBER, "float", "float"),
        (of(ir.Scalar.DECIMAL), "Decimal", "Decimal | int | str"),
        (of(ir.Scalar.DECIMAL_STRING), "DecimalString", "Decimal | int | str"),
        (of(ir.Scalar.DATETIME), "Timestamp", "datetime | str"),
        (of(ir.Scalar.DATE), "date", "date | str"),
        (of(ir.Scalar.UUID), "UUID", "UUID | str"),
        (of(ir.Scalar.BINARY), "bytes", "FileInput"),
        (ORDER, "models.Order", "models.Order | Mapping[str, object]"),
        (SIZE, "models.Size", "models.Size | str"),
        (COUNT, "models.Count", "models.Count | int"),
        (ITEMS, "models.Items", "models.Items | Sequence[models.Order | Mapping[str, object]]"),
        (TREE, "models.Tree", "models.Tree | str | Sequence[models.Tree]"),
        (ir.Array(ORDER), "list[models.Order]", "Sequence[models.Order | Mapping[str, object]]"),
        (ir.Map(ir.Array(STRING)), "dict[str, list[str]]", "Mapping[str, Sequence[str]]"),
        (ir.Either((ir.NULL, STRING)), "str | None", "str | None"),
        (ir.Either((STRING, ir.ANY)), "Any", "object"),
        (ir.Either((SIZE, STRING)), "models.Size | str", "models.Size | str"),
        (ir.Constant(("a'b", 1, True)), 'Literal["a\'b", 1, True]', 'Literal["a\'b", 1, True]'),
        (ir.Constant((1.5,)), "float", "float"),
    ],
)
def test_a_type_is_written_as_it_comes_and_as_it_may_be_given(
    types: PyTypes, kind: ir.Type, comes: str, goes: str
) -> None:
    assert (types.given(kind), types.accepted(kind)) == (comes, goes)


def test_where_a_builtin_is_hidden_by_a_method_the_builtin_itself_is_meant(types: PyTypes) -> None:
    beside = PyTypes(types.schemas, types.names, frozenset({"list", "str", "object"}))
    kind = ir.Either((ir.Array(STRING), ir.Map(ir.ANY), ORDER))
    assert beside.given(kind) == "builtins.list[builtins.str] | dict[builtins.str, Any] | models.Order"
    assert beside.accepted(kind) == ("Sequence[builtins.str] | Mapping[builtins.str, builtins.object] | models.Order")
    assert beside.accepted(ir.ANY) == "builtins.object"


@pytest.mark.parametrize(
    ("members", "joined"),
    [
        ([], ""),
        (["None"], "None"),
        (["None", "str", "int", "str"], "str | int | None"),
        (["str", "Any", "None"], "Any"),
        (["object", "str"], "object"),
        (["builtins.object", "str"], "builtins.object"),
    ],
)
def test_a_union_has_each_member_once_and_none_last(members: list[str], joined: str) -> None:
    assert union(members) == joined


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (STRING, {"type": "string"}),
        (ORDER, {"$ref": "#/components/schemas/Order"}),
        (ir.Array(ORDER), {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}),
        (ir.Map(ir.ANY), {"type": "object", "additionalProperties": {}}),
        (ir.Either((STRING, ir.NULL)), {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (ir.Constant((1.5,)), {"type": "number"}),
        (ir.Either((ir.Constant((1,)), ir.NULL)), {"const": "hidden-" + b"[1, null]".hex()}),
        (of(ir.Scalar.DATETIME), {"$ref": "#/components/schemas/Timestamp"}),
    ],
)
def test_a_type_is_a_schema_for_the_model_generator(types: PyTypes, kind: ir.Type, schema: dict[str, object]) -> None:
    assert types.schema(kind) == schema


def test_the_model_generator_sees_constants_only_as_digits(types: PyTypes) -> None:
    assert types.schema(ir.Constant(('"); import os', 1))) == {
        "const": "hidden-5b22" + b'\\"); import os'.hex() + "222c20315d"
    }


@given(st.lists(st.text() | st.integers() | st.booleans(), min_size=1).map(tuple))
def test_hidden_constants_come_back_as_they_were(values: tuple[str | int | bool, ...]) -> None:
    assert revealed(f"Literal['{hidden(values)}']") == f"Literal[{', '.join(map(ascii, values))}]"


@pytest.mark.parametrize("code", ["'hidden-'", "'hidden-xyz'", "hidden-5b5d", "'not hidden-5b5d'", "'hidden-5b5d\""])
def test_what_is_not_hidden_stays_as_it_is(code: str) -> None:
    assert revealed(code) == code
