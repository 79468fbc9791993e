"""The items a document shows in its examples."""

from collections.abc import Iterator

from channelsmith.document import Json
from channelsmith.sandbox.bodies import look
from channelsmith.sandbox.examples import sample, shown
from channelsmith.sandbox.state.forms import Forms
from channelsmith.sandbox.state.kinds import Kind, Plan
from channelsmith.sandbox.state.shapes import Shapes, content
from channelsmith.sandbox.state.store import Item


def shown_items(plan: Plan, shapes: Shapes, forms: Forms) -> Iterator[Item]:
    """The items in the examples of an operation, with what the examples of its path say of them."""
    kind, place = plan.kind, plan.place
    if kind is None or place is None:
        return
    around = {plan.links[name]: value for name, value in path_examples(plan) if name in plan.links}
    for body in _bodies(plan, shapes):
        found = look(body, place.pointer)
        for each in found if isinstance(found, list) else [found]:
            if isinstance(each, dict) and is_whole(kind, each):
                same_form = content(place.schema).pointer == kind.schema.pointer
                own = {name: value for name, value in each.items() if name not in kind.members and same_form}
                item = {**own, **forms.made(kind.schema, each)}
                yield {**item, **around} if kind.single else {**around, **item}


def own_examples(kind: Kind) -> Iterator[Item]:
    """The examples of the schema of a kind."""
    one, several = kind.schema.get("example"), kind.schema.get("examples")
    for node in (*((one,) if one is not None else ()), *(several.elements() if several is not None else ())):
        if isinstance(node.value, dict) and is_whole(kind, node.value):
            yield node.value


def path_examples(plan: Plan) -> Iterator[tuple[str, Json]]:
    """The examples of path parameters."""
    for parameter in plan.operation.parameters:
        if parameter.location == "path" and parameter.pointer:
            node, schema = plan.operation.document.at(parameter.pointer), plan.operation.schema(parameter)
            found = node.get("example") or (schema.resolve().get("example") if schema is not None else None)
            named = node.get("examples")
            if found is not None:
                yield parameter.name, found.value
            for _, each in named.items() if found is None and named is not None else ():
                if "value" in each.resolve():
                    yield parameter.name, each.resolve()["value"].value


def is_whole(kind: Kind, item: Item) -> bool:
    """Whether an item has everything that those of its kind have."""
    return all(name in item for name, each in kind.members.items() if each.required and not each.write_only)


def _bodies(plan: Plan, shapes: Shapes) -> Iterator[Json]:
    """The bodies the document shows for a success; one made of the examples of members where ids have such."""
    for media in plan.operation.response_bodies(plan.operation.success).values():
        yield from shown(media)
        schema = media.get("schema")
        if schema is not None and not shown(media) and plan.kind is not None and plan.place is not None:
            member = shapes.members(plan.place.schema).get(plan.kind.id or "")
            if member is not None and ("example" in member.schema or "examples" in member.schema):
                yield sample(schema)
