"""Validation of values against the schemas of a document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Any, Final, cast
from urllib.parse import quote

import jsonschema_rs
from jsonschema import FormatChecker
from jsonschema.exceptions import ValidationError
from openapi_schema_validator import (
    OAS31Validator,
    oas30_format_checker,
    oas31_format_checker,
)
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from channelsmith.document import Document, Json, Node
from channelsmith.sandbox.media_types import is_json

_CACHED_SCHEMAS: Final = 8192
_BASE: Final = "urn:channelsmith:document"
_PYTHON_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _with_offsets(formats: FormatChecker) -> FormatChecker:
    """A copy whose `time` may have an offset, which that of the library, from draft 3, must not."""
    copied = FormatChecker(())
    copied.checkers = formats.checkers | {"time": (_is_time, ValueError)}
    return copied


def _is_time(value: object) -> bool:
    return not isinstance(value, str) or bool(time.fromisoformat(value))


_OPENAPI_FORMATS: Final = frozenset({"int32", "int64", "float", "double", "byte", "binary", "base64url"})
"""Formats that jsonschema-rs does not know."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation of a schema; the field is dotted, "" for the value itself."""

    field: str
    message: str
    location: str = "body"
    """Where the value was sent: path, query, header, cookie or body."""

    def below(self, owner: str, location: str = "") -> "Violation":
        """The violation as one of the object that has the value as a member."""
        return Violation(f"{owner}.{self.field}" if self.field else owner, self.message, location or self.location)


class SchemaValidator:
    """Validates values that are sent against the schemas of one document, as JSON Schema 2020-12.

    jsonschema-rs, which is much faster, decides first where it knows all formats; jsonschema explains what is wrong.
    """

    def __init__(self, document: Document) -> None:
        is_3_0 = document.root.text("openapi").startswith("3.0")
        normalized = _normalize(document.value, is_3_0=is_3_0)
        self._formats: Final = _with_offsets(oas30_format_checker if is_3_0 else oas31_format_checker)
        self._registry: Final = Registry[Any]().with_resource(_BASE, DRAFT202012.create_resource(normalized))
        self._fast_registry: Final = jsonschema_rs.Registry([(_BASE, normalized)])
        self._fast: Final = dict[str, jsonschema_rs.Validator | None]()

    def violations(self, schema: Node, value: Json) -> tuple[Violation, ...]:
        """The violations of a value; a missing member is reported as the field that it should be."""
        fast = self._fast_validator(schema)
        if fast is not None and fast.is_valid(value):
            return ()
        reference = {"$ref": f"{_BASE}#{quote(schema.pointer)}"}
        validator = OAS31Validator(reference, registry=self._registry, format_checker=self._formats)
        return tuple(violation for error in validator.iter_errors(value) for violation in _violations(error))

    def _fast_validator(self, schema: Node) -> jsonschema_rs.Validator | None:
        if schema.pointer not in self._fast:
            self._fast[schema.pointer] = self._make_fast_validator(schema)
        return self._fast[schema.pointer]

    def _make_fast_validator(self, schema: Node) -> jsonschema_rs.Validator | None:
        if _uses_openapi_format(schema, set()):
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


def _normalize(value: Json, *, is_3_0: bool) -> Any:
    """A document whose schemas say in JSON Schema 2020-12 what OpenAPI has words of its own for.

    A read-only member need not be sent, a discriminator selects the alternative, and 3.0 becomes 3.1.
    """
    if isinstance(value, list):
        return [_normalize(element, is_3_0=is_3_0) for element in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {name: _normalize(member, is_3_0=is_3_0) for name, member in value.items()}
    required, properties = made.get("required"), made.get("properties")
    if isinstance(required, list) and isinstance(properties, dict):
        names, members = list[Any](required), dict[str, Any](properties)  # pyright: ignore[reportUnknownArgumentType]
        made["required"] = [name for name in names if not _is_read_only(members.get(str(name)))]
    _select_by_tag(made)
    if is_3_0:
        _modernize(made)
    return made


def _is_read_only(schema: Any) -> bool:
    return isinstance(schema, dict) and cast("dict[str, Any]", schema).get("readOnly") is True


def _select_by_tag(schema: dict[str, Any]) -> None:
    """Let the tag of a union decide where it is one of those that are mapped or implied; else any alternative fits."""
    discriminator = schema.get("discriminator")
    key = next((key for key in ("oneOf", "anyOf") if isinstance(schema.get(key), list)), None)
    if key is None or not isinstance(discriminator, dict):
        return
    details = cast("dict[str, Any]", discriminator)
    name = details.get("propertyName")
    mapping = cast("dict[str, Any]", details.get("mapping") or {})
    options: list[Any] = schema.pop(key)
    objects: list[dict[str, Any]] = [option for option in options if isinstance(option, dict)]
    references = [str(option["$ref"]) for option in objects if "$ref" in option]
    targets = {reference.rpartition("/")[2]: reference for reference in references}
    targets |= {tag: _schema_reference(to) for tag, to in mapping.items()}
    others: dict[str, Any] = {"anyOf": options}
    if "defaultMapping" in details:
        others = {"$ref": _schema_reference(details["defaultMapping"])}

    def has_tag(*tags: str) -> dict[str, Any]:
        return {"properties": {name: {"enum": list(tags)}}, "required": [name]}

    rules: list[Any] = [{"if": has_tag(tag), "then": {"$ref": target}} for tag, target in targets.items()]
    rules.append({"if": has_tag(*targets), "else": others})
    schema["allOf"] = [*schema.get("allOf", ()), *rules]


def _schema_reference(target: object) -> str:
    """The reference that a mapping of a discriminator has, or whose schema it names."""
    return str(target) if "/" in str(target) else f"#/components/schemas/{target}"


def _modernize(schema: dict[str, Any]) -> None:
    """Replace the keywords of OpenAPI 3.0."""
    if schema.get("nullable") is True:
        if isinstance(schema.get("type"), str):
            schema["type"] = [schema["type"], "null"]
        if isinstance(schema.get("enum"), list):
            schema["enum"] = [*schema["enum"], None]
        combined = {key: schema.pop(key) for key in ("oneOf", "anyOf", "allOf") if isinstance(schema.get(key), list)}
        if combined:
            schema["anyOf"] = [{"type": "null"}, combined]
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and limit in schema:
            schema[exclusive] = schema.pop(limit)


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


def is_binary(schema: Node) -> bool:
    """Whether a schema describes a file: in the form of 3.0 (`format: binary`), or of 3.1 (`contentMediaType`)."""
    target = schema.resolve()
    if target.text("format") == "binary":
        return True
    content = target.text("contentMediaType")
    return bool(content) and "contentEncoding" not in target and not is_json(content)


def has_type(value: Json, schema: Node) -> bool:
    """Whether a value other than null has one of the types of a schema; any has where there are none."""
    types, instance = types_of(schema), cast("object", value)
    if isinstance(instance, bool) and types:
        return "boolean" in types
    return not types or any(isinstance(instance, _PYTHON_TYPES[name]) for name in types if name in _PYTHON_TYPES)


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
