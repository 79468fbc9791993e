"""Configuration: the APIs of a project's `pyproject.toml`, or a single document given on the command line."""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from packaging.version import InvalidVersion, Version
from pydantic import BaseModel, ConfigDict, ValidationError

from channelsmith.codegen.target import BEHAVIOR, DESCRIPTION, GENERATED, HTTP_LIBRARIES, RESERVED_CLIENT_NAMES, Target
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import did_you_mean
from channelsmith.lint.settings import Exemption, LintSettings, rule_ids
from channelsmith.naming.identifiers import keep_class_name, to_ascii, to_class_name, to_snake_case
from channelsmith.naming.reserved import DEVICES

PROJECT_FILE = "pyproject.toml"

_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")  # packaging.utils takes 40 ms to import

NOT_PACKAGES = frozenset(sys.stdlib_module_names) | {
    *("annotated_types", "anyio", "certifi", "h11", "httpcore", "httpx", "httpx2", "idna", "pydantic", "pydantic_core"),
    *("redis", "sniffio", "tests", "typing_extensions", "typing_inspection"),
    *DEVICES,
}
"""Names that a package cannot have: it would shadow a module of Python or of a dependency."""


class ApiSettings(BaseModel):
    """The table of an API in `pyproject.toml`; paths are relative to that file.

    The words of a key are separated by hyphens or underscores.
    """

    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=True,
        validate_by_alias=True,
    )

    spec: str
    output: str
    overlays: list[str] = []
    allow_refs: list[str] = []
    names: str | None = None
    sandbox: str | None = None
    package: str | None = None
    distribution: str | None = None
    client: str | None = None
    version: str = "0.1.0"
    http: str = "httpx"
    ascii_names: bool = False
    infer_pagination: bool = True


class DocumentSource(NamedTuple):
    """A document, its overlays, further folders that its references may lead into, and whether it is interpreted.

    `infer_pagination`: whether operations are taken for paged that do not declare it, but have a well-known shape.
    """

    spec: Path
    overlays: tuple[Path, ...] = ()
    allow_refs: tuple[Path, ...] = ()
    infer_pagination: bool = True


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """A document and the package that is generated from it."""

    name: str
    spec: Path
    output: Path
    target: Target
    overlays: tuple[Path, ...] = ()
    allow_refs: tuple[Path, ...] = ()
    """Folders beside the document's own that its references may lead into."""
    strict: bool = False
    """Whether to refuse a document with invalid parts instead of repairing them."""
    names: Path | None = None
    """The names file; `names.json` in the output folder by default."""
    sandbox: Path | None = None
    """The Python module with the behaviour of the sandbox."""
    ascii_names: bool = False
    """Whether names of other scripts are transliterated."""
    infer_pagination: bool = True
    """Whether operations are taken for paged that do not declare it, but have a well-known shape."""
    lint: LintSettings = field(default_factory=LintSettings)
    """The severities of lint rules, and exemptions from them."""

    @property
    def source(self) -> DocumentSource:
        """What the package is generated from."""
        return DocumentSource(self.spec, self.overlays, self.allow_refs, self.infer_pagination)


def find_project_root(start: Path | None = None) -> Path:
    """Return the nearest folder, from here upwards, whose `pyproject.toml` configures APIs.

    Raises:
        UnusableInput: there is none.
    """
    for folder in _search_folders(start):
        if _read_settings(folder / PROJECT_FILE).apis:
            return folder
    hint = "add [tool.channelsmith.apis.NAME], or give an OpenAPI document (generate, conform: --spec FILE)"
    raise _unusable(None, "no API is configured here", hint)


def _search_folders(start: Path | None = None) -> Iterator[Path]:
    """Yield the folders from here upwards that are searched for settings.

    The last one is the root of the repository; outside of one, the home folder, or else the root of the file system.
    """
    current = (start or Path.cwd()).resolve()
    home = _home()
    for folder in (current, *current.parents):
        yield folder
        if folder == home or any((folder / name).exists() for name in (".git", ".hg")):
            return


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # it is unknown
        return None


def load_lint_settings(start: Path | None = None) -> LintSettings:
    """Return the settings of lint rules in the nearest `pyproject.toml` with a `[tool.channelsmith]` table.

    Raises:
        UnusableInput: they are invalid.
    """
    for folder in _search_folders(start):
        path = folder / PROJECT_FILE
        if (settings := _read_settings(path)) != _Settings():
            return _build_lint_settings(path, settings.lint)
    return LintSettings()


