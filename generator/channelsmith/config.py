"""Configuration: the APIs of a project's `pyproject.toml`, or a single document given on the command line."""

import keyword
import os
import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypedDict

from channelsmith.codegen.render import list_templates
from channelsmith.codegen.target import (
    BEHAVIOR,
    DESCRIPTION,
    FROM_DOCUMENT,
    GENERATED,
    HTTP_LIBRARIES,
    RESERVED_CLIENT_NAMES,
    Target,
    is_version,
)
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import did_you_mean
from channelsmith.document.load import is_url, read_title
from channelsmith.lint.settings import Exemption, LintSettings, fixed_rule_ids, rule_ids
from channelsmith.naming.identifiers import keep_class_name, to_ascii, to_class_name, to_snake_case
from channelsmith.naming.method_names import MethodNames
from channelsmith.naming.names import NamingOptions
from channelsmith.naming.reserved import DEVICES
from channelsmith.settings import (
    PROJECT_FILE,
    ApiSettings,
    ProjectSettings,
    SharedSettings,
    find_settings,
    read_settings,
)
from channelsmith.transform.source import NO_EDITS, DocumentEdits, DocumentSource, Patterns

_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")  # packaging.utils takes 40 ms to import

_AUTHOR = re.compile(r"[^<>@]*[^<>@\s](\s*<[^<>@\s]+@[^<>@\s]+>)?|[^<>@\s]+@[^<>@\s]+")

_COMMON_STEMS = frozenset({"api", "api-docs", "openapi", "schema", "spec", "swagger"})
"""Names of documents that say nothing about the API."""
_API_WORD = re.compile(r"\s+(rest\s+)?api$", re.IGNORECASE)

NOT_PACKAGES = frozenset(sys.stdlib_module_names) | {
    *("annotated_types", "anyio", "certifi", "h11", "httpcore", "httpx", "httpx2", "idna", "pydantic", "pydantic_core"),
    *("redis", "sniffio", "tests", "typing_extensions", "typing_inspection"),
    *DEVICES,
}
"""Names that a package cannot have: it would shadow a module of Python or of a dependency."""


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
    edits: DocumentEdits = NO_EDITS
    """What is left out of the document or changed in it."""
    method_names: MethodNames = "reduced"
    """How methods are named that the names file does not have."""
    rename_methods: bool = False
    """Whether methods that the names file has get these names too, and theirs as aliases."""

    model_mixin: str = ""
    """A further base class of every model, `package.module:Class`."""
    templates: Path | None = None
    """The folder of the user's templates."""
    templates_location: SourceLocation | None = field(default=None, compare=False)
    commands: tuple[tuple[str, ...], ...] = ()
    """Commands that change the generated files: program and arguments of each."""
    commands_location: SourceLocation | None = field(default=None, compare=False)

    @property
    def further_files(self) -> tuple[Path, ...]:
        """The files that are read besides the document: the behaviour of the sandbox, and the user's templates."""
        return (*filter(None, [self.sandbox]), *list_templates(self.templates))

    @property
    def naming(self) -> NamingOptions:
        """How names are chosen that the names file does not have."""
        return {
            "ascii_only": self.ascii_names,
            "method_names": self.method_names,
            "rename_methods": self.rename_methods,
        }

    @property
    def source(self) -> DocumentSource:
        """What the package is generated from."""
        return DocumentSource(self.spec, self.overlays, self.allow_refs, self.infer_pagination, self.edits)


def load_lint_settings(start: Path | None = None) -> LintSettings:
    """Return the settings of lint rules in the nearest folder that has settings.

    Raises:
        UnusableInput: they are invalid.
    """
    project = find_settings(start or Path.cwd())
    return LintSettings() if project is None else _build_lint_settings(project)


