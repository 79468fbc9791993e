"""Secrets: a wrapper that never shows its value, and the removal of values from texts that others wrote."""

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
    from collections.abc import Iterable

HIDDEN = "[redacted]"


class Secret:
    """A text that is shown only by `reveal()`. It does not pickle."""

    __slots__ = ("__weakref__", "_value")

    def __init__(self, value: str) -> None:
        """Wrap a text."""
        self._value = value

    def reveal(self) -> str:
        """The text itself, for the one place that sends it."""
        return self._value

    def __repr__(self) -> str:
        """Also what `str` and `format` show."""
        return HIDDEN

    def __reduce__(self) -> NoReturn:
        """Refuse: a pickle is a file that shows everything."""
        raise TypeError("a secret does not pickle; make a new client where it is needed")

    def __copy__(self) -> Secret:
        """Itself: one wrapper is enough."""
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        """Itself: one wrapper is enough."""
        return self


class Redactor:
    """Removes a set of secrets from texts, in every spelling in which a server or a library may echo them."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        """Compile the spellings of all secrets into one pattern."""
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

    def __repr__(self) -> str:
        """Nothing of what it knows."""
        return "Redactor()"

    def __reduce__(self) -> NoReturn:
        """Refuse, like a secret."""
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
    """Takes the secrets of living clients out of what HTTP libraries log, before any handler sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.redactors: WeakSet[Redactor] = WeakSet()

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            text = clean = record.getMessage()
        except (TypeError, ValueError, KeyError):  # arguments that do not fit the format; logging will say so itself
            return True
        for redactor in tuple(self.redactors):
            clean = redactor.text(clean)
        if clean != text:
            record.msg, record.args = clean, None
        return True


_FILTER = _LogFilter()


def guard_logs(redactor: Redactor, library: str) -> None:
    """Keep the secrets of `redactor`, as long as it lives, out of what an HTTP library logs."""
    _FILTER.redactors.add(redactor)
    core = library.replace("httpx", "httpcore")
    children = ("connection", "http11", "http2", "proxy", "socks")
    for name in (library, *(f"{core}.{child}" for child in children), "hpack.hpack", "hpack.table"):
        logging.getLogger(name).addFilter(_FILTER)  # adding it twice is adding it once
