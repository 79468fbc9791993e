"""A document with any number of operations, five for each resource, to measure how time and memory grow."""

from typing import Any

Json = dict[str, Any]

PER_ITEM = 5
ITEMS_OF_A_RESOURCE = 4
ERROR: Json = {"type": "object", "properties": {"message": {"type": "string"}}}


def synthetic(operations: int) -> Json:
    """Return an OpenAPI document with that many operations, rounded down to whole resources."""
    items = range(operations // PER_ITEM)
    paths: Json = {}
    for at in items:
        paths |= _paths(at)
    return {
        "openapi": "3.0.3",
        "info": {"title": "Synthetic", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": {"Error": ERROR, **{f"Item{at}": _schema(at) for at in items}}},
    }


def _paths(at: int) -> Json:
    resource, item = f"things{at // ITEMS_OF_A_RESOURCE}", {"$ref": f"#/components/schemas/Item{at}"}
    body = {"required": True, "content": {"application/json": {"schema": item}}}
    sort = {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["up", "down"]}}
    key = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}

    def operation(verb: str, answer: Json, **more: Any) -> Json:
        return {"operationId": f"{verb}Item{at}", "tags": [resource], "responses": _answers(answer), **more}

    return {
        f"/{resource}/item{at}": {
            "get": operation("list", {"type": "array", "items": item}, parameters=[sort]),
            "post": operation("create", item, requestBody=body),
        },
        f"/{resource}/item{at}/{{id}}": {
            "parameters": [key],
            "get": operation("get", item),
            "put": operation("replace", item, requestBody=body),
            "delete": operation("delete", item),
        },
    }


def _answers(schema: Json) -> Json:
    wrong = {
        "description": "Wrong.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }
    return {"200": {"description": "Done.", "content": {"application/json": {"schema": schema}}}, "400": wrong}


def _schema(at: int) -> Json:
    line = {"type": "object", "properties": {"sku": {"type": "string"}, "count": {"type": "integer"}}}
    properties = {
        "id": {"type": "string", "description": "Which one it is."},
        "status": {"type": "string", "enum": ["new", "used", "gone"]},
        "price": {"type": "number", "format": "decimal"},
        "created": {"type": "string", "format": "date-time"},
        "lines": {"type": "array", "items": line},
        "previous": {"$ref": f"#/components/schemas/Item{max(0, at - 1)}"},
    }
    return {"type": "object", "description": f"Item {at}.", "required": ["id"], "properties": properties}
