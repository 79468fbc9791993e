"""The surface of a client: everything that callers can name and rely on, as data."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Unpack

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.context import build_resources
from channelsmith.codegen.headers import build_headers
from channelsmith.codegen.signatures import build_arguments
from channelsmith.diagnostics import SourceLocation
from channelsmith.diff.behavior import Behavior, describe_api, describe_default, describe_operation, format_default
from channelsmith.document import Json
from channelsmith.ir.access import find_reachable, types_of_media
from channelsmith.naming.names import Names, NamingOptions, build_names
from channelsmith.naming.names_file import read_names_file
from channelsmith.pipeline import LoadedApi, load_api
from channelsmith.transform.source import DocumentSource

_UNLIMITED = ir.Constraints()


@dataclass(frozen=True, slots=True)
class Part:
    """An argument of a method or a field of a model; a preset field need not be given.

    `default` is what the server uses where it is left out, as JSON; "" if nothing is declared. `constraints` limit the
    values that are accepted.
    """

    types: frozenset[str]
    needed: bool
    wire: str
    is_preset: bool = False
    default: str = ""
    constraints: ir.Constraints = _UNLIMITED


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a client; `request` is what it sends ("GET /v1/orders"), or "" if it calls another method.

    `behavior` is what happens in a call.
    """

    symbol: str
    request: str = ""
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part])
    positional: tuple[str, ...] = ()
    returns: frozenset[str] = frozenset()
    needs_secret: bool = False
    deprecated: bool = False
    behavior: Behavior = field(default_factory=dict[str, str])
    location: SourceLocation | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """A model; whether it is sent, received or both decides which changes are compatible."""

    symbol: str
    parts: Mapping[str, Part]
    sent: bool
    received: bool
    location: SourceLocation
    bases: frozenset[str] = frozenset()
    alternatives: frozenset[ir.RequiredGroups] = frozenset()
    """The groups of parts, by name, of which one is needed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An enum, or the table of error codes."""

    symbol: str
    members: Mapping[str, str | int]
    location: SourceLocation | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type."""

    symbol: str
    types: frozenset[str]
    location: SourceLocation


@dataclass(frozen=True, slots=True)
class Surface:
    """The public parts of a client by their symbols."""

    methods: Mapping[str, Method]
    models: Mapping[str, Model]
    choices: Mapping[str, Choice]
    aliases: Mapping[str, Alias]
    options: frozenset[str]
    servers: tuple[str, ...]
    behavior: Behavior
    """What happens in all calls."""
    version: str
    """The version of the document."""


def load_surface(source: DocumentSource, names_path: Path, **naming: Unpack[NamingOptions]) -> Surface:
    """Return the surface of a document's client, with the public names that a names file keeps.

    Raises:
        UnusableInput: the document or the names file cannot be used.
    """
    loaded = load_api(*source)
    kept, _ = read_names_file(names_path, loaded.api, loaded.document)
    return build_surface(loaded, build_names(loaded.api, loaded.document, kept=kept, **naming))


def build_surface(loaded: LoadedApi, names: Names) -> Surface:
    """Return the surface of a document's client under its names."""
    api = loaded.api
    builder = _SurfaceBuilder(loaded, names, Annotations({schema.pointer: schema for schema in api.schemas}, names))
    return Surface(
        methods={method.symbol: method for method in builder.methods()},
        models={model.symbol: model for model in builder.models()},
        choices={choice.symbol: choice for choice in builder.choices()},
        aliases={alias.symbol: alias for alias in builder.aliases()},
        options=frozenset([*names.credentials.values(), *names.variables.values()]),
        servers=tuple(server.url for server in api.servers),
        behavior=describe_api(api),
        version=api.version,
    )


