"""Overlays (Overlay Specification 1.0 and 1.1): corrections to a document that leave its files alone.

Version 1.1 allows all that 1.0 does and says more exactly what happens, so both are read by its rules, but for one: a
target that selects nothing is an error here, since the correction would be lost without a word.
"""

from collections.abc import Sequence
from pathlib import Path

from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Document, Json, Node
from channelsmith.document.load import load_document
from channelsmith.document.parsing import MAX_DEPTH
from channelsmith.transform.overlaying import Action
from channelsmith.transform.overlaying.actions import read
from channelsmith.transform.overlaying.draft import Draft, MismatchError, Part, written
from channelsmith.transform.overlaying.targets import LIMIT, Location, find

MAX_REPEATED = 250_000
"""Most values that actions may bring in beyond those written in the overlays: by many targets, and by copying."""

_RULE = "overlay-merge"


def apply_overlays(document: Document, overlays: Sequence[Path]) -> Document:
    """The document with the actions of the overlays carried out, one after the other.

    Args:
        document: a bundled document; it stays as it is.
        overlays: YAML or JSON files, applied in this order.

    Returns:
        A document whose parts keep the places they had, or have those in the overlay that brought them in; ``files``
        lists the overlays after the files of the document.

    Raises:
        UnusableInput: an overlay can not be read or is not as it should be, a target selects nothing, or an update
            does not fit its target; every such problem, located.
    """
    if not overlays:
        return document
    actions, problems = _actions(document, overlays)
    work = _Work(Draft(document))
    for action in actions:
        try:
            work.perform(action)
        except UnusableInput as error:
            problems += error.diagnostics
            if any(problem.rule == LIMIT for problem in error.diagnostics):
                break  # what follows would work on an ever larger document
    if problems:
        raise UnusableInput(*problems)
    files = dict.fromkeys((*document.files, *overlays))
    return Document(work.draft.value, work.draft.locator(), tuple(files), document.unfollowed)


def _actions(document: Document, overlays: Sequence[Path]) -> tuple[list[Action], list[Diagnostic]]:
    actions: list[Action] = []
    problems: list[Diagnostic] = []
    for path in overlays:
        try:
            actions += read(load_document(path), document.files[0])
        except UnusableInput as error:
            problems += error.diagnostics
    return actions, problems


class _Work:
    """Carries out actions on a draft, within limits."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._repeated = 0

    def perform(self, action: Action) -> None:
        """Changes the draft as one action says."""
        locations = find(action.target, self.draft.value)
        if action.remove:
            if () in locations:
                message = "the whole document can not be removed"
                raise UnusableInput(action.target.problem(message, rule=_RULE, hint="name the parts to remove"))
            self.draft.remove(locations)
        elif action.update is not None:
            self._merge(action, locations, written(action.update), repeated=len(locations) - 1)
        elif action.copy is not None:
            self._merge(action, locations, self._copied(action.copy), repeated=len(locations))

    def _copied(self, expression: Node) -> Part:
        source, *others = find(expression, self.draft.value)
        if others:
            message = f"{expression.value!r} selects {1 + len(others)} parts, and one can be copied"
            raise UnusableInput(expression.problem(message, rule="overlay-target", hint="be more specific"))
        return self.draft.copy(source)

    def _merge(self, action: Action, locations: tuple[Location, ...], part: Part, *, repeated: int) -> None:
        kinds = {_kind(self.draft.at(location)) for location in locations}
        if len(kinds) > 1:
            message = f"{action.target.value!r} selects {' and '.join(sorted(kinds))}"
            hint = "write an action for each kind"
            raise UnusableInput(action.target.problem(message, rule=_RULE, hint=hint))
        size, depth = _measure(part.value)
        self._repeated += size * repeated
        if self._repeated > MAX_REPEATED:
            message = f"the actions up to here repeat more than {MAX_REPEATED} values"
            raise UnusableInput(
                action.target.problem(message, rule=LIMIT, hint="write shared parts once, and refer to them")
            )
        if max(map(len, locations)) + depth > MAX_DEPTH:
            message = f"the result is nested more than {MAX_DEPTH} deep"
            raise UnusableInput(action.target.problem(message, rule=LIMIT))
        try:
            for location in locations:
                self.draft.merge(location, part)
        except MismatchError as error:
            place = error.location if action.copy is None else action.copy.location
            hint = "to replace it, remove it in an action before"
            raise UnusableInput(Diagnostic(Severity.ERROR, _RULE, str(error), hint, place)) from None


def _kind(value: Json) -> str:
    return "mappings" if isinstance(value, dict) else "lists" if isinstance(value, list) else "plain values"


def _measure(value: Json) -> tuple[int, int]:
    """How many values there are in one, and how deeply they are nested."""
    count = deepest = 0
    pending = [(value, 1)]
    while pending:
        inner, depth = pending.pop()
        count, deepest = count + 1, max(deepest, depth)
        if isinstance(inner, dict):
            pending += ((member, depth + 1) for member in inner.values())
        elif isinstance(inner, list):
            pending += ((element, depth + 1) for element in inner)
    return count, deepest
