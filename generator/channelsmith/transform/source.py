"""What is assembled to a document: its file, its overlays, and the changes that settings ask for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from channelsmith.diagnostics import SourceLocation


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns of operations, in which `*` is any text and `?` any character.

    Attributes:
        tags: those of tags.
        paths: those of paths, or of a method and a path: `DELETE /orders/*`.
        operations: those of operationIds.
        location: the setting that has them.
    """

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    location: SourceLocation | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        """Whether there is any pattern."""
        return bool(self.tags or self.paths or self.operations)


@dataclass(frozen=True, slots=True)
class DocumentEdits:
    """What is changed in a document.

    Attributes:
        include: the operations that are kept; all if there are no patterns.
        exclude: the operations that are left out, also of those that are kept.
        decimal_numbers: whether numbers without a format have the format `decimal`.
    """

    include: Patterns = Patterns()
    exclude: Patterns = Patterns()
    decimal_numbers: bool = False


NO_EDITS = DocumentEdits()


class DocumentSource(NamedTuple):
    """A document, and how it is read.

    Attributes:
        spec: its file.
        overlays: corrections to it, in this order.
        allow_refs: folders beside its own that its references may lead into.
        infer_pagination: whether operations are taken for paged that do not declare it, but have a well-known shape.
        edits: what is left out or changed.
    """

    spec: Path
    overlays: Sequence[Path] = ()
    allow_refs: Sequence[Path] = ()
    infer_pagination: bool = True
    edits: DocumentEdits = NO_EDITS
