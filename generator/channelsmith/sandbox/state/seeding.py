"""Fill a new server: with documented examples, the items they refer to, and more that resemble them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from typing import Final

from channelsmith import ir
from channelsmith.document import Json
from channelsmith.ir.samples import documented_examples, sample
from channelsmith.sandbox.json_values import Missing, get_pointer
from channelsmith.sandbox.schema_view import content, element_of, examples_of, is_open, members_of
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.behavior import Behavior
from channelsmith.sandbox.state.factory import ItemFactory
from channelsmith.sandbox.state.lists import is_paged
from channelsmith.sandbox.state.repository import Repository
from channelsmith.sandbox.state.resources import (
    Resource,
    ResourceModel,
    ResourceOperation,
    Role,
    parent_paths,
    referenced_resource,
    shape_of,
)
from channelsmith.sandbox.state.store import Item, as_list

_TRUSTED: Final = (Role.READ, Role.LIST, Role.CREATE, Role.REPLACE, Role.UPDATE, Role.DELETE)
"""The operations whose examples become items, the most reliable first."""
_READING: Final = (Role.READ, Role.LIST)
"""Operations that show existing items. Examples of others only count where these show none: what they are about to
create or change would exist already."""
_FEW: Final = 12
_FIRST_PARENT_SHARE: Final = 0.6
"""The share of items that belong to the first possible parent, so that it has enough of them to page through."""


class Seeder:
    """Fills an empty store."""

    def __init__(self, model: ResourceModel, repository: Repository, settings: Settings, behavior: Behavior) -> None:
        actions = model.operations.values()
        self._actions: Final = tuple(action for role in _TRUSTED for action in actions if action.role is role)
        self._repository: Final = repository
        self._store: Final = repository.store
        self._settings: Final = settings
        self._behavior: Final = behavior
        self._relations: Final = Relations(repository)
        self._random: Final = Random(settings.seed)  # noqa: S311 -- examples, not secrets
        self._pools: Final = dict[str, list[Item]]()
        """Items by the unique member that nested values of others quote, such as a SKU."""
        now = datetime.fromtimestamp(settings.clock(), UTC)
        self._factory: Final = ItemFactory(self._random, settings.seed, self._pools, now)

    def fill(self) -> None:
        """Add all items; the same settings and the same time give the same items."""
        self._add_examples()
        for resource in self._relations.in_order():
            self._add_referenced(resource)
        for resource in self._relations.in_order():
            self._add_more(resource)
            for name in self._quoted_members(resource):
                self._pools[name] = list(self._store.all(resource.name).values())

    # ------------------------------------------------------------ examples

    def _add_examples(self) -> None:
        for resource in self._repository.resources.values():
            for item in self._behavior.of_resource(resource.name).items:
                self._add(resource, self._repository.coercer.create(resource.schema, item))
        for action in self._actions:
            owner = action.resource
            if owner is not None and (action.role in _READING or not self._store.count(owner.name)):
                for item in self._example_items(action, owner):
                    self._add(owner, item)
        for resource in self._repository.resources.values():
            for example in examples_of(resource.schema) if not resource.singleton else ():
                if isinstance(example, dict) and _is_complete(resource, example):
                    self._add(resource, example)

    def _example_items(self, action: ResourceOperation, resource: Resource) -> Iterator[Item]:
        """Yield the items in the examples of an operation, with the values of its path's examples."""
        payload = action.payload
        if payload is None:
            return
        from_path: Item = {}
        for name, value in _path_examples(action):
            from_path.setdefault(action.links[name], value)
        has_own_schema = content(payload.schema).pointer == resource.schema.pointer
        for body in _example_bodies(action):
            found = get_pointer(body, payload.pointer)
            for example in as_list(None if isinstance(found, Missing) else found):
                if isinstance(example, dict) and _is_complete(resource, example):
                    additional = {name: value for name, value in example.items() if name not in resource.members}
                    item = self._repository.coercer.create(resource.schema, example)
                    item = {**additional, **item} if has_own_schema else item
                    yield {**item, **from_path} if resource.singleton else {**from_path, **item}

    def _add(self, resource: Resource, item: Item) -> None:
        """Store an item that has everything its key consists of and violates nothing unique."""
        names = resource.key_members
        if any(item.get(name) is None for name in names[:-1]) or (resource.id and item.get(resource.id) is None):
            return
        if names and item.get(names[-1]) is None:
            item = {**item, names[-1]: str(self._repository.next_serial(resource.name))}
        exists = self._store.get(resource.name, self._repository.key(resource, item)) is not None
        rules = self._behavior.of_resource(resource.name).unique
        if not exists and not any(rule.duplicates(item, resource, self._repository) for rule in rules):
            self._repository.put(resource, item)

    # ------------------------------------------------------------ referenced items

    def _add_referenced(self, resource: Resource) -> None:
        """Add the items that examples refer to and the document does not show."""
        reading = [action for action in self._actions if action.resource is resource and action.role is Role.READ]
        for action in reading if len(resource.parameters) == 1 else ():
            for _, value in _path_examples(action):
                self._ensure(resource, value, {})
        for item in list(self._store.all(resource.name).values()):
            for name, target in self._relations.references(resource):
                value = item.get(name)
                shared = {other: item[other] for other, _ in self._relations.references(target) if other in item}
                for each in as_list(value):
                    self._ensure(target, each, shared)

    def _ensure(self, resource: Resource, value: Json, shared: Item) -> None:
        """Add an item with an id, unless there is one or the value cannot be an id."""
        if resource.id is None or resource.singleton or value is None:
            return
        fits = self._repository.coercer.fits(resource.members[resource.id].schema, value)
        if fits and not self._repository.find(resource, {resource.id: value}):
            self._add_similar(resource, {**shared, resource.id: value})

    # ------------------------------------------------------------ more items

    def _add_more(self, resource: Resource) -> None:
        """Add as many items as there should be, if that many can be told apart."""
        wanted, make = self._wanted(resource), self._behavior.of_resource(resource.name).seed
        own_random = Random(self._settings.seed)  # noqa: S311 -- examples, not secrets
        for number in range(1, wanted * 2 + 1):
            if self._store.count(resource.name) >= wanted:
                break
            values = make(number, own_random) if make is not None else {}
            self._add_similar(resource, values)

    def _wanted(self, resource: Resource) -> int:
        count = self._behavior.of_resource(resource.name).count
        if not self._settings.items:
            return 0
        if count is not None:
            return count
        actions = [action for action in self._actions if action.resource is resource]
        if resource.singleton or not any(action.role in _READING for action in actions):
            return 0
        paged = any(is_paged(action.operation) for action in actions if action.role is Role.LIST)
        return self._settings.items if paged else min(_FEW, self._settings.items)

    def _add_similar(self, resource: Resource, values: Item) -> None:
        """Add an item that resembles the first one, if it can be told apart."""
        chosen = self._relations.choose(resource, values, self._random)
        if chosen is None:
            return
        fixed = {
            name: self._repository.coercer.fit(resource.members[name].schema, value)
            if name in resource.members
            else value
            for name, value in chosen.items()
        }
        example = next(iter(self._store.all(resource.name).values()), None) or sample(resource.schema)
        members = example.items() if isinstance(example, dict) else ()
        is_closed = bool(resource.members) and not is_open(resource.schema)
        known = {name: value for name, value in members if name in resource.members or not is_closed}
        item = self._factory.resembling(known, resource.schema, self._store.count(resource.name) + 1, fixed)
        names = resource.key_members
        if names and names[-1] not in fixed and not resource.singleton:
            item[names[-1]] = None
        item = self._relations.adjust_nested(item, self._random)
        self._add(resource, self._repository.with_id(resource, item, self._random))

    def _quoted_members(self, resource: Resource) -> Iterator[str]:
        """Yield the members by which other items quote those of a resource: unique ones that are not names."""
        for rule in self._behavior.of_resource(resource.name).unique:
            last = rule.members[-1]
            if last in resource.members and not last.lower().endswith(("name", "id")):
                yield last


