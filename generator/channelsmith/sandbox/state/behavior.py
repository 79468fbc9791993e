"""Behaviour of a server beyond create, read, update and delete, written in plain Python.

The `sandbox.py` of an API contains one `Behavior`. It describes resources (how many items there are at the start, what
is unique) and operations (filters, roles), and registers functions that run before or after an operation, or in its
place. `specs/README.md` has an example.

Such a module is only loaded for an API whose configuration names it, never because a document asks for it.
"""

import runpy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final, Literal, TypeAlias, TypeVar

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import did_you_mean
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schema_view import query_parameters
from channelsmith.sandbox.state.context import JsonObject, RequestContext, Task
from channelsmith.sandbox.state.repository import Repository
from channelsmith.sandbox.state.resources import Resource, ResourceModel

_GTIN_DIGITS: Final = 12
"""Without the check digit."""
RoleName: TypeAlias = Literal["list", "create", "read", "replace", "update", "delete"]
Hook: TypeAlias = Callable[[RequestContext], None]
Handler: TypeAlias = Callable[[RequestContext], Any]
"""Returns the body of a success."""
Presenter: TypeAlias = Callable[[RequestContext, JsonObject], JsonObject]
"""Returns an item as a response shows it."""
Predicate: TypeAlias = Callable[[RequestContext, JsonObject, Any], bool]
"""Whether an item passes the filter of a query parameter, given the value of the parameter."""
RowMaker: TypeAlias = Callable[[int, Random], JsonObject]
"""Returns the members of the row or item with a number, counted from 1."""
_F = TypeVar("_F", bound=Callable[..., Any])


class Unique:
    """Members whose values identify an item of a resource together.

    Args:
        members: names of members or path parameters.
        where: only items with these values are compared.
        status: the status of a violation.
        code: the documented error code of a violation.
    """

    def __init__(
        self, *members: str, where: Mapping[str, Any] | None = None, status: int = 400, code: int | None = None
    ) -> None:
        self.members: Final = members
        self.where: Final = dict(where or {})
        self.status: Final = status
        self.code: Final = code

    def duplicates(self, item: JsonObject, resource: Resource, repository: Repository) -> list[JsonObject]:
        """Return the stored items with the same values as an item, that item included if it is stored."""
        values = {name: item.get(repository.member(resource, name)) for name in self.members}
        applies = None not in values.values() and all(item.get(name) == value for name, value in self.where.items())
        return repository.find(resource, {**values, **self.where}) if applies else []


@dataclass(frozen=True, slots=True)
class Filter:
    """How a query parameter selects items by a member."""

    member: str
    match: Literal["equal", "prefix", "from", "to"] = "equal"
    exact: str = ""
    """A boolean query parameter that turns a prefix match into equality."""


FilterRule: TypeAlias = Filter | Predicate
"""How a query parameter selects items."""


@dataclass(slots=True)
class ResourceOptions:
    """What a behaviour declares for a resource."""

    count: int | None = None
    unique: Sequence[Unique] = ()
    items: Sequence[JsonObject] = ()
    seed: RowMaker | None = None


