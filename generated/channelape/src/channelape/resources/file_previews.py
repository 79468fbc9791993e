"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import file_previews as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncFilePreviews", "FilePreviews"]


class FilePreviews:
    """A look into a file of product data before it is used."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.FilePreviewRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        file_type: models.FileType | str | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        authorization: Mapping[str, str] | NotGiven = NOT_GIVEN,
        headers: bool | NotGiven = NOT_GIVEN,
    ) -> models.FilePreview:
        """Preview a file.

        Reads the beginning of a file of product data from an address, before a supplier is set up with it. What
        the preview looks like is not known: the members of the answer are kept as they come.

        `POST /v1/filepreviews`

        Args:
            body: Which file.
            file_type: What separates the columns (code 139). Required, here or in `body`.
            url: Where the file is, an address of http, https or ftp (codes 137 and 149 to 151). Required, here or in
                `body`.
            authorization: What the server of the file asks for, such as `username` and `password`.
            headers: Whether the first row holds the names of the columns.

        Returns:
            FilePreview: The preview.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely: INVALID_URL
                (137), INVALID_FILE_TYPE (139), INVALID_FILE_ESCAPE_CHARACTER (147), FILE_NOT_FOUND (149),
                FILE_DOWNLOAD_TIMED_OUT (150), FILE_CANNOT_BE_DOWNLOADED (151).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "File Previews > Create file preview". The path is
            inferred: resources of several words are written together in lower case elsewhere, such as apiaccounts.
        """
        return self._client.send(
            endpoints.create(body=body, file_type=file_type, url=url, authorization=authorization, headers=headers)
        )


class AsyncFilePreviews:
    """A look into a file of product data before it is used."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.FilePreviewRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        file_type: models.FileType | str | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        authorization: Mapping[str, str] | NotGiven = NOT_GIVEN,
        headers: bool | NotGiven = NOT_GIVEN,
    ) -> models.FilePreview:
        """Preview a file.

        Reads the beginning of a file of product data from an address, before a supplier is set up with it. What
        the preview looks like is not known: the members of the answer are kept as they come.

        `POST /v1/filepreviews`

        Args:
            body: Which file.
            file_type: What separates the columns (code 139). Required, here or in `body`.
            url: Where the file is, an address of http, https or ftp (codes 137 and 149 to 151). Required, here or in
                `body`.
            authorization: What the server of the file asks for, such as `username` and `password`.
            headers: Whether the first row holds the names of the columns.

        Returns:
            FilePreview: The preview.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely: INVALID_URL
                (137), INVALID_FILE_TYPE (139), INVALID_FILE_ESCAPE_CHARACTER (147), FILE_NOT_FOUND (149),
                FILE_DOWNLOAD_TIMED_OUT (150), FILE_CANNOT_BE_DOWNLOADED (151).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "File Previews > Create file preview". The path is
            inferred: resources of several words are written together in lower case elsewhere, such as apiaccounts.
        """
        return await self._client.send(
            endpoints.create(body=body, file_type=file_type, url=url, authorization=authorization, headers=headers)
        )
