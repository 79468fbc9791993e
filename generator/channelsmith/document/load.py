"""Loading of files as documents."""

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import json_pointer
from channelsmith.document.document import Document, Json, describe_type
from channelsmith.document.files import NotRegularFileError, read_regular_file
from channelsmith.document.json_text import parse_json
from channelsmith.document.parsing import ParsedText, ParseError, position_of
from channelsmith.document.yaml_text import parse_yaml

MAX_BYTES = 64 * 1024 * 1024
"""Maximum size of one file; the largest published descriptions have 13 MB."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HINT_BINARY = "a description is a UTF-8 text file with YAML or JSON"
_HINT_EMPTY = "an OpenAPI document starts with 'openapi: 3.1.0'"


def load_document(path: Path, *, is_part: bool = False) -> Document:
    """Load the document in a YAML or JSON file.

    Args:
        path: the file; messages show this path as it is.
        is_part: whether it is part of another document, so that it may contain a list.

    Raises:
        UnusableInput: the file cannot be read, is not YAML or JSON, uses features that JSON cannot express, is too
            large or nested too deeply, or does not contain a mapping.
    """
    if is_url(path):
        raise UnusableInput(_refuse_url(path))
    try:
        text = _parse(_decode(_read(path)), is_json=path.suffix.lower() == ".json")
        root = _content(text, is_part=is_part)
    except ParseError as error:
        location = SourceLocation(str(path), *error.position)
        raise UnusableInput(Diagnostic(Severity.ERROR, error.rule, error.message, error.hint, location)) from None
    return Document(root, lambda pointer: SourceLocation(str(path), *text.locate(json_pointer.split(pointer))), (path,))


def read_title(path: Path) -> str:
    """Return `info.title` of a document, "" if it has none or cannot be read; of a YAML file only that is parsed."""
    try:
        text = _decode(_read(path))
        info = _INFO.search(text) if path.suffix.lower() != ".json" else None
        content: Any = yaml.load(info[0], yaml.BaseLoader) if info else parse_json(text).value  # noqa: S506 -- only texts
        title: object = content["info"]["title"]
    except (ParseError, yaml.YAMLError, LookupError, TypeError, ValueError, RecursionError):
        return ""
    return title if isinstance(title, str) else ""


_INFO = re.compile(r"""^["']?info["']?[ \t]*:.*\n(?:(?:[ \t#].*)?\n)*""", re.MULTILINE)
"""The member `info` of a YAML document in block style."""
_SCHEME = re.compile(r"^(https?|ftp):/+", re.IGNORECASE)


def is_url(path: Path) -> bool:
    """Whether a path was meant as the address of a document on a network."""
    return _SCHEME.match(path.as_posix()) is not None and not path.exists()


def _refuse_url(path: Path) -> Diagnostic:
    url = _SCHEME.sub(lambda match: f"{match[1]}://", path.as_posix())  # a path has no double slashes
    message = f"{url!r} is a URL, and nothing is fetched from a network"
    name = f"openapi{path.suffix if path.suffix in {'.json', '.yaml', '.yml'} else '.json'}"
    return Diagnostic(Severity.ERROR, "file", message, f"save it first: curl -fsSL -o {name} {shlex.quote(url)}")


def _read(path: Path) -> bytes:
    try:
        data = read_regular_file(path, MAX_BYTES + 1)
    except NotRegularFileError:
        raise ParseError("not a regular file", (1, 1), "save it to a file first", "file") from None
    except FileNotFoundError:
        raise ParseError("file not found", (1, 1), "check the path", "file") from None
    except IsADirectoryError:
        raise ParseError("this is a directory, not a file", (1, 1), "give a file in it", "file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if "\0" in str(path):  # which Python versions call differently
            reason = "its path contains a NUL character"
        raise ParseError(f"the file cannot be read: {reason[:1].lower()}{reason[1:]}", (1, 1), rule="file") from None
    if len(data) > MAX_BYTES:
        raise ParseError(f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB", (1, 1), rule="limit")
    return data


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ParseError("the file is in UTF-16", (1, 1), "save it as UTF-8", "encoding")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        message = "the file is not UTF-8 text"
        raise ParseError(message, position_of(before, len(before)), _HINT_BINARY, "encoding") from None
    if match := _CONTROL.search(text):
        message = f"the file contains the control character U+{ord(match[0]):04X}"
        raise ParseError(message, position_of(text, match.start()), _HINT_BINARY, "encoding")
    return text


def _parse(text: str, *, is_json: bool) -> ParsedText:
    if not text.strip():
        raise ParseError("the file is empty", (1, 1), _HINT_EMPTY, "empty")
    if is_json:
        return parse_json(text)
    if text.lstrip().startswith("{"):  # most likely JSON, which is parsed much faster than YAML
        try:
            return parse_json(text)
        except ParseError:
            pass
    return parse_yaml(text)


def _content(text: ParsedText, *, is_part: bool) -> dict[str, Json] | list[Json]:
    if isinstance(text.value, dict) or (is_part and isinstance(text.value, list)):
        return text.value
    if text.value is None:
        raise ParseError("the file has no content", (1, 1), _HINT_EMPTY, "empty")
    message = f"the file contains {describe_type(text.value)}, not a mapping"
    hint = "an OpenAPI document is a mapping with 'openapi', 'info' and 'paths'"
    raise ParseError(message, text.locate(()), hint, "type")
