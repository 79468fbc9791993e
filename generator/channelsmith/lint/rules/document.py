"""Rules about the document as a whole: its OpenAPI version, and limits that keep processing fast and in memory."""

import re
from collections.abc import Iterator, Mapping

from channelsmith.diagnostics import Severity
from channelsmith.document import Document, Node, describe_type
from channelsmith.lint.rules.base import Finding, LintContext, Phase, rule

MAX_OBJECTS = 2_000_000
"""Objects in a document; the largest published descriptions have 200,000."""

MAX_OPERATIONS = 50_000

MAX_CHAIN = 64
"""Schemas or references that lead into one another without an object's properties between them."""

MAX_ALTERNATIVES = 250
"""Members of a `oneOf` or `anyOf`; each becomes a part of one annotation."""

MAX_VALUES = 10_000
"""Values of an `enum`."""

MAX_PATH = 25_000
"""Characters of a path."""

_VERSION = re.compile(r"3\.\d+(\.\d+(-.+)?)?")
_NEWEST = "3.2"
_LIST_LIMITS = {"oneOf": MAX_ALTERNATIVES, "anyOf": MAX_ALTERNATIVES, "enum": MAX_VALUES}
_NESTED_SCHEMAS = ("allOf", "oneOf", "anyOf", "items", "additionalProperties")


def version_of(document: Document) -> str:
    """The version whose rules apply: "3.0", "3.1" or "3.2"."""
    version = document.root.text("openapi")[:3]
    return version if version in {"3.0", "3.1"} else _NEWEST


def is_unknown_version(document: Document) -> bool:
    """Whether the document has a version that is newer than those whose rules are known."""
    return version_of(document) == _NEWEST and not document.root.text("openapi").startswith(_NEWEST)


@rule("version", Severity.ERROR, phase=Phase.GATE)
def unsupported_version(context: LintContext) -> Iterator[Finding]:
    """The document has an OpenAPI version that is not supported, or none."""
    root = context.document.root
    if (version := root.get("openapi")) is not None:
        if isinstance(version.value, bool) or not isinstance(version.value, str | int | float):
            message = f"the version of OpenAPI is {describe_type(version.value)}, not a string"
            yield Finding(version, message, 'write it in three parts and quotes, as in "3.1.0"')
        elif not _VERSION.fullmatch(version.as_text()):  # 3.1 without quotes is a number, and clear enough
            message = f"OpenAPI {version.value} is not supported; 3.0, 3.1 and 3.2 are"
            yield Finding(version, message, 'so is Swagger 2.0, as swagger: "2.0"')
    elif (version := root.get("swagger")) is not None:
        shown = version.value if isinstance(version.value, str | int | float) else describe_type(version.value)
        yield Finding(version, f"Swagger {shown} is not supported; 2.0 is")
    else:
        message = "this is not an OpenAPI document: 'openapi' is missing"
        yield Finding(root, message, "start it with 'openapi: 3.1.0'")


@rule("newer-version", Severity.WARNING)
def unknown_version(context: LintContext) -> Iterator[Finding]:
    """The document has a newer version of OpenAPI than this generator knows."""
    if is_unknown_version(context.document):
        version = context.document.root["openapi"]
        yield Finding(version, f"OpenAPI {version.value} is not known yet; it is read as {_NEWEST}")


@rule("limit", Severity.ERROR, phase=Phase.GATE)
def exceeded_limits(context: LintContext) -> Iterator[Finding]:
    """The document is too large to be processed; every limit is reported once, where it is first exceeded."""
    if len(context.all) > MAX_OBJECTS:
        root = context.document.root
        yield Finding(root, f"the document has more than {MAX_OBJECTS:,} objects", "split it by section")
    operations = context.by_kind.get("operation", ())
    if len(operations) > MAX_OPERATIONS:
        message = f"the document has more than {MAX_OPERATIONS:,} operations"
        yield Finding(operations[MAX_OPERATIONS], message, "split it by section")
    for path, item in context.paths():
        if len(path) > MAX_PATH:
            yield Finding(item, f"the path has more than {MAX_PATH:,} characters")
            break
    yield from _long_lists(context)
    yield from _long_chains(context)


def _long_lists(context: LintContext) -> Iterator[Finding]:
    limits = dict(_LIST_LIMITS)
    for schema in context.by_kind.get("schema", ()):
        if isinstance(schema.value, dict):
            for key in limits.keys() & schema.value.keys():
                value = schema.value[key]
                if isinstance(value, list) and len(value) > limits[key]:
                    hint = "leave the list out, and describe the values in the description"
                    yield Finding(schema[key], f"'{key}' has more than {limits.pop(key):,} members", hint)


def _long_chains(context: LintContext) -> Iterator[Finding]:
    edges = {node.pointer: targets for _, node in context.all if (targets := tuple(_chained(node)))}
    heights: dict[str, int] = {}
    for start in edges:
        if start not in heights and _height(start, edges, heights) > MAX_CHAIN:
            message = f"a chain of more than {MAX_CHAIN} schemas or references begins here"
            yield Finding(context.document.at(start), message, "refer to the last of them directly")
            return


def _chained(node: Node) -> Iterator[str]:
    """Pointers of the nodes that are read together with a node: its reference target and the schemas it consists of."""
    if not isinstance(node.value, dict):
        return
    if "$ref" in node.value and (target := node.find_target()) is not None:
        yield target.pointer
    for key in _NESTED_SCHEMAS:
        part = node.value.get(key)
        if isinstance(part, dict):
            yield f"{node.pointer}/{key}"
        elif isinstance(part, list):
            for index, element in enumerate(part):
                if isinstance(element, dict):
                    yield f"{node.pointer}/{key}/{index}"


def _height(start: str, edges: Mapping[str, tuple[str, ...]], heights: dict[str, int]) -> int:
    """The length of the longest chain from a pointer; circles are cut where they close."""
    on_path = {start}
    path = [(start, iter(edges[start]))]
    best = {start: 0}
    while path:
        pointer, targets = path[-1]
        target = next(targets, None)
        if target is None:
            path.pop()
            on_path.discard(pointer)
            heights[pointer] = best.pop(pointer)
            if path:
                best[path[-1][0]] = max(best[path[-1][0]], heights[pointer] + 1)
        elif target in heights:
            best[pointer] = max(best[pointer], heights[target] + 1)
        elif target in edges and target not in on_path:
            on_path.add(target)
            best[target] = 0
            path.append((target, iter(edges[target])))
    return heights[start]
