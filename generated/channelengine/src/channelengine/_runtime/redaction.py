"""Secrets: a wrapper that never shows its value, and the removal of secrets from texts, headers and logs."""

from __future__ import annotations

import base64
import html
import json
import logging
import re
from threading import Lock
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, quote_plus
from weakref import WeakSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HIDDEN = "[redacted]"
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})
"""Headers whose values are never shown, lower-case."""
_COOKIE_HEADERS = frozenset({"cookie", "set-cookie", "set-cookie2"})
_MIN_LENGTH = 4
"""Characters of the shortest secret that is also removed from within words.

A shorter one would take letters out of every text, which shows what it is and hides what the text says. It is removed
where it stands alone, as the value of a parameter or of a header does.
"""
_MAX_LEARNED = 100
"""How many of the secrets that change are known at the same time."""


class Secret:
    """A text that is shown only by `reveal()`. It does not pickle."""

    __slots__ = ("__weakref__", "_value")

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the text itself, for sending it."""
        return self._value

    def __repr__(self) -> str:
        return HIDDEN

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret does not pickle; make a new client where it is needed")

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self


class Redactor:
    """Removes a set of secrets from texts, in every spelling in which a server or a library may repeat them.

    `header_names` are further headers in which secrets are sent, lower-case.
    """

    def __init__(self, secrets: Iterable[Secret] = (), header_names: frozenset[str] = frozenset()) -> None:
        self.secret_headers = SECRET_HEADERS | header_names
        self._spellings = {spelling for secret in secrets for spelling in _spellings(secret.reveal())}
        self._learned: dict[str, set[str]] = {}
        self._pattern: re.Pattern[str] | None = None
        self._lock = Lock()

    def learn(self, *secrets: Secret) -> None:
        """Remove these from now on too, each until many others have been learned."""
        for value in (secret.reveal() for secret in secrets):
            if value not in self._learned:
                with self._lock:
                    self._learned[value] = _spellings(value)
                    if len(self._learned) > _MAX_LEARNED:
                        del self._learned[next(iter(self._learned))]
                    self._pattern = None

    def learn_header(self, name: str, value: str) -> None:
        """Remove from now on what a header with a credential holds, with and without its scheme."""
        if value in self._learned or name.lower() in _COOKIE_HEADERS or name.lower() not in self.secret_headers:
            return
        scheme, _, token = value.partition(" ")
        self.learn(Secret(value), Secret(token.strip()))
        if scheme.lower() == "basic":
            try:
                self.learn(Secret(base64.b64decode(token).decode().partition(":")[2]))
            except ValueError:  # it is not what the scheme says
                return

    def text(self, text: str) -> str:
        """The text without the secrets."""
        pattern = self._pattern
        if pattern is None:
            with self._lock:
                spellings = self._spellings.union(*self._learned.values())
                alternatives = "|".join(map(_pattern, sorted(spellings, key=len, reverse=True)))
                pattern = self._pattern = re.compile(alternatives or r"(?!)", re.IGNORECASE)
        return pattern.sub(HIDDEN, text)

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers under lower-case names, without the secrets."""
        lower = ((name.lower(), value) for name, value in headers.items())
        return {name: HIDDEN if name in self.secret_headers else self.text(value) for name, value in lower}

    def __repr__(self) -> str:
        return "Redactor()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a redactor knows secrets, so it does not pickle")


def _spellings(value: str) -> set[str]:
    return {
        value,
        quote(value),
        quote(value, safe=""),
        quote_plus(value),
        html.escape(value),
        json.dumps(value)[1:-1],
        base64.b64encode(value.encode()).decode("ascii"),
    } - {""}


def _pattern(spelling: str) -> str:
    escaped = re.escape(spelling)
    return escaped if len(spelling) >= _MIN_LENGTH else rf"(?<!\w){escaped}(?!\w)"


class _LogFilter(logging.Filter):
    """Removes the secrets of all clients from what HTTP libraries log, before any handler sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.redactors: WeakSet[Redactor] = WeakSet()

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            text = clean = record.getMessage()
        except (TypeError, ValueError, KeyError):  # the arguments do not match the format, which logging reports itself
            return True
        for redactor in tuple(self.redactors):
            clean = redactor.text(clean)
        if clean != text:
            record.msg, record.args = clean, None
        return True


_FILTER = _LogFilter()


def guard_logs(redactor: Redactor, library: str) -> None:
    """Keep the secrets of `redactor`, as long as it exists, out of what an HTTP library logs."""
    _FILTER.redactors.add(redactor)
    core = library.replace("httpx", "httpcore")
    children = ("connection", "http11", "http2", "proxy", "socks")
    for name in (library, *(f"{core}.{child}" for child in children), "hpack.hpack", "hpack.table"):
        logging.getLogger(name).addFilter(_FILTER)  # adding it again has no effect
