"""The x- vocabulary: what each extension looks like (`schema.json`) and where it may stand.

Documented for people in `specs/README.md`.
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
"""Extension -> the objects it may stand on. An `x-` key that is not here belongs to somebody else."""


@cache
def schema() -> Mapping[str, object]:
    """The whole vocabulary: a JSON Schema (2020-12) with one `$defs` entry for each extension."""
    text = files(__name__).joinpath("schema.json").read_text(encoding="utf-8")
    return cast("Mapping[str, object]", json.loads(text))


def schema_of(extension: str) -> dict[str, object]:
    """The JSON Schema of one extension's value, complete in itself.

    Args:
        extension: a key of `HOLDERS`, such as "x-polling".

    Raises:
        KeyError: the extension is not part of the vocabulary.
    """
    if extension not in HOLDERS:
        raise KeyError(extension)
    return {**schema(), "$ref": f"#/$defs/{extension}"}


def whole(value: object) -> int:
    """A number that the vocabulary calls an integer, also one that is written as `2.0`."""
    if not isinstance(value, int | float):
        raise TypeError(value)
    return int(value)


@cache
def validator_of(extension: str) -> jsonschema_rs.Validator:
    """What tells whether a value has the form of an extension."""
    return jsonschema_rs.validator_for(schema_of(extension), offline=True)
