"""What makes a JSON text unusable, found in the text once the fast reader has given up."""

import json
import re
from collections.abc import Iterator

from channelsmith.document.syntax import MAX_DEPTH, Mark, TextError

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKENS = re.compile(rf"(?P<key>{_STRING})[ \t\n\r]*:|{_STRING}|[\[{{]|[\]}}]", re.DOTALL)
_NUMBERS = re.compile(rf"{_STRING}|(?P<word>-?Infinity|NaN)|(?P<number>-?[0-9][0-9.eE+-]*)", re.DOTALL)
_STRINGS = re.compile(_STRING, re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")

_HINTS = (
    ("property name", "keys stand in double quotes, and no ',' follows the last member"),
    ("trailing comma", "remove the ',' after the last member or element"),
    ("delimiter", "members and elements are separated by ',', keys and values by ':'"),
    ("control character", "write line breaks and tabs in a string as \\n and \\t"),
    ("Unterminated string", "a quote is opened and never closed"),
    ("Extra data", "a file holds one JSON value; remove what follows it"),
    ("escape", "a backslash in a string is written twice"),
    ("Expecting value", "JSON knows no comments, single quotes or missing values; a YAML file ends in .yaml"),
)


class DuplicateKeyError(Exception):
    """Some object has a key twice; `duplicate` tells which."""


def mark(text: str, at: int) -> Mark:
    """Line and column of an offset."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def syntax(error: json.JSONDecodeError) -> TextError:
    """The parser's complaint, at its place, with a hint where one is known."""
    hint = next((hint for part, hint in _HINTS if part in error.msg), "")
    return TextError(f"invalid JSON: {error.msg[:1].lower()}{error.msg[1:]}", (error.lineno, error.colno), hint)


def duplicate(text: str) -> TextError:
    """The first key that stands twice in its object."""
    objects: list[dict[str, int]] = []
    for match in _TOKENS.finditer(text):
        if match["key"] is not None:
            key = str(json.loads(match["key"]))
            if objects and key in objects[-1]:
                line, column = mark(text, objects[-1][key])
                return TextError(
                    f"the key {key!r} stands twice in one mapping",
                    mark(text, match.start()),
                    f"it is first used at line {line}, column {column}; remove or rename one of the two",
                    "duplicate-key",
                )
            if objects:
                objects[-1][key] = match.start()
        elif match[0] in "{[":
            objects.append({})
        elif match[0] in "}]" and objects:
            objects.pop()
    return TextError("a key stands twice in one mapping", (1, 1), rule="duplicate-key")


def too_deep(text: str) -> TextError:
    """The first container that is nested too deeply."""
    depth = 0
    for match in _TOKENS.finditer(text):
        if match[0] in ("{", "["):
            depth += 1
            if depth > MAX_DEPTH:
                return TextError(f"nested more than {MAX_DEPTH} levels deep", mark(text, match.start()), rule="limit")
        elif match[0] in ("}", "]"):
            depth -= 1
    return TextError(f"nested more than {MAX_DEPTH} levels deep", (1, 1), rule="limit")


def bad_number(text: str) -> TextError:
    """The first number that is no finite number or has more digits than can be read."""
    for match in _NUMBERS.finditer(text):
        if match["word"] or (match["number"] and not _is_readable(match["number"])):
            shown = match[0] if len(match[0]) <= 20 else f"{match[0][:20]}..."  # noqa: PLR2004 -- a glance
            message = f"{shown} is no number that can be used"
            return TextError(message, mark(text, match.start()), "quote it if it is a text", "number")
    return TextError("a number can not be read", (1, 1), rule="number")


def _is_readable(number: str) -> bool:
    try:
        return float(number) not in (float("inf"), float("-inf")) and bool(str(json.loads(number)))
    except ValueError:
        return False


def half_pair(text: str) -> TextError | None:
    """The first string with half of a surrogate pair, which no file could hold; None when all are whole."""
    if not _SURROGATE.search(text):
        return None
    for match in _strings_with_surrogates(text):
        try:
            json.loads(match[0]).encode()
        except UnicodeEncodeError:
            message = "a character above U+FFFF is written with half of its \\u escapes"
            return TextError(message, mark(text, match.start()), "write the character itself", "syntax")
    return None


def _strings_with_surrogates(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _STRINGS.finditer(text) if _SURROGATE.search(match[0]))
