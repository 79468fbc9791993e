import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from channelsmith.diagnostics import Severity, UnusableInput
from channelsmith.output.file_tree import Change, FileTree, describe_folder
from channelsmith.output.manifest import MANIFEST, Manifest, render_manifest

SUPPORT = Path(__file__).parents[1] / "support"


def tree(package: str = "pkg", /, **files: str) -> FileTree:
    """A tree of these files (`_` for `/`, `.py` added) and their manifest."""
    named = {f"src/pkg/{name.replace('_', '/')}.py": text for name, text in files.items()}
    return FileTree({**named, MANIFEST: render_manifest(package, "", named)})


def without_digests(folder: Path) -> None:
    """Make a manifest one of an older version, which lists names only."""
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**manifest, "files": [*manifest["files"]]}))


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
    assert tree(a="1", b="2").write(tmp_path) == 2  # the manifest, too
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


@pytest.mark.parametrize(
    "manifest",
    ["", "{", "[]", "{}", '{"files": 3}', '{"files": [1]}', '"files"', "\xff", pytest.param("[" * 100_000, id="deep")],
)
def test_an_invalid_manifest_lists_nothing(tmp_path: Path, manifest: str) -> None:
    tree(a="1").write(tmp_path)
    (tmp_path / MANIFEST).write_bytes(manifest.encode("latin-1"))
    assert render_manifest("a", "", {}, folder=tmp_path)
    with pytest.raises(UnusableInput, match=f"{MANIFEST}.*was not written by channelsmith"):
        tree(b="1").write(tmp_path)
    assert (tmp_path / "src/pkg/a.py").read_text() == "1"


def test_a_failure_while_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    tree(a="1").write(tmp_path / "out")
    with pytest.raises(UnicodeEncodeError):
        FileTree({**tree(a="2").files, "b.py": "\ud800"}).write(tmp_path / "out")
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
    assert [each.diff for each in now.differences(tmp_path) if each.path.name != MANIFEST] == [
        f"--- {tmp_path}/src/pkg/a.py\n+++ generated from the document\n@@ -1 +1 @@\n-x = 1\n+x = 2\n",
        f"--- {tmp_path}/src/pkg/gone.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n",
        "--- /dev/null\n+++ generated from the document\n@@ -0,0 +1 @@\n+z\n",
    ]


def test_empty_files_are_differences_too(tmp_path: Path) -> None:
    tree(empty="", more="").write(tmp_path)
    (tmp_path / "src/pkg/empty.py").unlink()
    assert [each.diff for each in tree(empty="").differences(tmp_path) if each.path.name != MANIFEST] == [
        f"{tmp_path}/src/pkg/empty.py: missing\n",
        f"{tmp_path}/src/pkg/more.py: not generated\n",
    ]


def test_line_ends_and_invalid_utf_8_are_differences(tmp_path: Path) -> None:
    tree(a="x\n", b="x\n").write(tmp_path)
    (tmp_path / "src/pkg/a.py").write_bytes(b"x\r\n")
    (tmp_path / "src/pkg/b.py").write_bytes(b"\xff\n")
    changes = [each.change for each in tree(a="x\n", b="x\n").differences(tmp_path)]
    assert changes == [Change.STALE, Change.EDITED]  # git may have changed the line ends


def test_in_a_missing_folder_every_file_is_a_difference(tmp_path: Path) -> None:
    assert len(list(tree(a="1\n", b="").differences(tmp_path / "none"))) == 3
    assert not (tmp_path / "none").exists()


def refused(tree: FileTree, folder: Path) -> dict[str, str]:
    """The messages of a refusal by file; nothing is written then, and `force` writes everything."""
    before = held(folder)
    with pytest.raises(UnusableInput) as caught:
        tree.write(folder)
    assert held(folder) == before
    assert "--force" in caught.value.diagnostics[0].hint
    tree.write(folder, force=True)
    assert {path: text for path, text in held(folder).items() if path in tree.files} == tree.files
    assert set(Manifest.read(folder / MANIFEST).files) == set(tree.files)
    return {
        Path(each.location.file).relative_to(folder).as_posix(): each.message
        for each in caught.value.diagnostics
        if each.location is not None
    }


def test_edited_files_are_not_overwritten(tmp_path: Path) -> None:
    tree(a="1", b="1", c="1", d="1", gone="1").write(tmp_path)
    for name in ("a", "b", "gone"):
        (tmp_path / f"src/pkg/{name}.py").write_text("mine")
    (tmp_path / "src/pkg/d.py").unlink()
    edited = "the file was edited since it was generated"
    assert refused(tree(a="1", b="2", c="2", d="2"), tmp_path) == {
        "src/pkg/a.py": edited,
        "src/pkg/b.py": edited,
        "src/pkg/gone.py": edited,
    }
    assert not (tmp_path / "src/pkg/gone.py").exists()


