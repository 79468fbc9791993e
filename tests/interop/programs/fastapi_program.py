"""What a program writes with the client of the FastAPI application; checked by mypy and pyright, and executed."""

import asyncio
import io
import sys
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type
from uuid import UUID, uuid4

from fastapi_backend import AsyncFastapiBackend, FastapiBackend, models
from fastapi_backend.errors import ConflictError, UnprocessableEntityError

REPORT = Path(__file__).parents[1] / "report.pdf"


def send_parameters(client: FastapiBackend) -> None:
    values = client.params.query_required(
        number=1,
        ratio=0.5,
        flag=True,
        text="x",
        price=Decimal("1.50"),
        day=date(2026, 2, 28),
        at=datetime.now(UTC),
        clock=time(1, 2, 3),
        span=timedelta(hours=2),
        uid=uuid4(),
        color=models.Color.RED,
        level=10,
        choice="a",
    )
    assert_type(values.number, int)
    assert_type(values.ratio, float)
    assert_type(values.price, str)
    assert_type(values.day, date)
    assert_type(values.at, datetime)
    assert_type(values.clock, time)
    assert_type(values.span, timedelta | str)
    assert_type(values.uid, UUID)
    assert_type(values.color, models.Color)
    assert_type(values.level, models.Level)
    client.params.query_optional(number=None, price=None, color=None, q=None, skip=3)
    assert_type(client.params.query_lists(ids=[1, 2], colors=["red", models.Color.RED], days=None), list[int])
    filters = client.params.query_model(tags=["a"], since=None, min_price=Decimal(1))
    assert_type(filters.since, date | None)
    client.params.cookie_model(session_id="s", tracker=None)


def send_bodies(client: FastapiBackend) -> None:
    order = models.OrderInput(
        id=1,
        customer_name="Ann",
        ship_to=models.Address(street_name="Main", geo=[1.5, 2.0]),
        order_lines=[models.LineInput(sku="a", quantity=1, unit_price="1.50")],
        created_at=datetime.now(UTC),
        meta={"any": ["thing"]},
    )
    created = client.bodies.create_order(body=order)
    assert_type(created, models.OrderOutput)
    assert_type(created.ship_to.geo, list[float] | None)
    assert_type([line.unit_price for line in created.order_lines], list[str])
    assert_type(created.meta, Any | None)
    patched = client.bodies.patch_order(created.id, due_on=None, priority=2)
    assert_type(patched.priority, int | None)
    owner = client.bodies.keeper(
        favorite=models.Cat(name="Tom"), pets=[models.Dog(name="Rex"), {"kind": "cat", "name": "B"}]
    )
    match owner.favorite:
        case models.Cat(lives=lives):
            assert_type(lives, int | None)
        case models.Dog(breed=breed):
            assert_type(breed, str | None)
        case models.Bird(wingspan=wingspan):
            assert_type(wingspan, float)
    assert_type(client.bodies.people(body=[models.Person(name="A"), {"name": "B"}]), list[models.Person])
    assert_type(client.bodies.by_name(body={"a": models.Person(name="A")}), dict[str, models.Person])
    assert_type(client.bodies.anything(body=[1, None]), Any)
    assert_type(client.bodies.maybe(body=None), models.Person | None)
    assert_type(client.bodies.page().items, list[models.Person])


def send_files(client: FastapiBackend) -> None:
    client.forms.upload_file(file=b"bytes")
    client.forms.upload_file(file=REPORT)
    client.forms.upload_file(file=("a.bin", b"bytes"))
    client.forms.upload_file(file=("a.bin", io.BytesIO(b"bytes"), "image/png"))
    with REPORT.open("rb") as file:
        client.forms.upload_file(body=models.BodyUploadFile(file=file))
    client.forms.upload_files(files=[b"a", REPORT, ("b", b"b")])
    client.forms.upload_optional(file=None, note=None)
    body: dict[str, object] = {"file": REPORT, "title": "t", "size": 1, "price": "1"}
    assert_type(client.forms.upload_document("f", body=body), models.Message)
    assert_type(client.forms.raw_body(body=REPORT), int)


def read_responses(client: FastapiBackend, folder: Path) -> None:
    image = client.responses.image_or_item()
    assert_type(client.responses.declared_file().data, bytes)
    assert_type(client.responses.declared_file_to(folder / "report.pdf").path, Path)
    assert_type(client.responses.text_response(), str)
    assert_type(client.responses.text_or_null(), str | None)
    assert_type(client.responses.no_content(), None)
    raw = client.with_raw_response.responses.accepted()
    assert_type(raw.parsed, models.Message)
    assert_type(raw.status, int)
    assert image is not None


def handle_errors(client: FastapiBackend) -> None:
    try:
        client.errors.documented(409)
    except ConflictError as error:
        assert isinstance(error.body, models.Conflict)
        assert_type(error.body.existing.name, str)
    try:
        client.errors.validated(q=1, flag=True, body=[{"sku": "a", "quantity": 0, "unitPrice": 1}])
    except UnprocessableEntityError as error:
        assert_type(error.errors, tuple[str, ...])
        assert isinstance(error.body, models.HTTPValidationError)


def use(client: FastapiBackend, folder: Path) -> None:
    send_parameters(client)
    send_bodies(client)
    send_files(client)
    read_responses(client, folder)
    handle_errors(client)


async def use_async(client: AsyncFastapiBackend, folder: Path) -> None:
    assert_type(await client.items.read_item_items_item_id_get(1, q=None), models.Person)
    assert_type(await client.forms.upload_file(file=REPORT), str | None)
    assert_type((await client.responses.declared_file_to(folder / "report.pdf")).status, int)
    people, page = await asyncio.gather(client.bodies.people(body=[]), client.bodies.page())
    assert_type(people, list[models.Person])
    assert_type(page, models.PagePerson)


async def main(url: str, folder: Path) -> None:
    async with AsyncFastapiBackend(base_url=url, strict=True) as client:
        await use_async(client, folder)


if __name__ == "__main__":
    with FastapiBackend(base_url=sys.argv[1], strict=True) as client:
        use(client, Path(sys.argv[2]))
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
