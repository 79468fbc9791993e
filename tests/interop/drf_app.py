"""A Django application with REST framework and drf-spectacular: what its users write, described by drf-spectacular."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:interop?mode=memory&cache=shared"},
    },
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "rest_framework",
        "rest_framework.authtoken",
        "drf_spectacular",
    ],
    LOGGING_CONFIG=None,
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PERMISSION_CLASSES": [],
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    },
    ROOT_URLCONF="interop.drf_app",
    SECRET_KEY="of the tests",  # noqa: S106
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    SPECTACULAR_SETTINGS={
        "TITLE": "Backend",
        "VERSION": "1.2.3",
        "COMPONENT_SPLIT_REQUEST": True,
        "SERVE_INCLUDE_SCHEMA": False,
        "SERVERS": [],
    },
    TIME_ZONE="UTC",
    USE_TZ=True,
)
django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.exceptions import PermissionDenied  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.http import FileResponse, HttpResponse, StreamingHttpResponse  # noqa: E402
from django.urls import include, path  # noqa: E402
from drf_spectacular.types import OpenApiTypes  # noqa: E402
from drf_spectacular.utils import (  # noqa: E402
    OpenApiParameter,
    OpenApiResponse,
    PolymorphicProxySerializer,
    extend_schema,
    extend_schema_field,
    inline_serializer,
)
from drf_spectacular.views import SpectacularAPIView  # noqa: E402
from rest_framework import exceptions, mixins, pagination, serializers, status, viewsets  # noqa: E402
from rest_framework.authentication import BasicAuthentication, SessionAuthentication, TokenAuthentication  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework.decorators import (  # noqa: E402
    action,
    api_view,
    authentication_classes,
    parser_classes,
    permission_classes,
)
from rest_framework.parsers import FileUploadParser, FormParser, JSONParser, MultiPartParser  # noqa: E402
from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.request import Request  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.routers import DefaultRouter  # noqa: E402
from rest_framework.views import APIView  # noqa: E402

from support.interop import Recorder  # noqa: E402

PDF = b"%PDF-1.7\n\xff\xfe\x00\x80 not text"
REPORT = Path(__file__).parent / "report.pdf"
PAYLOAD = bytes(range(256)) * 300
BOOK = uuid.UUID("12345678-1234-5678-1234-567812345678")
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, UTC)

received = Recorder()


# ---------------------------------------------------------------- a model and its endpoints


class Genre(models.TextChoices):
    NOVEL = "novel", "Novel"
    POETRY = "poetry", "Poetry"


class Rating(models.IntegerChoices):
    BAD = 1, "Bad"
    GOOD = 5, "Good"


class Author(models.Model):
    name = models.CharField(max_length=50)
    born = models.DateField(null=True, blank=True)

    class Meta:
        app_label = "interop"

    def __str__(self) -> str:
        return self.name


class Book(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=100, help_text="As printed on the cover.")
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    genre = models.CharField(max_length=10, choices=Genre.choices, default=Genre.NOVEL)
    rating = models.IntegerField(choices=Rating.choices, null=True, blank=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    pages = models.PositiveIntegerField(default=0)
    weight = models.FloatField(null=True, blank=True)
    available = models.BooleanField(default=True)
    published_on = models.DateField(null=True, blank=True)
    opens_at = models.TimeField(null=True, blank=True)
    loan = models.DurationField(null=True, blank=True)
    notes = models.TextField(blank=True)
    tags = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "interop"

    def __str__(self) -> str:
        return self.title


class AuthorSerializer(serializers.ModelSerializer[Author]):
    class Meta:
        model = Author
        fields = ("id", "name", "born")

    def create(self, validated_data: dict[str, Any]) -> Author:
        received(**validated_data)
        return Author(id=9, **validated_data)


class BookSerializer(serializers.ModelSerializer[Book]):
    author_name = serializers.CharField(source="author.name", read_only=True)
    discount = serializers.SerializerMethodField()
    secret = serializers.CharField(write_only=True, required=False)

    class Meta:
        model = Book
        exclude = ("weight",)
        read_only_fields = ("created_at",)

    @extend_schema_field(OpenApiTypes.DOUBLE)
    def get_discount(self, book: Book) -> float:
        return 0.5

    def create(self, validated_data: dict[str, Any]) -> Book:
        received(**validated_data)
        validated_data.pop("secret", None)
        return Book(id=BOOK, created_at=CREATED, **validated_data)  # nothing is saved, so that all calls find the same

    def update(self, instance: Book, validated_data: dict[str, Any]) -> Book:
        received(**validated_data)
        for name, value in validated_data.items():
            setattr(instance, name, value)
        return instance


class PageNumbers(pagination.PageNumberPagination):
    page_size = 2
    page_size_query_param = "page_size"


class BookViewSet(viewsets.ModelViewSet[Book]):
    """Books, as a router lists them."""

    queryset = Book.objects.order_by("title")
    serializer_class = BookSerializer
    pagination_class = PageNumbers

    @extend_schema(
        parameters=[
            OpenApiParameter("genre", OpenApiTypes.STR, enum=Genre.values, many=True),
            OpenApiParameter("published_after", OpenApiTypes.DATE),
            OpenApiParameter("min_price", OpenApiTypes.DECIMAL),
        ]
    )
    def list(self, request: Request, *args: object, **kwargs: object) -> Response:
        received(**{name: request.query_params.getlist(name) for name in request.query_params})
        return super().list(request, *args, **kwargs)

    def perform_destroy(self, instance: Book) -> None:
        received(deleted=instance.pk)

    @extend_schema(request=None, responses={202: OpenApiResponse(description="Accepted")})
    @action(detail=True, methods=["post"])
    def reserve(self, request: Request, pk: str | None = None) -> Response:
        received(pk=pk)
        return Response(status=status.HTTP_202_ACCEPTED)


class LimitOffset(pagination.LimitOffsetPagination):
    default_limit = 2


class Cursor(pagination.CursorPagination):
    page_size = 1
    ordering = "id"


class AuthorViewSet(mixins.CreateModelMixin, mixins.ListModelMixin, viewsets.GenericViewSet[Author]):
    queryset = Author.objects.order_by("id")
    serializer_class = AuthorSerializer
    pagination_class = LimitOffset


class FeedSerializer(AuthorSerializer):
    """A serializer of its own, for drf-spectacular has one schema for the pages of each."""


class FeedViewSet(mixins.ListModelMixin, viewsets.GenericViewSet[Author]):
    queryset = Author.objects.order_by("id")
    serializer_class = FeedSerializer
    pagination_class = Cursor


# ---------------------------------------------------------------- parameters

PARAMETERS = {
    "number": (OpenApiTypes.INT, int),
    "ratio": (OpenApiTypes.DOUBLE, float),
    "flag": (OpenApiTypes.BOOL, {"true": True, "false": False}.__getitem__),
    "text": (OpenApiTypes.STR, str),
    "price": (OpenApiTypes.DECIMAL, Decimal),
    "day": (OpenApiTypes.DATE, serializers.DateField().to_internal_value),
    "at": (OpenApiTypes.DATETIME, serializers.DateTimeField(default_timezone=UTC).to_internal_value),
    "clock": (OpenApiTypes.TIME, serializers.TimeField().to_internal_value),
    "span": (OpenApiTypes.DURATION, str),
    "uid": (OpenApiTypes.UUID, uuid.UUID),
    "big": (OpenApiTypes.INT64, int),
}


@extend_schema(
    parameters=[OpenApiParameter(name, kind) for name, (kind, _) in PARAMETERS.items()], responses={204: None}
)
@api_view(["GET"])
def query(request: Request) -> Response:
    received(**{name: PARAMETERS[name][1](value) for name, value in request.query_params.items()})
    return Response(status=204)


@extend_schema(
    parameters=[
        OpenApiParameter("ids", {"type": "array", "items": {"type": "integer"}}, explode=False, style="form"),
        OpenApiParameter("tags", OpenApiTypes.STR, many=True),
        OpenApiParameter("filter", {"type": "object", "additionalProperties": {"type": "string"}}, style="deepObject"),
        OpenApiParameter("X-Token", OpenApiTypes.STR, OpenApiParameter.HEADER),
        OpenApiParameter("X-Count", OpenApiTypes.INT, OpenApiParameter.HEADER),
        OpenApiParameter("session-key", OpenApiTypes.STR, OpenApiParameter.COOKIE),
    ],
    responses={204: None},
)
@api_view(["GET"])
def styles(request: Request) -> Response:
    received(
        query={name: request.query_params.getlist(name) for name in request.query_params},
        headers={name: request.headers.get(name) for name in ("X-Token", "X-Count") if name in request.headers},
        cookies=dict(request.COOKIES),
    )
    return Response(status=204)


@extend_schema(responses=OpenApiTypes.STR)
@api_view(["GET"])
def by_path(request: Request, number: int, slug: str, uid: uuid.UUID, rest: str) -> Response:
    received(number=number, slug=slug, uid=uid, rest=rest)
    return Response("found")


# ---------------------------------------------------------------- bodies


class AddressSerializer(serializers.Serializer[Any]):
    street = serializers.CharField()
    zip = serializers.CharField(required=False, allow_blank=True)


class OrderSerializer(serializers.Serializer[Any]):
    """An order."""

    id = serializers.IntegerField(read_only=True)
    big = serializers.IntegerField(min_value=-(2**63), max_value=2**63 - 1)
    ratio = serializers.FloatField()
    price = serializers.DecimalField(max_digits=20, decimal_places=10)
    flag = serializers.BooleanField(default=False)
    maybe = serializers.BooleanField(allow_null=True, required=False)
    text = serializers.CharField(allow_null=True, allow_blank=True)
    day = serializers.DateField(required=False, allow_null=True)
    at = serializers.DateTimeField()
    clock = serializers.TimeField(required=False)
    span = serializers.DurationField(required=False)
    uid = serializers.UUIDField(required=False)
    genre = serializers.ChoiceField(choices=Genre.choices)
    level = serializers.ChoiceField(choices=[(1, "Low"), (10, "High")], required=False, allow_null=True)
    genres = serializers.MultipleChoiceField(choices=Genre.choices, required=False)
    address = AddressSerializer()
    addresses = AddressSerializer(many=True, required=False)
    numbers = serializers.ListField(child=serializers.IntegerField(), required=False)
    labels = serializers.DictField(child=serializers.CharField(), required=False)
    anything = serializers.JSONField(required=False)
    ip = serializers.IPAddressField(required=False)
    url = serializers.URLField(required=False)
    email = serializers.EmailField(required=False)
    password = serializers.CharField(write_only=True, required=False)
    summary = serializers.SerializerMethodField()

    def get_summary(self, order: dict[str, Any]) -> str:
        return f"{order['genre']} {order['big']}"


class OrderView(APIView):
    @extend_schema(request=OrderSerializer, responses={201: OrderSerializer})
    def post(self, request: Request) -> Response:
        serializer = OrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        received(**serializer.validated_data)
        return Response(OrderSerializer({"id": 7, **serializer.validated_data}).data, status=201)

    @extend_schema(request=OrderSerializer(many=True), responses=OrderSerializer(many=True))
    def put(self, request: Request) -> Response:
        serializer = OrderSerializer(data=request.data, many=True)
        serializer.is_valid(raise_exception=True)
        received(orders=[dict(item) for item in serializer.validated_data])
        orders = [{"id": number, **item} for number, item in enumerate(serializer.validated_data)]
        return Response(OrderSerializer(orders, many=True).data)

    @extend_schema(request=OrderSerializer(partial=True), responses={204: None})
    def patch(self, request: Request) -> Response:
        serializer = OrderSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        received(**serializer.validated_data)
        return Response(status=204)


class CatSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    lives = serializers.IntegerField()


class DogSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    breed = serializers.CharField(allow_null=True)


PETS = {"cat": CatSerializer, "dog": DogSerializer}


@extend_schema(
    request=PolymorphicProxySerializer("Pet", PETS, resource_type_field_name="kind", many=False),
    responses=PolymorphicProxySerializer("Pet", PETS, resource_type_field_name="kind", many=False),
)
@api_view(["POST"])
def pet(request: Request) -> Response:
    serializer = PETS[request.data["kind"]](data=request.data)
    serializer.is_valid(raise_exception=True)
    received(**serializer.validated_data)
    return Response(serializer.validated_data)


@extend_schema(
    request=inline_serializer(
        "Ping", {"count": serializers.IntegerField(), "meta": serializers.JSONField(required=False)}
    ),
    responses=inline_serializer(
        "Pong", {"doubled": serializers.IntegerField(), "meta": serializers.JSONField(allow_null=True)}
    ),
)
@api_view(["POST"])
def ping(request: Request) -> Response:
    received(**request.data)
    return Response({"doubled": request.data["count"] * 2, "meta": request.data.get("meta")})


@extend_schema(request=OpenApiTypes.OBJECT, responses=OpenApiTypes.OBJECT)
@api_view(["POST"])
def anything(request: Request) -> Response:
    received(data=request.data)
    return Response(request.data)


# ---------------------------------------------------------------- forms and uploads


class DocumentSerializer(serializers.Serializer[Any]):
    title = serializers.CharField()
    size = serializers.IntegerField(required=False, allow_null=True)
    price = serializers.DecimalField(max_digits=8, decimal_places=2, required=False)
    day = serializers.DateField(required=False)
    flag = serializers.BooleanField(required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    file = serializers.FileField(required=False, allow_empty_file=True)
    files = serializers.ListField(child=serializers.FileField(), required=False)


@extend_schema(request={"multipart/form-data": DocumentSerializer}, responses={204: None})
@api_view(["POST"])
@parser_classes([MultiPartParser])
def upload_document(request: Request) -> Response:
    serializer = DocumentSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    received(**serializer.validated_data)
    return Response(status=204)


@extend_schema(request={"application/x-www-form-urlencoded": DocumentSerializer}, responses={204: None})
@api_view(["POST"])
@parser_classes([FormParser])
def form(request: Request) -> Response:
    serializer = DocumentSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    received(**serializer.validated_data)
    return Response(status=204)


@extend_schema(request=AuthorSerializer, responses={204: None})
@api_view(["POST"])
@parser_classes([JSONParser, FormParser, MultiPartParser])
def any_form(request: Request) -> Response:
    serializer = AuthorSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    received(media_type=request.content_type, **serializer.validated_data)
    return Response(status=204)


@extend_schema(request={"application/octet-stream": OpenApiTypes.BINARY}, responses={204: None})
@api_view(["PUT"])
@parser_classes([FileUploadParser])
def raw_body(request: Request, filename: str) -> Response:
    received(filename=filename, content=request.data["file"].read())
    return Response(status=204)


# ---------------------------------------------------------------- responses


@extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
@api_view(["GET"])
def file_response(request: Request) -> FileResponse:
    return FileResponse(REPORT.open("rb"), as_attachment=True, content_type="application/pdf")


@extend_schema(responses=OpenApiTypes.BINARY)
@api_view(["GET"])
def file_as_json(request: Request) -> FileResponse:
    return FileResponse(REPORT.open("rb"), content_type="application/pdf")


@extend_schema(responses=OpenApiTypes.BYTE)
@api_view(["GET"])
def base64_text(request: Request) -> Response:
    return Response("AP/+")


@extend_schema(responses={(200, "text/csv"): OpenApiTypes.STR})
@api_view(["GET"])
def csv(request: Request) -> HttpResponse:
    return HttpResponse("id,name\n1,\u00e9\n", content_type="text/csv")


@extend_schema(responses={200: OpenApiResponse(description="A stream")})
@api_view(["GET"])
def stream(request: Request) -> StreamingHttpResponse:
    return StreamingHttpResponse([PAYLOAD[:1000], PAYLOAD[1000:]], content_type="video/mp4")


@api_view(["GET"])
def undescribed(request: Request) -> Response:
    return Response({"a": 1})


@extend_schema(responses={(200, "application/json"): AuthorSerializer, (200, "application/xml"): OpenApiTypes.STR})
@api_view(["GET"])
def json_or_xml(request: Request) -> HttpResponse | Response:
    return Response({"id": 1, "name": "Ann", "born": None})


@extend_schema(
    responses={200: AuthorSerializer, 202: inline_serializer("Later", {"after": serializers.IntegerField()})}
)
@api_view(["GET"])
def several(request: Request, code: int) -> Response:
    return Response({"id": 1, "name": "Ann", "born": None} if code == 200 else {"after": 5}, status=code)


@extend_schema(responses={204: None})
@api_view(["DELETE"])
def nothing(request: Request) -> Response:
    return Response(status=204)


@extend_schema(
    responses=OpenApiTypes.INT,
    parameters=[
        OpenApiParameter("X-Count", OpenApiTypes.INT, OpenApiParameter.HEADER, response=True),
        OpenApiParameter("Location", OpenApiTypes.URI, OpenApiParameter.HEADER, response=[200]),
    ],
)
@api_view(["GET"])
def with_headers(request: Request) -> Response:
    return Response(5, headers={"X-Count": "3", "Location": "/elsewhere"})


@extend_schema(request=None, responses={204: None})
@api_view(["POST"])
def login(request: Request) -> Response:
    request.session["name"] = "Ann"
    return Response(status=204)


@extend_schema(responses=inline_serializer("Me", {"name": serializers.CharField(allow_null=True)}))
@api_view(["GET"])
def me(request: Request) -> Response:
    received(name=request.session.get("name"))
    return Response({"name": request.session.get("name")})


# ---------------------------------------------------------------- errors


class DetailSerializer(serializers.Serializer[Any]):
    detail = serializers.CharField()


FIELD_ERRORS = inline_serializer(
    "FieldErrors",
    {
        "title": serializers.ListField(child=serializers.CharField(), required=False),
        "non_field_errors": serializers.ListField(child=serializers.CharField(), required=False),
    },
)


@extend_schema(responses={204: None, 404: DetailSerializer, 403: OpenApiResponse(DetailSerializer, "Not yours")})
@api_view(["GET"])
def missing(request: Request, code: int) -> Response:
    if code == 403:
        raise PermissionDenied
    raise exceptions.NotFound


@extend_schema(request=AuthorSerializer, responses={204: None, 400: FIELD_ERRORS})
@api_view(["POST"])
@parser_classes([JSONParser])
def field_errors(request: Request) -> Response:
    raise exceptions.ValidationError({"title": ["Too long.", "Not unique."], "non_field_errors": ["No."]})


@extend_schema(responses={204: None})
@api_view(["GET"])
def undocumented(request: Request, kind: str) -> Response:
    match kind:
        case "list":
            raise exceptions.ValidationError(["First.", "Second."])
        case "nested":
            raise exceptions.ValidationError({"lines": [{}, {"sku": ["Required."]}], "address": {"zip": ["Bad."]}})
        case "throttled":
            raise exceptions.Throttled(wait=7)
    raise exceptions.APIException("down", code="down")


# ---------------------------------------------------------------- authentication


@extend_schema(responses={204: None})
@api_view(["GET"])
@authentication_classes([TokenAuthentication])
@permission_classes([IsAuthenticated])
def by_token(request: Request) -> Response:
    received(user=request.user.username, key=request.auth.key)
    return Response(status=204)


@extend_schema(responses={204: None})
@api_view(["GET"])
@authentication_classes([BasicAuthentication, SessionAuthentication])
@permission_classes([IsAuthenticated])
def by_password(request: Request) -> Response:
    received(user=request.user.username)
    return Response(status=204)


router = DefaultRouter()
router.register("books", BookViewSet)
router.register("authors", AuthorViewSet)
router.register("feed", FeedViewSet, basename="feed")

api = [
    path("", include(router.urls)),
    path("params/query", query),
    path("params/styles", styles),
    path("params/<int:number>/<slug:slug>/<uuid:uid>/<path:rest>", by_path),
    path("bodies/orders", OrderView.as_view()),
    path("bodies/pet", pet),
    path("bodies/ping", ping),
    path("bodies/anything", anything),
    path("forms/document", upload_document),
    path("forms/form", form),
    path("forms/any", any_form),
    path("forms/raw/<str:filename>", raw_body),
    path("responses/file", file_response),
    path("responses/file-as-json", file_as_json),
    path("responses/base64", base64_text),
    path("responses/csv", csv),
    path("responses/stream", stream),
    path("responses/undescribed", undescribed),
    path("responses/json-or-xml", json_or_xml),
    path("responses/several/<int:code>", several),
    path("responses/nothing", nothing),
    path("responses/headers", with_headers),
    path("responses/login", login),
    path("responses/me", me),
    path("errors/missing/<int:code>", missing),
    path("errors/fields", field_errors),
    path("errors/undocumented/<str:kind>", undocumented),
    path("auth/token", by_token),
    path("auth/password", by_password),
]
unsplit = SpectacularAPIView.as_view(
    patterns=[path("", include(router.urls))], custom_settings={"COMPONENT_SPLIT_REQUEST": False}
)
urlpatterns = [*api, path("schema", SpectacularAPIView.as_view()), path("schema/unsplit", unsplit)]


class _Handler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002 - the name in the base class


@cache
def _create_database() -> None:
    """Fill the database; it is in memory and exists as long as the process."""
    with connection.schema_editor() as editor:
        for model in (*(model for model in apps.get_models() if not model._meta.proxy), Author, Book):
            editor.create_model(model)
    authors = Author.objects.bulk_create(
        Author(id=number, name=name) for number, name in enumerate(["Ann", "Bo", "Cy"], 1)
    )
    Book.objects.create(id=BOOK, title="One", author=authors[0], price=Decimal("19.90"))
    Book.objects.create(title="Two", author=authors[1], price=Decimal(5), genre=Genre.POETRY)
    Book.objects.update(created_at=CREATED)
    Token.objects.create(key="k3y", user=User.objects.create_user("ann", password="p:w"))  # noqa: S106


@contextmanager
def serve() -> Iterator[str]:
    """The application on a port of its own on loopback; gives its URL."""
    _create_database()
    server = ThreadedWSGIServer(("127.0.0.1", 0), _Handler)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield "http://{}:{}".format(*server.server_address)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
