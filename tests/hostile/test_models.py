"""The part that is written by datamodel-code-generator: no text of a document is in the structure that it interprets.

The structure has names of our own making and nothing else. Texts are in the finished declarations and docstrings that
our templates print as they are. The shape and the names of the models are compared in `test_python.py`.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest

from channelsmith.codegen import models
from channelsmith.codegen.models import ModelsModule
from channelsmith.config import config_for_document
from channelsmith.pipeline import generate_package
from hostile.documents import written
from hostile.packages import CROSSINGS, documents
from hostile.twins import names, unsafe

_PLAIN = re.compile(r"(#/\$defs/)?[A-Za-z][A-Za-z0-9_]*|\$ref")


def texts(value: object) -> Iterator[str]:
    """Every key and text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for pair in cast("dict[object, object]", value).items():
            yield from texts(pair)
    elif isinstance(value, list | tuple):
        for each in cast("Sequence[object]", value):
            yield from texts(each)


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_the_structure_has_no_text_of_the_document(
    crossing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    structures: list[object] = []
    generate_module = models.generate_module

    def recorded(module: ModelsModule) -> str:
        structures.append(module.schemas)
        text = generate_module(module)
        assert unsafe(names({"src/shop/models.py": text})) == set()
        return text

    monkeypatch.setenv("CHANNELSMITH_CACHE", "off")
    monkeypatch.setattr(models, "generate_module", recorded)
    generate_package(config_for_document(written(documents(crossing)[0], tmp_path), tmp_path / "out", "shop"))
    found = list(texts(structures))
    assert {"object", "enum"} <= set(found)  # it has what the templates iterate over
    assert [text for text in found if not _PLAIN.fullmatch(text)] == []
