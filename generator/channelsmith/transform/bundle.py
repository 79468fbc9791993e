"""Several files to one document: what stands in other files is brought in, every part keeps its own place.

Objects that ``components`` has a section for move there, under names that depend on their files and not on the order
of references; path items and whole sections are put where the reference to them stood. Local references stay as
they are.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Json
from channelsmith.transform.bundling.assemble import assemble
from channelsmith.transform.bundling.collect import collect
from channelsmith.transform.bundling.places import homes


def bundle_document(document: Document, allowed: Sequence[Path] = ()) -> Document:
    """The document with everything it refers to in files beside or below its own, or in folders that are allowed.

    A document that refers to no other file is returned as it is. Otherwise ``files`` of the result lists all inputs,
    the root file first, the others by name. References to a missing file, or to a part that its file does not have,
    stay as they are and are listed in ``unfollowed``.

    Raises:
        UnusableInput: a reference leads to the network or out of the document's folder, or a file can not be read; all
            problems with references, located.
    """
    found = collect(document, allowed)
    if found.problems != found.missing:
        raise UnusableInput(*found.problems)
    bundled = assemble(document, found.uses, homes(document, found.uses)) if found.uses else document
    unfollowed = {problem.location: problem for problem in found.missing if problem.location is not None}
    return replace(bundled, unfollowed=unfollowed) if unfollowed else bundled


def to_json(document: Document) -> str:
    """The document as the text of a JSON file: members in their order, two spaces of indentation, a final newline.

    What can not be seen, or turns writing around, is escaped; so a review shows what is there.
    """
    return as_json(document.value)


def as_json(value: Json) -> str:
    """The text of a JSON file with a value, written as `to_json` writes a document."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _INVISIBLE.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n"


_INVISIBLE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