def load_configs(names: Iterable[str] = (), *, root: Path | None = None) -> tuple[ApiConfig, ...]:
    """Return the configured APIs with these names, all by default.

    Raises:
        UnusableInput: a name is not configured, or its table is invalid.
    """
    path = (root or find_project_root()) / PROJECT_FILE
    project = _read_settings(path)
    settings, lint = project.apis, _build_lint_settings(path, project.lint)
    selected = list(names) or list(settings)
    for name in selected:
        if name not in settings:
            hint = did_you_mean(name, dict.fromkeys(settings)) or f"configured APIs: {', '.join(settings)}"
            position = _find_in_toml(path.read_text("utf-8"), "apis")
            raise _unusable(path, f"no API {name!r} is configured", hint, position)
    return tuple(replace(_build_config(path, name, settings[name]), lint=lint) for name in selected)


def config_for_document(
    spec: Path, output: Path, package: str | None = None, overlays: Sequence[Path] = ()
) -> ApiConfig:
    """Return the configuration for a document that is not configured.

    Raises:
        UnusableInput: `package` is not a valid name for a Python package.
    """
    stem = spec.stem if spec.stem not in {"openapi", "swagger"} else spec.absolute().parent.name
    word = to_snake_case(to_ascii(stem))
    name = package or (f"{word}_api" if word in NOT_PACKAGES else word)
    if (valid := to_snake_case(to_ascii(name))) != name:
        message = f"{name!r} is not a valid name for a Python package"
        raise _unusable(None, message, f"for example --package {valid}")
    if name in NOT_PACKAGES:
        message = f"a package {name!r} would shadow a module of Python or of a dependency"
        raise _unusable(None, message, f"for example --package {name}_api")
    client = to_class_name((name,), fallback="Client")
    client = f"{client}Client" if client in RESERVED_CLIENT_NAMES else client
    target = Target(f"{name.replace('_', '-')}-client", name, client, "0.1.0")
    return ApiConfig(name, spec, output, target, tuple(overlays))


class DocumentInput(NamedTuple):
    """A document, and what belongs to it: its names file and the behaviour of its sandbox."""

    source: DocumentSource
    names: Path | None = None
    sandbox: Path | None = None
    ascii_names: bool = False


def find_input(api_or_spec: str) -> DocumentInput:
    """Return the file with this name, or else what belongs to the configured API or the installed package.

    Raises:
        UnusableInput: no such API is configured, and no such package is installed.
    """
    path = Path(api_or_spec)
    if path.is_file() or path.suffix:
        return DocumentInput(DocumentSource(path))
    try:
        (config,) = load_configs([api_or_spec])
    except UnusableInput:
        folder = _find_installed_package(api_or_spec)
        if folder is None:
            raise
        behavior = folder / BEHAVIOR
        return DocumentInput(DocumentSource(folder / DESCRIPTION), sandbox=behavior if behavior.is_file() else None)
    return DocumentInput(config.source, config.names, config.sandbox, config.ascii_names)


def _find_installed_package(name: str) -> Path | None:
    """Return the folder of an installed package that was generated by channelsmith, without importing it."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):  # a module without a specification, such as __main__
        return None
    folders = (Path(folder) for folder in (spec.submodule_search_locations or () if spec is not None else ()))
    return next((folder for folder in folders if all((folder / name).exists() for name in GENERATED)), None)


def _build_config(path: Path, name: str, settings: ApiSettings) -> ApiConfig:
    word = to_snake_case(to_ascii(name))
    package = word if settings.package is None else settings.package
    target = Target(
        distribution=f"{package}-client" if settings.distribution is None else settings.distribution,
        package=package,
        client=to_class_name((package,)) if settings.client is None else settings.client,
        version=settings.version,
        http=settings.http,
    )
    for key, value, is_valid, example in (
        ("package", package, to_snake_case(to_ascii(package)) == package, to_snake_case(to_ascii(package))),
        ("package", package, package not in NOT_PACKAGES, f"{package}_api"),
        (
            "distribution",
            target.distribution,
            _DISTRIBUTION.fullmatch(target.distribution),
            f"{word}-client",
        ),
        (
            "client",
            target.client,
            keep_class_name(to_ascii(target.client)) == target.client,
            to_class_name((to_ascii(target.client),)),
        ),
        ("client", target.client, target.client not in RESERVED_CLIENT_NAMES, f"{target.client}Client"),
        ("http", target.http, target.http in HTTP_LIBRARIES, "httpx2"),
        ("version", target.version, _is_version(target.version), "0.1.0"),
    ):
        if not is_valid:
            message = f"[tool.channelsmith.apis.{name}] {value!r} is not a valid {key}"
            position = _find_in_toml(path.read_text("utf-8"), str(value), name)
            raise _unusable(path, message, f"for example {example!r}", position)
    return ApiConfig(
        name,
        spec=_relative(path.parent / settings.spec),
        output=_relative(path.parent / settings.output),
        target=target,
        overlays=tuple(_relative(path.parent / overlay) for overlay in settings.overlays),
        allow_refs=tuple(_relative(path.parent / folder) for folder in settings.allow_refs),
        names=None if settings.names is None else _relative(path.parent / settings.names),
        sandbox=None if settings.sandbox is None else _relative(path.parent / settings.sandbox),
        ascii_names=settings.ascii_names,
        infer_pagination=settings.infer_pagination,
    )


def _is_version(version: str) -> bool:
    try:
        Version(version)
    except InvalidVersion:
        return False
    return True


def _relative(path: Path) -> Path:
    """The path relative to the current folder, if it is inside."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


