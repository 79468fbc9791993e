"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_pushes as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncProductsPushes", "ProductsPushes"]


class ProductsPushes:
    """What a channel shows, as an ordered list of filters with the modifiers that apply."""

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
    ) -> models.ProductPush:
        """Append a product push.

        Adds a push without choosing its ordinal. Presumably it becomes the last of the channel; the ordinal in the
        answer tells.

        `PUT /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The id of the channel.
            body: The request body.
            product_filter_ids: The filters that choose the products, at least one. Required, here or in `body`.
            product_modifier_ids: The modifiers that change them, no two of which change the same thing.
            primary_category_modifier: What to do with the main category.
            secondary_category_modifier: What to do with the narrower category.

        Returns:
            ProductPush: The push has been put.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_CATEGORY_MODIFIER_NAME
                (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push without ordinal". The
            path is inferred: that of a push without the ordinal at its end. If the server does not know it (404, code
            83), `/v1/products/pushes/{channel_id}` is the next best guess. That the push becomes the last one is
            inferred too. No statuses are documented; the other codes follow from the error catalogue.
        """
        return self._client.send(
            endpoints.append(
                channel_id,
                body=body,
                product_filter_ids=product_filter_ids,
                product_modifier_ids=product_modifier_ids,
                primary_category_modifier=primary_category_modifier,
                secondary_category_modifier=secondary_category_modifier,
            )
        )

    def delete(self, channel_id: str, ordinal: int) -> models.ProductPush:
        """Delete a product push.

        Removes the push at a place of the channel. Whether those after it move up is not known; list them anew.

        `DELETE /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The id of the channel.
            ordinal: The place of the push among those of its channel, from 1.

        Returns:
            ProductPush: The push as it was.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Delete product push". The path is
            inferred: channel and ordinal name a push, so both are part of it. If the server does not know it (404,
            code 83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next best guess. No statuses are documented;
            the other code follows from the error catalogue.
        """
        return self._client.send(endpoints.delete(channel_id, ordinal))

    def get(self, channel_id: str, ordinal: int) -> models.ProductPush:
        """Get a product push.

        Looks a push up by its place in the channel.

        `GET /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The id of the channel.
            ordinal: The place of the push among those of its channel, from 1.

        Returns:
            ProductPush: The push.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Get product push". The path is inferred:
            channel and ordinal name a push, so both are part of it. If the server does not know it (404, code 83),
            `/v1/products/pushes/{channel_id}/{ordinal}` is the next best guess. No statuses are documented; the other
            codes follow from the error catalogue.
        """
        return self._client.send(endpoints.get(channel_id, ordinal))

    def list(self, channel_id: str) -> models.ProductPushList:
        """List the product pushes of a channel.

        All pushes of a channel, in one answer. A channel goes through them by their ordinals: a product that one push
        has taken is not looked at by those after it.

        `GET /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The id of the channel.

        Returns:
            ProductPushList: The pushes of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Query product pushes by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server does not
            know it (404, code 83), `/v1/products/pushes/{channel_id}` is the next best guess. No statuses are
            documented. How a channel goes through its pushes is told by the vendor's knowledge base.
        """
        return self._client.send(endpoints.list(channel_id))

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
    ) -> models.ProductPush:
        """Put a product push.

        Sets what stands at a place of the channel. Presumably it replaces the push that is there.

        `PUT /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The id of the channel.
            ordinal: The place of the push among those of its channel, from 1.
            body: The request body.
            product_filter_ids: The filters that choose the products, at least one. Required, here or in `body`.
            product_modifier_ids: The modifiers that change them, no two of which change the same thing.
            primary_category_modifier: What to do with the main category.
            secondary_category_modifier: What to do with the narrower category.

        Returns:
            ProductPush: The push as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_PRODUCT_PUSH_ORDINAL
                (80), INVALID_CATEGORY_MODIFIER_NAME (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push". The path is inferred:
            channel and ordinal name a push, so both are part of it. If the server does not know it (404, code 83),
            `/v1/products/pushes/{channel_id}/{ordinal}` is the next best guess. Whether the push at this place is
            replaced or moves down is not said. No statuses are documented; the other codes follow from the error
            catalogue.
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
            )
        )


class AsyncProductsPushes:
    """What a channel shows, as an ordered list of filters with the modifiers that apply."""

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
    ) -> models.ProductPush:
        """Append a product push.

        Adds a push without choosing its ordinal. Presumably it becomes the last of the channel; the ordinal in the
        answer tells.

        `PUT /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The id of the channel.
            body: The request body.
            product_filter_ids: The filters that choose the products, at least one. Required, here or in `body`.
            product_modifier_ids: The modifiers that change them, no two of which change the same thing.
            primary_category_modifier: What to do with the main category.
            secondary_category_modifier: What to do with the narrower category.

        Returns:
            ProductPush: The push has been put.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_CATEGORY_MODIFIER_NAME
                (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push without ordinal". The
            path is inferred: that of a push without the ordinal at its end. If the server does not know it (404, code
            83), `/v1/products/pushes/{channel_id}` is the next best guess. That the push becomes the last one is
            inferred too. No statuses are documented; the other codes follow from the error catalogue.
        """
        return await self._client.send(
            endpoints.append(
                channel_id,
                body=body,
                product_filter_ids=product_filter_ids,
                product_modifier_ids=product_modifier_ids,
                primary_category_modifier=primary_category_modifier,
                secondary_category_modifier=secondary_category_modifier,
            )
        )

    async def delete(self, channel_id: str, ordinal: int) -> models.ProductPush:
        """Delete a product push.

        Removes the push at a place of the channel. Whether those after it move up is not known; list them anew.

        `DELETE /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The id of the channel.
            ordinal: The place of the push among those of its channel, from 1.

        Returns:
            ProductPush: The push as it was.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Delete product push". The path is
            inferred: channel and ordinal name a push, so both are part of it. If the server does not know it (404,
            code 83), `/v1/products/pushes/{channel_id}/{ordinal}` is the next best guess. No statuses are documented;
            the other code follows from the error catalogue.
        """
        return await self._client.send(endpoints.delete(channel_id, ordinal))

    async def get(self, channel_id: str, ordinal: int) -> models.ProductPush:
        """Get a product push.

        Looks a push up by its place in the channel.

        `GET /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The id of the channel.
            ordinal: The place of the push among those of its channel, from 1.

        Returns:
            ProductPush: The push.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_PUSH_NOT_FOUND (77).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Get product push". The path is inferred:
            channel and ordinal name a push, so both are part of it. If the server does not know it (404, code 83),
            `/v1/products/pushes/{channel_id}/{ordinal}` is the next best guess. No statuses are documented; the other
            codes follow from the error catalogue.
        """
        return await self._client.send(endpoints.get(channel_id, ordinal))

    async def list(self, channel_id: str) -> models.ProductPushList:
        """List the product pushes of a channel.

        All pushes of a channel, in one answer. A channel goes through them by their ordinals: a product that one push
        has taken is not looked at by those after it.

        `GET /v1/channels/{channel_id}/products/pushes`

        Args:
            channel_id: The id of the channel.

        Returns:
            ProductPushList: The pushes of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Query product pushes by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server does not
            know it (404, code 83), `/v1/products/pushes/{channel_id}` is the next best guess. No statuses are
            documented. How a channel goes through its pushes is told by the vendor's knowledge base.
        """
        return await self._client.send(endpoints.list(channel_id))

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
    ) -> models.ProductPush:
        """Put a product push.

        Sets what stands at a place of the channel. Presumably it replaces the push that is there.

        `PUT /v1/channels/{channel_id}/products/pushes/{ordinal}`

        Args:
            channel_id: The id of the channel.
            ordinal: The place of the push among those of its channel, from 1.
            body: The request body.
            product_filter_ids: The filters that choose the products, at least one. Required, here or in `body`.
            product_modifier_ids: The modifiers that change them, no two of which change the same thing.
            primary_category_modifier: What to do with the main category.
            secondary_category_modifier: What to do with the narrower category.

        Returns:
            ProductPush: The push as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                PRODUCT_FILTER_REQUIRED (78), DUPLICATE_PRODUCT_MODIFIER_TARGET (79), INVALID_PRODUCT_PUSH_ORDINAL
                (80), INVALID_CATEGORY_MODIFIER_NAME (157), INVALID_CATEGORY_MODIFIER_VALUE (158).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Pushes > Put product push". The path is inferred:
            channel and ordinal name a push, so both are part of it. If the server does not know it (404, code 83),
            `/v1/products/pushes/{channel_id}/{ordinal}` is the next best guess. Whether the push at this place is
            replaced or moves down is not said. No statuses are documented; the other codes follow from the error
            catalogue.
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
            )
        )
