"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_variants as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncProductsVariants", "ProductsVariants"]


class ProductsVariants:
    """Variants of products. A variant has a SKU, a price and a quantity."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, product_id: str, inventory_item_value: str, **options: Unpack[CallOptions]) -> models.Variant:
        """Get a variant.

        Return a variant of a product by its SKU or UPC.

        `GET /v1/products/{product_id}/variants/{inventory_item_value}`

        Args:
            product_id: The ID of the product. At least 1 character.
            inventory_item_value: The SKU or UPC of the variant, depending on the inventory item key of the business.
                Pass the value unencoded, including slashes and spaces. At least 1 character.

        Returns:
            Variant: The variant.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: VARIANT_NOT_FOUND (45).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return self._client.send(endpoints.get(product_id, inventory_item_value, **options))

    def list(self, product_id: str, **options: Unpack[CallOptions]) -> models.VariantList:
        """List variants of a product.

        Return all variants of a product in a single response.

        `GET /v1/products/{product_id}/variants`

        Args:
            product_id: The ID of the product. At least 1 character.

        Returns:
            VariantList: The variants of the product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return self._client.send(endpoints.list(product_id, **options))

    def search_by_filter(
        self,
        *,
        product_filter_id: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by product filter.

        Return the variants selected by a product filter, one page at a time.

        `GET /v1/products/variants`

        Args:
            product_filter_id: The ID of the product filter. It also determines the business.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_filter(product_filter_id=product_filter_id, last_key=last_key, size=size, **options),
        )

    def search_by_sku(
        self,
        *,
        business_id: str,
        sku: str,
        exact_match: bool | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by SKU.

        Return the variants whose SKU starts with a text, one page at a time.

        `GET /v1/products/variants/skus`

        Args:
            business_id: The ID of the business whose variants to search.
            sku: The start of the SKU.
            exact_match: Only variants that match the whole value. The server may ignore this, so compare the results
                yourself. The API's default is `False`.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_sku(
                business_id=business_id, sku=sku, exact_match=exact_match, last_key=last_key, size=size, **options
            ),
        )

    def search_by_tag(
        self,
        *,
        business_id: str,
        tag: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by tag.

        Return the variants with a tag, one page at a time.

        `GET /v1/products/variants/tags`

        Args:
            business_id: The ID of the business whose variants to search.
            tag: The tag.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_tag(business_id=business_id, tag=tag, last_key=last_key, size=size, **options),
        )

    def search_by_upc(
        self,
        *,
        business_id: str,
        upc: str,
        exact_match: bool | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by UPC.

        Return the variants whose UPC starts with a text, one page at a time.

        `GET /v1/products/variants/upcs`

        Args:
            business_id: The ID of the business whose variants to search.
            upc: The start of the UPC.
            exact_match: Only variants that match the whole value. The server may ignore this, so compare the results
                yourself. The API's default is `False`.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_upc(
                business_id=business_id, upc=upc, exact_match=exact_match, last_key=last_key, size=size, **options
            ),
        )

    def search_by_vendor(
        self,
        *,
        business_id: str,
        vendor: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by vendor.

        Return the variants of a vendor, one page at a time.

        `GET /v1/products/variants/vendors`

        Args:
            business_id: The ID of the business whose variants to search.
            vendor: The name of the vendor.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_vendor(business_id=business_id, vendor=vendor, last_key=last_key, size=size, **options),
        )


class AsyncProductsVariants:
    """Variants of products. A variant has a SKU, a price and a quantity."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, product_id: str, inventory_item_value: str, **options: Unpack[CallOptions]) -> models.Variant:
        """Get a variant.

        Return a variant of a product by its SKU or UPC.

        `GET /v1/products/{product_id}/variants/{inventory_item_value}`

        Args:
            product_id: The ID of the product. At least 1 character.
            inventory_item_value: The SKU or UPC of the variant, depending on the inventory item key of the business.
                Pass the value unencoded, including slashes and spaces. At least 1 character.

        Returns:
            Variant: The variant.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: VARIANT_NOT_FOUND (45).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return await self._client.send(endpoints.get(product_id, inventory_item_value, **options))

    async def list(self, product_id: str, **options: Unpack[CallOptions]) -> models.VariantList:
        """List variants of a product.

        Return all variants of a product in a single response.

        `GET /v1/products/{product_id}/variants`

        Args:
            product_id: The ID of the product. At least 1 character.

        Returns:
            VariantList: The variants of the product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return await self._client.send(endpoints.list(product_id, **options))

    def search_by_filter(
        self,
        *,
        product_filter_id: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by product filter.

        Return the variants selected by a product filter, one page at a time.

        `GET /v1/products/variants`

        Args:
            product_filter_id: The ID of the product filter. It also determines the business.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_filter(product_filter_id=product_filter_id, last_key=last_key, size=size, **options),
        )

    def search_by_sku(
        self,
        *,
        business_id: str,
        sku: str,
        exact_match: bool | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by SKU.

        Return the variants whose SKU starts with a text, one page at a time.

        `GET /v1/products/variants/skus`

        Args:
            business_id: The ID of the business whose variants to search.
            sku: The start of the SKU.
            exact_match: Only variants that match the whole value. The server may ignore this, so compare the results
                yourself. The API's default is `False`.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_sku(
                business_id=business_id, sku=sku, exact_match=exact_match, last_key=last_key, size=size, **options
            ),
        )

    def search_by_tag(
        self,
        *,
        business_id: str,
        tag: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by tag.

        Return the variants with a tag, one page at a time.

        `GET /v1/products/variants/tags`

        Args:
            business_id: The ID of the business whose variants to search.
            tag: The tag.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_tag(business_id=business_id, tag=tag, last_key=last_key, size=size, **options),
        )

    def search_by_upc(
        self,
        *,
        business_id: str,
        upc: str,
        exact_match: bool | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by UPC.

        Return the variants whose UPC starts with a text, one page at a time.

        `GET /v1/products/variants/upcs`

        Args:
            business_id: The ID of the business whose variants to search.
            upc: The start of the UPC.
            exact_match: Only variants that match the whole value. The server may ignore this, so compare the results
                yourself. The API's default is `False`.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_upc(
                business_id=business_id, upc=upc, exact_match=exact_match, last_key=last_key, size=size, **options
            ),
        )

    def search_by_vendor(
        self,
        *,
        business_id: str,
        vendor: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search for variants by vendor.

        Return the variants of a vendor, one page at a time.

        `GET /v1/products/variants/vendors`

        Args:
            business_id: The ID of the business whose variants to search.
            vendor: The name of the vendor.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of variants per page. At least 1. The API's default is `50`.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants. All items, fetched page by page;
            `pages()` and `first()` return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_vendor(business_id=business_id, vendor=vendor, last_key=last_key, size=size, **options),
        )
