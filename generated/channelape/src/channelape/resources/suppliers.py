"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import suppliers as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncSuppliers", "Suppliers"]


class Suppliers:
    """The sources of a business's product data, stock and integrations."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.SupplierCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        integration_id: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        file_settings: models.FileSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        step_settings: models.StepSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        play_settings: models.PlaySettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        synchronous: bool | NotGiven = NOT_GIVEN,
        authenticated_callback: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Supplier:
        """Create a supplier.

        Connect a supplier to a business through one of the supplier integrations.

        `POST /v1/suppliers`

        Args:
            body: The request body.
            business_id: The ID of the business to which the supplier belongs. Required, here or in `body`.
            integration_id: The ID of the integration, which determines the type of supplier. Required, here or in
                `body`.
            name: The name, unique among the suppliers of the business. Required, here or in `body`.
            enabled: Whether actions can run on the supplier.
            synchronous: Not documented in the library; judging by its name, whether to wait for a run to finish.
            authenticated_callback: Not documented in the library; judging by its name, whether callbacks carry
                credentials.

        Returns:
            Supplier: The new supplier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INTEGRATION_NOT_FOUND (40), INVALID_INTEGRATION_TYPE (71), INVALID_SUPPLIER_NAME (116),
                SUPPLIER_NAME_ALREADY_EXISTS_FOR_BUSINESS (117), MISSING_SUPPLIER_FILE_SETTINGS_SOURCE (134),
                INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_ID (135), SUPPLIER_FILE_SETTINGS_MAPPING_SOURCE_ID_NOT_FOUND
                (136), INVALID_URL (137), INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_JOIN_INDEX (138), INVALID_FILE_TYPE
                (139), INVALID_SUPPLIER_FILE_SETTINGS_COLUMN_INDEX (142), INVALID_STEP_SETTINGS_VERSION (233),
                STEP_ID_REQUIRED (235), STEP_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (239),
                PLAY_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (289), PLAY_ID_REQUIRED (290).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts"
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                integration_id=integration_id,
                name=name,
                enabled=enabled,
                file_settings=file_settings,
                step_settings=step_settings,
                play_settings=play_settings,
                synchronous=synchronous,
                authenticated_callback=authenticated_callback,
                **options,
            )
        )

    def get(self, supplier_id: str, **options: Unpack[CallOptions]) -> models.Supplier:
        """Get a supplier.

        Return a supplier, including its settings.

        `GET /v1/suppliers/{supplier_id}`

        Args:
            supplier_id: The ID of the supplier. At least 1 character.

        Returns:
            Supplier: The supplier.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SUPPLIER_NOT_FOUND (25).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts"
        """
        return self._client.send(endpoints.get(supplier_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.SupplierList:
        """List suppliers of a business.

        Return all suppliers of a business.

        `GET /v1/suppliers`

        Args:
            business_id: The ID of the business whose suppliers to list.

        Returns:
            SupplierList: The suppliers.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts"
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))

    def update(
        self,
        supplier_id: str,
        *,
        body: models.SupplierUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        file_settings: models.FileSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        step_settings: models.StepSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        play_settings: models.PlaySettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        synchronous: bool | NotGiven = NOT_GIVEN,
        authenticated_callback: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Supplier:
        """Update a supplier.

        Update a supplier. The library accepts any subset of a supplier's attributes.

        `PUT /v1/suppliers/{supplier_id}`

        Args:
            supplier_id: The ID of the supplier. At least 1 character.
            body: The request body.
            name: The name, unique among the suppliers of the business.
            enabled: Whether actions can run on the supplier.
            synchronous: Not documented in the library; judging by its name, whether to wait for a run to finish.
            authenticated_callback: Not documented in the library; judging by its name, whether callbacks carry
                credentials.

        Returns:
            Supplier: The updated supplier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_SUPPLIER_NAME (116), SUPPLIER_NAME_ALREADY_EXISTS_FOR_BUSINESS (117),
                MISSING_SUPPLIER_FILE_SETTINGS_SOURCE (134), INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_ID (135),
                SUPPLIER_FILE_SETTINGS_MAPPING_SOURCE_ID_NOT_FOUND (136), INVALID_URL (137),
                INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_JOIN_INDEX (138), INVALID_FILE_TYPE (139),
                INVALID_SUPPLIER_FILE_SETTINGS_COLUMN_INDEX (142), INVALID_STEP_SETTINGS_VERSION (233),
                STEP_ID_REQUIRED (235), STEP_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (239),
                PLAY_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (289), PLAY_ID_REQUIRED (290).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SUPPLIER_NOT_FOUND (25).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts". Whether
            omitted attributes are kept or erased is not known.
        """
        return self._client.send(
            endpoints.update(
                supplier_id,
                body=body,
                name=name,
                enabled=enabled,
                file_settings=file_settings,
                step_settings=step_settings,
                play_settings=play_settings,
                synchronous=synchronous,
                authenticated_callback=authenticated_callback,
                **options,
            )
        )


class AsyncSuppliers:
    """The sources of a business's product data, stock and integrations."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.SupplierCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        integration_id: str | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        file_settings: models.FileSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        step_settings: models.StepSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        play_settings: models.PlaySettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        synchronous: bool | NotGiven = NOT_GIVEN,
        authenticated_callback: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Supplier:
        """Create a supplier.

        Connect a supplier to a business through one of the supplier integrations.

        `POST /v1/suppliers`

        Args:
            body: The request body.
            business_id: The ID of the business to which the supplier belongs. Required, here or in `body`.
            integration_id: The ID of the integration, which determines the type of supplier. Required, here or in
                `body`.
            name: The name, unique among the suppliers of the business. Required, here or in `body`.
            enabled: Whether actions can run on the supplier.
            synchronous: Not documented in the library; judging by its name, whether to wait for a run to finish.
            authenticated_callback: Not documented in the library; judging by its name, whether callbacks carry
                credentials.

        Returns:
            Supplier: The new supplier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INTEGRATION_NOT_FOUND (40), INVALID_INTEGRATION_TYPE (71), INVALID_SUPPLIER_NAME (116),
                SUPPLIER_NAME_ALREADY_EXISTS_FOR_BUSINESS (117), MISSING_SUPPLIER_FILE_SETTINGS_SOURCE (134),
                INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_ID (135), SUPPLIER_FILE_SETTINGS_MAPPING_SOURCE_ID_NOT_FOUND
                (136), INVALID_URL (137), INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_JOIN_INDEX (138), INVALID_FILE_TYPE
                (139), INVALID_SUPPLIER_FILE_SETTINGS_COLUMN_INDEX (142), INVALID_STEP_SETTINGS_VERSION (233),
                STEP_ID_REQUIRED (235), STEP_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (239),
                PLAY_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (289), PLAY_ID_REQUIRED (290).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts"
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                integration_id=integration_id,
                name=name,
                enabled=enabled,
                file_settings=file_settings,
                step_settings=step_settings,
                play_settings=play_settings,
                synchronous=synchronous,
                authenticated_callback=authenticated_callback,
                **options,
            )
        )

    async def get(self, supplier_id: str, **options: Unpack[CallOptions]) -> models.Supplier:
        """Get a supplier.

        Return a supplier, including its settings.

        `GET /v1/suppliers/{supplier_id}`

        Args:
            supplier_id: The ID of the supplier. At least 1 character.

        Returns:
            Supplier: The supplier.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SUPPLIER_NOT_FOUND (25).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts"
        """
        return await self._client.send(endpoints.get(supplier_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.SupplierList:
        """List suppliers of a business.

        Return all suppliers of a business.

        `GET /v1/suppliers`

        Args:
            business_id: The ID of the business whose suppliers to list.

        Returns:
            SupplierList: The suppliers.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts"
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))

    async def update(
        self,
        supplier_id: str,
        *,
        body: models.SupplierUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        enabled: bool | NotGiven = NOT_GIVEN,
        file_settings: models.FileSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        step_settings: models.StepSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        play_settings: models.PlaySettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
        synchronous: bool | NotGiven = NOT_GIVEN,
        authenticated_callback: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Supplier:
        """Update a supplier.

        Update a supplier. The library accepts any subset of a supplier's attributes.

        `PUT /v1/suppliers/{supplier_id}`

        Args:
            supplier_id: The ID of the supplier. At least 1 character.
            body: The request body.
            name: The name, unique among the suppliers of the business.
            enabled: Whether actions can run on the supplier.
            synchronous: Not documented in the library; judging by its name, whether to wait for a run to finish.
            authenticated_callback: Not documented in the library; judging by its name, whether callbacks carry
                credentials.

        Returns:
            Supplier: The updated supplier.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_SUPPLIER_NAME (116), SUPPLIER_NAME_ALREADY_EXISTS_FOR_BUSINESS (117),
                MISSING_SUPPLIER_FILE_SETTINGS_SOURCE (134), INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_ID (135),
                SUPPLIER_FILE_SETTINGS_MAPPING_SOURCE_ID_NOT_FOUND (136), INVALID_URL (137),
                INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_JOIN_INDEX (138), INVALID_FILE_TYPE (139),
                INVALID_SUPPLIER_FILE_SETTINGS_COLUMN_INDEX (142), INVALID_STEP_SETTINGS_VERSION (233),
                STEP_ID_REQUIRED (235), STEP_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (239),
                PLAY_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION (289), PLAY_ID_REQUIRED (290).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SUPPLIER_NOT_FOUND (25).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "suppliers/service/SuppliersService.ts". Whether
            omitted attributes are kept or erased is not known.
        """
        return await self._client.send(
            endpoints.update(
                supplier_id,
                body=body,
                name=name,
                enabled=enabled,
                file_settings=file_settings,
                step_settings=step_settings,
                play_settings=play_settings,
                synchronous=synchronous,
                authenticated_callback=authenticated_callback,
                **options,
            )
        )
