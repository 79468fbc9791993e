from pathlib import Path

from channelsmith.lint.rules import check
from channelsmith.lint.rules.provenance import Counts, ProvenanceReport, report
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
    assert report(document(tmp_path, API)) == ProvenanceReport(
        operations=Counts(documented=1, sdk=1),
        parameters=Counts(inferred=1),
        schemas=Counts(documented=1, unsourced=1),
        properties=Counts(documented=1, public=1, unsourced=2),
    )


def test_what_is_said_of_the_document_holds_for_everything(tmp_path: Path) -> None:
    found = report(document(tmp_path, f"x-source: {{basis: documented}}\n{API}"))
    assert [found.schemas, found.properties.unsourced, found.properties.total] == [Counts(documented=2), 0, 4]


def test_elements_without_a_source_are_named_where_others_have_one(tmp_path: Path) -> None:
    assert [brief(each) for each in check(document(tmp_path, API))] == [
        "20:5 unsourced: nothing says where 'Order' comes from",
        "23:9 unsourced: nothing says where 'lines' comes from",
        "23:38 unsourced: nothing says where 'sku' comes from",
    ]


def test_documents_that_name_no_source_are_not_asked_for_one(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {200: {description: d}}}}}\n"
    assert check(document(tmp_path, text)) == ()
