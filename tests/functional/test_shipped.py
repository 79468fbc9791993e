"""The description in a package stands alone: with the table of error codes that it names, wherever that one stood."""

from dataclasses import replace
from pathlib import Path

from channelsmith.config import config_for_document
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
