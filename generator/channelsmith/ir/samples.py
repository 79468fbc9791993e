"""Example values: those that a document shows, and values made from its schemas where it shows none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.ir.json_types import has_type, requires_only, types_of

_DEPTH: Final = 8
_BY_FORMAT: Final[Mapping[str, str]] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "duration": "PT1H30M",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "someone@shop.example",
    "idn-email": "someone@shop.example",
    "hostname": "shop.example",
    "idn-hostname": "shop.example",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://shop.example/",
    "uri-reference": "https://shop.example/",
    "iri": "https://shop.example/",
    "iri-reference": "https://shop.example/",
    "url": "https://shop.example/",
    "json-pointer": "/text",
    "byte": "dGV4dA==",
    "base64url": "dGV4dA==",
    "decimal": "1.50",
}
_CHARACTERS: Final = "a1A0-Z"
"""Texts of one repeated character are tried for a `pattern`."""
_LONGEST_TRIED: Final = 40
_ATOM: Final = re.compile(r"(\[(?:\\.|[^\]\\[])+\]|\\.|[^\\()|^$*+?{}\[\]])(?:\{(\d{1,3})(?:,\d*)?\}|([*+?]))?")
"""One character of a pattern, and how often it occurs."""
_ALPHABET: Final = "a1A-_:/.@ "
_WORDS: Final = ("text", "a1", "A1", "a-1", "1.0", "+15550100", "#a0a0a0", "en-US", "12:00", "2026-01-31", "/text")
_COMPONENTS: Final = "/components/schemas/"


@dataclass(frozen=True, slots=True)
class _Tag:
    """The value that a discriminator has in the schema that it leads to."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class _Sampler:
    """Makes a value of a schema; `tags` are set by the discriminators around it."""

    depth: int = _DEPTH
    tags: tuple[_Tag, ...] = ()
    is_part: bool = False
    """Whether the value becomes a part of one of another schema (`allOf`), which is a child and chooses none."""
    is_request: bool = False
    """Whether the value is sent: with what is required only, and without what only the server sets."""
    merged: set[str] = field(default_factory=set[str])
    """The parts (`allOf`) of the value that have been made, each once."""

    @property
    def _inside(self) -> "_Sampler":
        """The sampler for members and elements."""
        return _Sampler(self.depth - 1, is_request=self.is_request)

    def make(self, schema: Node) -> Json:
        target = schema.resolve()
        given = next((value for value in _given(target) if value is not None and has_type(value, target)), None)
        if given is not None:
            return self._tagged(target, given)
        if self.depth <= 0:
            return self._of_type(target)
        listed = (option for key in ("oneOf", "anyOf") for option in _elements(target, key))
        options = [option for option in listed if not requires_only(option)]
        if options:
            return self._option(target, options)
        child = None if self.is_part else next(iter(_children(target)), None)
        if child is not None:
            return self.make(child)
        if "properties" in target or "allOf" in target:
            return self._object(target)
        return self._of_type(target)

    def _tagged(self, schema: Node, value: Json) -> Json:
        """The value with its tags, where their members allow them; one that it has stays where they do not."""
        if not isinstance(value, dict):
            return value
        tags = {tag.name: tag.value for tag in self.tags if _allows(schema, tag)}
        return {**value, **tags} if tags else value

    def _option(self, schema: Node, options: list[Node]) -> Json:
        """The first alternative that is not null, with the tag that leads to it and the members beside the union."""
        chosen = next((option for option in options if types_of(option) - {"null"} or not types_of(option)), options[0])
        tag = _tag_of(schema, chosen)
        made = replace(self, depth=self.depth - 1, tags=(*self.tags, *tag), merged=set()).make(chosen)
        if isinstance(made, dict) and ("properties" in schema or "allOf" in schema):
            own = self._object(schema)
            return {**own, **made} if isinstance(own, dict) else made
        return made

    def _object(self, schema: Node) -> Json:
        """An object with its required members; near the surface, with all of them that are sent in a response."""
        members: dict[str, Json] = {}
        tags = (*_inherited_tags(schema), *self.tags)
        for part in _elements(schema, "allOf"):
            pointer = part.resolve().pointer
            if pointer in self.merged:
                continue
            self.merged.add(pointer)
            inherited = replace(self, tags=tags, is_part=True).make(part)
            if inherited is None:  # a part that only describes
                continue
            if not isinstance(inherited, dict):
                return inherited if "properties" not in schema else members
            members |= inherited
        first = (option for key in ("oneOf", "anyOf") for option in list(_elements(schema, key))[:1])
        requiring = [schema, *filter(requires_only, first)]
        required = {str(node.value) for part in requiring for node in _elements(part, "required")}
        other_direction = "readOnly" if self.is_request else "writeOnly"
        has_all = not self.is_request and self.depth > _DEPTH // 2
        properties = schema.get("properties")
        for name, node in properties.items() if properties is not None else ():
            if (name in required or has_all) and not node.resolve().flag(other_direction):
                members[name] = self._inside.make(node)
        return replace(self, tags=tags)._tagged(schema, members)  # noqa: SLF001 -- its own class

    def _of_type(self, schema: Node) -> Json:
        types = [name for name in _types(schema) if name != "null"] or _types(schema)
        match types[0] if types else _implied_type(schema):
            case "object":
                return {}
            case "array":
                return self._list(schema) if self.depth > 0 else []
            case "string":
                return _text(schema)
            case "integer" | "number" as name:
                return _amount(schema, is_integer=name == "integer")
            case "boolean":
                return True
            case _:
                return None

    def _list(self, schema: Node) -> list[Json]:
        """A list of one element, or of as many as there have to be."""
        inner, items = self._inside, schema.get("items")
        values = [inner.make(element) for element in _elements(schema, "prefixItems")]
        missing = max(int(_number(schema, "minItems") or 0), 1) - len(values)
        return [*values, *([inner.make(items)] * missing if items is not None else [])]


