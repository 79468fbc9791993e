"""The made-up API with its package, and the command to run the suite on it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from channelsmith.cli.app import app
from channelsmith.config import load_configs
from channelsmith.pipeline import generate_package
from conform.workshop import Run, write_project


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the package of the made-up API in `made`."""
    folder = tmp_path_factory.mktemp("workshop")
    write_project(folder)
    (job,) = load_configs(root=folder)
    tree, _ = generate_package(job)
    tree.write(job.output)
    return folder


@pytest.fixture
def run(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`channelsmith conform ...`, in the project or another folder."""

    def run_in(*arguments: str, folder: Path | None = None) -> Result:
        monkeypatch.chdir(folder or workshop)
        return CliRunner().invoke(app, ["conform", *arguments])

    return run_in
