"""The README of a package: only what the package has, with an example that runs once it has your key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.client import Constructor, env_name
from channelsmith.codegen.context import Method, OperationMethod, Resource
from channelsmith.codegen.docs import multi_call_rows
from channelsmith.codegen.examples import Examples
from channelsmith.codegen.extra_methods import ExtraMethod
from channelsmith.codegen.render import markdown, markdown_code, render
from channelsmith.codegen.runtime_parts import RuntimePart, has_part
from channelsmith.codegen.target import Target
from channelsmith.naming.client_options import CALL_OPTIONS

_UNTOLD_DEFAULTS = frozenset({"None", "NOT_GIVEN", "False", '""'})
"""Defaults that say nothing: the option is off, or its summary names what happens without it."""
_SEVERAL = frozenset({"all", "begin", "download", "rows", "run"})
"""The roles of the methods that are shown first: those that do more than one call."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A method as a caller writes it, such as `client.orders.get`."""

    path: str
    method: Method


def render_readme(
    api: ir.Api,
    target: Target,
    examples: Examples,
    *,
    constructor: Constructor,
    resources: Sequence[Resource],
    parts: tuple[RuntimePart, ...],
    project: Mapping[str, object],
) -> str:
    """Return the text of `README.md`.

    Args:
        api: what the package is a client for.
        target: the names of the package.
        examples: the examples of the API.
        constructor: the constructor of its clients.
        resources: its resources.
        parts: the optional parts of the runtime that it has.
        project: the values that all files of the project share.
    """
    members = [member for resource in resources for member in _members(resource)]
    requests = {each.pointer: f"{each.method} {each.path}" for each in api.operations}
    shown = _easiest(members)
    use = examples.code(shown.path, shown.method) if shown is not None else "print(client.base_url)"
    awaited = list(_async_members(members, examples))
    uses = "\n".join(examples.code(each.path, each.method, is_async=True) for each in awaited)
    return render(
        "project/README.md.jinja",
        **project,
        rows=list(_argument_rows(target, constructor)),
        servers=api.servers if len(api.servers) > 1 else (),
        call_options=tuple(CALL_OPTIONS),
        operations=[_operation_row(each, requests) for each in members],
        several=multi_call_rows(resources, "docs/" if target.has_docs else None, lambda extra: extra.role in _SEVERAL),
        construction=examples.client([shown.method.pointer] if shown is not None else []),
        example=use,
        awaited=[uses] if uses else [],
        async_construction=examples.client(dict.fromkeys(each.method.pointer for each in awaited), is_async=True),
        error_handling=_error_handling(api),
        notes=list(_notes(api, members, parts)),
        imports=", ".join([target.client, f"{target.client}Error", *["ErrorCode"] * (api.errors is not None)]),
    )


def _members(resource: Resource) -> list[_Member]:
    """All methods of a resource by name."""
    members = [_Member(f"client.{'.'.join(resource.path)}.{each.name}", each) for each in resource.every_method]
    return sorted(members, key=lambda each: each.path)


# ---------------------------------------------------------------- tables
def _argument_rows(target: Target, constructor: Constructor) -> Iterator[tuple[str, str, str]]:
    """Name, environment variable and meaning of the arguments of the constructor."""
    for argument in constructor.arguments:
        yield argument.name, argument.env, argument.description
    for option in constructor.options:
        if option.summary:
            default = "" if option.default in _UNTOLD_DEFAULTS else f" By default {option.default}."
            env = env_name(target.package, option.name) if option.name == "base_url" else ""
            yield option.name, env, f"{option.summary}{default}"


def _operation_row(member: _Member, requests: Mapping[str, str]) -> tuple[str, str, str]:
    """Name, request and headline of a method, as Markdown."""
    request = "" if member.method.role == "resume" else markdown_code(requests[member.method.pointer])
    return f"`{member.path}`", request, markdown(member.method.about.headline)


