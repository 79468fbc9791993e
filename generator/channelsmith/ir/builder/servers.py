"""Servers of the document, and of single operations or paths."""

import re
from collections.abc import Iterable

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Node

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_NOT_IN_URLS = re.compile(r"[\s<>{}|\\]|\[[^\]]*[^\]0-9A-Fa-f:.]")  # an IPv6 address has brackets
_EXAMPLE = re.compile(r"your|example$|example(com|org|net)$")
_NO_VALUES = {"none", "unknown", "undefined", "null", "placeholder", "changeme"}
_HOST_NAMES = {"api", "www"}  # names of hosts that are common and real
_WORD_START = re.compile(r"[a-z0-9][A-Z]|[^A-Za-z0-9]")


def build_server(node: Node, diagnostics: list[Diagnostic]) -> ir.Server:
    """Build a server of the document; a variable without a usable default has to be given, which is reported.

    A URL without a scheme, such as `//host/v1`, is one of HTTPS.
    """
    url = node.text("url")
    url = f"https:{url}" if url.startswith("//") else url
    declared = dict(listed.items()) if (listed := node.get("variables")) is not None else {}
    host = url.partition("://")[2].partition("/")[0]
    variables: list[ir.ServerVariable] = []
    for name in dict.fromkeys(_PLACEHOLDER.findall(url)):
        if name in declared:
            variables.append(_build_variable(name, declared[name], f"{{{name}}}" in host, diagnostics))
        else:
            diagnostics.append(_required(node.get("url") or node, f"the server variable {name!r} is not declared"))
            variables.append(ir.ServerVariable(name, None, (), ""))
    return ir.Server(url, node.text("name"), node.text("description"), tuple(variables))


def _build_variable(name: str, node: Node, is_host: bool, diagnostics: list[Diagnostic]) -> ir.ServerVariable:
    values = [item for item in _elements(node, "enum") if not isinstance(item.value, dict | list | None)]
    enum = tuple(item.as_text() for item in values)
    default = node.text("default") if "default" in node else None
    problem, severity = "", Severity.WARNING
    if default is None:
        problem = f"the server variable {name!r} has no default"
    elif enum and default not in enum:
        problem = f"the default {default!r} of the server variable {name!r} is not one of its values"
    elif not enum and _is_placeholder(name, default, is_host=is_host):
        problem = f"the default {default!r} of the server variable {name!r} is a placeholder"
        severity = Severity.INFO if default == name else severity  # OpenAPI has no other way to say that there is none
    if problem:
        diagnostics.append(_required(node.get("default") or node, problem, severity))
    return ir.ServerVariable(name, None if problem else default, enum, node.text("description"))


def _is_placeholder(name: str, default: str, *, is_host: bool) -> bool:
    """Whether a default only shows where a value belongs: a host that belongs to nobody must not get credentials.

    A variable such as `store_hash` is never its own value; a path may well be called `api` by a variable of that name.
    """
    word, own_name = (re.sub(r"[^a-z0-9]", "", text.lower()) for text in (default, name))
    if _NOT_IN_URLS.search(default) or word in _NO_VALUES:
        return True
    if word == own_name and word not in _HOST_NAMES:
        return is_host or bool(_WORD_START.search(name))
    return is_host and (not word or bool(_EXAMPLE.search(word)))


def _required(node: Node, problem: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return node.problem(f"{problem}; clients have to give it", rule="approximated", severity=severity)


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
