"""Holds what came of a cell against what should: requests as they arrived, pauses, the value or the error."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from channelsmith import ir
from channelsmith.conform.caller import Outcome
from channelsmith.conform.cells import Cell, Result
from channelsmith.conform.equal import comparable, shown
from channelsmith.conform.expectations import pause, retry_after_header
from channelsmith.conform.methods import Answer
from channelsmith.conform.outcomes import reads
from channelsmith.conform.parameters import pairs_of
from channelsmith.conform.raised import error_class, error_problems, find
from channelsmith.conform.received import Types, value_problems, wire
from channelsmith.conform.sent import repetition_problems, request_problems
from channelsmith.conform.traffic import Answered, Exchange

_SUCCESS: Final = 2
_STATE: Final = frozenset({403, 404, 409, 410, 412, 423, 429})
_INVALID: Final = frozenset({400, 422})


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows the API, where it is served and what its secrets are."""

    api: ir.Api
    types: Types
    base: str
    """The path of the base URL."""
    secrets: tuple[str, ...]
    errors: Any
    """The module of the package that has the classes of errors."""
    ours: bool
    """Whether the server is the sandbox, which has no excuses."""

    def judge(self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange], *, shared_key: bool) -> Result:
        """What is wrong with a cell, or why it says nothing; `shared_key` if another call had its idempotency key."""
        problems = list(self._traffic_problems(cell, outcome, exchanges))
        problems += ["its idempotency key is that of another call"] if shared_key else []
        last = next((each.answered for each in reversed(exchanges) if each.here), None)
        excuse = self._excuse(cell, last)
        if excuse and self.ours and not _is_about_state(cell, last):
            problems.append(excuse)
        excuse = excuse or _other_use(cell, outcome) or _made_up(cell, outcome, last)
        if not excuse:
            try:
                problems += self._outcome_problems(cell, outcome, exchanges, last)
            except Exception as error:  # noqa: BLE001 -- what came is the package's own, and may be broken in any way
                problems.append(f"what came of it can not be looked at: {_told(error)}")
        told = tuple(self._clean(each) for each in problems)
        return Result(cell, told, "" if told else self._clean(excuse), outcome.seconds)

    def _clean(self, text: str) -> str:
        """A text without secrets, which a server may repeat."""
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text

    def _traffic_problems(self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange]) -> Iterator[str]:
        here = [each for each in exchanges if each.here]
        if len(here) != len(exchanges):
            there = [value for each in exchanges if not each.here for _, value in each.sent.headers]
            carried = any(secret in value for value in there for secret in self.secrets)
            yield f"another host was asked{', with the secret' if carried else ''}"
        if len(here) != cell.expected.requests:
            told = f" ({_told(outcome.error)})" if outcome.error is not None else ""
            yield f"{len(here)} requests arrived, not {cell.expected.requests}{told}"
        if not here:
            return
        yield from request_problems(
            here[0].sent, cell.method, cell.given, base=self.base, api=self.api, secrets=self.secrets
        )
        if cell.expected.cursors:
            yield from _cursor_problems(cell, here)
        else:
            yield from repetition_problems(here, cell.method)
            yield from self._pause_problems(cell, outcome, here)

    def _pause_problems(self, cell: Cell, outcome: Outcome, here: Sequence[Exchange]) -> Iterator[str]:
        sees = cell.expected.sees
        if sees is None or len(here) != cell.expected.requests:
            return
        if len(outcome.slept) != len(here) - 1:
            yield f"it waited {len(outcome.slept)} times between {len(here)} requests"
            return
        name = retry_after_header(cell.method, self.api)
        for at, (seconds, before) in enumerate(zip(outcome.slept, here, strict=False)):
            said = before.answered.header(name) if before.answered is not None else None
            wanted = pause(cell.method, self.api, sees, float(said) if said else None, at)
            if not wanted.least <= seconds <= wanted.most:
                yield f"before attempt {at + 2} it waits {seconds:g} s, not {wanted.least:g} to {wanted.most:g}"

    def _excuse(self, cell: Cell, last: Answered | None) -> str:
        """Why an answer is not the one this cell is about; "" when it is."""
        forced = cell.expected.forced
        if last is None:
            return ""
        if forced is not None and last.status != forced:
            return f"asked for {forced}, the server answered {last.status}{_words(last)}"
        if cell.alone and last.status // 100 != _SUCCESS:
            return f"the server answered {last.status}{_words(last)}"
        return ""

    def _outcome_problems(
        self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange], last: Answered | None
    ) -> Iterator[str]:
        wanted = cell.expected.error or self._failure_inside(cell, last)
        error = outcome.error
        if wanted and error is None:
            yield f"{wanted} is not raised; it returned {shown(outcome.value)}"
        elif not wanted and error is not None:
            yield f"it raised {_told(error)}"
        elif error is not None and type(error).__name__ != wanted:
            yield f"it raised {_told(error)}, not {wanted}"
        elif error is not None:
            if not isinstance(error, self.errors.ApiError):
                yield f"{_told(error)} is none of the package's own errors"
            if any(secret in f"{error}{error!r}" for secret in self.secrets):
                yield "the secret is in the text of its error"
            if last is not None and hasattr(error, "status"):
                yield from error_problems(error, last, cell.method, self.api)
        elif last is not None:
            yield from self._value_problems(cell, outcome, exchanges, last)

    def _value_problems(
        self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange], last: Answered
    ) -> Iterator[str]:
        value = outcome.value
        if cell.wants == "all":
            yield from _item_problems(cell, value, exchanges)
            return
        if cell.wants == "raw":
            if value.content != last.body or value.status != last.status:
                yield f"the whole response is {value.status} with {len(value.content)} bytes, not what was answered"
            value = value.parsed
        if cell.expected.drift == "none" and outcome.drifts:
            yield f"a difference is reported: {outcome.drifts[0]}"
        if cell.expected.drift == "some" and not outcome.drifts:
            yield "no difference is reported"
        if not cell.expected.whole:
            return
        how = reads(cell.method, last.status, self.types)
        declared = _declared(cell, last)
        kind = declared.type if declared is not None and cell.expected.drift == "none" else None
        yield from value_problems(value, last, kind, how, self.types)

    def _failure_inside(self, cell: Cell, last: Answered | None) -> str:
        """The error of a success that says failure inside, as the document's own example may."""
        if last is None or last.status // 100 != _SUCCESS or "json" not in last.media_type:
            return ""
        try:
            body = json.loads(last.body)
        except ValueError:
            return ""
        envelope, table = cell.method.operation.envelope, self.api.errors
        refused = envelope is not None and any(each is False for each in find(body, envelope.success))
        coded = table is not None and table.codes and any(each is not None for each in find(body, table.codes))
        return "EnvelopeError" if refused or coded else ""


