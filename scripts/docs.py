"""Build the documentation as a static site that needs no network: `scripts/docs [FOLDER]`, by default build/docs/site.

The pages are those of docs/ and the reference of every client in generated/. Links between files of the repository
become links between pages, or to the repository where a file is no page. Drawings in Mermaid become SVG. Zensical
builds the site; a broken link is an error.

Before, docs/reference/commands.md is written anew from the help texts of the commands.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import tomllib
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.cli import app as typer_cli
from typer.testing import CliRunner

ROOT = Path(__file__).parents[1]
REPOSITORY = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Source"]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
NAMES = ("--name", "channelsmith", "--title", "Commands")
PAGES = {
    "specs/README.md": "reference/vocabulary.md",
    "specs/channelape/README.md": "clients/channelape-sources.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}
"""Pages whose files are elsewhere in the repository, besides those of the clients."""
_DRAWING = re.compile(r"^```mermaid\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^( *)(```+)[^\n]*\n.*?^\1\2$", re.DOTALL | re.MULTILINE)
_FOLDER_OF_NAV = re.compile(r'"([^"*]+)/\*"')
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#|<)([^)\s#]*)(#[^)\s]*)?(?=\))")


def pages() -> dict[str, str]:
    """Return the file of every page: its path in the site by its path in the repository."""
    own = {f"docs/{path}": path for path in _markdown_files(ROOT / "docs")}
    clients: dict[str, str] = {}
    for client in sorted((ROOT / "generated").iterdir()):
        for path in _markdown_files(client):
            page = "overview.md" if path == "README.md" else path.removeprefix("docs/")  # README.md would be the index
            clients[f"generated/{client.name}/{path}"] = f"clients/{client.name}/{page}"
    return own | PAGES | clients


def _markdown_files(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*.md"))
    return sorted(path.as_posix() for path in found if not {"src", ".venv"} & set(path.parts))


def convert(text: str, file: str, sites: dict[str, str]) -> str:
    """Return the text of a page: with drawings as SVG, and with its links as they are in the site."""
    text = _DRAWING.sub(lambda match: _draw(match[1]), text)
    parts, end = [], 0
    for fence in _FENCE.finditer(text):  # code is no link
        parts += [_relink(text[end : fence.start()], file, sites), fence[0]]
        end = fence.end()
    return "".join([*parts, _relink(text[end:], file, sites)])


def _draw(source: str) -> str:
    with TemporaryDirectory() as work:
        (Path(work) / "drawing.mmd").write_text(source, "utf-8")
        command = ["mermaidx", "-i", "drawing.mmd", "-o", "drawing.svg"]
        subprocess.run(command, check=True, cwd=work, capture_output=True)  # noqa: S603 - our own command
        svg = (Path(work) / "drawing.svg").read_text("utf-8")
    return f'<div style="overflow-x: auto" markdown="0">{svg}</div>'


def _relink(text: str, file: str, sites: dict[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), match[1]))
        page = sites.get(target) or sites.get(f"{target}/README.md")
        if page is None and not (ROOT / target).exists():
            raise SystemExit(f"{file}: the link to {match[1]} leads nowhere")
        if page is None:
            return f"{REPOSITORY}/blob/main/{target}{match[2] or ''}"
        return posixpath.relpath(page, posixpath.dirname(sites[file]) or ".") + (match[2] or "")

    return _LINK.sub(replace, text)


def assemble(folder: Path) -> None:
    """Write the sources of all pages into a folder."""
    sites = pages()
    for file, page in sites.items():
        target = folder / page
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(convert((ROOT / file).read_text("utf-8"), file, sites), "utf-8")


def commands() -> str:
    """Return the page of the commands."""
    lines = CliRunner().invoke(typer_cli, ["channelsmith.cli.app", "utils", "docs", *NAMES]).output
    return unescape(lines).rstrip().replace("* `--help`:", "* `-h, --help`:") + "\n"


def _nav(folder: str) -> str:
    """Return the pages of a folder of the site for its navigation, the index first."""
    found = (page for page in pages().values() if posixpath.dirname(page) == folder)
    return json.dumps(sorted(found, key=lambda page: (not page.endswith(("/index.md", "/overview.md")), page)))


def build(output: Path) -> None:
    """Build the site in a folder, whose content it replaces, and stop on any warning."""
    settings = _FOLDER_OF_NAV.sub(lambda match: _nav(match[1]), (ROOT / "docs" / "zensical.toml").read_text("utf-8"))
    with TemporaryDirectory() as work:
        assemble(Path(work) / "docs")
        (Path(work) / "zensical.toml").write_text(settings, "utf-8")
        subprocess.run(["zensical", "build", "--strict"], check=True, cwd=work, env={**os.environ, "NO_COLOR": "1"})  # noqa: S607
        shutil.rmtree(output, ignore_errors=True)
        shutil.move(Path(work) / "site", output)


if __name__ == "__main__":
    COMMANDS.write_text(commands(), "utf-8")
    build(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "docs" / "site")
