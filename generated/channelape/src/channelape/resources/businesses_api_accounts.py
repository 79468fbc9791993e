"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import businesses_api_accounts as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncBusinessesApiAccounts", "BusinessesApiAccounts"]


class BusinessesApiAccounts:
    """Keys for programs that act for a business."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        business_id: str,
        *,
        body: models.ApiAccountCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
    ) -> models.ApiAccount:
        """Create an API account.

        Creates an API account for a business. Users can do this, API accounts can not.

        `POST /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The id of the business.
            body: The request body.
            name: What people call it. Required, here or in `body`.

        Returns:
            ApiAccount: The new API account.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_API_ACCOUNTS (210).
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return self._client.send(endpoints.create(business_id, body=body, name=name))

    def delete(self, business_id: str, api_account_id: str) -> models.ApiAccount:
        """Delete an API account.

        Deletes an API account, whose key stops working. Users can do this, API accounts can not.

        `DELETE /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The id of the business.
            api_account_id: The id of the API account.

        Returns:
            ApiAccount: The API account that was deleted.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_DELETE_API_ACCOUNTS (211).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return self._client.send(endpoints.delete(business_id, api_account_id))

    def find(self, *, api_account_id: str) -> models.ApiAccount:
        """Find an API account by its id alone.

        One API account, whatever business it belongs to.

        `GET /v1/businesses/apiaccounts`

        Args:
            api_account_id: The id of the API account.

        Returns:
            ApiAccount: The API account.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts". The library marks it as meant for the vendor's own
            use, so expect to be refused.
        """
        return self._client.send(endpoints.find(api_account_id=api_account_id))

    def get(self, business_id: str, api_account_id: str) -> models.ApiAccount:
        """Get an API account.

        One API account of a business.

        `GET /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The id of the business.
            api_account_id: The id of the API account.

        Returns:
            ApiAccount: The API account.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get API Account"
        """
        return self._client.send(endpoints.get(business_id, api_account_id))

    def list(self, business_id: str) -> models.ApiAccountList:
        """List the API accounts of a business.

        All API accounts of a business, without their keys.

        `GET /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The id of the business.

        Returns:
            ApiAccountList: The API accounts.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses API Accounts"
        """
        return self._client.send(endpoints.list(business_id))


class AsyncBusinessesApiAccounts:
    """Keys for programs that act for a business."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        business_id: str,
        *,
        body: models.ApiAccountCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
    ) -> models.ApiAccount:
        """Create an API account.

        Creates an API account for a business. Users can do this, API accounts can not.

        `POST /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The id of the business.
            body: The request body.
            name: What people call it. Required, here or in `body`.

        Returns:
            ApiAccount: The new API account.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_API_ACCOUNTS (210).
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return await self._client.send(endpoints.create(business_id, body=body, name=name))

    async def delete(self, business_id: str, api_account_id: str) -> models.ApiAccount:
        """Delete an API account.

        Deletes an API account, whose key stops working. Users can do this, API accounts can not.

        `DELETE /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The id of the business.
            api_account_id: The id of the API account.

        Returns:
            ApiAccount: The API account that was deleted.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_DELETE_API_ACCOUNTS (211).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return await self._client.send(endpoints.delete(business_id, api_account_id))

    async def find(self, *, api_account_id: str) -> models.ApiAccount:
        """Find an API account by its id alone.

        One API account, whatever business it belongs to.

        `GET /v1/businesses/apiaccounts`

        Args:
            api_account_id: The id of the API account.

        Returns:
            ApiAccount: The API account.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts". The library marks it as meant for the vendor's own
            use, so expect to be refused.
        """
        return await self._client.send(endpoints.find(api_account_id=api_account_id))

    async def get(self, business_id: str, api_account_id: str) -> models.ApiAccount:
        """Get an API account.

        One API account of a business.

        `GET /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The id of the business.
            api_account_id: The id of the API account.

        Returns:
            ApiAccount: The API account.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get API Account"
        """
        return await self._client.send(endpoints.get(business_id, api_account_id))

    async def list(self, business_id: str) -> models.ApiAccountList:
        """List the API accounts of a business.

        All API accounts of a business, without their keys.

        `GET /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The id of the business.

        Returns:
            ApiAccountList: The API accounts.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses API Accounts"
        """
        return await self._client.send(endpoints.list(business_id))
