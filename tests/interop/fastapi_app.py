"""A FastAPI application: what its users write, in every form that FastAPI describes in a document of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from ipaddress import IPv4Address
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from fastapi import (
    APIRouter,
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Query,
    Request,
    Response,
    Security,
    UploadFile,
)
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    StreamingResponse,
)
from fastapi.routing import APIRoute
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
)
from fastapi.utils import generate_unique_id
from pydantic import (
    AnyUrl,
    AwareDatetime,
    Base64Bytes,
    BaseModel,
    ConfigDict,
    Field,
    Json,
    RootModel,
    SecretStr,
    computed_field,
)
from pydantic.alias_generators import to_camel
from typing_extensions import TypedDict

from support.interop import Recorder

PDF = b"%PDF-1.7\n\xff\xfe\x00\x80 not text"
PNG = b"\x89PNG\r\n\x1a\n\x00\xff"
PAYLOAD = bytes(range(256)) * 300
REPORT = Path(__file__).parent / "report.pdf"

received = Recorder()
recorded = received.arguments_of


# ---------------------------------------------------------------- models


class Color(StrEnum):
    RED = "red"
    DARK_BLUE = "dark blue"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Plain(Enum):
    ONE = "one"
    TWO = "two"


class Scalars(BaseModel):
    """One value of each type."""

    number: int
    ratio: float
    flag: bool
    text: str
    price: Decimal
    day: date
    at: datetime
    clock: time
    span: timedelta
    uid: UUID
    color: Color
    level: Level
    choice: Literal["a", "b"]


class Camel(BaseModel):
    """Names are camelCase on the wire, as most applications with a JavaScript front end have it."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True)


class Address(Camel):
    street_name: str
    zip_code: str | None = None
    geo: tuple[float, float] | None = None


class Line(Camel):
    sku: str
    quantity: int = Field(ge=1)
    unit_price: Decimal = Field(max_digits=12, decimal_places=2)
    discount: Decimal | None = None


class Order(Camel):
    """An order."""

    id: int
    customer_name: str
    ship_to: Address
    bill_to: Address | None = None
    order_lines: list[Line]
    notes: list[str] = []
    labels: dict[str, str] = {}
    counts: dict[str, int] = {}
    colors: set[Color] = set()
    created_at: AwareDatetime
    due_on: date | None = None
    level: Level = Level.LOW
    currency: Literal["EUR"] = "EUR"
    extra: Any = None
    meta: Any | None = None
    priority: int | None = None


class OrderPatch(Camel):
    """Not given, null and a value mean three things."""

    customer_name: str | None = None
    due_on: date | None = None
    priority: int | None = 3
    notes: list[str] | None = None


class Exact(BaseModel):
    """Numbers that a double does not hold, and types that are text in JSON."""

    big: int
    price: Decimal
    ratio: float
    url: AnyUrl
    ip: IPv4Address
    blob: Base64Bytes
    secret: SecretStr
    span: timedelta
    clock: time
    at: datetime
    pair: tuple[int, str]
    unique: set[int]
    by_number: dict[int, str]
    by_color: dict[Color, int]
    config: Json[dict[str, int]]


class Cat(BaseModel):
    kind: Literal["cat"]
    name: str
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    name: str
    breed: str | None = None


class Bird(BaseModel):
    kind: Literal["parrot", "crow"]
    name: str
    wingspan: float


Pet = Annotated[Cat | Dog | Bird, Field(discriminator="kind")]


class Owner(BaseModel):
    favorite: Pet
    pets: list[Pet] = []
    by_name: dict[str, Pet] = {}
    maybe: Pet | None = None


class Circle(BaseModel):
    radius: float


class Square(BaseModel):
    side: int


class Mixed(BaseModel):
    """Unions without a discriminator."""

    shape: Circle | Square
    value: int | str
    number_or_flag: bool | float
    when: date | datetime
    one_or_many: str | list[str]
    color_or_level: Color | Level
    nothing: None = None


class Person(BaseModel):
    name: str


class Employee(Person):
    salary: Decimal


class Tree(BaseModel):
    name: str
    children: list["Tree"] = []


class Strict(BaseModel):
    """Refuses other members."""

    model_config = ConfigDict(extra="forbid")

    name: str


