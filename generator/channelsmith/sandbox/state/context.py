"""What functions of a behaviour work with: items, the clock, the scheduler, and the request."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from channelsmith.document import Json
from channelsmith.sandbox.examples import example_bodies
from channelsmith.sandbox.json_values import Missing
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.repository import Repository
from channelsmith.sandbox.state.resources import HIDDEN, Resource
from channelsmith.sandbox.state.store import to_text

TASKS: Final = f"{HIDDEN}tasks"
_SEEN: Final = f"{HIDDEN}seen"
JsonObject: TypeAlias = dict[str, Any]
"""A JSON object: an item, or values of its members."""
Task: TypeAlias = Callable[..., object]
"""Delayed work: gets a `Context` and the arguments it was scheduled with."""


class HTTPError(Exception):
    """The operation fails: nothing changes, and the caller gets a documented error.

    Args:
        status: the HTTP status.
        message: what is wrong; "" for the documented message of the code.
        code: the documented error code.
        about: what the failure is about (such as the name of a member), to find a documented code where none is given.
    """

    def __init__(
        self,
        status: int,
        message: str = "",
        *,
        code: int | None = None,
        about: str = "",
    ) -> None:
        super().__init__(status, message)
        self.status: Final = status
        self.message: Final = message
        self.code: Final = code
        self.about: Final = about


@dataclass(frozen=True, slots=True)
class Environment:
    """What contexts have access to."""

    repository: Repository
    tasks: Mapping[str, Task]
    settings: Settings


class Context:
    """Access to the items of all resources, the clock and the scheduler."""

    def __init__(self, environment: Environment) -> None:
        self._environment: Final = environment
        self._repository: Final = environment.repository
        self._settings: Final = environment.settings
        self.pending_seconds: Final = environment.settings.pending_seconds
        """How long a job stays in progress, in seconds of the API."""

    @property
    def now(self) -> datetime:
        """The current time in UTC."""
        return datetime.fromtimestamp(self._settings.clock(), UTC)

    @property
    def timestamp(self) -> str:
        """The current time as a text, such as 2026-03-01T12:00:00.000Z."""
        return self._repository.coercer.timestamp()

    def get(self, resource: str, *key: Any) -> JsonObject | None:
        """Return the item with a key: its id, after those of the items above it."""
        return self._repository.store.get(self._resource(resource).name, tuple(to_text(each) for each in key))

    def find(self, resource: str, /, **where: Any) -> list[JsonObject]:
        """Return the items with the given values of members or path parameters, oldest first.

        A list matches any of its elements. If the member itself is a list, it has to contain the value.
        """
        return self._repository.find(self._resource(resource), where)

    def first(self, resource: str, /, **where: Any) -> JsonObject | None:
        """Return the first item with the given values, see `find`."""
        return next(iter(self.find(resource, **where)), None)

    def create(self, resource: str, values: JsonObject) -> JsonObject:
        """Store a new item, with an id and everything that its schema requires."""
        owner = self._resource(resource)
        return self._repository.put(owner, self._repository.make(owner, values))

    def update(self, resource: str, item: JsonObject, values: JsonObject) -> JsonObject:
        """Change members of an item, and return the new item."""
        owner = self._resource(resource)
        return self._repository.put(owner, self._repository.coercer.set_values(owner.schema, item, values))

    def delete(self, resource: str, item: JsonObject) -> None:
        """Delete an item and everything below it."""
        self._repository.delete(self._resource(resource), item)

    def schedule(self, task: Task, *arguments: Any, after: float = 0, at: datetime | None = None) -> None:
        """Call a task later, even if the server was restarted in between and keeps its state.

        Args:
            task: a function registered with `Behavior.task`. If it raises `HTTPError`, its changes are undone.
            arguments: what it gets after its context; JSON values.
            after: how long to wait, in seconds of the API.
            at: when to call it, instead of after a wait.
        """
        name = getattr(task, "__name__", "")
        if self._environment.tasks.get(name) is not task:
            raise ValueError(f"{name or repr(task)} is not registered with behavior.task")
        due = at.timestamp() if at is not None else self._settings.clock() + after * self._settings.time_scale
        entry: JsonObject = {"task": name, "arguments": list(arguments), "due": due}
        self._repository.store.put(TASKS, (str(self._repository.next_serial(TASKS)),), entry)

    def is_first(self, *key: Any) -> bool:
        """Whether this is the first call with these values since the server was filled."""
        seen = tuple(to_text(each) for each in key)
        if self._repository.store.get(_SEEN, seen) is not None:
            return False
        self._repository.store.put(_SEEN, seen, {})
        return True

    def _resource(self, name: str) -> Resource:
        resource = self._repository.resources.get(name)
        if resource is None:
            raise LookupError(f"there is no resource {name!r}: there are {', '.join(self._repository.resources)}")
        return resource


class RequestContext(Context):
    """A request that an operation has accepted."""

    def __init__(self, environment: Environment, received: DecodedRequest) -> None:
        super().__init__(environment)
        self._operation: Final = received.operation
        self.operation: Final = received.operation.id
        self.arguments: Final[Mapping[tuple[str, str], Any]] = received.arguments.values
        """Arguments by location and name."""
        self.path: Final = _arguments(self.arguments, "path")
        self.query: Final = _arguments(self.arguments, "query")
        self.headers: Final = {name.lower(): value for name, value in _arguments(self.arguments, "header").items()}
        """Values of declared headers by lower-case name."""
        self.body: Any = None if isinstance(received.body, Missing) else received.body
        """The JSON or form body, None where there is none; one element of it where several items are created."""
        self.size: Final = received.size
        """The size of the whole body in bytes."""
        self.file: Final = received.file
        """The whole body, where it is a file or a text."""
        self.parent: JsonObject = {}
        """The item that the path leads through last; empty where there is none."""
        self.item: JsonObject = {}
        """The stored item; empty before it is created."""
        self.values: JsonObject = {}
        """The values to be stored."""

    @property
    def fields(self) -> JsonObject:
        """The members of the body; empty unless it is an object."""
        body: Json = self.body
        return body if isinstance(body, dict) else {}

    @property
    def example(self) -> Any:
        """A copy of the documented example of a success."""
        return deepcopy(example_bodies(self._operation)[0])

    def default(self, **values: Any) -> None:
        """Set values of members that were not sent, or sent as null."""
        self.values |= {name: value for name, value in values.items() if self.fields.get(name) is None}

    def keep(self, *members: str) -> None:
        """Ignore new values for members of an item that exists."""
        for name in members:
            self.values.pop(name, None)
            if name in self.item:
                self.values[name] = self.item[name]


def _arguments(arguments: Mapping[tuple[str, str], Any], location: str) -> dict[str, Any]:
    return {name: value for (place, name), value in arguments.items() if place == location}


def visible(value: Json) -> Json:
    """Return a JSON value without the members that the server keeps for itself."""
    if isinstance(value, dict):
        return {name: visible(each) for name, each in value.items() if not name.startswith(HIDDEN)}
    return [visible(each) for each in value] if isinstance(value, list) else value
