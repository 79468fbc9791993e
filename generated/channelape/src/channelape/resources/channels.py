"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import channels as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions
    from .channels_actions import AsyncChannelsActions, ChannelsActions

__all__ = ["AsyncChannels", "Channels"]


class Channels:
    """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
    them.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def actions(self) -> ChannelsActions:
        """Actions of a channel that are started manually."""
        from .channels_actions import ChannelsActions

        return ChannelsActions(self._client)

    def create(
        self,
        *,
        body: models.ChannelCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        integration_id: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: models.ChannelSettingsRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        credentials: models.ChannelCredentials | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Channel:
        """Create a custom export channel.

        Create a channel that exports the products of a business to a file. `integrationId` must be the ID of the
        integration for custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`.

        `POST /v1/channels`

        Args:
            body: The channel to create.
            business_id: The ID of the business that exports. Required, here or in `body`.
            integration_id: The ID of the integration for custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`.
                Required, here or in `body`.
            name: The name, unique among the channels of the business (codes 87 and 88). At least 1 character.
                Required, here or in `body`.
            enabled: Whether the channel is installed. A channel that is not installed cannot run actions. The API's
                default is `False`.
            settings: The operations allowed on the channel and their options.
            additional_fields: Additional attributes of the channel.
            credentials: The credentials of the channel, with the names that its integration defines.

        Returns:
            Channel: The channel to create.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INTEGRATION_NOT_FOUND (40), INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE
                (71), INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Create custom export channel"
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                integration_id=integration_id,
                name=name,
                enabled=enabled,
                settings=settings,
                additional_fields=additional_fields,
                credentials=credentials,
                **options,
            )
        )

    def get(self, channel_id: str, **options: Unpack[CallOptions]) -> models.Channel:
        """Get a channel.

        Return a channel, including its settings.

        `GET /v1/channels/{channel_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.

        Returns:
            Channel: The ID of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channel"
        """
        return self._client.send(endpoints.get(channel_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.ChannelList:
        """List channels of a business.

        Return all channels of a business in a single response. The list is empty if the business does not exist or
        you
        have no access to it.

        `GET /v1/channels`

        Args:
            business_id: The ID of the business whose channels to list.

        Returns:
            ChannelList: The channels.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channels for business". 404 is not
            documented here; a response in the tests of the vendor's library has it.
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))

    def update(
        self,
        channel_id: str,
        *,
        body: models.ChannelUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: models.ChannelSettingsRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        credentials: models.ChannelCredentials | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Channel:
        """Update a custom export channel.

        Update the name and settings of a channel. If `enabled` is omitted, the channel is disabled, because false is
        also the default here.

        `PUT /v1/channels/{channel_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            body: The new values of the channel.
            name: The name, unique among the channels of the business (codes 87 and 88). At least 1 character.
                Required, here or in `body`.
            enabled: Whether the channel is installed. Defaults to false.
            settings: The operations allowed on the channel and their options.
            additional_fields: Additional attributes of the channel.
            credentials: The credentials of the channel, with the names that its integration defines.

        Returns:
            Channel: The updated channel.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE (71),
                INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Update custom export channel"
        """
        return self._client.send(
            endpoints.update(
                channel_id,
                body=body,
                name=name,
                enabled=enabled,
                settings=settings,
                additional_fields=additional_fields,
                credentials=credentials,
                **options,
            )
        )


class AsyncChannels:
    """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
    them.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def actions(self) -> AsyncChannelsActions:
        """Actions of a channel that are started manually."""
        from .channels_actions import AsyncChannelsActions

        return AsyncChannelsActions(self._client)

    async def create(
        self,
        *,
        body: models.ChannelCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        integration_id: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: models.ChannelSettingsRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        credentials: models.ChannelCredentials | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Channel:
        """Create a custom export channel.

        Create a channel that exports the products of a business to a file. `integrationId` must be the ID of the
        integration for custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`.

        `POST /v1/channels`

        Args:
            body: The channel to create.
            business_id: The ID of the business that exports. Required, here or in `body`.
            integration_id: The ID of the integration for custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`.
                Required, here or in `body`.
            name: The name, unique among the channels of the business (codes 87 and 88). At least 1 character.
                Required, here or in `body`.
            enabled: Whether the channel is installed. A channel that is not installed cannot run actions. The API's
                default is `False`.
            settings: The operations allowed on the channel and their options.
            additional_fields: Additional attributes of the channel.
            credentials: The credentials of the channel, with the names that its integration defines.

        Returns:
            Channel: The channel to create.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INTEGRATION_NOT_FOUND (40), INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE
                (71), INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Create custom export channel"
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                integration_id=integration_id,
                name=name,
                enabled=enabled,
                settings=settings,
                additional_fields=additional_fields,
                credentials=credentials,
                **options,
            )
        )

    async def get(self, channel_id: str, **options: Unpack[CallOptions]) -> models.Channel:
        """Get a channel.

        Return a channel, including its settings.

        `GET /v1/channels/{channel_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.

        Returns:
            Channel: The ID of the channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channel"
        """
        return await self._client.send(endpoints.get(channel_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.ChannelList:
        """List channels of a business.

        Return all channels of a business in a single response. The list is empty if the business does not exist or
        you
        have no access to it.

        `GET /v1/channels`

        Args:
            business_id: The ID of the business whose channels to list.

        Returns:
            ChannelList: The channels.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channels for business". 404 is not
            documented here; a response in the tests of the vendor's library has it.
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))

    async def update(
        self,
        channel_id: str,
        *,
        body: models.ChannelUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: models.ChannelSettingsRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        credentials: models.ChannelCredentials | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Channel:
        """Update a custom export channel.

        Update the name and settings of a channel. If `enabled` is omitted, the channel is disabled, because false is
        also the default here.

        `PUT /v1/channels/{channel_id}`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            body: The new values of the channel.
            name: The name, unique among the channels of the business (codes 87 and 88). At least 1 character.
                Required, here or in `body`.
            enabled: Whether the channel is installed. Defaults to false.
            settings: The operations allowed on the channel and their options.
            additional_fields: Additional attributes of the channel.
            credentials: The credentials of the channel, with the names that its integration defines.

        Returns:
            Channel: The updated channel.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE (71),
                INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Update custom export channel"
        """
        return await self._client.send(
            endpoints.update(
                channel_id,
                body=body,
                name=name,
                enabled=enabled,
                settings=settings,
                additional_fields=additional_fields,
                credentials=credentials,
                **options,
            )
        )
