"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import locations as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions
    from .locations_closures import AsyncLocationsClosures, LocationsClosures
    from .locations_sla import AsyncLocationsSla, LocationsSla

__all__ = ["AsyncLocations", "Locations"]


class Locations:
    """Places that hold stock, such as warehouses and stores."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def closures(self) -> LocationsClosures:
        """Days on which a location is closed."""
        from .locations_closures import LocationsClosures

        return LocationsClosures(self._client)

    @property
    def sla(self) -> LocationsSla:
        """Fulfillment times and opening hours of a location."""
        from .locations_sla import LocationsSla

        return LocationsSla(self._client)

    def create(
        self,
        *,
        body: models.LocationCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Location:
        """Create a location.

        Create a location in a business. A location that aggregates others through `aggregateLocationIds` is
        *virtual*,
        such as the stock from several warehouses that a channel may sell.

        `POST /v1/locations`

        Args:
            body: The location to create.
            name: The name, up to 255 characters, unique within the business (codes 243 and 244). 1 to 255 characters.
                Required, here or in `body`.
            business_id: The ID of the business that owns the stock (code 242 if missing). At least 1 character.
                Required, here or in `body`.
            aggregate_location_ids: The IDs of the locations to aggregate, at most 5, none of which may aggregate
                others. At most 5 items.

        Returns:
            Location: The location to create.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244),
                INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Create Location"
        """
        return self._client.send(
            endpoints.create(
                body=body, name=name, business_id=business_id, aggregate_location_ids=aggregate_location_ids, **options
            )
        )

    def get(self, location_id: str, **options: Unpack[CallOptions]) -> models.Location:
        """Get a location.

        Return a location by its ID.

        `GET /v1/locations/{location_id}`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.

        Returns:
            Location: The location.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Location"
        """
        return self._client.send(endpoints.get(location_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.LocationList:
        """List locations of a business.

        Return all locations of a business in a single response.

        `GET /v1/locations`

        Args:
            business_id: The ID of the business whose locations to list.

        Returns:
            LocationList: The locations.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Locations for a business"
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))

    def update(
        self,
        location_id: str,
        *,
        body: models.LocationUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Location:
        """Update a location.

        Update the name of a location and the locations it aggregates.

        `PUT /v1/locations/{location_id}`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.
            body: The new values of the location.
            name: The name, up to 255 characters, unique within the business (codes 243 and 244). 1 to 255 characters.
                Required, here or in `body`.
            aggregate_location_ids: The IDs of the locations to aggregate, at most 5, none of which may aggregate
                others. At most 5 items.

        Returns:
            Location: The updated location.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244), INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Update Location"
        """
        return self._client.send(
            endpoints.update(
                location_id, body=body, name=name, aggregate_location_ids=aggregate_location_ids, **options
            )
        )


class AsyncLocations:
    """Places that hold stock, such as warehouses and stores."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def closures(self) -> AsyncLocationsClosures:
        """Days on which a location is closed."""
        from .locations_closures import AsyncLocationsClosures

        return AsyncLocationsClosures(self._client)

    @property
    def sla(self) -> AsyncLocationsSla:
        """Fulfillment times and opening hours of a location."""
        from .locations_sla import AsyncLocationsSla

        return AsyncLocationsSla(self._client)

    async def create(
        self,
        *,
        body: models.LocationCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Location:
        """Create a location.

        Create a location in a business. A location that aggregates others through `aggregateLocationIds` is
        *virtual*,
        such as the stock from several warehouses that a channel may sell.

        `POST /v1/locations`

        Args:
            body: The location to create.
            name: The name, up to 255 characters, unique within the business (codes 243 and 244). 1 to 255 characters.
                Required, here or in `body`.
            business_id: The ID of the business that owns the stock (code 242 if missing). At least 1 character.
                Required, here or in `body`.
            aggregate_location_ids: The IDs of the locations to aggregate, at most 5, none of which may aggregate
                others. At most 5 items.

        Returns:
            Location: The location to create.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_REQUIRED (242), INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244),
                INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Create Location"
        """
        return await self._client.send(
            endpoints.create(
                body=body, name=name, business_id=business_id, aggregate_location_ids=aggregate_location_ids, **options
            )
        )

    async def get(self, location_id: str, **options: Unpack[CallOptions]) -> models.Location:
        """Get a location.

        Return a location by its ID.

        `GET /v1/locations/{location_id}`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.

        Returns:
            Location: The location.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Location"
        """
        return await self._client.send(endpoints.get(location_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.LocationList:
        """List locations of a business.

        Return all locations of a business in a single response.

        `GET /v1/locations`

        Args:
            business_id: The ID of the business whose locations to list.

        Returns:
            LocationList: The locations.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Get Locations for a business"
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))

    async def update(
        self,
        location_id: str,
        *,
        body: models.LocationUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Location:
        """Update a location.

        Update the name of a location and the locations it aggregates.

        `PUT /v1/locations/{location_id}`

        Args:
            location_id: The ID of the location, a number as a string. At least 1 character.
            body: The new values of the location.
            name: The name, up to 255 characters, unique within the business (codes 243 and 244). 1 to 255 characters.
                Required, here or in `body`.
            aggregate_location_ids: The IDs of the locations to aggregate, at most 5, none of which may aggregate
                others. At most 5 items.

        Returns:
            Location: The updated location.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_LOCATION_NAME (243), LOCATION_WITH_NAME_ALREADY_EXISTS (244), INVALID_LOCATION_ID (254).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: LOCATION_NOT_FOUND (245).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Locations > Update Location"
        """
        return await self._client.send(
            endpoints.update(
                location_id, body=body, name=name, aggregate_location_ids=aggregate_location_ids, **options
            )
        )
