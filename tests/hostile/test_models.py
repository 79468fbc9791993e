"""The part that is written by datamodel-code-generator: no text of a document is in the structure that it interprets.

The structure has names of our own making and nothing else. Texts are in the finished declarations and docstrings that
our templates print as they are. The shape and the names of the models are compared in `test_python.py`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import cast

import pytest

from hostile.packages import CROSSINGS, structures
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
def test_the_structure_has_no_text_of_the_document(crossing: str) -> None:
    for _, text in structures(crossing):
        assert unsafe(names({"src/shop/models.py": text})) == set()
    found = list(texts([structure for structure, _ in structures(crossing)]))
    assert {"object", "enum"} <= set(found)  # it has what the templates iterate over
    assert [text for text in found if not _PLAIN.fullmatch(text)] == []
