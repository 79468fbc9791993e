"""Document to document: bundling, overlays, repair."""
