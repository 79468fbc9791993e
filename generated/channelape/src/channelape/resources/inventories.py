"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import inventories as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .inventories_quantities import AsyncInventoriesQuantities, InventoriesQuantities

__all__ = ["AsyncInventories", "Inventories"]


class Inventories:
    """The articles a business keeps stock of, by SKU."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def quantities(self) -> InventoriesQuantities:
        """How many units of an article stand at a location, and in which state."""
        from .inventories_quantities import InventoriesQuantities

        return InventoriesQuantities(self._client)

    def create(
        self,
        *,
        body: models.InventoryItemCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
    ) -> models.InventoryItem:
        """Create an inventory item.

        Adds an article to a business. The SKU must be new there. Quantities are set afterwards; a quantity that is
        adjusted or set by SKU creates a missing item on its own.

        `POST /v1/inventories`

        Args:
            body: The request body.
            business_id: The business that is to own the item. Required, here or in `body`.
            sku: The SKU, up to 100 characters, unique within the business. Required, here or in `body`.
            title: What the article is called.

        Returns:
            InventoryItem: The item has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Create Inventory Item"
        """
        return self._client.send(endpoints.create(body=body, business_id=business_id, sku=sku, title=title))

    def find(self, *, business_id: str, sku: str) -> models.InventoryItemList:
        """Find an inventory item by SKU.

        Looks for the article with exactly this SKU. The answer is a list, but SKUs are unique within a business,
        so it has one entry or none: an unknown SKU is no failure.

        `GET /v1/inventories`

        Args:
            business_id: The business that owns the item.
            sku: The SKU to look for.

        Returns:
            InventoryItemList: The item with this SKU, or an empty list.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUERY_PARAMETERS (22), BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item by SKU"
        """
        return self._client.send(endpoints.find(business_id=business_id, sku=sku))

    def get(self, inventory_item_id: str) -> models.InventoryItem:
        """Get an inventory item.

        Looks an article up by its id.

        `GET /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.

        Returns:
            InventoryItem: The item.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item"
        """
        return self._client.send(endpoints.get(inventory_item_id))

    def update(
        self,
        inventory_item_id: str,
        *,
        body: models.InventoryItemUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
    ) -> models.InventoryItem:
        """Update an inventory item.

        Changes the SKU or the title of an article. Its quantities stay with it; they have calls of their own.

        `PUT /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.
            body: The request body.
            sku: The SKU, up to 100 characters, unique within the business. Send the old one to keep it. Required,
                here or in `body`.
            title: What the article is called.

        Returns:
            InventoryItem: The item as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Update Inventory Item"
        """
        return self._client.send(endpoints.update(inventory_item_id, body=body, sku=sku, title=title))


class AsyncInventories:
    """The articles a business keeps stock of, by SKU."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def quantities(self) -> AsyncInventoriesQuantities:
        """How many units of an article stand at a location, and in which state."""
        from .inventories_quantities import AsyncInventoriesQuantities

        return AsyncInventoriesQuantities(self._client)

    async def create(
        self,
        *,
        body: models.InventoryItemCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
    ) -> models.InventoryItem:
        """Create an inventory item.

        Adds an article to a business. The SKU must be new there. Quantities are set afterwards; a quantity that is
        adjusted or set by SKU creates a missing item on its own.

        `POST /v1/inventories`

        Args:
            body: The request body.
            business_id: The business that is to own the item. Required, here or in `body`.
            sku: The SKU, up to 100 characters, unique within the business. Required, here or in `body`.
            title: What the article is called.

        Returns:
            InventoryItem: The item has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Create Inventory Item"
        """
        return await self._client.send(endpoints.create(body=body, business_id=business_id, sku=sku, title=title))

    async def find(self, *, business_id: str, sku: str) -> models.InventoryItemList:
        """Find an inventory item by SKU.

        Looks for the article with exactly this SKU. The answer is a list, but SKUs are unique within a business,
        so it has one entry or none: an unknown SKU is no failure.

        `GET /v1/inventories`

        Args:
            business_id: The business that owns the item.
            sku: The SKU to look for.

        Returns:
            InventoryItemList: The item with this SKU, or an empty list.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUERY_PARAMETERS (22), BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item by SKU"
        """
        return await self._client.send(endpoints.find(business_id=business_id, sku=sku))

    async def get(self, inventory_item_id: str) -> models.InventoryItem:
        """Get an inventory item.

        Looks an article up by its id.

        `GET /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.

        Returns:
            InventoryItem: The item.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item"
        """
        return await self._client.send(endpoints.get(inventory_item_id))

    async def update(
        self,
        inventory_item_id: str,
        *,
        body: models.InventoryItemUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
    ) -> models.InventoryItem:
        """Update an inventory item.

        Changes the SKU or the title of an article. Its quantities stay with it; they have calls of their own.

        `PUT /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.
            body: The request body.
            sku: The SKU, up to 100 characters, unique within the business. Send the old one to keep it. Required,
                here or in `body`.
            title: What the article is called.

        Returns:
            InventoryItem: The item as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Update Inventory Item"
        """
        return await self._client.send(endpoints.update(inventory_item_id, body=body, sku=sku, title=title))
