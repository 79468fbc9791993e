import ast
import inspect
import math
from collections.abc import Callable
from enum import IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith.codegen.render import Data, docstring, first_sentence, literal, printable, prose, wrapped

ODD = [
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\0",
    "\u202e",
    "\ud800",
    "\x1b[0m",
    "\ufeff",
    "'",
    '"',
    '"""',
    "\\",
    "\\'",
    "{x}",
    "#",
]
NASTY = st.text(st.sampled_from("'\"\\\n\r\t\0 {}#x\u2028\u202e\u00a0é"), max_size=200) | st.text(max_size=200)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | NASTY,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(NASTY, inner),
    max_leaves=12,
)


@given(PLAIN)
def test_a_literal_evaluates_to_its_value(value: Data) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(NASTY)
def test_a_literal_is_one_line_of_printable_ascii(text: str) -> None:
    written = literal(text)
    assert (written.isascii(), written.isprintable()) == (True, True)


@pytest.mark.parametrize("odd", ODD)
def test_a_literal_keeps_every_odd_character(odd: str) -> None:
    assert ast.literal_eval(literal({odd: [odd, (odd,)]})) == {odd: [odd, (odd,)]}


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    BIG = 3


def test_members_of_enums_are_written_as_their_values() -> None:
    assert literal((Colour.RED, Size.BIG, True)) == "('red', 3, True)"


@pytest.mark.parametrize("value", [object(), b"bytes", {1, 2}, math.inf, -math.inf, math.nan, 1j])
def test_other_values_are_refused(value: Data) -> None:
    with pytest.raises(TypeError, match="is not plain data"):
        literal(value)


def function(text: str) -> str:
    return f"def f():\n    {docstring(text, 4)}\n    x = 1\n"


def method(text: str) -> str:
    return f"class A:\n    def f(self):\n        {docstring(text, 8)}\n        return 1\n"


@given(NASTY)
def test_text_cannot_end_a_docstring(text: str) -> None:
    (made,) = ast.parse(function(text)).body
    assert isinstance(made, ast.FunctionDef)
    assert [type(each) for each in made.body] == [ast.Expr, ast.Assign]
    assert (ast.get_docstring(made) or "").rstrip() == inspect.cleandoc(wrapped(text))


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        '"""',
        '""""',
        'ends with "',
        "ends with \\",
        "\\",
        "\\\\",
        '\\"""',
        'a"""b',
        "'''",
        '"""\nimport os\n"""',
        "\\N{DASH}",
    ],
)
@pytest.mark.parametrize("place", [function, method])
def test_no_choice_of_quotes_and_backslashes_ends_a_docstring(text: str, place: Callable[[str], str]) -> None:
    compile(place(text), "generated", "exec")
    found = [node.value for node in ast.walk(ast.parse(place(text))) if isinstance(node, ast.Constant)]
    assert [inspect.cleandoc(value).strip() for value in found if isinstance(value, str)] == [text]


def test_a_short_docstring_is_one_line() -> None:
    assert docstring("Lists orders.") == '"""Lists orders."""'


def test_a_longer_docstring_is_wrapped_and_closed_on_a_line_of_its_own() -> None:
    words = " ".join(["word"] * 30)
    assert docstring(words, 4) == (f'"""{" ".join(["word"] * 22)}\n    {" ".join(["word"] * 8)}\n    """')


def test_further_lines_of_an_argument_are_indented() -> None:
    entry = "Args:\n    name: " + " ".join(["word"] * 30)
    assert [len(line) - len(line.lstrip()) for line in wrapped(entry).split("\n")] == [0, 4, 8]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("10\u00a0000", "10 000"),
        ("a\u2028b\u3000c", "a b c"),
        ("a\u202eb\u200bc\0d\x1b[1m", "abcd[1m"),
        ("名字 é 👍", "名字 é 👍"),
    ],
)
def test_invisible_characters_are_removed_and_unusual_spaces_become_plain(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_words_too_long_for_a_line_are_not_broken() -> None:
    link = "https://example.test/" + "a-b" * 60
    assert wrapped(f"See {link} there.").split("\n") == ["See", link, "there."]


LONG = "name" * 20


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        ("Pulls products from a supplier or\nchannel. Then it stops.", "Pulls products from a supplier or channel."),
        ('Orders, e.g. Returns. "More" follows.', "Orders, e.g. Returns."),
        ("No mark\nhere\n\nA second paragraph.", "No mark here"),
        ("Version 1.5 of it", "Version 1.5 of it"),
    ],
)
def test_the_first_sentence_is_whole(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_lines_of_prose_break_in_every_parser() -> None:
    assert prose("Summary.\n\nMore\ntext:\n* one\n* two") == "Summary.  \nMore text:  \n\\* one  \n\\* two"
