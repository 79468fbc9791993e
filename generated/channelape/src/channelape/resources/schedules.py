"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import schedules as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncSchedules", "Schedules"]


class Schedules:
    """Times at which recipes are triggered."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.ScheduleCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        days_of_week: Sequence[models.DayOfWeek | str] | NotGiven = NOT_GIVEN,
        start_time_in_minutes: int | NotGiven = NOT_GIVEN,
        end_time_in_minutes: int | NotGiven = NOT_GIVEN,
        interval_in_minutes: int | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Schedule:
        """Create a schedule.

        Create a weekly schedule for a business. A schedule has no effect until a recipe references it as its source.

        `POST /v1/schedules`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the schedule. Required, here or in `body`.
            days_of_week: The days of the week, at least one. The order is not significant. At least 1 item. Each
                item: one of `MONDAY`, `TUESDAY`, `WEDNESDAY`, `THURSDAY`, `FRIDAY`, `SATURDAY`, `SUNDAY`. Required,
                here or in `body`.
            start_time_in_minutes: The time of the first run of a day, as a minute of the day from 1 to 1440. From 1
                to 1,440.
            end_time_in_minutes: The time at which runs end, as a minute of the day up to 1440. Must be later than the
                start. From 1 to 1,440.
            interval_in_minutes: Number of minutes between two runs, from 1 to 1440. From 1 to 1,440.

        Returns:
            Schedule: The schedule was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                DAYS_OF_WEEK_REQUIRED (95), INVALID_DAYS_OF_WEEK (96), INVALID_DAILY_START_TIME_IN_MINUTES (97),
                INVALID_DAILY_END_TIME_IN_MINUTES (98), INVALID_DAILY_INTERVAL_IN_MINUTES (99), BUSINESS_ID_REQUIRED
                (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Schedules > Create schedule". The path is inferred: the
            vendor's library reads the same collection. No status codes are documented; 201 is what other create
            operations return, and the error codes are inferred from the error catalogue.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                days_of_week=days_of_week,
                start_time_in_minutes=start_time_in_minutes,
                end_time_in_minutes=end_time_in_minutes,
                interval_in_minutes=interval_in_minutes,
                **options,
            )
        )

    def get(self, schedule_id: str, **options: Unpack[CallOptions]) -> models.Schedule:
        """Get a schedule.

        Return a schedule by its ID.

        `GET /v1/schedules/{schedule_id}`

        Args:
            schedule_id: The ID of the schedule. At least 1 character.

        Returns:
            Schedule: The schedule.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SCHEDULE_NOT_FOUND (100).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Schedules > Get schedule"
        """
        return self._client.send(endpoints.get(schedule_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.ScheduleList:
        """List schedules of a business.

        Return all schedules of a business in a single response.

        `GET /v1/schedules`

        Args:
            business_id: The ID of the business whose schedules to list.

        Returns:
            ScheduleList: The schedules of the business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Schedules > Query schedules by business ID"
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))


class AsyncSchedules:
    """Times at which recipes are triggered."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.ScheduleCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        days_of_week: Sequence[models.DayOfWeek | str] | NotGiven = NOT_GIVEN,
        start_time_in_minutes: int | NotGiven = NOT_GIVEN,
        end_time_in_minutes: int | NotGiven = NOT_GIVEN,
        interval_in_minutes: int | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Schedule:
        """Create a schedule.

        Create a weekly schedule for a business. A schedule has no effect until a recipe references it as its source.

        `POST /v1/schedules`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the schedule. Required, here or in `body`.
            days_of_week: The days of the week, at least one. The order is not significant. At least 1 item. Each
                item: one of `MONDAY`, `TUESDAY`, `WEDNESDAY`, `THURSDAY`, `FRIDAY`, `SATURDAY`, `SUNDAY`. Required,
                here or in `body`.
            start_time_in_minutes: The time of the first run of a day, as a minute of the day from 1 to 1440. From 1
                to 1,440.
            end_time_in_minutes: The time at which runs end, as a minute of the day up to 1440. Must be later than the
                start. From 1 to 1,440.
            interval_in_minutes: Number of minutes between two runs, from 1 to 1440. From 1 to 1,440.

        Returns:
            Schedule: The schedule was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                DAYS_OF_WEEK_REQUIRED (95), INVALID_DAYS_OF_WEEK (96), INVALID_DAILY_START_TIME_IN_MINUTES (97),
                INVALID_DAILY_END_TIME_IN_MINUTES (98), INVALID_DAILY_INTERVAL_IN_MINUTES (99), BUSINESS_ID_REQUIRED
                (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Schedules > Create schedule". The path is inferred: the
            vendor's library reads the same collection. No status codes are documented; 201 is what other create
            operations return, and the error codes are inferred from the error catalogue.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                days_of_week=days_of_week,
                start_time_in_minutes=start_time_in_minutes,
                end_time_in_minutes=end_time_in_minutes,
                interval_in_minutes=interval_in_minutes,
                **options,
            )
        )

    async def get(self, schedule_id: str, **options: Unpack[CallOptions]) -> models.Schedule:
        """Get a schedule.

        Return a schedule by its ID.

        `GET /v1/schedules/{schedule_id}`

        Args:
            schedule_id: The ID of the schedule. At least 1 character.

        Returns:
            Schedule: The schedule.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SCHEDULE_NOT_FOUND (100).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Schedules > Get schedule"
        """
        return await self._client.send(endpoints.get(schedule_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.ScheduleList:
        """List schedules of a business.

        Return all schedules of a business in a single response.

        `GET /v1/schedules`

        Args:
            business_id: The ID of the business whose schedules to list.

        Returns:
            ScheduleList: The schedules of the business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Schedules > Query schedules by business ID"
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))
