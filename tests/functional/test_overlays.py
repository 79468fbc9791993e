"""A document that is wrong about a server, and the client that an overlay makes right."""

import json
import re
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from support.documents import write
from support.overlays import HEAD
from support.packages import built

ROOT = Path(__file__).parents[2]
YAML_BLOCKS = re.findall(r"```yaml\n(overlay: .*?)```", (ROOT / "specs" / "README.md").read_text("utf-8"), re.DOTALL)

SPEC = """
openapi: 3.1.0
info: {title: Orders, version: "1"}
paths:
  /v1/orders/summary:
    get:
      operationId: getOrderSummary
      tags: [orders]
      x-method: summary
      parameters: [{name: businessId, in: query, required: true, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "schemas.yaml#/Summary"}}}}
"""
SCHEMAS = "Summary: {type: object, properties: {totalOrders: {type: integer}}}"
REMOVE_AND_ADD = (
    HEAD
    + """
  - target: $.paths['/v1/orders/summary']
    remove: true
  - target: $.paths
    update:
      /v1/businesses/{businessId}/summary:
        get:
          operationId: getOrderSummary
          tags: [orders]
          x-method: summary
          parameters: [{name: businessId, in: path, required: true, schema: {type: string}}]
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Summary"}}}}
"""
)


@pytest.mark.parametrize(
    ("overlays", "url"),
    [
        ([], "https://api.test/v1/orders/summary?businessId=b1"),
        ([REMOVE_AND_ADD], "https://api.test/v1/businesses/b1/summary"),
        (YAML_BLOCKS, "https://api.test/v1/orders/summaries?businessId=b1"),
    ],
    ids=["as it is", "removed and added", "as specs/README.md says"],
)
def test_an_overlay_moves_an_operation_to_another_path(tmp_path: Path, overlays: list[str], url: str) -> None:
    files = {f"fix{at}.yaml": text for at, text in enumerate(overlays)}
    spec = write(tmp_path, {"openapi.yaml": SPEC, "schemas.yaml": SCHEMAS, **files})
    with built(spec, tmp_path, [tmp_path / name for name in files]) as package:
        client = package.client(httpx.Response(200, json={"totalOrders": 31}))
        summary = client.orders.summary(business_id="b1")
        assert (package.sent.method, str(package.sent.url)) == ("GET", url)
        assert summary == package.models.Summary(total_orders=31)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an API that is configured with one overlay, and a further overlay beside it."""
    config = '[tool.channelsmith.apis.orders]\nspec = "openapi.yaml"\noutput = "out"\noverlays = ["fix.yaml"]\n'
    more = f"{HEAD}  - target: $.paths.*.get\n    update: {{x-method: total}}\n"
    write(
        tmp_path,
        {
            "pyproject.toml": config,
            "openapi.yaml": SPEC,
            "schemas.yaml": SCHEMAS,
            "fix.yaml": YAML_BLOCKS[0],
            "more.yaml": more,
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and what was printed."""
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.output


def test_what_is_configured_is_generated_and_checked_with_its_overlays(project: Path) -> None:
    assert run("generate")[0] == 0
    described = json.loads((project / "out" / "src" / "orders" / "openapi.json").read_text("utf-8"))
    assert list(described["paths"]) == ["/v1/orders/summaries"]
    assert run("check")[0] == 0
    (project / "pyproject.toml").write_text((project / "pyproject.toml").read_text("utf-8").replace("fix", "more"))
    assert run("check")[0] == 1


def test_overlays_of_the_command_line_come_after_those_configured(project: Path) -> None:
    assert run("generate", "orders", "--overlay", "more.yaml")[0] == 0
    described = json.loads((project / "out" / "src" / "orders" / "openapi.json").read_text("utf-8"))
    assert described["paths"]["/v1/orders/summaries"]["get"]["x-method"] == "total"


def test_a_document_that_is_not_configured_takes_overlays_too(project: Path) -> None:
    options = ("--overlay", "fix.yaml", "--overlay", "more.yaml")
    assert run("generate", "--spec", "openapi.yaml", "--output", "other", "--package", "other", *options)[0] == 0
    described = json.loads((project / "other" / "src" / "other" / "openapi.json").read_text("utf-8"))
    assert described["paths"]["/v1/orders/summaries"]["get"]["x-method"] == "total"


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (("openapi.yaml",), "/v1/orders/summary"),
        (("openapi.yaml", "--overlay", "fix.yaml"), "/v1/orders/summaries"),
        (("orders",), "/v1/orders/summaries"),
    ],
)
@pytest.mark.usefixtures("project")
def test_the_ir_is_that_of_the_corrected_document(arguments: tuple[str, ...], path: str) -> None:
    code, output = run("ir", *arguments)
    assert code == 0
    assert re.findall(r'"path": "(/[^"]*)"', output) == [path]


@pytest.mark.usefixtures("project")
def test_linting_looks_at_the_corrected_document() -> None:
    # where nothing says where it comes from, nothing has to; the overlay says it of one operation
    assert run("lint", "openapi.yaml")[1].count("[unsourced]") == 0
    assert run("lint")[1].count("[unsourced]") == 2
    assert run("lint", "openapi.yaml", "--overlay", "fix.yaml")[1].count("[unsourced]") == 2


@pytest.mark.usefixtures("project")
def test_an_overlay_that_does_not_fit_is_unusable_input() -> None:
    code, output = run("generate", "--overlay", "fix.yaml")
    assert code == 2
    assert "fix.yaml:7:5: error: nothing matches" in output
    assert "did you mean '/v1/orders/summaries'?" in output


def test_overlays_are_configured_as_a_list(project: Path) -> None:
    config = (project / "pyproject.toml").read_text("utf-8")
    (project / "pyproject.toml").write_text(config.replace('["fix.yaml"]', '"fix.yaml"'))
    code, output = run("check")
    assert code == 2
    assert "'overlays': it has to be a list" in output
