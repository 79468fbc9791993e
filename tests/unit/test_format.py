import pytest

from channelsmith.output.format import format_files


def test_only_python_files_are_formatted() -> None:
    files = {"src/a/b.py": "x=1\n\n\n\ny  = [ 'a' ]", "README.md": "# x=1  \n", "src/a/py.typed": "", "a.json": "{ }"}
    assert format_files(files) == {**files, "src/a/b.py": 'x = 1\n\n\ny = ["a"]\n'}


def test_the_runtime_is_not_formatted() -> None:
    files = {"src/a/_runtime/b.py": "import os\nx=1"}
    assert format_files(files) == files


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("import os\nimport sys\nsys.x\n", "import sys\n\nsys.x\n"),
        ("from b import d, c\nimport a\na, c, d\n", "import a\nfrom b import c, d\n\na, c, d\n"),
        ("from . import x\nfrom .. import y\nx, y\n", "from .. import y\nfrom . import x\n\nx, y\n"),
        (
            "from __future__ import annotations\nfrom a import b\n\ndef f(x: 'b') -> 'b': ...\n",
            "from __future__ import annotations\n\nfrom a import b\n\n\ndef f(x: b) -> b: ...\n",
        ),
        ("from a import b as b, c\n", "from a import b as b\n"),
    ],
)
def test_imports_are_sorted_and_unused_ones_removed(given: str, made: str) -> None:
    assert format_files({"a.py": given}) == {"a.py": made}


def test_formatting_twice_changes_nothing() -> None:
    once = format_files({"a/b.py": 'def f(a, b): """Doc.\n    x\n"""; return {a:b,}\n'})
    assert format_files(once) == once


def test_docstrings_and_strings_are_not_changed() -> None:
    text = 'x = "# fmt: off # noqa"\n"""A docstring.\n\nimport os   # ruff: noqa\n"""\n'
    assert format_files({"a.py": text}) == {"a.py": text}


def test_invalid_python_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="failed on generated code"):
        format_files({"a.py": "def f(:\n", "b.py": "x = 1\n"})


def test_no_files() -> None:
    assert format_files({}) == {}
