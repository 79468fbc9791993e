"""Assembling of a document: its files, overlays and edits."""

from dataclasses import replace

from channelsmith.diagnostics import Diagnostic
from channelsmith.document import Document
from channelsmith.document.load import load_document
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.edits import edit_document
from channelsmith.transform.overlay import apply_overlays
from channelsmith.transform.source import DocumentSource
from channelsmith.transform.swagger import convert_swagger


def assemble_document(source: DocumentSource) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Load a document with all files that it refers to, apply overlays, convert Swagger 2.0, and edit it.

    Returns:
        The document, and notes about what the edits leave out.

    Raises:
        UnusableInput: a file cannot be used, or an overlay or an edit does not fit.
    """
    bundled = bundle_document(load_document(source.spec), source.allow_refs)
    document = convert_swagger(apply_overlays(bundled, source.overlays))
    return edit_document(document if source.infer_pagination else _without_inference(document), source.edits)


def _without_inference(document: Document) -> Document:
    """Return a document that declares that the pagination of its operations is not inferred."""
    value = document.value
    return replace(document, value={**value, "x-pagination": False}) if isinstance(value, dict) else document
