"""Every operation of a Django REST framework application, called by the client of its document."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from interop import drf_app as server
from support.interop import Failure, Results, Row, Upload, connect

UID = server.BOOK
DAY = date(2026, 2, 28)
AT = server.CREATED
CLOCK = time(23, 59, 58)
SPAN = timedelta(days=1, hours=2, minutes=3, seconds=4)
BIG = 2**63 - 1
TEXT = "a b ?#&=%+\u00fc\u00e9 \u8ba2\U0001f525"
BINARY = b"\x00\xff\xfe\r\n--boundary\r\n"

# ---------------------------------------------------------------- a model and its endpoints


def book(models: Any, **others: Any) -> Any:
    """The client's model of the first book."""
    values = {
        "id": UID,
        "author_name": "Ann",
        "discount": 0.5,
        "title": "One",
        "genre": models.GenreEnum.NOVEL,
        "rating": None,
        "price": Decimal("19.90"),
        "pages": 0,
        "available": True,
        "published_on": None,
        "opens_at": None,
        "loan": None,
        "notes": "",
        "tags": [],
        "created_at": AT,
        "author": 1,
    }
    return models.Book(**{**values, **others})


CHANGES: dict[str, Any] = {
    "title": TEXT,
    "genre": "poetry",
    "rating": 5,
    "price": Decimal("1.50"),
    "pages": 3,
    "available": False,
    "published_on": DAY,
    "opens_at": CLOCK,
    "notes": "n",
    "tags": [{"a": 1}, None],
}


def changed_book(models: Any) -> Any:
    """The client's model of a book with `CHANGES`."""
    enums = {"genre": models.GenreEnum.POETRY, "rating": models.RatingEnum(5)}
    return book(models, **{**CHANGES, **enums, "loan": "1 02:03:04"})


MODELS = {
    "create": Row(
        call=lambda c, _: c.books.books_create(**CHANGES, author=1, loan="1 02:03:04", secret="s"),
        received={**CHANGES, "loan": SPAN, "author": server.Author(name="Ann"), "secret": "s"},
        value=changed_book,
    ),
    "create, a model": Row(
        call=lambda c, m: c.books.books_create(
            body=m.BookRequest(title="T", price=Decimal("0.10"), author=1, rating=None)
        ),
        received={"title": "T", "price": Decimal("0.10"), "author": server.Author(name="Ann"), "rating": None},
        value=lambda m: book(m, title="T", price=Decimal("0.10")),
    ),
    "create, a form": Row(
        call=lambda c, _: c.books.books_create(
            title="T", price=Decimal("0.10"), author=1, rating=5, media_type="multipart/form-data"
        ),
        received={
            "title": "T",
            "price": Decimal("0.10"),
            "author": server.Author(name="Ann"),
            "rating": 5,
            "available": False,
        },
        read=lambda value: (value.title, value.rating.value),
        value=("T", 5),
    ),
    "retrieve": Row(call=lambda c, _: c.books.books_retrieve(UID), value=book),
    "retrieve, unknown": Row(
        call=lambda c, _: c.books.books_retrieve("00000000-0000-0000-0000-000000000000"),
        value=Failure(
            "NotFoundError", "No Book matches the given query.", {"detail": "No Book matches the given query."}
        ),
    ),
    "update": Row(
        call=lambda c, _: c.books.books_update(UID, title="T", price="2.00", author=1, published_on=None),
        received={"title": "T", "price": Decimal("2.00"), "author": server.Author(name="Ann"), "published_on": None},
        value=lambda m: book(m, title="T", price=Decimal("2.00")),
    ),
    "patch": Row(
        call=lambda c, _: c.books.books_partial_update(UID, rating=None, notes=""),
        received={"rating": None, "notes": ""},
        value=book,
    ),
    "patch, a model": Row(
        call=lambda c, m: c.books.books_partial_update(UID, body=m.PatchedBookRequest(pages=7)),
        received={"pages": 7},
        value=lambda m: book(m, pages=7),
    ),
    "delete": Row(call=lambda c, _: c.books.books_destroy(UID), received={"deleted": UID}),
    "action": Row(call=lambda c, _: c.books.books_reserve_create(UID), received={"pk": str(UID)}),
    "list": Row(
        call=lambda c, m: c.books.books_list(
            page=1, page_size=1, genre=["novel", m.BooksListGenreItem.POETRY], published_after=DAY
        ).first(),
        received={"page": ["1"], "page_size": ["1"], "genre": ["novel", "poetry"], "published_after": ["2026-02-28"]},
        read=lambda page: (page.count, page.next.partition("?")[2].split("&")[-2:], page.previous, page.results),
        value=lambda m: (2, ["page_size=1", "published_after=2026-02-28"], None, [book(m)]),
    ),
    "list, prices": Row(
        call=lambda c, _: c.books.books_list(min_price=Decimal("1.10")).first(),
        received={"min_price": ["1.10"]},
        read=lambda page: (page.count, page.next, len(page.results)),
        value=(2, None, 2),
    ),
    "create, another": Row(
        call=lambda c, _: c.authors.authors_create(name="D", born=DAY),
        received={"name": "D", "born": DAY},
        value=lambda m: m.Author(id=9, name="D", born=DAY),
    ),
    "limit and offset": Row(
        call=lambda c, _: c.authors.authors_list(limit=1, offset=1).first(),
        read=lambda page: (page.count, page.results),
        value=lambda m: (3, [m.Author(id=2, name="Bo", born=None)]),
    ),
    "all pages by number": Row(
        call=lambda c, _: c.books.books_list(page_size=1, min_price=1).pages(),
        received=[
            {"page_size": ["1"], "min_price": ["1"]},
            {"page": ["2"], "page_size": ["1"], "min_price": ["1"]},
        ],
        read=lambda pages: [(page.count, len(page.results), bool(page.next)) for page in pages],
        value=[(2, 1, True), (2, 1, False)],
    ),
    "all pages by offset": Row(
        call=lambda c, _: c.authors.authors_list().pages(),
        read=lambda pages: [[author.id for author in page.results] for page in pages],
        value=[[1, 2], [3]],
    ),
    "all pages by cursor": Row(
        call=lambda c, _: c.feed.feed_list().pages(),
        read=lambda pages: [[author.id for author in page.results] for page in pages],
        value=[[1], [2], [3]],
    ),
    "cursor": Row(
        call=lambda c, _: c.feed.feed_list().first(),
        read=lambda page: (page.results, page.previous, "cursor=" in page.next),
        value=lambda m: ([m.Feed(id=1, name="Ann", born=None)], None, True),
    ),
}

