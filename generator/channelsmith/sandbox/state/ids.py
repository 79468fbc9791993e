"""Ids of new items, in the form the document shows."""

import re
import uuid
from collections.abc import Callable
from random import Random
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.parameters import types_of
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.shapes import Member
from channelsmith.sandbox.state.store import Key, Store

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(.*?)(\d{1,18})(\D*)", re.DOTALL)
_LENGTH_OF_UUID: Final = 36


def fresh_uuid(random: Random | None = None) -> str:
    """A random UUID; from a source of chances where one is given."""
    return str(uuid.UUID(int=random.getrandbits(128), version=4) if random is not None else uuid.uuid4())


class Ids:
    """Counts where ids are numbers, draws where they are not."""

    def __init__(self, store: Store) -> None:
        """Goes on where the store's items stop."""
        self._store: Final = store
        self._last: Final = dict[tuple[str, Key], int]()

    def forget(self) -> None:
        """Starts anew after the store was emptied."""
        self._last.clear()

    def new(self, kind: Kind, scope: Key, random: Random | None = None) -> Json:
        """An id nobody has among the items of a kind below one item (`scope`)."""
        member = kind.members.get(kind.id) if kind.id is not None else None
        taken = self._store.all(kind.name)
        for _ in range(1000):
            made = self._make(kind, scope, member, random)
            if (*scope, str(made)) not in taken:
                return made
        return fresh_uuid(random)

    def _make(self, kind: Kind, scope: Key, member: Member | None, random: Random | None) -> Json:
        if member is not None and types_of(member.schema) & {"integer", "number"}:
            return self._next(kind, scope, int)
        if member is not None and member.schema.text("format") == "uuid":
            return fresh_uuid(random)
        like = shown(member) or next((key[-1] for key in self._store.all(kind.name) if key), "")
        if _UUID.search(like):
            return _UUID.sub(fresh_uuid(random), like)
        found = _NUMBER.fullmatch(like)
        if found is not None:
            before, digits, after = found.groups()
            number = self._next(kind, scope, lambda text: _number_in(text, before, after))
            return f"{before}{str(max(number, int(digits))).zfill(len(digits))}{after}"
        return _short(member, fresh_uuid(random))

    def _next(self, kind: Kind, scope: Key, number: Callable[[str], int]) -> int:
        counter = (kind.name, scope)
        if counter not in self._last:
            keys = (key for key in self._store.all(kind.name) if key[:-1] == scope)
            self._last[counter] = max((_safe(number, key[-1]) for key in keys), default=0)
        self._last[counter] += 1
        return self._last[counter]


def shown(member: Member | None) -> str:
    """The example of an id, "" when there is none."""
    if member is None:
        return ""
    found = member.schema.get("example")
    examples = member.schema.get("examples")
    first = found or (next(examples.elements(), None) if examples is not None else None)
    return str(first.value) if first is not None and isinstance(first.value, str | int) else ""


def _number_in(text: str, before: str, after: str) -> int:
    inside = text.removeprefix(before).removesuffix(after)
    return int(inside) if inside.isascii() and inside.isdecimal() else 0


def _safe(number: Callable[[str], int], text: str) -> int:
    try:
        return number(text)
    except ValueError:
        return 0


def _short(member: Member | None, made: str) -> str:
    """The id cut to the length that is allowed."""
    most = member.schema.get("maxLength") if member is not None else None
    length = most.value if most is not None and isinstance(most.value, int) else _LENGTH_OF_UUID
    return made.replace("-", "")[:length] if length < _LENGTH_OF_UUID else made
