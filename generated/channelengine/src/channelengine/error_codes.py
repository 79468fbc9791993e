"""The type of the error codes of exceptions: texts, because the API documents none."""

from typing import TypeAlias

__all__ = ["ErrorCode"]

ErrorCode: TypeAlias = str
