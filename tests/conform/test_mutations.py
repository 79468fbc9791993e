"""Every broken runtime fails its cell."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from channelsmith.conform import document
from conform.mutations import MUTATIONS, Mutation
from conform.workshop import Run, write_project


@pytest.fixture(scope="module", autouse=True)
def _the_document_is_loaded_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "load_api", cache(document.load_api))
        yield


def test_the_unbroken_client_conforms(run: Run) -> None:
    result = run("workshop")
    assert (result.exit_code, "✗" in result.stdout.partition("none.")[2]) == (0, False), result.stderr


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name.replace(" ", "-"))
def test_a_broken_runtime_is_noticed(mutation: Mutation, workshop: Path, run: Run, tmp_path: Path) -> None:
    write_project(tmp_path, output="broken")
    shutil.copytree(workshop / "made", tmp_path / "broken")
    file = tmp_path / "broken" / "src" / "workshop" / "_runtime" / mutation.file
    text = file.read_text("utf-8")
    assert text.count(mutation.old) == 1
    file.write_text(text.replace(mutation.old, mutation.new), "utf-8")
    result = run("workshop", "--only", mutation.cells, folder=tmp_path)
    assert (result.exit_code, f"* `{mutation.cell}`: " in result.stdout) == (1, True), result.output
