from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from support import contracts
from support.packages import Package, built


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[[str | Path], Package]]:
    """Generates and imports the package of a document."""
    with ExitStack() as stack:
        yield lambda document: stack.enter_context(built(document, tmp_path))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many cells the contract has; here, because several processes may have run them."""
    if any("tests/contract/" in report.nodeid for report in terminalreporter.stats.get("passed", [])):
        terminalreporter.write_line(contracts.summary())
