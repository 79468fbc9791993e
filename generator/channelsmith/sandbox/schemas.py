"""Checking values against the schemas of a document, in the dialect of its version."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast
from urllib.parse import quote

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
from channelsmith.sandbox.quick import Quick

_BASE: Final = "urn:channelsmith:document"
_Dialect: TypeAlias = tuple[Callable[..., Validator], FormatChecker]
_OLD: Final = cast("_Dialect", (OAS30WriteValidator, oas30_format_checker))
_NEW: Final = cast("_Dialect", (OAS31Validator, oas31_format_checker))


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong with one field; the field is dotted, "" for the value itself."""

    field: str
    message: str

    def below(self, owner: str) -> "Violation":
        """The same, seen from the object that has the value as its member."""
        return Violation(f"{owner}.{self.field}" if self.field else owner, self.message)


class Schemas:
    """The schemas of one document."""

    def __init__(self, document: Document) -> None:
        """Chooses the dialect: that of 3.0 or JSON Schema 2020-12."""
        old = document.root.text("openapi").startswith("3.0")
        self._dialect: Final = _OLD if old else _NEW
        whole = DRAFT202012.create_resource(document.value)
        self._registry: Final = Registry[Any]().with_resource(_BASE, whole)
        self._quick: Final = None if old else Quick(document)

    def violations(self, schema: Node, value: Json) -> tuple[Violation, ...]:
        """What is wrong with a value; a missing member is reported as the field it should have been."""
        if self._quick is not None and self._quick.fits(schema, value):
            return ()
        checker, formats = self._dialect
        reference = {"$ref": f"{_BASE}#{quote(schema.pointer)}"}
        errors = checker(reference, registry=self._registry, format_checker=formats).iter_errors(value)
        return tuple(violation for error in errors for violation in _violations(error))


def _violations(error: ValidationError) -> Iterator[Violation]:
    field = ".".join(str(step) for step in error.absolute_path)
    if error.validator == "required":
        wanted, there = cast("list[str]", error.validator_value), cast("dict[str, Json]", error.instance)
        for name in (name for name in wanted if name not in there):
            missing = Violation(name, "is required")
            yield missing.below(field) if field else missing
    else:
        yield Violation(field, error.message)
