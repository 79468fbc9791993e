import json
import sys
from pathlib import Path

import pytest
import yaml

from channelsmith.diagnostics import UnusableInput
from channelsmith.document.load import load_document
from channelsmith.document.parsing import MAX_DEPTH
from support.documents import complaint, document


def refusal(path: Path, content: bytes) -> tuple[str, str]:
    """Return message and hint for a file."""
    path.write_bytes(content)
    with pytest.raises(UnusableInput) as caught:
        load_document(path)
    return complaint(caught.value), caught.value.diagnostics[0].hint


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("No", "No"),
        ("012", "012"),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
        ("1.0", 1.0),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-3", -3),
        ("+3", 3),
        ("1.2.3", "1.2.3"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("null", None),
        ("", None),
        ("'null'", "null"),
        ('"1"', "1"),
        ("!!str 1", "1"),
        ("!!int '1'", 1),
        ("! 1", "1"),
        ("=", "="),
        ("{a: [1, b]}", {"a": [1, "b"]}),
    ],
)
def test_yaml_scalars_follow_the_core_schema(tmp_path: Path, written: str, value: object) -> None:
    loaded = document(tmp_path, f"key: {written}\n").value["key"]
    assert (type(loaded), loaded) == (type(value), value)


def test_keys_keep_their_text(tmp_path: Path) -> None:
    loaded = document(tmp_path, "responses: {200: a, 4XX: b, 0x10: c, true: d, null: e, 1.0: f}\n")
    assert loaded.value["responses"] == {"200": "a", "4XX": "b", "0x10": "c", "true": "d", "null": "e", "1.0": "f"}


def test_aliases_have_the_value_and_locations_of_their_anchors(tmp_path: Path) -> None:
    loaded = document(tmp_path, "a: &x\n  b: 1\nc: *x\n")
    assert loaded.value == {"a": {"b": 1}, "c": {"b": 1}}
    assert [loaded.location(pointer).line for pointer in ("/c", "/c/b")] == [3, 2]


def test_explicit_members_take_precedence_over_merge_keys(tmp_path: Path) -> None:
    loaded = document(
        tmp_path,
        """\
        a: &a {x: 1, y: 1}
        b: &b {y: 2, z: 2}
        c: {z: 3, <<: [*a, *b], '<<': kept}
        """,
    )
    assert loaded.value["c"] == {"x": 1, "y": 1, "z": 3, "<<": "kept"}
    assert [loaded.location(f"/c/{key}").line for key in "xyz"] == [1, 1, 3]


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a"])
def test_json_is_recognized_whatever_the_suffix(tmp_path: Path, name: str) -> None:
    text = json.dumps({"a": ["\u00e9\U0001f600", 1, 2.5, None, True], "b\\/": {}})
    (tmp_path / name).write_text(text)
    assert load_document(tmp_path / name).value == json.loads(text)


def test_flow_mappings_that_are_not_json_are_yaml(tmp_path: Path) -> None:
    assert document(tmp_path, "{a: 1, b: [x, y]}\n").value == {"a": 1, "b": ["x", "y"]}


def test_a_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\nb: 2\n")
    loaded = load_document(tmp_path / "a.yaml")
    assert (loaded.value, loaded.location("/a").column) == ({"a": 1, "b": 2}, 1)


def test_paths_are_shown_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "a.yaml").write_text("x: 1\n")
    monkeypatch.chdir(tmp_path)
    loaded = load_document(Path("specs/a.yaml"))
    assert (loaded.files, str(loaded.location("/x"))) == ((Path("specs/a.yaml"),), "specs/a.yaml:1:1")


