from dataclasses import replace
from pathlib import Path

import pytest

from channelsmith import ir
from channelsmith.codegen.annotations import FILE, Annotations, union
from support.reading import COMPONENTS, components, named_api_of

ORDER = ir.Ref(f"{COMPONENTS}Order")
SIZE, COUNT = ir.Ref(f"{COMPONENTS}Size"), ir.Ref(f"{COMPONENTS}Count")
TREE, ITEMS = ir.Ref(f"{COMPONENTS}Tree"), ir.Ref(f"{COMPONENTS}Items")
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
def types(tmp_path: Path) -> Annotations:
    api, names = named_api_of(tmp_path, components(SCHEMAS))
    return Annotations({each.pointer: each for each in api.schemas}, names)


@pytest.mark.parametrize(
    ("kind", "value", "argument"),
    [
        (ir.ANY, "Any", "object"),
        (ir.NULL, "None", "None"),
        (STRING, "str", "str"),
        (NUMBER, "float", "float | Decimal"),
        (of(ir.Scalar.DECIMAL), "Decimal", "Decimal | int | str"),
        (of(ir.Scalar.DECIMAL_STRING), "DecimalString", "Decimal | int | str"),
        (of(ir.Scalar.DECIMAL_OR_STRING), "AnyDecimal", "Decimal | int | str"),
        (of(ir.Scalar.DATETIME), "Timestamp", "datetime | str"),
        (of(ir.Scalar.DATE), "date", "date | str"),
        (of(ir.Scalar.TIME), "ClockTime", "ClockTime | str"),
        (of(ir.Scalar.DURATION), "IsoDuration", "timedelta | str"),
        (of(ir.Scalar.UUID), "UUID", "UUID | str"),
        (of(ir.Scalar.BINARY), "bytes", "str"),
        (ORDER, "models.Order", "models.Order | Mapping[str, object]"),
        (SIZE, "models.Size", "models.Size | str"),
        (COUNT, "models.Count", "models.Count | int"),
        (ITEMS, "models.Items", "models.Items | Sequence[models.Order | Mapping[str, object]]"),
        (TREE, "models.Tree", "models.Tree | str | Sequence[models.Tree]"),
        (ir.Array(ORDER), "list[models.Order]", "Sequence[models.Order | Mapping[str, object]]"),
        (ir.Map(ir.Array(STRING)), "dict[str, list[str]]", "Mapping[str, Sequence[str]]"),
        (ir.Union((ir.NULL, STRING)), "str | None", "str | None"),
        (ir.Union((STRING, ir.ANY)), "Any", "object"),
        (ir.Union((SIZE, STRING)), "models.Size | str", "models.Size | str"),
        (ir.Constant(("a'b", 1, True)), 'Literal["a\'b", 1, True]', 'Literal["a\'b", 1, True]'),
        (ir.Constant((1.5,)), "float", "float"),
    ],
)
def test_values_and_arguments_have_annotations(types: Annotations, kind: ir.Type, value: str, argument: str) -> None:
    assert (types.of_value(kind), types.of_argument(kind)) == (value, argument)


@pytest.mark.parametrize(
    ("kind", "value", "argument"),
    [
        (ir.Array(of(ir.Scalar.BINARY)), "list[FileInput]", "Sequence[FileInput]"),
        (ir.Union((of(ir.Scalar.BINARY), ir.NULL)), "FileInput | None", "FileInput | None"),
        (ir.Map(of(ir.Scalar.BINARY)), "dict[str, str]", "Mapping[str, str]"),  # an object inside of a body is JSON
    ],
)
def test_binary_strings_of_a_multipart_body_are_files(
    types: Annotations, kind: ir.Type, value: str, argument: str
) -> None:
    files = replace(types, binary=FILE)
    assert (files.of_value(kind), files.of_argument(kind)) == (value, argument)


def test_the_entries_of_a_multipart_body_may_be_files(types: Annotations) -> None:
    files, kind = replace(types, binary=FILE), ir.Map(of(ir.Scalar.BINARY))
    assert (files.of_body(kind), files.of_body_argument(kind)) == ("dict[str, FileInput]", "Mapping[str, FileInput]")


def test_shadowed_builtins_are_qualified(types: Annotations) -> None:
    beside = Annotations(types.schemas, types.names, frozenset({"list", "str", "object"}))
    kind = ir.Union((ir.Array(STRING), ir.Map(ir.ANY), ORDER))
    assert beside.of_value(kind) == "builtins.list[builtins.str] | dict[builtins.str, Any] | models.Order"
    assert beside.of_argument(kind) == (
        "Sequence[builtins.str] | Mapping[builtins.str, builtins.object] | models.Order"
    )
    assert beside.of_argument(ir.ANY) == "builtins.object"


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
    ("kind", "annotation"),
    [
        (ir.Union((ir.Array(ORDER), ir.Map(ir.ANY), ir.NULL)), "list[Order] | dict[str, Any] | None"),
        (of(ir.Scalar.DATE), "CalendarDate"),
        (of(ir.Scalar.BINARY), "str"),
        (ir.Constant(("x", None)), "Literal['x', None]"),
    ],
)
def test_fields_of_models_are_annotated_without_a_prefix(types: Annotations, kind: ir.Type, annotation: str) -> None:
    assert replace(types, in_models=True).of_value(kind) == annotation
