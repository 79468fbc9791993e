"""Successful responses: items and lists in the schema, the wrapper and the envelope of an operation."""

from typing import Any, Final

from starlette.responses import JSONResponse, Response

from channelsmith.document import Json
from channelsmith.sandbox.examples import documented_examples
from channelsmith.sandbox.json_values import get_pointer, set_pointer
from channelsmith.sandbox.media_types import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.behavior import OperationOptions, Presenter
from channelsmith.sandbox.state.coercion import Coercer
from channelsmith.sandbox.state.context import RequestContext
from channelsmith.sandbox.state.paging import Page, PageDescription
from channelsmith.sandbox.state.payload import Payload
from channelsmith.sandbox.state.resources import HIDDEN, Resource, ResourceOperation
from channelsmith.sandbox.state.schema_view import members_of
from channelsmith.sandbox.state.store import Item


class ResponseBuilder:
    """Builds the successful responses of one operation."""

    def __init__(
        self, action: ResourceOperation, coercer: Coercer, options: OperationOptions, presenter: Presenter | None
    ) -> None:
        operation, payload, resource = action.operation, action.payload, action.resource
        self._payload: Final = payload
        self._coercer: Final = Coercer(coercer.timestamp, lambda _: 1)  # a representation uses up no serial numbers
        self._presenter: Final = presenter
        self._status: Final = options.status or operation.success
        self._has_body: Final = bool(operation.response_bodies(self._status))
        self._is_resource = False
        """Whether the response has the schema of the resource itself."""
        self._omitted: Final = set(options.hide)
        self._template: Json = None
        self._empty_lists: Item = {}
        if payload is None:
            return
        members = members_of(payload.schema)
        self._omitted.update(name for name, member in members.items() if member.write_only)
        self._is_resource = resource is not None and payload.schema.resolve().pointer == resource.schema.pointer
        required = {name for name, member in members.items() if member.required}
        examples = _json_examples(operation, self._status)
        example = next((body for body in examples if _contains_items(body, payload, required)), None)
        if payload.pointer:
            self._template = example or self._coercer.create(payload.body, {})
        items = get_pointer(example, payload.pointer)
        first = items[0] if isinstance(items, list) and items else items
        if isinstance(first, dict):  # members that an example shows as empty lists are present in every item
            self._empty_lists = {name: value for name, value in first.items() if value == [] and name in members}

    def shows(self, resource: Resource) -> bool:
        """Whether the response contains an item of the resource, or has no body at all."""
        if self._payload is None:
            return not self._has_body
        shares = not self._payload.many and bool(members_of(self._payload.schema).keys() & resource.members.keys())
        return self._is_resource or shares

    def item(self, item: Item, request: RequestContext, status: int | None = None) -> Response:
        """Build a response with an item."""
        if self._payload is None:
            return Response(status_code=self._status)
        presented = self._present(item, request)
        return self._respond([presented] if self._payload.many else presented, status)

    def items(self, items: list[Item], request: RequestContext) -> Response:
        """Build a response with the items that one request created: all, or the last where it has only one."""
        if self._payload is None or not self._payload.many:
            return self.item(items[-1], request)
        return self._respond([self._present(item, request) for item in items])

    def page(self, page: Page, request: RequestContext, description: PageDescription | None) -> Response:
        """Build a response with a page of items."""
        if self._payload is None or description is None:
            return Response(status_code=self._status)
        items: Json = [self._present(item, request) for _, item in page.items]
        return self.body(description.describe(self._wrap(items), page))

    def body(self, body: Any, status: int | None = None) -> Response:
        """Build a response with a complete body."""
        if body is None and not self._has_body:
            return Response(status_code=status or self._status)
        media_type = self._payload.media_type if self._payload is not None else "application/json"
        return JSONResponse(body, status or self._status, media_type=media_type)

    def _respond(self, value: Json, status: int | None = None) -> Response:
        return self.body(self._wrap(value), status)

    def _wrap(self, value: Json) -> Json:
        pointer = self._payload.pointer if self._payload is not None else ""
        return set_pointer(self._template, pointer, value) if pointer else value

    def _present(self, item: Item, request: RequestContext) -> Item:
        presented = {name: value for name, value in item.items() if name not in self._omitted}
        if self._presenter is not None:
            presented = self._presenter(request, presented)
        presented = {name: value for name, value in presented.items() if not name.startswith(HIDDEN)}
        if not self._is_resource and self._payload is not None:
            presented = self._coercer.create(self._payload.schema, presented)
        return {**self._empty_lists, **presented}


def _json_examples(operation: Operation, status: int) -> list[Json]:
    media = operation.response_bodies(status)
    return [
        example for media_type, node in media.items() if is_json(media_type) for example in documented_examples(node)
    ]


def _contains_items(body: Json, payload: Payload, required: set[str]) -> bool:
    """Whether an example has complete items at the place of the payload."""
    found = get_pointer(body, payload.pointer)
    items = found if isinstance(found, list) else [found]
    return all(isinstance(item, dict) and required <= item.keys() for item in items)
