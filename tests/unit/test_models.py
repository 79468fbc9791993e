"""The models: what datamodel-code-generator writes with our templates, and in which module a model is."""

import ast
import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from channelsmith.codegen import models
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.models import render_models
from channelsmith.output.format import format_files
from support.packages import built
from support.reading import components, named_api_of


def rendered(folder: Path, text: str) -> dict[str, str]:
    """Path and formatted text of the modules for a document."""
    api, names = named_api_of(folder, text)
    return format_files(render_models(api, names, Annotations({each.pointer: each for each in api.schemas}, names)))


def written(folder: Path, schemas: str) -> str:
    """The text of the one module for some schemas."""
    files = rendered(folder, components(schemas))
    assert list(files) == ["models.py"]
    return files["models.py"]


def body(code: str) -> str:
    """The classes and aliases alone."""
    start = re.search(r"^(class|if|[A-Z]\w* =)", code, re.MULTILINE)
    assert start is not None
    return code[start.start() :].strip()


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
        ("{type: string, format: time}", "p: ClockTime"),
        ("{type: string, format: duration}", "p: IsoDuration"),
        ("{type: string, format: uuid}", "p: UUID"),
        ("{type: array, items: $Order}", "p: list[Order]"),
        ("{type: object, additionalProperties: {type: integer}}", "p: dict[str, int]"),
        ("{oneOf: [$Order, $Size, {type: 'null'}]}", "p: Order | Size | None"),
        ("{const: x}", "p: Literal['x'] = _preset('x')"),
        ("{const: true}", "p: Literal[True] = _preset(True)"),
        ("{anyOf: [{const: x}, {type: 'null'}]}", "p: Literal['x'] | None"),
        ("{anyOf: [{const: x}, {const: y}, {type: integer}]}", "p: Literal['x', 'y'] | int"),
        ("{const: 1.5}", "p: float"),
        (
            "{const: \"it's \\\"'''\\\\\\n\"}",
            "p: Literal['it\\'s \"\\'\\'\\'\\\\\\n'] = _preset('it\\'s \"\\'\\'\\'\\\\\\n')",
        ),
    ],
)
def test_a_property_is_annotated_with_its_type(tmp_path: Path, schema: str, code: str) -> None:
    assert field(tmp_path, schema) == code


@pytest.mark.parametrize(
    ("schema", "code"),
    [("{type: string}", "p: str | None = None"), ("{}", "p: Any | None = None"), ("$Size", "p: Size | None = None")],
)
def test_optional_properties_default_to_none(tmp_path: Path, schema: str, code: str) -> None:
    assert field(tmp_path, schema, required=False) == code


def test_wire_names_are_kept_beside_python_names(tmp_path: Path) -> None:
    text = "A: {required: [orderId], properties: {orderId: {type: string}, class: {}, list: {type: array}}}"
    assert body(written(tmp_path, text)) == block("""
    class A(Model):
        order_id: str = Field(validation_alias="orderId", serialization_alias="orderId")
        class_: Any | None = Field(default=None, validation_alias="class", serialization_alias="class")
        list_: list[Any] | None = Field(default=None, validation_alias="list", serialization_alias="list")
    """)


@pytest.mark.parametrize("wire", ["{{ name }}", "{% raw %}", "\n#}", '"""', "\\", "'); import os #"])
def test_texts_are_constants_whatever_they_contain(tmp_path: Path, wire: str) -> None:
    name = json.dumps(wire)
    code = written(
        tmp_path, f"A: {{description: D., properties: {{{name}: {{const: {name}}}}}}}\nE: {{enum: [{name}]}}"
    )
    constants = [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]
    assert [value for value in constants if value == wire] == [wire] * 4


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


    B = TypeAliasType("B", list[A])
    '''Many.'''


    class E(StrEnum):
        '''One of.'''

        X = "x"
    """).replace("'''", '"""')


