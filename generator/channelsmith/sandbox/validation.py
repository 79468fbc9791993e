"""Validation of values against the schemas of a document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Any, Final, TypeAlias, cast
from urllib.parse import quote

import jsonschema_rs
from jsonschema import FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from openapi_schema_validator import (
    OAS30WriteValidator,  # pyright: ignore[reportUnknownVariableType]  # made by an untyped function
    OAS31Validator,
    oas30_format_checker,
    oas31_format_checker,
)
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from channelsmith.document import Document, Json, Node

_CACHED_SCHEMAS: Final = 8192
_BASE: Final = "urn:channelsmith:document"
_Dialect: TypeAlias = tuple[Callable[..., Validator], FormatChecker]


def _with_offsets(formats: FormatChecker) -> FormatChecker:
    """A copy whose `time` may have an offset, which that of the library, from draft 3, must not."""
    copied = FormatChecker(())
    copied.checkers = formats.checkers | {"time": (_is_time, ValueError)}
    return copied


def _is_time(value: object) -> bool:
    return not isinstance(value, str) or bool(time.fromisoformat(value))


_OPENAPI_3_0: Final = cast("_Dialect", (OAS30WriteValidator, _with_offsets(oas30_format_checker)))
_OPENAPI_3_1: Final = cast("_Dialect", (OAS31Validator, _with_offsets(oas31_format_checker)))

_OPENAPI_FORMATS: Final = frozenset({"int32", "int64", "float", "double", "byte", "binary", "base64url"})
"""Formats that jsonschema-rs does not know."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation of a schema; the field is dotted, "" for the value itself."""

    field: str
    message: str

    def below(self, owner: str) -> "Violation":
        """The violation as one of the object that has the value as a member."""
        return Violation(f"{owner}.{self.field}" if self.field else owner, self.message)


class SchemaValidator:
    """Validates values against the schemas of one document, in the dialect of its version.

    jsonschema-rs, which is much faster, decides first where it knows all formats; jsonschema explains what is wrong.
    """

    def __init__(self, document: Document) -> None:
        is_3_0 = document.root.text("openapi").startswith("3.0")
        self._dialect: Final = _OPENAPI_3_0 if is_3_0 else _OPENAPI_3_1
        resource = DRAFT202012.create_resource(document.value)
        self._registry: Final = Registry[Any]().with_resource(_BASE, resource)
        self._fast_registry: Final = None if is_3_0 else jsonschema_rs.Registry([(_BASE, document.value)])
        self._fast: Final = dict[str, jsonschema_rs.Validator | None]()

    def violations(self, schema: Node, value: Json) -> tuple[Violation, ...]:
        """The violations of a value; a missing member is reported as the field that it should be."""
        fast = self._fast_validator(schema)
        if fast is not None and fast.is_valid(value):
            return ()
        checker, formats = self._dialect
        reference = {"$ref": f"{_BASE}#{quote(schema.pointer)}"}
        errors = checker(reference, registry=self._registry, format_checker=formats).iter_errors(value)
        return tuple(violation for error in errors for violation in _violations(error))

    def _fast_validator(self, schema: Node) -> jsonschema_rs.Validator | None:
        if schema.pointer not in self._fast:
            self._fast[schema.pointer] = self._make_fast_validator(schema)
        return self._fast[schema.pointer]

    def _make_fast_validator(self, schema: Node) -> jsonschema_rs.Validator | None:
        if self._fast_registry is None or _uses_openapi_format(schema, set()):
            return None
        try:
            return jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_BASE}#{quote(schema.pointer)}"},
                registry=self._fast_registry,
                validate_formats=True,
                offline=True,
            )
        except (ValueError, jsonschema_rs.ValidationError):
            return None


def _violations(error: ValidationError) -> Iterator[Violation]:
    field = ".".join(str(step) for step in error.absolute_path)
    if error.validator == "required":
        required, members = cast("list[str]", error.validator_value), cast("dict[str, Json]", error.instance)
        for name in (name for name in required if name not in members):
            missing = Violation(name, "is required")
            yield missing.below(field) if field else missing
    else:
        yield Violation(field, error.message)


def _uses_openapi_format(node: Node, seen: set[str]) -> bool:
    """Whether a schema, or one that it refers to, has a format of OpenAPI."""
    if node.pointer in seen:
        return False
    seen.add(node.pointer)
    if node.is_mapping and "format" in node and node["format"].value in _OPENAPI_FORMATS:
        return True
    target = node.find_target()
    if target is not None and target is not node and _uses_openapi_format(target, seen):
        return True
    children = (*(child for _, child in node.items()), *node.elements())
    return any(_uses_openapi_format(child, seen) for child in children)


@lru_cache(_CACHED_SCHEMAS)
def types_of(schema: Node) -> frozenset[str]:
    """The types that a schema allows, those of its alternatives included; empty when it has none."""
    return frozenset(_types(schema, 4))


def _types(schema: Node, depth: int) -> Iterator[str]:
    target = schema.resolve()
    declared = target.get("type")
    if declared is not None:
        yield from (node.as_text() for node in declared.elements()) if declared.is_list else (declared.as_text(),)
    for key in ("allOf", "anyOf", "oneOf"):
        options = target.get(key)
        for option in options.elements() if options is not None and depth else ():
            yield from _types(option, depth - 1)
