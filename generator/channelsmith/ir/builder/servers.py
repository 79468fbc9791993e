"""Servers of the document, and of single operations or paths."""

import re
from collections.abc import Iterable

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Node

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_NOT_IN_URLS = re.compile(r"[\s<>{}\[\]|\\]")
_EXAMPLE = re.compile(r"your|example$|example(com|org|net)$")
_HOST_NAMES = {"api", "www"}  # names of hosts that are common and real


def build_server(node: Node, diagnostics: list[Diagnostic]) -> ir.Server:
    """Build a server of the document; a variable without a usable default has to be given, which is reported."""
    url = node.text("url")
    declared = dict(variables.items()) if (variables := node.get("variables")) is not None else {}
    for name in dict.fromkeys(_PLACEHOLDER.findall(url)):
        if name not in declared:
            message = f"the server variable {name!r} is not declared; clients have to give base_url"
            problem = node.get("url") or node
            diagnostics.append(problem.problem(message, rule="approximated", severity=Severity.WARNING))
    host = url.partition("://")[2].partition("/")[0]
    return ir.Server(
        url=url,
        description=node.text("description"),
        variables=tuple(
            _build_variable(name, item, f"{{{name}}}" in host, diagnostics) for name, item in declared.items()
        ),
    )


def _build_variable(name: str, node: Node, is_host: bool, diagnostics: list[Diagnostic]) -> ir.ServerVariable:
    values = [item for item in _elements(node, "enum") if not isinstance(item.value, dict | list | None)]
    enum = tuple(item.as_text() for item in values)
    default = node.text("default") if "default" in node else None
    problem = ""
    if default is None:
        problem = f"the server variable {name!r} has no default"
    elif enum and default not in enum:
        problem = f"the default {default!r} of the server variable {name!r} is not one of its values"
    elif not enum and _is_placeholder(name, default, is_host=is_host):
        problem = f"the default {default!r} of the server variable {name!r} is a placeholder"
    if problem:
        diagnostics.append(_required(node.get("default") or node, problem))
    return ir.ServerVariable(name, None if problem else default, enum, node.text("description"))


def _is_placeholder(name: str, default: str, *, is_host: bool) -> bool:
    """Whether a default only shows where a value belongs: a host that belongs to nobody must not get credentials."""
    if _NOT_IN_URLS.search(default):
        return True
    word, own_name = (re.sub(r"[^a-z0-9]", "", text.lower()) for text in (default, name))
    return is_host and (not word or (word == own_name and word not in _HOST_NAMES) or bool(_EXAMPLE.search(word)))


def _required(node: Node, problem: str) -> Diagnostic:
    return node.problem(f"{problem}; clients have to give it", rule="approximated", severity=Severity.WARNING)


def override_url(owners: Iterable[Node], diagnostics: list[Diagnostic]) -> str:
    """Return the URL of the first server declared by an operation or path, "" if the document's servers apply.

    The URL is absolute or starts with a slash. Its variables are replaced by their defaults, which is reported.
    """
    for owner in owners:
        for node in _elements(owner, "servers"):
            if any(node.value == each.value for each in _elements(node.document.root, "servers")):
                return ""
            return _fixed_url(build_server(node, []), node, diagnostics)
    return ""


def _fixed_url(server: ir.Server, node: Node, diagnostics: list[Diagnostic]) -> str:
    defaults = {variable.name: variable.default for variable in server.variables}
    names = _PLACEHOLDER.findall(server.url)
    url = _PLACEHOLDER.sub(lambda match: defaults.get(match[1]) or "", server.url).rstrip("/")
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
