"""A Litestar application: what its users write, in every form that Litestar describes in a document of its own."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from litestar import Controller, Litestar, MediaType, Response, delete, get, head, patch, post, put
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie, ResponseHeader, UploadFile
from litestar.dto import DataclassDTO, DTOConfig
from litestar.exceptions import (
    HTTPException,
    NotAuthorizedException,
    NotFoundException,
    PermissionDeniedException,
    ValidationException,
)
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.openapi import OpenAPIConfig, ResponseSpec
from litestar.openapi.spec import Components, SecurityScheme
from litestar.pagination import ClassicPagination, CursorPagination, OffsetPagination
from litestar.params import (
    Body,
    CookieParameter,
    FromPath,
    FromQuery,
    HeaderParameter,
    JSONBody,
    MsgPackBody,
    MultipartBody,
    QueryParameter,
    URLEncodedBody,
)
from litestar.plugins.problem_details import ProblemDetailsConfig, ProblemDetailsException, ProblemDetailsPlugin
from litestar.response import File, Redirect, Stream
from litestar.types import Method
from litestar.types.internal_types import PathParameterDefinition
from pydantic import BaseModel, Field

from support.interop import Recorder

PDF = b"%PDF-1.7\n\xff\xfe\x00\x80 not text"
REPORT = Path(__file__).parent / "report.pdf"
PAYLOAD = bytes(range(256)) * 300

received = Recorder()
recorded = received.arguments_of


# ---------------------------------------------------------------- models


class Color(StrEnum):
    RED = "red"
    DARK_BLUE = "dark blue"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Size(Enum):
    SMALL = "S"
    LARGE = "L"


@dataclass
class Person:
    name: str
    age: int | None = None


@dataclass
class Scalars:
    number: int
    ratio: float
    flag: bool
    text: str
    price: Decimal
    day: date
    at: datetime
    span: timedelta
    uid: UUID
    color: Color
    level: Level
    choice: Literal["a", "b"]


class Line(msgspec.Struct, rename="camel"):
    sku_code: str
    unit_price: Decimal
    quantity: Annotated[int, msgspec.Meta(ge=1)] = 1
    note: str | None = None


class Order(msgspec.Struct, rename="camel"):
    """An order."""

    order_id: int
    customer: Person
    lines: list[Line]
    created_at: datetime
    due_on: date | None = None
    labels: dict[str, str] = {}
    colors: set[Color] = set()
    level: Level = Level.LOW
    extra: Any = None
    size: Size = Size.SMALL


class OrderPatch(msgspec.Struct, rename="camel", omit_defaults=True):
    """Not given, null and a value mean three things."""

    customer_name: str | msgspec.UnsetType | None = msgspec.UNSET
    due_on: date | msgspec.UnsetType | None = msgspec.UNSET
    priority: int | msgspec.UnsetType = msgspec.UNSET


class Cat(msgspec.Struct, tag="cat", tag_field="kind"):
    name: str
    lives: int = 9


class Dog(msgspec.Struct, tag="dog", tag_field="kind"):
    name: str
    breed: str | None = None


class Owner(msgspec.Struct):
    favorite: Cat | Dog
    pets: list[Cat | Dog] = []


class Closed(msgspec.Struct, forbid_unknown_fields=True):
    name: str


@dataclass
class Mixed:
    """Unions without a tag, and containers."""

    value: int | str
    one_or_many: str | list[str]
    color: Color | None
    pair: tuple[int, str]
    numbers: set[int]
    by_name: dict[str, Person]
    nested: list[list[float]]
    anything: Any
    blob: bytes


@dataclass
class Tree:
    name: str
    children: list["Tree"] = field(default_factory=list)


class Item(BaseModel):
    """A model of pydantic."""

    name: str
    unit_price: Decimal = Field(alias="unitPrice", max_digits=10, decimal_places=2)
    tags: list[str] = []
    day: date | None = None
    meta: Any | None = None


@dataclass
class User:
    """Its DTOs leave out what callers do not set, and what they do not see."""

    name: str
    password: str
    id: UUID = field(default_factory=lambda: UUID(int=7))
    created_at: datetime = datetime(2026, 1, 2, tzinfo=UTC)


class WriteUser(DataclassDTO[User]):
    config = DTOConfig(exclude={"id", "created_at"}, rename_strategy="camel")


class ReadUser(DataclassDTO[User]):
    config = DTOConfig(exclude={"password"}, rename_strategy="camel")


# ---------------------------------------------------------------- parameters


class Params(Controller):
    path = "/params"
    tags = ["params"]  # noqa: RUF012

    @get(
        "/path/{number:int}/{ratio:float}/{text:str}/{price:decimal}/{day:date}/{at:datetime}/{span:timedelta}/{uid:uuid}"
    )
    @recorded
    async def path_scalars(
        self,
        number: FromPath[int],
        ratio: FromPath[float],
        text: FromPath[str],
        price: FromPath[Decimal],
        day: FromPath[date],
        at: FromPath[datetime],
        span: FromPath[timedelta],
        uid: FromPath[UUID],
    ) -> Scalars:
        return Scalars(number, ratio, number < 0, text, price, day, at, span, uid, Color.RED, Level.HIGH, "a")

    @get("/enums/{color:str}/{level:int}")
    @recorded
    async def path_enums(self, color: FromPath[Color], level: FromPath[Level]) -> Level:
        return level

    @get("/files/{file_path:path}")
    @recorded
    async def path_of_file(self, file_path: FromPath[Path]) -> str:
        return str(file_path)

    @get("/required")
    @recorded
    async def query_required(
        self,
        number: FromQuery[int],
        ratio: FromQuery[float],
        flag: FromQuery[bool],
        text: FromQuery[str],
        price: FromQuery[Decimal],
        day: FromQuery[date],
        at: FromQuery[datetime],
        span: FromQuery[timedelta],
        uid: FromQuery[UUID],
        color: FromQuery[Color],
        level: FromQuery[Level],
        choice: FromQuery[Literal["a", "b"]],
    ) -> Scalars:
        return Scalars(number, ratio, flag, text, price, day, at, span, uid, color, level, choice)

    @get("/optional")
    @recorded
    async def query_optional(
        self,
        number: FromQuery[int | None] = None,
        ratio: FromQuery[float | None] = None,
        flag: FromQuery[bool | None] = None,
        q: FromQuery[str | None] = None,
        price: FromQuery[Decimal | None] = None,
        day: FromQuery[date | None] = None,
        at: FromQuery[datetime | None] = None,
        span: FromQuery[timedelta | None] = None,
        uid: FromQuery[UUID | None] = None,
        color: FromQuery[Color | None] = None,
        level: FromQuery[Level | None] = None,
        choice: FromQuery[Literal["a", "b"] | None] = None,
        skip: FromQuery[int] = 0,
        sort: FromQuery[Color] = Color.RED,
        active: FromQuery[bool] = True,
    ) -> None: ...

    @get("/lists")
    @recorded
    async def query_lists(
        self,
        ids: FromQuery[list[int]],
        names: FromQuery[list[str] | None] = None,
        colors: FromQuery[set[Color] | None] = None,
        days: FromQuery[list[date] | None] = None,
    ) -> list[int]:
        return ids

    @get("/named")
    @recorded
    async def query_named(
        self,
        page_size: Annotated[int, QueryParameter(name="pageSize", ge=1, le=100)] = 20,
        sort_by: Annotated[str | None, QueryParameter(name="sort[by]", description="A field.")] = None,
        from_: Annotated[str | None, QueryParameter(name="from")] = None,
    ) -> int:
        return page_size

    @get("/headers")
    @recorded
    async def header_scalars(
        self,
        token: Annotated[str, HeaderParameter(name="X-Token", min_length=1)],
        count: Annotated[int | None, HeaderParameter(name="X-Count")] = None,
        flag: Annotated[bool | None, HeaderParameter(name="X-Flag")] = None,
        when: Annotated[datetime | None, HeaderParameter(name="X-When")] = None,
        color: Annotated[Color | None, HeaderParameter(name="X-Color")] = None,
    ) -> None: ...

    @get("/cookies")
    @recorded
    async def cookie_scalars(
        self,
        session: Annotated[str | None, CookieParameter(name="session-id")] = None,
        visits: Annotated[int | None, CookieParameter(name="visits")] = None,
    ) -> None: ...


# ---------------------------------------------------------------- bodies


class Bodies(Controller):
    path = "/bodies"
    tags = ["bodies"]  # noqa: RUF012

    @post("/orders")
    @recorded
    async def create_order(self, data: JSONBody[Order]) -> Order:
        return data

    @patch("/orders/{order_id:int}")
    @recorded
    async def patch_order(self, order_id: FromPath[int], data: JSONBody[OrderPatch]) -> OrderPatch:
        return data

    @post("/scalars")
    @recorded
    async def scalars(self, data: JSONBody[Scalars]) -> Scalars:
        return data

    @post("/keeper")
    @recorded
    async def keeper(self, data: JSONBody[Owner]) -> Owner:
        return data

    @post("/pet")
    @recorded
    async def pet(self, data: JSONBody[Cat | Dog]) -> Cat | Dog:
        return data

    @post("/closed")
    @recorded
    async def closed(self, data: JSONBody[Closed]) -> Closed:
        return data

    @post("/mixed")
    @recorded
    async def mixed(self, data: JSONBody[Mixed]) -> Mixed:
        return data

    @post("/tree")
    @recorded
    async def tree(self, data: JSONBody[Tree]) -> Tree:
        return data

    @post("/items")
    @recorded
    async def create_item(self, data: JSONBody[Item]) -> Item:
        return data

    @post("/people")
    @recorded
    async def people(self, data: JSONBody[list[Person]]) -> list[Person]:
        return data

    @post("/by-name")
    @recorded
    async def by_name(self, data: JSONBody[dict[str, Person]]) -> dict[str, Person]:
        return data

    @post("/any")
    @recorded
    async def anything(self, data: JSONBody[dict[str, Any]]) -> dict[str, Any]:
        return data

    @post("/maybe")
    @recorded
    async def maybe(self, data: JSONBody[Person | None]) -> Person | None:
        return data

    @post("/users", dto=WriteUser, return_dto=ReadUser)
    async def create_user(self, data: Annotated[User, Body(title="Create User", description="A new one.")]) -> User:
        received(name=data.name, password=data.password)
        return data

    @put("/people/{name:str}", status_code=204)
    @recorded
    async def put_person(self, name: FromPath[str], data: JSONBody[Person]) -> None: ...


# ---------------------------------------------------------------- forms and uploads


@dataclass
class LoginForm:
    username: str
    age: int
    price: Decimal
    remember: bool = False
    day: date | None = None
    tags: list[str] | None = None


@dataclass
class Document:
    title: str
    size: int
    file: UploadFile
    thumbnail: UploadFile | None = None
    tags: list[str] | None = None


class Forms(Controller):
    path = "/forms"
    tags = ["forms"]  # noqa: RUF012

    @post("/form")
    @recorded
    async def form(self, data: URLEncodedBody[LoginForm]) -> str:
        return data.username

    @post("/file", media_type=MediaType.TEXT)
    @recorded
    async def upload_file(self, data: MultipartBody[UploadFile]) -> str:
        return data.filename

    @post("/files")
    @recorded
    async def upload_files(self, data: MultipartBody[list[UploadFile]]) -> list[str]:
        return [file.filename for file in data]

    @post("/named-files")
    @recorded
    async def upload_named(self, data: MultipartBody[dict[str, UploadFile]]) -> list[str]:
        return list(data)

    @post("/document")
    @recorded
    async def upload_document(self, data: MultipartBody[Document]) -> str:
        return data.title

    @post("/messagepack")
    @recorded
    async def message_pack(self, data: MsgPackBody[Person]) -> str:
        return data.name


# ---------------------------------------------------------------- responses


class Responses(Controller):
    path = "/responses"
    tags = ["responses"]  # noqa: RUF012

    @get("/file")
    async def file(self) -> File:
        return File(REPORT, filename="report.pdf", media_type="application/pdf")

    @get("/file-with-type", media_type="application/pdf")
    async def file_with_type(self) -> File:
        return File(REPORT, filename="report.pdf")

    @get("/stream")
    async def stream(self) -> Stream:
        return Stream(iter([PAYLOAD[:1000], PAYLOAD[1000:]]), media_type="video/mp4")

    @get("/bytes", media_type="application/octet-stream")
    async def raw_bytes(self) -> bytes:
        return b"\xff\xfe"

    @get("/text", media_type=MediaType.TEXT)
    async def text(self) -> str:
        return '"quoted" 123'

    @get("/html", media_type=MediaType.HTML)
    async def html(self) -> str:
        return "<p>h\u00e9</p>"

    @get("/message-pack", media_type=MediaType.MESSAGEPACK)
    async def packed(self) -> Person:
        return Person("Ann")

    @get("/string")
    async def json_string(self) -> str:
        return "123"

    @get("/vendor", media_type="application/vnd.person+json")
    async def vendor(self) -> Person:
        return Person("Ann", 5)

    @get("/redirect")
    async def redirect(self) -> Redirect:
        return Redirect("/responses/text", status_code=302)

    @get("/nothing", status_code=204)
    async def nothing(self) -> None: ...

    @delete("/gone")
    async def gone(self) -> None: ...

    @get("/maybe")
    @recorded
    async def person_or_nothing(self, name: FromQuery[str | None] = None) -> Person | None:
        return Person(name) if name else None

    @get("/status", status_code=202)
    async def accepted(self) -> Person:
        return Person("Ann")

    @get(
        "/several",
        responses={404: ResponseSpec(data_container=Person, description="Somebody else"), 202: ResponseSpec(Cat)},
    )
    async def several(self, status: FromQuery[int]) -> Response[Person]:
        received(status=status)
        return Response(Cat("Tom") if status == 202 else Person("Ann"), status_code=status)

    @get(
        "/headers",
        response_headers=[
            ResponseHeader(name="X-Count", value="3", description="How many"),
            ResponseHeader(name="X-Text", value="5"),
        ],
    )
    async def counted(self) -> list[int]:
        return [1, 2, 3]

    @post("/login", response_cookies=[Cookie(key="session-id", value="s3cr3t"), Cookie(key="theme", value="dark")])
    async def login(self) -> Person:
        return Person("Ann")

    @get("/me")
    @recorded
    async def me(
        self,
        session: Annotated[str | None, CookieParameter(name="session-id")] = None,
        theme: Annotated[str | None, CookieParameter(name="theme")] = None,
    ) -> str | None:
        return session

    @get("/classic")
    @recorded
    async def classic(self, current_page: FromQuery[int], page_size: FromQuery[int] = 10) -> ClassicPagination[Person]:
        return ClassicPagination([Person("Ann")], page_size=page_size, current_page=current_page, total_pages=3)

    @get("/offset")
    @recorded
    async def offset(self, limit: FromQuery[int] = 10, offset: FromQuery[int] = 0) -> OffsetPagination[Person]:
        return OffsetPagination([Person("Ann")], limit=limit, offset=offset, total=1)

    @get("/cursor")
    @recorded
    async def cursor(self, cursor: FromQuery[str | None] = None) -> CursorPagination[str, Person]:
        return CursorPagination([Person("Ann")], results_per_page=1, cursor="next")

    @head("/exists")
    async def exists(self) -> Response[None]:
        return Response(None, headers={"X-Exists": "yes"})

    @get("/time")
    async def aware(self) -> datetime:
        return datetime(2026, 1, 2, 3, 4, 5, 600, UTC)

    @get("/clock")
    async def clock(self) -> time:
        return time(23, 59, 58)

    @get("/local-time")
    async def naive(self) -> datetime:
        return datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - what many applications have


# ---------------------------------------------------------------- errors


class TeapotError(HTTPException):
    """A teapot."""

    status_code = 418


class Errors(Controller):
    path = "/errors"
    tags = ["errors"]  # noqa: RUF012

    @get("/missing", raises=[NotFoundException, PermissionDeniedException])
    async def missing(self) -> None:
        raise NotFoundException("no such thing")

    @get("/undocumented")
    async def undocumented(self) -> None:
        raise TeapotError("short and stout", extra={"handle": "here"})

    @post("/validated")
    @recorded
    async def validated(self, data: JSONBody[Line], q: FromQuery[int]) -> None: ...

    @get("/invalid", raises=[ValidationException])
    async def invalid(self) -> None:
        raise ValidationException("Validation failed", extra=[{"message": "too long", "key": "name", "source": "body"}])

    @get("/problem")
    async def problem(self) -> None:
        raise ProblemDetailsException(
            "not enough",
            type_="https://example.com/credit",
            title="No credit",
            status_code=403,
            instance="/account/12345",
            extra={"balance": 30},
        )

    @get("/crash")
    async def crash(self) -> None:
        raise RuntimeError("a bug of the server")


# ---------------------------------------------------------------- authentication


def credentials(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Check that there is some credential."""
    key = connection.headers.get("authorization") or connection.headers.get("x-api-key")
    if not key:
        raise NotAuthorizedException("no credential")
    received(key=key)


