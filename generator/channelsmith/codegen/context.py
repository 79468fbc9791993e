"""The template context: the resources of an API as finished strings, in output order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from channelsmith import ir
from channelsmith.codegen import docstrings, operations, signatures
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.extra_methods import (
    ExtraMethod,
    JobMethods,
    MethodCode,
    batch_method,
    build_jobs,
    download_method,
    job_methods,
)
from channelsmith.naming.names import Names

_BUILTINS = frozenset(["bool", "bytes", "dict", "float", "int", "list", "object", "str"])


@dataclass(frozen=True, slots=True)
class OperationMethod:
    """An operation: the constant and the function of its endpoint module, and the method of its resource."""

    name: str
    constant: str
    operation_arguments: tuple[tuple[str, str], ...]
    call_result: str
    signature: str
    call_arguments: str
    endpoint_doc: str
    result: str
    sync: MethodCode
    async_: MethodCode
    doc: str
    request: str
    headline: str
    example: str
    minimal_call: str


@dataclass(frozen=True, slots=True)
class ChildResource:
    """A resource that is an attribute of another one, or of the client."""

    attribute: str
    module: str
    class_name: str
    doc: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource: a module of endpoint functions and a pair of classes."""

    path: tuple[str, ...]
    module: str
    class_name: str
    doc: str
    methods: tuple[OperationMethod, ...]
    extras: tuple[ExtraMethod, ...]
    jobs: tuple[JobMethods, ...]
    children: tuple[ChildResource, ...]


def build_resources(api: ir.Api, names: Names, annotations: Annotations) -> tuple[Resource, ...]:
    """Return every resource by name, including those that only contain others."""
    by_path: dict[tuple[str, ...], list[ir.Operation]] = defaultdict(list)
    children: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for operation in api.operations:
        path = names.resources[operation.pointer]
        by_path[path].append(operation)
        for depth in range(1, len(path)):
            by_path.setdefault(path[:depth], [])
            children[path[:depth]].add(path[: depth + 1])
    taken = {path: _taken_names(own, children[path], names) for path, own in by_path.items()}
    tags = {tag.name: tag.description for tag in api.tags}
    builder = _Builder(
        operations=by_path,
        children=children,
        taken=taken,
        jobs=build_jobs(api, names, annotations, taken),
        descriptions={names.resources[op.pointer]: tags[op.tag] for op in api.operations if op.tag in tags},
        codes={row.code: row.name for row in api.errors.rows} if api.errors is not None else {},
        names=names,
        annotations=annotations,
    )
    return tuple(builder.resource(path) for path in sorted(by_path))


def extra_names(resources: Iterable[Resource]) -> dict[tuple[str, str], str]:
    """Return the name of every extra method, by the pointer of its operation and its role."""
    return {extra.origin: extra.name for resource in resources for extra in resource.extras}


def root_resources(resources: Iterable[Resource]) -> tuple[ChildResource, ...]:
    """Return the resources that are attributes of the client."""
    return tuple(
        ChildResource(each.path[-1], each.module, each.class_name, each.doc)
        for each in resources
        if len(each.path) == 1
    )


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the context of one resource."""

    operations: Mapping[tuple[str, ...], Sequence[ir.Operation]]
    children: Mapping[tuple[str, ...], Iterable[tuple[str, ...]]]
    taken: Mapping[tuple[str, ...], frozenset[str]]
    jobs: Mapping[str, JobMethods]
    descriptions: Mapping[tuple[str, ...], str]
    codes: Mapping[int, str]
    names: Names
    annotations: Annotations

    def resource(self, path: tuple[str, ...]) -> Resource:
        names = self.names
        own = sorted(self.operations[path], key=lambda operation: names.methods[operation.pointer])
        shadowed = frozenset(names.methods[each.pointer] for each in own) & _BUILTINS
        annotations = replace(self.annotations, shadowed=shadowed)
        return Resource(
            path=path,
            module=names.modules[path],
            class_name=names.resource_classes[path],
            doc=self._doc(path),
            methods=tuple(self._method(each, annotations) for each in own),
            extras=tuple(extra for each in own for extra in self._extras(each, annotations)),
            jobs=tuple(self.jobs[each.pointer] for each in own if each.pointer in self.jobs),
            children=tuple(
                ChildResource(child[-1], names.modules[child], names.resource_classes[child], self._doc(child))
                for child in sorted(self.children[path])
            ),
        )

    def _doc(self, path: tuple[str, ...]) -> str:
        return self.descriptions.get(path, "").strip() or f"Operations of `{'.'.join(path)}`."

    def _method(self, operation: ir.Operation, annotations: Annotations) -> OperationMethod:
        arguments = signatures.build_arguments(operation, self.names, annotations)
        call_result = operations.return_annotation(operation, annotations)
        name = self.names.methods[operation.pointer]
        result, sync, async_ = _method_code(name, operation, arguments, annotations)
        return OperationMethod(
            name=name,
            constant=f"_{name.upper()}",
            operation_arguments=operations.operation_arguments(operation, annotations),
            call_result=call_result,
            signature=signatures.signature(arguments),
            call_arguments=signatures.call_arguments(operation, arguments),
            endpoint_doc=docstrings.endpoint_docstring(operation),
            result=result,
            sync=sync,
            async_=async_,
            doc=docstrings.method_docstring(operation, arguments, result.replace("builtins.", ""), self.codes),
            request=f"{operation.method} {operation.path}",
            headline=docstrings.headline(operation),
            example=signatures.example(arguments),
            minimal_call=signatures.minimal_call(arguments),
        )

    def _extras(self, operation: ir.Operation, annotations: Annotations) -> Iterable[ExtraMethod]:
        taken = self.taken[self.names.resources[operation.pointer]]
        of_jobs = {name for job in self.jobs.values() for name in job.names}
        if (download := download_method(operation, self.names, annotations, taken | of_jobs)) is not None:
            yield download
        if operation.pointer in self.jobs:
            arguments = signatures.build_arguments(operation, self.names, annotations)
            yield from job_methods(self.names.methods[operation.pointer], self.jobs[operation.pointer], arguments)
        if (batch := batch_method(operation, self.names, annotations, taken)) is not None:
            yield batch


def _taken_names(own: Iterable[ir.Operation], children: Iterable[tuple[str, ...]], names: Names) -> frozenset[str]:
    """The names of the methods of a resource and of the resources below it, and those its module uses."""
    methods = {names.methods[each.pointer] for each in own}
    return frozenset({child[-1] for child in children} | methods | {"endpoints", "jobs", "models"})


def _method_code(
    name: str, operation: ir.Operation, arguments: Sequence[signatures.Argument], annotations: Annotations
) -> tuple[str, MethodCode, MethodCode]:
    """The result of the sync method, and both methods: a single call, or a pager for a paginated list."""
    head = f"def {name}({signatures.signature(arguments, first='self')})"
    call = f"endpoints.{name}({signatures.forwarded(arguments)})"
    result = operations.return_annotation(operation, annotations)
    if operation.pagination is None:
        sync = MethodCode((), f"{head} -> {result}", f"self._client.send({call})")
        return result, sync, MethodCode((), f"async {sync.head}", f"await {sync.expression}")
    pager = f"Pager[{operations.item_annotation(operation, annotations)}, {result}]"
    return (
        pager,
        MethodCode((), f"{head} -> {pager}", f"Pager(self._client, {call})"),
        MethodCode((), f"{head} -> Async{pager}", f"AsyncPager(self._client, {call})"),
    )
