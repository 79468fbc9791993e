"""Places are right for every element, however it is written: compared with a writer that notes what it writes."""

import json
from collections.abc import Callable
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith.document.syntax import Text, json_text, yaml_text

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
    """Writes JSON with random space and notes where everything starts."""

    def __init__(self, random: Random, spaces: tuple[str, ...]) -> None:
        self.text = ""
        self.places: dict[tuple[str, ...], tuple[int, int]] = {}
        self._random = random
        self._spaces = spaces

    def write(self, value: Value, tokens: tuple[str, ...] = ()) -> None:
        self.places.setdefault(tokens, self._here())
        if isinstance(value, dict):
            self._put("{")
            for at, (key, member) in enumerate(value.items()):
                self._put("," if at else "")
                self.places[*tokens, key] = self._here()
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

    def _here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n")


@given(CONTAINERS, st.randoms(use_true_random=False))
def test_json_places(value: Value, random: Random) -> None:
    writer = Writer(random, ("", "", " ", "\n", "\r\n", "\t "))
    writer.write(value)
    assert_places(json_text.parse(writer.text), value, writer)


@given(
    st.recursive(
        st.one_of(st.none(), st.integers(), st.text("ab: #", max_size=4)),
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text("ab/~: ", max_size=4), inner)),
        max_leaves=20,
    ),
    st.randoms(use_true_random=False),
)
def test_yaml_places(value: Value, random: Random) -> None:
    writer = Writer(random, (" ", "  "))
    writer.write(value)
    assert_places(yaml_text.parse(writer.text), value, writer)


def assert_places(text: Text, value: Value, writer: Writer) -> None:
    assert text.value == value
    found = {tokens: text.locate(tokens) for tokens in writer.places}
    assert found == writer.places


@pytest.mark.parametrize("parse", [json_text.parse, yaml_text.parse])
def test_a_way_that_ends_early_gives_the_last_place_on_it(parse: Callable[[str], Text]) -> None:
    text = parse('{"a": [1, {"b": 2}]}')
    ways = [("a", "1", "b", "c"), ("a", "1", "x"), ("a", "7"), ("a", "01"), ("x", "y")]
    assert [text.locate(way) for way in ways] == [(1, 12), (1, 11), (1, 2), (1, 2), (1, 1)]
