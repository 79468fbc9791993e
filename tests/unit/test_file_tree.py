import json
import os
from pathlib import Path

import pytest

from channelsmith.diagnostics import UnusableInput
from channelsmith.output.file_tree import MANIFEST, FileTree


def tree(**files: str) -> FileTree:
    """A tree of these files (`_` for `/`, `.py` added) and their manifest."""
    named = {f"src/pkg/{name.replace('_', '/')}.py": text for name, text in files.items()}
    return FileTree({**named, MANIFEST: json.dumps({"files": sorted([*named, MANIFEST])})})


def held(folder: Path) -> dict[str, str]:
    return {
        each.relative_to(folder).as_posix(): each.read_text("utf-8") for each in folder.rglob("*") if each.is_file()
    }


def test_the_output_folder_is_created(tmp_path: Path) -> None:
    made = tree(a="x = 1\n", deep_b="é = '\u2028'\r\n")
    assert made.write(tmp_path / "new" / "out") == 3
    assert (tmp_path / "new/out/src/pkg/deep/b.py").read_bytes() == "é = '\u2028'\r\n".encode()
    assert sorted(held(tmp_path / "new/out")) == sorted(made.files)
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["out"]


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    tree(a="1", b="1").write(tmp_path)
    os.utime(tmp_path / "src/pkg/a.py", (0, 0))
    assert tree(a="1", b="2").write(tmp_path) == 1
    assert (tmp_path / "src/pkg/a.py").stat().st_mtime == 0
    assert tree(a="1", b="2").write(tmp_path) == 0


def test_stale_files_and_their_folders_are_removed_and_other_files_stay(tmp_path: Path) -> None:
    tree(a="1", old_b="1", kept_c="1").write(tmp_path)
    (tmp_path / "src/pkg/kept/mine.txt").write_text("mine")
    (tmp_path / "notes.md").write_text("mine")
    assert tree(a="1").write(tmp_path) == 3
    assert sorted(held(tmp_path)) == [MANIFEST, "notes.md", "src/pkg/a.py", "src/pkg/kept/mine.txt"]
    assert not (tmp_path / "src/pkg/old").exists()


@pytest.mark.parametrize(
    ("theirs", "named"),
    [
        ("src/pkg/a.py", "src/pkg/a.py"),
        ("src/pkg/deep", "src/pkg/deep"),
        ("src", "src"),
        (MANIFEST, MANIFEST),
    ],
)
def test_files_that_were_not_generated_are_not_overwritten(tmp_path: Path, theirs: str, named: str) -> None:
    (tmp_path / theirs).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / theirs).write_text("mine")
    with pytest.raises(UnusableInput, match="was not written by channelsmith") as caught:
        tree(a="1", deep_b="1").write(tmp_path)
    assert [each.location and each.location.file for each in caught.value.diagnostics] == [str(tmp_path / named)]
    assert held(tmp_path) == {theirs: "mine"}


def test_a_folder_with_the_name_of_a_file_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "src/pkg/a.py").mkdir(parents=True)
    with pytest.raises(UnusableInput, match="was not written by channelsmith"):
        tree(a="1").write(tmp_path)
    assert held(tmp_path) == {}


def test_a_file_that_only_a_later_run_generates_is_not_overwritten(tmp_path: Path) -> None:
    tree(a="1").write(tmp_path)
    (tmp_path / "src/pkg/b.py").write_text("mine")
    with pytest.raises(UnusableInput, match="was not written by channelsmith"):
        tree(a="2", b="2").write(tmp_path)
    assert (held(tmp_path)["src/pkg/a.py"], held(tmp_path)["src/pkg/b.py"]) == ("1", "mine")


def test_an_identical_file_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "src/pkg").mkdir(parents=True)
    (tmp_path / "src/pkg/a.py").write_text("1")
    assert tree(a="1", b="2").write(tmp_path) == 2


def test_a_file_cannot_be_the_output_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UnusableInput, match="the output is not a folder"):
        tree(a="1").write(tmp_path / "out")


@pytest.mark.parametrize("outside", ["../../outside.py", "../outside.py", "/OUTSIDE", "src/../../../outside.py"])
def test_a_manifest_cannot_name_files_outside_the_folder(tmp_path: Path, outside: str) -> None:
    folder = tmp_path / "a" / "out"
    places = [tmp_path / "outside.py", tmp_path / "a" / "outside.py"]
    tree(a="1").write(folder)
    for place in places:
        place.write_text("mine")
    named = outside.replace("/OUTSIDE", str(places[0]))
    (folder / MANIFEST).write_text(json.dumps({"files": [MANIFEST, "src/pkg/a.py", named]}))
    tree(a="1").write(folder)
    assert [place.read_text() for place in places] == ["mine", "mine"]
    assert list(tree(a="1").differences(folder)) == []


