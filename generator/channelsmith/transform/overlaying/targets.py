"""JSONPaths (RFC 9535) to the places in a document that they select."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias, cast

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError
from jsonpath.exceptions import JSONPathRecursionError
from jsonpath.selectors import NameSelector

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Json, Node, did_you_mean
from channelsmith.transform.overlaying.patterns import Pattern

Location: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root to a part of the document."""

MAX_MATCHES = 250_000
"""Most parts that one path may select; a path can name the same ones again and again."""

MAX_LENGTH = 2_000
"""Most characters of a path; each of its segments is one more call inside another."""

LIMIT = "limit"
"""The rule of problems with size."""

_RULE = "overlay-target"
_HINT_LESS = "be more specific"
_HINT_EXAMPLE = "for example $.paths['/orders'].get.parameters[?@.name == 'page']"
_SHOWN = 5
_LOOKED_AT = 20_000


class _Environment(JSONPathEnvironment):
    max_recursion_depth = 400  # a file may be nested 128 deep, a bundle of files somewhat deeper

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = Pattern("^(?:{})$")
        self.function_extensions["search"] = Pattern("{}")


_STRICT = _Environment(strict=True)


def find(expression: Node, value: dict[str, Json]) -> tuple[Location, ...]:
    """Where in a document the parts stand that a path selects, each once, in the order of selection.

    Args:
        expression: the text of the path, in the overlay document.
        value: the document.

    Raises:
        UnusableInput: the text is no JSONPath, selects nothing, or too much; located at the text, with the nearest
            key that does exist.
    """
    text = expression.as_text()
    if len(text) > MAX_LENGTH:
        raise _refused(expression, f"the path is longer than {MAX_LENGTH} characters")
    try:
        path = cast("JSONPath", _STRICT.compile(text))  # unions of paths are no part of the RFC
        matches = [match.parts for match in islice(path.finditer(value), MAX_MATCHES + 1)]
        if len(matches) > MAX_MATCHES:
            raise _refused(expression, f"{text!r} selects more than {MAX_MATCHES} parts")
        if not matches:
            raise _refused(expression, *_nothing(text, path, value), _RULE)
    except (JSONPathRecursionError, RecursionError):
        raise _refused(expression, f"{text!r} or the document is nested too deeply") from None
    except (JSONPathError, ValueError) as error:  # the latter for an index such as 1e5
        reason = str(error.message).replace("TOKEN_", "") if isinstance(error, JSONPathError) else error
        raise _refused(expression, f"{text!r} is no JSONPath (RFC 9535): {reason}", _HINT_EXAMPLE, _RULE) from None
    return tuple(dict.fromkeys(matches))


def _refused(expression: Node, message: str, hint: str = _HINT_LESS, rule: str = LIMIT) -> UnusableInput:
    return UnusableInput(expression.problem(message, rule=rule, hint=hint))


def _nothing(text: str, path: JSONPath, value: dict[str, Json]) -> tuple[str, str]:
    """Message and hint for a path that selects nothing: how far it leads, and what there is instead."""
    reached = _reached(path, value)
    before = JSONPath(env=_STRICT, segments=path.segments[:reached])
    segment = path.segments[reached]
    names = [each.name for each in segment.selectors if isinstance(each, NameSelector)]
    if len(names) != len(segment.selectors) or len(names) != 1:
        return f"nothing matches {text!r}: {segment} selects nothing in {before}", ""
    deep = str(segment).startswith("..")
    keys = dict.fromkeys(_keys(f"{before}{'..*' if deep else '.*'}", value))
    message = f"nothing matches {text!r}: {before} has no {names[0]!r}{' at any depth' if deep else ''}"
    return message, did_you_mean(names[0], keys) or _listed(list(keys))


def _reached(path: JSONPath, value: dict[str, Json]) -> int:
    """How many segments of the path select something."""
    lengths = range(len(path.segments) - 1, 0, -1)
    prefixes = ((length, JSONPath(env=_STRICT, segments=path.segments[:length])) for length in lengths)
    return next((length for length, prefix in prefixes if any(True for _ in prefix.finditer(value))), 0)


def _keys(text: str, value: dict[str, Json]) -> Iterator[str]:
    for match in islice(_STRICT.finditer(text, value), _LOOKED_AT):
        if isinstance(match.parts[-1], str):
            yield match.parts[-1]


def _listed(keys: list[str]) -> str:
    shown = ", ".join(repr(key) for key in keys[:_SHOWN])
    return f"there are: {shown}{', ...' if len(keys) > _SHOWN else ''}" if keys else ""
