"""Pagination by URLs: a page names the next one in its `Link` header (RFC 8288) or in its body.

The URL has to be on the host of the API, because the credentials go there. Its path need not be one of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qsl, urljoin, urlsplit

from .errors import ConfigurationError
from .flow import build_request
from .pagination import Pagination, ReceivedPage
from .request.urls import resolve, same_origin, without_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .operation import Call

Page = TypeVar("Page")

_TARGET = re.compile(r"[\s,]*<([^>]*)>")
_PARAMETER = re.compile(r'\s*;\s*([^\s=;,"]*)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?')
_QUOTED_PAIR = re.compile(r"\\(.)")


class _LinkedPages(Pagination):
    """The next page has a URL, which is fetched with the method, headers and body of the first call."""

    __slots__ = ()

    def call_at(self, call: Call[Page], cursor: str, keys: frozenset[str]) -> Call[Page]:  # noqa: ARG002
        """See Pagination."""
        return replace(call, path="", link=cursor)  # the query may have a key of the caller


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkHeaderPagination(_LinkedPages):
    """The `Link` header of a page has the URL of the next one, under the relation `next`."""

    def next_cursor(self, page: ReceivedPage) -> str | None:
        """See Pagination."""
        links = parse_links(page.headers.get("link", ""))
        target = next((target for target, relations in links if "next" in relations), None)
        return None if target is None else _absolute_url(page, target)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUrlPagination(_LinkedPages):
    """The body of a page has the URL of the next one at `url`: an absolute one, a path, or only a query."""

    url: str

    def next_cursor(self, page: ReceivedPage) -> str | None:
        """See Pagination."""
        url = page.value_at(self.url)
        if url is None or url == "" or url is False:
            return None
        return _absolute_url(page, str(url), has_base_path=False)


def _absolute_url(page: ReceivedPage, link: str, *, has_base_path: bool = True) -> str:
    """The absolute URL of a link in a page, relative to that of the page, without secrets.

    A path in a body often begins where the base URL ends; it does unless it `has_base_path`, or begins with it.
    Raises PaginationError for another host, and for a path that could leave the API.
    """
    request, base = build_request(page.call, page.config), page.config.base_for(page.call.operation)
    try:
        if link.startswith("/") and not link.startswith("//") and not has_base_path:
            base_path = urlsplit(base).path
            link = link if f"{link}/".startswith(f"{base_path}/") else f"{base_path}{link}"
        url = urljoin(request.url, link)
        is_own = same_origin(base, url)
    except ValueError:
        is_own, url = False, ""
    if not is_own:
        raise page.error("the next page is on another host than the base URL, so it is not fetched")
    try:
        resolve(base, url)
    except ConfigurationError as error:
        raise page.error(f"the next page is not fetched: {error}") from None
    keys = {placed.name for placed in request.secrets if placed.location == "query"}
    own = {name for name, _ in parse_qsl(page.config.query_of(page.call))} & page.config.query_keys
    return without_parameters(url, keys | own)


def parse_links(header: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the target and the relations, in lower case, of each link of a `Link` header.

    A link about another resource than the response (`anchor`) is left out. What follows a syntax error is not read.
    """
    at = 0
    while target := _TARGET.match(header, at):
        at = target.end()
        parameters: dict[str, str] = {}
        while parameter := _PARAMETER.match(header, at):
            at = parameter.end()
            name, quoted, token = parameter.groups()
            value = _QUOTED_PAIR.sub(r"\1", quoted) if quoted is not None else token
            parameters.setdefault(name.lower(), value or "")  # RFC 8288: the first one counts
        if "anchor" not in parameters:
            yield target[1].strip(), tuple(parameters.get("rel", "").lower().split())
