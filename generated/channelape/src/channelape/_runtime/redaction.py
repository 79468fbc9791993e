"""Secrets: a wrapper that never shows its value, and the removal of secrets from texts, headers and logs."""

from __future__ import annotations

import base64
import html
import json
import logging
import re
from bisect import bisect_right
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING, NoReturn
from weakref import WeakSet

from .types import is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    """Removes a set of secrets from texts and JSON values, in every spelling that decodes to them.

    These are the spellings of encoders for JSON, URLs and HTML, of Python's repr, and of several of them in a row; of
    UTF-16 and UTF-32 that was read as UTF-8; and Base64 of the whole secret, in one line or in several. `header_names`
    are further headers in which secrets are sent, lower-case.
    """

    __slots__ = ("__weakref__", "_fixed", "_learned", "_lock", "_needles", "_renewed", "secret_headers")

    def __init__(self, secrets: Iterable[Secret] = (), header_names: frozenset[str] = frozenset()) -> None:
        self.secret_headers = SECRET_HEADERS | header_names
        self._fixed = frozenset(needle for secret in secrets for needle in _needles(secret.reveal()))
        self._learned: dict[str, frozenset[str]] = {}
        self._renewed: dict[str, tuple[frozenset[str], ...]] = {}
        self._lock = Lock()
        self._join()

    def learn(self, *secrets: Secret) -> None:
        """Remove these from now on too, each until many others have been learned."""
        for value in (secret.reveal() for secret in secrets):
            if value not in self._learned:
                with self._lock:
                    self._learned[value] = _needles(value)
                    if len(self._learned) > _MAX_LEARNED:
                        del self._learned[next(iter(self._learned))]
                    self._join()

    def renew(self, owner: str, *secrets: Secret) -> None:
        """Remove these from now on too, which replace others of their owner; the ones before those are forgotten."""
        needles = frozenset(needle for secret in secrets for needle in _needles(secret.reveal()))
        with self._lock:
            self._renewed[owner] = (*self._renewed.get(owner, ())[-1:], needles)
            self._join()

    def _join(self) -> None:
        renewed = (needles for pair in self._renewed.values() for needles in pair)
        self._needles = self._fixed.union(*self._learned.values(), *renewed)

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
        spans = list(self._find(text))
        if any(mark in text for mark in _ESCAPES):
            for offset in range(0, len(text), _WINDOW):  # where the escapes of a level are needs much memory
                part = text[offset : offset + _WINDOW + LONGEST_SPELLING]
                spans += [(offset + start, offset + end) for start, end in self._find_encoded(part)]
        if not spans:
            return text
        parts, end = list[str](), 0
        for start, stop in sorted(spans):
            if start >= end:
                parts += text[end:start], HIDDEN
            end = max(end, stop)
        return "".join([*parts, text[end:]])

    def _find_encoded(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text has the secrets in encodings."""
        known, waiting = {text}, [(text, list[_Escapes]())]
        for encoded, levels in waiting:
            for mark, pattern in _ESCAPES.items():
                escapes = _Escapes(encoded, mark, pattern)
                if escapes.decoded in known or len(known) > _MAX_DECODED:
                    continue
                known.add(escapes.decoded)
                inner = [escapes, *levels]
                waiting.append((escapes.decoded, inner))
                for span in self._find(escapes.decoded):
                    for level in inner:
                        span = level.origin(*span)  # noqa: PLW2901 - from level to level
                    yield span

    def _find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the secrets are in a text, in upper or lower case."""
        folded = _fold(text)
        for needle in self._needles:
            at = folded.find(needle)
            while at >= 0:
                end = at + len(needle)
                if len(needle) >= _MIN_LENGTH or not _is_in_word(folded, at, end):
                    yield at, end
                at = folded.find(needle, end)

    @property
    def numbers(self) -> frozenset[Decimal]:
        """The secrets that are numbers: in JSON, each of them may be written in many ways."""
        return frozenset(Decimal(needle.replace(" ", "+")) for needle in self._needles if _NUMBER.fullmatch(needle))

    def value(self, value: object) -> object:
        """A JSON value without the secrets in its texts, names and numbers."""
        return self._value(value, self.numbers)

    def _value(self, value: object, numbers: frozenset[Decimal]) -> object:
        if isinstance(value, str):
            return self.text(value)
        if is_dict(value):
            return {self.text(name): self._value(item, numbers) for name, item in value.items()}
        if is_list(value):
            return [self._value(item, numbers) for item in value]
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            return value
        text = str(value)
        return HIDDEN if Decimal(text) in numbers or HIDDEN in self.text(text) else value

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers under lower-case names, without the secrets."""
        shown = {name.lower(): value for name, value in headers.items()}
        shown |= dict.fromkeys(shown.keys() & self.secret_headers, HIDDEN)
        joined = "\t".join([*shown, *shown.values()])
        if self.text(joined) == joined:  # as it nearly always is
            return shown
        return {self.text(name): self.text(value) for name, value in shown.items()}

    def __repr__(self) -> str:
        return "Redactor()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a redactor knows secrets, so it does not pickle")


# ---------------------------------------------------------------- spellings

_NEXT = r"(?:MARK[89abAB][0-9a-fA-F])"  # a further byte of a character in UTF-8
_BYTES = rf"MARK(?:[0-7][0-9a-fA-F]|[c-dC-D][0-9a-fA-F]{_NEXT}|[eE][0-9a-fA-F]{_NEXT}{{2}}|[fF][0-7]{_NEXT}{{3}})"
_ESCAPES = {
    "\\": re.compile(
        r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[\"'\\/bfnrt]|"
        + _BYTES.replace("MARK", r"\\x")
    ),
    "%": re.compile(_BYTES.replace("MARK", "%")),
    "&": re.compile(r"&(?:#[0-9]{1,40}|#[xX][0-9a-fA-F]{1,40}|[A-Za-z][A-Za-z0-9]{1,31});?"),
    "\0": re.compile(r"\0{1,3}"),
    "\n": re.compile(r"[\r\n]{1,2}[ \t]{0,8}"),
}
"""One character as JSON or the repr of bytes, a URL, and HTML write it, by the mark with which it begins.

The last two stand for nothing: the rest of the bytes of a character in UTF-16 or UTF-32, and the end of a line.
"""
_NUMBER = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e[- ]?[0-9]{1,3})?", re.ASCII)
_CONTROLS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_MAX_DECODED = 20
"""How many texts a text is decoded to, with each of the encodings inside each other."""
_WINDOW = 1_000_000
"""Characters of a text that are decoded at a time."""
LONGEST_SPELLING = 50_000
"""Characters of the longest spelling of a secret that is found at the edge of what is decoded."""


def count_escapes(text: str) -> int:
    """How many escapes a text may have; the time that it takes to find secrets in it grows with them."""
    return sum(map(text.count, _ESCAPES))


class _Escapes:
    """A text, its decoded form, and where each character of that comes from."""

    def __init__(self, text: str, mark: str, pattern: re.Pattern[str]) -> None:
        self._text = text
        self._pattern = pattern
        self.decoded = pattern.sub(_character, text) if mark in text else text

    @cached_property
    def _places(self) -> Sequence[tuple[int, int, int]]:
        """For each escape, where its characters begin in the decoded text, and where it is in the text itself."""
        places, shift = list[tuple[int, int, int]](), 0
        for match in self._pattern.finditer(self._text):
            places.append((match.start() - shift, *match.span()))
            shift += len(match[0]) - len(_character(match))
        return places

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the decoded text is in the text itself."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, position: int) -> tuple[int, int]:
        at = bisect_right(self._places, position, key=itemgetter(0)) - 1
        if at < 0:
            return position, position + 1
        decoded, start, end = self._places[at]
        after = position - decoded - len(_decoded(self._text[start:end]))
        return (start, end) if after < 0 else (end + after, end + after + 1)


def _character(match: re.Match[str]) -> str:
    return _decoded(match[0])


@lru_cache(maxsize=1_000)
def _decoded(escape: str) -> str:
    """What an escape stands for."""
    if escape[0] in "\0\r\n":
        return ""
    if escape.startswith("&"):
        return html.unescape(escape)
    if escape.startswith("\\u"):
        character: str = json.loads(f'"{escape}"')
        return character
    if escape.startswith(("%", "\\x")):
        data = bytes.fromhex(escape.replace("%", "").replace("\\x", ""))
        try:
            return data.decode()
        except UnicodeDecodeError:
            return escape
    return _CONTROLS.get(escape[1], escape[1])


def _fold(text: str) -> str:
    """The text in lower case, of the same length, with a space for the plus that stands for one in forms."""
    lower = text.replace("\u0130", "i").lower()  # the only character whose lower case is longer
    return lower.replace("\u03c2", "\u03c3").replace("+", " ")  # a sigma at the end of a word is another one


def _needles(value: str) -> frozenset[str]:
    """What to look for in folded texts: a secret, and its Base64."""
    encoded = base64.b64encode(value.encode("utf-8", "surrogatepass")).decode("ascii").rstrip("=")
    for_urls = encoded.replace("+", "-").replace("/", "_")
    return frozenset([_fold(value), _fold(encoded), _fold(for_urls)]) - {""}


def _is_in_word(text: str, start: int, end: int) -> bool:
    return bool(_WORD.match(text[start - 1 : start]) or _WORD.match(text[end : end + 1]))


_WORD = re.compile(r"\w")


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
