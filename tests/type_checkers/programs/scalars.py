"""Scalars that are read have one type; several are taken."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import assert_type

from kinds import Kinds, models

client = Kinds(base_url="https://api.test")
thing = client.things.get(Decimal(1), page=2, ids=[1, 2.5, Decimal(3)], at=time(9), within=timedelta(hours=1))
assert_type(thing.number, float | None)
assert_type(thing.integer, int | None)
assert_type(thing.moment, datetime | None)
assert_type(thing.time, time | None)
assert_type(thing.duration, timedelta | str | None)
client.things.get(thing.number or 0)
client.things.put(1, number=Decimal("1.5"), time="09:00:00", duration="P1M", date="2026-12-01", integer=5)
models.Thing(number=1, time=time(9), duration=timedelta(hours=1))
client.things.put(1, integer="5")  # refused: arg-type
client.things.put(1, number="5")  # refused: arg-type
client.things.put(1, time=5)  # refused: arg-type
