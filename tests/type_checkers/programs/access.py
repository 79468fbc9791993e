"""Whole responses are typed as strictly as values."""

from kinds import AsyncKinds, Kinds, RawResponse, RequestEvent, ResponseEvent, models
from kinds.endpoints import orders_lines


def before(event: RequestEvent) -> None: ...
def after(event: ResponseEvent) -> None: ...


client = Kinds(before_request=before, after_response=after, max_elapsed=3)
order: RawResponse[models.Order] = client.with_raw_response.orders.get("7", send="x")
lines: RawResponse[list[str]] = client.with_raw_response.orders.lines.list("7")
sent: RawResponse[list[str]] = client.with_raw_response.send(orders_lines.list("7"))


async def main(client: AsyncKinds) -> RawResponse[models.Order]:
    order: RawResponse[models.Order] = await client.with_raw_response.orders.get("7")
    return order


client.with_raw_response.orders.get(7)  # refused: arg-type
client.with_raw_response.orders.get("7", sent="x")  # refused: call-arg
client.with_raw_response.orders.export()  # refused: attr-defined
