"""What deserves a name of its own: objects, enums, and names for other types."""

from dataclasses import dataclass
from typing import TypeAlias

from channelsmith.ir.types import Type


@dataclass(frozen=True, slots=True)
class Property:
    """A member of an object, under its wire name."""

    name: str
    type: Type
    required: bool
    description: str = ""
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


@dataclass(frozen=True, slots=True)
class ObjectSchema:
    """An object with known properties; unknown ones are always kept. `hint` is the words its name is made of.

    `others` is the type of members that no property names, None where nothing is said of them.
    """

    pointer: str
    hint: tuple[str, ...]
    description: str
    properties: tuple[Property, ...]
    others: Type | None = None


@dataclass(frozen=True, slots=True)
class EnumSchema:
    """Values seen or documented, all strings or all integers; always open to new ones."""

    pointer: str
    hint: tuple[str, ...]
    description: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class AliasSchema:
    """A name for another type: a union (with the property that tells its members apart), a list, a map."""

    pointer: str
    hint: tuple[str, ...]
    description: str
    type: Type
    discriminator: str = ""


Schema: TypeAlias = ObjectSchema | EnumSchema | AliasSchema
