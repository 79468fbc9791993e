"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import file_previews as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncFilePreviews", "FilePreviews"]


class FilePreviews:
    """Preview a product data file before using it."""

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
        **options: Unpack[CallOptions],
    ) -> models.FilePreview:
        """Preview a file.

        Read the beginning of a product data file from a URL, before setting up a supplier with it. The format of the
        preview is not known: all fields of the response are kept unchanged.

        `POST /v1/filepreviews`

        Args:
            body: The file to preview.
            file_type: The column separator (code 139). One of `CSV`, `TSV`, `PSV`.
            url: The URL of the file, with the scheme http, https or ftp (codes 137 and 149 to 151). At least 1
                character. Required, here or in `body`.
            authorization: Credentials for the file server, such as `username` and `password`.
            headers: Whether the first row contains the column names.

        Returns:
            FilePreview: The preview.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely: INVALID_URL
                (137), INVALID_FILE_TYPE (139), INVALID_FILE_ESCAPE_CHARACTER (147), FILE_NOT_FOUND (149),
                FILE_DOWNLOAD_TIMED_OUT (150), FILE_CANNOT_BE_DOWNLOADED (151).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "File Previews > Create file preview". The path is
            inferred: names of other resources with several words are joined in lower case, such as apiaccounts.
        """
        return self._client.send(
            endpoints.create(
                body=body, file_type=file_type, url=url, authorization=authorization, headers=headers, **options
            )
        )


class AsyncFilePreviews:
    """Preview a product data file before using it."""

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
        **options: Unpack[CallOptions],
    ) -> models.FilePreview:
        """Preview a file.

        Read the beginning of a product data file from a URL, before setting up a supplier with it. The format of the
        preview is not known: all fields of the response are kept unchanged.

        `POST /v1/filepreviews`

        Args:
            body: The file to preview.
            file_type: The column separator (code 139). One of `CSV`, `TSV`, `PSV`.
            url: The URL of the file, with the scheme http, https or ftp (codes 137 and 149 to 151). At least 1
                character. Required, here or in `body`.
            authorization: Credentials for the file server, such as `username` and `password`.
            headers: Whether the first row contains the column names.

        Returns:
            FilePreview: The preview.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely: INVALID_URL
                (137), INVALID_FILE_TYPE (139), INVALID_FILE_ESCAPE_CHARACTER (147), FILE_NOT_FOUND (149),
                FILE_DOWNLOAD_TIMED_OUT (150), FILE_CANNOT_BE_DOWNLOADED (151).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "File Previews > Create file preview". The path is
            inferred: names of other resources with several words are joined in lower case, such as apiaccounts.
        """
        return await self._client.send(
            endpoints.create(
                body=body, file_type=file_type, url=url, authorization=authorization, headers=headers, **options
            )
        )
