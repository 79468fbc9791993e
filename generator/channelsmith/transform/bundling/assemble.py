"""The bundled document, put together from its parts; only what changes is copied."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from channelsmith.diagnostics import SourceLocation
from channelsmith.document import Document, Json
from channelsmith.document import json_pointer as pointers
from channelsmith.transform.bundling import Target, Use
from channelsmith.transform.bundling.places import Homes


@dataclass(slots=True)
class _Edits:
    """What changes at and below one place of one file."""

    below: dict[str, "_Edits"] = field(default_factory=dict[str, "_Edits"])
    text: str | None = None
    content: Target | None = None


def assemble(root: Document, uses: Iterable[Use], homes: Homes) -> Document:
    """One document: targets that move stand under ``components``, the others in place of their references."""
    assembly = _Assembly(root, uses, homes)
    value = assembly.build_root()
    sections = _own_sections(value)
    for target, home in sorted(homes.moved.items(), key=lambda item: item[1]):
        if home not in assembly.grafts:
            _, section, name = pointers.split(home)
            sections.setdefault(section, {})[name] = assembly.build(target, home, (target,))
    if sections:
        value["components"] = {**_mapping(value.get("components")), **sections}
    parts = {target.document.files[0] for target in assembly.grafts.values()} - set(root.files)
    return Document(value, _Locator(root, assembly.grafts), (*root.files, *sorted(parts)))


def _own_sections(value: dict[str, Json]) -> dict[str, dict[str, Json]]:
    """The sections of ``components``, copied so that they can be added to."""
    sections = _mapping(value.get("components")).items()
    return {name: dict(section) for name, section in sections if isinstance(section, dict)}


def _mapping(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where building has come to: in a file, in the bundled document, and inside of which parts."""

    source: Target
    at: str
    inside: tuple[Target, ...]

    def below(self, key: str) -> "_Spot":
        source = Target(self.source.document, pointers.join(self.source.pointer, key))
        return _Spot(source, pointers.join(self.at, key), self.inside)


@dataclass(frozen=True, slots=True)
class _Locator:
    """Pointers of the bundled document to places in its files."""

    root: Document
    grafts: dict[str, Target]

    def __call__(self, pointer: str) -> SourceLocation:
        upper = pointer
        while upper and upper not in self.grafts:
            upper = upper.rpartition("/")[0]
        if upper not in self.grafts:
            return self.root.location(pointer)
        graft = self.grafts[upper]
        return graft.document.location(graft.pointer + pointer[len(upper) :])


class _Assembly:
    """Builds parts with their references rewritten, and notes in ``grafts`` where each of them came from."""

    def __init__(self, root: Document, uses: Iterable[Use], homes: Homes) -> None:
        self.grafts: dict[str, Target] = {}
        self._root = root
        self._homes = homes
        self._edits: dict[Document, _Edits] = {}
        for use in uses:
            self._note(use)

    def _note(self, use: Use) -> None:
        address = self._homes.address(use.target.document, use.target.pointer)
        edits = self._edits.setdefault(use.node.document, _Edits())
        for token in pointers.split(use.node.pointer):
            edits = edits.below.setdefault(token, _Edits())
        is_home = self._homes.address(use.node.document, use.node.pointer) == address
        if is_home or not (use.moves or use.target.document is self._root):
            edits.content = use.target
        else:
            holder = edits if isinstance(use.node.value, str) else edits.below.setdefault("$ref", _Edits())
            holder.text = f"#{address}"

    def build_root(self) -> dict[str, Json]:
        """The root file's own content, as a mapping that may be changed."""
        spot = _Spot(Target(self._root, ""), "", ())
        return dict(_mapping(self._apply(self._root.value, self._edits.get(self._root), spot)))

    def build(self, target: Target, at: str, inside: tuple[Target, ...]) -> Json:
        """A part of a file as it stands at a pointer of the bundled document, inside of parts already begun."""
        self.grafts[at] = target
        edits = self._edits.get(target.document)
        for token in pointers.split(target.pointer):
            edits = edits.below.get(token) if edits else None
        return self._apply(target.document.at(target.pointer).value, edits, _Spot(target, at, inside))

    def _apply(self, value: Json, edits: _Edits | None, spot: _Spot) -> Json:
        if edits is None:
            return value
        if edits.text is not None:
            return edits.text
        if edits.content is not None:
            return self._replace(edits.content, value, edits, spot)
        if isinstance(value, dict):
            return {key: self._below(key, member, edits, spot) for key, member in value.items()}
        if isinstance(value, list):
            return [self._below(str(at), element, edits, spot) for at, element in enumerate(value)]
        return value

    def _below(self, key: str, value: Json, edits: _Edits, spot: _Spot) -> Json:
        inner = edits.below.get(key)
        return value if inner is None else self._apply(value, inner, spot.below(key))

    def _replace(self, target: Target, value: Json, edits: _Edits, spot: _Spot) -> Json:
        """The target in place of the reference to it; what stands beside the reference stays and wins."""
        if target in spot.inside:  # a part that contains itself refers to where it begins
            return {"$ref": f"#{self._homes.address(target.document, target.pointer)}"}
        content = self.build(target, spot.at, (*spot.inside, target))
        beside = {key: member for key, member in _mapping(value).items() if key != "$ref"}
        if not beside or not isinstance(content, dict):
            return content
        for key in beside:
            self.grafts[pointers.join(spot.at, key)] = spot.below(key).source
        return {**content, **{key: self._below(key, member, edits, spot) for key, member in beside.items()}}
