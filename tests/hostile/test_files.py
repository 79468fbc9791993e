"""Files that are none, folders that are somebody else's, and tables that are broken: a message, and nothing written."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from channelsmith.config import NOT_PACKAGES, config_for_document
from channelsmith.diagnostics import UnusableInput
from channelsmith.document.load import load_document
from channelsmith.output.file_tree import FileTree
from channelsmith.output.manifest import MANIFEST
from channelsmith.pipeline import generate_package
from hostile import twins
from hostile.documents import everywhere, written
from hostile.markdown import marks
from hostile.payloads import PAYLOADS
from support.documents import complaint

TREE = FileTree({"src/shop/a.py": "x = 1\n", "docs/a.md": "# a\n", MANIFEST: '{"files": []}\n'})


QUOTE = '"'


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(UnusableInput) as caught:
        action()
    return complaint(caught.value)


def held(folder: Path) -> Mapping[str, str]:
    """Every file below a folder, links not followed, and what is in it."""
    found = (Path(at) / name for at, _, names in os.walk(folder) for name in names)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found if path.is_file()}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (os.mkfifo, "1:1 file: not a regular file"),
        (Path.mkdir, "1:1 file: this is a directory, not a file"),
        (lambda path: path.symlink_to(path), "1:1 file: the file cannot be read: too many levels of symbolic links"),
        (lambda path: path.symlink_to("/dev/zero"), "1:1 file: not a regular file"),
        (lambda path: path.symlink_to("gone"), "1:1 file: file not found"),
    ],
    ids=["pipe", "folder", "circle", "device", "gone"],
)
def test_a_document_is_a_regular_file(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    make(tmp_path / "spec.yaml")
    assert refusal(lambda: load_document(tmp_path / "spec.yaml")) == said


@pytest.mark.parametrize("name", ["a\0b", "a" * 300])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(lambda: load_document(tmp_path / name)).startswith("1:1 file: the file cannot be read")


def test_a_folder_that_is_a_link_is_written_into_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    assert TREE.write(tmp_path / "out") == len(TREE.files)
    assert held(tmp_path / "real") == TREE.files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "real"]


@pytest.mark.parametrize("link", ["src", "src/shop", "docs"])
def test_nothing_is_written_through_a_link_inside(tmp_path: Path, link: str) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "out" / link).parent.mkdir(parents=True)
    (tmp_path / "out" / link).symlink_to(tmp_path / "away")
    said = refusal(lambda: TREE.write(tmp_path / "out"))
    assert said == "1:1 output: the output already exists and was not written by channelsmith"
    assert held(tmp_path / "away") == {}


def test_a_file_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "out" / "docs").mkdir(parents=True)
    (tmp_path / "out" / "docs" / "a.md").symlink_to(tmp_path / "mine.txt")
    refusal(lambda: TREE.write(tmp_path / "out"))
    (tmp_path / "out" / MANIFEST).write_text('{"files": ["docs/a.md", "generation.json"]}')
    refusal(lambda: TREE.write(tmp_path / "out"))
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("name", [MANIFEST, "docs/a.md", "src/shop/a.py"])
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_a_pipe_or_a_device_in_the_output_is_told(tmp_path: Path, name: str, make: Callable[[Path], object]) -> None:
    TREE.write(tmp_path)
    (tmp_path / name).unlink()
    make(tmp_path / name)
    for action in (lambda: TREE.write(tmp_path), lambda: list(TREE.differences(tmp_path))):
        assert refusal(action) == "1:1 output: the output cannot be used: not a regular file"


@pytest.mark.parametrize(
    "names", [["../mine.txt"], ["docs/../../mine.txt"], ["a\0b"], ["/etc/hosts"], [""], ["."], ["x" * 300]]
)
def test_a_manifest_can_not_have_other_files_removed(tmp_path: Path, names: list[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MANIFEST).write_text(json.dumps({"files": [*names, MANIFEST]}))
    assert TREE.write(tmp_path / "out") == len(TREE.files)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert held(tmp_path / "out") == TREE.files


@pytest.mark.parametrize(
    "name", ["link/a.py", "src/link/a.py", "src/shop/../shop/a.py", "./src/shop/a.py", "src//shop/a.py"]
)
def test_a_manifest_names_a_file_by_one_path_only(tmp_path: Path, name: str) -> None:
    TREE.write(tmp_path)
    (tmp_path / "link").symlink_to("src/shop")
    (tmp_path / "src" / "link").symlink_to("shop")
    (tmp_path / MANIFEST).write_text(json.dumps({"files": [name, *TREE.files]}))
    TREE.write(tmp_path)
    assert {path: (tmp_path / path).read_text() for path in TREE.files} == TREE.files
    assert ((tmp_path / "link").is_symlink(), list(TREE.differences(tmp_path))) == (True, [])


def test_a_file_whose_name_changed_in_case_only_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TREE.write(tmp_path)
    os.link(tmp_path / "docs" / "a.md", tmp_path / "docs" / "A.md")  # as a file system has it that ignores case
    monkeypatch.setattr(Path, "replace", lambda old, new: new.write_text(old.read_text()))
    (tmp_path / MANIFEST).write_text(json.dumps({"files": ["docs/A.md", *TREE.files]}))
    TREE.write(tmp_path)
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == ["A.md", "a.md"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("mine"), "the output is not a folder"),
        (lambda path: path.symlink_to("gone"), "the output is not a folder"),
        (os.mkfifo, "the output is not a folder"),
        (lambda path: path.symlink_to(path), "the output is not a folder"),
    ],
    ids=["file", "link to nothing", "pipe", "circle"],
)
def test_an_output_that_is_no_folder_is_left_alone(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    make(tmp_path / "out")
    assert refusal(lambda: TREE.write(tmp_path / "out")) == f"1:1 output: {said}"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("out", ["x" * 300, "a\0b", "mine.txt/out", "/proc/nothing/out"])
def test_an_output_that_can_not_be_made_is_told(tmp_path: Path, out: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert refusal(lambda: TREE.write(tmp_path / out)).startswith("1:1 output: the output cannot be used: ")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", PAYLOADS)
def test_whatever_a_document_is_called_its_package_has_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    stem = PAYLOADS[name].replace("\0", "").replace("/", "_")[:60]
    config = config_for_document(tmp_path / f"{stem}.json", tmp_path / "out", None)
    assert (config.target.package.isidentifier(), config.target.package.isascii()) == (True, True)
    assert config.target.package not in NOT_PACKAGES


@pytest.mark.parametrize("name", ["traversal", "absolute path", "drive", "share", "device", "code", "nul"])
def test_nothing_is_written_outside_the_output_folder(tmp_path: Path, name: str) -> None:
    spec = written(everywhere(PAYLOADS[name]), tmp_path / "api")
    tree, _ = generate_package(config_for_document(spec, tmp_path / "out", "shop"))
    tree.write(tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["api", "out"]
    assert held(tmp_path / "out") == tree.files
    assert [path.name for path in (tmp_path / "api").iterdir()] == ["openapi.json"]


def with_table(folder: Path, table: bytes) -> Path:
    """A document whose error codes stand in a table."""
    (folder / "codes.csv").write_bytes(table)
    body = {"type": "object", "properties": {"code": {"type": "integer"}, "message": {"type": "string"}}}
    refused = {"description": "no", "content": {"application/json": {"schema": body}}}
    operation = {"operationId": "get", "tags": ["a"], "responses": {"200": {"description": "ok"}, "400": refused}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "x-error-codes": {"table": "codes.csv", "codes": "/code", "messages": "/message"},
        "paths": {"/a": {"get": operation}},
    }
    return written(document, folder)


HEAD = b"code,name,message\n"
FORM = "is not in the form ORDER_NOT_FOUND"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b"1,A,\xff\n", "2:1 error-table: the table is not UTF-8 text"),
        (b'1,A,"open\n', "2:1 error-table: invalid CSV: unexpected end of data"),
        (b'1,A,"a"b\n', "2:1 error-table: invalid CSV: ',' expected after '\"'"),
        (b"1,A,b\n" * 200_000, "1:1 error-table: the table is larger than 1024 KiB"),
        ("\u0661,A,b\n".encode(), "2:1 error-table: the code '\u0661' is not an integer"),
        (b"1,__init__,b\n", f"2:1 error-table: the name '__init__' {FORM}"),
        (b"1,A = 1; import os,b\n", f"2:1 error-table: the name 'A = 1; import os' {FORM}"),
    ],
)
def test_a_table_that_is_none_is_told_with_its_line(tmp_path: Path, rows: bytes, said: str) -> None:
    spec = with_table(tmp_path, HEAD + rows)
    assert refusal(lambda: generate_package(config_for_document(spec, tmp_path / "out", "shop"))) == said


def test_cells_of_a_table_are_text_wherever_they_stand(tmp_path: Path) -> None:
    def tree(texts: Iterable[str]) -> Mapping[str, str]:
        rows = [f'{at},CODE_{at},"{text.replace(QUOTE, QUOTE * 2)}"\n' for at, text in enumerate(texts)]
        spec = with_table(tmp_path, HEAD + "".join(rows).encode())
        return generate_package(config_for_document(spec, tmp_path / "out", "shop"))[0].files

    texts = [text for text in PAYLOADS.values() if "\0" not in text]
    mine, twin = tree(texts), tree("benign" for _ in texts)
    assert twins.shapes(mine) == twins.shapes(twin)
    assert marks(mine["docs/error-codes.md"]) == marks(twin["docs/error-codes.md"])
