"""Selection of parts of a document by JSONPath (RFC 9535), within limits."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TypeAlias, cast

import jsonschema_rs
from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError
from jsonpath.exceptions import JSONPathRecursionError
from jsonpath.function_extensions import ExpressionType, FilterFunction
from jsonpath.selectors import NameSelector

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Json, Node, did_you_mean

Location: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes from the root to a part of the document."""

MAX_MATCHES = 250_000
"""Maximum number of parts that one path may select; a path can select the same part several times."""

MAX_LENGTH = 2_000
"""Maximum number of characters of a path; each of its segments adds a nested call."""

LIMIT_RULE = "limit"
TARGET_RULE = "overlay-target"
HINT_LESS = "be more specific"

_HINT_EXAMPLE = "for example $.paths['/orders'].get.parameters[?@.name == 'page']"
_MAX_LISTED = 5
_MAX_SEARCHED = 20_000


def select(expression: Node, value: dict[str, Json]) -> tuple[Location, ...]:
    """Return the locations that a path selects in a document, each once, in the order of selection.

    Args:
        expression: the text of the path, in the overlay document.
        value: the document.

    Raises:
        UnusableInput: the text is not a JSONPath, or selects nothing, or too much.
    """
    text = expression.as_text()
    if len(text) > MAX_LENGTH:
        raise _refused(expression, f"the path is longer than {MAX_LENGTH} characters")
    try:
        path = cast("JSONPath", _STRICT.compile(text))  # RFC 9535 has no unions of paths
        matches = [match.parts for match in islice(path.finditer(value), MAX_MATCHES + 1)]
        if len(matches) > MAX_MATCHES:
            raise _refused(expression, f"{text!r} selects more than {MAX_MATCHES} parts")
        if not matches:
            raise _refused(expression, *_explain_no_match(text, path, value), TARGET_RULE)
    except (JSONPathRecursionError, RecursionError):
        raise _refused(expression, f"{text!r} or the document is nested too deeply") from None
    except (JSONPathError, ValueError) as error:  # ValueError for an index such as 1e5
        reason = str(error.message).replace("TOKEN_", "") if isinstance(error, JSONPathError) else error
        message = f"{text!r} is not a JSONPath (RFC 9535): {reason}"
        raise _refused(expression, message, _HINT_EXAMPLE, TARGET_RULE) from None
    return tuple(dict.fromkeys(matches))


def _refused(expression: Node, message: str, hint: str = HINT_LESS, rule: str = LIMIT_RULE) -> UnusableInput:
    return UnusableInput(expression.problem(message, rule=rule, hint=hint))


class _PatternFunction(FilterFunction):
    """The functions `match` and `search`, in linear time.

    The regular expressions of the standard library take exponential time for a pattern such as `(a+)+`.
    """

    def __init__(self, template: str) -> None:
        """`template` is the expression to search for, with `{}` in place of the pattern."""
        self._template = template

    @property
    def arg_types(self) -> list[ExpressionType]:
        """A text and a pattern."""
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        """A boolean."""
        return ExpressionType.LOGICAL

    def __call__(self, value: object, pattern: object) -> bool:
        """Return whether a text matches a pattern; False if either is not valid."""
        if not isinstance(value, str) or not isinstance(pattern, str):
            return False
        validator = _compile_pattern(self._template.format(pattern))
        return validator is not None and validator.is_valid(value)


@lru_cache(maxsize=100)
def _compile_pattern(pattern: str) -> jsonschema_rs.Validator | None:
    try:
        return jsonschema_rs.validator_for(
            {"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions(), offline=True
        )
    except (jsonschema_rs.ValidationError, ValueError):
        return None


class _Environment(JSONPathEnvironment):
    max_recursion_depth = 400  # a file may be nested 128 levels deep, a bundle of files somewhat deeper

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = _PatternFunction("^(?:{})$")
        self.function_extensions["search"] = _PatternFunction("{}")


_STRICT = _Environment(strict=True)


def _explain_no_match(text: str, path: JSONPath, value: dict[str, Json]) -> tuple[str, str]:
    """Return message and hint for a path that selects nothing: how much of it matches, and which keys exist there."""
    lengths = range(len(path.segments) - 1, 0, -1)
    prefixes = ((length, JSONPath(env=_STRICT, segments=path.segments[:length])) for length in lengths)
    matching = next((length for length, prefix in prefixes if any(True for _ in prefix.finditer(value))), 0)
    before = JSONPath(env=_STRICT, segments=path.segments[:matching])
    segment = path.segments[matching]
    names = [selector.name for selector in segment.selectors if isinstance(selector, NameSelector)]
    if len(names) != len(segment.selectors) or len(names) != 1:
        return f"nothing matches {text!r}: {segment} selects nothing in {before}", ""
    is_deep = str(segment).startswith("..")
    keys = dict.fromkeys(_keys(f"{before}{'..*' if is_deep else '.*'}", value))
    message = f"nothing matches {text!r}: {before} has no {names[0]!r}{' at any depth' if is_deep else ''}"
    listed = ", ".join(repr(key) for key in list(keys)[:_MAX_LISTED])
    available = f"available: {listed}{', ...' if len(keys) > _MAX_LISTED else ''}" if keys else ""
    return message, did_you_mean(names[0], keys) or available


def _keys(path: str, value: dict[str, Json]) -> Iterator[str]:
    for match in islice(_STRICT.finditer(path, value), _MAX_SEARCHED):
        if isinstance(match.parts[-1], str):
            yield match.parts[-1]
