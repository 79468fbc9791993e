"""The template context: the resources of an API as finished strings, in output order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from channelsmith import ir
from channelsmith.codegen import operations, signatures
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.docstrings import MethodDoc, describe_operation, endpoint_docstring
from channelsmith.codegen.extra_methods import (
    ExtraMethod,
    JobMethods,
    MethodCode,
    StreamExample,
    batch_method,
    build_jobs,
    download_method,
    job_methods,
    stream_method,
)
from channelsmith.codegen.render import literal, readable_literal
from channelsmith.ir.media_family import is_event_stream
from channelsmith.naming.names import Names

_SYNC_STREAM = re.compile(r"(?<![\w.])Stream\[")
_BUILTINS = frozenset(["bool", "bytes", "dict", "float", "int", "list", "object", "str"])


@dataclass(frozen=True, slots=True)
class DeprecatedName:
    """A former name of a method, and the message of the DeprecationWarning."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class OperationMethod:
    """An operation: the constant and the function of its endpoint module, and the methods of its resource.

    `raw_sync` and `raw_async` return a whole response; they are None where they are made from the endpoint function.
    `stream` is how a stream of it is used, None if it never returns one.
    """

    name: str
    aliases: tuple[DeprecatedName, ...]
    constant: str
    operation_arguments: tuple[tuple[str, str], ...]
    call_result: str
    signature: str
    overloads: tuple[str, ...]
    call_arguments: str
    further: signatures.FurtherArguments
    endpoint_doc: str
    result: str
    sync: MethodCode
    async_: MethodCode
    raw_sync: MethodCode | None
    raw_async: MethodCode | None
    about: MethodDoc
    pointer: str
    is_paged: bool
    stream: StreamExample | None
    streams_by_default: bool

    @property
    def role(self) -> str:
        """That of an extra method; here there is none."""
        return ""


Method: TypeAlias = OperationMethod | ExtraMethod


