"""Where the elements of a document come from, by ``x-source`` and its inheritance."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from channelsmith.document import Document, Node
from channelsmith.lint.rules.finding import Finding, LintContext, text

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
        """All of them."""
        return self.documented + self.sdk + self.public + self.inferred + self.unsourced


@dataclass(frozen=True, slots=True)
class ProvenanceReport:
    """The counts of a document's operations, parameters, schemas (of components and bodies) and properties."""

    operations: Counts
    parameters: Counts
    schemas: Counts
    properties: Counts


def report(document: Document) -> ProvenanceReport:
    """Counts the elements of a bundled document by basis. References are not counted, what they lead to is."""
    survey = LintContext.of(document)
    sources = _Sources(document)
    return ProvenanceReport(
        **{
            field.name: sources.count(node for kind, node in _elements(survey) if kind == field.name)
            for field in fields(ProvenanceReport)
        }
    )


def unsourced(survey: LintContext) -> Iterator[Finding]:
    """Elements that nothing is said about, in documents that otherwise say where things come from."""
    if not any(_SOURCE in node for _, node in survey.all):
        return
    sources = _Sources(survey.document)
    for _, node in _elements(survey):
        if not sources.basis(node):
            yield Finding(node, f"nothing says where {node.key!r} comes from", "add x-source here or above")


def _elements(survey: LintContext) -> Iterator[tuple[str, Node]]:
    for node in survey.objects("operation"):
        yield "operations", node
    for node in survey.objects("parameter"):
        yield "parameters", node
    for node in survey.objects("schema"):
        above = node.pointer.split("/")[-3:-1]
        if above[-1:] == ["properties"]:
            yield "properties", node
        elif above == ["components", "schemas"] or _is_body(node):
            yield "schemas", node


def _is_body(schema: Node) -> bool:
    """Whether a schema is the whole of a body: it stands in a media type below ``content``."""
    return schema.pointer.split("/")[-3:-2] == ["content"]


class _Sources:
    """Looks up bases, each place once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[str, str] = {"": text(document.root.get(_SOURCE) or document.root, "basis")}

    def basis(self, node: Node) -> str:
        """The basis in force at a node, its own or the nearest one above; "" when there is none."""
        pending: list[str] = []
        pointer = node.pointer
        while pointer not in self._known:
            pending.append(pointer)
            pointer = pointer.rpartition("/")[0]
        basis = self._known[pointer]
        for below in reversed(pending):
            said = self._document.at(below).get(_SOURCE)
            basis = (text(said, "basis") if said else "") or basis
            self._known[below] = basis
        return basis

    def count(self, nodes: Iterator[Node]) -> Counts:
        """The nodes by basis."""
        found: Mapping[str, int] = Counter(self.basis(node) for node in nodes)
        known = {field.name for field in fields(Counts)} - {"unsourced"}
        other = sum(count for basis, count in found.items() if basis not in known)
        return Counts(**{basis: count for basis, count in found.items() if basis in known}, unsourced=other)
