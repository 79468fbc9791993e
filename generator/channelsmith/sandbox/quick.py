"""Values that fit their schema, told fast: most requests do, and only those that do not need to be explained."""

from typing import Final
from urllib.parse import quote

import jsonschema_rs

from channelsmith.document import Document, Json, Node

_BASE: Final = "urn:channelsmith:document"
_OURS: Final = frozenset({"int32", "int64", "float", "double", "byte", "binary", "base64url"})
"""Formats of OpenAPI that the fast validator does not know: schemas with them are left to the thorough one."""


class Quick:
    """The schemas of one document of the dialect of JSON Schema 2020-12."""

    def __init__(self, document: Document) -> None:
        """Validators are made when they are needed first."""
        self._registry: Final = jsonschema_rs.Registry([(_BASE, document.value)])
        self._validators: Final = dict[str, jsonschema_rs.Validator | None]()

    def fits(self, schema: Node, value: Json) -> bool:
        """Whether a value certainly fits; False when it does not, or when that is for the thorough validator to say."""
        pointer = schema.pointer
        if pointer not in self._validators:
            self._validators[pointer] = self._validator(schema)
        validator = self._validators[pointer]
        return validator is not None and validator.is_valid(value)

    def _validator(self, schema: Node) -> jsonschema_rs.Validator | None:
        if _uses(schema, set()):
            return None
        try:
            return jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_BASE}#{quote(schema.pointer)}"},
                registry=self._registry,
                validate_formats=True,
                offline=True,
            )
        except (ValueError, jsonschema_rs.ValidationError):
            return None


def _uses(node: Node, seen: set[str]) -> bool:
    """Whether a schema, or one that it refers to, has a format of OpenAPI's own."""
    if node.pointer in seen:
        return False
    seen.add(node.pointer)
    if node.is_mapping and "format" in node and node["format"].value in _OURS:
        return True
    target = node.peek()
    if target is not None and target is not node and _uses(target, seen):
        return True
    return any(_uses(each, seen) for _, each in node.items()) or any(_uses(each, seen) for each in node.elements())