# ---------------------------------------------------------------- parameters

QUERY: dict[str, Any] = {
    "number": -5,
    "ratio": 2.5,
    "flag": True,
    "text": TEXT,
    "price": Decimal("10.50"),
    "day": DAY,
    "at": AT,
    "clock": CLOCK,
    "span": SPAN,
    "uid": UID,
    "big": BIG,
}

PARAMETERS = {
    "query": Row(call=lambda c, _: c.params.params_query_retrieve(**QUERY), received={**QUERY, "span": "P1DT2H3M4S"}),
    "query, whole numbers": Row(
        call=lambda c, _: c.params.params_query_retrieve(ratio=3, price=7, flag=False),
        received={"ratio": 3.0, "price": Decimal(7), "flag": False},
    ),
    "query, None": Row(call=lambda c, _: c.params.params_query_retrieve(**dict.fromkeys(QUERY)), received={}),
    "styles": Row(
        call=lambda c, _: c.params.params_styles_retrieve(
            ids=[1, 2],
            tags=["a,b", "c"],
            filter={"a": "1", "b": "x y"},
            x_token="t",
            x_count=3,
            session_key="s",
        ),
        received={
            "query": {"ids": ["1,2"], "tags": ["a,b", "c"], "filter[a]": ["1"], "filter[b]": ["x y"]},
            "headers": {"X-Token": "t", "X-Count": "3"},
            "cookies": {"session-key": "s"},
        },
    ),
    "styles, None": Row(
        call=lambda c, _: c.params.params_styles_retrieve(
            ids=None, tags=[], filter=None, x_token=None, x_count=None, session_key=None
        ),
        received={"query": {}, "headers": {}, "cookies": {}},
    ),
    "path": Row(
        call=lambda c, _: c.params.params_retrieve(7, "a-b_c", UID, "d/e f"),
        received={"number": 7, "slug": "a-b_c", "uid": UID, "rest": "d/e f"},
        value="found",
    ),
}

