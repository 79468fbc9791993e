"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import integrations as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncIntegrations", "Integrations"]


class Integrations:
    """The types of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, integration_id: str, **options: Unpack[CallOptions]) -> models.Integration:
        """Get an integration.

        Return an integration. Only a few of its fields are known, but it contains a list of actions that its channels
        can run.

        `GET /v1/integrations/{integration_id}`

        Args:
            integration_id: The ID of the integration. At least 1 character.

        Returns:
            Integration: The integration.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INTEGRATION_NOT_FOUND (40).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integration". The path is inferred:
            the documentation lists its parameter, and all collections are plural.
        """
        return self._client.send(endpoints.get(integration_id, **options))

    def list(
        self, *, business_id: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
    ) -> models.IntegrationList:
        """List integrations.

        List public integrations. With `businessId`, the list also contains private integrations of suppliers that the
        business has installed.

        `GET /v1/integrations`

        Args:
            business_id: The ID of the business whose private integrations are included.

        Returns:
            IntegrationList: The integrations.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integrations". The path is inferred:
            it is the collection of the path of a single integration.
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))


class AsyncIntegrations:
    """The types of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, integration_id: str, **options: Unpack[CallOptions]) -> models.Integration:
        """Get an integration.

        Return an integration. Only a few of its fields are known, but it contains a list of actions that its channels
        can run.

        `GET /v1/integrations/{integration_id}`

        Args:
            integration_id: The ID of the integration. At least 1 character.

        Returns:
            Integration: The integration.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: INTEGRATION_NOT_FOUND (40).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integration". The path is inferred:
            the documentation lists its parameter, and all collections are plural.
        """
        return await self._client.send(endpoints.get(integration_id, **options))

    async def list(
        self, *, business_id: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
    ) -> models.IntegrationList:
        """List integrations.

        List public integrations. With `businessId`, the list also contains private integrations of suppliers that the
        business has installed.

        `GET /v1/integrations`

        Args:
            business_id: The ID of the business whose private integrations are included.

        Returns:
            IntegrationList: The integrations.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Integrations > Get integrations". The path is inferred:
            it is the collection of the path of a single integration.
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))
