"""The operations of `x-polling`: start a job, tell its state, deliver its result, list what is there."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final, TypeAlias
from urllib.parse import quote

from starlette.responses import Response

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Json, Node, did_you_mean
from channelsmith.sandbox.answers import json_answer, shown_bodies
from channelsmith.sandbox.bodies import NOTHING, look, put
from channelsmith.sandbox.jobs import Failures, Jobs, State
from channelsmith.sandbox.media import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state import Store
from channelsmith.sandbox.tables import TableResults

Handler: TypeAlias = Callable[[Received], Response]


class Lifecycle:
    """The jobs of one `x-polling` and the operations that deal with them.

    Bodies are those the document shows, with id, state, location and items set where `x-polling` points.
    """

    def __init__(
        self,
        starts: Operation,
        operations: Mapping[str, Operation],
        *,
        results: TableResults,
        failures: Failures,
        settings: Settings,
        store: Store,
    ) -> None:
        """Reads the `x-polling` of an operation.

        Raises:
            UnusableInput: it names an operation that is not in the document.
        """
        self._said: Final = starts.node["x-polling"]
        self._starts: Final = starts
        self._status_of: Final = _named(self._said["status"], operations)
        self._result_of: Final = _named(self._said["result"], operations)
        self._reuse: Final = self._said.get("reuse")
        self._list_of: Final = _named(self._reuse, operations) if self._reuse is not None else None
        self._results: Final = results
        like = look(shown_bodies(starts)[0], self._said.text("id"))
        self._counted: Final = isinstance(like, int)
        self.jobs: Final = Jobs(
            f"jobs of {starts.id}",
            settings,
            failures,
            store,
            like="" if like is NOTHING else str(like),
            finished=tuple(self._listed()),
        )

    def handlers(self) -> Iterator[tuple[str, Handler]]:
        """What answers each of its operations, by operationId."""
        yield self._starts.id, self._start
        yield self._status_of.id, self._status
        yield self._result_of.id, self._result
        if self._list_of is not None:
            yield self._list_of.id, self._list

    def _start(self, received: Received) -> Response:
        job = self.jobs.start()
        body = put(shown_bodies(received.operation)[0], self._said.text("id"), self._on_the_wire(job.id))
        return json_answer(received.operation, body)

    def _status(self, received: Received) -> Response:
        said = self._said["status"]
        job_id = received.arguments.text(said.text("parameter")) or ""
        state = self.jobs.state(job_id)
        body = self._body_in(state, said.text("state"), shown_bodies(received.operation))
        if "location" in said:
            body = put(body, said.text("location"), self._location(job_id) if state is State.DONE else None)
        return json_answer(received.operation, body)

    def _result(self, received: Received) -> Response:
        """The result of a job that is done; for any other an empty body, of a declared type that can be empty."""
        job_id = received.arguments.text(self._said["result"].text("parameter")) or ""
        if self.jobs.state(job_id) is State.DONE:
            return self._results.respond(received, job_id)
        operation = received.operation
        kinds = (kind for kind in operation.response_bodies(operation.success) if not is_json(kind))
        return Response(status_code=operation.success, media_type=next(kinds, None))

    def _list(self, received: Received) -> Response:
        reuse = self._said["reuse"]
        since, until = (_moment(received.arguments.text(reuse.text(key))) for key in ("createdFrom", "createdTo"))
        found = self.jobs.finished(since=since, until=until)
        items: list[Json] = [self._on_the_wire(job_id) for job_id in found]
        body = put(shown_bodies(received.operation)[0], reuse.text("items"), items)
        counts = reuse.get("counts")
        for pointer in counts.elements() if counts is not None else ():
            body = put(body, pointer.as_text(), len(items))
        return json_answer(received.operation, body)

    def _body_in(self, state: State, pointer: str, bodies: tuple[Json, ...]) -> Json:
        """The body the document shows for a state, else its first one with the state's word put in."""
        words = self._said["states"].get(state)
        known = [node.value for node in words.elements()] if words is not None else [state.value]
        fitting = (body for body in bodies if look(body, pointer) in known)
        return next(fitting, None) or put(bodies[0], pointer, known[0])

    def _location(self, job_id: str) -> str:
        """The path of the result, below the server's URL."""
        parameter = self._said["result"].text("parameter")
        return self._result_of.path.replace(f"{{{parameter}}}", quote(job_id, safe=""))

    def _listed(self) -> Iterator[str]:
        """The ids the document shows in the list: jobs that were there before the server started."""
        if self._list_of is not None and self._reuse is not None:
            found = look(shown_bodies(self._list_of)[0], self._reuse.text("items"))
            yield from (str(item) for item in found) if isinstance(found, list) else ()

    def _on_the_wire(self, job_id: str) -> str | int:
        return int(job_id) if self._counted else job_id


def _named(said: Node, operations: Mapping[str, Operation]) -> Operation:
    name = said["operation"]
    found = operations.get(name.as_text())
    if found is None:
        known: Json = dict.fromkeys(operations)
        raise UnusableInput(
            name.problem(
                f"there is no operation {name.as_text()!r}",
                rule="x-polling",
                hint=did_you_mean(name.as_text(), known),
            )
        )
    return found


def _moment(text: str | None) -> float | None:
    """A date-time as seconds since 1970; one without a zone is UTC, and what is no date-time sets no bound."""
    try:
        found = datetime.fromisoformat((text or "").upper())
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