def _is_about_state(cell: Cell, last: Answered | None) -> bool:
    """Whether a refusal can only be about what the server remembers: there is nothing else that could be wrong."""
    if not cell.alone or last is None:
        return False
    bare = cell.given.media is None and all(
        each.parameter.location is ir.Location.PATH for each, _ in cell.given.arguments
    )
    return last.status in _STATE or (bare and last.status in _INVALID)


def _other_use(cell: Cell, outcome: Outcome) -> str:
    """Why the answer of a path with several uses is not this one's: servers know operations, not uses."""
    shared = "/x-uses/" in cell.method.operation.pointer
    return "the server shows the answer of another use of this path" if cell.alone and shared and outcome.drifts else ""


def _made_up(cell: Cell, outcome: Outcome, last: Answered | None) -> str:
    """Why a difference is not the client's: the document shows no answer, and the one the server made up differs."""
    declared = _declared(cell, last) if last is not None and last.status // 100 == _SUCCESS else None
    strictly = type(outcome.error).__name__ == "DecodeError"
    differs = outcome.drifts or ([str(outcome.error)] if strictly else [])
    if (
        declared is None
        or declared.is_shown
        or not differs
        or cell.expected != replace(cell.expected, error="", drift="none")
    ):
        return ""
    return f"the document shows no answer, and the one made up does not fit: {shown(differs[0])}"


def _declared(cell: Cell, last: Answered) -> Answer | None:
    """The declared answer that this one is."""
    fitting = [each for each in cell.method.answers if each.code == last.status] or [
        each for each in cell.method.answers if each.is_success
    ]
    same = [each for each in fitting if (each.media_type or "").partition(";")[0].lower() == last.media_type]
    return next(iter((*same, *fitting)), None)


def _cursor_problems(cell: Cell, here: Sequence[Exchange]) -> Iterator[str]:
    how = cell.method.operation.pagination
    if how is None:
        return
    asked = [tuple(value for name, value in pairs_of(each.sent.query) if name == how.parameter) for each in here[1:]]
    wanted = [(cursor,) for cursor in cell.expected.cursors]
    if asked != wanted:
        yield f"the cursors {shown(asked)} were asked for, not {shown(wanted)}"
    others = [sorted(pair for pair in pairs_of(each.sent.query) if pair[0] != how.parameter) for each in here]
    if any(each != others[0] for each in others):
        yield "the other arguments are not the same on every page"


def _item_problems(cell: Cell, value: Any, exchanges: Sequence[Exchange]) -> Iterator[str]:
    how = cell.method.operation.pagination
    bodies = [json.loads(each.answered.body) for each in exchanges if each.answered is not None]
    listed = [found for body in bodies for found in find(body, how.items if how is not None else "")]
    wanted = [item for each in listed if isinstance(each, list) for item in each]
    if comparable([wire(each) for each in value]) != comparable(wanted):
        yield f"{len(value)} items came, not the {len(wanted)} of all pages in order"


def _told(error: Exception | None) -> str:
    return f"{type(error).__name__}: {error}"[:200].rstrip(": ")


def _words(answered: Answered) -> str:
    """The beginning of a body, for a message."""
    text = " ".join(answered.body[:200].decode("utf-8", "replace").split())
    return f": {text}" if text else ""


__all__ = ["Judge", "error_class"]
