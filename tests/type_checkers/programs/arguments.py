"""Arguments are checked at the call."""

from datetime import datetime
from typing import assert_type

from todo import Todo

client = Todo(token="t")
task = client.tasks.create(title="a", costs="1.50")
assert_type(task.due_at, datetime | None)
client.tasks.create(titel="a")  # refused: call-arg
client.tasks.delete(7)  # refused: arg-type
