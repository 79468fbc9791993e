"""Infer the resources of an API, and what each operation does with them, from paths, methods and schemas."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Node
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schema_view import content, members_of, normalize
from channelsmith.sandbox.state.behavior import Behavior
from channelsmith.sandbox.state.lists import is_paged
from channelsmith.sandbox.state.resources import (
    HIDDEN,
    Payload,
    Resource,
    ResourceModel,
    ResourceOperation,
    Role,
    ends_in_parameter,
    find_payload,
    id_member,
    link,
    literals,
    noun_of,
    parent_paths,
    path_parameters,
    request_schema,
    segments,
    shape_of,
)

_ROLES: Final = {
    "GET": Role.READ,
    "HEAD": Role.READ,
    "PUT": Role.REPLACE,
    "PATCH": Role.UPDATE,
    "POST": Role.UPDATE,
    "DELETE": Role.DELETE,
}
"""What an operation does whose path addresses one item, by its method."""


def infer_model(operations: tuple[Operation, ...], behavior: Behavior) -> ResourceModel:
    """Return the resources of an API and what its operations do with them: what the behaviour declares, or inferred.

    Raises:
        UnusableInput: the behaviour names a resource that the API does not have.
    """
    resources = _Resources(operations)
    inferred = {operation.id: _infer_operation(operation, resources, behavior) for operation in operations}
    created = {each.resource.name for each in inferred.values() if each.resource and each.role is Role.CREATE}
    used = {each.resource.name for each in inferred.values() if each.resource}
    return ResourceModel(
        {resource.name: resource for resource in resources.all if resource.name in used},
        {
            name: replace(each, only_writer=each.resource is not None and each.resource.name not in created)
            for name, each in inferred.items()
        },
    )


@dataclass(frozen=True, slots=True)
class _Path:
    """The operations of one path by method, and the payload of each one's success."""

    path: str
    operations: Mapping[str, Operation]
    payloads: Mapping[str, Payload]

    def payload(self, *methods: str) -> Payload | None:
        return next((self.payloads[method] for method in methods if method in self.payloads), None)


class _Resources:
    """The resources of an API: first those whose items have paths, then lists and singletons."""

    def __init__(self, operations: tuple[Operation, ...]) -> None:
        by_path: dict[str, dict[str, Operation]] = {}
        for operation in operations:
            by_path.setdefault(operation.path, {})[operation.method] = operation
        self._shapes: Final = {shape_of(path) for path in by_path}
        self.paths: Final = {path: self._read_path(path, methods) for path, methods in by_path.items()}
        self.all: Final = list[Resource]()
        item_paths = [path for path in self.paths.values() if ends_in_parameter(path.path)]
        for path in sorted(item_paths, key=self._rank):
            if resource := self._item_resource(path):
                self.all.append(resource)
        for path in self.paths.values():
            if not ends_in_parameter(path.path) and (resource := self._other_resource(path)):
                self.all.append(resource)

    def of_schema(self, schema: Node) -> Resource | None:
        """Return the resource with a schema, if that is one of the document's components."""
        pointer = content(schema).pointer
        if not pointer.startswith("/components/schemas/"):
            return None
        return next((resource for resource in self.all if resource.schema.pointer == pointer), None)

    def at(self, path: str) -> Resource | None:
        """Return the resource whose items a path addresses."""
        return next((resource for resource in self.all if shape_of(resource.path) == shape_of(path)), None)

    def listed_at(self, path: str) -> Resource | None:
        """Return the resource whose items a path lists and creates."""
        return self.at(f"{path.rstrip('/')}/{{}}")

    def _read_path(self, path: str, operations: Mapping[str, Operation]) -> _Path:
        many = not ends_in_parameter(path) and not self._is_singleton(path, operations)
        payloads = {
            method: find_payload(operation, noun=noun_of(path), listing=many and method in {"GET", "POST", "QUERY"})
            for method, operation in operations.items()
        }
        return _Path(path, operations, {method: payload for method, payload in payloads.items() if payload})

    def _is_singleton(self, path: str, operations: Mapping[str, Operation]) -> bool:
        """Whether a path is read and replaced as a whole, with nothing to create and no items below."""
        replaced = "GET" in operations and "POST" not in operations and bool(operations.keys() & {"PUT", "PATCH"})
        return replaced and f"{shape_of(path)}/{{}}" not in self._shapes

    def _rank(self, path: _Path) -> tuple[bool, bool, int, int]:
        """Sort paths whose collection creates and lists items first: those are the primary ones."""
        collection = self.paths.get(_collection_path(path.path))
        methods = collection.operations if collection is not None else dict[str, Operation]()
        return ("POST" not in methods, "GET" not in methods, -len(path.operations), len(path.path))

    def _item_resource(self, path: _Path) -> Resource | None:
        """Return the resource whose items a path addresses, unless another path does already."""
        collection = self.paths.get(_collection_path(path.path))
        payload = path.payload("GET", "PUT", "PATCH", "POST", "DELETE")
        if collection is not None and (payload is None or payload.many):
            payload = collection.payload("GET", "POST")
        if payload is None or (payload.many and collection is None):
            return None
        creates = "PUT" in path.operations or (collection is not None and "POST" in collection.operations)
        if self.of_schema(payload.schema) is not None and not creates:
            return None
        return self._resource(path.path, payload.schema)

    def _other_resource(self, path: _Path) -> Resource | None:
        """Return a list whose items have no path, a singleton, or the items that a POST echoes."""
        got, posted = path.payloads.get("GET"), path.payloads.get("POST")
        if self.listed_at(path.path) is not None:
            return None
        below = any(self.at(parent) for parent in parent_paths(path.path))
        if got is not None and got.many:
            kept = below or posted is not None or _is_selectable(path.operations["GET"], got)
            return self._resource(path.path, got.schema) if kept and not self.of_schema(got.schema) else None
        replaced = path.operations.keys() & {"PUT", "PATCH"}
        if got is not None and (replaced or (below and "POST" not in path.operations)):
            return None if self.of_schema(got.schema) else self._resource(path.path, got.schema, singleton=True)
        if posted is not None and not posted.many and not self.of_schema(posted.schema):
            sent = request_schema(path.operations["POST"])
            echoed = members_of(sent).keys() & members_of(posted.schema).keys() if sent is not None else ()
            return self._resource(path.path, posted.schema) if echoed else None
        return None

    def _resource(self, path: str, schema: Node, *, singleton: bool = False) -> Resource:
        members, parameters, noun = members_of(schema), path_parameters(path), noun_of(path)
        key: str | None = None
        if ends_in_parameter(path):
            key = id_member(parameters[-1], noun, members)
        elif not singleton:
            key = next((name for name in members if normalize(name) in {"id", "uuid"}), None)
        return Resource(self._name(path), noun, content(schema), members, path, parameters, key, singleton)

    def _name(self, path: str) -> str:
        """Return as few literal segments as are needed for a unique name."""
        names = literals(path) or ("items",)
        short = ".".join([*(noun_of(parent) for parent in parent_paths(path)), names[-1]])
        taken = {resource.name for resource in self.all}
        candidates = (name for name in (short, ".".join(names)) if name not in taken)
        return next(candidates, path.strip("/"))


