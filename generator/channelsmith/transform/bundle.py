"""Bundling: content referenced from other files becomes part of one document, and keeps its source location.

Objects that have a section in ``components`` move there, under names that depend on their files and not on the order of
references. Path items and whole sections replace the reference to them. Local references stay unchanged.

Files are opened only in the root file's folder and in folders that are allowed explicitly, whatever links or encodings
a reference uses, and nothing is ever downloaded. Anything may be in another file, a list of tags or parameters too.
"""

import difflib
import hashlib
import os
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from channelsmith.diagnostics import Diagnostic, SourceLocation, UnusableInput
from channelsmith.document import Document, Json, Node, json_pointer
from channelsmith.document.load import load_document
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS, mapping_entries, walk_objects

_FILE_SUFFIXES = (".yaml", ".yml", ".json")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")  # names of components consist of these characters only
_TEXTS = ("summary", "description")
_PLAIN_MEMBERS = {
    **dict.fromkeys(("info", "tag", "server", "path item", "parameter", "header", "response", "request body"), _TEXTS),
    "document": ("security",),
    "operation": ("security", "tags", *_TEXTS),
    "schema": ("required", "enum", *_TEXTS),
}
"""Kind to its members that are texts, or lists of texts or requirements, which may be in another file too."""
_SIMILARITY = 0.8  # file names share their suffixes, so they have to be closer than keys to count as a typo
_HINT_COPY = "put the file into the document's folder and refer to it by a relative path"
_HINT_ALLOW = "put the file into the document's folder, or allow its own with --allow-ref FOLDER"


def bundle_document(document: Document, allowed: Sequence[Path] = ()) -> Document:
    """Return the document with all content that it references in other files.

    Args:
        document: the root file. If it references no other file, it is returned unchanged.
        allowed: folders, besides the root file's, in which files may be referenced.

    Returns:
        A document whose ``files`` are the root file, followed by the others in the order of their names. References
        that lead to the network, out of the allowed folders, to a missing file or to a missing part of a file stay
        unchanged and are listed in ``unfollowed``.

    Raises:
        UnusableInput: a referenced file cannot be loaded.
    """
    references, errors = _collect_references(document, _Files(document, allowed))
    if not all(isinstance(error, _UnfollowedReference) for error in errors):
        raise UnusableInput(*dict.fromkeys(diagnostic for error in errors for diagnostic in error.diagnostics))
    bundled = _assemble(document, references) if references else document
    problems = (diagnostic for error in errors for diagnostic in error.diagnostics)
    unfollowed: dict[SourceLocation, Diagnostic] = {
        each.location: each for each in problems if each.location is not None
    }
    return replace(bundled, unfollowed=unfollowed) if unfollowed else bundled


