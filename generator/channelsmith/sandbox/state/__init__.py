"""The stateful part of a server.

`inference` finds the resources of an API and what its operations do with them, `seeding` fills a new server, `handler`
performs an operation, and `store` keeps the items. `behavior` and `context` are the interface for what goes beyond
create, read, update and delete. `backend` puts them together.
"""

from channelsmith.sandbox.state.backend import Backend
from channelsmith.sandbox.state.behavior import Behavior, load_behavior
from channelsmith.sandbox.state.context import HTTPError
from channelsmith.sandbox.state.store import Store, open_store

__all__ = ["Backend", "Behavior", "HTTPError", "Store", "load_behavior", "open_store"]
