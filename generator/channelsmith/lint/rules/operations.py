"""Rules about operations: ids, responses, security."""

import re
from collections import defaultdict
from collections.abc import Iterator

from channelsmith.diagnostics import Severity
from channelsmith.document import Node, did_you_mean
from channelsmith.lint.rules.base import Finding, LintContext, follow, rule, text

_STATUS_CODE = re.compile(r"[1-5](\d\d|XX)|default")


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
                    hint = did_you_mean(name, schemes.value if schemes else None)
                    message = f"the security scheme {name!r} is not declared"
                    yield Finding(node, message, hint or "declare it below components/securitySchemes")
