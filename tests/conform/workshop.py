"""A project with a made-up API that has one of everything, and the command to run the suite on it."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

HERE = Path(__file__).parent
PROJECT = """
[tool.channelsmith.apis.workshop]
spec = "{spec}"
output = "{output}"
"""
Run = Callable[..., Result]


def write_project(folder: Path, output: str = "made") -> None:
    (folder / "pyproject.toml").write_text(PROJECT.format(spec=HERE / "workshop.yaml", output=output), "utf-8")
