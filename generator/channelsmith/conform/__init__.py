"""The conformance suite: every operation, declared answer and fault class, through the generated client.

Needs the extra `conform` (the sandbox's libraries, h11 and httpx), so import it only where it is used.

    methods.py       what the document promises
    values.py        what is given to a method
    faults.py        what goes wrong on the way; edits.py: what is done to good answers
    expectations.py  what a client should make of it, sending again; outcomes.py: reading what came
    plan.py          the cells
    relay.py         notes what arrives at the server, and spoils answers
    run.py           executes the cells, by caller.py
    judge.py         holds them against what was expected: sent.py, received.py, raised.py
    report/          the matrix
"""

from channelsmith.conform.cells import Plan, Report
from channelsmith.conform.report import WRITERS
from channelsmith.conform.report.machine import listing as written
from channelsmith.conform.suite import conform, listed

__all__ = ["WRITERS", "Plan", "Report", "conform", "listed", "written"]
