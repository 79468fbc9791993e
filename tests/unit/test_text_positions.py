"""The position of every element is right, however it is written: compared with a writer that records its output."""

import json
from collections.abc import Callable
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith.document.json_text import parse_json
from channelsmith.document.parsing import ParsedText
from channelsmith.document.yaml_text import parse_yaml

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | bool | None"

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5)
)
CONTAINERS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(alphabet='ab/~"\\{:,\u00e9\U0001f600', max_size=4), inner)
    ),
    max_leaves=20,
)


class Writer:
    """Writes JSON with random space and records where each element starts."""

    def __init__(self, random: Random, spaces: tuple[str, ...]) -> None:
        self.text = ""
        self.positions: dict[tuple[str, ...], tuple[int, int]] = {}
        self._random = random
        self._spaces = spaces

    def write(self, value: Value, tokens: tuple[str, ...] = ()) -> None:
        self.positions.setdefault(tokens, self._position())
        if isinstance(value, dict):
            self._put("{")
            for at, (key, member) in enumerate(value.items()):
                self._put("," if at else "")
                self.positions[*tokens, key] = self._position()
                self._put(json.dumps(key))
                self._put(":")
                self.write(member, (*tokens, key))
            self._put("}")
        elif isinstance(value, list):
            self._put("[")
            for at, element in enumerate(value):
                self._put("," if at else "")
                self.write(element, (*tokens, str(at)))
            self._put("]")
        else:
            self._put(json.dumps(value, ensure_ascii=self._random.random() < 0.5))

    def _put(self, token: str) -> None:
        self.text += token + self._random.choice(self._spaces)

    def _position(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n")


@given(CONTAINERS, st.randoms(use_true_random=False))
def test_json_positions(value: Value, random: Random) -> None:
    writer = Writer(random, ("", "", " ", "\n", "\r\n", "\t "))
    writer.write(value)
    assert_positions(parse_json(writer.text), value, writer)


@given(
    st.recursive(
        st.one_of(st.none(), st.integers(), st.text("ab: #", max_size=4)),
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text("ab/~: ", max_size=4), inner)),
        max_leaves=20,
    ),
    st.randoms(use_true_random=False),
)
def test_yaml_positions(value: Value, random: Random) -> None:
    writer = Writer(random, (" ", "  "))
    writer.write(value)
    assert_positions(parse_yaml(writer.text), value, writer)


def assert_positions(text: ParsedText, value: Value, writer: Writer) -> None:
    assert text.value == value
    positions = {tokens: text.locate(tokens) for tokens in writer.positions}
    assert positions == writer.positions


@pytest.mark.parametrize("parse", [parse_json, parse_yaml])
def test_a_path_that_ends_early_gives_the_last_position_on_it(parse: Callable[[str], ParsedText]) -> None:
    text = parse('{"a": [1, {"b": 2}]}')
    paths = [("a", "1", "b", "c"), ("a", "1", "x"), ("a", "7"), ("a", "01"), ("x", "y")]
    assert [text.locate(path) for path in paths] == [(1, 12), (1, 11), (1, 2), (1, 2), (1, 1)]
