"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from ..endpoints import products_blocks as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncProductsBlocks", "ProductsBlocks"]


class ProductsBlocks:
    """Products that a channel must not show, chosen by a product filter."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def delete(self, channel_id: str, product_filter_id: str) -> models.ProductBlock:
        """Delete a product block.

        Lets the products of a filter back on a channel.

        `DELETE /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The id of the channel.
            product_filter_id: The id of a product filter.

        Returns:
            ProductBlock: The block as it was.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Delete product block". The path is
            inferred: a block is put without a body, so channel and filter are both part of it. If the server does not
            know it (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next best guess. No
            statuses are documented; the code follows from the error catalogue.
        """
        return self._client.send(endpoints.delete(channel_id, product_filter_id))

    def get(self, channel_id: str, product_filter_id: str) -> models.ProductBlock:
        """Get a product block.

        Tells whether a channel blocks the products of a filter.

        `GET /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The id of the channel.
            product_filter_id: The id of a product filter.

        Returns:
            ProductBlock: The block.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Get product block". The path is inferred:
            a block is put without a body, so channel and filter are both part of it. If the server does not know it
            (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next best guess. No statuses
            are documented; the code follows from the error catalogue.
        """
        return self._client.send(endpoints.get(channel_id, product_filter_id))

    def list(self, channel_id: str) -> models.ProductBlockList:
        """List the product blocks of a channel.

        All blocks of a channel, in one answer.

        `GET /v1/channels/{channel_id}/products/blocks`

        Args:
            channel_id: The id of the channel.

        Returns:
            ProductBlockList: The blocks of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server does not
            know it (404, code 83), `/v1/products/blocks/{channel_id}` is the next best guess. No statuses are
            documented.
        """
        return self._client.send(endpoints.list(channel_id))

    def list_by_filter(self, *, business_id: str, product_filter_id: str) -> models.ProductBlockList:
        """List the product blocks with a filter.

        All blocks of a business that use one product filter, whatever the channel.

        `GET /v1/products/blocks`

        Args:
            business_id: The business whose blocks to list.
            product_filter_id: The filter whose blocks to list.

        Returns:
            ProductBlockList: The blocks with this filter.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by business ID
            and ...". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. The
            query parameters are documented. No statuses are documented; the code follows from the error catalogue.
        """
        return self._client.send(endpoints.list_by_filter(business_id=business_id, product_filter_id=product_filter_id))

    def put(self, channel_id: str, product_filter_id: str) -> models.ProductBlock:
        """Put a product block.

        Keeps the products of a filter off a channel. There is no body, channel and filter say it all.

        `PUT /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The id of the channel.
            product_filter_id: The id of a product filter.

        Returns:
            ProductBlock: The block, whether it is new or was there before.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64), CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Put product block". The path is inferred:
            the call has no body, so channel and filter are both part of it. If the server does not know it (404, code
            83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next best guess. No statuses are
            documented; the other codes follow from the error catalogue.
        """
        return self._client.send(endpoints.put(channel_id, product_filter_id))


class AsyncProductsBlocks:
    """Products that a channel must not show, chosen by a product filter."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def delete(self, channel_id: str, product_filter_id: str) -> models.ProductBlock:
        """Delete a product block.

        Lets the products of a filter back on a channel.

        `DELETE /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The id of the channel.
            product_filter_id: The id of a product filter.

        Returns:
            ProductBlock: The block as it was.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Delete product block". The path is
            inferred: a block is put without a body, so channel and filter are both part of it. If the server does not
            know it (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next best guess. No
            statuses are documented; the code follows from the error catalogue.
        """
        return await self._client.send(endpoints.delete(channel_id, product_filter_id))

    async def get(self, channel_id: str, product_filter_id: str) -> models.ProductBlock:
        """Get a product block.

        Tells whether a channel blocks the products of a filter.

        `GET /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The id of the channel.
            product_filter_id: The id of a product filter.

        Returns:
            ProductBlock: The block.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Get product block". The path is inferred:
            a block is put without a body, so channel and filter are both part of it. If the server does not know it
            (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next best guess. No statuses
            are documented; the code follows from the error catalogue.
        """
        return await self._client.send(endpoints.get(channel_id, product_filter_id))

    async def list(self, channel_id: str) -> models.ProductBlockList:
        """List the product blocks of a channel.

        All blocks of a channel, in one answer.

        `GET /v1/channels/{channel_id}/products/blocks`

        Args:
            channel_id: The id of the channel.

        Returns:
            ProductBlockList: The blocks of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server does not
            know it (404, code 83), `/v1/products/blocks/{channel_id}` is the next best guess. No statuses are
            documented.
        """
        return await self._client.send(endpoints.list(channel_id))

    async def list_by_filter(self, *, business_id: str, product_filter_id: str) -> models.ProductBlockList:
        """List the product blocks with a filter.

        All blocks of a business that use one product filter, whatever the channel.

        `GET /v1/products/blocks`

        Args:
            business_id: The business whose blocks to list.
            product_filter_id: The filter whose blocks to list.

        Returns:
            ProductBlockList: The blocks with this filter.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by business ID
            and ...". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. The
            query parameters are documented. No statuses are documented; the code follows from the error catalogue.
        """
        return await self._client.send(
            endpoints.list_by_filter(business_id=business_id, product_filter_id=product_filter_id)
        )

    async def put(self, channel_id: str, product_filter_id: str) -> models.ProductBlock:
        """Put a product block.

        Keeps the products of a filter off a channel. There is no body, channel and filter say it all.

        `PUT /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The id of the channel.
            product_filter_id: The id of a product filter.

        Returns:
            ProductBlock: The block, whether it is new or was there before.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_FILTER_NOT_FOUND (64), CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Put product block". The path is inferred:
            the call has no body, so channel and filter are both part of it. If the server does not know it (404, code
            83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next best guess. No statuses are
            documented; the other codes follow from the error catalogue.
        """
        return await self._client.send(endpoints.put(channel_id, product_filter_id))