def load_configs(
    names: Iterable[str] = (), *, root: Path | None = None, alternative: str = "give a document by --spec FILE"
) -> tuple[ApiConfig, ...]:
    """Return the configured APIs with these names, all by default.

    Args:
        names: the names of APIs.
        root: the folder of the project; by default the nearest one, from the current folder upwards, that configures
            APIs.
        alternative: what can be given instead of the name of an API, for the hint if none is configured.

    Raises:
        UnusableInput: no API is configured, a name is not configured, two APIs have the same output folder, or the
            settings are invalid.
    """
    settings = read_settings(root) if root is not None else find_settings(Path.cwd(), with_apis=True)
    wanted = list(names)
    document = next((f"for a document, write --spec {shlex.quote(name)}" for name in wanted if _is_file(name)), "")
    if settings is None or not settings.apis:
        hint = document or f"add [tool.channelsmith.apis.NAME] to {PROJECT_FILE}, or {alternative}"
        named = f", so there is no {wanted[0]!r}" if wanted else ""
        raise _unusable(f"no API is configured here{named}", hint)
    _check_outputs(settings)
    selected = wanted or list(settings.apis)
    for name in selected:
        if name not in settings.apis:
            close = did_you_mean(name, dict.fromkeys(settings.apis))
            hint = document or close or f"configured APIs: {', '.join(settings.apis)}"
            raise settings.problem(f"no API {name!r} is configured", hint, key="apis")
    return tuple(_build_config(settings, name, settings.apis[name]) for name in selected)


def _check_outputs(project: ProjectSettings) -> None:
    owners: dict[str, str] = {}
    for name, settings in project.apis.items():
        owner = owners.setdefault(os.path.normpath(project.file.parent / settings.output), name)
        if owner != name:
            message = f"{project.name_of_table(name)} the output {settings.output!r} is that of the API {owner!r} too"
            raise project.problem(message, "give each API a folder of its own", api=name, key="output")


def _is_file(name: str) -> bool:
    """Whether a name was meant as a document: an existing file, or the address of one."""
    return Path(name).is_file() or is_url(Path(name))


def find_shared_settings() -> ProjectSettings:
    """Return the settings of the nearest folder that has some, which apply to documents that are not configured.

    Raises:
        UnusableInput: the settings are invalid.
    """
    return find_settings(Path.cwd()) or ProjectSettings(Path(PROJECT_FILE))


def config_for_document(
    spec: Path,
    output: Path,
    package: str | None = None,
    overlays: Sequence[Path] = (),
    project: ProjectSettings | None = None,
) -> ApiConfig:
    """Return the configuration for a document that is not configured.

    Args:
        spec: the document.
        output: the folder for the package.
        package: the import name, by default the name of the file or, if that is a common one such as `openapi`, that of
            the package in `output`, the title of the API without the word "API", or the name of the folder.
        overlays: corrections to the document.
        project: the settings of the project, whose shared ones apply.

    Raises:
        UnusableInput: `package` is not a valid name for a Python package, or a setting has an invalid value.
    """
    word = to_snake_case(to_ascii(_package_words(spec, output)))
    name = package or (f"{word}_api" if word in NOT_PACKAGES else word)
    if (valid := to_snake_case(to_ascii(name))) != name:
        message = f"{name!r} is not a valid name for a Python package"
        raise _unusable(message, f"for example --package {valid}")
    if name in NOT_PACKAGES:
        message = f"a package {name!r} would shadow a module of Python or of a dependency"
        raise _unusable(message, f"for example --package {name}_api")
    client = to_class_name((name,), fallback="Client")
    client = f"{client}Client" if client in RESERVED_CLIENT_NAMES else client
    project = project or ProjectSettings(Path(PROJECT_FILE))
    names = Target(f"{name.replace('_', '-')}-client", name, client)
    target = _build_target(project, "", project.shared, names)
    return ApiConfig(name, spec, output, target, tuple(overlays), **_shared_options(project, "", project.shared))


def _package_words(spec: Path, output: Path) -> str:
    """Return what a package is named after."""
    if spec.stem.lower() not in _COMMON_STEMS:
        return spec.stem
    folders = (*sorted(output.glob("src/*")), output.absolute())
    existing = next((each.name for each in folders if all((each / name).exists() for name in GENERATED)), "")
    title = _API_WORD.sub("", read_title(spec).strip())
    return existing or (title if re.search(r"[A-Za-z]", to_ascii(title)) else output.absolute().name)


