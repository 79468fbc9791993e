"""Whether mappings and lists stand where the specification has mappings and lists."""

from collections.abc import Iterator

from channelsmith.document import Node, kind_of
from channelsmith.rules.finding import Finding, Survey

_MAY_BE_BOOLEAN = frozenset({"schema"})
_COLLECTIONS = frozenset({"paths", "components", "responses"})


def wrong_types(survey: Survey) -> Iterator[Finding]:
    """Objects that are no objects, and the one object no document does without."""
    if "info" not in survey.document.root:
        yield Finding(survey.document.root, "the document has no 'info'", "add 'info' with 'title' and 'version'")
    for kind, node in survey.all:
        if kind[0] == "[":
            fits, wanted = node.is_list, "a list"
        else:
            fits, wanted = node.is_mapping, "a mapping"
        if not fits and not _is_tolerable(kind, node):
            yield Finding(node, f"'{node.key}' is {kind_of(node.value)}, not {wanted}", _hint(kind, node))
        elif kind == "schema" and (said := node.get("type")) is not None and not isinstance(said.value, str | list):
            yield Finding(said, f"'type' is {kind_of(said.value)}, not a string", "for example 'type: string'")


def _is_tolerable(kind: str, node: Node) -> bool:
    """A schema may be true or false, and an empty collection may be written as nothing."""
    return (isinstance(node.value, bool) and kind in _MAY_BE_BOOLEAN) or (
        node.value is None and (kind[0] in "{[" or kind in _COLLECTIONS)
    )


def _hint(kind: str, node: Node) -> str:
    if kind == "schema" and node.is_list:
        return "for one schema for each position write 'prefixItems', for alternatives 'oneOf'"
    if kind[0] == "[":
        return "write every entry on a line of its own, after '- '"
    return "write its members as 'name: value', indented below it"
