"""The models, written by datamodel-code-generator with the templates in `templates/models`.

Each module is one call of it. It is given a structure made of our own names (classes, their attributes, which alias
needs which class) and, as extra template data, the finished declarations and docstrings that its templates print.
The text of a document is in these only, as literals and docstrings.

A model is in the module of the one resource that uses it, or in a module that several share: creating a class takes a
quarter of a millisecond, so a program that reads orders should not create a hundred others first. A shared model never
refers to one that a single resource uses, so there are no import cycles.
"""

import json
import os
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from channelsmith import ir
from channelsmith.codegen.annotations import FILE, FILE_OR_TEXT, Annotations
from channelsmith.codegen.render import docstring, literal, render, templates
from channelsmith.ir.access import find_sent_with_read_only, types_of_media
from channelsmith.ir.uploads import find_upload_schemas
from channelsmith.naming.names import Names

_MAX_SINGLE_MODULE = 40  # classes; fewer are not worth a second file
_MIN_PARALLEL = 400  # classes; fewer are not worth a second process
_MAX_PROCESSES = 4
_CACHE_ENTRY = "models"

_HEADER = """\
\"\"\"{title}\"\"\"
{settings}
from __future__ import annotations

__all__ = {public!r}

from builtins import property as _property
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from {package}_runtime.alternatives import ModelWithAlternatives
from {package}_runtime.by_key import ByKey, KeyedModel
from {package}_runtime.model import ClosedModel, Model, TaggedModel, preset as _preset
from {package}_runtime.read_only import ModelWithReadOnlyMembers
from {package}_runtime.types import AnyDecimal, CalendarDate, ClockTime, DecimalString, FileInput, FileOrText, IntEnum
from {package}_runtime.types import IsoDuration, StrEnum, Timestamp
from {package}_runtime.unions import OneOf
"""
"""What a module begins with; imports that are not used are removed when the files are formatted."""

_ONLY_MODULE = ("Models of requests and responses.", ".")
_ONE_OF_SEVERAL = ("Models of requests and responses; import them from `models`.", "..")
"""The title of a module, and the package as seen from it."""

_OVERRIDES = """
# Subclasses have other types for inherited properties, as their schemas do.
# mypy: disable-error-code="assignment, misc"
# pyright: reportIncompatibleVariableOverride=false
"""
_DISCRIMINATOR = "_discriminator: ClassVar[tuple[str, dict[str, str]]] = {value}"
_DEFAULT_CHILD = "_default_child: ClassVar[str] = {value}"
_ALTERNATIVES = "__alternatives__: ClassVar[tuple[tuple[tuple[str, ...], ...], ...]] = {value}"
_EXTRA = """\
if not TYPE_CHECKING:  # to type checkers it contradicts the base class
        __pydantic_extra__: {read}

    @{decorator}
    def {name}(self) -> {type}:
        \"\"\"Additional properties, by name.\"\"\"
        return self.__pydantic_extra__ or {{}}
"""
_RECURSIVE_ALIAS = """\
if TYPE_CHECKING:
    {name}: TypeAlias = {type}{docstring}
else:
    {name} = TypeAliasType({name!r}, {type})
"""


class TextCache(Protocol):
    """A store of entries by kind and key."""

    def read(self, kind: str, key: str, /) -> bytes | None:
        """Return an entry, or None."""

    def write(self, kind: str, key: str, data: bytes, /) -> None:
        """Replace an entry."""


@dataclass(frozen=True, slots=True)
class ModelsModule:
    """The input of datamodel-code-generator for one module: JSON Schemas and template data by class name."""

    header: str
    schemas: Mapping[str, Mapping[str, object]]
    data: Mapping[str, Mapping[str, object]]

    @property
    def digest(self) -> str:
        """The key under which its text is cached."""
        parts = [_generator_version(), self.header, self.schemas, self.data]
        return sha256(json.dumps(parts).encode()).hexdigest()


