"""The runtime of a generated package: its optional parts, its exception classes, and the modules that are copied.

Modules that belong to no part are the core and are copied into every package. The core never imports a part: generated
modules import what they use, and `_api.py` passes classes of the parts to the core (see `Limiter` and `Grant` there).
"""

import importlib.util
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType

from channelsmith import ir
from channelsmith.codegen.render import templates
from channelsmith.ir.access import find_sent_with_read_only
from channelsmith.ir.media_family import MediaFamily, classify_media


@dataclass(frozen=True, slots=True, kw_only=True)
class RuntimePart:
    """An optional part of the runtime.

    Attributes:
        name: the name that other parts and client options refer to.
        is_used: whether an API needs the part, given the roles of the methods generated beside its operations, and
            "union" if the annotations of an API have `OneOf`, "key patterns" if they have `ByKey`.
        modules: files below `templates/runtime`, a folder with a final slash.
        exports: the public names of the package, by runtime module.
        errors: exception classes that are public only with this part.
        needs: parts that are copied along.
    """

    name: str
    is_used: Callable[[ir.Api, frozenset[str]], bool]
    modules: tuple[str, ...]
    exports: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    errors: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


CORE_EXPORTS: Mapping[str, tuple[str, ...]] = {
    "hooks": ("Drift", "DriftWarning", "RequestChange", "RequestEvent", "ResponseChange", "ResponseEvent"),
    "operation": ("CallOptions",),
    "response.content": ("Content", "RawResponse"),
    "timeouts": ("Timeout",),
    "types": ("NOT_GIVEN", "NotGiven"),
}
"""The public names of every package besides its clients and exceptions, by runtime module."""


def _has_limits(declaring: ir.Api | ir.Operation) -> bool:
    return declaring.rate_limit is not None or declaring.concurrency is not None


def _has_body(api: ir.Api, *families: MediaFamily) -> bool:
    bodies = (operation.body for operation in api.operations if operation.body is not None)
    return any(classify_media(media) in families for body in bodies for media in body.media)


def _has_streams(operation: ir.Operation) -> bool:
    successes = [response for response in operation.responses if response.status.startswith(("2", "default"))]
    return any(media.is_stream for response in successes for media in response.media)


def _has_rows(operation: ir.Operation) -> bool:
    return any(media.rows is not None for response in operation.responses for media in response.media)


_LINKED_PAGES = (ir.LinkHeaderPagination, ir.NextUrlPagination)

PARTS = (
    RuntimePart(
        name="authentication",
        is_used=lambda api, _: bool(api.schemes or api.security or any(each.security for each in api.operations)),
        modules=("auth/__init__.py", "auth/schemes.py"),
    ),
    RuntimePart(
        name="request bodies",
        is_used=lambda api, _: any(each.body for each in api.operations),
        modules=("request/bodies.py",),
    ),
    RuntimePart(
        name="unions",
        is_used=lambda _, roles: "union" in roles,
        modules=("unions.py",),
    ),
    RuntimePart(
        name="files",
        is_used=lambda api, _: _has_body(api, MediaFamily.TEXT, MediaFamily.BINARY),
        modules=("request/files.py", "progress.py"),
        exports={"progress": ("Progress",), "request.files": ("Upload",)},
    ),
    RuntimePart(
        name="multipart bodies",
        is_used=lambda api, _: _has_body(api, MediaFamily.MULTIPART),
        modules=("request/multipart.py",),
        needs=("request bodies", "files"),
    ),
    RuntimePart(
        name="key patterns",
        is_used=lambda _, roles: "key patterns" in roles,
        modules=("by_key.py",),
    ),
    RuntimePart(
        name="read-only members",
        is_used=lambda api, _: bool(find_sent_with_read_only(api)),
        modules=("read_only.py",),
    ),
    RuntimePart(
        name="alternatives",
        is_used=lambda api, _: any(isinstance(each, ir.ObjectSchema) and each.alternatives for each in api.schemas),
        modules=("alternatives.py",),
    ),
    RuntimePart(
        name="rate limits",
        is_used=lambda api, _: _has_limits(api) or any(map(_has_limits, api.operations)),
        modules=("rate_limit/",),
        exports={
            "rate_limit.redis": ("RedisRateLimits",),
            "rate_limit.stores": ("FileRateLimits", "MemoryRateLimits", "RateLimitStore"),
        },
        errors=("RateLimitStoreError",),
    ),
    RuntimePart(
        name="pagination",
        is_used=lambda api, _: any(each.pagination for each in api.operations),
        modules=("pagination.py",),
        exports={"pagination": ("AsyncPager", "Pager")},
        errors=("PaginationError",),
    ),
    RuntimePart(
        name="page links",
        is_used=lambda api, _: any(isinstance(each.pagination, _LINKED_PAGES) for each in api.operations),
        modules=("page_links.py",),
        needs=("pagination",),
    ),
    RuntimePart(
        name="polling",
        is_used=lambda api, _: any(each.polling for each in api.operations),
        modules=("polling.py",),
        exports={"polling": ("AsyncPoller", "Poller")},
        errors=("JobCanceledError", "JobFailedError", "JobGoneError", "PollingError", "PollingTimeoutError"),
        needs=("downloads",),
    ),
    RuntimePart(
        name="batching",
        is_used=lambda api, _: any(each.batch_limit for each in api.operations),
        modules=("batching.py", "file_lock.py"),
        exports={"batching": ("BatchPart", "BatchResult", "Batching")},
    ),
    RuntimePart(
        name="downloads",
        is_used=lambda _, roles: "download" in roles,
        modules=("download.py", "file_lock.py", "progress.py"),
        exports={"download": ("Download", "SavedFile"), "progress": ("Progress",)},
    ),
    RuntimePart(
        name="results that are empty until they are ready",
        is_used=lambda api, _: any(each.is_empty_until_ready for each in api.operations),
        modules=(),
        errors=("NotReadyError",),
    ),
    RuntimePart(
        name="tables",
        is_used=lambda api, _: any(_has_rows(each) for each in api.operations),
        modules=("tables.py",),
        exports={"tables": ("SavedTable", "Table")},
        needs=("downloads",),
    ),
    RuntimePart(
        name="byte streams",
        is_used=lambda _, roles: "stream" in roles,
        modules=("byte_stream.py", "framing.py"),
        exports={"byte_stream": ("AsyncByteStream", "ByteStream", "ResponseHead")},
    ),
    RuntimePart(
        name="streams",
        is_used=lambda api, _: any(map(_has_streams, api.operations)),
        modules=("streaming.py",),
        exports={"streaming": ("AsyncStream", "Stream"), "framing": ("ServerSentEvent",)},
        needs=("byte streams",),
    ),
    RuntimePart(
        name="response headers",
        is_used=lambda api, _: any(response.headers for each in api.operations for response in each.responses),
        modules=("response/headers.py",),
    ),
    RuntimePart(
        name="oauth2",
        is_used=lambda api, _: any(each.grants for each in api.schemes),
        modules=("auth/oauth2.py", "rate_limit/__init__.py", "rate_limit/semaphore.py"),
        needs=("authentication",),
    ),
    RuntimePart(
        name="error codes",
        is_used=lambda api, _: api.errors is not None,
        modules=("error_codes.py",),
    ),
)


