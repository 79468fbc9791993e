import pytest

from support.contracts import summary


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many cells there are, also where they were run by several processes."""
    terminalreporter.write_line(summary())
