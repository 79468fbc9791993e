"""The responses and the items of a list that is sent in batches have types."""

from collections.abc import Mapping

from kinds import Batching, BatchPart, BatchResult, Kinds, models


def report(part: BatchPart[object, object]) -> None:
    reported.extend(part.items)


def describe(result: BatchResult[models.Item, models.Item | Mapping[str, object]]) -> list[object]:
    return [item.n if isinstance(item, models.Item) else item["n"] for part in result.failures for item in part.items]


reported: list[object] = []
client = Kinds(base_url="https://api.test")
result = client.objects.count_all([{"n": 1}, models.Item(n=2)], batching=Batching(on_part=report))
describe(result)
responses: list[int] = [part.value.n for part in result.parts if part.value]
texts: list[str] = [item for part in result.failures for item in part.items]  # refused: misc
