"""Diagnostics in SARIF 2.1.0, which code hosts and editors show beside the lines."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import metadata, version
from pathlib import Path
from typing import Final
from urllib.parse import quote

from channelsmith.diagnostics import Diagnostic, Severity, dump_json, message_kind, printable

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def format_sarif(diagnostics: Iterable[Diagnostic], descriptions: Mapping[str, str] | None = None) -> str:
    """Format diagnostics as a SARIF log with one run; files are relative to the current folder.

    Args:
        diagnostics: the problems.
        descriptions: what rules are about, by their ids.
    """
    listed = list(diagnostics)
    ids = list(dict.fromkeys(diagnostic.rule for diagnostic in listed))
    known = descriptions or {}
    rules = [
        {"id": rule, "shortDescription": {"text": known[rule]}, "helpUri": f"{_docs()}/lint.md#{rule}"}
        if rule in known
        else {"id": rule, "shortDescription": {"text": rule}}
        for rule in ids
    ]
    driver = {"name": "channelsmith", "version": version("channelsmith"), "informationUri": _docs(), "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_to_result(diagnostic, ids.index(diagnostic.rule)) for diagnostic in listed],
    }
    return dump_json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


@cache
def _docs() -> str:
    """The address of the documentation."""
    urls = (entry.partition(", ") for entry in metadata("channelsmith").get_all("Project-URL", []))
    return next(str(url) for name, _, url in urls if name == "Documentation")


def _to_result(diagnostic: Diagnostic, index: int) -> dict[str, object]:
    message = printable(diagnostic.message)
    text = f"{message} (hint: {printable(diagnostic.hint)})" if diagnostic.hint else message
    result: dict[str, object] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "partialFingerprints": {"channelsmith/v1": _fingerprint(diagnostic)},
    }
    location: dict[str, object] = {}
    if diagnostic.location is not None:
        region = {"startLine": diagnostic.location.line, "startColumn": diagnostic.location.column}
        artifact = {"uri": _to_uri(diagnostic.location.file)}
        location["physicalLocation"] = {"artifactLocation": artifact, "region": region}
    if diagnostic.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.pointer, "kind": "member"}]
    return {**result, "locations": [location]} if location else result


def _to_uri(file: str) -> str:
    path = Path(file)
    if not path.is_absolute():
        return quote(path.as_posix())
    return quote(path.relative_to(Path.cwd()).as_posix()) if path.is_relative_to(Path.cwd()) else path.as_uri()


def _fingerprint(diagnostic: Diagnostic) -> str:
    """What identifies a problem although lines are inserted above it."""
    file = diagnostic.location.file if diagnostic.location is not None else ""
    parts = (diagnostic.rule, file, diagnostic.pointer, message_kind(diagnostic.message))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
