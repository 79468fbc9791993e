"""From a call to the HTTP request: address, headers, and the secrets that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..http.messages import Request
from .urls import resolve

if TYPE_CHECKING:
    from ..operation import Call, T
    from ..setup import Setup


def build(call: Call[T], setup: Setup) -> Request:
    """The request of a call. Later headers win over earlier ones: ours, the client's, the call's.

    Raises MissingCredentialError, and ConfigurationError for a link that leaves the API.
    """
    operation = call.operation
    base = setup.base_for(operation)
    url = base + call.path if call.link is None else resolve(base, call.link)
    if call.query_string:
        url += ("&" if "?" in url else "?") + call.query_string
    headers = {
        "user-agent": ("User-Agent", setup.api.user_agent),
        "accept": ("Accept", operation.accept),
    }
    if call.body:
        headers["content-type"] = ("Content-Type", call.body.media_type)
    for name, value in (*setup.options.headers.items(), *call.headers):
        headers[name.lower()] = (name, value)
    return Request(
        method=operation.method,
        url=url,
        headers=tuple(headers.values()),
        cookies=call.cookies,
        secrets=setup.keyring.choose(operation.security, operation.id),
        body=call.body,
        timeout=setup.options.timeout,
    )
