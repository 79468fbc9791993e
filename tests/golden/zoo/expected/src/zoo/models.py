"""Models of requests and responses."""

from __future__ import annotations

__all__ = ["Animal", "AnimalsByClassAnd1stClass", "Cat", "CatLives", "FeedAnimalRequest", "Fish", "FishTankValue"]

from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model
from ._runtime.types import FileInput, IntEnum, StrEnum
from ._runtime.unions import OneOf


class AnimalsByClassAnd1stClass(StrEnum):
    MAMMAL = "mammal"
    EMPTY = ""
    PLUS_1 = "+1"


class Cat(Model):
    kind: str
    copy_: bool | None = Field(default=None, validation_alias="copy", serialization_alias="copy")
    model_config_: str | None = Field(default=None, validation_alias="model_config", serialization_alias="model_config")
    lives: CatLives | None = None
    friends: list[Animal] | None = None


class CatLives(IntEnum):
    VALUE_9 = 9
    MINUS_1 = -1


class FeedAnimalRequest(Model):
    photo: FileInput | None = Field(default=None, repr=False)
    body: str | None = None
    notes: list[str] | None = None


class Fish(Model):
    kind: str
    water_temp_: float | None = Field(default=None, validation_alias="water temp.", serialization_alias="water temp.")
    water_temp: float | None = None
    tank: dict[str, FishTankValue] | None = None
    if not TYPE_CHECKING:  # to type checkers it contradicts the base class
        __pydantic_extra__: dict[str, str]

    @property
    def others(self) -> dict[str, str]:
        """Additional properties, by name."""
        return self.__pydantic_extra__ or {}


Animal = TypeAliasType("Animal", Annotated[Cat | Fish, OneOf("kind", {"c": "Cat", "f": "Fish"})])


class FishTankValue(Model):
    litres: int | None = None