def render_models(
    api: ir.Api,
    names: Names,
    annotations: Annotations,
    store: TextCache | None = None,
    key: str = "",
    *,
    mixin: str = "",
) -> dict[str, str]:
    """Return path and text of the module `models`, or of the modules of such a package, not formatted yet.

    Args:
        api: the schemas.
        names: the names of their classes, attributes and members.
        annotations: the types of their fields.
        store: where the texts of an earlier run are found, and those of this run are kept.
        key: the name of the package's entry in the store.
        mixin: a further base class of every model, `package.module:Class`; "" if there is none.
    """
    if not api.schemas:
        return {"models.py": '"""The API declares no models."""\n\n__all__: list[str] = []\n'}
    locations = _locations(api, names)
    annotations = replace(annotations, in_models=True, with_metadata=True)
    writer = _Writer(locations, names, annotations, find_upload_schemas(api), find_sent_with_read_only(api), mixin)
    schemas: dict[str, list[ir.Schema]] = defaultdict(list)
    for schema in sorted(api.schemas, key=lambda schema: names.classes[schema.pointer]):
        schemas[locations[schema.pointer]].append(schema)
    modules = {location: writer.module(location, group) for location, group in sorted(schemas.items())}
    texts = _stored_texts(modules, store, key) if store is not None else _texts(modules)
    if len(modules) == 1:
        return {f"{location}.py": text for location, text in texts.items()}
    classes = {location: [names.classes[each.pointer] for each in schemas[location]] for location in modules}
    public = sorted(name for module in classes.values() for name in module)
    texts["__init__"] = render("package/models.py.jinja", modules=classes, public=public)
    return {f"models/{location}.py": text for location, text in texts.items()}


