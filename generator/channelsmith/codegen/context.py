"""What the templates are given: finished strings, in the order in which they are written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from channelsmith import ir
from channelsmith.codegen import docs
from channelsmith.codegen import extra_methods as extras
from channelsmith.codegen import operations as exchange
from channelsmith.codegen import signatures as signature
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.batching import batches
from channelsmith.codegen.extra_methods import ExtraView
from channelsmith.codegen.polling import JobView, jobs
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.names import Names

_BUILTINS = frozenset(["bool", "bytes", "dict", "float", "int", "list", "object", "str"])


@dataclass(frozen=True, slots=True)
class Flavour:
    """How a method is written for one of the two clients: its keyword, its annotation, what stands before its call."""

    keyword: str
    returns: str
    before: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """One operation: the constant and the function of its endpoint module, the method of its resource."""

    name: str
    constant: str
    fields: tuple[tuple[str, str], ...]
    returns: str
    sync: Flavour
    async_: Flavour
    declaration: str
    method_declaration: str
    call_arguments: str
    forwarded: str
    endpoint_doc: str
    doc: str
    request: str
    headline: str
    example: str
    shortest: str


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource reached through another one, or through the client."""

    attribute: str
    module: str
    class_name: str
    doc: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """One resource: a module of endpoint functions and a pair of classes."""

    path: tuple[str, ...]
    module: str
    class_name: str
    doc: str
    methods: tuple[MethodView, ...]
    extras: tuple[ExtraView, ...]
    jobs: tuple[JobView, ...]
    children: tuple[ChildView, ...]


def resources(api: ir.Api, names: Names, types: Annotations) -> tuple[ResourceView, ...]:
    """Every resource, those that only hold others included, in the order of their names."""
    by_path: dict[tuple[str, ...], list[ir.Operation]] = defaultdict(list)
    below: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for operation in api.operations:
        path = names.resources[operation.pointer]
        by_path[path].append(operation)
        for depth in range(1, len(path)):
            by_path.setdefault(path[:depth], [])
            below[path[:depth]].add(path[: depth + 1])
    reserved = {path: _reserved(own, below[path], names) for path, own in by_path.items()}
    tags = {tag.name: tag.description for tag in api.tags}
    found = jobs(api, names, types, reserved)
    shelf = _Shelf(
        operations=by_path,
        below=below,
        reserved=reserved,
        jobs=found,
        started=frozenset(word for each in found.values() for word in (each.run, each.begin, each.resume)),
        about={names.resources[op.pointer]: tags[op.tag] for op in api.operations if op.tag in tags},
        codes={row.code: row.name for row in api.errors.rows} if api.errors is not None else {},
        names=names,
        types=types,
    )
    return tuple(shelf.resource(path) for path in sorted(by_path))


def extra_names(found: Iterable[ResourceView]) -> dict[tuple[str, str], str]:
    """The name of every method beside those of the operations, by the operation's pointer and the method's role."""
    return {extra.origin: extra.name for each in found for extra in each.extras}


def roots(found: tuple[ResourceView, ...]) -> tuple[ChildView, ...]:
    """The resources the client itself carries."""
    return tuple(_child(each) for each in found if len(each.path) == 1)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """All resources of an API and what is needed to write one of them."""

    operations: Mapping[tuple[str, ...], Sequence[ir.Operation]]
    below: Mapping[tuple[str, ...], Iterable[tuple[str, ...]]]
    reserved: Mapping[tuple[str, ...], frozenset[str]]
    jobs: Mapping[str, JobView]
    started: frozenset[str]
    about: Mapping[tuple[str, ...], str]
    codes: Mapping[int, str]
    names: Names
    types: Annotations

    def resource(self, path: tuple[str, ...]) -> ResourceView:
        """One resource with its methods and the resources below it."""
        methods = self.names.methods
        own = sorted(self.operations[path], key=lambda op: methods[op.pointer])
        shadowed = frozenset(methods[each.pointer] for each in own) & _BUILTINS
        classes, modules = self.names.resource_classes, self.names.modules
        return ResourceView(
            path=path,
            module=modules[path],
            class_name=classes[path],
            doc=self._doc(path),
            methods=tuple(self._method(each, replace(self.types, shadowed=shadowed)) for each in own),
            extras=tuple(extra for each in own for extra in self._extras(each, replace(self.types, shadowed=shadowed))),
            jobs=tuple(self.jobs[each.pointer] for each in own if each.pointer in self.jobs),
            children=tuple(
                ChildView(each[-1], modules[each], classes[each], self._doc(each)) for each in sorted(self.below[path])
            ),
        )

    def _extras(self, operation: ir.Operation, types: Annotations) -> Iterable[ExtraView]:
        """Downloads to a file, jobs that are waited for, and lists of any length."""
        found = signature.arguments(operation, self.names, self.types)
        method = self.names.methods[operation.pointer]
        taken = self.reserved[self.names.resources[operation.pointer]]
        if exchange.returns(operation, self.types) == "Content":
            origin = (operation.pointer, "download")
            words: dict[tuple[str, str], tuple[str, str]] = {origin: (f"{method}_to", f"{method}_to_file")}
            name = choose_names(words, taken=taken | self.started, kept=self.names.extras)[origin]
            yield extras.download(method, name, found, docs.answer(operation), origin)
        if operation.pointer in self.jobs:
            yield from extras.job(method, self.jobs[operation.pointer], found)
        yield from batches(operation, self.names, types, taken=taken)

    def _doc(self, path: tuple[str, ...]) -> str:
        return self.about.get(path, "").strip() or f"The operations of `{'.'.join(path)}`."

    def _method(self, operation: ir.Operation, types: Annotations) -> MethodView:
        found = signature.arguments(operation, self.names, types)
        returns = exchange.returns(operation, types)
        name = self.names.methods[operation.pointer]
        sync, async_ = _flavours(operation, returns, types)
        return MethodView(
            name=name,
            constant=f"_{name.upper()}",
            fields=exchange.fields(operation, types),
            returns=returns,
            sync=sync,
            async_=async_,
            declaration=signature.declaration(found),
            method_declaration=signature.declaration(found, first="self"),
            call_arguments=signature.call_arguments(operation, found),
            forwarded=signature.forwarded(found),
            endpoint_doc=docs.endpoint_doc(operation),
            doc=docs.method_doc(operation, found, sync.returns.replace("builtins.", ""), self.codes),
            request=f"{operation.method} {operation.path}",
            headline=docs.headline(operation),
            example=signature.example(found),
            shortest=signature.shortest(found),
        )


def _reserved(operations: Iterable[ir.Operation], below: Iterable[tuple[str, ...]], names: Names) -> frozenset[str]:
    """What is called by some name on a resource: its methods, and the resources below."""
    methods = {names.methods[each.pointer] for each in operations}
    return frozenset({each[-1] for each in below} | methods | {"endpoints", "jobs", "models"})


def _flavours(operation: ir.Operation, returns: str, types: Annotations) -> tuple[Flavour, Flavour]:
    """A single call, or for a paged list a pager around it."""
    if operation.pagination is None:
        return Flavour("def", returns, "self._client.send("), Flavour("async def", returns, "await self._client.send(")
    kinds = f"[{exchange.item(operation, types)}, {returns}]"
    return (
        Flavour("def", f"Pager{kinds}", "Pager(self._client, "),
        Flavour("def", f"AsyncPager{kinds}", "AsyncPager(self._client, "),
    )


def _child(resource: ResourceView) -> ChildView:
    return ChildView(resource.path[-1], resource.module, resource.class_name, resource.doc)