# ---------------------------------------------------------------- collecting references
@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference that leads to another file, or is in one.

    ``node`` is the object with ``$ref``, or the text of an entry of ``discriminator.mapping``. ``kind`` is the kind of
    the target, as in `channelsmith.lint.openapi_objects`.
    """

    node: Node
    kind: str
    target: Node

    @property
    def to_component(self) -> bool:
        """Whether the target moves to ``components``; if not, it replaces the object with the reference."""
        return self.kind in COMPONENT_SECTIONS and self.kind != "path item"


class _UnfollowedReference(UnusableInput):
    """A reference leads to a location that is not allowed, or where there is nothing."""


class _Files:
    """The files of a description; each is loaded once, however references spell its path."""

    def __init__(self, root: Document, allowed: Sequence[Path]) -> None:
        self._folders = [folder.resolve() for folder in (root.files[0].parent, *allowed)]
        self._documents = {root.files[0].resolve(): root}
        self._failures: dict[Path, UnusableInput] = {}  # of files that cannot be loaded
        self._entered: set[Node] = set()  # references on the way to a target, which may form a circle

    def find_target(self, node: Node, reference: str) -> Node:
        """Return the target of a reference, relative to the file of the node that contains it."""
        name, _, fragment = reference.partition("#")
        document = self._open(node, reference, name) if name else node.document
        pointer = json_pointer.from_fragment(f"#{fragment}")
        if pointer is None:
            if (target := document.find_target(f"#{fragment}")) is None:
                message = f"the reference {reference!r} leads nowhere: the document has no anchor '#{fragment}'"
                raise _refused(node, message, f"write a pointer, '{name}#/...'")
            return target
        target = document.root
        for token in json_pointer.split(pointer):
            try:
                target = self._member(target, token)[token]
            except UnusableInput as error:
                problem = error.diagnostics[0]
                message = f"the reference {reference!r} leads nowhere: {problem.message}"
                raise _refused(node, message, problem.hint) from None
        return target

    def _member(self, node: Node, key: str) -> Node:
        """Return the node, or the one at the end of its references that has the key: sections may be in other files."""
        if node.get(key) is not None or node.ref is None or node in self._entered:
            return node
        self._entered.add(node)
        try:
            return self._member(self.find_target(node, node.ref), key)
        except UnusableInput:
            return node
        finally:
            self._entered.discard(node)

    def _open(self, node: Node, reference: str, name: str) -> Document:
        if name.startswith(("http:", "https:", "//")):
            raise _refused(node, f"the reference {reference!r} leads to the network", _HINT_COPY)
        if _SCHEME.match(name) or name.startswith(("/", "\\")):
            raise _refused(node, f"the reference {reference!r} is not a relative path", _HINT_COPY)
        path = Path(os.path.normpath(node.document.files[0].parent / unquote(name)))
        try:
            real = path.resolve()
            is_file = path.is_file()
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name, or too long a name
            raise _refused(node, f"the reference {reference!r} is not a valid path", "") from None
        if not any(real.is_relative_to(folder) for folder in self._folders):
            raise _refused(node, f"the reference {reference!r} leads out of the document's folder", _HINT_ALLOW)
        if real not in self._documents:
            if not is_file:
                raise _refused(node, f"file not found: {str(path)!r}", _suggest_target(node, path, name))
            if real in self._failures:
                raise self._failures[real]
            try:
                self._documents[real] = load_document(path, is_part=True)
            except UnusableInput as error:
                message = f"{error.diagnostics[0].message}; it is referenced at {_reference_text(node).location}"
                self._failures[real] = UnusableInput(replace(error.diagnostics[0], message=message))
                raise self._failures[real] from None
        return self._documents[real]


def _suggest_target(node: Node, path: Path, name: str) -> str:
    """Return a hint for a missing file: a component of that name, or a file with a similar name."""
    if _has_schema(node.document, name):
        return f"did you mean '#/components/schemas/{name}'?"
    siblings = [sibling.name for sibling in path.parent.iterdir() if sibling.is_file()] if path.parent.is_dir() else []
    close = difflib.get_close_matches(path.name, siblings, n=1, cutoff=_SIMILARITY)
    return f"did you mean {str(Path(name).with_name(close[0]))!r}?" if close else ""


def _refused(node: Node, message: str, hint: str) -> UnusableInput:
    return _UnfollowedReference(_reference_text(node).problem(message, rule="reference", hint=hint))


def _reference_text(node: Node) -> Node:
    """Return the text of a reference: in an object with ``$ref``, or the node itself in ``discriminator.mapping``."""
    return node.get(node.ref_key) or node


def _collect_references(root: Document, files: _Files) -> tuple[list[_Reference], list[UnusableInput]]:
    """Follow all references through all files; return those to rewrite, and the errors for those not followed."""
    references: dict[Node, _Reference] = {}
    errors: dict[Node, UnusableInput] = {}
    pending = deque([("swagger document" if "swagger" in root.root else "document", root.root)])
    entered = set(pending)
    while pending:
        for kind, node, text in _references_in(*pending.popleft()):
            if node in references or node in errors:
                continue
            if node.document is root and (text.startswith("#") or root.find_target(text) is not None):
                target = root.find_target(text)
                if target is None:
                    continue
                if kind not in COMPONENT_SECTIONS:  # OpenAPI has no references here, so what reads it expects none
                    references[node] = _Reference(node, kind, target)
                elif target.pointer.startswith("/components/"):  # visited anyway
                    continue
            else:
                try:
                    target = files.find_target(node, text)
                except UnusableInput as error:
                    errors[node] = error
                    continue
                references[node] = _Reference(node, kind, target)
            if (kind, target) not in entered:
                entered.add((kind, target))
                pending.append((kind, target))
    return list(references.values()), list(errors.values())


def _references_in(kind: str, start: Node) -> Iterator[tuple[str, Node, str]]:
    """Yield the kind of the target, the node and the text of each reference in an object."""
    for inner_kind, node in walk_objects(start, kind):
        if (ref := node.ref) is not None:
            yield inner_kind, node, ref
        for key in _PLAIN_MEMBERS.get(inner_kind, ()):
            if (member := node.get(key)) is not None and (ref := member.ref) is not None:
                yield "value", member, ref
        if inner_kind == "schema" and "discriminator" in node:
            for entry in mapping_entries(node["discriminator"]):
                if isinstance(entry.value, str) and (text := _mapping_reference(entry, entry.value)):
                    yield "schema", entry, text


def _mapping_reference(entry: Node, text: str) -> str:
    """Return the reference in an entry of ``discriminator.mapping``; "" if it is the name of a schema of the root."""
    if "#" in text or "/" in text or text.endswith(_FILE_SUFFIXES):
        return text
    is_own = len(entry.document.files) == 1 and _has_schema(entry.document, text)
    return "#" + json_pointer.join("/components/schemas", text) if is_own else ""


def _has_schema(document: Document, name: str) -> bool:
    return document.find(json_pointer.join("/components/schemas", name)) is not None


# ---------------------------------------------------------------- pointers in the bundled document
class _PointerMap:
    """Maps the nodes of all files to pointers of the bundled document."""

    def __init__(self, root: Document, references: Iterable[_Reference]) -> None:
        """Assign a pointer to the target of each reference.

        A component of the root file that is nothing but a reference is replaced by its target. A target inside another
        target needs no pointer of its own.
        """
        self._root = root
        self._inlined: dict[Node, Node] = {}  # target -> the first reference that it replaces
        kinds: dict[Node, str] = {}
        for reference in references:
            if reference.target.document is root:
                continue
            if reference.to_component:
                kinds.setdefault(reference.target, reference.kind)
            else:
                self._inlined.setdefault(reference.target, reference.node)
        self.components = self._replaced_components(references)
        targets = kinds.keys() | self._inlined.keys()
        unnamed: defaultdict[str, dict[Node, list[str]]] = defaultdict(dict)
        for target, kind in kinds.items():
            is_inner = any(Node(target.document, upper, None) in targets for upper in _ancestors(target.pointer)[1:])
            if target not in self.components and not is_inner:
                unnamed[kind][target] = _name_candidates(root, target)
        for kind, candidates in unnamed.items():
            section = COMPONENT_SECTIONS[kind]
            for target, name in _choose_names(candidates, self._names_in(section, references)).items():
                self.components[target] = json_pointer.join("/components", section, name)

    def pointer_of(self, node: Node) -> str:
        """Return the pointer of a node of any file in the bundled document."""
        if node.document is self._root:
            return node.pointer
        for upper in _ancestors(node.pointer):
            target = Node(node.document, upper, None)
            rest = node.pointer[len(upper) :]
            if target in self.components:
                return self.components[target] + rest
            if target in self._inlined:
                return self.pointer_of(self._inlined[target]) + rest
        raise KeyError(node)  # nodes are only reached through a target above them

    def _replaced_components(self, references: Iterable[_Reference]) -> dict[Node, str]:
        """Return the pointer of the root file's component that each target replaces."""
        pointers: defaultdict[Node, list[str]] = defaultdict(list)
        for reference in references:
            node = reference.node
            if (
                node.document is self._root
                and reference.target.document is not self._root
                and reference.to_component
                and node.pointer.rpartition("/")[0] == f"/components/{COMPONENT_SECTIONS[reference.kind]}"
                and isinstance(node.value, dict)
                and len(node.value) == 1
            ):
                pointers[reference.target].append(node.pointer)
        return {target: min(candidates) for target, candidates in pointers.items()}

    def _names_in(self, section: str, references: Iterable[_Reference]) -> set[str]:
        """Return the names in a section of the root file, which may be a reference to another file."""
        inlined = {reference.node: reference.target for reference in references if not reference.to_component}
        node: Node | None = self._root.root
        for key in ("components", section):
            node = node.get(key) if node is not None else None
            node = inlined.get(node, node) if node is not None else None
        return {key for key, _ in node.items()} if node is not None else set()


