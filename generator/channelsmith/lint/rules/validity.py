"""The specification's own JSON Schema, as openapi-spec-validator keeps it.

Its validator is pure Python: seconds for a large document, and many of its findings have no place. So its schemas are
run by jsonschema-rs, a thousand times faster, and what they can not say is said by the other rules.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from channelsmith.document import Document
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS
from channelsmith.lint.rules.errors import explain, nearest
from channelsmith.lint.rules.finding import Finding
from channelsmith.lint.rules.version import version_of

_BASE = "https://spec.openapis.org/oas/3.1/dialect/base"
_META = "https://spec.openapis.org/oas/3.1/meta/base"
_WITH_DIALECT = "https://spec.openapis.org/oas/3.1/schema-base"


def violations(document: Document) -> Iterator[Finding]:
    """Everything that is against the specification's schema, each at the element that has to change."""
    version = version_of(document)
    for error in _validator(version).iter_errors(document.value):
        for told in explain(error):
            yield Finding(nearest(document.root, told.tokens), told.message, told.hint)
    if version != "3.0":
        yield from _names(document)


def _names(document: Document) -> Iterator[Finding]:
    components = document.root.get("components")
    for section, pattern in _NAMES.items():
        holder = components.get(section) if components is not None else None
        for key, node in holder.items() if holder is not None else ():
            if not pattern.fullmatch(key):
                yield Finding(node, f"{key!r} can not be a name here", "names have letters, digits, '.', '_' and '-'")


_NAMES = dict.fromkeys(COMPONENT_SECTIONS.values(), re.compile("[A-Za-z0-9._-]+"))
"""What the names in a section of `components` look like."""


@cache
def _validator(version: str) -> jsonschema_rs.Validator:
    schema = _data("openapi_spec_validator", f"resources/schemas/v{version}/schema.json")
    if version == "3.0":
        return jsonschema_rs.validator_for(schema, offline=True)
    # An error about a name holds a copy of the whole section: a thousand of them would fill the memory.
    for section in schema["$defs"]["components"]["patternProperties"].values():
        section.pop("propertyNames", None)
    # OpenAPI 3.1 leaves its Schema Object open for dialects; this is the one it names as its own.
    with_dialect = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _WITH_DIALECT,
        "$ref": schema["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": _BASE}},
    }
    registry = jsonschema_rs.Registry(
        [
            (str(schema["$id"]), schema),
            (_BASE, _data("openapi_schema_validator", "schemas/oas3.1/metaschema.json")),
            (_META, _data("openapi_schema_validator", "schemas/oas3.1/vocabularies/base")),
        ]
    )
    return jsonschema_rs.validator_for(with_dialect, registry=registry, offline=True)


def _data(package: str, name: str) -> dict[str, Any]:
    """A JSON file out of a package, without importing the package: that alone would take a fifth of a second."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    value: dict[str, Any] = json.loads((Path(spec.origin).parent / name).read_text(encoding="utf-8"))
    return value
