"""The page at `/`: what is served of it, and what a real browser makes of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from channelsmith.sandbox import Running, run
from support.browser import CHROMIUM, visit
from support.sandboxes import start, start_text
from support.shop import KEY, written

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "build" / "artefacts"
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
HOSTILE = """
openapi: 3.1.0
info: {title: "<img src=x onerror=alert(1)>", version: "1"}
paths:
  /things:
    get:
      operationId: "</script><script>alert(1)</script>"
      summary: "<b onclick=alert(1)>bold</b>"
      tags: ["<i>tag</i>"]
      responses: {"200": {description: Fine, content: {application/json: {example: ["<u>item</u>"]}}}}
"""
in_a_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="NOT CHECKED IN A BROWSER: there is no chromium (apt-get install chromium)"
)


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with run("channelape") as running:
        yield running


def home(server: Running) -> str:
    return server.control_url.removesuffix("_sandbox")


def told(server: Running, path: str) -> Any:
    return httpx.get(f"{server.control_url}/{path}").json()


# ---------------------------------------------------------------- what is served


def test_browsers_get_the_page_and_all_others_the_api(tmp_path: Path) -> None:
    sandbox = start(written(tmp_path), headers=KEY)
    page, api = sandbox.get("/", headers=BROWSER), sandbox.get("/")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert api.status_code == 404


def test_a_browser_at_the_base_url_gets_the_page(tmp_path: Path) -> None:
    sandbox = start_text(HOSTILE.replace("paths:", "servers: [{url: 'https://example.com/api'}]\npaths:"), tmp_path)
    for address in ("/api", "/api/"):
        page = sandbox.get(address, headers=BROWSER)
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert sandbox.get(address).status_code == 404


def test_the_root_of_the_api_goes_before_the_page(tmp_path: Path) -> None:
    document = HOSTILE.replace("/things:", "/:")
    sandbox = start_text(document, tmp_path)
    assert sandbox.get("/", headers=BROWSER).json() == ["<u>item</u>"]
    assert sandbox.get("/_sandbox/page/").text.startswith("<!doctype html>")


@pytest.mark.parametrize("path", ["/", "/_sandbox/page/page.js", "/_sandbox/page/reference.html"])
def test_nothing_runs_on_the_page_but_its_own_files(tmp_path: Path, path: str) -> None:
    response = start(written(tmp_path)).get(path, headers=BROWSER)
    said = [rule.split(maxsplit=1) for rule in response.headers["content-security-policy"].split(";")]
    rules = {name: value for name, value in said}  # noqa: C416 -- lists of two are no pairs to a type checker
    assert (rules["default-src"], rules["script-src"], rules["style-src"]) == ("'none'", "'self'", "'self'")
    assert (rules["connect-src"], rules["base-uri"], rules["form-action"]) == ("'self'", "'none'", "'none'")
    assert response.headers["x-content-type-options"] == "nosniff"


def test_every_file_that_the_page_names_is_served_and_none_is_from_elsewhere(tmp_path: Path) -> None:
    sandbox = start(written(tmp_path))
    texts = [sandbox.get(path, headers=BROWSER).text for path in ("/", "/_sandbox/page/reference.html")]
    named = {name for text in texts for name in re.findall(r'(?:src|href)="([^"]+)"', text)}
    assert {name: sandbox.get(name).status_code for name in named} == dict.fromkeys(named, 200)
    assert {name for name in named if not name.startswith("/_sandbox/")} == set()


@pytest.mark.parametrize(
    "name", ["../routes.py", "..%2froutes.py", "reference/../routes.py", "nothing.js", "/etc/passwd"]
)
def test_no_other_file_is_served(tmp_path: Path, name: str) -> None:
    assert start(written(tmp_path)).get(f"/_sandbox/page/{name}").status_code == 404


# ---------------------------------------------------------------- in a browser


@in_a_browser
def test_operations_and_state_are_shown_and_a_call_is_tried(server: Running, tmp_path: Path) -> None:
    operations = told(server, "operations")["operations"]
    first = told(server, "state/orders?limit=1")["items"][0]["id"]
    before = told(server, "requests")["count"]
    seen = visit(f"{home(server)}?try=getOrder", tmp_path)
    tried = told(server, "requests")["requests"][0]
    assert re.findall(r'data-id="([^"]+)"', seen.dom) == [one["id"] for one in operations]
    assert f"<b>{first}</b>" in seen.dom
    assert 'data-ready="yes"' in seen.dom
    assert (tried["operation"], tried["status"]) == ("getOrder", 200)
    assert told(server, "requests")["count"] == before + 1
    assert '<span class="status s2">200</span>' in seen.dom
    assert f'"id": "{tried["path"].rpartition("/")[2]}"' in seen.dom
    assert seen.console == ""


@in_a_browser
def test_the_reference_is_rendered_without_a_network(server: Running, tmp_path: Path) -> None:
    seen = visit(f"{server.control_url}/page/reference.html", tmp_path)
    assert seen.dom.count('class="opblock opblock-') > 100
    assert "Content Security Policy" not in seen.console


@in_a_browser
@pytest.mark.parametrize("view", ["call", "state", "requests", "faults", "reference"])
def test_a_picture_of_each_view_is_kept(server: Running, tmp_path: Path, view: str) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    picture = ARTEFACTS / f"sandbox-{view}.png"
    picture.unlink(missing_ok=True)
    visit(f"{home(server)}#{view}", tmp_path, screenshot=picture)
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture.stat().st_size > 20_000


@in_a_browser
def test_text_of_the_document_is_never_markup(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(HOSTILE, encoding="utf-8")
    with run(spec) as server:
        seen = visit(home(server), tmp_path / "profile")
    assert '<h1 id="title">&lt;img src=x onerror=alert(1)&gt;</h1>' in seen.dom
    assert "&lt;b onclick=alert(1)&gt;" in seen.dom
    assert not re.search(r"<img|<b onclick|<i>|<u>|<script>alert", seen.dom)
