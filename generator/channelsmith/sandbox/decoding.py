"""Text to typed values: the styles of OpenAPI's Parameter Object, and the types of the IR.

Every function returns the values that a text can stand for, the most literal reading first; the caller takes the first
one that is valid against the schema.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast
from urllib.parse import unquote, unquote_plus

from channelsmith import ir
from channelsmith.document import Json
from channelsmith.sandbox.json_values import parse_number

Pairs: TypeAlias = Sequence[tuple[str, str]]
"""Names (decoded) and values (as sent) of a query string, a form or a Cookie header."""
Decode: TypeAlias = Callable[[str], str]
Alternative: TypeAlias = ir.Primitive | ir.Constant | ir.EnumSchema | ir.Array | ir.Map | ir.ObjectSchema
"""One of the types that a value may have, without names and unions."""

ANY_OBJECT: Final = ir.Map(ir.ANY)
DELIMITERS: Final[Mapping[str, str]] = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
"""ValueStyle -> what separates the elements of a list, as it is sent; a comma for other styles."""
_DELIMITER: Final[Mapping[str, re.Pattern[str]]] = {
    "spaceDelimited": re.compile(r"%20|\+| "),
    "pipeDelimited": re.compile(r"%7[Cc]|\|"),
}
_COMMA: Final = re.compile(",")
_ENCODED_COMMA: Final = re.compile(",|%2[Cc]")
_ESCAPED: Final = re.compile(r"\\(?:([0-3][0-7]{2})|(.))")
"""An octal escape, or an escaped character, in a quoted cookie."""
_NUMBER: Final = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_MOST_DIGITS: Final = 300
_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")
_WORDS: Final[Mapping[str, bool]] = {"true": True, "false": False}
_NUMBERS: Final = frozenset({ir.Scalar.INTEGER, ir.Scalar.NUMBER, ir.Scalar.DECIMAL})
_TEXTS: Final = frozenset({ir.Scalar.STRING, ir.Scalar.ANY, ir.Scalar.BINARY})
_DEPTH: Final = 32
_CONTAINERS: Final = (ir.Array, ir.Map, ir.ObjectSchema)


@dataclass(frozen=True, slots=True)
class ValueStyle:
    """How one value is written."""

    name: str
    """The parameter or property."""
    style: str
    explode: bool
    decode: Decode = unquote_plus
    """From the text as sent to the text that was meant."""
    others: frozenset[str] = frozenset()
    """Names that belong to other parameters, so that an exploded object of any members does not take them."""


class Types:
    """The types of an API, by the alternatives that a value may have."""

    def __init__(self, schemas: tuple[ir.Schema, ...]) -> None:
        self._schemas: Final = {schema.pointer: schema for schema in schemas}
        self._known: Final = dict[ir.Type, tuple[Alternative, ...]]()

    def alternatives(self, type_: ir.Type) -> tuple[Alternative, ...]:
        """The alternatives of a type; names are followed and unions opened."""
        if type_ not in self._known:
            self._known[type_] = tuple(dict.fromkeys(self._alternatives(type_, frozenset())))
        return self._known[type_]

    def _alternatives(self, type_: ir.Type, seen: frozenset[str]) -> Iterator[Alternative]:
        match type_:
            case ir.Ref(pointer):
                schema = self._schemas[pointer]
                if not isinstance(schema, ir.AliasSchema):
                    yield schema
                elif pointer not in seen:
                    yield from self._alternatives(schema.type, seen | {pointer})
            case ir.Union(members):
                for member in members:
                    yield from self._alternatives(member, seen)
            case _:
                yield type_

    def coerce(self, text: str, type_: ir.Type) -> Json:  # noqa: PLR0911 -- a table in the order of precedence
        """A text as a value of a type; unchanged where it is none, so that validation reports it."""
        alternatives = self.alternatives(type_)
        scalars = {each.scalar for each in alternatives if isinstance(each, ir.Primitive)}
        for value in (each for alternative in alternatives for each in _constants(alternative)):
            if text == (value if isinstance(value, str) else json.dumps(value)):
                return value
        if text[:1] in {"[", "{"} and any(isinstance(each, _CONTAINERS) for each in alternatives):
            return read_json(text)
        if scalars & _TEXTS:
            return text
        if not text and ir.Scalar.NULL in scalars:
            return None
        if ir.Scalar.BOOLEAN in scalars and text in _WORDS:
            return _WORDS[text]
        if scalars & _NUMBERS or any(isinstance(value, int) for each in alternatives for value in _constants(each)):
            return _number(text)
        return text

    def items_of(self, type_: ir.Type) -> ir.Type | None:
        """The type of the elements where the type may be a list."""
        return next((each.items for each in self.alternatives(type_) if isinstance(each, ir.Array)), None)

    def may_be_file(self, type_: ir.Type) -> bool:
        """Whether a value may be the content of a file: any text or bytes."""
        return any(isinstance(each, ir.Primitive) and each.scalar in _TEXTS for each in self.alternatives(type_))

    # ------------------------------------------------------------ query, cookie and form

    def from_pairs(self, pairs: Pairs, type_: ir.Type, style: ValueStyle) -> Iterator[Json]:
        """The values that pairs of name and text stand for; none when the value was not sent."""
        if style.style == "deepObject":
            yield from self._deep_object(pairs, type_, style)
            return
        texts = [text for name, text in pairs if name == style.name]
        alternatives = self.alternatives(type_)
        for alternative in alternatives:
            match alternative:
                case ir.Map() | ir.ObjectSchema() if style.explode:
                    members = self._exploded(pairs, alternative, style)
                    if members:
                        yield members
                case ir.Map() | ir.ObjectSchema() if texts:
                    yield from self._alternating(_split(texts[0], style), alternative, style)
                case ir.Array(items) if texts and style.explode:
                    yield [self.coerce(style.decode(text), items) for text in texts]
                case ir.Array(items) if texts:
                    for delimiter in (None, _ENCODED_COMMA):
                        pieces = [piece for text in texts for piece in _split(text, style, delimiter)]
                        yield [self.coerce(style.decode(piece), items) for piece in pieces]
                case _:
                    pass
        if texts:
            yield self.coerce(style.decode(texts[0]), type_)

    def _exploded(self, pairs: Pairs, alternative: ir.Map | ir.ObjectSchema, style: ValueStyle) -> dict[str, Json]:
        """An object whose members are pairs of their own."""
        known, others = members_of(alternative)
        members: dict[str, list[str]] = {}
        for name, text in pairs:
            if name in known or (others is not None and name.partition("[")[0] not in style.others):
                members.setdefault(name, []).append(style.decode(text))
        return {name: self.member(texts, known.get(name, others or ir.ANY)) for name, texts in members.items()}

    def member(self, texts: list[str], type_: ir.Type) -> Json:
        """A value from all texts under its name: a list where the type is one and the text is not JSON."""
        items = self.items_of(type_)
        first = texts[0]
        if items is not None and (len(texts) > 1 or not first.startswith("[")):
            return [self.coerce(text, items) for text in texts]
        return self.coerce(first, type_)

    def _alternating(
        self, pieces: list[str], alternative: ir.Map | ir.ObjectSchema, style: ValueStyle
    ) -> Iterator[dict[str, Json]]:
        """An object whose names and values alternate: `R,100,G,200`."""
        if len(pieces) % 2 == 0:
            texts = [style.decode(piece) for piece in pieces]
            yield self._members(dict(zip(texts[::2], texts[1::2], strict=True)), alternative)

    def _members(self, texts: Mapping[str, str], alternative: ir.Map | ir.ObjectSchema) -> dict[str, Json]:
        known, others = members_of(alternative)
        return {name: self.coerce(text, known.get(name, others or ir.ANY)) for name, text in texts.items()}

    def _deep_object(self, pairs: Pairs, type_: ir.Type, style: ValueStyle) -> Iterator[Json]:
        """The members sent as `name[member]=value`; lists repeat the name or have empty or numbered brackets."""
        tree = _Tree()
        for name, text in pairs:
            if name == style.name or (name.startswith(f"{style.name}[") and name.endswith("]")):
                tree.add(_BRACKETS.findall(name[len(style.name) :])[:_DEPTH], style.decode(text))
        if tree.texts or tree.members:
            yield self._nested(tree, type_)

    def _nested(self, tree: "_Tree", type_: ir.Type) -> Json:
        alternatives = self.alternatives(type_)
        items = self.items_of(type_)
        if not tree.members:
            is_list = items is not None or (len(tree.texts) > 1 and ir.ANY in alternatives)
            return (
                [self.coerce(text, items or ir.ANY) for text in tree.texts]
                if is_list
                else self.coerce(tree.texts[0], type_)
            )
        if items is not None and all(name == "" or name.isdecimal() for name in tree.members):
            return [self._nested(each, items) for each in tree.members.values()]
        alternative = next((each for each in alternatives if isinstance(each, ir.Map | ir.ObjectSchema)), ANY_OBJECT)
        known, others = members_of(alternative)
        return {name: self._nested(each, known.get(name, others or ir.ANY)) for name, each in tree.members.items()}

    # ------------------------------------------------------------ path and header

    def from_text(self, text: str, type_: ir.Type, style: ValueStyle) -> Iterator[Json]:
        """The values that a path segment or a header stands for."""
        separators = {"label": (".",) if style.explode else (",", "."), "matrix": (";",) if style.explode else (",",)}
        inner = text.removeprefix({"label": ".", "matrix": ";"}.get(style.style, ""))
        named = style.style == "matrix"
        for alternative in self.alternatives(type_):
            for separator in separators.get(style.style, (",",)):
                match alternative:
                    case ir.Array(items):
                        pieces = (inner if style.explode else _unnamed(inner, style, named)).split(separator)
                        texts = [_unnamed(piece, style, named and style.explode) for piece in pieces]
                        yield [self.coerce(style.decode(piece), items) for piece in texts]
                    case ir.Map() | ir.ObjectSchema() if style.explode:
                        members = (piece.partition("=") for piece in inner.split(separator))
                        yield self._members(
                            {style.decode(name): style.decode(value) for name, _, value in members}, alternative
                        )
                    case ir.Map() | ir.ObjectSchema():
                        yield from self._alternating(_unnamed(inner, style, named).split(separator), alternative, style)
                    case _:
                        pass
        yield self.coerce(style.decode(_unnamed(inner, style, named)), type_)


class _Tree:
    """Texts by the names in brackets that lead to them."""

    def __init__(self) -> None:
        self.texts = list[str]()
        self.members = dict[str, _Tree]()

    def add(self, names: list[str], text: str) -> None:
        """Add a text under names; empty brackets at the end add to a list."""
        if not names or names == [""]:
            self.texts.append(text)
        else:
            self.members.setdefault(names[0], _Tree()).add(names[1:], text)


def read_pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of a query string or an urlencoded form."""
    pieces = (piece.partition("=") for piece in text.split("&") if piece)
    return [(unquote_plus(name), value) for name, _, value in pieces]


