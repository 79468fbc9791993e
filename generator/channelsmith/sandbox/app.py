"""The ASGI application of one API, and the order in which it processes a request."""

import math
from collections import defaultdict, deque
from collections.abc import Mapping
from functools import partial
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from channelsmith.pipeline import LoadedApi
from channelsmith.sandbox.admin import Admin
from channelsmith.sandbox.errors import ErrorRenderer, problem_details
from channelsmith.sandbox.examples import response_headers
from channelsmith.sandbox.fault_responses import inject_fault
from channelsmith.sandbox.faults import HEADER, Fault, FaultError, Faults
from channelsmith.sandbox.log import RequestLog
from channelsmith.sandbox.operations import Match, Operation, Router, base_path, read_operations
from channelsmith.sandbox.page import page_routes
from channelsmith.sandbox.polling import JobFailures, PollingOperations
from channelsmith.sandbox.prefer import preferred_response
from channelsmith.sandbox.request import MAX_BODY, DecodedRequest, RequestDecoder, read_body
from channelsmith.sandbox.security import Authenticator
from channelsmith.sandbox.settings import Clock, Settings
from channelsmith.sandbox.state import Backend, Behavior, HTTPError, open_store
from channelsmith.sandbox.tables import TableResults
from channelsmith.sandbox.validation import SchemaValidator

_POLICY: Final = "ratelimit-policy"
_SAFE_METHODS: Final = {"GET", "HEAD", "OPTIONS", "QUERY"}
_LARGE_BODY: Final = 256 * 1024
"""Bytes from which on a body is read and validated in a thread, so that others are served meanwhile."""


def create_app(loaded: LoadedApi, settings: Settings | None = None, behavior: Behavior | None = None) -> Starlette:
    """Return the server of an API as an ASGI application; every application has a state of its own.

    What operations do follows from paths, methods and schemas, from `x-polling` and the behaviour; others respond with
    examples. The API is served under the path of its first server URL and under "/"; `/_sandbox` is the admin API.
    `app.state.api.close()` closes files.

    Args:
        loaded: a document as `read_api` returns it.
        settings: the settings; the defaults when None.
        behavior: what the server does beyond create, read, update and delete.

    Raises:
        UnusableInput: the document's extensions or the behaviour refer to something that does not exist.
        SettingError: a file of the settings cannot be used.
    """
    settings = settings or Settings()
    failures = JobFailures(next_jobs=settings.fail_next, every=settings.fail_every)
    api = SandboxApi(loaded, settings, failures, behavior or Behavior())
    admin = Admin(loaded, api.operations, settings, failures=failures, faults=api.faults, log=api.log, state=api.state)
    has_root = any(operation.method == "GET" and operation.path == "/" for operation in api.operations)
    base = base_path(loaded.api)
    addresses = () if has_root else dict.fromkeys(("/", base or "/", f"{base}/"))
    routes = [*page_routes(api, addresses), *admin.routes()]
    app = Starlette(routes=routes, middleware=[Middleware(_same_origin)])
    app.state.api = api
    app.router.default = api  # a mount would miss paths with odd characters
    return app


def _same_origin(app: ASGIApp) -> ASGIApp:
    """Return an application that refuses changes from pages of other origins.

    Browsers send forms to any address, and say where they come from; other clients do not.
    """

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        origin = request.headers.get("origin")
        is_foreign = request.headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}
        is_foreign = is_foreign or (origin is not None and origin.partition("://")[2] != request.headers.get("host"))
        is_refused = is_foreign and request.method not in _SAFE_METHODS
        respond = problem_details(403, "Pages of other sites cannot change anything here") if is_refused else app
        await respond(scope, receive, send)

    return guarded


