"""A call that the page copies as curl or Python is the call that its form makes."""

from __future__ import annotations

import ast
import html
import json
import re
import shlex
import shutil
import subprocess
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest

import channelsmith.sandbox.page
from channelsmith.sandbox import Running, run
from support.browser import CHROMIUM, visit
from support.pasting import paste

if TYPE_CHECKING:
    from collections.abc import Iterator

STATIC = Path(channelsmith.sandbox.page.__file__).parent / "static"
PAGE = """<!doctype html><button id="url">URL</button><pre id="copied"></pre>
<script type="module">
import { request } from "./operations.js";
import { asCurl, asPython } from "./snippets.js";
const calls = await (await fetch("calls.json")).json();
document.getElementById("copied").textContent = JSON.stringify(calls.map(([operation, values]) => {
  const data = new FormData();
  for (const one of operation.parameters) data.set(`${one.in} ${one.name}`, "");
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return [asCurl(request(operation, data)), asPython(operation, data, "URL")];
}));
</script>"""
CALLS: list[tuple[str, dict[str, str], str]] = [
    ("getOrder", {"path order_id": "c2a94f1e-7d38-4b65-9e07-1f8b3a6d5c20"}, "channel_order_id"),
    ("listActions", {"query businessId": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "query size": "50"}, "Action"),
    (
        "adjustQuantity",
        {
            "path inventory_item_id": "10233",
            "header X-Channel-Ape-Idempotent-Key": "count 7",
            "body": '{"locationId": "87", "inventoryStatus": "ON_HAND", "quantity": -2, "reason": "it\'s \\"gone\\""}',
        },
        "-2",
    ),
    ("getOrder", {"path order_id": "it's $HOME `x`", "prefer": "code=404", "fault": ""}, "404"),
]
OPERATION: dict[str, Any] = {
    "method": "POST",
    "path": "/p/[1-9]",
    "parameters": [
        {"in": "query", "name": "n", "argument": "n", "type": "number", "list": None},
        {"in": "query", "name": "l", "argument": "l", "type": "number", "list": ""},
    ],
    "body": {"type": "application/json"},
    "python": {"package": "shop", "client": "Shop", "method": "t.put", "credential": "key", "paged": False},
}
BASH = shutil.which("bash") or "bash"
NUMBERS = '{"a\\u001b": [1234567890123456789, 1.10, -2E1, true, null,\n "\\"it\'s\\\\, 1:\x7f"]}'
CONTROLS = "it's\x03\t\x1b[201~\x9b é \\ \n"
ODD = [
    (OPERATION, {"query n": "1234567890123456789", "query l": "1.10, 1e999, x", "key": "k\x9b", "body": body})
    for body in (NUMBERS, CONTROLS)
]
"""Numbers that JavaScript cannot hold, and characters that terminals obey."""


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with run("channelape", time_scale=0.001) as running:
        yield running


@pytest.fixture(scope="module")
def copied(server: Running, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """The commands and programs for CALLS and ODD, made by the page's own code in a browser."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(STATIC, folder, dirs_exist_ok=True)
    operations = [httpx.get(f"{server.control_url}/operations/{name}").json() for name, _, _ in CALLS]
    calls = [
        (operation, {"key": "sandbox-key", **values})
        for operation, (_, values, _) in zip(operations, CALLS, strict=True)
    ]
    (folder / "calls.json").write_text(json.dumps([*calls, *ODD]), "utf-8")
    (folder / "copied.html").write_text(PAGE.replace("URL", server.url), "utf-8")

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as files:
        thread = Thread(target=files.serve_forever)
        thread.start()
        dom = visit(f"http://127.0.0.1:{files.server_port}/copied.html", folder / "profile").dom
        files.shutdown()
        thread.join()
    (text,) = re.findall(r'<pre id="copied">(.*?)</pre>', dom, re.DOTALL)
    return [(curl, python) for curl, python in json.loads(html.unescape(text))]


pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="NOT CHECKED IN A BROWSER: there is no chromium")


@pytest.mark.parametrize("number", range(len(CALLS)))
def test_the_curl_command_sends_the_request(copied: list[tuple[str, str]], number: int) -> None:
    words = iter(shlex.split(copied[number][0].replace("\\\n", "")))  # as a shell joins lines
    assert (next(words), next(words)) == ("curl", "-i")
    options: dict[str, Any] = {"method": "GET", "headers": {}}
    for word in words:
        match word:
            case "-X":
                options["method"] = next(words)
            case "-H":
                name, _, value = next(words).partition(": ")
                options["headers"][name] = value
            case "--data-raw":
                options["content"] = next(words)
            case _:
                options["url"] = word
    response = httpx.request(**options)
    assert response.status_code == 404 if CALLS[number][2] == "404" else response.is_success


@pytest.mark.parametrize("number", range(len(CALLS)))
def test_the_program_makes_the_call_with_the_generated_client(copied: list[tuple[str, str]], number: int) -> None:
    program, expected = copied[number][1], CALLS[number][2]
    assert program.startswith("from channelape import ChannelApe\n")
    if expected == "404":
        with pytest.raises(Exception, match="404"):
            paste(program, {}, {})
    else:
        assert expected in paste(program, {}, {})


def test_a_shell_reads_characters_that_terminals_obey(copied: list[tuple[str, str]]) -> None:
    curl = copied[-1][0]
    assert {each for each in curl if not each.isprintable()} == {"\n"}
    printed = subprocess.run([BASH, "-c", f"printf '%s\\0' {curl}"], capture_output=True, check=True).stdout
    words = printed.decode().split("\0")
    assert words[:4] == ["curl", "-gi", "-X", "POST"]  # -g: brackets are brackets
    assert words[4].endswith("/p/[1-9]?n=1234567890123456789&l=1.10&l=1e999&l=x")
    assert words[-3:] == ["--data-raw", CONTROLS, ""]


def test_a_program_has_the_numbers_and_texts_that_were_typed(copied: list[tuple[str, str]]) -> None:
    (_, with_numbers), (_, with_controls) = copied[-2:]
    body = r"""{"a\u001b": [1234567890123456789, 1.10, -2E1, True, None, "\"it's\\, 1:\x7f"]}"""
    assert f'(n=1234567890123456789, l=[1.10, 1e999, "x"], body={body})' in with_numbers
    (written,) = re.findall(r"body=(.*)\)\)", with_controls)
    assert (ast.literal_eval(written), written.replace("é", "e").isascii()) == (CONTROLS, True)
