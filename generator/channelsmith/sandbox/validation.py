"""Validation of values against the schemas of a document."""

import binascii
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, Final, cast
from urllib.parse import quote

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind as Kind

from channelsmith.document import Document, Json, Node
from channelsmith.sandbox.json_values import with_floats
from channelsmith.sandbox.media_types import is_json

_BASE: Final = "urn:channelsmith:document"


_LARGE: Final = 20_000
"""Members and elements from which on only the first violation of a value is reported."""
_MAX_MESSAGE: Final = 300
_UNIONS: Final = (Kind.AnyOf, Kind.OneOfNotValid)


def _is_readable(read: Callable[[str], object]) -> Callable[[str], bool]:
    """Whether a function reads a text."""

    def is_readable(text: str) -> bool:
        try:
            read(text)
        except (ValueError, binascii.Error):
            return False
        return True

    return is_readable


_FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "byte": _is_readable(lambda text: b64decode(text, validate=True)),
    "base64url": _is_readable(lambda text: urlsafe_b64decode(text + "=" * (-len(text) % 4))),
    "time": _is_readable(time.fromisoformat),  # also without an offset
    **dict.fromkeys(("uri", "uri-reference", "iri", "iri-reference", "hostname", "idn-hostname"), lambda _: True),
}
"""Formats of OpenAPI, and those of JSON Schema that servers check less strictly."""

_RANGES: Final = {"int32": 2**31, "int64": 2**63}


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation of a schema; the field is dotted, "" for the value itself."""

    field: str
    message: str
    location: str = "body"
    """Where the value was sent: path, query, header, cookie or body."""
    is_missing: bool = False
    """Whether there is nothing where a value should be, or too little."""
    is_excessive: bool = False
    """Whether there are too many elements or characters."""

    def below(self, owner: str, location: str = "") -> "Violation":
        """The violation as one of the object that has the value as a member."""
        field = f"{owner}.{self.field}" if self.field else owner
        return replace(self, field=field, location=location or self.location)


class SchemaValidator:
    """Validates values that are sent against the schemas of one document, as JSON Schema 2020-12."""

    def __init__(self, document: Document) -> None:
        is_3_0 = document.root.text("openapi").startswith("3.0")
        normalized = _normalize(document.value, is_3_0=is_3_0)
        self._registry: Final = jsonschema_rs.Registry([(_BASE, normalized)])
        self._validators: Final = dict[str, jsonschema_rs.Validator]()

    def violations(self, schema: Node, value: Json) -> tuple[Violation, ...]:
        """The violations of a value; a missing member is reported as the field that it should be."""
        validator, value = self._validator(schema), with_floats(value)
        if validator.is_valid(value):
            return ()
        if not _is_large(value):
            return tuple(each for error in validator.iter_errors(value) for each in _violations(error))
        try:
            validator.validate(value)
        except jsonschema_rs.ValidationError as error:
            return _violations(error)
        return ()

    def _validator(self, schema: Node) -> jsonschema_rs.Validator:
        if schema.pointer not in self._validators:
            self._validators[schema.pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_BASE}#{quote(schema.pointer)}"},
                registry=self._registry,
                formats=dict(_FORMATS),
                validate_formats=True,
                offline=True,
            )
        return self._validators[schema.pointer]


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
    if (limit := _RANGES.get(str(made.get("format")))) is not None:
        made["allOf"] = [*made.get("allOf", ()), {"minimum": -limit, "maximum": limit - 1}]
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


def _violations(error: jsonschema_rs.ValidationError) -> tuple[Violation, ...]:
    """What is wrong.

    Of a body that lacks all of several groups of members, one of which is required, the members are missing. An object
    in the body is what is wrong itself, for its members often have the same names elsewhere.
    """
    causes = [cause for option in error.kind.context for cause in option] if isinstance(error.kind, _UNIONS) else []
    if not causes or not all(isinstance(cause.kind, Kind.Required) for cause in causes):
        return (_violation(error),)
    members = tuple(map(_violation, causes))
    field = ".".join(str(step) for step in error.instance_path)
    names = " or ".join(each.field.removeprefix(f"{field}.") for each in members)
    return (Violation(field, f"{names} is required", is_missing=True),) if field else members


def _violation(error: jsonschema_rs.ValidationError) -> Violation:
    field = ".".join(str(step) for step in error.instance_path)
    if isinstance(error.kind, Kind.Required):
        missing = Violation(error.kind.property, "is required", is_missing=True)
        return missing.below(field) if field else missing
    message = error.message
    message = message if len(message) <= _MAX_MESSAGE else f"{message[:_MAX_MESSAGE]}..."
    is_missing = isinstance(error.kind, Kind.MinItems | Kind.MinLength)
    is_excessive = isinstance(error.kind, Kind.MaxItems | Kind.MaxLength)
    return Violation(field, message, is_missing=is_missing, is_excessive=is_excessive)


def _is_large(value: Json) -> bool:
    """Whether a value has so many parts that finding all its violations takes long."""
    waiting: list[Json] = [value]
    count = 0
    while waiting and count <= _LARGE:
        each = waiting.pop()
        members = each if isinstance(each, list) else list(each.values()) if isinstance(each, dict) else []
        count += len(members)
        waiting += members
    return count > _LARGE


def is_binary(schema: Node) -> bool:
    """Whether a schema describes a file: in the form of 3.0 (`format: binary`), or of 3.1 (`contentMediaType`)."""
    target = schema.resolve()
    if target.text("format") == "binary":
        return True
    content = target.text("contentMediaType")
    return bool(content) and "contentEncoding" not in target and not is_json(content)
