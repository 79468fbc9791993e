"""The body of a request as it arrived, held against what was given."""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from email import message_from_bytes, policy
from typing import Any, Final, cast
from urllib.parse import parse_qsl

from channelsmith.conform.equal import comparable, is_dict, shown, texts
from channelsmith.conform.given import Given, Invocation
from channelsmith.conform.traffic import Sent
from channelsmith.ir.media import Kind, kind_of


def body_problems(sent: Sent, given: Invocation) -> Iterator[str]:
    """What is wrong with the body of a request and its media type."""
    if given.media is None:
        if sent.body:
            yield f"a body of {len(sent.body)} bytes that nobody gave"
        return
    media_type = (sent.header("content-type") or "").partition(";")[0].strip().lower()
    if "*" not in given.media.media_type and media_type != given.media.media_type.partition(";")[0].strip().lower():
        yield f"the body is {media_type or 'of no media type'}, not {given.media.media_type}"
        return
    try:
        found = _READERS[kind_of(given.media)](sent)
    except ValueError as error:
        yield f"the body can not be read as {media_type}: {error}"
        return
    as_given: Any = given.body if kind_of(given.media) > Kind.OTHER_JSON else given.wire
    wanted = _as_fields(as_given) if kind_of(given.media) in _FORMS else comparable(as_given)
    if comparable(found) != wanted:
        yield from _differences(comparable(found), wanted)


def _differences(found: Any, wanted: Any) -> Iterator[str]:
    if not (is_dict(found) and is_dict(wanted)):
        yield f"the body is {shown(found)}, not {shown(wanted)}"
        return
    for name in sorted({*found, *wanted}):
        if name not in found:
            yield f"the body lacks {name!r}"
        elif name not in wanted:
            yield f"the body has {name!r}, which nobody gave"
        elif found[name] != wanted[name]:
            yield f"{name!r} of the body is {shown(found[name])}, not {shown(wanted[name])}"


def _json(sent: Sent) -> Any:
    return json.loads(sent.body, parse_float=Decimal)


def _form(sent: Sent) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(sent.body.decode(), keep_blank_values=True, strict_parsing=bool(sent.body)):
        found.setdefault(name, []).append(value)
    return found


def _multipart(sent: Sent) -> dict[str, list[str]]:
    head = f"Content-Type: {sent.header('content-type')}\r\n\r\n".encode()
    whole = message_from_bytes(head + sent.body, policy=policy.HTTP)
    if not whole.is_multipart():
        raise ValueError("it has no parts")
    found: dict[str, list[str]] = {}
    for part in whole.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = cast("bytes", part.get_payload(decode=True))
        found.setdefault(str(name), []).append(content.decode("utf-8", "backslashreplace"))
    return found


def _fields(value: Given) -> dict[str, list[str]]:
    """A form as its fields: every value a list of texts; what has structure is written as JSON."""
    if not isinstance(value, dict):
        return {}
    found: dict[str, list[str]] = {}
    for name, each in value.items():
        items: list[Any] = each if isinstance(each, list) else [each]
        found[name] = [item.decode() if isinstance(item, bytes) else str(texts(_written(item))) for item in items]
    return found


def _written(item: Any) -> Any:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")) if isinstance(item, dict | list) else item


def _as_fields(value: Given) -> Any:
    return comparable(_parsed(_fields(value)))


def _parsed(fields: dict[str, list[str]]) -> Any:
    """JSON inside a field is compared as JSON, for its spaces do not matter."""
    return {name: [_maybe_json(each) for each in values] for name, values in fields.items()}


def _maybe_json(text: str) -> Any:
    if text[:1] not in {"{", "["}:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


_READERS: Final[Mapping[Kind, Callable[[Sent], Any]]] = {
    Kind.JSON: _json,
    Kind.OTHER_JSON: _json,
    Kind.FORM: lambda sent: _parsed(_form(sent)),
    Kind.MULTIPART: lambda sent: _parsed(_multipart(sent)),
    Kind.TEXT: lambda sent: sent.body.decode(),
    Kind.BINARY: lambda sent: sent.body,
}
_FORMS: Final = frozenset({Kind.FORM, Kind.MULTIPART})
