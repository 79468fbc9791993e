"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import locations_sla as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncLocationsSla", "LocationsSla"]


class LocationsSla:
    """How fast a location ships, and when it is open."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, location_id: str) -> models.LocationSLA:
        """Get the SLA of a location.

        How fast a location ships, and its opening hours on each day of the week.

        `GET /v1/locations/{location_id}/sla`

        Args:
            location_id: The id of the location, a number as text.

        Returns:
            LocationSLA: The SLA.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's SLA information"
        """
        return self._client.send(endpoints.get(location_id))

    def update(
        self,
        location_id: str,
        *,
        body: models.LocationSLAUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        fulfillment_sla_hours: Decimal | int | str | NotGiven = NOT_GIVEN,
        operating_days: Sequence[models.LocationSLAOperatingDayRequest | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.LocationSLA:
        """Set the SLA of a location.

        Says how fast a location ships and when it is open. Of several entries for one day of the week only one is
        kept.

        `PUT /v1/locations/{location_id}/sla`

        Args:
            location_id: The id of the location, a number as text.
            body: The SLA as it is to be.
            fulfillment_sla_hours: Within how many hours it ships, more than 0.
            operating_days: The days of the week on which it is open, one entry each.

        Returns:
            LocationSLA: The SLA as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's SLA information"
        """
        return self._client.send(
            endpoints.update(
                location_id, body=body, fulfillment_sla_hours=fulfillment_sla_hours, operating_days=operating_days
            )
        )


class AsyncLocationsSla:
    """How fast a location ships, and when it is open."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, location_id: str) -> models.LocationSLA:
        """Get the SLA of a location.

        How fast a location ships, and its opening hours on each day of the week.

        `GET /v1/locations/{location_id}/sla`

        Args:
            location_id: The id of the location, a number as text.

        Returns:
            LocationSLA: The SLA.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's SLA information"
        """
        return await self._client.send(endpoints.get(location_id))

    async def update(
        self,
        location_id: str,
        *,
        body: models.LocationSLAUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        fulfillment_sla_hours: Decimal | int | str | NotGiven = NOT_GIVEN,
        operating_days: Sequence[models.LocationSLAOperatingDayRequest | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.LocationSLA:
        """Set the SLA of a location.

        Says how fast a location ships and when it is open. Of several entries for one day of the week only one is
        kept.

        `PUT /v1/locations/{location_id}/sla`

        Args:
            location_id: The id of the location, a number as text.
            body: The SLA as it is to be.
            fulfillment_sla_hours: Within how many hours it ships, more than 0.
            operating_days: The days of the week on which it is open, one entry each.

        Returns:
            LocationSLA: The SLA as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's SLA information"
        """
        return await self._client.send(
            endpoints.update(
                location_id, body=body, fulfillment_sla_hours=fulfillment_sla_hours, operating_days=operating_days
            )
        )
