"""Decimals on the wire: a field of type `Decimal` is a JSON number, a `DecimalString` a JSON string."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final

from .scalars import number_text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, SerializationInfo
    from pydantic_core import CoreSchema

WIRE: Final = "wire"
"""The serialisation context in which a request body is written."""


class _AsString:
    """Tells pydantic to write the annotated Decimal as a string, with the digits it has."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs  # noqa: PLC0415 - importing this module must not load pydantic

        written = cs.plain_serializer_function_ser_schema(cls._write, info_arg=True)
        return cs.decimal_schema(serialization=written)

    @staticmethod
    def _write(value: object, info: SerializationInfo) -> object:
        as_text = info.mode_is_json() or info.context == WIRE
        return number_text(value) if as_text and isinstance(value, Decimal) else value


DecimalString = Annotated[Decimal, _AsString]
"""A Decimal that travels as a JSON string."""