def test_stale_files_behind_a_link_are_not_removed(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    tree(a="1", linked_b="1").write(out)
    other.mkdir()
    (out / "src/pkg/linked/b.py").unlink()
    (out / "src/pkg/linked").rmdir()
    (out / "src/pkg/linked").symlink_to(other)
    (other / "b.py").write_text("mine")
    tree(a="1").write(out)
    assert (other / "b.py").read_text() == "mine"


def test_a_link_with_the_name_of_a_file_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    tree(a="1").write(out)
    (tmp_path / "target.py").write_text("1")
    (out / "src/pkg/a.py").unlink()
    (out / "src/pkg/a.py").symlink_to("b.py")
    (out / "src/pkg/b.py").write_text("1")
    tree(a="2").write(out)
    assert (held(out)["src/pkg/a.py"], held(out)["src/pkg/b.py"]) == ("2", "1")


@pytest.mark.parametrize("manifest", ["", "{", "[]", "{}", '{"files": 3}', '{"files": [1]}', '"files"', "\xff"])
def test_an_invalid_manifest_lists_nothing(tmp_path: Path, manifest: str) -> None:
    tree(a="1").write(tmp_path)
    (tmp_path / MANIFEST).write_bytes(manifest.encode("latin-1"))
    with pytest.raises(UnusableInput, match=f"{MANIFEST}.*was not written by channelsmith"):
        tree(b="1").write(tmp_path)
    assert (tmp_path / "src/pkg/a.py").read_text() == "1"


def test_a_failure_while_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    tree(a="1").write(tmp_path / "out")
    with pytest.raises(UnicodeEncodeError):
        tree(a="2", b="\ud800").write(tmp_path / "out")
    assert held(tmp_path / "out")["src/pkg/a.py"] == "1"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_there_is_no_difference_after_writing(tmp_path: Path) -> None:
    made = tree(a="x\n", deep_b="")
    made.write(tmp_path)
    assert list(made.differences(tmp_path)) == []


def test_differences_are_shown_as_a_diff_file_by_file(tmp_path: Path) -> None:
    tree(a="x = 1\n", gone="y\n", same="").write(tmp_path)
    (tmp_path / "src/pkg/stranger.py").write_text("mine\n")
    (tmp_path / "src/pkg/data.txt").write_text("mine\n")
    (tmp_path / "notes.py").write_text("mine\n")
    now = tree(a="x = 2\n", same="", new="z\n")
    assert [each for each in now.differences(tmp_path) if MANIFEST not in each] == [
        f"--- {tmp_path}/src/pkg/a.py\n+++ generated from the document\n@@ -1 +1 @@\n-x = 1\n+x = 2\n",
        f"--- {tmp_path}/src/pkg/gone.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n",
        "--- /dev/null\n+++ generated from the document\n@@ -0,0 +1 @@\n+z\n",
        f"--- {tmp_path}/src/pkg/stranger.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-mine\n",
    ]


def test_empty_files_are_differences_too(tmp_path: Path) -> None:
    tree(empty="").write(tmp_path)
    (tmp_path / "src/pkg/empty.py").unlink()
    (tmp_path / "src/pkg/more.py").touch()
    assert list(tree(empty="").differences(tmp_path)) == [
        f"{tmp_path}/src/pkg/empty.py: missing\n",
        f"{tmp_path}/src/pkg/more.py: not generated\n",
    ]


def test_line_ends_and_invalid_utf_8_are_differences(tmp_path: Path) -> None:
    tree(a="x\n", b="x\n").write(tmp_path)
    (tmp_path / "src/pkg/a.py").write_bytes(b"x\r\n")
    (tmp_path / "src/pkg/b.py").write_bytes(b"\xff\n")
    assert len(list(tree(a="x\n", b="x\n").differences(tmp_path))) == 2


def test_in_a_missing_folder_every_file_is_a_difference(tmp_path: Path) -> None:
    assert len(list(tree(a="1\n", b="").differences(tmp_path / "none"))) == 3
    assert not (tmp_path / "none").exists()
