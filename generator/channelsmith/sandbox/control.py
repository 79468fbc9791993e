"""The server's own endpoints under `/_sandbox`: what is running, and making jobs fail."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from channelsmith.document import Document
from channelsmith.sandbox.jobs import Failures
from channelsmith.sandbox.operations import base_path
from channelsmith.sandbox.settings import Settings


class Control:
    """Two endpoints; they ask for no key and are not part of the API."""

    def __init__(self, document: Document, settings: Settings, failures: Failures) -> None:
        """Shows the settings, changes the failures."""
        info = document.root.get("info")
        self._title = info.text("title") if info is not None else ""
        self._base_path = base_path(document)
        self._settings = settings
        self._failures = failures

    async def show(self, _: Request) -> Response:
        """GET: title, base path, time scale and how many of the next jobs will fail."""
        return JSONResponse(
            {
                "api": self._title,
                "basePath": self._base_path,
                "timeScale": self._settings.time_scale,
                "pendingSeconds": self._settings.pending_seconds,
                "failNext": self._failures.next_jobs,
            }
        )

    async def fail(self, request: Request) -> Response:
        """POST ?next=N: lets the next N jobs fail, 1 when it is left out; 0 lets none."""
        wanted = request.query_params.get("next", "1")
        if not (wanted.isascii() and wanted.isdecimal()):
            return JSONResponse({"error": "next has to be a number"}, 400)
        self._failures.next_jobs = int(wanted[:6])
        return await self.show(request)
