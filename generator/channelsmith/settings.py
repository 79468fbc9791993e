"""The settings of a project: `[tool.channelsmith]` of its `pyproject.toml`, or the same keys in `channelsmith.toml`.

The keys of the table itself apply to every configured API and to documents given with `--spec`; those of an API's own
table, `apis.NAME`, take precedence. `docs/settings.md` lists them all.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import did_you_mean

PROJECT_FILE = "pyproject.toml"
OWN_FILE = "channelsmith.toml"
"""The file with the settings of channelsmith only: `apis.NAME` instead of `tool.channelsmith.apis.NAME`."""

_RULE = "configuration"


class _Table(BaseModel):
    """A table whose keys are written with hyphens or underscores."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=True,
        validate_by_alias=True,
    )


class SelectionSettings(_Table):
    """Patterns of operations, with `*` and `?`; an operation is meant that matches any of them."""

    tags: list[str] = []
    paths: list[str] = []
    operations: list[str] = []


class SharedSettings(_Table):
    """The settings that apply to an API, to all APIs of a project, and to documents given with `--spec`."""

    include: SelectionSettings = SelectionSettings()
    exclude: SelectionSettings = SelectionSettings()
    infer_pagination: bool = True
    number: Literal["float", "decimal"] = "float"
    method_names: Literal["operationId", "reduced", "short"] = "reduced"
    ascii_names: bool = False
    model_mixin: str | None = None
    http: str = "httpx"
    meta: Literal["project", "none"] = "project"
    docs: bool = True
    tests: bool = False
    version: str = "0.1.0"
    license: str | None = None
    authors: list[str] = []
    dependencies: list[str] = []
    templates: str | None = None
    commands: list[Annotated[list[str], Field(min_length=1)]] = []


class ApiSettings(SharedSettings):
    """The table of an API; its paths are relative to the file."""

    spec: str
    output: str
    overlays: list[str] = []
    allow_refs: list[str] = []
    names: str | None = None
    sandbox: str | None = None
    package: str | None = None
    distribution: str | None = None
    client: str | None = None


class ExemptionSettings(_Table):
    """A lint rule that does not apply at places that match a pattern."""

    rule: str
    at: str


class LintTable(_Table):
    """The severities of lint rules, and exemptions from them."""

    rules: dict[str, Literal["error", "warning", "info", "off"]] = {}
    ignore: list[ExemptionSettings] = []


class _ProjectTable(SharedSettings):
    apis: dict[str, dict[str, Any]] = {}
    lint: LintTable = LintTable()


_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


@dataclass(frozen=True, slots=True)
class _File:
    """The text of a file with settings, in which keys are found.

    `tomllib` does not tell positions, so lines are read that look like headers and entries.
    """

    path: Path
    text: str

    @property
    def prefix(self) -> tuple[str, ...]:
        """The keys that lead to the settings."""
        return () if self.path.name == OWN_FILE else ("tool", "channelsmith")

    def locate(self, *keys: str) -> SourceLocation:
        """Return the location of a setting, or of the innermost table around it that is found."""
        wanted = tuple(map(_normalized, (*self.prefix, *keys)))
        best, line, column = 0, 1, 1
        for number, place, content in self._entries():
            length = len(place)
            is_inside = place[: len(wanted)] == wanted  # the first entry of a table that has no header
            if best < len(wanted) and (is_inside or (best < length and place == wanted[:length])):
                best, line, column = length, number, len(content) - len(content.lstrip()) + 1
                for key in keys[max(0, len(keys) - len(wanted) + length) :]:  # within an inline table
                    inner = re.compile(rf"""(?<![\w"'-])["']?{re.escape(key)}["']?\s*=""").search(content, column)
                    column = inner.start() + 1 if inner else column
        return _locate(self.path, line, column)

    def find(self, text: str) -> SourceLocation:
        """Return the location of a text in the settings, that of the settings if it is not found."""
        start = self.locate().line
        pattern = re.compile(rf"(?<![\w-]){re.escape(text)}(?![\w-])")
        for number, content in list(enumerate(self.text.split("\n"), 1))[start - 1 :]:
            if match := pattern.search(content.partition("#")[0]):
                return _locate(self.path, number, match.start() + 1)
        return self.locate()

    def _entries(self) -> Iterator[tuple[int, tuple[str, ...], str]]:
        """Yield the line, the complete path and the text of each header and of each entry."""
        table: tuple[str, ...] = ()
        for number, content in enumerate(self.text.split("\n"), 1):
            if header := _HEADER.match(content):
                table = _split(header[1])
                yield number, table, content
            elif entry := _ENTRY.match(content):
                yield number, (*table, *_split(entry[1])), content


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(_normalized(key.strip("\"'")) for key in re.findall(_KEY, dotted))


