"""A checked document into the IR."""

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document, Node
from channelsmith.ir.builder import extensions
from channelsmith.ir.builder.access import relax
from channelsmith.ir.builder.operations import Operations
from channelsmith.ir.builder.schemas import Schemas
from channelsmith.ir.builder.security import requirements, schemes
from channelsmith.ir.builder.servers import server
from channelsmith.ir.builder.text import word
from channelsmith.ir.builder.webhooks import incoming
from channelsmith.ir.error_table import error_table


def build_ir(document: Document) -> tuple[ir.Api, tuple[Diagnostic, ...]]:
    """The API a bundled document describes, and what had to be approximated.

    Raises:
        UnusableInput: a reference leads nowhere, a member is of a type that can not be worked with, or schemas lead
            into one another beyond all measure.
    """
    try:
        return _read(document)
    except RecursionError:  # what the rule about long chains does not see, for there are circles in them
        message = "the schemas of this document lead into one another too often to be read"
        raise UnusableInput(document.root.problem(message, rule="limit")) from None


def _read(document: Document) -> tuple[ir.Api, tuple[Diagnostic, ...]]:
    root = document.root
    info = root["info"]
    types = Schemas(document)
    components = root.get("components")
    named = components.get("schemas") if components is not None else None
    for _, node in sorted(named.items()) if named is not None else ():  # their order must not matter
        types.referenced(node)
    problems: list[Diagnostic] = []
    usable = tuple(schemes(document, problems))
    carried_out = [each.name for each in usable]
    operations = Operations(document, types, carried_out)
    found = tuple(operations.all())
    requests = tuple(incoming(document, types))
    security = root.get("security")
    api = ir.Api(
        title=info.text("title") or "API",
        version=info.text("version"),
        description=info.text("description"),
        servers=tuple(server(node) for node in _elements(root, "servers")),
        security=requirements(security, carried_out) if security is not None else (),
        schemes=usable,
        tags=tuple(
            ir.Tag(node.text("name"), node.text("description"), word(node, "x-resource"))
            for node in _elements(root, "tags")
        ),
        operations=found,
        schemas=relax(types.all, found),
        rate_limit=extensions.rate_limit(root),
        concurrency=extensions.concurrency(root),
        retry=extensions.retry(root),
        errors=error_table(document),
        incoming=requests,
        envelopes=tuple(dict.fromkeys(each.envelope for each in found if each.envelope is not None)),
    )
    return api, tuple(dict.fromkeys(types.diagnostics + operations.diagnostics + problems))


def _elements(node: Node, key: str) -> list[Node]:
    listed = node.get(key)
    return list(listed.elements()) if listed is not None else []
