"""Perform one operation: check what it depends on, then create, read, change or delete items, and respond."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from starlette.responses import Response

from channelsmith.document import Json
from channelsmith.ir.samples import documented_examples
from channelsmith.sandbox.errors import ErrorCodes
from channelsmith.sandbox.examples import example_response
from channelsmith.sandbox.json_values import JsonResponse, get_pointer, set_pointer
from channelsmith.sandbox.media_types import concrete_type, essence, is_json, negotiate
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.schema_view import is_open, members_of, normalize, query_parameters
from channelsmith.sandbox.state.behavior import Behavior, OperationOptions, Presenter
from channelsmith.sandbox.state.coercion import Coercer
from channelsmith.sandbox.state.context import Environment, HTTPError, RequestContext, visible
from channelsmith.sandbox.state.lists import Page, PageDescription, Paginator, infer_filters, matches
from channelsmith.sandbox.state.resources import (
    HIDDEN,
    Payload,
    Resource,
    ResourceOperation,
    Role,
    referenced_resource,
    request_schema,
)
from channelsmith.sandbox.state.store import Item, as_list, to_text

_NOT_FOUND: Final = 404
_FILE: Final = f"{HIDDEN}file"
"""The member of an item that keeps the file uploaded for it: its media type, and its content in Base64."""


class OperationHandler:
    """Performs one operation. Calls are made in a transaction, so that a failure changes nothing."""

    def __init__(
        self, action: ResourceOperation, environment: Environment, behavior: Behavior, codes: ErrorCodes
    ) -> None:
        operation, resource = action.operation, action.resource
        repository = environment.repository
        self.action: Final = action
        self._options: Final = behavior.options(operation.id)
        self._unique: Final = behavior.of_resource(resource.name).unique if resource is not None else ()
        self._before: Final = behavior.before_hooks.get(operation.id, ())
        self._after: Final = behavior.after_hooks.get(operation.id, ())
        self._handlers: Final = behavior.handlers.get(operation.id, ())
        self._environment: Final = environment
        self._repository: Final = repository
        self._coercer: Final = repository.coercer
        presenters = behavior.presenters.get(operation.id, ())
        self._responses: Final = ResponseBuilder(action, repository.coercer, self._options, presenters)
        self._writable: Final = members_of(request_schema(operation))
        self._paginator: Final = Paginator(operation)
        self._filters, self.ignored_parameters = (
            infer_filters(operation, resource, self._options.filters)
            if resource is not None and action.role is Role.LIST
            else ({}, [])
        )
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
            HTTPError: it cannot be performed.
        """
        request = RequestContext(self._environment, received)
        for parent, parameters in self.action.parents:
            key = tuple(to_text(request.path.get(name, "")) for name in parameters)
            item = self._repository.store.get(parent.name, key)
            if item is None:
                raise self._not_found(parent)
            request.parent = item
        if self._handlers:
            self._check(request)
            return self._responses.body(visible(self._handlers[-1](request)))
        return self._perform(request, received)

    # ------------------------------------------------------------ roles

    def _list(self, request: RequestContext, _: DecodedRequest) -> Response:
        self._check(request)
        name, store = self._resource.name, self._repository.store
        scope = {**self._path_values(request), **self._options.where}
        entries = store.find(name, scope) if scope else list(store.all(name).items())
        for parameter, chosen in self._filters.items():
            if parameter in request.query:
                value = request.query[parameter]
                entries = [entry for entry in entries if matches(entry[1], chosen, value, request)]
        page = self._paginator.page(entries, request.arguments, lambda cursor: store.position(name, cursor))
        if page is None:
            cursor = self._paginator.cursor
            raise HTTPError(400, f"{cursor} is not a cursor of this list", about=cursor)
        return self._responses.page(page, request)

    def _create(self, request: RequestContext, received: DecodedRequest) -> Response:
        body: Json = request.body
        if isinstance(body, list):
            created: list[Item] = []
            for request.body in body:
                request.item = {}
                created.append(self._create_item(request))
            return self._responses.items(created, request) if created else example_response(received)
        return self._responses.item(self._create_item(request), request)

    def _read(self, request: RequestContext, received: DecodedRequest) -> Response:
        request.item = self._find_item(request)
        self._check(request)
        if self.action.payload is None and self._responses.has_body:
            return _file_response(request.item.get(_FILE), received)
        return self._responses.item(request.item, request)

    def _replace(self, request: RequestContext, received: DecodedRequest) -> Response:
        if (received.file or self._creates_missing(request)) and self._look_up(request) is None:
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
        for hook in self._after:
            hook(request)
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
        self._store(request, self._repository.make(self._resource, request.values))
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
        if request.file is not None:
            content = b64encode(request.file.content).decode("ascii")
            item = {**item, _FILE: {"media_type": request.file.media_type, "content": content}}
        request.item = self._repository.put(self._resource, item)
        for hook in self._after:
            hook(request)

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
        if limit is not None and limit.bytes and request.size > limit.bytes:
            raise HTTPError(400, f"the body has more than {limit.bytes} bytes", about=limit.pointer.strip("/"))
        for name, resource, code in self._references:
            for value in _values_of(request, name):
                if not self._repository.find(resource, {resource.id or name: value}):
                    raise HTTPError(_NOT_FOUND, f"{name}: there is no such item", code=code)
        for hook in self._before:
            hook(request)

    def _check_unique(self, old: Item, item: Item) -> None:
        """Check that no other item has the same key or the same values of unique members."""
        resource = self._resource
        for rule in self._unique:
            if any(other is not old for other in rule.duplicates(item, resource, self._repository)):
                message = f"There is one with the same {' and '.join(rule.members)}"
                raise HTTPError(rule.status, message, code=rule.code)
        other = self._repository.store.get(resource.name, self._repository.key(resource, item))
        if other is not None and other is not old:
            for status in (409, 400, 422):
                if self.action.operation.response(status) is not None:
                    message = f"There is one with the same {resource.id or 'key'}"
                    raise HTTPError(status, message, about=resource.id or "")

    def _not_found(self, resource: Resource) -> HTTPError:
        message = f"There is no such item in {resource.noun}"
        if self._options.not_found is not None:
            status, code = self._options.not_found
            return HTTPError(status, message, code=code)
        parameter = resource.parameters[-1] if resource.parameters else ""
        return HTTPError(_NOT_FOUND, message, about=f"{resource.noun} {parameter}")

    def _find_references(self, codes: ErrorCodes) -> Iterator[tuple[str, Resource, int]]:
        """Yield members and query parameters with ids of resources, and the documented code for unknown ids."""
        rows = codes.table.rows if codes.table is not None else ()
        suffix = "_NOT_FOUND"
        missing = {row.code: normalize(row.name.removesuffix(suffix)) for row in rows if row.name.endswith(suffix)}
        for name in (*self._writable, *query_parameters(self.action.operation)):
            resource = referenced_resource(name, self._repository.resources)
            documented = codes.of(self.action.operation, _NOT_FOUND) if resource is not None else ()
            code = next((code for code in documented if resource and missing.get(code) in resource.nouns), None)
            if resource is not None and code is not None:
                yield name, resource, code


