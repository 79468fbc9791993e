"""Incremental builds: results of an earlier run are reused and never change the output."""

import copy
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from channelsmith import pipeline
from channelsmith.cli.generate import update_package
from channelsmith.codegen import models
from channelsmith.codegen.models import ModelsModule
from channelsmith.config import config_for_document
from channelsmith.output import build_cache
from channelsmith.output.build_cache import VARIABLE, BuildResult, Cache
from channelsmith.pipeline import generate_package

SHOP: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "x-error-codes": {"table": "codes.csv", "codes": "/code"},
    "paths": {
        "/orders": {
            "get": {
                "operationId": "list",
                "parameters": [{"name": "size", "in": "query", "schema": {"$ref": "#/components/schemas/Size"}}],
                "responses": {
                    "200": {
                        "description": "All.",
                        "content": {"application/json": {"schema": {"$ref": "parts.json#/Order"}}},
                    },
                    "404": {
                        "description": "None.",
                        "content": {"application/json": {"schema": {"properties": {"code": {"type": "integer"}}}}},
                    },
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Size": {"type": "string", "enum": ["s", "m"]},
            "Cat": {"properties": {"kind": {"const": "cat"}, "size": {"$ref": "#/components/schemas/Size"}}},
            "Dog": {"properties": {"kind": {"const": "dog"}, "friend": {"$ref": "#/components/schemas/Pet"}}},
            "Pet": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                "discriminator": {"propertyName": "kind"},
            },
            "Pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
            "Maybe": {"anyOf": [{"$ref": "#/components/schemas/Cat"}, {"type": "null"}]},
            "Many": {
                "properties": {
                    "all": {"$ref": "#/components/schemas/Pets"},
                    "one": {"$ref": "#/components/schemas/Maybe"},
                }
            },
            "Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        }
    },
}
PART: dict[str, Any] = {
    "Order": {"properties": {"id": {"type": "string", "description": "Which."}, "lines": {"type": "array"}}}
}


OVERLAY = (
    '{{"overlay": "1.0.0", "info": {{"title": "-", "version": "1"}},'
    ' "actions": [{{"target": "$.info", "update": {{"title": "{}"}}}}]}}'
)


class Shop:
    """A document in files, and the project generated from it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.store = Cache(folder / "cache")
        self.document, self.part = copy.deepcopy(SHOP), copy.deepcopy(PART)
        (folder / "codes.csv").write_text("code,name,message\n1,NO_ORDER,There is none.\n")
        (folder / "fix.overlay.json").write_text(OVERLAY.format("A shop"))
        self.config = config_for_document(
            folder / "shop.json", folder / "client", "shop", [folder / "fix.overlay.json"]
        )
        self.write()

    def write(self) -> None:
        (self.folder / "shop.json").write_text(json.dumps(self.document))
        (self.folder / "parts.json").write_text(json.dumps(self.part))

    def run(self) -> BuildResult:
        return update_package(self.config, self.store)

    @property
    def output(self) -> dict[str, str]:
        files = (each for each in self.config.output.rglob("*") if each.is_file())
        return {each.relative_to(self.config.output).as_posix(): each.read_text() for each in files}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    shop = Shop(tmp_path / "shop")
    monkeypatch.setenv(VARIABLE, str(shop.store.folder))
    return shop


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The classes that datamodel-code-generator writes, in modules of one resource each."""
    classes: list[str] = []
    generate_module = models.generate_module

    def recorded(module: ModelsModule) -> str:
        classes.extend(module.schemas)
        return generate_module(module)

    monkeypatch.setattr(models, "generate_module", recorded)
    monkeypatch.setattr(models, "_MAX_SINGLE_MODULE", 0)
    return classes


def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test if anything is generated from now on."""
    monkeypatch.setattr(pipeline, "generate_package", lambda _: pytest.fail("there was nothing to do"))


def test_a_second_run_generates_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shop.run()
    before = shop.output
    idle(monkeypatch)
    second = shop.run()
    assert (second.files, second.changed) == (first.files, 0)
    assert (second.diagnostics, set(second.sources)) == (first.diagnostics, {each.absolute() for each in first.sources})
    assert (first.changed, shop.output) == (first.files, before)


def test_warnings_are_repeated(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.document["paths"]["/orders/{id}"] = {"get": {"responses": {"200": {"description": ""}}}}
    shop.write()
    first = shop.run()
    assert "path-parameter" in {each.rule for each in first.diagnostics}
    idle(monkeypatch)
    assert shop.run().diagnostics == first.diagnostics


EDITS: dict[str, Callable[[Shop], object]] = {
    "the description": lambda shop: (shop.folder / "shop.json").write_text(json.dumps(shop.document, indent=1)),
    "a part": lambda shop: (shop.folder / "parts.json").write_text(json.dumps(shop.part, indent=1)),
    "a table": lambda shop: (shop.folder / "codes.csv").write_text("code,name,message\n2,LATE,Too late.\n"),
    "an overlay": lambda shop: (shop.folder / "fix.overlay.json").write_text(OVERLAY.format("Another")),
    "a file of the output": lambda shop: (shop.config.output / "README.md").write_text("mine"),
    "a byte of a model": lambda shop: (shop.config.output / "src/shop/models.py").write_text(
        (shop.config.output / "src/shop/models.py").read_text() + " "
    ),
    "a lost file": lambda shop: (shop.config.output / "src/shop/client.py").unlink(),
    "a lost folder": lambda shop: shutil.rmtree(shop.config.output / "src/shop/endpoints"),
    "the manifest": lambda shop: (shop.config.output / "generation.json").write_text("{}"),
    "the class name": lambda shop: setattr(
        shop, "config", replace(shop.config, target=replace(shop.config.target, client="Mart"))
    ),
    "strictness": lambda shop: setattr(shop, "config", replace(shop.config, strict=True)),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_change_is_noticed(shop: Shop, edit: Callable[[Shop], object], monkeypatch: pytest.MonkeyPatch) -> None:
    shop.run()
    edit(shop)
    assert build_cache.find_result(shop.config, shop.store) is None
    if (shop.config.output / "generation.json").read_text() != "{}":  # else the files are somebody's, and stay
        shop.run()
        monkeypatch.setenv(VARIABLE, "off")
        assert shop.output == dict(generate_package(shop.config)[0].files)


@pytest.mark.parametrize("what", ["version", "_generator_digest"])
def test_another_generator_ignores_the_record(shop: Shop, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    shop.run()
    build_cache._generator_digest.cache_clear()
    monkeypatch.setattr(build_cache, what, lambda *_: "another")
    assert build_cache.find_result(shop.config, shop.store) is None
    monkeypatch.undo()
    build_cache._generator_digest.cache_clear()
    assert build_cache.find_result(shop.config, shop.store) is not None


def test_the_code_and_the_templates_are_part_of_the_generator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jinja").write_text("a")
    monkeypatch.setattr(build_cache, "templates", lambda: tmp_path)
    build_cache._generator_digest.cache_clear()
    before = build_cache._generator_digest()
    (tmp_path / "a.jinja").write_text("b")
    build_cache._generator_digest.cache_clear()
    assert build_cache._generator_digest() != before
    build_cache._generator_digest.cache_clear()


def test_a_file_written_to_during_the_run_is_read_again(shop: Shop) -> None:
    tree, diagnostics = generate_package(shop.config)
    result = BuildResult(len(tree.files), tree.write(shop.config.output), diagnostics, tree.sources)
    started = (shop.folder / "parts.json").stat().st_mtime_ns
    build_cache.save_result(shop.config, shop.store, tree, result, started)
    assert build_cache.find_result(shop.config, shop.store) is None


def test_other_endpoints_and_error_codes_leave_the_models_as_they_were(shop: Shop, made: list[str]) -> None:
    shop.run()
    assert "Order" in made
    made.clear()
    shop.document["paths"]["/new"] = {"get": {"summary": "New.", "responses": {"200": {"description": ""}}}}
    (shop.folder / "codes.csv").write_text("code,name,message\n2,LATE,Too late.\n")
    shop.write()
    assert shop.run().changed > 0
    assert made == []


def test_only_the_modules_that_changed_are_generated_again(shop: Shop, made: list[str]) -> None:
    shop.run()
    everything = set(made)
    made.clear()
    shop.part["Order"]["description"] = "An order."
    shop.write()
    shop.run()
    orders = set(made)
    made.clear()
    shop.document["components"]["schemas"]["Dog"]["properties"]["name"] = {"type": "string"}
    shop.write()
    shop.run()
    assert "An order." in shop.output["src/shop/models/_orders.py"]
    assert ("Order" in orders, "Dog" in orders, orders | set(made), orders & set(made)) == (
        True,
        False,
        everything,
        set(),
    )


def test_damaged_entries_are_ignored(shop: Shop, made: list[str]) -> None:
    shop.run()
    before = shop.output
    assert shop.store.folder is not None
    for entry in shop.store.folder.iterdir():
        entry.write_bytes(entry.read_bytes()[: entry.stat().st_size // 2])
    made.clear()
    assert (shop.run().changed, "Order" in made) == (0, True)
    for entry in shop.store.folder.iterdir():
        entry.write_bytes(b"")
    assert (shop.run().changed, shop.output) == (0, before)


@pytest.mark.parametrize("data", [b"[]", b"{}", b"null", b'{"input": 1, "sources": 2}', b'{"a": ["code"]}', b"\xff"])
def test_invalid_entries_are_ignored(shop: Shop, data: bytes) -> None:
    shop.run()
    before = shop.output
    for kind in ("run", "models"):
        shop.store.write(kind, str(shop.config.output.absolute()), data)
    assert (shop.run().changed, shop.output) == (0, before)


def test_the_cache_can_be_disabled_and_moved(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    update_package(shop.config, Cache.of_user())
    assert not (tmp_path / "home").exists()
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert Cache.of_user().folder == tmp_path / "home" / ".cache" / "channelsmith"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Cache.of_user().folder == tmp_path / "channelsmith"


def test_a_cache_that_cannot_be_written_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Cache(tmp_path / "file" / "cache")
    store.write("run", "key", b"data")
    assert store.read("run", "key") is None


def changed(document: dict[str, Any], part: dict[str, Any], random: Random) -> None:
    """Make one of many small edits."""
    schemas = document["components"]["schemas"]
    owner = random.choice([each for each in (*schemas.values(), *part.values()) if "properties" in each])
    match random.randrange(6):
        case 0:
            owner["properties"][f"p{random.randrange(9)}"] = {
                "$ref": f"#/components/schemas/{random.choice([*schemas])}"
            }
        case 1:
            owner["description"] = f"Number {random.random()}."
        case 2:
            schemas[f"New{random.randrange(9)}"] = {"properties": {"next": {"$ref": "#/components/schemas/Pet"}}}
        case 3:
            schemas["Maybe"]["anyOf"] = schemas["Maybe"]["anyOf"][::-1] + [{"type": "string"}] * random.randrange(2)
        case 4:
            document["paths"][f"/{random.randrange(9)}"] = copy.deepcopy(document["paths"]["/orders"])
        case _:
            schemas["Size"]["enum"].append(f"x{random.random()}")


@pytest.mark.parametrize("seed", range(3))
def test_with_and_without_a_cache_the_output_is_the_same(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 -- the same edits every time
    for _ in range(4):
        shop.run()
        changed(shop.document, shop.part, random)
        shop.write()
        if random.random() < 0.5:
            (shop.config.output / "src/shop/models.py").write_text("tampered")
    shop.run()
    monkeypatch.setenv(VARIABLE, "off")
    assert shop.output == dict(generate_package(shop.config)[0].files)


@pytest.mark.parametrize("executable", [None, b"/bin/false"])
def test_models_are_the_same_whether_processes_share_the_work_or_not(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, executable: bytes | None
) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    monkeypatch.setattr(models, "_MAX_SINGLE_MODULE", 0)
    whole = generate_package(shop.config)[0].files
    monkeypatch.setattr(models, "_MIN_PARALLEL", 3)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    if executable is not None:
        monkeypatch.setattr("multiprocessing.spawn._python_exe", executable)
    assert generate_package(shop.config)[0].files == whole
