"""The x- vocabulary: the JSON Schema of each extension (`schema.json`) and the objects it is allowed on.

Documented in `specs/README.md`.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

import jsonschema_rs

_CALL_POLICY: Final = frozenset({"document", "operation"})
_OPERATION: Final = frozenset({"operation"})
_ANY: Final = frozenset(
    {
        *("document", "server", "tag", "path item", "operation", "parameter", "request body", "response", "header"),
        *("media type", "schema", "example", "link", "security scheme"),
    }
)

HOLDERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "x-source": _ANY,
        "x-lint-ignore": _ANY | {"info", "paths", "responses", "components"},
        "x-resource": frozenset({"tag", "operation"}),
        "x-method": _OPERATION,
        "x-argument": frozenset({"parameter"}),
        "x-credential": frozenset({"security scheme"}),
        "x-envelope": frozenset({"schema", "operation"}),
        "x-rate-limit": _CALL_POLICY,
        "x-concurrency": _CALL_POLICY,
        "x-retry": _CALL_POLICY,
        "x-idempotency-key": _OPERATION,
        "x-pagination": _CALL_POLICY,
        "x-batch-limit": _OPERATION,
        "x-polling": _OPERATION,
        "x-rows": _OPERATION,
        "x-empty-until-ready": _OPERATION,
        "x-error-codes": frozenset({"document"}),
        "x-codes": _OPERATION,
        "x-uses": _OPERATION,
    }
)
"""Extension to the kinds of objects it is allowed on. An `x-` key that is not listed here is not ours."""


@cache
def _vocabulary() -> dict[str, object]:
    text = files(__name__).joinpath("schema.json").read_text(encoding="utf-8")
    return cast("dict[str, object]", json.loads(text))


def schema_of(extension: str) -> dict[str, object]:
    """Return the self-contained JSON Schema of an extension's value."""
    return {**_vocabulary(), "$ref": f"#/$defs/{extension}"}


@cache
def keys_of(extension: str) -> tuple[str, ...]:
    """Return every key that the value of an extension can have, at any depth."""
    definitions = cast("dict[str, object]", _vocabulary()["$defs"])
    keys: set[str] = set()
    pending: list[object] = [definitions[extension]]
    seen: set[object] = set()
    while pending:
        part = pending.pop()
        if isinstance(part, list):
            pending += cast("list[object]", part)
        elif isinstance(part, dict):
            schema = cast("dict[str, object]", part)
            keys.update(cast("dict[str, object]", schema.get("properties", {})))
            pending += schema.values()
            if isinstance(ref := schema.get("$ref"), str) and ref not in seen:
                seen.add(ref)
                pending.append(definitions[ref.rpartition("/")[2]])
    return tuple(sorted(keys))


@cache
def validator_of(extension: str) -> jsonschema_rs.Validator:
    """Return the validator of an extension's value."""
    return jsonschema_rs.validator_for(schema_of(extension), offline=True)
