"""The base of values: to everybody who looks, a frozen dataclass."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, Generic, TypeVar

import pytest
from scratch._runtime.value import Value

T = TypeVar("T")


class Point(Value):
    """Two fields, one with a default."""

    x: int
    y: int = 0


class Named(Value, kw_only=True):
    """Fields that are given by name: a hidden one, one that is made anew each time, and a needed one after it."""

    hidden: str = field(default="", repr=False)
    tags: list[str] = field(default_factory=list[str])
    name: str

    @cached_property
    def loud(self) -> str:
        return self.name.upper()


class Box(Value, Generic[T]):
    """Of anything; checks what it gets."""

    content: T
    size: int = 1

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("size")


@dataclasses.dataclass(frozen=True)
class Twin:
    """What Point would be as a dataclass."""

    x: int
    y: int = 0


@pytest.mark.parametrize(("args", "named"), [((1,), {}), ((1, 2), {}), ((), {"x": 1, "y": 2}), ((1,), {"y": 5})])
def test_it_is_made_compared_and_shown_like_a_dataclass(args: Any, named: Any) -> None:
    one, twin = Point(*args, **named), Twin(*args, **named)
    assert (one.x, one.y) == (twin.x, twin.y)
    assert repr(one) == repr(twin).replace("Twin", "Point")
    assert (one == Point(*args, **named), hash(one) == hash(Point(*args, **named))) == (True, True)
    assert dataclasses.asdict(one) == dataclasses.asdict(twin)


@pytest.mark.parametrize(("args", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"z": 1}), ((), {"y": 1})])
def test_what_does_not_fit_its_fields_is_refused(args: Any, named: Any) -> None:
    for kind in (Point, Twin):
        with pytest.raises(TypeError):
            kind(*args, **named)


def test_a_field_cannot_be_assigned_or_deleted() -> None:
    point: Any = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    with pytest.raises(AttributeError):
        point.other = 2


def test_values_of_different_classes_differ() -> None:
    assert Point(1) != Box(1)
    assert Point(1) != (1, 0)
    assert Point(1) != Point(2)


def test_the_functions_of_dataclasses_take_it_for_one() -> None:
    assert dataclasses.is_dataclass(Named)
    assert [each.name for each in dataclasses.fields(Named)] == ["hidden", "tags", "name"]
    assert dataclasses.replace(Point(1, 2), y=3) == Point(1, 3)
    assert dataclasses.replace(Named(name="a", hidden="s"), name="b") == Named(name="b", hidden="s")
    with pytest.raises(TypeError):
        dataclasses.replace(Point(1), z=1)


def test_hidden_fields_are_not_shown_and_names_are_needed_where_said() -> None:
    assert repr(Named(name="a", hidden="hunter2")) == "Named(tags=[], name='a')"
    with pytest.raises(TypeError):
        Named("a")


def test_what_is_made_anew_is_not_shared() -> None:
    one, other = Named(name="a"), Named(name="a")
    one.tags.append("x")
    assert (one.tags, other.tags) == (["x"], [])


def test_a_property_may_be_kept_and_does_not_count_as_a_field() -> None:
    one = Named(name="a")
    assert (one.loud, one == Named(name="a"), dataclasses.replace(one, name="b").loud) == ("A", True, "B")


def test_it_matches_by_position() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_a_generic_one_checks_and_is_made_with_its_type_named() -> None:
    assert Box[int](3).content == 3
    with pytest.raises(ValueError, match="size"):
        Box(3, size=-1)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])  # noqa: S301 - our own
def test_copies_and_pickles_are_equal(copied: Any) -> None:
    assert copied(Point(1, 2)) == Point(1, 2)


def test_a_mapping_as_a_field_has_no_hash_but_is_equal() -> None:
    class Headers(Value):
        all: Mapping[str, str]

    assert Headers({"a": "b"}) == Headers({"a": "b"})
    with pytest.raises(TypeError):
        hash(Headers({"a": "b"}))
