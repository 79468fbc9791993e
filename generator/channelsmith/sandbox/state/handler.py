"""One operation carried out: what has to be there is looked for, items are made, changed, removed and shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from starlette.responses import Response

from channelsmith.document import Json
from channelsmith.sandbox.answers import answer_as_shown, shown_bodies
from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.state import lists
from channelsmith.sandbox.state.effects import Effects
from channelsmith.sandbox.state.filters import Filter
from channelsmith.sandbox.state.guards import Guards
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import HIDDEN, Kind, Plan, Role
from channelsmith.sandbox.state.paging import Pager
from channelsmith.sandbox.state.refusals import Refusal
from channelsmith.sandbox.state.render import Renderer
from channelsmith.sandbox.state.shapes import Member, is_open
from channelsmith.sandbox.state.sources import Context, compile_all, complete, evaluate
from channelsmith.sandbox.state.store import Item


@dataclass(frozen=True, slots=True)
class House:
    """What all operations share."""

    keeper: Keeper
    now: Callable[[], float]
    pending: float
    """Seconds until that happens which happens later."""


class Handler:
    """One operation. Its calls are made inside a transaction: what a refusal leaves behind is taken back."""

    def __init__(
        self,
        plan: Plan,
        house: House,
        *,
        renderer: Renderer,
        guards: Guards,
        effects: Effects,
        filters: tuple[Filter, ...],
        offered: Mapping[str, Member],
    ) -> None:
        """Puts the parts together; `offered` are the members that a request body can have."""
        said = plan.said
        self.plan: Final = plan
        self.effects: Final = effects
        self._house: Final = house
        self._keeper: Final = house.keeper
        self._renderer: Final = renderer
        self._guards: Final = guards
        self._filters: Final = filters
        self._offered: Final = offered
        self._pager: Final = Pager(plan.operation)
        self._set: Final = compile_all(said.get("set") if said is not None else None)
        self._default: Final = compile_all(said.get("default") if said is not None else None)
        self._fixed: Final = _names(plan, "fixed")
        self._kept: Final = _names(plan, "keep") | self._fixed
        self._by: Final = compile_all(said.get("where") if said is not None else None)
        self._upserts: Final = said is not None and said.flag("upsert")
        self._do: Final = {
            Role.LIST: self._list,
            Role.CREATE: self._create,
            Role.READ: self._read,
            Role.REPLACE: self._replace,
            Role.MERGE: self._merge,
            Role.ACT: self._merge,
            Role.REMOVE: self._remove,
            Role.SHOW: self._show,
        }[plan.role]

    def __call__(self, received: Received) -> Response:
        """Carries the operation out.

        Raises:
            Refusal: it can not be.
        """
        context = Context(self._keeper, self._keeper.forms.now(), received.body, received.arguments.values)
        return self._do(self._guards.under_parents(self.plan, context), received)

    # ------------------------------------------------------------ roles

    def _list(self, context: Context, _: Received) -> Response:
        self._guards.check(context)
        name, store = self._kind.name, self._keeper.store
        scope = self._linked(context)
        entries = store.ordered(name, scope) if scope else store.all(name).items()
        asked = [
            (each, context.arguments[place])
            for each in self._filters
            if (place := ("query", each.parameter)) in context.arguments
        ]
        tests = [each.test(value, context.arguments, self._keeper) for each, value in asked]
        found = [(key, item) for key, item in entries if all(test(item) for test in tests)]
        page = self._pager.cut(found, context.arguments, lambda cursor: store.order(name, cursor))
        if page is None:
            raise Refusal(400, f"{self._pager.cursor} is no cursor of this list", about=self._pager.cursor)
        return self._renderer.many(page, context)

    def _create(self, context: Context, received: Received) -> Response:
        if isinstance(received.body, list):
            made = [self._created(replace(context, body=each))[0] for each in received.body]
            return self._renderer.several(made, context) if made else answer_as_shown(received)
        return self._renderer.one(*self._created(context))

    def _read(self, context: Context, _: Received) -> Response:
        item = self._found(context)
        context = replace(context, item=item)
        self._guards.check(context)
        return self._renderer.one(item, context)

    def _replace(self, context: Context, _: Received) -> Response:
        old = self._look(context)
        if old is None and self._creates_what_is_not_there(context):
            declared = self.plan.operation.node["responses"].get("201") is not None
            return self._renderer.one(*self._created(context), 201 if declared else None)
        old, context = self._held(context)
        sent = {**lists.merged(self.plan.said, old, self._given(context)), **self._evaluated(context)}
        kept = {name: old[name] for name in self._kept if name in old and (name in self._fixed or name not in sent)}
        item = self._keeper.forms.replaced(self._kind.schema, old, {**sent, **kept}, self._offered)
        return self._changed(item, old, context)

    def _merge(self, context: Context, _: Received) -> Response:
        old, context = self._held(context)
        sent = {**lists.merged(self.plan.said, old, self._given(context)), **self._evaluated(context)}
        sent = {name: value for name, value in sent.items() if name not in self._fixed}
        return self._changed(self._keeper.forms.merged(self._kind.schema, old, sent), old, context)

    def _remove(self, context: Context, received: Received) -> Response:
        old, context = self._held(context)
        self._keeper.remove(self._kind, old)
        self.effects.after(self._kind, old, context, self._house.now() + self._house.pending)
        return self._renderer.one(old, context) if self._renderer.shows(self._kind) else answer_as_shown(received)

    def _show(self, context: Context, received: Received) -> Response:
        self._guards.check(context)
        if self._renderer.answers:
            return self._renderer.answered(shown_bodies(received.operation)[0], context)
        return answer_as_shown(received)

    # ------------------------------------------------------------ steps

    @property
    def _kind(self) -> Kind:
        if self.plan.kind is None:
            raise RuntimeError(f"{self.plan.operation.id} is about no items")
        return self.plan.kind

    def _look(self, context: Context) -> Item | None:
        """The item an operation is about; None when there is none."""
        told = complete(self._by, context)
        if told is None:
            return None
        where = {**self._linked(context), **told}
        if not self._kind.single and self.plan.by_body and isinstance(context.body, dict):
            where[self._kind.id or f"{HIDDEN}id"] = context.body.get(self._kind.id or "")
        if self._kind.single and not where:
            return self._keeper.store.get(self._kind.name, ())
        return next((item for _, item in self._keeper.store.find(self._kind.name, where)), None)

    def _found(self, context: Context) -> Item:
        """The item an operation is about.

        Raises:
            Refusal: there is none.
        """
        item = self._look(context)
        if item is None and self._kind.single:
            return self._keeper.put(self._kind, self._keeper.make(self._kind, self._linked(context)))
        if item is None:
            raise self._guards.gone(self._kind)
        return item

    def _held(self, context: Context) -> tuple[Item, Context]:
        """The item that is to be changed, after everything that speaks against it."""
        old = self._found(context)
        context = replace(context, item=old)
        self._guards.check(context)
        lists.verify(self.plan.said, old, self._given(context))
        return old, self.effects.tally(context, self._house.now())

    def _created(self, context: Context) -> tuple[Item, Context]:
        """A new item, kept, after everything that speaks against it."""
        self._guards.check(context)
        context = self.effects.tally(context, self._house.now())
        given = self._given(context)
        lists.verify(self.plan.said, {}, given)
        defaults = {
            name: each.schema["default"].value for name, each in self._offered.items() if "default" in each.schema
        }
        values = {**defaults, **given, **self._linked(context), **self._evaluated(context, given)}
        item = self._keeper.make(self._kind, values)
        self._guards.unique(context, self._kind, item)
        self._keeper.put(self._kind, item)
        self.effects.after(self._kind, item, context, self._house.now() + self._house.pending)
        return item, replace(context, item=item)

    def _changed(self, item: Item, old: Item, context: Context) -> Response:
        item = {**item, **{name: old[name] for name in self._keeper.key_names(self._kind) if name in old}}
        self._guards.unique(context, self._kind, item)
        self._keeper.put(self._kind, item)
        self.effects.after(self._kind, item, context, self._house.now() + self._house.pending)
        return self._renderer.one(item, context)

    def _creates_what_is_not_there(self, context: Context) -> bool:
        """Whether a replacement of nothing is a creation: it says so, or nothing else creates such items."""
        said = self.plan.operation.node.get("responses")
        created = said is not None and "201" in said and "404" not in said
        if self._kind.id is not None and not self._keeper.forms.fits(
            self._kind.members[self._kind.id].schema, self._linked(context).get(self._kind.id)
        ):
            return False
        return self._upserts or (not self._kind.single and (self.plan.only_way or created))

    def _given(self, context: Context) -> Item:
        """What was sent of the members that a request can have."""
        if not isinstance(context.body, dict):
            return {}
        members, loose = self._kind.members, not self._kind.members or is_open(self._kind.schema)
        return {
            name: value
            for name, value in context.body.items()
            if (loose or not self._offered or name in self._offered)
            and not (name in members and members[name].read_only)
        }

    def _linked(self, context: Context) -> Item:
        """What the path says of the item."""
        path = {name: value for (place, name), value in context.arguments.items() if place == "path"}
        return {self.plan.links[name]: value for name, value in path.items()}

    def _evaluated(self, context: Context, given: Mapping[str, Json] | None = None) -> Item:
        """What `default` and `set` say; defaults only for a new item, and only where nothing was sent."""
        filled = {
            name: source for name, source in self._default.items() if given is not None and given.get(name) is None
        }
        return dict(evaluate({**filled, **self._set}, context))


def _names(plan: Plan, key: str) -> set[str]:
    listed = plan.said.get(key) if plan.said is not None else None
    return {each.as_text() for each in listed.elements()} if listed is not None else set()
