"""The call of a link that the API handed out, which no document describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operation import Call, Operation
from .response.readers import Binary

if TYPE_CHECKING:
    from .response.content import Content

_FETCH: Operation[Content] = Operation(id="fetch", method="GET", path="", responses={"2XX": Binary()})


def fetch(link: str) -> Call[Content]:
    """GET it, with the API's own authentication."""
    return Call(_FETCH, path="", link=link)
