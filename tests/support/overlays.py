"""Overlays from the text of their actions, as tests write them."""

from pathlib import Path
from textwrap import dedent, indent

from channelsmith.document import Document
from channelsmith.document.load import load_document
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays
from support.documents import write

HEAD = "overlay: 1.1.0\ninfo: {title: Fix, version: 1.0.0}\nactions:\n"
"""Three lines, so that the first action is in line 4."""


def overlay(folder: Path, actions: str, name: str = "fix.yaml") -> Path:
    """Write an overlay with these actions."""
    return write(folder, {name: HEAD + indent(dedent(actions).lstrip("\n"), "  ")})


def corrected(folder: Path, text: str, *actions: str) -> Document:
    """Return the document of a text after one overlay for each text of actions: ``fix0.yaml``, ``fix1.yaml``..."""
    document = bundle_document(load_document(write(folder, {"openapi.yaml": text})))
    return apply_overlays(document, [overlay(folder, each, f"fix{at}.yaml") for at, each in enumerate(actions)])
