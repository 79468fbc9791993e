"""The state of one server: what it has, what its operations do with it, and what happens as time goes by."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from starlette.responses import Response

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Json, Node
from channelsmith.sandbox.bodies import NOTHING
from channelsmith.sandbox.codes import Codes
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.building import Builder
from channelsmith.sandbox.state.checking import verify
from channelsmith.sandbox.state.due import Due
from channelsmith.sandbox.state.handler import Handler, House
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import HIDDEN, Kind
from channelsmith.sandbox.state.lapses import Lapses
from channelsmith.sandbox.state.plans import infer
from channelsmith.sandbox.state.references import refers_to
from channelsmith.sandbox.state.replay import Replies
from channelsmith.sandbox.state.said import said_of
from channelsmith.sandbox.state.seeds import Seeds
from channelsmith.sandbox.state.shapes import Shapes
from channelsmith.sandbox.state.sources import Context
from channelsmith.sandbox.state.store import Item, Store
from channelsmith.sandbox.state.uses import Uses

_PLANTED: Final = f"{HIDDEN}planted"
_SHOWN: Final = 3


class State:
    """Items by collection, and the operations on them."""

    def __init__(
        self, document: Document, operations: tuple[Operation, ...], settings: Settings, codes: Codes, store: Store
    ) -> None:
        """Reads the document, and fills a store that is empty.

        Raises:
            UnusableInput: the document's `x-sandbox` names what is not there; located.
        """
        self._clock: Final = settings.clock
        self._shapes: Final = Shapes()
        self._model: Final = infer(operations, self._shapes)
        problems = tuple(verify(document, self._model.kinds, self._model.plans.values()))
        if problems:
            raise UnusableInput(*problems)
        self._store: Final = store
        self._keeper: Final = Keeper(store, self._model.kinds, self._shapes, self._now)
        self._replies: Final = Replies(store)
        self._due: Final = Due(store)
        collections = _collections(document)
        lapses = {name: said["lapse"] for name, said in collections.items() if "lapse" in said}
        self._lapses: Final = Lapses(lapses, self._due, settings.time_scale)
        house = House(self._keeper, settings.clock, settings.pending_seconds * settings.time_scale)
        builder = Builder(house, self._shapes, self._due, codes, collections)
        self._handlers: Final = {name: builder.handler(plan) for name, plan in self._model.plans.items()}
        uses = (Uses(operation, builder) for operation in operations if "x-uses" in operation.node)
        self._uses: Final = {each.operation.id: each for each in uses if each.handlers}
        self._notes: Final = (*builder.notes,)
        plans = (*self._model.plans.values(), *(plan for each in self._uses.values() for plan in each.plans))
        self._seeds: Final = Seeds(plans, self._keeper, self._shapes, settings, collections)
        self._planting: list[Callable[[], None]] = [self._seeds.plant]
        self._planted = store.get(_PLANTED, ()) is not None
        self._keeper.changed = self._lapses.watch

    def starts_with(self, *planting: Callable[[], None]) -> None:
        """Fills a new store, with what these put in as well; they are called again on each reset."""
        self._planting.extend(planting)
        if not self._planted:
            self._plant()

    def _plant(self) -> None:
        with self._store.transaction():
            self._keeper.changed = lambda _kind, _key, _item: None  # what is there from the start does not lapse
            for put in self._planting:
                put()
            self._store.put(_PLANTED, (), {})
        self._keeper.changed = self._lapses.watch

    # ------------------------------------------------------------ for people

    def collections(self) -> tuple[str, ...]:
        """The names of the collections."""
        others = (name for name in self._store.collections() if not name.startswith(HIDDEN))
        return tuple(dict.fromkeys((*self._model.kinds, *others)))

    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of items, by the name of their collection."""
        return self._model.kinds

    def count(self, name: str) -> int:
        """How many items a collection has."""
        return self._store.count(name)

    def items(self, name: str, limit: int = 50, offset: int = 0) -> list[Json]:
        """Some items of a collection, oldest first, without what only the server knows."""
        self._due.settle(self._clock(), self._happen)
        found = list(self._store.all(name).values())[offset : offset + limit]
        return [{key: value for key, value in item.items() if not key.startswith(HIDDEN)} for item in found]

    def roles(self) -> dict[str, Json]:
        """What each operation does, by operationId: role, collection, and why where it only shows an example."""
        return {
            name: {"role": plan.role, "collection": plan.kind.name if plan.kind else None, "why": plan.why or None}
            for name, plan in self._model.plans.items()
        }

    def notes(self) -> tuple[str, ...]:
        """What of the document the state does not honour, in words."""
        shows = [
            f"{name} answers as the document shows: {plan.why}" for name, plan in self._model.plans.items() if plan.why
        ]
        return (*shows, *self._notes)

    def summary(self) -> Iterator[str]:
        """What is there, in a few lines for whoever has just started the server."""
        counts = [f"{self.count(name)} {name}" for name in self.collections() if self.count(name)]
        if counts:
            yield f"there are {', '.join(counts)}"
        roots = [kind for kind in self._model.kinds.values() if len(kind.parameters) == 1 and not kind.single]
        targets = (refers_to(name, self._model.kinds) for kind in self._model.kinds.values() for name in kind.members)
        referred = Counter(kind.name for kind in targets if kind is not None)
        for kind in sorted(roots, key=lambda kind: -referred[kind.name])[:_SHOWN]:
            ids = [key[-1] for key in self._store.all(kind.name)][:_SHOWN]
            if ids:
                yield f"{kind.name}: {', '.join(ids)}{', ...' if self.count(kind.name) > len(ids) else ''}"

    def reset(self) -> None:
        """Goes back to the items of the start."""
        with self._store.transaction():
            for name in self._store.collections():
                for key in tuple(self._store.all(name)):
                    self._store.remove(name, key)
            self._keeper.ids.forget()
            self._plant()
        self._due.read()

    # ------------------------------------------------------------ for callers

    def answer(self, received: Received, caller: str) -> Response:
        """Carries an operation out; what it changes is written down before this returns.

        Args:
            received: a valid request.
            caller: the key it came with.

        Raises:
            Refusal: it can not be; nothing has changed.
        """
        self._due.settle(self._clock(), self._happen)
        key = self._replies.key(received, caller)
        earlier = self._replies.earlier(key) if key is not None else None
        if earlier is not None:
            return earlier
        uses = self._uses.get(received.operation.id)
        handler = (uses.choose(received) if uses is not None else None) or self._handlers[received.operation.id]
        with self._store.transaction():
            response = handler(received)
            if key is not None and response.status_code < 300:  # noqa: PLR2004 -- successes are kept
                self._replies.keep(key, response)
        return response

    def _happen(self, event: Item) -> None:
        """Carries out something that was put off."""
        if event.get("what") == "lapse":
            self._lapse(event)
            return
        handler: Handler = self._handlers[str(event["operation"])]
        arguments = event.get("arguments")
        listed = arguments if isinstance(arguments, list) else []
        given = {(str(each[0]), str(each[1])): each[2] for each in listed if isinstance(each, list)}
        body = event.get("body")
        context = Context(self._keeper, self._now(), NOTHING if body is None else body, given)
        handler.effects.happen(handler.plan.kind, event, context)

    def _lapse(self, event: Item) -> None:
        kind, listed = self._model.kinds[str(event["collection"])], event["key"]
        key = tuple(str(each) for each in listed) if isinstance(listed, list) else ()
        item = self._store.get(kind.name, key)
        if item is not None:
            self._keeper.put(kind, {**item, **self._lapses.change(kind.name)})

    def _now(self) -> str:
        moment = datetime.fromtimestamp(self._clock(), UTC)
        return f"{moment.isoformat(timespec='milliseconds').removesuffix('+00:00')}Z"


def _collections(document: Document) -> Mapping[str, Node]:
    """What the document's `x-sandbox` says about collections, by name."""
    said = said_of(document.root)
    listed = said.get("collections") if said is not None else None
    return dict(listed.items()) if listed is not None else {}