def _ancestors(pointer: str) -> list[str]:
    """Return the pointer and all above it, the root last."""
    ends = [len(pointer), *(at for at in range(len(pointer) - 1, -1, -1) if pointer[at] == "/")]
    return [pointer[:end] for end in dict.fromkeys(ends)]


def _name_candidates(root: Document, target: Node) -> list[str]:
    """Return names for a target, the shortest first: its key, then with the file's stem, the folders, and a digest."""
    path = Path(os.path.relpath(target.document.files[0].resolve(), root.files[0].parent.resolve()))
    tokens = json_pointer.split(target.pointer)
    words = [*(part for part in path.parent.parts if part != ".."), path.stem, *tokens[-1:]]
    words = [_NOT_IN_NAMES.sub("_", word) for word in words]
    digest = hashlib.sha256(f"{path.as_posix()}#{target.pointer}".encode()).hexdigest()[:8]
    names = ["_".join(words[start:]) for start in range(len(words) - 1, -1, -1)]
    return [*names, f"{names[-1]}_{digest}"]


def _choose_names(candidates: Mapping[Node, list[str]], taken: Iterable[str]) -> dict[Node, str]:
    """Return a unique name for each target, independently of their order.

    All targets that compete for a name fall back to their next candidate, except one whose complete path it is.
    """
    used = set(taken)
    names: dict[Node, str] = {}
    rank = 0
    while len(names) < len(candidates):
        contenders: defaultdict[str, list[Node]] = defaultdict(list)
        for target in candidates.keys() - names.keys():
            choices = candidates[target]
            name = choices[rank] if rank < len(choices) else choices[-1] + "_" * (rank - len(choices) + 1)
            contenders[name].append(target)
        for name in contenders.keys() - used:
            targets = contenders[name]
            if len(targets) > 1:
                targets = [target for target in targets if candidates[target][-2] == name]
            if len(targets) == 1:
                names[targets[0]] = name
        used |= set(names.values())
        rank += 1
    return names