class Open(BaseModel):
    """Takes other members, of one type."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]

    name: str


class Account(BaseModel):
    """Differs between requests and responses."""

    name: str
    limit: int = 5

    @computed_field
    @property
    def slug(self) -> str:
        return self.name.lower()


class Numbers(RootModel[list[int]]):
    """A list with a name."""


class Settings(TypedDict, total=False):
    theme: str
    size: int


@dataclass
class Point:
    x: int
    y: int = 0


ItemT = TypeVar("ItemT")


class Page(BaseModel, Generic[ItemT]):
    items: list[ItemT]
    total: int


class Message(BaseModel):
    detail: str


class Conflict(BaseModel):
    code: int
    existing: Person


class Problem(BaseModel):
    type: str = "about:blank"
    title: str
    status: int


class Filters(BaseModel):
    """The parameters of a search as one model."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(100, gt=0, le=1000)
    order_by: Literal["created_at", "updated_at"] = "created_at"
    tags: list[str] = []
    since: date | None = None
    min_price: Decimal | None = Field(None, alias="minPrice")


class TracingHeaders(BaseModel):
    x_trace: UUID
    if_modified: str | None = None
    x_tag: list[str] = []


class SessionCookies(BaseModel):
    session_id: str
    tracker: int | None = None


class LoginForm(BaseModel):
    username: str
    remember: bool = False
    tags: list[str] = []
    birthday: date | None = None


class UploadForm(BaseModel):
    title: str
    attachment: UploadFile
    more: list[UploadFile] = []


# ---------------------------------------------------------------- parameters

params = APIRouter(prefix="/params", tags=["params"])


@params.get("/path/{number}/{ratio}/{flag}/{text}/{price}/{day}/{at}/{uid}/{color}/{level}/{choice}")
@recorded
def path_scalars(
    number: int,
    ratio: float,
    flag: bool,
    text: str,
    price: Decimal,
    day: date,
    at: datetime,
    uid: UUID,
    color: Color,
    level: Level,
    choice: Literal["a", "b"],
) -> Scalars:
    return Scalars(
        number=number,
        ratio=ratio,
        flag=flag,
        text=text,
        price=price,
        day=day,
        at=at,
        clock=time(1, 2, 3),
        span=timedelta(seconds=5),
        uid=uid,
        color=color,
        level=level,
        choice=choice,
    )


@params.get("/times/{clock}/{span}")
@recorded
def path_times(clock: time, span: timedelta) -> dict[str, time | timedelta]:
    return {"clock": clock}


@params.get("/files/{path:path}")
@recorded
def path_of_file(path: str) -> str:
    return path


@params.get("/either/{key}")
@recorded
def path_union(key: int | UUID) -> int | UUID:
    return key


@params.get("/required")
@recorded
def query_required(
    number: int,
    ratio: float,
    flag: bool,
    text: str,
    price: Decimal,
    day: date,
    at: datetime,
    clock: time,
    span: timedelta,
    uid: UUID,
    color: Color,
    level: Level,
    choice: Literal["a", "b"],
) -> Scalars:
    return Scalars(
        number=number,
        ratio=ratio,
        flag=flag,
        text=text,
        price=price,
        day=day,
        at=at,
        clock=clock,
        span=span,
        uid=uid,
        color=color,
        level=level,
        choice=choice,
    )


@params.get("/optional")
@recorded
def query_optional(
    number: int | None = None,
    ratio: float | None = None,
    flag: bool | None = None,
    q: str | None = None,
    price: Decimal | None = None,
    day: date | None = None,
    at: datetime | None = None,
    clock: time | None = None,
    span: timedelta | None = None,
    uid: UUID | None = None,
    color: Color | None = None,
    plain: Plain | None = None,
    level: Level | None = None,
    choice: Literal["a", "b"] | None = None,
    either: int | str | None = None,
    skip: int = 0,
    sort: Color = Color.RED,
    active: bool = True,
) -> None: ...


@params.get("/lists")
@recorded
def query_lists(
    ids: Annotated[list[int], Query()],
    names: Annotated[list[str], Query()] = ["x"],  # noqa: B006 - as in FastAPI's documentation
    colors: Annotated[set[Color] | None, Query()] = None,
    days: Annotated[list[date] | None, Query(alias="days[]")] = None,
    levels: Annotated[list[Level], Query(max_length=3)] = [],  # noqa: B006
) -> list[int]:
    return ids


@params.get("/named")
@recorded
def query_named(
    item: Annotated[str, Query(alias="item-query", min_length=2)],
    page_size: Annotated[int, Query(alias="pageSize", ge=1, le=100)] = 20,
    sort_by: Annotated[str | None, Query(alias="sort[by]")] = None,
    in_: Annotated[str | None, Query(alias="in")] = None,
    old: Annotated[str | None, Query(deprecated=True, pattern="^a+$")] = None,
) -> str:
    return item


