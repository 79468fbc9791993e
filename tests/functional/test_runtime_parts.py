"""A package contains the parts of the runtime that its document needs, and no others."""

import asyncio
import importlib
import inspect
import io
import pkgutil
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from channelsmith.codegen.runtime_parts import PARTS, RuntimePart, public_names
from support.packages import Package

Build = Callable[[str], Package]

PLAIN = """
openapi: 3.1.0
info: {title: Plain, version: "1"}
paths:
  /items:
    get:
      operationId: listItems
      tags: [items]
      responses: {"200": {description: All, content: {application/json: {schema: ITEMS}}}}
"""
ITEMS = "{type: array, items: {type: object, properties: {name: {type: string}}}}"

RATE_LIMITS = PLAIN.replace("paths:", "x-rate-limit: {requests: 2, per: 60, scope: account}\npaths:")
CONCURRENCY = PLAIN.replace("paths:", "x-concurrency: {requests: 2, scope: account}\npaths:")
DOWNLOADS = PLAIN.replace("{application/json: {schema: ITEMS}}", "{application/pdf: {}}")
STREAMS = PLAIN.replace("application/json: {schema: ITEMS}", "application/jsonl: {itemSchema: {type: object}}")
PAGINATION = PLAIN.replace(
    "      responses:",
    """      x-pagination: {cursor: {parameter: after, pointer: /next}, items: /items}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:""",
).replace("ITEMS", "{type: object, properties: {next: {type: string}, items: ITEMS}}")
PAGE_LINKS = PLAIN.replace("      responses:", """      x-pagination: {link: next, items: ""}\n      responses:""")
BATCHING = PLAIN.replace(
    "    get:",
    """    post:
      operationId: sendItems
      tags: [items]
      x-batch-limit: {items: 100, pointer: ""}
      requestBody: {required: true, content: {application/json: {schema: ITEMS}}}
      responses: {"204": {description: Done}}
    get:""",
)
POLLING = (
    PLAIN.replace(
        "    get:",
        """    post:
      operationId: startExport
      tags: [items]
      x-polling:
        id: /job
        status: {operation: showExport, parameter: job, state: /phase}
        result: {operation: fetchExport, parameter: job}
        states: {pending: [running], done: [finished], failed: [broken]}
        interval: 5
      responses: {"202": {description: Started, content: {application/json: {schema: STARTED}}}}
    get:""",
    )
    + """
  /items/{job}:
    parameters: [{name: job, in: path, required: true, schema: {type: string}}]
    get:
      operationId: showExport
      tags: [items]
      responses: {"200": {description: State, content: {application/json: {schema: STATE}}}}
  /items/{job}/data:
    parameters: [{name: job, in: path, required: true, schema: {type: string}}]
    get:
      operationId: fetchExport
      tags: [items]
      responses: {"200": {description: Data, content: {application/json: {schema: ITEMS}}}}
"""
)
POLLING = POLLING.replace("STARTED", "{type: object, properties: {job: {type: string}}}")
POLLING = POLLING.replace("STATE", "{type: object, properties: {phase: {type: string}}}")
OAUTH2 = (
    PLAIN.replace("paths:", "security: [{login: []}]\npaths:")
    + """
components:
  securitySchemes:
    login:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: "https://login.test/token", scopes: {}}}
"""
)

DOCUMENTS: Mapping[str, tuple[str, set[str]]] = {
    "nothing": (PLAIN, set()),
    "rate limits": (RATE_LIMITS, {"rate limits"}),
    "concurrency": (CONCURRENCY, {"rate limits"}),
    "downloads": (DOWNLOADS, {"downloads", "byte streams"}),
    "streams": (STREAMS, {"streams", "byte streams"}),
    "pagination": (PAGINATION, {"pagination"}),
    "page links": (PAGE_LINKS, {"pagination", "page links"}),
    "batching": (BATCHING, {"batching", "request bodies"}),
    "polling": (POLLING, {"polling", "downloads"}),
    "oauth2": (OAUTH2, {"oauth2", "authentication"}),
}
OPTIONAL = re.compile(
    "job|batch|poll|stream|event(?!$)|page|rate_?limits?(?!error)|redis|download|progress|oauth|token", re.IGNORECASE
)


def modules_of(package: Package) -> list[Path]:
    return sorted(package.folder.glob("src/*/_runtime/**/*.py"))


def names_of(package: Package) -> set[str]:
    root = package.folder / "src" / package.name / "_runtime"
    return {path.relative_to(root).as_posix() for path in modules_of(package)}


def test_a_document_with_one_get_operation_has_the_core_and_nothing_else(build: Build) -> None:
    package = build(PLAIN.replace("ITEMS", ITEMS))
    modules = modules_of(package)
    assert len(modules) <= 30
    assert sum(len(path.read_text("utf-8").splitlines()) for path in modules) <= 7_750
    assert [name for name in package.module.__all__ if OPTIONAL.search(name)] == []
    assert "rate_limits" not in inspect.signature(type(package.client()).__init__).parameters
    assert "rate_limits" not in (package.folder / "README.md").read_text("utf-8")
    assert "optional-dependencies" not in (package.folder / "pyproject.toml").read_text("utf-8")


def _is_shared(module: str, parts: list[RuntimePart]) -> bool:
    return any(module in part.exports for part in parts)


