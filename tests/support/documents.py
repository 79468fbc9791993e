"""Documents from text, as tests write them."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document
from channelsmith.document.load import load_document


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, dedented, and return the path of the first."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder / next(iter(files))


def document(folder: Path, text: str, name: str = "openapi.yaml") -> Document:
    """Load the document of a text."""
    return load_document(write(folder, {name: text}))


def brief(diagnostic: Diagnostic) -> str:
    """Format a diagnostic without its file: ``line:column rule: message``."""
    place = f"{diagnostic.location.line}:{diagnostic.location.column}" if diagnostic.location else "nowhere"
    return f"{place} {diagnostic.rule}: {diagnostic.message}"


def complaint(error: UnusableInput) -> str:
    """Format the only diagnostic of an error."""
    (diagnostic,) = error.diagnostics
    return brief(diagnostic)