@params.get("/model")
@recorded
def query_model(filters: Annotated[Filters, Query()]) -> Filters:
    return filters


def pagination(offset: int = 0, limit: Annotated[int, Query(le=100)] = 10) -> tuple[int, int]:
    return offset, limit


@params.get("/dependency")
@recorded
def query_dependency(page: Annotated[tuple[int, int], Depends(pagination)], q: str = "") -> tuple[int, int]:
    return page


@params.get("/headers")
@recorded
def header_scalars(
    x_token: Annotated[str | None, Header()] = None,
    x_count: Annotated[int | None, Header()] = None,
    x_flag: Annotated[bool, Header()] = False,
    x_when: Annotated[datetime | None, Header()] = None,
    x_color: Annotated[Color | None, Header()] = None,
    strange_header: Annotated[str | None, Header(convert_underscores=False)] = None,
    x_list: Annotated[list[str] | None, Header()] = None,
) -> None: ...


@params.get("/user-agent")
@recorded
def user_agent(user_agent: Annotated[str | None, Header()] = None) -> str | None:
    return user_agent


@params.get("/header-model")
@recorded
def header_model(headers: Annotated[TracingHeaders, Header()]) -> None: ...


@params.get("/cookies")
@recorded
def cookie_scalars(
    ads_id: Annotated[str | None, Cookie()] = None,
    visits: Annotated[int, Cookie()] = 0,
    color: Annotated[Color | None, Cookie()] = None,
) -> None: ...


@params.get("/cookie-model")
@recorded
def cookie_model(cookies: Annotated[SessionCookies, Cookie()]) -> None: ...


# ---------------------------------------------------------------- bodies

bodies = APIRouter(prefix="/bodies", tags=["bodies"])


@bodies.post("/orders", status_code=201)
@recorded
def create_order(order: Order) -> Order:
    return order


@bodies.put("/orders/{order_id}", response_model_exclude_unset=True)
@recorded
def replace_order(order_id: int, order: Order, notify: bool = False) -> Order:
    return order


@bodies.patch("/orders/{order_id}", response_model_exclude_unset=True)
@recorded
def patch_order(order_id: int, patch: OrderPatch) -> OrderPatch:
    return patch


@bodies.post("/exact")
@recorded
def exact(exact: Exact) -> Exact:
    return exact


@bodies.post("/owner", response_model_exclude_unset=True)
@recorded
def keeper(owner: Owner) -> Owner:
    return owner


@bodies.post("/pet")
@recorded
def pet(pet: Pet) -> Pet:
    return pet


@bodies.post("/mixed")
@recorded
def mixed(mixed: Mixed) -> Mixed:
    return mixed


@bodies.post("/people")
@recorded
def people(people: list[Person]) -> list[Person]:
    return people


@bodies.post("/staff")
@recorded
def staff(staff: list[Employee | Person]) -> list[Employee | Person]:
    return staff


@bodies.post("/hire", response_model=Person)
@recorded
def hire(employee: Employee) -> Employee:
    return employee


@bodies.post("/by-name")
@recorded
def by_name(people: dict[str, Person]) -> dict[str, Person]:
    return people


@bodies.post("/anything")
@recorded
def anything(value: Annotated[Any, Body()]) -> Any:
    return value


@bodies.post("/any-object")
@recorded
def any_object(value: dict[str, Any]) -> dict[str, Any]:
    return value


@bodies.post("/any-dict")
@recorded
def any_dict(value: dict) -> dict:  # type: ignore[type-arg]  # as people write it
    return value


@bodies.post("/number")
@recorded
def number(value: Annotated[int, Body()]) -> int:
    return value


@bodies.post("/text")
@recorded
def text(value: Annotated[str, Body()]) -> str:
    return value


@bodies.post("/embedded")
@recorded
def embedded(person: Annotated[Person, Body(embed=True)]) -> Person:
    return person


@bodies.post("/several/{key}")
@recorded
def several(
    key: str,
    person: Person,
    strict: Strict | None,
    importance: Annotated[int, Body(gt=0)],
    note: Annotated[str | None, Body()] = None,
    q: str | None = None,
) -> dict[str, Any]:
    return {"person": person, "strict": strict}


@bodies.post("/maybe")
@recorded
def maybe(person: Person | None = None) -> Person | None:
    return person


@bodies.post("/tree")
@recorded
def tree(tree: Tree) -> Tree:
    return tree


