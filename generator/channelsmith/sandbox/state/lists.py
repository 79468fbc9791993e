"""Rules for the lists inside items: entries known by a key, that must stay, that only grow."""

from channelsmith.document import Json, Node
from channelsmith.sandbox.state.refusals import Refusal, number
from channelsmith.sandbox.state.store import Item, same


def verify(said: Node | None, old: Item, sent: Item) -> None:
    """Compares the lists that were sent with those that an item has, as `lists` says.

    Raises:
        Refusal: an entry stands twice, is missing, or was changed in what is fixed or only grows.
    """
    rules = said.get("lists") if said is not None else None
    for name, rule in rules.items() if rules is not None else ():
        new = sent.get(name)
        if isinstance(new, list):
            _verify(name, rule, _by_key(old.get(name), rule.text("key")), new)


def merged(said: Node | None, old: Item, sent: Item) -> Item:
    """What was sent, with lists that are merged by the key of their entries put together with the old ones."""
    rules = said.get("lists") if said is not None else None
    together = dict(sent)
    for name, rule in rules.items() if rules is not None else ():
        new, before = sent.get(name), old.get(name)
        if rule.flag("merge") and isinstance(new, list) and isinstance(before, list):
            key = rule.text("key")
            changes = _by_key(new, key)
            kept: list[Json] = [
                {**entry, **changes.pop(same(entry.get(key)), {})} if isinstance(entry, dict) else entry
                for entry in before
            ]
            together[name] = [*kept, *changes.values()]
    return together


def _verify(name: str, rule: Node, before: dict[str, Item], new: list[Json]) -> None:
    key = rule.text("key")
    entries = _by_key(new, key)
    if "unique" in rule and len(entries) < len([each for each in new if isinstance(each, dict) and key in each]):
        raise Refusal(400, f"{name}: two entries have the same {key}", number(rule, "unique"))
    if "complete" in rule and not before.keys() <= entries.keys():
        raise Refusal(400, f"{name}: entries are missing that the item has", number(rule, "complete"))
    for entry_key, entry in entries.items():
        old = before.get(entry_key)
        for member, code in rule["fixed"].items() if old is not None and "fixed" in rule else ():
            if old is not None and member in entry and member in old and entry[member] != old[member]:
                raise Refusal(
                    400, f"{name}: {member} can not be changed", code.value if isinstance(code.value, int) else None
                )
        for member, code in rule["rising"].items() if old is not None and "rising" in rule else ():
            if old is not None and _less(entry.get(member), old.get(member)):
                raise Refusal(
                    400, f"{name}: {member} can only grow", code.value if isinstance(code.value, int) else None
                )


def _by_key(entries: Json, key: str) -> dict[str, Item]:
    listed = entries if isinstance(entries, list) else []
    return {same(each[key]): each for each in listed if isinstance(each, dict) and key in each}


def _less(new: Json, old: Json) -> bool:
    return isinstance(new, int | float) and isinstance(old, int | float) and new < old
