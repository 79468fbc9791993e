"""The same description gives the same bytes, whatever Python's hash seed; and what is committed is what it gives."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from channelsmith.config import load_configs
from channelsmith.pipeline import generate_package

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "specs" / "channelengine" / "openapi.yaml"


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return found.hexdigest()


def test_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "77"):
        command = [
            sys.executable,
            "-m",
            "channelsmith",
            "generate",
            "--spec",
            str(SPEC),
            "--output",
            str(tmp_path / seed),
        ]
        subprocess.run([*command, "--package", "same"], check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert digest(tmp_path / "1") == digest(tmp_path / "77")


def test_generated_is_what_the_descriptions_give() -> None:
    for config in load_configs(root=ROOT):
        tree, _ = generate_package(config)
        assert list(tree.differences(config.output)) == []


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    (config,) = load_configs(["channelengine"], root=ROOT)
    tree, _ = generate_package(config)
    assert tree.write(tmp_path / "out") == len(tree.files)
    assert tree.write(tmp_path / "out") == 0


def test_the_description_in_a_package_gives_the_same_package_again(tmp_path: Path) -> None:
    (config,) = load_configs(["channelape"], root=ROOT)
    tree, _ = generate_package(config)
    tree.write(tmp_path / "first")
    shipped = tmp_path / "first" / config.target.inside / "openapi.json"
    again, _ = generate_package(replace(config, spec=shipped, overlays=()))
    assert list(again.differences(tmp_path / "first")) == []
