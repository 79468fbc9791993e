"""One API as a whole project: every file of it, as a value."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from channelsmith import __version__, ir
from channelsmith.codegen import client, project
from channelsmith.codegen import context as views
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.description import shipped
from channelsmith.codegen.render import render
from channelsmith.codegen.runtime_parts import RuntimePart, public_errors, runtime_modules, used_parts
from channelsmith.codegen.runtime_parts import exports as runtime_exports
from channelsmith.codegen.target import Target
from channelsmith.codegen.text import literal
from channelsmith.naming.names import Names


@dataclass(frozen=True, slots=True)
class _Names:
    """Public names of one module, and how they are imported as public."""

    words: tuple[str, ...]

    @property
    def imported(self) -> str:
        return ", ".join(f"{word} as {word}" for word in self.words)


def render_package(
    api: ir.Api,
    names: Names,
    target: Target,
    *,
    description: str,
    found: tuple[views.ResourceView, ...],
    models: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Path (relative to the project) and text of every file, not formatted yet.

    Args:
        api: what to write a client for.
        names: the names of everything in it.
        target: what the package is called.
        description: the bundled document as JSON, shipped with the package.
        found: its resources, with finished strings.
        models: path and text of the modules of its models.
    """
    types = Annotations({schema.pointer: schema for schema in api.schemas}, names)
    parts = used_parts(api, frozenset(extra.origin[1] for each in found for extra in each.extras))
    view = client.client(api, names, target, parts)
    yield from project.project(api, names, types, target=target, view=view, resources=found)
    modules = {
        "__init__.py": _init(api, target, parts),
        "_api.py": _facts(api, names, target, parts),
        "client.py": _clients(api, target, view, found),
        "errors.py": render("package/errors.py.jinja", class_name=target.client, errors=list(public_errors(parts))),
        **models,
        "endpoints/__init__.py": _doc("Endpoint functions. One module for each resource."),
        "resources/__init__.py": _doc("Resource classes. One module for each resource."),
        "raw/__init__.py": render("package/raw.py.jinja", class_name=target.client, roots=views.roots(found)),
        "py.typed": "",
        **shipped(api, description),
    }
    if api.errors is not None:
        modules["error_codes.py"] = render(
            "package/error_codes.py.jinja",
            rows=api.errors.rows,
            retryable=literal(tuple(row.code for row in api.errors.rows if row.retryable)),
        )
    for each in found:
        modules[f"endpoints/{each.module}.py"] = render("package/endpoints.py.jinja", resource=each)
        modules[f"raw/{each.module}.py"] = render("package/raw_resource.py.jinja", resource=each)
        modules[f"resources/{each.module}.py"] = render("package/resource.py.jinja", resource=each)
    if started := [job for each in found for job in each.jobs]:
        modules["jobs.py"] = render("package/jobs.py.jinja", jobs=started, modules=[each.module for each in found])
    modules |= {f"_runtime/{path}": text for path, text in runtime_modules(parts)}
    yield from ((f"{target.inside}/{path}", text) for path, text in modules.items())


def manifest(target: Target, description: str, files: Iterable[str]) -> str:
    """`generation.json`: what this was made from and by, and which files are the generator's."""
    said = {
        "generator": f"channelsmith {__version__}",
        "description_sha256": hashlib.sha256(description.encode()).hexdigest(),
        "package": target.package,
        "files": sorted([*files, "generation.json"]),
    }
    return json.dumps(said, indent=2) + "\n"


def _init(api: ir.Api, target: Target, parts: tuple[RuntimePart, ...]) -> str:
    exports = {
        **{f"_runtime.{module}": words for module, words in runtime_exports(parts).items()},
        "client": (f"Async{target.client}", target.client),
        **({"error_codes": ("ErrorCode",)} if api.errors is not None else {}),
        "errors": tuple(sorted([*public_errors(parts), f"{target.client}Error"])),
    }
    return render(
        "package/init.py.jinja",
        package_doc=f"Python client for {api.title}, version {api.version}.",
        exports={module: _Names(words) for module, words in exports.items()},
        public=sorted([*(name for names in exports.values() for name in names), "endpoints", "models"]),
        version=target.version,
    )


def _facts(api: ir.Api, names: Names, target: Target, parts: tuple[RuntimePart, ...]) -> str:
    loader = render("package/api_codes.py.jinja") if api.errors is not None else ""
    return render("package/api.py.jinja", api_fields=client.api_fields(api, names, target, parts), error_codes=loader)


def _clients(api: ir.Api, target: Target, view: client.ClientView, found: tuple[views.ResourceView, ...]) -> str:
    return render(
        "package/client.py.jinja",
        class_name=target.client,
        roots=views.roots(found),
        view=view,
        passed=client.passed(view),
        flavours=client.flavours(api, view),
    )


def _doc(text: str) -> str:
    return render("package/modules.py.jinja", doc=text)
