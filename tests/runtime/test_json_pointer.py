"""Looking into parsed JSON."""

import pytest
from scratch._runtime.json_pointer import find

DATA = {"a": {"b/c": [1, {"d~e": 2}]}, "list": [{"x": 1}, {"x": 2}, {}, 3], "": "empty", "Request_Id": "r", "n": None}

POINTERS = [
    ("", (DATA,)),
    ("/a/b~1c/0", (1,)),
    ("/a/b~1c/1/d~0e", (2,)),
    ("/a/b~1c/2", ()),
    ("/a/b~1c/-1", ()),
    ("/list/*/x", (1, 2)),
    ("/list/*", ({"x": 1}, {"x": 2}, {}, 3)),
    ("/", ("empty",)),
    ("/n", (None,)),
    ("/missing/deep", ()),
    ("/a/*", ()),
    ("/requestId", ()),
]


@pytest.mark.parametrize(("pointer", "found"), POINTERS)
def test_a_pointer_finds_every_value_it_leads_to(pointer: str, found: tuple[object, ...]) -> None:
    assert find(DATA, pointer) == found


@pytest.mark.parametrize("pointer", ["/request_id", "/requestId", "/REQUEST-ID", "/Request_Id"])
def test_loosely_a_name_is_one_in_any_spelling(pointer: str) -> None:
    assert find(DATA, pointer, loosely=True) == ("r",)


def test_loosely_the_exact_name_comes_first_and_alone() -> None:
    assert find({"ID": 1, "id": 2, "i_d": 3}, "/id", loosely=True) == (2,)
    assert find({"ID": 1, "i_d": 3}, "/id", loosely=True) == (1,)
