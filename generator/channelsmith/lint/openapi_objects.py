"""The kinds of objects in an OpenAPI document, and iterating over them.

Only along this table is it certain that a ``$ref`` is a reference and not part of an example, and that ``default``
is a default and not a property of that name.

A *kind* is an object's name in the specification ("path item", "schema"). ``{kind}`` is a mapping from names to such
objects and ``[kind]`` a list of them.
"""

import re
from collections.abc import Iterator, Mapping

from channelsmith.document import Document, Json, Node
from channelsmith.document.json_pointer import escape

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""Members of a path item that are operations; those with other methods are in `additionalOperations`."""

TOKEN = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
"""The name of a method, a header or a cookie (RFC 9110)."""

PARAMETER_LOCATIONS = ("path", "query", "querystring", "header", "cookie")

UNSUPPORTED_ARRAY_FORMAT = "x-collectionFormat"
"""Marks an array of a Swagger 2.0 document whose format OpenAPI 3 cannot express; it was converted to a string."""

COMPONENT_SECTIONS: Mapping[str, str] = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "request body": "requestBodies",
    "header": "headers",
    "security scheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
    "path item": "pathItems",
    "media type": "mediaTypes",
}
"""Kind to the member of ``components`` that contains such objects by name."""

_ANY = "*"  # every key that is not an extension
_VALUE = {"schema": "schema", "examples": "{example}", "content": "{media type}"}
_ENCODING = {"encoding": "{encoding}", "prefixEncoding": "[encoding]", "itemEncoding": "encoding"}

OBJECT_FIELDS: Mapping[str, Mapping[str, str]] = {
    "document": {
        "info": "info",
        "servers": "[server]",
        "paths": "paths",
        "webhooks": "{path item}",
        "x-webhooks": "{path item}",  # their name before 3.1
        "components": "components",
        "tags": "[tag]",
    },
    "swagger document": {  # version 2.0, before its conversion
        "paths": "paths",
        "x-ms-paths": "paths",
        "definitions": "{schema}",
        "parameters": "{parameter}",
        "responses": "{response}",
    },
    "info": {},
    "paths": {_ANY: "path item"},
    "components": {section: f"{{{kind}}}" for kind, section in COMPONENT_SECTIONS.items()},
    "path item": {
        "servers": "[server]",
        "parameters": "[parameter]",
        **dict.fromkeys(METHODS, "operation"),
        "additionalOperations": "{operation}",
    },
    "operation": {
        "parameters": "[parameter]",
        "requestBody": "request body",
        "responses": "responses",
        "callbacks": "{callback}",
        "servers": "[server]",
    },
    "responses": {_ANY: "response"},
    "callback": {_ANY: "path item"},
    "parameter": _VALUE,
    "header": _VALUE,
    "request body": {"content": "{media type}"},
    "response": {
        "headers": "{header}",
        "content": "{media type}",
        "links": "{link}",
        "schema": "schema",  # version 2.0
    },
    "media type": {"schema": "schema", "itemSchema": "schema", "examples": "{example}", **_ENCODING},
    "encoding": {"headers": "{header}", **_ENCODING},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "$defs", "definitions", "dependentSchemas"), "{schema}"),
        **dict.fromkeys(("allOf", "oneOf", "anyOf", "prefixItems"), "[schema]"),
        **dict.fromkeys(
            ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"), "schema"
        ),
        **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties", "contentSchema"), "schema"),
    },
    "server": {"variables": "{server variable}"},
    "server variable": {},
    "link": {},
    "example": {},
    "security scheme": {},
    "tag": {},
}
"""Kind to its members that contain further objects."""

SCHEMA_KEYWORDS = frozenset(
    {
        *OBJECT_FIELDS["schema"],
        *("$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$ref", "$schema", "$vocabulary"),
        *("type", "enum", "const", "default", "title", "description", "format", "deprecated", "readOnly", "writeOnly"),
        *("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"),
        *("pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties"),
        *("minProperties", "required", "dependentRequired", "dependencies", "contentEncoding", "contentMediaType"),
        *("additionalItems", "nullable", "discriminator", "xml", "externalDocs", "example", "examples"),
    }
)
"""The keywords of schemas in all versions of OpenAPI, and those of earlier drafts of JSON Schema."""


def operations_of(item: Node) -> Iterator[tuple[str, Node]]:
    """Yield the method, in upper case or as written in `additionalOperations`, and the node of each operation."""
    for method in METHODS:
        if (node := item.get(method)) is not None:
            yield method.upper(), node
    additional = item.get("additionalOperations")
    for method, node in additional.items() if additional is not None else ():
        if TOKEN.fullmatch(method):  # the rule `validity` reports others
            yield method, node


def mapping_entries(discriminator: Node) -> Iterator[Node]:
    """Yield the entries of a discriminator that name schemas or refer to them."""
    mapping, default = discriminator.get("mapping"), discriminator.get("defaultMapping")
    yield from (entry for _, entry in mapping.items()) if mapping is not None else ()
    yield from (default,) if default is not None else ()


def walk_objects(node: Node, kind: str) -> Iterator[tuple[str, Node]]:
    """Iterate over an object and all objects in it with their kinds, in document order; references are not followed.

    Mappings and lists of objects are included as ``{kind}`` and ``[kind]``. A value of the wrong type is yielded but
    not entered.
    """
    pending = [(kind, node.pointer, node.value)]
    document = node.document
    while pending:
        kind, pointer, value = pending.pop()
        yield kind, Node(document, pointer, value)
        pending += reversed(list(_children(kind, pointer, value)))


def _children(kind: str, pointer: str, value: Json) -> Iterator[tuple[str, str, Json]]:
    if isinstance(value, list):
        if kind[0] == "[":
            yield from ((kind[1:-1], f"{pointer}/{index}", element) for index, element in enumerate(value))
    elif isinstance(value, dict):
        fields = OBJECT_FIELDS.get(kind, {})
        every = kind[1:-1] if kind[0] == "{" else ""
        for key, member in value.items():
            inner = every or fields.get(key)
            if inner is None and _ANY in fields and not key.startswith("x-") and key != "$ref":
                inner = fields[_ANY]
            if inner is not None:
                yield inner, f"{pointer}/{escape(key)}", member


def find_objects(document: Document) -> tuple[tuple[str, Node], ...]:
    """Return every object of the document with its kind, including targets of references outside the usual sections.

    Documents keep shared schemas in other members too (``#/definitions/Order``, ``#/x-shared/Order``); the kind of such
    an object is the kind of the objects that refer to it.
    """
    objects = list(walk_objects(document.root, "document"))
    known = {node.pointer for _, node in objects}
    pending = list(objects)
    followed: set[str] = set()
    while pending:
        kind, node = pending.pop()
        if (ref := node.ref) is None or ref in followed:
            continue
        followed.add(ref)
        target = node.find_target()
        if target is not None and target.pointer not in known:
            inner = list(walk_objects(target, kind))
            known.update(node.pointer for _, node in inner)
            pending += inner
            objects += inner
    return tuple(objects)