_Level = Literal["error", "warning", "info", "off"]


class _Exemption(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rule: str
    at: str


class _LintTable(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rules: dict[str, _Level] = {}
    ignore: list[_Exemption] = []


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid")

    apis: dict[str, ApiSettings] = {}
    lint: _LintTable = _LintTable()


class _Tool(BaseModel):
    channelsmith: _Settings = _Settings()


class _Project(BaseModel):
    tool: _Tool = _Tool()


def _read_settings(path: Path) -> _Settings:
    """The settings in a project file; the defaults if there is none, or it says nothing about channelsmith."""
    try:
        text = path.read_text("utf-8")
        project = tomllib.loads(text)
    except OSError:
        return _Settings()
    except ValueError as error:
        raise _invalid_syntax(path, str(error)) from None
    try:
        return _Project.model_validate(project).tool.channelsmith
    except ValidationError as error:
        raise _invalid_settings(path, text, error) from None


def _build_lint_settings(path: Path, table: _LintTable) -> LintSettings:
    text = path.read_text("utf-8") if table.rules or table.ignore else ""
    known = dict.fromkeys(rule_ids()) if text else {}
    named = (*table.rules, *(each.rule for each in table.ignore))
    if unknown := next((name for name in named if name not in known), None):
        hint = did_you_mean(unknown, dict(known)) or f"rules: {', '.join(known)}"
        message = f"[tool.channelsmith.lint] there is no rule {unknown!r} whose severity can be set"
        raise _unusable(path, message, hint, _find_in_toml(text, unknown))
    for each in table.ignore:
        if not each.at.startswith(("/", "*")):
            message = f"[tool.channelsmith.lint] {each.at!r} is not a pattern of JSON Pointers"
            raise _unusable(path, message, "for example '/paths/~1orders*'", _find_in_toml(text, each.at))
    exemptions = tuple(Exemption(each.rule, each.at) for each in table.ignore)
    return LintSettings(tuple(table.rules.items()), exemptions)


_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


def _invalid_syntax(path: Path, message: str) -> UnusableInput:
    place = _PLACE.search(message)
    position = (int(place[1]), int(place[2])) if place else (1, 1)
    return _unusable(path, f"invalid TOML: {_PLACE.sub('', message).strip()}", "correct the syntax", position)


_PROBLEMS = {"extra_forbidden": "unknown key", "missing": "missing key"}


def _invalid_settings(path: Path, text: str, error: ValidationError) -> UnusableInput:
    first = error.errors()[0]
    *table, key = (str(part) for part in first["loc"])
    position = _find_in_toml(text, key, *reversed(table))
    if problem := _PROBLEMS.get(first["type"]):
        keys = sorted(_keys_of(table))
        message = f"[{'.'.join(table)}] {problem} {key!r}"
        hint = did_you_mean(key, dict.fromkeys(keys)) if problem == "unknown key" else ""
        return _unusable(path, message, hint or f"keys: {', '.join(keys)}", position)
    message = f"{'.'.join((*table, key))}: {first['msg']}"
    hint = (
        "keys are strings; 'overlays' and 'allow_refs' lists of strings, 'ascii_names' and 'infer_pagination' booleans"
    )
    return _unusable(path, message, "" if "lint" in table else hint, position)


def _keys_of(table: Sequence[str]) -> Iterable[str]:
    """The keys that a table can have."""
    match list(table):
        case [_, "channelsmith", "apis", _, *_]:
            return ApiSettings.model_fields
        case [_, "channelsmith", "lint", "ignore", *_]:
            return _Exemption.model_fields
        case [_, "channelsmith", "lint", *_]:
            return _LintTable.model_fields
        case _:
            return _Settings.model_fields


def _find_in_toml(text: str, *words: str) -> tuple[int, int]:
    """Line and column of the first of these keys or values that is in the file, after `[tool.channelsmith`."""
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if "channelsmith" in line), 0)
    for word in words:
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        for at, line in enumerate(lines[start:], start + 1):
            if match := pattern.search(line.partition("#")[0]):
                return at, match.start() + 1
    return 1, 1


def _unusable(path: Path | None, message: str, hint: str, position: tuple[int, int] = (1, 1)) -> UnusableInput:
    location = SourceLocation(str(path), *position) if path is not None else None
    return UnusableInput(Diagnostic(Severity.ERROR, "configuration", message, hint, location))
