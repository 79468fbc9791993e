"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import analytics as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncAnalytics", "Analytics"]


class Analytics:
    """Reports that can be embedded in your own pages."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create_embed(
        self,
        *,
        body: models.EmbedRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        embed_code: str | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Embed:
        """Create an embed URL for a report.

        Create a URL that displays a report in a frame. It works without further authentication until it expires, so
        share it only with the intended reader.

        `POST /v2/analytics`

        Args:
            body: The request body.
            embed_code: The code of a report, as returned in the list of reports. Required, here or in `body`.
            timezone: The time zone that the report uses for days, as a Java time zone name. Required, here or in
                `body`.

        Returns:
            Embed: The embed URL with its expiration time.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_EMBED_CODE (226).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Generate embed URL". The documentation names
            a required field embedUrl. Its sample, code 226 and the vendor's SDK have embedCode. The SDK shows that
            this call is /v2 while the list is /v1.
        """
        return self._client.send(endpoints.create_embed(body=body, embed_code=embed_code, timezone=timezone, **options))

    def create_token(self, **options: Unpack[CallOptions]) -> models.AnalyticsToken:
        """Create an analytics token.

        Create a token for the analytics of the caller. The request has no body.

        `POST /v2/analytics/tokens`

        Returns:
            AnalyticsToken: The token.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "analytics/service/AnalyticsService.ts"
        """
        return self._client.send(endpoints.create_token(**options))

    def list(self, **options: Unpack[CallOptions]) -> models.AnalyticsReportList:
        """List available analytics.

        List all reports that the caller can access, with the codes needed to embed them.

        `GET /v1/analytics`

        Returns:
            AnalyticsReportList: The reports.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Retrieve a list of available analytics". A
            403 is documented for the embed URL only. Here it is inferred from code 227.
        """
        return self._client.send(endpoints.list(**options))


class AsyncAnalytics:
    """Reports that can be embedded in your own pages."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create_embed(
        self,
        *,
        body: models.EmbedRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        embed_code: str | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Embed:
        """Create an embed URL for a report.

        Create a URL that displays a report in a frame. It works without further authentication until it expires, so
        share it only with the intended reader.

        `POST /v2/analytics`

        Args:
            body: The request body.
            embed_code: The code of a report, as returned in the list of reports. Required, here or in `body`.
            timezone: The time zone that the report uses for days, as a Java time zone name. Required, here or in
                `body`.

        Returns:
            Embed: The embed URL with its expiration time.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_EMBED_CODE (226).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Generate embed URL". The documentation names
            a required field embedUrl. Its sample, code 226 and the vendor's SDK have embedCode. The SDK shows that
            this call is /v2 while the list is /v1.
        """
        return await self._client.send(
            endpoints.create_embed(body=body, embed_code=embed_code, timezone=timezone, **options)
        )

    async def create_token(self, **options: Unpack[CallOptions]) -> models.AnalyticsToken:
        """Create an analytics token.

        Create a token for the analytics of the caller. The request has no body.

        `POST /v2/analytics/tokens`

        Returns:
            AnalyticsToken: The token.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "analytics/service/AnalyticsService.ts"
        """
        return await self._client.send(endpoints.create_token(**options))

    async def list(self, **options: Unpack[CallOptions]) -> models.AnalyticsReportList:
        """List available analytics.

        List all reports that the caller can access, with the codes needed to embed them.

        `GET /v1/analytics`

        Returns:
            AnalyticsReportList: The reports.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Retrieve a list of available analytics". A
            403 is documented for the embed URL only. Here it is inferred from code 227.
        """
        return await self._client.send(endpoints.list(**options))