def test_a_missing_element_has_the_location_of_the_nearest_one_above(tmp_path: Path) -> None:
    loaded = document(tmp_path, "a:\n  b: [1]\n")
    assert [str(loaded.location(pointer))[-4:] for pointer in ("/a/b/7", "/a/x/y", "/z")] == [":2:3", ":1:1", ":1:1"]


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"", "1:1 empty: the file is empty", "an OpenAPI document starts with 'openapi: 3.1.0'"),
        (b"# nothing\n", "1:1 empty: the file has no content", "an OpenAPI document starts with 'openapi: 3.1.0'"),
        (b"a: [", "1:4 syntax: invalid YAML: unclosed list or mapping", "close it with ']' or '}'"),
        (b"a:\n\tb: 1\n", "2:1 syntax: invalid YAML: tab instead of spaces", "indent with spaces"),
        (b'a: 1\nb: "x\n', "2:4 syntax: invalid YAML: unclosed quote", "add the closing quote"),
        (b"a: b: c\n", "1:5 syntax: invalid YAML: second ': ' in one line", "quote a string that contains ': '"),
        (b"a: @b\n", "1:4 syntax: invalid YAML: a string cannot start with '@'", "quote it"),
        (b"a: *b\n", "1:4 syntax: the alias *b has no anchor before it", ""),
        (b"a: &a [*a]\n", "1:8 syntax: the alias *a is inside the value it repeats", ""),
        (b"a: 1\n---\nb: 1\n", "2:1 syntax: a second document starts here", "keep one document in a file"),
        (b"? [1]\n: 2\n", "1:3 syntax: a key has to be a string", "quote it if it starts with '{' or '['"),
        (b"a: !!python/name:os.system x",
         "1:4 tag: the tag !!python/name:os.system is not supported in API descriptions",
         "remove it"),
        (b"a: 1\nb: {c: 1, c: 2}\n", "2:11 duplicate-key: duplicate key 'c'",
         "it is first used at line 2, column 5; remove or rename one of the two"),
        (b"a: .nan\n", "1:4 number: .nan is not a number that JSON can express", "quote it if it is a string"),
        (b"a: 1e999\n", "1:4 number: 1e999 is too large a number", "quote it if it is a string"),
        (b"a: " + b"9" * 5000, "1:4 number: this number has too many digits", "quote it if it is a string"),
        (b"ab\x00\x01", "1:3 encoding: the file contains the control character U+0000",
         "a description is a UTF-8 text file with YAML or JSON"),
        (b"a: 1\nb: \xff\xfe", "2:4 encoding: the file is not UTF-8 text",
         "a description is a UTF-8 text file with YAML or JSON"),
        (b"\xff\xfea\x00", "1:1 encoding: the file is in UTF-16", "save it as UTF-8"),
        (b"- a\n", "1:1 type: the file contains a list, not a mapping",
         "an OpenAPI document is a mapping with 'openapi', 'info' and 'paths'"),
        (b"a: \xc2\x80", "1:4 syntax: YAML does not allow the character U+0080", "remove it, or write it as an escape"),
        (b"<<: 1\n", "1:5 syntax: '<<' can only merge mappings", "write it as '<<: *anchor-of-a-mapping'"),
        (b"[" * 129 + b"]" * 129, f"1:{MAX_DEPTH + 1} limit: nested more than {MAX_DEPTH} levels deep", ""),
    ],
    ids=lambda value: repr(value)[:25],
)  # fmt: skip
def test_an_invalid_yaml_file_is_one_located_problem(tmp_path: Path, content: bytes, message: str, hint: str) -> None:
    assert refusal(tmp_path / "a.yaml", content) == (message, hint)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b'{"a": 1,}',
            "1:8 syntax: invalid JSON: illegal trailing comma before end of object"
            if sys.version_info >= (3, 13)
            else "1:9 syntax: invalid JSON: expecting property name enclosed in double quotes",
        ),
        (b"{'a': 1}", "1:2 syntax: invalid JSON: expecting property name enclosed in double quotes"),
        (b'{"a": 1\n "b": 2}', "2:2 syntax: invalid JSON: expecting ',' delimiter"),
        (b'// note\n{"a": 1}', "1:1 syntax: invalid JSON: expecting value"),
        (b'{"a": 1} {}', "1:10 syntax: invalid JSON: extra data"),
        (b'{"b": [{"a": 1,\n "\\u0061": 2}]}', "2:2 duplicate-key: duplicate key 'a'"),
        (b'{"a": "NaN", "b": NaN}', "1:19 number: NaN is not a usable number"),
        (b'{"a": -Infinity}', "1:7 number: -Infinity is not a usable number"),
        (b'{"a": 1e999}', "1:7 number: 1e999 is not a usable number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "1:7 number: 99999999999999999999... is not a usable number"),
        (b'{"a": "\\ud83d\\ude00", "b": "\\ud83d"}',
         "1:28 syntax: a character above U+FFFF is written with half of its \\u escapes"),
        (b'"text"', "1:1 type: the file contains a string, not a mapping"),
        (b"[" * 100_000, f"1:{MAX_DEPTH + 1} limit: nested more than {MAX_DEPTH} levels deep"),
        (b'{"a":' * 200 + b"1" + b"}" * 200, f"1:641 limit: nested more than {MAX_DEPTH} levels deep"),
    ],
    ids=lambda value: repr(value)[:25],
)  # fmt: skip
def test_an_invalid_json_file_is_one_located_problem(tmp_path: Path, content: bytes, message: str) -> None:
    assert refusal(tmp_path / "a.json", content)[0] == message


@pytest.mark.parametrize(
    "content",
    [
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20)),
        "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{x: *a{n - 1}}}\n" for n in range(1, 300)),
        "a0: &a0 {x0: 1}\n" + "".join(f"a{n}: &a{n} {{x{n}: 1, <<: *a{n - 1}}}\n" for n in range(1, 3000)),
    ],
    ids=["exponential", "deep", "merged"],
)
def test_aliases_cannot_expand_a_small_file_without_limit(tmp_path: Path, content: str) -> None:
    assert " limit: " in refusal(tmp_path / "a.yaml", content.encode())[0]


def test_a_missing_file_a_directory_and_an_invalid_path_are_reported(tmp_path: Path) -> None:
    messages: list[str] = []
    for path in (tmp_path / "none.yaml", tmp_path, Path("a\0b")):
        with pytest.raises(UnusableInput) as caught:
            load_document(path)
        messages.append(complaint(caught.value))
    assert messages == [
        "1:1 file: file not found",
        "1:1 file: this is a directory, not a file",
        "1:1 file: the file cannot be read: its path contains a NUL character",
    ]


def test_the_size_of_a_file_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("channelsmith.document.load.MAX_BYTES", 1024 * 1024)
    messages = refusal(tmp_path / "a.yaml", b"a: 1\n" + b"#" * 1024 * 1024)
    assert messages[0] == "1:1 limit: the file is larger than 1 MiB"


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="only the pure reader is there")
@pytest.mark.parametrize("content", ["a: &x [1, {b: on}]\nc: *x\n", "a: [1,\n", "a:\n  b: 1\n  b: 2\n", "a: 'x\n"])
def test_the_python_parser_agrees_with_the_c_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(content)
    fast = outcome(path)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert outcome(path) == fast


def outcome(path: Path) -> object:
    try:
        loaded = load_document(path)
    except UnusableInput as error:
        return str(error)
    return loaded.value, str(loaded.location("/a/1/b"))
