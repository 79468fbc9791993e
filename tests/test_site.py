"""The documentation as a site: built without warnings, complete without a network, and searchable in a real browser."""

from __future__ import annotations

import re
import runpy
import shutil
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from support.browser import CHROMIUM, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DOCS = runpy.run_path(str(ROOT / "scripts" / "docs.py"))


class Links(HTMLParser):
    """The anchors and the addresses of a page, by the kind of element."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.anchors = {""}
        self.addresses: list[tuple[str, str]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"id", "name"} and value:
                self.anchors.add(value)
            elif name in {"href", "src"} and value:
                self.addresses.append((tag, value))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    DOCS["build"](folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    return {page: Links(page) for page in site.rglob("*.html") if page.name != "404.html"}


def test_every_page_of_the_repository_is_a_page_of_the_site(site: Path, pages: dict[Path, Links]) -> None:
    assert {site / page.replace(".md", ".html") for page in DOCS["pages"]().values()} == pages.keys()


def test_every_link_of_the_site_leads_to_a_page_and_a_section(pages: dict[Path, Links]) -> None:
    broken = []
    for page, links in pages.items():
        for _, address in links.addresses:
            url = urlsplit(address)
            target = (page.parent / unquote(url.path)).resolve() if url.path else page
            if url.scheme or url.netloc:
                continue
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (target in pages and unquote(url.fragment) not in pages[target].anchors):
                broken.append(f"{page.name}: {address}")
    assert broken == []


def test_a_page_loads_nothing_from_a_network(pages: dict[Path, Links]) -> None:
    loaded = {address for links in pages.values() for tag, address in links.addresses if tag != "a"}
    assert [address for address in loaded if urlsplit(address).netloc] == []


def test_drawings_are_part_of_the_page(site: Path) -> None:
    text = (site / "how-it-works.html").read_text("utf-8")
    assert text.count("<svg") >= 2
    assert "repository</" not in text
    assert re.search(r"declared\s+limits", re.sub(r"<[^>]+>", " ", text))


def test_the_page_of_the_commands_is_up_to_date() -> None:
    assert DOCS["COMMANDS"].read_text("utf-8") == DOCS["commands"]()


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_the_search_finds_a_section_in_a_browser(site: Path, address: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "support" / "search.html", site)
    found = visit(f"{address}/search.html", tmp_path)
    assert "vocabulary.html?h=idempotency#x-retry-and-x-idempotency-key" in found.dom
    assert "error" not in found.console.lower()
