"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.batching import BatchLimit, send_batches, send_batches_async
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import batches as endpoints

if TYPE_CHECKING:
    from .._runtime.batching import Batching, BatchResult
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncBatches", "Batches"]


class Batches:
    """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
    which
    they are received. Batches running in parallel use at most a quarter of the account's rate limit.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        type: models.BatchType | str | NotGiven = NOT_GIVEN,
        adjustments: Sequence[models.BatchAdjustment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Batch:
        """Create a batch.

        Submit up to 4000 quantity adjustments in a body of at most 1 MB. They are processed in the background. Only
        the format of the body is validated immediately: adjustments that fail later are not reported. Every
        adjustment has its own `idempotentKey`, so submitting a batch twice applies it once.

        `POST /v1/batches`

        Args:
            body: The request body.
            business_id: The ID of the business. Required, here or in `body`.
            type: The type of the batch. Defaults to `INVENTORY`. Only `INVENTORY` is documented.
            adjustments: The adjustments, in a body of at most 1 MB. Split larger sets into several batches. Required,
                here or in `body`.

        Returns:
            Batch: The batch was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Create a new batch". The readme of the vendor's
            SDK allows 5000 adjustments. 4000 is within both limits.
        """
        return self._client.send(
            endpoints.create(body=body, business_id=business_id, type=type, adjustments=adjustments, **options)
        )

    def get(self, batch_id: str, **options: Unpack[CallOptions]) -> models.Batch:
        """Get a batch.

        Return the status of a batch. The results of its adjustments are not included.

        `GET /v1/batches/{batch_id}`

        Args:
            batch_id: The ID of the batch. At least 1 character.

        Returns:
            Batch: The batch.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Retrieve Batch Information"
        """
        return self._client.send(endpoints.get(batch_id, **options))

    def create_all(
        self,
        adjustments: Iterable[models.BatchAdjustment | Mapping[str, object]],
        *,
        body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        type: models.BatchType | str | NotGiven = NOT_GIVEN,
        batching: Batching | None = None,
        **options: Unpack[CallOptions],
    ) -> BatchResult[models.Batch, models.BatchAdjustment | Mapping[str, object]]:
        """Create a batch, for a list of any length.

        Calls `create` with at most 4,000 items and 1,000,000 bytes at a time.

        A call that fails does not stop the others.

        Args:
            adjustments: A list of any length; it is read while it is sent.
            body: As for `create`.
            business_id: As for `create`. Required, here or in `body`.
            type: As for `create`.
            batching: Number of concurrent requests, and a journal to continue from after a crash.

        Returns:
            BatchResult: What was accepted, what failed and why.

        Raises:
            AuthenticationError, ConfigurationError: No call can succeed.
        """
        return send_batches(
            self._client,
            adjustments,
            lambda part: endpoints.create(body=body, business_id=business_id, type=type, **options, adjustments=part),
            BatchLimit(items=4000, bytes=1000000, key="idempotentKey"),
            batching,
        )


class AsyncBatches:
    """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
    which
    they are received. Batches running in parallel use at most a quarter of the account's rate limit.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        type: models.BatchType | str | NotGiven = NOT_GIVEN,
        adjustments: Sequence[models.BatchAdjustment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Batch:
        """Create a batch.

        Submit up to 4000 quantity adjustments in a body of at most 1 MB. They are processed in the background. Only
        the format of the body is validated immediately: adjustments that fail later are not reported. Every
        adjustment has its own `idempotentKey`, so submitting a batch twice applies it once.

        `POST /v1/batches`

        Args:
            body: The request body.
            business_id: The ID of the business. Required, here or in `body`.
            type: The type of the batch. Defaults to `INVENTORY`. Only `INVENTORY` is documented.
            adjustments: The adjustments, in a body of at most 1 MB. Split larger sets into several batches. Required,
                here or in `body`.

        Returns:
            Batch: The batch was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Create a new batch". The readme of the vendor's
            SDK allows 5000 adjustments. 4000 is within both limits.
        """
        return await self._client.send(
            endpoints.create(body=body, business_id=business_id, type=type, adjustments=adjustments, **options)
        )

    async def get(self, batch_id: str, **options: Unpack[CallOptions]) -> models.Batch:
        """Get a batch.

        Return the status of a batch. The results of its adjustments are not included.

        `GET /v1/batches/{batch_id}`

        Args:
            batch_id: The ID of the batch. At least 1 character.

        Returns:
            Batch: The batch.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Retrieve Batch Information"
        """
        return await self._client.send(endpoints.get(batch_id, **options))

    async def create_all(
        self,
        adjustments: Iterable[models.BatchAdjustment | Mapping[str, object]]
        | AsyncIterable[models.BatchAdjustment | Mapping[str, object]],
        *,
        body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        type: models.BatchType | str | NotGiven = NOT_GIVEN,
        batching: Batching | None = None,
        **options: Unpack[CallOptions],
    ) -> BatchResult[models.Batch, models.BatchAdjustment | Mapping[str, object]]:
        """Create a batch, for a list of any length.

        Calls `create` with at most 4,000 items and 1,000,000 bytes at a time.

        A call that fails does not stop the others.

        Args:
            adjustments: A list of any length; it is read while it is sent.
            body: As for `create`.
            business_id: As for `create`. Required, here or in `body`.
            type: As for `create`.
            batching: Number of concurrent requests, and a journal to continue from after a crash.

        Returns:
            BatchResult: What was accepted, what failed and why.

        Raises:
            AuthenticationError, ConfigurationError: No call can succeed.
        """
        return await send_batches_async(
            self._client,
            adjustments,
            lambda part: endpoints.create(body=body, business_id=business_id, type=type, **options, adjustments=part),
            BatchLimit(items=4000, bytes=1000000, key="idempotentKey"),
            batching,
        )
