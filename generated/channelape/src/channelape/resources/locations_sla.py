"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import locations_sla as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncLocationsSla", "LocationsSla"]


class LocationsSla:
    """Fulfillment times and opening hours of a location."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, location_id: str, **options: Unpack[CallOptions]) -> models.LocationSLA:
        """Get the SLA of a location.

        Return how quickly a location ships and its opening hours for each day of the week.

        `GET /v1/locations/{location_id}/sla`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.

        Returns:
            LocationSLA: The SLA.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's SLA information"
        """
        return self._client.send(endpoints.get(location_id, **options))

    def update(
        self,
        location_id: str,
        *,
        body: models.LocationSLAUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        fulfillment_sla_hours: Decimal | int | str | NotGiven = NOT_GIVEN,
        operating_days: Sequence[models.LocationSLAOperatingDayRequest | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.LocationSLA:
        """Set the SLA of a location.

        Set how quickly a location ships and when it is open. If a day of the week occurs more than once, only one
        entry
        is kept.

        `PUT /v1/locations/{location_id}/sla`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.
            body: The new SLA.
            fulfillment_sla_hours: Maximum number of hours until an order ships, greater than 0. An exact decimal
                number. Greater than 0.
            operating_days: The days of the week on which the location is open, one entry per day.

        Returns:
            LocationSLA: The updated SLA.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's SLA information"
        """
        return self._client.send(
            endpoints.update(
                location_id,
                body=body,
                fulfillment_sla_hours=fulfillment_sla_hours,
                operating_days=operating_days,
                **options,
            )
        )


class AsyncLocationsSla:
    """Fulfillment times and opening hours of a location."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, location_id: str, **options: Unpack[CallOptions]) -> models.LocationSLA:
        """Get the SLA of a location.

        Return how quickly a location ships and its opening hours for each day of the week.

        `GET /v1/locations/{location_id}/sla`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.

        Returns:
            LocationSLA: The SLA.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's SLA information"
        """
        return await self._client.send(endpoints.get(location_id, **options))

    async def update(
        self,
        location_id: str,
        *,
        body: models.LocationSLAUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        fulfillment_sla_hours: Decimal | int | str | NotGiven = NOT_GIVEN,
        operating_days: Sequence[models.LocationSLAOperatingDayRequest | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.LocationSLA:
        """Set the SLA of a location.

        Set how quickly a location ships and when it is open. If a day of the week occurs more than once, only one
        entry
        is kept.

        `PUT /v1/locations/{location_id}/sla`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.
            body: The new SLA.
            fulfillment_sla_hours: Maximum number of hours until an order ships, greater than 0. An exact decimal
                number. Greater than 0.
            operating_days: The days of the week on which the location is open, one entry per day.

        Returns:
            LocationSLA: The updated SLA.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's SLA information"
        """
        return await self._client.send(
            endpoints.update(
                location_id,
                body=body,
                fulfillment_sla_hours=fulfillment_sla_hours,
                operating_days=operating_days,
                **options,
            )
        )
