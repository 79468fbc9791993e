"""Documents made to keep a machine busy, or fill its memory, end with one located message; real sizes do not."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from channelsmith.config import config_for_document
from channelsmith.diagnostics import UnusableInput
from channelsmith.document.load import load_document
from channelsmith.lint.linter import run_rule
from channelsmith.lint.rules import document as limits
from channelsmith.pipeline import generate_package
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays
from support.documents import write

Schemas = Mapping[str, object]
HEAD = 'openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths: {}\n'


def ref(at: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/S{at}"}


def chain(length: int, link: Callable[[int], object]) -> Schemas:
    """S0, which leads to S1, and so on."""
    return {**{f"S{at}": link(at) for at in range(length)}, f"S{length}": {"type": "string"}}


def document(schemas: Schemas, paths: Mapping[str, object] | None = None) -> str:
    content = {"content": {"application/json": {"schema": ref(0)}}}
    post = {"requestBody": content, "responses": {"200": {"description": "ok", **content}}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"post": post}} if paths is None else paths,
            "components": {"schemas": schemas},
        }
    )


def outcome(folder: Path, text: str | bytes, name: str = "openapi.json") -> str:
    """What is said about a document that is refused in one place; "" about one that becomes a package."""
    spec = folder / name
    spec.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        generate_package(config_for_document(spec, folder / "out", "shop"))
    except UnusableInput as error:
        (problem,) = error.diagnostics
        assert problem.location is not None
        return f"{problem.location.line}:{problem.location.column} {problem.rule}: {problem.message}"
    return ""


LINKS: Mapping[str, Callable[[int], object]] = {
    "references": lambda at: ref(at + 1),
    "allOf": lambda at: {"allOf": [ref(at + 1)], "properties": {f"p{at}": {}}},
    "allOf twice": lambda at: {"allOf": [ref(at + 1), {"allOf": [ref(at + 1)]}], "properties": {f"p{at}": {}}},
    "oneOf": lambda at: {"oneOf": [ref(at + 1), {"type": "integer"}]},
    "oneOf twice": lambda at: {"oneOf": [ref(at + 1), {"oneOf": [ref(at + 1), {"type": "null"}]}]},
    "lists": lambda at: {"type": "array", "items": ref(at + 1)},
    "maps": lambda at: {"type": "object", "additionalProperties": ref(at + 1)},
    "lists or maps": lambda at: {"anyOf": [{"items": ref(at + 1)}, {"additionalProperties": ref(at + 1)}]},
    "circle of choices": lambda at: {"anyOf": [ref((at + 1) % 3_000), ref((at + 7) % 3_000)]},
}


@pytest.mark.parametrize("link", LINKS)
def test_a_long_chain_of_schemas_is_refused_where_it_begins(tmp_path: Path, link: str) -> None:
    said = outcome(tmp_path, document(chain(3_000, LINKS[link])))
    assert said == "1:137 limit: a chain of more than 64 schemas or references begins here"


@pytest.mark.parametrize("link", [each for each in LINKS if each != "circle of choices"])
def test_a_chain_within_the_limit_becomes_a_package_of_its_size(tmp_path: Path, link: str) -> None:
    spec = tmp_path / "openapi.json"
    spec.write_text(document(chain(limits.MAX_CHAIN // 3 - 1, LINKS[link])))
    tree, _ = generate_package(config_for_document(spec, tmp_path / "out", "shop"))
    made = sum(len(text) for path, text in tree.files.items() if "_runtime" not in path)
    assert made < 250_000


def test_properties_may_lead_on_and_on(tmp_path: Path) -> None:
    schemas = chain(300, lambda at: {"type": "object", "properties": {"next": ref(at + 1)}})
    assert outcome(tmp_path, document(schemas)) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 10_000 + "]" * 10_000, "1:129 limit: nested more than 128 levels deep"),
        ("[" * 1_000_000, "1:129 limit: nested more than 128 levels deep"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "1:641 limit: nested more than 128 levels deep"),
        ('{"a": NaN}', "1:7 number: NaN is not a usable number"),
        ('{"a": -Infinity}', "1:7 number: -Infinity is not a usable number"),
        ('{"a": 1e999}', "1:7 number: 1e999 is not a usable number"),
        ('{"a": ' + "1" * 5_000 + "}", "1:7 number: 11111111111111111111... is not a usable number"),
        ('{"a": "\\ud800"}', "1:7 syntax: a character above U+FFFF is written with half of its \\u escapes"),
        ('{"a": 1, "a": 2}', "1:10 duplicate-key: duplicate key 'a'"),
        ('{"a": "\0"}', "1:8 encoding: the file contains the control character U+0000"),
        (b'{"a": "\xff\xc0"}', "1:8 encoding: the file is not UTF-8 text"),
        ('{"a": 1}'.encode("utf-16"), "1:1 encoding: the file is in UTF-16"),
        ('{"a": 1}'.encode("utf-16-le"), "1:2 encoding: the file contains the control character U+0000"),
        (b"", "1:1 empty: the file is empty"),
        (
            document({"S0": {"enum": [f"v{at}" for at in range(10_001)]}}),
            "1:351 limit: 'enum' has more than 10,000 members",
        ),
        (
            document({"S0": {"oneOf": [{"const": at} for at in range(251)]}}),
            "1:351 limit: 'oneOf' has more than 250 members",
        ),
        (document({}, {f"/{'a' * 30_000}": {}}), "1:72 limit: the path has more than 25,000 characters"),
    ],
)
def test_json_beyond_all_measure_is_refused_where_it_goes_too_far(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert outcome(tmp_path, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: " + "[" * 129 + "]" * 129, "1:131 limit: nested more than 128 levels deep"),
        ("".join(" " * at + "a:\n" for at in range(1_000)), "129:129 limit: nested more than 128 levels deep"),
        (
            HEAD
            + "x-0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"x-{at}: &a{at} [{','.join([f'*a{at - 1}'] * 10)}]\n" for at in range(1, 12)),
            "9:15 limit: the aliases of this file stand for more than 250,000 values",
        ),
        (
            HEAD
            + f"x-0: &m0 {{{','.join(f'k{at}: 1' for at in range(5_000))}}}\n"
            + "".join(f"x-{at}: &m{at} {{<<: [{','.join([f'*m{at - 1}'] * 50)}], z: 1}}\n" for at in range(1, 9)),
            "5:212 limit: the aliases of this file stand for more than 250,000 values",
        ),
        (f"{HEAD}x-a: &a [*a]\n", "4:10 syntax: the alias *a is inside the value it repeats"),
        (
            f"{HEAD}x-a: !!python/object/apply:os.system [x]\n",
            "4:6 tag: the tag !!python/object/apply:os.system is not supported in API descriptions",
        ),
        (f"{HEAD}x-a: 0x{'f' * 5_000}\n", "4:6 number: this number has too many digits"),
        (f"{HEAD}x-a: {'1' * 5_000}\n", "4:6 number: this number has too many digits"),
        (f"{HEAD}x-a: .inf\n", "4:6 number: .inf is not a number that JSON can express"),
        (f'{HEAD}x-a: "\\ud800"\n', "4:9 syntax: invalid YAML: found invalid Unicode character escape code"),
        (f"{HEAD}info: {{}}\n", "4:1 duplicate-key: duplicate key 'info'"),
    ],
)
def test_yaml_beyond_all_measure_is_refused_where_it_goes_too_far(tmp_path: Path, text: str, said: str) -> None:
    assert outcome(tmp_path, text, "openapi.yaml") == said


def test_yaml_nested_deeper_than_its_parser_can_follow_is_refused_as_too_deep(tmp_path: Path) -> None:
    message = outcome(tmp_path, "a: " + "[" * 100_000, "openapi.yaml")
    assert re.fullmatch(
        r"1:\d+ limit: nested more than 128 levels deep", message
    )  # the parser's version sets the column


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("MAX_OPERATIONS", "1:133 limit: the document has more than 1 operations"),
        ("MAX_OBJECTS", "1:1 limit: the document has more than 1 objects"),
    ],
)
def test_the_size_of_a_document_is_limited(
    tmp_path: Path, limit: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, 1)
    ok = {"responses": {"200": {"description": "ok"}}}
    assert outcome(tmp_path, document({}, {"/a": {"get": ok, "put": ok}})) == said


def test_a_thousand_names_of_the_wrong_form_are_told_one_by_one(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.json"
    spec.write_text(document({f"not a name {at}": {"type": "string"} for at in range(1_000)}, {}))
    said = [each.message for each in run_rule("validity", load_document(spec))]
    assert said == [f"'not a name {at}' is not allowed as a name" for at in range(1_000)]


def test_no_pattern_of_a_document_is_tried_on_its_texts(tmp_path: Path) -> None:
    text = "a" * 5_000 + "!"
    said = {"type": "string", "pattern": "^(a+)+$", "default": text, "example": text, "enum": [text]}
    schemas = {
        "S0": {
            "type": "object",
            "properties": {text: said},
            "patternProperties": {"^(a+)+$": said},
            "default": {text: 1},
        },
        "S1": {"pattern": "(((x{1,500}){1,500}){1,500}){1,500}"},
        "S2": {"pattern": "(?P<"},
    }
    assert outcome(tmp_path, document(schemas)) == ""


@pytest.mark.parametrize("function", ["match", "search"])
def test_a_pattern_of_an_overlay_takes_no_longer_than_its_text(tmp_path: Path, function: str) -> None:
    spec = write(tmp_path, {"openapi.yaml": f"openapi: 3.1.0\ninfo: {{title: {'a' * 5_000}!, version: '1'}}\n"})
    action = f"{{target: \"$.info[?{function}(@, '^(a+)+$')]\", update: {{x: 1}}}}"
    overlay = write(tmp_path, {"fix.yaml": f"overlay: 1.0.0\ninfo: {{title: f, version: '1'}}\nactions: [{action}]\n"})
    with pytest.raises(UnusableInput, match="nothing matches"):
        apply_overlays(bundle_document(load_document(spec)), [overlay])


@pytest.mark.parametrize(
    "description",
    [
        "x\n" + " " * 1_000_000 + "y",
        "x\n" + "a " * 50_000,
        "`" * 50_001,
        "`a" * 25_000,
        "." * 100_000,
        "\t" * 50_000 + "x",
    ],
)
def test_no_text_is_too_long_to_be_written(tmp_path: Path, description: str) -> None:
    operation = {"description": description, "responses": {"200": {"description": description}}}
    assert outcome(tmp_path, document({}, {"/a": {"get": operation}})) == ""