@bodies.post("/strict")
@recorded
def strict(strict: Strict) -> Strict:
    return strict


@bodies.post("/open")
@recorded
def open_(value: Open) -> Open:
    return value


@bodies.post("/account")
@recorded
def account(account: Account) -> Account:
    return account


@bodies.post("/numbers")
@recorded
def numbers(numbers: Numbers) -> Numbers:
    return numbers


@bodies.post("/settings")
@recorded
def settings(settings: Settings) -> Settings:
    return settings


@bodies.post("/point")
@recorded
def point(point: Point) -> Point:
    return point


@bodies.get("/page")
@recorded
def page() -> Page[Person]:
    return Page(items=[Person(name="Ann")], total=1)


@bodies.delete("/people")
@recorded
def delete_people(names: Annotated[list[str], Body()]) -> int:
    return len(names)


# ---------------------------------------------------------------- forms, uploads, raw bodies

forms = APIRouter(prefix="/forms", tags=["forms"])


@forms.post("/scalars")
@recorded
def form_scalars(
    name: Annotated[str, Form()],
    count: Annotated[int, Form()],
    price: Annotated[Decimal, Form()],
    flag: Annotated[bool, Form()] = False,
    day: Annotated[date | None, Form()] = None,
    at: Annotated[datetime | None, Form()] = None,
    color: Annotated[Color | None, Form()] = None,
    tags: Annotated[list[str], Form()] = [],  # noqa: B006
) -> str:
    return name


@forms.post("/model")
@recorded
def form_model(form: Annotated[LoginForm, Form()]) -> LoginForm:
    return form


@forms.post("/file")
@recorded
def upload_file(file: UploadFile) -> str | None:
    return file.filename


@forms.post("/bytes")
@recorded
def upload_bytes(file: Annotated[bytes, File(description="Some bytes")]) -> int:
    return len(file)


@forms.post("/files")
@recorded
def upload_files(files: list[UploadFile]) -> list[str | None]:
    return [file.filename for file in files]


@forms.post("/many-bytes")
@recorded
def upload_many_bytes(files: Annotated[list[bytes], File()]) -> list[int]:
    return [len(file) for file in files]


@forms.post("/optional-file")
@recorded
def upload_optional(file: UploadFile | None = None, note: Annotated[str | None, Form()] = None) -> bool:
    return file is not None


@forms.post("/document/{folder}")
@recorded
def upload_document(
    folder: str,
    file: Annotated[UploadFile, File()],
    title: Annotated[str, Form()],
    size: Annotated[int, Form()],
    price: Annotated[Decimal, Form()],
    tags: Annotated[list[str], Form()] = [],  # noqa: B006
    thumbnail: Annotated[bytes | None, File()] = None,
    day: Annotated[date | None, Form()] = None,
    overwrite: bool = False,
) -> Message:
    return Message(detail=title)


@forms.post("/upload-form")
@recorded
def upload_form(form: Annotated[UploadForm, Form(media_type="multipart/form-data")]) -> str:
    return form.title


def declared_body(media_type: str, schema: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    """The description of a body that the endpoint reads itself."""
    return {"requestBody": {"required": required, "content": {media_type: {"schema": schema}}}}


@forms.put("/raw", openapi_extra=declared_body("application/octet-stream", {"type": "string", "format": "binary"}))
async def raw_body(request: Request) -> int:
    received(body=await request.body(), media_type=request.headers["content-type"])
    return len(await request.body())


@forms.put("/yaml", openapi_extra=declared_body("application/x-yaml", Person.model_json_schema()))
async def yaml_body(request: Request) -> str:
    received(body=await request.body(), media_type=request.headers["content-type"])
    return "read"


@forms.put("/plain", openapi_extra=declared_body("text/plain", {"type": "string"}))
async def plain_body(request: Request) -> str:
    received(body=await request.body(), media_type=request.headers["content-type"])
    return "read"


@forms.post("/vendor", openapi_extra={"requestBody": {"content": {"application/json": {}}}})
@recorded
def vendor_json(person: Annotated[Person, Body(media_type="application/vnd.person+json")]) -> Person:
    return person


# ---------------------------------------------------------------- responses

responses = APIRouter(prefix="/responses", tags=["responses"])


@responses.get("/file", response_class=FileResponse)
def file_response() -> FileResponse:
    return FileResponse(REPORT, media_type="application/pdf", filename="report.pdf")


@responses.get("/undeclared-file")
def undeclared_file() -> FileResponse:
    return FileResponse(REPORT, media_type="application/pdf", filename="report.pdf")


@responses.get("/undeclared-file-any", response_model=None)
def undeclared_file_any() -> Any:
    return FileResponse(REPORT, media_type="application/pdf")


@responses.get(
    "/declared-file",
    response_class=FileResponse,
    responses={200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}},
)
def declared_file() -> FileResponse:
    return FileResponse(REPORT, media_type="application/pdf")


