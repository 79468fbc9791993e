"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.pagination import CursorPagination
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["get", "list", "search_by_filter", "search_by_sku", "search_by_tag", "search_by_upc", "search_by_vendor"]

_GET: Operation[models.Variant] = Operation(
    id="getVariant",
    method="GET",
    path="/v1/products/{product_id}/variants/{inventory_item_value}",
    parameters=(
        Parameter("product_id", "path", str),
        Parameter("inventory_item_value", "path", str),
    ),
    responses={
        "200": Json(models.Variant),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(product_id: str, inventory_item_value: str, **options: Unpack[CallOptions]) -> Call[models.Variant]:
    """`GET /v1/products/{product_id}/variants/{inventory_item_value}`."""
    return _GET.call(path={"product_id": product_id, "inventory_item_value": inventory_item_value}, options=options)


_LIST: Operation[models.VariantList] = Operation(
    id="listVariants",
    method="GET",
    path="/v1/products/{product_id}/variants",
    parameters=(Parameter("product_id", "path", str),),
    responses={
        "200": Json(models.VariantList),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(product_id: str, **options: Unpack[CallOptions]) -> Call[models.VariantList]:
    """`GET /v1/products/{product_id}/variants`."""
    return _LIST.call(path={"product_id": product_id}, options=options)


_SEARCH_BY_FILTER: Operation[models.VariantSearchPage] = Operation(
    id="searchVariantsByFilter",
    method="GET",
    path="/v1/products/variants",
    parameters=(
        Parameter("productFilterId", "query", str, required=True),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.VariantSearchPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/variantSearchResults",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def search_by_filter(
    *,
    product_filter_id: str,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.VariantSearchPage]:
    """`GET /v1/products/variants`."""
    return _SEARCH_BY_FILTER.call(
        query={"productFilterId": product_filter_id, "lastKey": last_key, "size": size}, options=options
    )


_SEARCH_BY_SKU: Operation[models.VariantSearchPage] = Operation(
    id="searchVariantsBySku",
    method="GET",
    path="/v1/products/variants/skus",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("sku", "query", str, required=True),
        Parameter("exactMatch", "query", bool),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.VariantSearchPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/variantSearchResults",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def search_by_sku(
    *,
    business_id: str,
    sku: str,
    exact_match: bool | None | NotGiven = NOT_GIVEN,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.VariantSearchPage]:
    """`GET /v1/products/variants/skus`."""
    return _SEARCH_BY_SKU.call(
        query={"businessId": business_id, "sku": sku, "exactMatch": exact_match, "lastKey": last_key, "size": size},
        options=options,
    )


_SEARCH_BY_TAG: Operation[models.VariantSearchPage] = Operation(
    id="searchVariantsByTag",
    method="GET",
    path="/v1/products/variants/tags",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("tag", "query", str, required=True),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.VariantSearchPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/variantSearchResults",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def search_by_tag(
    *,
    business_id: str,
    tag: str,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.VariantSearchPage]:
    """`GET /v1/products/variants/tags`."""
    return _SEARCH_BY_TAG.call(
        query={"businessId": business_id, "tag": tag, "lastKey": last_key, "size": size}, options=options
    )


_SEARCH_BY_UPC: Operation[models.VariantSearchPage] = Operation(
    id="searchVariantsByUpc",
    method="GET",
    path="/v1/products/variants/upcs",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("upc", "query", str, required=True),
        Parameter("exactMatch", "query", bool),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.VariantSearchPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/variantSearchResults",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def search_by_upc(
    *,
    business_id: str,
    upc: str,
    exact_match: bool | None | NotGiven = NOT_GIVEN,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.VariantSearchPage]:
    """`GET /v1/products/variants/upcs`."""
    return _SEARCH_BY_UPC.call(
        query={"businessId": business_id, "upc": upc, "exactMatch": exact_match, "lastKey": last_key, "size": size},
        options=options,
    )


_SEARCH_BY_VENDOR: Operation[models.VariantSearchPage] = Operation(
    id="searchVariantsByVendor",
    method="GET",
    path="/v1/products/variants/vendors",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("vendor", "query", str, required=True),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.VariantSearchPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/variantSearchResults",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def search_by_vendor(
    *,
    business_id: str,
    vendor: str,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.VariantSearchPage]:
    """`GET /v1/products/variants/vendors`."""
    return _SEARCH_BY_VENDOR.call(
        query={"businessId": business_id, "vendor": vendor, "lastKey": last_key, "size": size}, options=options
    )
