"""Importing a package, all of it, does nothing: no file written, no connection, no program, no code of the document."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hostile.packages import CROSSINGS, hostile
from hostile.payloads import CANARY


def seen(folder: Path, packages: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What the modules of packages did while they were imported in a process of their own."""
    for name, files in packages.items():
        for path, text in files.items():
            place = folder / name / path.replace("src/shop/", f"src/{name}/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
    program = [sys.executable, "-B", "-W", "ignore", str(Path(__file__).with_name("inert.py")), str(folder), *packages]
    done = subprocess.run(program, capture_output=True, text=True, check=True, cwd=folder)
    found: list[str] = json.loads(done.stdout)
    return found


def test_importing_hostile_packages_does_nothing(tmp_path: Path) -> None:
    packages = {f"shop{at}": hostile(crossing) for at, crossing in enumerate(CROSSINGS)}
    assert seen(tmp_path, packages) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(packages)
    assert not Path("/tmp", CANARY).exists()  # noqa: S108 -- where a payload would have put it


@pytest.mark.parametrize("module", ["__init__.py", "models.py"])
@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("open('x', 'w')", "open"),
        ("__import__('os').system('true')", "os.system"),
        ("exec('a = 1')", "compile"),
    ],
)
def test_code_of_a_document_would_be_seen(tmp_path: Path, module: str, code: str, event: str) -> None:
    files = dict(hostile("quote"))
    files[f"src/shop/{module}"] += f"\n{code}\n"
    assert [each.split()[0] for each in seen(tmp_path, {"shop0": files})][:1] == [event]
