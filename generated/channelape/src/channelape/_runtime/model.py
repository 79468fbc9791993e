"""The base class of all generated models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from .serialization import jsonable, wire_form, with_deep_stack

if TYPE_CHECKING:
    from collections.abc import Mapping


class Model(BaseModel):
    """Keeps unknown fields, accepts Python and wire names, and remembers which fields were given."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,  # so that importing many models costs little
        protected_namespaces=(),  # a field can be called `model_id`
    )

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Complete the model; happens by itself on first use, however deeply other models are nested in it."""
        return with_deep_stack(
            lambda: super(Model, cls).model_rebuild(  # all names in its annotations are names of its module
                force=force, raise_errors=raise_errors, _parent_namespace_depth=0, _types_namespace=_types_namespace
            )
        )

    def to_wire(self) -> dict[str, object]:
        """Return the object that is sent: wire names, given fields only, JSON types, and Decimals for exact numbers."""
        return {name: jsonable(value) for name, value in wire_form(self).items()}
