"""Provenance: the source of every element of a document, as ``x-source`` declares it and elements below inherit it."""

from collections import Counter
from collections.abc import Iterator

from channelsmith.diagnostics import Severity
from channelsmith.document import Document, Node
from channelsmith.lint.rules.base import Finding, LintContext, rule, text

BASES = ("documented", "sdk", "public", "inferred")
UNSOURCED = "unsourced"
_SOURCE = "x-source"


def count_sources(document: Document) -> dict[str, Counter[str]]:
    """Count the elements of a bundled document by kind and basis; targets of references are counted once.

    The kinds are operations, parameters, schemas (of components and bodies) and properties.
    """
    sources = _Sources(document)
    counts: dict[str, Counter[str]] = {
        kind: Counter() for kind in ("operations", "parameters", "schemas", "properties")
    }
    for kind, node in _elements(LintContext(document)):
        basis = sources.basis(node)
        counts[kind][basis if basis in BASES else UNSOURCED] += 1
    return counts


@rule("unsourced", Severity.WARNING)
def unsourced(context: LintContext) -> Iterator[Finding]:
    """An element has no source, in a document that declares sources elsewhere."""
    if not any(_SOURCE in node for _, node in context.all):
        return
    sources = _Sources(context.document)
    for _, node in _elements(context):
        if not sources.basis(node):
            yield Finding(node, f"{node.key!r} has no source", "add x-source here or above")


def _elements(context: LintContext) -> Iterator[tuple[str, Node]]:
    for node in context.objects("operation"):
        yield "operations", node
    for node in context.objects("parameter"):
        yield "parameters", node
    for node in context.objects("schema"):
        above = node.pointer.split("/")[-3:-1]
        if above[-1:] == ["properties"]:
            yield "properties", node
        elif above == ["components", "schemas"] or above[:1] == ["content"]:
            yield "schemas", node


class _Sources:
    """The basis of each node, looked up once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[str, str] = {"": text(document.root.get(_SOURCE) or document.root, "basis")}

    def basis(self, node: Node) -> str:
        """The basis in force at a node, its own or that of the nearest element above; "" when there is none."""
        pending: list[str] = []
        pointer = node.pointer
        while pointer not in self._known:
            pending.append(pointer)
            pointer = pointer.rpartition("/")[0]
        basis = self._known[pointer]
        for below in reversed(pending):
            source = self._document.at(below).get(_SOURCE)
            basis = (text(source, "basis") if source else "") or basis
            self._known[below] = basis
        return basis
