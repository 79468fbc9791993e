"""The sandbox of an installed package, outside the project that generated it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from channelape import ChannelApe

from channelsmith.config import find_input
from channelsmith.diagnostics import UnusableInput
from channelsmith.sandbox import run
from support.packages import built
from support.pets import PETS

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """
import sys
from channelsmith.config import find_input
print(find_input("channelape").source.spec.name, find_input("channelape").sandbox.name, "channelape" in sys.modules)
"""


def test_an_installed_package_is_found_without_importing_it(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", SOURCE], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["openapi.json", "_sandbox.py", "False"]


def test_an_installed_package_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with run("channelape", items=4) as server, ChannelApe(token="sandbox-key", base_url=server.url) as client:  # noqa: S106
        steps = [step.id for step in client.steps.list(size=2)]
    assert len(steps) >= 3


def test_a_package_without_behaviour_is_served_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    with built(PETS, tmp_path) as package:
        assert find_input(package.name).source.spec == package.folder / "src" / package.name / "openapi.json"
        assert find_input(package.name).sandbox is None


@pytest.mark.parametrize("name", ["json", "httpx", "no_such_package", "__main__", "not a name"])
def test_other_modules_are_not_apis(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnusableInput, match="no API is configured here"):
        find_input(name)
