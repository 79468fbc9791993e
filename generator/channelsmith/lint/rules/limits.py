"""What a document may ask for: no more than real ones do, so that none can keep a machine busy or fill its memory."""

from collections.abc import Iterator, Mapping

from channelsmith.document import Node
from channelsmith.lint.rules.finding import Finding, LintContext

MAX_OBJECTS = 2_000_000
"""Most objects of a document, whatever their kind; the largest published descriptions have 200,000."""

MAX_OPERATIONS = 50_000
"""Most operations."""

MAX_CHAIN = 64
"""Most schemas or references that lead into one another without an object's properties between them."""

MAX_ALTERNATIVES = 250
"""Most members of a `oneOf` or `anyOf`, each of which becomes a part of one annotation."""

MAX_VALUES = 10_000
"""Most values of an `enum`."""

MAX_PATH = 25_000
"""Most characters of a path."""

_LISTS = {"oneOf": MAX_ALTERNATIVES, "anyOf": MAX_ALTERNATIVES, "enum": MAX_VALUES}
_INTO = ("allOf", "oneOf", "anyOf", "items", "additionalProperties")


def exceeded(survey: LintContext) -> Iterator[Finding]:
    """The limits a document goes beyond, each once, at the first place where it does."""
    if len(survey.all) > MAX_OBJECTS:
        yield Finding(survey.document.root, f"the document has more than {MAX_OBJECTS:,} parts", "split it by section")
    operations = survey.kinds.get("operation", ())
    if len(operations) > MAX_OPERATIONS:
        message = f"the document has more than {MAX_OPERATIONS:,} operations"
        yield Finding(operations[MAX_OPERATIONS], message, "split it by section")
    paths = survey.document.root.get("paths")
    for path, item in paths.items() if paths is not None else ():
        if len(path) > MAX_PATH:
            yield Finding(item, f"the path has more than {MAX_PATH:,} characters")
            break
    yield from _long_lists(survey)
    yield from _long_chains(survey)


def _long_lists(survey: LintContext) -> Iterator[Finding]:
    limits = dict(_LISTS)
    for schema in survey.kinds.get("schema", ()):
        if isinstance(schema.value, dict):
            for key in limits.keys() & schema.value.keys():
                value = schema.value[key]
                if isinstance(value, list) and len(value) > limits[key]:
                    hint = "leave the list out, and describe it in words"
                    yield Finding(schema[key], f"'{key}' has more than {limits.pop(key):,} members", hint)


def _long_chains(survey: LintContext) -> Iterator[Finding]:
    edges = {node.pointer: found for _, node in survey.all if (found := tuple(_leads_to(node)))}
    heights: dict[str, int] = {}
    for start in edges:
        if start not in heights and _height(start, edges, heights) > MAX_CHAIN:
            message = f"more than {MAX_CHAIN} schemas or references lead from here into one another"
            yield Finding(survey.document.at(start), message, "refer to the last of them at once")
            return


def _leads_to(node: Node) -> Iterator[str]:
    """What has to be read with a node: the target of its reference, and the schemas that make up its type."""
    if not isinstance(node.value, dict):
        return
    if "$ref" in node.value and (target := node.peek()) is not None:
        yield target.pointer
    for key in _INTO:
        part = node.value.get(key)
        if isinstance(part, dict):
            yield f"{node.pointer}/{key}"
        elif isinstance(part, list):
            for at, element in enumerate(part):
                if isinstance(element, dict):
                    yield f"{node.pointer}/{key}/{at}"


def _height(start: str, edges: Mapping[str, tuple[str, ...]], heights: dict[str, int]) -> int:
    """How many steps lead on from a pointer at most; what leads back to where one came from is not followed."""
    on_path = {start}
    path = [(start, iter(edges[start]))]
    best = {start: 0}
    while path:
        here, ahead = path[-1]
        following = next(ahead, None)
        if following is None:
            path.pop()
            on_path.discard(here)
            heights[here] = best.pop(here)
            if path:
                best[path[-1][0]] = max(best[path[-1][0]], heights[here] + 1)
        elif following in heights:
            best[here] = max(best[here], heights[following] + 1)
        elif following in edges and following not in on_path:
            on_path.add(following)
            best[following] = 0
            path.append((following, iter(edges[following])))
    return heights[start]
