"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import inventories_quantities as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncInventoriesQuantities", "InventoriesQuantities"]


class InventoriesQuantities:
    """The quantity of an inventory item at a location, by inventory status."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def adjust(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
        body: models.AdjustmentRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Adjust a quantity.

        Add to or subtract from the quantity of an existing item at a location and in a status.

        If `effectiveAt` is in the future, the adjustment is staged until then. A staged adjustment can be neither
        changed nor canceled. To undo it, make an opposite adjustment.

        With `aggregateChannelSync`, the same change is applied to all parents of the location. The quantities of
        parents that belong to a real-time inventory channel are sent to that channel. This applies only to
        adjustments that take effect immediately.

        `POST /v1/inventories/{inventory_item_id}/quantities/adjusts`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to adjust. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The number of units to add. Negative to subtract. At most 500 million in either direction, and
                the resulting quantity must be within one billion. `COMMITTED`, `ON_ORDER` and `RESERVE` cannot fall
                below zero. From -500,000,000 to 500,000,000.
            aggregate_channel_sync: Whether to apply the same change to the parents of the location. The API's default
                is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.
            expires_at: The time when the change is reverted, by an adjustment of the same size in the opposite
                direction. An ISO 8601 date with a time.
            future_applied_atp_percentage: A percentage of the available-to-promise (ATP) quantity instead of a fixed
                number, calculated at `effectiveAt`. For example, 5 reserves five of 100 remaining units. If no units
                remain, nothing is reserved. An exact decimal number.

        Returns:
            Adjustment: The adjustment was applied or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    def adjust_by_sku(
        self,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Adjust a quantity by SKU.

        Same as adjusting by ID, for callers that know only the SKU. An unknown SKU creates an inventory item.

        If `effectiveAt` is in the future, the adjustment is staged until then. A staged adjustment can be neither
        changed nor canceled. To undo it, make an opposite adjustment.

        With `aggregateChannelSync`, the same change is applied to all parents of the location. The quantities of
        parents that belong to a real-time inventory channel are sent to that channel.

        `POST /v1/inventories/quantities/adjusts`

        Args:
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            sku: The SKU. An unknown SKU creates an inventory item. 1 to 100 characters. Required, here or in `body`.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to adjust. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The number of units to add. Negative to subtract. At most 500 million in either direction, and
                the resulting quantity must be within one billion. `COMMITTED`, `ON_ORDER` and `RESERVE` cannot fall
                below zero. From -500,000,000 to 500,000,000. Required, here or in `body`.
            aggregate_channel_sync: Whether to apply the same change to the parents of the location. The API's default
                is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.
            expires_at: The time when the change is reverted, by an adjustment of the same size in the opposite
                direction. An ISO 8601 date with a time.
            future_applied_atp_percentage: A percentage of the available-to-promise (ATP) quantity instead of a fixed
                number, calculated at `effectiveAt`. For example, 5 reserves five of 100 remaining units. If no units
                remain, nothing is reserved. An exact decimal number.

        Returns:
            Adjustment: The adjustment was applied or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Adjust inventory item quantity
            by SKU". The documentation contradicts itself: it requires the item to exist and lists 404, but also
            states that an unknown SKU is created. Handle both cases. The request does not contain the business. It is
            inferred that the location determines it.
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
                **options,
            )
        )

    def get(self, inventory_item_id: str, **options: Unpack[CallOptions]) -> models.InventoryItemQuantities:
        """Get the quantities of an inventory item.

        Return the latest quantity for each combination of location and status. Combinations that have never been
        adjusted are omitted, so a missing entry means zero.

        `GET /v1/inventories/{inventory_item_id}/quantities`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.

        Returns:
            InventoryItemQuantities: The quantities of the item, in no particular order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Retrieve Inventory Item
            Quantities"
        """
        return self._client.send(endpoints.get(inventory_item_id, **options))

    def set(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
        body: models.SetQuantityRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Set a quantity.

        Overwrite the quantity of an item at a location and in a status. The response contains the difference from the
        previous quantity.

        With `aggregateChannelSync`, each parent of the location is set to the sum of this status over all of its
        child locations. The quantities of parents that belong to a real-time inventory channel are sent to that
        channel.

        `POST /v1/inventories/{inventory_item_id}/quantities/sets`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to set. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The new quantity, regardless of the previous one. The resulting change has the same limits as an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Whether to set the parents of the location to the sum of their children. The API's
                default is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.

        Returns:
            Adjustment: The quantity was set or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    def set_by_sku(
        self,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
        body: models.SetQuantityBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Set a quantity by SKU.

        Same as setting by ID, for callers that know only the SKU. An unknown SKU creates an inventory item.

        With `aggregateChannelSync`, each parent of the location is set to the sum of this status over all of its
        child locations. The quantities of parents that belong to a real-time inventory channel are sent to that
        channel.

        `POST /v1/inventories/quantities/sets`

        Args:
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            sku: The SKU. An unknown SKU creates an inventory item. 1 to 100 characters. Required, here or in `body`.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to set. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The new quantity, regardless of the previous one. The resulting change has the same limits as an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Whether to set the parents of the location to the sum of their children. The API's
                default is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.

        Returns:
            Adjustment: The quantity was set or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Set inventory item quantity by
            SKU". The path is inferred: it has the same ending as setting by ID, and differs from it in the same way
            as the public path of adjusting by SKU differs from adjusting by ID. The documentation lists 404 for an
            unknown item and also states that an unknown SKU is created. Handle both cases.
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
                **options,
            )
        )


class AsyncInventoriesQuantities:
    """The quantity of an inventory item at a location, by inventory status."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def adjust(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
        body: models.AdjustmentRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Adjust a quantity.

        Add to or subtract from the quantity of an existing item at a location and in a status.

        If `effectiveAt` is in the future, the adjustment is staged until then. A staged adjustment can be neither
        changed nor canceled. To undo it, make an opposite adjustment.

        With `aggregateChannelSync`, the same change is applied to all parents of the location. The quantities of
        parents that belong to a real-time inventory channel are sent to that channel. This applies only to
        adjustments that take effect immediately.

        `POST /v1/inventories/{inventory_item_id}/quantities/adjusts`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to adjust. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The number of units to add. Negative to subtract. At most 500 million in either direction, and
                the resulting quantity must be within one billion. `COMMITTED`, `ON_ORDER` and `RESERVE` cannot fall
                below zero. From -500,000,000 to 500,000,000.
            aggregate_channel_sync: Whether to apply the same change to the parents of the location. The API's default
                is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.
            expires_at: The time when the change is reverted, by an adjustment of the same size in the opposite
                direction. An ISO 8601 date with a time.
            future_applied_atp_percentage: A percentage of the available-to-promise (ATP) quantity instead of a fixed
                number, calculated at `effectiveAt`. For example, 5 reserves five of 100 remaining units. If no units
                remain, nothing is reserved. An exact decimal number.

        Returns:
            Adjustment: The adjustment was applied or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    async def adjust_by_sku(
        self,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Adjust a quantity by SKU.

        Same as adjusting by ID, for callers that know only the SKU. An unknown SKU creates an inventory item.

        If `effectiveAt` is in the future, the adjustment is staged until then. A staged adjustment can be neither
        changed nor canceled. To undo it, make an opposite adjustment.

        With `aggregateChannelSync`, the same change is applied to all parents of the location. The quantities of
        parents that belong to a real-time inventory channel are sent to that channel.

        `POST /v1/inventories/quantities/adjusts`

        Args:
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            sku: The SKU. An unknown SKU creates an inventory item. 1 to 100 characters. Required, here or in `body`.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to adjust. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The number of units to add. Negative to subtract. At most 500 million in either direction, and
                the resulting quantity must be within one billion. `COMMITTED`, `ON_ORDER` and `RESERVE` cannot fall
                below zero. From -500,000,000 to 500,000,000. Required, here or in `body`.
            aggregate_channel_sync: Whether to apply the same change to the parents of the location. The API's default
                is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.
            expires_at: The time when the change is reverted, by an adjustment of the same size in the opposite
                direction. An ISO 8601 date with a time.
            future_applied_atp_percentage: A percentage of the available-to-promise (ATP) quantity instead of a fixed
                number, calculated at `effectiveAt`. For example, 5 reserves five of 100 remaining units. If no units
                remain, nothing is reserved. An exact decimal number.

        Returns:
            Adjustment: The adjustment was applied or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Adjust inventory item quantity
            by SKU". The documentation contradicts itself: it requires the item to exist and lists 404, but also
            states that an unknown SKU is created. Handle both cases. The request does not contain the business. It is
            inferred that the location determines it.
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
                **options,
            )
        )

    async def get(self, inventory_item_id: str, **options: Unpack[CallOptions]) -> models.InventoryItemQuantities:
        """Get the quantities of an inventory item.

        Return the latest quantity for each combination of location and status. Combinations that have never been
        adjusted are omitted, so a missing entry means zero.

        `GET /v1/inventories/{inventory_item_id}/quantities`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.

        Returns:
            InventoryItemQuantities: The quantities of the item, in no particular order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Retrieve Inventory Item
            Quantities"
        """
        return await self._client.send(endpoints.get(inventory_item_id, **options))

    async def set(
        self,
        inventory_item_id: str,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
        body: models.SetQuantityRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Set a quantity.

        Overwrite the quantity of an item at a location and in a status. The response contains the difference from the
        previous quantity.

        With `aggregateChannelSync`, each parent of the location is set to the sum of this status over all of its
        child locations. The quantities of parents that belong to a real-time inventory channel are sent to that
        channel.

        `POST /v1/inventories/{inventory_item_id}/quantities/sets`

        Args:
            inventory_item_id: The ID of the inventory item, a string of digits. At least 1 character.
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to set. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The new quantity, regardless of the previous one. The resulting change has the same limits as an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Whether to set the parents of the location to the sum of their children. The API's
                default is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.

        Returns:
            Adjustment: The quantity was set or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS (250),
                INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY (253),
                INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    async def set_by_sku(
        self,
        *,
        idempotency_key: str | None | NotGiven = NOT_GIVEN,
        body: models.SetQuantityBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        sku: str | NotGiven = NOT_GIVEN,
        location_id: str | int | NotGiven = NOT_GIVEN,
        inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
        quantity: int | str | NotGiven = NOT_GIVEN,
        aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        effective_at: datetime | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Adjustment:
        """Set a quantity by SKU.

        Same as setting by ID, for callers that know only the SKU. An unknown SKU creates an inventory item.

        With `aggregateChannelSync`, each parent of the location is set to the sum of this status over all of its
        child locations. The quantities of parents that belong to a real-time inventory channel are sent to that
        channel.

        `POST /v1/inventories/quantities/sets`

        Args:
            idempotency_key: A unique string that you generate for this request, at most 255 characters. A repeated
                request with the same key has no effect, so a call whose outcome is unknown can be retried safely. 1
                to 255 characters.
            body: The request body.
            sku: The SKU. An unknown SKU creates an inventory item. 1 to 100 characters. Required, here or in `body`.
            location_id: The ID of the location. Required, here or in `body`.
            inventory_status: The inventory status of the quantity to set. One of `AVAILABLE_TO_SELL`, `COMMITTED`,
                `ON_ORDER`, `RESERVE`, `ON_HOLD`, `ON_HAND`, `INCOMING`, `UNAVAILABLE`. Required, here or in `body`.
            quantity: The new quantity, regardless of the previous one. The resulting change has the same limits as an
                adjustment. Required, here or in `body`.
            aggregate_channel_sync: Whether to set the parents of the location to the sum of their children. The API's
                default is `False`.
            memo: The reason for the change, up to 1000 characters. Not included in any response. At most 1,000
                characters.
            effective_at: The time when the change takes effect. Defaults to the current time. A time in the future
                stages the change. A time in the past is accepted, but the history is not rewritten: the entry is
                recorded at the time of the call. An ISO 8601 date with a time.

        Returns:
            Adjustment: The quantity was set or staged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INVENTORY_ITEM_SKU (246), INVALID_QUANTITY_ADJUSTMENT (249), INVALID_INVENTORY_QUANTITY_STATUS
                (250), INVALID_ADJUSTMENT_EFFECTIVE_DATE (251), INVALID_MEMO (252), INVALID_TOTAL_ADJUSTED_QUANTITY
                (253), INVALID_LOCATION_ID (254), QUANTITY_STATUS_NOT_FOUND (255), IDEMPOTENT_KEY_IS_REQUIRED (256),
                INVALID_COMMITTED_QUANTITY (265), INVALID_ON_ORDER_QUANTITY (291), INVALID_RESERVE_QUANTITY (292).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INVENTORY_ITEM_NOT_FOUND (36).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Inventories > Quantities > Set inventory item quantity by
            SKU". The path is inferred: it has the same ending as setting by ID, and differs from it in the same way
            as the public path of adjusting by SKU differs from adjusting by ID. The documentation lists 404 for an
            unknown item and also states that an unknown SKU is created. Handle both cases.
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
                **options,
            )
        )
