"""What a package carries for other tools: its description with the error codes, and the behaviour of its sandbox."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from channelsmith.config import config_for_document
from channelsmith.diagnostics import UnusableInput
from channelsmith.pipeline import generate_package
from support.documents import write

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
x-error-codes: {table: tables/reasons.csv, codes: /errors/*/code, messages: /errors/*/message}
paths: {/orders: {get: {operationId: listOrders, responses: {default: {$ref: '#/components/responses/Failure'}}}}}
components:
  responses: {Failure: {description: No., content: {application/json: {schema: {$ref: '#/components/schemas/No'}}}}}
  schemas:
    No: {type: object, properties: {errors: {type: array, items: {$ref: '#/components/schemas/Why'}}}}
    Why: {type: object, properties: {code: {type: integer}, message: {type: string}}}
"""
BEHAVIOR = "from channelsmith.sandbox import Behavior\n\nbehavior   = Behavior()  # not formatted\n"
REASONS = 'code,name,message\n7,NO_ORDER,"There is none, sorry."\n9,NO_REASON,\n'


def test_the_table_of_error_codes_comes_with_the_description_that_names_it(tmp_path: Path) -> None:
    spec = write(tmp_path / "shop", {"openapi.yaml": SHOP, "tables/reasons.csv": REASONS})
    job = config_for_document(spec, tmp_path / "first", "shop")
    tree, _ = generate_package(job)
    tree.write(job.output)
    inside = job.output / job.target.inside
    assert (inside / "error-codes.csv").read_text() == REASONS
    again, _ = generate_package(replace(job, spec=inside / "openapi.json"))
    assert list(again.differences(job.output)) == []


def test_the_behavior_of_the_sandbox_comes_with_the_package_unchanged(tmp_path: Path) -> None:
    spec = write(tmp_path / "shop", {"openapi.yaml": SHOP, "tables/reasons.csv": REASONS, "sandbox.py": BEHAVIOR})
    job = replace(config_for_document(spec, tmp_path / "out", "shop"), sandbox=spec.with_name("sandbox.py"))
    tree, _ = generate_package(job)
    assert tree.files["src/shop/_sandbox.py"] == BEHAVIOR
    assert "src/shop/_sandbox.py" in json.loads(tree.files["generation.json"])["files"]
    assert spec.with_name("sandbox.py") in tree.sources
    assert [path for path, text in tree.files.items() if path.endswith(".py") and "_sandbox" in text] == []


def test_a_behavior_that_does_not_exist_is_a_located_problem(tmp_path: Path) -> None:
    spec = write(tmp_path / "shop", {"openapi.yaml": SHOP, "tables/reasons.csv": REASONS})
    job = replace(config_for_document(spec, tmp_path / "out", "shop"), sandbox=tmp_path / "nowhere.py")
    with pytest.raises(UnusableInput, match=r"nowhere\.py:1:1: error: the behaviour of the sandbox cannot be read"):
        generate_package(job)
