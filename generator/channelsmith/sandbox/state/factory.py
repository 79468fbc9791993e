"""Items that resemble an example: the same members with other values that look like them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.schema_view import content, element_of, members_of, normalize, number_of
from channelsmith.sandbox.state.coercion import UUID, new_uuid
from channelsmith.sandbox.state.store import Item

if TYPE_CHECKING:
    from faker import Faker

_DECIMAL: Final = re.compile(r"-?\d{1,9}\.\d{1,4}")
_NUMBERED: Final = re.compile(r"(.*?)(\d{1,12})", re.DOTALL)
_INTERVAL: Final = timedelta(minutes=47)
_TITLES: Final = frozenset({"name", "title", "label", "summary", "subject"})
_FAKER_METHODS: Final[Mapping[str, str]] = {
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
"""Normalized name of a member -> the method of Faker that makes such values."""


@dataclass(frozen=True, slots=True)
class _Timeline:
    """Moves the times of an example to those of an item that was created `age` ago.

    What happened until the last change of the example happened in the first half of that time, if it took longer. What
    was before it was created keeps its distance, and what is due after the last change is due after now.
    """

    created: datetime
    updated: datetime
    now: datetime
    age: timedelta

    def move(self, time: datetime) -> datetime:
        """Return the time of the item for one of the example."""
        if time > self.updated:
            return self.now + (time - self.updated)
        since, span = time - self.created, self.updated - self.created
        is_longer = timedelta() < since and span > self.age / 2
        return self.now - self.age + (since * (self.age / 2 / span) if is_longer else since)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An item in progress: its number, the values it has already, and whether the current value is inside another."""

    number: int
    fixed: Item
    times: _Timeline | None
    """None where the example has no times."""
    nested: bool = False


class ItemFactory:
    """Makes items that resemble others.

    Args:
        random: the source of random choices.
        seed: the seed of names and addresses.
        pools: items by the name of the member that nested values quote, such as a SKU.
        now: the time at which the newest items were created.
    """

    def __init__(self, random: Random, seed: int, pools: Mapping[str, list[Item]], now: datetime) -> None:
        self._random: Final = random
        self._seed: Final = seed
        self._pools: Final = pools
        self._now: Final = now

    def resembling(self, example: Item, schema: Node, number: int, fixed: Item) -> Item:
        """Return an item with `fixed` values that resembles an example.

        Its number makes texts unique, and items older: each was created a while before the one with the next lower one.
        """
        others = {name: value for name, value in example.items() if name not in fixed}
        draft = _Draft(number, fixed, self._timeline(example, schema, number))
        return {**example, **self._vary_members(others, schema, draft), **fixed}

    def _timeline(self, example: Item, schema: Node, number: int) -> _Timeline | None:
        times = {
            member.name: time
            for member in members_of(schema).values()
            if member.is_timestamp and (time := _parse_time(example.get(member.name))) is not None
        }
        if not times:
            return None
        members = members_of(schema)
        latest = max(times.values())
        created = next((time for name, time in times.items() if members[name].is_creation_time), latest)
        updated = next((time for name, time in times.items() if members[name].is_update_time), created)
        return _Timeline(created, max(created, updated), self._now, number * _INTERVAL)

    def _vary_members(self, values: Item, schema: Node | None, draft: _Draft) -> Item:
        members = members_of(schema)
        return {
            name: self._vary(name, value, members[name].schema if name in members else None, draft)
            for name, value in values.items()
        }

    def _vary(self, name: str, value: Json, schema: Node | None, draft: _Draft) -> Json:
        match value:
            case dict():
                return self._vary_members(value, schema, replace(draft, nested=True))
            case list():
                element = element_of(schema) if schema is not None else None
                return [self._vary(name, each, element, replace(draft, nested=True)) for each in value]
            case bool() | None:
                return value
            case _:
                return self._vary_scalar(name, value, content(schema) if schema is not None else None, draft)

    def _vary_scalar(self, name: str, value: str | float, schema: Node | None, draft: _Draft) -> Json:
        enum = schema.get("enum") if schema is not None else None
        if enum is not None:
            options = [option.value for option in enum.elements() if option.value is not None]
            return self._random.choice(options) if options else value
        if draft.nested and name in self._pools:
            return self._quote(name, value, draft)
        if isinstance(value, int | float):
            return self._vary_number(value, schema)
        return self._vary_text(name, value, schema.text("format") if schema is not None else "", draft)

    def _vary_text(self, name: str, value: str, form: str, draft: _Draft) -> str:
        if form in {"date-time", "date"}:
            return _move_time(value, draft) if form == "date-time" else _earlier_date(value, draft.number)
        if UUID.fullmatch(value):
            return new_uuid(self._random)
        if _DECIMAL.fullmatch(value):
            return str((Decimal(value) * self._random.randint(20, 180) / 100).quantize(Decimal(value)))
        is_full_name = draft.nested and normalize(name) == "name" and " " in value
        method = "name" if is_full_name else _FAKER_METHODS.get(normalize(name))
        if method is not None:
            return str(getattr(self._faker, method)())
        numbered = _NUMBERED.fullmatch(value) if not draft.nested else None
        if numbered is not None and numbered[1]:
            return f"{numbered[1]}{str(int(numbered[2]) + draft.number).zfill(len(numbered[2]))}"
        return f"{value} {draft.number}" if normalize(name) in _TITLES and not draft.nested else value

    def _vary_number(self, value: float, schema: Node | None) -> float:
        """Return a number between a fifth and nearly double, within the bounds of the schema."""
        minimum, maximum = number_of(schema, "minimum"), number_of(schema, "maximum")
        low, high = sorted((value * 0.2, value * 1.8))
        low = max(low, minimum) if minimum is not None else low
        high = min(high, maximum) if maximum is not None else high
        if low > high:
            return value
        if isinstance(value, int):
            return self._random.randint(round(low), max(round(low), int(high)))
        return round(self._random.uniform(low, high), 2)

    def _quote(self, name: str, value: Json, draft: _Draft) -> Json:
        """Return the value of an item that agrees with the fixed values."""
        fixed = {key: each for key, each in draft.fixed.items() if key != name}
        matching = [
            item for item in self._pools[name] if all(item.get(key, each) == each for key, each in fixed.items())
        ]
        return self._random.choice(matching)[name] if matching else value

    @cached_property
    def _faker(self) -> "Faker":
        from faker import Faker  # noqa: PLC0415 -- slow to import, and few documents need it

        faker = Faker("en_US")
        faker.seed_instance(self._seed)
        return faker


def _parse_time(value: Json) -> datetime | None:
    """Return a date-time, in UTC where it has no offset."""
    try:
        time = datetime.fromisoformat(value.upper()) if isinstance(value, str) else None
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time


def _move_time(text: str, draft: _Draft) -> str:
    """Return the time of the item in the same format."""
    time = _parse_time(text)
    if time is None or draft.times is None:
        return text
    moved = draft.times.move(time).astimezone(time.tzinfo)
    shown = moved.isoformat(timespec="milliseconds" if "." in text else "seconds")
    if text.upper().endswith("Z"):
        return f"{shown.removesuffix('+00:00')}Z"
    return shown if datetime.fromisoformat(text.upper()).tzinfo else shown.removesuffix("+00:00")


def _earlier_date(text: str, days: int) -> str:
    try:
        return (date.fromisoformat(text) - timedelta(days=days)).isoformat()
    except ValueError:
        return text
