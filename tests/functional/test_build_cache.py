"""Incremental builds: results of an earlier run are reused and never change the output."""

import copy
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import CliRunner

from channelsmith import pipeline
from channelsmith.cli.app import app
from channelsmith.cli.generate import update_package
from channelsmith.codegen import models
from channelsmith.codegen.models import ModelsModule
from channelsmith.config import config_for_document, load_configs
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
        self.store = Cache(folder / "cache", b"secret")
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
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "shop")


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
def test_every_change_is_noticed(shop: Shop, edit: Callable[[Shop], object]) -> None:
    shop.run()
    edit(shop)
    assert build_cache.find_result(shop.config, shop.store) is None
    update_package(shop.config, shop.store, force=True)
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
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    update_package(shop.config, Cache.of_user())
    assert not (tmp_path / "home").exists()
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert Cache.of_user().folder == tmp_path / "home" / ".cache" / "channelsmith"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Cache.of_user().folder == tmp_path / "channelsmith"


@pytest.fixture
def of_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the cache and the state of a user."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "user" / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "user" / "state"))
    return tmp_path / "user"


def test_a_rewritten_entry_is_not_used(shop: Shop, made: list[str]) -> None:
    shop.run()
    before = shop.output
    key = str(shop.config.output.absolute())
    texts = shop.store.read("models", key)
    assert texts is not None
    made.clear()
    other = replace(shop.store, secret=b"another user")
    for kind in ("run", "models"):
        other.write(kind, key, texts.replace(b"class Order", b"evil = 1\\nclass Order"))
    shop.run()
    assert (shop.output, "Order" in made) == (before, True)


def test_an_entry_counts_under_its_own_name_only(shop: Shop) -> None:
    assert shop.store.folder is not None
    shop.store.write("models", "a", b"data")
    (entry,) = shop.store.folder.iterdir()
    entry.rename(shop.store._path(shop.store.folder, "models", "b"))
    assert shop.store.read("models", "b") is None


def read_nothing(cache: Cache, kind: str, _: str) -> None:
    if cache.folder is not None:
        pytest.fail(f"{kind} was read from {cache.folder}")


def test_check_reads_no_cache(shop: Shop, of_user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shop.folder / "pyproject.toml").write_text(
        '[tool.channelsmith.apis.shop]\nspec = "shop.json"\noutput = "client"\noverlays = ["fix.overlay.json"]\n'
    )
    monkeypatch.chdir(shop.folder)
    (config,) = load_configs()
    update_package(config, Cache.of_user())
    assert len(list((of_user / "cache").iterdir())) == 2
    monkeypatch.setattr(Cache, "read", read_nothing)
    result = CliRunner().invoke(app, ["check"])
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_secret_is_the_users_and_kept(of_user: Path) -> None:
    first, second = Cache.of_user(), Cache.of_user()
    (path,) = (of_user / "state" / "channelsmith").iterdir()
    assert (first.secret, len(first.secret), path.stat().st_mode & 0o777) == (second.secret, 32, 0o600)
    assert [(of_user / name).stat().st_mode & 0o777 for name in ("cache", "state/channelsmith")] == [0o700, 0o700]
    assert path.read_bytes() == first.secret
    assert repr(first.secret) not in repr(first)
    path.write_bytes(b"short")
    assert len(Cache.of_user().secret) == 32


def writable(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "cache").chmod(0o770)


def of_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = (folder / "cache").stat().st_uid
    monkeypatch.setattr("os.geteuid", lambda: owner + 1)


def readable(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "state/channelsmith/cache-secret").chmod(0o644)


def linked(folder: Path, _: pytest.MonkeyPatch) -> None:
    secret = folder / "state/channelsmith/cache-secret"
    secret.rename(folder / "elsewhere")
    secret.symlink_to(folder / "elsewhere")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (writable, ["its mode 770 gives other users access"]),
        (of_others, ["it belongs to another user"]),
        (readable, ["its mode 644 gives other users access"]),
        (linked, []),
    ],
)
def test_a_cache_that_others_can_change_is_not_used(
    shop: Shop,
    of_user: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path, pytest.MonkeyPatch], None],
    told: list[str],
) -> None:
    update_package(shop.config, Cache.of_user())
    before = {path: path.read_bytes() for path in (of_user / "cache").iterdir()}
    change(of_user, monkeypatch)
    assert Cache.of_user().folder is None
    monkeypatch.setattr(Cache, "read", read_nothing)
    arguments = ["generate", "--spec", str(shop.config.spec), "--output", str(shop.config.output), "--package", "shop"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert [line.partition("not used: ")[2] for line in result.stderr.splitlines() if "[cache]" in line] == [
        f"{text} [cache]" for text in told
    ]
    assert {path: path.read_bytes() for path in (of_user / "cache").iterdir()} == before


def test_leftovers_of_a_killed_run_are_removed_even_if_nothing_changed(shop: Shop) -> None:
    shop.run()
    (shop.config.output / ".channelsmith-abcd1234").mkdir()
    assert shop.run().changed == 0
    assert not (shop.config.output / ".channelsmith-abcd1234").exists()


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
def test_with_and_without_a_cache_the_output_is_the_same(shop: Shop, seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- the same edits every time
    for _ in range(4):
        shop.run()
        changed(shop.document, shop.part, random)
        shop.write()
        if random.random() < 0.5:
            (shop.config.output / "src/shop/models.py").unlink()
    shop.run()
    assert shop.output == dict(generate_package(shop.config)[0].files)


@pytest.mark.parametrize("executable", [None, b"/bin/false"])
def test_models_are_the_same_whether_processes_share_the_work_or_not(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, executable: bytes | None
) -> None:
    monkeypatch.setattr(models, "_MAX_SINGLE_MODULE", 0)
    whole = generate_package(shop.config)[0].files
    monkeypatch.setattr(models, "_MIN_PARALLEL", 3)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    if executable is not None:
        monkeypatch.setattr("multiprocessing.spawn._python_exe", executable)
    assert generate_package(shop.config)[0].files == whole
