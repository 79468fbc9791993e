"""The x- vocabulary: each extension has its form, stands where it may, and names only what exists."""

from collections.abc import Iterator
from functools import cache

import jsonschema_rs

from channelsmith import pointer as pointers
from channelsmith.document import Node
from channelsmith.rules import links
from channelsmith.rules.errors import explain
from channelsmith.rules.finding import Finding, Survey
from channelsmith.vocabulary import HOLDERS, schema_of


def misfits(survey: Survey) -> Iterator[Finding]:
    """Extensions of the vocabulary that have another form, or stand on something they say nothing about."""
    for kind, holder, name, node in _extensions(survey):
        if kind not in HOLDERS[name]:
            allowed = (
                " or ".join(sorted(HOLDERS[name])) if len(HOLDERS[name]) < len(max(HOLDERS.values(), key=len)) else ""
            )
            hint = f"it belongs on a {allowed}" if allowed else "put it on the element it speaks of"
            yield Finding(node, f"{name} has no meaning on {holder.key!r}, which is no object it can stand on", hint)
        for error in _validator(name).iter_errors(node.value):
            for told in explain(error):
                place = holder.document.at(pointers.join(node.pointer, *told.tokens))
                yield Finding(place, f"{name}: {told.message.replace('the document', 'it')}", told.hint)


def dangling(survey: Survey) -> Iterator[Finding]:
    """Operations, parameters, members and states that an extension names and the document does not have."""
    for _, holder, name, node in _extensions(survey):
        if name in links.CHECKS and _validator(name).is_valid(node.value):
            yield from links.CHECKS[name](survey, holder, node)


def _extensions(survey: Survey) -> Iterator[tuple[str, Node, str, Node]]:
    """Kind of holder, holder, name and value of each extension that is ours."""
    for kind, holder in survey.all:
        if isinstance(holder.value, dict) and kind[0] not in "{[":
            for key in holder.value:
                if key in HOLDERS:
                    yield kind, holder, key, holder[key]


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(schema_of(name), offline=True)
