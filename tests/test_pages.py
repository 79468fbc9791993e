"""Every Python block of the README and of docs/ runs as printed, every command exists, every link leads somewhere."""

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.sandbox import run
from support.pasting import blocks, paste

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]
}
TUTORIAL = PAGES["docs/tutorial.md"]
SERVERS: dict[str, str | Path] = {
    "http://127.0.0.1:8080/api": "channelengine",
    "http://127.0.0.1:8081": "channelape",
    "http://127.0.0.1:8082": ROOT / "examples" / "assistant.yaml",
}
"""The addresses that the pages show, and what is served there."""
BLOCKS = [(page, number) for page, text in PAGES.items() for number in range(len(blocks(text, "python")))]
COMMANDS = [
    (page, line.split("#")[0].strip())
    for page, text in PAGES.items()
    for block in blocks(text, "bash")
    for line in block.splitlines()
    if line.strip()
]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The address to use for each that is printed; the packages that the pages generate can be imported."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "shop.yaml").write_text(blocks(TUTORIAL, "yaml")[0], "utf-8")
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        for spec in (ROOT / "examples" / "assistant.yaml", folder / "shop.yaml"):
            output = folder / spec.stem
            result = CliRunner().invoke(app, ["generate", "--spec", str(spec), "--output", str(output)])
            assert result.exit_code == 0, result.output
            patch.syspath_prepend(output / "src")
        patch.chdir(folder)
        (folder / ".demo").mkdir()
        used = {shown: stack.enter_context(run(api, time_scale=0.016)).url for shown, api in SERVERS.items()}
        used["http://127.0.0.1:8083"] = stack.enter_context(run(folder / "shop.yaml")).url
        patch.setenv("SHOP_BASE_URL", used["http://127.0.0.1:8083"])
        yield used
        for name in [name for name in sys.modules if name.partition(".")[0] in {"shop", "assistant"}]:
            del sys.modules[name]


@pytest.mark.parametrize(("page", "number"), BLOCKS)
def test_a_python_block_can_be_pasted_line_by_line(addresses: dict[str, str], page: str, number: int) -> None:
    assert paste(blocks(PAGES[page], "python")[number], addresses, {"__name__": "__main__"}).strip()


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_exists_with_its_options(page: str, command: str) -> None:
    program, *words = shlex.split(command)
    if program.startswith("./scripts/"):
        assert (ROOT / program).stat().st_mode & 0o111
    elif program == "channelsmith":
        result = CliRunner().invoke(app, [words[0], "--help"], env={"COLUMNS": "200"})
        assert result.exit_code == 0
        assert [word for word in words[1:] if word.startswith("--") and word not in result.output] == []
    else:
        assert program in {"export", "git", "npm", "pip", "tar"} or shutil.which(program), f"{page}: {program}"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    targets = re.findall(r"\]\((?![a-z]+:)([^)#]+)", PAGES[page])
    assert [target for target in targets if not (folder / target).exists()] == []
