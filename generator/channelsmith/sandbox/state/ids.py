"""Ids of new items, in the form of the documented example."""

import re
import uuid
from collections.abc import Callable
from random import Random
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.state.resources import Resource
from channelsmith.sandbox.state.schema_view import Member, examples_of, number_of
from channelsmith.sandbox.state.store import Key, Store
from channelsmith.sandbox.validation import types_of

UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(.*?)(\d{1,18})(\D*)", re.DOTALL)
_UUID_LENGTH: Final = 36
_ATTEMPTS: Final = 1000


def new_uuid(random: Random | None = None) -> str:
    """Return a random UUID, from a seeded source where one is given."""
    return str(uuid.UUID(int=random.getrandbits(128), version=4) if random is not None else uuid.uuid4())


def example_id(member: Member | None) -> str:
    """Return the example of an id, "" where there is none."""
    example = next(examples_of(member.schema), None) if member is not None else None
    return str(example) if isinstance(example, str | int) else ""


class IdGenerator:
    """Counts numeric ids up and draws others at random."""

    def __init__(self, store: Store) -> None:
        self._store: Final = store
        self._last: Final = dict[tuple[str, Key], int]()

    def clear(self) -> None:
        """Start anew, after the store was emptied."""
        self._last.clear()

    def new_id(self, resource: Resource, scope: Key, random: Random | None = None) -> Json:
        """Return an unused id for an item of a resource below the item with the key `scope`."""
        member = resource.members.get(resource.id) if resource.id is not None else None
        taken = self._store.all(resource.name)
        for _ in range(_ATTEMPTS):
            candidate = self._candidate(resource, scope, member, random)
            if (*scope, str(candidate)) not in taken:
                return candidate
        return new_uuid(random)

    def _candidate(self, resource: Resource, scope: Key, member: Member | None, random: Random | None) -> Json:
        if member is not None and types_of(member.schema) & {"integer", "number"}:
            return self._count_up(resource, scope, int)
        if member is not None and member.schema.text("format") == "uuid":
            return new_uuid(random)
        model = example_id(member) or next((key[-1] for key in self._store.all(resource.name) if key), "")
        if UUID.search(model):
            return UUID.sub(new_uuid(random), model)
        numbered = _NUMBERED.fullmatch(model)
        if numbered is not None:
            before, digits, after = numbered.groups()
            number = self._count_up(resource, scope, lambda text: int(text.removeprefix(before).removesuffix(after)))
            return f"{before}{str(max(number, int(digits))).zfill(len(digits))}{after}"
        length = number_of(member.schema if member is not None else None, "maxLength")
        made = new_uuid(random)
        return made.replace("-", "")[: int(length)] if length is not None and length < _UUID_LENGTH else made

    def _count_up(self, resource: Resource, scope: Key, parse: Callable[[str], int]) -> int:
        counter = (resource.name, scope)
        if counter not in self._last:
            keys = (key[-1] for key in self._store.all(resource.name) if key[:-1] == scope)
            self._last[counter] = max((_parse(key, parse) for key in keys), default=0)
        self._last[counter] += 1
        return self._last[counter]


def _parse(text: str, parse: Callable[[str], int]) -> int:
    try:
        return parse(text) if text.isascii() else 0
    except ValueError:
        return 0
