"""Names and descriptions of the values of an enum, from extensions of other tools and from unions of constants."""

from collections.abc import Sequence
from dataclasses import dataclass

from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Json, Node
from channelsmith.ir.builder.merge import MergedSchema

_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names")
_DESCRIPTIONS = ("x-enum-descriptions", "x-enumDescriptions")


@dataclass(frozen=True, slots=True)
class EnumTexts:
    """One name and one description for each value; empty where the document has none, or invalid ones."""

    names: Sequence[str] = ()
    descriptions: Sequence[str] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def describe_enum(merged: MergedSchema, values: Sequence[Json]) -> EnumTexts:
    """Return what a document says about the values of an enum, which may be those of a union of constants."""
    if merged.enum_part is None:
        return _describe_constants(merged.options, values)
    names, problem = _find_names(merged.enum_part, values)
    return EnumTexts(names, _find_descriptions(merged.enum_part, values), (problem,) if problem else ())


def _describe_constants(options: Sequence[Node], values: Sequence[Json]) -> EnumTexts:
    """Return the descriptions of constants, and their titles where the values themselves are numbers."""
    parts = [option.resolve() for option in options]
    titles, descriptions = ([part.text(key) for part in parts] for key in ("title", "description"))
    is_named = all(titles) and all(isinstance(value, int) for value in values)
    return EnumTexts(titles if is_named else (), descriptions if any(descriptions) else ())


def _find_names(part: Node, values: Sequence[Json]) -> tuple[list[str], Diagnostic | None]:
    for key in _NAMES:
        if (node := part.get(key)) is None:
            continue
        names = _listed(node, values)
        if names is None:
            message = f"{key} has to be a list with a name for each of the {len(values)} values; it is ignored"
        elif invalid := [name for name, value in zip(names, values, strict=True) if _is_invalid(name, value)]:
            message = f"{key} has {invalid[0]!r}, which is not an identifier; it is ignored"
        else:
            return names, None
        return [], node.problem(message, rule="approximated", severity=Severity.WARNING)
    return [], None


def _find_descriptions(part: Node, values: Sequence[Json]) -> list[str]:
    for key in _DESCRIPTIONS:
        if (node := part.get(key)) is None:
            continue
        if isinstance(node.value, dict):
            found = [node.value.get(str(value)) for value in values]
            descriptions = [text if isinstance(text, str) else "" for text in found]
        else:
            descriptions = _listed(node, values) or []
        return descriptions if any(descriptions) else []
    return []


def _listed(node: Node, values: Sequence[Json]) -> list[str] | None:
    """Return the texts of a list, one for each value; null may have none. None if it is not such a list."""
    texts = node.value if isinstance(node.value, list) else []
    if len(texts) == len(values) - list(values).count(None) != len(values):
        rest = iter(texts)
        texts = ["" if value is None else next(rest) for value in values]
    if not values or len(texts) != len(values):
        return None
    return [text if isinstance(text, str) else "" for text in texts]


def _is_invalid(name: str, value: Json) -> bool:
    return value is not None and not name.isidentifier()
