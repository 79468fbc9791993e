"""A payload changes string constants and the names made from it, and nothing else of any module."""

import ast

import pytest

from channelsmith.codegen.render import templates
from hostile import twins
from hostile.packages import CROSSINGS, benign, hostile


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_every_module_has_the_shape_of_its_benign_twin(crossing: str) -> None:
    assert twins.shapes(hostile(crossing)) == twins.shapes(benign(crossing))


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_every_name_is_plain_and_every_file_can_be_written_everywhere(crossing: str) -> None:
    files = hostile(crossing)
    assert twins.unsafe(twins.names(files)) == set()
    assert twins.unwritable(files) == set()


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_no_comment_contains_text_of_the_document(crossing: str) -> None:
    assert twins.comments(hostile(crossing)) == twins.comments(benign(crossing))


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_the_runtime_is_copied_unchanged(crossing: str) -> None:
    inside = {
        path.partition(twins.RUNTIME)[2]: text for path, text in hostile(crossing).items() if twins.RUNTIME in path
    }
    runtime = templates() / "runtime"
    assert "client.py" in inside
    assert inside == {path: (runtime / path).read_text("utf-8") for path in inside}


CODE = (
    '"""Words."""\n\nfrom a import b\n\n\nclass C(b):\n    x: int = 1\n\n    def f(self) -> str:\n        return "s"\n'
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"s"', '"s" + g()'),
        ("x: int = 1", "x: int = 2"),
        ("from a import b\n", "from a import b\nimport os\n"),
        ("        return", "        self.x\n        return"),
        ("    def f", "    @g\n    def f"),
        ('"s"', 'f"{b}"'),
        ("class C(b):", "class C(b, metaclass=b):"),
        ("x: int", "x: int | b"),
    ],
)
def test_a_shape_shows_every_other_change(old: str, new: str) -> None:
    assert twins.shape(ast.parse(CODE.replace(old, new))) != twins.shape(ast.parse(CODE))


def test_a_shape_does_not_show_words_and_names() -> None:
    changed = CODE.replace("Words", "Others").replace("C", "D").replace('"s"', '"t"')
    assert twins.shape(ast.parse(changed)) == twins.shape(ast.parse(CODE))
