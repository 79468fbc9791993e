"""Where in the bundled document everything from other files will stand."""

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from channelsmith.document import Document, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS
from channelsmith.transform.bundling import Target, Use

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")  # component names have only these characters


class Homes:
    """Targets to pointers of the bundled document, and back."""

    def __init__(self, root: Document, moved: Mapping[Target, str], inlined: Mapping[Target, Node]) -> None:
        """Targets that get a name, with their pointers; the others, with the node each replaces first."""
        self._root = root
        self.moved = moved
        self._inlined = inlined

    def address(self, document: Document, pointer: str) -> str:
        """Where something from any of the files stands in the bundled document."""
        if document is self._root:
            return pointer
        for upper in _upwards(pointer):
            target = Target(document, upper)
            rest = pointer[len(upper) :]
            if target in self.moved:
                return self.moved[target] + rest
            if target in self._inlined:
                holder = self._inlined[target]
                return self.address(holder.document, holder.pointer) + rest
        raise KeyError(pointer)  # nothing is collected but through a target above it


def homes(root: Document, uses: Iterable[Use]) -> Homes:
    """A home for the target of each use.

    A component of the root file that is nothing but a reference is the home of what it refers to. A part of something
    that has a home needs none of its own.
    """
    kinds: dict[Target, str] = {}
    inlined: dict[Target, Node] = {}
    for use in uses:
        if use.target.document is root:
            continue
        if use.moves:
            kinds.setdefault(use.target, use.kind)
        else:
            inlined.setdefault(use.target, use.node)
    adopted = _adopted(root, uses)
    known = kinds.keys() | inlined.keys()
    homeless = {target: kind for target, kind in kinds.items() if target not in adopted and not _is_part(target, known)}
    moved = dict(adopted)
    for kind, section in COMPONENT_SECTIONS.items():
        wanted = {target: _candidates(root, target) for target, each in homeless.items() if each == kind}
        taken = _keys(root, uses, section)
        for target, name in _unique(wanted, taken).items():
            moved[target] = pointers.join("/components", section, name)
    return Homes(root, moved, inlined)


def _adopted(root: Document, uses: Iterable[Use]) -> dict[Target, str]:
    found: dict[Target, list[str]] = {}
    for use in uses:
        node = use.node
        above, _, _ = node.pointer.rpartition("/")
        is_component = above == f"/components/{COMPONENT_SECTIONS.get(use.kind)}"
        if (
            node.document is root
            and is_component
            and use.moves
            and isinstance(node.value, dict)
            and len(node.value) == 1
        ):
            found.setdefault(use.target, []).append(node.pointer)
    return {target: min(where) for target, where in found.items() if target.document is not root}


def _is_part(target: Target, known: AbstractSet[Target]) -> bool:
    return any(Target(target.document, upper) in known for upper in _upwards(target.pointer)[1:])


def _upwards(pointer: str) -> list[str]:
    """The pointer and all above it, the root last."""
    ends = [len(pointer), *(at for at in range(len(pointer) - 1, -1, -1) if pointer[at] == "/")]
    return [pointer[:end] for end in dict.fromkeys(ends)]


def _candidates(root: Document, target: Target) -> list[str]:
    """Names for a target, the shortest first: its key, then the file's stem before it, then folders, then a digest."""
    path = Path(os.path.relpath(target.document.files[0].resolve(), root.files[0].parent.resolve()))
    tokens = pointers.split(target.pointer)
    words = [*(part for part in path.parent.parts if part != ".."), path.stem, *tokens[-1:]]
    words = [_NOT_IN_NAMES.sub("_", word) for word in words]
    digest = hashlib.sha256(f"{path.as_posix()}#{target.pointer}".encode()).hexdigest()[:8]
    names = ["_".join(words[at:]) for at in range(len(words) - 1, -1, -1)]
    return [*names, f"{names[-1]}_{digest}"]


def _unique(wanted: Mapping[Target, list[str]], taken: Iterable[str]) -> dict[Target, str]:
    """One name each, whatever the order: all that want the same one move on, but for one whose whole path it is."""
    used = set(taken)
    names: dict[Target, str] = {}
    rank = 0
    while len(names) < len(wanted):
        asking: defaultdict[str, list[Target]] = defaultdict(list)
        for target in wanted.keys() - names.keys():
            asking[_candidate(wanted[target], rank)].append(target)
        for name in sorted(asking.keys() - used):
            whole = [target for target in asking[name] if wanted[target][-2] == name]
            for target in asking[name] if len(asking[name]) == 1 else whole if len(whole) == 1 else ():
                names[target] = name
        used |= set(names.values())
        rank += 1
    return names


def _candidate(names: list[str], rank: int) -> str:
    """The name of that rank; when there are no more, the last one with as many underscores as it takes."""
    return names[rank] if rank < len(names) else names[-1] + "_" * (rank - len(names) + 1)


def _keys(root: Document, uses: Iterable[Use], section: str) -> set[str]:
    """The names the root document has in a section, also where the section is a reference to a file."""
    leads = {use.node: use.target.document.at(use.target.pointer) for use in uses if not use.moves}
    node: Node | None = root.root
    for key in ("components", section):
        node = node.get(key) if node is not None else None
        node = leads.get(node, node) if node is not None else None
    return {key for key, _ in node.items()} if node is not None else set()
