"""Read-only members are no arguments, and not required where they are sent."""

from kinds import models
from kinds.endpoints import objects

account = models.Account(name="x", entries=[models.Entry(sku="a")])
objects.account(body=account)
objects.account(name="x")
objects.account(name="x", id=1)  # refused: call-arg
