"""What a failed response says: its message, codes and request id, where the API declares or common habit puts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .json_pointer import find
from .types import is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .response.envelope import Envelope, ErrorShape

_MESSAGES = ("/message", "/error/message", "/error_description", "/detail", "/title", "/error")
_ERRORS = ("/errors", "/validation_errors", "/error/errors", "/error/details")
_CODES = ("/code", "/error/code", "/error_code", "/errors/*/code")
_REQUEST_IDS = ("/request_id", "/trace_id", "/correlation_id", "/error/request_id")
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")
_OF_ONE_ERROR = ("/message", "/detail", "/description", "/title")

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_TOLD = 3  # errors told in place of a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a body says about a failure; every field may be empty."""

    message: str
    errors: tuple[str, ...]
    codes: tuple[int | str, ...]
    request_id: str


def said(body: object, headers: Mapping[str, str], envelopes: Sequence[Envelope], shape: ErrorShape | None) -> Said:
    """Look where the envelopes and the error shape point, else under common names in any spelling."""
    errors = _texts(body, [each for envelope in envelopes for each in envelope.errors], _ERRORS)
    messages = _texts(body, [*(each.message for each in envelopes), shape.messages if shape else ""], _MESSAGES)
    ids = _texts(body, [each.request_id for each in envelopes], _REQUEST_IDS)
    from_headers = [headers[name] for name in _REQUEST_ID_HEADERS if name in headers]
    return Said(
        message="; ".join((messages or errors)[:_TOLD]),
        errors=errors,
        codes=tuple(_code(text, shape) for text in _texts(body, [shape.codes if shape else ""], _CODES)),
        request_id=next(iter((*ids, *from_headers)), ""),
    )


def _code(text: str, shape: ErrorShape | None) -> int | str:
    """A member of the enum of codes where there is one, and the text is of its kind."""
    kind = shape.code() if shape and shape.code else None
    if kind is None or issubclass(kind, str):
        return kind(text) if kind else text
    return kind(int(text)) if _INTEGER.fullmatch(text) else text


def _texts(body: object, declared: Iterable[str], common: Iterable[str]) -> tuple[str, ...]:
    """All texts at the declared pointers together, else those of the first common name that has any."""
    found = [text for pointer in declared if pointer for value in find(body, pointer) for text in _flat(value)]
    for pointer in common:
        found = found or [text for value in find(body, pointer, loosely=True) for text in _flat(value)]
    return tuple(found)


def _flat(value: object) -> Iterator[str]:
    """The texts in a value: of a list each, of an object its message or else "field: text"."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif is_list(value):
        for element in value:
            yield from _flat(element)
    elif is_dict(value):
        own = _texts(value, (), _OF_ONE_ERROR)
        yield from own or (f"{name}: {text}" for name, item in value.items() for text in _flat(item))
