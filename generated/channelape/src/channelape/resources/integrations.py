"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import integrations as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncIntegrations", "Integrations"]


class Integrations:
    """The kinds of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, integration_id: str) -> models.Integration:
        """Get an integration.

        One integration. Little is known of what is in it, but it has a list of actions that its channels can run.

        `GET /v1/integrations/{integration_id}`

        Args:
            integration_id: The id of the integration.

        Returns:
            Integration: The integration.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INTEGRATION_NOT_FOUND (40).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integration". The path is inferred:
            the documentation gives its parameter, and collections are plural everywhere.
        """
        return self._client.send(endpoints.get(integration_id))

    def list(self, *, business_id: str | NotGiven = NOT_GIVEN) -> models.IntegrationList:
        """List integrations.

        The integrations that anyone can use; with `businessId` also those private ones of suppliers that the
        business has installed.

        `GET /v1/integrations`

        Args:
            business_id: The business whose private integrations to list as well.

        Returns:
            IntegrationList: The integrations.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integrations". The path is inferred:
            it is the collection of the path of one integration.
        """
        return self._client.send(endpoints.list(business_id=business_id))


class AsyncIntegrations:
    """The kinds of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, integration_id: str) -> models.Integration:
        """Get an integration.

        One integration. Little is known of what is in it, but it has a list of actions that its channels can run.

        `GET /v1/integrations/{integration_id}`

        Args:
            integration_id: The id of the integration.

        Returns:
            Integration: The integration.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: INTEGRATION_NOT_FOUND (40).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integration". The path is inferred:
            the documentation gives its parameter, and collections are plural everywhere.
        """
        return await self._client.send(endpoints.get(integration_id))

    async def list(self, *, business_id: str | NotGiven = NOT_GIVEN) -> models.IntegrationList:
        """List integrations.

        The integrations that anyone can use; with `businessId` also those private ones of suppliers that the
        business has installed.

        `GET /v1/integrations`

        Args:
            business_id: The business whose private integrations to list as well.

        Returns:
            IntegrationList: The integrations.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integrations". The path is inferred:
            it is the collection of the path of one integration.
        """
        return await self._client.send(endpoints.list(business_id=business_id))
