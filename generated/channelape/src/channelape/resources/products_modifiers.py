"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_modifiers as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncProductsModifiers", "ProductsModifiers"]


class ProductsModifiers:
    """Rules that change a product value before it is sent to a channel."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.ProductModifierCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        modifier: models.ProductModifierOperation | str | NotGiven = NOT_GIVEN,
        target: models.ProductModifierTarget | str | NotGiven = NOT_GIVEN,
        value: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductModifier:
        """Create a product modifier.

        Create a product modifier for a business. It has no effect until a product push references it.

        `POST /v1/products/modifiers`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the modifier. Required, here or in `body`.
            name: The display name of the modifier. At least 1 character. Required, here or in `body`.
            description: A description of the modifier.
            modifier: The operation to apply. One of `setEqualTo`, `addAmount`.
            target: The attribute to change. One of `quantity`, `retailPrice`.
            value: The value to set or add, always as a string.

        Returns:
            ProductModifier: The product modifier was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68), BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Create product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; 201 is what other create operations return, and the error codes are inferred from the error
            catalogue.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                name=name,
                description=description,
                modifier=modifier,
                target=target,
                value=value,
                **options,
            )
        )

    def delete(self, product_modifier_id: str, **options: Unpack[CallOptions]) -> models.ProductModifier:
        """Delete a product modifier.

        Permanently delete a product modifier. A modifier that a push uses cannot be deleted.

        `DELETE /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The ID of the product modifier. At least 1 character.

        Returns:
            ProductModifier: The deleted product modifier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_MODIFIER_USED_IN_PRODUCT_PUSH (82).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Delete product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return self._client.send(endpoints.delete(product_modifier_id, **options))

    def get(self, product_modifier_id: str, **options: Unpack[CallOptions]) -> models.ProductModifier:
        """Get a product modifier.

        Return a product modifier by its ID.

        `GET /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The ID of the product modifier. At least 1 character.

        Returns:
            ProductModifier: The product modifier.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifier". The path is
            inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; the error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.get(product_modifier_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.ProductModifierList:
        """List product modifiers of a business.

        Return all product modifiers of a business in a single response.

        `GET /v1/products/modifiers`

        Args:
            business_id: The ID of the business whose modifiers to list.

        Returns:
            ProductModifierList: The product modifiers of the business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifiers for
            business". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No
            status codes are documented.
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))

    def update(
        self,
        product_modifier_id: str,
        *,
        body: models.ProductModifierUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        modifier: models.ProductModifierOperation | str | NotGiven = NOT_GIVEN,
        target: models.ProductModifierTarget | str | NotGiven = NOT_GIVEN,
        value: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductModifier:
        """Update a product modifier.

        Replace a product modifier. Send every attribute to keep, including unchanged ones. The business cannot
        change.

        `PUT /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The ID of the product modifier. At least 1 character.
            body: The request body.
            name: The display name of the modifier. At least 1 character. Required, here or in `body`.
            description: A description of the modifier.
            modifier: The operation to apply. One of `setEqualTo`, `addAmount`.
            target: The attribute to change. One of `quantity`, `retailPrice`.
            value: The value to set or add, always as a string.

        Returns:
            ProductModifier: The updated product modifier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Update product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return self._client.send(
            endpoints.update(
                product_modifier_id,
                body=body,
                name=name,
                description=description,
                modifier=modifier,
                target=target,
                value=value,
                **options,
            )
        )


class AsyncProductsModifiers:
    """Rules that change a product value before it is sent to a channel."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.ProductModifierCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        modifier: models.ProductModifierOperation | str | NotGiven = NOT_GIVEN,
        target: models.ProductModifierTarget | str | NotGiven = NOT_GIVEN,
        value: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductModifier:
        """Create a product modifier.

        Create a product modifier for a business. It has no effect until a product push references it.

        `POST /v1/products/modifiers`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the modifier. Required, here or in `body`.
            name: The display name of the modifier. At least 1 character. Required, here or in `body`.
            description: A description of the modifier.
            modifier: The operation to apply. One of `setEqualTo`, `addAmount`.
            target: The attribute to change. One of `quantity`, `retailPrice`.
            value: The value to set or add, always as a string.

        Returns:
            ProductModifier: The product modifier was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68), BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Create product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; 201 is what other create operations return, and the error codes are inferred from the error
            catalogue.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                name=name,
                description=description,
                modifier=modifier,
                target=target,
                value=value,
                **options,
            )
        )

    async def delete(self, product_modifier_id: str, **options: Unpack[CallOptions]) -> models.ProductModifier:
        """Delete a product modifier.

        Permanently delete a product modifier. A modifier that a push uses cannot be deleted.

        `DELETE /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The ID of the product modifier. At least 1 character.

        Returns:
            ProductModifier: The deleted product modifier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_MODIFIER_USED_IN_PRODUCT_PUSH (82).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Delete product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return await self._client.send(endpoints.delete(product_modifier_id, **options))

    async def get(self, product_modifier_id: str, **options: Unpack[CallOptions]) -> models.ProductModifier:
        """Get a product modifier.

        Return a product modifier by its ID.

        `GET /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The ID of the product modifier. At least 1 character.

        Returns:
            ProductModifier: The product modifier.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifier". The path is
            inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; the error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.get(product_modifier_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.ProductModifierList:
        """List product modifiers of a business.

        Return all product modifiers of a business in a single response.

        `GET /v1/products/modifiers`

        Args:
            business_id: The ID of the business whose modifiers to list.

        Returns:
            ProductModifierList: The product modifiers of the business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifiers for
            business". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No
            status codes are documented.
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))

    async def update(
        self,
        product_modifier_id: str,
        *,
        body: models.ProductModifierUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        modifier: models.ProductModifierOperation | str | NotGiven = NOT_GIVEN,
        target: models.ProductModifierTarget | str | NotGiven = NOT_GIVEN,
        value: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductModifier:
        """Update a product modifier.

        Replace a product modifier. Send every attribute to keep, including unchanged ones. The business cannot
        change.

        `PUT /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The ID of the product modifier. At least 1 character.
            body: The request body.
            name: The display name of the modifier. At least 1 character. Required, here or in `body`.
            description: A description of the modifier.
            modifier: The operation to apply. One of `setEqualTo`, `addAmount`.
            target: The attribute to change. One of `quantity`, `retailPrice`.
            value: The value to set or add, always as a string.

        Returns:
            ProductModifier: The updated product modifier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Update product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return await self._client.send(
            endpoints.update(
                product_modifier_id,
                body=body,
                name=name,
                description=description,
                modifier=modifier,
                target=target,
                value=value,
                **options,
            )
        )
