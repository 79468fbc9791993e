"""The words for a method: those of the operationId, without what a framework or the resource says already."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from channelsmith import ir
from channelsmith.naming.identifiers import is_version_segment, singularize, split_words

MethodNames: TypeAlias = Literal["operationId", "reduced", "short"]
"""How methods are named: as the operationId says, without what a framework adds to it, or without the resource too."""

_PREPOSITIONS: Final = frozenset(["as", "at", "by", "for", "from", "in", "of", "on", "to", "with"])
_METHODS: Final = "get|put|post|delete|options|head|patch|trace"


def method_words(api: ir.Api, resources: Mapping[str, Sequence[str]], style: MethodNames) -> dict[str, tuple[str, ...]]:
    """Return the texts that the name of each operation's method may be made of, best first, by the operation's pointer.

    Operations without an operationId, or whose name the document declares, are left out.

    Args:
        api: the API.
        resources: the path of each operation's resource.
        style: how methods are named.
    """
    ids = {each.pointer: each.id for each in api.operations if each.id and not each.method_name}
    if style == "operationId":
        return {pointer: (text,) for pointer, text in ids.items()}
    operations = [each for each in api.operations if each.pointer in ids]
    reduced = _without_prefix(operations, _without_paths(operations, ids))
    if style == "reduced":
        return {pointer: (text,) for pointer, text in reduced.items()}
    return {pointer: (_without_resource(text, resources[pointer]), text) for pointer, text in reduced.items()}


def _without_paths(operations: Sequence[ir.Operation], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts without path and method, where most operations have them as FastAPI appends them."""
    names = {each.pointer: match[1] for each in operations if (match := _function_name(each)) is not None}
    return {**texts, **names} if len(names) * 2 >= len(operations) else dict(texts)


def _function_name(operation: ir.Operation) -> re.Match[str] | None:
    """Match `read_items_items__id__get` of `GET /items/{id}`: the name of a function, the path and a method."""
    path = re.escape(re.sub(r"\W", "_", operation.path))
    return re.fullmatch(rf"(.*?[^_].*?){path}_(?:{_METHODS})(?:_\d+)?", operation.id)


def _without_prefix(operations: Sequence[ir.Operation], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts without the `api_v1_` that all begin with, as their paths do."""
    prefix: list[str] = []
    segments = [each.path.strip("/").split("/") for each in operations]
    for column in zip(*segments, strict=False):
        if len(set(column)) != 1 or not is_version_segment(column[0]):
            break
        prefix += split_words(column[0])
    words = {pointer: split_words(text) for pointer, text in texts.items()}
    size = len(prefix)
    if not prefix or not all(each[:size] == prefix and len(each) > size for each in words.values()):
        return dict(texts)
    return {pointer: "_".join(each[size:]) for pointer, each in words.items()}


def _without_resource(text: str, resource: Sequence[str]) -> str:
    """Return a text without the nouns of its resource: `list_pets` of `pets` -> list, `add_order_line` of lines -> add.

    It stays as it is where nothing would be left, or no name: `pets_by_status`.
    """
    words = split_words(text)
    *parents, noun = [split_words(each) for each in resource]
    size = len(noun)
    start = next((at for at in range(len(words) - size + 1) if _is_same(words[at : at + size], noun)), None)
    if start is None:
        return text
    end = start + size
    for parent in reversed(parents):
        before = max(0, start - len(parent))
        if not _is_same(words[before:start], parent):
            break
        start = before
    rest = [*words[:start], *words[end:]]
    return "_".join(rest) if rest and rest[0] not in _PREPOSITIONS else text


def _is_same(words: Sequence[str], noun: Sequence[str]) -> bool:
    """Whether words are a noun of several words, in the singular or the plural."""
    singular, plain = ([*each[:-1], *(singularize(word) or word for word in each[-1:])] for each in (words, noun))
    return singular == plain
