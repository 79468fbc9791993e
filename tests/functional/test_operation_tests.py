"""The tests in a generated project: they are run by pytest, as their users do."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://api.test/v1}]
security: [{key: []}, {basic: []}]
paths:
  /items:
    get:
      tags: [items]
      operationId: list_items
      parameters: [{name: page, in: query, schema: {type: integer}}]
      x-pagination: {style: page, page: page, items: ""}
      responses: {"200": {description: "", content: {application/json: {schema:
        {type: array, items: {$ref: "#/components/schemas/Item"}}}}}}
    post:
      tags: [items]
      operationId: create_item
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
      responses: {"201": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
  /items/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}, example: none-such}]
    get:
      tags: [items]
      operationId: get_item
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
    delete: {tags: [items], operationId: delete_item, responses: {"204": {description: ""}}}
  /events:
    get:
      tags: [events]
      operationId: watch
      responses: {"200": {description: "", content: {text/event-stream: {schema: {type: string}}}}}
    post:
      tags: [events]
      operationId: send
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [size], properties: {size: {type: integer}}},
          example: {size: large}}}
      responses: {"204": {description: ""}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: x-key}, basic: {type: http, scheme: basic}}
  schemas:
    Item:
      type: object
      required: [id, price]
      properties: {id: {type: string, readOnly: true}, price: {type: number}}
"""
TESTS = ["TestEvents::test_watch", "TestItems::test_create_item", "TestItems::test_delete_item"]
TESTS += ["TestItems::test_get_item", "TestItems::test_list_items"]
WITHOUT_SERVER = """
import sys
sys.modules["uvicorn"] = None  # as if it were not installed
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "channelsmith.toml").write_text(
        'tests = true\n[apis.shop]\nspec = "openapi.yaml"\noutput = "out"\npackage = "tested_shop"\n'
    )
    (folder / "openapi.yaml").write_text(DOCUMENT)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in ("generate", "check"):
            result = CliRunner().invoke(app, [command])
            assert result.exit_code == 0, result.output
    return folder / "out"


def run_tests(project: Path) -> str:
    """Return what pytest prints, a line for each test."""
    plugins = ("no:cacheprovider", "no:schemathesis", "no:hypothesispytest", "no:faker", "no:xdist")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-rA",
        "--tb=short",
        *(word for each in plugins for word in ("-p", each)),
    ]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout + done.stderr


def test_each_operation_has_a_test_that_fails_only_if_its_example_is_invalid(project: Path) -> None:
    output = run_tests(project)
    passed = [line.partition("test_operations.py::")[2] for line in output.splitlines() if line.startswith("PASSED")]
    assert passed == TESTS, output
    failed = [line for line in output.splitlines() if line.startswith("FAILED")]
    assert [line.partition(" - ")[0].partition("::")[2] for line in failed] == ["TestEvents::test_send"], output
    assert "InvalidRequestError: send: invalid body: /size" in output


def test_without_the_local_server_tests_are_skipped_and_say_how_to_install_it(project: Path) -> None:
    (project / "conftest.py").write_text(WITHOUT_SERVER)
    output = run_tests(project)
    (project / "conftest.py").unlink()
    assert "6 skipped" in output.splitlines()[-1], output
    assert "the local server needs channelsmith[sandbox]: pip install -e '.[test]'" in output


def test_the_project_has_an_extra_with_what_the_tests_need(project: Path) -> None:
    extras = tomllib.loads((project / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert extras["test"] == ["channelsmith[sandbox]", "pytest>=8"]
