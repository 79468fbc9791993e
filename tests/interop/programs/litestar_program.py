"""What a program writes with the client of the Litestar application; checked by mypy and pyright, and executed."""

import asyncio
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, assert_type
from uuid import UUID, uuid4

from litestar_backend import AsyncLitestarBackend, LitestarBackend, models
from litestar_backend.errors import BadRequestError, NotFoundError

REPORT = Path(__file__).parents[1] / "report.pdf"


def send_parameters(client: LitestarBackend) -> None:
    values = client.params.path_scalars(
        1, 0.5, "x", "1.50", date(2026, 2, 28), datetime.now(UTC), timedelta(hours=2), uuid4()
    )
    assert_type(values.number, int)
    assert_type(values.price, str)
    assert_type(values.at, datetime)
    assert_type(values.span, timedelta | str)
    assert_type(values.uid, UUID)
    assert_type(values.color, models.Color)
    client.params.query_optional(number=None, price=None, color=None, q=None, skip=3)
    assert_type(client.params.query_lists(ids=[1, 2], colors=["red", models.Color.RED], days=None), list[int])
    client.params.header_scalars(x_token="t", x_count=None, x_when=datetime.now(UTC))
    client.params.cookie_scalars(session_id=None, visits=3)


def send_bodies(client: LitestarBackend) -> None:
    order = models.Order(
        order_id=1,
        customer=models.Person(name="Ann"),
        lines=[models.Line(sku_code="a", unit_price="1.50")],
        created_at=datetime.now(UTC),
        level=models.Level(10),
    )
    created = client.bodies.create_order(body=order)
    assert_type(created.customer.age, int | None)
    assert_type(created.extra, Any | None)
    assert_type(client.bodies.patch_order(1, due_on=None, priority=2).priority, int | None)
    keeper = client.bodies.keeper(favorite=models.Cat(name="Tom"), pets=[models.Dog(name="Rex")])
    match keeper.favorite:
        case models.Cat(lives=lives):
            assert_type(lives, int | None)
        case models.Dog(breed=breed):
            assert_type(breed, str | None)
    assert_type(client.bodies.people(body=[models.Person(name="A"), {"name": "B"}]), list[models.Person])
    assert_type(client.bodies.maybe(body=None), models.Person | None)
    assert_type(client.bodies.put_person("A", name_field="A"), None)


def send_files(client: LitestarBackend) -> None:
    client.forms.upload_file(file=REPORT)
    client.forms.upload_files(files=[b"a", REPORT, ("b", b"b")])
    client.forms.upload_document(body=models.Document(title="t", size=1, file=REPORT, thumbnail=("t.png", b"x")))
    client.forms.upload_document(title="t", size=1, file=b"x", thumbnail=None, tags=None)


def read_responses(client: LitestarBackend, folder: Path) -> None:
    assert_type(client.responses.file().data, bytes)
    assert_type(client.responses.file_with_type_to(folder / "report.pdf").status, int)
    assert_type(client.responses.text(), str)
    assert_type(client.responses.person_or_nothing(name=None), models.Person | None)
    page = client.responses.offset(limit=5).first()
    assert_type(page.items, list[models.Person] | None)
    several = client.responses.several(status=202)
    assert_type(several, models.Person | models.Cat)
    assert isinstance(several, models.Cat)


def handle_errors(client: LitestarBackend) -> None:
    try:
        client.errors.missing()
    except NotFoundError as error:
        assert isinstance(error.body, models.Missing404Response)
        assert_type(error.body.detail, str)
    try:
        client.errors.invalid()
    except BadRequestError as error:
        assert_type(error.errors, tuple[str, ...])


def use(client: LitestarBackend, folder: Path) -> None:
    send_parameters(client)
    send_bodies(client)
    send_files(client)
    read_responses(client, folder)
    handle_errors(client)


async def use_async(client: AsyncLitestarBackend, folder: Path) -> None:
    assert_type(await client.forms.upload_file(file=REPORT), str)
    assert_type((await client.responses.file_with_type_to(folder / "report.pdf")).status, int)
    assert_type(await client.responses.gone(), None)


async def main(url: str, folder: Path) -> None:
    async with AsyncLitestarBackend(base_url=url, strict=True) as client:
        await use_async(client, folder)


if __name__ == "__main__":
    with LitestarBackend(base_url=sys.argv[1], strict=True) as client:
        use(client, Path(sys.argv[2]))
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
