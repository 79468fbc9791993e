"""Constraints and defaults in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from channelsmith import ir
from channelsmith.codegen.render import literal, one_line

Code: TypeAlias = Callable[[str], str]
"""Writes a text as code."""

_MOST_VALUES: Final = 12
_FORMATS: Final[Mapping[str, str]] = {
    "byte": "base64",
    "date": "an ISO 8601 date",
    "date-time": "an ISO 8601 date with a time",
    "decimal": "an exact decimal number",
    "duration": "an ISO 8601 duration",
    "email": "an email address",
    "hostname": "a host name",
    "int32": "a 32-bit integer",
    "int64": "a 64-bit integer",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "time": "an ISO 8601 time",
    "uri": "a URI",
    "url": "a URL",
    "uuid": "a UUID",
}

_TYPES: Final[Mapping[str, str]] = {
    "array": "a list",
    "boolean": "a boolean",
    "integer": "an integer",
    "number": "a number",
    "object": "an object",
    "string": "text",
}


def code(text: str) -> str:
    """Write a text as code in a docstring."""
    return f"`{one_line(text)}`"


def describe_details(details: ir.Details, description: str, code: Code = code, *, has_default: bool = True) -> str:
    """Return sentences on the constraints and the default of a value, "" if there is nothing to say.

    Args:
        details: the constraints and the default.
        description: the document's own text, which may tell the default already.
        code: writes values.
        has_default: whether a default means anything, as for a value that may be left out.
    """
    phrases = list(_phrases(details.constraints, code))
    if has_default and details.default is not None and "default" not in description.lower():
        default = list(details.default) if isinstance(details.default, tuple) else details.default
        phrases.append(f"the API's default is {code(literal(default))}")
    return " ".join(f"{phrase[0].upper()}{phrase[1:]}." for phrase in phrases)


def _phrases(constraints: ir.Constraints, code: Code) -> Iterator[str]:
    if constraints.values:
        yield _one_of(constraints.values, code)
    elif constraints.format:  # says nothing more about a value of an enumeration
        yield _FORMATS.get(constraints.format) or f"format {code(constraints.format)}"
    yield from _range(constraints)
    if constraints.multiple_of is not None:
        yield f"a multiple of {_number(constraints.multiple_of)}"
    yield from _count(constraints.min_length, constraints.max_length, "character")
    if constraints.pattern:
        yield f"matches {code(constraints.pattern)}"
    yield from _count(constraints.min_items, constraints.max_items, "item")
    if constraints.unique_items:
        yield "no duplicates"
    yield from _count(constraints.min_properties, constraints.max_properties, "member")
    if constraints.items is not None:
        yield f"each item: {', '.join(_phrases(constraints.items, code))}"
    if constraints.options:
        yield _options(constraints, code)


def _options(constraints: ir.Constraints, code: Code) -> str:
    """The alternatives of a union; those without constraints by their types."""
    texts = [", ".join(_phrases(each, code)) for each in constraints.options]
    others = [_TYPES.get(name, "another value") for name in constraints.other_types]
    if len(texts) == 1:  # without a second one that says something, "either" would promise too much
        return ", or ".join([*texts, " or ".join(others)]) if others else texts[0]
    return f"either {'; or '.join([*texts, *others])}"


def _one_of(values: tuple[ir.JsonScalar, ...], code: Code) -> str:
    texts = [code(each if isinstance(each, str) else literal(each)) for each in values[:_MOST_VALUES]]
    if len(values) == 1:
        return f"only {texts[0]} is documented"
    others = len(values) - len(texts)
    return f"one of {', '.join(texts)}{f' and {others} others' if others else ''}"


def _range(constraints: ir.Constraints) -> Iterator[str]:
    low, high = constraints.minimum, constraints.maximum
    above, below = constraints.exclusive_minimum, constraints.exclusive_maximum
    if low is not None and high is not None and above is None and below is None:
        yield f"from {_number(low)} to {_number(high)}" if low != high else f"always {_number(low)}"
        return
    bounds = (("greater than", above), ("at least", low), ("less than", below), ("at most", high))
    words = [f"{word} {_number(bound)}" for word, bound in bounds if bound is not None]
    if words:
        yield " and ".join(words)


def _count(least: float | None, most: float | None, noun: str) -> Iterator[str]:
    least = least or None  # at least none is no constraint
    if least is None and most is None:
        return
    last = most if most is not None else least
    nouns = noun if last == 1 else f"{noun}s"
    if least is None or most is None:
        yield f"at {'least' if most is None else 'most'} {_number(last or 0)} {nouns}"
    else:
        yield f"{'exactly' if least == most else f'{_number(least)} to'} {_number(most)} {nouns}"


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else repr(value)
