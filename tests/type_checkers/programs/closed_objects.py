"""A misspelt argument of any model is refused."""

from kinds import models

models.Closed(name="x", line_items=[models.Line(sku="a")])
models.Open(name="x")
models.Closed(nmae="x", name="x")  # refused: call-arg
models.Open(nmae="x")  # refused: call-arg