@dataclass(frozen=True, slots=True)
class _SurfaceBuilder:
    loaded: LoadedApi
    names: Names
    types: Annotations

    def methods(self) -> Iterator[Method]:
        """The methods of operations, and those for pages, jobs, downloads and batches."""
        api = self.loaded.api
        operations = {
            (self.names.resources[operation.pointer], self.names.methods[operation.pointer]): operation
            for operation in api.operations
        }
        for resource in build_resources(api, self.names, self.types):
            prefix = ".".join(("client", *resource.path))
            for view in resource.methods:
                operation = operations[resource.path, view.name]
                method = self._method(f"{prefix}.{view.name}", operation, view.result)
                yield method
                for alias in view.aliases:
                    yield replace(method, symbol=f"{prefix}.{alias.name}", deprecated=True)
            for extra in resource.extras:
                yield Method(f"{prefix}.{extra.name}")

    def _method(self, symbol: str, operation: ir.Operation, returns: str) -> Method:
        arguments = build_arguments(operation, self.names, self.types)
        api = self.loaded.api
        security = operation.security if operation.security is not None else api.security
        defaults = {
            (each.location.value, each.name): format_default(_as_json(each.details.default))
            for each in operation.parameters
            if each.details.default is not None
        }
        constraints = {(each.location.value, each.name): each.details.constraints for each in operation.parameters}
        return Method(
            symbol=symbol,
            request=f"{operation.method} {operation.path}",
            parts={
                argument.name: Part(
                    _union_members(argument.annotation),
                    argument.is_needed,
                    argument.wire_name,
                    default=defaults.get((argument.location, argument.wire_name), ""),
                    constraints=constraints.get((argument.location, argument.wire_name), _UNLIMITED),
                )
                for argument in arguments
            },
            positional=tuple(argument.name for argument in arguments if argument.is_positional),
            returns=_union_members(returns),
            needs_secret=bool(security) and () not in security,
            deprecated=operation.deprecated,
            behavior=describe_operation(operation, api),
            location=self._location(operation.pointer),
        )

    def models(self) -> Iterator[Model]:
        """Every class with fields."""
        api = self.loaded.api
        bodies = [operation.body for operation in api.operations if operation.body is not None]
        responses = [response for operation in api.operations for response in operation.responses]
        sent, received = (
            find_reachable(types_of_media(media for holder in holders for media in holder.media), self.types.schemas)
            for holders in (bodies, responses)
        )
        for schema in api.schemas:
            if isinstance(schema, ir.ObjectSchema):
                pointer = schema.pointer
                parts = {
                    self.names.attributes[pointer, prop.name]: Part(
                        self._types(prop.type),
                        prop.required,
                        prop.name,
                        prop.preset is not None,
                        describe_default(self.loaded.repaired, pointer, prop.name),
                        prop.details.constraints,
                    )
                    for prop in schema.properties
                }
                location = self._location(pointer)
                bases = frozenset(f"models.{self.names.classes[each]}" for each in schema.bases)
                names = {part.wire: name for name, part in parts.items()}
                alternatives = frozenset(
                    tuple(tuple(names.get(name, name) for name in group) for group in groups)
                    for groups in schema.alternatives
                )
                directions = pointer in sent, pointer in received
                yield Model(self._class(schema), parts, *directions, location, bases, alternatives)

    def choices(self) -> Iterator[Choice]:
        """Every enum, and the error codes."""
        api = self.loaded.api
        for schema in api.schemas:
            if isinstance(schema, ir.EnumSchema):
                members = {self.names.members[schema.pointer, value]: value for value in schema.values}
                yield Choice(self._class(schema), members, self._location(schema.pointer))
        if api.errors is not None:
            yield Choice("ErrorCode", {row.name: row.code for row in api.errors.rows}, None)

    def aliases(self) -> Iterator[Alias]:
        """Every alias of a type, and every header of responses, which is a name for its type too."""
        for header in build_headers(self.loaded.api, self.types):
            yield Alias(f"headers.{header.name}", _union_members(header.annotation), self._location(header.pointer))
        for schema in self.loaded.api.schemas:
            if isinstance(schema, ir.AliasSchema):
                yield Alias(self._class(schema), self._types(schema.type), self._location(schema.pointer))

    def _class(self, schema: ir.Schema) -> str:
        return f"models.{self.names.classes[schema.pointer]}"

    def _types(self, type_: ir.Type) -> frozenset[str]:
        return _union_members(self.types.of_value(type_))

    def _location(self, pointer: str) -> SourceLocation:
        return self.loaded.document.location(pointer)


def _union_members(annotation: str) -> frozenset[str]:
    """The members of an annotation's union, without the marker for arguments that were not given."""
    return frozenset(_iter_members(ast.parse(annotation, mode="eval").body)) - {"NotGiven"}


def _iter_members(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _iter_members(left)
            yield from _iter_members(right)
        case _:
            yield ast.unparse(node)


def _as_json(default: ir.Default) -> Json:
    return list(default) if isinstance(default, tuple) else default
