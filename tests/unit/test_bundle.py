import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from channelsmith.document import Document
from channelsmith.document.json_text import format_json
from channelsmith.document.load import load_document
from channelsmith.lint.openapi_objects import find_objects
from channelsmith.transform.bundle import bundle_document
from support.documents import write

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def bundled(folder: Path, files: Mapping[str, str]) -> Document:
    """Return the bundled document; `HEAD` is prepended to the first file, which is the root."""
    root, *_ = files
    document = bundle_document(load_document(write(folder, {**files, root: HEAD + dedent(files[root])})))
    assert [node.ref for _, node in find_objects(document) if node.ref and node.find_target() is None] == []
    return document


def test_a_document_in_one_file_is_unchanged(tmp_path: Path) -> None:
    document = load_document(
        write(tmp_path, {"a.yaml": HEAD + "x: {$ref: 'other.yaml'}\npaths: {/a: {$ref: '#/paths/~1b'}}\n"})
    )
    assert bundle_document(document) is document


def test_objects_of_other_files_move_to_components_and_path_items_are_inlined(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": "paths: {/orders: {$ref: 'paths/orders.yaml'}}\n",
            "paths/orders.yaml": """\
                parameters: [{$ref: '../common.yaml#/Page'}]
                get:
                  responses:
                    200: {$ref: '../common.yaml#/responses/Orders'}
                """,
            "common.yaml": """\
                Page: {name: page, in: query, schema: {$ref: 'schemas/Number.yaml'}}
                responses:
                  Orders: {description: all, headers: {X: {$ref: '#/Header'}}}
                Header: {schema: {type: string}}
                """,
            "schemas/Number.yaml": "type: integer\n",
        },
    )
    assert document.value["paths"] == {
        "/orders": {
            "parameters": [{"$ref": "#/components/parameters/Page"}],
            "get": {"responses": {"200": {"$ref": "#/components/responses/Orders"}}},
        }
    }
    assert document.value["components"] == {
        "headers": {"Header": {"schema": {"type": "string"}}},
        "parameters": {"Page": {"name": "page", "in": "query", "schema": {"$ref": "#/components/schemas/Number"}}},
        "responses": {"Orders": {"description": "all", "headers": {"X": {"$ref": "#/components/headers/Header"}}}},
        "schemas": {"Number": {"type": "integer"}},
    }


def test_every_part_keeps_its_location_and_all_files_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = bundled(
        Path(),
        {
            "openapi.yaml": "paths:\n  /a:\n    $ref: b/paths.yaml#/a\n    summary: own\n",
            "b/paths.yaml": "a:\n  get:\n    responses:\n      200:\n        $ref: ../a.yaml\n",
            "a.yaml": "description: |\n  x\ncontent: {}\n",
        },
    )
    pointers = ("/paths/~1a", "/paths/~1a/get", "/paths/~1a/summary", "/components/responses/a/content", "/info")
    assert [str(document.location(pointer)) for pointer in pointers] == [
        "b/paths.yaml:1:1",
        "b/paths.yaml:2:3",
        "openapi.yaml:6:5",
        "a.yaml:3:1",
        "openapi.yaml:2:1",
    ]
    assert [path.as_posix() for path in document.files] == ["openapi.yaml", "a.yaml", "b/paths.yaml"]


