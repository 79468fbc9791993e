"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .products_blocks import AsyncProductsBlocks, ProductsBlocks
    from .products_filters import AsyncProductsFilters, ProductsFilters
    from .products_modifiers import AsyncProductsModifiers, ProductsModifiers
    from .products_pushes import AsyncProductsPushes, ProductsPushes
    from .products_variants import AsyncProductsVariants, ProductsVariants

__all__ = ["AsyncProducts", "Products"]


class Products:
    """What a business sells, each with one or more variants."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def blocks(self) -> ProductsBlocks:
        """Products that a channel must not show, chosen by a product filter."""
        from .products_blocks import ProductsBlocks

        return ProductsBlocks(self._client)

    @property
    def filters(self) -> ProductsFilters:
        """Rules that choose products, for blocks and pushes."""
        from .products_filters import ProductsFilters

        return ProductsFilters(self._client)

    @property
    def modifiers(self) -> ProductsModifiers:
        """Rules that change a value of products on their way to a channel."""
        from .products_modifiers import ProductsModifiers

        return ProductsModifiers(self._client)

    @property
    def pushes(self) -> ProductsPushes:
        """What a channel shows, as an ordered list of filters with the modifiers that apply."""
        from .products_pushes import ProductsPushes

        return ProductsPushes(self._client)

    @property
    def variants(self) -> ProductsVariants:
        """The variants of products: what has a SKU, a price and a quantity."""
        from .products_variants import ProductsVariants

        return ProductsVariants(self._client)

    def create(
        self,
        *,
        body: models.ProductRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Product:
        """Create a product.

        Adds a product to the catalog of a business, without variants.

        `POST /v1/products`

        Args:
            body: The request body.
            business_id: The business that owns the product. Required, here or in `body`.
            title: What the product is called. Required, here or in `body`.
            description: What the product is, as plain text or HTML.
            vendor: Who makes the product.
            categories: Where the product belongs.
            images: The addresses of its pictures, in the order in which to show them.
            option_keys: What its variants differ in, such as color and size.
            tags: Words of your own, which product filters can ask for.

        Returns:
            Product: The product has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely: TITLE_NOT_SET
                (28).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Create product". The path is inferred: it is
            the collection above the path at which the vendor's library reads the variants of a product. No statuses
            are documented; 201 is the platform's answer to creating, and the code follows from the error catalogue.
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
            )
        )

    def get(self, product_id: str) -> models.Product:
        """Get a product.

        Looks a product up by its id. Its variants have a call of their own.

        `GET /v1/products/{product_id}`

        Args:
            product_id: The id of a product.

        Returns:
            Product: The product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Get Product". The path is inferred: it is the
            product above the path at which the vendor's library reads its variants. No statuses are documented; the
            code follows from the error catalogue.
        """
        return self._client.send(endpoints.get(product_id))

    def update(
        self,
        product_id: str,
        *,
        body: models.ProductRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Product:
        """Update a product.

        Replaces what is said about a product. Send all members that are to stay, changed or not.

        `PUT /v1/products/{product_id}`

        Args:
            product_id: The id of a product.
            body: The request body.
            business_id: The business that owns the product. Required, here or in `body`.
            title: What the product is called. Required, here or in `body`.
            description: What the product is, as plain text or HTML.
            vendor: Who makes the product.
            categories: Where the product belongs.
            images: The addresses of its pictures, in the order in which to show them.
            option_keys: What its variants differ in, such as color and size.
            tags: Words of your own, which product filters can ask for.

        Returns:
            Product: The product as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely: TITLE_NOT_SET
                (28).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Update Product". The path is inferred: it is
            the product above the path at which the vendor's library reads its variants. No statuses are documented;
            the codes follow from the error catalogue.
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
            )
        )


class AsyncProducts:
    """What a business sells, each with one or more variants."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def blocks(self) -> AsyncProductsBlocks:
        """Products that a channel must not show, chosen by a product filter."""
        from .products_blocks import AsyncProductsBlocks

        return AsyncProductsBlocks(self._client)

    @property
    def filters(self) -> AsyncProductsFilters:
        """Rules that choose products, for blocks and pushes."""
        from .products_filters import AsyncProductsFilters

        return AsyncProductsFilters(self._client)

    @property
    def modifiers(self) -> AsyncProductsModifiers:
        """Rules that change a value of products on their way to a channel."""
        from .products_modifiers import AsyncProductsModifiers

        return AsyncProductsModifiers(self._client)

    @property
    def pushes(self) -> AsyncProductsPushes:
        """What a channel shows, as an ordered list of filters with the modifiers that apply."""
        from .products_pushes import AsyncProductsPushes

        return AsyncProductsPushes(self._client)

    @property
    def variants(self) -> AsyncProductsVariants:
        """The variants of products: what has a SKU, a price and a quantity."""
        from .products_variants import AsyncProductsVariants

        return AsyncProductsVariants(self._client)

    async def create(
        self,
        *,
        body: models.ProductRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Product:
        """Create a product.

        Adds a product to the catalog of a business, without variants.

        `POST /v1/products`

        Args:
            body: The request body.
            business_id: The business that owns the product. Required, here or in `body`.
            title: What the product is called. Required, here or in `body`.
            description: What the product is, as plain text or HTML.
            vendor: Who makes the product.
            categories: Where the product belongs.
            images: The addresses of its pictures, in the order in which to show them.
            option_keys: What its variants differ in, such as color and size.
            tags: Words of your own, which product filters can ask for.

        Returns:
            Product: The product has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely: TITLE_NOT_SET
                (28).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Create product". The path is inferred: it is
            the collection above the path at which the vendor's library reads the variants of a product. No statuses
            are documented; 201 is the platform's answer to creating, and the code follows from the error catalogue.
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
            )
        )

    async def get(self, product_id: str) -> models.Product:
        """Get a product.

        Looks a product up by its id. Its variants have a call of their own.

        `GET /v1/products/{product_id}`

        Args:
            product_id: The id of a product.

        Returns:
            Product: The product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Get Product". The path is inferred: it is the
            product above the path at which the vendor's library reads its variants. No statuses are documented; the
            code follows from the error catalogue.
        """
        return await self._client.send(endpoints.get(product_id))

    async def update(
        self,
        product_id: str,
        *,
        body: models.ProductRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Product:
        """Update a product.

        Replaces what is said about a product. Send all members that are to stay, changed or not.

        `PUT /v1/products/{product_id}`

        Args:
            product_id: The id of a product.
            body: The request body.
            business_id: The business that owns the product. Required, here or in `body`.
            title: What the product is called. Required, here or in `body`.
            description: What the product is, as plain text or HTML.
            vendor: Who makes the product.
            categories: Where the product belongs.
            images: The addresses of its pictures, in the order in which to show them.
            option_keys: What its variants differ in, such as color and size.
            tags: Words of your own, which product filters can ask for.

        Returns:
            Product: The product as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely: TITLE_NOT_SET
                (28).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Products > Update Product". The path is inferred: it is
            the product above the path at which the vendor's library reads its variants. No statuses are documented;
            the codes follow from the error catalogue.
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
            )
        )
