"""Canaries: no log, output, warning or error of the test run may show a secret that was passed to a client.

Logging is at DEBUG everywhere, also for the HTTP libraries. Secrets are collected where clients wrap them, in each
imported copy of the runtime; a secret that is an ordinary word or shorter than six characters could appear by chance
and is ignored.
"""

import base64
import html
import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Self
from urllib.parse import quote, quote_plus

SHORTEST = 6
WORDS = frozenset({"secret", "token", "password", "your key", "the-id", "read write"})


def _spellings(key: str) -> set[str]:
    """How libraries and servers may write a key."""
    base64_text = base64.b64encode(key.encode()).decode()
    return {key, quote(key), quote(key, safe=""), quote_plus(key), html.escape(key), json.dumps(key)[1:-1], base64_text}


class Canaries(logging.Handler):
    """Knows every key so far, and remembers where one was seen."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.seen: list[str] = []
        self.keys: set[str] = set()
        self._spellings: dict[str, set[str]] = {}  # by their first characters, for there are thousands
        self._looks = True

    @classmethod
    def installed(cls) -> Self:
        """The watch over everything that this process imports, logs and makes errors of from now on."""
        canaries = cls()
        sys.meta_path.insert(0, canaries)
        logging.getLogger().addHandler(canaries)
        logging.getLogger().setLevel(logging.DEBUG)
        return canaries

    def taken(self) -> list[str]:
        """What was seen since this was asked last."""
        seen, self.seen[:] = list(self.seen), []
        return seen

    @contextmanager
    def not_looking(self) -> Iterator[None]:
        """A block that shows a key on purpose."""
        before, self._looks = self._looks, False
        try:
            yield
        finally:
            self._looks = before

    def know(self, key: str, spellings: set[str]) -> None:
        """Look for a key from now on, in all these spellings."""
        if self._looks and len(key) >= SHORTEST and key.lower() not in WORDS:
            self.keys.add(key)
            for each in spellings:
                if len(each) >= SHORTEST:
                    self._spellings.setdefault(each[:SHORTEST], set()).add(each)

    def look(self, where: str, text: str) -> None:
        """Remember that a text shows a key, if it does."""
        if self._looks and (found := self._first_in(text)):
            self.seen.append(f"{where} shows {found!r}: {text}")

    def _first_in(self, text: str) -> str | None:
        for start in range(len(text) - SHORTEST + 1):
            for spelling in self._spellings.get(text[start : start + SHORTEST], ()):
                if text.startswith(spelling, start):
                    return spelling
        return None

    def emit(self, record: logging.LogRecord) -> None:
        """Look at what would be logged."""
        self.look(f"log of {record.name}", self.format(record))

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Find the modules of every runtime in which keys are wrapped and errors made, and watch them."""
        watch = self._watched.get(name.partition("._runtime.")[2])
        spec = PathFinder.find_spec(name, path, target) if watch else None
        if watch is None or spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def loaded(module: ModuleType) -> None:
            load(module)
            watch(module)

        spec.loader.exec_module = loaded  # type: ignore[method-assign]
        return spec

    @property
    def _watched(self) -> dict[str, Callable[[Any], None]]:
        return {"redaction": self._watch_keys, "errors": self._watch_errors}

    def _watch_keys(self, redact: Any) -> None:
        make = redact.Secret.__init__

        def made(secret: object, value: str) -> None:
            make(secret, value)
            if value not in self.keys:
                self.know(value, _spellings(value))

        redact.Secret.__init__ = made

    def _watch_errors(self, errors: Any) -> None:
        make = errors.ApiError.__init__

        def made(error: object, text: str = "", **options: Any) -> None:
            make(error, text, **options)
            self.look("an error", text)

        errors.ApiError.__init__ = made
