"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import businesses_members as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncBusinessesMembers", "BusinessesMembers"]


class BusinessesMembers:
    """Users who belong to a business."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def add(
        self,
        business_id: str,
        *,
        body: models.BusinessMemberAddRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.BusinessInvitation:
        """Add a member to a business.

        Invite a user to a business. The user receives a token by email and becomes a member when the token is
        verified. Only the owner of the business can do this, and the invited user's address must be verified.

        `POST /v1/businesses/{business_id}/members`

        Args:
            business_id: The ID of the business. At least 1 character.
            body: The request body.
            username: The user's email address, which is also the login name. An email address. Required, here or in
                `body`.

        Returns:
            BusinessInvitation: The invitation.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                USER_ALREADY_BUSINESS_MEMBER (20).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16), INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: USERNAME_NOT_FOUND (8), BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Add Business Member"
        """
        return self._client.send(endpoints.add(business_id, body=body, username=username, **options))

    def get(self, *, business_id: str, user_id: str, **options: Unpack[CallOptions]) -> models.BusinessMember:
        """Get a member of a business.

        Return the membership of a user in a business.

        `GET /v1/businesses`

        Args:
            business_id: The ID of the business.
            user_id: The ID of the user.

        Returns:
            BusinessMember: The requested businesses, users or membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts"
        """
        return self._client.send(endpoints.get(business_id=business_id, user_id=user_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.BusinessUserList:
        """List users of a business.

        List all users that belong to a business.

        `GET /v1/businesses`

        Args:
            business_id: The ID of the business.

        Returns:
            BusinessUserList: The requested businesses, users or membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts". The
            SDK adds a slash before the question mark here. It makes no difference.
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))

    def remove(self, business_id: str, user_id: str, **options: Unpack[CallOptions]) -> models.BusinessMember:
        """Remove a member from a business.

        Remove a user from a business. Only the owner of the business can do this. The owner cannot be removed.

        `DELETE /v1/businesses/{business_id}/members/{user_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            user_id: The ID of the user. At least 1 character.

        Returns:
            BusinessMember: The removed membership.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                OWNER_DELETION_NOT_ALLOWED (23).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Delete Business Member"
        """
        return self._client.send(endpoints.remove(business_id, user_id, **options))

    def verify(self, business_member_verification_token: str, **options: Unpack[CallOptions]) -> models.Business:
        """Verify a membership.

        Accept an invitation to a business with the token from the email.

        `GET /v1/businessmemberverifications/{business_member_verification_token}`

        Args:
            business_member_verification_token: The token from the email. It expires. At least 1 character.

        Returns:
            Business: The business that the user is now a member of.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_VERIFICATION_TOKEN (3), EXPIRED_VERIFICATION_TOKEN (7).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Verify Business Member". A GET request with
            a side effect. The errors are inferred from the error catalogue. No status is documented.
        """
        return self._client.send(endpoints.verify(business_member_verification_token, **options))


class AsyncBusinessesMembers:
    """Users who belong to a business."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def add(
        self,
        business_id: str,
        *,
        body: models.BusinessMemberAddRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.BusinessInvitation:
        """Add a member to a business.

        Invite a user to a business. The user receives a token by email and becomes a member when the token is
        verified. Only the owner of the business can do this, and the invited user's address must be verified.

        `POST /v1/businesses/{business_id}/members`

        Args:
            business_id: The ID of the business. At least 1 character.
            body: The request body.
            username: The user's email address, which is also the login name. An email address. Required, here or in
                `body`.

        Returns:
            BusinessInvitation: The invitation.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                USER_ALREADY_BUSINESS_MEMBER (20).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16), INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: USERNAME_NOT_FOUND (8), BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Add Business Member"
        """
        return await self._client.send(endpoints.add(business_id, body=body, username=username, **options))

    async def get(self, *, business_id: str, user_id: str, **options: Unpack[CallOptions]) -> models.BusinessMember:
        """Get a member of a business.

        Return the membership of a user in a business.

        `GET /v1/businesses`

        Args:
            business_id: The ID of the business.
            user_id: The ID of the user.

        Returns:
            BusinessMember: The requested businesses, users or membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts"
        """
        return await self._client.send(endpoints.get(business_id=business_id, user_id=user_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.BusinessUserList:
        """List users of a business.

        List all users that belong to a business.

        `GET /v1/businesses`

        Args:
            business_id: The ID of the business.

        Returns:
            BusinessUserList: The requested businesses, users or membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts". The
            SDK adds a slash before the question mark here. It makes no difference.
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))

    async def remove(self, business_id: str, user_id: str, **options: Unpack[CallOptions]) -> models.BusinessMember:
        """Remove a member from a business.

        Remove a user from a business. Only the owner of the business can do this. The owner cannot be removed.

        `DELETE /v1/businesses/{business_id}/members/{user_id}`

        Args:
            business_id: The ID of the business. At least 1 character.
            user_id: The ID of the user. At least 1 character.

        Returns:
            BusinessMember: The removed membership.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                OWNER_DELETION_NOT_ALLOWED (23).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Delete Business Member"
        """
        return await self._client.send(endpoints.remove(business_id, user_id, **options))

    async def verify(self, business_member_verification_token: str, **options: Unpack[CallOptions]) -> models.Business:
        """Verify a membership.

        Accept an invitation to a business with the token from the email.

        `GET /v1/businessmemberverifications/{business_member_verification_token}`

        Args:
            business_member_verification_token: The token from the email. It expires. At least 1 character.

        Returns:
            Business: The business that the user is now a member of.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_VERIFICATION_TOKEN (3), EXPIRED_VERIFICATION_TOKEN (7).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Verify Business Member". A GET request with
            a side effect. The errors are inferred from the error catalogue. No status is documented.
        """
        return await self._client.send(endpoints.verify(business_member_verification_token, **options))
