"""Secrets: a wrapper that never shows its value, and the removal of secrets from texts, headers and logs."""

from __future__ import annotations

import base64
import html
import json
import logging
import re
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, quote_plus
from weakref import WeakSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HIDDEN = "[redacted]"
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})
"""Headers whose values are never shown, lower-case."""


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
        self._spellings: set[str] = set()
        self.learn(*secrets)

    def learn(self, *secrets: Secret) -> None:
        """Remove these from now on too."""
        self._spellings |= {spelling for secret in secrets for spelling in _spellings(secret.reveal())}
        alternatives = "|".join(re.escape(each) for each in sorted(self._spellings, key=len, reverse=True))
        self._pattern = re.compile(alternatives or r"(?!)", re.IGNORECASE)

    def text(self, text: str) -> str:
        """The text without the secrets."""
        return self._pattern.sub(HIDDEN, text)

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
