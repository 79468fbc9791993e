"""The x- vocabulary: each extension has its form, stands where it may, and names only what exists."""

from collections.abc import Iterator

from channelsmith.document import Node
from channelsmith.lint.rules import links
from channelsmith.lint.rules.errors import explain, nearest
from channelsmith.lint.rules.finding import Finding, LintContext
from channelsmith.lint.vocabulary import HOLDERS, validator_of

_SOURCE = "x-source"


def misplaced(survey: LintContext) -> Iterator[Finding]:
    """Extensions of the vocabulary on an object they say nothing about."""
    for kind, _, name, node in _extensions(survey):
        if kind not in HOLDERS[name]:
            hint = f"it belongs on: {', '.join(sorted(HOLDERS[name]))}"
            yield Finding(node, f"{name} has no meaning on an object of the kind '{kind}'", hint)


def misfits(survey: LintContext) -> Iterator[Finding]:
    """Extensions of the vocabulary that do not have their form, in a document that uses the vocabulary."""
    if _SOURCE in survey.document.root:
        yield from _misfits(survey)


def namesakes(survey: LintContext) -> Iterator[Finding]:
    """The same in a document of somebody else's, where the word may mean another thing; it is ignored then."""
    if _SOURCE not in survey.document.root:
        yield from _misfits(survey)


def _misfits(survey: LintContext) -> Iterator[Finding]:
    for _, _, name, node in _extensions(survey):
        for error in validator_of(name).iter_errors(node.value):
            for told in explain(error):
                message = told.message.replace("the document", "it")
                yield Finding(nearest(node, told.tokens), f"{name}: {message}", told.hint)


def dangling(survey: LintContext) -> Iterator[Finding]:
    """Operations, parameters, members and states that an extension names and the document does not have."""
    for _, holder, name, node in _extensions(survey):
        if name in links.CHECKS and validator_of(name).is_valid(node.value):
            yield from links.CHECKS[name](survey, holder, node)


def _extensions(survey: LintContext) -> Iterator[tuple[str, Node, str, Node]]:
    """Kind of holder, holder, name and value of each extension that is ours."""
    for kind, holder in survey.all:
        if isinstance(holder.value, dict) and kind[0] not in "{[":
            for key in holder.value:
                if key in HOLDERS:
                    yield kind, holder, key, holder[key]
