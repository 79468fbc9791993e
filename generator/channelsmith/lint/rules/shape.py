"""Whether mappings and lists stand where the specification has mappings and lists, and plain values elsewhere."""

from collections.abc import Iterator, Mapping

from channelsmith.document import Json, Node, kind_of
from channelsmith.lint.rules.finding import Finding, LintContext, Repair

_MAY_BE_BOOLEAN = frozenset({"schema"})
_COLLECTIONS = frozenset({"paths", "components", "responses"})
_ABOUT = ("summary", "description")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "info": ("title", "version", *_ABOUT),
    "server": ("url", "description"),
    "server variable": ("default", "description"),
    "tag": ("name", "description"),
    "path item": _ABOUT,
    "operation": ("operationId", *_ABOUT),
    "parameter": ("name", "in", "style", "description"),
    "request body": ("description",),
    "response": ("description",),
    "encoding": ("contentType", "style"),
    "security scheme": ("type", "scheme", "name", "in", "description"),
    "schema": ("title", "description"),
}
"""Kind to its members that are texts; a number or a boolean is read as one."""
_FLAGS: Mapping[str, tuple[str, ...]] = {
    "operation": ("deprecated",),
    "parameter": ("required", "deprecated", "explode", "allowReserved"),
    "request body": ("required",),
    "encoding": ("explode", "allowReserved"),
    "schema": ("nullable", "deprecated", "readOnly", "writeOnly"),
}
"""Kind to its members that are true or false; their names as texts are read too."""
_INFO: dict[str, Json] = {"title": "API", "version": ""}


def wrong_types(survey: LintContext) -> Iterator[Finding]:
    """Objects that are no objects, texts that are none, and the one object no document does without."""
    root = survey.document.root
    if "info" not in root:
        repair = Repair(root, {**survey.document.value, "info": _INFO}, "the API is called 'API'")
        yield Finding(root, "the document has no 'info'", "add 'info' with 'title' and 'version'", repair)
    for kind, node in survey.all:
        fits, wanted = (node.is_list, "a list") if kind[0] == "[" else (node.is_mapping, "a mapping")
        if fits:
            yield from _wrong_values(kind, node)
        elif not _is_tolerable(kind, node):
            message = f"'{node.key}' is {kind_of(node.value)}, not {wanted}"
            yield Finding(node, message, _hint(kind, node), _repair(kind, node))


def _repair(kind: str, node: Node) -> Repair:
    """A mapping where a list should be is taken for its one element, a list of schemas for their alternatives."""
    match node.value:
        case dict() as one if kind[0] == "[" and one:
            return Repair(node, [one], "it is read as a list of one")
        case list() as several if kind == "schema" and several and all(isinstance(each, dict) for each in several):
            return Repair(node, {"anyOf": several}, "it is read as a choice between them")
        case _:
            return Repair(node, [] if kind[0] == "[" else {}, "it is read as if it were empty")


def _wrong_values(kind: str, node: Node) -> Iterator[Finding]:
    if kind == "schema" and (said := node.get("type")) is not None and not isinstance(said.value, str | list):
        message = f"'type' is {kind_of(said.value)}, not a string"
        yield Finding(said, message, "for example 'type: string'", Repair(said, [], "any value is accepted here"))
    for key in _TEXTS.get(kind, ()):
        if (said := node.get(key)) is not None and isinstance(said.value, dict | list):
            repair = Repair(said, None, "it is read as if it were not there")
            yield Finding(said, f"'{key}' is {kind_of(said.value)}, not a string", "write a text", repair)
    for key in _FLAGS.get(kind, ()):
        if (said := node.get(key)) is not None and not _is_flag(said.value):
            repair = Repair(said, None, "it is read as if it were not there")
            message = f"'{key}' is {kind_of(said.value)}, not true or false"
            yield Finding(said, message, "write true or false, without quotes", repair)


def _is_flag(value: Json) -> bool:
    return value is None or isinstance(value, bool) or (isinstance(value, str) and value.lower() in {"true", "false"})


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
