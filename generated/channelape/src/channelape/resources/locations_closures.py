"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import locations_closures as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncLocationsClosures", "LocationsClosures"]


class LocationsClosures:
    """The days on which a location is closed."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, location_id: str) -> models.LocationClosures:
        """Get the closed days of a location.

        The dates on which a location is closed, such as holidays.

        `GET /v1/locations/{location_id}/closures`

        Args:
            location_id: The id of the location, a number as text.

        Returns:
            LocationClosures: The closed days.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's closed dates"
        """
        return self._client.send(endpoints.get(location_id))

    def update(
        self,
        location_id: str,
        *,
        body: models.LocationClosuresRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        closed_days: Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.LocationClosures:
        """Set the closed days of a location.

        Says on which dates a location is closed although its opening hours say otherwise. **The list replaces the
        one there was**: a date that is left out is open again. Of the same date only one entry is kept.

        `PUT /v1/locations/{location_id}/closures`

        Args:
            location_id: The id of the location, a number as text.
            body: All closed days.
            closed_days: The closed days, all of them; an empty list removes what there was. Required, here or in
                `body`.

        Returns:
            LocationClosures: The closed days as they are now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's closed dates". The text
            says that days which are "committed" are removed; omitted must be meant.
        """
        return self._client.send(endpoints.update(location_id, body=body, closed_days=closed_days))


class AsyncLocationsClosures:
    """The days on which a location is closed."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, location_id: str) -> models.LocationClosures:
        """Get the closed days of a location.

        The dates on which a location is closed, such as holidays.

        `GET /v1/locations/{location_id}/closures`

        Args:
            location_id: The id of the location, a number as text.

        Returns:
            LocationClosures: The closed days.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's closed dates"
        """
        return await self._client.send(endpoints.get(location_id))

    async def update(
        self,
        location_id: str,
        *,
        body: models.LocationClosuresRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        closed_days: Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.LocationClosures:
        """Set the closed days of a location.

        Says on which dates a location is closed although its opening hours say otherwise. **The list replaces the
        one there was**: a date that is left out is open again. Of the same date only one entry is kept.

        `PUT /v1/locations/{location_id}/closures`

        Args:
            location_id: The id of the location, a number as text.
            body: All closed days.
            closed_days: The closed days, all of them; an empty list removes what there was. Required, here or in
                `body`.

        Returns:
            LocationClosures: The closed days as they are now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's closed dates". The text
            says that days which are "committed" are removed; omitted must be meant.
        """
        return await self._client.send(endpoints.update(location_id, body=body, closed_days=closed_days))
