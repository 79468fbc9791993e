"""Which of an API's own error codes a failure has: the document lists them, words decide between them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from channelsmith import ir
from channelsmith.sandbox.codewords import (
    ABSENT,
    COMMON,
    GENERAL,
    LACKING,
    TAKEN,
    WRONG,
    Reason,
    Row,
    read_field,
    words,
)
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schemas import Violation

_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403
_NOT_FOUND: Final = 404
_BY_STATUS: Final[dict[int, tuple[frozenset[str], ...]]] = {
    _UNAUTHORIZED: tuple(
        frozenset(each.split())
        for each in ("authorization token", "access token", "auth token", "authentication", "credential", "api key")
    ),
    _NOT_FOUND: (frozenset({"path", "exist"}), frozenset({"path", "found"}), frozenset({"resource", "found"})),
    405: (frozenset({"method", "allowed"}),),
    429: (frozenset({"rate", "limit"}), frozenset({"too", "many", "request"})),
    503: (frozenset({"service", "unavailable"}),),
    500: (frozenset({"internal", "error"}), frozenset({"server", "error"})),
}
"""Status -> the words by which a table's code for it is known, where no operation names one."""

_REFUSALS: Final = {
    "missing": ("missing", "required", "malformed", "invalid"),
    "malformed": ("malformed", "invalid"),
    "expired": ("expired", "invalid"),
    "invalid": ("invalid", "incorrect", "unknown"),
}
"""What is wrong with credentials -> the words for it, the best one first."""


__all__ = ["Codes", "Reason"]


class Codes:
    """The documented error codes of an API; empty where the document has no table."""

    def __init__(self, table: ir.ErrorTable | None, operations: tuple[Operation, ...]) -> None:
        self.table: Final = table
        rows = self.table.rows if self.table is not None else ()
        self._rows: Final = {row.code: Row(Reason(row.code, row.message), words(row.name)) for row in rows}
        named = [(each.path, each) for each in operations] if rows else []
        self._usual: Final = _usual(each for _, each in named)
        self._by_path: Final = {path: codes for path, each in named if (codes := _named(each, _NOT_FOUND))}

    def known(self, code: int) -> Reason:
        """The reason with a code; without a message where the table does not have it."""
        return self._rows[code].reason if code in self._rows else Reason(code, None)

    def of(self, operation: Operation | None, status: int) -> tuple[int, ...]:
        """The codes an operation names for a status (`x-codes`)."""
        return _named(operation, status) if operation is not None else ()

    def conflict(self, operation: Operation, about: str) -> tuple[int, Reason] | None:
        """Status and reason of a thing that is there already, among the codes an operation names.

        Args:
            operation: what was called.
            about: the member whose value is taken, such as `channelOrderId`, or what else is in the way.
        """
        found: list[tuple[int, int, int, Row]] = []
        for status, codes in operation.spec.codes:
            for code in codes:
                row = self._rows.get(code)
                if row is not None and row.words & TAKEN and status.isdecimal():
                    shared = words(about) & row.subject
                    found.append((len(shared), -len(row.subject - shared), int(status), row))
        best = max(found, key=lambda one: one[:2], default=None)
        return (best[2], best[3].reason) if best is not None and best[0] else None

    def reasons(
        self, operation: Operation | None, status: int, *, wrong: Iterable[Violation] = (), about: str = ""
    ) -> tuple[Reason, ...]:
        """Why a call fails, each reason once; () where the document does not say.

        Args:
            operation: what was called; None for what the API does not have.
            status: the status of the failure.
            wrong: what is wrong with the request.
            about: what the failure is about: the name of what was not found, or what is wrong with the credentials
                (missing, malformed, expired, invalid).
        """
        found = [self._violated(operation, status, one) for one in wrong]
        if not found and (reason := self._plain(operation, status, about)) is not None:
            found = [reason]
        return tuple({one.code: one for one in found if one is not None}.values())

    def _plain(self, operation: Operation | None, status: int, about: str) -> Reason | None:
        """The reason of a failure that no field is to blame for."""
        named = [self._rows[code] for code in self.of(operation, status) if code in self._rows]
        if status == _UNAUTHORIZED and about in _REFUSALS:
            return _refused(named or list(self._telling(_UNAUTHORIZED)), about)
        if named:
            return _nearest(named, words(about) or context(operation), operation)
        if operation is not None and status == _NOT_FOUND:
            others = [self._rows[code] for code in self._by_path.get(operation.path, ()) if code in self._rows]
            there = self._absent(words(about)) or _nearest(others, words(about), operation)
            return there or self._absent(context(operation))
        if status == _FORBIDDEN:
            return self.known(self._usual) if self._usual is not None else None
        return next((row.reason for row in self._telling(status)), None)

    def _absent(self, subject: frozenset[str]) -> Reason | None:
        """The reason of the table that says most of a thing, and nothing else, that it is not there."""
        rows = [row for row in self._rows.values() if row.words >= ABSENT and row.subject <= subject]
        telling = [row for row in rows if row.subject - COMMON]
        best = max(telling, key=lambda row: (len(row.subject - COMMON), -len(row.subject)), default=None)
        return best.reason if best is not None else None

    def _telling(self, status: int) -> Iterator[Row]:
        """Rows of the table that are about a status, for a 5xx also those about any failure of the server."""
        general = _BY_STATUS[500] if status > 500 else ()  # noqa: PLR2004
        for wanted in (*_BY_STATUS.get(status, ()), *general):
            yield from (row for row in self._rows.values() if wanted <= row.words)

    def _violated(self, operation: Operation | None, status: int, one: Violation) -> Reason | None:
        """The reason that fits a field: of the operation's codes, else of the table, else one that fits any field."""
        field, around = read_field(one), context(operation)
        named = [self._rows[code] for code in self.of(operation, status) if code in self._rows]
        fitting = [row for row in named if row.speaks_of(field)]
        if fitting:
            return max(fitting, key=lambda row: (*row.fit(field), *row.closeness(field.words, around))).reason
        mentioned = [row for row in named if row.mentions(field)]
        if mentioned:
            return mentioned[0].reason
        others = [row for row in self._rows.values() if row.speaks_of(field) and row.words & (LACKING | WRONG)]
        others = [row for row in others if row.subject <= field.words | around]
        if others:
            return max(others, key=lambda row: row.fit(field)).reason
        general = [row for row in self._rows.values() if row.subject and row.subject <= GENERAL and row.words & WRONG]
        first = next(iter((*general, *named)), None)
        return Reason(first.reason.code, None) if first is not None else None


def _usual(operations: Iterable[Operation]) -> int | None:
    """The code that most operations name for 403."""
    named = Counter(code for operation in operations for code in _named(operation, _FORBIDDEN))
    return max(named, key=lambda code: named[code], default=None)


def _named(operation: Operation, status: int) -> tuple[int, ...]:
    return dict(operation.spec.codes).get(str(status), ())


def context(operation: Operation | None) -> frozenset[str]:
    """The words of an operation's path and name."""
    return words(f"{operation.path} {operation.id}") if operation is not None else frozenset()


def _nearest(rows: list[Row], subject: frozenset[str], operation: Operation | None) -> Reason | None:
    around = context(operation)
    best = max(rows, key=lambda row: row.closeness(subject or around, around), default=None)
    return best.reason if best is not None else None


def _refused(rows: list[Row], how: str) -> Reason | None:
    for word in _REFUSALS[how]:
        found = next((row for row in rows if word in row.words), None)
        if found is not None:
            return found.reason
    return rows[0].reason if rows else None