# ---------------------------------------------------------------- bodies

ORDER: dict[str, Any] = {
    "big": BIG,
    "ratio": 0.1,
    "price": Decimal("1234567890.0123456789"),
    "maybe": None,
    "text": None,
    "day": DAY,
    "at": AT,
    "clock": CLOCK,
    "span": "1 02:03:04",
    "uid": UID,
    "genre": "novel",
    "level": 10,
    "genres": ["poetry"],
    "address": {"street": "S"},
    "addresses": [{"street": "T", "zip": ""}],
    "numbers": [1, -2],
    "labels": {"snake_key": "x", "camelKey": "y"},
    "anything": [1, None, {"a": True}],
    "ip": "10.0.0.1",
    "url": "https://example.com/a?b=c",
    "email": "a@example.com",
}
ORDER_RECEIVED = {**ORDER, "flag": False, "span": SPAN}


def order(models: Any, suffix: str = "") -> dict[str, Any]:
    """The fields of `ORDER` in the client's models, of requests or of responses."""
    address = getattr(models, f"Address{suffix}")
    return {
        **ORDER,
        "genre": models.GenreEnum.NOVEL,
        "level": models.LevelEnum(10),
        "genres": [models.GenresEnum.POETRY],
        "address": address(street="S"),
        "addresses": [address(street="T", zip="")],
    }


BODIES = {
    "model": Row(
        call=lambda c, m: c.bodies.bodies_orders_create(body=m.OrderRequest(**order(m, "Request"), password="p")),
        received={**ORDER_RECEIVED, "password": "p"},
        value=lambda m: m.Order(**order(m), id=7, flag=False, summary=f"novel {BIG}"),
    ),
    "flat arguments": Row(
        call=lambda c, _: c.bodies.bodies_orders_create(**ORDER),
        received=ORDER_RECEIVED,
        value=lambda m: m.Order(**order(m), id=7, flag=False, summary=f"novel {BIG}"),
    ),
    "least": Row(
        call=lambda c, _: c.bodies.bodies_orders_create(
            big=1, ratio=2, price=3, text="", at="2026-01-02T03:04:05+02:00", genre="novel", address={"street": "S"}
        ),
        received={
            "big": 1,
            "ratio": 2.0,
            "price": Decimal("3.0000000000"),
            "flag": False,
            "text": "",
            "at": datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC),
            "genre": "novel",
            "address": {"street": "S"},
        },
        read=lambda value: (value.price, value.at, value.summary, value.text),
        value=(Decimal("3.0000000000"), datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC), "novel 1", ""),
    ),
    "list": Row(
        call=lambda c, m: c.bodies.bodies_orders_update(body=[m.OrderRequest(**order(m, "Request")), ORDER]),
        received={"orders": [ORDER_RECEIVED, ORDER_RECEIVED]},
        read=lambda orders: [value.price for value in orders],
        value=[ORDER["price"]] * 2,
    ),
    "patch": Row(
        call=lambda c, _: c.bodies.bodies_orders_partial_update(day=None, text=None, address={"street": "x"}),
        received={"day": None, "text": None, "address": {"street": "x"}},
    ),
    "union": Row(
        call=lambda c, m: c.bodies.bodies_pet_create(body=m.CatRequest(kind="cat", lives=9)),
        received={"kind": "cat", "lives": 9},
        value=lambda m: m.Cat(kind="cat", lives=9),
    ),
    "union, a mapping": Row(
        call=lambda c, _: c.bodies.bodies_pet_create(body={"kind": "dog", "breed": None}),
        received={"kind": "dog", "breed": None},
        value=lambda m: m.Dog(kind="dog", breed=None),
    ),
    "inline": Row(
        call=lambda c, _: c.bodies.bodies_ping_create(count=2, meta={"a": [1]}),
        received={"count": 2, "meta": {"a": [1]}},
        value=lambda m: m.Pong(doubled=4, meta={"a": [1]}),
    ),
    "inline, left out": Row(
        call=lambda c, _: c.bodies.bodies_ping_create(count=2),
        received={"count": 2},
        value=lambda m: m.Pong(doubled=4, meta=None),
    ),
    "anything": Row(
        call=lambda c, _: c.bodies.bodies_anything_create(body={"n": 2**70, "x": 1.0}),
        received={"data": {"n": 2**70, "x": 1.0}},
        value={"n": 2**70, "x": 1.0},
    ),
}

