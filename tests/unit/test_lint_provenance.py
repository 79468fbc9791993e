from pathlib import Path

from channelsmith.lint.linter import run_rule
from channelsmith.lint.rules.provenance import count_sources
from support.documents import brief, document

API = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    x-source: {basis: documented, doc: D}
    get:
      parameters: [{name: q, in: query, schema: {type: string}, x-source: {basis: inferred, note: n}}]
      responses:
        200:
          description: ok
          x-source: {section: s}
          content:
            application/json:
              schema: {properties: {x: {type: string}, y: {$ref: '#/components/schemas/Order'}}}
    post:
      x-source: {basis: sdk}
      responses: {default: {description: no}}
components:
  schemas:
    Order:
      properties:
        id: {type: string, x-source: {basis: public}}
        lines: {items: {properties: {sku: {type: string}}}}
"""


def test_elements_are_counted_by_the_basis_in_force(tmp_path: Path) -> None:
    assert count_sources(document(tmp_path, API)) == {
        "operations": {"documented": 1, "sdk": 1},
        "parameters": {"inferred": 1},
        "schemas": {"documented": 1, "unsourced": 1},
        "properties": {"documented": 1, "public": 1, "unsourced": 2},
    }


def test_elements_inherit_the_source_of_the_document(tmp_path: Path) -> None:
    counts = count_sources(document(tmp_path, f"x-source: {{basis: documented}}\n{API}"))
    assert (counts["schemas"], counts["properties"]["unsourced"]) == ({"documented": 2}, 0)
    assert counts["properties"].total() == 4


def test_elements_without_a_source_are_reported_where_others_have_one(tmp_path: Path) -> None:
    assert [brief(each) for each in run_rule("unsourced", document(tmp_path, API))] == [
        "20:5 unsourced: 'Order' has no source",
        "23:9 unsourced: 'lines' has no source",
        "23:38 unsourced: 'sku' has no source",
    ]


def test_documents_without_any_source_need_none(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {200: {description: d}}}}}\n"
    assert run_rule("unsourced", document(tmp_path, text)) == ()
