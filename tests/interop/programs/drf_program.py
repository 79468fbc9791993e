"""What a program writes with the client of the Django application; checked by mypy and pyright, and executed."""

import asyncio
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type
from uuid import UUID

from drf_backend import AsyncDrfBackend, DrfBackend, models
from drf_backend.errors import BadRequestError, NotFoundError, RateLimitError

REPORT = Path(__file__).parents[1] / "report.pdf"


def use_models(client: DrfBackend) -> None:
    books = client.books.books_list(
        page_size=1, genre=["novel", models.BooksListGenreItem.POETRY], min_price=Decimal(1)
    )
    assert_type(books.total, int | None)
    assert_type([book for book in books], list[models.Book])  # noqa: C416 - iterating is what is typed
    page = books.first()
    assert_type(page.count, int)
    assert_type(page.next, str | None)
    book = page.results[0]
    assert_type(book.id, UUID)
    assert_type(book.price, Decimal)
    assert_type(book.discount, float)
    assert_type(book.rating, models.RatingEnum | None)
    assert_type(book.opens_at, time | None)
    assert_type(book.tags, Any | None)
    assert_type(book.created_at, datetime)
    created = client.books.books_create(
        body=models.BookRequest(title="T", price=Decimal("0.10"), author=1, rating=None)
    )
    assert_type(created, models.Book)
    client.books.books_create(title="T", price="1.00", author=1, opens_at=time(9), published_on=date(2026, 2, 28))
    client.books.books_partial_update(book.id, rating=None)
    assert_type(client.books.books_destroy(book.id), None)


def send_bodies(client: DrfBackend) -> None:
    order = models.OrderRequest(
        big=2**60,
        ratio=0.5,
        price=Decimal("1.50"),
        text=None,
        at=datetime.now(UTC),
        genre=models.GenreEnum.NOVEL,
        address=models.AddressRequest(street="S"),
        level=None,
        anything={"a": [1]},
    )
    answer = client.bodies.bodies_orders_create(body=order)
    assert_type(answer.summary, str)
    assert_type(answer.day, date | None)
    assert_type(answer.level, models.LevelEnum | None)
    assert_type(client.bodies.bodies_orders_update(body=[order]), list[models.Order])
    pet = client.bodies.bodies_pet_create(body=models.CatRequest(kind="cat", lives=9))
    if isinstance(pet, models.Cat):
        assert_type(pet.lives, int)
    else:
        assert_type(pet.breed, str | None)
    client.params.params_query_retrieve(number=1, price=Decimal(1), clock=time(9), span="P1D", text=None)
    client.params.params_styles_retrieve(ids=[1, 2], filter={"a": "b"}, x_count=3, session_key=None)


def send_files(client: DrfBackend) -> None:
    client.forms.forms_document_create(title="t", file=REPORT, files=[b"a", ("b", b"b")], price=Decimal(1), size=None)
    client.forms.forms_document_create(body=models.DocumentRequest(title="t", file=("a.bin", b"a")))
    client.forms.forms_raw_update("a.bin", body=REPORT)


def read_responses(client: DrfBackend, folder: Path) -> None:
    assert_type(client.responses.responses_file_retrieve().data, bytes)
    assert_type(client.responses.responses_file_as_json_retrieve().data, bytes)
    assert_type(client.responses.responses_file_retrieve_to(folder / "report.pdf").status, int)
    assert_type(client.responses.responses_csv_retrieve(), str)
    assert_type(client.responses.responses_several_retrieve(202), models.Author | models.Later)
    assert_type(client.responses.responses_headers_retrieve(), int)


def handle_errors(client: DrfBackend) -> None:
    try:
        client.errors.errors_missing_retrieve(404)
    except NotFoundError as error:
        assert isinstance(error.body, models.Detail)
        assert_type(error.body.detail, str)
    try:
        client.errors.errors_undocumented_retrieve("nested")
    except BadRequestError as error:
        assert_type(error.errors, tuple[str, ...])
    try:
        client.errors.errors_undocumented_retrieve("throttled")
    except RateLimitError as error:
        assert_type(error.retry_after, float | None)


def use(client: DrfBackend, folder: Path) -> None:
    use_models(client)
    send_bodies(client)
    send_files(client)
    read_responses(client, folder)
    handle_errors(client)


async def use_async(client: AsyncDrfBackend, folder: Path) -> None:
    assert_type((await client.books.books_list().first()).results, list[models.Book])
    assert_type([book async for book in client.books.books_list()], list[models.Book])
    assert_type(await client.forms.forms_document_create(title="t", file=REPORT), None)
    assert_type((await client.responses.responses_file_retrieve_to(folder / "report.pdf")).status, int)


async def main(url: str, folder: Path) -> None:
    async with AsyncDrfBackend(base_url=url, strict=True, max_retries=0) as client:
        await use_async(client, folder)


if __name__ == "__main__":
    with DrfBackend(base_url=sys.argv[1], strict=True, max_retries=0) as client:
        use(client, Path(sys.argv[2]))
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