def documented_examples(media: Node) -> tuple[Json, ...]:
    """The examples of a Media Type Object in the document's order, those of its schema last.

    An example of JSON that has another type than its schema, such as a text instead of an object, is none.
    """
    schema = media.get("schema")
    if schema is None:
        return tuple(_examples_of(media))
    examples = (value for node in (media, schema.resolve()) for value in _examples_of(node))
    is_json = media.key.partition(";")[0].strip().lower().endswith(("/json", "+json"))
    return tuple(value for value in examples if not is_json or value is None or has_type(value, schema))


def _examples_of(node: Node) -> Iterator[Json]:
    if "example" in node:
        yield node["example"].value
    examples = node.get("examples")
    if examples is not None and examples.is_mapping:
        values = (each.resolve().get("value") for _, each in examples.items())
        yield from (value.value for value in values if value is not None)
    elif examples is not None:
        yield from (each.value for each in examples.elements())


def example(media: Node) -> Json:
    """The first documented example, else a value made from the schema, else null."""
    documented = documented_examples(media)
    if documented:
        return documented[0]
    schema = media.get("schema")
    return sample(schema) if schema is not None else None


def sample(schema: Node) -> Json:
    """A value that fits a schema as far as its types, formats, limits, enumerations, tags and required members go."""
    return _Sampler().make(schema)


def sample_request(schema: Node) -> Json:
    """A value to send that fits a schema as far as `sample` does, with the required members only."""
    return _Sampler(is_request=True).make(schema)


def _given(schema: Node) -> Iterator[Json]:
    """The values that a schema gives itself; null only if it is the only one of an enumeration."""
    yield from (schema[key].value for key in ("const", "example", "default") if key in schema)
    for key in ("examples", "enum"):
        yield from (node.value for node in _elements(schema, key))


def _tag_of(union: Node, option: Node) -> Iterator[_Tag]:
    """The tag of an alternative of a union: as the mapping says, else the name of its schema."""
    discriminator = union.get("discriminator")
    if discriminator is not None:
        yield from _mapped(discriminator, option.resolve())


def _mapped(discriminator: Node, schema: Node) -> Iterator[_Tag]:
    """The tag of a schema: as the mapping of a discriminator says, else its name; none where it has no name."""
    name, mapping = discriminator.text("propertyName"), discriminator.get("mapping")
    entries = [*mapping.items()] if mapping is not None else []
    values = [tag for tag, node in entries if _target(node) == schema.pointer]
    if schema.pointer.startswith(_COMPONENTS):
        values.append(pointers.split(schema.pointer)[-1])
    yield from (_Tag(name, value) for value in values[:1] if name)


def _target(entry: Node) -> str:
    """The pointer that a mapping leads to: it is a reference, or the name of a schema."""
    reference = str(entry.value)
    pointer = pointers.from_fragment(reference if "/" in reference else f"#{_COMPONENTS}{reference}")
    node = entry.document.find(pointer) if pointer is not None else None
    return node.resolve().pointer if node is not None else reference


def _inherited_tags(schema: Node) -> Iterator[_Tag]:
    """The tags of a child: those of every schema with a discriminator that its `allOf` refers to."""
    for base in _bases(schema):
        discriminator = base.get("discriminator")
        if discriminator is not None and not any(_elements(base, "oneOf")):
            yield from _mapped(discriminator, schema)


def _bases(schema: Node, depth: int = _DEPTH, seen: set[str] | None = None) -> Iterator[Node]:
    """Yield the schemas that a schema extends by `allOf`, each once."""
    seen = set() if seen is None else seen
    for part in _elements(schema, "allOf") if depth else ():
        base = part.resolve()
        if base.pointer not in seen:
            seen.add(base.pointer)
            yield base
            yield from _bases(base, depth - 1, seen)


