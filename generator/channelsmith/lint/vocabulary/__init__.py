"""The x- vocabulary: the JSON Schema of each extension (`schema.json`) and the objects it is allowed on.

Documented in `specs/README.md`.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

import jsonschema_rs


class Holder(StrEnum):
    """The kinds of OpenAPI object that can carry an extension."""

    DOCUMENT = "document"
    SERVER = "server"
    TAG = "tag"
    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    REQUEST_BODY = "request body"
    RESPONSE = "response"
    HEADER = "header"
    MEDIA_TYPE = "media type"
    SCHEMA = "schema"  # a property is a schema too
    EXAMPLE = "example"
    LINK = "link"
    SECURITY_SCHEME = "security scheme"


_CALL_POLICY: Final = frozenset({Holder.DOCUMENT, Holder.OPERATION})
_OPERATION: Final = frozenset({Holder.OPERATION})

HOLDERS: Final[Mapping[str, frozenset[Holder]]] = MappingProxyType(
    {
        "x-source": frozenset(Holder),
        "x-resource": frozenset({Holder.TAG, Holder.OPERATION}),
        "x-method": _OPERATION,
        "x-argument": frozenset({Holder.PARAMETER}),
        "x-credential": frozenset({Holder.SECURITY_SCHEME}),
        "x-envelope": frozenset({Holder.SCHEMA, Holder.OPERATION}),
        "x-rate-limit": _CALL_POLICY,
        "x-concurrency": _CALL_POLICY,
        "x-retry": _CALL_POLICY,
        "x-idempotency-key": _OPERATION,
        "x-pagination": _OPERATION,
        "x-batch-limit": _OPERATION,
        "x-polling": _OPERATION,
        "x-error-codes": frozenset({Holder.DOCUMENT}),
        "x-codes": _OPERATION,
        "x-uses": _OPERATION,
        "x-sandbox": _CALL_POLICY,
    }
)
"""Extension to the objects it is allowed on. An `x-` key that is not listed here is not ours."""


@cache
def schema() -> Mapping[str, object]:
    """Load the vocabulary: a JSON Schema (2020-12) with one `$defs` entry for each extension."""
    text = files(__name__).joinpath("schema.json").read_text(encoding="utf-8")
    return cast("Mapping[str, object]", json.loads(text))


def schema_of(extension: str) -> dict[str, object]:
    """Return the self-contained JSON Schema of one extension's value.

    Args:
        extension: a key of `HOLDERS`, such as "x-polling".

    Raises:
        KeyError: the extension is not part of the vocabulary.
    """
    if extension not in HOLDERS:
        raise KeyError(extension)
    return {**schema(), "$ref": f"#/$defs/{extension}"}


def whole(value: object) -> int:
    """Convert a number that the vocabulary declares as an integer; `2.0` is one too."""
    if not isinstance(value, int | float):
        raise TypeError(value)
    return int(value)


@cache
def validator_of(extension: str) -> jsonschema_rs.Validator:
    """Return the validator of an extension's value."""
    return jsonschema_rs.validator_for(schema_of(extension), offline=True)
