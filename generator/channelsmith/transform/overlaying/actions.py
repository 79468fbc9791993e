"""An overlay document to its actions, with everything wrong with its form told at once."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document, Node, did_you_mean, kind_of
from channelsmith.transform.overlaying import Action

_VERSION = re.compile(r"1\.[01]\.[0-9]+")
_NOT_BESIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
_RULE = "overlay"


@dataclass(frozen=True, slots=True)
class _Field:
    type: type
    wanted: str
    required: bool = False


_TEXT = _Field(str, "a string")
_REQUIRED_TEXT = _Field(str, "a string", required=True)

_OVERLAY: Mapping[str, _Field] = {
    "overlay": _REQUIRED_TEXT,
    "info": _Field(dict, "a mapping", required=True),
    "extends": _TEXT,
    "actions": _Field(list, "a list", required=True),
}
_INFO: Mapping[str, _Field] = {"title": _REQUIRED_TEXT, "version": _REQUIRED_TEXT, "description": _TEXT}
_ACTION: Mapping[str, _Field] = {
    "target": _REQUIRED_TEXT,
    "description": _TEXT,
    "update": _Field(object, "anything"),
    "copy": _TEXT,
    "remove": _Field(bool, "true or false"),
}


def read(overlay: Document, target: Path) -> tuple[Action, ...]:
    """The actions of an overlay document (Overlay Specification 1.0 or 1.1), in their order.

    Args:
        overlay: the document.
        target: the file it will be applied to; ``extends``, where it is a relative path, has to name it. What other
            addresses lead to is not known without a network, so they are not looked at.

    Raises:
        UnusableInput: it is no overlay, of another version, or not as the specification wants it; every problem.
    """
    problems = tuple(_problems(overlay.root, target))
    if problems:
        raise UnusableInput(*problems)
    return tuple(_action(node) for node in overlay.root["actions"].elements())


def _action(node: Node) -> Action:
    if node.flag("remove"):  # which leaves the others without effect, says the specification
        return Action(node["target"], remove=True)
    return Action(node["target"], node.get("update"), node.get("copy"))


def _problems(root: Node, target: Path) -> Iterator[Diagnostic]:
    if "overlay" not in root:
        what = "this is an OpenAPI document, not an overlay" if "openapi" in root else "this is no overlay"
        yield root.problem(what, rule=_RULE, hint="an overlay starts with 'overlay: 1.1.0'")
        return
    version = root["overlay"]
    if not isinstance(version.value, str) or not _VERSION.fullmatch(version.value):
        said = version.value if isinstance(version.value, str | int | float) else kind_of(version.value)
        yield version.problem(f"Overlay {said} is not supported", rule=_RULE, hint="1.0.0 and 1.1.0 can be read")
        return
    yield from _form(root, "an overlay", _OVERLAY)
    if (info := root.get("info")) is not None and info.is_mapping:
        yield from _form(info, "the info of an overlay", _INFO)
    if (actions := root.get("actions")) is not None and actions.is_list:
        yield from _action_problems(actions, allows_copy=not version.value.startswith("1.0."))
    if (extends := root.get("extends")) is not None and isinstance(extends.value, str):
        yield from _other_document(extends, extends.value, target)


def _form(node: Node, what: str, fields: Mapping[str, _Field]) -> Iterator[Diagnostic]:
    if not node.is_mapping:
        yield node.problem(f"{what} is a mapping, not {kind_of(node.value)}", rule=_RULE)
        return
    for key, member in node.items():
        if key.startswith("x-"):
            continue
        if key not in fields:
            hint = did_you_mean(key, dict.fromkeys(fields)) or f"there are: {', '.join(fields)}"
            yield member.problem(f"{what} has no field {key!r}", rule=_RULE, hint=hint)
        elif not isinstance(member.value, fields[key].type):
            hint = "put it in quotes" if fields[key].type is str and isinstance(member.value, int | float) else ""
            message = f"{key!r} is {kind_of(member.value)}, not {fields[key].wanted}"
            yield member.problem(message, rule=_RULE, hint=hint)
    for key, field in fields.items():
        if field.required and key not in node:
            yield node.problem(f"{what} needs {key!r}, {field.wanted}", rule=_RULE)


def _action_problems(actions: Node, *, allows_copy: bool) -> Iterator[Diagnostic]:
    if not actions.value:
        yield actions.problem("an overlay needs at least one action", rule=_RULE)
    first: dict[str, Node] = {}
    for action in actions.elements():
        yield from _form(action, "an action", _ACTION)
        for key in ("target", "copy"):
            path = action.get(key)
            if path is not None and isinstance(path.value, str) and not path.value.startswith("$"):
                message = f"{path.value!r} does not start with '$', the root of the document"
                yield path.problem(message, rule=_RULE, hint="for example $.paths['/orders'].get")
        if "copy" in action and not allows_copy:
            yield action["copy"].problem("'copy' is of version 1.1", rule=_RULE, hint="start with 'overlay: 1.1.0'")
        elif "copy" in action and "update" in action and not action.get("remove"):
            yield action["copy"].problem("an action has one of 'copy' and 'update'", rule=_RULE, hint="make it two")
        earlier = first.setdefault(json.dumps(action.value, sort_keys=True), action)
        if earlier is not action:
            yield action.problem(f"the same action stands at {earlier.location}", rule=_RULE, hint="leave one out")


def _other_document(extends: Node, reference: str, target: Path) -> Iterator[Diagnostic]:
    if _NOT_BESIDE.match(reference):
        return
    path = extends.document.files[0].parent / unquote(reference.partition("#")[0])
    try:
        matches = path.resolve() == target.resolve()
    except (OSError, RuntimeError, ValueError):  # a circle of links, or a NUL in the name
        matches = False
    if not matches:
        message = f"the overlay is made for {reference!r}, not for '{target}'"
        yield extends.problem(message, rule=_RULE, hint="leave 'extends' out to apply it to any document")
