"""Bodies: items and lists in the schema, the wrapper and the envelope that an operation declares for them."""

from dataclasses import replace
from typing import Final

from starlette.responses import JSONResponse, Response

from channelsmith.document import Json
from channelsmith.sandbox.bodies import look, put
from channelsmith.sandbox.examples import shown
from channelsmith.sandbox.media import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.forms import Forms
from channelsmith.sandbox.state.kinds import HIDDEN, Kind, Plan
from channelsmith.sandbox.state.paging import Page
from channelsmith.sandbox.state.places import Place
from channelsmith.sandbox.state.shapes import Shapes, content
from channelsmith.sandbox.state.sources import Context, compile_all, evaluate
from channelsmith.sandbox.state.store import Item
from channelsmith.sandbox.state.told import PageTold


class Renderer:
    """Makes the successful answers of one operation."""

    def __init__(self, plan: Plan, shapes: Shapes, forms: Forms) -> None:
        """Looks up once what all answers have in common."""
        self._place: Final = plan.place
        self._forms: Final = Forms(shapes, forms.now, lambda _: 1)  # showing an item counts nothing
        operation = plan.operation
        status = plan.said.get("status") if plan.said is not None else None
        self._status: Final = (
            status.value if status is not None and isinstance(status.value, int) else operation.success
        )
        hide = plan.said.get("hide") if plan.said is not None else None
        self._hidden: Final = {each.as_text() for each in hide.elements()} if hide is not None else set[str]()
        answer = compile_all(plan.said.get("answer") if plan.said is not None else None)
        self._around: Final = {name: source for name, source in answer.items() if name.startswith("/")}
        self._inside: Final = {name: source for name, source in answer.items() if not name.startswith("/")}
        self._told: Final = PageTold(operation, plan.place, shapes) if plan.place is not None else None
        self._bodiless: Final = not operation.response_bodies(self._status)
        self._template: Json = None
        self._empty: Item = {}
        self._same = False
        self._omitted = set[str]()
        if plan.place is not None:
            members = shapes.members(plan.place.schema)
            self._omitted |= {name for name, each in members.items() if each.write_only} | self._hidden
            self._same = plan.kind is not None and plan.place.schema.resolve().pointer == plan.kind.schema.pointer
            bodies = _shown(operation, self._status)
            needed = {name for name, each in members.items() if each.required}
            fitting = (body for body in bodies if _has(body, plan.place, needed))
            example = next(fitting, None)
            if plan.place.pointer:
                self._template = example or self._forms.made(plan.place.whole, {})
            self._empty = _empties(example, plan.place.pointer, set(members))

    @property
    def answers(self) -> bool:
        """Whether the document says what to set in the answer."""
        return bool(self._around or self._inside)

    def shows(self, kind: Kind) -> bool:
        """Whether the answer has an item of the kind, or nothing at all."""
        return (
            (self._place is None and self._bodiless)
            or self._same
            or (self._place is not None and _shares(self._place, kind))
        )

    def empty(self) -> Response:
        """A success without a body."""
        return Response(status_code=self._status)

    def one(self, item: Item, context: Context, status: int | None = None) -> Response:
        """A success with an item."""
        if self._place is None:
            return self.empty()
        shown = self._shown(item, context)
        value: Json = [shown] if self._place.many else shown
        body = put(self._template, self._place.pointer, value) if self._place.pointer else value
        return self._response(self._answered(body, context), status)

    def several(self, items: list[Item], context: Context) -> Response:
        """A success with the items that one request made: all of them, or the last where only one can be shown."""
        if self._place is None or not self._place.many:
            return self.one(items[-1], context)
        body: Json = [self._shown(item, context) for item in items]
        return self._response(put(self._template, self._place.pointer, body) if self._place.pointer else body, None)

    def many(self, page: Page, context: Context) -> Response:
        """A success with a page of items."""
        if self._place is None or self._told is None:
            return self.empty()
        items: Json = [self._shown(item, context) for _, item in page.items]
        body = put(self._template, self._place.pointer, items) if self._place.pointer else items
        return self._response(self._answered(self._told.tell(body, page), context), None)

    def answered(self, body: Json, context: Context) -> Response:
        """A success with what the document shows, and what `answer` sets in it."""
        return self._response(self._answered(body, context), None)

    def _shown(self, item: Item, context: Context) -> Item:
        """An item as callers see it."""
        seen = {
            name: value for name, value in item.items() if not name.startswith(HIDDEN) and name not in self._omitted
        }
        if self._inside:
            own = replace(context, item=item)
            seen |= dict(evaluate(self._inside, own))
        if not self._same and self._place is not None:
            seen = self._forms.made(self._place.schema, seen)
        return {**self._empty, **seen}

    def _answered(self, body: Json, context: Context) -> Json:
        for pointer, value in evaluate(self._around, context):
            body = put(body, pointer, value)
        return body

    def _response(self, body: Json, status: int | None) -> Response:
        kind = self._place.media_type if self._place is not None else "application/json"
        return JSONResponse(body, status or self._status, media_type=kind)


def _shown(operation: Operation, status: int) -> list[Json]:
    return [body for kind, media in operation.response_bodies(status).items() if is_json(kind) for body in shown(media)]


def _has(body: Json, place: Place, needed: set[str]) -> bool:
    """Whether an example is of the form that is meant, where several are declared."""
    found = look(body, place.pointer)
    items = found if isinstance(found, list) else [found]
    return all(isinstance(each, dict) and needed <= each.keys() for each in items)


def _shares(place: Place, kind: Kind) -> bool:
    """Whether the body has members of the items."""
    properties = content(place.schema).get("properties")
    return not place.many and any(
        name in kind.members for name, _ in (properties.items() if properties is not None else ())
    )


def _empties(shown: Json, pointer: str, members: set[str]) -> Item:
    """The members that the document shows with an empty list: they are there even when an item has none of them."""
    found = look(shown, pointer)
    first = found[0] if isinstance(found, list) and found else found
    if not isinstance(first, dict):
        return {}
    return {name: value for name, value in first.items() if value == [] and name in members}
