"""The part that is made by datamodel-code-generator: no text of a document reaches it, nor comes back from it.

It is given names of our own making, types, and constants as hexadecimal digits. So what it would do with a text does
not matter. The shape and the names of the whole models module are compared in `test_python.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import cast

import pytest

from channelsmith.codegen import fragments, modelwork
from channelsmith.config import config_for_document
from channelsmith.pipeline import generate_package
from hostile.documents import written
from hostile.packages import CROSSINGS, documents
from hostile.twins import names, unsafe

_NAME = r"[A-Za-z][A-Za-z0-9_]*"
_PLAIN = re.compile(rf"(#/components/schemas/)?{_NAME}|\$ref|hidden-[0-9a-f]+|x-enum-varnames|date-time|")


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
def test_the_model_generator_sees_and_writes_no_text_of_the_document(
    crossing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def work(batches: Sequence[modelwork.Batch]) -> dict[str, modelwork.Fragment]:
        found = modelwork.work(batches)
        seen.extend(text for batch in batches for text in texts(asdict(batch)))
        for fragment in found.values():
            assert unsafe(names({"src/shop/models/a.py": fragment.code})) == set()
        return found

    monkeypatch.setenv("CHANNELSMITH_CACHE", "off")
    monkeypatch.setattr(fragments, "work", work)
    generate_package(config_for_document(written(documents(crossing)[0], tmp_path), tmp_path / "out", "shop"))
    assert len(seen) > len(CROSSINGS)
    assert [text for text in seen if not _PLAIN.fullmatch(text)] == []
