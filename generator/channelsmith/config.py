"""What to generate: the APIs a project names in its `pyproject.toml`, or one document named on the command line."""

import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from channelsmith.codegen.target import HTTP_LIBRARIES, TAKEN, Target
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.naming.identifiers import kept_pascal, pascal, snake
from channelsmith.naming.reserved import DEVICES

PROJECT = "pyproject.toml"
_KEYS = frozenset(
    {"spec", "overlays", "allow_refs", "names", "output", "distribution", "package", "client", "http", "version"}
)

NOT_PACKAGES = frozenset(sys.stdlib_module_names) | {
    *("annotated_types", "anyio", "certifi", "h11", "httpcore", "httpx", "httpx2", "idna", "pydantic", "pydantic_core"),
    *("redis", "sniffio", "tests", "typing_extensions", "typing_inspection"),
    *DEVICES,
}
"""Names that a package can not have: it would hide Python's own module, or what it needs itself."""

_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_VERSION = re.compile(r"\d+(\.\d+)*[A-Za-z0-9.+-]*")


@dataclass(frozen=True, slots=True)
class Job:
    """One description, what corrects it, and the package it becomes."""

    name: str
    spec: Path
    output: Path
    target: Target
    overlays: tuple[Path, ...] = ()
    allow_refs: tuple[Path, ...] = ()
    """Folders beside the description's own into which its references may lead."""
    strict: bool = False
    """Whether to refuse a document that could only be read leniently."""
    names: Path | None = None
    """The names file; `names.json` in the output folder where there is none."""


Inputs: TypeAlias = tuple[Path, tuple[Path, ...], tuple[Path, ...]]
"""A document, what corrects it, and the folders it may refer to."""


def project_root(start: Path | None = None) -> Path:
    """The nearest folder, from here upwards, whose `pyproject.toml` names APIs.

    Raises:
        UnusableInput: there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if _apis(folder / PROJECT):
            return folder
    raise _unusable(Path(PROJECT), "no API is configured here", "add [tool.channelsmith.apis.NAME], or use --spec FILE")


def configured(names: Iterable[str] = (), *, root: Path | None = None) -> tuple[Job, ...]:
    """The configured APIs of these names, all of them by default.

    Raises:
        UnusableInput: a name is not configured, or its table is not usable.
    """
    folder = root or project_root()
    apis = _apis(folder / PROJECT)
    wanted = list(names) or list(apis)
    for name in wanted:
        if name not in apis:
            raise _unusable(folder / PROJECT, f"no API {name!r} is configured", f"there are: {', '.join(apis)}")
    return tuple(_job(folder, name, apis[name]) for name in wanted)


def single(spec: Path, output: Path, package: str | None, overlays: Sequence[Path] = ()) -> Job:
    """The job for one document that nothing is configured for.

    Raises:
        UnusableInput: `package` is no name for a Python package.
    """
    word = snake(spec.stem if spec.stem not in {"openapi", "swagger"} else spec.absolute().parent.name)
    name = package or (f"{word}_api" if word in NOT_PACKAGES else word)
    if snake(name) != name:
        raise _unusable(Path(name), "that is no name for a Python package", f"for example --package {snake(name)}")
    if name in NOT_PACKAGES:
        message = f"a package {name!r} would stand in the way of a module that Python or the package itself needs"
        raise _unusable(Path(name), message, f"for example --package {name}_api")
    client = pascal((name,), fallback="Client")
    client = f"{client}Client" if client in TAKEN else client
    return Job(name, spec, output, Target(f"{name.replace('_', '-')}-client", name, client, "0.1.0"), tuple(overlays))


def inputs(job: Job) -> Inputs:
    """What a job reads."""
    return job.spec, job.overlays, job.allow_refs


def source(api_or_spec: str) -> Inputs:
    """A file where there is one of this name, else what is configured for an API.

    Raises:
        UnusableInput: no such API is configured.
    """
    path = Path(api_or_spec)
    if path.is_file() or path.suffix:
        return path, (), ()
    (job,) = configured([api_or_spec])
    return inputs(job)


def _job(folder: Path, name: str, settings: "_Table") -> Job:
    table = settings.texts
    unknown = sorted(set(table) - _KEYS)
    missing = sorted({"spec", "output"} - set(table))
    if unknown or missing:
        about = f"does not know {unknown}" if unknown else f"lacks {missing}"
        raise _unusable(
            folder / PROJECT, f"[tool.channelsmith.apis.{name}] {about}", f"keys: {', '.join(sorted(_KEYS))}"
        )
    package = table.get("package", snake(name))
    target = Target(
        distribution=table.get("distribution", f"{package}-client"),
        package=package,
        client=table.get("client", pascal((package,))),
        version=table.get("version", "0.1.0"),
        http=table.get("http", "httpx"),
    )
    for key, value, holds, example in (
        ("package", package, snake(package) == package, snake(package)),
        ("package", package, package not in NOT_PACKAGES, f"{package}_api"),
        ("distribution", target.distribution, _DISTRIBUTION.fullmatch(target.distribution), f"{snake(name)}-client"),
        ("client", target.client, kept_pascal(target.client) == target.client, pascal((target.client,))),
        ("client", target.client, target.client not in TAKEN, f"{target.client}Client"),
        ("http", target.http, target.http in HTTP_LIBRARIES, "httpx2"),
        ("version", target.version, _VERSION.fullmatch(target.version), "0.1.0"),
    ):
        if not holds:
            message = f"[tool.channelsmith.apis.{name}] {value!r} can not be a {key}"
            raise _unusable(folder / PROJECT, message, f"for example {example!r}")
    overlays = tuple(_near(folder / overlay) for overlay in settings.overlays)
    allowed = tuple(_near(folder / each) for each in settings.allow_refs)
    names = _near(folder / table["names"]) if "names" in table else None
    spec, output = _near(folder / table["spec"]), _near(folder / table["output"])
    return Job(name, spec, output, target, overlays, allowed, names=names)


def _near(path: Path) -> Path:
    """The path as a person standing here would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _apis(path: Path) -> "dict[str, _Table]":
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        return {}
    except ValueError as error:
        raise _unusable(path, f"this is no TOML: {error}", "mend it first") from None
    try:
        return _Project.model_validate(found).tool.channelsmith.apis
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        hint = "every key takes a string, 'overlays' and 'allow_refs' a list of them"
        raise _unusable(path, f"{where} is not usable: {error.errors()[0]['msg']}", hint) from None


class _Table(BaseModel):
    model_config = ConfigDict(extra="allow")
    overlays: list[str] = []
    allow_refs: list[str] = []
    # pyright: ignore below -- this is how pydantic gives the other keys a type
    __pydantic_extra__: dict[str, str] = Field(init=False)  # pyright: ignore[reportIncompatibleVariableOverride]

    @property
    def texts(self) -> dict[str, str]:
        return self.__pydantic_extra__


class _Settings(BaseModel):
    apis: dict[str, _Table] = {}


class _Tool(BaseModel):
    channelsmith: _Settings = _Settings()


class _Project(BaseModel):
    tool: _Tool = _Tool()


def _unusable(path: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "configuration", message, hint, SourceLocation(str(path), 1, 1)))