def test_enums_are_open_and_carry_their_values(tmp_path: Path) -> None:
    text = "A: {enum: ['', '+1', name, mro, \"it's\"]}\nB: {type: integer, enum: [-1, 3]}"
    assert body(written(tmp_path, text)) == block("""
    class A(StrEnum):
        EMPTY = ""
        PLUS_1 = "+1"
        NAME = "name"
        MRO = "mro"
        ITS = "it's"


    class B(IntEnum):
        MINUS_1 = -1
        VALUE_3 = 3
    """)


def test_additional_properties_have_a_type_and_a_property(tmp_path: Path) -> None:
    text = "A: {properties: {others: {}}, additionalProperties: {type: integer}}"
    assert body(written(tmp_path, text)) == block("""
    class A(Model):
        others: Any | None = None
        if not TYPE_CHECKING:  # to type checkers it contradicts the base class
            __pydantic_extra__: dict[str, int]

        @property
        def others_(self) -> dict[str, int]:
            '''Additional properties, by name.'''
            return self.__pydantic_extra__ or {}
    """).replace("'''", '"""')


def test_additional_properties_beside_properties_with_the_names_that_their_property_uses(tmp_path: Path) -> None:
    spec = """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    paths: {}
    components:
      schemas:
        A:
          properties: {property: {type: string}, others: {type: string}, others_: {type: string}}
          additionalProperties: {type: integer}
    """
    with built(spec, tmp_path) as package:
        model = package.models.A.model_validate({"property": "p", "others": "o", "others_": "u", "x": 1})
    assert (model.property, model.others, model.others_2, model.others_) == ("p", "o", "u", {"x": 1})


def test_a_recursive_alias_has_a_form_for_type_checkers(tmp_path: Path) -> None:
    text = 'A: {oneOf: [{const: "x\'y"}, {type: object, additionalProperties: {anyOf: [$A, {const: z}]}}]}'
    annotation = r'''"Literal[\"x'y\"] | dict[str, A | Literal['z']]"'''
    assert body(written(tmp_path, text)) == block(f"""
    if TYPE_CHECKING:
        A: TypeAlias = {annotation}
    else:
        A = TypeAliasType("A", {annotation})
    """)


def test_an_alias_is_defined_after_what_it_needs(tmp_path: Path) -> None:
    code = written(tmp_path, "A: {type: array, items: $B}\nB: {type: array, items: $C}\nC: {properties: {a: $A}}")
    assert re.findall(r"^(?:class )?([A-C])\b", code, re.MULTILINE) == ["C", "B", "A"]


def test_an_object_without_properties_is_a_mapping(tmp_path: Path) -> None:
    assert body(written(tmp_path, "A: {type: object}")) == 'A = TypeAliasType("A", dict[str, Any])'


@pytest.mark.parametrize("name", ["BaseModel", "RootModel", "TypeAlias", "Enum", "Field", "Config", "Model", "Any"])
def test_a_class_may_be_called_like_something_that_is_imported(tmp_path: Path, name: str) -> None:
    spec = f"""
    openapi: 3.1.0
    info: {{title: Shop, version: '1'}}
    paths: {{}}
    components:
      schemas:
        {name}: {{properties: {{a: {{}}, b: {{type: array, items: {{$ref: '#/components/schemas/{name}'}}}}}}}}
        Other: {{type: array, items: {{$ref: '#/components/schemas/{name}'}}}}
    """
    with built(spec, tmp_path) as package:
        assert len(package.models.__all__) == 2
        model = getattr(package.models, next(each for each in package.models.__all__ if each != "Other"))
        assert model.model_validate({"b": [{"a": 1}]}).to_wire() == {"b": [{"a": 1}]}


def test_only_what_is_used_is_imported(tmp_path: Path) -> None:
    code = written(tmp_path, "A: {properties: {a: {type: string}}}")
    assert [line for line in code.splitlines() if "import" in line] == [
        "from __future__ import annotations",
        "from ._runtime.model import Model",
    ]


def test_without_schemas_there_is_an_empty_module(tmp_path: Path) -> None:
    assert written(tmp_path, "A: {type: string}") == '"""The API declares no models."""\n\n__all__: list[str] = []\n'


def test_classes_are_listed_as_public_and_in_order(tmp_path: Path) -> None:
    code = written(tmp_path, "B: {properties: {a: $A}}\nA: {type: array, items: $C}\nC: {enum: [x]}")
    assert '__all__ = ["A", "B", "C"]' in code