@dataclass(frozen=True, slots=True)
class _Writer:
    """Builds the input of each module."""

    locations: Mapping[str, str]  # schema pointer -> module
    names: Names
    annotations: Annotations
    uploads: Mapping[str, bool]
    with_read_only: frozenset[str]
    """The schemas with properties that requests leave out."""
    mixin: str
    """A further base class of every model, `package.module:Class`."""

    def module(self, location: str, schemas: Sequence[ir.Schema]) -> ModelsModule:
        classes = {schema.pointer: self.names.classes[schema.pointer] for schema in schemas}
        referenced = {pointer for schema in schemas for pointer in _references(schema)} - classes.keys()
        siblings = sorted((self.locations[pointer], self.names.classes[pointer]) for pointer in referenced)
        imports = "".join(f"from .{sibling} import {name}\n" for sibling, name in siblings)
        imports += "from {} import {} as _Mixin\n".format(*self.mixin.split(":")) if self.mixin else ""
        title, package = _ONLY_MODULE if location == "models" else _ONE_OF_SEVERAL
        settings = _OVERRIDES if any(map(self._has_other_types, schemas)) else ""
        header = _HEADER.format(title=title, settings=settings, package=package, public=list(classes.values()))
        return ModelsModule(
            header=header + imports,
            schemas={_class_key(classes[schema.pointer]): self._schema(schema, classes) for schema in schemas},
            data={_class_key(classes[schema.pointer]): self._data(schema) for schema in schemas},
        )

    def _schema(self, schema: ir.Schema, classes: Mapping[str, str]) -> dict[str, object]:
        """The structure of a class: what its template iterates over, and what has to be defined before it."""
        match schema:
            case ir.ObjectSchema():
                bases = [{"$ref": f"#/$defs/{_class_key(classes[each])}"} for each in schema.bases if each in classes]
                named = [each for each in self._named_in_metadata(schema) if each in classes]
                member = {"anyOf": [{"$ref": f"#/$defs/{_class_key(classes[each])}"} for each in named]}
                own: dict[str, object] = {"type": "object", **({"properties": {"_": member}} if named else {})}
                return {"allOf": [*bases, own]} if bases else own
            case ir.EnumSchema():
                return {"enum": ["value"]}
            case ir.AliasSchema() if self.annotations.is_recursive(schema):
                return {"type": "array"}
            case ir.AliasSchema():
                needed = dict.fromkeys(pointer for pointer in _references(schema) if pointer in classes)
                return {
                    "type": "array",
                    "items": {"anyOf": [{"$ref": f"#/$defs/{_class_key(classes[each])}"} for each in needed]},
                }

    def _named_in_metadata(self, schema: ir.ObjectSchema) -> list[str]:
        """The schemas that metadata of the class names, and that can be defined before it.

        At run time they may come later, but pyright takes names in metadata for undefined there.
        """
        found = dict.fromkeys(_pattern_references(*(each.type for each in schema.properties)))
        return [pointer for pointer in found if not self._has_to_follow(pointer, schema.pointer)]

    def _has_to_follow(self, pointer: str, other: str) -> bool:
        """Whether a schema is defined by means of another one: an alias needs what it refers to, a class its bases."""
        pending, seen = [pointer], {pointer}
        while pending:
            schema = self.annotations.schemas[pending.pop()]
            if isinstance(schema, ir.ObjectSchema):
                needed = [*schema.bases, *_pattern_references(*(each.type for each in schema.properties))]
            else:
                needed = list(_references(schema))
            if other in needed:
                return True
            pending += set(needed) - seen
            seen.update(needed)
        return False

    def _data(self, schema: ir.Schema) -> dict[str, object]:
        """What the template of a class prints."""
        name, about = self.names.classes[schema.pointer], schema.description
        annotations = self._annotations(schema)
        match schema:
            case ir.ObjectSchema(pointer=pointer, additional=additional):
                inherited = self._inherited(schema)
                attributes = {self.names.attributes[pointer, each.name]: each for each in schema.properties}
                declarations = [
                    self._declaration(attribute, each, annotations, overrides=each.name in inherited)
                    for attribute, each in attributes.items()
                    if inherited.get(each.name) != each
                ]
                extras = [self._read_only(schema)] * (pointer in self.with_read_only)
                extras += [_ALTERNATIVES.format(value=literal(schema.alternatives))] * bool(schema.alternatives)
                if schema.discriminator is not None:
                    extras.append(self._discriminator(schema.discriminator))
                if additional is not None or schema.keys is not None:
                    extras.append(self._extra(schema, attributes, annotations))
                extra = "\n\n    ".join(extras) if extras or declarations else "pass"
                return {
                    "name": name,
                    "bases": self._bases(schema),
                    "docstring": _documented(about, 4),
                    "declarations": declarations,
                    "extra": extra,
                }
            case ir.EnumSchema(pointer=pointer, values=values, descriptions=descriptions):
                members = [f"{self.names.members[pointer, value]} = {literal(value)}" for value in values]
                notes = [_documented(text, 4) for text in descriptions or [""] * len(values)]
                members = [f"{member}\n    {note}".rstrip() for member, note in zip(members, notes, strict=True)]
                base = "StrEnum" if isinstance(values[0], str) else "IntEnum"
                return {"name": name, "base": base, "docstring": _documented(about, 4), "members": members}
            case ir.AliasSchema(type=target) if self.annotations.is_recursive(schema):
                type_ = literal(annotations.of_value(target))
                text = f"\n    {_documented(about, 4)}".rstrip()
                definition = _RECURSIVE_ALIAS.format(name=name, type=type_, docstring=text)
                return {"docstring": "", "definition": definition}
            case ir.AliasSchema(type=target):
                type_ = annotations.of_value(target)
                return {"docstring": _documented(about, 0), "definition": f"{name} = TypeAliasType({name!r}, {type_})"}

    def _declaration(self, name: str, prop: ir.Property, annotations: Annotations, *, overrides: bool = False) -> str:
        """A field, and its docstring below it.

        `validation_alias` and `serialization_alias` rather than `alias`: type checkers then take the attribute's name
        for the constructor's argument. A file is not part of the `repr`, as it may be large.
        """
        members = annotations.members(prop.type)
        type_ = annotations.of_value(prop.type)
        if not prop.required and prop.preset is None and "None" not in members:
            type_ = f"{type_} | None"
        value = "" if prop.required else " = None"
        wire_name = literal(prop.name)
        options = [f"validation_alias={wire_name}, serialization_alias={wire_name}"] * (name != prop.name)
        options += ["repr=False"] * annotations.has_file(prop.type)
        if prop.preset is not None:
            arguments = [literal(prop.preset), *[f"name={wire_name}"] * (name != prop.name)]
            value = f" = _preset({', '.join([*arguments, *['required=False'] * (not prop.required)])})"
        elif options or (prop.required and overrides):  # or type checkers assume the default of the base class
            value = f" = Field({', '.join([*['default=None'] * (not prop.required), *options])})"
        notes = ["Deprecated."] * prop.deprecated + ["Set by the server."] * prop.read_only
        about = prop.description.strip()
        ended = "." if about and notes and not about.endswith((".", "!", "?", ":")) else ""
        text = _documented(" ".join([f"{about}{ended}", *notes]), 4)
        return f"{name}: {type_}{value}" + (f"\n    {text}" if text else "")

    def _extra(self, schema: ir.ObjectSchema, attributes: Mapping[str, object], annotations: Annotations) -> str:
        name = "others"
        while name in attributes:
            name += "_"
        decorator = "_property" if "property" in attributes else "property"
        values, keys = schema.additional or ir.ANY, schema.keys
        type_ = annotations.of_members(values, keys) if keys else annotations.of_value(values)
        read = f"Annotated[{type_}, {annotations.by_key(keys, is_marked=True)}]" if keys else type_
        return _EXTRA.format(type=f"dict[str, {type_}]", read=f"dict[str, {read}]", name=name, decorator=decorator)

    def _annotations(self, schema: ir.Schema) -> Annotations:
        """The annotations of the fields of a schema, whose binary strings may be files."""
        is_exclusive = self.uploads.get(schema.pointer)
        if is_exclusive is None:
            return self.annotations
        return replace(self.annotations, binary=FILE if is_exclusive else FILE_OR_TEXT)

    def _bases(self, schema: ir.ObjectSchema) -> str:
        """The base classes of a class: those that it extends, and those for what its document says about members."""
        is_tagged = schema.discriminator is not None or any(each.preset is not None for each in schema.properties)
        extended = [self.annotations.schemas[pointer] for pointer in schema.bases]
        extended_objects = [each for each in extended if isinstance(each, ir.ObjectSchema)]
        is_closed_already = any(each.closed for each in extended_objects)
        is_new = schema.pointer in self.with_read_only and self.with_read_only.isdisjoint(schema.bases)
        bases = [self.names.classes[pointer] for pointer in schema.bases] or ["TaggedModel"] * is_tagged
        bases += ["ModelWithReadOnlyMembers"] * is_new
        has_alternatives = schema.alternatives and not any(each.alternatives for each in extended_objects)
        bases += ["ModelWithAlternatives"] * bool(has_alternatives)
        bases += ["KeyedModel"] * (schema.keys is not None and not any(each.keys for each in extended_objects))
        bases += ["ClosedModel"] * (schema.closed and not is_closed_already)
        bases = bases or ["Model"]
        return ", ".join(["_Mixin", *bases] if self.mixin and not schema.bases else bases)

    def _read_only(self, schema: ir.ObjectSchema) -> str:
        names = sorted(each.name for each in schema.properties if each.read_only)
        return f"__read_only__: ClassVar[frozenset[str]] = frozenset({literal(names)})"

    def _discriminator(self, discriminator: ir.Discriminator) -> str:
        classes = {value: self.names.classes[pointer] for value, pointer in discriminator.mapping}
        text = _DISCRIMINATOR.format(value=literal((discriminator.property, classes)))
        default = self.names.classes[discriminator.default] if discriminator.default else ""
        return f"{text}\n    {_DEFAULT_CHILD.format(value=literal(default))}" if default else text

    def _inherited(self, schema: ir.ObjectSchema) -> dict[str, ir.Property]:
        """The properties that a class inherits, by their wire names; of several the one that Python takes."""
        inherited: dict[str, ir.Property] = {}
        for pointer in reversed(schema.bases):
            base = self.annotations.schemas[pointer]
            inherited |= {each.name: each for each in base.properties} if isinstance(base, ir.ObjectSchema) else {}
        return inherited

    def _has_other_types(self, schema: ir.Schema) -> bool:
        """Whether a class inherits properties from one class that have other types in another one, or in itself."""
        if not isinstance(schema, ir.ObjectSchema):
            return False
        own = {each.name: (each.type, each.required) for each in schema.properties}
        bases = [self.annotations.schemas[pointer] for pointer in schema.bases]
        inherited = [each for base in bases if isinstance(base, ir.ObjectSchema) for each in base.properties]
        return any(own[each.name] != (each.type, each.required) for each in inherited)


