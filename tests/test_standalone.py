"""Each generated wheel, alone with what it says it needs: import, one call, and nothing loaded too early."""

import json
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECTS = sorted(path.parent for path in (ROOT / "generated").glob("*/pyproject.toml"))


def closure(requirements: list[str]) -> set[str]:
    """The distributions these requirements need, extras left out, by name."""
    waiting, found = list(requirements), set[str]()
    while waiting:
        requirement = waiting.pop()
        name = re.split(r"[^A-Za-z0-9._-]", requirement)[0]
        if "extra ==" in requirement or name in found:
            continue
        try:
            waiting += metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # for another platform or Python
            continue
        found.add(name)
    return found


def bare_environment(wheel: Path, folder: Path) -> None:
    """The wheel's files beside those of the libraries its metadata asks for, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
        about = next(name for name in archive.namelist() if name.endswith("METADATA"))
        needs = re.findall(r"^Requires-Dist: (.*)$", archive.read(about).decode(), re.MULTILINE)
    for name in closure(needs):
        for file in metadata.files(name) or []:
            source = Path(str(file.locate()))
            if ".." in file.parts or not source.is_file():
                continue
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                target.symlink_to(source)


def build_wheel(project: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def files_in(wheel: Path) -> set[str]:
    """The files of a wheel, apart from its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module", params=PROJECTS, ids=lambda path: path.name)
def wheel(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A generated project and its wheel."""
    return request.param, build_wheel(request.param, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def bare(wheel: tuple[Path, Path]) -> tuple[str, Path]:
    project, built = wheel
    bare_environment(built, built.parent / "site")
    (package,) = (project / "src").iterdir()
    return package.name, built.parent / "site"


def run(code: str, site: Path) -> str:
    start = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    done = subprocess.run([sys.executable, "-ISc", start + code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_package_loads_neither_httpx_nor_pydantic(bare: tuple[str, Path]) -> None:
    package, site = bare
    assert run(f"import {package}; print({{'httpx', 'pydantic'}} & set(sys.modules))", site) == "set()"


def test_every_public_name_is_there(bare: tuple[str, Path]) -> None:
    package, site = bare
    assert run(f"import {package} as p; print([n for n in p.__all__ if getattr(p, n, None) is None])", site) == "[]"


def test_a_call_to_nobody_fails_as_an_error_of_ours(bare: tuple[str, Path]) -> None:
    package, site = bare
    code = f"""
import {package} as p, inspect
client = getattr(p, next(n for n in p.__all__ if "Async" + n in p.__all__ and hasattr(getattr(p, n), "fetch")))
with client(base_url="http://127.0.0.1:9", max_retries=0) as it:
    try:
        it.fetch("/nothing")
    except p.ApiError as error:
        print(isinstance(error, p.TransportError | p.MissingCredentialError))
"""
    assert run(code, site) == "True"


def test_the_wheel_carries_types_and_the_description(bare: tuple[str, Path]) -> None:
    package, site = bare
    assert all((site / package / name).is_file() for name in ("py.typed", "openapi.json"))


def test_the_wheel_of_a_package_has_what_was_generated_and_nothing_else(wheel: tuple[Path, Path]) -> None:
    project, built = wheel
    generated = json.loads((project / "generation.json").read_text("utf-8"))["files"]
    assert files_in(built) == {path.removeprefix("src/") for path in generated if path.startswith("src/")}


def test_the_wheel_of_the_generator_has_the_files_under_version_control_and_nothing_else(tmp_path: Path) -> None:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "generator", "templates"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    tracked = {path for path in listed if (ROOT / path).is_file()}
    packed = {path.replace("templates/", "channelsmith/_templates/", 1) for path in tracked}
    assert files_in(build_wheel(ROOT, tmp_path)) == {path.removeprefix("generator/") for path in packed}
