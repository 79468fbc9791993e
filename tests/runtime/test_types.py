"""Open enums and the value that was not given."""

import copy
import json
import pickle
from typing import Any

import pytest
from pydantic import ValidationError
from scratch._runtime.model import Model
from scratch._runtime.types import NOT_GIVEN, IntEnum, NotGiven, StrEnum


class Colour(StrEnum):
    RED = "red"
    name_ = "name"


class Size(IntEnum):
    SMALL = 1


class Shirt(Model):
    colour: Colour
    size: Size | None = None


ENUMS = [
    (Colour, "red", True),
    (Colour, "mauve", False),
    (Colour, "RED", False),
    (Colour, "", False),
    (Size, 1, True),
    (Size, 99, False),
    (Size, -1, False),
]


@pytest.mark.parametrize(("kind", "value", "known"), ENUMS)
def test_an_open_enum_takes_every_value_of_its_type(kind: Any, value: object, known: bool) -> None:
    member = kind(value)
    assert (member.value, member.is_known, value in kind, member in kind) == (value, known, known, known)
    assert isinstance(member, kind)


@pytest.mark.parametrize(("kind", "value"), [row[:2] for row in ENUMS])
def test_a_member_known_or_not_equals_its_value(kind: Any, value: object) -> None:
    member = kind(value)
    assert (member == value, value == member, hash(member) == hash(value), member == kind(value)) == (True,) * 4
    assert {value: "found"}[member] == "found"


@pytest.mark.parametrize(("kind", "value", "known"), ENUMS)
def test_a_member_known_or_not_survives_copies_pickles_and_json(kind: Any, value: object, known: bool) -> None:
    member = kind(value)
    copies = [copy.copy(member), copy.deepcopy(member), *(pickle.loads(pickle.dumps(member, n)) for n in range(6))]  # noqa: S301 - our own
    assert [(type(each), each.value, each.is_known) for each in copies] == [(kind, value, known)] * 8
    assert json.dumps({"a": member}) == json.dumps({"a": value})


def test_what_can_not_be_a_value_is_not_in_an_enum() -> None:
    assert ([] in Colour, None in Colour, {} in Size) == (False, False, False)


def test_known_members_stay_the_only_ones_of_their_kind() -> None:
    assert list(Colour) == [Colour.RED, Colour.name_]
    assert (Colour("red") is Colour.RED, Colour("mauve") in list(Colour)) == (True, False)


@pytest.mark.parametrize(("kind", "value"), [(Colour, 1), (Colour, None), (Size, "1"), (Size, 1.5), (Size, None)])
def test_a_value_of_another_type_is_no_member(kind: Any, value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        kind(value)


def test_an_unknown_member_shows_that_it_is() -> None:
    assert (repr(Colour("mauve")), repr(Colour.RED)) == ("<Colour: 'mauve' (unknown)>", "<Colour.RED: 'red'>")
    assert (repr(Size(99)), repr(Size.SMALL)) == ("<Size: 99 (unknown)>", "<Size.SMALL: 1>")
    assert (str(Colour("mauve")), f"{Size(99)}", Colour("mauve").name) == ("mauve", "99", "mauve")


@pytest.mark.parametrize("body", [{"colour": "red", "size": 1}, {"colour": "mauve", "size": 99}])
def test_models_take_unknown_members_and_give_them_back(body: dict[str, object]) -> None:
    for shirt in (Shirt.model_validate(body), Shirt.model_validate_json(json.dumps(body))):
        assert (type(shirt.colour), type(shirt.size)) == (Colour, Size)
        assert (shirt.to_wire(), json.loads(shirt.model_dump_json())) == (body, body)
        assert pickle.loads(pickle.dumps(shirt)) == shirt  # noqa: S301 - our own


@pytest.mark.parametrize("body", [{"colour": 1}, {"colour": None}, {"colour": "red", "size": "large"}])
def test_models_refuse_members_of_another_type(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Shirt.model_validate(body)


def test_not_given_is_one_false_value_that_says_its_name() -> None:
    assert (bool(NOT_GIVEN), repr(NOT_GIVEN), isinstance(NOT_GIVEN, NotGiven)) == (False, "NOT_GIVEN", True)
    assert pickle.loads(pickle.dumps(NOT_GIVEN)) is NOT_GIVEN  # noqa: S301 - our own
    assert copy.deepcopy(NOT_GIVEN) is NOT_GIVEN
