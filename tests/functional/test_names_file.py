"""The names file of a project: made, kept, obeyed and checked by the commands."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from channelsmith.cli.app import app

CONFIGURATION = """
[tool.channelsmith.apis.shop]
spec = "shop.json"
output = "client"
names = "shop.names.json"
"""
ORDERS: dict[str, Any] = {"get": {"tags": ["Orders"], "operationId": "list", "responses": {}}}
SHOP: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {"/orders": ORDERS},
    "components": {"schemas": {"Order": {"properties": {"id": {}}}}},
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    monkeypatch.chdir(tmp_path)
    write(tmp_path)
    return tmp_path


def write(project: Path, **paths: Any) -> None:
    (project / "shop.json").write_text(json.dumps({**SHOP, "paths": {"/orders": ORDERS, **paths}}))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_configured_file_is_made_beside_the_description_and_not_in_the_output(project: Path) -> None:
    assert run("generate").exit_code == 0
    assert json.loads((project / "shop.names.json").read_text())["operations"]["GET /orders"]["method"] == "list"
    assert not (project / "client" / "names.json").exists()
    assert "names.json" not in (project / "client" / "generation.json").read_text()
    assert run("check").exit_code == 0


def test_what_is_new_is_added_and_makes_way(project: Path) -> None:
    run("generate")
    before = (project / "shop.names.json").read_text()
    write(project, **{"/all-orders": {"get": {"tags": ["Orders"], "operationId": "list", "responses": {}}}})
    checked = run("check")
    assert (checked.exit_code, "shop.names.json" in checked.stdout) == (1, True)
    assert (project / "shop.names.json").read_text() == before
    run("generate")
    after = json.loads((project / "shop.names.json").read_text())["operations"]
    assert {key: each["method"] for key, each in after.items()} == {
        "GET /orders": "list",
        "GET /all-orders": "list_get",
    }


def test_a_better_name_is_taken_over_everywhere(project: Path) -> None:
    run("generate")
    file = project / "shop.names.json"
    file.write_text(file.read_text().replace('"class": "Order"', '"class": "Purchase"'))
    assert run("check").exit_code == 1
    assert run("generate").exit_code == 0
    assert "class Purchase(Model)" in (project / "client/src/shop/models.py").read_text()
    assert run("check").exit_code == 0


def test_a_file_that_can_not_be_used_stops_the_run_and_nothing_is_written(project: Path) -> None:
    file = project / "shop.names.json"
    file.write_text('{\n "schemas": {"/components/schemas/Order": {"class": "def"}}\n}')
    failed = run("generate")
    assert failed.exit_code == 2
    assert "shop.names.json:2:" in failed.stderr
    assert "'def' cannot be the class of a model" in failed.stderr
    assert not (project / "client").exists()


def test_a_name_at_which_pydantic_warns_is_avoided_but_kept_where_the_file_has_it(project: Path) -> None:
    schemas = {"schemas": {"Till": {"properties": {"register": {}, "mro": {}}}}}
    (project / "shop.json").write_text(json.dumps({**SHOP, "components": schemas}))
    file = project / "shop.names.json"
    run("generate")
    assert attributes(file, "Till") == {"mro": "mro_", "register": "register_"}
    file.write_text(file.read_text().replace("register_", "register"))
    assert run("generate").exit_code == 0
    assert attributes(file, "Till") == {"mro": "mro_", "register": "register"}


def attributes(file: Path, schema: str) -> Any:
    return json.loads(file.read_text())["schemas"][f"/components/schemas/{schema}"]["attributes"]


def test_without_configuration_the_names_are_kept_in_the_output(project: Path) -> None:
    arguments = ("generate", "--spec", "shop.json", "--output", "other", "--package", "shop")
    run(*arguments)
    write(project, **{"/all-orders": {"get": {"tags": ["Orders"], "operationId": "list", "responses": {}}}})
    run(*arguments)
    names = json.loads((project / "other" / "names.json").read_text())["operations"]
    assert names["GET /orders"]["method"] == "list"
    assert "names.json" in json.loads((project / "other" / "generation.json").read_text())["files"]


def test_the_command_line_may_name_another_file(project: Path) -> None:
    arguments = ("generate", "--spec", "shop.json", "--output", "other", "--package", "shop", "--names", "my.json")
    assert run(*arguments).exit_code == 0
    assert (project / "my.json").is_file()
    assert not (project / "other" / "names.json").exists()


def test_one_file_is_not_shared_by_several_apis(project: Path) -> None:
    text = CONFIGURATION.replace("shop]", "mart]").replace('"client"', '"mart"').replace("names =", "overlays = [] #")
    (project / "pyproject.toml").write_text(CONFIGURATION + text)
    assert run("generate", "--names", "all.json").exit_code == 2
    assert not (project / "all.json").exists()


def test_methods_beside_those_of_the_operations_keep_their_names_too(project: Path) -> None:
    file = {"200": {"description": "", "content": {"application/pdf": {}}}}
    orders = {"get": {"tags": ["Orders"], "operationId": "print", "responses": file}}
    write(project, **{"/print": orders})
    run("generate")
    write(
        project, **{"/print": orders, "/new": {"get": {"tags": ["Orders"], "operationId": "printTo", "responses": {}}}}
    )
    run("generate")
    code = (project / "client/src/shop/resources/orders.py").read_text()
    print_to = code.partition("def print_to(")[2].partition("->")[0]
    assert ("target: " in print_to, "def print_to_get(self, **" in code) == (True, True)
