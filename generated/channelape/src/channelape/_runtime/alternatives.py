"""Models that need one of several groups of properties (`anyOf` or `oneOf` of `required`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from .model import Model
from .scalars import validation
from .serialization import wire_names

if TYPE_CHECKING:
    from typing import Self


class ModelWithAlternatives(Model):
    """A model that requests cannot have without one of several groups of properties.

    Responses may, and whether a request may have more than one of the groups is left to the server.
    """

    __alternatives__: ClassVar[tuple[tuple[tuple[str, ...], ...], ...]] = ()
    """For each choice, the groups of wire names to choose from."""

    @model_validator(mode="after")
    def _require_alternative(self) -> Self:
        if not validation.received:
            names = wire_names(type(self))
            given = {names.get(name, name) for name in self.model_fields_set}
            for groups in self.__alternatives__:
                if not any(given.issuperset(group) for group in groups):
                    raise PydanticCustomError("alternative", "{missing}", {"missing": _missing(groups)})
        return self


def _missing(groups: tuple[tuple[str, ...], ...]) -> str:
    *others, last = (" and ".join(map(repr, group)) for group in groups)
    if not others:
        return f"{last} is required"
    return f"either {', '.join(others)} or {last} is required"
