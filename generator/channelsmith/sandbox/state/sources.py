"""Where values come from that `x-sandbox` sets: literals and a closed set of sources, compiled once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import NOTHING, Found, Nothing, look
from channelsmith.sandbox.state.ids import fresh_uuid
from channelsmith.sandbox.state.store import Item


class Items(Protocol):
    """What sources can ask of the state."""

    def matching(self, collection: str, where: Mapping[str, Json]) -> Iterator[Item]:
        """The items of a collection that have these values."""
        ...

    def add(self, collection: str, values: Item) -> Item:
        """A new item of a collection."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """What a source can look at; everything that there may be nothing of is NOTHING or empty."""

    items: Items
    now: str
    body: Found = NOTHING
    arguments: Mapping[tuple[str, str], Json] = field(default_factory=dict[tuple[str, str], Json])
    """By location (path, query, header) and name."""
    item: Found = NOTHING
    parent: Found = NOTHING
    entry: Found = NOTHING
    tally: Found = NOTHING


Source: TypeAlias = Callable[[Context], Found]
Where: TypeAlias = "Mapping[str, Source]"


def compile_source(node: Node) -> Source:
    """What a value of `x-sandbox` stands for; a mapping that is no source is a mapping of such values."""
    if node.is_mapping:
        for name, build in _SOURCES.items():
            if name in node:
                return build(node)
        members = compile_all(node)
        return lambda context: dict(evaluate(members, context))
    if node.is_list:
        entries = [compile_source(each) for each in node.elements()]
        return lambda context: [found for each in entries if not isinstance(found := each(context), Nothing)]
    value = node.value
    return lambda _: value


def compile_all(node: Node | None) -> Where:
    """The sources of a mapping, by key."""
    return {name: compile_source(each) for name, each in node.items()} if node is not None else {}


def evaluate(sources: Where, context: Context) -> Iterator[tuple[str, Json]]:
    """The values of sources; those that have none are left out."""
    for name, source in sources.items():
        found = source(context)
        if not isinstance(found, Nothing):
            yield name, found


def complete(sources: Where, context: Context) -> Mapping[str, Json] | None:
    """The values of sources; None when one of them has none, and those after it are not looked at."""
    found: dict[str, Json] = {}
    for name, source in sources.items():
        value = source(context)
        if isinstance(value, Nothing):
            return None
        found[name] = value
    return found


def _pointed(name: str, get: Callable[[Context], Found]) -> Callable[[Node], Source]:
    def build(node: Node) -> Source:
        pointer = node.text(name)

        def source(context: Context) -> Found:
            found = get(context)
            return NOTHING if isinstance(found, Nothing) else look(found, pointer)

        return source

    return build


def _argument(location: str) -> Callable[[Node], Source]:
    def build(node: Node) -> Source:
        name = node.text(location)
        return lambda context: context.arguments.get((location, name), NOTHING)

    return build


def _find(node: Node) -> Source:
    """A member of the item that has certain values; with `create` it is made when there is none."""
    collection, give, create = node.text("find"), node.text("give", "/id"), node.flag("create")
    where = compile_all(node.get("where"))

    def source(context: Context) -> Found:
        wanted = complete(where, context)
        if wanted is None:
            return NOTHING
        item = next(context.items.matching(collection, wanted), None)
        if item is None and create:
            item = context.items.add(collection, dict(wanted))
        return look(item, give) if item is not None else NOTHING

    return source


def _count(node: Node) -> Source:
    collection, where = node.text("count"), compile_all(node.get("where"))
    return lambda context: sum(1 for _ in _all(context, collection, where))


def _sum(node: Node) -> Source:
    """The sum of a member, in cents where amounts are decimal texts, as a text with two decimals."""
    collection, where, member = node.text("sum"), compile_all(node.get("where")), node.text("of")

    def source(context: Context) -> Found:
        found = [look(item, member) for item in _all(context, collection, where)]
        return f"{sum(_cents(each) for each in found) / 100:.2f}"

    return source


def _all(context: Context, collection: str, where: Where) -> Iterable[Item]:
    wanted = complete(where, context)
    return context.items.matching(collection, wanted) if wanted is not None else ()


def _cents(value: Found) -> int:
    try:
        return round(float(value) * 100) if isinstance(value, str | int | float) else 0
    except ValueError:
        return 0


def _first(node: Node) -> Source:
    """The first of several sources that has a value."""
    sources = [compile_source(each) for each in node["first"].elements()]

    def source(context: Context) -> Found:
        found = (each(context) for each in sources)
        return next((each for each in found if not isinstance(each, Nothing)), NOTHING)

    return source


def _new(_: Node) -> Source:
    return lambda _: fresh_uuid()


def _value(node: Node) -> Source:
    value = node["value"].value
    return lambda _: value


_SOURCES: Final[Mapping[str, Callable[[Node], Source]]] = {
    "now": lambda _: lambda context: context.now,
    "new": _new,
    "body": _pointed("body", lambda context: context.body),
    "item": _pointed("item", lambda context: context.item),
    "parent": _pointed("parent", lambda context: context.parent),
    "entry": _pointed("entry", lambda context: context.entry),
    "tally": _pointed("tally", lambda context: context.tally),
    "path": _argument("path"),
    "query": _argument("query"),
    "header": _argument("header"),
    "find": _find,
    "count": _count,
    "sum": _sum,
    "first": _first,
    "value": _value,
}
"""Key of a source -> what it stands for."""
