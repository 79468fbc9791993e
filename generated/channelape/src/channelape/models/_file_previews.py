"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["FilePreview", "FilePreviewRequest"]


from pydantic import Field

from .._runtime.model import Model
from ._shared import Errors, FileType


class FilePreview(Model):
    """The beginning of a file. All fields of the response are kept."""

    errors: Errors | None = None


class FilePreviewRequest(Model):
    """A file and its format."""

    file_type: FileType | None = Field(default=None, validation_alias="fileType", serialization_alias="fileType")
    """The column separator (code 139)."""
    url: str
    """The URL of the file, with the scheme http, https or ftp (codes 137 and 149 to 151)."""
    authorization: dict[str, str] | None = None
    """Credentials for the file server, such as `username` and `password`."""
    headers: bool | None = None
    """Whether the first row contains the column names."""
