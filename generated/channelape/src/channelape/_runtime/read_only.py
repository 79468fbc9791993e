"""Models with members that only the server sets (`readOnly`): requests leave them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import model_serializer

from .model import Model
from .serialization import leave_out_read_only

if TYPE_CHECKING:
    from pydantic import SerializerFunctionWrapHandler


class ModelWithReadOnlyMembers(Model):
    """A model of which a request has no read-only members, unless the option `send_read_only` is set.

    `to_wire` and the methods of pydantic keep them, so that what was read can be stored completely.
    """

    __read_only__: ClassVar[frozenset[str]] = frozenset()
    """The wire names of the read-only members."""

    @model_serializer(mode="wrap")
    def _write(self, write: SerializerFunctionWrapHandler) -> dict[str, object]:
        form: dict[str, object] = write(self)
        return leave_out_read_only(type(self), form)
