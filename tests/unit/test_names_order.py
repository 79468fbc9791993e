"""Properties of all names: independent of order, and none hides another."""

import importlib.util
import keyword
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith import ir
from channelsmith.document import Document
from channelsmith.ir.builder import build_ir
from channelsmith.naming import reserved
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.names import build_names
from support.reading import parsed

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"


@given(
    st.dictionaries(st.integers(), st.lists(st.sampled_from("abcABC"), min_size=1, max_size=3), max_size=12),
)
def test_names_are_unique_whatever_their_case_and_independent_of_order(
    wanted: dict[int, list[str]],
) -> None:
    shuffled = dict(reversed(wanted.items()))
    found = choose_names(wanted, taken={"C"})
    assert len({word.casefold() for word in found.values()} | {"c"}) == len(wanted) + 1
    assert choose_names(shuffled, taken={"C"}) == found


SHUFFLED = """
paths:
  /v1/orders:
    get: {tags: [Orders]}
    post: {operationId: post, requestBody: {content: {a/json: {schema: {properties: {a: {enum: [x]}}}}}}}
  /v2/orders: {get: {tags: [orders]}, post: {operationId: post}}
  /orders/{id}: {get: {tags: [Orders], operationId: getOrders}, put: {operationId: get_orders}}
  /a.b: {get: {}}
  /a-b: {get: {}}
components:
  schemas:
    Order:
      properties: {lines: {type: array, items: {properties: {line: {enum: [x, X]}}}}, line: {enum: [y]}, 'line ': {}}
    order: {properties: {next: $Orders}}
    Orders: {type: array, items: $Alias}
    Alias: {allOf: [{$ref: '#/components/schemas/order'}]}
    'order ': {enum: [a]}
"""


@given(st.data())
def test_the_order_of_paths_and_schemas_does_not_change_names(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    document = parsed(tmp_path_factory.mktemp("order"), SHUFFLED)
    value = dict(document.value)
    assert isinstance(value["paths"], dict)
    assert isinstance(value["components"], dict)
    schemas = value["components"]["schemas"]
    assert isinstance(schemas, dict)
    value["paths"] = dict(data.draw(st.permutations(list(value["paths"].items()))))
    value["components"] = {"schemas": dict(data.draw(st.permutations(list(schemas.items()))))}
    shuffled = Document(value, document.locate, document.files)
    assert build_names(build_ir(shuffled)[0], shuffled) == build_names(build_ir(document)[0], document)


@given(st.lists(st.text(max_size=30), unique=True, max_size=8))
def test_whatever_the_properties_their_attributes_are_usable(wires: list[str]) -> None:
    schema = ir.ObjectSchema("/a", "", tuple(ir.Property(wire, ir.ANY, required=False) for wire in wires))
    document = Document({"info": {}, "paths": {}}, lambda _: pytest.fail("nothing is wrong"), ())
    api = replace(build_ir(document)[0], schemas=(schema,))
    words = list(build_names(api, document).attributes.values())
    assert len(set(words)) == len(wires)
    assert [word for word in words if not word.isidentifier() or keyword.iskeyword(word) or word.startswith("_")] == []


@pytest.fixture(scope="module")
def runtime() -> ModuleType:
    spec = importlib.util.spec_from_file_location("runtime_of_names", RUNTIME / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_no_attribute_hides_a_member_of_the_model_class(runtime: ModuleType) -> None:
    model = importlib.import_module(f"{runtime.__name__}.model").Model
    public = {word for word in dir(model) if not word.startswith("_")}
    assert public - reserved.ATTRIBUTES == set()
    of_metaclass = {word for word in dir(type(model)) if not word.startswith("_")}
    assert of_metaclass - reserved.ATTRIBUTES - reserved.WARNED_ATTRIBUTES == set()


def test_no_resource_hides_a_member_of_the_client_class(runtime: ModuleType) -> None:
    client = importlib.import_module(f"{runtime.__name__}.client")
    public = {
        word for each in (client.SyncClient, client.AsyncClient) for word in dir(each) if not word.startswith("_")
    }
    assert public - reserved.RESOURCES == set()


class Counted:
    """A key that counts how often it is looked up."""

    lookups = 0

    def __hash__(self) -> int:
        Counted.lookups += 1
        return id(self)


def test_the_work_for_many_equal_names_grows_with_their_number() -> None:
    lookups: list[int] = []
    for count in (200, 400):
        Counted.lookups = 0
        names = choose_names({Counted(): ["same"] for _ in range(count)})
        assert sorted(names.values()) == sorted(f"same_{number}" for number in range(1, count + 1))
        lookups.append(Counted.lookups)
    assert lookups[1] <= 2.1 * lookups[0]
