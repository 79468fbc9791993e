from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.output.watch import watch_files

DOCUMENT = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {}}}}\n"


class Steps:
    """A replacement for `sleep` that takes one step each time."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        self._steps = list(steps)
        self.slept = 0

    def __call__(self, seconds: float) -> None:
        self.slept += 1
        assert seconds > 0
        if self._steps:
            self._steps.pop(0)()


def nothing() -> None:
    """Change no file."""


def runs(files: Callable[[], Iterable[Path]], *steps: Callable[[], object], looks: int | None = None) -> int:
    """The number of runs while these steps are taken."""
    done: list[int] = []

    def run() -> Iterable[Path]:
        done.append(1)
        return files()

    watch_files(run, Steps(*steps), max_checks=looks if looks is not None else len(steps))
    return len(done)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text("a")
    return tmp_path / "a.yaml"


def test_without_a_change_there_is_one_run(spec: Path) -> None:
    assert runs(lambda: [spec], nothing, nothing, nothing) == 1


def test_a_run_starts_when_a_file_has_stopped_changing(spec: Path) -> None:
    def write(text: str) -> Callable[[], object]:
        return lambda: spec.write_text(text)

    assert runs(lambda: [spec], write("bb"), looks=1) == 1
    assert runs(lambda: [spec], write("ccc"), write("dddd"), write("eeeee"), nothing) == 2
    assert runs(lambda: [spec], write("f"), nothing, write("gg"), nothing) == 3


def test_creating_or_deleting_a_file_is_a_change(spec: Path, tmp_path: Path) -> None:
    assert runs(lambda: [spec], spec.unlink, nothing) == 2
    assert runs(lambda: [tmp_path / "new"], lambda: (tmp_path / "new").write_text(""), nothing) == 2


def test_every_run_decides_which_files_are_watched(spec: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.yaml"
    part.write_text("a")

    def files() -> list[Path]:
        return [spec, part] if "part" in spec.read_text() else [spec]

    assert runs(files, lambda: part.write_text("bb"), nothing) == 1
    assert runs(files, lambda: spec.write_text("part"), nothing, lambda: part.write_text("ccc"), nothing) == 3


def test_a_change_during_a_run_starts_another_one(spec: Path) -> None:
    texts = iter(["during the second run"])

    def files() -> list[Path]:
        if spec.read_text() == "bb":
            spec.write_text(next(texts))
        return [spec]

    assert runs(files, lambda: spec.write_text("bb"), nothing, nothing, nothing) == 3


def test_the_command_survives_errors_and_stops_cleanly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec, output = tmp_path / "openapi.yaml", tmp_path / "client"
    spec.write_text("nonsense: true\n")

    def stop() -> None:
        raise KeyboardInterrupt

    steps = Steps(lambda: spec.write_text(DOCUMENT), nothing, stop)
    monkeypatch.setattr("channelsmith.cli.generate.time.sleep", steps)
    arguments = ["generate", "--spec", str(spec), "--output", str(output), "--package", "shop", "--watch"]
    result = CliRunner().invoke(app, arguments)
    assert (result.exit_code, steps.slept) == (0, 3)
    assert f"{spec}:1:1: error:" in result.stderr
    assert (output / "src" / "shop" / "client.py").is_file()
    assert "Traceback" not in result.output
