"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import channels as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .channels_actions import AsyncChannelsActions, ChannelsActions

__all__ = ["AsyncChannels", "Channels"]


class Channels:
    """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def actions(self) -> ChannelsActions:
        """Actions of a channel, started by hand."""
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
    ) -> models.Channel:
        """Create a custom export channel.

        Adds a channel that writes the products of a business to a file. `integrationId` has to be the integration
        of such exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`.

        `POST /v1/channels`

        Args:
            body: The new channel.
            business_id: The business that exports. Required, here or in `body`.
            integration_id: The integration of custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`. Required, here
                or in `body`.
            name: The name, unique among the channels of the business (codes 87 and 88). Required, here or in `body`.
            enabled: Whether the channel is installed. One that is not can run no actions.
            settings: What ChannelApe may do on the channel, and how.
            additional_fields: Whatever else is to be known about the channel.
            credentials: Secrets of the channel, by the names its integration has for them.

        Returns:
            Channel: The new channel.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE (71),
                INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

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
            )
        )

    def get(self, channel_id: str) -> models.Channel:
        """Get a channel.

        One channel, with its settings.

        `GET /v1/channels/{channel_id}`

        Args:
            channel_id: The id of the channel.

        Returns:
            Channel: The channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channel"
        """
        return self._client.send(endpoints.get(channel_id))

    def list(self, *, business_id: str) -> models.ChannelList:
        """List the channels of a business.

        All channels of a business at once. The list is empty when the business does not exist or is not yours.

        `GET /v1/channels`

        Args:
            business_id: The business whose channels to list.

        Returns:
            ChannelList: The channels.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channels for business". 404 is not
            documented here; a body in the tests of the vendor's library has it.
        """
        return self._client.send(endpoints.list(business_id=business_id))

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
    ) -> models.Channel:
        """Update a custom export channel.

        Sets name and settings of a channel. A channel whose `enabled` is left out is switched off, because that
        is the default here too.

        `PUT /v1/channels/{channel_id}`

        Args:
            channel_id: The id of the channel.
            body: The channel as it is to be.
            name: The name, unique among the channels of the business (codes 87 and 88). Required, here or in `body`.
            enabled: Whether the channel is installed. Left out means not.
            settings: What ChannelApe may do on the channel, and how.
            additional_fields: Whatever else is to be known about the channel.
            credentials: Secrets of the channel, by the names its integration has for them.

        Returns:
            Channel: The updated channel.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE (71),
                INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

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
            )
        )


class AsyncChannels:
    """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def actions(self) -> AsyncChannelsActions:
        """Actions of a channel, started by hand."""
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
    ) -> models.Channel:
        """Create a custom export channel.

        Adds a channel that writes the products of a business to a file. `integrationId` has to be the integration
        of such exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`.

        `POST /v1/channels`

        Args:
            body: The new channel.
            business_id: The business that exports. Required, here or in `body`.
            integration_id: The integration of custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`. Required, here
                or in `body`.
            name: The name, unique among the channels of the business (codes 87 and 88). Required, here or in `body`.
            enabled: Whether the channel is installed. One that is not can run no actions.
            settings: What ChannelApe may do on the channel, and how.
            additional_fields: Whatever else is to be known about the channel.
            credentials: Secrets of the channel, by the names its integration has for them.

        Returns:
            Channel: The new channel.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE (71),
                INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

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
            )
        )

    async def get(self, channel_id: str) -> models.Channel:
        """Get a channel.

        One channel, with its settings.

        `GET /v1/channels/{channel_id}`

        Args:
            channel_id: The id of the channel.

        Returns:
            Channel: The channel.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channel"
        """
        return await self._client.send(endpoints.get(channel_id))

    async def list(self, *, business_id: str) -> models.ChannelList:
        """List the channels of a business.

        All channels of a business at once. The list is empty when the business does not exist or is not yours.

        `GET /v1/channels`

        Args:
            business_id: The business whose channels to list.

        Returns:
            ChannelList: The channels.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Channels > Get channels for business". 404 is not
            documented here; a body in the tests of the vendor's library has it.
        """
        return await self._client.send(endpoints.list(business_id=business_id))

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
    ) -> models.Channel:
        """Update a custom export channel.

        Sets name and settings of a channel. A channel whose `enabled` is left out is switched off, because that
        is the default here too.

        `PUT /v1/channels/{channel_id}`

        Args:
            channel_id: The id of the channel.
            body: The channel as it is to be.
            name: The name, unique among the channels of the business (codes 87 and 88). Required, here or in `body`.
            enabled: Whether the channel is installed. Left out means not.
            settings: What ChannelApe may do on the channel, and how.
            additional_fields: Whatever else is to be known about the channel.
            credentials: Secrets of the channel, by the names its integration has for them.

        Returns:
            Channel: The updated channel.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CHANNEL_INTEGRATION_CREDENTIALS (69), INVALID_INTEGRATION_TYPE (71),
                INVALID_CHANNEL_SETTINGS_PRICE_TYPE (85), INVALID_CHANNEL_SETTINGS_UPDATE_FIELD (86),
                INVALID_CHANNEL_NAME (87), CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS (88), INVALID_UNIT_OF_MEASUREMENT
                (146), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER (195), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD
                (196), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY (197), INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX (198).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: CHANNEL_NOT_FOUND (70).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

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
            )
        )