def _collection_path(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0]


def _is_selectable(operation: Operation, payload: Payload) -> bool:
    """Whether the items of a read-only list have ids or come in pages."""
    return bool({normalize(name) for name in members_of(payload.schema)} & {"id", "uuid"}) or is_paged(operation)


# ---------------------------------------------------------------- operations


def _infer_operation(operation: Operation, resources: _Resources, behavior: Behavior) -> ResourceOperation:
    role, resource, reason = _guess(resources.paths[operation.path], operation, resources)
    options = behavior.options(operation.id)
    if options.role:
        role, reason = Role(options.role), ""
    if options.resource:
        known = {each.name: each for each in resources.all}
        if options.resource not in known:
            raise UnusableInput(behavior.unknown("resource", options.resource, known))
        resource = known[options.resource]
    if resource is None and role is not Role.EXAMPLE:
        raise UnusableInput(behavior.problem(f"{operation.id} has a role but no resource", "add: resource=NAME"))
    path = operation.path
    parents = (
        (parent, path_parameters(prefix))
        for prefix in parent_paths(path)
        if (parent := resources.at(prefix)) is not None
        and (parent is not resource or parent.path.count("{") < path.count("{"))
    )
    return ResourceOperation(
        operation,
        role,
        resource,
        find_payload(
            operation, noun=resource.noun if resource is not None else noun_of(path), listing=role is Role.LIST
        ),
        tuple(parents),
        {name: _link(path, name, resource) for name in path_parameters(path)},
        id_in_body=resource is not None
        and role in {Role.REPLACE, Role.UPDATE}
        and resources.listed_at(path) is resource,
        reason=reason,
    )


def _guess(path: _Path, operation: Operation, resources: _Resources) -> tuple[Role, Resource | None, str]:
    """Return role and resource of an operation, and why it only answers with an example."""
    method, payload = operation.method, path.payloads.get(operation.method)
    resource = resources.at(path.path)
    if resource is not None and (resource.singleton or ends_in_parameter(path.path)) and method in _ROLES:
        return _ROLES[method], resource, ""
    resource = resource or resources.listed_at(path.path)
    same = resources.of_schema(payload.schema) if payload is not None else None
    if payload is not None and payload.many:
        listed = same or resource
        reads = method in {"GET", "QUERY"} or (method == "POST" and resource is None)
        if listed is None or not reads:
            return Role.EXAMPLE, None, "the items of its list have no ids and no pages"
        return Role.LIST, listed, ""
    if method == "POST" and resource is not None:
        return Role.CREATE, resource, ""
    if resource is not None and same is resource and method in {"PUT", "PATCH"}:
        return _ROLES[method], resource, ""
    return _guess_by_response(path, operation, same, resources)


def _guess_by_response(
    path: _Path, operation: Operation, resource: Resource | None, resources: _Resources
) -> tuple[Role, Resource | None, str]:
    """Return role and resource of an operation that is at no resource's path but may return its items."""
    if resource is None:
        return Role.EXAMPLE, None, "neither its path nor its response belongs to a resource"
    if resources.at(_collection_path(path.path)) is resource and operation.method in {"PUT", "POST", "PATCH"}:
        return Role.UPDATE, resource, ""
    if operation.method == "POST":
        return Role.CREATE, resource, ""
    if operation.method == "GET" and ends_in_parameter(path.path):
        name = path_parameters(path.path)[-1]
        is_id = normalize(name) in {"id", f"{normalize(resource.noun)}id"}
        if is_id or link(name, resource.noun, resource.members):
            return Role.READ, resource, ""
    return Role.EXAMPLE, None, "its path does not identify an item"


def _link(path: str, parameter: str, resource: Resource | None) -> str:
    """Return the member, possibly hidden, with the value of a path parameter."""
    hidden = f"{HIDDEN}{parameter}"
    if resource is None:
        return hidden
    if ends_in_parameter(path) and path_parameters(path)[-1] == parameter and resource.id:
        return link(parameter, resource.noun, resource.members) or resource.id
    prefix = next((each for each in parent_paths(path) if f"{{{parameter}}}" in segments(each)[-1]), "")
    if resource.id and shape_of(prefix) == shape_of(resource.path):
        return resource.id
    return link(parameter, noun_of(prefix) if prefix else "", resource.members) or hidden
