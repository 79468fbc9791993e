"""Operations: their names, their answers, who may call them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from channelsmith.document import Node, did_you_mean
from channelsmith.lint.rules.finding import Finding, LintContext, follow, text

_CODE = re.compile(r"[1-5](\d\d|XX)|default")


def duplicate_ids(survey: LintContext) -> Iterator[Finding]:
    """Operations that share an ``operationId``."""
    by_id: defaultdict[str, list[Node]] = defaultdict(list)
    for operation in survey.objects("operation"):
        if name := text(operation, "operationId"):
            by_id[name].append(operation)
    for name, (first, *others) in by_id.items():
        for other in others:
            message = f"the operationId {name!r} is used before, at {first['operationId'].location}"
            yield Finding(other["operationId"], message, "give each operation an id of its own")


def none_at_all(survey: LintContext) -> Iterator[Finding]:
    """Documents without a single operation."""
    root = survey.document.root
    paths = root.get("paths") or root
    if paths.is_mapping and not any(survey.operations()):
        yield Finding(paths, "the document describes no operation", "add one below 'paths'")


def response_codes(survey: LintContext) -> Iterator[Finding]:
    """Responses under what is no status code, and operations without responses."""
    for responses in survey.objects("responses"):
        for code, node in responses.items():
            if not code.startswith("x-") and not _CODE.fullmatch(code):
                hint = f"write {code.upper()!r}" if _CODE.fullmatch(code.upper()) else ""
                yield Finding(node, f"{code!r} is no status code", hint or "use 100 to 599, 1XX to 5XX, or 'default'")
    for operation in survey.objects("operation"):
        declared = operation.get("responses")
        if declared is None or not any(declared.items()):
            yield Finding(declared or operation, "the operation declares no response", "declare at least 'default'")


def unknown_schemes(survey: LintContext) -> Iterator[Finding]:
    """Security requirements for a scheme that is not declared."""
    schemes = survey.document.find("/components/securitySchemes")
    known = follow(schemes) if schemes else None
    for owner in (survey.document.root, *survey.objects("operation")):
        security = owner.get("security")
        for requirement in security.elements() if security else ():
            for name, node in requirement.items():
                if known is None or name not in known:
                    hint = did_you_mean(name, known.value if known else None)
                    yield Finding(
                        node,
                        f"the security scheme {name!r} is not declared",
                        hint or "declare it below components/securitySchemes",
                    )
