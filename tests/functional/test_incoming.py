"""Webhooks and callbacks: no methods, but pages of the reference and models for their bodies."""

from pathlib import Path

from support.packages import built

SPEC = """
openapi: 3.1.0
info: {title: T, version: "1"}
webhooks:
  newPet:
    post:
      summary: A pet came | or went
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {"200": {description: ok}}
paths:
  /subscriptions:
    post:
      operationId: subscribe
      tags: [Subscriptions]
      callbacks:
        onData:
          "{$request.body#/url}":
            put: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Event"}}}}}
        onEnd: {$ref: "#/components/callbacks/End"}
      responses: {"204": {description: ok}}
components:
  callbacks:
    End: {"https://fixed.test": {get: {responses: {"200": {description: ok}}}}}
  schemas:
    Event: {type: object, properties: {at: {type: string, format: date-time}}}
"""


def test_what_the_api_sends_is_in_the_reference(tmp_path: Path) -> None:
    with built(SPEC, tmp_path) as package:
        page = (package.folder / "docs" / "webhooks-and-callbacks.md").read_text("utf-8")
        assert [line for line in page.splitlines() if line.startswith("| `")] == [
            "| `newPet` | POST | at any time | A pet came \\| or went | [`NewPetRequest`](models.md#newpetrequest) |",
            "| `onData` | PUT | after POST /subscriptions, to `{$request.body#/url}` |  | [`Event`](models.md#event) |",
            "| `onEnd` | GET | after POST /subscriptions, to `https://fixed.test` |  | not documented |",
        ]
        index = (package.folder / "docs" / "index.md").read_text("utf-8")
        assert "[Webhooks and callbacks](webhooks-and-callbacks.md)" in index
        assert package.models.NewPetRequest(name="x").to_wire() == {"name": "x"}


def test_without_any_there_is_no_such_page(tmp_path: Path) -> None:
    quiet = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
    with built(quiet, tmp_path) as package:
        assert not (package.folder / "docs" / "webhooks-and-callbacks.md").exists()
