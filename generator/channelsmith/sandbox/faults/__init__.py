"""Failures on purpose: what a client has to live with, by request header, by scenario and by rate.

kinds.py says what there is, picking.py which one strikes a request, strike.py what it does to the answer, wire.py what
it does to the connection, prefer.py answers a caller who asks for a declared answer.
"""

from channelsmith.sandbox.faults.kinds import Fault, FaultError, Kind, parse
from channelsmith.sandbox.faults.picking import HEADER, Faults
from channelsmith.sandbox.faults.prefer import forced
from channelsmith.sandbox.faults.rates import parse_rates
from channelsmith.sandbox.faults.strike import strike
from channelsmith.sandbox.faults.wire import ConnectionLost, protocol

__all__ = [
    "HEADER",
    "ConnectionLost",
    "Fault",
    "FaultError",
    "Faults",
    "Kind",
    "forced",
    "parse",
    "parse_rates",
    "protocol",
    "strike",
]
