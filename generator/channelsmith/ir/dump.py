"""The IR as JSON, for eyes and other programs."""

from dataclasses import fields, is_dataclass
from typing import Any, cast

from channelsmith import ir
from channelsmith.diagnostics import safe_json


def dumps(api: ir.Api) -> str:
    """The API as JSON text; every dataclass is an object whose `class` is its name."""
    return safe_json(_plain(api)) + "\n"


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            "class": type(value).__name__,
            **{each.name: _plain(getattr(value, each.name)) for each in fields(value)},
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in cast("tuple[object, ...]", value)]
    return value