def test_an_edit_that_is_what_is_generated_now_is_no_loss(tmp_path: Path) -> None:
    tree(a="1").write(tmp_path)
    (tmp_path / "src/pkg/a.py").write_text("2")
    assert tree(a="2").write(tmp_path) == 1  # the manifest


def test_other_line_ends_are_no_edit(tmp_path: Path) -> None:
    tree(a="1\n2\n").write(tmp_path)
    (tmp_path / "src/pkg/a.py").write_bytes(b"1\r\n2\r\n")
    assert tree(a="2\n").write(tmp_path) == 2


def test_a_file_that_users_may_edit_is_overwritten(tmp_path: Path) -> None:
    files = {"names.json": "{}"}
    FileTree({**files, MANIFEST: render_manifest("pkg", "", files, editable=["names.json"])}).write(tmp_path)
    (tmp_path / "names.json").write_text("edited")
    files = {"names.json": "{}\n"}
    FileTree({**files, MANIFEST: render_manifest("pkg", "", files, editable=["names.json"])}).write(tmp_path)
    assert (tmp_path / "names.json").read_text() == "{}\n"


def test_another_package_is_not_overwritten(tmp_path: Path) -> None:
    tree("other", a="1", **{f"x{number}": "1" for number in range(30)}).write(tmp_path)
    message = "the output belongs to the package 'other', not 'pkg'"
    assert refused(tree(a="2", b="2"), tmp_path) == {MANIFEST: message}
    assert sorted(held(tmp_path)) == [MANIFEST, "src/pkg/a.py", "src/pkg/b.py"]


def test_every_file_that_was_not_generated_is_named(tmp_path: Path) -> None:
    (tmp_path / "src/pkg").mkdir(parents=True)
    for name in ("a", "b", "mine"):
        (tmp_path / f"src/pkg/{name}.py").write_text("mine")
    assert list(refused(tree(a="1", b="1"), tmp_path)) == ["src/pkg/a.py", "src/pkg/b.py"]
    assert (tmp_path / "src/pkg/mine.py").read_text() == "mine"


def test_a_package_of_an_older_version_is_replaced_with_a_remark(tmp_path: Path) -> None:
    tree(a="1", gone="1").write(tmp_path)
    (tmp_path / "src/pkg/a.py").write_text("edited")
    without_digests(tmp_path)
    (remark,) = describe_folder(tmp_path, "src/pkg")
    assert (remark.severity, "edits by hand are not noticed" in remark.message) == (Severity.INFO, True)
    tree(a="2").write(tmp_path)
    assert held(tmp_path) == tree(a="2").files
    assert list(describe_folder(tmp_path, "src/pkg")) == []


def test_files_of_the_users_own_are_named_and_no_difference(tmp_path: Path) -> None:
    tree(a="1").write(tmp_path)
    for path in (
        "src/pkg/own.py",
        "src/pkg/data/own.txt",
        "src/pkg/__pycache__/a.pyc",
        "src/pkg/.hidden/a",
        "notes.md",
    ):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("mine")
    named = [each.location.file for each in describe_folder(tmp_path, "src/pkg") if each.location is not None]
    assert named == [f"{tmp_path}/src/pkg/data/own.txt", f"{tmp_path}/src/pkg/own.py"]
    assert list(tree(a="1").differences(tmp_path)) == []


def test_edited_stale_and_missing_files_are_told_apart(tmp_path: Path) -> None:
    tree(edited="1", stale="1", both="1", gone="1", missing="1", same="1").write(tmp_path)
    (tmp_path / "src/pkg/edited.py").write_text("mine")
    (tmp_path / "src/pkg/both.py").write_text("mine")
    (tmp_path / "src/pkg/missing.py").unlink()
    now = tree(edited="1", stale="2", both="2", missing="1", same="1", new="1")
    assert {each.path.stem: each.change.value for each in now.differences(tmp_path)} == {
        "both": "edited",
        "edited": "edited",
        "gone": "stale",
        "missing": "missing",
        "new": "missing",
        "stale": "stale",
        "generation": "stale",
    }


def test_a_run_that_was_killed_at_any_step_is_finished_by_the_next_one(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    command = [sys.executable, str(SUPPORT / "killed_writes.py"), str(tmp_path / "base")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    states = json.loads(done.stdout)
    assert sum(not ended for ended, _ in states) > 80
    assert sum(has_leftovers for _, has_leftovers in states) > 40