@responses.get("/stream", response_class=StreamingResponse)
def stream_response() -> StreamingResponse:
    def pieces() -> Iterator[bytes]:
        for start in range(0, len(PAYLOAD), 1000):
            yield PAYLOAD[start : start + 1000]

    return StreamingResponse(pieces(), media_type="video/mp4")


@responses.get("/undeclared-stream")
def undeclared_stream() -> StreamingResponse:
    return StreamingResponse(iter([b"id,name\n", b"1,\xe9\n"]), media_type="text/csv; charset=latin-1")


@responses.get("/text", response_class=PlainTextResponse)
def text_response() -> str:
    return '"quoted" 123'


@responses.get("/number-as-text", response_class=PlainTextResponse)
def number_as_text() -> str:
    return "123"


@responses.get("/html", response_class=HTMLResponse)
def html_response() -> str:
    return "<p>h\u00e9</p>"


@responses.get("/xml", responses={200: {"content": {"application/xml": {}}}}, response_class=Response)
def xml_response() -> Response:
    return Response("<a>1</a>", media_type="application/xml")


@responses.get("/bare")
def bare_response() -> Response:
    return Response(b"\xff\xfe", media_type="application/octet-stream")


class VendorResponse(JSONResponse):
    media_type = "application/vnd.api+json"


@responses.get("/vendor", response_class=VendorResponse)
def vendor_response() -> Person:
    return Person(name="Ann")


@responses.get("/redirect", response_class=RedirectResponse)
def redirect_response() -> str:
    return "/responses/text"


@responses.get("/redirect-see-other", response_class=RedirectResponse, status_code=303)
def redirect_see_other() -> str:
    return "/responses/nothing"


@responses.get(
    "/image-or-item",
    response_model=Person,
    responses={200: {"content": {"image/png": {}}, "description": "The person, or an image."}},
)
@recorded
def image_or_item(img: bool | None = None) -> Any:
    return Response(PNG, media_type="image/png") if img else {"name": "Ann"}


@responses.get("/nothing", status_code=204)
def no_content() -> None: ...


@responses.get("/reset", status_code=205)
def reset_content() -> Response:
    return Response(status_code=205)


@responses.get("/null")
def null() -> None: ...


@responses.get("/text-or-null")
@recorded
def text_or_null(name: str | None = None) -> str | None:
    return name


@responses.get("/json-text")
def json_text() -> str:
    return "123"


@responses.get("/json-number")
def json_number() -> float:
    return 10.0


@responses.get("/json-big")
def json_big() -> int:
    return 12345678901234567890


@responses.get("/json-decimal")
def json_decimal() -> Decimal:
    return Decimal("10.50")


@responses.get("/json-bytes")
def json_bytes() -> bytes:
    return b"abc"


@responses.get("/json-time")
def json_time() -> datetime:
    return datetime(2026, 1, 2, 3, 4, 5, 600, UTC)


@responses.get("/json-local-time")
def json_local_time() -> datetime:
    return datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - what many applications have


@responses.get("/untyped")
def untyped():  # type: ignore[no-untyped-def]  # noqa: ANN201 - as people write it
    return {"a": [1, 2.5, "x", None, True]}


@responses.get("/unchecked", response_model=None)
def unchecked() -> JSONResponse:
    return JSONResponse({"name": "Ann"})


@responses.post("/accepted", status_code=202)
def accepted() -> Message:
    return Message(detail="later")


@responses.post(
    "/created-or-not",
    status_code=201,
    responses={200: {"model": Person, "description": "It exists."}, 202: {"model": Message}},
)
@recorded
def created_or_not(status: int, response: Response) -> Any:
    response.status_code = status
    return Person(name="Ann") if status == 200 else Message(detail="made")


@responses.get(
    "/headers",
    responses={
        200: {
            "headers": {
                "X-Count": {"schema": {"type": "integer"}, "required": True},
                "X-Expires": {"schema": {"type": "string", "format": "date-time"}},
                "X-Text": {"schema": {"type": "string"}},
            }
        }
    },
)
def response_headers(response: Response) -> list[int]:
    response.headers.update({"X-Count": "3", "X-Expires": "2026-01-02T03:04:05Z", "X-Text": "5"})
    return [1, 2, 3]


