"""Children are taken for their base, and are told apart from it."""

from datetime import UTC, datetime
from typing import assert_type

from inheritance import Inheritance, models

client = Inheritance(base_url="http://localhost")
created = models.Created(at=datetime.now(UTC), by="me")
client.echo.put_event(value=created)
client.echo.put_event(value={"type": "created"})
event = client.echo.get_event()
assert_type(event, models.Event)
if isinstance(event, models.Created):
    assert_type(event.by, str)
many: list[models.Event] = [created, models.HardDeleted(at=event.at, forever=True)]
models.Holder(many=many, map={"k": models.HardDeleted(at=event.at)})
client.echo.put_sized(value=models.Both(name="x"))
assert_type(models.Cat(name="Tom").name, str)