# ---------------------------------------------------------------- examples
def _easiest(members: Iterable[_Member]) -> _Member | None:
    """The method of an operation that shows most with the least: it only reads, returns something, needs nothing."""
    of_operations = (each for each in members if isinstance(each.method, OperationMethod))
    return min(of_operations, key=lambda each: (not _is_get(each), *_effort(each), each.path), default=None)


def _is_get(member: _Member) -> bool:
    return member.method.about.request.startswith("GET ")


def _effort(member: _Member) -> tuple[bool, int, bool]:
    """What makes a method a worse example: that it returns nothing, its arguments, and that it returns a stream."""
    needed = sum(each.is_needed for each in member.method.about.arguments)
    return member.method.sync.head.endswith("-> None"), needed, _streams(member)


def _streams(member: _Member) -> bool:
    return isinstance(member.method, OperationMethod) and member.method.streams_by_default


def _async_members(members: Sequence[_Member], examples: Examples) -> Iterator[_Member]:
    """One method of each kind that is used in a way of its own with the async client."""
    if (shown := _easiest(each for each in members if not _is_paged(each) and not _streams(each))) is not None:
        yield shown
    kinds: dict[str, _Member] = {}
    for member in members:
        method = member.method
        if _is_paged(member):
            kinds.setdefault("pages", member)
        elif method.stream is not None and not examples.is_result_of_job(method):
            kinds.setdefault(method.stream.variable, member)
        elif method.role in {"rows", "begin"}:
            kinds.setdefault("job", member)
    yield from kinds.values()


def _is_paged(member: _Member) -> bool:
    return isinstance(member.method, OperationMethod) and member.method.is_paged


def _error_handling(api: ir.Api) -> str:
    if api.errors is None or not api.errors.rows:
        return "print(error)"
    code = next((row.name for row in api.errors.rows if row.name.endswith("NOT_FOUND")), api.errors.rows[0].name)
    return f"print(ErrorCode.{code} in error.codes, error)"


# ---------------------------------------------------------------- notes
def _notes(api: ir.Api, members: Sequence[_Member], parts: tuple[RuntimePart, ...]) -> Iterator[str]:
    """Paragraphs on the use of what not every package has."""
    if paged := [each for each in members if isinstance(each.method, OperationMethod) and each.method.is_paged]:
        yield _pager_note(api, paged[0].path)
    if has_part(parts, "streams"):
        yield (
            "A `Stream` gives its items as they arrive; use it with `with`, which closes the connection early too. "
            "Items of an event stream are `ServerSentEvent`s, and `reconnecting()` continues one whose connection ends."
        )
    if path := _first_with_role(members, "stream"):
        yield (
            f"`{path}`, like every method that returns a `ByteStream`, leaves a file or a text open: chunks, lines or "
            "text while they arrive, for processing as it arrives."
        )
    if path := _first_with_role(members, "download"):
        yield (
            f"`{path}`, like every method that returns a `Download`, writes the body to a path, which gets the whole "
            "body or nothing and is resumed if the connection breaks, or to an open file, which gets every chunk at "
            "once."
        )
    if has_part(parts, "files"):
        yield (
            "Where a method takes a file, it takes bytes, a `Path`, an open binary file, or "
            "`Upload(content, name=..., media_type=..., on_progress=...)`, whose `on_progress` is called with a "
            "`Progress` after each part that was sent."
        )


def _pager_note(api: ir.Api, path: str) -> str:
    styles = [each.pagination for each in api.operations if each.pagination is not None]
    total = " Its `total` is the number of all items, None until a page reports it."
    return (
        f"A list such as `{path}` returns a `Pager`, which fetches pages when they are needed: iterate over it for all "
        "items, over `.pages()` for whole pages, or call `.first()` for the first page only."
        f"{total * any(each.total or each.total_header for each in styles)}"
        " Its `cursor` is a text: `.resume(cursor)` of another pager of the same list continues with it, later or in "
        "another process, always at the beginning of a page."
    )


def _first_with_role(members: Sequence[_Member], role: str) -> str:
    extras = (each for each in members if isinstance(each.method, ExtraMethod) and each.method.origin[1] == role)
    return next((each.path for each in extras), "")
