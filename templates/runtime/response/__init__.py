"""Responses: readers, decoding, drift."""