class _SharedOptions(TypedDict):
    model_mixin: str
    templates: Path | None
    templates_location: SourceLocation
    commands: tuple[tuple[str, ...], ...]
    commands_location: SourceLocation
    method_names: MethodNames
    lint: LintSettings
    ascii_names: bool
    infer_pagination: bool
    edits: DocumentEdits


class DocumentInput(NamedTuple):
    """A document, and what belongs to it: package and client, its names file and the behaviour of its sandbox."""

    source: DocumentSource
    package: str
    client: str
    names: Path | None = None
    sandbox: Path | None = None
    ascii_names: bool = False
    method_names: MethodNames = "reduced"


_DOCUMENT_OR_PACKAGE = "give the path of an OpenAPI document, or the name of an installed package"


def find_input(api_or_spec: str) -> DocumentInput:
    """Return the file with this name, or else what belongs to the configured API or the installed package.

    Raises:
        UnusableInput: no such API is configured, and no such package is installed.
    """
    path = Path(api_or_spec)
    if path.is_file() or path.suffix or len(path.parts) != 1 or is_url(path):
        config = config_for_document(path, path.parent, project=find_shared_settings())
        return _input_of(config)
    try:
        (config,) = load_configs([api_or_spec], alternative=_DOCUMENT_OR_PACKAGE)
    except UnusableInput:
        folder = _find_installed_package(api_or_spec)
        if folder is None:
            raise
        behavior = folder / BEHAVIOR
        source, client = DocumentSource(folder / DESCRIPTION), to_class_name((api_or_spec,), fallback="Client")
        return DocumentInput(source, api_or_spec, client, sandbox=behavior if behavior.is_file() else None)
    return _input_of(config)


def _input_of(config: ApiConfig) -> DocumentInput:
    return DocumentInput(
        config.source,
        config.target.package,
        config.target.client,
        config.names,
        config.sandbox,
        config.ascii_names,
        config.method_names,
    )


