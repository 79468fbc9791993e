"""Small documents and the whole of what is written for them, kept to be read; change it with UPDATE_GOLDEN=1."""

import os
from pathlib import Path

import pytest

from channelsmith.config import config_for_document
from channelsmith.output.file_tree import FileTree
from channelsmith.pipeline import generate_package

HERE = Path(__file__).parent
LEFT_OUT = ("_runtime/", "openapi.json", "generation.json", "py.typed")


@pytest.mark.parametrize("name", sorted(path.parent.name for path in HERE.glob("*/openapi.yaml")))
def test_the_output_is_the_one_that_was_read_and_approved(name: str) -> None:
    tree, _ = generate_package(config_for_document(HERE / name / "openapi.yaml", HERE / name / "expected", name))
    kept = FileTree({path: text for path, text in tree.files.items() if not any(part in path for part in LEFT_OUT)})
    if os.environ.get("UPDATE_GOLDEN"):
        for path, text in kept.files.items():
            target = HERE / name / "expected" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    found = {path.relative_to(HERE / name / "expected").as_posix() for path in (HERE / name / "expected").rglob("*.*")}
    assert found == set(kept.files)
    assert list(kept.differences(HERE / name / "expected")) == []
