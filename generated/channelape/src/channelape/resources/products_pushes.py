"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_pushes as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncProductsPushes", "ProductsPushes"]


class ProductsPushes:
    """The products published to a channel, defined by an ordered list of filters and their modifiers."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def append(
        self,
        channel_id: str,
        *,
        body: models.ProductPushRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        product_filter_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        product_modifier_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        primary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        secondary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductPush:
        """Append a product push.

        Create a product push without specifying its ordinal. It is presumably appended as the last push of the
        channel;
        the response contains its ordinal.

        `PUT /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            body: The request body.
            product_filter_ids: The IDs of the filters that select the products, at least one. At least 1 item.
                Required, here or in `body`.
            product_modifier_ids: The IDs of the modifiers to apply. No two of them may change the same attribute.
            primary_category_modifier: The change to the main category.
            secondary_category_modifier: The change to the more specific category.

        Returns:
            ProductPush: The product push was saved.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_CATEGORY_MODIFIER_NAME
                (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push without ordinal". The
            path is inferred: that of a push without the trailing ordinal. If the server rejects the path (404, code
            83), `/v1/products/pushes/{channel_id}` is the next most likely one. That the push becomes the last one is
            also inferred. No status codes are documented; the other error codes are inferred from the error
            catalogue.
        """
        return self._client.send(
            endpoints.append(
                channel_id,
                body=body,
                product_filter_ids=product_filter_ids,
                product_modifier_ids=product_modifier_ids,
                primary_category_modifier=primary_category_modifier,
                secondary_category_modifier=secondary_category_modifier,
                **options,
            )
        )

    def delete(self, channel_id: str, ordinal: int, **options: Unpack[CallOptions]) -> models.ProductPush:
        """Delete a product push.

        Delete the product push at a position of the channel. It is not known whether later pushes move up; list the
        pushes again.

        `DELETE /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            ordinal: The position of the push among those of its channel, starting at 1. At least 1.

        Returns:
            ProductPush: The deleted product push.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Delete product push". The path is
            inferred: channel and ordinal identify a push, so both are part of it. If the server rejects the path
            (404, code 83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next most likely one. No status codes
            are documented; the other error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.delete(channel_id, ordinal, **options))

    def get(self, channel_id: str, ordinal: int, **options: Unpack[CallOptions]) -> models.ProductPush:
        """Get a product push.

        Return a product push by its ordinal.

        `GET /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            ordinal: The position of the push among those of its channel, starting at 1. At least 1.

        Returns:
            ProductPush: The product push.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Get product push". The path is inferred:
            channel and ordinal identify a push, so both are part of it. If the server rejects the path (404, code
            83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next most likely one. No status codes are
            documented; the other error codes are inferred from the error catalogue.
        """
        return self._client.send(endpoints.get(channel_id, ordinal, **options))

    def list(self, channel_id: str, **options: Unpack[CallOptions]) -> models.ProductPushList:
        """List product pushes of a channel.

        Return all product pushes of a channel in a single response. A channel evaluates its pushes by ascending
        ordinal; a product selected by one push is skipped by later ones.

        `GET /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The ID of the channel. At least 1 character.

        Returns:
            ProductPushList: The product pushes of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Query product pushes by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server rejects
            the path (404, code 83), `/v1/products/pushes/{channel_id}` is the next most likely one. No status codes
            are documented. The evaluation order is described in the vendor's knowledge base.
        """
        return self._client.send(endpoints.list(channel_id, **options))

    def put(
        self,
        channel_id: str,
        ordinal: int,
        *,
        body: models.ProductPushRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        product_filter_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        product_modifier_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        primary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        secondary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductPush:
        """Set a product push.

        Set the product push at a position of the channel. Presumably this replaces an existing push at that position.

        `PUT /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            ordinal: The position of the push among those of its channel, starting at 1. At least 1.
            body: The request body.
            product_filter_ids: The IDs of the filters that select the products, at least one. At least 1 item.
                Required, here or in `body`.
            product_modifier_ids: The IDs of the modifiers to apply. No two of them may change the same attribute.
            primary_category_modifier: The change to the main category.
            secondary_category_modifier: The change to the more specific category.

        Returns:
            ProductPush: The updated product push.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_PRODUCT_PUSH_ORDINAL
                (80), INVALID_CATEGORY_MODIFIER_NAME (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push". The path is inferred:
            channel and ordinal identify a push, so both are part of it. If the server rejects the path (404, code
            83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next most likely one. Whether an existing push at
            this position is replaced or moves down is not documented. No status codes are documented; the other error
            codes are inferred from the error catalogue.
        """
        return self._client.send(
            endpoints.put(
                channel_id,
                ordinal,
                body=body,
                product_filter_ids=product_filter_ids,
                product_modifier_ids=product_modifier_ids,
                primary_category_modifier=primary_category_modifier,
                secondary_category_modifier=secondary_category_modifier,
                **options,
            )
        )


class AsyncProductsPushes:
    """The products published to a channel, defined by an ordered list of filters and their modifiers."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def append(
        self,
        channel_id: str,
        *,
        body: models.ProductPushRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        product_filter_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        product_modifier_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        primary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        secondary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductPush:
        """Append a product push.

        Create a product push without specifying its ordinal. It is presumably appended as the last push of the
        channel;
        the response contains its ordinal.

        `PUT /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            body: The request body.
            product_filter_ids: The IDs of the filters that select the products, at least one. At least 1 item.
                Required, here or in `body`.
            product_modifier_ids: The IDs of the modifiers to apply. No two of them may change the same attribute.
            primary_category_modifier: The change to the main category.
            secondary_category_modifier: The change to the more specific category.

        Returns:
            ProductPush: The product push was saved.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_CATEGORY_MODIFIER_NAME
                (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push without ordinal". The
            path is inferred: that of a push without the trailing ordinal. If the server rejects the path (404, code
            83), `/v1/products/pushes/{channel_id}` is the next most likely one. That the push becomes the last one is
            also inferred. No status codes are documented; the other error codes are inferred from the error
            catalogue.
        """
        return await self._client.send(
            endpoints.append(
                channel_id,
                body=body,
                product_filter_ids=product_filter_ids,
                product_modifier_ids=product_modifier_ids,
                primary_category_modifier=primary_category_modifier,
                secondary_category_modifier=secondary_category_modifier,
                **options,
            )
        )

    async def delete(self, channel_id: str, ordinal: int, **options: Unpack[CallOptions]) -> models.ProductPush:
        """Delete a product push.

        Delete the product push at a position of the channel. It is not known whether later pushes move up; list the
        pushes again.

        `DELETE /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            ordinal: The position of the push among those of its channel, starting at 1. At least 1.

        Returns:
            ProductPush: The deleted product push.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Delete product push". The path is
            inferred: channel and ordinal identify a push, so both are part of it. If the server rejects the path
            (404, code 83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next most likely one. No status codes
            are documented; the other error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.delete(channel_id, ordinal, **options))

    async def get(self, channel_id: str, ordinal: int, **options: Unpack[CallOptions]) -> models.ProductPush:
        """Get a product push.

        Return a product push by its ordinal.

        `GET /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            ordinal: The position of the push among those of its channel, starting at 1. At least 1.

        Returns:
            ProductPush: The product push.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Get product push". The path is inferred:
            channel and ordinal identify a push, so both are part of it. If the server rejects the path (404, code
            83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next most likely one. No status codes are
            documented; the other error codes are inferred from the error catalogue.
        """
        return await self._client.send(endpoints.get(channel_id, ordinal, **options))

    async def list(self, channel_id: str, **options: Unpack[CallOptions]) -> models.ProductPushList:
        """List product pushes of a channel.

        Return all product pushes of a channel in a single response. A channel evaluates its pushes by ascending
        ordinal; a product selected by one push is skipped by later ones.

        `GET /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The ID of the channel. At least 1 character.

        Returns:
            ProductPushList: The product pushes of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Query product pushes by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server rejects
            the path (404, code 83), `/v1/products/pushes/{channel_id}` is the next most likely one. No status codes
            are documented. The evaluation order is described in the vendor's knowledge base.
        """
        return await self._client.send(endpoints.list(channel_id, **options))

    async def put(
        self,
        channel_id: str,
        ordinal: int,
        *,
        body: models.ProductPushRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        product_filter_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        product_modifier_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        primary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        secondary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ProductPush:
        """Set a product push.

        Set the product push at a position of the channel. Presumably this replaces an existing push at that position.

        `PUT /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            ordinal: The position of the push among those of its channel, starting at 1. At least 1.
            body: The request body.
            product_filter_ids: The IDs of the filters that select the products, at least one. At least 1 item.
                Required, here or in `body`.
            product_modifier_ids: The IDs of the modifiers to apply. No two of them may change the same attribute.
            primary_category_modifier: The change to the main category.
            secondary_category_modifier: The change to the more specific category.

        Returns:
            ProductPush: The updated product push.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_PRODUCT_PUSH_ORDINAL
                (80), INVALID_CATEGORY_MODIFIER_NAME (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push". The path is inferred:
            channel and ordinal identify a push, so both are part of it. If the server rejects the path (404, code
            83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next most likely one. Whether an existing push at
            this position is replaced or moves down is not documented. No status codes are documented; the other error
            codes are inferred from the error catalogue.
        """
        return await self._client.send(
            endpoints.put(
                channel_id,
                ordinal,
                body=body,
                product_filter_ids=product_filter_ids,
                product_modifier_ids=product_modifier_ids,
                primary_category_modifier=primary_category_modifier,
                secondary_category_modifier=secondary_category_modifier,
                **options,
            )
        )
