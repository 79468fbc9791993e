"""Checks of a document: rules, the x- vocabulary, provenance."""
