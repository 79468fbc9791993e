"""From a successful response to its value: envelope, then decoding, lenient or strict."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .content import Content
from .drift import drifts
from .errors import DecodeError, EnvelopeError
from .failures import response_error
from .pointers import find
from .read import Binary, Json, Text, reader_for, success_readers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .drift import Finding
    from .messages import Response
    from .operation import Operation
    from .setup import Setup

T = TypeVar("T")


def value_of(response: Response, operation: Operation[T], setup: Setup) -> object:
    """What the caller gets for a response with a success status.

    Raises EnvelopeError when the body says failure; DecodeError when it cannot be read as documented at all and,
    with `strict`, when it can be read in part only.
    """
    reader = reader_for(operation.responses, response.status)
    if reader is None and (declared := success_readers(operation.responses)):
        reader = declared[0]
        _differs([("", f"status {response.status} is not documented")], response, operation, setup)
    content = Content(response.content, response.media_type, response.status, response.headers)
    match reader:
        case Json() if operation.method != "HEAD":
            return _from_json(reader, content, response, operation, setup)
        case Text() | Binary():
            if operation.envelope and "json" in content.media_type:
                _check_envelope(_parsed(content), response, operation, setup)
            return content.text if isinstance(reader, Text) else content
        case _:
            return None


def _from_json(reader: Json, content: Content, response: Response, operation: Operation[T], setup: Setup) -> object:
    from .codec import codec  # noqa: PLC0415 - importing this module must not load pydantic
    from .lenient import fit  # noqa: PLC0415 - as above

    type_ = codec(reader.type)
    data, excuse = None, ""
    if not content.data.strip():
        excuse = "an empty body"
    else:
        try:
            data = type_.parse(content.json_source)
        except ValueError:  # a bare text in place of a JSON string is common enough to be read
            data, excuse = content.text, "a text that is not JSON"
    if not excuse:
        _check_envelope(data, response, operation, setup)
    value, problems = type_.fit(data)
    if problems and isinstance(data, str) and excuse:
        what = f"{response.status} with a {content.media_type or 'nameless'} body that is not JSON"
        raise response_error(DecodeError, what, response, operation, setup)
    findings = [("", excuse)] if excuse and (problems or data) else []
    if problems and not excuse:
        value, findings = fit(reader.type, data)
    _differs(findings, response, operation, setup)
    return value


def _parsed(content: Content) -> object:
    try:
        return content.json()
    except ValueError:
        return None


def _check_envelope(data: object, response: Response, operation: Operation[T], setup: Setup) -> None:
    envelope = operation.envelope
    if envelope and any(each is False for each in find(data, envelope.success)):
        what = f"{response.status}, but its body says that it failed"
        raise response_error(EnvelopeError, what, response, operation, setup)


def _differs(findings: Sequence[Finding], response: Response, operation: Operation[T], setup: Setup) -> None:
    if findings and setup.options.strict:
        places = "; ".join(f"{location or '/'}: {message}" for location, message in findings[:3])
        what = f"{response.status} with a body that is not as documented: {places}"
        raise response_error(DecodeError, what, response, operation, setup)
    setup.drift.report(drifts(operation.id, findings))