def _class_key(name: str) -> str:
    """Return the name under which datamodel-code-generator knows a class; it would change another, and prints none."""
    return name if name.isascii() and name.isalnum() else f"Class{sha256(name.encode()).hexdigest()}"


def _documented(text: str, indent: int) -> str:
    return docstring(text, indent) if text.strip() else ""


def _stored_texts(modules: Mapping[str, ModelsModule], store: TextCache, key: str) -> dict[str, str]:
    digests = {location: module.digest for location, module in modules.items()}
    try:
        stored: dict[str, str] = dict(json.loads(store.read(_CACHE_ENTRY, key) or b"{}"))
    except (ValueError, TypeError):
        stored = {}
    known = {location: str(stored[digest]) for location, digest in digests.items() if digest in stored}
    if missing := {location: module for location, module in modules.items() if location not in known}:
        known |= _texts(missing)
        store.write(_CACHE_ENTRY, key, json.dumps({digests[each]: known[each] for each in modules}).encode())
    return known


def _texts(modules: Mapping[str, ModelsModule]) -> dict[str, str]:
    """Generate the modules, in several processes where there are many classes."""
    largest_first = sorted(modules, key=lambda location: -len(modules[location].schemas))
    processes = min(os.cpu_count() or 1, _MAX_PROCESSES, len(modules))
    if processes > 1 and sum(len(module.schemas) for module in modules.values()) >= _MIN_PARALLEL:
        try:
            with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
                return dict(zip(largest_first, pool.map(generate_module, map(modules.get, largest_first)), strict=True))
        except (BrokenProcessPool, OSError, ValueError):
            pass  # no process can be started, so they are generated here
    return {location: generate_module(modules[location]) for location in largest_first}


