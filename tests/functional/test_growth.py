"""Work grows with the document, not with its square: counted in calls, which no other work on the machine changes."""

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from channelsmith.codegen import models
from channelsmith.config import config_for_document
from channelsmith.document import document
from channelsmith.lint.linter import lint_document
from channelsmith.pipeline import generate_package, load_api
from channelsmith.transform.assemble import assemble_document
from channelsmith.transform.source import DocumentSource

SCRIPTS = Path(__file__).parents[2] / "scripts"


def count_calls(action: Callable[[], object]) -> int:
    """How many functions are called."""
    counted = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        counted[0] += event.endswith("call")

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return counted[0]


def calls(folder: Path, operations: int) -> int:
    """How many functions are called to generate a package of so many operations."""
    spec = folder / f"{operations}.json"
    spec.write_text(json.dumps(importlib.import_module("bench_synthetic").synthetic(operations)))
    config = config_for_document(spec, folder / str(operations), "shop")
    return count_calls(lambda: generate_package(config))


def test_twice_the_operations_are_twice_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    monkeypatch.setattr(models, "generate_module", lambda _: "")  # datamodel-code-generator's own work is not counted
    calls(tmp_path, 20)  # what is done once
    some, more, most = (calls(tmp_path, operations) for operations in (100, 200, 400))
    assert (most - more) / (more - some) < 2.1


REF = "#/components/schemas"


def operation(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"operationId": name, "responses": {"200": {"description": "ok", "content": content}}, **more}


def described(paths: dict[str, Any], schemas: dict[str, Any] | None = None) -> dict[str, Any]:
    info = {"title": "Much", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas or {}}}


def dangling_references(size: int) -> dict[str, Any]:
    paths = {f"/{n}": {"get": operation(f"o{n}", {"$ref": f"{REF}/Missing{n}"})} for n in range(size)}
    return described(paths, {f"Present{n}": {"type": "object"} for n in range(size)})


def dangling_properties(size: int) -> dict[str, Any]:
    present = {f"Present{n}": {"type": "string"} for n in range(size)}
    model = {"properties": {f"p{n}": {"$ref": f"{REF}/Missing{n}"} for n in range(size)}}
    return described({"/": {"get": operation("o", {"$ref": f"{REF}/Model"})}}, {"Model": model, **present})


def star_of_models(size: int) -> dict[str, Any]:
    """One schema refers to all others, and each of them refers to it."""
    points = {f"P{n}": {"properties": {"star": {"$ref": f"{REF}/Star"}}} for n in range(size)}
    star = {"properties": {name: {"$ref": f"{REF}/{name}"} for name in points}}
    return described({"/": {"get": operation("o", {"$ref": f"{REF}/Star"})}}, {"Star": star, **points})


def all_of_many(size: int) -> dict[str, Any]:
    parts = {f"P{n}": {"properties": {f"p{n}": {"type": "string"}}} for n in range(size)}
    whole = {"allOf": [{"$ref": f"{REF}/{name}"} for name in parts]}
    return described({"/": {"get": operation("o", {"$ref": f"{REF}/Whole"})}}, {"Whole": whole, **parts})


def same_operation_ids(size: int) -> dict[str, Any]:
    return described({f"/{n}": {"get": operation("same", {"type": "object"})} for n in range(size)})


def misspelled_keys(size: int) -> dict[str, Any]:
    wrong = {"tagss": ["a"], "x-poling": 1, "security": [{"gone": []}], "parameters": [{"name": 1, "in": "qurey"}]}
    return described({f"/{n}": {"get": operation(f"o{n}", {"typ": "string"}, **wrong)} for n in range(size)})


def misspelled_keys_of_one(size: int) -> dict[str, Any]:
    return described({"/": {"get": operation("o", {"type": "string"}, **{f"tag{n}": 1 for n in range(size)})}})


def pollers(size: int) -> dict[str, Any]:
    states = {"pending": ["new"], "done": ["done"], "failed": ["failed"]}
    status = {"operation": "gone", "parameter": "id", "state": "/state"}
    polling = {"id": "/id", "status": status, "states": states}
    schema = {"properties": {"id": {"type": "string"}}}
    return described({f"/{n}": {"post": operation(f"o{n}", schema, **{"x-polling": polling})} for n in range(size)})


@pytest.mark.parametrize(
    "build",
    [
        dangling_references,
        dangling_properties,
        star_of_models,
        all_of_many,
        same_operation_ids,
        misspelled_keys,
        misspelled_keys_of_one,
        pollers,
    ],
)
def test_reading_takes_twice_as_long_for_twice_as_much(
    build: Callable[[int], dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "_MAX_COMPARISONS", 200)  # less than the smallest of these documents needs

    def read(size: int) -> int:
        spec = tmp_path / f"{size}.json"
        spec.write_text(json.dumps(build(size)))
        found, _ = assemble_document(DocumentSource(spec))
        return count_calls(lambda: (load_api(spec), lint_document(found, strict=True, advice=True)))

    read(10)  # what is done once
    some, more, most = (read(size) for size in (30, 60, 120))
    assert (most - more) / (more - some) < 2.2
