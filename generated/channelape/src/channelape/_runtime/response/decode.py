"""From a successful response to its value: envelope, then decoding, lenient or strict.

Errors are returned, for the flow to raise: so no traceback holds a frame with a body among its variables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..errors import DecodeError, EnvelopeError, ResponseError
from ..json_pointer import find
from .content import Content
from .drift import drifts
from .readers import Binary, Json, Text, reader_for, success_readers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..http.messages import Response
    from ..operation import Operation
    from ..setup import Setup
    from .drift import Finding

T = TypeVar("T")
E = TypeVar("E", bound=ResponseError)


def value_of(response: Response, operation: Operation[T], setup: Setup) -> object | ResponseError:
    """What the caller gets for a response with a success status.

    An EnvelopeError when the body says failure; a DecodeError when it cannot be read as documented at all and, with
    `strict`, when it can be read in part only.
    """
    reader = reader_for(operation.responses, response.status)
    if reader is None and (declared := success_readers(operation.responses)):
        reader = declared[0]
        findings = [("", f"status {response.status} is not documented")]
        if error := _differs(findings, response, operation, setup):
            return error
    content = Content(response.content, response.media_type, response.status, response.headers)
    match reader:
        case Json() if operation.method != "HEAD":
            return _from_json(reader, content, response, operation, setup)
        case Text() | Binary():
            data = _parsed(content) if operation.envelope and "json" in content.media_type else None
            value = content.text if isinstance(reader, Text) else content
            return _failure_inside(data, response, operation, setup) or value
        case _:
            return None


def failure_inside(response: Response, operation: Operation[T], setup: Setup) -> EnvelopeError | None:
    """The error of a body that went elsewhere, as far as it was kept, when it says failure."""
    content = Content(response.content, response.media_type, response.status, response.headers)
    return _failure_inside(_parsed(content) if "json" in content.media_type else None, response, operation, setup)


def _from_json(
    reader: Json, content: Content, response: Response, operation: Operation[T], setup: Setup
) -> object | ResponseError:
    from ..serialization import codec  # noqa: PLC0415 - importing this module must not load pydantic

    type_ = codec(reader.type)
    data, excuse = None, ""
    if not content.data.strip():
        excuse = "an empty body"
    else:
        try:
            data = type_.parse(content.json_source)
        except ValueError:  # a bare text in place of a JSON string is common enough to be read
            data, excuse = content.text, "a text that is not JSON"
    if error := _failure_inside(data, response, operation, setup):
        return error
    value, problems = type_.fit(data)
    if problems and excuse and data is not None:
        what = f"{response.status} with a {content.media_type or 'nameless'} body that is not JSON"
        return _error(DecodeError, what, response, operation, setup)
    findings = [("", excuse)] if excuse and (problems or data is not None) else []
    if problems and not excuse:
        from .lenient import fit  # noqa: PLC0415 - as above, and most responses fit

        value, findings = fit(reader.type, data)
    return _differs(findings, response, operation, setup) or value


def _parsed(content: Content) -> object:
    try:
        return content.json()
    except ValueError:
        return None


def _failure_inside(data: object, response: Response, operation: Operation[T], setup: Setup) -> EnvelopeError | None:
    """The error of a body that says failure: by its envelope, or by having codes where the API puts error codes."""
    envelope, shape = operation.envelope, setup.api.errors
    refused = envelope is not None and any(each is False for each in find(data, envelope.success))
    coded = shape is not None and shape.codes and any(each is not None for each in find(data, shape.codes))
    if refused or coded:
        what = f"{response.status}, but its body says that it failed"
        return _error(EnvelopeError, what, response, operation, setup)
    return None


def _differs(
    findings: Sequence[Finding], response: Response, operation: Operation[T], setup: Setup
) -> DecodeError | None:
    """Report what differs, or make an error of it."""
    if not findings:
        return None
    if setup.options.strict:
        places = "; ".join(f"{location or '/'}: {message}" for location, message in findings[:3])
        what = f"{response.status} with a body that is not as documented: {places}"
        return _error(DecodeError, what, response, operation, setup)
    setup.drift.report(drifts(operation.id, findings))
    return None


def _error(kind: type[E], what: str, response: Response, operation: Operation[T], setup: Setup) -> E:
    from ..failures import response_error  # noqa: PLC0415 - most responses are no failures

    return response_error(kind, what, response, operation, setup)
