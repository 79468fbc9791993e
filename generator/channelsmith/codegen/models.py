"""The models module: structure by datamodel-code-generator, wire names and words put in afterwards.

The model generator is given structure only: class, attribute and member names of our own making, and types. No text
of the document passes through it (string constants travel as hexadecimal digits). What it returns is parsed, and
everything that comes from the document (wire names, enum values, descriptions) is put in as constants of the tree.
"""

from collections.abc import Collection, Mapping

from channelsmith import ir
from channelsmith.codegen.annotations import PyTypes
from channelsmith.codegen.dress import OTHERS, Clothes, dress
from channelsmith.codegen.fragments import Structure, fragments, mentions
from channelsmith.naming.names import Names
from channelsmith.output.cache import Cache


def models(api: ir.Api, names: Names, types: PyTypes, *, key: str = "") -> str:
    """The text of all models in one, not formatted yet; what was made for the same `key` before is not made again."""
    if not api.schemas:
        return '"""The API declares no models."""\n\n__all__: list[str] = []\n'
    schemas = {names.classes[each.pointer]: each for each in api.schemas}
    structures = {word: _schema(schemas[word], names, types) for word in sorted(schemas)}
    made = fragments(structures, Cache.of_user() if key else Cache(), key)
    clothes = {word: _clothes(schema, names, types) for word, schema in schemas.items()}
    recursive = {word for word, each in clothes.items() if each.alias}
    code = [made[word].code for word in _ordered(structures, recursive)]
    return dress(code, {each for fragment in made.values() for each in fragment.imports}, clothes)


def _ordered(structures: Mapping[str, Structure], recursive: Collection[str]) -> list[str]:
    """By name, but an alias after what it stands for: that is looked up at once, while annotations are not."""
    ordered: dict[str, None] = {}
    for first in structures:
        waiting = [first]
        while waiting:
            structure = structures[waiting[-1]]
            is_alias = "properties" not in structure and "enum" not in structure and waiting[-1] not in recursive
            ahead = sorted(word for word in (mentions(structure) if is_alias else ()) if word not in ordered)
            if ahead:
                waiting.append(ahead[0])
            else:
                ordered[waiting.pop()] = None
    return list(ordered)


def _schema(schema: ir.Schema, names: Names, types: PyTypes) -> dict[str, object]:
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties, others=others):
            attributes = {prop.name: names.attributes[pointer, prop.name] for prop in properties}
            rest = {OTHERS: types.schema(ir.Map(others))} if others is not None else {}
            return {
                "type": "object",
                "properties": {attributes[prop.name]: types.schema(prop.type) for prop in properties} | rest,
                "required": [*(attributes[prop.name] for prop in properties if prop.required), *rest],
            }
        case ir.EnumSchema(pointer=pointer, values=values):
            members = [names.members[pointer, value] for value in values]
            if isinstance(values[0], str):
                return {"type": "string", "enum": members}
            return {"type": "integer", "enum": list(values), "x-enum-varnames": members}
        case ir.AliasSchema(type=kind, discriminator=tag):
            found = types.schema(kind)
            attribute = _attribute(schema, tag, names) if tag else ""
            return {**found, "discriminator": {"propertyName": attribute}} if attribute else found


def _attribute(union: ir.AliasSchema, tag: str, names: Names) -> str:
    """What the members call the property that tells them apart; "" where they do not agree, so that trying decides."""
    members = union.type.members if isinstance(union.type, ir.Either) else (union.type,)
    found = {names.attributes[member.pointer, tag] for member in members if isinstance(member, ir.Named)}
    return found.pop() if len(found) == 1 else ""


def _clothes(schema: ir.Schema, names: Names, types: PyTypes) -> Clothes:
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties):
            fields = {names.attributes[pointer, prop.name]: (prop.name, _about(prop)) for prop in properties}
            return Clothes(schema.description, fields=fields)
        case ir.EnumSchema(pointer=pointer, values=values):
            return Clothes(schema.description, members={names.members[pointer, value]: value for value in values})
        case ir.AliasSchema(type=kind):
            return Clothes(schema.description, alias=types.given(kind) if types.is_recursive(schema) else "")


def _about(prop: ir.Property) -> str:
    notes = [
        note for note, holds in (("Deprecated.", prop.deprecated), ("Set by the server.", prop.read_only)) if holds
    ]
    said = prop.description.strip()
    ended = "." if said and notes and not said.endswith((".", "!", "?", ":")) else ""
    return " ".join([f"{said}{ended}", *notes]).strip()
