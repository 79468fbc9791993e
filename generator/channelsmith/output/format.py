"""Format Python files with ruff: without unused imports, imports sorted, the same bytes every time."""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff.__main__ import find_ruff_bin  # pyright: ignore[reportMissingTypeStubs] -- all versions have it there

_RULES = "F401,I,UP037"  # unused imports, import order, quoted annotations
_CONFIG = """
line-length = 120
target-version = "py311"
[lint.isort]
combine-as-imports = true
split-on-trailing-comma = false
"""

VERBATIM = "_runtime/"
"""Files below this are copied unchanged."""


def format_files(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files with every Python file formatted.

    Raises:
        RuntimeError: ruff cannot parse a generated file; nothing is written then.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "ruff.toml").write_text(_CONFIG)
        own = {path: text for path, text in files.items() if f"/{VERBATIM}" not in f"/{path}"}
        python = {path: text for path, text in own.items() if path.endswith(".py")}
        for path, text in python.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8", newline="\n")
        options = ("--no-cache", "--config", str(root / "ruff.toml"), str(root))
        _run_ruff("check", "--fix", "--unsafe-fixes", "--exit-zero", "--select", _RULES, *options)
        _run_ruff("format", *options)
        return {**files, **{path: (root / path).read_text("utf-8") for path in python}}


def _run_ruff(*arguments: str) -> None:
    process = subprocess.run([find_ruff_bin(), *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if process.returncode != 0:
        raise RuntimeError(f"ruff {arguments[0]} failed on generated code:\n{process.stdout}{process.stderr}")
