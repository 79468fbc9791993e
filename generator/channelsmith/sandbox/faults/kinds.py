"""The kinds of faults there are, and how each is written: `KIND` or `KIND=DETAIL`."""

import difflib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from channelsmith.sandbox.settings import SettingError

_FAMILIES: Final[Mapping[str, tuple[int, ...]]] = {
    "4xx": (400, 401, 403, 404, 409, 422, 429),
    "5xx": (502, 503, 500, 504),
}
"""Families of statuses, in the order in which they are given."""

MOST_SECONDS: Final = 3600.0
_STATUSES: Final = range(200, 600)
_ELSEWHERE: Final = "https://login.invalid/"
"""Where a redirect leads: a name that is reserved never to exist (RFC 2606)."""


class Kind(StrEnum):
    """What happens."""

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


AFTERWARDS: Final = frozenset(
    {Kind.SLOW, Kind.LOST, Kind.APPLIED, Kind.TRUNCATE, Kind.EMPTY, Kind.GARBAGE, Kind.ENVELOPE}
)
"""Those that let the operation be carried out, and spoil what comes after."""


class FaultError(SettingError):
    """A fault that does not exist, or a rate or detail that makes no sense."""

    def __init__(self, message: str, hint: str = "") -> None:
        """The message, and on a line of its own what to do."""
        super().__init__(f"{message}\n    hint: {hint}" if hint else message)
        self.message: Final = message
        self.hint: Final = hint


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault as it strikes a request."""

    name: str
    """As it was asked for: `503=2`, `5xx`, `lost`."""
    kind: Kind
    statuses: tuple[int, ...] = ()
    """The status it answers with; several are given in turn."""
    seconds: float | None = None
    """How long a slow answer takes; after how long a caller may come back (`Retry-After`)."""
    location: str = ""
    """Where a redirect leads."""

    @property
    def applies(self) -> bool:
        """Whether the operation is carried out all the same; otherwise the fault strikes before it."""
        return self.kind in AFTERWARDS

    @property
    def status(self) -> int:
        """The status it answers with; 0 where it does not choose one."""
        return self.statuses[0] if self.statuses else 0

    def turn(self, times: int) -> "Fault":
        """The fault as it strikes after so many earlier ones of its name: the next status of its family."""
        if len(self.statuses) < 2:  # noqa: PLR2004 -- nothing to take turns with
            return self
        return replace(self, statuses=(self.statuses[times % len(self.statuses)],))


def parse(text: str) -> Fault:
    """The fault that is written `KIND` or `KIND=DETAIL`.

    Raises:
        FaultError: there is no such kind, or the detail does not fit it.
    """
    name, equals, detail = (part.strip() for part in text.strip().partition("="))
    if equals and not detail:
        raise FaultError(
            f"the fault {text!r} has no detail after its '='", f"leave the '=' out, or write {name}=DETAIL"
        )
    written = f"{name.lower()}={detail}" if detail else name.lower()
    if name.lower() in _FAMILIES:
        return Fault(written, Kind.STATUS, _FAMILIES[name.lower()], _wait(written, detail))
    if name.isascii() and name.isdecimal():
        return Fault(written, Kind.STATUS, (_status(written, name),), _wait(written, detail))
    maker = _MAKERS.get(name.lower())
    if maker is None:
        raise FaultError(f"there is no fault {name!r}", _nearest(name))
    return maker(written, detail)


def _slow(written: str, detail: str) -> Fault:
    return Fault(written, Kind.SLOW, seconds=_seconds(written, detail) if detail else 1.0)


def _applied(written: str, detail: str) -> Fault:
    return Fault(written, Kind.APPLIED, (_status(written, detail or "500"),))


def _html(written: str, detail: str) -> Fault:
    return Fault(written, Kind.HTML, (_status(written, detail or "502"),))


def _redirect(written: str, detail: str) -> Fault:
    location = detail or _ELSEWHERE
    if not (location.isascii() and location.isprintable()) or " " in location:
        raise FaultError(f"the fault {written!r} does not name a URL", f"such as redirect={_ELSEWHERE}")
    return Fault(written, Kind.REDIRECT, (302,), location=location)


def _plain(kind: Kind) -> Callable[[str, str], Fault]:
    def make(written: str, detail: str) -> Fault:
        if detail:
            raise FaultError(f"the fault {kind} takes no detail, not {detail!r}", f"write {kind} alone")
        return Fault(written, kind)

    return make


_MAKERS: Final[Mapping[str, Callable[[str, str], Fault]]] = {
    Kind.SLOW: _slow,
    Kind.RESET: _plain(Kind.RESET),
    Kind.LOST: _plain(Kind.LOST),
    Kind.APPLIED: _applied,
    Kind.TRUNCATE: _plain(Kind.TRUNCATE),
    Kind.HTML: _html,
    Kind.EMPTY: _plain(Kind.EMPTY),
    Kind.GARBAGE: _plain(Kind.GARBAGE),
    Kind.ENVELOPE: _plain(Kind.ENVELOPE),
    Kind.REDIRECT: _redirect,
}

MEANINGS: Final[Mapping[str, str]] = {
    "STATUS": "any status, such as 503; 503=2 adds Retry-After: 2",
    "4xx": "400, 401, 403, 404, 409, 422 and 429 in turn",
    "5xx": "502, 503, 500 and 504 in turn",
    "slow=SECONDS": "the answer comes late",
    "reset": "the connection is reset before any byte of an answer; nothing is applied",
    "lost": "the request is applied, then the connection is reset",
    "applied=STATUS": "the request is applied, then answered with this status",
    "truncate": "the body ends in the middle: Content-Length promises more than is sent",
    "html=STATUS": "a proxy's HTML page, 502 unless another status is named; nothing is applied",
    "empty": "the right status without a body",
    "garbage": "a JSON media type on what is not JSON",
    "wrong-envelope": "JSON of another shape: the answer wrapped once more",
    "redirect=URL": "302 to a login page elsewhere; nothing is applied",
}
"""How each kind is written -> what it does."""


def _status(written: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and int(text) in _STATUSES):  # noqa: PLR2004
        raise FaultError(f"{text!r} in the fault {written!r} is no status", "a number from 200 to 599")
    return int(text)


def _seconds(written: str, text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= MOST_SECONDS:
        raise FaultError(
            f"{text!r} in the fault {written!r} is no number of seconds", f"a number from 0 to {MOST_SECONDS:.0f}"
        )
    return seconds


def _wait(written: str, detail: str) -> float | None:
    return _seconds(written, detail) if detail else None


def _nearest(name: str) -> str:
    known = sorted(str(each) for each in (*_MAKERS, *_FAMILIES))
    near = difflib.get_close_matches(name.lower(), known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known are a status, {', '.join(known)}"
