"""The stateful part of a server: performs operations on the items of its resources."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Final, cast

from starlette.responses import Response

from channelsmith.document import Json
from channelsmith.sandbox.errors import ErrorCodes
from channelsmith.sandbox.log import LOGGER
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.behavior import Behavior
from channelsmith.sandbox.state.context import TASKS, Context, Environment, JsonObject, visible
from channelsmith.sandbox.state.handler import OperationHandler
from channelsmith.sandbox.state.inference import infer_model
from channelsmith.sandbox.state.repository import Repository
from channelsmith.sandbox.state.resources import HIDDEN, referenced_resource
from channelsmith.sandbox.state.seeding import Seeder
from channelsmith.sandbox.state.store import Key, Store

_SEEDED: Final = f"{HIDDEN}seeded"
_RESPONSES: Final = f"{HIDDEN}responses"
_SUMMARY_ITEMS: Final = 3


class Backend:
    """The items of an API's resources, and the operations on them, without those of jobs.

    Raises:
        UnusableInput: the behaviour names a resource that does not exist.
    """

    def __init__(
        self, operations: tuple[Operation, ...], settings: Settings, codes: ErrorCodes, store: Store, behavior: Behavior
    ) -> None:
        self.model: Final = infer_model(operations, behavior)
        self._clock: Final = settings.clock
        self._store: Final = store
        self._repository: Final = Repository(store, self.model.resources, partial(_timestamp, settings.clock))
        self._environment: Final = Environment(self._repository, behavior.tasks, settings)
        self._handlers: Final = {
            name: OperationHandler(action, self._environment, behavior, codes)
            for name, action in self.model.operations.items()
        }
        self._handled: Final = behavior.handlers.keys()
        self._seeder: Final = partial(Seeder, self.model, self._repository, settings, behavior)
        self._fillers: tuple[Callable[[], None], ...] = ()

    def fill(self, *fillers: Callable[[], None]) -> None:
        """Fill a new store; `fillers` add other items, and are called again on each reset."""
        self._fillers = fillers
        if self._store.get(_SEEDED, ()) is None:
            self._seed()

    def _seed(self) -> None:
        with self._store.transaction():
            self._seeder().fill()
            for add_items in self._fillers:
                add_items()
            self._store.put(_SEEDED, (), {})

    # ------------------------------------------------------------ for people

    def collections(self) -> tuple[str, ...]:
        """Return the names of the collections."""
        others = (name for name in self._store.collections() if not name.startswith(HIDDEN))
        return tuple(dict.fromkeys((*self.model.resources, *others)))

    def count(self, name: str) -> int:
        """Return the number of items in a collection."""
        return self._store.count(name)

    def items(self, name: str, limit: int = 50, offset: int = 0) -> list[Json]:
        """Return items of a collection, oldest first."""
        self._run_tasks()
        return [visible(item) for item in list(self._store.all(name).values())[offset : offset + limit]]

    def notes(self) -> tuple[str, ...]:
        """Return the parts of the document that have no effect, in words."""
        examples = (
            f"{name} answers with the documented example: {action.reason}"
            for name, action in self.model.operations.items()
            if action.reason and name not in self._handled
        )
        ignored = (
            f"{name}: the parameter {parameter} has no effect"
            for name, handler in self._handlers.items()
            for parameter in handler.ignored_parameters
        )
        return (*examples, *ignored)

    def summary(self) -> Iterator[str]:
        """Yield a few lines about the items, for people who have just started the server."""
        counts = [f"{self.count(name)} {name}" for name in self.collections() if self.count(name)]
        if counts:
            yield f"data: {', '.join(counts)}"
        resources = self.model.resources.values()
        roots = [resource for resource in resources if len(resource.parameters) == 1 and not resource.singleton]
        targets = (referenced_resource(name, self.model.resources) for each in resources for name in each.members)
        references = Counter(resource.name for resource in targets if resource is not None)
        for resource in sorted(roots, key=lambda resource: -references[resource.name])[:_SUMMARY_ITEMS]:
            ids = [key[-1] for key in self._store.all(resource.name)][:_SUMMARY_ITEMS]
            if ids:
                yield f"{resource.name}: {', '.join(ids)}{', ...' if self.count(resource.name) > len(ids) else ''}"

    def reset(self) -> None:
        """Restore the initial items."""
        with self._store.transaction():
            self._repository.clear()
            self._seed()

    # ------------------------------------------------------------ for callers

    def perform(self, received: DecodedRequest, caller: str) -> Response:
        """Perform a valid request that came with the key `caller`; changes are written before this returns.

        Raises:
            HTTPError: it cannot be performed; nothing has changed.
        """
        self._run_tasks()
        key = _idempotency_key(received, caller)
        earlier: JsonObject | None = self._store.get(_RESPONSES, key) if key is not None else None
        if earlier is not None:
            return Response(earlier["body"], earlier["status"], media_type=earlier["type"] or None)
        with self._store.transaction():
            response = self._handlers[received.operation.id](received)
            if key is not None and response.status_code < 300:  # noqa: PLR2004 -- only successes are final
                text = bytes(response.body).decode("utf-8", "replace")
                entry: JsonObject = {"status": response.status_code, "body": text, "type": response.media_type or ""}
                self._store.put(_RESPONSES, key, entry)
        return response

    def _run_tasks(self) -> None:
        """Run the tasks that are due in order, each in its own transaction.

        A task that fails changes nothing and is not tried again; nobody waits for it, so its error is logged.
        """
        while tasks := self._store.all(TASKS):
            key = min(tasks, key=lambda key: cast("float", tasks[key]["due"]))
            task: JsonObject = tasks[key]
            if task["due"] > self._clock():
                return
            try:
                with self._store.transaction():
                    self._store.remove(TASKS, key)
                    self._environment.tasks[task["task"]](Context(self._environment), *task["arguments"])
            except Exception as error:  # noqa: BLE001 -- the behaviour is not ours
                LOGGER.warning("the task %s failed: %r", task["task"], error)
                with self._store.transaction():
                    self._store.remove(TASKS, key)


def _timestamp(clock: Callable[[], float]) -> str:
    time = datetime.fromtimestamp(clock(), UTC)
    return f"{time.isoformat(timespec='milliseconds').removesuffix('+00:00')}Z"


def _idempotency_key(received: DecodedRequest, caller: str) -> Key | None:
    """Return the key of the first response to a request (`x-idempotency-key`), None where none was sent.

    It contains only a digest of the caller's secret.
    """
    header = received.operation.spec.idempotency_key.lower()
    values = received.arguments.values.items()
    sent = next((value for (place, name), value in values if place == "header" and name.lower() == header), None)
    if not header or sent is None:
        return None
    return (hashlib.sha256(caller.encode()).hexdigest()[:16], received.operation.id, str(sent))