def _find_installed_package(name: str) -> Path | None:
    """Return the folder of an installed package that was generated by channelsmith, without importing it."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):  # a module without a specification, such as __main__
        return None
    folders = (Path(folder) for folder in (spec.submodule_search_locations or () if spec is not None else ()))
    return next(filter(_is_package, folders), None)


def is_generated(document: Path) -> bool:
    """Whether a file is the document in a generated package."""
    return document.name == DESCRIPTION and _is_package(document.parent)


def _is_package(folder: Path) -> bool:
    return all((folder / name).exists() for name in GENERATED)


def _build_config(project: ProjectSettings, name: str, settings: ApiSettings) -> ApiConfig:
    word = to_snake_case(to_ascii(name))
    package = word if settings.package is None else settings.package
    distribution = f"{package}-client" if settings.distribution is None else settings.distribution
    client = to_class_name((package,)) if settings.client is None else settings.client
    for key, value, is_valid, example in (
        ("package", package, to_snake_case(to_ascii(package)) == package, to_snake_case(to_ascii(package))),
        ("package", package, package not in NOT_PACKAGES, f"{package}_api"),
        ("distribution", distribution, _DISTRIBUTION.fullmatch(distribution), f"{word}-client"),
        ("client", client, keep_class_name(to_ascii(client)) == client, to_class_name((to_ascii(client),))),
        ("client", client, client not in RESERVED_CLIENT_NAMES, f"{client}Client"),
    ):
        if not is_valid:
            raise _invalid(project, name, key, value, example)
    folder = project.file.parent
    return ApiConfig(
        name,
        spec=_relative(folder / settings.spec),
        output=_relative(folder / settings.output),
        target=_build_target(project, name, settings, Target(distribution, package, client)),
        overlays=tuple(_relative(folder / overlay) for overlay in settings.overlays),
        allow_refs=tuple(_relative(folder / path) for path in settings.allow_refs),
        names=None if settings.names is None else _relative(folder / settings.names),
        sandbox=None if settings.sandbox is None else _relative(folder / settings.sandbox),
        **_shared_options(project, name, settings),
    )


def _shared_options(project: ProjectSettings, api: str, settings: SharedSettings) -> "_SharedOptions":
    """Return what a configuration has that does not depend on the document."""
    return {
        "lint": _build_lint_settings(project),
        "templates": None if settings.templates is None else _relative(project.file.parent / settings.templates),
        "templates_location": project.location("templates", api),
        "commands": tuple(map(tuple, settings.commands)),
        "commands_location": project.location("commands", api),
        "method_names": settings.method_names,
        "model_mixin": settings.model_mixin or "",
        "ascii_names": settings.ascii_names,
        "infer_pagination": settings.infer_pagination,
        "edits": _build_edits(project, api, settings),
    }


def _build_edits(project: ProjectSettings, api: str, settings: SharedSettings) -> DocumentEdits:
    include, exclude = (
        Patterns(tuple(each.tags), tuple(each.paths), tuple(each.operations), project.location(key, api))
        for key, each in (("include", settings.include), ("exclude", settings.exclude))
    )
    return DocumentEdits(include, exclude, decimal_numbers=settings.number == "decimal")


def _build_target(project: ProjectSettings, api: str, settings: SharedSettings, names: Target) -> Target:
    """Add the settings of a package to its names."""
    for key, value, is_valid, example in (
        ("http", settings.http, settings.http in HTTP_LIBRARIES, "httpx2"),
        ("version", settings.version, settings.version == FROM_DOCUMENT or is_version(settings.version), "0.1.0"),
        (
            "model-mixin",
            settings.model_mixin or "",
            settings.model_mixin is None or _is_import(settings.model_mixin),
            "package.module:Class",
        ),
        ("license", settings.license or "", settings.license is None or _is_license(settings.license), "MIT"),
        *(("authors", each, _AUTHOR.fullmatch(each), "Ada Lovelace <ada@example.com>") for each in settings.authors),
        *(("dependencies", each, _is_requirement(each), "attrs>=24") for each in settings.dependencies),
    ):
        if not is_valid:
            raise _invalid(project, api, key, value, example)
    return replace(
        names,
        version=settings.version,
        http=settings.http,
        is_project=settings.meta == "project",
        has_docs=settings.docs and settings.meta == "project",
        has_tests=settings.tests and settings.meta == "project",
        license=settings.license,
        authors=tuple(settings.authors),
        dependencies=tuple(settings.dependencies),
    )


def _invalid(project: ProjectSettings, api: str, key: str, value: str, example: str) -> UnusableInput:
    message = f"{project.name_of_table(api)} {value!r} is not a valid {key}"
    return project.problem(message, f"for example {example!r}", api=api, key=key)


def _is_import(text: str) -> bool:
    """Whether a text names a class in a module: `package.module:Class`."""
    module, _, name = text.partition(":")
    return all(each.isidentifier() and not keyword.iskeyword(each) for each in (*module.split("."), name))


def _is_license(text: str) -> bool:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression  # noqa: PLC0415 -- slow

    try:
        canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return False
    return True


def _is_requirement(text: str) -> bool:
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415 -- slow

    try:
        Requirement(text)
    except InvalidRequirement:
        return False
    return True


def _relative(path: Path) -> Path:
    """The path relative to the current folder, if it is inside."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _build_lint_settings(project: ProjectSettings) -> LintSettings:
    table = project.lint
    known = dict.fromkeys(rule_ids()) if table.rules or table.ignore else {}
    named = (*table.rules, *(each.rule for each in table.ignore))
    if unknown := next((name for name in named if name not in known), None):
        if unknown in fixed_rule_ids():
            message = f"[tool.channelsmith.lint] the rule {unknown!r} cannot be changed or switched off"
            raise project.problem(message, "remove it: without it, the document cannot be read", text=unknown)
        hint = did_you_mean(unknown, dict(known)) or f"rules: {', '.join(known)}"
        message = f"[tool.channelsmith.lint] there is no rule {unknown!r} whose severity can be set"
        raise project.problem(message, hint, text=unknown)
    for each in table.ignore:
        if not each.at.startswith(("/", "*")):
            message = f"[tool.channelsmith.lint] {each.at!r} is not a pattern of JSON Pointers"
            raise project.problem(message, "for example '/paths/~1orders*'", text=each.at)
    exemptions = tuple(Exemption(each.rule, each.at, project.find(each.at)) for each in table.ignore)
    return LintSettings(tuple(table.rules.items()), exemptions)


def _unusable(message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "configuration", message, hint))