# ---------------------------------------------------------------- assembling the document
@dataclass(slots=True)
class _Edits:
    """The changes at and below one node of a file."""

    below: dict[str, "_Edits"] = field(default_factory=dict[str, "_Edits"])
    text: str | None = None
    content: Node | None = None

    def at(self, pointer: str) -> "_Edits":
        """Return the edits of a node below, to be changed."""
        edits = self
        for token in json_pointer.split(pointer):
            edits = edits.below.setdefault(token, _Edits())
        return edits


@dataclass(frozen=True, slots=True)
class _Cursor:
    """The current node of a file, its pointer in the bundled document, and the targets it is part of."""

    source: Node
    pointer: str
    inside: tuple[Node, ...] = ()

    def below(self, key: str) -> "_Cursor":
        source = Node(self.source.document, json_pointer.join(self.source.pointer, key), None)
        return _Cursor(source, json_pointer.join(self.pointer, key), self.inside)


def _assemble(root: Document, references: Iterable[_Reference]) -> Document:
    """Build the bundled document; only what changes is copied."""
    assembler = _Assembler(root, references)
    value = dict(assembler.build_root())
    components = _mapping(value.get("components"))
    sections = {name: dict(section) for name, section in components.items() if isinstance(section, dict)}
    for target, pointer in sorted(assembler.pointers.components.items(), key=lambda item: item[1]):
        if pointer not in assembler.sources:
            _, section, name = json_pointer.split(pointer)
            sections.setdefault(section, {})[name] = assembler.build(target, pointer)
    if sections:
        value["components"] = {**components, **sections}
    sources = assembler.sources
    files = {source.document.files[0] for source in sources.values()} - set(root.files)

    def locate(pointer: str) -> SourceLocation:
        upper = next((each for each in _ancestors(pointer) if each in sources), None)
        if upper is None:
            return root.location(pointer)
        return sources[upper].document.location(sources[upper].pointer + pointer[len(upper) :])

    return Document(value, locate, (*root.files, *sorted(files)))


