"""Values of a schema: one that fits it, and one for each alternative that it has somewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from channelsmith.conform.schemas import Schemas, elements, members, options, required, types
from channelsmith.document import Json, Node

_DEPTH: Final = 8
_MOST_VARIATIONS: Final = 12
"""How many alternatives of one schema are tried."""
_SAMPLES: Final[Mapping[str, Json]] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "duration": "PT90M",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "someone@shop.example",
    "hostname": "shop.example",
    "ipv4": "203.0.113.7",
    "ipv6": "2001:db8::7",
    "uri": "https://shop.example/",
    "url": "https://shop.example/",
    "byte": "aGVsbG8=",
    "decimal": "1.50",
}
_WORDS: Final = ("text", "a1", "A1", "7", "1.5", "+15550100", "12:00", "en-US")
_LONGEST: Final = 40
_LITERALS: Final = re.compile(r"[\w:./-]+")


@dataclass(slots=True)
class _Sampler:
    """Makes one value; `chosen` says which alternative of a union to take, the first one where it says nothing."""

    schemas: Schemas
    chosen: Mapping[str, int] = field(default_factory=dict[str, int])
    choices: dict[str, int] = field(default_factory=dict[str, int])
    """The unions on the way, by pointer, and the number of their alternatives."""

    def make(self, schema: Node | None, depth: int = _DEPTH, *, is_part: bool = False) -> Json:
        """Make a value. A part of an `allOf` is not replaced by a child of its own."""
        if schema is None or depth < 0:
            return None
        schema = schema.resolve()
        alternatives = [] if "const" in schema else self._alternatives(schema, is_part=is_part)
        position = self._choose(schema, len(alternatives)) if len(alternatives) > 1 else 0
        if not position:
            for value in _given(schema):
                if self.schemas.accepts(schema, value):
                    return value
        if alternatives:
            return self._alternative(schema, alternatives[position], depth)
        if "properties" in schema or "allOf" in schema:
            return self._object(schema, depth)
        return self._of_type(schema, depth)

    def _alternatives(self, schema: Node, *, is_part: bool) -> list[Node]:
        """The alternatives that are not null; of a schema with a discriminator, its children."""
        other_types = [option for option in options(schema) if types(self.schemas.parts([option], None)) != {"null"}]
        return other_types or list(options(schema)) or ([] if is_part else self.schemas.children(schema))

    def _choose(self, schema: Node, count: int) -> int:
        self.choices[schema.pointer] = count
        return min(self.chosen.get(schema.pointer, 0), count - 1)

    def _alternative(self, schema: Node, chosen: Node, depth: int) -> Json:
        """A value of one alternative, with the tag that selects it and the members beside the union."""
        value = self.make(chosen, depth - 1)
        if not isinstance(value, dict):
            return value
        own = self._object(schema, depth) if any(options(schema)) and "properties" in schema else {}
        value = {**(own if isinstance(own, dict) else {}), **value}
        name, tag = self.schemas.tag(schema, chosen)
        tagged = {**value, name: tag} if tag else value
        return tagged if self.schemas.accepts(chosen, tagged) else value

    def _object(self, schema: Node, depth: int) -> Json:
        """An object with the required members; with all of them near the surface."""
        made: dict[str, Json] = {}
        for part in elements(schema, "allOf"):
            inherited = self.make(part, depth - 1, is_part=True)
            if inherited is None:  # a part that only describes
                continue
            if not isinstance(inherited, dict):
                return inherited if "properties" not in schema else made
            made |= inherited
            for base in self.schemas.parts([part], None):
                name, tag = self.schemas.tag(base, schema)
                if tag and name in made and not any(options(base)):
                    made[name] = tag
        needed = required([schema])
        for name, declared in members(schema, "properties"):
            if name in needed or depth > _DEPTH // 2:
                made[name] = self.make(declared, depth - 1)
        return made

    def _of_type(self, schema: Node, depth: int) -> Json:
        implied = "object" if "additionalProperties" in schema else "array" if "items" in schema else ""
        match next((name for name in _listed(schema, "type") if name != "null"), implied):
            case "object":
                return {}
            case "array":
                return self._list(schema, depth)
            case "string":
                return self._text(schema)
            case "integer" | "number":
                return self._number(schema)
            case "boolean":
                return True
            case _:
                return None

    def _list(self, schema: Node, depth: int) -> list[Json]:
        if not depth:
            return []
        fixed = [self.make(element, depth - 1) for element in elements(schema, "prefixItems")]
        least = schema["minItems"].value if "minItems" in schema else 1
        missing = (least if isinstance(least, int) else 1) - len(fixed)
        element = schema.get("items")
        return [*fixed, *(self.make(element, depth - 1) for _ in range(missing) if element is not None)]

    def _text(self, schema: Node) -> str:
        """A text that fits; the format decides, then what its pattern spells out, then repeated characters."""
        preferred = str(_SAMPLES.get(schema.text("format"), "text"))
        words = (preferred, *_LITERALS.findall(schema.text("pattern")), *_WORDS)
        repeated = (character * length for character in "a7A" for length in range(1, _LONGEST))
        return next((text for text in (*words, *repeated) if self.schemas.accepts(schema, text)), preferred)

    def _number(self, schema: Node) -> Json:
        limits = [schema[key].value for key in ("minimum", "maximum", "multipleOf") if key in schema]
        limits += [schema[key].value for key in ("exclusiveMinimum", "exclusiveMaximum") if key in schema]
        numbers = [limit for limit in limits if isinstance(limit, int | float) and not isinstance(limit, bool)]
        beside = [number + step for number in numbers for step in (0, 1, -1)]
        return next((number for number in (1, *beside, 0.5) if self.schemas.accepts(schema, number)), 1)


def make_sample(schema: Node | None, schemas: Schemas) -> Json:
    """Make a value that fits a schema as far as its types, limits, tags, enumerations and required members go."""
    return _Sampler(schemas).make(schema)


def make_variations(schema: Node | None, schemas: Schemas) -> Iterator[Json]:
    """Make a valid value for each alternative of the unions of a schema except those of the sample itself."""
    first = _Sampler(schemas)
    first.make(schema)
    tried = 0
    for pointer, count in list(first.choices.items()):
        for position in range(1, count):
            value = _Sampler(schemas, {pointer: position}).make(schema)
            if tried < _MOST_VARIATIONS and schemas.accepts(schema, value):
                tried += 1
                yield value


def _given(schema: Node) -> list[Json]:
    """The values that a schema itself gives."""
    given = [schema[key].value for key in ("const", "example", "default") if key in schema]
    given += [element.value for key in ("examples", "enum") for element in elements(schema, key)]
    return sorted(given, key=lambda value: value is None)


def _listed(schema: Node, key: str) -> list[Json]:
    value = schema[key].value if key in schema else None
    return value if isinstance(value, list) else [value]
