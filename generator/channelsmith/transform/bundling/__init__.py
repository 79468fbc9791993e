"""The steps of bundling: collect references, give what they lead to a home, assemble the document."""

from dataclasses import dataclass

from channelsmith.document import Document, Node
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference to another file leads to."""

    document: Document
    pointer: str


@dataclass(frozen=True, slots=True)
class Use:
    """A reference to be rewritten.

    ``node`` holds it: the object with ``$ref``, or the text of an entry in ``discriminator.mapping``. ``kind`` is
    what it has to lead to, as `channelsmith.lint.openapi_objects` names kinds.
    """

    node: Node
    kind: str
    target: Target

    @property
    def moves(self) -> bool:
        """Whether the target gets a name under ``components``; if not, it replaces the object with the reference."""
        return self.kind in COMPONENT_SECTIONS and self.kind != "path item"
