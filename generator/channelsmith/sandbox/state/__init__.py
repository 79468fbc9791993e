"""What the server remembers: items of every kind a document has, and what its operations do with them.

infer.py finds the kinds and what each operation does, from paths, methods and schemas; state.py is what app.py asks;
handler.py carries an operation out; seeds.py fills a new server; store.py and journal.py keep it all.
"""

from channelsmith.document import Document
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.journal import FileJournal
from channelsmith.sandbox.state.refusals import Refusal
from channelsmith.sandbox.state.state import State
from channelsmith.sandbox.state.store import Store

__all__ = ["Refusal", "State", "Store", "open_store"]


def open_store(document: Document, settings: Settings) -> Store:
    """The store of a document: that of `settings.state`, or one in memory.

    Raises:
        SettingError: the file can not be used.
    """
    if settings.state is None:
        return Store()
    info = document.root.get("info")
    return Store(FileJournal(settings.state, info.text("title") if info is not None else ""))