class _Assembler:
    """Builds content with its references rewritten.

    ``sources`` maps pointers of the bundled document to the nodes of the files that their content comes from.
    """

    def __init__(self, root: Document, references: Iterable[_Reference]) -> None:
        self.pointers = _PointerMap(root, references)
        self.sources: dict[str, Node] = {}
        self._root = root
        self._edits: dict[Document, _Edits] = {}
        for reference in references:
            self._add_edit(reference)

    def _add_edit(self, reference: _Reference) -> None:
        node, target = reference.node, reference.target
        edits = self._edits.setdefault(node.document, _Edits()).at(node.pointer)
        pointer = self.pointers.pointer_of(target)
        is_replaced = self.pointers.pointer_of(node) == pointer
        if is_replaced or not reference.to_component:
            edits.content = target
        elif isinstance(node.value, str):
            edits.text = f"#{pointer}"
        else:
            edits.at("/$ref").text = f"#{pointer}"

    def build_root(self) -> dict[str, Json]:
        """Return the content of the root file."""
        return _mapping(self._apply(self._root.value, self._edits.get(self._root), _Cursor(self._root.root, "")))

    def build(self, target: Node, pointer: str, inside: tuple[Node, ...] = ()) -> Json:
        """Return the content of a target at a pointer of the bundled document, inside of other targets."""
        self.sources[pointer] = target
        edits = self._edits.get(target.document)
        for token in json_pointer.split(target.pointer):
            edits = edits.below.get(token) if edits else None
        return self._apply(target.value, edits, _Cursor(target, pointer, (*inside, target)))

    def _apply(self, value: Json, edits: _Edits | None, cursor: _Cursor) -> Json:
        if edits is None:
            return value
        if edits.text is not None:
            return edits.text
        if edits.content is not None:
            return self._replace(edits.content, value, edits, cursor)
        if isinstance(value, dict):
            return {key: self._apply_below(key, member, edits, cursor) for key, member in value.items()}
        if isinstance(value, list):
            return [self._apply_below(str(index), element, edits, cursor) for index, element in enumerate(value)]
        return value

    def _apply_below(self, key: str, value: Json, edits: _Edits, cursor: _Cursor) -> Json:
        inner = edits.below.get(key)
        return value if inner is None else self._apply(value, inner, cursor.below(key))

    def _replace(self, target: Node, value: Json, edits: _Edits, cursor: _Cursor) -> Json:
        """Replace a reference by its target; members beside the reference take precedence."""
        if target in cursor.inside:  # recursive content refers to its own start
            return {"$ref": f"#{self.pointers.pointer_of(target)}"}
        content = self.build(target, cursor.pointer, cursor.inside)
        siblings = {key: member for key, member in _mapping(value).items() if key != "$ref"}
        if not siblings or not isinstance(content, dict):
            return content
        for key in siblings:
            self.sources[json_pointer.join(cursor.pointer, key)] = cursor.below(key).source
        return {**content, **{key: self._apply_below(key, each, edits, cursor) for key, each in siblings.items()}}


def _mapping(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}
