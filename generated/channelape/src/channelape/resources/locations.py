"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import locations as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .locations_closures import AsyncLocationsClosures, LocationsClosures
    from .locations_sla import AsyncLocationsSla, LocationsSla

__all__ = ["AsyncLocations", "Locations"]


class Locations:
    """Places that hold stock, such as warehouses and shops."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def closures(self) -> LocationsClosures:
        """The days on which a location is closed."""
        from .locations_closures import LocationsClosures

        return LocationsClosures(self._client)

    @property
    def sla(self) -> LocationsSla:
        """How fast a location ships, and when it is open."""
        from .locations_sla import LocationsSla

        return LocationsSla(self._client)

    def create(
        self,
        *,
        body: models.LocationCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Location:
        """Create a location.

        Adds a location to a business. A location can sum up others, its `aggregateLocationIds`: it is a *virtual*
        location then, such as the stock that a channel may sell from several warehouses.

        `POST /v1/locations`

        Args:
            body: The new location.
            name: The name, up to 255 characters, unique in the business (codes 243 and 244). Required, here or in
                `body`.
            business_id: The business the stock belongs to (code 242 when it is missing). Required, here or in `body`.
            aggregate_location_ids: The locations this one sums up, 5 at most, none of which sums up others.

        Returns:
            Location: The new location.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244),
                INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Create Location"
        """
        return self._client.send(
            endpoints.create(
                body=body, name=name, business_id=business_id, aggregate_location_ids=aggregate_location_ids
            )
        )

    def get(self, location_id: str) -> models.Location:
        """Get a location.

        One location.

        `GET /v1/locations/{location_id}`

        Args:
            location_id: The id of the location, a number as text.

        Returns:
            Location: The location.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Location"
        """
        return self._client.send(endpoints.get(location_id))

    def list(self, *, business_id: str) -> models.LocationList:
        """List the locations of a business.

        All locations of a business at once.

        `GET /v1/locations`

        Args:
            business_id: The business whose locations to list.

        Returns:
            LocationList: The locations.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Locations for a business"
        """
        return self._client.send(endpoints.list(business_id=business_id))

    def update(
        self,
        location_id: str,
        *,
        body: models.LocationUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Location:
        """Update a location.

        Gives a location another name, and says which locations it sums up.

        `PUT /v1/locations/{location_id}`

        Args:
            location_id: The id of the location, a number as text.
            body: The location as it is to be.
            name: The name, up to 255 characters, unique in the business (codes 243 and 244). Required, here or in
                `body`.
            aggregate_location_ids: The locations this one sums up, 5 at most, none of which sums up others.

        Returns:
            Location: The updated location.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244), INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Update Location"
        """
        return self._client.send(
            endpoints.update(location_id, body=body, name=name, aggregate_location_ids=aggregate_location_ids)
        )


class AsyncLocations:
    """Places that hold stock, such as warehouses and shops."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def closures(self) -> AsyncLocationsClosures:
        """The days on which a location is closed."""
        from .locations_closures import AsyncLocationsClosures

        return AsyncLocationsClosures(self._client)

    @property
    def sla(self) -> AsyncLocationsSla:
        """How fast a location ships, and when it is open."""
        from .locations_sla import AsyncLocationsSla

        return AsyncLocationsSla(self._client)

    async def create(
        self,
        *,
        body: models.LocationCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Location:
        """Create a location.

        Adds a location to a business. A location can sum up others, its `aggregateLocationIds`: it is a *virtual*
        location then, such as the stock that a channel may sell from several warehouses.

        `POST /v1/locations`

        Args:
            body: The new location.
            name: The name, up to 255 characters, unique in the business (codes 243 and 244). Required, here or in
                `body`.
            business_id: The business the stock belongs to (code 242 when it is missing). Required, here or in `body`.
            aggregate_location_ids: The locations this one sums up, 5 at most, none of which sums up others.

        Returns:
            Location: The new location.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244),
                INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Create Location"
        """
        return await self._client.send(
            endpoints.create(
                body=body, name=name, business_id=business_id, aggregate_location_ids=aggregate_location_ids
            )
        )

    async def get(self, location_id: str) -> models.Location:
        """Get a location.

        One location.

        `GET /v1/locations/{location_id}`

        Args:
            location_id: The id of the location, a number as text.

        Returns:
            Location: The location.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Location"
        """
        return await self._client.send(endpoints.get(location_id))

    async def list(self, *, business_id: str) -> models.LocationList:
        """List the locations of a business.

        All locations of a business at once.

        `GET /v1/locations`

        Args:
            business_id: The business whose locations to list.

        Returns:
            LocationList: The locations.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Locations for a business"
        """
        return await self._client.send(endpoints.list(business_id=business_id))

    async def update(
        self,
        location_id: str,
        *,
        body: models.LocationUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
    ) -> models.Location:
        """Update a location.

        Gives a location another name, and says which locations it sums up.

        `PUT /v1/locations/{location_id}`

        Args:
            location_id: The id of the location, a number as text.
            body: The location as it is to be.
            name: The name, up to 255 characters, unique in the business (codes 243 and 244). Required, here or in
                `body`.
            aggregate_location_ids: The locations this one sums up, 5 at most, none of which sums up others.

        Returns:
            Location: The updated location.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244), INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Update Location"
        """
        return await self._client.send(
            endpoints.update(location_id, body=body, name=name, aggregate_location_ids=aggregate_location_ids)
        )
