"""How much work a response makes that does not match its schema: it grows with its size, whatever the schema."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from support.packages import Package, built

OBJECT = "{type: object, required: [kind], properties: {kind: {type: string}, value: {type: integer}, next: NEXT}}"
SCHEMAS = {
    "Plain": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Plain"}'),
    "Union": '{oneOf: [{$ref: "#/components/schemas/UnionA"}, {$ref: "#/components/schemas/UnionB"}]}',
    "UnionA": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Union"}'),
    "UnionB": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Union"}').replace("}}", "}, b: {type: string}}"),
    "Mixed": '{oneOf: [{$ref: "#/components/schemas/MixedA"}, {$ref: "#/components/schemas/MixedB"}, {type: string}]}',
    "MixedA": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Mixed"}').replace("{type: string}", "{const: a}", 1),
    "MixedB": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Mixed"}').replace("{type: string}", "{const: b}", 1),
    "Named": """
      oneOf: [{$ref: "#/components/schemas/NamedA"}, {$ref: "#/components/schemas/NamedB"}, {type: string}]
      discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/NamedA", b: "#/components/schemas/NamedB"}}
""",
    "NamedA": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Named"}'),
    "NamedB": OBJECT.replace("NEXT", '{$ref: "#/components/schemas/Named"}'),
    "Inline": OBJECT.replace(
        "NEXT",
        '{oneOf: [{$ref: "#/components/schemas/Inline"}, {$ref: "#/components/schemas/InlineB"}, {type: integer}]}',
    ),
    "InlineB": OBJECT.replace(
        "NEXT",
        '{anyOf: [{$ref: "#/components/schemas/InlineB"}, {$ref: "#/components/schemas/Inline"}, {type: "null"}]}',
    ),
    "Lists": """
      oneOf:
        - {type: array, items: {$ref: "#/components/schemas/Lists"}}
        - {type: array, items: {oneOf: [{type: string}, {$ref: "#/components/schemas/Lists"}]}}
        - {type: object, additionalProperties: {$ref: "#/components/schemas/Lists"}}
        - {type: object, additionalProperties: {type: array, items: {$ref: "#/components/schemas/Lists"}}}
""",
}
ROOTS = [name for name in SCHEMAS if not name.endswith(("A", "B"))]
DOCUMENT = f"""
openapi: 3.1.0
info: {{title: Trees, version: "1"}}
servers: [{{url: "https://api.test"}}]
paths:
{
    "".join(
        f'''
  /{name}:
    get:
      operationId: get{name}
      tags: [trees]
      responses:
        "200": {{description: It, content: {{application/json: {{schema: {{$ref: "#/components/schemas/{name}"}}}}}}}}
'''
        for name in ROOTS
    )
}
components:
  schemas:
{"".join(f"    {name}: {schema}" + chr(10) for name, schema in SCHEMAS.items())}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("work")) as found:
        yield found


def tree(name: str, depth: int) -> Any:
    """A value of so many levels whose innermost one does not match."""
    value: Any = {"kind": "a", "value": "wrong"}
    for _ in range(depth - 1):
        value = [value] if name == "Lists" else {"kind": "a", "next": value}
    return value


def get(package: Package, name: str, depth: int) -> Any:
    client: Any = package.client(httpx.Response(200, json=tree(name, depth)), on_drift=str)
    return getattr(client.trees, f"get_{name.lower()}")()


@pytest.fixture
def work(package: Package, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often something is validated, converted or compared."""
    counts = Counter[str]()

    def count(owner: Any, name: str, *, is_class_method: bool = False) -> None:
        original = getattr(owner, name).__func__ if is_class_method else getattr(owner, name)

        def counting(*arguments: Any, **options: Any) -> Any:
            counts[name] += 1
            if counts.total() > 50_000:
                raise RuntimeError("more work than a linear algorithm needs")
            return original(*arguments, **options)

        monkeypatch.setattr(owner, name, classmethod(counting) if is_class_method else counting)

    unions = package.load("_runtime.unions")
    count(package.load("_runtime.serialization").Codec, "fit")
    count(unions, "_validated")
    count(unions.OneOf, "_rank", is_class_method=True)
    return counts


@pytest.mark.parametrize("name", ROOTS)
def test_the_work_grows_with_the_size_of_the_value(package: Package, work: Counter[str], name: str) -> None:
    counted: dict[int, int] = {}
    for depth in (12, 20, 40):
        get(package, name, depth)  # which builds the validators
        work.clear()
        get(package, name, depth)
        counted[depth] = work.total()
    assert counted[20] - counted[12] < 8 * 30
    assert counted[40] - counted[20] <= 2.5 * (counted[20] - counted[12]) + 1


@pytest.mark.parametrize("name", ROOTS)
def test_what_is_nested_too_deeply_is_an_error(package: Package, name: str) -> None:
    with pytest.raises(package.module.DecodeError, match="nested too deeply"):
        get(package, name, 200)


def below(frames: int, call: Callable[[], Any]) -> Any:
    return below(frames - 1, call) if frames else call()


@pytest.mark.parametrize("name", ROOTS)
def test_a_caller_with_little_stack_left_gets_the_value(package: Package, name: str) -> None:
    expected = get(package, name, 90)
    deep = sys.getrecursionlimit() - len(list(iterate_frames())) - 250
    assert below(deep, lambda: get(package, name, 90)) == expected


def iterate_frames() -> Iterator[Any]:
    frame = sys._getframe()
    while frame is not None:
        yield frame
        frame = frame.f_back  # type: ignore[assignment]


def test_a_body_that_differs_in_too_many_places_is_delivered_as_it_is(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package.load("_runtime.response.lenient"), "_MAX_STEPS", 50)
    drifts: list[Any] = []
    client: Any = package.client(httpx.Response(200, text=json.dumps(tree("Plain", 40))), on_drift=drifts.append)
    value = client.trees.get_plain()
    assert "too many places" in str(drifts[-1])
    for _ in range(39):
        value = value["next"] if isinstance(value, dict) else value.next
    assert value == {"kind": "a", "value": "wrong"}
