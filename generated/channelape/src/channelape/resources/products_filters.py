"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_filters as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncProductsFilters", "ProductsFilters"]


class ProductsFilters:
    """Rules that choose products, for blocks and pushes."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.ProductFilterCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        label: str | None | NotGiven = NOT_GIVEN,
        complement: bool | NotGiven = NOT_GIVEN,
        skus: Sequence[str] | NotGiven = NOT_GIVEN,
        upcs: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        vendors: Sequence[str] | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        condition: models.ProductCondition | str | NotGiven = NOT_GIVEN,
        primary_condition: str | None | NotGiven = NOT_GIVEN,
        secondary_condition: str | None | NotGiven = NOT_GIVEN,
        weight_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        weight_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        quantity_min: int | None | NotGiven = NOT_GIVEN,
        quantity_max: int | None | NotGiven = NOT_GIVEN,
    ) -> models.ProductFilter:
        """Create a product filter.

        Adds a filter to a business. A filter without any criterion is accepted.

        `POST /v1/products/filters`

        Args:
            body: The request body.
            business_id: The business that is to own the filter. Required, here or in `body`.
            label: The name of the filter, for people.
            complement: Turn the filter round, so that it chooses what does not match.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part of it is not said.
            condition: A condition to match.
            primary_condition: Presumably the main category.
            secondary_condition: Presumably the narrower category.
            weight_min: The least weight, zero or more.
            weight_max: The greatest weight, not below the least.
            retail_min: The least retail price, zero or more.
            retail_max: The greatest retail price, not below the least.
            wholesale_min: The least wholesale price, zero or more.
            wholesale_max: The greatest wholesale price, not below the least.
            quantity_min: The least quantity, zero or more.
            quantity_max: The greatest quantity, not below the least.

        Returns:
            ProductFilter: The filter has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Create product filter". No failures are
            documented; the codes follow from the error catalogue. The label of the sample suggests that an empty list
            of tags may be refused.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                label=label,
                complement=complement,
                skus=skus,
                upcs=upcs,
                tags=tags,
                vendors=vendors,
                title=title,
                condition=condition,
                primary_condition=primary_condition,
                secondary_condition=secondary_condition,
                weight_min=weight_min,
                weight_max=weight_max,
                retail_min=retail_min,
                retail_max=retail_max,
                wholesale_min=wholesale_min,
                wholesale_max=wholesale_max,
                quantity_min=quantity_min,
                quantity_max=quantity_max,
            )
        )

    def delete(self, product_filter_id: str) -> models.ProductFilter:
        """Delete a product filter.

        Removes a filter for good. It must not be used in a block or a push any more.

        `DELETE /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The id of a product filter.

        Returns:
            ProductFilter: The filter as it was.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_FILTER_USED_IN_PRODUCT_BLOCK (76), PRODUCT_FILTER_USED_IN_PRODUCT_PUSH (81).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Delete product filter". The path is
            inferred: it is that of an item in the collection in which the vendor's library creates filters. No
            statuses are documented; the codes follow from the error catalogue.
        """
        return self._client.send(endpoints.delete(product_filter_id))

    def get(self, product_filter_id: str) -> models.ProductFilter:
        """Get a product filter.

        Looks a filter up by its id.

        `GET /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The id of a product filter.

        Returns:
            ProductFilter: The filter.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Get product filter". The path is
            inferred: it is that of an item in the collection in which the vendor's library creates filters. No
            statuses are documented; the code follows from the error catalogue.
        """
        return self._client.send(endpoints.get(product_filter_id))

    def list(self, *, business_id: str, label: str | NotGiven = NOT_GIVEN) -> models.ProductFilterList:
        """List the product filters of a business.

        The filters of a business, in one answer, all of them or those with a label.

        `GET /v1/products/filters`

        Args:
            business_id: The business whose filters to list.
            label: Keeps the filters with this label.

        Returns:
            ProductFilterList: The filters that match.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Query product filters by business ID
            and label". The path is inferred: it is the collection in which the vendor's library creates filters. No
            statuses are documented; the code follows from the error catalogue.
        """
        return self._client.send(endpoints.list(business_id=business_id, label=label))

    def update(
        self,
        product_filter_id: str,
        *,
        body: models.ProductFilterUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        label: str | None | NotGiven = NOT_GIVEN,
        complement: bool | NotGiven = NOT_GIVEN,
        skus: Sequence[str] | NotGiven = NOT_GIVEN,
        upcs: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        vendors: Sequence[str] | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        condition: models.ProductCondition | str | NotGiven = NOT_GIVEN,
        primary_condition: str | None | NotGiven = NOT_GIVEN,
        secondary_condition: str | None | NotGiven = NOT_GIVEN,
        weight_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        weight_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        quantity_min: int | None | NotGiven = NOT_GIVEN,
        quantity_max: int | None | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        created_at: datetime | str | NotGiven = NOT_GIVEN,
        updated_at: datetime | str | NotGiven = NOT_GIVEN,
        errors: models.Errors | Sequence[models.ApiError | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.ProductFilter:
        """Update a product filter.

        Replaces the criteria of a filter. The way to do it is to get the filter, change it and send all of it back.

        `PUT /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The id of a product filter.
            body: The request body.
            label: The name of the filter, for people.
            complement: Turn the filter round, so that it chooses what does not match.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part of it is not said.
            condition: A condition to match.
            primary_condition: Presumably the main category.
            secondary_condition: Presumably the narrower category.
            weight_min: The least weight, zero or more.
            weight_max: The greatest weight, not below the least.
            retail_min: The least retail price, zero or more.
            retail_max: The greatest retail price, not below the least.
            wholesale_min: The least wholesale price, zero or more.
            wholesale_max: The greatest wholesale price, not below the least.
            quantity_min: The least quantity, zero or more.
            quantity_max: The greatest quantity, not below the least.
            id: The id of the filter; the path decides.
            created_at: As it was read.
            updated_at: As it was read.

        Returns:
            ProductFilter: The filter as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Update product filter". The path is
            inferred: it is that of an item in the collection in which the vendor's library creates filters. No
            statuses are documented; the codes follow from the error catalogue.
        """
        return self._client.send(
            endpoints.update(
                product_filter_id,
                body=body,
                label=label,
                complement=complement,
                skus=skus,
                upcs=upcs,
                tags=tags,
                vendors=vendors,
                title=title,
                condition=condition,
                primary_condition=primary_condition,
                secondary_condition=secondary_condition,
                weight_min=weight_min,
                weight_max=weight_max,
                retail_min=retail_min,
                retail_max=retail_max,
                wholesale_min=wholesale_min,
                wholesale_max=wholesale_max,
                quantity_min=quantity_min,
                quantity_max=quantity_max,
                id=id,
                created_at=created_at,
                updated_at=updated_at,
                errors=errors,
            )
        )


class AsyncProductsFilters:
    """Rules that choose products, for blocks and pushes."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.ProductFilterCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        label: str | None | NotGiven = NOT_GIVEN,
        complement: bool | NotGiven = NOT_GIVEN,
        skus: Sequence[str] | NotGiven = NOT_GIVEN,
        upcs: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        vendors: Sequence[str] | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        condition: models.ProductCondition | str | NotGiven = NOT_GIVEN,
        primary_condition: str | None | NotGiven = NOT_GIVEN,
        secondary_condition: str | None | NotGiven = NOT_GIVEN,
        weight_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        weight_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        quantity_min: int | None | NotGiven = NOT_GIVEN,
        quantity_max: int | None | NotGiven = NOT_GIVEN,
    ) -> models.ProductFilter:
        """Create a product filter.

        Adds a filter to a business. A filter without any criterion is accepted.

        `POST /v1/products/filters`

        Args:
            body: The request body.
            business_id: The business that is to own the filter. Required, here or in `body`.
            label: The name of the filter, for people.
            complement: Turn the filter round, so that it chooses what does not match.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part of it is not said.
            condition: A condition to match.
            primary_condition: Presumably the main category.
            secondary_condition: Presumably the narrower category.
            weight_min: The least weight, zero or more.
            weight_max: The greatest weight, not below the least.
            retail_min: The least retail price, zero or more.
            retail_max: The greatest retail price, not below the least.
            wholesale_min: The least wholesale price, zero or more.
            wholesale_max: The greatest wholesale price, not below the least.
            quantity_min: The least quantity, zero or more.
            quantity_max: The greatest quantity, not below the least.

        Returns:
            ProductFilter: The filter has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Create product filter". No failures are
            documented; the codes follow from the error catalogue. The label of the sample suggests that an empty list
            of tags may be refused.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                label=label,
                complement=complement,
                skus=skus,
                upcs=upcs,
                tags=tags,
                vendors=vendors,
                title=title,
                condition=condition,
                primary_condition=primary_condition,
                secondary_condition=secondary_condition,
                weight_min=weight_min,
                weight_max=weight_max,
                retail_min=retail_min,
                retail_max=retail_max,
                wholesale_min=wholesale_min,
                wholesale_max=wholesale_max,
                quantity_min=quantity_min,
                quantity_max=quantity_max,
            )
        )

    async def delete(self, product_filter_id: str) -> models.ProductFilter:
        """Delete a product filter.

        Removes a filter for good. It must not be used in a block or a push any more.

        `DELETE /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The id of a product filter.

        Returns:
            ProductFilter: The filter as it was.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_FILTER_USED_IN_PRODUCT_BLOCK (76), PRODUCT_FILTER_USED_IN_PRODUCT_PUSH (81).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Delete product filter". The path is
            inferred: it is that of an item in the collection in which the vendor's library creates filters. No
            statuses are documented; the codes follow from the error catalogue.
        """
        return await self._client.send(endpoints.delete(product_filter_id))

    async def get(self, product_filter_id: str) -> models.ProductFilter:
        """Get a product filter.

        Looks a filter up by its id.

        `GET /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The id of a product filter.

        Returns:
            ProductFilter: The filter.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Get product filter". The path is
            inferred: it is that of an item in the collection in which the vendor's library creates filters. No
            statuses are documented; the code follows from the error catalogue.
        """
        return await self._client.send(endpoints.get(product_filter_id))

    async def list(self, *, business_id: str, label: str | NotGiven = NOT_GIVEN) -> models.ProductFilterList:
        """List the product filters of a business.

        The filters of a business, in one answer, all of them or those with a label.

        `GET /v1/products/filters`

        Args:
            business_id: The business whose filters to list.
            label: Keeps the filters with this label.

        Returns:
            ProductFilterList: The filters that match.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Query product filters by business ID
            and label". The path is inferred: it is the collection in which the vendor's library creates filters. No
            statuses are documented; the code follows from the error catalogue.
        """
        return await self._client.send(endpoints.list(business_id=business_id, label=label))

    async def update(
        self,
        product_filter_id: str,
        *,
        body: models.ProductFilterUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        label: str | None | NotGiven = NOT_GIVEN,
        complement: bool | NotGiven = NOT_GIVEN,
        skus: Sequence[str] | NotGiven = NOT_GIVEN,
        upcs: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        vendors: Sequence[str] | NotGiven = NOT_GIVEN,
        title: str | None | NotGiven = NOT_GIVEN,
        condition: models.ProductCondition | str | NotGiven = NOT_GIVEN,
        primary_condition: str | None | NotGiven = NOT_GIVEN,
        secondary_condition: str | None | NotGiven = NOT_GIVEN,
        weight_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        weight_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        retail_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_min: Decimal | int | str | NotGiven = NOT_GIVEN,
        wholesale_max: Decimal | int | str | NotGiven = NOT_GIVEN,
        quantity_min: int | None | NotGiven = NOT_GIVEN,
        quantity_max: int | None | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        created_at: datetime | str | NotGiven = NOT_GIVEN,
        updated_at: datetime | str | NotGiven = NOT_GIVEN,
        errors: models.Errors | Sequence[models.ApiError | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.ProductFilter:
        """Update a product filter.

        Replaces the criteria of a filter. The way to do it is to get the filter, change it and send all of it back.

        `PUT /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The id of a product filter.
            body: The request body.
            label: The name of the filter, for people.
            complement: Turn the filter round, so that it chooses what does not match.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part of it is not said.
            condition: A condition to match.
            primary_condition: Presumably the main category.
            secondary_condition: Presumably the narrower category.
            weight_min: The least weight, zero or more.
            weight_max: The greatest weight, not below the least.
            retail_min: The least retail price, zero or more.
            retail_max: The greatest retail price, not below the least.
            wholesale_min: The least wholesale price, zero or more.
            wholesale_max: The greatest wholesale price, not below the least.
            quantity_min: The least quantity, zero or more.
            quantity_max: The greatest quantity, not below the least.
            id: The id of the filter; the path decides.
            created_at: As it was read.
            updated_at: As it was read.

        Returns:
            ProductFilter: The filter as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Update product filter". The path is
            inferred: it is that of an item in the collection in which the vendor's library creates filters. No
            statuses are documented; the codes follow from the error catalogue.
        """
        return await self._client.send(
            endpoints.update(
                product_filter_id,
                body=body,
                label=label,
                complement=complement,
                skus=skus,
                upcs=upcs,
                tags=tags,
                vendors=vendors,
                title=title,
                condition=condition,
                primary_condition=primary_condition,
                secondary_condition=secondary_condition,
                weight_min=weight_min,
                weight_max=weight_max,
                retail_min=retail_min,
                retail_max=retail_max,
                wholesale_min=wholesale_min,
                wholesale_max=wholesale_max,
                quantity_min=quantity_min,
                quantity_max=quantity_max,
                id=id,
                created_at=created_at,
                updated_at=updated_at,
                errors=errors,
            )
        )
