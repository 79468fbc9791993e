"""Names into a names file."""

import json
from collections.abc import Callable, Mapping

from channelsmith import ir
from channelsmith.naming.names import Names
from channelsmith.naming.names_file.values import spelled
from channelsmith.naming.stable_id import request_line


def write(
    names: Names, api: ir.Api, identity: Callable[[str], str], extras: Mapping[tuple[str, str], str] | None = None
) -> str:
    """The text of the names file: sorted, two spaces of indentation, ASCII only, a final newline.

    Args:
        names: what everything is called.
        api: everything.
        identity: what is recognised by it in the next run.
        extras: further methods, by operation and role.
    """
    by_operation: dict[str, dict[str, str]] = {}
    for (pointer, role), word in (extras or {}).items():
        by_operation.setdefault(pointer, {})[role] = word
    arguments: dict[str, dict[str, dict[str, str]]] = {}
    for (pointer, location, wire), word in names.arguments.items():
        arguments.setdefault(pointer, {}).setdefault(location, {})[wire] = word
    said = {
        "constructor": _kept({"credentials": dict(names.credentials), "variables": dict(names.variables)}),
        "operations": {
            request_line(each): _kept(
                {
                    "operationId": each.id,
                    "resource": ".".join(names.resources[each.pointer]),
                    "method": names.methods[each.pointer],
                    "extras": by_operation.get(each.pointer, {}),
                    "arguments": arguments.get(each.pointer, {}),
                }
            )
            for each in api.operations
        },
        "resources": {
            ".".join(path): {"module": module, "class": names.resource_classes[path]}
            for path, module in names.modules.items()
        },
        "schemas": {identity(each.pointer): _schema(each, names) for each in api.schemas},
    }
    return json.dumps(said, indent=2, sort_keys=True) + "\n"


def _schema(schema: ir.Schema, names: Names) -> dict[str, object]:
    pointer = schema.pointer
    word = names.classes[pointer]
    match schema:
        case ir.ObjectSchema(properties=properties):
            return {
                "class": word,
                "attributes": {each.name: names.attributes[pointer, each.name] for each in properties},
            }
        case ir.EnumSchema(values=values):
            keys = spelled(values).items()
            return {"class": word, "members": {key: names.members[pointer, value] for key, value in keys}}
        case ir.AliasSchema():
            return {"class": word}


def _kept(members: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in members.items() if value}
