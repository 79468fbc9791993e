"""Executes the cells of an API against a server, through the relay."""

import asyncio
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from channelsmith.conform.caller import AsyncCaller, Outcome, SyncCaller
from channelsmith.conform.cells import Cell, Result
from channelsmith.conform.existing import Items, existing
from channelsmith.conform.given import Invocation
from channelsmith.conform.judge import Judge
from channelsmith.conform.package import Package
from channelsmith.conform.relay import Relay
from channelsmith.conform.traffic import Exchange, Script

_WORKERS: Final = 12
"""Clients of each flavour that work side by side, most of them waiting for answers that never come."""
_WORTH_ONE: Final = 16
"""Cells for which another worker is worth its making."""
_SETTLING: Final = 5.0
"""Most seconds to wait for requests that are still under way when their caller has given up."""
_UNHURRIED: Final = 2.0
"""Seconds of a timeout that a busy machine keeps too."""
_TURN: Final = 0.0005
"""Seconds a thread may go on while others wait; the usual 5 ms would be most of every exchange."""

_ORDER: Final[Mapping[str, int]] = {"GET": 0, "HEAD": 0, "OPTIONS": 0, "DELETE": 2}
_REFUSALS: Final = frozenset({400, 403, 404, 409, 410, 412, 422, 423})
"""Statuses by which a server may say that its state does not allow for a call."""

Numbered = tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class Stage:
    """Where cells are executed: the relay they go through, the package they try, the secrets it is given."""

    relay: Relay
    package: Package
    secrets: Mapping[str, str]
    reset: Callable[[], None] | None = None
    """Puts the server into its first state; None where it can not be asked to."""
    items: Items | None = None
    """What the server has, where it can be asked."""
    outcomes: dict[str, Outcome] = field(default_factory=dict[str, Outcome])

    def sync_caller(self) -> SyncCaller:
        """A sync client of its own."""
        return SyncCaller(self.package, self.relay.url, self.secrets)

    def async_caller(self) -> AsyncCaller:
        """An async client of its own."""
        return AsyncCaller(self.package, self.relay.url, self.secrets)


def run(cells: Sequence[Cell], stage: Stage, judge: Judge) -> tuple[Result, ...]:
    """Executes cells; those that work on the state of the server one by one, each on a fresh one where that can be had.

    A cell that is about a timeout and fails is tried again with a longer one: this machine may have been busy.

    Returns:
        A result for each cell, in their order.
    """
    numbered = [(str(number), cell) for number, cell in enumerate(cells)]
    counted = _one_by_one([each for each in numbered if each[1].alone], stage)
    _side_by_side([each for each in numbered if not each[1].alone], stage)
    final = [counted.get(token, (token, cell)) for token, cell in numbered]
    results = _judged(final, stage, judge)
    hurried = [
        (f"{token}.again", replace(cell, timeout=_UNHURRIED))
        for (token, cell), result in zip(final, results, strict=True)
        if result.problems and cell.timeout < _UNHURRIED
    ]
    _side_by_side(hurried, stage)
    better = {token: each for (token, _), each in zip(hurried, _judged(hurried, stage, judge), strict=True)}
    return tuple(better.get(f"{token}.again", result) for (token, _), result in zip(final, results, strict=True))


def _judged(cells: Sequence[Numbered], stage: Stage, judge: Judge) -> list[Result]:
    _settle(stage, cells)
    seen = {token: stage.relay.scripts[token].seen for token, _ in cells}
    keys = {token: _made_key(cell, seen[token]) for token, cell in cells}
    made = Counter(filter(None, keys.values()))
    return [
        judge.judge(cell, stage.outcomes[token], seen[token], shared_key=made[keys[token]] > 1) for token, cell in cells
    ]


def _made_key(cell: Cell, seen: Sequence[Exchange]) -> str:
    """The idempotency key that the client made for a call; "" where it made none."""
    name = cell.method.operation.idempotency_key
    given = any(each.parameter.name.lower() == name.lower() for each, _ in cell.given.arguments)
    return (seen[0].sent.header(name) or "") if name and not given and seen else ""