class SandboxApi:
    """The API: routing, fault, credentials, rate limit, validation, state or job, response, log."""

    def __init__(self, loaded: LoadedApi, settings: Settings, failures: JobFailures, behavior: Behavior) -> None:
        document, api = loaded.repaired, loaded.api
        schemas = SchemaValidator(document)
        self.operations: Final = read_operations(api, document)
        self._router: Final = Router(api, self.operations)
        self._authenticator: Final = Authenticator(api.schemes, settings.keys, settings.guests, settings.expired)
        self._rate_limiter: Final = RateLimiter(settings.clock, settings.time_scale)
        self._decoder: Final = RequestDecoder(api, document, schemas)
        self._errors: Final = ErrorRenderer(api.errors, self.operations, schemas)
        self._store: Final = open_store(document, settings)
        results = TableResults(behavior, settings)
        by_id = {operation.id: operation for operation in self.operations}
        polling = [
            PollingOperations(each, by_id, results=results, failures=failures, settings=settings, store=self._store)
            for each in self.operations
            if "x-polling" in each.node
        ]
        self._jobs: Final = {name: handler for each in polling for name, handler in each.handlers()}
        others = tuple(operation for operation in self.operations if operation.id not in self._jobs)
        self.state: Final = Backend(others, settings, self._errors.codes, self._store, behavior)
        behavior.verify(self.state.model, self.operations)
        self.state.fill(*(each.jobs.add_finished for each in polling))
        self.faults: Final = Faults(
            self.operations, rates=settings.fault, scenario=settings.scenario, seed=settings.seed
        )
        secrets = (*settings.keys, *settings.guests, *settings.expired)
        self.log: Final = RequestLog(clock=settings.clock, secrets=secrets, path=settings.log)

    def close(self) -> None:
        """Close the files; the application cannot be used afterwards."""
        self.log.close()
        self._store.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request (ASGI) and log it."""
        request = Request(scope, receive)
        started = self.log.begin(request)
        raw_path: bytes = scope["raw_path"]
        match = self._router.find(raw_path.decode("latin-1"))
        operation = match.operations.get(request.method) if match is not None else None
        fault: Fault | None = None
        try:
            fault = self.faults.pick(operation, request)
            reply = partial(self._respond, request, match, operation)
            if fault is None:
                response = await reply()
            else:
                response = await inject_fault(fault, reply, errors=self._errors, operation=operation)
        except FaultError as error:
            response = problem_details(400, f"{HEADER}: {error}")
        except ClientDisconnect:
            return
        self.log.end(started, request, response, operation, fault.name if fault is not None else None)
        await response(scope, receive, send)

    async def _respond(  # noqa: PLR0911 -- one for each step
        self, request: Request, match: Match | None, operation: Operation | None
    ) -> Response:
        fail = self._errors.render
        if match is None:
            return fail(404, "The API has no such path")
        if operation is None:
            allowed = ", ".join(sorted(match.operations))
            return fail(405, f"The path allows {allowed} only", headers={"allow": allowed})
        if (preferred := preferred_response(operation, request, self._errors)) is not None:
            return preferred
        auth = self._authenticator.authenticate(operation, request)
        if auth.caller is None:
            message = "The credentials are missing or not valid"
            return fail(401, message, operation=operation, about=auth.refusal)
        retry_after, headers = self._rate_limiter.check(operation, auth.caller)
        if retry_after:
            return fail(429, f"Too many requests, try again in {retry_after} s", operation=operation, headers=headers)
        if auth.forbidden:
            return fail(403, "The credentials are those of a guest, who may not do this", operation=operation)
        if (body := await read_body(request)) is None:
            return fail(413, f"The body has more than {MAX_BODY:,} bytes", operation=operation)
        decode = partial(self._decoder.decode, operation, request, match.arguments(operation), body)
        received = await run_in_threadpool(decode) if len(body) > _LARGE_BODY else decode()
        if received.violations:
            status = 422 if operation.declares(422) and not operation.declares(400) else 400
            return fail(status, "The request is invalid", operation=operation, violations=received.violations)
        response = self._perform(received, auth.caller)
        _add_headers(response, operation, {name.lower(): value for name, value in headers.items()})
        return response

    def _perform(self, received: DecodedRequest, caller: str) -> Response:
        """The response to a valid request."""
        job = self._jobs.get(received.operation.id)
        if job is not None:
            return job(received)
        try:
            return self.state.perform(received, caller)
        except HTTPError as error:
            return self._errors.render(
                error.status, error.message, operation=received.operation, code=error.code, about=error.about
            )


def _add_headers(response: Response, operation: Operation, limits: Mapping[str, str]) -> None:
    """Add the headers that the document declares, and the policy; `limits` has those of the limiter, in lower case."""
    for name, value in response_headers(operation, response.status_code).items():
        response.headers.setdefault(name, limits.get(name.lower(), value))
    if _POLICY in limits:
        response.headers[_POLICY] = limits[_POLICY]


class RateLimiter:
    """Allows the documented number of calls in any period; refused calls do not count."""

    def __init__(self, clock: Clock, time_scale: float) -> None:
        self._clock: Final = clock
        self._scale: Final = time_scale
        self._calls: Final = defaultdict[tuple[str, str], deque[float]](deque)

    def check(self, operation: Operation, caller: str) -> tuple[int, Mapping[str, str]]:
        """Count a call; return the seconds to wait until the next, 0 for an allowed call, and headers.

        With scope `operation` each operation has a limit of its own, with `account` they share one. One header is not
        the document's: `RateLimit-Policy` tells clients that the limit is enforced here, and in how many real seconds.
        """
        limit = operation.rate_limit
        if limit is None:
            return 0, {}
        now, per = self._clock(), limit.per * self._scale
        calls = self._calls[caller, operation.id if limit.scope == "operation" else ""]
        while calls and now - calls[0] >= per:
            calls.popleft()
        retry_after = 0
        if len(calls) < limit.requests:
            calls.append(now)
        else:
            retry_after = max(1, math.ceil(calls[0] + per - now))
        policy = f'"{limit.scope}";q={limit.requests};w={per:.3f}'.rstrip("0").rstrip(".")
        headers: dict[str, int | str] = {
            _POLICY: policy,
            limit.limit_header: limit.requests,
            limit.remaining_header: limit.requests - len(calls),
        }
        if retry_after:
            headers[limit.retry_after_header] = retry_after
        return retry_after, {name: str(value) for name, value in headers.items() if name}
