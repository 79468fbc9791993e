"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import locations_closures as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncLocationsClosures", "LocationsClosures"]


class LocationsClosures:
    """Days on which a location is closed."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, location_id: str, **options: Unpack[CallOptions]) -> models.LocationClosures:
        """Get the closed days of a location.

        Return the dates on which a location is closed, such as holidays.

        `GET /v1/locations/{location_id}/closures`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.

        Returns:
            LocationClosures: The closed days.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's closed dates"
        """
        return self._client.send(endpoints.get(location_id, **options))

    def update(
        self,
        location_id: str,
        *,
        body: models.LocationClosuresRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        closed_days: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.LocationClosures:
        """Set the closed days of a location.

        Set the dates on which a location is closed regardless of its opening hours. **The list replaces the existing
        one**: an omitted date is open again. Duplicate dates are kept only once.

        `PUT /v1/locations/{location_id}/closures`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.
            body: The complete list of closed days.
            closed_days: All closed days. An empty list removes the existing ones. Each item: matches
                `^\\d{4}[-/]\\d{2}[-/]\\d{2}$`. Required, here or in `body`.

        Returns:
            LocationClosures: The updated closed days.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's closed dates". The text
            says that days which are "committed" are removed; presumably omitted is meant.
        """
        return self._client.send(endpoints.update(location_id, body=body, closed_days=closed_days, **options))


class AsyncLocationsClosures:
    """Days on which a location is closed."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, location_id: str, **options: Unpack[CallOptions]) -> models.LocationClosures:
        """Get the closed days of a location.

        Return the dates on which a location is closed, such as holidays.

        `GET /v1/locations/{location_id}/closures`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.

        Returns:
            LocationClosures: The closed days.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get a location's closed dates"
        """
        return await self._client.send(endpoints.get(location_id, **options))

    async def update(
        self,
        location_id: str,
        *,
        body: models.LocationClosuresRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        closed_days: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.LocationClosures:
        """Set the closed days of a location.

        Set the dates on which a location is closed regardless of its opening hours. **The list replaces the existing
        one**: an omitted date is open again. Duplicate dates are kept only once.

        `PUT /v1/locations/{location_id}/closures`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.
            body: The complete list of closed days.
            closed_days: All closed days. An empty list removes the existing ones. Each item: matches
                `^\\d{4}[-/]\\d{2}[-/]\\d{2}$`. Required, here or in `body`.

        Returns:
            LocationClosures: The updated closed days.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Updating a location's closed dates". The text
            says that days which are "committed" are removed; presumably omitted is meant.
        """
        return await self._client.send(endpoints.update(location_id, body=body, closed_days=closed_days, **options))
