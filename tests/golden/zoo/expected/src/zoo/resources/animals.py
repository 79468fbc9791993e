"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import animals as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncAnimals", "Animals"]


class Animals:
    """Operations of `animals`."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get_animals_by_class_and_1st(
        self,
        class_: models.AnimalsByClassAnd1stClass | str,
        value_1st: int,
        *,
        class_query: str | None | NotGiven = NOT_GIVEN,
        x_self: str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Animal:
        """Ends in a quote".

        Triple \"\"\" quotes, a trailing backslash \\

        `GET /animals/{class}/{1st}`

        Args:
            class_: One of `mammal`, ``, `+1`.

        Returns:
            Animal: found
        """
        return self._client.send(
            endpoints.get_animals_by_class_and_1st(class_, value_1st, class_query=class_query, x_self=x_self, **options)
        )


class AsyncAnimals:
    """Operations of `animals`."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get_animals_by_class_and_1st(
        self,
        class_: models.AnimalsByClassAnd1stClass | str,
        value_1st: int,
        *,
        class_query: str | None | NotGiven = NOT_GIVEN,
        x_self: str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Animal:
        """Ends in a quote".

        Triple \"\"\" quotes, a trailing backslash \\

        `GET /animals/{class}/{1st}`

        Args:
            class_: One of `mammal`, ``, `+1`.

        Returns:
            Animal: found
        """
        return await self._client.send(
            endpoints.get_animals_by_class_and_1st(class_, value_1st, class_query=class_query, x_self=x_self, **options)
        )
