"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.response.content import Content
from .._runtime.types import NOT_GIVEN, FileInput, NotGiven
from ..endpoints import care_takers as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncCareTakers", "CareTakers"]


class CareTakers:
    """Operations of `care_takers`."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def feed_animal(
        self,
        class_: models.AnimalsByClassAnd1stClass | str,
        value_1st: int,
        *,
        body: models.FeedAnimalRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        photo: FileInput | NotGiven = NOT_GIVEN,
        body_field: str | NotGiven = NOT_GIVEN,
        notes: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Content | None:
        """PUT /animals/{class}/{1st}.

        Deprecated by the API.

        Args:
            class_: One of `mammal`, ``, `+1`.
            body: The request body.
            photo: Format `binary`.

        Returns:
            Content | None: a picture
        """
        return self._client.send(
            endpoints.feed_animal(
                class_, value_1st, body=body, photo=photo, body_field=body_field, notes=notes, **options
            )
        )


class AsyncCareTakers:
    """Operations of `care_takers`."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def feed_animal(
        self,
        class_: models.AnimalsByClassAnd1stClass | str,
        value_1st: int,
        *,
        body: models.FeedAnimalRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        photo: FileInput | NotGiven = NOT_GIVEN,
        body_field: str | NotGiven = NOT_GIVEN,
        notes: Sequence[str] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Content | None:
        """PUT /animals/{class}/{1st}.

        Deprecated by the API.

        Args:
            class_: One of `mammal`, ``, `+1`.
            body: The request body.
            photo: Format `binary`.

        Returns:
            Content | None: a picture
        """
        return await self._client.send(
            endpoints.feed_animal(
                class_, value_1st, body=body, photo=photo, body_field=body_field, notes=notes, **options
            )
        )