SPEC = """
paths:
  /orders: {get: {tags: [Orders], operationId: listOrders, responses: {200: {description: ok, content: {application/json: {schema: $Order}}}}}}
  /items: {post: {tags: [Items], operationId: addItem, requestBody: {content: {application/json: {schema: $Item}}}, responses: {204: {description: ok}}}}
components:
  schemas:
    Order: {type: object, properties: {line: $Line, note: $Note, state: $State, tree: $Tree}}
    Line: {type: object, description: An Order has Lines., properties: {price: $Price, order: $Order}}
    Item: {type: object, properties: {price: $Price, size: $Size}, additionalProperties: $Extra}
    Extra: {type: object, properties: {of: {type: string}}}
    Tree: {anyOf: [{type: string}, {type: array, items: $Tree}]}
    Price: {type: object, properties: {tax: $Tax}}
    Tax: {type: object, properties: {part: $Tax}}
    State: {enum: [OPEN, DONE]}
    Note: {type: array, items: {type: string}}
    Size: {enum: [S, M]}
    Forgotten: {type: object, properties: {order: $Order, item: $Item, other: $Lost}}
    Lost: {type: object, properties: {of: $Forgotten}}
"""  # noqa: E501 - one operation a line


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The modules of a document whose models several resources use."""
    monkeypatch.setattr(models, "_MAX_SINGLE_MODULE", 3)
    return rendered(tmp_path, SPEC)


def classes(text: str) -> set[str]:
    found = {each.name for each in ast.parse(text).body if isinstance(each, ast.ClassDef)}
    aliases = [each for outer in ast.parse(text).body for each in (outer, *getattr(outer, "orelse", []))]
    targets = [each.targets[0] for each in aliases if isinstance(each, ast.Assign)]
    return found | {each.id for each in targets if isinstance(each, ast.Name)} - {"__all__", "_MODULES"}


def test_a_model_is_in_the_module_of_its_only_resource_or_in_the_shared_one(files: dict[str, str]) -> None:
    assert {path: classes(text) for path, text in files.items()} == {
        "models/__init__.py": set(),
        "models/_orders.py": {"Order", "Line", "State", "Note", "Tree"},
        "models/_items.py": {"Item", "Size", "Extra"},
        "models/_shared.py": {"Price", "Tax"},
        "models/_rest.py": {"Forgotten", "Lost"},
    }


def test_every_model_is_written_once_with_its_description(files: dict[str, str]) -> None:
    assert sum(len(classes(text)) for text in files.values()) == 12
    assert "An Order has Lines." in files["models/_orders.py"]


def test_a_few_models_are_one_module(tmp_path: Path) -> None:
    assert {path: len(classes(text)) for path, text in rendered(tmp_path, SPEC).items()} == {"models.py": 12}


def test_a_resource_may_have_the_name_of_a_module_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_MAX_SINGLE_MODULE", 3)
    spec = SPEC.replace("tags: [Orders]", "tags: [Shared]").replace("tags: [Items]", "tags: [Rest]")
    files = rendered(tmp_path, spec)
    assert {path: "Price" in classes(text) for path, text in files.items() if "hared" in path} == {
        "models/_shared.py": False,
        "models/_shared_.py": True,
    }
    assert {"models/_rest.py", "models/_rest_.py"} <= files.keys()


def test_the_modules_import_each_other_in_any_order_and_the_models_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "_MAX_SINGLE_MODULE", 3)
    whole = f"openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://a.test'}}]\n{SPEC}"
    with built(re.sub(r"\$([A-Z]\w*)", r"{$ref: '#/components/schemas/\1'}", whole), tmp_path) as package:
        assert set(dir(package.models)) == set(package.models.__all__)
        forgotten = package.models.Forgotten.model_validate({"order": {"line": {"price": {"tax": {}}}}, "other": {}})
        assert type(forgotten.order.line.price) is package.models.Price
        assert package.models.Item(size="S").to_wire() == {"size": "S"}
        with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
            _ = package.models.Nothing
