import gc
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from support import contracts
from support.canaries import Canaries
from support.longest import LONGEST_FIRST
from support.packages import Package, built

gc.disable()  # until all is collected, of which nothing becomes garbage
CANARIES = Canaries.installed()  # here, for the tests' own modules import runtimes before pytest is configured


def pytest_configure(config: pytest.Config) -> None:
    """Create the folder of what the processes of a test run share; those of xdist inherit its name."""
    if "CHANNELSMITH_TEST_RUN" not in os.environ:
        os.environ["CHANNELSMITH_TEST_RUN"] = folder = tempfile.mkdtemp()
        config.add_cleanup(lambda: shutil.rmtree(folder))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start the longest files first, so that no worker begins one when the others have nothing left to do."""
    order = {path: number for number, path in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: order.get(item.path, len(order)))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Keep the garbage collector from what stays until the end: a million objects of imports and tests."""
    gc.freeze()
    gc.enable()


def pytest_warning_recorded(warning_message: warnings.WarningMessage, nodeid: str) -> None:
    """Check warnings that are no errors. They are reported after their test has ended, so the next test fails."""
    CANARIES.look(f"a warning in {nodeid}", str(warning_message.message))


@pytest.fixture(scope="session")
def canaries() -> Canaries:
    """The watch over the keys of all clients."""
    return CANARIES


@pytest.fixture
def shown_on_purpose() -> Iterator[None]:
    """For a test that sends a key in a URL without a generated client: the HTTP library logs it."""
    with CANARIES.not_looking():
        yield


@pytest.fixture(autouse=True)
def _no_key_is_shown() -> Iterator[None]:
    yield
    assert CANARIES.taken() == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Check the captured output of a test."""
    report = yield
    for title, text in report.sections:
        if "log" not in title:  # checked line by line already
            CANARIES.look(title, text)
    if report.when == "teardown" and report.passed and (seen := CANARIES.taken()):
        report.outcome, report.longrepr = "failed", f"a key is shown: {seen}"
    return report


os.environ["CHANNELSMITH_CACHE"] = "off"  # each test works everything out anew, and leaves nothing behind


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[[str | Path], Package]]:
    """Generates and imports the package of a document."""
    with ExitStack() as stack:
        yield lambda document: stack.enter_context(built(document, tmp_path))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many cells the contract has; here, because several processes may have run them."""
    if any("tests/contract/" in report.nodeid for report in terminalreporter.stats.get("passed", [])):
        terminalreporter.write_line(contracts.summary())
