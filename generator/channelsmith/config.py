"""What to generate: the APIs a project names in its `pyproject.toml`, or one document named on the command line."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from channelsmith.diagnostics import Diagnostic, Place, Severity, UnusableInput
from channelsmith.emit.package import Target
from channelsmith.words import pascal, snake

PROJECT = "pyproject.toml"
_KEYS = frozenset({"spec", "output", "distribution", "package", "client", "version"})


@dataclass(frozen=True, slots=True)
class Job:
    """One description and the package it becomes."""

    name: str
    spec: Path
    output: Path
    target: Target


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


def single(spec: Path, output: Path, package: str | None) -> Job:
    """The job for one document that nothing is configured for.

    Raises:
        UnusableInput: `package` is no name for a Python package.
    """
    name = package or snake(spec.stem if spec.stem not in {"openapi", "swagger"} else spec.absolute().parent.name)
    if snake(name) != name:
        raise _unusable(Path(name), "that is no name for a Python package", f"for example --package {snake(name)}")
    target = Target(f"{name.replace('_', '-')}-client", name, pascal((name,), fallback="Client"), "0.1.0")
    return Job(name, spec, output, target)


def _job(folder: Path, name: str, table: dict[str, str]) -> Job:
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
    )
    return Job(name, _near(folder / table["spec"]), _near(folder / table["output"]), target)


def _near(path: Path) -> Path:
    """The path as a person standing here would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _apis(path: Path) -> dict[str, dict[str, str]]:
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        return {}
    except ValueError as error:
        raise _unusable(path, f"this is no TOML: {error}", "mend it first") from None
    apis = found.get("tool", {}).get("channelsmith", {}).get("apis", {})
    return apis if isinstance(apis, dict) else {}


def _unusable(path: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "configuration", message, hint, Place(str(path), 1, 1)))