@dataclass(frozen=True, slots=True)
class OperationOptions:
    """What a behaviour declares for an operation."""

    resource: str = ""
    role: RoleName | Literal[""] = ""
    status: int | None = None
    filters: Mapping[str, FilterRule | None] = field(default_factory=dict[str, FilterRule | None])
    where: Mapping[str, Any] = field(default_factory=dict[str, Any])
    hide: frozenset[str] = frozenset()
    references: bool = True
    upsert: bool = False
    not_found: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a tabular result."""

    make: RowMaker
    count: int
    xml: tuple[str, str]


class Behavior:
    """The behaviour of one API. Names of operations are operationIds."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.resources: Final = dict[str, ResourceOptions]()
        self.tasks: Final = dict[str, Task]()
        self.tables: Final = dict[str, Rows]()
        self.handlers: Final = dict[str, list[Handler]]()
        self.presenters: Final = dict[str, list[Presenter]]()
        self.before_hooks: Final = dict[str, list[Hook]]()
        self.after_hooks: Final = dict[str, list[Hook]]()
        self._operations: Final = dict[str, OperationOptions]()

    # ------------------------------------------------------------ declarations

    def resource(
        self,
        name: str,
        *,
        count: int | None = None,
        unique: Sequence[Unique] = (),
        items: Sequence[JsonObject] = (),
    ) -> None:
        """Describe a resource.

        Args:
            name: the name shown by `GET /_sandbox/state`, such as "orders" or "businesses.members".
            count: how many items there are at the start; chosen by the server when None.
            unique: what identifies items besides their ids.
            items: items that exist from the start, besides those of the document's examples.
        """
        options = self.resources.setdefault(name, ResourceOptions())
        options.count, options.unique, options.items = count, unique, items

    def seed(self, resource: str) -> Callable[[RowMaker], RowMaker]:
        """Register a function that returns the characteristic members of a resource's generated items."""

        def register(make: RowMaker) -> RowMaker:
            self.resources.setdefault(resource, ResourceOptions()).seed = make
            return make

        return register

    def operation(
        self,
        *operations: str,
        resource: str = "",
        role: RoleName | Literal[""] = "",
        status: int | None = None,
        filters: Mapping[str, FilterRule | None] | None = None,
        where: Mapping[str, Any] | None = None,
        hide: Iterable[str] = (),
        references: bool = True,
        upsert: bool = False,
        not_found: tuple[int, int] | None = None,
    ) -> None:
        """Describe operations where inference from the document does not suffice; a later call replaces an earlier one.

        Args:
            operations: the operations.
            resource: the resource they deal with.
            role: what they do with its items.
            status: the status of a success, where it is not the first that is declared.
            filters: how query parameters of a list select items; None ignores a parameter.
            where: a list only has items with these values of members.
            hide: members that responses leave out.
            references: whether ids of other resources have to exist.
            upsert: whether a replacement creates an item that does not exist.
            not_found: status and code for an item that does not exist.
        """
        options = OperationOptions(
            resource, role, status, filters or {}, where or {}, frozenset(hide), references, upsert, not_found
        )
        self._operations.update(dict.fromkeys(operations, options))

    # ------------------------------------------------------------ functions

    def before(self, *operations: str) -> Callable[[Hook], Hook]:
        """Register a function that runs before an operation changes or returns anything.

        References and parents exist by then. `request.values` are the values to be stored, and can be changed.
        """
        return _register(self.before_hooks, operations)

    def after(self, *operations: str) -> Callable[[Hook], Hook]:
        """Register a function that runs after an operation has stored or deleted its item, `request.item`."""
        return _register(self.after_hooks, operations)

    def handle(self, *operations: str) -> Callable[[Handler], Handler]:
        """Register a function that performs an operation completely and returns the body of its success."""
        return _register(self.handlers, operations)

    def present(self, *operations: str) -> Callable[[Presenter], Presenter]:
        """Register a function that returns each item as the response of an operation shows it."""
        return _register(self.presenters, operations)

    def task(self, function: _F) -> _F:
        """Register a function that can be scheduled; its name identifies it in a kept state."""
        self.tasks[function.__name__] = function
        return function

    def rows(
        self, operation: str, *, count: int, xml: tuple[str, str] = ("rows", "row")
    ) -> Callable[[RowMaker], RowMaker]:
        """Register a function that makes the rows of the tabular result that an operation downloads.

        Args:
            operation: the operation that returns the result of a job (`x-polling`).
            count: how many rows there are, unless the settings say otherwise.
            xml: the names of the root and row elements in XML.
        """

        def register(make: RowMaker) -> RowMaker:
            self.tables[operation] = Rows(make, count, xml)
            return make

        return register

    # ------------------------------------------------------------ for the server

    def options(self, operation: str) -> OperationOptions:
        """Return what is declared for an operation."""
        return self._operations.get(operation) or OperationOptions()

    def of_resource(self, name: str) -> ResourceOptions:
        """Return what is declared for a resource."""
        return self.resources.get(name) or ResourceOptions()

    def verify(self, model: ResourceModel, operations: Iterable[Operation]) -> None:
        """Check that the operations, resources, members and parameters exist that the behaviour names.

        Raises:
            UnusableInput: some do not.
        """
        known = {operation.id: operation for operation in operations}
        used = (self._operations, self.before_hooks, self.after_hooks, self.handlers, self.presenters, self.tables)
        problems = [self.unknown("operation", name, known) for names in used for name in names if name not in known]
        for name, options in self.resources.items():
            if name not in model.resources:
                problems.append(self.unknown("resource", name, model.resources))
                continue
            unique = (member for each in options.unique for member in (*each.members, *each.where))
            problems += self._unknown_members(model.resources[name], unique)
        for name, declared in self._operations.items():
            if name in known:
                parameters = query_parameters(known[name])
                problems += [
                    self.unknown(f"parameter of {name}", parameter, parameters)
                    for parameter in declared.filters
                    if parameter not in parameters
                ]
                resource = model.operations[name].resource if name in model.operations else None
                members = (each.member for each in declared.filters.values() if isinstance(each, Filter))
                problems += self._unknown_members(resource, (*members, *declared.where, *declared.hide))
        if problems:
            raise UnusableInput(*problems)

    def unknown(self, kind: str, name: str, known: Mapping[str, object]) -> Diagnostic:
        """Return the problem of a name that does not exist."""
        hint = did_you_mean(name, dict.fromkeys(known)) or f"there are: {', '.join(sorted(known)[:20])}"
        return self.problem(f"there is no {kind} {name!r}", hint)

    def problem(self, message: str, hint: str) -> Diagnostic:
        """Return a problem of this behaviour."""
        location = SourceLocation(str(self.path), 1, 1) if self.path is not None else None
        return Diagnostic(Severity.ERROR, "sandbox-behavior", message, hint, location)

    def _unknown_members(self, resource: Resource | None, names: Iterable[str]) -> list[Diagnostic]:
        known = {**resource.members, **dict.fromkeys(resource.parameters)} if resource and resource.members else {}
        return [
            self.unknown(f"member of {resource.name}", name, known)
            for name in names
            if resource is not None and known and name not in known
        ]


def _register(functions: dict[str, list[_F]], operations: Iterable[str]) -> Callable[[_F], _F]:
    def register(function: _F) -> _F:
        for operation in operations:
            functions.setdefault(operation, []).append(function)
        return function

    return register


def gtin(prefix: str, number: int) -> str:
    """Return a GTIN-13 with a valid check digit."""
    digits = prefix + str(number).zfill(_GTIN_DIGITS - len(prefix))
    weighted = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-weighted % 10}"


def load_behavior(path: Path) -> Behavior:
    """Load the `behavior` of a Python file.

    Raises:
        UnusableInput: the file cannot be imported, or has none.
    """
    loaded = Behavior()
    loaded.path = path
    try:
        behavior = runpy.run_path(str(path)).get("behavior")
    except Exception as error:
        message = f"the behaviour cannot be loaded: {type(error).__name__}: {error}"
        raise UnusableInput(loaded.problem(message, "")) from error
    if not isinstance(behavior, Behavior):
        raise UnusableInput(loaded.problem("the file has no behavior", "write: behavior = Behavior()"))
    behavior.path = path
    return behavior
