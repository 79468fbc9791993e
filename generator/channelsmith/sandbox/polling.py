"""Long-running operations (`x-polling`): jobs that are started, pending for a while, then done or failed."""

import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, TypeAlias, cast
from urllib.parse import quote

from starlette.responses import Response

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Json, Node, did_you_mean
from channelsmith.sandbox.examples import example_bodies, json_response
from channelsmith.sandbox.json_values import MISSING, get_pointer, set_pointer
from channelsmith.sandbox.media_types import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state import Store
from channelsmith.sandbox.tables import TableResults

JobHandler: TypeAlias = Callable[[DecodedRequest], Response]
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_EXAMPLE_AGE: Final = 3600.0


class JobState(StrEnum):
    """The states of a job; the document has its own names for each."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


class JobFailures:
    """Decides which jobs fail: the next few, and every Nth. May be changed while the server runs."""

    def __init__(self, *, next_jobs: int = 0, every: int = 0) -> None:
        self.next_jobs = next_jobs
        self._every = every
        self._started = 0

    def fails(self) -> bool:
        """Whether the job that is started now will fail."""
        self._started += 1
        if self.next_jobs:
            self.next_jobs -= 1
            return True
        return bool(self._every) and self._started % self._every == 0


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs of one operation, in a collection of the store."""

    collection: str
    settings: Settings
    failures: JobFailures
    store: Store
    example_id: str
    """An id of the API; new ids have another UUID in it, or count up from it."""
    finished_ids: tuple[str, ...]
    """The ids of finished jobs at the start; each is an hour older than the one before."""

    def add_finished(self) -> None:
        """Add the jobs of the start, in a transaction."""
        now = self.settings.clock()
        for number, job_id in enumerate(self.finished_ids, 1):
            created = now - number * _EXAMPLE_AGE
            self._put(job_id, created, created, fails=False)

    def start(self) -> str:
        """Store a new job and return its id."""
        now = self.settings.clock()
        pending = self.settings.pending_seconds * self.settings.time_scale
        job_id = self._new_id()
        with self.store.transaction():
            self._put(job_id, now, now + pending, fails=self.failures.fails())
        return job_id

    def state(self, job_id: str) -> JobState:
        """The state of a job now; GONE for an unknown id."""
        job = self.store.get(self.collection, (job_id,))
        if job is None:
            return JobState.GONE
        if self.settings.clock() < cast("float", job["ready"]):
            return JobState.PENDING
        return JobState.FAILED if job["fails"] else JobState.DONE

    def finished(self, since: float | None, until: float | None) -> tuple[str, ...]:
        """The ids of finished jobs that were created between two moments (both included), oldest first."""
        created = {key: cast("float", job["created"]) for (key,), job in self.store.all(self.collection).items()}
        return tuple(
            job_id
            for job_id in sorted(created, key=lambda job_id: created[job_id])
            if (since is None or created[job_id] >= since)
            and (until is None or created[job_id] <= until)
            and self.state(job_id) is JobState.DONE
        )

    def _put(self, job_id: str, created: float, ready: float, *, fails: bool) -> None:
        """Store a job; the moments are in seconds since 1970."""
        job: dict[str, Json] = {"id": job_id, "created": created, "ready": ready, "fails": fails}
        self.store.put(self.collection, (job_id,), job)

    def _new_id(self) -> str:
        if self.example_id.isdecimal():
            return str(int(self.example_id) + self.store.count(self.collection))
        new = str(uuid.uuid4())
        return _UUID.sub(new, self.example_id) if _UUID.search(self.example_id) else new


