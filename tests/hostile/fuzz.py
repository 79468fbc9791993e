"""Documents made by small accidents and small attacks on sound ones: the same seed gives the same document."""

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from channelsmith import pipeline
from channelsmith.config import config_for_document
from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Json
from channelsmith.document.json_pointer import join
from hostile.documents import written
from hostile.payloads import PAYLOADS
from hostile.twins import names, python, unsafe

Place = tuple[str | int, ...]


def _deep(levels: int) -> Json:
    return {"allOf": [_deep(levels - 1)]} if levels else {"type": "string"}


ODD: tuple[Json, ...] = (
    *PAYLOADS.values(),
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    10**400,
    "",
    " ",
    [],
    {},
    [None],
    [[]],
    {"": ""},
    {"$ref": 1},
    {"$ref": ""},
    {"$ref": "#"},
    {"$ref": "#/"},
    {"$ref": "#/paths"},
    {"$ref": "#/info/title"},
    {"$ref": "#/components/schemas"},
    {"$ref": "gone.yaml#/a"},
    {"allOf": []},
    {"allOf": [{"$ref": "#/components/schemas/first"}, {"type": "array"}]},
    {"oneOf": []},
    {"oneOf": [{}, {"type": "null"}]},
    {"enum": []},
    {"enum": [None, True, 1, 1.0, "1", [], {}]},
    {"const": {}},
    {"type": []},
    {"type": ["array", "object", "null"]},
    {"type": "object", "properties": {"": {}, "a": None, "1": {"$ref": "#"}}},
    {"type": "object", "additionalProperties": {"additionalProperties": {}}},
    {"discriminator": {"propertyName": "a", "mapping": {"a": "gone", "b": 1}}},
    {"items": {"items": {"items": {}}}},
    {"x-resource": "a.b.c", "x-method": "class"},
    {"x-pagination": {}, "x-polling": 1},
    _deep(60),
)
"""What may stand where something else should."""


def mutated(document: Json, seed: int) -> Json:
    """A copy of a document with one to four things wrong."""
    choose = random.Random(seed)  # noqa: S311 -- the same on every run, nothing is secret
    found = copy.deepcopy(document)
    for _ in range(choose.randint(1, 4)):
        places = list(_places(found))
        place = choose.choice(places)
        choose.choice(_MUTATIONS)(found, place, places, choose)
    return found


def _places(value: Json, here: Place = ()) -> Iterator[Place]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield (*here, key)
        yield from _places(member, (*here, key))


def _at(document: Json, place: Place) -> Json:
    for key in place:
        document = cast("dict[str | int, Json]", document)[key]
    return document


def _put(document: Json, place: Place, value: Json) -> None:
    try:
        cast("dict[str | int, Json]", _at(document, place[:-1]))[place[-1]] = value
    except (KeyError, IndexError, TypeError):
        return  # an earlier accident took the place away


def _replace(document: Json, place: Place, _: list[Place], choose: random.Random) -> None:
    _put(document, place, copy.deepcopy(choose.choice(ODD)))


def _remove(document: Json, place: Place, _: list[Place], choose: random.Random) -> None:
    del choose
    del cast("dict[str | int, Json]", _at(document, place[:-1]))[place[-1]]


def _rename(document: Json, place: Place, _: list[Place], choose: random.Random) -> None:
    holder = _at(document, place[:-1])
    if isinstance(holder, dict):
        holder[choose.choice(list(PAYLOADS.values()))] = holder.pop(str(place[-1]))


def _swap(document: Json, place: Place, places: list[Place], choose: random.Random) -> None:
    _put(document, place, copy.deepcopy(_at(document, choose.choice(places))))


def _add(document: Json, place: Place, _: list[Place], choose: random.Random) -> None:
    holder = _at(document, place)
    value = copy.deepcopy(choose.choice(ODD))
    if isinstance(holder, dict):
        holder |= value if isinstance(value, dict) else {choose.choice(list(PAYLOADS.values())): value}
    elif isinstance(holder, list):
        holder.append(value)


def _refer(document: Json, place: Place, places: list[Place], choose: random.Random) -> None:
    _put(document, place, {"$ref": f"#{join('', *choose.choice(places))}"})


_MUTATIONS: tuple[Callable[[Json, Place, list[Place], random.Random], None], ...] = (
    _replace,
    _replace,
    _remove,
    _rename,
    _swap,
    _add,
    _refer,
)


def came_to(document: Json, folder: Path) -> str:
    """How a document ended: "made" or "refused".

    Raises:
        AssertionError: with a package that is no Python, a name that is not plain, or a message without a place.
    """
    config = config_for_document(written(document, folder), folder / "out", "shop")
    try:
        tree, problems = pipeline.generate_package(config)
    except UnusableInput as error:
        if unplaced := [each for each in error.diagnostics if each.location is None]:
            raise AssertionError(unplaced) from None
        return "refused"
    assert [each for each in problems if each.location is None] == []
    for path, text in python(tree.files).items():
        compile(text, path, "exec", dont_inherit=True)
    assert unsafe(names(tree.files)) == set()
    return "made"
