from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith.document import json_pointer as pointer

TOKENS = st.lists(st.text(alphabet=st.one_of(st.sampled_from("~/01%# {}"), st.characters(codec="utf-8"))))


@given(TOKENS)
def test_splitting_undoes_joining(tokens: list[str]) -> None:
    assert pointer.split(pointer.join("", *tokens)) == tuple(tokens)


@given(TOKENS)
def test_a_fragment_gives_its_pointer_back_encoded_or_not(tokens: list[str]) -> None:
    joined = pointer.join("", *tokens)
    encoded = quote(joined, safe="/~")
    assert pointer.from_fragment(f"#{encoded}") == joined


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", ()), ("/", ("",)), ("/a~1b/m~0n", ("a/b", "m~n")), ("/~01", ("~1",)), ("/0/-", ("0", "-"))],
)
def test_escapes_are_those_of_rfc_6901(text: str, tokens: tuple[str, ...]) -> None:
    assert pointer.split(text) == tokens


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("#", ""),
        ("#/components/schemas/Order", "/components/schemas/Order"),
        ("#/paths/~1orders~1%7Bid%7D", "/paths/~1orders~1{id}"),
        ("#Order", None),
        ("other.yaml#/a", None),
        ("", None),
    ],
)
def test_only_pointers_are_taken_from_fragments(reference: str, found: str | None) -> None:
    assert pointer.from_fragment(reference) == found


def test_a_pointer_starts_with_a_slash() -> None:
    with pytest.raises(ValueError, match="a/b"):
        pointer.split("a/b")


@pytest.mark.parametrize(
    ("token", "at"),
    [("0", 0), ("2", 2), ("3", None), ("-", None), ("-1", None), ("01", None), ("\u0662", None), ("9" * 5000, None)],
)
def test_list_indexes_are_plain_numbers_within_the_list(token: str, at: int | None) -> None:
    assert pointer.parse_index(token, 3) == at
