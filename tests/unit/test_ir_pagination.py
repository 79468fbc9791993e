"""Pagination that is inferred: the shapes of well-known APIs, what is left alone, and the note about each."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from channelsmith import ir
from channelsmith.diagnostics import Severity, format_text
from channelsmith.pipeline import LoadedApi, load_api

Schema = Mapping[str, Any]

TEXT: Schema = {"type": "string"}
NULLABLE: Schema = {"anyOf": [{"type": "string"}, {"type": "null"}]}
WHOLE: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
LIST: Schema = {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}
FROM_1: Schema = {"type": "integer", "default": 1, "minimum": 1}
FROM_0: Schema = {"type": "integer", "default": 0}


def body(**members: Any) -> Schema:
    """An object; `a__b` is the member `b` of the member `a`."""
    properties: dict[str, Any] = {}
    for name, schema in members.items():
        first, _, rest = name.partition("__")
        inner = properties.setdefault(first, {"type": "object", "properties": {}}) if rest else None
        if inner is None:
            properties[first] = schema
        else:
            _merge(inner["properties"], body(**{rest: schema})["properties"])
    return {"type": "object", "properties": properties}


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, schema in more.items():
        if name in into and "properties" in into[name]:
            _merge(into[name]["properties"], schema["properties"])
        else:
            into[name] = schema


Case = tuple[Mapping[str, Schema], Schema, ir.Pagination | None]
"""Query parameters, the schema of a page, and what is inferred."""
cursor, page, offset = ir.CursorPagination, ir.PageNumberPagination, ir.OffsetPagination

SHAPES: Mapping[str, Case] = {
    "django rest framework, page numbers": (
        {"page": WHOLE, "page_size": WHOLE},
        body(count=WHOLE, next=NULLABLE, previous=NULLABLE, results=LIST),
        page(parameter="page", items="/results", total="/count", stop="/next", limit="page_size"),
    ),
    "django rest framework, limit and offset": (
        {"limit": WHOLE, "offset": WHOLE},
        body(count=WHOLE, next=NULLABLE, previous=NULLABLE, results=LIST),
        offset(parameter="offset", items="/results", total="/count", stop="/next", limit="limit"),
    ),
    "django rest framework, cursor": (
        {"cursor": TEXT},
        body(next=NULLABLE, previous=NULLABLE, results=LIST),
        ir.NextUrlPagination(url="/next", items="/results"),
    ),
    "fastapi-pagination, pages": (
        {"page": FROM_1, "size": {"type": "integer", "default": 50}},
        body(items=LIST, total=WHOLE, page=WHOLE, size=WHOLE, pages=WHOLE),
        page(parameter="page", items="/items", total="/total", pages="/pages", limit="size"),
    ),
    "fastapi-pagination, limit and offset": (
        {"limit": {"type": "integer", "default": 50}, "offset": FROM_0},
        body(items=LIST, total=WHOLE, limit=WHOLE, offset=WHOLE),
        offset(parameter="offset", items="/items", total="/total", limit="limit"),
    ),
    "fastapi-pagination, cursor": (
        {"cursor": NULLABLE, "size": WHOLE},
        body(items=LIST, total=WHOLE, current_page=NULLABLE, previous_page=NULLABLE, next_page=NULLABLE),
        cursor(parameter="cursor", cursor="/next_page", items="/items", total="/total", limit="size"),
    ),
    "litestar, cursor": (
        {"cursor": NULLABLE},
        body(items=LIST, results_per_page=WHOLE, cursor=NULLABLE),
        cursor(parameter="cursor", cursor="/cursor", items="/items"),
    ),
    "box, marker": (
        {"marker": TEXT, "limit": WHOLE},
        body(entries=LIST, limit=WHOLE, next_marker=NULLABLE),
        cursor(parameter="marker", cursor="/next_marker", items="/entries", limit="limit"),
    ),
    "box, offset": (
        {"offset": FROM_0, "limit": WHOLE},
        body(entries=LIST, limit=WHOLE, offset=WHOLE, total_count=WHOLE, order=LIST),
        offset(parameter="offset", items="/entries", total="/total_count", limit="limit"),
    ),
    "stripe": (
        {"starting_after": TEXT, "ending_before": TEXT, "limit": WHOLE},
        body(data=LIST, has_more=FLAG, object=TEXT, url=TEXT),
        cursor(
            parameter="starting_after",
            item_cursor="/id",
            items="/data",
            stop="/has_more",
            stop_value=False,
            limit="limit",
        ),
    ),
    "openai": (
        {"after": TEXT, "limit": WHOLE},
        body(data=LIST, has_more=FLAG, first_id=TEXT, last_id=TEXT),
        cursor(parameter="after", cursor="/last_id", items="/data", stop="/has_more", stop_value=False, limit="limit"),
    ),
    "google": (
        {"pageToken": TEXT, "maxResults": WHOLE},
        body(kind=TEXT, files=LIST, nextPageToken=TEXT),
        cursor(parameter="pageToken", cursor="/nextPageToken", items="/files", limit="maxResults"),
    ),
    "amazon, in the payload": (
        {"NextToken": TEXT, "MarketplaceIds": {"type": "array", "items": TEXT}},
        body(payload__Orders=LIST, payload__NextToken=TEXT, errors=LIST),
        cursor(parameter="NextToken", cursor="/payload/NextToken", items="/payload/Orders"),
    ),
    "amazon, pagination": (
        {"pageToken": TEXT, "pageSize": WHOLE},
        body(numberOfResults=WHOLE, pagination__nextToken=TEXT, pagination__previousToken=TEXT, items=LIST),
        cursor(parameter="pageToken", cursor="/pagination/nextToken", items="/items", limit="pageSize"),
    ),
    "amazon, the token alone": (
        {
            "reportTypes": {"type": "array", "items": TEXT},
            "nextToken": {"description": "Include this token as the only parameter.", "schema": TEXT},
        },
        body(reports=LIST, nextToken=TEXT),
        cursor(parameter="nextToken", cursor="/nextToken", items="/reports", is_alone=True),
    ),
    "slack": (
        {"cursor": TEXT, "limit": WHOLE},
        body(ok=FLAG, channels=LIST, response_metadata__next_cursor=TEXT),
        cursor(parameter="cursor", cursor="/response_metadata/next_cursor", items="/channels", limit="limit"),
    ),
    "hubspot": (
        {"after": TEXT, "limit": WHOLE},
        body(results=LIST, paging__next__after=TEXT, paging__next__link=TEXT),
        cursor(parameter="after", cursor="/paging/next/after", items="/results", limit="limit"),
    ),
    "json:api": (
        {"page[number]": WHOLE},
        body(data=LIST, included=LIST, links__next=NULLABLE, links__prev=NULLABLE),
        ir.NextUrlPagination(url="/links/next", items="/data"),
    ),
    "hal": (
        {"page": FROM_1, "limit": WHOLE, "with_count": FLAG},
        body(_links__next__href=TEXT, _embedded__items=LIST, current_page=WHOLE),
        ir.NextUrlPagination(url="/_links/next/href", items="/_embedded/items", limit="limit"),
    ),
    "odata": (
        {"$top": WHOLE, "$skip": WHOLE},
        body(**{"@odata.nextLink": TEXT, "@odata.count": WHOLE, "value": LIST}),
        ir.NextUrlPagination(url="/@odata.nextLink", items="/value", limit="$top"),
    ),
    "azure, without parameters": (
        {},
        body(nextLink=TEXT, value=LIST),
        ir.NextUrlPagination(url="/nextLink", items="/value"),
    ),
    "spring": (
        {"page": WHOLE, "size": WHOLE},
        body(content=LIST, totalElements=WHOLE, totalPages=WHOLE, number=WHOLE, size=WHOLE, first=FLAG, last=FLAG),
        page(
            parameter="page",
            first=0,
            pages="/totalPages",
            items="/content",
            total="/totalElements",
            stop="/last",
            stop_value=True,
            limit="size",
        ),
    ),
    "laravel": (
        {"page": WHOLE, "per_page": WHOLE},
        body(
            data=LIST, current_page=WHOLE, last_page=WHOLE, total=WHOLE, next_page_url=NULLABLE, links={"type": "array"}
        ),
        page(
            parameter="page",
            number="/current_page",
            pages="/last_page",
            items="/data",
            total="/total",
            limit="per_page",
        ),
    ),
    "bigcommerce": (
        {"page": WHOLE, "limit": WHOLE},
        body(
            data=LIST,
            meta__pagination__total=WHOLE,
            meta__pagination__total_pages=WHOLE,
            meta__pagination__current_page=WHOLE,
            meta__pagination__links__next=TEXT,
        ),
        page(
            parameter="page",
            number="/meta/pagination/current_page",
            pages="/meta/pagination/total_pages",
            items="/data",
            total="/meta/pagination/total",
            limit="limit",
        ),
    ),
    "a description says which number is the first": (
        {"page": {"description": "Page number, starts at 0.", "schema": WHOLE}},
        body(rows=LIST, total=WHOLE),
        page(parameter="page", first=0, items="/rows", total="/total"),
    ),
}

LEFT_ALONE: Mapping[str, Case] = {
    "no parameter": ({}, body(items=LIST, total=WHOLE, page=WHOLE), None),
    "no list": ({"page": FROM_1}, body(total=WHOLE, name=TEXT), None),
    "two lists": ({"page": FROM_1}, body(cats=LIST, dogs=LIST, total=WHOLE), None),
    "a total that may be an amount": ({"page": FROM_1}, body(invoices=LIST, total={"type": "number"}), None),
    "neither total nor last page": ({"page": FROM_1}, body(items=LIST), None),
    "a list without a next link": ({"page": FROM_1, "per_page": WHOLE}, LIST, None),
    "the first page is 0 or 1": ({"page": WHOLE}, body(items=LIST, total=WHOLE), None),
    "numbers from 0 by a minimum only": ({"page": {**WHOLE, "minimum": 0}}, body(items=LIST, total=WHOLE), None),
    "a page that is a name": ({"page": {**TEXT, "default": "1"}}, body(items=LIST, total=WHOLE), None),
    "page and offset": ({"page": FROM_1, "offset": WHOLE, "limit": WHOLE}, body(items=LIST, total=WHOLE), None),
    "page and cursor": ({"page": FROM_1, "cursor": TEXT}, body(items=LIST, total=WHOLE), None),
    "an offset without a limit": ({"offset": WHOLE}, body(items=LIST, total=WHOLE), None),
    "an offset that is echoed": ({"offset": WHOLE, "limit": WHOLE}, body(items=LIST, offset=WHOLE), None),
    "a cursor that has to be given": (
        {"NextToken": {"required": True, "schema": TEXT}},
        body(payload__Orders=LIST, payload__NextToken=TEXT),
        None,
    ),
    "a parameter that chooses the cursor": (
        {"QueryType": {**TEXT, "enum": ["SHIPMENT", "DATE_RANGE", "NEXT_TOKEN"]}, "NextToken": TEXT},
        body(payload__ShipmentData=LIST, payload__NextToken=TEXT),
        None,
    ),
    "a flag that chooses the marker": (
        {"usemarker": FLAG, "marker": TEXT, "offset": WHOLE, "limit": WHOLE},
        body(entries=LIST, next_marker=TEXT, total_count=WHOLE),
        None,
    ),
    "two cursors": ({"next_token": TEXT, "pagination_token": TEXT}, body(data=LIST, meta__next_token=TEXT), None),
    "next that may be anything": ({"page": WHOLE}, body(items=LIST, next=TEXT), None),
    "no more, but no id": (
        {"starting_after": TEXT},
        body(data={"type": "array", "items": TEXT}, has_more=FLAG),
        None,
    ),
}
CASES = {**SHAPES, **LEFT_ALONE}


def operation(name: str, parameters: Mapping[str, Schema], schema: Schema) -> dict[str, Any]:
    described = [
        {"name": key, "in": "query", **(value if "schema" in value else {"schema": value})}
        for key, value in parameters.items()
    ]
    success = {"description": "ok", "content": {"application/json": {"schema": schema}}}
    return {"operationId": name, "parameters": described, "responses": {"200": success}}


def document(**operations: dict[str, Any]) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Lists", "version": "1"},
        "paths": {f"/{name}": {"get": each} for name, each in operations.items()},
        "components": {"schemas": {"Item": body(id=TEXT, name=TEXT)}},
    }


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., LoadedApi]:
    folder = tmp_path_factory.mktemp("documents")

    def load(value: dict[str, Any], **options: Any) -> LoadedApi:
        path = folder / "lists.json"
        path.write_text(json.dumps(value, indent=1), "utf-8")
        return load_api(path, **options)

    return load


def slug(name: str) -> str:
    return "".join(char if char.isalnum() else "_" for char in name)


@pytest.fixture(scope="module")
def loaded(load: Callable[..., LoadedApi]) -> LoadedApi:
    return load(document(**{slug(name): operation(name, given, schema) for name, (given, schema, _) in CASES.items()}))


def found(loaded: LoadedApi) -> dict[str, ir.Pagination | None]:
    return {each.id: each.pagination for each in loaded.api.operations}


@pytest.mark.parametrize("name", CASES)
def test_a_shape_is_recognized_or_left_alone(loaded: LoadedApi, name: str) -> None:
    assert found(loaded)[name] == CASES[name][2]


def test_every_inference_is_noted(loaded: LoadedApi) -> None:
    notes = [each for each in loaded.diagnostics if each.rule == "inferred"]
    assert [note.message.split("'")[1] for note in notes] == list(SHAPES)
    assert {note.severity for note in notes} == {Severity.INFO}
    by_name = {note.message.split("'")[1]: note for note in notes}
    note = by_name["fastapi-pagination, pages"]
    assert note.message.endswith(
        "is paged by page number (parameter 'page', items at '/items', pages at '/pages', total at '/total')"
    )
    assert note.pointer == "/paths/~1fastapi_pagination__pages/get"
    assert note.location is not None
    assert note.location.file.endswith("lists.json")
    assert "--no-infer-pagination" in note.hint
    assert f"{len(notes)} more" not in format_text(notes)
    assert "more like these [inferred]" in format_text(notes, per_kind=3)
    assert "sent alone" in by_name["amazon, the token alone"].message


LISTED = ("listed", *SHAPES["fastapi-pagination, pages"][:2])


def test_inference_can_be_switched_off(load: Callable[..., LoadedApi]) -> None:
    declared = {**operation(*LISTED), "operationId": "declared", "x-pagination": {"link": "next", "items": "/items"}}
    value = document(listed=operation(*LISTED), off={**operation(*LISTED), "x-pagination": False}, declared=declared)
    value["paths"]["/off"]["get"]["operationId"] = "off"
    link = ir.LinkHeaderPagination(items="/items")
    everything = found(load(value))
    assert (everything["listed"] is not None, everything["off"], everything["declared"]) == (True, None, link)
    for less in (load(value, infer_pagination=False), load({**value, "x-pagination": False})):
        assert found(less) == {"listed": None, "off": None, "declared": link}
        assert [each for each in less.diagnostics if each.rule == "inferred"] == []


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [({"per_page": WHOLE, "page": WHOLE}, True), ({"page_info": TEXT}, True), ({"name": TEXT}, False)],
)
def test_a_declared_link_header(
    load: Callable[..., LoadedApi], parameters: Mapping[str, Schema], expected: bool
) -> None:
    value = operation("listed", parameters, LIST)
    value["responses"]["200"]["headers"] = {"Link": {"schema": TEXT}}
    inferred = found(load(document(listed=value)))["listed"]
    assert isinstance(inferred, ir.LinkHeaderPagination) is expected


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value["responses"].update({"202": {"content": {"application/json": {"schema": TEXT}}}}),
        lambda value: value["responses"]["200"]["content"].update({"text/csv": {"schema": TEXT}}),
        lambda value: value["responses"].update({"200": {"description": "nothing"}}),
    ],
)
def test_an_operation_with_another_success_is_left_alone(
    load: Callable[..., LoadedApi], change: Callable[[Any], None]
) -> None:
    value = operation(*LISTED)
    change(value)
    assert found(load(document(listed=value))) == {"listed": None}


def test_only_get_is_inferred(load: Callable[..., LoadedApi]) -> None:
    value = document(listed=operation(*LISTED))
    value["paths"]["/listed"] = {"post": value["paths"]["/listed"]["get"]}
    assert found(load(value)) == {"listed": None}


def test_swagger_2_and_schemas_behind_references_and_allof(load: Callable[..., LoadedApi]) -> None:
    number = {"in": "query", "type": "integer"}
    base = {"type": "object", "properties": {"total": WHOLE, "pages": WHOLE}}
    value = {
        "swagger": "2.0",
        "info": {"title": "Lists", "version": "1"},
        "paths": {
            "/listed": {
                "get": {
                    "operationId": "listed",
                    "produces": ["application/json"],
                    "parameters": [{"name": "page", "default": 1, **number}, {"name": "size", **number}],
                    "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/Page"}}},
                }
            }
        },
        "definitions": {
            "Base": base,
            "Items": {"type": "array", "items": {"$ref": "#/definitions/Item"}},
            "Item": body(id=TEXT),
            "Page": {
                "allOf": [{"$ref": "#/definitions/Base"}, {"properties": {"items": {"$ref": "#/definitions/Items"}}}]
            },
        },
    }
    expected = page(parameter="page", items="/items", pages="/pages", total="/total", limit="size")
    assert found(load(value)) == {"listed": expected}


def test_a_schema_that_contains_itself_is_read(load: Callable[..., LoadedApi]) -> None:
    value = document(listed=operation("listed", {"page": FROM_1}, {"$ref": "#/components/schemas/Loop"}))
    value["components"]["schemas"]["Loop"] = body(payload={"$ref": "#/components/schemas/Loop"}, total=WHOLE)
    assert found(load(value)) == {"listed": None}
