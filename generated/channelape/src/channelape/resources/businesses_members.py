"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import businesses_members as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncBusinessesMembers", "BusinessesMembers"]


class BusinessesMembers:
    """The users that belong to a business."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def add(
        self,
        business_id: str,
        *,
        body: models.BusinessMemberAddRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
    ) -> models.BusinessInvitation:
        """Add a member to a business.

        Invites a user, who gets a token by e-mail and belongs to the business once that is verified. Only the
        owner of the business may do this, and only for users whose own address is verified.

        `POST /v1/businesses/{business_id}/members`

        Args:
            business_id: The id of the business.
            body: The request body.
            username: The user's e-mail address, which is the name to log in with. Required, here or in `body`.

        Returns:
            BusinessInvitation: The invitation.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                USER_ALREADY_BUSINESS_MEMBER (20).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16), INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: USERNAME_NOT_FOUND (8), BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Add Business Member"
        """
        return self._client.send(endpoints.add(business_id, body=body, username=username))

    def get(self, *, business_id: str, user_id: str) -> models.BusinessMember:
        """Get a member of a business.

        Tells how a user belongs to a business.

        `GET /v1/businesses`

        Args:
            business_id: The business to ask about.
            user_id: The user to ask about.

        Returns:
            BusinessMember: What was asked for: businesses, users or a membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts"
        """
        return self._client.send(endpoints.get(business_id=business_id, user_id=user_id))

    def list(self, *, business_id: str) -> models.BusinessUserList:
        """List the users of a business.

        All users that belong to a business.

        `GET /v1/businesses`

        Args:
            business_id: The business to ask about.

        Returns:
            BusinessUserList: What was asked for: businesses, users or a membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts". The
            library writes a slash before the question mark here; it makes no difference.
        """
        return self._client.send(endpoints.list(business_id=business_id))

    def remove(self, business_id: str, user_id: str) -> models.BusinessMember:
        """Remove a member from a business.

        Ends the membership of a user. Only the owner of the business may do this, and can not be removed.

        `DELETE /v1/businesses/{business_id}/members/{user_id}`

        Args:
            business_id: The id of the business.
            user_id: The id of the user.

        Returns:
            BusinessMember: The membership that has ended.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                OWNER_DELETION_NOT_ALLOWED (23).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Delete Business Member"
        """
        return self._client.send(endpoints.remove(business_id, user_id))

    def verify(self, business_member_verification_token: str) -> models.Business:
        """Verify a membership.

        Accepts an invitation to a business with the token that came by e-mail.

        `GET /v1/businessmemberverifications/{business_member_verification_token}`

        Args:
            business_member_verification_token: The token from the e-mail. It expires.

        Returns:
            Business: The business that the user belongs to now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_VERIFICATION_TOKEN (3), EXPIRED_VERIFICATION_TOKEN (7).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Verify Business Member". A GET that changes
            something. The failures follow from the error catalogue, no status is documented.
        """
        return self._client.send(endpoints.verify(business_member_verification_token))


class AsyncBusinessesMembers:
    """The users that belong to a business."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def add(
        self,
        business_id: str,
        *,
        body: models.BusinessMemberAddRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
    ) -> models.BusinessInvitation:
        """Add a member to a business.

        Invites a user, who gets a token by e-mail and belongs to the business once that is verified. Only the
        owner of the business may do this, and only for users whose own address is verified.

        `POST /v1/businesses/{business_id}/members`

        Args:
            business_id: The id of the business.
            body: The request body.
            username: The user's e-mail address, which is the name to log in with. Required, here or in `body`.

        Returns:
            BusinessInvitation: The invitation.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                USER_ALREADY_BUSINESS_MEMBER (20).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16), INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: USERNAME_NOT_FOUND (8), BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Add Business Member"
        """
        return await self._client.send(endpoints.add(business_id, body=body, username=username))

    async def get(self, *, business_id: str, user_id: str) -> models.BusinessMember:
        """Get a member of a business.

        Tells how a user belongs to a business.

        `GET /v1/businesses`

        Args:
            business_id: The business to ask about.
            user_id: The user to ask about.

        Returns:
            BusinessMember: What was asked for: businesses, users or a membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts"
        """
        return await self._client.send(endpoints.get(business_id=business_id, user_id=user_id))

    async def list(self, *, business_id: str) -> models.BusinessUserList:
        """List the users of a business.

        All users that belong to a business.

        `GET /v1/businesses`

        Args:
            business_id: The business to ask about.

        Returns:
            BusinessUserList: What was asked for: businesses, users or a membership.

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
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "businesses/service/BusinessesCrudService.ts". The
            library writes a slash before the question mark here; it makes no difference.
        """
        return await self._client.send(endpoints.list(business_id=business_id))

    async def remove(self, business_id: str, user_id: str) -> models.BusinessMember:
        """Remove a member from a business.

        Ends the membership of a user. Only the owner of the business may do this, and can not be removed.

        `DELETE /v1/businesses/{business_id}/members/{user_id}`

        Args:
            business_id: The id of the business.
            user_id: The id of the user.

        Returns:
            BusinessMember: The membership that has ended.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                OWNER_DELETION_NOT_ALLOWED (23).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS (16).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15), BUSINESS_MEMBER_NOT_FOUND (21).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Delete Business Member"
        """
        return await self._client.send(endpoints.remove(business_id, user_id))

    async def verify(self, business_member_verification_token: str) -> models.Business:
        """Verify a membership.

        Accepts an invitation to a business with the token that came by e-mail.

        `GET /v1/businessmemberverifications/{business_member_verification_token}`

        Args:
            business_member_verification_token: The token from the e-mail. It expires.

        Returns:
            Business: The business that the user belongs to now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_VERIFICATION_TOKEN (3), EXPIRED_VERIFICATION_TOKEN (7).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Businesses > Verify Business Member". A GET that changes
            something. The failures follow from the error catalogue, no status is documented.
        """
        return await self._client.send(endpoints.verify(business_member_verification_token))
