"""Where each part of an edited document came from: a tree as sparse as the edits are."""

from dataclasses import dataclass, field

from channelsmith.diagnostics import SourceLocation
from channelsmith.document import Document, Json
from channelsmith.document import json_pointer as pointers


@dataclass(slots=True)
class Origin:
    """The source of one part. What is below it came from below the source, but for the entries of ``below``."""

    document: Document
    pointer: str
    below: dict[str, "Origin"] = field(default_factory=dict[str, "Origin"])

    @property
    def location(self) -> SourceLocation:
        """File, line and column of the source."""
        return self.document.location(self.pointer)

    def at(self, key: str) -> "Origin":
        """The origin of a member or element."""
        return self.below.get(key) or Origin(self.document, pointers.join(self.pointer, key))

    def open(self, key: str) -> "Origin":
        """The same, as an entry that can be changed."""
        return self.below.setdefault(key, self.at(key))

    def clone(self) -> "Origin":
        """An origin that changes on its own."""
        return Origin(self.document, self.pointer, {key: inner.clone() for key, inner in self.below.items()})

    def become(self, other: "Origin") -> None:
        """Change to another source."""
        self.document, self.pointer, self.below = other.document, other.pointer, other.clone().below

    def keep(self, positions: list[int]) -> None:
        """Follow a list of which only the elements at these positions are left."""
        self.below = {str(new): self.at(str(old)) for new, old in enumerate(positions)}


@dataclass(frozen=True, slots=True)
class Locator:
    """Pointers of an edited document to places in the files it came from."""

    value: Json
    origin: Origin

    def __call__(self, pointer: str) -> SourceLocation:
        """The place of the element at a pointer, or of the nearest one above it."""
        value, origin = self.value, self.origin
        for token in pointers.split(pointer):
            if isinstance(value, dict) and token in value:
                value = value[token]
            elif isinstance(value, list) and (at := pointers.parse_index(token, len(value))) is not None:
                value = value[at]
            else:
                break
            origin = origin.at(token)
        return origin.location
