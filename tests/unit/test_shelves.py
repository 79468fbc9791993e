"""Models in modules: who needs what decides where it stands, and small packages have one module."""

import ast
import re
from pathlib import Path

import pytest

from channelsmith.codegen import model_modules as shelves
from channelsmith.codegen.annotations import PyTypes
from channelsmith.codegen.model_modules import shelved
from channelsmith.codegen.models import models
from channelsmith.naming.names import build_names
from support.packages import built
from support.reading import api_of

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
    monkeypatch.setattr(shelves, "_FEW", 3)
    api = api_of(tmp_path, SPEC)
    names = build_names(api)
    return shelved(models(api, names, PyTypes({each.pointer: each for each in api.schemas}, names)), api, names)


def classes(text: str) -> set[str]:
    found = {each.name for each in ast.parse(text).body if isinstance(each, ast.ClassDef)}
    aliases = [each for outer in ast.parse(text).body for each in (outer, *getattr(outer, "orelse", []))]
    targets = [each.targets[0] for each in aliases if isinstance(each, ast.Assign)]
    return found | {each.id for each in targets if isinstance(each, ast.Name)} - {"__all__", "_HOMES"}


def test_a_model_stands_with_the_resource_that_needs_it_and_what_several_need_stands_apart(
    files: dict[str, str],
) -> None:
    assert {path: classes(text) for path, text in files.items()} == {
        "__init__.py": set(),
        "_orders.py": {"Order", "Line", "State", "Note", "Tree"},
        "_items.py": {"Item", "Size", "Extra"},
        "_shared.py": {"Price", "Tax"},
        "_rest.py": {"Forgotten", "Lost"},
    }


def test_every_model_is_written_once_with_what_was_said_of_it(files: dict[str, str]) -> None:
    assert sum(len(classes(text)) for text in files.values()) == 12
    assert "An Order has Lines." in files["_orders.py"]


def test_a_few_models_stay_in_one_file(tmp_path: Path) -> None:
    api = api_of(tmp_path, SPEC)
    names = build_names(api)
    code = models(api, names, PyTypes({each.pointer: each for each in api.schemas}, names))
    assert shelved(code, api, names) == {"__init__.py": code}


def test_a_resource_may_have_the_name_of_a_module_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_FEW", 3)
    api = api_of(tmp_path, SPEC.replace("tags: [Orders]", "tags: [Shared]").replace("tags: [Items]", "tags: [Rest]"))
    names = build_names(api)
    found = shelved(models(api, names, PyTypes({each.pointer: each for each in api.schemas}, names)), api, names)
    assert {path: "Price" in classes(text) for path, text in found.items() if "hared" in path} == {
        "_shared.py": False,
        "_shared_.py": True,
    }
    assert {"_rest.py", "_rest_.py"} <= found.keys()


def test_the_modules_import_each_other_in_any_order_and_the_models_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "_FEW", 3)
    whole = f"openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://a.test'}}]\n{SPEC}"
    with built(re.sub(r"\$([A-Z]\w*)", r"{$ref: '#/components/schemas/\1'}", whole), tmp_path) as package:
        assert set(dir(package.models)) == set(package.models.__all__)
        forgotten = package.models.Forgotten.model_validate({"order": {"line": {"price": {"tax": {}}}}, "other": {}})
        assert type(forgotten.order.line.price) is package.models.Price
        assert package.models.Item(size="S").to_wire() == {"size": "S"}
        with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
            _ = package.models.Nothing
