"""Relations between resources: which members refer to which resource, and values that have to agree."""

from collections.abc import Iterator
from random import Random
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.state.repository import Repository
from channelsmith.sandbox.state.resources import Resource, parent_paths, referenced_resource, shape_of
from channelsmith.sandbox.state.schema_view import element_of
from channelsmith.sandbox.state.store import Item

_FIRST_PARENT_SHARE: Final = 0.6
"""The share of items that belong to the first possible parent, so that it has enough of them to page through."""


class Relations:
    """The relations between the resources of one API, inferred from paths and the names of members."""

    def __init__(self, repository: Repository) -> None:
        self._repository: Final = repository
        self._resources: Final = repository.resources
        by_path = {shape_of(resource.path): resource for resource in self._resources.values()}
        self._parents: Final = {
            resource.name: next(
                (
                    by_path[shape]
                    for path in reversed(parent_paths(resource.path))
                    if (shape := shape_of(path)) in by_path
                ),
                None,
            )
            for resource in self._resources.values()
        }
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
