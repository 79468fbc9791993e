"""All files of a generated project, as paths and texts."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from channelsmith import __version__, ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.client import Constructor, build_constructor, env_name, render_api, render_client
from channelsmith.codegen.context import Resource, root_resources
from channelsmith.codegen.docs import TableRow, render_reference
from channelsmith.codegen.headers import build_headers
from channelsmith.codegen.render import literal, render
from channelsmith.codegen.runtime_parts import (
    RuntimePart,
    exports,
    has_part,
    public_errors,
    runtime_modules,
    used_parts,
)
from channelsmith.codegen.target import DESCRIPTION, HTTP_LIBRARIES, Target
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document.json_text import format_json
from channelsmith.ir.access import all_types, has_key_patterns
from channelsmith.naming.client_options import CALL_OPTIONS
from channelsmith.naming.names import Names

_NOTES: Mapping[str, str] = {
    "streams": (
        "A `Stream` gives its items as they arrive; use it with `with`, which closes the connection early too. Items "
        "of an event stream are `ServerSentEvent`s, and `reconnecting()` continues one whose connection ends."
    ),
    "byte streams": (
        "A method whose name ends in `_stream` returns a file or a text as an open `ByteStream`: chunks, lines or text "
        "while they arrive, for what is processed on the way."
    ),
    "downloads": (
        "A method whose name ends in `_to` writes it to a path, which gets the whole body or nothing and is resumed if "
        "the connection breaks, or to an open file, which gets every chunk at once."
    ),
}
"""Paragraphs of the README on the use of optional runtime parts."""
_ERROR_TABLE = "error-codes.csv"
_PYDANTIC = "2.11"
_PYDANTIC_FOR_SUBCLASSES = "2.13"
"""The first version that writes all fields of a model where one of its base classes is declared."""


def render_package(
    api: ir.Api,
    names: Names,
    target: Target,
    *,
    description: str,
    resources: Sequence[Resource],
    models: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield path (relative to the project) and text of every file, not formatted yet.

    Args:
        api: what to write a client for.
        names: the names of everything in it.
        target: the names of the package.
        description: the bundled document as JSON, which the package contains.
        resources: its resources, as finished strings.
        models: path and text of the modules of its models.
    """
    annotations = Annotations({schema.pointer: schema for schema in api.schemas}, names)
    roles = {extra.origin[1] for each in resources for extra in each.extras}
    roles |= {"union"} if annotations.have_metadata(all_types(api)) else set()
    roles |= {"key patterns"} if has_key_patterns(api) else set()
    parts = used_parts(api, frozenset(roles))
    constructor = build_constructor(api, names, target, parts)
    headers = build_headers(api, annotations)
    yield from _project_files(api, names, target, constructor, resources, parts=parts)
    yield from render_reference(api, names, annotations, resources, headers)
    submodules = sorted(["endpoints", "models", *["headers"] * bool(headers)])
    modules = {
        "__init__.py": _render_init(api, target, parts, submodules),
        "_api.py": render_api(api, names, target, parts),
        "client.py": render_client(api, target, constructor, resources, parts),
        "error_codes.py": _render_error_codes(api),
        "errors.py": render("package/errors.py.jinja", class_name=target.client, errors=list(public_errors(parts))),
        **models,
        "endpoints/__init__.py": '"""Endpoint functions, one module for each resource."""\n',
        "resources/__init__.py": '"""Resource classes, one module for each resource."""\n',
        "raw/__init__.py": render("package/raw.py.jinja", class_name=target.client, roots=root_resources(resources)),
        "py.typed": "",
        **_description_files(api, description),
    }
    if headers:
        modules["headers.py"] = render("package/headers.py.jinja", headers=headers)
    for resource in resources:
        modules[f"endpoints/{resource.module}.py"] = render("package/endpoints.py.jinja", resource=resource)
        modules[f"raw/{resource.module}.py"] = render("package/raw_resource.py.jinja", resource=resource)
        modules[f"resources/{resource.module}.py"] = render("package/resource.py.jinja", resource=resource)
    if jobs := [job for resource in resources for job in resource.jobs]:
        endpoints = [resource.module for resource in resources]
        modules["jobs.py"] = render("package/jobs.py.jinja", jobs=jobs, modules=endpoints)
    modules |= {f"_runtime/{path}": text for path, text in runtime_modules(parts)}
    yield from ((f"{target.inside}/{path}", text) for path, text in modules.items())


def render_manifest(target: Target, description: str, files: Iterable[str]) -> str:
    """Return `generation.json`: the generator, the digest of the description, and the files that were generated."""
    manifest = {
        "generator": f"channelsmith {__version__}",
        "description_sha256": hashlib.sha256(description.encode()).hexdigest(),
        "package": target.package,
        "files": sorted([*files, "generation.json"]),
    }
    return json.dumps(manifest, indent=2) + "\n"