def used_parts(api: ir.Api, roles: frozenset[str]) -> tuple[RuntimePart, ...]:
    """The parts that an API needs, in the order of the table."""
    by_name = {part.name: part for part in PARTS}
    used: set[str] = set()
    waiting = [part.name for part in PARTS if part.is_used(api, roles)]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += by_name[name].needs
    return tuple(part for part in PARTS if part.name in used)


def has_part(parts: Iterable[RuntimePart], name: str) -> bool:
    """Whether a part is among others."""
    return any(part.name == name for part in parts)


def runtime_modules(parts: tuple[RuntimePart, ...]) -> Iterator[tuple[str, str]]:
    """Path and text of the runtime modules of a package that uses these parts."""
    folder = Path(templates(), "runtime")
    for source in sorted(folder.rglob("*.py")):
        path = source.relative_to(folder).as_posix()
        owners = [part for part in PARTS if _contains(part, path)]
        if not owners or any(part in parts for part in owners):
            yield path, source.read_text("utf-8")


def _contains(part: RuntimePart, path: str) -> bool:
    return any(path.startswith(module) if module.endswith("/") else path == module for module in part.modules)


def exports(parts: tuple[RuntimePart, ...]) -> dict[str, tuple[str, ...]]:
    """Public names by runtime module."""
    return dict(CORE_EXPORTS) | {module: names for part in parts for module, names in part.exports.items()}


@cache
def _errors_module() -> ModuleType:
    """The `errors.py` of the runtime, which imports nothing of the package and so can be loaded here."""
    spec = importlib.util.spec_from_file_location("channelsmith_runtime_errors", templates() / "runtime" / "errors.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("templates/runtime/errors.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def error_classes() -> tuple[str, ...]:
    """The names of all exception classes of the runtime."""
    found = vars(_errors_module()).items()
    return tuple(name for name, value in found if isinstance(value, type) and issubclass(value, Exception))


def error_class_of(status: str) -> str:
    """The name of the exception class for a failure status, such as "404" or "5XX"."""
    if not status.isdecimal():
        return "ServerError" if status.startswith("5") else "StatusError"
    name: str = _errors_module().error_class(int(status)).__name__
    return name


def public_errors(parts: tuple[RuntimePart, ...]) -> tuple[str, ...]:
    """The names of the exception classes of a package, sorted."""
    hidden = {name for part in PARTS if part not in parts for name in part.errors}
    return tuple(sorted(set(error_classes()) - hidden))


def public_names() -> frozenset[str]:
    """Every name that any package may export from the runtime; a client class cannot have one of them."""
    names = {name for words in exports(PARTS).values() for name in words}
    return frozenset(names | {name.removesuffix("Error") for name in error_classes()} | set(error_classes()))
