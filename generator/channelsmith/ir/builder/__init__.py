"""Building of the IR from a document."""

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document, Node
from channelsmith.ir.access import relax_required
from channelsmith.ir.builder import extensions
from channelsmith.ir.builder.operations import OperationBuilder
from channelsmith.ir.builder.pagination import infer_paginations
from channelsmith.ir.builder.schemas import SchemaBuilder
from channelsmith.ir.builder.security import build_schemes
from channelsmith.ir.builder.servers import build_server
from channelsmith.ir.error_table import load_error_table

__all__ = ["build_ir"]


def build_ir(document: Document) -> tuple[ir.Api, tuple[Diagnostic, ...]]:
    """Build the IR of a bundled document that passed its checks; the diagnostics report what is approximated.

    Raises:
        UnusableInput: the target of a reference is missing, a value has an unusable type, or schemas are nested too
            deeply.
    """
    try:
        return _build(document)
    except RecursionError:  # the lint rule about long chains does not find those that contain cycles
        message = "the schemas of this document are nested too deeply"
        raise UnusableInput(document.root.problem(message, rule="limit")) from None


def _build(document: Document) -> tuple[ir.Api, tuple[Diagnostic, ...]]:
    root = document.root
    info = root["info"]
    schemas = SchemaBuilder(document)
    components = document.find("/components/schemas")
    for _, node in sorted(components.items()) if components is not None else ():  # their order must not matter
        schemas.type_of_reference(node)
    problems: list[Diagnostic] = []
    schemes = tuple(build_schemes(document, problems))
    builder = OperationBuilder(document, schemas, schemes)
    operations = tuple(builder.build_operations())
    incoming = tuple(builder.build_incoming())
    by_pointer = {schema.pointer: schema for schema in schemas.schemas}
    inferred = list(infer_paginations(document, operations, by_pointer, builder.open_pagination))
    operations = tuple(operation for operation, _ in inferred)
    problems += [note for _, note in inferred if note is not None]
    api = ir.Api(
        title=info.text("title") or "API",
        version=info.text("version"),
        description=info.text("description"),
        servers=tuple(build_server(node, problems) for node in _elements(root, "servers")),
        security=builder.security,
        schemes=schemes,
        tags=tuple(_build_tag(node) for node in _elements(root, "tags")),
        operations=operations,
        schemas=relax_required(schemas.schemas, operations),
        rate_limit=extensions.rate_limit(root),
        concurrency=extensions.concurrency(root),
        retry=extensions.retry(root),
        errors=load_error_table(document),
        incoming=incoming,
        envelopes=tuple(dict.fromkeys(each.envelope for each in operations if each.envelope is not None)),
    )
    return api, tuple(dict.fromkeys(schemas.diagnostics + builder.diagnostics + problems))


def _build_tag(node: Node) -> ir.Tag:
    return ir.Tag(
        name=node.text("name"),
        description=node.text("description") or node.text("summary"),
        resource=extensions.extension_text(node, "x-resource"),
        parent=node.text("parent"),
    )


def _elements(node: Node, key: str) -> list[Node]:
    listed = node.get(key)
    return list(listed.elements()) if listed is not None else []
