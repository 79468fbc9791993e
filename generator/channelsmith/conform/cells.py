"""A cell: one call of one method, what is done to it on the way, and what should come of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from channelsmith.conform.expectations import Sees
from channelsmith.conform.faults import TIMEOUT
from channelsmith.conform.given import Invocation
from channelsmith.conform.methods import Method
from channelsmith.conform.traffic import Forward, Step

Flavour: TypeAlias = Literal["sync", "async"]
FLAVOURS: Final[tuple[Flavour, ...]] = ("sync", "async")
Group: TypeAlias = Literal["requests", "answers", "faults"]
Verdict: TypeAlias = Literal["conforms", "fails", "exception"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What should come of a call.

    `requests` arrive. `error` is the name of the error's class, "" for a value. `drift` says whether a difference from
    the document has to be reported. `forced` is the status that the server was asked for, `sees` what an attempt looks
    like that is repeated. Without `whole` the value is not held against the answer: it can not be read. `cursors` are
    those that have to be asked for, one request each after the first.
    """

    requests: int = 1
    error: str = ""
    drift: Literal["none", "some", "any"] = "none"
    forced: int | None = None
    sees: Sees | None = None
    whole: bool = True
    cursors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix, for one flavour of client."""

    method: Method
    group: Group
    column: str
    variant: str
    flavour: Flavour
    given: Invocation
    expected: Expected
    steps: tuple[Step, ...] = (Forward(),)
    retries: int = 0
    timeout: float = TIMEOUT
    strict: bool = False
    wants: Literal["value", "raw", "all"] = "value"
    alone: bool = False
    """Whether it works on the state of the server, so that others have to wait for it."""
    about: str = ""
    instead: "Callable[[], Invocation | None]" = lambda: None
    """Makes what may be tried where the server's state does not allow for what is given."""

    @property
    def id(self) -> str:
        """`listOrders/404/not-found/async`."""
        return _id(self.method, self.column, self.variant, self.flavour)

    @property
    def operation(self) -> str:
        """The id of the operation."""
        return self.method.id

    @property
    def resource(self) -> tuple[str, ...]:
        """The way to the method."""
        return self.method.resource

    @property
    def name(self) -> str:
        """The method's name."""
        return self.method.name

    @property
    def options(self) -> Mapping[str, Any]:
        """Options of the client for this call."""
        return {"max_retries": self.retries, "timeout": self.timeout, "strict": self.strict}


@dataclass(frozen=True, slots=True)
class Exempt:
    """A cell that can not be executed, and why."""

    method: Method
    reason: str
    group: Group
    column: str
    variant: str
    flavour: Flavour

    @property
    def id(self) -> str:
        """Made as that of a cell."""
        return _id(self.method, self.column, self.variant, self.flavour)

    @property
    def operation(self) -> str:
        """The id of the operation."""
        return self.method.id

    @property
    def spoken(self) -> str:
        """The method as a caller writes it."""
        return self.method.spoken


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be executed, and what can not be, with the reason."""

    cells: tuple[Cell, ...]
    exempt: tuple[Exempt, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a cell showed: nothing wrong, what is wrong, or why it says nothing."""

    cell: Cell
    problems: tuple[str, ...] = ()
    exempt: str = ""
    seconds: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """In one word."""
        return "fails" if self.problems else "exception" if self.exempt else "conforms"


@dataclass(frozen=True, slots=True)
class Report:
    """What a suite showed."""

    title: str
    client: str
    server: str
    """The base URL, or "the sandbox"."""
    results: tuple[Result, ...]
    exempt: tuple[Exempt, ...]
    strays: int = 0
    """Requests that belonged to no cell."""

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.strays and all(not each.problems for each in self.results)

    @property
    def exceptions(self) -> Iterator[tuple[str, str]]:
        """Id and reason of every cell that says nothing, or could not be executed."""
        yield from ((each.cell.id, each.exempt) for each in self.results if each.verdict == "exception")
        yield from ((each.id, each.reason) for each in self.exempt)

    @property
    def failing(self) -> Iterator[str]:
        """A line for each cell that does not conform."""
        yield from (f"{each.cell.id}: {'; '.join(each.problems)}" for each in self.results if each.problems)
        if self.strays:
            yield f"{self.strays} requests belonged to no call"

    @property
    def totals(self) -> dict[str, int]:
        """How many operations, cells, and of each verdict."""
        found = Counter(each.verdict for each in self.results)
        operations = {each.cell.method.id for each in self.results} | {each.operation for each in self.exempt}
        return {
            "operations": len(operations),
            "cells": len(self.results) + len(self.exempt),
            "conform": found["conforms"],
            "fail": found["fails"],
            "exceptions": found["exception"] + len(self.exempt),
        }

    @property
    def summary(self) -> str:
        """The totals in one line."""
        found = self.totals
        return (
            f"{found['operations']} operations, {found['cells']} cells: {found['conform']} conform, "
            f"{found['fail']} do not, {found['exceptions']} exceptions"
        )


def _id(method: Method, column: str, variant: str, flavour: str) -> str:
    """`listOrders/404/not-found/async`."""
    return "/".join(each.replace("/", "-").replace(" ", "-") for each in (method.id, column, variant, flavour) if each)
