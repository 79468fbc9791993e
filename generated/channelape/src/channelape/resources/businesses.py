"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import businesses as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .businesses_api_accounts import AsyncBusinessesApiAccounts, BusinessesApiAccounts
    from .businesses_members import AsyncBusinessesMembers, BusinessesMembers

__all__ = ["AsyncBusinesses", "Businesses"]


class Businesses:
    """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def api_accounts(self) -> BusinessesApiAccounts:
        """Keys for programs that act for a business."""
        from .businesses_api_accounts import BusinessesApiAccounts

        return BusinessesApiAccounts(self._client)

    @property
    def members(self) -> BusinessesMembers:
        """The users that belong to a business."""
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
    ) -> models.Business:
        """Create a business.

        Creates a business that belongs to the user who asks. API accounts can not do this. The
        `inventoryItemKey` stays as it is for good; name and time zone can be changed.

        `POST /v1/businesses`

        Args:
            body: The request body.
            name: Its name. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are shown. The API itself speaks UTC. Required,
                here or in `body`.
            alphabetic_currency_code: The currency of its articles, and of orders whose currency is not known.
                Required, here or in `body`.
            inventory_item_key: What tells the articles of a supplier apart. It can not be changed later. Required,
                here or in `body`.

        Returns:
            Business: The new business.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14), INVALID_CURRENCY_CODE (29),
                INVALID_INVENTORY_ITEM_KEY (30).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_BUSINESSES (208).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Create Business". The failures follow from
            the error catalogue, no status is documented.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                name=name,
                time_zone=time_zone,
                alphabetic_currency_code=alphabetic_currency_code,
                inventory_item_key=inventory_item_key,
            )
        )

    def get(self, business_id: str) -> models.Business:
        """Get a business.

        One business with its settings.

        `GET /v1/businesses/{business_id}`

        Args:
            business_id: The id of the business.

        Returns:
            Business: The business.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Business"
        """
        return self._client.send(endpoints.get(business_id))

    def list(self, *, user_id: str) -> models.BusinessList:
        """List the businesses of a user.

        All businesses that a user belongs to.

        `GET /v1/businesses`

        Args:
            user_id: The user to ask about.

        Returns:
            BusinessList: What was asked for: businesses, users or a membership.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUERY_PARAMETERS (22).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15), USER_NOT_FOUND (18), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses for User". That the user is
            required is inferred; there is no other selector.
        """
        return self._client.send(endpoints.list(user_id=user_id))

    def update(
        self,
        business_id: str,
        *,
        body: models.BusinessUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
    ) -> models.Business:
        """Update a business.

        Changes the name and the time zone of a business; both have to be given. Only its owner may do this.
        Currency and inventory key stay as they are.

        `PUT /v1/businesses/{business_id}`

        Args:
            business_id: The id of the business.
            body: The request body.
            name: Its name. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are shown. The API itself speaks UTC. Required,
                here or in `body`.

        Returns:
            Business: The business as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Update Business". The vendor's library sends
            the whole business, so further members do no harm.
        """
        return self._client.send(endpoints.update(business_id, body=body, name=name, time_zone=time_zone))


class AsyncBusinesses:
    """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def api_accounts(self) -> AsyncBusinessesApiAccounts:
        """Keys for programs that act for a business."""
        from .businesses_api_accounts import AsyncBusinessesApiAccounts

        return AsyncBusinessesApiAccounts(self._client)

    @property
    def members(self) -> AsyncBusinessesMembers:
        """The users that belong to a business."""
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
    ) -> models.Business:
        """Create a business.

        Creates a business that belongs to the user who asks. API accounts can not do this. The
        `inventoryItemKey` stays as it is for good; name and time zone can be changed.

        `POST /v1/businesses`

        Args:
            body: The request body.
            name: Its name. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are shown. The API itself speaks UTC. Required,
                here or in `body`.
            alphabetic_currency_code: The currency of its articles, and of orders whose currency is not known.
                Required, here or in `body`.
            inventory_item_key: What tells the articles of a supplier apart. It can not be changed later. Required,
                here or in `body`.

        Returns:
            Business: The new business.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14), INVALID_CURRENCY_CODE (29),
                INVALID_INVENTORY_ITEM_KEY (30).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_BUSINESSES (208).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Create Business". The failures follow from
            the error catalogue, no status is documented.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                name=name,
                time_zone=time_zone,
                alphabetic_currency_code=alphabetic_currency_code,
                inventory_item_key=inventory_item_key,
            )
        )

    async def get(self, business_id: str) -> models.Business:
        """Get a business.

        One business with its settings.

        `GET /v1/businesses/{business_id}`

        Args:
            business_id: The id of the business.

        Returns:
            Business: The business.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Business"
        """
        return await self._client.send(endpoints.get(business_id))

    async def list(self, *, user_id: str) -> models.BusinessList:
        """List the businesses of a user.

        All businesses that a user belongs to.

        `GET /v1/businesses`

        Args:
            user_id: The user to ask about.

        Returns:
            BusinessList: What was asked for: businesses, users or a membership.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_QUERY_PARAMETERS (22).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15), USER_NOT_FOUND (18), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses for User". That the user is
            required is inferred; there is no other selector.
        """
        return await self._client.send(endpoints.list(user_id=user_id))

    async def update(
        self,
        business_id: str,
        *,
        body: models.BusinessUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        time_zone: str | NotGiven = NOT_GIVEN,
    ) -> models.Business:
        """Update a business.

        Changes the name and the time zone of a business; both have to be given. Only its owner may do this.
        Currency and inventory key stay as they are.

        `PUT /v1/businesses/{business_id}`

        Args:
            business_id: The id of the business.
            body: The request body.
            name: Its name. Required, here or in `body`.
            time_zone: The time zone in which dashboards and schedules are shown. The API itself speaks UTC. Required,
                here or in `body`.

        Returns:
            Business: The business as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_BUSINESS_NAME (13), INVALID_TIME_ZONE (14).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Update Business". The vendor's library sends
            the whole business, so further members do no harm.
        """
        return await self._client.send(endpoints.update(business_id, body=body, name=name, time_zone=time_zone))
