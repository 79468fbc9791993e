"""Parameters and the templates of paths."""

import re
from collections import Counter
from collections.abc import Iterator

from channelsmith.document import Node
from channelsmith.lint.rules.finding import Finding, LintContext, elements, follow, text

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def templates(survey: LintContext) -> Iterator[Finding]:
    """Paths that do not begin with a slash, or whose braces do not pair, are empty or name a parameter twice."""
    paths = survey.document.root.get("paths")
    for path, node in paths.items() if paths else ():
        if path.startswith("x-"):
            continue
        if not path.startswith("/"):
            yield Finding(node, f"the path {path!r} does not begin with a slash", f"write '/{path}'")
        names = _VARIABLE.findall(path)
        if "" in names or set("{}") & set(_VARIABLE.sub("", path)):
            yield Finding(node, f"the braces of the path {path!r} do not enclose names", "write variables as {name}")
        for name, count in Counter(names).items():
            if name and count > 1:
                yield Finding(
                    node, f"the path {path!r} has {{{name}}} more than once", "give each variable its own name"
                )


def in_path(survey: LintContext) -> Iterator[Finding]:
    """Variables of a path that no parameter declares, and path parameters that the path does not have."""
    for path, item, _, operation in survey.operations():
        names = {name for name in _VARIABLE.findall(path) if name}
        declared = {text(each, "name"): at for at, each in _effective(item, operation) if text(each, "in") == "path"}
        for name in sorted(names - declared.keys()):
            hint = f"declare a parameter {name!r} with 'in: path' and 'required: true'"
            yield Finding(operation, f"{{{name}}} in the path {path!r} is not declared as a parameter", hint)
        for name in sorted(declared.keys() - names):
            message = f"the path parameter {name!r} does not occur in the path {path!r}"
            yield Finding(declared[name], message, _hint(name, names))


def _hint(name: str, names: set[str]) -> str:
    same = [each for each in names if each.casefold() == name.casefold()]
    return f"write {same[0]!r}, as in the path" if same else "remove it, or add it to the path"


def _effective(item: Node, operation: Node) -> Iterator[tuple[Node, Node]]:
    """The parameters of an operation, its path item's first: where each is listed, and what it is."""
    for owner in (item, operation):
        for element in elements(owner, "parameters"):
            parameter = follow(element)
            if parameter is not None and parameter.is_mapping:
                yield element, parameter


def duplicates(survey: LintContext) -> Iterator[Finding]:
    """Parameters that stand twice in one list: by name and location."""
    for owner in survey.objects("operation", "path item"):
        seen: set[tuple[str, str]] = set()
        for element in elements(owner, "parameters"):
            parameter = follow(element)
            if parameter is None or not text(parameter, "name"):
                continue
            key = (text(parameter, "name"), text(parameter, "in"))
            if key in seen:
                yield Finding(element, f"the {key[1]} parameter {key[0]!r} stands twice in this list", "remove one")
            seen.add(key)


def same_paths(survey: LintContext) -> Iterator[Finding]:
    """Paths that differ in nothing but the names of their variables."""
    paths = survey.document.root.get("paths")
    seen: dict[str, str] = {}
    for path, node in paths.items() if paths else ():
        pattern = _VARIABLE.sub("{}", path)
        first = seen.setdefault(pattern, path)
        if first != path:
            yield Finding(node, f"the path {path!r} is the same as {first!r} but for the names in it", "join the two")
