"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import inventories_quantities as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncInventoriesQuantities", "InventoriesQuantities"]


class InventoriesQuantities:
    """How many units of an article stand at a location, and in which state."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def adjust(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.AdjustmentRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Adjust a quantity.

        Adds to the quantity of an existing item at one location and in one status, or takes from it.

        With an `effectiveAt` in the future the adjustment is staged until then. A staged adjustment can neither be
        changed nor withdrawn; only an opposite one undoes it.

        With `aggregateChannelSync` the same change is made at every parent of the location, and parents that belong
        to a real-time inventory channel have their quantity sent there. That holds for adjustments that take
        effect at once only.

        `POST /v1/inventories/{inventory_item_id}/quantities/adjusts`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to change. Required, here or in `body`.
            quantity: The units to add; negative to take away. At most 500 million either way, and the sum must stay
                within a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero.
            aggregate_channel_sync: Make the same change at the parents of the location.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.
            expires_at: When to take the change back, by an adjustment of the same size in the other direction.
            future_applied_atp_percentage: A percentage of what can be promised (ATP) in place of a fixed number,
                worked out at `effectiveAt`. With 5 and 100 units left, five are reserved; with nothing left, nothing.

        Returns:
            Adjustment: The adjustment has been made, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Adjust inventory item
            quantity"
        """
        return self._client.send(
            endpoints.adjust(
                inventory_item_id,
                idempotency_key=idempotency_key,
                body=body,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
                expires_at=expires_at,
                future_applied_atp_percentage=future_applied_atp_percentage,
            )
        )

    def adjust_by_sku(
        self,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.AdjustmentBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Adjust a quantity by SKU.

        The same as adjusting by id, for callers that know the SKU only. An unknown SKU becomes a new item.

        With an `effectiveAt` in the future the adjustment is staged until then. A staged adjustment can neither be
        changed nor withdrawn; only an opposite one undoes it.

        With `aggregateChannelSync` the same change is made at every parent of the location, and parents that belong
        to a real-time inventory channel have their quantity sent there.

        `POST /v1/inventories/quantities/adjusts`

        Args:
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            sku: The SKU. An unknown one becomes a new item. Required, here or in `body`.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to change. Required, here or in `body`.
            quantity: The units to add; negative to take away. At most 500 million either way, and the sum must stay
                within a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero. Required, here or in
                `body`.
            aggregate_channel_sync: Make the same change at the parents of the location.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.
            expires_at: When to take the change back, by an adjustment of the same size in the other direction.
            future_applied_atp_percentage: A percentage of what can be promised (ATP) in place of a fixed number,
                worked out at `effectiveAt`. With 5 and 100 units left, five are reserved; with nothing left, nothing.

        Returns:
            Adjustment: The adjustment has been made, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Adjust inventory item quantity
            by SKU". The text contradicts itself: it says that the item has to exist, and lists 404 for it, but also
            that an unknown SKU is created. Be ready for both. The business is not part of the request; it follows
            from the location, which is inferred.
        """
        return self._client.send(
            endpoints.adjust_by_sku(
                idempotency_key=idempotency_key,
                body=body,
                sku=sku,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
                expires_at=expires_at,
                future_applied_atp_percentage=future_applied_atp_percentage,
            )
        )

    def get(self, inventory_item_id: str) -> models.InventoryItemQuantities:
        """Get the quantities of an inventory item.

        The latest quantity for each pair of location and status. A pair that has never been adjusted is not in the
        list, so a missing entry means zero.

        `GET /v1/inventories/{inventory_item_id}/quantities`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.

        Returns:
            InventoryItemQuantities: The quantities of the item, in no promised order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Retrieve Inventory Item
            Quantities"
        """
        return self._client.send(endpoints.get(inventory_item_id))

    def set(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.SetQuantityRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Set a quantity.

        Overwrites the quantity of an item at one location and in one status. The answer tells by how much it has
        changed.

        With `aggregateChannelSync` every parent of the location is set anew, to the sum of that status over all of
        its child locations, and parents that belong to a real-time inventory channel have their quantity sent
        there.

        `POST /v1/inventories/{inventory_item_id}/quantities/sets`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to set. Required, here or in `body`.
            quantity: The new quantity, whatever it was before. The change it amounts to has the limits of an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Set the parents of the location to the sum of their children.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.

        Returns:
            Adjustment: The quantity has been set, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Set inventory item quantity"
        """
        return self._client.send(
            endpoints.set(
                inventory_item_id,
                idempotency_key=idempotency_key,
                body=body,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
            )
        )

    def set_by_sku(
        self,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.SetQuantityBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Set a quantity by SKU.

        The same as setting by id, for callers that know the SKU only. An unknown SKU becomes a new item.

        With `aggregateChannelSync` every parent of the location is set anew, to the sum of that status over all of
        its child locations, and parents that belong to a real-time inventory channel have their quantity sent
        there.

        `POST /v1/inventories/quantities/sets`

        Args:
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            sku: The SKU. An unknown one becomes a new item. Required, here or in `body`.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to set. Required, here or in `body`.
            quantity: The new quantity, whatever it was before. The change it amounts to has the limits of an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Set the parents of the location to the sum of their children.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.

        Returns:
            Adjustment: The quantity has been set, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Set inventory item quantity by
            SKU". The path is inferred: it ends like that of setting by id, and differs from it as the public path of
            adjusting by SKU differs from adjusting by id. The text lists 404 for an unknown item and also says that
            an unknown SKU is created; be ready for both.
        """
        return self._client.send(
            endpoints.set_by_sku(
                idempotency_key=idempotency_key,
                body=body,
                sku=sku,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
            )
        )


class AsyncInventoriesQuantities:
    """How many units of an article stand at a location, and in which state."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def adjust(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.AdjustmentRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Adjust a quantity.

        Adds to the quantity of an existing item at one location and in one status, or takes from it.

        With an `effectiveAt` in the future the adjustment is staged until then. A staged adjustment can neither be
        changed nor withdrawn; only an opposite one undoes it.

        With `aggregateChannelSync` the same change is made at every parent of the location, and parents that belong
        to a real-time inventory channel have their quantity sent there. That holds for adjustments that take
        effect at once only.

        `POST /v1/inventories/{inventory_item_id}/quantities/adjusts`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to change. Required, here or in `body`.
            quantity: The units to add; negative to take away. At most 500 million either way, and the sum must stay
                within a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero.
            aggregate_channel_sync: Make the same change at the parents of the location.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.
            expires_at: When to take the change back, by an adjustment of the same size in the other direction.
            future_applied_atp_percentage: A percentage of what can be promised (ATP) in place of a fixed number,
                worked out at `effectiveAt`. With 5 and 100 units left, five are reserved; with nothing left, nothing.

        Returns:
            Adjustment: The adjustment has been made, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Adjust inventory item
            quantity"
        """
        return await self._client.send(
            endpoints.adjust(
                inventory_item_id,
                idempotency_key=idempotency_key,
                body=body,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
                expires_at=expires_at,
                future_applied_atp_percentage=future_applied_atp_percentage,
            )
        )

    async def adjust_by_sku(
        self,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.AdjustmentBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Adjust a quantity by SKU.

        The same as adjusting by id, for callers that know the SKU only. An unknown SKU becomes a new item.

        With an `effectiveAt` in the future the adjustment is staged until then. A staged adjustment can neither be
        changed nor withdrawn; only an opposite one undoes it.

        With `aggregateChannelSync` the same change is made at every parent of the location, and parents that belong
        to a real-time inventory channel have their quantity sent there.

        `POST /v1/inventories/quantities/adjusts`

        Args:
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            sku: The SKU. An unknown one becomes a new item. Required, here or in `body`.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to change. Required, here or in `body`.
            quantity: The units to add; negative to take away. At most 500 million either way, and the sum must stay
                within a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero. Required, here or in
                `body`.
            aggregate_channel_sync: Make the same change at the parents of the location.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.
            expires_at: When to take the change back, by an adjustment of the same size in the other direction.
            future_applied_atp_percentage: A percentage of what can be promised (ATP) in place of a fixed number,
                worked out at `effectiveAt`. With 5 and 100 units left, five are reserved; with nothing left, nothing.

        Returns:
            Adjustment: The adjustment has been made, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Adjust inventory item quantity
            by SKU". The text contradicts itself: it says that the item has to exist, and lists 404 for it, but also
            that an unknown SKU is created. Be ready for both. The business is not part of the request; it follows
            from the location, which is inferred.
        """
        return await self._client.send(
            endpoints.adjust_by_sku(
                idempotency_key=idempotency_key,
                body=body,
                sku=sku,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
                expires_at=expires_at,
                future_applied_atp_percentage=future_applied_atp_percentage,
            )
        )

    async def get(self, inventory_item_id: str) -> models.InventoryItemQuantities:
        """Get the quantities of an inventory item.

        The latest quantity for each pair of location and status. A pair that has never been adjusted is not in the
        list, so a missing entry means zero.

        `GET /v1/inventories/{inventory_item_id}/quantities`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.

        Returns:
            InventoryItemQuantities: The quantities of the item, in no promised order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Retrieve Inventory Item
            Quantities"
        """
        return await self._client.send(endpoints.get(inventory_item_id))

    async def set(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.SetQuantityRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Set a quantity.

        Overwrites the quantity of an item at one location and in one status. The answer tells by how much it has
        changed.

        With `aggregateChannelSync` every parent of the location is set anew, to the sum of that status over all of
        its child locations, and parents that belong to a real-time inventory channel have their quantity sent
        there.

        `POST /v1/inventories/{inventory_item_id}/quantities/sets`

        Args:
            inventory_item_id: The id of an inventory item, a text of digits.
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to set. Required, here or in `body`.
            quantity: The new quantity, whatever it was before. The change it amounts to has the limits of an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Set the parents of the location to the sum of their children.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.

        Returns:
            Adjustment: The quantity has been set, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Set inventory item quantity"
        """
        return await self._client.send(
            endpoints.set(
                inventory_item_id,
                idempotency_key=idempotency_key,
                body=body,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
            )
        )

    async def set_by_sku(
        self,
        *,
        idempotency_key: str | NotGiven = NOT_GIVEN,
        body: models.SetQuantityBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.Adjustment:
        """Set a quantity by SKU.

        The same as setting by id, for callers that know the SKU only. An unknown SKU becomes a new item.

        With `aggregateChannelSync` every parent of the location is set anew, to the sum of that status over all of
        its child locations, and parents that belong to a real-time inventory channel have their quantity sent
        there.

        `POST /v1/inventories/quantities/sets`

        Args:
            idempotency_key: A text of your own that no other request carries, at most 255 characters. A second
                request with the same key changes nothing, so a call that may or may not have arrived can safely be
                repeated.
            body: The request body.
            sku: The SKU. An unknown one becomes a new item. Required, here or in `body`.
            location_id: Where the units are. Required, here or in `body`.
            inventory_status: Which of the location's quantities to set. Required, here or in `body`.
            quantity: The new quantity, whatever it was before. The change it amounts to has the limits of an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Set the parents of the location to the sum of their children.
            memo: Why the quantity changes, up to 1000 characters. No answer repeats it.
            effective_at: When the change takes effect; now when left out. A moment in the future stages it. A moment
                in the past is accepted, but the history is not rewritten: the entry stands where it was made.

        Returns:
            Adjustment: The quantity has been set, or staged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Set inventory item quantity by
            SKU". The path is inferred: it ends like that of setting by id, and differs from it as the public path of
            adjusting by SKU differs from adjusting by id. The text lists 404 for an unknown item and also says that
            an unknown SKU is created; be ready for both.
        """
        return await self._client.send(
            endpoints.set_by_sku(
                idempotency_key=idempotency_key,
                body=body,
                sku=sku,
                location_id=location_id,
                inventory_status=inventory_status,
                quantity=quantity,
                aggregate_channel_sync=aggregate_channel_sync,
                memo=memo,
                effective_at=effective_at,
            )
        )
