"""Servers: the document's, and those that an operation or a path has for itself."""

import re
from collections.abc import Iterable

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Node

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def server(node: Node) -> ir.Server:
    """A server of the document."""
    variables = node.get("variables")
    return ir.Server(
        url=node.text("url"),
        description=node.text("description"),
        variables=tuple(_variable(name, item) for name, item in variables.items()) if variables is not None else (),
    )


def _variable(name: str, node: Node) -> ir.ServerVariable:
    return ir.ServerVariable(
        name=name,
        default=node.text("default"),
        enum=tuple(
            item.as_text() for item in _elements(node, "enum") if not isinstance(item.value, dict | list | None)
        ),
        description=node.text("description"),
    )


def own_server(owners: Iterable[Node], diagnostics: list[Diagnostic]) -> str:
    """The URL of the first server that one of these has for itself, absolute or from the host on; "" where none has.

    Its variables keep their defaults, which is reported.
    """
    for owner in owners:
        for node in _elements(owner, "servers"):
            if any(node.value == each.value for each in _elements(node.document.root, "servers")):
                return ""
            return _address(server(node), node, diagnostics)
    return ""


def _address(said: ir.Server, node: Node, diagnostics: list[Diagnostic]) -> str:
    defaults = {each.name: each.default for each in said.variables}
    holes = _PLACEHOLDER.findall(said.url)
    url = _PLACEHOLDER.sub(lambda hole: defaults.get(hole[1], ""), said.url).rstrip("/")
    url = f"https:{url}" if url.startswith("//") else url
    told = ", ".join(f"{{{hole}}} is always {defaults.get(hole)!r}" for hole in holes)
    if ("://" in url and not url.startswith(("https://", "http://"))) or not all(defaults.get(hole) for hole in holes):
        told, url = "this is no address without variables; that of the document is used", ""
    if told:
        severity = Severity.INFO if url else Severity.WARNING
        diagnostics.append(node.problem(told, rule="approximated", severity=severity))
    return url if not url or "://" in url or url.startswith("/") else f"/{url}"


def _elements(node: Node, key: str) -> Iterable[Node]:
    return listed.elements() if (listed := node.get(key)) is not None else ()
