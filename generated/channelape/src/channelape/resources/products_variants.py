"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import products_variants as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncProductsVariants", "ProductsVariants"]


class ProductsVariants:
    """The variants of products: what has a SKU, a price and a quantity."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, product_id: str, inventory_item_value: str) -> models.Variant:
        """Get a variant.

        Looks a variant of a product up by its SKU or UPC.

        `GET /v1/products/{product_id}/variants/{inventory_item_value}`

        Args:
            product_id: The id of a product.
            inventory_item_value: The SKU or the UPC of the variant, whichever the business has chosen as its
                inventory item key. Give it as it is, slashes and spaces included.

        Returns:
            Variant: The variant.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: VARIANT_NOT_FOUND (45).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return self._client.send(endpoints.get(product_id, inventory_item_value))

    def list(self, product_id: str) -> models.VariantList:
        """List the variants of a product.

        All variants of a product, in one answer.

        `GET /v1/products/{product_id}/variants`

        Args:
            product_id: The id of a product.

        Returns:
            VariantList: The variants of the product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return self._client.send(endpoints.list(product_id))

    def search_by_filter(
        self, *, product_filter_id: str, last_key: str | NotGiven = NOT_GIVEN, size: int | NotGiven = NOT_GIVEN
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by product filter.

        The variants a product filter chooses, page by page.

        `GET /v1/products/variants`

        Args:
            product_filter_id: The filter to search with. It names the business too.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client, endpoints.search_by_filter(product_filter_id=product_filter_id, last_key=last_key, size=size)
        )

    def search_by_sku(
        self,
        *,
        business_id: str,
        sku: str,
        exact_match: bool | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by SKU.

        The variants whose SKU begins with a text, page by page.

        `GET /v1/products/variants/skus`

        Args:
            business_id: The business whose variants to search.
            sku: How the SKU begins.
            exact_match: Keep only variants that match as a whole. Do not rely on it: compare the hits yourself.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_sku(
                business_id=business_id, sku=sku, exact_match=exact_match, last_key=last_key, size=size
            ),
        )

    def search_by_tag(
        self, *, business_id: str, tag: str, last_key: str | NotGiven = NOT_GIVEN, size: int | NotGiven = NOT_GIVEN
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by tag.

        The variants that carry a tag, page by page.

        `GET /v1/products/variants/tags`

        Args:
            business_id: The business whose variants to search.
            tag: The tag.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client, endpoints.search_by_tag(business_id=business_id, tag=tag, last_key=last_key, size=size)
        )

    def search_by_upc(
        self,
        *,
        business_id: str,
        upc: str,
        exact_match: bool | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by UPC.

        The variants whose UPC begins with a text, page by page.

        `GET /v1/products/variants/upcs`

        Args:
            business_id: The business whose variants to search.
            upc: How the UPC begins.
            exact_match: Keep only variants that match as a whole. Do not rely on it: compare the hits yourself.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_upc(
                business_id=business_id, upc=upc, exact_match=exact_match, last_key=last_key, size=size
            ),
        )

    def search_by_vendor(
        self, *, business_id: str, vendor: str, last_key: str | NotGiven = NOT_GIVEN, size: int | NotGiven = NOT_GIVEN
    ) -> Pager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by vendor.

        The variants of a vendor, page by page.

        `GET /v1/products/variants/vendors`

        Args:
            business_id: The business whose variants to search.
            vendor: The name of the vendor.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return Pager(
            self._client,
            endpoints.search_by_vendor(business_id=business_id, vendor=vendor, last_key=last_key, size=size),
        )


class AsyncProductsVariants:
    """The variants of products: what has a SKU, a price and a quantity."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, product_id: str, inventory_item_value: str) -> models.Variant:
        """Get a variant.

        Looks a variant of a product up by its SKU or UPC.

        `GET /v1/products/{product_id}/variants/{inventory_item_value}`

        Args:
            product_id: The id of a product.
            inventory_item_value: The SKU or the UPC of the variant, whichever the business has chosen as its
                inventory item key. Give it as it is, slashes and spaces included.

        Returns:
            Variant: The variant.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: VARIANT_NOT_FOUND (45).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return await self._client.send(endpoints.get(product_id, inventory_item_value))

    async def list(self, product_id: str) -> models.VariantList:
        """List the variants of a product.

        All variants of a product, in one answer.

        `GET /v1/products/{product_id}/variants`

        Args:
            product_id: The id of a product.

        Returns:
            VariantList: The variants of the product.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PRODUCT_NOT_FOUND (24).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return await self._client.send(endpoints.list(product_id))

    def search_by_filter(
        self, *, product_filter_id: str, last_key: str | NotGiven = NOT_GIVEN, size: int | NotGiven = NOT_GIVEN
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by product filter.

        The variants a product filter chooses, page by page.

        `GET /v1/products/variants`

        Args:
            product_filter_id: The filter to search with. It names the business too.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client, endpoints.search_by_filter(product_filter_id=product_filter_id, last_key=last_key, size=size)
        )

    def search_by_sku(
        self,
        *,
        business_id: str,
        sku: str,
        exact_match: bool | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by SKU.

        The variants whose SKU begins with a text, page by page.

        `GET /v1/products/variants/skus`

        Args:
            business_id: The business whose variants to search.
            sku: How the SKU begins.
            exact_match: Keep only variants that match as a whole. Do not rely on it: compare the hits yourself.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_sku(
                business_id=business_id, sku=sku, exact_match=exact_match, last_key=last_key, size=size
            ),
        )

    def search_by_tag(
        self, *, business_id: str, tag: str, last_key: str | NotGiven = NOT_GIVEN, size: int | NotGiven = NOT_GIVEN
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by tag.

        The variants that carry a tag, page by page.

        `GET /v1/products/variants/tags`

        Args:
            business_id: The business whose variants to search.
            tag: The tag.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client, endpoints.search_by_tag(business_id=business_id, tag=tag, last_key=last_key, size=size)
        )

    def search_by_upc(
        self,
        *,
        business_id: str,
        upc: str,
        exact_match: bool | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by UPC.

        The variants whose UPC begins with a text, page by page.

        `GET /v1/products/variants/upcs`

        Args:
            business_id: The business whose variants to search.
            upc: How the UPC begins.
            exact_match: Keep only variants that match as a whole. Do not rely on it: compare the hits yourself.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_upc(
                business_id=business_id, upc=upc, exact_match=exact_match, last_key=last_key, size=size
            ),
        )

    def search_by_vendor(
        self, *, business_id: str, vendor: str, last_key: str | NotGiven = NOT_GIVEN, size: int | NotGiven = NOT_GIVEN
    ) -> AsyncPager[models.VariantSearchResult, models.VariantSearchPage]:
        """Search variants by vendor.

        The variants of a vendor, page by page.

        `GET /v1/products/variants/vendors`

        Args:
            business_id: The business whose variants to search.
            vendor: The name of the vendor.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many variants a page holds at most.

        Returns:
            Pager[VariantSearchResult, VariantSearchPage]: A page of variants.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "variants/service/VariantsService.ts"
        """
        return AsyncPager(
            self._client,
            endpoints.search_by_vendor(business_id=business_id, vendor=vendor, last_key=last_key, size=size),
        )
