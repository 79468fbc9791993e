"""The pages that a document was written from, and which operations a changed page affects."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.lint.sources import find_sources, read_page
from support.documents import document

URL = "https://help.example.com/api"
SPEC = f"""\
openapi: 3.1.0
info: {{title: T, version: '1'}}
x-source: {{basis: documented, doc: Guide, url: '{URL}', retrieved: '2026-03-31'}}
paths:
  /orders:
    get:
      x-source: {{section: Orders}}
      responses:
        200:
          description: ok
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Money'}}}}}}
    post: {{x-source: {{basis: sdk, doc: SDK}}, responses: {{204: {{description: ok}}}}}}
  /stock:
    get: {{x-source: {{section: Stock}}, responses: {{204: {{description: ok}}}}}}
components:
  schemas:
    Money: {{type: object, x-source: {{section: Amounts}}, properties: {{minor: {{type: integer}}}}}}
"""
PAGE = """\
<!doctype html><html><head><title>x</title><style>p {color: red}</style></head><body><nav>menu</nav>
<h1>Guide</h1><p>All of   it.</p><h2>Orders</h2><p>An <b>order</b> has lines.</p><h3>Lines</h3><p>Each has a sku.</p>
<h2>Stock</h2><script>var t = 1</script><p>Counts.</p><h2>Amounts</h2><ul><li>In cents</li></ul></body></html>
"""


def run(*options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["sources", "openapi.yaml", *options])
    return done.exit_code, done.output


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    document(tmp_path, SPEC)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    return tmp_path


def test_sources_are_listed_with_the_operations_that_rely_on_them(folder: Path) -> None:
    found = find_sources(document(folder, SPEC))
    assert [(each.doc, each.url, each.section, each.operations) for each in found] == [
        ("Guide", URL, "", ()),
        ("Guide", URL, "Orders", ("GET /orders",)),
        ("SDK", "", "", ("POST /orders",)),
        ("Guide", URL, "Stock", ("GET /stock",)),
        ("Guide", URL, "Amounts", ("GET /orders",)),
    ]
    code, out = run()
    assert code == 0
    assert f"Guide, Orders\n    url: {URL}\n    retrieved: 2026-03-31\n    operations: GET /orders\n" in out
    listed = json.loads(run("--format", "json")[1])
    assert [each["section"] for each in listed] == ["", "Orders", "", "Stock", "Amounts"]
    assert listed[1]["place"]["line"] == 6


def record(folder: Path) -> None:
    """Write the digests that the command prints into the document."""
    page = read_page(folder / "page.html")
    text = SPEC
    for section in ("Orders", "Stock", "Amounts"):
        text = text.replace(f"section: {section}}}", f"section: {section}, digest: '{page.digest(section)}'}}")
    document(folder, text)


def test_a_digest_to_record_is_printed(folder: Path) -> None:
    code, out = run("--page", "page.html")
    assert code == 0
    digest = read_page(folder / "page.html").digest("Stock")
    assert "no text is recorded of the section 'Stock', the source of GET /stock [source-unrecorded]" in out
    assert f"hint: add digest: '{digest}'" in out


@pytest.mark.parametrize(
    ("was", "becomes", "changed"),
    [
        ("All of   it.", "Some.", []),
        ("<b>order</b> has lines.", "<i>order</i>\n has  lines.", []),
        ("menu", "another menu", []),
        ("Each has a sku", "Each has a code", ["GET /orders"]),
        ("Counts.", "Counted.", ["GET /stock"]),
        ("In cents", "In euros", ["GET /orders"]),
    ],
)
def test_the_operations_whose_text_changed_are_named(folder: Path, was: str, becomes: str, changed: list[str]) -> None:
    record(folder)
    assert was in PAGE
    (folder / "new.html").write_text(PAGE.replace(was, becomes), "utf-8")
    code, out = run("--page", "new.html", "--format", "json")
    problems = [each for each in json.loads(out) if each["rule"] == "source-changed"]
    assert [each["message"].rpartition("the source of ")[2] for each in problems] == changed
    assert code == (1 if changed else 0)


def test_a_section_that_is_gone_is_an_error(folder: Path) -> None:
    record(folder)
    (folder / "new.html").write_text(PAGE.replace("<h2>Stock", "<h2>Stocks"), "utf-8")
    code, out = run("--page", "new.html")
    assert code == 1
    assert "the page has no section 'Stock'; it is the source of GET /stock [source-missing]" in out
    assert "hint: did you mean 'Stocks'?" in out


def test_a_text_file_has_sections_too(folder: Path) -> None:
    (folder / "page.md").write_text("# Guide\n\n## Orders\nAn order.\n### Lines\nx\n## Stock\nCounts.\n", "utf-8")
    page = read_page(folder / "page.md")
    assert page.headings == ("Guide", "Orders", "Lines", "Stock")
    assert page.digest("orders") == page.digest("ORDERS") != page.digest("Stock")
    assert page.digest("Nothing") is None
    assert page.digest() == page.digest("") != page.digest("Guide")


MANY = 50_000
LONG_PAGES = {
    "spaces in a heading": ("# a" + " " * MANY + "b", ("a" + " " * MANY + "b",)),
    "number signs in a heading": ("# a " + "# " * MANY + "b #", ("a " + "# " * MANY + "b",)),
    "open tags": ("<p>x" + "<a " * MANY, ("x",)),
    "open tags, closed": ("<p>x" + "<a " * MANY + ">y", ("xy",)),
    "open comments": ("<p>x" + "<!--" * MANY, ("x",)),
    "open quotes": ("<p>x" + '<a y="' * MANY, ("x",)),
    "open instructions": ("<p>x" + "<?" * MANY, ("x",)),
    "open scripts": ("<p>x" + "<script></script " * MANY, ("x",)),
    "end tags": ("<p>x" + "</" * MANY, ("x",)),
    "characters": ("<p>x" + "&#9" * MANY, ("x",)),
    "a character": ("<p>x&#" + "9" * MANY, ("x&#" + "9" * MANY,)),
}


@pytest.mark.parametrize(("page", "blocks"), LONG_PAGES.values(), ids=LONG_PAGES)
def test_a_long_page_takes_no_time(folder: Path, page: str, blocks: tuple[str, ...]) -> None:
    (folder / "page.html").write_text(page, "utf-8")
    assert tuple(text for _, text in read_page(folder / "page.html").blocks) == blocks


def test_a_page_is_read_as_a_browser_reads_it(folder: Path) -> None:
    page = """<!DOCTYPE html><P title='a > b'>a<!-- <p>no -->b&amp;c<svg/>d 1 < 2</p><STYLE>p > a {}</style>
        <script>"</p>" + '<!--'</script><p title="it's" lang=x/>e<![CDATA[f]]>g<!-->h<!--- x --!>i<p>j</p <p>k"""
    (folder / "page.html").write_text(page, "utf-8")
    assert [text for _, text in read_page(folder / "page.html").blocks] == ["ab&cd 1 < 2", "eghi", "j", "k"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--page", "pipe"), "'pipe' cannot be read: not a regular file"),
        (("--page", "none.html"), "'none.html' cannot be read: no such file or directory"),
        (("--page", "page.html", "--url", f"{URL}s"), f"no x-source names the page '{URL}s'"),
    ],
)
def test_unusable_input_is_exit_status_2(folder: Path, options: tuple[str, ...], message: str) -> None:
    os.mkfifo(folder / "pipe")
    code, out = run(*options)
    assert (code, out.startswith(f"error: {message} [sources]\n    hint: ")) == (2, True)


def test_a_page_has_to_be_named_where_there_are_several(folder: Path) -> None:
    document(folder, SPEC.replace("doc: SDK", f"doc: SDK, url: '{URL}/sdk'"))
    assert run("--page", "page.html")[0] == 2
    assert run("--page", "page.html", "--url", URL)[0] == 0


def test_a_document_without_addresses_cannot_be_compared(folder: Path) -> None:
    document(folder, SPEC.replace(f", url: '{URL}'", ""))
    code, out = run("--page", "page.html")
    assert (code, "no x-source names the address of a page" in out) == (2, True)
