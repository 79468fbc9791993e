"""Plain data out of the events of a YAML parser, with the place of every key.

A stack of its own stands in for recursion, so that nesting and aliases are bounded before anything grows from them.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from channelsmith.document import Json
from channelsmith.document.syntax import MAX_ALIASED, MAX_DEPTH, Mark, TextError
from channelsmith.document.syntax.yaml_scalars import COLLECTION_TAGS, scalar_value, unknown_tag

Marks: TypeAlias = dict[int, dict[str, Mark] | list[Mark]]
"""By the identity of a mapping or list: where each of its keys or elements stands."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list being filled."""

    value: dict[str, Json] | list[Json]
    marks: dict[str, Mark] | list[Mark]
    mark: Mark
    anchor: str | None
    key: str | None = None
    key_mark: Mark = (1, 1)
    is_merge: bool = False
    merged: list[dict[str, Json]] = field(default_factory=list["dict[str, Json]"])
    size: int = 1
    height: int = 1


_MERGE = "<<"


class Builder:
    """Values out of parser events, with a stack of its own in place of recursion."""

    def __init__(self) -> None:
        self.value: Json = None
        self.start: Mark = (1, 1)
        self.marks: Marks = {}
        self.finished = False
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Json, int, int]] = {}
        self._aliased = 0

    @property
    def opened(self) -> Mark:
        """Where the innermost mapping or list that is not complete yet begins."""
        return self._frames[-1].mark if self._frames else self.start

    def take(self, event: yaml.Event) -> None:
        """One event further."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent() if self.finished:
                raise TextError("a second document starts here", _mark(event), "keep one document in a file")
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self._frames[-1] if self._frames else None
        if top is not None and top.key is None and isinstance(top.value, dict):
            top.key, top.key_mark = event.value, _mark(event)
            top.is_merge = event.value == _MERGE and event.implicit[0]
            if event.anchor:
                self._anchors[event.anchor] = (event.value, 1, 0)
            return
        value = scalar_value(event, _mark(event))
        if event.anchor:
            self._anchors[event.anchor] = (value, 1, 0)
        self._add(value, 1, 0, _mark(event))

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        mark = _mark(event)
        if event.tag not in COLLECTION_TAGS:
            raise unknown_tag(event.tag, mark)
        self._check_depth(1, mark)
        if self._frames and isinstance(self._frames[-1].value, dict) and self._frames[-1].key is None:
            raise TextError("a key has to be a single text", mark, "quote it if it starts with '{' or '['")
        if isinstance(event, yaml.MappingStartEvent):
            frame = _Frame({}, {}, mark, event.anchor)
        else:
            frame = _Frame([], [], mark, event.anchor)
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        self.marks[id(frame.value)] = frame.marks
        self._frames.append(frame)

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.merged:
            _merge(frame, self.marks)
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, frame.size, frame.height)
        self._add(frame.value, frame.size, frame.height, frame.mark)

    def _alias(self, event: yaml.AliasEvent) -> None:
        mark = _mark(event)
        if event.anchor not in self._anchors:
            is_open = any(frame.anchor == event.anchor for frame in self._frames)
            what = "stands inside what it repeats" if is_open else "has no anchor before it"
            raise TextError(f"the alias *{event.anchor} {what}", mark)
        value, size, height = self._anchors[event.anchor]
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise TextError(
                f"the aliases of this file stand for more than {MAX_ALIASED:,} values",
                mark,
                "repeat less by alias; use $ref for shared parts",
                "limit",
            )
        self._check_depth(height, mark)
        self._add(value, size, height, mark)

    def _check_depth(self, height: int, mark: Mark) -> None:
        if len(self._frames) + height > MAX_DEPTH:
            raise TextError(f"nested more than {MAX_DEPTH} levels deep", mark, rule="limit")

    def _add(self, value: Json, size: int, height: int, mark: Mark) -> None:
        if not self._frames:
            self.value, self.start, self.finished = value, mark, True
            return
        top = self._frames[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        if isinstance(top.value, list) and isinstance(top.marks, list):
            top.value.append(value)
            top.marks.append(mark)
            return
        self._add_member(top, value, mark)

    def _add_member(self, top: _Frame, value: Json, mark: Mark) -> None:
        if not (isinstance(top.value, dict) and isinstance(top.marks, dict)):  # pragma: no cover
            raise TypeError(top)
        if top.key is None:  # an alias in the place of a key
            if not isinstance(value, str):
                raise TextError("a key has to be a single text", mark)
            top.key, top.key_mark, top.is_merge = value, mark, False
            return
        key, top.key = top.key, None
        if top.is_merge:
            top.merged += _mergeable(value, mark)
            return
        if key in top.value:
            line, column = top.marks[key]
            raise TextError(
                f"the key {key!r} stands twice in one mapping",
                top.key_mark,
                f"it is first used at line {line}, column {column}; remove or rename one of the two",
                "duplicate-key",
            )
        top.value[key] = value
        top.marks[key] = top.key_mark


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def _mergeable(value: Json, mark: Mark) -> list[dict[str, Json]]:
    sources = value if isinstance(value, list) else [value]
    mappings = [source for source in sources if isinstance(source, dict)]
    if len(mappings) != len(sources):
        raise TextError("'<<' merges mappings only", mark, "write it as '<<: *anchor-of-a-mapping'")
    return mappings


def _merge(frame: _Frame, marks: Marks) -> None:
    """Put merged members before the mapping's own, which win."""
    if not (isinstance(frame.value, dict) and isinstance(frame.marks, dict)):  # pragma: no cover
        raise TypeError(frame)
    members: dict[str, Json] = {}
    places: dict[str, Mark] = {}
    for source in reversed(frame.merged):
        members |= source
        source_marks = marks[id(source)]
        places |= source_marks if isinstance(source_marks, dict) else {}
    members |= frame.value
    places |= frame.marks
    frame.value.clear()
    frame.value.update(members)
    frame.marks.clear()
    frame.marks.update(places)
