"""The JSON types that a schema allows."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from channelsmith.document import Node

_SCHEMAS: Final = 8192


@lru_cache(_SCHEMAS)
def types_of(schema: Node) -> frozenset[str]:
    """The types a schema allows, those of its alternatives included; empty when it does not say."""
    return frozenset(_types(schema, 4))


def _types(schema: Node, depth: int) -> Iterator[str]:
    target = schema.resolve()
    said = target.get("type")
    if said is not None:
        yield from (node.as_text() for node in said.elements()) if said.is_list else (said.as_text(),)
    for key in ("allOf", "anyOf", "oneOf"):
        options = target.get(key)
        for option in options.elements() if options is not None and depth else ():
            yield from _types(option, depth - 1)
