"""Success and failure told inside a body: where the signals stand, as JSON Pointers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..types import IntEnum, StrEnum


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a body says whether it succeeded, and why not.

    `success` points at a boolean; `payload` at the data; `message` at a text; `errors` at places that hold
    more texts, lists or mappings of texts; `request_id` at the server's name for this request.
    Pointers follow RFC 6901; `*` stands for every element of a list.
    """

    success: str
    payload: str
    message: str = ""
    errors: tuple[str, ...] = ()
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorShape:
    """Where the error bodies of an API hold their codes and messages, as JSON Pointers with `*`.

    `code` loads the open enum of the documented codes, which may be hundreds. A success that has a code in its body is
    a failure all the same.
    """

    code: Callable[[], type[IntEnum | StrEnum]] | None = None
    codes: str = ""
    messages: str = ""