def generate_module(module: ModelsModule) -> str:
    """Return the text that datamodel-code-generator writes for a module."""
    from datamodel_code_generator import generate  # noqa: PLC0415 -- 0.2 s that `lint` and `ir` need not pay
    from datamodel_code_generator.config import GenerateConfig  # noqa: PLC0415
    from datamodel_code_generator.enums import DataModelType, InputFileType  # noqa: PLC0415
    from datamodel_code_generator.format import PythonVersion  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about coming defaults of options; those that matter are given
        config = GenerateConfig(
            input_file_type=InputFileType.JsonSchema,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            custom_file_header=module.header,
            custom_template_dir=templates() / "models",
            extra_template_data=defaultdict(dict, {name: dict(data) for name, data in module.data.items()}),
            disable_future_imports=True,
            use_type_alias=True,
            keep_model_order=True,
            formatters=[],
        )
        text = generate({"$defs": dict(module.schemas)}, config=config)
    if not isinstance(text, str):
        raise TypeError("datamodel-code-generator returned several modules instead of one")
    return text


@cache
def _generator_version() -> list[str]:
    """What the text of a module depends on besides its input."""
    files = [Path(__file__), *sorted((templates() / "models").rglob("*.jinja2"))]
    return [version("datamodel-code-generator"), *(path.read_text("utf-8") for path in files)]


def _locations(api: ir.Api, names: Names) -> dict[str, str]:
    """The module of each schema, by the resources whose operations use it; unused ones are together."""
    if len(api.schemas) <= _MAX_SINGLE_MODULE:
        return dict.fromkeys((schema.pointer for schema in api.schemas), "models")
    schemas = {schema.pointer: schema for schema in api.schemas}
    users: dict[str, set[str]] = {pointer: set() for pointer in schemas}
    for operation in api.operations:
        user = names.modules[names.resources[operation.pointer]]
        pending = list(_operation_references(operation))
        while pending:
            pointer = pending.pop()
            if user not in users[pointer]:
                users[pointer].add(user)
                pending += _references(schemas[pointer])
    taken = set(names.modules.values())
    shared, unused = (word if word not in taken else f"{word}_" for word in ("shared", "rest"))
    locations = {
        pointer: f"_{shared if len(modules) > 1 else next(iter(modules), unused)}" for pointer, modules in users.items()
    }
    return locations if len(set(locations.values())) > 1 else dict.fromkeys(locations, "models")


def _operation_references(operation: ir.Operation) -> Iterator[str]:
    media = list(operation.body.media) if operation.body is not None else []
    media += [each for response in operation.responses for each in response.media]
    headers = [each for response in operation.responses for each in response.headers]
    others = (each.type for holders in (operation.parameters, headers) for each in holders)
    yield from _type_references(*others, *types_of_media(media))


def _references(schema: ir.Schema) -> Iterable[str]:
    """The pointers of the schemas that a schema refers to."""
    match schema:
        case ir.ObjectSchema(properties=properties, additional=others, bases=bases, discriminator=discriminator):
            children = discriminator.targets() if discriminator is not None else ()
            return [*bases, *children, *_type_references(*(each.type for each in properties), others)]
        case ir.AliasSchema(type=type_):
            return _type_references(type_)
        case ir.EnumSchema():
            return ()


def _pattern_references(*types: ir.Type) -> Iterator[str]:
    """Yield the pointers of the schemas that the metadata of an annotation names, so that they have to exist before."""
    for type_ in types:
        match type_:
            case ir.Map(inner, keys):
                yield from _type_references(inner) if keys is not None else _pattern_references(inner)
            case ir.Array(inner):
                yield from _pattern_references(inner)
            case ir.Union(members):
                yield from _pattern_references(*members)
            case _:
                continue


def _type_references(*types: ir.Type | None) -> Iterator[str]:
    for type_ in types:
        match type_:
            case ir.Ref(pointer):
                yield pointer
            case ir.Array(inner) | ir.Map(inner):
                yield from _type_references(inner)
            case ir.Union(members, discriminator):
                yield from _type_references(*members)
                yield from discriminator.targets() if discriminator is not None else ()
            case _:
                continue