def read_cookies(header: str) -> list[tuple[str, str]]:
    """The pairs of a Cookie header; a quoted value (RFC 6265) is unquoted as Python's web frameworks do."""
    pieces = (piece.strip().partition("=") for piece in header.split(";") if piece.strip())
    return [(unquote(name), _unquoted(value.strip())) for name, _, value in pieces]


def _unquoted(value: str) -> str:
    if len(value) < len('""') or not (value.startswith('"') and value.endswith('"')):
        return value
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 8)) if escape[1] else escape[2], value[1:-1])


def read_json(text: str) -> Json:
    """The value of a JSON text; the text itself where it is not JSON."""
    try:
        return cast("Json", json.loads(text, parse_float=parse_number))
    except (ValueError, RecursionError):
        return text


def is_exploded(item: ir.Parameter | ir.Encoding) -> bool:
    """Whether elements and members are sent as pairs of their own, in a query, a cookie or a form."""
    return item.style in {"", "form", "cookie"} if item.explode is None else item.explode


def members_of(alternative: ir.Map | ir.ObjectSchema) -> tuple[Mapping[str, ir.Type], ir.Type | None]:
    """The declared members of an object, and the type of any others; None where it declares none."""
    if isinstance(alternative, ir.Map):
        return {}, alternative.values
    return {each.name: each.type for each in alternative.properties}, alternative.additional


def _constants(alternative: Alternative) -> Collection[Json]:
    return alternative.values if isinstance(alternative, ir.Constant | ir.EnumSchema) else ()


def _split(text: str, style: ValueStyle, delimiter: re.Pattern[str] | None = None) -> list[str]:
    return _DELIMITER.get(style.style, delimiter or _COMMA).split(text)


def _unnamed(text: str, style: ValueStyle, named: bool) -> str:
    """The text after `name=`."""
    name, equals, value = text.partition("=")
    return value if named and equals and unquote(name) == style.name else text


def _number(text: str) -> Json:
    if len(text) <= _MOST_DIGITS and _NUMBER.fullmatch(text):
        try:
            return cast("Json", json.loads(text, parse_float=parse_number))
        except ValueError:  # too large
            return text
    return text
