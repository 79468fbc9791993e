"""Turn errors of jsonschema-rs into messages: what is wrong with which element, for the alternative that was meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from channelsmith.document import Document, Json, Node, describe_type

_MAX_VALUE = 40  # characters of a value in a message
_NOUNS = {"object": "a mapping", "array": "a list", "null": "empty", "integer": "an integer"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong with an element; ``tokens`` are the keys that lead to it."""

    tokens: tuple[str, ...]
    message: str
    hint: str = ""


def explain(error: ValidationError, document: Document, names: tuple[str, ...] = ()) -> Iterator[Explanation]:
    """Explain an error, once for each element that has to change.

    Args:
        error: an error of a part of the document.
        document: the document, whose hints have a common limit.
        names: the keys that may have been meant.
    """
    for leaf, allowed in _leaves(error, ()):
        tokens = tuple(str(token) for token in leaf.instance_path)
        match leaf.kind:
            case Kind.AdditionalProperties(unexpected) | Kind.UnevaluatedProperties(unexpected):
                owner = leaf.instance
                noun = "a reference" if isinstance(owner, dict) and "$ref" in owner else _name(tokens)
                for key in unexpected:
                    yield Explanation(
                        (*tokens, key), f"{noun} cannot have {key!r}", _suggest_name(document, key, names)
                    )
            case Kind.PropertyNames(inner):
                key = str(inner.instance)
                yield Explanation((*tokens, key), f"{key!r} is not allowed as a name", _describe(inner, ("name",))[0])
            case Kind.Enum():
                listed = ", ".join(_short(value) for value in allowed)
                message = f"{_name(tokens)} is {_short(leaf.instance)}, not one of {listed}"
                choices: dict[str, Json] = {value: None for value in allowed if isinstance(value, str)}
                yield Explanation(tokens, message, document.did_you_mean(str(leaf.instance), choices))
            case _:
                yield Explanation(tokens, *_describe(leaf, tokens))


def _suggest_name(document: Document, key: str, names: tuple[str, ...]) -> str:
    if key in names:
        return "remove it: this object has no such member"
    default = "remove it or correct its name; names of extensions begin with 'x-'"
    return document.did_you_mean(key, dict.fromkeys(names)) or default


def nearest(node: Node, tokens: tuple[str, ...]) -> Node:
    """The node that keys lead to, or the last one on the way: jsonschema-rs omits empty keys from its paths."""
    for token in tokens:
        child = node.get(token)
        if child is None:
            break
        node = child
    return node


def _describe(error: ValidationError, tokens: tuple[str, ...]) -> tuple[str, str]:  # noqa: C901, PLR0911 -- a table
    """Return message and hint."""
    value = error.instance
    name = _name(tokens)
    match error.kind:
        case Kind.Required(key):
            return f"{name} lacks {key!r}", "add it"
        case Kind.Type(types):
            expected = " or ".join(_NOUNS.get(each, f"a {each}") for each in types)
            quote = types == ["string"] and isinstance(value, int | float)
            return f"{name} is {describe_type(value)}, not {expected}", "quote it" if quote else ""
        case Kind.Constant(expected):
            return f"{name} is {_short(value)}, not {_short(expected)}", ""
        case Kind.Pattern(pattern):
            return f"{_short(value)} is not valid for {name}", f"it has to match {pattern}"
        case Kind.Format(expected):
            return f"{_short(value)} is not a valid {expected}", ""
        case Kind.UniqueItems():
            return f"{name} contains duplicates", "remove one"
        case Kind.MinItems() | Kind.MinProperties() | Kind.MinLength():
            return f"{name} is too short", error.message
        case Kind.FalseSchema():
            return f"{name} is not allowed here", "remove it"
        case Kind.Not({"required": [*keys]}):
            return f"{name} cannot have {' and '.join(repr(key) for key in keys)} together", "keep one of them"
        case Kind.OneOfMultipleValid() if isinstance(value, dict) and {"schema", "content"} <= value.keys():
            return f"{name} cannot have 'schema' and 'content' together", "keep one of them"
        case Kind.OneOfMultipleValid() | Kind.OneOfNotValid() | Kind.AnyOf() | Kind.Not():
            return f"{name} matches none or several of its allowed forms", "see the specification for these forms"
        case _:
            return f"{name}: {error.message}", ""


def _leaves(
    error: ValidationError, siblings: Iterable[ValidationError]
) -> Iterator[tuple[ValidationError, list[object]]]:
    """The causes of an error, each with the values that are allowed instead, if they are listed.

    Where all alternatives fail, only the errors of the one that was meant count; the values are those of all.
    """
    branches = error.kind.context if isinstance(error.kind, Kind.OneOfNotValid | Kind.AnyOf) else []
    failed = [branch for branch in branches if branch]
    if not failed:
        yield error, _allowed((error, *siblings), error)
        return
    causes = [each for branch in failed for each in branch]
    for each in min(failed, key=lambda branch: _distance(branch, error)):
        yield from _leaves(each, causes)


def _allowed(errors: Iterable[ValidationError], chosen: ValidationError) -> list[object]:
    options: list[object] = []
    for error in errors:
        if isinstance(error.kind, Kind.Enum) and error.instance_path == chosen.instance_path:
            options += [option for option in error.kind.options if option not in options]
    return options


def _distance(branch: list[ValidationError], error: ValidationError) -> tuple[bool, int, int, int]:
    """The distance of a value from an alternative.

    It is least likely that a reference was meant where there is none; what counts then are errors that rule the
    alternative out, all errors, and their depth.
    """
    depth = len(error.instance_path)
    return (
        any(_is_no_reference(each) for each in branch),
        sum(_rules_out(each, depth) for each in branch),
        len(branch),
        -max(len(each.instance_path) for each in branch),
    )


def _is_no_reference(error: ValidationError) -> bool:
    match error.kind:
        case Kind.Required("$ref"):
            return True
        case _:
            return False


def _rules_out(error: ValidationError, depth: int) -> bool:
    """Whether an error shows that another alternative was meant."""
    match error.kind:
        case Kind.Type():
            return len(error.instance_path) == depth
        case Kind.Enum() | Kind.Constant():
            return len(error.instance_path) == depth + 1
        case _:
            return False


def _name(tokens: tuple[str, ...]) -> str:
    """The last key; an index together with the key before it."""
    if not tokens:
        return "the document"
    return repr("/".join(tokens[-2:])) if tokens[-1].isdecimal() else repr(tokens[-1])


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _MAX_VALUE else f"{text[:_MAX_VALUE]}..."
