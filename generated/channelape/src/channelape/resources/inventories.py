"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import inventories as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions
    from .inventories_quantities import AsyncInventoriesQuantities, InventoriesQuantities

__all__ = ["AsyncInventories", "Inventories"]


class Inventories:
    """The items a business keeps in stock, identified by SKU."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def quantities(self) -> InventoriesQuantities:
        """The quantity of an inventory item at a location, by inventory status."""
        from .inventories_quantities import InventoriesQuantities

        return InventoriesQuantities(self._client)

    def create(
        self,
        *,
        body: models.InventoryItemCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.InventoryItem:
        """Create an inventory item.

        Add an inventory item to a business. The SKU must not exist yet. Set quantities afterwards. Adjusting or
        setting a quantity by SKU creates a missing item automatically.

        `POST /v1/inventories`

        Args:
            body: The request body.
            business_id: The ID of the business that owns the item. Required, here or in `body`.
            sku: The SKU, up to 100 characters, unique within the business. 1 to 100 characters. Required, here or in
                `body`.
            title: The title of the item. 1 to 255 characters.

        Returns:
            InventoryItem: The item was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Create Inventory Item"
        """
        return self._client.send(endpoints.create(body=body, business_id=business_id, sku=sku, title=title, **options))

    def find(self, *, business_id: str, sku: str, **options: Unpack[CallOptions]) -> models.InventoryItemList:
        """Find an inventory item by SKU.

        Find the inventory item with exactly this SKU. The response is a list with at most one item, because SKUs are
        unique within a business. An unknown SKU is not an error.

        `GET /v1/inventories`

        Args:
            business_id: The ID of the business that owns the item.
            sku: The SKU of the item.

        Returns:
            InventoryItemList: The item with this SKU, or an empty list.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUERY_PARAMETERS (22), BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item by SKU"
        """
        return self._client.send(endpoints.find(business_id=business_id, sku=sku, **options))

    def get(self, inventory_item_id: str, **options: Unpack[CallOptions]) -> models.InventoryItem:
        """Get an inventory item.

        Return the inventory item with this ID.

        `GET /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.

        Returns:
            InventoryItem: The item.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item"
        """
        return self._client.send(endpoints.get(inventory_item_id, **options))

    def update(
        self,
        inventory_item_id: str,
        *,
        body: models.InventoryItemUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.InventoryItem:
        """Update an inventory item.

        Update the SKU or the title of an inventory item. Quantities are not affected; use the quantity calls to
        change them.

        `PUT /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.
            body: The request body.
            sku: The SKU, up to 100 characters, unique within the business. To keep it, send the current SKU. 1 to 100
                characters. Required, here or in `body`.
            title: The title of the item. 1 to 255 characters.

        Returns:
            InventoryItem: The updated item.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Update Inventory Item"
        """
        return self._client.send(endpoints.update(inventory_item_id, body=body, sku=sku, title=title, **options))


class AsyncInventories:
    """The items a business keeps in stock, identified by SKU."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def quantities(self) -> AsyncInventoriesQuantities:
        """The quantity of an inventory item at a location, by inventory status."""
        from .inventories_quantities import AsyncInventoriesQuantities

        return AsyncInventoriesQuantities(self._client)

    async def create(
        self,
        *,
        body: models.InventoryItemCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.InventoryItem:
        """Create an inventory item.

        Add an inventory item to a business. The SKU must not exist yet. Set quantities afterwards. Adjusting or
        setting a quantity by SKU creates a missing item automatically.

        `POST /v1/inventories`

        Args:
            body: The request body.
            business_id: The ID of the business that owns the item. Required, here or in `body`.
            sku: The SKU, up to 100 characters, unique within the business. 1 to 100 characters. Required, here or in
                `body`.
            title: The title of the item. 1 to 255 characters.

        Returns:
            InventoryItem: The item was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Create Inventory Item"
        """
        return await self._client.send(
            endpoints.create(body=body, business_id=business_id, sku=sku, title=title, **options)
        )

    async def find(self, *, business_id: str, sku: str, **options: Unpack[CallOptions]) -> models.InventoryItemList:
        """Find an inventory item by SKU.

        Find the inventory item with exactly this SKU. The response is a list with at most one item, because SKUs are
        unique within a business. An unknown SKU is not an error.

        `GET /v1/inventories`

        Args:
            business_id: The ID of the business that owns the item.
            sku: The SKU of the item.

        Returns:
            InventoryItemList: The item with this SKU, or an empty list.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUERY_PARAMETERS (22), BUSINESS_ID_NOT_FOUND (74).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item by SKU"
        """
        return await self._client.send(endpoints.find(business_id=business_id, sku=sku, **options))

    async def get(self, inventory_item_id: str, **options: Unpack[CallOptions]) -> models.InventoryItem:
        """Get an inventory item.

        Return the inventory item with this ID.

        `GET /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.

        Returns:
            InventoryItem: The item.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Get Inventory Item"
        """
        return await self._client.send(endpoints.get(inventory_item_id, **options))

    async def update(
        self,
        inventory_item_id: str,
        *,
        body: models.InventoryItemUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.InventoryItem:
        """Update an inventory item.

        Update the SKU or the title of an inventory item. Quantities are not affected; use the quantity calls to
        change them.

        `PUT /v1/inventories/{inventory_item_id}`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.
            body: The request body.
            sku: The SKU, up to 100 characters, unique within the business. To keep it, send the current SKU. 1 to 100
                characters. Required, here or in `body`.
            title: The title of the item. 1 to 255 characters.

        Returns:
            InventoryItem: The updated item.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_INVENTORY_ITEM_TITLE (247),
                INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS (248).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Update Inventory Item"
        """
        return await self._client.send(endpoints.update(inventory_item_id, body=body, sku=sku, title=title, **options))
