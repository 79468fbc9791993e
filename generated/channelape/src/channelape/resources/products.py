"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions
    from .products_blocks import AsyncProductsBlocks, ProductsBlocks
    from .products_filters import AsyncProductsFilters, ProductsFilters
    from .products_modifiers import AsyncProductsModifiers, ProductsModifiers
    from .products_pushes import AsyncProductsPushes, ProductsPushes
    from .products_variants import AsyncProductsVariants, ProductsVariants

__all__ = ["AsyncProducts", "Products"]


class Products:
    """The products of a business. Each has one or more variants."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def blocks(self) -> ProductsBlocks:
        """Products that must not be published to a channel, selected by a product filter."""
        from .products_blocks import ProductsBlocks

        return ProductsBlocks(self._client)

    @property
    def filters(self) -> ProductsFilters:
        """Rules that select products for blocks and pushes."""
        from .products_filters import ProductsFilters

        return ProductsFilters(self._client)

    @property
    def modifiers(self) -> ProductsModifiers:
        """Rules that change a product value before it is sent to a channel."""
        from .products_modifiers import ProductsModifiers

        return ProductsModifiers(self._client)

    @property
    def pushes(self) -> ProductsPushes:
        """The products published to a channel, defined by an ordered list of filters and their modifiers."""
        from .products_pushes import ProductsPushes

        return ProductsPushes(self._client)

    @property
    def variants(self) -> ProductsVariants:
        """Variants of products. A variant has a SKU, a price and a quantity."""
        from .products_variants import ProductsVariants

        return ProductsVariants(self._client)

    def create(
        self,
        *,
        body: models.ProductCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Product:
        """Create a product.

        Create a product, without variants, in the catalog of a business.

        `POST /v1/products`

        Args:
            body: The request body.
            business_id: The ID of the business that owns the product. Required, here or in `body`.
            title: The title of the product. At least 1 character. Required, here or in `body`.
            description: The description of the product, as plain text or HTML.
            vendor: The manufacturer of the product.
            categories: The categories of the product.
            images: The URLs of the product's images, in display order.
            option_keys: The names of the options by which its variants differ, such as color and size.
            tags: Custom tags. Product filters can match them.

        Returns:
            Product: The product was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely: TITLE_NOT_SET
                (28), BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Create product". The path is inferred: it is
            the parent of the path at which the vendor's library reads the variants of a product. No status codes are
            documented; 201 is what other create operations return, and the error code is inferred from the error
            catalogue.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                title=title,
                description=description,
                vendor=vendor,
                categories=categories,
                images=images,
                option_keys=option_keys,
                tags=tags,
                **options,
            )
        )

    def get(self, product_id: str, **options: Unpack[CallOptions]) -> models.Product:
        """Get a product.

        Return a product by its ID. Its variants are listed by a separate call.

        `GET /v1/products/{product_id}`

        Args:
            product_id: The ID of the product. At least 1 character.

        Returns:
            Product: The product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Get Product". The path is inferred: it is the
            product above the path at which the vendor's library reads its variants. No status codes are documented;
            the error code is inferred from the error catalogue.
        """
        return self._client.send(endpoints.get(product_id, **options))

    def update(
        self,
        product_id: str,
        *,
        body: models.ProductUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Product:
        """Update a product.

        Replace all attributes of a product. Send every attribute to keep, including unchanged ones.

        `PUT /v1/products/{product_id}`

        Args:
            product_id: The ID of the product. At least 1 character.
            body: The request body.
            business_id: The ID of the business that owns the product.
            title: The title of the product. At least 1 character. Required, here or in `body`.
            description: The description of the product, as plain text or HTML.
            vendor: The manufacturer of the product.
            categories: The categories of the product.
            images: The URLs of the product's images, in display order.
            option_keys: The names of the options by which its variants differ, such as color and size.
            tags: Custom tags. Product filters can match them.

        Returns:
            Product: The updated product.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely: TITLE_NOT_SET
                (28).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Update Product". The path is inferred: it is
            the product above the path at which the vendor's library reads its variants. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return self._client.send(
            endpoints.update(
                product_id,
                body=body,
                business_id=business_id,
                title=title,
                description=description,
                vendor=vendor,
                categories=categories,
                images=images,
                option_keys=option_keys,
                tags=tags,
                **options,
            )
        )


class AsyncProducts:
    """The products of a business. Each has one or more variants."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def blocks(self) -> AsyncProductsBlocks:
        """Products that must not be published to a channel, selected by a product filter."""
        from .products_blocks import AsyncProductsBlocks

        return AsyncProductsBlocks(self._client)

    @property
    def filters(self) -> AsyncProductsFilters:
        """Rules that select products for blocks and pushes."""
        from .products_filters import AsyncProductsFilters

        return AsyncProductsFilters(self._client)

    @property
    def modifiers(self) -> AsyncProductsModifiers:
        """Rules that change a product value before it is sent to a channel."""
        from .products_modifiers import AsyncProductsModifiers

        return AsyncProductsModifiers(self._client)

    @property
    def pushes(self) -> AsyncProductsPushes:
        """The products published to a channel, defined by an ordered list of filters and their modifiers."""
        from .products_pushes import AsyncProductsPushes

        return AsyncProductsPushes(self._client)

    @property
    def variants(self) -> AsyncProductsVariants:
        """Variants of products. A variant has a SKU, a price and a quantity."""
        from .products_variants import AsyncProductsVariants

        return AsyncProductsVariants(self._client)

    async def create(
        self,
        *,
        body: models.ProductCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Product:
        """Create a product.

        Create a product, without variants, in the catalog of a business.

        `POST /v1/products`

        Args:
            body: The request body.
            business_id: The ID of the business that owns the product. Required, here or in `body`.
            title: The title of the product. At least 1 character. Required, here or in `body`.
            description: The description of the product, as plain text or HTML.
            vendor: The manufacturer of the product.
            categories: The categories of the product.
            images: The URLs of the product's images, in display order.
            option_keys: The names of the options by which its variants differ, such as color and size.
            tags: Custom tags. Product filters can match them.

        Returns:
            Product: The product was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely: TITLE_NOT_SET
                (28), BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Create product". The path is inferred: it is
            the parent of the path at which the vendor's library reads the variants of a product. No status codes are
            documented; 201 is what other create operations return, and the error code is inferred from the error
            catalogue.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                title=title,
                description=description,
                vendor=vendor,
                categories=categories,
                images=images,
                option_keys=option_keys,
                tags=tags,
                **options,
            )
        )

    async def get(self, product_id: str, **options: Unpack[CallOptions]) -> models.Product:
        """Get a product.

        Return a product by its ID. Its variants are listed by a separate call.

        `GET /v1/products/{product_id}`

        Args:
            product_id: The ID of the product. At least 1 character.

        Returns:
            Product: The product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Get Product". The path is inferred: it is the
            product above the path at which the vendor's library reads its variants. No status codes are documented;
            the error code is inferred from the error catalogue.
        """
        return await self._client.send(endpoints.get(product_id, **options))

    async def update(
        self,
        product_id: str,
        *,
        body: models.ProductUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Product:
        """Update a product.

        Replace all attributes of a product. Send every attribute to keep, including unchanged ones.

        `PUT /v1/products/{product_id}`

        Args:
            product_id: The ID of the product. At least 1 character.
            body: The request body.
            business_id: The ID of the business that owns the product.
            title: The title of the product. At least 1 character. Required, here or in `body`.
            description: The description of the product, as plain text or HTML.
            vendor: The manufacturer of the product.
            categories: The categories of the product.
            images: The URLs of the product's images, in display order.
            option_keys: The names of the options by which its variants differ, such as color and size.
            tags: Custom tags. Product filters can match them.

        Returns:
            Product: The updated product.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely: TITLE_NOT_SET
                (28).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Update Product". The path is inferred: it is
            the product above the path at which the vendor's library reads its variants. No status codes are
            documented; the error codes are inferred from the error catalogue.
        """
        return await self._client.send(
            endpoints.update(
                product_id,
                body=body,
                business_id=business_id,
                title=title,
                description=description,
                vendor=vendor,
                categories=categories,
                images=images,
                option_keys=option_keys,
                tags=tags,
                **options,
            )
        )
