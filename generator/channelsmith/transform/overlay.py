"""Overlays (Overlay Specification 1.0 and 1.1): corrections to a document, in files of their own.

Version 1.1 includes all of 1.0 and is more precise, so its rules apply to both. There is one difference: a target that
selects nothing is an error, because otherwise the correction would be lost silently.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, cast
from urllib.parse import unquote

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document, Json, Node, describe_type, did_you_mean, json_pointer
from channelsmith.document.load import load_document
from channelsmith.document.parsing import MAX_DEPTH
from channelsmith.transform.json_path import HINT_LESS, LIMIT_RULE, TARGET_RULE, Location, select

MAX_REPEATED = 250_000
"""Maximum number of values that actions may add by several targets or by copying."""

_RULE = "overlay"
_MERGE_RULE = "overlay-merge"


def apply_overlays(document: Document, overlays: Sequence[Path]) -> Document:
    """Return the document after all actions of the overlays, in their order.

    Args:
        document: a bundled document, which is not changed.
        overlays: YAML or JSON files, applied in this order.

    Returns:
        A document whose parts keep their source locations, or have those in the overlay that added them; ``files``
        lists the overlays after the files of the document.

    Raises:
        UnusableInput: an overlay cannot be loaded or is invalid, a target selects nothing, or an update does not fit
            its target; all such problems.
    """
    if not overlays:
        return document
    actions: list[_Action] = []
    problems: list[Diagnostic] = []
    for path in overlays:
        try:
            actions += _read_actions(load_document(path), document.files[0])
        except UnusableInput as error:
            problems += error.diagnostics
    editor = _Editor(document)
    for action in actions:
        try:
            editor.perform(action)
        except UnusableInput as error:
            problems += error.diagnostics
            if any(problem.rule == LIMIT_RULE for problem in error.diagnostics):
                break  # the following actions would work on an ever larger document
    if problems:
        raise UnusableInput(*problems)
    files = dict.fromkeys((*document.files, *overlays))
    return Document(editor.value, editor.locate, tuple(files), document.unfollowed, tuple(overlays))


# ---------------------------------------------------------------- reading actions
@dataclass(frozen=True, slots=True)
class _Action:
    """One change, as nodes of the overlay document.

    ``target`` is the text of the JSONPath to change. At most one of the others is set: ``update`` is merged in,
    ``copy`` is the text of the JSONPath whose value is merged in.
    """

    target: Node
    update: Node | None = None
    copy: Node | None = None
    remove: bool = False


_VERSION = re.compile(r"1\.[01]\.[0-9]+")
_NOT_RELATIVE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")


@dataclass(frozen=True, slots=True)
class _Field:
    type: type
    expected: str
    required: bool = False


_TEXT = _Field(str, "a string")
_REQUIRED_TEXT = _Field(str, "a string", required=True)

_OVERLAY: Mapping[str, _Field] = {
    "overlay": _REQUIRED_TEXT,
    "info": _Field(dict, "a mapping", required=True),
    "extends": _TEXT,
    "actions": _Field(list, "a list", required=True),
}
_INFO: Mapping[str, _Field] = {"title": _REQUIRED_TEXT, "version": _REQUIRED_TEXT, "description": _TEXT}
_ACTION: Mapping[str, _Field] = {
    "target": _REQUIRED_TEXT,
    "description": _TEXT,
    "update": _Field(object, "anything"),
    "copy": _TEXT,
    "remove": _Field(bool, "true or false"),
}


def _read_actions(overlay: Document, target: Path) -> list[_Action]:
    """Return the actions of an overlay document.

    ``target`` is the file that the overlay is applied to; ``extends`` has to be its relative path. Absolute addresses
    are not checked, because their content is unknown without a network.
    """
    if problems := tuple(_find_problems(overlay.root, target)):
        raise UnusableInput(*problems)
    return [
        _Action(node["target"], remove=True)
        if node.flag("remove")  # the specification ignores the other fields then
        else _Action(node["target"], node.get("update"), node.get("copy"))
        for node in overlay.root["actions"].elements()
    ]


def _find_problems(root: Node, target: Path) -> Iterator[Diagnostic]:
    if "overlay" not in root:
        message = "this is an OpenAPI document, not an overlay" if "openapi" in root else "this is not an overlay"
        yield root.problem(message, rule=_RULE, hint="an overlay starts with 'overlay: 1.1.0'")
        return
    version = root["overlay"]
    if not isinstance(version.value, str) or not _VERSION.fullmatch(version.value):
        shown = version.value if isinstance(version.value, str | int | float) else describe_type(version.value)
        yield version.problem(f"Overlay {shown} is not supported", rule=_RULE, hint="use 1.0.0 or 1.1.0")
        return
    yield from _field_problems(root, "an overlay", _OVERLAY)
    if (info := root.get("info")) is not None and info.is_mapping:
        yield from _field_problems(info, "the info of an overlay", _INFO)
    if (actions := root.get("actions")) is not None and actions.is_list:
        yield from _action_problems(actions, allows_copy=not version.value.startswith("1.0."))
    if (extends := root.get("extends")) is not None and isinstance(extends.value, str):
        yield from _extends_problems(extends, extends.value, target)


def _field_problems(node: Node, subject: str, fields: Mapping[str, _Field]) -> Iterator[Diagnostic]:
    if not node.is_mapping:
        yield node.problem(f"{subject} is a mapping, not {describe_type(node.value)}", rule=_RULE)
        return
    for key, member in node.items():
        if key.startswith("x-"):
            continue
        if key not in fields:
            hint = did_you_mean(key, dict.fromkeys(fields)) or f"available: {', '.join(fields)}"
            yield member.problem(f"{subject} has no field {key!r}", rule=_RULE, hint=hint)
        elif not isinstance(member.value, fields[key].type):
            hint = "put it in quotes" if fields[key].type is str and isinstance(member.value, int | float) else ""
            message = f"{key!r} is {describe_type(member.value)}, not {fields[key].expected}"
            yield member.problem(message, rule=_RULE, hint=hint)
    for key, required in fields.items():
        if required.required and key not in node:
            yield node.problem(f"{subject} needs {key!r}, {required.expected}", rule=_RULE)


def _action_problems(actions: Node, *, allows_copy: bool) -> Iterator[Diagnostic]:
    if not actions.value:
        yield actions.problem("an overlay needs at least one action", rule=_RULE)
    first: dict[str, Node] = {}
    for action in actions.elements():
        yield from _field_problems(action, "an action", _ACTION)
        for key in ("target", "copy"):
            path = action.get(key)
            if path is not None and isinstance(path.value, str) and not path.value.startswith("$"):
                message = f"{path.value!r} does not start with '$', the root of the document"
                yield path.problem(message, rule=_RULE, hint="for example $.paths['/orders'].get")
        if "copy" in action and not allows_copy:
            yield action["copy"].problem("'copy' requires version 1.1", rule=_RULE, hint="start with 'overlay: 1.1.0'")
        elif "copy" in action and "update" in action and not action.get("remove"):
            message = "an action cannot have both 'copy' and 'update'"
            yield action["copy"].problem(message, rule=_RULE, hint="write two actions")
        earlier = first.setdefault(json.dumps(action.value, sort_keys=True), action)
        if earlier is not action:
            yield action.problem(
                f"duplicate of the action at {earlier.location}", rule=_RULE, hint="remove one of them"
            )


def _extends_problems(extends: Node, reference: str, target: Path) -> Iterator[Diagnostic]:
    if _NOT_RELATIVE.match(reference):
        return
    path = extends.document.files[0].parent / unquote(reference.partition("#")[0])
    try:
        matches = path.resolve() == target.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a NUL in the name
        matches = False
    if not matches:
        message = f"the overlay is made for {reference!r}, not for '{target}'"
        yield extends.problem(message, rule=_RULE, hint="remove 'extends' to apply it to any document")


# ---------------------------------------------------------------- editing the document
@dataclass(slots=True)
class _Origin:
    """The source of a part: what is below comes from below the source, except for the entries of ``below``."""

    document: Document
    pointer: str
    below: dict[str, "_Origin"] = field(default_factory=dict[str, "_Origin"])

    @property
    def location(self) -> SourceLocation:
        """File, line and column of the source."""
        return self.document.location(self.pointer)

    def at(self, key: str | int) -> "_Origin":
        """Return the origin of a member or element."""
        return self.below.get(str(key)) or _Origin(self.document, json_pointer.join(self.pointer, key))

    def open(self, key: str | int) -> "_Origin":
        """Return the origin of a member or element, to be changed."""
        return self.below.setdefault(str(key), self.at(key))

    def clone(self) -> "_Origin":
        """Return an independent copy."""
        return _Origin(self.document, self.pointer, {key: inner.clone() for key, inner in self.below.items()})


@dataclass(frozen=True, slots=True)
class _Part:
    """A value to be merged in, and its origin."""

    value: Json
    origin: _Origin

    def at(self, key: str | int) -> "_Part":
        """Return a member or element."""
        return _Part(_get(cast("_Container", self.value), key), self.origin.at(key))


_Container: TypeAlias = "dict[str, Json] | list[Json]"
_ROOT = ""  # the document is the member of a mapping under this key, so that its root can be replaced like any member


class _MismatchError(Exception):
    """Two values cannot be merged."""

    def __init__(self, old: Json, old_origin: _Origin, new: _Part) -> None:
        super().__init__(
            f"{describe_type(new.value)} cannot be merged into {describe_type(old)} ({old_origin.location})"
        )
        self.location = new.origin.location


class _Editor:
    """Performs actions on a document; containers are copied before their first change, the originals stay unchanged."""

    def __init__(self, document: Document) -> None:
        self._top: dict[str, Json] = {_ROOT: document.value}
        self._origin = _Origin(document, "")
        self._copies: dict[int, _Container] = {}
        """Containers copied for editing, by identity; each is used in only one part of the document."""
        self._repeated = 0

    @property
    def value(self) -> dict[str, Json]:
        """The edited document."""
        return cast("dict[str, Json]", self._top[_ROOT])

    def locate(self, pointer: str) -> SourceLocation:
        """Return the source location of the element at a pointer, or of the nearest one above it."""
        value: Json = self.value
        origin = self._origin
        for token in json_pointer.split(pointer):
            if isinstance(value, dict) and token in value:
                value = value[token]
            elif isinstance(value, list) and (index := json_pointer.parse_index(token, len(value))) is not None:
                value = value[index]
            else:
                break
            origin = origin.at(token)
        return origin.location

    def perform(self, action: _Action) -> None:
        """Perform one action."""
        locations = select(action.target, self.value)
        if action.remove:
            if () in locations:
                message = "the root of the document cannot be removed"
                raise _refused(action.target, message, _MERGE_RULE, "select the parts to remove")
            self._remove(locations)
        elif action.update is not None:
            update = _Part(action.update.value, _Origin(action.update.document, action.update.pointer))
            self._merge(action, locations, update, repeated=len(locations) - 1)
        elif action.copy is not None:
            self._merge(action, locations, self._copy(action.copy), repeated=len(locations))

    def _copy(self, expression: Node) -> _Part:
        """Return the value that a path selects; later changes do not affect it."""
        source, *others = select(expression, self.value)
        if others:
            message = f"{expression.value!r} selects {1 + len(others)} parts, but only one can be copied"
            raise _refused(expression, message, TARGET_RULE, HINT_LESS)
        part = _Part(self.value, self._origin)
        for key in source:
            part = part.at(key)
        self._copies.clear()
        return _Part(part.value, part.origin.clone())

    def _merge(self, action: _Action, locations: tuple[Location, ...], part: _Part, *, repeated: int) -> None:
        types = {_describe_type(self._at(location)) for location in locations}
        if len(types) > 1:
            message = f"{action.target.value!r} selects {' and '.join(sorted(types))}"
            raise _refused(action.target, message, _MERGE_RULE, "write one action for each type")
        size, depth = _measure(part.value)
        self._repeated += size * repeated
        if self._repeated > MAX_REPEATED:
            message = f"the actions up to this one repeat more than {MAX_REPEATED} values"
            raise _refused(action.target, message, LIMIT_RULE, "write shared parts once, and refer to them")
        if max(map(len, locations)) + depth > MAX_DEPTH:
            raise _refused(action.target, f"the result is nested more than {MAX_DEPTH} levels deep", LIMIT_RULE)
        try:
            for location in locations:
                holder, key, origin = self._open(location)
                if isinstance(_get(holder, key), list):
                    self._append(holder, key, origin, part)
                else:
                    self._combine(holder, key, origin, part)
        except _MismatchError as error:
            source = error.location if action.copy is None else action.copy.location
            hint = "to replace it, remove it in an action before this one"
            raise UnusableInput(Diagnostic(Severity.ERROR, _MERGE_RULE, str(error), hint, source)) from None

    def _combine(self, holder: _Container, key: str | int, origin: _Origin, part: _Part) -> None:
        """Merge a part into the value under a key: mappings by member, lists by appending, scalars by replacing."""
        old, new = _get(holder, key), part.value
        if isinstance(old, dict) and isinstance(new, dict):
            container = self._writable(holder, key)
            for name in new:
                if name in old:
                    self._combine(container, name, origin.open(name), part.at(name))
                else:
                    _set(container, name, new[name])
                    origin.below[name] = part.origin.at(name).clone()
        elif isinstance(old, list) and isinstance(new, list):
            self._append(holder, key, origin, part)
        elif isinstance(old, dict | list) or isinstance(new, dict | list):
            raise _MismatchError(old, origin, part)
        else:
            _set(holder, key, new)
            origin.document, origin.pointer, origin.below = part.origin.document, part.origin.pointer, {}

    def _append(self, holder: _Container, key: str | int, origin: _Origin, part: _Part) -> None:
        """Append the elements of a part to a list; a part that is not a list becomes one element."""
        container = cast("list[Json]", self._writable(holder, key))
        for element in map(part.at, range(len(part.value))) if isinstance(part.value, list) else (part,):
            origin.below[str(len(container))] = element.origin.clone()
            container.append(element.value)

    def _remove(self, locations: Iterable[Location]) -> None:
        """Remove the parts at these locations, none of which is the root."""
        keys: defaultdict[Location, set[str | int]] = defaultdict(set)
        for location in locations:
            keys[location[:-1]].add(location[-1])
        for parent in sorted(
            keys, key=len, reverse=True
        ):  # inner parts first, so that indexes of outer lists stay valid
            holder, key, origin = self._open(parent)
            container = self._writable(holder, key)
            if isinstance(container, dict):
                for name in keys[parent]:
                    del container[str(name)]
            else:
                kept = [index for index in range(len(container)) if index not in keys[parent]]
                container[:] = [container[index] for index in kept]
                origin.below = {str(new): origin.at(old) for new, old in enumerate(kept)}

    def _at(self, location: Location) -> Json:
        value: Json = self.value
        for key in location:
            value = _get(cast("_Container", value), key)
        return value

    def _open(self, location: Location) -> tuple[_Container, str | int, _Origin]:
        """Return the writable container of the part at a location, the part's key in it, and the part's origin."""
        holder: _Container = self._top
        key: str | int = _ROOT
        origin = self._origin
        for token in location:
            holder, key = self._writable(holder, key), token
            origin = origin.open(token)
        return holder, key, origin

    def _writable(self, holder: _Container, key: str | int) -> _Container:
        """Return the mapping or list under a key, after replacing it by a copy unless it is one already."""
        container = cast("_Container", _get(holder, key))
        if id(container) in self._copies:
            return container
        copy: _Container = dict(container) if isinstance(container, dict) else list(container)
        self._copies[id(copy)] = copy
        _set(holder, key, copy)
        return copy


def _refused(node: Node, message: str, rule: str, hint: str = "") -> UnusableInput:
    return UnusableInput(node.problem(message, rule=rule, hint=hint))


def _get(holder: _Container, key: str | int) -> Json:
    return holder[str(key)] if isinstance(holder, dict) else holder[int(key)]


def _set(holder: _Container, key: str | int, value: Json) -> None:
    if isinstance(holder, dict):
        holder[str(key)] = value
    else:
        holder[int(key)] = value


def _describe_type(value: Json) -> str:
    return "mappings" if isinstance(value, dict) else "lists" if isinstance(value, list) else "plain values"


def _measure(value: Json) -> tuple[int, int]:
    """Return the number of values in a value, and how deeply they are nested."""
    count = deepest = 0
    pending = [(value, 1)]
    while pending:
        inner, depth = pending.pop()
        count, deepest = count + 1, max(deepest, depth)
        children = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
        pending += ((child, depth + 1) for child in children)
    return count, deepest
