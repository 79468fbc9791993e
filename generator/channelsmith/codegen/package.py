"""All files of a generated project, as paths and texts."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from email.utils import parseaddr
from pathlib import Path

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.client import Constructor, build_constructor, render_api, render_client
from channelsmith.codegen.context import Resource, root_resources
from channelsmith.codegen.docs import render_reference
from channelsmith.codegen.examples import Examples
from channelsmith.codegen.headers import build_headers
from channelsmith.codegen.operation_tests import render_tests
from channelsmith.codegen.readme import render_readme
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
from channelsmith.document import Document
from channelsmith.document.json_text import format_json
from channelsmith.ir.access import all_types, has_key_patterns
from channelsmith.naming.names import Names

_ERROR_TABLE = "error-codes.csv"
_PYDANTIC = "2.11"
_PYDANTIC_FOR_SUBCLASSES = "2.13"
"""The first version that writes all fields of a model where one of its base classes is declared."""


def render_package(
    api: ir.Api,
    names: Names,
    target: Target,
    document: Document,
    description: str,
    *,
    resources: Sequence[Resource],
    models: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield path (relative to the project) and text of every file, not formatted yet.

    Args:
        api: what to write a client for.
        names: the names of everything in it.
        target: the names of the package.
        document: the document that the pointers of the API lead into.
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
    examples = Examples.of(api, names, target, constructor, document)
    if target.is_project:
        yield from _project_files(api, target, constructor, resources, parts=parts, examples=examples)
    if target.has_docs:
        yield from render_reference(api, annotations, examples, resources, headers=headers, parts=parts)
    if target.has_tests:
        yield "tests/test_operations.py", render_tests(api, names, target, examples, resources)
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
    yield from ((target.path(path), text) for path, text in modules.items())


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


def _author(text: str) -> dict[str, str]:
    """Return an author, such as `Ada Lovelace <ada@example.com>`, as a table of `pyproject.toml`."""
    name, address = parseaddr(text)
    name, address = (text, "") if "@" not in text else (name, address)
    return {key: value for key, value in (("name", name), ("email", address)) if value}


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
    target: Target,
    constructor: Constructor,
    resources: Sequence[Resource],
    *,
    parts: tuple[RuntimePart, ...],
    examples: Examples,
) -> Iterator[tuple[str, str]]:
    """The files outside the folder of the package, except for the reference."""
    common = {
        "distribution": target.distribution,
        "version": target.version,
        "package": target.package,
        "class_name": target.client,
        "summary": f"Python client for {api.title}",
        "has_docs": target.has_docs,
        "has_tests": target.has_tests,
    }
    has_subclasses = any(isinstance(schema, ir.ObjectSchema) and schema.bases for schema in api.schemas)
    pydantic = f"pydantic>={_PYDANTIC_FOR_SUBCLASSES if has_subclasses else _PYDANTIC},<3"
    http = HTTP_LIBRARIES[target.http]
    dependencies = (http, pydantic, *target.dependencies)
    authors = [_author(text) for text in target.authors]
    yield (
        "pyproject.toml",
        render(
            "project/pyproject.toml.jinja",
            **common,
            has_rate_limits=has_part(parts, "rate limits"),
            dependencies=dependencies,
            license=target.license,
            authors=authors,
        ),
    )
    readme = render_readme(
        api, target, examples, constructor=constructor, resources=resources, parts=parts, project=common
    )
    yield "README.md", readme