def _values_of(request: RequestContext, name: str) -> Iterator[Json]:
    """Yield the values of a member of the body or a query parameter."""
    for values in (request.fields, request.query):
        yield from as_list(values[name]) if values.get(name) is not None else ()


# ---------------------------------------------------------------- responses


def _file_response(file: Json, request: DecodedRequest) -> Response:
    """Build a response with the file that was uploaded for an item, or with an example."""
    if not isinstance(file, dict):
        return example_response(request)
    declared = request.operation.response_bodies(request.operation.success)
    chosen = concrete_type(negotiate(request.accept, declared) or next(iter(declared)), request.accept)
    uploaded = str(file["media_type"])
    media_type = uploaded if essence(uploaded) in {chosen, *declared} else chosen
    return Response(b64decode(str(file["content"])), request.operation.success, media_type=media_type)


class ResponseBuilder:
    """Builds the successful responses of one operation."""

    def __init__(
        self, action: ResourceOperation, coercer: Coercer, options: OperationOptions, presenters: Sequence[Presenter]
    ) -> None:
        operation, payload, resource = action.operation, action.payload, action.resource
        self._payload: Final = payload
        self._coercer: Final = Coercer(coercer.timestamp, lambda _: 1)  # a representation uses up no serial numbers
        self._presenters: Final = presenters
        self._status: Final = options.status or operation.success
        self.has_body: Final = bool(operation.response_bodies(self._status))
        self._is_resource = False
        """Whether the response has the schema of the resource itself."""
        self._omitted: Final = set(options.hide)
        self._template: Json = None
        self._empty_lists: Item = {}
        self._description: Final = PageDescription(operation, payload) if payload is not None else None
        if payload is None:
            return
        members = members_of(payload.schema)
        self._omitted.update(name for name, member in members.items() if member.write_only)
        self._is_resource = resource is not None and payload.schema.resolve().pointer == resource.schema.pointer
        required = {name for name, member in members.items() if member.required}
        example = next((body for body in self._examples(operation) if _contains_items(body, payload, required)), None)
        if payload.pointer:
            self._template = example or self._coercer.create(payload.body, {})
        items = get_pointer(example, payload.pointer)
        first = items[0] if isinstance(items, list) and items else items
        if isinstance(first, dict):  # members that an example shows as empty lists are present in every item
            self._empty_lists = {name: value for name, value in first.items() if value == [] and name in members}

    def shows(self, resource: Resource) -> bool:
        """Whether the response contains an item of the resource, or has no body at all."""
        if self._payload is None:
            return not self.has_body
        shares = not self._payload.many and bool(members_of(self._payload.schema).keys() & resource.members.keys())
        return self._is_resource or shares

    def item(self, item: Item, request: RequestContext, status: int | None = None) -> Response:
        """Build a response with an item."""
        if self._payload is None:
            return Response(status_code=self._status)
        presented = self._present(item, request)
        return self.body(self._wrap([presented] if self._payload.many else presented), status)

    def items(self, items: list[Item], request: RequestContext) -> Response:
        """Build a response with the items that one request created: all, or the last where it has only one."""
        if self._payload is None or not self._payload.many:
            return self.item(items[-1], request)
        return self.body(self._wrap([self._present(item, request) for item in items]))

    def page(self, page: Page, request: RequestContext) -> Response:
        """Build a response with a page of items."""
        if self._description is None:
            return Response(status_code=self._status)
        items: Json = [self._present(item, request) for _, item in page.items]
        response = self.body(self._description.describe(self._wrap(items), page))
        response.headers.update(self._description.headers(page))
        return response

    def body(self, body: Any, status: int | None = None) -> Response:
        """Build a response with a complete body."""
        if body is None and not self.has_body:
            return Response(status_code=status or self._status)
        media_type = self._payload.media_type if self._payload is not None else "application/json"
        return JsonResponse(body, status or self._status, media_type=media_type)

    def _examples(self, operation: Operation) -> Iterator[Json]:
        for media_type, media in operation.response_bodies(self._status).items():
            if is_json(media_type):
                yield from documented_examples(media)

    def _wrap(self, value: Json) -> Json:
        pointer = self._payload.pointer if self._payload is not None else ""
        return set_pointer(self._template, pointer, value) if pointer else value

    def _present(self, item: Item, request: RequestContext) -> Item:
        presented = {name: value for name, value in item.items() if name not in self._omitted}
        for present in self._presenters:
            presented = present(request, presented)
        presented = {name: value for name, value in presented.items() if not name.startswith(HIDDEN)}
        if not self._is_resource and self._payload is not None:
            presented = self._coercer.create(self._payload.schema, presented)
        return {**self._empty_lists, **presented}


def _contains_items(body: Json, payload: Payload, required: set[str]) -> bool:
    """Whether an example has complete items at the place of the payload."""
    found = get_pointer(body, payload.pointer)
    items = found if isinstance(found, list) else [found]
    return all(isinstance(item, dict) and required <= item.keys() for item in items)
