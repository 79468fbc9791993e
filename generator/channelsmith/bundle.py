"""Several files to one document: what stands in other files is brought in, every part keeps its own place.

Objects that ``components`` has a section for move there, under names that depend on their files and not on the order
of references; path items and whole sections are put where the reference to them stood. Local references stay as
they are.
"""

import json

from channelsmith.bundling.assemble import assemble
from channelsmith.bundling.collect import collect
from channelsmith.bundling.places import homes
from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document


def bundle(document: Document) -> Document:
    """The document with everything it refers to in files beside or below its own.

    A document that refers to no other file is returned as it is. Otherwise ``files`` of the result lists all inputs,
    the root file first, the others by name.

    Raises:
        UnusableInput: a reference leads to the network, out of the document's folder, to a missing file or to a part
            that its file does not have, or a file can not be read; all such problems, located.
    """
    uses, problems = collect(document)
    if problems:
        raise UnusableInput(*problems)
    if not uses:
        return document
    return assemble(document, uses, homes(document, uses))


def to_json(document: Document) -> str:
    """The document as the text of a JSON file: members in their order, two spaces of indentation, a final newline."""
    return json.dumps(document.value, ensure_ascii=False, indent=2) + "\n"
