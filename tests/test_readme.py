"""Every Python block of the README runs as printed, and every command it shows exists."""

import contextlib
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.sandbox import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ASSISTANT = ROOT / "examples" / "assistant.yaml"
PRINTED: dict[str, str | Path] = {
    "http://127.0.0.1:8080/api": "channelengine",
    "http://127.0.0.1:8081": "channelape",
    "http://127.0.0.1:8082": ASSISTANT,
}
"""The addresses that the README shows, and the API that is served there."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def addresses() -> Iterator[dict[str, str]]:
    """The address to use for each that is printed."""
    with ExitStack() as stack:
        yield {shown: stack.enter_context(run(api, time_scale=0.016)).url for shown, api in PRINTED.items()}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The package of the document that the README generates can be imported."""
    output = tmp_path_factory.mktemp("assistant")
    command = ["generate", "--spec", str(ASSISTANT), "--output", str(output)]
    assert CliRunner().invoke(app, command).exit_code == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(output / "src")
        yield


@pytest.mark.usefixtures("assistant")
@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_a_python_block_runs_and_says_something(addresses: dict[str, str], number: int) -> None:
    code = blocks("python")[number]
    for printed, used in addresses.items():
        code = code.replace(printed, used)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(code, f"README block {number}", "exec"), {"__name__": "__main__"})  # noqa: S102 -- our own README
    assert said.getvalue().strip()


COMMANDS = [line.split("#")[0].strip() for block in blocks("bash") for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_shown_command_exists(command: str) -> None:
    program, *words = command.split()
    if program.startswith("./scripts/"):
        assert (ROOT / program).stat().st_mode & 0o111
    else:
        assert program == ".venv/bin/channelsmith"
        shown = CliRunner().invoke(app, [words[0], "--help"])
        options = re.findall(r"--[a-z-]+", command)
        assert shown.exit_code == 0
        assert [each for each in options if each not in shown.output] == []


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_a_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
