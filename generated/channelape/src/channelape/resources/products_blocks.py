"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from ..endpoints import products_blocks as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncProductsBlocks", "ProductsBlocks"]


class ProductsBlocks:
    """Products that must not be published to a channel, selected by a product filter."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def delete(self, channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductBlock:
        """Delete a product block.

        Allow a channel to show the products matched by a filter again.

        `DELETE /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductBlock: The deleted product block.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Delete product block". The path is
            inferred: a block is put without a body, so both channel and filter are part of it. If the server rejects
            the path (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next most likely
            one. No status codes are documented; the error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.delete(channel_id, product_filter_id, **options))

    def get(self, channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductBlock:
        """Get a product block.

        Return the product block for a channel and a product filter, if the channel blocks the filter's products.

        `GET /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductBlock: The product block.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Get product block". The path is inferred:
            a block is put without a body, so both channel and filter are part of it. If the server rejects the path
            (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next most likely one. No
            status codes are documented; the error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.get(channel_id, product_filter_id, **options))

    def list(self, channel_id: str, **options: Unpack[CallOptions]) -> models.ProductBlockList:
        """List product blocks of a channel.

        Return all product blocks of a channel in a single response.

        `GET /v1/channels/{channel_id}/products/blocks`

        Args:
            channel_id: The ID of the channel. At least 1 character.

        Returns:
            ProductBlockList: The product blocks of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server rejects
            the path (404, code 83), `/v1/products/blocks/{channel_id}` is the next most likely one. No status codes
            are documented.
        """
        return self._client.send(endpoints.list(channel_id, **options))

    def list_by_filter(
        self, *, business_id: str, product_filter_id: str, **options: Unpack[CallOptions]
    ) -> models.ProductBlockList:
        """List product blocks of a product filter.

        Return all blocks of a business that use a product filter, for any channel.

        `GET /v1/products/blocks`

        Args:
            business_id: The ID of the business whose blocks to list.
            product_filter_id: The ID of the product filter whose blocks to list.

        Returns:
            ProductBlockList: The blocks that use the filter.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by business ID
            and ...". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. The
            query parameters are documented. No status codes are documented; the error code is inferred from the error
            catalogue.
        """
        return self._client.send(
            endpoints.list_by_filter(business_id=business_id, product_filter_id=product_filter_id, **options)
        )

    def put(self, channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductBlock:
        """Create or replace a product block.

        Hide the products matched by a filter from a channel. The request has no body; the path identifies both.

        `PUT /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductBlock: The product block, whether new or already existing.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64), CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Put product block". The path is inferred:
            the call has no body, so both channel and filter are part of it. If the server rejects the path (404, code
            83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next most likely one. No status codes
            are documented; the other error codes are inferred from the error catalogue.
        """
        return self._client.send(endpoints.put(channel_id, product_filter_id, **options))


class AsyncProductsBlocks:
    """Products that must not be published to a channel, selected by a product filter."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def delete(
        self, channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]
    ) -> models.ProductBlock:
        """Delete a product block.

        Allow a channel to show the products matched by a filter again.

        `DELETE /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductBlock: The deleted product block.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Delete product block". The path is
            inferred: a block is put without a body, so both channel and filter are part of it. If the server rejects
            the path (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next most likely
            one. No status codes are documented; the error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.delete(channel_id, product_filter_id, **options))

    async def get(self, channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductBlock:
        """Get a product block.

        Return the product block for a channel and a product filter, if the channel blocks the filter's products.

        `GET /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductBlock: The product block.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_BLOCK_NOT_FOUND (73).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Get product block". The path is inferred:
            a block is put without a body, so both channel and filter are part of it. If the server rejects the path
            (404, code 83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next most likely one. No
            status codes are documented; the error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.get(channel_id, product_filter_id, **options))

    async def list(self, channel_id: str, **options: Unpack[CallOptions]) -> models.ProductBlockList:
        """List product blocks of a channel.

        Return all product blocks of a channel in a single response.

        `GET /v1/channels/{channel_id}/products/blocks`

        Args:
            channel_id: The ID of the channel. At least 1 character.

        Returns:
            ProductBlockList: The product blocks of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by channel ID". The
            path is inferred: the call shows no query parameter, so the channel is part of it. If the server rejects
            the path (404, code 83), `/v1/products/blocks/{channel_id}` is the next most likely one. No status codes
            are documented.
        """
        return await self._client.send(endpoints.list(channel_id, **options))

    async def list_by_filter(
        self, *, business_id: str, product_filter_id: str, **options: Unpack[CallOptions]
    ) -> models.ProductBlockList:
        """List product blocks of a product filter.

        Return all blocks of a business that use a product filter, for any channel.

        `GET /v1/products/blocks`

        Args:
            business_id: The ID of the business whose blocks to list.
            product_filter_id: The ID of the product filter whose blocks to list.

        Returns:
            ProductBlockList: The blocks that use the filter.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Product Blocks > Query product blocks by business ID
            and ...". The path is inferred: a sibling of `/v1/products/filters`, which the vendor's library uses. The
            query parameters are documented. No status codes are documented; the error code is inferred from the error
            catalogue.
        """
        return await self._client.send(
            endpoints.list_by_filter(business_id=business_id, product_filter_id=product_filter_id, **options)
        )

    async def put(self, channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> models.ProductBlock:
        """Create or replace a product block.

        Hide the products matched by a filter from a channel. The request has no body; the path identifies both.

        `PUT /v1/channels/{channel_id}/products/blocks/{product_filter_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            product_filter_id: The ID of the product filter. At least 1 character.

        Returns:
            ProductBlock: The product block, whether new or already existing.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_FILTER_NOT_FOUND (64), CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Product Blocks > Put product block". The path is inferred:
            the call has no body, so both channel and filter are part of it. If the server rejects the path (404, code
            83), `/v1/products/blocks/{channel_id}/{product_filter_id}` is the next most likely one. No status codes
            are documented; the other error codes are inferred from the error catalogue.
        """
        return await self._client.send(endpoints.put(channel_id, product_filter_id, **options))
