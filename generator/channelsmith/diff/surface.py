"""What callers of a client can name and rely on, as data: two of these can be compared."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from channelsmith import ir
from channelsmith.codegen import context as views
from channelsmith.codegen import signatures as signature
from channelsmith.codegen.annotations import Annotations
from channelsmith.config import DocumentSource
from channelsmith.diagnostics import SourceLocation
from channelsmith.ir.access import find_reachable
from channelsmith.naming import names_file
from channelsmith.naming.names import Names, build_names
from channelsmith.naming.stable_id import Identities
from channelsmith.pipeline import LoadedApi, load_api


@dataclass(frozen=True, slots=True)
class Part:
    """An argument of a method or a field of a model: the types it can have, and whether it has to be there."""

    types: frozenset[str]
    needed: bool
    wire: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a client; `request` is what it sends ("GET /v1/orders"), "" for those built upon another."""

    symbol: str
    request: str = ""
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part])
    positional: tuple[str, ...] = ()
    returns: frozenset[str] = frozenset()
    needs_secret: bool = False
    deprecated: bool = False
    location: SourceLocation | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """A model; whether callers make it, receive it or both decides what may change."""

    symbol: str
    parts: Mapping[str, Part]
    sent: bool
    received: bool
    location: SourceLocation


@dataclass(frozen=True, slots=True)
class Choice:
    """An enum or the table of error codes: members and their values."""

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
    """Everything public of one API, by its symbol."""

    methods: Mapping[str, Method]
    models: Mapping[str, Model]
    choices: Mapping[str, Choice]
    aliases: Mapping[str, Alias]
    options: frozenset[str]
    servers: tuple[str, ...]
    version: str
    """The version of the document."""


def load_surface(source: DocumentSource, names_path: Path) -> Surface:
    """Return the surface of a document's client, with the public names that a names file keeps.

    Raises:
        UnusableInput: the document or the names file cannot be used.
    """
    loaded = load_api(*source)
    identity = Identities(loaded.document)
    kept, _ = names_file.read(names_path, loaded.api, identity)
    return build_surface(loaded, build_names(loaded.api, loaded.document, pinned=kept, identity=identity))


def build_surface(loaded: LoadedApi, names: Names) -> Surface:
    """Return the surface of a document's client under its names."""
    api = loaded.api
    found = _Reader(loaded, names, Annotations({each.pointer: each for each in api.schemas}, names))
    return Surface(
        methods={each.symbol: each for each in found.methods()},
        models={each.symbol: each for each in found.models()},
        choices={each.symbol: each for each in found.choices()},
        aliases={each.symbol: each for each in found.aliases()},
        options=frozenset([*names.credentials.values(), *names.variables.values()]),
        servers=tuple(server.url for server in api.servers),
        version=api.version,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    loaded: LoadedApi
    names: Names
    types: Annotations

    def methods(self) -> Iterator[Method]:
        """Those of the operations, and those that a client has beside them (pagers, jobs, downloads, batches)."""
        api = self.loaded.api
        operations = {
            (self.names.resources[each.pointer], self.names.methods[each.pointer]): each for each in api.operations
        }
        for resource in views.resources(api, self.names, self.types):
            prefix = ".".join(("client", *resource.path))
            for view in resource.methods:
                operation = operations[resource.path, view.name]
                yield self._method(f"{prefix}.{view.name}", operation, view.sync.returns)
            for extra in resource.extras:
                yield Method(f"{prefix}.{extra.name}")

    def models(self) -> Iterator[Model]:
        """Every object with fields."""
        api = self.loaded.api
        by_pointer = self.types.schemas
        bodies = [each.body for each in api.operations if each.body is not None]
        sent = find_reachable((media.type for body in bodies for media in body.media), by_pointer)
        received = find_reachable(
            (media.type for each in api.operations for answer in each.responses for media in answer.media), by_pointer
        )
        for schema in api.schemas:
            if isinstance(schema, ir.ObjectSchema):
                parts = {
                    self.names.attributes[schema.pointer, each.name]: Part(
                        members(self.types.of_value(each.type)), each.required, each.name
                    )
                    for each in schema.properties
                }
                yield Model(
                    self._class(schema),
                    parts,
                    schema.pointer in sent,
                    schema.pointer in received,
                    self._location(schema.pointer),
                )

    def choices(self) -> Iterator[Choice]:
        """Every enum, and the error codes."""
        api = self.loaded.api
        for schema in api.schemas:
            if isinstance(schema, ir.EnumSchema):
                found = {self.names.members[schema.pointer, value]: value for value in schema.values}
                yield Choice(self._class(schema), found, self._location(schema.pointer))
        if api.errors is not None:
            yield Choice("ErrorCode", {row.name: row.code for row in api.errors.rows}, None)

    def aliases(self) -> Iterator[Alias]:
        """Every name for another type."""
        for schema in self.loaded.api.schemas:
            if isinstance(schema, ir.AliasSchema):
                found = members(self.types.of_value(schema.type))
                yield Alias(self._class(schema), found, self._location(schema.pointer))

    def _method(self, symbol: str, operation: ir.Operation, returns: str) -> Method:
        found = signature.arguments(operation, self.names, self.types)
        parts = ((each.name, members(each.annotation), each.required or each.needed, each.wire) for each in found)
        security = operation.security if operation.security is not None else self.loaded.api.security
        return Method(
            symbol=symbol,
            request=f"{operation.method} {operation.path}",
            parts={name: Part(types, needed, wire) for name, types, needed, wire in parts},
            positional=tuple(each.name for each in found if each.goes == "path"),
            returns=members(returns),
            needs_secret=bool(security) and () not in security,
            deprecated=operation.deprecated,
            location=self._location(operation.pointer),
        )

    def _class(self, schema: ir.Schema) -> str:
        return f"models.{self.names.classes[schema.pointer]}"

    def _location(self, pointer: str) -> SourceLocation:
        return self.loaded.document.location(pointer)


def members(annotation: str) -> frozenset[str]:
    """The members of an annotation's union, without the mark that an argument may be left out."""
    return frozenset(_members(ast.parse(annotation, mode="eval").body)) - {"NotGiven"}


def _members(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _members(left)
            yield from _members(right)
        case _:
            yield ast.unparse(node)
