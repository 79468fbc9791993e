"""The files of a description, found by the references between them.

Nothing is opened outside the root's folder and those that were allowed, whatever links or encodings a reference uses,
and nothing is ever fetched.
"""

import difflib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.document.load import load_document
from channelsmith.transform.bundling import Target

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NEAR = 0.8  # files share their endings, so names have to be nearer than keys to be taken for a slip
_HINT_COPY = "put the file into the document's folder and refer to it by a relative path"
_HINT_ALLOW = "put the file into the document's folder, or allow its own with --allow-ref FOLDER"


class MissingTarget(UnusableInput):
    """A reference leads to where it may, but nothing is there."""


class Library:
    """Opens each file once, whatever the references to it look like."""

    def __init__(self, root: Document, allowed: Sequence[Path] = ()) -> None:
        """Start with the root document; its folder and those allowed are the ones to stay in."""
        self._folders = [folder.resolve() for folder in (root.files[0].parent, *allowed)]
        self._documents = {root.files[0].resolve(): root}

    def find(self, node: Node, reference: str) -> Target:
        """What a reference leads to, read relative to the file its node stands in.

        Raises:
            UnusableInput: it leads nowhere, or where it may not; located at the node or in the file that is broken.
        """
        name, _, fragment = reference.partition("#")
        document = self._open(node, reference, name) if name else node.document
        pointer = pointers.from_fragment(f"#{fragment}")
        if pointer is not None:
            _check(node, reference, document, pointer)
            return Target(document, pointer)
        if (named := document.find_target(f"#{fragment}")) is None:
            message = f"the reference {reference!r} leads nowhere: the document names no part '#{fragment}'"
            raise _missing(node, message, f"write '{name}#/...' with the keys on the way to it")
        return Target(document, named.pointer)

    def _open(self, node: Node, reference: str, name: str) -> Document:
        if name.startswith(("http:", "https:", "//")):
            raise _refused(node, f"the reference {reference!r} leads to the network", _HINT_COPY)
        if _SCHEME.match(name) or name.startswith(("/", "\\")):
            raise _refused(node, f"the reference {reference!r} is not a relative path", _HINT_COPY)
        path = Path(os.path.normpath(node.document.files[0].parent / unquote(name)))
        try:
            real = path.resolve()
            path.is_file()
        except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL in the name, or too long a name
            raise _refused(node, f"the reference {reference!r} names no file", "") from None
        if not any(real.is_relative_to(folder) for folder in self._folders):
            raise _refused(node, f"the reference {reference!r} leads out of the document's folder", _HINT_ALLOW)
        if real not in self._documents:
            if not path.is_file():
                raise _missing(node, f"there is no file {str(path)!r}", _near(node, path, name))
            self._documents[real] = load_document(path)
        return self._documents[real]


def _check(node: Node, reference: str, document: Document, pointer: str) -> None:
    try:
        document.at(pointer)
    except UnusableInput as error:
        missing = error.diagnostics[0]
        message = f"the reference {reference!r} leads nowhere: {missing.message}"
        raise _missing(node, message, missing.hint) from None


def _near(node: Node, path: Path, name: str) -> str:
    """A hint for a file that is not there: a component that was meant, or a file of nearly that name."""
    components = node.document.root.get("components")
    schemas = components.get("schemas") if components else None
    if schemas and name in schemas:
        return f"did you mean '#/components/schemas/{name}'?"
    siblings = [sibling.name for sibling in path.parent.iterdir() if sibling.is_file()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, siblings, n=1, cutoff=_NEAR)
    return f"did you mean {str(Path(name).with_name(near[0]))!r}?" if near else ""


def _missing(node: Node, message: str, hint: str) -> MissingTarget:
    return MissingTarget(*_refused(node, message, hint).diagnostics)


def _refused(node: Node, message: str, hint: str) -> UnusableInput:
    return UnusableInput((node.get("$ref") or node).problem(message, rule="reference", hint=hint))
