"""The server of one API: every request goes through the same five doors."""

from collections.abc import Mapping
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from channelsmith.document import Document
from channelsmith.sandbox.answers import answer_as_shown
from channelsmith.sandbox.control import Control
from channelsmith.sandbox.jobs import Failures
from channelsmith.sandbox.lifecycle import Handler, Lifecycle
from channelsmith.sandbox.limits import Limiter
from channelsmith.sandbox.log import log_request
from channelsmith.sandbox.operations import Match, Operation, Router, read_operations
from channelsmith.sandbox.problems import Problems
from channelsmith.sandbox.receive import receive
from channelsmith.sandbox.results import Results
from channelsmith.sandbox.schemas import Schemas
from channelsmith.sandbox.security import Guard
from channelsmith.sandbox.settings import Settings


def create_app(document: Document, settings: Settings | None = None) -> Starlette:
    """The server of a document as an ASGI application; each call makes one with a state of its own.

    Operations of an `x-polling` have a memory, all others answer with what the document shows. The API is served
    under the path of its first server URL and under "/" as well; `/_sandbox` is the server's own.

    Args:
        document: a bundled document.
        settings: how to behave; the defaults when None.

    Raises:
        UnusableInput: the document's extensions name what is not there.
    """
    chosen = settings or Settings()
    failures = Failures(next_jobs=chosen.fail_next, every=chosen.fail_every)
    control = Control(document, chosen, failures)
    app = Starlette(
        routes=[
            Route("/_sandbox", control.show, methods=["GET"]),
            Route("/_sandbox/fail", control.fail, methods=["POST"]),
        ]
    )
    app.router.default = Api(document, chosen, failures)  # a mount would miss paths with odd characters
    return app


class Api:
    """The API itself: path -> credentials -> rate limit -> validation -> answer."""

    def __init__(self, document: Document, settings: Settings, failures: Failures) -> None:
        """Reads the document once; see `create_app`."""
        operations = read_operations(document)
        self._router: Final = Router(document, operations)
        self._guard: Final = Guard(document, settings.keys)
        self._limiter: Final = Limiter(clock=settings.clock, time_scale=settings.time_scale)
        self._schemas: Final = Schemas(document)
        self._problems: Final = Problems(self._schemas)
        self._handlers: Final = _handlers(document, operations, settings, failures)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI) and logs it."""
        request = Request(scope, receive)
        raw_path: bytes = scope["raw_path"]
        match = self._router.find(raw_path.decode("latin-1"))
        response = await self._answer(request, match)
        log_request(request, match, response.status_code)
        await response(scope, receive, send)

    async def _answer(self, request: Request, match: Match | None) -> Response:
        fail = self._problems.answer
        if match is None:
            return fail(404, "The API has no such path")
        operation = match.operations.get(request.method)
        if operation is None:
            allowed = ", ".join(sorted(match.operations))
            return fail(405, f"The path allows {allowed} only", headers={"allow": allowed})
        caller = self._guard.admit(operation, request)
        if caller is None:
            return fail(401, "The credentials are missing or not valid", operation=operation)
        verdict = self._limiter.check(operation, caller)
        if not verdict.allowed:
            message = f"Too many requests, try again in {verdict.retry_after} s"
            return fail(429, message, operation=operation, headers=verdict.headers)
        received = await receive(operation, request, match.arguments, self._schemas)
        if received.violations:
            return fail(400, "The request is invalid", operation=operation, violations=received.violations)
        response = self._handlers.get(operation.id, answer_as_shown)(received)
        response.headers.update(_declared(operation, response.status_code, verdict.headers))
        return response


def _handlers(
    document: Document, operations: tuple[Operation, ...], settings: Settings, failures: Failures
) -> dict[str, Handler]:
    """What answers the operations that have a memory."""
    by_id = {operation.id: operation for operation in operations}
    results = Results(document, settings)
    return {
        name: handler
        for operation in operations
        if "x-polling" in operation.node
        for name, handler in Lifecycle(operation, by_id, results, failures, settings).handlers()
    }


def _declared(operation: Operation, status: int, headers: Mapping[str, str]) -> dict[str, str]:
    """Those of the headers that the document declares for a status."""
    response = operation.response(status)
    said = response.get("headers") if response is not None else None
    known = {name.lower() for name, _ in said.items()} if said is not None else set[str]()
    return {name: value for name, value in headers.items() if name.lower() in known}
