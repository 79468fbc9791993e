"""What a method is given: values in the Python types a caller would use, and all of it for one call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final, TypeAlias
from uuid import UUID

from channelsmith import ir
from channelsmith.conform.methods import Argument
from channelsmith.document import Json, Node

Given: TypeAlias = "dict[str, Given] | list[Given] | str | int | float | bool | Decimal | date | UUID | bytes | None"
"""What is handed to a method: JSON, or the Python types it stands for."""
Schemas: TypeAlias = Mapping[str, ir.Schema]
Fits: TypeAlias = Callable[["Node | None", Json], bool]
"""Whether a value fits a schema."""

_ZONE: Final = timezone(timedelta(hours=2))


@dataclass(frozen=True, slots=True)
class Invocation:
    """One way to call a method: what is given by parameter, and the body.

    `media` is that of the body, None without one. With `flat` the members of the body are given as arguments.
    """

    arguments: tuple[tuple[Argument, Given], ...] = ()
    body: Given = None
    wire: Json = None
    """The body as it should arrive."""
    media: ir.Media | None = None
    flat: bool = False
    accept: str = ""
    media_type: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Wire name -> Python argument, of the members of the body."""

    @property
    def positional(self) -> list[Given]:
        """The arguments of the path."""
        return [value for each, value in self.arguments if each.parameter.location is ir.Location.PATH]

    @property
    def keywords(self) -> dict[str, Given]:
        """All others."""
        found = {each.name: value for each, value in self.arguments if each.parameter.location is not ir.Location.PATH}
        if self.media is not None and self.flat and isinstance(self.body, dict):
            found |= {self.names[wire]: value for wire, value in self.body.items()}
        elif self.media is not None:
            found["body"] = self.body
        chosen: dict[str, Given] = {"accept": self.accept, "media_type": self.media_type}
        return found | {name: value for name, value in chosen.items() if value}


def typed(value: Given, kind: ir.Type | None, schemas: Schemas) -> Given:  # noqa: PLR0911 -- a table, one case a type
    """A JSON value as the Python value a caller would rather have; unchanged where it is not of that type."""
    match kind:
        case ir.Primitive(scalar):
            return _scalar(value, scalar)
        case ir.Array(items) if isinstance(value, list):
            return [typed(each, items, schemas) for each in value]
        case ir.Map(values) if isinstance(value, dict):
            return {name: typed(each, values, schemas) for name, each in value.items()}
        case ir.Either(members):
            found = [typed(value, each, schemas) for each in members if each != ir.NULL] if value is not None else []
            return next((each for each in found if each is not value), value)
        case ir.Named(pointer):
            match schemas.get(pointer):
                case ir.AliasSchema(type=inner):
                    return typed(value, inner, schemas)
                case ir.ObjectSchema(properties=properties) if isinstance(value, dict):
                    types = {each.name: each.type for each in properties}
                    return {name: typed(each, types.get(name), schemas) for name, each in value.items()}
                case _:
                    return value
        case _:
            return value


def _scalar(value: Given, scalar: ir.Scalar) -> Given:
    maker, written = _MAKERS.get(scalar, (None, str))
    if maker is None or isinstance(value, bool) or not isinstance(value, written):
        return value
    try:
        return maker(str(value))
    except (ValueError, ArithmeticError):
        return value


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found.astimezone(_ZONE) if found.tzinfo is not None else found.replace(tzinfo=_ZONE)


_NUMBERS: Final = (int, float)
_MAKERS: Final[Mapping[ir.Scalar, tuple[Callable[[str], Given], type | tuple[type, ...]]]] = {
    ir.Scalar.DATETIME: (_moment, str),
    ir.Scalar.DATE: (date.fromisoformat, str),
    ir.Scalar.UUID: (UUID, str),
    ir.Scalar.DECIMAL: (Decimal, _NUMBERS),
    ir.Scalar.DECIMAL_STRING: (Decimal, str),
}
"""What makes the Python value of a scalar, and what it is in JSON."""