# ---------------------------------------------------------------- forms and uploads

DOCUMENT: dict[str, Any] = {
    "title": TEXT,
    "size": 3,
    "price": Decimal("1.50"),
    "day": DAY,
    "flag": True,
    "tags": ["a", "b c"],
}

FORMS = {
    "multipart": Row(
        call=lambda c, _: c.forms.forms_document_create(
            **DOCUMENT, file=server.REPORT, files=[("a", BINARY), ("b.png", b"x", "image/png")]
        ),
        received={
            **DOCUMENT,
            "file": Upload("report.pdf", server.PDF, "application/pdf"),
            "files": [Upload("a", BINARY), Upload("b.png", b"x", "image/png")],
        },
    ),
    "multipart, a model": Row(
        call=lambda c, m: c.forms.forms_document_create(
            body=m.DocumentRequest(title="t", file=("a.bin", io.BytesIO(BINARY)))
        ),
        received={"title": "t", "file": Upload("a.bin", BINARY), "flag": False},
    ),
    "multipart, None": Row(
        call=lambda c, _: c.forms.forms_document_create(title="t", size=None), received={"title": "t", "flag": False}
    ),
    "form": Row(call=lambda c, _: c.forms.forms_form_create(**DOCUMENT), received=DOCUMENT),
    "form, None": Row(
        call=lambda c, _: c.forms.forms_form_create(title="t", size=None), received={"title": "t", "flag": False}
    ),
    **{
        f"a body as {media_type}": Row(
            call=lambda c, m, media_type=media_type: c.forms.forms_any_create(
                body=m.AuthorRequest(name=TEXT, born=DAY), media_type=media_type
            ),
            received={"media_type": media_type, "name": TEXT, "born": DAY},
        )
        for media_type in ("application/json", "application/x-www-form-urlencoded")
    },
    "raw body": Row(
        call=lambda c, _: c.forms.forms_raw_update("a.bin", body=BINARY),
        received={"filename": "a.bin", "content": BINARY},
    ),
    "raw body, path": Row(
        call=lambda c, _: c.forms.forms_raw_update("a.bin", body=server.REPORT),
        received={"filename": "a.bin", "content": server.PDF},
    ),
}

# ---------------------------------------------------------------- responses


def content(value: Any) -> tuple[bytes, str]:
    """The bytes of a response and their type."""
    return value.data, value.media_type


PDF = (server.PDF, "application/pdf")
RESPONSES = {
    "file": Row(call=lambda c, _: c.responses.responses_file_retrieve(), read=content, value=PDF),
    "file as JSON": Row(call=lambda c, _: c.responses.responses_file_as_json_retrieve(), read=content, value=PDF),
    "base64": Row(call=lambda c, _: c.responses.responses_base64_retrieve(), value="AP/+"),
    "text": Row(call=lambda c, _: c.responses.responses_csv_retrieve(), value="id,name\n1,\u00e9\n"),
    "stream": Row(
        call=lambda c, _: c.responses.responses_stream_retrieve(),
        read=content,
        value=(server.PAYLOAD, "video/mp4"),
        drift=("",),
    ),
    "undescribed": Row(
        call=lambda c, _: c.responses.responses_undescribed_retrieve(),
        read=lambda value: value.json(),
        value={"a": 1},
        drift=("",),
    ),
    "JSON or XML": Row(
        call=lambda c, _: c.responses.responses_json_or_xml_retrieve(),
        value=lambda m: m.Author(id=1, name="Ann", born=None),
    ),
    "status 200": Row(
        call=lambda c, _: c.responses.responses_several_retrieve(200),
        value=lambda m: m.Author(id=1, name="Ann", born=None),
    ),
    "status 202": Row(call=lambda c, _: c.responses.responses_several_retrieve(202), value=lambda m: m.Later(after=5)),
    "nothing": Row(call=lambda c, _: c.responses.responses_nothing_destroy()),
    "headers": Row(
        call=lambda c, _: c.with_raw_response.responses.responses_headers_retrieve(),
        read=lambda value: (value.parsed, value.headers["x-count"]),
        value=(5, "3"),
    ),
    "login": Row(call=lambda c, _: c.responses.responses_login_create(), fresh=True),
    "me": Row(
        call=lambda c, _: c.responses.responses_me_retrieve(),
        received={"name": None},
        value=lambda m: m.Me(name=None),
        fresh=True,
    ),
}

