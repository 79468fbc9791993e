"""From a successful response to its value: envelope, then decoding, strict or lenient.

A body is read by its own Content-Type, with the reader that the document declares for it. One that is not declared is
delivered as what the document promises if it is that, otherwise as what its Content-Type says, and reported.

Errors are returned, and raised by the flow: so no traceback has a frame with a body among its variables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..errors import DecodeError, EnvelopeError, NotReadyError, ResponseError
from ..hooks import report_drift
from ..json_pointer import find
from ..serialization import NestingError, codec, loads, with_deep_stack
from ..types import is_dict, is_list
from .content import Binary, Content, Json, Text, choose_reader, is_json, readers_for, success_readers
from .failures import response_error
from .lenient import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..http.messages import Response
    from ..operation import Operation
    from ..options import ClientConfig
    from .content import Reader
    from .lenient import Finding

T = TypeVar("T")

_NOT_READY = "the body is empty, because the result does not exist yet"
_MEDIA_TYPE = re.compile(r"[\w.+*-]{1,60}/[\w.+*-]{1,60}", re.ASCII)


def value_of(response: Response, operation: Operation[T], config: ClientConfig) -> object | ResponseError:
    """Return the value of a response with a success status.

    Returns an EnvelopeError when the body reports a failure; a NotReadyError when there is none yet; a DecodeError when
    it cannot be read at all and, with `strict`, when it can be read only partly.
    """
    if operation.method == "HEAD":
        return None
    if operation.is_empty_until_ready and not response.content:
        return response_error(NotReadyError, _NOT_READY, response, operation, config)
    readers = readers_for(operation.responses, response.status)
    findings: list[Finding] = []
    if readers is None and (readers := success_readers(operation.responses)) is not None:
        findings = [("", f"status {response.status} is not documented")]
    return read_value(readers or (), response, operation, config, findings)


def read_value(
    readers: tuple[Reader, ...],
    response: Response,
    operation: Operation[T],
    config: ClientConfig,
    findings: list[Finding],
    *,
    item: str = "",
) -> object | ResponseError:
    """Return what these readers make of a body, or an error; see `value_of`. More findings may be known before.

    `item` names what is read in errors, where it is not the whole body.
    """
    content = Content(response.content, response.media_type, response.status, response.headers)
    try:
        reading = _read(content, readers, has_envelope=operation.envelope is not None)
    except NestingError:
        reading = _Reading(_TOO_DEEP)
    except RecursionError:  # the caller has left too little of the stack
        reading = with_deep_stack(lambda: _read(content, readers, has_envelope=operation.envelope is not None))
    if error := _failure_inside(reading.data, response, operation, config):
        return error
    if isinstance(reading.value, _Unreadable):
        named = config.redactor.text(response.media_type) if _MEDIA_TYPE.fullmatch(response.media_type) else "nameless"
        what = f"{response.status}, {item} is" if item else f"{response.status} with a {named} body that is"
        return response_error(DecodeError, f"{what} {reading.value.reason}", response, operation, config)
    if difference := report_findings([*findings, *reading.findings], response, operation, config):
        return difference
    return as_table(reading.value, response, operation, config) if isinstance(reading.value, Content) else reading.value


def download_error(
    response: Response, operation: Operation[T], config: ClientConfig, *, is_empty: bool
) -> ResponseError | None:
    """Return the error of a success whose body, which may have been empty, went to a receiver, as far as it was kept.

    The body may report a failure; and with `strict`, its Content-Type has to be documented.
    """
    if operation.is_empty_until_ready and is_empty:
        return response_error(NotReadyError, _NOT_READY, response, operation, config)
    content = Content(response.content, response.media_type, response.status, response.headers)
    if error := _failure_inside(_json_of(content), response, operation, config):
        return error
    readers = readers_for(operation.responses, response.status)
    is_documented = not readers or not content.media_type or choose_reader(readers, content.media_type)
    findings = [] if is_documented else [("", undocumented(content.media_type))]
    return report_findings(findings, response, operation, config)


# ---------------------------------------------------------------- bodies


class _Reading(NamedTuple):
    """What was read from a body.

    Attributes:
        value: what the caller gets, or why there is no value.
        data: the parsed JSON, as far as it was parsed; it may report a failure.
        findings: where the body differs from the document.
    """

    value: object
    data: object = None
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """Instead of a value: the body is something that no documented type can hold."""

    reason: str


_NO_JSON = _Unreadable("not JSON")
_TOO_DEEP = _Unreadable("nested too deeply")


def _read(content: Content, readers: tuple[Reader, ...], *, has_envelope: bool) -> _Reading:
    """Read a body by its Content-Type; one without it like the representation that is documented first."""
    if not readers and (not content or (is_json(content.media_type) and content.data.strip() == b"null")):
        return _Reading(None)  # some frameworks write null where nothing is returned
    is_labelled = bool(content.media_type and content.data.strip())
    reader = choose_reader(readers, content.media_type) if is_labelled or not readers else readers[0]
    if isinstance(reader, Json):
        return _read_json(reader, content)
    data = _json_of(content) if has_envelope else None
    if reader is None and readers:
        return _read_undocumented(readers, content, data)
    if isinstance(reader, Text):
        return _read_text(reader, content, data)
    return _Reading(content, data, () if reader else [("", "a body that is not documented")])


def _read_json(reader: Json, content: Content) -> _Reading:
    """Read JSON.

    A bare text instead of a JSON string is common, so it is accepted where the type accepts a text; where any media
    type may come, it is as documented. Other bytes are accepted where the type accepts anything.
    """
    type_ = codec(reader.type)
    if not content.data.strip():
        value, problems = type_.fit(None, received=True)
        return _Reading(value, None, [("", "an empty body")] * bool(problems))
    try:
        data = type_.parse(content.json_source)
    except NestingError:
        raise
    except ValueError:
        text = content.exact_text
        value, problems = type_.fit(content if text is None else text, received=True)
        if not problems and text is not None and "*" in reader.media_type and not is_json(content.media_type):
            return _Reading(value, text)
        finding = ("", "bytes that are not JSON" if text is None else "a text that is not JSON")
        return _Reading(_NO_JSON if problems else value, text, [finding])
    value, problems = type_.fit(data, received=True)
    if not problems:
        return _Reading(value, data)
    value, findings = with_deep_stack(lambda: fit(reader.type, data))
    return _Reading(value, data, findings)


def _read_text(reader: Text, content: Content, data: object) -> _Reading:
    """Read a text as it is; where any media type may come, a JSON string as the text that it stands for."""
    if "*" in reader.media_type and isinstance(string := _json_of(content), str):
        return _Reading(string, data)
    text = content.exact_text
    if text is None:
        return _Reading(content, data, [("", f"bytes that are no text in {content.charset}")])
    return _Reading(text, data)


def _read_undocumented(readers: tuple[Reader, ...], content: Content, data: object) -> _Reading:
    """Read a body whose Content-Type is not documented.

    It is what the document promises if it is that; otherwise a text where it says so itself, and else its bytes. What
    claims to be a text is an error if the document promises only values that cannot be one: the page of a proxy.
    """
    findings: list[Finding] = [("", undocumented(content.media_type))]
    is_text = content.media_type.startswith("text/")
    text = content.exact_text
    as_json = [reader for reader in readers if isinstance(reader, Json)]
    for reader in as_json:
        try:
            data = codec(reader.type).parse(content.json_source)
        except NestingError:
            raise
        except ValueError:
            break
        value, problems = codec(reader.type).fit(data, received=True)
        if not problems and (reader.is_typed or (is_text and _is_container(data))):
            return _Reading(value, data, findings)
    if text is not None and any(isinstance(reader, Text) for reader in readers):
        return _Reading(text, data, findings)
    if any(isinstance(reader, Binary) for reader in readers):
        return _Reading(content, data, findings)
    for reader in as_json if is_text else ():
        value, problems = codec(reader.type).fit(content if text is None else text, received=True)
        if not problems:
            return _Reading(value, data, findings)
    if _is_container(data) and (typed := next((reader for reader in as_json if reader.is_typed), None)):
        value, further = with_deep_stack(lambda: fit(typed.type, data))
        return _Reading(value, data, findings + further)
    return _Reading(_NO_JSON if is_text and as_json else content, data, findings)


def _json_of(content: Content) -> object:
    """The parsed body if its Content-Type is one of JSON, else None."""
    if not is_json(content.media_type):
        return None
    try:
        return loads(content.json_source)
    except ValueError:
        return None


def _is_container(data: object) -> bool:
    return is_dict(data) or is_list(data)


# ---------------------------------------------------------------- differences from the document


def undocumented(media_type: str, expected: str = "documented") -> str:
    """A finding about a Content-Type; what is no media type is not repeated."""
    return f"Content-Type {media_type if _MEDIA_TYPE.fullmatch(media_type) else ''} is not {expected}"


def _failure_inside(
    data: object, response: Response, operation: Operation[T], config: ClientConfig
) -> EnvelopeError | None:
    """Return the error of a body that reports a failure: by its envelope, or by error codes."""
    envelope, shape = operation.envelope, config.api.errors
    refused = envelope is not None and any(each is False for each in find(data, envelope.success))
    coded = shape is not None and shape.codes and any(each is not None for each in find(data, shape.codes))
    if refused or coded:
        what = f"{response.status}, but its body says that it failed"
        return response_error(EnvelopeError, what, response, operation, config)
    return None


def as_table(body: object, response: Response, operation: Operation[T], config: ClientConfig) -> object:
    """Return a body, or the file that it was written to, as a table if the document describes its rows."""
    readers = readers_for(operation.responses, response.status) or success_readers(operation.responses) or ()
    tables = (reader.table for reader in readers if isinstance(reader, Binary) and reader.table)
    table = next(tables, None)
    head = replace(response, content=b"")
    return table(body, response=head, operation=operation, config=config) if table else body


def report_findings(
    findings: Sequence[Finding], response: Response, operation: Operation[T], config: ClientConfig
) -> DecodeError | None:
    """Report the differences, or with `strict` return an error. They have names that the server chose."""
    if not findings:
        return None
    clean = config.redactor.text
    findings = [(clean(location), clean(message)) for location, message in findings]
    if config.options.strict:
        places = "; ".join(f"{location or '/'}: {message}" for location, message in findings[:3])
        what = f"{response.status} with a body that is not as documented: {places}"
        return response_error(DecodeError, what, response, operation, config)
    report_drift(operation.id, findings, config.options.on_drift, config.warned)
    return None
