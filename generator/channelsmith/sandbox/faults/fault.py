"""The faults, each written as `NAME` or `NAME=DETAIL`."""

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from channelsmith.sandbox.settings import SettingError

_FAMILIES: Final[Mapping[str, tuple[int, ...]]] = {
    "4xx": (400, 401, 403, 404, 409, 422, 429),
    "5xx": (502, 503, 500, 504),
}
"""Classes of statuses, and the statuses that take turns."""
_MAX_SECONDS: Final = 3600.0
_STATUSES: Final = range(200, 600)
_REDIRECT_TARGET: Final = "https://login.invalid/"
"""A host name that is reserved never to exist (RFC 2606)."""


class FaultType(StrEnum):
    """What a fault does."""

    STATUS = "status"
    SLOW = "slow"
    RESET = "reset"
    LOST = "lost"
    APPLIED = "applied"
    TRUNCATE = "truncate"
    HTML = "html"
    EMPTY = "empty"
    GARBAGE = "garbage"
    ENVELOPE = "wrong-envelope"
    REDIRECT = "redirect"


_DEFAULT_STATUS: Final = {FaultType.APPLIED: "500", FaultType.HTML: "502"}

MEANINGS: Final[Mapping[str, str]] = {
    "STATUS": "any status, such as 503; 503=2 adds Retry-After: 2",
    "4xx": "400, 401, 403, 404, 409, 422 and 429 in turn",
    "5xx": "502, 503, 500 and 504 in turn",
    "slow=SECONDS": "the response is delayed",
    "reset": "the connection is reset before any byte of a response; nothing is applied",
    "lost": "the request is applied, then the connection is reset",
    "applied=STATUS": "the request is applied, then answered with this status",
    "truncate": "the body ends in the middle: Content-Length promises more than is sent",
    "html=STATUS": "a proxy's HTML page, with status 502 by default; nothing is applied",
    "empty": "the right status without a body",
    "garbage": "a JSON media type with a body that is not JSON",
    "wrong-envelope": "the response wrapped in another JSON object",
    "redirect=URL": "302 to a login page on another host; nothing is applied",
}
"""Spelling of each fault -> what it does."""


class FaultError(SettingError):
    """An unknown fault, or an invalid rate or detail."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}\n    hint: {hint}" if hint else message)
        self.message: Final = message
        self.hint: Final = hint


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault."""

    name: str
    """As it was written: `503=2`, `5xx`, `lost`."""
    type: FaultType
    statuses: tuple[int, ...] = ()
    """The status of the response; several take turns."""
    seconds: float | None = None
    """The delay of a slow response, or the value of `Retry-After`."""
    location: str = ""
    """The target of a redirect."""

    @property
    def status(self) -> int:
        """The status of the response; 0 for a fault that does not set one."""
        return self.statuses[0] if self.statuses else 0

    def rotated(self, times: int) -> "Fault":
        """The fault with the status that is next after this many earlier ones."""
        return replace(self, statuses=(self.statuses[times % len(self.statuses)],)) if self.statuses else self


def parse_fault(text: str) -> Fault:
    """Parse `NAME` or `NAME=DETAIL`.

    Raises:
        FaultError: there is no such fault, or the detail is invalid.
    """
    name, equals, detail = (part.strip() for part in text.strip().partition("="))
    if equals and not detail:
        message = f"the fault {text!r} has no detail after its '='"
        raise FaultError(message, f"leave the '=' out, or write {name}=DETAIL")
    written = f"{name.lower()}={detail}" if detail else name.lower()
    if name.lower() in _FAMILIES or (name.isascii() and name.isdecimal()):
        statuses = _FAMILIES.get(name.lower()) or (_status(written, name),)
        return Fault(written, FaultType.STATUS, statuses, _seconds(written, detail) if detail else None)
    known = {each.value: each for each in FaultType if each is not FaultType.STATUS}
    fault_type = known.get(name.lower())
    match fault_type:
        case None:
            raise FaultError(f"there is no fault {name!r}", _suggestion(name, sorted((*known, *_FAMILIES))))
        case FaultType.SLOW:
            return Fault(written, fault_type, seconds=_seconds(written, detail or "1"))
        case FaultType.APPLIED | FaultType.HTML:
            return Fault(written, fault_type, (_status(written, detail or _DEFAULT_STATUS[fault_type]),))
        case FaultType.REDIRECT:
            return Fault(written, fault_type, (302,), location=_url(written, detail or _REDIRECT_TARGET))
        case _:
            if detail:
                raise FaultError(f"the fault {fault_type} takes no detail, not {detail!r}", f"write {fault_type} alone")
            return Fault(written, fault_type)


def _status(written: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and int(text) in _STATUSES):  # noqa: PLR2004
        raise FaultError(f"{text!r} in the fault {written!r} is not a status", "a number from 200 to 599")
    return int(text)


def _seconds(written: str, text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= _MAX_SECONDS:
        message = f"{text!r} in the fault {written!r} is not a number of seconds"
        raise FaultError(message, f"a number from 0 to {_MAX_SECONDS:.0f}")
    return seconds


def _url(written: str, text: str) -> str:
    if not (text.isascii() and text.isprintable()) or " " in text:
        raise FaultError(f"the detail of the fault {written!r} is not a URL", f"such as redirect={_REDIRECT_TARGET}")
    return text


def _suggestion(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name.lower(), known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known are a status, {', '.join(known)}"