# ---------------------------------------------------------------- errors and authentication

ERRORS = {
    "detail": Row(
        call=lambda c, _: c.errors.errors_missing_retrieve(404),
        value=lambda m: Failure("NotFoundError", "Not found.", m.Detail(detail="Not found.")),
    ),
    "forbidden": Row(
        call=lambda c, _: c.errors.errors_missing_retrieve(403),
        value=lambda m: Failure(
            "ForbiddenError",
            "You do not have permission to perform this action.",
            m.Detail(detail="You do not have permission to perform this action."),
        ),
    ),
    "fields": Row(
        call=lambda c, _: c.errors.errors_fields_create(name="x"),
        value=lambda m: Failure(
            "BadRequestError",
            "title: Too long.; title: Not unique.; No.",
            m.FieldErrors(title=["Too long.", "Not unique."], non_field_errors=["No."]),
            ("title: Too long.", "title: Not unique.", "No."),
        ),
    ),
    "fields, undocumented": Row(
        call=lambda c, _: c.authors.authors_create(body={"name": ""}),
        value=Failure(
            "BadRequestError",
            "name: This field may not be blank.",
            {"name": ["This field may not be blank."]},
            ("name: This field may not be blank.",),
        ),
    ),
    "list": Row(
        call=lambda c, _: c.errors.errors_undocumented_retrieve("list"),
        value=Failure("BadRequestError", "First.; Second.", ["First.", "Second."], ("First.", "Second.")),
    ),
    "nested": Row(
        call=lambda c, _: c.errors.errors_undocumented_retrieve("nested"),
        value=Failure(
            "BadRequestError",
            "lines.1.sku: Required.; address.zip: Bad.",
            {"lines": [{}, {"sku": ["Required."]}], "address": {"zip": ["Bad."]}},
            ("lines.1.sku: Required.", "address.zip: Bad."),
        ),
    ),
    "throttled": Row(
        call=lambda c, _: c.errors.errors_undocumented_retrieve("throttled"),
        value=Failure(
            "RateLimitError",
            "Request was throttled. Expected available in 7 seconds.",
            {"detail": "Request was throttled. Expected available in 7 seconds."},
        ),
    ),
    "other": Row(
        call=lambda c, _: c.errors.errors_undocumented_retrieve("other"),
        value=Failure("ServerError", "down", {"detail": "down"}),
    ),
    "token": Row(
        call=lambda c, _: c.auth.auth_token_retrieve(),
        received={"user": "ann", "key": "k3y"},
        options={"token_auth": "Token k3y"},
    ),
    "password": Row(
        call=lambda c, _: c.auth.auth_password_retrieve(), received={"user": "ann"}, options={"basic_auth": "ann:p:w"}
    ),
}

ROWS = {
    f"{section}: {name}": row
    for section, rows in {
        "models": MODELS,
        "parameters": PARAMETERS,
        "bodies": BODIES,
        "forms": FORMS,
        "responses": RESPONSES,
        "errors": ERRORS,
    }.items()
    for name, row in rows.items()
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Results]:
    folder = tmp_path_factory.mktemp("drf")
    with server.serve() as url, connect(url, "/schema", server.received, folder, "drf_backend") as subject:
        yield Results(subject, ROWS)


@pytest.mark.parametrize("driver", ["sync", "async"])
@pytest.mark.parametrize("name", ROWS)
def test_both_ends_agree(results: Results, name: str, driver: str) -> None:
    results.check(name, driver)


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.drift])
def test_a_strict_client_refuses_what_contradicts_the_document(results: Results, name: str) -> None:
    results.check_strict(name)


def test_every_operation_is_called(results: Results) -> None:
    assert results.subject.called == results.subject.operations
