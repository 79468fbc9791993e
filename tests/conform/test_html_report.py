"""`channelsmith conform --format html`: the data in the page, and what a browser makes of it."""

import base64
import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.conform.run import SECRET
from conform.workshop import write_project
from support.browser import CHROMIUM, visit

CLICK = """<script>
load().then(() => {
  for (const box of document.querySelectorAll("#filter input[type=checkbox]")) box.checked = box.value === "fails";
  document.getElementById("filter").dispatchEvent(new Event("input"));
  document.querySelector("td button").click();
});
</script>"""


@pytest.fixture(scope="module")
def page(workshop: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report about a package that raises every status as a plain StatusError."""
    folder = tmp_path_factory.mktemp("broken")
    write_project(folder, output="broken")
    shutil.copytree(workshop / "made", folder / "broken")
    file = folder / "broken" / "src" / "workshop" / "_runtime" / "errors.py"
    file.write_text(file.read_text("utf-8").replace("_BY_STATUS.get(status) or ", ""), "utf-8")
    only = ("--only", "getTool/404/*", "--only", "getTool/503/*", "--only", "getTool/reset/*")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(app, ["conform", "workshop", *only, "--format", "html"])
    assert result.exit_code == 1
    return result.stdout


def data_of(text: str) -> dict[str, Any]:
    (data,) = re.findall(r'id="data">([^<]*)<', text)
    decoded: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(data)))
    return decoded


def test_a_cell_has_its_request_its_response_and_what_was_expected(page: str) -> None:
    cells = {cell["id"]: cell for cell in data_of(page)["cells"]}
    failed = cells["getTool/404/several/sync"]
    assert (failed["verdict"], failed["column"], failed["flavour"]) == ("fails", "404", "sync")
    assert (
        failed["expected"] == "1 request; the client raises NotFoundError; no difference from the document is reported."
    )
    (exchange,) = failed["exchanges"]
    assert exchange["request"].startswith("GET /")
    assert exchange["response"].startswith("404\n")
    assert "No such tool" in exchange["response"]
    broken_connection = [cell for name, cell in cells.items() if "/reset/" in name]
    assert all(any(each["response"] == "none" for each in cell["exchanges"]) for cell in broken_connection)


def test_the_page_has_no_secret_and_loads_nothing(page: str) -> None:
    shown = json.dumps(data_of(page))
    spellings = {SECRET, quote(SECRET, safe=""), base64.b64encode(SECRET.encode()).decode(), SECRET.split(":")[1]}
    assert [spelling for spelling in spellings if spelling in page + shown] == []
    assert re.findall(r"""(?:src|href)=["'](?!#)""", page) == []


@pytest.mark.skipif(CHROMIUM is None, reason="NOT CHECKED IN A BROWSER: there is no chromium")
def test_a_click_on_a_field_shows_its_cells_in_a_browser(page: str, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(page.replace("</html>", f"{CLICK}</html>"), "utf-8")
    found = visit(file.as_uri(), tmp_path / "profile")
    assert found.console == ""
    assert "Conformance of Workshop" in found.dom
    assert '<dialog id="details" aria-labelledby="details-title" open="">' in found.dom
    assert "getTool: 404" in found.dom
    assert "it raised StatusError" in found.dom
    assert "GET /" in found.dom
