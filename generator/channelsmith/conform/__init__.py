"""The conformance runner: every operation, declared response and fault class, through a generated client.

Needs the extra `conform` (the sandbox's libraries, h11 and httpx), so import it only where it is used.

    document.py      the OpenAPI document, read independently of the code generator; schemas.py
    cases.py         the cells of the matrix, from arguments.py and faults.py
    run.py           executes the cells: relay.py, invoke.py
    checks.py        what is wrong with a cell: check_request.py, compare.py
    report.py        Markdown, JSON, JUnit XML; html_report.py
"""

from channelsmith.conform.cases import Cell, Report
from channelsmith.conform.report import WRITERS, list_to_json
from channelsmith.conform.run import conform, list_cells

__all__ = ["WRITERS", "Cell", "Report", "conform", "list_cells", "list_to_json"]
