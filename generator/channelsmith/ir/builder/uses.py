"""`x-uses`: one path and method that serves several documented uses, each of which becomes a method of its own."""

from collections.abc import Iterator
from dataclasses import replace

from channelsmith import ir
from channelsmith.document import Document, Node
from channelsmith.ir.builder import extensions
from channelsmith.ir.builder.schemas import Schemas
from channelsmith.ir.builder.text import extension, word
from channelsmith.ir.media import Kind, kind


def uses(operation: ir.Operation, node: Node, document: Document, schemas: Schemas) -> Iterator[ir.Operation]:
    """The operation itself, or one for each of its uses: fewer parameters, more of them required, a narrower answer.

    Raises:
        UnusableInput: what a use returns leads nowhere.
    """
    listed = extension(node, "x-uses")
    if listed is None:
        yield operation
        return
    for use in listed.elements():
        requires, omits = _words(use, "requires"), _words(use, "omits")
        yield replace(
            operation,
            id=use.text("operationId"),
            pointer=f"{operation.pointer}{use.pointer.removeprefix(node.pointer)}",
            resource=word(use, "x-resource") or operation.resource,
            method_name=word(use, "x-method"),
            summary=use.text("summary") or operation.summary,
            description=use.text("description"),
            deprecated=use.flag("deprecated", operation.deprecated),
            parameters=tuple(
                replace(each, required=each.required or each.name in requires)
                for each in operation.parameters
                if each.name not in omits
            ),
            responses=tuple(_narrowed(each, use, document, schemas) for each in operation.responses),
            source=extensions.source(document, use),
        )


def _words(use: Node, key: str) -> frozenset[str]:
    listed = use.get(key)
    return frozenset(item.as_text() for item in listed.elements()) if listed is not None else frozenset()


def _narrowed(response: ir.Response, use: Node, document: Document, schemas: Schemas) -> ir.Response:
    """A success response whose JSON body is what this use returns."""
    said = use.get("returns")
    if said is None or not response.status.startswith("2"):
        return response
    target = document.at(said.as_text().removeprefix("#")) if isinstance(said.value, str) else said
    found = schemas.type_of(target) if not isinstance(said.value, str) else schemas.referenced(target)
    media = tuple(
        replace(each, type=found) if kind(each.media_type) <= Kind.OTHER_JSON else each for each in response.media
    )
    return replace(response, media=media)