class Auth(Controller):
    path = "/auth"
    tags = ["auth"]  # noqa: RUF012
    guards = [credentials]  # noqa: RUF012

    @get("/bearer", security=[{"BearerToken": []}])
    async def bearer(self) -> None: ...

    @get("/key", security=[{"ApiKey": []}])
    async def api_key(self) -> None: ...


SCHEMES = {
    "BearerToken": SecurityScheme(type="http", scheme="bearer"),
    "ApiKey": SecurityScheme(type="apiKey", name="X-API-Key", security_scheme_in="header"),
}


def operation_id(handler: HTTPRouteHandler, method: Method, path: list[str | PathParameterDefinition]) -> str:
    """The name of the handler, except in `Auth`, which keeps Litestar's own ids."""
    return OpenAPIConfig.operation_id_creator(handler, method, path) if path[0] == "auth" else handler.handler_name


app = Litestar(
    [Params, Bodies, Forms, Responses, Errors, Auth],
    openapi_config=OpenAPIConfig(
        title="Backend",
        version="1.2.3",
        components=Components(security_schemes=SCHEMES),
        operation_id_creator=operation_id,
    ),
    plugins=[ProblemDetailsPlugin(ProblemDetailsConfig())],
    logging_config=None,  # it would configure the root logger of the tests
)
