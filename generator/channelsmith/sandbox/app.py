"""The server of one API: every request goes through the same doors, and what is left reaches the state."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from channelsmith.pipeline import LoadedApi
from channelsmith.sandbox.control import Control
from channelsmith.sandbox.faults import HEADER, Fault, FaultError, Faults, inject_fault
from channelsmith.sandbox.history import History
from channelsmith.sandbox.jobs import Failures
from channelsmith.sandbox.lifecycle import Lifecycle
from channelsmith.sandbox.limits import Limiter
from channelsmith.sandbox.operations import Match, Operation, Router, read_operations
from channelsmith.sandbox.page import page_routes
from channelsmith.sandbox.prefer import preferred_response
from channelsmith.sandbox.problems import Problems, problem
from channelsmith.sandbox.receive import Received, RequestDecoder
from channelsmith.sandbox.schemas import Schemas
from channelsmith.sandbox.security import Guard
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state import Backend, Behavior, HTTPError, Store, open_store
from channelsmith.sandbox.tables import TableResults


def create_app(loaded: LoadedApi, settings: Settings | None = None, behavior: Behavior | None = None) -> Starlette:
    """The server of a document as an ASGI application; each call makes one with a state of its own.

    What operations do follows from paths, methods and schemas, from `x-polling` and the behaviour; others answer with
    what the document shows. The API is served under the path of its first server URL and under "/" as well; `/_sandbox`
    is the server's own. `app.state.api.close()` gives files back.

    Args:
        loaded: a document as `read_api` gives it.
        settings: the settings; the defaults when None.
        behavior: what the server does beyond create, read, update and delete.

    Raises:
        UnusableInput: the document's extensions name what is not there.
        SettingError: a file of the settings can not be used.
    """
    chosen = settings or Settings()
    failures = Failures(next_jobs=chosen.fail_next, every=chosen.fail_every)
    api = Api(loaded, chosen, failures, behavior or Behavior())
    control = Control(loaded.repaired, chosen, failures, api)
    app = Starlette(routes=[*page_routes(api), *control.routes()])
    app.state.api = api
    app.router.default = api  # a mount would miss paths with odd characters
    return app


class Api:
    """The API itself: path -> fault -> credentials -> rate limit -> validation -> state or job -> answer -> history."""

    def __init__(self, loaded: LoadedApi, settings: Settings, failures: Failures, behavior: Behavior) -> None:
        """Reads the document once; see `create_app`."""
        document, api = loaded.repaired, loaded.api
        operations = read_operations(api, document)
        self._router: Final = Router(api, operations)
        self.base_path: Final = self._router.base_path
        self._guard: Final = Guard(api.schemes, settings.keys, settings.guests, settings.expired)
        self._limiter: Final = Limiter(clock=settings.clock, time_scale=settings.time_scale)
        schemas = Schemas(document)
        self._decoder: Final = RequestDecoder(api, document, schemas)
        self._problems: Final = Problems(api.errors, operations, schemas)
        self._store: Final = open_store(document, settings)
        lifecycles = _lifecycles(operations, settings, failures, self._store, TableResults(behavior, settings))
        self._jobs: Final = {name: handler for each in lifecycles for name, handler in each.handlers()}
        self.operations: Final = operations
        others = tuple(operation for operation in operations if operation.id not in self._jobs)
        self.state: Final = Backend(others, settings, self._problems.codes, self._store, behavior)
        behavior.verify(self.state.model, operations)
        self.state.fill(*(each.jobs.plant for each in lifecycles))
        self.faults: Final = Faults(operations, rates=settings.fault, scenario=settings.scenario, seed=settings.seed)
        secrets = (*settings.keys, *settings.guests, *settings.expired)
        self.history: Final = History(clock=settings.clock, secrets=secrets, path=settings.log)

    def close(self) -> None:
        """Closes the files; the application can not be used afterwards."""
        self.history.close()
        self._store.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI) and notes it."""
        request = Request(scope, receive)
        begun = self.history.begin(request)
        raw_path: bytes = scope["raw_path"]
        match = self._router.find(raw_path.decode("latin-1"))
        operation = match.operations.get(request.method) if match is not None else None
        fault: Fault | None = None
        try:
            fault = self.faults.pick(operation, request)
            reply = partial(self._answer, request, match, operation)
            if fault is None:
                response = await reply()
            else:
                response = await inject_fault(fault, reply, problems=self._problems, operation=operation)
        except FaultError as error:
            response = problem(400, f"{HEADER}: {error}")
        except ClientDisconnect:
            return  # nobody is there to be answered
        self.history.end(begun, request, response, operation=operation, fault=fault.name if fault is not None else None)
        await response(scope, receive, send)

    async def _answer(  # noqa: PLR0911 -- one for each door
        self, request: Request, match: Match | None, operation: Operation | None
    ) -> Response:
        fail = self._problems.answer
        if match is None:
            return fail(404, "The API has no such path")
        if operation is None:
            allowed = ", ".join(sorted(match.operations))
            return fail(405, f"The path allows {allowed} only", headers={"allow": allowed})
        if (wanted := preferred_response(operation, request, self._problems)) is not None:
            return wanted
        admission = self._guard.admit(operation, request)
        if admission.caller is None:
            message = "The credentials are missing or not valid"
            return fail(401, message, operation=operation, about=admission.refusal)
        verdict = self._limiter.check(operation, admission.caller)
        if not verdict.allowed:
            message = f"Too many requests, try again in {verdict.retry_after} s"
            return fail(429, message, operation=operation, headers=verdict.headers)
        if admission.forbidden:
            return fail(403, "The credentials are those of a guest, who may not do this", operation=operation)
        received = await self._decoder.decode(operation, request, match.arguments)
        if received.violations:
            return fail(400, "The request is invalid", operation=operation, violations=received.violations)
        response = self._carry_out(received, admission.caller)
        response.headers.update(_declared(operation, response.status_code, verdict.headers))
        return response

    def _carry_out(self, received: Received, caller: str) -> Response:
        """What the state makes of a valid request."""
        job = self._jobs.get(received.operation.id)
        if job is not None:
            return job(received)
        try:
            return self.state.perform(received, caller)
        except HTTPError as error:
            fail = self._problems.answer
            return fail(error.status, error.message, operation=received.operation, code=error.code, about=error.about)


def _lifecycles(
    operations: tuple[Operation, ...], settings: Settings, failures: Failures, store: Store, results: TableResults
) -> list[Lifecycle]:
    """The jobs of each `x-polling`."""
    by_id = {operation.id: operation for operation in operations}
    polling = (operation for operation in operations if "x-polling" in operation.node)
    return [
        Lifecycle(operation, by_id, results=results, failures=failures, settings=settings, store=store)
        for operation in polling
    ]


def _declared(operation: Operation, status: int, headers: Mapping[str, str]) -> dict[str, str]:
    """Those of the headers that the document declares for a status."""
    response = operation.response_node(status)
    said = response.get("headers") if response is not None else None
    known = {name.lower() for name, _ in said.items()} if said is not None else set[str]()
    return {name: value for name, value in headers.items() if name.lower() in known}
