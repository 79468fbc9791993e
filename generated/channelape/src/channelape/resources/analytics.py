"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import analytics as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncAnalytics", "Analytics"]


class Analytics:
    """Reports that can be embedded in a page of your own."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create_embed(
        self,
        *,
        body: models.EmbedRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        embed_code: str | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
    ) -> models.Embed:
        """Create the address of an embedded report.

        Gives an address under which one report can be shown in a frame. It works without further credentials
        until it expires, so hand it to nobody but the reader.

        `POST /v2/analytics`

        Args:
            body: The request body.
            embed_code: The code of a report, from the list of reports. Required, here or in `body`.
            timezone: The time zone in which the report counts days, by its Java name. Required, here or in `body`.

        Returns:
            Embed: The address, with the time at which it expires.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_EMBED_CODE (226).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Generate embed URL". The text names a
            required field embedUrl; its sample, code 226 and the vendor's library have embedCode. That this call is
            /v2 while the list is /v1 is from the library.
        """
        return self._client.send(endpoints.create_embed(body=body, embed_code=embed_code, timezone=timezone))

    def create_token(self) -> models.AnalyticsToken:
        """Create a token for analytics.

        A token for the analytics of the caller. The request has no body.

        `POST /v2/analytics/tokens`

        Returns:
            AnalyticsToken: The token.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "analytics/service/AnalyticsService.ts"
        """
        return self._client.send(endpoints.create_token())

    def list(self) -> models.AnalyticsReportList:
        """List the analytics that are available.

        Every report the caller may see, with the code that makes it embeddable.

        `GET /v1/analytics`

        Returns:
            AnalyticsReportList: The reports.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Retrieve a list of available analytics". A
            403 is documented for the embed URL only; here it follows from code 227.
        """
        return self._client.send(endpoints.list())


class AsyncAnalytics:
    """Reports that can be embedded in a page of your own."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create_embed(
        self,
        *,
        body: models.EmbedRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        embed_code: str | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
    ) -> models.Embed:
        """Create the address of an embedded report.

        Gives an address under which one report can be shown in a frame. It works without further credentials
        until it expires, so hand it to nobody but the reader.

        `POST /v2/analytics`

        Args:
            body: The request body.
            embed_code: The code of a report, from the list of reports. Required, here or in `body`.
            timezone: The time zone in which the report counts days, by its Java name. Required, here or in `body`.

        Returns:
            Embed: The address, with the time at which it expires.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_EMBED_CODE (226).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Generate embed URL". The text names a
            required field embedUrl; its sample, code 226 and the vendor's library have embedCode. That this call is
            /v2 while the list is /v1 is from the library.
        """
        return await self._client.send(endpoints.create_embed(body=body, embed_code=embed_code, timezone=timezone))

    async def create_token(self) -> models.AnalyticsToken:
        """Create a token for analytics.

        A token for the analytics of the caller. The request has no body.

        `POST /v2/analytics/tokens`

        Returns:
            AnalyticsToken: The token.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "analytics/service/AnalyticsService.ts"
        """
        return await self._client.send(endpoints.create_token())

    async def list(self) -> models.AnalyticsReportList:
        """List the analytics that are available.

        Every report the caller may see, with the code that makes it embeddable.

        `GET /v1/analytics`

        Returns:
            AnalyticsReportList: The reports.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS (227).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Analytics > Retrieve a list of available analytics". A
            403 is documented for the embed URL only; here it follows from code 227.
        """
        return await self._client.send(endpoints.list())
