"""Which versions of OpenAPI can be read."""

import re

from channelsmith.diagnostics import Diagnostic
from channelsmith.document import Document, Node, kind_of

_READABLE = re.compile(r"3\.[01](\.\d+(-.+)?)?")
_RULE = "version"


def version_of(document: Document) -> str:
    """The two parts of the version that matter: "3.0" or "3.1"."""
    return document.root.text("openapi")[:3]


def check(document: Document) -> Diagnostic | None:
    """The one thing to say about a document of an unreadable version; None when it is readable."""
    root = document.root
    if (node := root.get("openapi")) is not None:
        return _unreadable(node)
    if (node := root.get("swagger")) is not None:
        return node.problem(
            "this is a Swagger 2.0 document; OpenAPI 3.0 and 3.1 can be read",
            rule=_RULE,
            hint="convert it first, for example with the npm package swagger2openapi",
        )
    return root.problem(
        "this is no OpenAPI document: 'openapi' is missing",
        rule=_RULE,
        hint="start it with 'openapi: 3.1.0'",
    )


def _unreadable(node: Node) -> Diagnostic | None:
    if not isinstance(node.value, str):
        message = f"the version of OpenAPI is {kind_of(node.value)}, not a string"
        return node.problem(message, rule=_RULE, hint='write it in three parts and quotes, as in "3.1.0"')
    if _READABLE.fullmatch(node.value):
        return None
    message = f"OpenAPI {node.value} can not be read; 3.0 and 3.1 can"
    hint = "if it uses nothing new in 3.2, write 'openapi: 3.1.1'" if node.value.startswith("3.2") else ""
    return node.problem(message, rule=_RULE, hint=hint)
