"""YAML text: parsed to plain data by the core schema of YAML 1.2, with the position of every key.

``on``, ``yes``, dates and ``012`` are strings here, as API descriptions mean them; merge keys (``<<``) are supported.
Parser events are read one by one, so that nesting and aliases are limited before anything is built from them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias, cast

import yaml

from channelsmith.document.document import Json
from channelsmith.document.json_pointer import parse_index
from channelsmith.document.parsing import (
    MAX_ALIASED,
    MAX_DEPTH,
    ParsedText,
    ParseError,
    Position,
    duplicate_key,
    nested_too_deeply,
    position_of,
)

_NOT_IN_YAML = re.compile("[\x7f-\x84\x86-\x9f\ufffe\uffff]")  # control characters below U+0020 are refused earlier
_CORE = "tag:yaml.org,2002:"
_COLLECTION_TAGS = (None, "!", f"{_CORE}map", f"{_CORE}seq")
_SCALAR_TAGS: dict[str, tuple[type, ...]] = {
    f"{_CORE}int": (int,),
    f"{_CORE}float": (int, float),
    f"{_CORE}bool": (bool,),
    f"{_CORE}null": (type(None),),
}
_MERGE = "<<"
_NUMBER = re.compile(
    r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|(?P<float>[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS = frozenset("+-.0123456789")
_QUOTE = "quote it if it is a string"

_Composed: TypeAlias = tuple[Json, int, int]
"""A value, the number of values in it, and how deeply it is nested."""

_Positions: TypeAlias = dict[int, dict[str, Position] | list[Position]]
"""The position of each key or element, by the identity of the mapping or list."""


def parse_yaml(text: str) -> ParsedText:
    """Parse the one document in a YAML text; None if there is none.

    Raises:
        ParseError: the text is not YAML, contains several documents, or uses a feature that JSON cannot express.
    """
    if (match := _NOT_IN_YAML.search(text)) is not None:
        message = f"YAML does not allow the character U+{ord(match[0]):04X}"
        raise ParseError(message, position_of(text, match.start()), "remove it, or write it as an escape")
    parser = cast("_Parser", (yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader)(text))
    composer = _Composer(parser.get_event)
    try:
        value, start = composer.compose_document()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, composer.unclosed) from None
    finally:
        parser.dispose()
    return ParsedText(value, _YamlLocator(value, start, composer.positions))


class _Parser(Protocol):
    """The common interface of PyYAML's parsers in C and Python, which is missing from their stubs."""

    def get_event(self) -> yaml.Event | None: ...

    def dispose(self) -> None: ...


