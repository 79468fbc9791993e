"""Documents that do not hold: read around with a word about it, refused under `--strict`, an error in one's own."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.config import config_for_document
from channelsmith.diagnostics import Severity, UnusableInput
from channelsmith.document import Json
from channelsmith.pipeline import generate_package
from channelsmith.sandbox.server import read_api
from support.lint_rules import select_rules
from support.packages import built

SPEC = """
openapi: 3.0.3
info: {title: Lies, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  things/{id}:
    get:
      operationId: get
      tags: [Things]
      parameters:
        - {$ref: "#/components/parameters/Gone"}
        - {name: size, in: Query, schema: {$ref: "#/components/schemas/Gone"}}
      responses:
        "200": {$ref: "#/components/schemas/Thing"}
  /files:
    put:
      operationId: put
      tags: [Things]
      requestBody: {$ref: "bodies.yaml#/File"}
      responses: {"200": {$ref: "#/components/responses/Gone"}}
  /circles:
    get:
      operationId: circle
      tags: [Things]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Round"}}}}
  /only-errors:
    delete: {operationId: remove, tags: [Things], responses: {"404": {description: none}}}
components:
  schemas:
    Thing:
      type: object
      required: true
      properties:
        id: {type: string}
        of: {$ref: "#/components/schemas/Gone"}
        parts: {allOf: {$ref: "#/components/schemas/Part"}}
        rows: {type: array, items: [{type: integer}, {type: string}]}
    Part: {type: object, properties: {n: {type: integer, description: [a, list]}}}
    Round: {$ref: "#/components/schemas/Trip"}
    Trip: {$ref: "#/components/schemas/Round"}
"""


def warnings(folder: Path, text: str, *, strict: bool = False) -> list[tuple[str, str]]:
    """Pointer and message of everything that is said about a document."""
    spec = folder / "lies.yaml"
    spec.write_text(text, "utf-8")
    config = config_for_document(spec, folder / "out", "lies")
    _, found = generate_package(config.__class__(config.name, config.spec, config.output, config.target, strict=strict))
    assert all(each.severity is not Severity.ERROR and each.location is not None for each in found)
    return [(each.pointer, each.message) for each in found]


def test_every_operation_is_kept_and_every_loss_is_named(tmp_path: Path) -> None:
    said = dict(warnings(tmp_path, SPEC))
    done = {pointer: message.rpartition("; ")[2] for pointer, message in said.items() if "; " in message}
    assert done["/paths/things~1{id}/get/parameters/1/schema/$ref"] == "any value is accepted here"
    assert done["/paths/things~1{id}/get/responses/200/$ref"] == (
        "it is treated as a response with a JSON body of that schema"
    )
    assert done["/paths/~1files/put/requestBody/$ref"] == "any body is sent as given"
    assert done["/paths/~1files/put/responses/200/$ref"] == "its body is returned as received"
    assert done["/components/schemas/Thing/properties/parts/allOf"] == "it is treated as a list of one"
    assert done["/components/schemas/Thing/properties/rows/items"] == "it is treated as 'anyOf'"
    assert done["/components/schemas/Round/$ref"] == "it is read without that part"
    assert done["/components/schemas/Part/properties/n/description"] == "it is ignored"
    assert done["/paths/~1only-errors/delete/responses"] == "its body is returned as received"


def test_what_is_left_can_be_called(tmp_path: Path) -> None:
    with built(SPEC, tmp_path) as package:
        answer = {"id": "a", "of": {"x": 1}, "parts": {"n": 1}, "rows": [1, "b"]}
        thing = package.client(httpx.Response(200, json=answer)).things.get("7", size=3)
        assert str(package.sent.url) == "https://api.test/things/7?size=3"
        assert (type(thing), thing.of, thing.parts.n, thing.rows) == (package.models.Thing, {"x": 1}, 1, [1, "b"])
        package.requests.clear()
        content = package.client(httpx.Response(200, content=b"raw")).things.put(body=b"data")
        assert (content.data, package.sent.content) == (b"raw", b"data")
        assert package.client(httpx.Response(200, json=[1])).things.circle() == [1]
        assert package.client(httpx.Response(200, json={"a": 1})).things.remove().json() == {"a": 1}


def test_strictness_refuses_what_would_be_read_around(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        warnings(tmp_path, SPEC, strict=True)
    told = {each.pointer for each in caught.value.diagnostics}
    assert {"/paths/~1files/put/requestBody/$ref", "/components/schemas/Round/$ref"} <= told
    assert all(each.severity is Severity.ERROR for each in caught.value.diagnostics)


APPROXIMATED = """
openapi: 3.1.0
info: {title: T, version: "1"}
paths: {/a: {get: {responses: {"404": {description: none}}}}}
components: {schemas: {A: {type: array, enum: [a, b]}}}
"""
LISTED = "'enum' has no arrays, but 'type' is 'array'; it is applied to the elements"


def test_strictness_refuses_what_is_only_approximated_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    select_rules(monkeypatch, "type")
    unsaid = "no success response is described; its body is returned as received"
    assert [message for _, message in warnings(tmp_path, APPROXIMATED)] == [LISTED, unsaid]
    with pytest.raises(UnusableInput) as caught:
        warnings(tmp_path, APPROXIMATED, strict=True)
    assert [each.message for each in caught.value.diagnostics] == [LISTED]  # the other is no lie


def test_the_command_says_it_all_on_stderr_and_fails_under_strict(tmp_path: Path) -> None:
    spec = tmp_path / "lies.yaml"
    spec.write_text(SPEC, "utf-8")
    output = tmp_path / "out"
    arguments = ["generate", "--spec", str(spec), "--output", str(output), "--package", "lies"]
    refused = CliRunner().invoke(app, [*arguments, "--strict"])
    assert (refused.exit_code, output.exists()) == (2, False)
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0
    assert f"{spec}:14:17: warning: a response refers to a schema; it is treated as" in done.stderr


def test_in_a_document_of_ones_own_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="leads nowhere"):
        warnings(tmp_path, f"{SPEC}x-source: {{basis: inferred, note: mine}}\n")


JUNK: tuple[Any, ...] = (
    None,
    True,
    7,
    "text",
    [],
    {},
    ["a"],
    [{}],
    {"$ref": "#/nowhere"},
    {"$ref": 3},
    {"type": "what"},
    [None],
)
SOUND = Path(__file__).parents[1] / "golden" / "zoo" / "openapi.yaml"


def places(value: Json, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a document below its version."""
    below: list[tuple[str | int, Json]] = []
    if isinstance(value, dict):
        below += value.items()
    elif isinstance(value, list):
        below += enumerate(value)
    return [path for key, part in below for path in [(*at, key), *places(part, (*at, key))] if path != ("openapi",)]


@pytest.mark.parametrize("seed", range(40))
def test_no_lie_at_any_place_breaks_the_reading(tmp_path: Path, seed: int, junk_base: Any) -> None:
    chance = random.Random(seed)  # noqa: S311 -- for choosing, not for secrets
    document = copy.deepcopy(junk_base)
    for _ in range(3):
        *above, last = chance.choice(places(document))
        holder = document
        for key in above:
            holder = holder[key]
        holder[last] = chance.choice(JUNK)
    spec = tmp_path / "junk.json"
    spec.write_text(json.dumps(document), "utf-8")
    tree, found = generate_package(config_for_document(spec, tmp_path / "out", "junk"))
    assert "src/junk/client.py" in tree.files
    assert all(each.severity is not Severity.ERROR for each in found)


@pytest.fixture(scope="module")
def junk_base() -> Any:
    from channelsmith.document.load import load_document  # noqa: PLC0415 -- only here

    return json.loads(json.dumps(load_document(SOUND).value))


def test_the_local_server_reads_around_them_too(tmp_path: Path) -> None:
    spec = tmp_path / "lies.yaml"
    spec.write_text(SPEC, "utf-8")
    found = read_api(spec).repaired
    schema = found.at("/components/schemas/Thing/properties/of")
    assert schema.value == {}
    own = tmp_path / "own.yaml"
    own.write_text(f"{SPEC}x-source: {{basis: inferred, note: mine}}\n", "utf-8")
    with pytest.raises(UnusableInput, match="Gone"):
        read_api(own)
