"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.batch_values import BatchLimit
from .._runtime.several import (
    async_send_batches,
    send_batches,
)
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import batches as endpoints

if TYPE_CHECKING:
    from .._runtime.batch_values import Batching, BatchResult
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncBatches", "Batches"]


class Batches:
    """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
    At most a quarter of the account's rate limit goes to batches that run side by side.
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
    ) -> models.Batch:
        """Create a batch.

        Accepts up to 4000 adjustments of quantities, in a body of at most 1 MB, and works them off in the
        background. Only the form of the body is checked at once: an adjustment that turns out to be wrong later
        is not reported. Every adjustment has an `idempotentKey` of its own, so sending a batch twice adjusts
        once.

        `POST /v1/batches`

        Args:
            body: The request body.
            business_id: The business to run in. Required, here or in `body`.
            type: What the batch does; `INVENTORY` when not given.
            adjustments: The changes to make, in one body of at most 1 MB. Split larger work into several batches.
                Required, here or in `body`.

        Returns:
            Batch: The batch is accepted.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Create a new batch". The readme of the vendor's
            library allows 5000 adjustments; 4000 is right under both.
        """
        return self._client.send(
            endpoints.create(body=body, business_id=business_id, type=type, adjustments=adjustments)
        )

    def get(self, batch_id: str) -> models.Batch:
        """Get a batch.

        How far a batch is. What became of its adjustments is not told.

        `GET /v1/batches/{batch_id}`

        Args:
            batch_id: The id of the batch.

        Returns:
            Batch: The batch.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Retrieve Batch Information"
        """
        return self._client.send(endpoints.get(batch_id))

    def create_all(
        self,
        adjustments: Iterable[models.BatchAdjustment | Mapping[str, object]],
        *,
        body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        type: models.BatchType | str | NotGiven = NOT_GIVEN,
        batching: Batching | None = None,
    ) -> BatchResult[models.Batch]:
        """Create a batch, or as many as a list of any length asks for.

        Calls `create` for at most 4,000 entries and 1,000,000 bytes at a time. A call that fails does not stop the
        others.

        Args:
            adjustments: A list of any length; it is read as it is sent.
            body: As for `create`.
            business_id: As for `create`.
            type: As for `create`.
            batching: How many requests at a time, and a journal to go on from after a crash.

        Returns:
            BatchResult: What was accepted, what failed and why.

        Raises:
            AuthenticationError, ConfigurationError: No call can succeed.
        """
        return send_batches(
            self._client,
            adjustments,
            lambda part: endpoints.create(body=body, business_id=business_id, type=type, adjustments=part),
            BatchLimit(items=4000, bytes=1000000, key="idempotentKey"),
            batching,
        )


class AsyncBatches:
    """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
    At most a quarter of the account's rate limit goes to batches that run side by side.
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
    ) -> models.Batch:
        """Create a batch.

        Accepts up to 4000 adjustments of quantities, in a body of at most 1 MB, and works them off in the
        background. Only the form of the body is checked at once: an adjustment that turns out to be wrong later
        is not reported. Every adjustment has an `idempotentKey` of its own, so sending a batch twice adjusts
        once.

        `POST /v1/batches`

        Args:
            body: The request body.
            business_id: The business to run in. Required, here or in `body`.
            type: What the batch does; `INVENTORY` when not given.
            adjustments: The changes to make, in one body of at most 1 MB. Split larger work into several batches.
                Required, here or in `body`.

        Returns:
            Batch: The batch is accepted.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Create a new batch". The readme of the vendor's
            library allows 5000 adjustments; 4000 is right under both.
        """
        return await self._client.send(
            endpoints.create(body=body, business_id=business_id, type=type, adjustments=adjustments)
        )

    async def get(self, batch_id: str) -> models.Batch:
        """Get a batch.

        How far a batch is. What became of its adjustments is not told.

        `GET /v1/batches/{batch_id}`

        Args:
            batch_id: The id of the batch.

        Returns:
            Batch: The batch.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Batches > Retrieve Batch Information"
        """
        return await self._client.send(endpoints.get(batch_id))

    async def create_all(
        self,
        adjustments: Iterable[models.BatchAdjustment | Mapping[str, object]]
        | AsyncIterable[models.BatchAdjustment | Mapping[str, object]],
        *,
        body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        type: models.BatchType | str | NotGiven = NOT_GIVEN,
        batching: Batching | None = None,
    ) -> BatchResult[models.Batch]:
        """Create a batch, or as many as a list of any length asks for.

        Calls `create` for at most 4,000 entries and 1,000,000 bytes at a time. A call that fails does not stop the
        others.

        Args:
            adjustments: A list of any length; it is read as it is sent.
            body: As for `create`.
            business_id: As for `create`.
            type: As for `create`.
            batching: How many requests at a time, and a journal to go on from after a crash.

        Returns:
            BatchResult: What was accepted, what failed and why.

        Raises:
            AuthenticationError, ConfigurationError: No call can succeed.
        """
        return await async_send_batches(
            self._client,
            adjustments,
            lambda part: endpoints.create(body=body, business_id=business_id, type=type, adjustments=part),
            BatchLimit(items=4000, bytes=1000000, key="idempotentKey"),
            batching,
        )
