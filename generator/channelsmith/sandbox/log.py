"""One line for each request, without anything secret."""

import logging
from typing import Final
from urllib.parse import unquote

from starlette.requests import Request

from channelsmith.sandbox.operations import Match

LOGGER: Final = logging.getLogger("channelsmith.sandbox")


def log_request(request: Request, match: Match | None, status: int) -> None:
    """Logs method, path, declared query parameters and status, as in `GET /v2/reports?kind=all 200 listReports`.

    Values of other query parameters are not shown: a key may hide in any of them.
    """
    operation = match.operations.get(request.method) if match is not None else None
    shown = {
        parameter.text("name")
        for parameter in (operation.parameters if operation is not None else ())
        if parameter.text("in") == "query"
    }
    raw_path: bytes = request.scope["raw_path"]
    path = raw_path.decode("latin-1")
    query = "&".join(_pair(piece, shown) for piece in request.url.query.split("&") if piece)
    target = _printable(f"{path}?{query}" if query else path)
    LOGGER.info("%s %s %d %s", request.method, target, status, operation.id if operation is not None else "-")


def _pair(piece: str, shown: set[str]) -> str:
    name, equals, _ = piece.partition("=")
    return piece if unquote(name) in shown else f"{name}{equals}***"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
