"""One API as a whole project: every file of it, as a value."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from channelsmith import __version__, ir
from channelsmith.emit import client, views
from channelsmith.emit.docs import ERRORS
from channelsmith.emit.models import models
from channelsmith.emit.render import render, templates
from channelsmith.naming import Names
from channelsmith.pytypes import PyTypes

_ERROR_TREE = tuple(
    sorted(
        {
            *ERRORS.values(),
            *"ApiError AuthenticationError ConfigurationError ConnectError DecodeError EnvelopeError".split(),
            *"InvalidRequestError MissingCredentialError PollingError RequestTimeoutError".split(),
            *"ResponseError StatusError TransportError".split(),
        }
    )
)
_OFFERED = {  # what users name besides clients and errors, by the module it lives in
    "_runtime.content": ("Content",),
    "_runtime.drift": ("Drift", "DriftWarning"),
    "_runtime.types": ("NOT_GIVEN", "NotGiven"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What the package is called: distribution, import name, client class, version."""

    distribution: str
    package: str
    client: str
    version: str


@dataclass(frozen=True, slots=True)
class _Names:
    """Public names of one module, and how they are imported as public."""

    words: tuple[str, ...]

    @property
    def imported(self) -> str:
        return ", ".join(f"{word} as {word}" for word in self.words)


def package(api: ir.Api, names: Names, target: Target, description: str) -> Iterator[tuple[str, str]]:
    """Path (relative to the project) and text of every file, not formatted yet.

    Args:
        api: what to write a client for.
        names: the names of everything in it.
        target: what the package is called.
        description: the bundled document as JSON, shipped with the package.
    """
    types = PyTypes({schema.pointer: schema for schema in api.schemas}, names)
    found = views.resources(api, names, types, target.client)
    inside = f"src/{target.package}"
    for path, text in {**_project(api, names, target, found), **_root(api, names, target, found)}.items():
        yield path.replace("src/PACKAGE", inside), text
    yield f"{inside}/models/__init__.py", models(api, names, types)
    for each in found:
        yield f"{inside}/endpoints/{each.module}.py", render("package/endpoints.py.jinja", resource=each)
        yield f"{inside}/resources/{each.module}.py", render("package/resource.py.jinja", resource=each)
    for source in sorted(Path(templates(), "runtime").glob("*.py")):
        yield f"{inside}/_runtime/{source.name}", source.read_text("utf-8")
    yield f"{inside}/py.typed", ""
    yield f"{inside}/openapi.json", description


def manifest(target: Target, description: str, files: dict[str, str]) -> str:
    """`generation.json`: what this was made from and by, and which files are the generator's."""
    said = {
        "generator": f"channelsmith {__version__}",
        "description_sha256": hashlib.sha256(description.encode()).hexdigest(),
        "package": target.package,
        "files": sorted([*files, "generation.json"]),
    }
    return json.dumps(said, indent=2) + "\n"


def _project(api: ir.Api, names: Names, target: Target, found: tuple[views.ResourceView, ...]) -> dict[str, str]:
    view = client.client(api, names, target.package)
    rows = [
        {
            "call": f"{'.'.join(resource.path)}.{method.name}",
            "request": method.endpoint_doc.strip("`.").removesuffix("`, deprecated"),
            "summary": method.doc.split("\n")[0],
        }
        for resource in found
        for method in resource.methods
    ]
    about = {
        "distribution": target.distribution,
        "version": target.version,
        "package": target.package,
        "class_name": target.client,
        "summary": f"Python client for {api.title}",
        "options": [*view.secrets, *view.variables],
        "base_url_env": client.env_name(target.package, "base_url"),
        "operations": rows,
    }
    return {
        "pyproject.toml": render("project/pyproject.toml.jinja", **about),
        "README.md": render("project/README.md.jinja", **about),
    }


def _root(api: ir.Api, names: Names, target: Target, found: tuple[views.ResourceView, ...]) -> dict[str, str]:
    view = client.client(api, names, target.package)
    fields = client.api_fields(
        api,
        names,
        class_name=target.client,
        distribution=target.distribution,
        version=target.version,
        env_prefix=target.package,
    )
    exports = {
        **_OFFERED,
        "client": (f"Async{target.client}", target.client),
        "errors": tuple(sorted([*_ERROR_TREE, f"{target.client}Error"])),
    }
    public = sorted([*(name for names in exports.values() for name in names), "endpoints", "models"])
    modules = "One module for each resource."
    return {
        "src/PACKAGE/__init__.py": render(
            "package/init.py.jinja",
            package_doc=f"Python client for {api.title}, version {api.version}.",
            exports={module: _Names(words) for module, words in exports.items()},
            public=public,
            version=target.version,
        ),
        "src/PACKAGE/_api.py": render("package/api.py.jinja", api_fields=fields),
        "src/PACKAGE/client.py": render(
            "package/client.py.jinja",
            class_name=target.client,
            roots=views.roots(found),
            view=view,
            options=[*view.secrets, *view.variables],
            credentials=client.passed_on(view.secrets),
            variables=client.passed_on(view.variables),
            flavours=client.flavours(api, view),
        ),
        "src/PACKAGE/errors.py": render("package/errors.py.jinja", class_name=target.client, errors=list(_ERROR_TREE)),
        "src/PACKAGE/endpoints/__init__.py": render("package/modules.py.jinja", doc=f"Endpoint functions. {modules}"),
        "src/PACKAGE/resources/__init__.py": render("package/modules.py.jinja", doc=f"Resource classes. {modules}"),
    }
