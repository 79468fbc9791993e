"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_filters as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncProductsFilters", "ProductsFilters"]


class ProductsFilters:
    """Rules that select products for blocks and pushes."""

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
        **options: Unpack[CallOptions],
    ) -> models.ProductFilter:
        """Create a product filter.

        Create a product filter for a business. A filter without criteria is valid.

        `POST /v1/products/filters`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the filter. Required, here or in `body`.
            label: The display name of the filter.
            complement: Whether to invert the filter so that it selects products that do not match. The API's default
                is `False`.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part must match is not documented.
            condition: A condition to match. One of `NEW`, `USED`, `REFURBISHED`.
            primary_condition: Presumably the main category to match.
            secondary_condition: Presumably the more specific category to match.
            weight_min: Minimum weight, zero or more. An exact decimal number.
            weight_max: Maximum weight, not below the minimum. An exact decimal number.
            retail_min: Minimum retail price, zero or more. An exact decimal number.
            retail_max: Maximum retail price, not below the minimum. An exact decimal number.
            wholesale_min: Minimum wholesale price, zero or more. An exact decimal number.
            wholesale_max: Maximum wholesale price, not below the minimum. An exact decimal number.
            quantity_min: Minimum quantity, zero or more.
            quantity_max: Maximum quantity, not below the minimum.

        Returns:
            ProductFilter: The product filter was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63),
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Create product filter". No error
            responses are documented; the error codes are inferred from the error catalogue. The label of the sample
            suggests that an empty list of tags may be rejected.
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
                **options,
            )
        )

    def delete(self, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductFilter:
        """Delete a product filter.

        Permanently delete a product filter. A filter that a block or push uses cannot be deleted.

        `DELETE /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductFilter: The deleted product filter.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_FILTER_USED_IN_PRODUCT_BLOCK (76), PRODUCT_FILTER_USED_IN_PRODUCT_PUSH (81).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Delete product filter". The path is
            inferred: an item of the collection in which the vendor's library creates filters. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return self._client.send(endpoints.delete(product_filter_id, **options))

    def get(self, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductFilter:
        """Get a product filter.

        Return a product filter by its ID.

        `GET /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductFilter: The product filter.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Get product filter". The path is
            inferred: an item of the collection in which the vendor's library creates filters. No status codes are
            documented; the error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.get(product_filter_id, **options))

    def list(
        self, *, business_id: str, label: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
    ) -> models.ProductFilterList:
        """List product filters of a business.

        Return the product filters of a business, optionally only those with a label, in a single response.

        `GET /v1/products/filters`

        Args:
            business_id: The ID of the business whose filters to list.
            label: Only filters with this label.

        Returns:
            ProductFilterList: The matching product filters.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Query product filters by business ID
            and label". The path is inferred: the vendor's library creates filters in this collection. No status codes
            are documented; the error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.list(business_id=business_id, label=label, **options))

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
        **options: Unpack[CallOptions],
    ) -> models.ProductFilter:
        """Update a product filter.

        Replace the criteria of a product filter. Get the filter, change it and send it back as a whole.

        `PUT /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The ID of the product filter. At least 1 character.
            body: The request body.
            label: The display name of the filter.
            complement: Whether to invert the filter so that it selects products that do not match. The API's default
                is `False`.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part must match is not documented.
            condition: A condition to match. One of `NEW`, `USED`, `REFURBISHED`.
            primary_condition: Presumably the main category to match.
            secondary_condition: Presumably the more specific category to match.
            weight_min: Minimum weight, zero or more. An exact decimal number.
            weight_max: Maximum weight, not below the minimum. An exact decimal number.
            retail_min: Minimum retail price, zero or more. An exact decimal number.
            retail_max: Maximum retail price, not below the minimum. An exact decimal number.
            wholesale_min: Minimum wholesale price, zero or more. An exact decimal number.
            wholesale_max: Maximum wholesale price, not below the minimum. An exact decimal number.
            quantity_min: Minimum quantity, zero or more.
            quantity_max: Maximum quantity, not below the minimum.
            id: The ID of the filter. The ID in the path takes precedence.
            created_at: The value previously returned. An ISO 8601 date with a time.
            updated_at: The value previously returned. An ISO 8601 date with a time.

        Returns:
            ProductFilter: The updated product filter.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Update product filter". The path is
            inferred: an item of the collection in which the vendor's library creates filters. No status codes are
            documented; the error codes are inferred from the error catalogue.
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
                **options,
            )
        )


class AsyncProductsFilters:
    """Rules that select products for blocks and pushes."""

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
        **options: Unpack[CallOptions],
    ) -> models.ProductFilter:
        """Create a product filter.

        Create a product filter for a business. A filter without criteria is valid.

        `POST /v1/products/filters`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the filter. Required, here or in `body`.
            label: The display name of the filter.
            complement: Whether to invert the filter so that it selects products that do not match. The API's default
                is `False`.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part must match is not documented.
            condition: A condition to match. One of `NEW`, `USED`, `REFURBISHED`.
            primary_condition: Presumably the main category to match.
            secondary_condition: Presumably the more specific category to match.
            weight_min: Minimum weight, zero or more. An exact decimal number.
            weight_max: Maximum weight, not below the minimum. An exact decimal number.
            retail_min: Minimum retail price, zero or more. An exact decimal number.
            retail_max: Maximum retail price, not below the minimum. An exact decimal number.
            wholesale_min: Minimum wholesale price, zero or more. An exact decimal number.
            wholesale_max: Maximum wholesale price, not below the minimum. An exact decimal number.
            quantity_min: Minimum quantity, zero or more.
            quantity_max: Maximum quantity, not below the minimum.

        Returns:
            ProductFilter: The product filter was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63),
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Create product filter". No error
            responses are documented; the error codes are inferred from the error catalogue. The label of the sample
            suggests that an empty list of tags may be rejected.
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
                **options,
            )
        )

    async def delete(self, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductFilter:
        """Delete a product filter.

        Permanently delete a product filter. A filter that a block or push uses cannot be deleted.

        `DELETE /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductFilter: The deleted product filter.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_FILTER_USED_IN_PRODUCT_BLOCK (76), PRODUCT_FILTER_USED_IN_PRODUCT_PUSH (81).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Delete product filter". The path is
            inferred: an item of the collection in which the vendor's library creates filters. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return await self._client.send(endpoints.delete(product_filter_id, **options))

    async def get(self, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductFilter:
        """Get a product filter.

        Return a product filter by its ID.

        `GET /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductFilter: The product filter.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Get product filter". The path is
            inferred: an item of the collection in which the vendor's library creates filters. No status codes are
            documented; the error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.get(product_filter_id, **options))

    async def list(
        self, *, business_id: str, label: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
    ) -> models.ProductFilterList:
        """List product filters of a business.

        Return the product filters of a business, optionally only those with a label, in a single response.

        `GET /v1/products/filters`

        Args:
            business_id: The ID of the business whose filters to list.
            label: Only filters with this label.

        Returns:
            ProductFilterList: The matching product filters.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Query product filters by business ID
            and label". The path is inferred: the vendor's library creates filters in this collection. No status codes
            are documented; the error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.list(business_id=business_id, label=label, **options))

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
        **options: Unpack[CallOptions],
    ) -> models.ProductFilter:
        """Update a product filter.

        Replace the criteria of a product filter. Get the filter, change it and send it back as a whole.

        `PUT /v1/products/filters/{product_filter_id}`

        Args:
            product_filter_id: The ID of the product filter. At least 1 character.
            body: The request body.
            label: The display name of the filter.
            complement: Whether to invert the filter so that it selects products that do not match. The API's default
                is `False`.
            skus: SKUs to match.
            upcs: UPCs to match.
            tags: Tags to match.
            vendors: Vendors to match.
            title: A title to match. Whether the whole title or a part must match is not documented.
            condition: A condition to match. One of `NEW`, `USED`, `REFURBISHED`.
            primary_condition: Presumably the main category to match.
            secondary_condition: Presumably the more specific category to match.
            weight_min: Minimum weight, zero or more. An exact decimal number.
            weight_max: Maximum weight, not below the minimum. An exact decimal number.
            retail_min: Minimum retail price, zero or more. An exact decimal number.
            retail_max: Maximum retail price, not below the minimum. An exact decimal number.
            wholesale_min: Minimum wholesale price, zero or more. An exact decimal number.
            wholesale_max: Maximum wholesale price, not below the minimum. An exact decimal number.
            quantity_min: Minimum quantity, zero or more.
            quantity_max: Maximum quantity, not below the minimum.
            id: The ID of the filter. The ID in the path takes precedence.
            created_at: The value previously returned. An ISO 8601 date with a time.
            updated_at: The value previously returned. An ISO 8601 date with a time.

        Returns:
            ProductFilter: The updated product filter.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CONDITION (51), INVALID_QUANTITY_MIN (52), INVALID_QUANTITY_MAX (53), INVALID_RETAIL_PRICE_MIN
                (54), INVALID_RETAIL_PRICE_MAX (55), INVALID_WHOLESALE_PRICE_MIN (56), INVALID_WHOLESALE_PRICE_MAX
                (57), INVALID_WEIGHT_MIN (58), INVALID_WEIGHT_MAX (59), INVALID_QUANTITY_RANGE (60),
                INVALID_WEIGHT_RANGE (61), INVALID_RETAIL_PRICE_RANGE (62), INVALID_WHOLESALE_PRICE_RANGE (63).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Product Filters > Update product filter". The path is
            inferred: an item of the collection in which the vendor's library creates filters. No status codes are
            documented; the error codes are inferred from the error catalogue.
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
                **options,
            )
        )
