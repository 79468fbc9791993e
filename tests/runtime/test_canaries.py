"""The watch over all keys of the run: it knows them, and it would notice."""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from scratch._runtime.operation import Operation

from runtime.shop import Shop
from support.canaries import Canaries

TESTS = Path(__file__).parents[1]
GET: Any = Operation(id="get", method="GET", path="/a")

LEAKS = """
import logging, warnings
import pytest
from runtime.shop import Shop

KEY = "canary/of its own"


@pytest.fixture(autouse=True)
def client():
    Shop("sync").client(credentials={"api_key": KEY})


def test_log(): logging.getLogger("anybody").debug("key: %s", KEY)
def test_output(): print(KEY)
def test_spelling(): logging.getLogger("anybody").debug("https://a.test/?key=canary%2Fof%20its%20own")
def test_error():
    from scratch._runtime.errors import ApiError
    ApiError(KEY)
def test_warning():
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn(KEY)
def test_after_a_warning(): print("canary")
"""


def test_the_key_of_every_client_is_known(shop: Shop, canaries: Canaries) -> None:
    shop.client()
    assert "canary-1" in canaries.keys
    shop.client(credentials={"api_key": "canary-of-this-test"})
    assert "canary-of-this-test" in canaries.keys


def test_logging_is_at_debug(shop: Shop, canaries: Canaries) -> None:
    said: list[logging.LogRecord] = []

    def listen(record: logging.LogRecord) -> bool:
        said.append(record)
        return True

    root = logging.getLogger()
    root.setLevel(logging.DEBUG)  # frameworks of earlier tests may have configured logging in this process
    if canaries not in root.handlers:
        root.addHandler(canaries)
    for name in ("scratch", "httpx"):
        logging.getLogger(name).disabled = False
    canaries.addFilter(listen)
    shop.perform(GET.call())
    canaries.removeFilter(listen)
    assert ("scratch", logging.DEBUG) in {(each.name, each.levelno) for each in said}
    assert any(each.name.startswith("httpx") for each in said)


def test_a_test_that_shows_a_key_fails(tmp_path: Path) -> None:
    shutil.copy(TESTS / "conftest.py", tmp_path)
    (tmp_path / "test_leaks.py").write_text(LEAKS, "utf-8")
    where = {**os.environ, "PYTHONPATH": str(TESTS), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(tmp_path), "-rA", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=where, capture_output=True, text=True, check=False)
    failed = [line for line in done.stdout.splitlines() if line.startswith(("ERROR ", "FAILED ")) and "::" in line]
    found = {line.split("::")[1].split()[0] for line in failed}
    assert "a warning in test_leaks.py::test_warning" in done.stdout
    assert found == {"test_log", "test_output", "test_spelling", "test_error", "test_after_a_warning"}
