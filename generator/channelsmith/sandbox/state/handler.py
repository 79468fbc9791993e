"""Perform one operation: check what it depends on, then create, read, change or delete items, and respond."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from channelsmith.document import Json
from channelsmith.sandbox.error_codes import ErrorCodes
from channelsmith.sandbox.examples import example_response
from channelsmith.sandbox.json_values import Missing, get_pointer
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.state.behavior import Behavior
from channelsmith.sandbox.state.context import Environment, HTTPError, RequestContext, visible
from channelsmith.sandbox.state.filters import infer_filters, matches
from channelsmith.sandbox.state.paging import PageDescription, Paginator
from channelsmith.sandbox.state.payload import request_schema
from channelsmith.sandbox.state.resources import (
    HIDDEN,
    Resource,
    ResourceOperation,
    Role,
    referenced_resource,
)
from channelsmith.sandbox.state.responses import ResponseBuilder
from channelsmith.sandbox.state.schema_view import is_open, members_of, normalize, query_parameters
from channelsmith.sandbox.state.store import Item, to_text

_NOT_FOUND: Final = 404


@dataclass(frozen=True, slots=True)
class _Reference:
    """A member or query parameter with ids of a resource, and the documented code for an id that does not exist."""

    name: str
    resource: Resource
    code: int


class OperationHandler:
    """Performs one operation. Calls are made in a transaction, so that a failure changes nothing."""

    def __init__(
        self, action: ResourceOperation, environment: Environment, behavior: Behavior, codes: ErrorCodes
    ) -> None:
        operation, resource = action.operation, action.resource
        repository = environment.repository
        self.action: Final = action
        self.ignored_parameters: list[str] = []
        """Query parameters of a list that have no effect."""
        self._options: Final = behavior.options(operation.id)
        self._behavior: Final = behavior
        self._environment: Final = environment
        self._repository: Final = repository
        self._coercer: Final = repository.coercer
        self._handle: Final = behavior.handlers.get(operation.id)
        self._responses: Final = ResponseBuilder(
            action, repository.coercer, self._options, behavior.presenters.get(operation.id)
        )
        self._writable: Final = members_of(request_schema(operation))
        self._paginator: Final = Paginator(operation)
        self._description: Final = PageDescription(operation, action.payload) if action.payload is not None else None
        self._filters, ignored = (
            infer_filters(operation, resource, self._options.filters)
            if resource is not None and action.role is Role.LIST
            else ({}, [])
        )
        self.ignored_parameters.extend(ignored)
        self._references: Final = tuple(self._find_references(codes)) if self._options.references else ()
        self._perform: Final[Callable[[RequestContext, DecodedRequest], Response]] = {
            Role.LIST: self._list,
            Role.CREATE: self._create,
            Role.READ: self._read,
            Role.REPLACE: self._replace,
            Role.UPDATE: self._update,
            Role.DELETE: self._delete,
            Role.EXAMPLE: self._example,
        }[action.role]

    def __call__(self, received: DecodedRequest) -> Response:
        """Perform the operation.

        Raises:
            HTTPError: it can not be performed.
        """
        body = None if isinstance(received.body, Missing) else received.body
        request = RequestContext(self._environment, received.operation, received.arguments.values, body)
        for parent, parameters in self.action.parents:
            key = tuple(to_text(request.path.get(name, "")) for name in parameters)
            item = self._repository.store.get(parent.name, key)
            if item is None:
                raise self._not_found(parent)
            request.parent = item
        if self._handle is not None:
            self._check(request)
            return self._responses.body(visible(self._handle(request)))
        return self._perform(request, received)

    # ------------------------------------------------------------ roles

    def _list(self, request: RequestContext, _: DecodedRequest) -> Response:
        self._check(request)
        name, store, scope = self._resource.name, self._repository.store, self._path_values(request)
        entries = store.find_ordered(name, scope) if scope else list(store.all(name).items())
        for parameter, chosen in self._filters.items():
            if parameter in request.query:
                value = request.query[parameter]
                entries = [entry for entry in entries if matches(entry[1], chosen, value, request)]
        page = self._paginator.page(entries, request.arguments, lambda cursor: store.position(name, cursor))
        if page is None:
            cursor = self._paginator.cursor
            raise HTTPError(400, f"{cursor} is not a cursor of this list", about=cursor)
        return self._responses.page(page, request, self._description)

    def _create(self, request: RequestContext, received: DecodedRequest) -> Response:
        body: Json = request.body
        if isinstance(body, list):
            created: list[Item] = []
            for entry in body:
                request.body, request.item = entry, {}
                created.append(self._create_item(request))
            return self._responses.items(created, request) if created else example_response(received)
        return self._responses.item(self._create_item(request), request)

    def _read(self, request: RequestContext, _: DecodedRequest) -> Response:
        request.item = self._find_item(request)
        self._check(request)
        return self._responses.item(request.item, request)

    def _replace(self, request: RequestContext, _: DecodedRequest) -> Response:
        if self._creates_missing(request) and self._look_up(request) is None:
            declared = self.action.operation.node["responses"].get("201") is not None
            return self._responses.item(self._create_item(request), request, 201 if declared else None)
        self._prepare_change(request)
        schema = self._resource.schema
        return self._change(request, self._coercer.replace(schema, request.item, request.values, self._writable))

    def _update(self, request: RequestContext, _: DecodedRequest) -> Response:
        self._prepare_change(request)
        return self._change(request, self._coercer.update(self._resource.schema, request.item, request.values))

    def _delete(self, request: RequestContext, received: DecodedRequest) -> Response:
        self._prepare_change(request)
        self._repository.delete(self._resource, request.item)
        self._behavior.run_after(request)
        if self._responses.shows(self._resource):
            return self._responses.item(request.item, request)
        return example_response(received)

    def _example(self, request: RequestContext, received: DecodedRequest) -> Response:
        self._check(request)
        return example_response(received)

    # ------------------------------------------------------------ items

    @property
    def _resource(self) -> Resource:
        if self.action.resource is None:
            raise RuntimeError(f"{self.action.operation.id} belongs to no resource")
        return self.action.resource

    def _look_up(self, request: RequestContext) -> Item | None:
        """Return the item that the request addresses."""
        resource, where = self._resource, self._path_values(request)
        if not resource.singleton and self.action.id_in_body and request.fields:
            where[resource.id or f"{HIDDEN}id"] = request.fields.get(resource.id or "")
        if resource.singleton and not where:
            return self._repository.store.get(resource.name, ())
        return next((item for _, item in self._repository.store.find(resource.name, where)), None)

    def _find_item(self, request: RequestContext) -> Item:
        item = self._look_up(request)
        if item is None and self._resource.singleton:
            made = self._repository.make(self._resource, self._path_values(request))
            return self._repository.put(self._resource, made)
        if item is None:
            raise self._not_found(self._resource)
        return item

    def _create_item(self, request: RequestContext) -> Item:
        defaults = {
            name: member.schema["default"].value
            for name, member in self._writable.items()
            if "default" in member.schema
        }
        request.values = {**defaults, **self._sent_values(request), **self._path_values(request)}
        self._check(request)
        item = self._repository.make(self._resource, request.values)
        self._store(request, item)
        return request.item

    def _prepare_change(self, request: RequestContext) -> None:
        request.item = self._find_item(request)
        request.values = self._sent_values(request)
        self._check(request)

    def _change(self, request: RequestContext, item: Item) -> Response:
        keys = self._resource.key_members
        self._store(request, {**item, **{name: request.item[name] for name in keys if name in request.item}})
        return self._responses.item(request.item, request)

    def _store(self, request: RequestContext, item: Item) -> None:
        self._check_unique(request.item, item)
        request.item = self._repository.put(self._resource, item)
        self._behavior.run_after(request)

    def _creates_missing(self, request: RequestContext) -> bool:
        """Whether a replacement creates an item that does not exist."""
        resource, responses = self._resource, self.action.operation.node.get("responses")
        if resource.id is not None:
            identifier = self._path_values(request).get(resource.id)
            if not self._coercer.fits(resource.members[resource.id].schema, identifier):
                return False
        declared = responses is not None and "201" in responses and "404" not in responses
        return self._options.upsert or (not resource.singleton and (self.action.only_writer or declared))

    def _sent_values(self, request: RequestContext) -> Item:
        """Return the values of the body that callers can set."""
        members, writable = self._resource.members, self._writable
        takes_all = not members or is_open(self._resource.schema) or not writable
        return {
            name: value
            for name, value in request.fields.items()
            if (takes_all or name in writable) and not (name in members and members[name].read_only)
        }

    def _path_values(self, request: RequestContext) -> Item:
        """Return the values of members that the path determines."""
        return {self.action.links[name]: value for name, value in request.path.items()}

    # ------------------------------------------------------------ checks

    def _check(self, request: RequestContext) -> None:
        """Check the length of a batch, references to other resources, and what the behaviour checks."""
        limit = self.action.operation.spec.batch_limit
        entries = get_pointer(request.body, limit.pointer) if limit is not None else None
        if limit is not None and limit.items and isinstance(entries, list) and len(entries) > limit.items:
            message = f"{limit.pointer or 'the body'} has more than {limit.items} entries"
            raise HTTPError(400, message, about=limit.pointer.strip("/"))
        for reference in self._references:
            resource = reference.resource
            for value in _values_of(request, reference.name):
                where = {resource.id or reference.name: value}
                if next(self._repository.find(resource, where), None) is None:
                    raise HTTPError(_NOT_FOUND, f"{reference.name}: there is no such item", code=reference.code)
        self._behavior.run_before(request)

    def _check_unique(self, old: Item, item: Item) -> None:
        """Check that no other item has the same key or the same values of unique members."""
        resource = self._resource
        for rule in self._behavior.of_resource(resource.name).unique:
            values = {name: item.get(self._repository.member(resource, name)) for name in rule.members}
            applies = all(item.get(name) == value for name, value in rule.where.items())
            if applies and None not in values.values():
                same = self._repository.find(resource, {**values, **rule.where})
                if any(other is not old for other in same):
                    message = f"There is one with the same {' and '.join(rule.members)}"
                    raise HTTPError(rule.status, message, code=rule.code)
        other = self._repository.store.get(resource.name, self._repository.key(resource, item))
        if other is not None and other is not old:
            statuses = (409, 400, 422)
            declared = next((each for each in statuses if self.action.operation.response(each) is not None), None)
            if declared is not None:
                raise HTTPError(declared, f"There is one with the same {resource.id or 'key'}", about=resource.id or "")

    def _not_found(self, resource: Resource) -> HTTPError:
        message = f"There is no such item in {resource.noun}"
        if self._options.not_found is not None:
            status, code = self._options.not_found
            return HTTPError(status, message, code=code)
        parameter = resource.parameters[-1] if resource.parameters else ""
        return HTTPError(_NOT_FOUND, message, about=f"{resource.noun} {parameter}")

    def _find_references(self, codes: ErrorCodes) -> Iterator[_Reference]:
        """Yield members and query parameters that refer to resources with a documented code for missing items."""
        rows = codes.table.rows if codes.table is not None else ()
        suffix = "_NOT_FOUND"
        missing = {row.code: normalize(row.name.removesuffix(suffix)) for row in rows if row.name.endswith(suffix)}
        for name in (*self._writable, *query_parameters(self.action.operation)):
            resource = referenced_resource(name, self._repository.resources)
            documented = codes.of(self.action.operation, _NOT_FOUND) if resource is not None else ()
            code = next((code for code in documented if resource and missing.get(code) in resource.nouns), None)
            if resource is not None and code is not None:
                yield _Reference(name, resource, code)


def _values_of(request: RequestContext, name: str) -> Iterator[Json]:
    """Yield the values of a member of the body or a query parameter."""
    values: tuple[Json, ...] = (request.fields.get(name), request.query.get(name))
    for value in values:
        yield from value if isinstance(value, list) else [value] if value is not None else []