def _normalized(key: str) -> str:
    return key.replace("_", "-")


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """The settings of a project.

    Attributes:
        file: the file that has them.
        shared: what applies to every API, and to documents that are not configured.
        apis: the settings of each API, with the shared ones.
        lint: the settings of lint rules.
    """

    file: Path
    shared: SharedSettings = field(default_factory=SharedSettings)
    apis: dict[str, ApiSettings] = field(default_factory=dict[str, ApiSettings])
    lint: LintTable = field(default_factory=LintTable)
    _source: _File = field(default=_File(Path(PROJECT_FILE), ""), repr=False)

    def problem(self, message: str, hint: str, *, api: str = "", key: str = "", text: str = "") -> UnusableInput:
        """Return the problem with a setting, located at its key or at a text of its value."""
        location = self.find(text) if text else self.location(key, api)
        return UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, location))

    def find(self, text: str) -> SourceLocation:
        """Return the location of a text in the settings."""
        return self._source.find(text)

    def location(self, key: str, api: str = "") -> SourceLocation:
        """Return the location of a key in the table of an API, or else of the shared one."""
        if api:
            table, own = (self._source.locate("apis", api, *keys) for keys in ((), (key,)))
            if own != table or not key:
                return own
        return self._source.locate(key)

    def name_of_table(self, api: str) -> str:
        """Return the header of an API's table, or of the shared one, as it is written in the file."""
        return f"[{'.'.join((*self._source.prefix, *(('apis', api) if api else ())))}]"


def find_settings(start: Path, *, with_apis: bool = False) -> ProjectSettings | None:
    """Return the settings in the nearest folder that has some, from `start` upwards; None if there are none.

    The search ends at the root of the repository; outside of one, at the home folder.

    Args:
        start: the first folder.
        with_apis: whether only settings count that configure APIs.

    Raises:
        UnusableInput: a file cannot be used.
    """
    for folder in _search_folders(start.resolve()):
        settings = read_settings(folder)
        if settings is not None and (settings.apis or not with_apis):
            return settings
    return None


def _search_folders(start: Path) -> Iterator[Path]:
    home = _home()
    for folder in (start, *start.parents):
        yield folder
        if folder == home or any((folder / name).exists() for name in (".git", ".hg")):
            return


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # it is unknown
        return None


def read_settings(folder: Path) -> ProjectSettings | None:
    """Return the settings in a folder, None if there are none.

    Raises:
        UnusableInput: the file cannot be used, or both files have settings.
    """
    found = [each for name in (OWN_FILE, PROJECT_FILE) if (each := _read_table(folder / name)) is not None]
    if not found:
        return None
    if len(found) > 1:
        message = f"{PROJECT_FILE} beside this file has settings too, [tool.channelsmith]"
        raise _unusable(folder / OWN_FILE, message, "keep them in one file")
    return _validate(*found[0])


def _read_table(path: Path) -> tuple[_File, dict[str, Any]] | None:
    """Return a file and its table of settings; None if it has none."""
    try:
        text = path.read_text("utf-8")
        content: object = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unusable(path, f"this file cannot be read: {error.strerror}", "") from None
    except ValueError as error:
        place = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        message = f"invalid TOML: {str(error).replace(place[0], '') if place else error}"
        raise _unusable(path, message, "correct the syntax", line, column) from None
    file = _File(path, text)
    for depth in range(len(file.prefix) + 1):
        if (members := _as_table(content)) is None:
            raise _unusable(path, f"{'.'.join(file.prefix[:depth])}: it has to be a table", "write [tool.channelsmith]")
        if depth == len(file.prefix):
            return file, members
        if file.prefix[depth] not in members:
            return None
        content = members[file.prefix[depth]]
    return None