def _children(schema: Node) -> Iterator[Node]:
    """The children of a schema with a discriminator: those whose `allOf` refers to it."""
    if "discriminator" not in schema:
        return
    schemas = schema.document.find(_COMPONENTS.removesuffix("/"))
    for _, node in schemas.items() if schemas is not None else ():
        child = node.resolve()
        if child.pointer != schema.pointer and schema.pointer in {base.pointer for base in _bases(child)}:
            yield child


def _allows(schema: Node, tag: _Tag) -> bool:
    """Whether the member of a tag may have its value; an enumeration may not have it."""
    declared = [node for part in (schema, *_bases(schema)) if (node := _property(part, tag.name)) is not None]
    values = [value for node in declared for value in _constants(node.resolve())]
    return not values or tag.value in values


def _constants(schema: Node) -> list[Json]:
    constant = [schema["const"].value] if "const" in schema else []
    return [*constant, *(node.value for node in _elements(schema, "enum"))]


def _property(schema: Node, name: str) -> Node | None:
    properties = schema.get("properties")
    return properties.get(name) if properties is not None else None


def _keyword(schema: Node, name: str) -> str:
    """Return a keyword of a schema; "" if it is missing or, in an invalid document, no text."""
    node = schema.get(name)
    return node.value if node is not None and isinstance(node.value, str) else ""


def _implied_type(schema: Node) -> str:
    """The type of a schema that names none."""
    if _keyword(schema, "format") or "pattern" in schema or "minLength" in schema:
        return "string"
    if "items" in schema or "prefixItems" in schema:
        return "array"
    return "object" if "additionalProperties" in schema or "patternProperties" in schema else ""


def _text(schema: Node) -> str:
    """A text of a format, of a pattern where a simple one fits, and of a length that is allowed."""
    form, pattern = _keyword(schema, "format"), _keyword(schema, "pattern")
    least, most = _number(schema, "minLength") or 0, _number(schema, "maxLength")
    spelled = [_spell(pattern)] if pattern else []
    candidates = chain(
        _candidates(form, least, most), (text for text in spelled if least <= len(text) <= (most or 1e9))
    )
    fitting = (text for text in candidates if not pattern or _matches(pattern, text))
    return next(fitting, _BY_FORMAT.get(form, "text"))


@lru_cache
def _spell(pattern: str) -> str:
    """The shortest text of a pattern without groups and alternatives; "" where it has some."""
    body = pattern.removeprefix("^").removesuffix("$")
    text, end = "", 0
    for atom in _ATOM.finditer(body):
        char = next((each for each in (atom[1][-1], *_ALPHABET) if _is_one(atom[1], each)), "")
        if atom.start() != end or not char:
            return ""
        text += char * (int(atom[2]) if atom[2] else atom[3] not in {"*", "?"})
        end = atom.end()
    return text if end == len(body) else ""


def _is_one(atom: str, char: str) -> bool:
    try:
        return re.fullmatch(atom, char) is not None
    except re.error:
        return False


def _candidates(form: str, least: float, most: float | None) -> Iterator[str]:
    words = (_BY_FORMAT[form],) if form in _BY_FORMAT else _WORDS
    repeated = (character * length for character in _CHARACTERS for length in range(1, _LONGEST_TRIED))
    for text in (*words, *repeated, "text" * int(least)):
        if least <= len(text) and (most is None or len(text) <= most):
            yield text


@lru_cache
def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return True


def _amount(schema: Node, *, is_integer: bool) -> Json:
    """A number within its limits: 1, or the nearest to it."""
    step = _number(schema, "multipleOf") or (1 if is_integer else 0)
    least, most = (
        _limit(schema, "minimum", "exclusiveMinimum", step),
        _limit(schema, "maximum", "exclusiveMaximum", -step),
    )
    amount = min(max(1, least), most)
    if step and amount % step:
        amount = -(-least // step) * step if least > float("-inf") else most // step * step
    return int(amount) if amount == int(amount) else amount


def _limit(schema: Node, name: str, exclusive: str, step: float) -> float:
    """A limit; the next number where it is exclusive, which 3.0 says by a flag and 3.1 by a number of its own."""
    own, other = _number(schema, name), _number(schema, exclusive)
    infinite = float("-inf") if name == "minimum" else float("inf")
    beside = step or (0.5 if name == "minimum" else -0.5)
    is_flagged = exclusive in schema and schema[exclusive].value is True
    inclusive = infinite if own is None else own + beside if is_flagged else own
    if other is None:
        return inclusive
    return max(inclusive, other + beside) if name == "minimum" else min(inclusive, other + beside)


def _number(schema: Node, key: str) -> float | None:
    value = schema[key].value if key in schema else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _types(schema: Node) -> list[str]:
    declared = schema.get("type")
    if declared is None:
        return []
    return [node.as_text() for node in declared.elements()] if declared.is_list else [declared.as_text()]


def _elements(schema: Node, key: str) -> Iterator[Node]:
    listed = schema.get(key)
    return listed.elements() if listed is not None and listed.is_list else iter(())
