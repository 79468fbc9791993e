"""Stop writing at every step that touches the file system, let the next run finish, and compare its result.

Prints, for every stop, whether the run came to its end, and whether it left something behind. From the stop on, every
further step fails, so that no cleaning up takes place, as after `kill -9`. A program of its own, as audit hooks stay.
"""

import json
import shutil
import sys
from pathlib import Path

from channelsmith.output.file_tree import FileTree, has_leftovers
from channelsmith.output.manifest import MANIFEST, render_manifest

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
MAX_STEPS = 1000
base = Path(sys.argv[1])
remaining = sys.maxsize


class StoppedError(BaseException):
    """The process would have ended here."""


def count_step(event: str, arguments: tuple[object, ...]) -> None:
    global remaining  # noqa: PLW0603 -- an audit hook has no other place for it
    path = arguments[0] if event in STEPS else None
    if isinstance(path, str | Path) and (not Path(path).is_absolute() or Path(path).is_relative_to(base)):
        remaining -= 1
        if remaining < 0:
            raise StoppedError


def tree(**files: str) -> FileTree:
    files = {f"src/pkg/{name}.py": text for name, text in files.items()}
    files[MANIFEST] = render_manifest("pkg", "", files)
    return FileTree(files, {base / "names.json": str(files)})


FIRST, SECOND, THIRD = tree(a="1", gone="1"), tree(a="2", b="2"), tree(b="3")


def held(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def write_and_stop(tree: FileTree, steps: int) -> bool:
    """Write a tree, but no further than some steps; return whether that was to the end."""
    global remaining  # noqa: PLW0603
    remaining = steps
    try:
        tree.write(base / "out")
    except StoppedError:
        return False
    finally:
        remaining = sys.maxsize
    return True


def try_steps(earlier: FileTree | None, disturbed: list[FileTree], last: FileTree, steps: int) -> tuple[bool, bool]:
    shutil.rmtree(base)
    (base / "out/src/pkg").mkdir(parents=True)
    (base / "out/src/pkg/own.py").write_text("mine")
    if earlier is not None:
        earlier.write(base / "out")
    ended = [write_and_stop(each, steps) for each in disturbed]
    leftovers = has_leftovers(base / "out")
    last.write(base / "out")
    expected = {f"out/{path}": text for path, text in last.files.items()}
    expected |= {"out/src/pkg/own.py": "mine", "names.json": last.outside[base / "names.json"]}
    assert held(base) == expected, (steps, held(base))
    assert {path.name for path in base.rglob("*") if path.is_dir()} == {"out", "src", "pkg"}
    return all(ended), leftovers


def main() -> None:
    sys.addaudithook(count_step)
    results: list[tuple[bool, bool]] = []
    for earlier, disturbed, last in (
        (None, [FIRST], FIRST),  # a first run
        (None, [FIRST], SECOND),  # and the document changed since
        (FIRST, [SECOND], SECOND),
        (FIRST, [SECOND, THIRD], SECOND),  # stopped twice
    ):
        for steps in range(MAX_STEPS):
            results.append(try_steps(earlier, disturbed, last, steps))
            if results[-1][0]:
                break
    print(json.dumps(results))  # noqa: T201


main()
