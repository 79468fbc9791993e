"""From our request to the arguments of an HTTP library. Here, and only here, secrets become plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..request.bodies import Part
    from ..types import FileContent
    from .messages import Request

File = tuple[str | None, "FileContent", str | None]
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Wire:
    """What an HTTP library is told, in its own terms."""

    method: str
    url: str = field(repr=False)
    headers: list[tuple[bytes, bytes]] = field(repr=False)
    content: FileContent | None = field(repr=False)
    files: list[tuple[str, File]] | None = field(repr=False)
    timeout: float | None


def wire(request: Request) -> Wire:
    """Join everything; open files are rewound, so this is called for every attempt."""
    body = request.body
    parts = body.content if body and isinstance(body.content, tuple) else None
    content = body.content if body and not isinstance(body.content, tuple) else None
    return Wire(
        method=request.method,
        url=_url(request),
        headers=_headers(request, content, multipart=parts is not None),
        content=content,
        files=[_file(part) for part in parts] if parts is not None else None,
        timeout=request.timeout,
    )


def _url(request: Request) -> str:
    keys = [
        f"{quote(placed.name, safe='')}={quote(placed.secret.reveal(), safe='')}"
        for placed in request.secrets
        if placed.location == "query"
    ]
    return request.url + "".join(("&" if "?" in request.url or at else "?") + key for at, key in enumerate(keys))


def _headers(request: Request, content: FileContent | None, *, multipart: bool) -> list[tuple[bytes, bytes]]:
    headers = {name.lower(): (name, value) for name, value in request.headers}
    if content is not None and not isinstance(content, bytes):
        from ..request.files import size_of  # noqa: PLC0415 - few calls send a file

        headers["content-length"] = ("Content-Length", str(size_of(content)))  # or an async library sends chunks
    if multipart:
        headers.pop("content-type", None)  # the library writes it, with its boundary
    cookies = list(request.cookies)
    for placed in request.secrets:
        if placed.location == "header":
            headers[placed.name.lower()] = (placed.name, placed.secret.reveal())
        elif placed.location == "cookie":
            cookies.append((placed.name, placed.secret.reveal()))
    if cookies:
        headers["cookie"] = ("Cookie", "; ".join(f"{name}={value}" for name, value in cookies))
    return [(name.encode("ascii"), value.encode()) for name, value in headers.values()]


def _file(part: Part) -> tuple[str, File]:
    from ..request.files import Upload  # noqa: PLC0415 - as above

    content = part.content
    if isinstance(content, Upload):
        if not isinstance(content.content, bytes):
            content.content.seek(0)
        return part.name, (content.filename, content.content, content.media_type)
    return part.name, (None, content, part.media_type or None)


async def chunks(content: IO[bytes]) -> AsyncIterator[bytes]:
    """An open file as an async library wants it."""
    while chunk := content.read(_CHUNK):
        yield chunk