def test_a_component_that_is_only_a_reference_is_replaced_by_its_target(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": """\
components:
  schemas:
    Order: {$ref: order.yaml}
    Other: {$ref: order.yaml}
    Local: {$ref: '#/components/schemas/Order'}
""",
            "order.yaml": "properties: {lines: {$ref: line.yaml}}\n",
            "line.yaml": "properties: {order: {$ref: order.yaml}}\n",
        },
    )
    assert document.value["components"] == {
        "schemas": {
            "Order": {"properties": {"lines": {"$ref": "#/components/schemas/line"}}},
            "Other": {"$ref": "#/components/schemas/Order"},
            "Local": {"$ref": "#/components/schemas/Order"},
            "line": {"properties": {"order": {"$ref": "#/components/schemas/Order"}}},
        }
    }


def test_parts_of_a_moved_target_are_referenced_inside_it(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": "components: {schemas: {Tree: {$ref: tree.yaml}}}\n",
            "tree.yaml": "$defs: {Leaf: {type: string}}\nitems: {$ref: '#'}\nnot: {$ref: '#/$defs/Leaf'}\n",
        },
    )
    assert document.at("/components/schemas/Tree").value == {
        "$defs": {"Leaf": {"type": "string"}},
        "items": {"$ref": "#/components/schemas/Tree"},
        "not": {"$ref": "#/components/schemas/Tree/$defs/Leaf"},
    }


def test_references_back_to_the_root_become_local(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "api/openapi.yaml": "components: {schemas: {A: {$ref: parts/a.yaml}, B: {type: string}}}\n",
            "api/parts/a.yaml": "items: {$ref: '../openapi.yaml#/components/schemas/B'}\n",
        },
    )
    assert document.at("/components/schemas/A").value == {"items": {"$ref": "#/components/schemas/B"}}


def test_whole_sections_can_be_in_a_file(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": "paths: {$ref: paths.yaml}\ncomponents: {schemas: {$ref: schemas.yaml}}\n",
            "paths.yaml": "/a: {get: {responses: {200: {content: {a/b: {schema: {$ref: 'schemas.yaml#/A'}}}}}}}\n",
            "schemas.yaml": "A: {items: {$ref: '#/B'}}\nB: {$ref: b.yaml#/A}\n",
            "b.yaml": "A: {type: string}\n",
        },
    )
    schema = document.at("/paths/~1a/get/responses/200/content/a~1b/schema")
    assert schema.value == {"$ref": "#/components/schemas/A"}
    assert document.at("/components/schemas").value == {
        "A": {"items": {"$ref": "#/components/schemas/B"}},
        "B": {"$ref": "#/components/schemas/b_A"},
        "b_A": {"type": "string"},
    }


def test_a_path_item_that_contains_itself_ends_in_a_reference(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": "paths: {/a: {$ref: a.yaml}}\n",
            "a.yaml": "post: {callbacks: {done: {'{$url}': {$ref: a.yaml}}}}\n",
        },
    )
    assert document.at("/paths/~1a/post/callbacks/done/{$url}").value == {"$ref": "#/paths/~1a"}


def test_discriminators_follow_their_schemas(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": "components: {schemas: {Pet: {$ref: pets.yaml#/Pet}, Cow: {type: object}}}\n",
            "pets.yaml": """\
                Pet:
                  oneOf: [{$ref: 'dog.yaml'}]
                  discriminator:
                    propertyName: kind
                    mapping: {d: dog.yaml, c: ./cat.yaml, b: '#/Bird', own: Own, cow: Cow}
                Bird: {type: object}
                components: {schemas: {Own: {type: object}}}
                """,
            "dog.yaml": "type: object\n",
            "cat.yaml": "type: object\n",
        },
    )
    assert document.at("/components/schemas/Pet/discriminator/mapping").value == {
        "d": "#/components/schemas/dog",
        "c": "#/components/schemas/cat",
        "b": "#/components/schemas/Bird",
        "own": "#/components/schemas/Own",
        "cow": "Cow",
    }


def test_examples_are_data_not_references(tmp_path: Path) -> None:
    part = "example: {$ref: gone.yaml}\ndefault: {$ref: gone.yaml}\nproperties: {default: {$ref: b.yaml}}\n"
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": "components: {schemas: {A: {$ref: a.yaml}}}\n",
            "a.yaml": part + "const: {$ref: '#/gone'}\nx-note: {$ref: gone.yaml}\n",
            "b.yaml": "type: string\n",
        },
    )
    assert document.at("/components/schemas/A").value == {
        "example": {"$ref": "gone.yaml"},
        "default": {"$ref": "gone.yaml"},
        "properties": {"default": {"$ref": "#/components/schemas/b"}},
        "const": {"$ref": "#/gone"},
        "x-note": {"$ref": "gone.yaml"},
    }


def test_names_that_collide_include_the_file_whatever_the_order(tmp_path: Path) -> None:
    references = ["a.yaml#/Id", "b.yaml#/Id", "c/a.yaml#/Id", "d/Id.yaml", "e.yaml#/Id/x y", "f.yaml#/Money"]
    files = {
        "a.yaml": "Id: {title: a}\n",
        "b.yaml": "Id: {title: b}\n",
        "c/a.yaml": "Id: {title: c}\n",
        "d/Id.yaml": "title: d\n",
        "e.yaml": "Id: {'x y': {title: e}}\n",
        "f.yaml": "Money: {title: f}\n",
    }
    seen: set[str] = set()
    for seed in range(6):
        Random(seed).shuffle(references)  # noqa: S311 -- no secret
        listed = "".join(f"      - $ref: '{reference}'\n" for reference in references)
        root = f"components:\n  schemas:\n    Money: {{title: root}}\n    All:\n      oneOf:\n{listed}"
        schemas = bundled(tmp_path, {"openapi.yaml": root, **files}).at("/components/schemas")
        seen.add(json.dumps({name: node.text("title") for name, node in schemas.items() if name != "All"}))
    assert [json.loads(each) for each in seen] == [
        {
            "Money": "root",
            "a_Id": "a",
            "b_Id": "b",
            "c_a_Id": "c",
            "d_Id": "d",
            "f_Money": "f",
            "x_y": "e",
        }
    ]


def test_formatted_json_keeps_the_order_of_the_document(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, {"a.yaml": "z: \u00e9\na: [1, null]\n"}))
    assert format_json(document.value) == '{\n  "z": "\u00e9",\n  "a": [\n    1,\n    null\n  ]\n}\n'


def test_lists_and_their_elements_can_be_in_other_files(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": """\
                tags: {$ref: 'tags.yaml'}
                paths:
                  /a:
                    parameters: {$ref: 'parts.yaml#/parameters'}
                    get:
                      parameters: [{$ref: 'list.yaml#/1'}]
                      responses: {200: {description: ok}}
                """,
            "tags.yaml": "- {name: a}\n- {name: b}\n",
            "parts.yaml": "parameters: [{$ref: 'list.yaml#/0'}]\n",
            "list.yaml": "- {name: x, in: query, schema: {}}\n- {name: y, in: query, schema: {}}\n",
        },
    )
    assert document.value["tags"] == [{"name": "a"}, {"name": "b"}]
    item = document.at("/paths/~1a")
    assert [each.resolve().text("name") for each in item["parameters"].elements()] == ["x"]
    assert [each.resolve().text("name") for each in item["get"]["parameters"].elements()] == ["y"]
    assert Path(document.location("/tags/1/name").file).name == "tags.yaml"
    assert document.location("/tags/1/name").line == 2


def test_references_where_openapi_has_none_are_replaced_by_their_target(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": """\
                paths:
                  /a:
                    get:
                      parameters: {$ref: '#/x-shared/parameters'}
                      responses:
                        200: {description: ok, content: {$ref: '#/components/mediaTypes/a'}}
                        400: {description: no, content: {$ref: '#/paths/~1a/get/responses/200/content'}}
                x-shared: {parameters: [{name: x, in: query, schema: {}}]}
                components: {mediaTypes: {a: {application/json: {schema: {type: string}}}}}
                """
        },
    )
    operation = document.at("/paths/~1a/get")
    assert operation["parameters"].value == [{"name": "x", "in": "query", "schema": {}}]
    for status in ("200", "400"):
        assert operation["responses"][status]["content"].value == {"application/json": {"schema": {"type": "string"}}}
    assert document.location("/paths/~1a/get/responses/200/content/application~1json").line == 11


def test_pointers_lead_through_references(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": """\
                components: {$ref: components.yaml}
                paths: {/a: {get: {responses: {200: {$ref: 'parts.yaml#/all/0/ok'}}}}}
                """,
            "components.yaml": "schemas: {$ref: 'parts.yaml#/schemas'}\n",
            "parts.yaml": """\
                all: {$ref: '#/answers'}
                answers:
                  - ok: {content: {application/json: {schema: {$ref: 'openapi.yaml#/components/schemas/Pet'}}}}
                schemas: {Pet: {type: object}}
                """,
        },
    )
    schema = document.at("/components/responses/ok/content/application~1json/schema").resolve()
    assert schema.value == {"type": "object"}


def test_texts_and_lists_of_texts_or_requirements_may_be_in_other_files(tmp_path: Path) -> None:
    document = bundled(
        tmp_path,
        {
            "openapi.yaml": """\
                security: {$ref: 'lists.yaml#/security'}
                tags: [{name: a, description: {$ref: 'lists.yaml#/text'}}]
                paths: {/a: {get: {tags: {$ref: 'lists.yaml#/tags'}, security: {$ref: 'lists.yaml#/none'}}}}
                components:
                  schemas:
                    Pet: {required: {$ref: 'lists.yaml#/tags'}, properties: {k: {enum: {$ref: 'lists.yaml#/tags'}}}}
                """,
            "lists.yaml": "security: [{key: []}]\nnone: []\ntags: [id]\ntext: All.\n",
        },
    )
    assert document.value["security"] == [{"key": []}]
    assert document.value["tags"] == [{"name": "a", "description": "All."}]
    assert document.at("/paths/~1a/get").value == {"tags": ["id"], "security": []}
    assert document.at("/components/schemas/Pet").value == {"required": ["id"], "properties": {"k": {"enum": ["id"]}}}


def test_pointers_that_lead_through_a_circle_lead_nowhere(tmp_path: Path) -> None:
    files = {
        "openapi.yaml": HEAD + "paths: {/a: {$ref: 'a.yaml#/x/y'}}\n",
        "a.yaml": "x: {$ref: 'b.yaml#/x/y'}\n",
        "b.yaml": "x: {$ref: 'a.yaml#/x/y'}\n",
    }
    (problem,) = bundle_document(load_document(write(tmp_path, files))).unfollowed.values()
    assert problem.message == "the reference 'a.yaml#/x/y' leads nowhere: '/x' has no 'y'"
