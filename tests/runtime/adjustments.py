"""Changes of stock, which are sent in batches."""

from collections.abc import Sequence
from typing import Any

from pydantic import Field
from scratch._runtime.api import Retry
from scratch._runtime.batching import Batching, BatchLimit, BatchResult, send_batches, send_batches_async
from scratch._runtime.model import Model
from scratch._runtime.operation import Call, Operation
from scratch._runtime.request.bodies import JsonBody
from scratch._runtime.response.content import Json

from runtime.shop import Shop


class Adjustment(Model):
    """A change of one article's stock, by so many units."""

    sku: str
    units: int
    once: str | None = Field(None, alias="onceKey")


class Body(Model):
    """Changes that go together."""

    changes: list[Adjustment]


POST: Operation[Any] = Operation(
    id="adjust",
    method="POST",
    path="/changes",
    bodies=(JsonBody(Body),),
    responses={"201": Json(int)},
    retry=Retry(statuses=(500, 503), safe=True),
)
LIMIT = BatchLimit(items=25, bytes=2_000, key="onceKey")


def build(changes: Sequence[Any]) -> Call[Any]:
    return POST.call(body={"changes": list(changes)})


def send(shop: Shop, client: Any, items: Any, limit: BatchLimit = LIMIT, **batching: Any) -> BatchResult[Any, Any]:
    function = send_batches if shop.flavour == "sync" else send_batches_async
    result: BatchResult[Any, Any] = shop.run(function(client, items, build, limit, Batching(**batching)))
    return result