@pytest.mark.parametrize(("document", "expected"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_package_has_the_parts_that_its_document_uses(document: str, expected: set[str], build: Build) -> None:
    package = build(document.replace("ITEMS", ITEMS))
    public, present = set(package.module.__all__), names_of(package)
    wanted = [part for part in PARTS if part.name in expected]
    others = [part for part in PARTS if part.name not in expected]
    for part in wanted:
        assert all(any(path.startswith(module) for path in present) for module in part.modules), part.name
        assert {*part.errors, *(name for names in part.exports.values() for name in names)} <= public
    for part in others:
        own = {path for path in present if path.startswith(part.modules)}
        assert [path for path in own if not any(path.startswith(each.modules) for each in wanted)] == [], part.name
        names = {name for module, names in part.exports.items() for name in names if not _is_shared(module, wanted)}
        assert public.isdisjoint({*part.errors, *names})


@pytest.mark.parametrize(("document", "_expected"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_every_module_and_every_public_name_of_a_package_can_be_imported(
    document: str, _expected: set[str], build: Build
) -> None:
    package = build(document.replace("ITEMS", ITEMS))
    found = [
        info.name for info in pkgutil.walk_packages([str(package.folder / "src" / package.name)], f"{package.name}.")
    ]
    for name in found:
        importlib.import_module(name)
    assert len(found) > len(modules_of(package)) - 10
    assert [name for name in package.module.__all__ if getattr(package.module, name, None) is None] == []
    assert type_checking_imports(package) == []


async def items_of(pager: Any) -> list[Any]:
    return [item async for item in pager]


LIST = httpx.Response(200, json=[{"name": "a"}])
CALLS: Mapping[str, tuple[Callable[[Any], Any], list[httpx.Response], list[str]]] = {
    "nothing": (lambda client: client.items.list_items(), [LIST], ["GET /items"]),
    "rate limits": (lambda client: client.items.list_items(), [LIST], ["GET /items"]),
    "concurrency": (lambda client: client.items.list_items(), [LIST], ["GET /items"]),
    "downloads": (
        lambda client: client.items.list_items_to(io.BytesIO()),
        [httpx.Response(200, content=b"pdf")],
        ["GET /items"],
    ),
    "streams": (
        lambda client: client.items.list_items(),
        [httpx.Response(200, content=b"{}", headers={"content-type": "application/jsonl"})],
        ["GET /items"],
    ),
    "pagination": (
        lambda client: client.items.list_items(),
        [httpx.Response(200, json={"items": [{}], "next": "b"}), httpx.Response(200, json={"items": [{}]})],
        ["GET /items", "GET /items?after=b"],
    ),
    "page links": (
        lambda client: client.items.list_items(),
        [
            httpx.Response(200, json=[{}], headers={"link": "</items?after=b>; rel=next"}),
            httpx.Response(200, json=[{}]),
        ],
        ["GET /items", "GET /items?after=b"],
    ),
    "batching": (
        lambda client: client.items.send_items_all([{"name": "a"}] * 150),
        [httpx.Response(204)],
        ["POST /items", "POST /items"],
    ),
    "polling": (
        lambda client: client.items.start_export_and_wait(interval=0),
        [httpx.Response(202, json={"job": "j"}), httpx.Response(200, json={"phase": "finished"}), LIST],
        ["POST /items", "GET /items/j", "GET /items/j/data"],
    ),
    "oauth2": (
        lambda client: client.items.list_items(),
        [httpx.Response(200, json={"access_token": "t", "token_type": "bearer"}), LIST],
        ["POST /token", "GET /items"],
    ),
}


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_part_works_without_the_others(name: str, flavour: str, build: Build) -> None:
    package = build(DOCUMENTS[name][0].replace("ITEMS", ITEMS))
    perform, responses, expected = CALLS[name]
    options = {"client_id": "id", "client_secret": "canary-4"} if name == "oauth2" else {}
    if flavour == "sync":
        result = perform(package.client(*responses, **options))
        if name in {"pagination", "page links"}:
            list(result)
    else:
        result = perform(package.async_client(*responses, **options))
        asyncio.run(items_of(result) if name in {"pagination", "page links"} else result)
    sent = [f"{request.method} {request.url.raw_path.decode()}" for request in package.requests]
    assert sent == expected


def type_checking_imports(package: Package) -> list[str]:
    """Relative imports, in any block, of modules that are not in the package."""
    root = package.folder / "src" / package.name
    missing: list[str] = []
    for path in root.rglob("*.py"):
        for dots, module in re.findall(r"^\s*from (\.+)([\w.]*) import", path.read_text("utf-8"), re.MULTILINE):
            folder = path.parents[len(dots) - 1]
            target = folder.joinpath(*module.split(".")) if module else folder
            if not target.with_suffix(".py").is_file() and not (target / "__init__.py").is_file():
                missing.append(f"{path.relative_to(root)}: {dots}{module}")
    return missing


def test_every_part_has_modules_and_public_names_that_exist(runtime: Path) -> None:
    for part in PARTS:
        for module in part.modules:
            assert (runtime / module).exists(), (part.name, module)
    assert {"Pager", "Poller", "RedisRateLimits", "RawResponse"} <= public_names()


@pytest.fixture
def runtime() -> Any:
    return Path(__file__).parents[2] / "templates" / "runtime"
