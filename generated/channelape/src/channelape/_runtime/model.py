"""The base of every generated model."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from .codec import wire_form
from .scalars import jsonable


class Model(BaseModel):
    """Keeps unknown fields, takes Python and wire names, and remembers which fields were given."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,  # importing a package of models costs little until one is used
        protected_namespaces=(),  # an API may well have a field `model_id`
    )

    def to_wire(self) -> dict[str, object]:
        """What is sent for this model: wire names, given fields only, JSON types, and Decimals for exact numbers."""
        return {name: jsonable(value) for name, value in wire_form(self).items()}
