"""The members of a decoded value under their wire names: of models by alias, of raw JSON by key."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .json_pointer import find

if TYPE_CHECKING:
    from pydantic import BaseModel


def member(value: object, pointer: str) -> object:
    """What a JSON Pointer leads to inside a decoded value, None where it leads to nothing."""
    from pydantic import BaseModel  # noqa: PLC0415 - importing this module must not load pydantic

    for step in pointer.split("/")[1:]:
        if isinstance(value, BaseModel):
            value = _of_model(value, step.replace("~1", "/").replace("~0", "~"))
        else:
            value = next(iter(find(value, f"/{step}")), None)
    return value


def _of_model(model: BaseModel, wire: str) -> object:
    attribute = _attributes(type(model)).get(wire)
    if attribute is None:
        return (model.model_extra or {}).get(wire)
    return getattr(model, attribute, None)  # a required one may be missing where a body did not fit


@cache
def _attributes(kind: type[BaseModel]) -> dict[str, str]:
    """Attribute by wire name."""
    from .serialization import wire_names  # noqa: PLC0415 - as above

    return {wire: attribute for attribute, wire in wire_names(kind).items()}