def _one_by_one(cells: Sequence[Numbered], stage: Stage) -> dict[str, Numbered]:
    """Those that work on the state of the server, what only reads before what changes, what removes last.

    Where the state does not allow for a call it is tried with other names, then on a fresh state. The last attempt
    counts.

    Returns:
        Token and cell of the attempt that counts, by the token of the cell.
    """
    counted: dict[str, Numbered] = {}
    if not cells:
        return counted
    with asyncio.Runner() as runner:
        sync_caller, async_caller = stage.sync_caller(), stage.async_caller()

        def call(token: str, cell: Cell) -> Outcome:
            if cell.flavour == "sync":
                return sync_caller.call(cell, token)
            return runner.run(async_caller.call(cell, token))

        for token, cell in sorted(cells, key=lambda each: _ORDER.get(each[1].method.operation.method, 1)):
            for number, (fresh, given) in enumerate(_attempts(cell, stage)):
                if fresh and stage.reset is not None:
                    stage.reset()
                attempt = (f"{token}.{number}", replace(cell, given=given))
                counted[token] = attempt
                stage.relay.scripts[attempt[0]] = Script(cell.steps)
                stage.outcomes[attempt[0]] = call(*attempt)
                if getattr(stage.outcomes[attempt[0]].error, "status", None) not in _REFUSALS:
                    break
        sync_caller.close()
        runner.run(async_caller.close())
    return counted


def _attempts(cell: Cell, stage: Stage) -> Iterator[tuple[bool, Invocation]]:
    """What to try, one after the other, and whether the state is put back before."""
    for fresh in (False, True) if stage.reset is not None else (False,):
        yield fresh, cell.given
        if stage.reset is not None and (other := cell.instead()) is not None:
            yield False, other
    if stage.items is not None and (other := existing(cell.method, cell.given, stage.items)) is not None:
        yield False, other


def _side_by_side(cells: Sequence[Numbered], stage: Stage) -> None:
    """All others: the sync ones in threads, the async ones in one loop."""
    if not cells:
        return
    stage.relay.scripts.update({token: Script(cell.steps) for token, cell in cells})
    workers = min(_WORKERS, 1 + len(cells) // _WORTH_ONE)
    waiting = {flavour: deque(each for each in cells if each[1].flavour == flavour) for flavour in ("sync", "async")}
    with _short_turns(), ThreadPoolExecutor(workers + 1) as threads:
        jobs = [threads.submit(_work, waiting["sync"], stage) for _ in range(workers)]
        jobs.append(threads.submit(asyncio.run, _work_async(waiting["async"], stage, workers)))
        for job in jobs:
            job.result()


def _work(waiting: deque[Numbered], stage: Stage) -> None:
    caller = stage.sync_caller()
    while waiting:
        try:
            token, cell = waiting.popleft()
        except IndexError:  # another thread was faster
            break
        stage.outcomes[token] = caller.call(cell, token)
    caller.close()


async def _work_async(waiting: deque[Numbered], stage: Stage, workers: int) -> None:
    async def work() -> None:
        caller = stage.async_caller()
        while waiting:
            token, cell = waiting.popleft()
            stage.outcomes[token] = await caller.call(cell, token)
        await caller.close()

    await asyncio.gather(*(work() for _ in range(workers)))


def _settle(stage: Stage, cells: Sequence[Numbered]) -> None:
    """Waits for requests that a client has sent and given up on, while they are on their way through the relay."""
    idle, deadline = threading.Event(), time.monotonic() + _SETTLING
    given_up = [
        (stage.relay.scripts[token], cell)
        for token, cell in cells
        if token in stage.outcomes and isinstance(stage.outcomes[token].error, TimeoutError)
    ]
    while time.monotonic() < deadline:
        if all(len(script.seen) >= cell.expected.requests for script, cell in given_up):
            return
        idle.wait(0.05)


@contextmanager
def _short_turns() -> Generator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
