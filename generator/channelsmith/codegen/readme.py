"""The README of a package: only what the package has, with an example that runs once its placeholders are filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from channelsmith import ir
from channelsmith.codegen.client import Constructor, env_name
from channelsmith.codegen.context import OperationMethod, Resource
from channelsmith.codegen.docs import TableRow
from channelsmith.codegen.extra_methods import ExtraMethod
from channelsmith.codegen.render import literal, render
from channelsmith.codegen.runtime_parts import RuntimePart, has_part
from channelsmith.codegen.target import Target
from channelsmith.naming.client_options import CALL_OPTIONS
from channelsmith.naming.names import Names

_UNTOLD_DEFAULTS = frozenset({"None", "NOT_GIVEN", "False", '""'})
"""Defaults that say nothing: the option is off, or its summary names what happens without it."""
_HOST = "https://api.example.com"
_PLAIN_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+")


@dataclass(frozen=True, slots=True)
class _Member:
    """A method as a caller writes it, such as `client.orders.get`."""

    path: str
    method: OperationMethod | ExtraMethod


def render_readme(
    api: ir.Api,
    names: Names,
    target: Target,
    *,
    constructor: Constructor,
    resources: Sequence[Resource],
    parts: tuple[RuntimePart, ...],
    project: Mapping[str, object],
) -> str:
    """Return the text of `README.md`.

    Args:
        api: what the package is a client for.
        names: the names of everything in it.
        target: the names of the package.
        constructor: the constructor of its clients.
        resources: its resources.
        parts: the optional parts of the runtime that it has.
        project: the values that all files of the project share.
    """
    members = [member for resource in resources for member in _members(resource)]
    requests = {each.pointer: f"{each.method} {each.path}" for each in api.operations}
    shown = _easiest(members)
    operation = next((each for each in api.operations if shown and each.pointer == shown[1].pointer), None)
    return render(
        "project/README.md.jinja",
        **project,
        rows=list(_argument_rows(target, constructor)),
        servers=api.servers if len(api.servers) > 1 else (),
        call_options=tuple(CALL_OPTIONS),
        operations=[_operation_row(each, requests) for each in members],
        constructor=", ".join(_needed_arguments(api, names, constructor, operation)),
        example=_sync_use(*shown) if shown is not None else ["print(client.base_url)"],
        awaited=list(_async_uses(members)),
        error_handling=_error_handling(api),
        notes=list(_notes(api, members, parts)),
        imports=", ".join([target.client, f"{target.client}Error", *["ErrorCode"] * (api.errors is not None)]),
    )


def _members(resource: Resource) -> list[_Member]:
    """All methods of a resource by name."""
    methods: list[OperationMethod | ExtraMethod] = [*resource.methods, *resource.extras]
    members = [_Member(f"client.{'.'.join(resource.path)}.{each.name}", each) for each in methods]
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


def _operation_row(member: _Member, requests: Mapping[str, str]) -> TableRow:
    method = member.method
    if isinstance(method, OperationMethod):
        return TableRow(member.path, method.request, method.headline)
    pointer, role = method.origin
    return TableRow(member.path, "" if role == "resume" else requests[pointer], method.doc.partition("\n")[0])


# ---------------------------------------------------------------- examples
def _easiest(members: Sequence[_Member]) -> tuple[str, OperationMethod] | None:
    """The method that shows most with the least: it only reads, returns something and needs no arguments."""
    ranked = [
        ((not method.request.startswith("GET "), *_effort(method), member.path), method)
        for member in members
        if isinstance(method := member.method, OperationMethod)
    ]
    best = min(ranked, key=lambda each: each[0], default=None)
    return None if best is None else (best[0][-1], best[1])


def _effort(method: OperationMethod) -> tuple[bool, int, bool]:
    """What makes a method a worse example: that it returns nothing, its arguments, and that it returns a stream."""
    return method.result == "None", method.minimal_call.count('"..."'), method.streams_by_default


def _sync_use(path: str, method: OperationMethod) -> list[str]:
    call = f"{path}({method.minimal_call})"
    if method.is_paged:
        return [f"for item in {call}:", "    print(item)"]
    if method.stream is not None and method.streams_by_default:
        return replace(method.stream, arguments=method.minimal_call).code(path).split("\n")
    return [call if method.result == "None" else f"print({call})"]


def _async_uses(members: Sequence[_Member]) -> Iterator[str]:
    """The code for one method of each kind that is used in a way of its own with the async client."""
    plain = [each for each in members if isinstance(each.method, OperationMethod) and _is_plain(each.method)]
    if (shown := _easiest(plain)) is not None:
        name, easiest = shown
        call = f"await {name}({easiest.minimal_call})"
        yield call if easiest.result == "None" else f"print({call})"
    kinds: dict[str, str] = {}
    for member in members:
        method, path = member.method, member.path
        if isinstance(method, OperationMethod) and method.is_paged:
            kinds.setdefault("pages", f"async for item in {path}({method.minimal_call}):\n    print(item)")
        elif method.stream is not None:
            kinds.setdefault(method.stream.variable, method.stream.code(path, is_async=True))
        elif isinstance(method, ExtraMethod) and not method.async_.head.startswith("async "):
            is_rows = method.origin[1] == "rows"
            use = f"async for row in {path}({method.example}):\n    print(row)"
            kinds.setdefault(method.origin[1], use if is_rows else f"poller = {path}({method.example})")
    yield from kinds.values()


def _is_plain(method: OperationMethod) -> bool:
    return not method.is_paged and not method.streams_by_default


def _needed_arguments(
    api: ir.Api, names: Names, constructor: Constructor, operation: ir.Operation | None
) -> Iterator[str]:
    """The constructor's arguments for the security of an operation, and for the URL of the server."""
    required = _first_requirement(api, operation)
    keys = {key for each in api.schemes if each.name in required for key in _credentials(each)}
    secrets = {names.credentials[key] for key in keys}
    server = api.servers[0].variables if api.servers and not constructor.needs_base_url else ()
    variables = {names.variables[each.name] for each in server if each.default is None}
    yield from (f'{each.name}="..."' for each in constructor.arguments if each.name in secrets | variables)
    if constructor.needs_base_url:
        path = api.servers[0].url if api.servers else ""
        yield f"base_url={literal(_HOST + path * bool(_PLAIN_PATH.fullmatch(path)))}"


def _first_requirement(api: ir.Api, operation: ir.Operation | None) -> tuple[str, ...]:
    """The first alternative that a client can fulfil."""
    own = operation.security if operation is not None else None
    alternatives = api.security if own is None else own
    known = {each.name for each in api.schemes}
    return next((each for each in alternatives if known.issuperset(each)), next(iter(alternatives), ()))


def _credentials(scheme: ir.SecurityScheme) -> tuple[str, ...]:
    """The credentials that most callers use for a scheme."""
    has_client_credentials = scheme.grants is not None and scheme.grants.client_credentials
    return ("client_id", "client_secret") if has_client_credentials else (scheme.credential,)


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
            "text while they arrive, for what is processed on the way."
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
    total = " Its `total` is the number of all items, None as long as no page has told it."
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
