"""What a server has at the start, and that clients can page through it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from channelape import AsyncChannelApe, ChannelApe

from channelsmith.ir.samples import example
from channelsmith.sandbox import Running, read_api, run
from channelsmith.sandbox.operations import Operation, read_operations
from channelsmith.sandbox.validation import SchemaValidator
from support.sandboxes import CHANNELAPE, Sandbox, start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from channelsmith.document import Document, Json
    from channelsmith.pipeline import LoadedApi

KEY = "sandbox-key"
BUSINESS = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


def everything(**options: Any) -> dict[str, list[Json]]:
    state = start(CHANNELAPE, **options).app.state.api.state
    return {name: state.items(name, 1000) for name in state.collections()}


@pytest.fixture(scope="module")
def seeded() -> dict[str, list[Json]]:
    return everything()


@pytest.fixture(scope="module")
def loaded() -> LoadedApi:
    return read_api("channelape")


@pytest.fixture(scope="module")
def document(loaded: LoadedApi) -> Document:
    return loaded.repaired


@pytest.fixture(scope="module")
def operations(loaded: LoadedApi) -> tuple[Operation, ...]:
    return read_operations(loaded.api, loaded.repaired)


def test_the_same_seed_gives_the_same_items_and_another_one_others(seeded: dict[str, list[Json]]) -> None:
    assert everything() == seeded
    assert everything(seed=2)["orders"] != seeded["orders"]


def test_every_item_fits_its_schema(seeded: dict[str, list[Json]], document: Document) -> None:
    schemas = SchemaValidator(document)
    resources = start(CHANNELAPE, items=0).app.state.api.state.model.resources
    wrong = [
        (name, item, found)
        for name, items in seeded.items()
        for item in items
        if (found := schemas.violations(resources[name].schema, item))
    ]
    assert wrong == []


def test_items_refer_to_items_of_their_own_business(seeded: dict[str, list[Any]]) -> None:
    channels = {each["id"]: each for each in seeded["channels"]}
    assert [each for each in seeded["orders"] if channels[each["channelId"]]["businessId"] != each["businessId"]] == []
    businesses = {each["id"] for each in seeded["businesses"]}
    named = {name: {each["businessId"] for each in items if "businessId" in each} for name, items in seeded.items()}
    assert {name: ids - businesses for name, ids in named.items() if ids - businesses} == {}


def test_what_is_unique_is_unique(seeded: dict[str, list[Any]]) -> None:
    for name, members in (("inventories", ("businessId", "sku")), ("orders", ("businessId", "channelOrderId"))):
        values = [tuple(each[member] for member in members) for each in seeded[name]]
        assert len(values) == len(set(values)) > 100


def test_the_ids_of_the_examples_are_there(operations: tuple[Operation, ...]) -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, items=0)
    missing: list[str] = []
    for operation in operations:
        values = {name: value for (location, name), value in examples(operation).items() if location == "path"}
        if operation.method == "GET" and values and operation.id != "verifyBusinessMember":
            sandbox.clock.now += 1
            url = operation.path.format(**values)
            missing += [url] * (sandbox.get(url).status_code != 200)
    assert missing == []


def test_the_number_of_items_can_be_chosen() -> None:
    counts = {name: len(items) for name, items in everything(items=7).items()}
    assert (counts["orders"], counts["steps"]) == (7, 7)


# ---------------------------------------------------------------- through the clients


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with run("channelape", time_scale=0.0001) as running:
        yield running


def test_a_client_pages_through_the_orders_of_a_channel(server: Running, seeded: dict[str, list[Any]]) -> None:
    channel = seeded["channels"][0]["id"]
    expected = [each["id"] for each in seeded["orders"] if each["channelId"] == channel]
    with ChannelApe(token=KEY, base_url=server.url) as client:
        found = [str(order.id) for order in client.orders.list(channel_id=channel, size=9)]
    assert found == expected
    assert len(found) > 50


def test_an_async_client_pages_through_the_steps(server: Running, seeded: dict[str, list[Any]]) -> None:
    async def names() -> list[str]:
        async with AsyncChannelApe(token=KEY, base_url=server.url) as client:
            return [str(step.id) async for step in client.steps.list(size=50)]

    public = [each["id"] for each in seeded["steps"] if each["public"]]
    assert 100 < len(public) < len(seeded["steps"])
    assert asyncio.run(names()) == public


def test_a_newcomer_is_told_where_to_start(caplog: pytest.LogCaptureFixture) -> None:
    summary = list(start(CHANNELAPE).app.state.api.state.summary())
    assert summary[0].startswith("data: 120 orders, ")
    assert next(line for line in summary if line.startswith("businesses: ")).startswith(f"businesses: {BUSINESS}, ")
    assert not caplog.records


def test_every_answer_fits_its_schema(document: Document, operations: tuple[Operation, ...]) -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, pending_seconds=0, items=20)
    schemas = SchemaValidator(document)
    wrong: list[Any] = []
    for operation in sorted(operations, key=lambda each: each.method == "DELETE"):
        response = call(sandbox, operation)
        if operation.response(response.status_code) is None:
            wrong.append((operation.id, response.status_code))
        elif response.content:
            schema = operation.response_bodies(response.status_code)["application/json"]["schema"]
            wrong += [
                (operation.id, response.status_code, each) for each in schemas.violations(schema, response.json())
            ]
    assert wrong == []


def examples(operation: Operation) -> dict[tuple[str, str], Json]:
    """The examples of the parameters, by location and name."""
    return {
        (parameter.location, parameter.name): example(operation.document.at(parameter.pointer))
        for parameter in operation.parameters
    }


def call(sandbox: Sandbox, operation: Operation) -> Any:
    values = examples(operation)
    needed = {parameter.name for parameter in operation.parameters if parameter.required}
    sent = {
        place: {name: str(value) for (at, name), value in values.items() if at == place and name in needed}
        for place in ("path", "query", "header")
    }
    media = operation.request_bodies.get("application/json")
    sandbox.clock.now += 1
    body = {"json": example(media)} if media is not None else {}
    return sandbox.send(
        operation.method, operation.path.format(**sent["path"]), params=sent["query"], headers=sent["header"], **body
    )
