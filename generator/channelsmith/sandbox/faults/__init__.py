"""Fault injection: by request header, by scenario and by rate.

`fault.py` defines the faults, `schedule.py` decides which fault a request gets, `inject.py` applies it to the response,
and `connection.py` breaks the connection itself.
"""

from channelsmith.sandbox.faults.connection import ConnectionLost, lend_transport
from channelsmith.sandbox.faults.fault import Fault, FaultError, FaultType, parse_fault
from channelsmith.sandbox.faults.inject import inject_fault
from channelsmith.sandbox.faults.schedule import HEADER, Faults, Rates, Scenario, load_scenario, parse_rates

__all__ = [
    "HEADER",
    "ConnectionLost",
    "Fault",
    "FaultError",
    "FaultType",
    "Faults",
    "Rates",
    "Scenario",
    "inject_fault",
    "lend_transport",
    "load_scenario",
    "parse_fault",
    "parse_rates",
]
