"""The models module: structure by datamodel-code-generator, wire names and words put in afterwards.

The model generator is given structure only: class, attribute and member names of our own making, and types. No text
of the document passes through it (string constants travel as hexadecimal digits). What it returns is parsed, and
everything that comes from the document (wire names, enum values, descriptions) is put in as constants of the tree.
"""

import ast
import warnings
from collections.abc import Mapping

from channelsmith import ir
from channelsmith.emit.dress import RUNTIME, Clothes, dress
from channelsmith.naming import Names
from channelsmith.pytypes import RUNTIME_TYPES, PyTypes


def models(api: ir.Api, names: Names, types: PyTypes) -> str:
    """The text of `models/__init__.py`, not formatted yet."""
    if not api.schemas:
        return '"""The API declares no models."""\n\n__all__: list[str] = []\n'
    tree = ast.parse(_generated(_document(api, names, types)))
    return dress(tree, {names.classes[schema.pointer]: _clothes(schema, names) for schema in api.schemas})


def _document(api: ir.Api, names: Names, types: PyTypes) -> dict[str, object]:
    schemas: dict[str, object] = {word: {"type": "string"} for word in RUNTIME_TYPES}
    for schema in sorted(api.schemas, key=lambda each: names.classes[each.pointer]):
        schemas[names.classes[schema.pointer]] = _schema(schema, names, types)
    return {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def _schema(schema: ir.Schema, names: Names, types: PyTypes) -> dict[str, object]:
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties):
            attributes = {prop.name: names.attributes[pointer, prop.name] for prop in properties}
            return {
                "type": "object",
                "properties": {attributes[prop.name]: types.schema(prop.type) for prop in properties},
                "required": [attributes[prop.name] for prop in properties if prop.required],
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


def _clothes(schema: ir.Schema, names: Names) -> Clothes:
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties):
            fields = {names.attributes[pointer, prop.name]: (prop.name, _about(prop)) for prop in properties}
            return Clothes(schema.description, fields=fields)
        case ir.EnumSchema(pointer=pointer, values=values):
            return Clothes(schema.description, members={names.members[pointer, value]: value for value in values})
        case ir.AliasSchema():
            return Clothes(schema.description)


def _about(prop: ir.Property) -> str:
    notes = [
        note for note, holds in (("Deprecated.", prop.deprecated), ("Set by the server.", prop.read_only)) if holds
    ]
    return " ".join([prop.description, *notes]).strip()


def _generated(document: Mapping[str, object]) -> str:
    from datamodel_code_generator import generate  # noqa: PLC0415 -- 0.2 s that `lint` and `ir` need not pay
    from datamodel_code_generator.config import GenerateConfig  # noqa: PLC0415
    from datamodel_code_generator.enums import DataModelType, InputFileType  # noqa: PLC0415
    from datamodel_code_generator.format import PythonVersion  # noqa: PLC0415

    types = f"{RUNTIME}.types"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about its own coming defaults; ours are all explicit
        config = GenerateConfig(
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            base_class=f"{RUNTIME}.model.Model",
            type_overrides={word: f"{types}.{word}" for word in RUNTIME_TYPES},
            import_overrides={"StrEnum": types, "IntEnum": types},
            use_type_alias=True,
            use_union_operator=True,
            use_standard_collections=True,
            keep_model_order=True,
            disable_timestamp=True,
            formatters=[],
        )
        text = generate(dict(document), config=config)
    if not isinstance(text, str):
        raise TypeError("the model generator wrote several modules where one was asked for")
    return text
