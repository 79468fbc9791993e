"""Arguments of the path that lead to things a sandbox has, for documents whose examples do not."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from channelsmith import ir
from channelsmith.conform.given import Given, Invocation
from channelsmith.conform.methods import Argument, Method
from channelsmith.document import Json

Items: TypeAlias = Callable[[str], Sequence[Json]]
"""Some items of the collection that a path segment names; none where there is no such collection."""


def existing(method: Method, given: Invocation, items: Items) -> Invocation | None:
    """The same call about things that are there; None where no argument of the path could be found."""
    segments = method.operation.path.split("/")
    owners = {each[1:-1]: before for before, each in pairwise(segments) if each.startswith("{")}
    found = tuple((each, _known(each, value, owners, items)) for each, value in given.arguments)
    changed = any(new != old for (_, new), (_, old) in zip(found, given.arguments, strict=True))
    return replace(given, arguments=found) if changed else None


def _known(argument: Argument, value: Given, owners: dict[str, str], items: Items) -> Given:
    """The key of an item of the collection in front of the argument; the value itself where there is none."""
    name = argument.parameter.name
    if argument.parameter.location is not ir.Location.PATH or name not in owners:
        return value
    for item in items(owners[name]):
        keys = (item.get(key) for key in (name, "id")) if isinstance(item, dict) else iter(())
        key = next((each for each in keys if isinstance(each, str | int)), None)
        if key is not None:
            return key
    return value
