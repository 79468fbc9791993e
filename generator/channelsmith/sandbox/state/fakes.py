"""Items that look like another: the same members with other values, by what the values and their names show."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.state.ids import fresh_uuid
from channelsmith.sandbox.state.shapes import Member, Shapes, content, element, plain
from channelsmith.sandbox.state.store import Item

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"-?\d{1,9}\.\d{1,4}")
_NUMBERED: Final = re.compile(r"(.*?)(\d{1,12})", re.DOTALL)
_STEP: Final = timedelta(minutes=47)
_NAMED: Final = frozenset({"name", "title", "label", "summary", "subject"})
_PEOPLE: Final[Mapping[str, str]] = {
    "firstname": "first_name",
    "lastname": "last_name",
    "fullname": "name",
    "email": "ascii_safe_email",
    "username": "ascii_safe_email",
    "emailaddress": "ascii_safe_email",
    "phone": "basic_phone_number",
    "phonenumber": "basic_phone_number",
    "city": "city",
    "company": "company",
    "address1": "street_address",
    "street": "street_address",
    "postalcode": "postcode",
    "zip": "postcode",
    "zipcode": "postcode",
}
"""Name of a member without its spelling -> what makes such values."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An item that is being made: how many there were before, what is decided, and how deep inside it we are."""

    number: int
    fixed: Item
    depth: int = 0

    def deeper(self) -> "Draft":
        """The same, one level down."""
        return Draft(self.number, self.fixed, self.depth + 1)


class Fakes:
    """Makes items from items."""

    def __init__(self, shapes: Shapes, random: Random, seed: int, pools: Mapping[str, list[Item]]) -> None:
        """Takes the schemas and the source of all chances; `pools` are items by the member that others quote."""
        self._shapes: Final = shapes
        self._random: Final = random
        self._seed: Final = seed
        self._pools: Final = pools
        self._people: Callable[[str], str] | None = None

    def like(self, example: Item, schema: Node, number: int, fixed: Item) -> Item:
        """An item like another.

        Args:
            example: the other.
            schema: of both.
            number: how many there have been before; it makes texts unique.
            fixed: the members that are decided already.
        """
        draft = Draft(number, fixed)
        members = self._shapes.members(schema)
        made: Item = dict(fixed)
        for name, value in example.items():
            if name not in fixed:
                made[name] = self._other(name, value, members[name].schema if name in members else None, draft)
        return {name: made[name] for name in (*example, *(each for each in fixed if each not in example))}

    def _other(self, name: str, value: Json, schema: Node | None, draft: Draft) -> Json:
        match value:
            case dict():
                members = self._shapes.members(schema) if schema is not None else dict[str, Member]()
                schemas = {key: members[key].schema if key in members else None for key in value}
                return {key: self._other(key, each, schemas[key], draft.deeper()) for key, each in value.items()}
            case list():
                inner = element(schema) if schema is not None else None
                return [self._other(name, each, inner, draft.deeper()) for each in value]
            case bool() | None:
                return value
            case _:
                return self._plain(name, value, content(schema) if schema is not None else None, draft)

    def _plain(self, name: str, value: str | float, schema: Node | None, draft: Draft) -> Json:
        choices = schema.get("enum") if schema is not None else None
        if choices is not None:
            options = [each.value for each in choices.elements() if each.value is not None]
            return self._random.choice(options) if options else value
        if draft.depth and name in self._pools:
            return self._pooled(name, value, draft)
        if isinstance(value, int | float):
            return self._amount(value, schema)
        return self._text(name, value, schema.text("format") if schema is not None else "", draft)

    def _text(self, name: str, value: str, kind: str, draft: Draft) -> str:
        if kind in {"date-time", "date"}:
            return _earlier(value, draft.number)
        if _UUID.fullmatch(value):
            return fresh_uuid(self._random)
        if _AMOUNT.fullmatch(value):
            return str((Decimal(value) * self._random.randint(20, 180) / 100).quantize(Decimal(value)))
        full_name = draft.depth and plain(name) == "name" and " " in value
        maker = "name" if full_name else _PEOPLE.get(plain(name))
        if maker is not None or draft.depth:
            return self._names()(maker) if maker is not None else value
        found = _NUMBERED.fullmatch(value)
        if found is not None and found[1]:
            return f"{found[1]}{str(int(found[2]) + draft.number).zfill(len(found[2]))}"
        return f"{value} {draft.number}" if plain(name) in _NAMED else value

    def _amount(self, value: float, schema: Node | None) -> float:
        """A number between a fifth and nearly double, within the bounds of the schema."""
        least, most = (_bound(schema, key) for key in ("minimum", "maximum"))
        low, high = sorted((value * 0.2, value * 1.8))
        low, high = max(low, least) if least is not None else low, min(high, most) if most is not None else high
        if low > high:
            return value
        if isinstance(value, int):
            return self._random.randint(round(low), max(round(low), int(high)))
        return round(self._random.uniform(low, high), 2)

    def _pooled(self, name: str, value: Json, draft: Draft) -> Json:
        """The value of an item that has what is decided in common with this one."""
        fixed = {key: each for key, each in draft.fixed.items() if key != name}
        near = [item for item in self._pools[name] if all(item.get(key, each) == each for key, each in fixed.items())]
        return self._random.choice(near)[name] if near else value

    def _names(self) -> Callable[[str], str]:
        """What makes names and addresses, by the kinds of the table above."""
        if self._people is None:
            from faker import Faker  # noqa: PLC0415 -- takes a while, and few documents have people in them

            faker = Faker("en_US")
            faker.seed_instance(self._seed)
            self._people = lambda kind: str(getattr(faker, kind)())
        return self._people


def _earlier(text: str, number: int) -> str:
    """The moment so many steps before, in the same form."""
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        return text
    if len(text) == len("2026-01-31"):
        return (found - timedelta(days=number)).date().isoformat()
    moved = (found if found.tzinfo else found.replace(tzinfo=UTC)) - number * _STEP
    shown = moved.isoformat(timespec="milliseconds" if "." in text else "seconds")
    if text.upper().endswith("Z"):
        return f"{shown.removesuffix('+00:00')}Z"
    return shown if found.tzinfo else shown.removesuffix("+00:00")


def _bound(schema: Node | None, key: str) -> float | None:
    found = schema.get(key) if schema is not None else None
    return found.value if found is not None and isinstance(found.value, int | float) else None
