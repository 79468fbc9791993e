"""Type guards for parsed JSON and other values of unknown type."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TypeGuard


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value is any mapping; the keys of what is JSON are texts."""
    return isinstance(value, Mapping)


def is_dict(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def is_collection(value: object) -> TypeGuard[list[object] | tuple[object, ...] | AbstractSet[object]]:
    """Whether a value is one of those that are written as a JSON array."""
    return isinstance(value, list | tuple | AbstractSet)
