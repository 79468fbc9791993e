"""Servers of the document, and of single operations or paths."""

import re
from collections.abc import Iterable

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Node

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def build_server(node: Node) -> ir.Server:
    """Build a server of the document."""
    variables = node.get("variables")
    return ir.Server(
        url=node.text("url"),
        description=node.text("description"),
        variables=tuple(_build_variable(name, item) for name, item in variables.items()) if variables else (),
    )


def _build_variable(name: str, node: Node) -> ir.ServerVariable:
    values = [item for item in _elements(node, "enum") if not isinstance(item.value, dict | list | None)]
    return ir.ServerVariable(
        name=name,
        default=node.text("default"),
        enum=tuple(item.as_text() for item in values),
        description=node.text("description"),
    )


def override_url(owners: Iterable[Node], diagnostics: list[Diagnostic]) -> str:
    """Return the URL of the first server declared by an operation or path, "" if the document's servers apply.

    The URL is absolute or starts with a slash. Its variables are replaced by their defaults, which is reported.
    """
    for owner in owners:
        for node in _elements(owner, "servers"):
            if any(node.value == each.value for each in _elements(node.document.root, "servers")):
                return ""
            return _fixed_url(build_server(node), node, diagnostics)
    return ""


def _fixed_url(server: ir.Server, node: Node, diagnostics: list[Diagnostic]) -> str:
    defaults = {variable.name: variable.default for variable in server.variables}
    names = _PLACEHOLDER.findall(server.url)
    url = _PLACEHOLDER.sub(lambda match: defaults.get(match[1], ""), server.url).rstrip("/")
    url = f"https:{url}" if url.startswith("//") else url
    if ("://" in url and not url.startswith(("https://", "http://"))) or not all(defaults.get(name) for name in names):
        message = "this is not a URL without variables; the document's server is used"
        diagnostics.append(node.problem(message, rule="approximated", severity=Severity.WARNING))
        return ""
    if names:
        message = ", ".join(f"{{{name}}} is always {defaults[name]!r}" for name in names)
        severity = Severity.INFO if url else Severity.WARNING
        diagnostics.append(node.problem(message, rule="approximated", severity=severity))
    return url if not url or "://" in url or url.startswith("/") else f"/{url}"


def _elements(node: Node, key: str) -> Iterable[Node]:
    return listed.elements() if (listed := node.get(key)) is not None else ()
