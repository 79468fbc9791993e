"""Provenance: the source of every element of a document, as ``x-source`` declares it and elements below inherit it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from channelsmith.diagnostics import Severity
from channelsmith.document import Document, Node
from channelsmith.lint.rules.base import Finding, LintContext, rule, text

_SOURCE = "x-source"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many elements of one kind have which basis."""

    documented: int = 0
    sdk: int = 0
    public: int = 0
    inferred: int = 0
    unsourced: int = 0

    @property
    def total(self) -> int:
        """The number of elements of this kind."""
        return self.documented + self.sdk + self.public + self.inferred + self.unsourced


@dataclass(frozen=True, slots=True)
class ProvenanceReport:
    """The counts of a document's operations, parameters, schemas (of components and bodies) and properties."""

    operations: Counts
    parameters: Counts
    schemas: Counts
    properties: Counts


def count_sources(document: Document) -> ProvenanceReport:
    """Count the elements of a bundled document by basis; targets of references are counted once."""
    context = LintContext(document)
    sources = _Sources(document)
    return ProvenanceReport(
        **{
            field.name: sources.count(node for kind, node in _elements(context) if kind == field.name)
            for field in fields(ProvenanceReport)
        }
    )


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

    def count(self, nodes: Iterable[Node]) -> Counts:
        known = {field.name for field in fields(Counts)}
        counts = Counter(basis if (basis := self.basis(node)) in known else "unsourced" for node in nodes)
        return Counts(**counts)
