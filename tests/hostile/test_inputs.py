"""The other files that take part: parts named by an attacker, overlays, and the file of names."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from channelsmith.config import ApiConfig, config_for_document
from channelsmith.diagnostics import UnusableInput
from channelsmith.pipeline import generate_package
from hostile import twins
from hostile.documents import everywhere, many, twin_of, written
from hostile.payloads import PAYLOADS

OK = {"200": {"description": "ok"}}


def in_parts(folder: Path, name: str) -> Mapping[str, str]:
    """The package of a document whose schema stands in a file of this name, under a key of this name."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    written({name: schema}, folder, f"{name}.json")
    reference = json.dumps(f"{name}.json#/{name}".replace("%", "%25"))
    content = f'{{"application/json": {{"schema": {{"$ref": {reference}}}}}}}'
    spec = folder / "spec.json"
    spec.write_text(
        '{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {"responses": '
        f'{{"200": {{"description": "ok", "content": {content}}}}}}}}}}}}}'
    )
    return generate_package(config_for_document(spec, folder / "out", "shop"))[0].files


def may_name_a_file(payload: str) -> bool:
    """Whether a payload can be both a file's name and a part of a reference as it stands."""
    return len(payload.encode()) < 200 and not {"/", "\\", "\0", "#", ":", "~"} & set(payload)


@pytest.mark.parametrize("name", [name for name in PAYLOADS if may_name_a_file(PAYLOADS[name])])
def test_the_name_of_a_part_is_text_as_any_other(tmp_path: Path, name: str) -> None:
    mine, twin = in_parts(tmp_path / "mine", PAYLOADS[name]), in_parts(tmp_path / "twin", "benign")
    assert twins.shapes(mine) == twins.shapes(twin)
    assert (twins.unsafe(twins.names(mine)), twins.unwritable(mine)) == (set(), set())


@cache
def overlaid(text: str) -> Mapping[str, str]:
    """The package of a document with an overlay that says this everywhere."""
    operation = {"tags": [text], "operationId": text, "description": text, "summary": text, "responses": OK}
    actions = [
        {"target": "$.info", "description": text, "update": {"title": text, "description": text}},
        {"target": "$.paths", "update": {"/b": {"get": operation}}},
    ]
    overlay = {"overlay": "1.0.0", "info": {"title": text, "version": text}, "actions": actions}
    with TemporaryDirectory() as name:
        spec, patch = written(many(["other"]), Path(name)), written(overlay, Path(name), "overlay.json")
        return generate_package(config_for_document(spec, Path(name, "out"), "shop", [patch]))[0].files


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_texts_of_an_overlay_are_text_as_any_other(name: str) -> None:
    mine, twin = overlaid(PAYLOADS[name]), overlaid(twin_of(PAYLOADS[name]))
    assert twins.shapes(mine) == twins.shapes(twin)
    assert (twins.unsafe(twins.names(mine)), twins.unwritable(mine)) == (set(), set())


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file of names of the document without payloads."""
    folder = tmp_path_factory.mktemp("names")
    return generate_package(config_for_document(written(everywhere("benign"), folder), folder, "shop"))[0].files[
        "names.json"
    ]


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_name_in_the_file_of_names_is_a_name_or_refused(tmp_path: Path, names: str, name: str) -> None:
    spec = written(everywhere("benign"), tmp_path)
    config = config_for_document(spec, tmp_path / "out", "shop")
    config.output.mkdir()
    kept = json.loads(names)
    places = list(holders(kept))
    assert len(places) > 10
    for holder, key in places[list(PAYLOADS).index(name) % 7 :: len(places) // 2]:
        before, holder[key] = holder[key], PAYLOADS[name]
        (config.output / "names.json").write_text(json.dumps(kept))
        assert safely_made(config) in {"made", "refused"}
        holder[key] = before


def holders(value: object) -> Iterator[tuple[dict[str, object], str]]:
    """Every mapping with a key whose value is a text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield value, key
            yield from holders(inner)


def safely_made(config: ApiConfig) -> str:
    try:
        files = generate_package(config)[0].files
    except UnusableInput as error:
        return "refused" if all(each.location for each in error.diagnostics) else "somewhere"
    return "made" if not twins.unsafe(twins.names(files)) and not twins.unwritable(files) else "unsafe"
