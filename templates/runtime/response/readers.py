"""How to read a response body: the readers an operation names for its statuses, as data, and the choice among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON body of `type`: a model class or any annotation, such as `list[Order]`; gives an instance."""

    type: object
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Text:
    """A text body; gives `str`, decoded by the charset the response names."""

    media_type: str = "text/plain, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Binary:
    """A body handed on unchanged; gives `Content`."""

    media_type: str = "*/*"


@dataclass(frozen=True, slots=True)
class Nothing:
    """No body, or none that anybody reads; gives None."""

    media_type: str = "*/*"


Reader = Json | Text | Binary | Nothing


def reader_for(responses: Mapping[str, Reader], status: int) -> Reader | None:
    """The reader declared for a status: by number, else by class ("4XX"), else the default; None when undeclared."""
    exact = responses.get(str(status))
    if exact is not None:
        return exact
    kind = status // 100
    return next((responses[key] for key in (f"{kind}XX", f"{kind}xx", "default") if key in responses), None)


def success_readers(responses: Mapping[str, Reader]) -> tuple[Reader, ...]:
    """The readers of successful responses, in the order of the document."""
    successes = tuple(reader for key, reader in responses.items() if key.startswith("2"))
    return successes or tuple(reader for key, reader in responses.items() if key == "default")


def accept(responses: Mapping[str, Reader]) -> str:
    """The Accept header that asks for what the readers of success can read."""
    kinds = dict.fromkeys(reader.media_type for reader in success_readers(responses))
    return ", ".join(kinds) or "*/*"