class _Composer:
    """Builds values from parser events."""

    def __init__(self, next_event: Callable[[], yaml.Event | None]) -> None:
        self.positions: _Positions = {}
        self._next_event = next_event
        self._open: list[Position] = []  # the starts of the mappings and lists around the current event
        self._start: Position = (1, 1)
        self._anchors: dict[str, _Composed | None] = {}  # None while the anchored value is incomplete
        self._aliased = 0

    @property
    def unclosed(self) -> Position:
        """The start of the innermost mapping or list that is not complete yet."""
        return self._open[-1] if self._open else self._start

    def compose_document(self) -> tuple[Json, Position]:
        value: Json = None
        documents = 0
        while (event := self._next_event()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise ParseError("a second document starts here", _position(event), "keep one document in a file")
            elif isinstance(event, yaml.NodeEvent):
                value = self._compose(event)[0]
                self._start = _position(event)
        return value, self._start

    def _compose(self, event: yaml.Event | None) -> _Composed:
        match event:
            case yaml.AliasEvent():
                return self._resolve_alias(event)
            case yaml.ScalarEvent():
                composed: _Composed = _scalar(event, _position(event)), 1, 0
            case yaml.CollectionStartEvent():
                composed = self._compose_collection(event)
            case _:  # pragma: no cover -- no other event can occur here
                raise TypeError(event)
        if event.anchor:
            self._anchors[event.anchor] = composed
        return composed

    def _compose_collection(self, event: yaml.CollectionStartEvent) -> _Composed:
        position = _position(event)
        if event.tag not in _COLLECTION_TAGS:
            raise _unknown_tag(event.tag, position)
        self._check_depth(1, position)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._open.append(position)
        composed = self._compose_mapping() if isinstance(event, yaml.MappingStartEvent) else self._compose_list()
        self._open.pop()
        return composed

    def _compose_list(self) -> _Composed:
        elements: list[Json] = []
        positions: list[Position] = []
        self.positions[id(elements)] = positions
        size = height = 1
        while not isinstance(event := self._next_event(), yaml.SequenceEndEvent):
            value, inner_size, inner_height = self._compose(event)
            elements.append(value)
            positions.append(_position(event))
            size += inner_size
            height = max(height, inner_height + 1)
        return elements, size, height

    def _compose_mapping(self) -> _Composed:
        members: dict[str, Json] = {}
        positions: dict[str, Position] = {}
        self.positions[id(members)] = positions
        merged: list[dict[str, Json]] = []
        size = height = 1
        while not isinstance(event := self._next_event(), yaml.MappingEndEvent):
            key, position = self._compose_key(event), _position(event)
            is_merge = key == _MERGE and isinstance(event, yaml.ScalarEvent) and event.implicit[0]
            event = self._next_event()
            value, inner_size, inner_height = self._compose(event)
            size += inner_size
            height = max(height, inner_height + 1)
            if is_merge:
                merged += _mergeable(value, _position(event))
                continue
            if key in members:
                raise duplicate_key(key, position, positions[key])
            members[key] = value
            positions[key] = position
        if merged:
            self._merge(members, positions, merged)
        return members, size, height

    def _compose_key(self, event: yaml.Event | None) -> str:
        """Return the text of a key as it is written, whatever its type would be as a value."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                self._anchors[event.anchor] = (event.value, 1, 0)
            return event.value
        if isinstance(event, yaml.AliasEvent):
            value, _, _ = self._resolve_alias(event)
            if isinstance(value, str):
                return value
        raise ParseError("a key has to be a string", _position(event), "quote it if it starts with '{' or '['")

    def _merge(self, members: dict[str, Json], positions: dict[str, Position], merged: list[dict[str, Json]]) -> None:
        """Insert merged members before the mapping's own members, which take precedence."""
        all_members: dict[str, Json] = {}
        all_positions: dict[str, Position] = {}
        for source in reversed(merged):
            all_members |= source
            all_positions |= cast("dict[str, Position]", self.positions[id(source)])
        all_members |= members
        all_positions |= positions
        members.clear()
        members.update(all_members)
        positions.clear()
        positions.update(all_positions)

    def _resolve_alias(self, event: yaml.AliasEvent) -> _Composed:
        position = _position(event)
        composed = self._anchors.get(event.anchor or "")
        if composed is None:
            problem = "is inside the value it repeats" if event.anchor in self._anchors else "has no anchor before it"
            raise ParseError(f"the alias *{event.anchor} {problem}", position)
        _, size, height = composed
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            message = f"the aliases of this file stand for more than {MAX_ALIASED:,} values"
            raise ParseError(message, position, "use fewer aliases, and $ref for shared parts", "limit")
        self._check_depth(height, position)
        return composed

    def _check_depth(self, height: int, position: Position) -> None:
        if len(self._open) + height > MAX_DEPTH:
            raise nested_too_deeply(position)


def _position(event: yaml.Event | None) -> Position:
    mark = event.start_mark if event is not None else None
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def _mergeable(value: Json, position: Position) -> list[dict[str, Json]]:
    sources = value if isinstance(value, list) else [value]
    mappings = [source for source in sources if isinstance(source, dict)]
    if len(mappings) != len(sources):
        raise ParseError("'<<' can only merge mappings", position, "write it as '<<: *anchor-of-a-mapping'")
    return mappings


def _scalar(event: yaml.ScalarEvent, position: Position) -> Json:
    """Return the value of a scalar by its tag or, if it is plain, by its form."""
    text, tag = event.value, event.tag
    if tag is None:
        return _plain_scalar(text, position) if event.implicit[0] else text
    if tag in {"!", f"{_CORE}str"}:
        return text
    if tag not in _SCALAR_TAGS:
        raise _unknown_tag(tag, position)
    value = _plain_scalar(text, position)
    if type(value) not in _SCALAR_TAGS[tag]:
        raise ParseError(f"{text!r} does not fit its tag {_short_tag(tag)}", position, "remove the tag", "tag")
    return value


def _plain_scalar(text: str, position: Position) -> Json:
    if text in _WORDS:
        return _WORDS[text]
    return _number(text, position) if text[0] in _NUMBER_STARTS else text


def _number(text: str, position: Position) -> int | float | str:
    match = _NUMBER.fullmatch(text)
    if match is None:
        if _NOT_FINITE.fullmatch(text):
            raise ParseError(f"{text} is not a number that JSON can express", position, _QUOTE, "number")
        return text
    try:
        number = float(text) if match["float"] else int(text, 0)
        str(number)  # hexadecimal numbers of any length can be read, but not written
    except ValueError:  # Python reads at most 4,300 digits
        raise ParseError("this number has too many digits", position, _QUOTE, "number") from None
    if number in {float("inf"), float("-inf")}:
        raise ParseError(f"{text} is too large a number", position, _QUOTE, "number")
    return number


def _unknown_tag(tag: str, position: Position) -> ParseError:
    return ParseError(f"the tag {_short_tag(tag)} is not supported in API descriptions", position, "remove it", "tag")


def _short_tag(tag: str) -> str:
    return tag.replace(_CORE, "!!")


@dataclass(frozen=True, slots=True)
class _YamlLocator:
    """Finds positions by walking the value."""

    value: Json
    start: Position
    positions: _Positions

    def __call__(self, tokens: tuple[str, ...]) -> Position:
        value, position = self.value, self.start
        for token in tokens:
            inner = self.positions.get(id(value))
            if isinstance(value, dict) and isinstance(inner, dict) and token in value:
                value, position = value[token], inner[token]
            elif isinstance(value, list) and isinstance(inner, list):
                index = parse_index(token, len(value))
                if index is None:
                    break
                value, position = value[index], inner[index]
            else:
                break
        return position


_INVALID_START = "cannot start any token"
_TOO_DEEP = "maximum nesting depth"  # PyYAML 6.0.4 has a limit of its own, and reads far ahead of its events
_TAB = ("tab instead of spaces", "indent with spaces")
_PROBLEMS = (
    ("mapping values are not allowed", "second ': ' in one line", "quote a string that contains ': '"),
    ("could not find expected ':'", "neither a key nor an indented string", "put ': ' after a key"),
    (
        "did not find expected key",
        "this line does not continue the mapping",
        "check its indentation and the quotes above",
    ),
    ("expected '-' indicator", "this line does not continue the list", "start all elements of a list with '- '"),
    ("expected ',' or ']'", "unclosed list", "put ',' between elements and ']' at the end"),
    ("expected ',' or '}'", "unclosed mapping", "put ',' between members and '}' at the end"),
    ("unexpected end of stream", "unclosed quote", "add the closing quote"),
    ("node content", "unclosed list or mapping", "close it with ']' or '}'"),
    ("comment or line break", "unexpected text at the end of the line", "check the quotes, '|' and '>' before it"),
    ("<document start>", "unexpected text after the end of the document", "check the quotes and the indentation above"),
    ("sequence entries are not allowed", "a list cannot start here", "start it on a line of its own"),
    ("tab character", *_TAB),
    ("unknown escape character", "unknown escape sequence", "write a backslash twice, or use single quotes"),
)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, unclosed: Position) -> ParseError:
    """Translate an error of the parser, with a hint if there is one.

    Its position is where the parser stopped. If that is the end of the file, it is the start of the unfinished part, or
    of the innermost unclosed mapping or list if the parser does not know better.
    """
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    mark = next((mark for mark in marks if text[mark.index :].strip()), None)
    position = (mark.line + 1, mark.column + 1) if mark is not None else unclosed
    problem = error.problem or error.context or "the text cannot be parsed"
    if mark is not None and _TOO_DEEP in problem:
        return nested_too_deeply(position)
    if mark is not None and _INVALID_START in problem:
        character = text[mark.index]
        message, hint = _TAB if character == "\t" else (f"a string cannot start with {character!r}", "quote it")
    else:
        message, hint = next(((message, hint) for part, message, hint in _PROBLEMS if part in problem), (problem, ""))
    return ParseError(f"invalid YAML: {message}", position, hint)