class PollingOperations:
    """The operations of one `x-polling`: start a job, its state, its result, and the list of results.

    Bodies are the document's examples, with id, state, location and items at the pointers of `x-polling`.

    Raises:
        UnusableInput: it names an operation that is not in the document.
    """

    def __init__(
        self,
        start: Operation,
        operations: Mapping[str, Operation],
        *,
        results: TableResults,
        failures: JobFailures,
        settings: Settings,
        store: Store,
    ) -> None:
        self._polling: Final = start.node["x-polling"]
        self._start_operation: Final = start
        self._status_operation: Final = _operation(self._polling["status"], operations)
        self._result_operation: Final = _operation(self._polling["result"], operations)
        self._reuse: Final = self._polling.get("reuse")
        self._list_operation: Final = _operation(self._reuse, operations) if self._reuse is not None else None
        self._results: Final = results
        example_id = get_pointer(example_bodies(start)[0], self._polling.text("id"))
        self._has_numbers: Final = isinstance(example_id, int)
        self.jobs: Final = Jobs(
            f"jobs of {start.id}",
            settings,
            failures,
            store,
            example_id="" if example_id is MISSING else str(example_id),
            finished_ids=tuple(self._example_ids()),
        )

    def handlers(self) -> Iterator[tuple[str, JobHandler]]:
        """The handlers of its operations, by operationId."""
        yield self._start_operation.id, self._start
        yield self._status_operation.id, self._status
        yield self._result_operation.id, self._result
        if self._list_operation is not None:
            yield self._list_operation.id, self._list

    def _start(self, request: DecodedRequest) -> Response:
        job_id = self._wire_id(self.jobs.start())
        body = set_pointer(example_bodies(request.operation)[0], self._polling.text("id"), job_id)
        return json_response(request.operation, body)

    def _status(self, request: DecodedRequest) -> Response:
        status = self._polling["status"]
        job_id = request.arguments.text(status.text("parameter")) or ""
        state = self.jobs.state(job_id)
        body = self._body_with_state(state, status.text("state"), example_bodies(request.operation))
        if "location" in status:
            location = self._location(job_id) if state is JobState.DONE else None
            body = set_pointer(body, status.text("location"), location)
        return json_response(request.operation, body)

    def _result(self, request: DecodedRequest) -> Response:
        """The result of a finished job; for any other an empty body, of a declared type that can be empty."""
        job_id = request.arguments.text(self._polling["result"].text("parameter")) or ""
        if self.jobs.state(job_id) is JobState.DONE:
            return self._results.respond(request, job_id)
        operation = request.operation
        media_types = (name for name in operation.response_bodies(operation.success) if not is_json(name))
        return Response(status_code=operation.success, media_type=next(media_types, None))

    def _list(self, request: DecodedRequest) -> Response:
        reuse = self._polling["reuse"]
        since, until = (_timestamp(request.arguments.text(reuse.text(key))) for key in ("createdFrom", "createdTo"))
        items: list[Json] = [self._wire_id(job_id) for job_id in self.jobs.finished(since, until)]
        body = set_pointer(example_bodies(request.operation)[0], reuse.text("items"), items)
        counts = reuse.get("counts")
        for pointer in counts.elements() if counts is not None else ():
            body = set_pointer(body, pointer.as_text(), len(items))
        return json_response(request.operation, body)

    def _body_with_state(self, state: JobState, pointer: str, bodies: tuple[Json, ...]) -> Json:
        """The example with a state, else the first one with the name of the state put in."""
        listed = self._polling["states"].get(state)
        names = [node.value for node in listed.elements()] if listed is not None else [state.value]
        matching = (body for body in bodies if get_pointer(body, pointer) in names)
        return next(matching, None) or set_pointer(bodies[0], pointer, names[0])

    def _location(self, job_id: str) -> str:
        """The path of the result, relative to the server's URL."""
        parameter = self._polling["result"].text("parameter")
        return self._result_operation.path.replace(f"{{{parameter}}}", quote(job_id, safe=""))

    def _example_ids(self) -> Iterator[str]:
        """The ids in the example of the list: jobs that are finished at the start."""
        if self._list_operation is not None and self._reuse is not None:
            ids = get_pointer(example_bodies(self._list_operation)[0], self._reuse.text("items"))
            yield from (str(job_id) for job_id in ids) if isinstance(ids, list) else ()

    def _wire_id(self, job_id: str) -> str | int:
        return int(job_id) if self._has_numbers else job_id


def _operation(node: Node, operations: Mapping[str, Operation]) -> Operation:
    name = node["operation"]
    operation = operations.get(name.as_text())
    if operation is None:
        known: Json = dict.fromkeys(operations)
        message = f"there is no operation {name.as_text()!r}"
        raise UnusableInput(name.problem(message, rule="x-polling", hint=did_you_mean(name.as_text(), known)))
    return operation


def _timestamp(text: str | None) -> float | None:
    """A date-time in seconds since 1970, in UTC if it has no zone; None for any other text."""
    try:
        moment = datetime.fromisoformat((text or "").upper())
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
