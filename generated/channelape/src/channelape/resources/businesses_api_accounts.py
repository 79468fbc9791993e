"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import businesses_api_accounts as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncBusinessesApiAccounts", "BusinessesApiAccounts"]


class BusinessesApiAccounts:
    """API keys for programs that act on behalf of a business."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        business_id: str,
        *,
        body: models.ApiAccountCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ApiAccount:
        """Create an API account.

        Create an API account for a business. Available to users only, not to API accounts.

        `POST /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The ID of the business. At least 1 character.
            body: The request body.
            name: The name of the API account. Required, here or in `body`.

        Returns:
            ApiAccount: The new API account.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_API_ACCOUNTS (210).
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return self._client.send(endpoints.create(business_id, body=body, name=name, **options))

    def delete(self, business_id: str, api_account_id: str, **options: Unpack[CallOptions]) -> models.ApiAccount:
        """Delete an API account.

        Delete an API account. Its key stops working. Available to users only, not to API accounts.

        `DELETE /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            api_account_id: The ID of the API account. At least 1 character.

        Returns:
            ApiAccount: The deleted API account.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_DELETE_API_ACCOUNTS (211).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return self._client.send(endpoints.delete(business_id, api_account_id, **options))

    def find(self, *, api_account_id: str, **options: Unpack[CallOptions]) -> models.ApiAccount:
        """Find an API account by ID.

        Return an API account of any business.

        `GET /v1/businesses/apiaccounts`

        Args:
            api_account_id: The ID of the API account.

        Returns:
            ApiAccount: The API account.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts". The SDK marks this call as internal to the vendor,
            so it may be rejected.
        """
        return self._client.send(endpoints.find(api_account_id=api_account_id, **options))

    def get(self, business_id: str, api_account_id: str, **options: Unpack[CallOptions]) -> models.ApiAccount:
        """Get an API account.

        Return an API account of a business.

        `GET /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            api_account_id: The ID of the API account. At least 1 character.

        Returns:
            ApiAccount: The API account.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get API Account"
        """
        return self._client.send(endpoints.get(business_id, api_account_id, **options))

    def list(self, business_id: str, **options: Unpack[CallOptions]) -> models.ApiAccountList:
        """List API accounts of a business.

        List all API accounts of a business, without their keys.

        `GET /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The ID of the business. At least 1 character.

        Returns:
            ApiAccountList: The API accounts.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses API Accounts"
        """
        return self._client.send(endpoints.list(business_id, **options))


class AsyncBusinessesApiAccounts:
    """API keys for programs that act on behalf of a business."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        business_id: str,
        *,
        body: models.ApiAccountCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ApiAccount:
        """Create an API account.

        Create an API account for a business. Available to users only, not to API accounts.

        `POST /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The ID of the business. At least 1 character.
            body: The request body.
            name: The name of the API account. Required, here or in `body`.

        Returns:
            ApiAccount: The new API account.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_CREATE_API_ACCOUNTS (210).
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return await self._client.send(endpoints.create(business_id, body=body, name=name, **options))

    async def delete(self, business_id: str, api_account_id: str, **options: Unpack[CallOptions]) -> models.ApiAccount:
        """Delete an API account.

        Delete an API account. Its key stops working. Available to users only, not to API accounts.

        `DELETE /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            api_account_id: The ID of the API account. At least 1 character.

        Returns:
            ApiAccount: The deleted API account.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                API_ACCOUNTS_FORBIDDEN_TO_DELETE_API_ACCOUNTS (211).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts"
        """
        return await self._client.send(endpoints.delete(business_id, api_account_id, **options))

    async def find(self, *, api_account_id: str, **options: Unpack[CallOptions]) -> models.ApiAccount:
        """Find an API account by ID.

        Return an API account of any business.

        `GET /v1/businesses/apiaccounts`

        Args:
            api_account_id: The ID of the API account.

        Returns:
            ApiAccount: The API account.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "businesses/apiaccounts/service/ApiAccountsService.ts". The SDK marks this call as internal to the vendor,
            so it may be rejected.
        """
        return await self._client.send(endpoints.find(api_account_id=api_account_id, **options))

    async def get(self, business_id: str, api_account_id: str, **options: Unpack[CallOptions]) -> models.ApiAccount:
        """Get an API account.

        Return an API account of a business.

        `GET /v1/businesses/{business_id}/apiaccounts/{api_account_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            api_account_id: The ID of the API account. At least 1 character.

        Returns:
            ApiAccount: The API account.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: API_ACCOUNT_NOT_FOUND (207).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get API Account"
        """
        return await self._client.send(endpoints.get(business_id, api_account_id, **options))

    async def list(self, business_id: str, **options: Unpack[CallOptions]) -> models.ApiAccountList:
        """List API accounts of a business.

        List all API accounts of a business, without their keys.

        `GET /v1/businesses/{business_id}/apiaccounts`

        Args:
            business_id: The ID of the business. At least 1 character.

        Returns:
            ApiAccountList: The API accounts.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Get Businesses API Accounts"
        """
        return await self._client.send(endpoints.list(business_id, **options))