def _as_table(value: object) -> dict[str, Any] | None:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def _validate(file: _File, table: dict[str, Any]) -> ProjectSettings:
    problems: list[Diagnostic] = []
    project = _check(_ProjectTable, table, (), file, problems)
    shared = {} if project is None else project.model_dump(include=project.model_fields_set - {"apis", "lint"})
    apis: dict[str, ApiSettings] = {}
    for name, own in (project.apis if project is not None else {}).items():
        settings = _check(ApiSettings, own, ("apis", name), file, problems)
        if settings is not None:
            apis[name] = ApiSettings(**{**shared, **settings.model_dump(include=settings.model_fields_set)})
    if problems:
        raise UnusableInput(*sorted(problems, key=lambda each: each.location or SourceLocation("", 0, 0)))
    lint = project.lint if project is not None else LintTable()
    return ProjectSettings(file.path, SharedSettings(**shared), apis, lint, file)


# ---------------------------------------------------------------- problems
_OWN_KEYS = {name.replace("_", "-") for name in ApiSettings.model_fields.keys() - SharedSettings.model_fields.keys()}
_OPTIONS = {"output", "package", "names"}
"""The settings of an API that are options beside `--spec`."""

_TableT = TypeVar("_TableT", bound=_Table)

_EXPECTED = {
    "string_type": "a string",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
}
_EXAMPLES = {"commands": 'for example commands = [["ruff", "format"]]'}


def _check(
    model: type[_TableT], table: object, at: tuple[str, ...], file: _File, problems: list[Diagnostic]
) -> _TableT | None:
    """Return a table as a model; add what is wrong with it to the problems, and return None then."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        for each in error.errors():
            location = tuple(map(str, each["loc"]))
            message, hint = _describe(model, (*file.prefix, *at), location, cast("dict[str, Any]", each))
            place = file.locate(*at, *location)
            problems.append(Diagnostic(Severity.ERROR, _RULE, message, hint, place))
        return None


def _describe(
    model: type[BaseModel], at: tuple[str, ...], location: tuple[str, ...], error: dict[str, Any]
) -> tuple[str, str]:
    """Return message and hint for an error of pydantic."""
    *tables, key = location or ("",)
    table = f"[{'.'.join((*at, *tables))}]"
    if error["type"] == "extra_forbidden" and model is _ProjectTable and not tables:
        if _normalized(key) in _OWN_KEYS:
            own = f"[{'.'.join((*at, 'apis', 'NAME'))}]"
            option = f"; with --spec, it is the option --{key}" if key in _OPTIONS else ""
            return f"{table} {key!r} is a setting of a single API", f"write it in {own}{option}"
        if key == "tool" and not at:
            message = f"[tool] the tables of {OWN_FILE} have no prefix"
            return message, "write [apis.NAME] instead of [tool.channelsmith.apis.NAME]"
    if error["type"] == "extra_forbidden":
        keys = _keys(model, tables)
        return f"{table} unknown key {key!r}", did_you_mean(key, dict.fromkeys(keys)) or f"keys: {', '.join(keys)}"
    if error["type"] == "missing":
        return f"{table} missing key {key!r}", f"add it: {key} = ..."
    expected = _EXPECTED.get(error["type"])
    message = error["msg"][0].lower() + error["msg"][1:] if expected is None else f"it has to be {expected}"
    if tables and location[-1].isdigit():  # an element of a list
        return f"[{'.'.join((*at, *tables[:-1]))}] {tables[-1]!r}: {message}", _EXAMPLES.get(tables[-1], "")
    return f"{table} {key!r}: {message}", _EXAMPLES.get(key, "")


def _keys(model: type[BaseModel], tables: Sequence[str]) -> list[str]:
    """The keys that the innermost of these tables can have."""
    for table in tables:
        member = model.model_fields.get(table.replace("-", "_"))
        types = (member.annotation, *get_args(member.annotation)) if member is not None else ()
        model = next((each for each in types if isinstance(each, type) and issubclass(each, BaseModel)), model)
    return sorted(name.replace("_", "-") for name in model.model_fields)


def _unusable(path: Path, message: str, hint: str, line: int = 1, column: int = 1) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, _locate(path, line, column)))


def _locate(path: Path, line: int, column: int) -> SourceLocation:
    """Return a location in a file, whose path is relative to the current folder if it is inside."""
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return SourceLocation(str(shown), line, column)