def read_behavior(path: Path | None, target: Target) -> dict[str, str]:
    """Return the module with the sandbox's behavior, which the package contains unchanged.

    Raises:
        UnusableInput: it cannot be read.
    """
    if path is None:
        return {}
    try:
        return {target.sandbox: path.read_text("utf-8")}
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problem = f"the behaviour of the sandbox cannot be read: {reason.lower()}"
        location = SourceLocation(str(path), 1, 1)
        raise UnusableInput(Diagnostic(Severity.ERROR, "file", problem, location=location)) from None


def _render_init(api: ir.Api, target: Target, parts: tuple[RuntimePart, ...], submodules: list[str]) -> str:
    public = {
        **{f"_runtime.{module}": names for module, names in exports(parts).items()},
        "client": (f"Async{target.client}", target.client),
        **({"error_codes": ("ErrorCode",)} if api.errors is not None else {}),
        "errors": tuple(sorted([*public_errors(parts), f"{target.client}Error"])),
    }
    return render(
        "package/init.py.jinja",
        package_doc=f"Python client for {api.title}, version {api.version}.",
        modules=public,
        public=sorted([*(name for names in public.values() for name in names), *submodules]),
        submodules=submodules,
        version=target.version,
    )


def _render_error_codes(api: ir.Api) -> str:
    if api.errors is None:
        return render("package/no_error_codes.py.jinja")
    retryable = tuple(row.code for row in api.errors.rows if row.retryable)
    return render("package/error_codes.py.jinja", rows=api.errors.rows, retryable=literal(retryable))


def _description_files(api: ir.Api, description: str) -> dict[str, str]:
    """The bundled document, and the table of error codes that it refers to; a sandbox needs nothing else."""
    if api.errors is None:
        return {DESCRIPTION: description}
    document = json.loads(description)
    document["x-error-codes"]["table"] = _ERROR_TABLE
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("code", "name", "message"))
    rows.writerows((row.code, row.name, row.message or "") for row in api.errors.rows)
    return {DESCRIPTION: format_json(document), _ERROR_TABLE: table.getvalue()}


def _project_files(
    api: ir.Api,
    names: Names,
    target: Target,
    constructor: Constructor,
    resources: Sequence[Resource],
    *,
    parts: tuple[RuntimePart, ...],
) -> Iterator[tuple[str, str]]:
    """The files outside the folder of the package, except for the reference."""
    common = {
        "distribution": target.distribution,
        "version": target.version,
        "package": target.package,
        "class_name": target.client,
        "summary": f"Python client for {api.title}",
    }
    has_subclasses = any(isinstance(schema, ir.ObjectSchema) and schema.bases for schema in api.schemas)
    pydantic = f"pydantic>={_PYDANTIC_FOR_SUBCLASSES if has_subclasses else _PYDANTIC},<3"
    http = HTTP_LIBRARIES[target.http]
    yield "pyproject.toml", render("project/pyproject.toml.jinja", **common, http=http, pydantic=pydantic)
    yield (
        "README.md",
        render(
            "project/README.md.jinja",
            **common,
            arguments=constructor.arguments,
            options=constructor.options,
            servers=api.servers if len(api.servers) > 1 else (),
            call_options=tuple(CALL_OPTIONS),
            operations=[
                TableRow(f"{'.'.join(resource.path)}.{method.name}", method.request, method.headline)
                for resource in resources
                for method in resource.methods
            ],
            base_url_env=env_name(target.package, "base_url"),
            constructor=", ".join(f'{name}="..."' for name in _needed_arguments(api, names, constructor)),
            first_call=_first_call(resources),
            error_handling=_error_handling(api),
            notes=[text for name, text in _NOTES.items() if has_part(parts, name)],
            imports=", ".join([target.client, f"{target.client}Error", *["ErrorCode"] * (api.errors is not None)]),
        ),
    )


def _needed_arguments(api: ir.Api, names: Names, constructor: Constructor) -> list[str]:
    """The constructor's arguments for the first security requirement, and for the server's URL."""
    required = set(next(iter(api.security), ()))
    secrets = {
        names.credentials[each] for scheme in api.schemes if scheme.name in required for each in _credentials(scheme)
    }
    return [each.name for each in constructor.arguments if each.name in secrets or each in constructor.variables]


def _credentials(scheme: ir.SecurityScheme) -> tuple[str, ...]:
    """The credentials that most callers use for a scheme."""
    has_client_credentials = scheme.grants is not None and scheme.grants.client_credentials
    return ("client_id", "client_secret") if has_client_credentials else (scheme.credential,)


def _first_call(resources: Sequence[Resource]) -> str:
    """The call with the fewest arguments, preferably a GET."""
    calls = [
        (
            not method.request.startswith("GET "),
            method.minimal_call.count('"..."'),
            f"{'.'.join(resource.path)}.{method.name}",
            method.minimal_call,
        )
        for resource in resources
        for method in resource.methods
    ]
    if not calls:
        return "base_url"
    *_, name, arguments = min(calls)
    return f"{name}{arguments}"


def _error_handling(api: ir.Api) -> str:
    if api.errors is None or not api.errors.rows:
        return "        print(error)"
    code = next((row.name for row in api.errors.rows if row.name.endswith("NOT_FOUND")), api.errors.rows[0].name)
    return f"        print(ErrorCode.{code} in error.codes, error)"
