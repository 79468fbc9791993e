"""A JSON Schema error in words: what is wrong at which element, without the noise of alternatives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from channelsmith.document import Node, kind_of

_GLANCE = 40  # characters of a value that a message shows
_NOUNS = {"object": "a mapping", "array": "a list", "null": "empty"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong; ``tokens`` are the keys on the way to the element that has to change."""

    tokens: tuple[str, ...]
    message: str
    hint: str = ""


def explain(error: ValidationError) -> Iterator[Explanation]:
    """What an error of jsonschema-rs means, one explanation for each element that has to change."""
    for leaf, allowed in _leaves(error, ()):
        tokens = tuple(str(token) for token in leaf.instance_path)
        match leaf.kind:
            case Kind.AdditionalProperties(unexpected) | Kind.UnevaluatedProperties(unexpected):
                for key in unexpected:
                    hint = "remove it or correct its name; additions of your own begin with 'x-'"
                    yield Explanation((*tokens, key), f"{_name(tokens)} can not have {key!r}", hint)
            case Kind.PropertyNames(inner):
                key = str(inner.instance)
                yield Explanation((*tokens, key), f"{key!r} can not be a name here", _say(inner, ("name",))[0])
            case Kind.Enum():
                listed = ", ".join(_glance(value) for value in allowed)
                yield Explanation(tokens, f"{_name(tokens)} is {_glance(leaf.instance)}, none of {listed}")
            case _:
                yield Explanation(tokens, *_say(leaf, tokens))


def nearest(node: Node, tokens: tuple[str, ...]) -> Node:
    """The node these keys lead to, or the last one on the way: jsonschema-rs leaves empty keys out of its paths."""
    for token in tokens:
        below = node.get(token)
        if below is None:
            break
        node = below
    return node


def _say(error: ValidationError, tokens: tuple[str, ...]) -> tuple[str, str]:  # noqa: C901, PLR0911 -- a table
    """Message and hint."""
    value = error.instance
    name = _name(tokens)
    match error.kind:
        case Kind.Required(key):
            return f"{name} lacks {key!r}", "add it"
        case Kind.Type(types):
            wanted = " or ".join(_NOUNS.get(each, f"a {each}") for each in types)
            quote = types == ["string"] and isinstance(value, int | float)
            return f"{name} is {kind_of(value)}, not {wanted}", "quote it" if quote else ""
        case Kind.Constant(expected):
            return f"{name} is {_glance(value)}, not {_glance(expected)}", ""
        case Kind.Pattern(pattern):
            return f"{_glance(value)} does not have the form of {name}", f"it has to match {pattern}"
        case Kind.Format(wanted):
            return f"{_glance(value)} is no valid {wanted}", ""
        case Kind.UniqueItems():
            return f"{name} names something twice", "remove one"
        case Kind.MinItems() | Kind.MinProperties() | Kind.MinLength():
            return f"{name} is too short", error.message
        case Kind.FalseSchema():
            return f"{name} is not allowed here", "remove it"
        case Kind.Not({"required": [*keys]}):
            return f"{name} can not have {' and '.join(repr(key) for key in keys)} together", "keep one of them"
        case Kind.OneOfMultipleValid() if isinstance(value, dict) and {"schema", "content"} <= value.keys():
            return f"{name} can not have 'schema' and 'content' together", "keep one of them"
        case Kind.OneOfMultipleValid() | Kind.OneOfNotValid() | Kind.AnyOf() | Kind.Not():
            return f"{name} fits none or several of the forms it may have", "see the specification for these forms"
        case _:
            return f"{name}: {error.message}", ""


def _leaves(
    error: ValidationError, siblings: Iterable[ValidationError]
) -> Iterator[tuple[ValidationError, list[object]]]:
    """The errors behind an error, with the values they allow when they list some.

    Of alternatives that all fail only the errors of the one that was meant count; the values are those of all.
    """
    branches = error.kind.context if isinstance(error.kind, Kind.OneOfNotValid | Kind.AnyOf) else []
    failed = [branch for branch in branches if branch]
    if not failed:
        yield error, _allowed((error, *siblings), error)
        return
    everyone = [each for branch in failed for each in branch]
    for each in min(failed, key=lambda branch: _distance(branch, error)):
        yield from _leaves(each, everyone)


def _allowed(errors: Iterable[ValidationError], chosen: ValidationError) -> list[object]:
    found: list[object] = []
    for error in errors:
        if isinstance(error.kind, Kind.Enum) and error.instance_path == chosen.instance_path:
            found += [option for option in error.kind.options if option not in found]
    return found


def _distance(branch: list[ValidationError], error: ValidationError) -> tuple[int, int, int]:
    """How far a value is from an alternative: not at all of its form, then by errors, the deepest ones last."""
    depth = len(error.instance_path)
    return (
        sum(_tells_apart(each, depth) for each in branch),
        len(branch),
        -max(len(each.instance_path) for each in branch),
    )


def _tells_apart(error: ValidationError, depth: int) -> bool:
    """Whether an error says that quite another alternative was meant."""
    match error.kind:
        case Kind.Required("$ref"):
            return True
        case Kind.Type():
            return len(error.instance_path) == depth
        case Kind.Enum() | Kind.Constant():
            return len(error.instance_path) == depth + 1
        case _:
            return False


def _name(tokens: tuple[str, ...]) -> str:
    """The key; a number, which says little, with the key before it."""
    if not tokens:
        return "the document"
    return repr("/".join(tokens[-2:])) if tokens[-1].isdecimal() else repr(tokens[-1])


def _glance(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _GLANCE else f"{shown[:_GLANCE]}..."
