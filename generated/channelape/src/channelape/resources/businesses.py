"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import businesses as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions
    from .businesses_api_accounts import AsyncBusinessesApiAccounts, BusinessesApiAccounts
    from .businesses_members import AsyncBusinessesMembers, BusinessesMembers

__all__ = ["AsyncBusinesses", "Businesses"]


class Businesses:
    """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def api_accounts(self) -> BusinessesApiAccounts:
        """API keys for programs that act on behalf of a business."""
        from .businesses_api_accounts import BusinessesApiAccounts

        return BusinessesApiAccounts(self._client)

    @property
    def members(self) -> BusinessesMembers:
        """Users who belong to a business."""
        from .businesses_members import BusinessesMembers

        return BusinessesMembers(self._client)

    def create(
        self,
        *,
        body: models.BusinessCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        inventory_item_key: models.InventoryItemKey | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Business:
        """Create a business.

        Create a business that belongs to the calling user. Not available to API accounts. The `inventoryItemKey`
        cannot be changed later. The name and time zone can.

        `POST /v1/businesses`

        Args:
            body: The request body.
            name: The name of the business. At least 1 character. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are displayed. The API itself uses UTC.
                Required, here or in `body`.
            alphabetic_currency_code: The currency of inventory items, and of orders without a known currency. Matches
                `^[A-Z]{3}$`. Required, here or in `body`.
            inventory_item_key: The field that identifies the items of a supplier. It cannot be changed later. One of
                `SKU`, `UPC`. Required, here or in `body`.

        Returns:
            Business: The new business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14), INVALID_CURRENCY_CODE (29),
                INVALID_INVENTORY_ITEM_KEY (30).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_BUSINESSES (208).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Create Business". The errors are inferred
            from the error catalogue. No status is documented.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                name=name,
                time_zone=time_zone,
                alphabetic_currency_code=alphabetic_currency_code,
                inventory_item_key=inventory_item_key,
                **options,
            )
        )

    def get(self, business_id: str, **options: Unpack[CallOptions]) -> models.Business:
        """Get a business.

        Return a business with its settings.

        `GET /v1/businesses/{business_id}`

        Args:
            business_id: The ID of the business. At least 1 character.

        Returns:
            Business: The business.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Business"
        """
        return self._client.send(endpoints.get(business_id, **options))

    def list(self, *, user_id: str, **options: Unpack[CallOptions]) -> models.BusinessList:
        """List businesses of a user.

        List all businesses that a user belongs to.

        `GET /v1/businesses`

        Args:
            user_id: The ID of the user.

        Returns:
            BusinessList: The requested businesses, users or membership.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUERY_PARAMETERS (22).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15), USER_NOT_FOUND (18), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses for User". That the user is
            required is inferred. There is no other selector.
        """
        return self._client.send(endpoints.list(user_id=user_id, **options))

    def update(
        self,
        business_id: str,
        *,
        body: models.BusinessUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Business:
        """Update a business.

        Update the name and time zone of a business. Both are required. Only the owner can do this. The currency and
        the inventory key do not change.

        `PUT /v1/businesses/{business_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            body: The request body.
            name: The name of the business. At least 1 character. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are displayed. The API itself uses UTC.
                Required, here or in `body`.

        Returns:
            Business: The updated business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Update Business". The vendor's SDK sends the
            complete business, so additional fields are accepted.
        """
        return self._client.send(endpoints.update(business_id, body=body, name=name, time_zone=time_zone, **options))


class AsyncBusinesses:
    """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def api_accounts(self) -> AsyncBusinessesApiAccounts:
        """API keys for programs that act on behalf of a business."""
        from .businesses_api_accounts import AsyncBusinessesApiAccounts

        return AsyncBusinessesApiAccounts(self._client)

    @property
    def members(self) -> AsyncBusinessesMembers:
        """Users who belong to a business."""
        from .businesses_members import AsyncBusinessesMembers

        return AsyncBusinessesMembers(self._client)

    async def create(
        self,
        *,
        body: models.BusinessCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        inventory_item_key: models.InventoryItemKey | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Business:
        """Create a business.

        Create a business that belongs to the calling user. Not available to API accounts. The `inventoryItemKey`
        cannot be changed later. The name and time zone can.

        `POST /v1/businesses`

        Args:
            body: The request body.
            name: The name of the business. At least 1 character. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are displayed. The API itself uses UTC.
                Required, here or in `body`.
            alphabetic_currency_code: The currency of inventory items, and of orders without a known currency. Matches
                `^[A-Z]{3}$`. Required, here or in `body`.
            inventory_item_key: The field that identifies the items of a supplier. It cannot be changed later. One of
                `SKU`, `UPC`. Required, here or in `body`.

        Returns:
            Business: The new business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14), INVALID_CURRENCY_CODE (29),
                INVALID_INVENTORY_ITEM_KEY (30).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_BUSINESSES (208).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Create Business". The errors are inferred
            from the error catalogue. No status is documented.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                name=name,
                time_zone=time_zone,
                alphabetic_currency_code=alphabetic_currency_code,
                inventory_item_key=inventory_item_key,
                **options,
            )
        )

    async def get(self, business_id: str, **options: Unpack[CallOptions]) -> models.Business:
        """Get a business.

        Return a business with its settings.

        `GET /v1/businesses/{business_id}`

        Args:
            business_id: The ID of the business. At least 1 character.

        Returns:
            Business: The business.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Business"
        """
        return await self._client.send(endpoints.get(business_id, **options))

    async def list(self, *, user_id: str, **options: Unpack[CallOptions]) -> models.BusinessList:
        """List businesses of a user.

        List all businesses that a user belongs to.

        `GET /v1/businesses`

        Args:
            user_id: The ID of the user.

        Returns:
            BusinessList: The requested businesses, users or membership.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_QUERY_PARAMETERS (22).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15), USER_NOT_FOUND (18), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses for User". That the user is
            required is inferred. There is no other selector.
        """
        return await self._client.send(endpoints.list(user_id=user_id, **options))

    async def update(
        self,
        business_id: str,
        *,
        body: models.BusinessUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Business:
        """Update a business.

        Update the name and time zone of a business. Both are required. Only the owner can do this. The currency and
        the inventory key do not change.

        `PUT /v1/businesses/{business_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            body: The request body.
            name: The name of the business. At least 1 character. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are displayed. The API itself uses UTC.
                Required, here or in `body`.

        Returns:
            Business: The updated business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Update Business". The vendor's SDK sends the
            complete business, so additional fields are accepted.
        """
        return await self._client.send(
            endpoints.update(business_id, body=body, name=name, time_zone=time_zone, **options)
        )
