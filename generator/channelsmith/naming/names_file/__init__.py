"""The names file: every public name by the identity of what it names, so that no edit of a document renames it.

It is JSON, sorted, and made anew by each run from what the last one wrote: what is still there keeps its name, what is
new is added, what is gone goes. A person may change a name in it to a better one.
"""

from channelsmith.naming.names_file.reading import read
from channelsmith.naming.names_file.writing import write

__all__ = ["NAMES", "read", "write"]

NAMES = "names.json"
"""The file in the output folder, where no other is configured."""
