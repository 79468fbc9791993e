"""`channelsmith diff --format html`: the page with the signatures of both versions."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app

OLD = """
openapi: 3.1.0
info: {title: Shop, version: "1.2.3"}
x-rate-limit: {requests: 5, per: 1, scope: account}
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: expand, in: query, schema: {type: string}}
      responses:
        "200": {description: The order., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties: {id: {type: string}, note: {type: string}}
"""
NEW = (
    OLD.replace("requests: 5", "requests: 2")
    .replace("{name: expand, in: query, schema: {type: string}}", "{name: fields, in: query, schema: {type: integer}}")
    .replace("note: {type: string}", 'total: {type: number}, "<b>x</b>": {type: string, enum: ["<u>y</u>", z]}')
)


class Cells(HTMLParser):
    """The text of the table cells of a page, with their classes, and the names of all elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[tuple[str, str]] = []
        self.elements: set[str] = set()
        self._is_open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self._is_open = tag == "td"
        if self._is_open:
            self.cells.append((dict(attrs).get("class") or "", ""))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the signature of the base class
        self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            kind, text = self.cells[-1]
            self.cells[-1] = (kind, text + data)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    result = CliRunner().invoke(app, ["diff", "old.yaml", "new.yaml", "--format", "html"])
    assert result.exit_code == 1
    return result.stdout


def test_the_lines_of_a_signature_are_marked_as_removed_and_added(page: str) -> None:
    cells = {(kind, text.strip()) for kind, text in Cells(page).cells}
    assert ("removed", "expand: str | None = ...,") in cells
    assert ("added", "fields: int | None = ...,") in cells
    assert ("", "id: str,") in cells
    assert ("removed", "note: str = ...") in cells
    assert any(kind == "added" and text.startswith("# rate limit: ") for kind, text in cells)


def test_the_most_severe_changes_come_first_and_the_next_version_is_named(page: str) -> None:
    assert "Next version: <strong>2.0.0</strong>" in page
    order = re.findall(r"<h2>([^<]+)</h2>", page)
    assert set(order[:2]) == {"client.orders.get_order", "models.Order"}
    assert order[-1] == "Client"


def test_text_of_a_document_is_text_and_nothing_is_loaded(page: str) -> None:
    parsed = Cells(page)
    assert parsed.elements <= {
        *("html", "meta", "title", "style", "h1", "h2", "p", "strong", "span", "article", "ul", "li", "code", "div"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert not re.search(r"\b(?:src|href|onerror)=", page)
