"""Programs that use the clients as their types suggest: both type checkers agree with them, and they run."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from interop import drf_app, fastapi_app, litestar_app, streams_app
from support.interop import Subject, connect, served

PROGRAMS = Path(__file__).parent / "programs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("types")
    shutil.copytree(PROGRAMS, folder / "programs", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def subjects(folder: Path) -> Iterator[dict[str, Subject]]:
    with ExitStack() as stack:
        sources = {
            "fastapi": (served(fastapi_app.app), "/openapi.json", fastapi_app.received),
            "litestar": (served(litestar_app.app), "/schema/openapi.json", litestar_app.received),
            "drf": (drf_app.serve(), "/schema", drf_app.received),
            "streams": (served(streams_app.app), "/openapi.json", streams_app.received),
        }
        yield {
            name: stack.enter_context(connect(stack.enter_context(server), path, received, folder, f"{name}_backend"))
            for name, (server, path, received) in sources.items()
        }


def test_mypy_strict_finds_nothing(subjects: dict[str, Subject], folder: Path) -> None:
    sources = [f"{name}_backend/src" for name in subjects]
    (folder / "mypy.ini").write_text(f"[mypy]\nstrict = true\nmypy_path = {':'.join(sources)}\n")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", *sources, "programs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.stdout.splitlines() == []


def test_pyright_strict_finds_nothing(subjects: dict[str, Subject], folder: Path) -> None:
    sources = [f"{name}_backend/src" for name in subjects]
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": sources}
    settings |= {"include": [*sources, "programs"], "exclude": ["**/_runtime"]}  # tests/type_checkers checks it once
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    result = json.loads(done.stdout)
    findings = [
        (each["file"], each["range"]["start"]["line"] + 1, each["message"]) for each in result["generalDiagnostics"]
    ]
    assert findings == []
    files = [path for path in folder.glob("*_backend/src/**/*.py") if "_runtime" not in path.parts]
    assert result["summary"]["filesAnalyzed"] == len([*files, *folder.glob("programs/*.py")])


@pytest.mark.parametrize("name", ["fastapi", "litestar", "drf", "streams"])
def test_the_program_runs(subjects: dict[str, Subject], name: str, tmp_path: Path) -> None:
    subject = subjects[name]
    command = [sys.executable, "-W", "error", str(PROGRAMS / f"{name}_program.py"), subject.url, str(tmp_path)]
    environment = {"PYTHONPATH": str(subject.package.folder / "src")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
