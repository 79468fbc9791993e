"""A file to a Document: plain data, and for every part of it the file, line and column it stands at."""

import re
import stat
from pathlib import Path

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document, Json, kind_of
from channelsmith.document import json_pointer as pointers
from channelsmith.document.syntax import Text, TextError, json_text, yaml_text

MAX_BYTES = 64 * 1024 * 1024
"""Most bytes of one file; the largest published descriptions have 13 MB."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HINT_BINARY = "a description is a text file in UTF-8, YAML or JSON"
_HINT_EMPTY = "an OpenAPI document starts with 'openapi: 3.1.0'"


def load_document(path: Path) -> Document:
    """The document in a YAML or JSON file.

    Args:
        path: the file; messages name it as it is given here.

    Raises:
        UnusableInput: the file can not be read, is no YAML or JSON, uses what JSON can not express, is too
            large or nested too deeply, or is no mapping; one located diagnostic.
    """
    try:
        text = _parse(_decode(_read(path)), is_json=path.suffix.lower() == ".json")
        root = _mapping(text)
    except TextError as error:
        raise UnusableInput(
            Diagnostic(Severity.ERROR, error.rule, error.message, error.hint, SourceLocation(str(path), *error.mark))
        ) from None
    return Document(root, lambda pointer: SourceLocation(str(path), *text.locate(pointers.split(pointer))), (path,))


def _read(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a pipe or a device may never end, or never begin
            raise TextError("this is no regular file", (1, 1), "save it to a file first", rule="file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise TextError("there is no such file", (1, 1), "is the name right?", rule="file") from None
    except IsADirectoryError:
        raise TextError("this is a folder, not a file", (1, 1), "name the file in it", rule="file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise TextError(f"the file can not be read: {reason.lower()}", (1, 1), rule="file") from None
    if len(data) > MAX_BYTES:
        raise TextError(f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB", (1, 1), rule="limit")
    return data


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TextError("the file is in UTF-16", (1, 1), "save it as UTF-8", "encoding")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        raise TextError("the file is not a text in UTF-8", _end_of(before), _HINT_BINARY, "encoding") from None
    if match := _CONTROL.search(text):
        raise TextError(
            f"the file has the control character U+{ord(match[0]):04X}",
            _end_of(text[: match.start()]),
            _HINT_BINARY,
            "encoding",
        )
    return text


def _end_of(text: str) -> tuple[int, int]:
    """Line and column of what follows a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _parse(text: str, *, is_json: bool) -> Text:
    if not text.strip():
        raise TextError("the file is empty", (1, 1), _HINT_EMPTY, "empty")
    if is_json:
        return json_text.parse(text)
    if text.lstrip().startswith("{"):  # most likely JSON, which is read much faster than YAML
        try:
            return json_text.parse(text)
        except TextError:
            pass
    return yaml_text.parse(text)


def _mapping(text: Text) -> dict[str, Json]:
    if isinstance(text.value, dict):
        return text.value
    if text.value is None:
        raise TextError("the file has no content", (1, 1), _HINT_EMPTY, "empty")
    raise TextError(
        f"the file holds {kind_of(text.value)}, not a mapping",
        text.locate(()),
        "an OpenAPI document is a mapping with 'openapi', 'info' and 'paths'",
        "type",
    )
