"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from ._shared import Errors, FileType

__all__ = ["FilePreview", "FilePreviewRequest"]


class FilePreview(Model):
    """The beginning of a file. Every member that comes is kept."""

    errors: Errors | None = None


class FilePreviewRequest(Model):
    """A file and how to read it."""

    file_type: FileType = Field(validation_alias="fileType", serialization_alias="fileType")
    """What separates the columns (code 139)."""
    url: str
    """Where the file is, an address of http, https or ftp (codes 137 and 149 to 151)."""
    authorization: dict[str, str] | None = None
    """What the server of the file asks for, such as `username` and `password`."""
    headers: bool | None = None
    """Whether the first row holds the names of the columns."""
