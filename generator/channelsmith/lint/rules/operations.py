"""Rules about operations: ids, paths, parameters, responses, security."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from channelsmith.diagnostics import Severity
from channelsmith.document import Node, did_you_mean
from channelsmith.lint.openapi_objects import METHODS, PARAMETER_LOCATIONS, TOKEN, UNSUPPORTED_ARRAY_FORMAT
from channelsmith.lint.rules.base import Finding, LintContext, elements, follow, rule, text

_STATUS_CODE = re.compile(r"[1-5](\d\d|XX)|default")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


@rule("operation-id", Severity.WARNING, strict=Severity.ERROR)
def duplicate_ids(context: LintContext) -> Iterator[Finding]:
    """Operations share an `operationId`."""
    by_id: defaultdict[str, list[Node]] = defaultdict(list)
    for operation in context.objects("operation"):
        if operation_id := text(operation, "operationId"):
            by_id[operation_id].append(operation)
    for operation_id, (first, *others) in by_id.items():
        for other in others:
            message = f"the operationId {operation_id!r} is already used at {first['operationId'].location}"
            yield Finding(other["operationId"], message, "give each operation its own id")


@rule("operation-missing", Severity.WARNING)
def no_operations(context: LintContext) -> Iterator[Finding]:
    """The document has no operations."""
    root = context.document.root
    paths = root.get("paths") or root
    if paths.is_mapping and not any(context.operations()):
        yield Finding(paths, "the document has no operations", "add one below 'paths'")


@rule("additional-method", Severity.WARNING, strict=Severity.ERROR)
def additional_methods(context: LintContext) -> Iterator[Finding]:
    """A key of `additionalOperations` is no method, or one that path items have a member for."""
    for item in context.objects("path item"):
        additional = item.get("additionalOperations")
        for method, node in additional.items() if additional is not None else ():
            if not TOKEN.fullmatch(method):
                yield Finding(node, f"{method!r} is not a method; the operation is left out")
            elif method.lower() in METHODS and method.isupper():
                hint = f"write {method.lower()!r} in the path item"
                yield Finding(node, f"{method} is not an additional method", hint)


@rule("response-code", Severity.WARNING, strict=Severity.ERROR)
def response_codes(context: LintContext) -> Iterator[Finding]:
    """A response has an invalid status code, or an operation has no responses."""
    for responses in context.objects("responses"):
        for code, node in responses.items():
            if not code.startswith("x-") and not _STATUS_CODE.fullmatch(code):
                hint = f"write {code.upper()!r}" if _STATUS_CODE.fullmatch(code.upper()) else ""
                yield Finding(node, f"{code!r} is not a status code", hint or "use 100 to 599, 1XX to 5XX or 'default'")
    for operation in context.objects("operation"):
        declared = operation.get("responses")
        if declared is None or not any(declared.items()):
            yield Finding(declared or operation, "the operation declares no response", "declare at least 'default'")


@rule("collection-format", Severity.WARNING)
def unsupported_array_formats(context: LintContext) -> Iterator[Finding]:
    """An array of a Swagger 2.0 document is written in a format that OpenAPI 3 does not have."""
    for node in context.objects("parameter", "schema"):
        if UNSUPPORTED_ARRAY_FORMAT in node:
            name = node[UNSUPPORTED_ARRAY_FORMAT].value
            message = f"OpenAPI 3 has no array format {name!r} here; a value is a string"
            yield Finding(node, message, "join the elements, or declare another format by an overlay")


@rule("security", Severity.WARNING, strict=Severity.ERROR)
def unknown_schemes(context: LintContext) -> Iterator[Finding]:
    """A security requirement names a scheme that is not declared."""
    holder = context.document.find("/components/securitySchemes")
    schemes = follow(holder) if holder else None
    for owner in (context.document.root, *context.objects("operation")):
        security = owner.get("security")
        for requirement in security.elements() if security else ():
            for name, node in requirement.items():
                if schemes is None or name not in schemes:
                    hint = context.document.did_you_mean(name, schemes.value if schemes else None)
                    message = f"the security scheme {name!r} is not declared"
                    yield Finding(node, message, hint or "declare it below components/securitySchemes")


@rule("path-template", Severity.WARNING, strict=Severity.ERROR)
def invalid_templates(context: LintContext) -> Iterator[Finding]:
    """A path does not begin with a slash, has unbalanced or empty braces, or names a variable twice."""
    for path, node in context.paths():
        if path.startswith("x-"):
            continue
        if not path.startswith("/"):
            yield Finding(node, f"the path {path!r} does not begin with a slash", f"write '/{path}'")
        names = _VARIABLE.findall(path)
        if "" in names or set("{}") & set(_VARIABLE.sub("", path)):
            yield Finding(node, f"the braces of the path {path!r} do not enclose names", "write variables as {name}")
        for name, count in Counter(names).items():
            if name and count > 1:
                message = f"the path {path!r} has {{{name}}} more than once"
                yield Finding(node, message, "give each variable its own name")


@rule("path-parameter", Severity.WARNING, strict=Severity.ERROR)
def path_parameters(context: LintContext) -> Iterator[Finding]:
    """A variable of a path is not declared as a parameter, or a path parameter is missing from the path."""
    for path, item, _, operation in context.operations():
        names = {name for name in _VARIABLE.findall(path) if name}
        declared = {
            text(parameter, "name"): element
            for element, parameter in _effective_parameters(item, operation)
            if text(parameter, "in") == "path"
        }
        for name in sorted(names - declared.keys()):
            hint = f"declare a parameter {name!r} with 'in: path' and 'required: true'"
            message = f"{{{name}}} in the path {path!r} is not declared as a parameter; it is read as a string"
            yield Finding(operation, message, hint)
        for name in sorted(declared.keys() - names):
            same = [each for each in names if each.casefold() == name.casefold()]
            hint = f"write {same[0]!r}, as in the path" if same else "remove it, or add it to the path"
            message = f"the path parameter {name!r} does not occur in the path {path!r}; it is ignored"
            yield Finding(declared[name], message, hint)


def _effective_parameters(item: Node, operation: Node) -> Iterator[tuple[Node, Node]]:
    """The list element and the resolved parameter of each parameter of a path item and its operation."""
    for owner in (item, operation):
        for element in elements(owner, "parameters"):
            parameter = follow(element)
            if parameter is not None and parameter.is_mapping:
                yield element, parameter


@rule("parameter", Severity.WARNING, strict=Severity.ERROR)
def invalid_parameters(context: LintContext) -> Iterator[Finding]:
    """A parameter has no name, an impossible name, or an unknown location."""
    for node in context.objects("parameter"):
        name, location = text(node, "name"), text(node, "in").lower()
        if not name:
            yield Finding(node, "a parameter has no name; it is ignored", "add it")
        elif location == "body":
            hint = "declare a requestBody"
            yield Finding(node["in"], "OpenAPI 3 has no body parameters; it is read as a JSON request body", hint)
        elif location and location not in PARAMETER_LOCATIONS:
            hint = did_you_mean(location, dict.fromkeys(PARAMETER_LOCATIONS)) or f"use {', '.join(PARAMETER_LOCATIONS)}"
            yield Finding(node["in"], f"a parameter cannot be in {node['in'].value!r}; it is ignored", hint)
        elif location == "header" and not TOKEN.fullmatch(name):
            yield Finding(node["name"], f"{name!r} is not a valid name of a header; it cannot be sent")
    for node in context.objects("security scheme"):
        if has_impossible_name(node):
            message = f"{text(node, 'name')!r} is not a valid name of a {text(node, 'in')}; the key cannot be sent"
            yield Finding(node.get("name") or node, message, "pass an http_client that authenticates by itself")


def has_impossible_name(scheme: Node) -> bool:
    """Whether a security scheme is an API key in a header or cookie that cannot have its name."""
    is_named = text(scheme, "type") == "apiKey" and text(scheme, "in") in {"header", "cookie"}
    return is_named and not TOKEN.fullmatch(text(scheme, "name"))


@rule("query-string", Severity.WARNING, strict=Severity.ERROR)
def several_query_strings(context: LintContext) -> Iterator[Finding]:
    """An operation has a parameter that is the whole query string, and others in the query."""
    for _, item, _, operation in context.operations():
        locations = Counter(text(parameter, "in") for _, parameter in _effective_parameters(item, operation))
        if locations["querystring"] and locations["querystring"] + locations["query"] > 1:
            message = "a parameter in the query string is all of it, so there cannot be others; they are joined by '&'"
            yield Finding(operation.get("parameters") or item["parameters"], message, "keep one of them")


@rule("parameter-duplicate", Severity.WARNING, strict=Severity.ERROR)
def duplicate_parameters(context: LintContext) -> Iterator[Finding]:
    """A list of parameters contains the same name and location twice."""
    for owner in context.objects("operation", "path item"):
        seen: set[tuple[str, str]] = set()
        for element in elements(owner, "parameters"):
            parameter = follow(element)
            if parameter is None or not text(parameter, "name"):
                continue
            key = (text(parameter, "name"), text(parameter, "in"))
            if key in seen:
                yield Finding(element, f"the {key[1]} parameter {key[0]!r} is listed twice", "remove one")
            seen.add(key)


@rule("path-conflict", Severity.WARNING, strict=Severity.ERROR)
def conflicting_paths(context: LintContext) -> Iterator[Finding]:
    """Paths differ only in the names of their variables."""
    seen: dict[str, str] = {}
    for path, node in context.paths():
        first = seen.setdefault(_VARIABLE.sub("{}", path), path)
        if first != path:
            message = f"the path {path!r} differs from {first!r} only in the names of its variables"
            yield Finding(node, message, "merge the two paths")
