"""The response that a request selects by `Prefer: code=404` or `Prefer: example=NAME`, as with other mock servers."""

import re
from collections.abc import Iterator
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from channelsmith.document import Json, Node
from channelsmith.ir.samples import example
from channelsmith.sandbox.errors import ErrorRenderer, problem_details
from channelsmith.sandbox.examples import media_response, response_headers
from channelsmith.sandbox.media_types import negotiate
from channelsmith.sandbox.operations import Operation

_FAILURE: Final = 400
_STATUS: Final = re.compile(r"[1-5][0-9][0-9]")


def preferred_response(operation: Operation, request: Request, errors: ErrorRenderer) -> Response | None:
    """The declared response that the header `Prefer` selects, if any. Nothing is applied.

    A status or example that the operation does not declare gives 400 and the names of those that it declares.
    """
    header = request.headers.get("prefer")
    wanted = _preferences(header) if header is not None else {}
    code, name = wanted.get("code"), wanted.get("example")
    if code is None and name is None:
        return None
    numbered = code is not None and _STATUS.fullmatch(code) is not None
    statuses = [int(code)] if code is not None and numbered else _statuses(operation)
    response = next(_responses(operation, statuses, name, request.headers.get("accept", "")), None)
    if response is None or (code is not None and not numbered):
        known = ", ".join(_known(operation, named=name is not None))
        message = f"The operation declares no response for {header}; it declares {known or 'none'}"
        return problem_details(_FAILURE, message)
    status, media_type, body = response
    headers = response_headers(operation, status)
    if name is None and status >= _FAILURE:
        return errors.render(status, "This response was requested", operation=operation, headers=headers)
    if media_type is None:
        return Response(status_code=status, headers=headers)
    media = operation.response_bodies(status)[media_type]
    accept = request.headers.get("accept", "")
    return media_response(media, body, status, declared=media_type, accept=accept, headers=headers)


def _preferences(text: str) -> dict[str, str]:
    """`code=404; example="not found"` (RFC 7240) as a mapping; the first of a name counts."""
    preferences: dict[str, str] = {}
    for piece in text.replace(";", ",").split(","):
        name, equals, value = (part.strip() for part in piece.partition("="))
        if equals:
            preferences.setdefault(name.lower(), value.strip('"'))
    return preferences


def _responses(
    operation: Operation, statuses: list[int], name: str | None, accept: str
) -> Iterator[tuple[int, str | None, Json]]:
    """Status, media type and body of the declared responses, those with the named example if there is a name."""
    for status in statuses:
        if operation.response(status) is None:
            continue
        bodies = operation.response_bodies(status)
        if name is not None:
            bodies = {media_type: media for media_type, media in bodies.items() if _named(media, name) is not None}
        media_type = negotiate(accept, bodies) or next(iter(bodies), None)
        if media_type is not None:
            picked = _named(bodies[media_type], name) if name is not None else None
            yield status, media_type, picked.value if picked is not None else example(bodies[media_type])
        elif name is None:
            yield status, None, None


def _named(media: Node, name: str) -> Node | None:
    examples = media.get("examples")
    named = examples.get(name) if examples is not None and examples.is_mapping else None
    return named.resolve().get("value") if named is not None else None


def _statuses(operation: Operation) -> list[int]:
    """The declared statuses, those of a class at the end."""
    keys = [response.status for response in operation.spec.responses if response.pointer]
    classes = [int(f"{key[0]}00") for key in keys if key.endswith("XX")]
    return sorted(int(key) for key in keys if key.isdecimal()) + classes


def _known(operation: Operation, *, named: bool) -> list[str]:
    responses = [response for response in operation.spec.responses if response.pointer]
    if not named:
        return [response.status for response in responses]
    examples = (operation.document.at(media.pointer).get("examples") for each in responses for media in each.media)
    return sorted({name for each in examples if each is not None for name, _ in each.items()})
