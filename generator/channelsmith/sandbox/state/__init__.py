"""The stateful part of a server.

`inference` finds the resources of an API and what its operations do with them, `seeding` fills a new server, `handler`
performs an operation, and `store` keeps the items. `behavior` and `context` are the interface for what goes beyond
create, read, update and delete. `backend` puts them together.
"""

from channelsmith.document import Document
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.backend import Backend
from channelsmith.sandbox.state.behavior import Behavior, load_behavior
from channelsmith.sandbox.state.context import HTTPError
from channelsmith.sandbox.state.store import FileJournal, Store

__all__ = ["Backend", "Behavior", "HTTPError", "Store", "load_behavior", "open_store"]


def open_store(document: Document, settings: Settings) -> Store:
    """Return the store in the file `settings.state`, or one in memory.

    Raises:
        SettingError: the file cannot be used.
    """
    if settings.state is None:
        return Store()
    info = document.root.get("info")
    return Store(FileJournal(settings.state, info.text("title") if info is not None else ""))