def _path_examples(action: ResourceOperation) -> Iterator[tuple[str, Json]]:
    """Yield names and example values of path parameters."""
    for parameter in action.operation.parameters:
        if parameter.location is ir.Location.PATH and parameter.pointer:
            node = action.operation.document.at(parameter.pointer)
            yield from ((parameter.name, example) for example in documented_examples(node))


def _example_bodies(action: ResourceOperation) -> Iterator[Json]:
    """Yield the documented bodies of a success, or one made of the examples of members if the id has one."""
    for media in action.operation.response_bodies(action.operation.success).values():
        bodies, schema = documented_examples(media), media.get("schema")
        yield from bodies
        if schema is not None and not bodies and action.resource is not None and action.payload is not None:
            member = members_of(action.payload.schema).get(action.resource.id or "")
            if member is not None and ("example" in member.schema or "examples" in member.schema):
                yield sample(schema)


def _is_complete(resource: Resource, item: Item) -> bool:
    """Whether an item has every member that the resource requires."""
    return all(name in item for name, member in resource.members.items() if member.required and not member.write_only)


# ---------------------------------------------------------------- relations


class Relations:
    """The relations between the resources of one API, inferred from paths and the names of members."""

    def __init__(self, repository: Repository) -> None:
        self._repository: Final = repository
        self._resources: Final = repository.resources
        by_path = {shape_of(resource.path): resource for resource in self._resources.values()}
        self._parents: Final[dict[str, Resource | None]] = {}
        for name, resource in self._resources.items():
            above = (by_path.get(shape_of(path)) for path in reversed(parent_paths(resource.path)))
            self._parents[name] = next(filter(None, above), None)
        self._references: Final = {
            resource.name: list(self._find_references(resource)) for resource in self._resources.values()
        }

    def references(self, resource: Resource) -> list[tuple[str, Resource]]:
        """Return the members with ids, or lists of ids, of other resources."""
        return self._references[resource.name]

    def in_order(self) -> list[Resource]:
        """Return the resources, each after its parent and those it refers to."""
        ordered: list[Resource] = []

        def visit(resource: Resource, path: frozenset[str]) -> None:
            if resource in ordered or resource.name in path:
                return
            parent = self._parents[resource.name]
            for target in (*((parent,) if parent else ()), *(target for _, target in self.references(resource))):
                visit(target, path | {resource.name})
            ordered.append(resource)

        for resource in self._resources.values():
            visit(resource, frozenset())
        return ordered

    def choose(self, resource: Resource, values: Item, random: Random) -> Item | None:
        """Return the values of a new item with references that agree, None where nothing is left to refer to."""
        chosen = dict(values)
        parent_resource = self._parents[resource.name]
        if parent_resource is not None:
            parents = self._candidates(parent_resource, chosen)
            if not parents:
                return None
            parent = _pick(parents, random)
            key = self._repository.key(parent_resource, parent)
            keys = zip(resource.key_members, key, strict=False)
            chosen = {**self._shared(parent_resource, parent, resource), **dict(keys), **chosen}
        if resource.id is not None and resource.id not in chosen:
            owner = referenced_resource(resource.id, self._resources)
            if owner is not None and owner is not resource and owner.id is not None:  # one item for each owner
                free = [
                    item
                    for item in self._candidates(owner, chosen)
                    if not self._exists(resource, {**chosen, resource.id: item[owner.id]})
                ]
                if not free:
                    return None
                chosen[resource.id] = random.choice(free)[owner.id]
        for name, target in self.references(resource):
            candidates = self._candidates(target, chosen) if name not in chosen else []
            if candidates and target.id is not None and element_of(resource.members[name].schema) is None:
                item = _pick(candidates, random)
                chosen = {**self._shared(target, item, resource), **chosen, name: item[target.id]}
        return chosen

    def adjust_nested(self, item: Item, random: Random) -> Item:
        """Return an item whose parts, such as entries of a list, refer to items that agree with its own references.

        Without such an item, a part has no reference.
        """

        def adjust(value: Json) -> Json:
            if isinstance(value, list):
                return [adjust(each) for each in value]
            if not isinstance(value, dict):
                return value
            adjusted = {name: adjust(member) for name, member in value.items()}
            for name in value:
                target = referenced_resource(name, self._resources)
                if target is None or target.id is None or value[name] is None:
                    continue
                ids = [candidate[target.id] for candidate in self._candidates(target, item)]
                if not ids:
                    del adjusted[name]
                elif value[name] not in ids:
                    adjusted[name] = random.choice(ids)
            return adjusted

        return {name: adjust(value) if isinstance(value, dict | list) else value for name, value in item.items()}

    def _find_references(self, resource: Resource) -> Iterator[tuple[str, Resource]]:
        for name in resource.members:
            singular = name.removesuffix("s") if name.endswith("Ids") else name
            target = referenced_resource(singular, self._resources)
            if target is not None and target is not resource and name != resource.id:
                yield name, target

    def _exists(self, resource: Resource, item: Item) -> bool:
        return self._repository.store.get(resource.name, self._repository.key(resource, item)) is not None

    def _candidates(self, resource: Resource, chosen: Item) -> list[Item]:
        """Return the items that do not contradict the chosen values."""
        names = {name for name, _ in self.references(resource)} & chosen.keys()
        items = self._repository.store.all(resource.name).values()
        return [item for item in items if all(item.get(name, chosen[name]) == chosen[name] for name in names)]

    def _shared(self, target: Resource, item: Item, resource: Resource) -> dict[str, Json]:
        """Return the references of an item that items referring to it have as well."""
        names = [name for name, _ in self.references(target) if name in item and name in resource.members]
        return {name: item[name] for name in names if not isinstance(item[name], list)}


def _pick(items: list[Item], random: Random) -> Item:
    return items[0] if random.random() < _FIRST_PARENT_SHARE else random.choice(items)