@dataclass(frozen=True, slots=True)
class ChildResource:
    """A resource that is an attribute of another one, or of the client."""

    attribute: str
    module: str
    class_name: str
    doc: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource: a module of endpoint functions and a pair of classes.

    `own_options` are the sets of call options of its methods that lack some of them.
    """

    path: tuple[str, ...]
    module: str
    class_name: str
    doc: str
    methods: tuple[OperationMethod, ...]
    extras: tuple[ExtraMethod, ...]
    jobs: tuple[JobMethods, ...]
    children: tuple[ChildResource, ...]
    own_options: tuple[signatures.FurtherArguments, ...]

    @property
    def public_endpoints(self) -> list[str]:
        """The names of the endpoint functions, with former ones."""
        return sorted(name for each in self.methods for name in (each.name, *(alias.name for alias in each.aliases)))

    @property
    def every_method(self) -> tuple[Method, ...]:
        """The methods of the operations, then all others."""
        return (*self.methods, *self.extras)

    @property
    def has_raw_methods(self) -> bool:
        """Whether there are raw methods of its own, besides those that are made from endpoint functions."""
        return any(method.raw_sync is not None for method in self.methods)


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
        methods = tuple(self._method(each, annotations) for each in own)
        extras = tuple(extra for each in own for extra in self._extras(each, annotations))
        options = (*(each.further for each in methods), *(each.further for each in extras))
        own_options = {each.omitted: each for each in options if each is not None and each.omitted}
        return Resource(
            path=path,
            module=names.modules[path],
            class_name=names.resource_classes[path],
            doc=self._doc(path),
            methods=methods,
            extras=extras,
            jobs=tuple(self.jobs[each.pointer] for each in own if each.pointer in self.jobs),
            children=tuple(
                ChildResource(child[-1], names.modules[child], names.resource_classes[child], self._doc(child))
                for child in sorted(self.children[path])
            ),
            own_options=tuple(own_options[omitted] for omitted in sorted(own_options)),
        )

    def _doc(self, path: tuple[str, ...]) -> str:
        return self.descriptions.get(path, "").strip() or f"Operations of `{'.'.join(path)}`."

    def _method(self, operation: ir.Operation, annotations: Annotations) -> OperationMethod:
        arguments = signatures.build_arguments(operation, self.names, annotations)
        overloads = signatures.result_overloads(operation, arguments, annotations)
        every_result = operations.every_result(operation, annotations)
        anything = (list(arguments), every_result)
        name = self.names.methods[operation.pointer]
        has_streams = operations.has_streams(operation)
        stream = _stream_example(operation, arguments, self.annotations) if operation.pagination is None else None
        if operation.pagination is not None:
            own_arguments = tuple(each for each in arguments if not each.is_accept)  # a pager needs JSON
            result, sync, async_ = _pager_code(name, operation, own_arguments, annotations)
        else:
            own_arguments = arguments
            result = operations.return_annotation(operation, annotations)
            sync, async_ = _call_code(name, arguments, overloads, every_result, "{}")
        documented = every_result if has_streams and operation.pagination is None else result
        raw_sync, raw_async = _call_code(name, arguments, overloads, every_result, "Response[{}]")
        return OperationMethod(
            name=name,
            aliases=tuple(
                DeprecatedName(alias, f"{alias!r} is deprecated; use {name!r}")
                for alias in self.names.aliases.get(operation.pointer, ())
            ),
            constant=f"_{name.upper()}",
            operation_arguments=operations.operation_arguments(operation, annotations),
            call_result=every_result,
            signature=signatures.signature(arguments),
            overloads=tuple(
                f"def {name}({signatures.signature(those)}) -> Call[{returned}]"
                for those, returned in [*overloads, *[anything] * (bool(overloads) and anything not in overloads)]
            ),
            call_arguments=signatures.call_arguments(operation, arguments),
            further=signatures.further_arguments(arguments),
            endpoint_doc=endpoint_docstring(operation),
            result=result,
            sync=sync,
            async_=async_,
            raw_sync=raw_sync if overloads or has_streams else None,
            raw_async=raw_async if overloads or has_streams else None,
            about=describe_operation(operation, own_arguments, documented.replace("builtins.", ""), self.codes),
            pointer=operation.pointer,
            is_paged=operation.pagination is not None,
            stream=stream,
            streams_by_default=stream is not None
            and (stream.is_only or (operation.stream_switch is not None and operation.stream_switch.default)),
        )

    def _extras(self, operation: ir.Operation, annotations: Annotations) -> Iterable[ExtraMethod]:
        taken = self.taken[self.names.resources[operation.pointer]]
        of_jobs = {name for job in self.jobs.values() for name in job.names}
        if (download := download_method(operation, self.names, annotations, taken | of_jobs)) is not None:
            yield download
        if (stream := stream_method(operation, self.names, annotations, taken | of_jobs)) is not None:
            yield stream
        if operation.pointer in self.jobs:
            arguments = signatures.build_arguments(operation, self.names, annotations)
            yield from job_methods(self.names.methods[operation.pointer], self.jobs[operation.pointer], arguments)
        if (batch := batch_method(operation, self.names, annotations, taken)) is not None:
            yield batch


def _stream_example(
    operation: ir.Operation, arguments: Sequence[signatures.Argument], annotations: Annotations
) -> StreamExample | None:
    if not operations.has_streams(operation):
        return None
    switch = operation.stream_switch
    media = [each for response in operations.success_responses(operation) for each in response.media]
    first = next(each for each in media if each.is_stream)
    asking = [(each.name, "True") for each in arguments if signatures.is_switch(each, switch)]
    is_chosen = not asking and first.media_type in operations.accept_choices(operation, annotations)
    asking += [("accept", readable_literal(first.media_type))] * is_chosen
    is_event = is_event_stream(first.media_type)
    return StreamExample(
        asking=tuple(asking),
        items="stream",
        name="event" if is_event else "item",
        shown="event.data" if is_event else "item",
        is_only=all(each.is_stream for each in media),
    )


def _taken_names(own: Iterable[ir.Operation], children: Iterable[tuple[str, ...]], names: Names) -> frozenset[str]:
    """The names of the methods of a resource and of the resources below it, and those its module uses."""
    own = list(own)
    methods = {names.methods[each.pointer] for each in own}
    methods |= {alias for each in own for alias in names.aliases.get(each.pointer, ())}
    return frozenset({child[-1] for child in children} | methods | {"endpoints", "jobs", "models"})


def _call_code(
    name: str,
    arguments: Sequence[signatures.Argument],
    overloads: Sequence[tuple[Sequence[signatures.Argument], str]],
    every_result: str,
    returned: str,
) -> tuple[MethodCode, MethodCode]:
    """The sync and the async method that make a single call; `returned` is the pattern of what they return."""

    def head(those: Sequence[signatures.Argument], result: str) -> str:
        return f"def {name}({signatures.signature(those, first='self')}) -> {returned.format(result)}"

    heads = tuple(head(those, result) for those, result in overloads)
    own, further = head(arguments, every_result), signatures.further_arguments(arguments)
    call = f"self._client.send(endpoints.{name}({signatures.forwarded(arguments, further)}))"
    result = _of_async(returned.format(every_result))
    # an endpoint function is the same for both clients, and names the stream of the sync one
    awaited = f"await {call}" if result == returned.format(every_result) else f"_cast({literal(result)}, await {call})"
    return (
        MethodCode(heads, own, call),
        MethodCode(tuple(f"async {_of_async(each)}" for each in heads), f"async {_of_async(own)}", awaited),
    )


def _of_async(code: str) -> str:
    """The same annotations with the streams of an async client."""
    return _SYNC_STREAM.sub("AsyncStream[", code)


def _pager_code(
    name: str, operation: ir.Operation, arguments: Sequence[signatures.Argument], annotations: Annotations
) -> tuple[str, MethodCode, MethodCode]:
    """The result of the sync method of a paginated list, and both methods."""
    head = f"def {name}({signatures.signature(arguments, first='self')})"
    call = f"endpoints.{name}({signatures.forwarded(arguments, signatures.further_arguments(arguments))})"
    result = operations.return_annotation(operation, annotations)
    pager = f"Pager[{operations.item_annotation(operation, annotations)}, {result}]"
    return (
        pager,
        MethodCode((), f"{head} -> {pager}", f"Pager(self._client, {call})"),
        MethodCode((), f"{head} -> Async{pager}", f"AsyncPager(self._client, {call})"),
    )
