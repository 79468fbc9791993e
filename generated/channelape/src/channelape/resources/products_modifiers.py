"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_modifiers as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncProductsModifiers", "ProductsModifiers"]


class ProductsModifiers:
    """Rules that change a value of products on their way to a channel."""

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
    ) -> models.ProductModifier:
        """Create a product modifier.

        Adds a modifier to a business. It has an effect once a product push names it.

        `POST /v1/products/modifiers`

        Args:
            body: The request body.
            business_id: The business that is to own the modifier. Required, here or in `body`.
            name: The name of the modifier, for people. Required, here or in `body`.
            description: What it is for.
            modifier: What to do. Required, here or in `body`.
            target: What to do it with. Required, here or in `body`.
            value: What to set or add, as text even where it is a number. Required, here or in `body`.

        Returns:
            ProductModifier: The modifier has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Create product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; 201 is the platform's answer to creating, and the codes follow from the error catalogue.
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
            )
        )

    def delete(self, product_modifier_id: str) -> models.ProductModifier:
        """Delete a product modifier.

        Removes a modifier for good. It must not be used in a push any more.

        `DELETE /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The id of a product modifier.

        Returns:
            ProductModifier: The modifier as it was.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_MODIFIER_USED_IN_PRODUCT_PUSH (82).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Delete product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; the codes follow from the error catalogue.
        """
        return self._client.send(endpoints.delete(product_modifier_id))

    def get(self, product_modifier_id: str) -> models.ProductModifier:
        """Get a product modifier.

        Looks a modifier up by its id.

        `GET /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The id of a product modifier.

        Returns:
            ProductModifier: The modifier.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifier". The path is
            inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; the code follows from the error catalogue.
        """
        return self._client.send(endpoints.get(product_modifier_id))

    def list(self, *, business_id: str) -> models.ProductModifierList:
        """List the product modifiers of a business.

        All modifiers of a business, in one answer.

        `GET /v1/products/modifiers`

        Args:
            business_id: The business whose modifiers to list.

        Returns:
            ProductModifierList: The modifiers of the business.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifiers for
            business". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No
            statuses are documented.
        """
        return self._client.send(endpoints.list(business_id=business_id))

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
    ) -> models.ProductModifier:
        """Update a product modifier.

        Replaces a modifier. Send all members that are to stay, changed or not. The business stays.

        `PUT /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The id of a product modifier.
            body: The request body.
            name: The name of the modifier, for people. Required, here or in `body`.
            description: What it is for.
            modifier: What to do. Required, here or in `body`.
            target: What to do it with. Required, here or in `body`.
            value: What to set or add, as text even where it is a number. Required, here or in `body`.

        Returns:
            ProductModifier: The modifier as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Update product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; the codes follow from the error catalogue.
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
            )
        )


class AsyncProductsModifiers:
    """Rules that change a value of products on their way to a channel."""

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
    ) -> models.ProductModifier:
        """Create a product modifier.

        Adds a modifier to a business. It has an effect once a product push names it.

        `POST /v1/products/modifiers`

        Args:
            body: The request body.
            business_id: The business that is to own the modifier. Required, here or in `body`.
            name: The name of the modifier, for people. Required, here or in `body`.
            description: What it is for.
            modifier: What to do. Required, here or in `body`.
            target: What to do it with. Required, here or in `body`.
            value: What to set or add, as text even where it is a number. Required, here or in `body`.

        Returns:
            ProductModifier: The modifier has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Create product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; 201 is the platform's answer to creating, and the codes follow from the error catalogue.
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
            )
        )

    async def delete(self, product_modifier_id: str) -> models.ProductModifier:
        """Delete a product modifier.

        Removes a modifier for good. It must not be used in a push any more.

        `DELETE /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The id of a product modifier.

        Returns:
            ProductModifier: The modifier as it was.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_MODIFIER_USED_IN_PRODUCT_PUSH (82).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Delete product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; the codes follow from the error catalogue.
        """
        return await self._client.send(endpoints.delete(product_modifier_id))

    async def get(self, product_modifier_id: str) -> models.ProductModifier:
        """Get a product modifier.

        Looks a modifier up by its id.

        `GET /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The id of a product modifier.

        Returns:
            ProductModifier: The modifier.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifier". The path is
            inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; the code follows from the error catalogue.
        """
        return await self._client.send(endpoints.get(product_modifier_id))

    async def list(self, *, business_id: str) -> models.ProductModifierList:
        """List the product modifiers of a business.

        All modifiers of a business, in one answer.

        `GET /v1/products/modifiers`

        Args:
            business_id: The business whose modifiers to list.

        Returns:
            ProductModifierList: The modifiers of the business.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Get product modifiers for
            business". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No
            statuses are documented.
        """
        return await self._client.send(endpoints.list(business_id=business_id))

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
    ) -> models.ProductModifier:
        """Update a product modifier.

        Replaces a modifier. Send all members that are to stay, changed or not. The business stays.

        `PUT /v1/products/modifiers/{product_modifier_id}`

        Args:
            product_modifier_id: The id of a product modifier.
            body: The request body.
            name: The name of the modifier, for people. Required, here or in `body`.
            description: What it is for.
            modifier: What to do. Required, here or in `body`.
            target: What to do it with. Required, here or in `body`.
            value: What to set or add, as text even where it is a number. Required, here or in `body`.

        Returns:
            ProductModifier: The modifier as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PRODUCT_MODIFIER_NAME (65), INVALID_PRODUCT_MODIFIER (66), INVALID_PRODUCT_MODIFIER_TARGET
                (67), INVALID_PRODUCT_MODIFIER_VALUE (68).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_MODIFIER_NOT_FOUND (72).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Modifiers > Update product modifier". The path
            is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. No statuses are
            documented; the codes follow from the error catalogue.
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
            )
        )