@responses.post("/login")
def login(response: Response) -> Message:
    response.set_cookie("session_id", "s3cr3t", httponly=True)
    response.set_cookie("theme", "dark")
    return Message(detail="welcome")


@responses.get("/me")
@recorded
def me(session_id: Annotated[str | None, Cookie()] = None, theme: Annotated[str | None, Cookie()] = None) -> str | None:
    return session_id


@responses.head("/exists")
def exists(response: Response) -> None:
    response.headers["X-Exists"] = "yes"


# ---------------------------------------------------------------- errors

errors = APIRouter(prefix="/errors", tags=["errors"])


@errors.get("/undocumented/{status}")
def undocumented(status: int) -> None:
    raise HTTPException(status, detail="no such thing")


@errors.get("/object")
def object_detail() -> None:
    raise HTTPException(400, detail={"code": "E7", "fields": ["a"]})


@errors.get(
    "/documented/{status}", responses={404: {"model": Message}, 409: {"model": Conflict, "description": "Taken"}}
)
def documented(status: int) -> Person:
    if status == 409:
        return JSONResponse({"code": 7, "existing": {"name": "Ann"}}, status)  # type: ignore[return-value]
    raise HTTPException(status, detail="no such person")


@errors.get(
    "/problem",
    responses={
        403: {
            "description": "Forbidden",
            "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
        }
    },
)
def problem() -> Response:
    content = Problem(title="Not yours", status=403).model_dump_json()
    return Response(content, 403, media_type="application/problem+json")


@errors.get("/text", responses={503: {"content": {"text/plain": {"schema": {"type": "string"}}}}})
def text_error() -> Response:
    return PlainTextResponse("try again later", 503)


@errors.get("/crash")
def crash() -> None:
    raise RuntimeError("a bug of the server")


@errors.post("/validated")
@recorded
def validated(orders: list[Line], q: int, flag: Annotated[bool, Header()]) -> None: ...


# ---------------------------------------------------------------- authentication

auth = APIRouter(prefix="/auth", tags=["auth"])


@auth.get("/bearer")
def bearer(credentials: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> None:
    received(credentials=credentials)


@auth.get("/basic")
def basic(credentials: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]) -> None:
    received(credentials=credentials)


@auth.get("/key-in-header")
def key_in_header(key: Annotated[str, Security(APIKeyHeader(name="X-API-Key"))]) -> None:
    received(key=key)


@auth.get("/key-in-query")
def key_in_query(key: Annotated[str, Security(APIKeyQuery(name="api_key"))]) -> None:
    received(key=key)


@auth.get("/key-in-cookie")
@recorded
def key_in_cookie(
    key: Annotated[str, Security(APIKeyCookie(name="session_key"))], theme: Annotated[str | None, Cookie()] = None
) -> None: ...


@auth.post("/token")
def token(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> dict[str, str]:
    received(username=form.username, password=form.password, scopes=form.scopes)
    return {"access_token": "token-of-" + form.username, "token_type": "bearer"}


@auth.get("/password-flow")
def password_flow(token: Annotated[str, Depends(OAuth2PasswordBearer(tokenUrl="auth/token"))]) -> None:
    received(token=token)


# ---------------------------------------------------------------- operation ids as they are without any settings

items = APIRouter(prefix="/items", tags=["items"], generate_unique_id_function=generate_unique_id)


@items.get("/")
@recorded
def read_items(skip: int = 0, limit: int = 10, q: str | None = None) -> Page[Person]:
    return Page(items=[], total=0)


@items.get("/{item_id}")
@recorded
def read_item(item_id: int, q: str | None = None) -> Person:
    return Person(name=str(item_id))


@items.put("/{item_id}")
@recorded
def update_item(item_id: int, item: Person, x_token: Annotated[str | None, Header()] = None) -> dict[str, Any]:
    return {"item_id": item_id, **item.model_dump()}


@items.post("/{item_id}/image")
@recorded
def upload_image(item_id: int, file: UploadFile, alt: Annotated[str, Form()] = "") -> Message:
    return Message(detail=alt)


def short_id(route: APIRoute) -> str:
    """The name of the function, as FastAPI's documentation recommends for generated clients."""
    return route.name


app = FastAPI(title="Backend", version="1.2.3", generate_unique_id_function=short_id)
for router in (params, bodies, forms, responses, errors, auth, items):
    app.include_router(router)
