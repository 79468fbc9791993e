from pathlib import Path

import pytest

from channelsmith.naming.schema_names import schema_words
from support.reading import parsed

DOCUMENT = """
paths:
  /v1/orders/{id}:
    parameters: [{name: state, in: query, schema: {enum: [a]}}]
    get:
      parameters: [{name: sort, in: query, schema: {enum: [a]}}]
      responses:
        '200': {content: {application/json: {schema: {properties: {lines: {items: {}}}}}}}
        '404': {content: {application/json: {schema: {}}}}
    post:
      operationId: createOrder
      requestBody: {content: {application/json: {schema: {}}}}
      responses: {'201': {content: {application/json: {schema: {}}}}, default: {content: {x: {schema: {}}}}}
      callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {x: {schema: {}}}}}}}}
components:
  parameters: {Page: {name: page, in: query, schema: {}}}
  responses: {Failure: {content: {x: {schema: {}}}}}
  requestBodies: {Change: {content: {x: {schema: {}}}}}
  headers: {Rate: {schema: {}}}
  pathItems: {Shared: {put: {operationId: putIt, requestBody: {content: {x: {schema: {}}}}}}}
  schemas:
    Order:
      $defs: {Money: {}}
      definitions: {Rate: {}}
      properties:
        lines: {items: {properties: {line: {}}}}
        data: {items: {}}
        tags: {additionalProperties: {items: {}}}
        open: {anyOf: [{type: string}, {enum: [a]}]}
        maybe: {anyOf: [{properties: {a: {}}}, {type: 'null'}]}
        pick: {oneOf: [{properties: {a: {}}}, {title: Second, properties: {b: {}}}]}
        whole: {allOf: [$Union, {properties: {inner: {}}}]}
        pair: {prefixItems: [{enum: [a]}, {enum: [b]}]}
    Union: {oneOf: [{enum: [a]}, {type: string}]}
    Maybe: {oneOf: [{properties: {}}, {type: 'null'}]}
    a/b~c: {properties: {x: {}}}
x-own: {Thing: {}, oneOf: {deep: {}}}
"""

ORDER = "/components/schemas/Order"


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        (ORDER, ("Order",)),
        (f"{ORDER}/$defs/Money", ("Order", "Money")),
        (f"{ORDER}/definitions/Rate", ("Order", "Rate")),
        (f"{ORDER}/properties/lines", ("Order", "lines")),
        (f"{ORDER}/properties/lines/items", ("Order", "line")),
        (f"{ORDER}/properties/lines/items/properties/line", ("Order", "line", "line")),
        (f"{ORDER}/properties/data/items", ("Order", "data", "Item")),
        (f"{ORDER}/properties/tags/additionalProperties", ("Order", "tags", "Value")),
        (f"{ORDER}/properties/tags/additionalProperties/items", ("Order", "tags", "Value", "Item")),
        (f"{ORDER}/properties/open/anyOf/1", ("Order", "open")),
        (f"{ORDER}/properties/maybe/anyOf/0", ("Order", "maybe")),
        (f"{ORDER}/properties/pick/oneOf/0", ("Order", "pick", "Option1")),
        (f"{ORDER}/properties/pick/oneOf/1", ("Order", "pick", "Second")),
        (f"{ORDER}/properties/whole/allOf/1/properties/inner", ("Order", "whole", "inner")),
        (f"{ORDER}/properties/pair/prefixItems/1", ("Order", "pair", "Option2")),
        ("/components/schemas/Union/oneOf/0", ("Union", "Option1")),
        ("/components/schemas/Maybe/oneOf/0", ("Maybe",)),
        ("/components/schemas/a~1b~0c/properties/x", ("a/b~c", "x")),
        ("/components/parameters/Page/schema", ("page",)),
        ("/components/responses/Failure/content/x/schema", ("Failure", "Response")),
        ("/components/requestBodies/Change/content/x/schema", ("Change",)),
        ("/components/headers/Rate/schema", ("Rate",)),
        ("/components/pathItems/Shared/put/requestBody/content/x/schema", ("putIt", "Request")),
        ("/x-own/Thing", ("Thing",)),
        ("/x-own/oneOf/deep", ("deep",)),
        ("", ("Document",)),
    ],
)
def test_a_schema_is_named_after_its_pointer(tmp_path: Path, pointer: str, words: tuple[str, ...]) -> None:
    assert schema_words(parsed(tmp_path, DOCUMENT), pointer) == words


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/parameters/0/schema", ("orders by id", "state")),
        ("/get/parameters/0/schema", ("get orders by id", "sort")),
        ("/get/responses/200/content/application~1json/schema", ("get orders by id", "Response")),
        (
            "/get/responses/200/content/application~1json/schema/properties/lines/items",
            ("get orders by id", "Response", "line"),
        ),
        ("/get/responses/404/content/application~1json/schema", ("get orders by id", "404", "Response")),
        ("/post/requestBody/content/application~1json/schema", ("createOrder", "Request")),
        ("/post/responses/201/content/application~1json/schema", ("createOrder", "Response")),
        ("/post/responses/default/content/x/schema", ("createOrder", "default", "Response")),
    ],
)
def test_a_schema_of_an_operation_is_named_after_the_operation(
    tmp_path: Path, pointer: str, words: tuple[str, ...]
) -> None:
    assert schema_words(parsed(tmp_path, DOCUMENT), f"/paths/~1v1~1orders~1{{id}}{pointer}") == words


def test_a_schema_of_a_callback_is_named_after_both_operations(tmp_path: Path) -> None:
    pointer = "/callbacks/done/{$request.body#~1url}/post/requestBody/content/x/schema"
    assert schema_words(parsed(tmp_path, DOCUMENT), f"/paths/~1v1~1orders~1{{id}}/post{pointer}") == (
        "createOrder",
        "post createOrder",
        "Request",
    )
