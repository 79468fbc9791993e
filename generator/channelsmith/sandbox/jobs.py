"""Jobs: started, in progress for a while, then done or failed. All of it follows from the clock."""

import re
import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.store import Item, Store

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_AGE_OF_A_SEED: Final = 3600.0


class State(StrEnum):
    """What a state means; the document has its own words for each."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Job:
    """A job; `created` and `ready` are in seconds since 1970."""

    id: str
    created: float
    ready: float
    fails: bool = False

    def state(self, now: float) -> State:
        """Its state at a moment."""
        if now < self.ready:
            return State.PENDING
        return State.FAILED if self.fails else State.DONE


class Failures:
    """Which jobs fail: the next few, and every Nth. May be changed while the server runs."""

    def __init__(self, *, next_jobs: int = 0, every: int = 0) -> None:
        """Lets the next `next_jobs` fail and, with `every` above 0, each job of that ordinal."""
        self.next_jobs = next_jobs
        self._every = every
        self._started = 0

    def strike(self) -> bool:
        """Whether the job that is being started now will fail."""
        self._started += 1
        if self.next_jobs:
            self.next_jobs -= 1
            return True
        return bool(self._every) and self._started % self._every == 0


class Jobs:
    """The jobs of one creating operation."""

    def __init__(
        self, name: str, settings: Settings, failures: Failures, store: Store, *, like: str, finished: tuple[str, ...]
    ) -> None:
        """Starts with the jobs that have always been there, or goes on with those in the store.

        Args:
            name: the collection of the store that has them.
            settings: the clock and the durations.
            failures: decides which jobs fail.
            store: keeps them.
            like: an id as the API makes them; its UUID is replaced for each job, a number is counted up.
            finished: ids of old, finished jobs; each is an hour older than the one before.
        """
        self._name: Final = name
        self._settings: Final = settings
        self._failures: Final = failures
        self._store: Final = store
        self._like: Final = like
        self._finished: Final = finished

    def plant(self) -> None:
        """Puts in the jobs that have always been there."""
        now = self._settings.clock()
        with self._store.transaction():
            for at, name in enumerate(self._finished, 1):
                created = now - at * _AGE_OF_A_SEED
                self._keep(Job(name, created, created))

    def start(self) -> Job:
        """A new job, written down before it is told of."""
        now = self._settings.clock()
        pending = self._settings.pending_seconds * self._settings.time_scale
        job = Job(self._new_id(), now, now + pending, self._failures.strike())
        with self._store.transaction():
            self._keep(job)
        return job

    def state(self, name: str) -> State:
        """The state of a job now; an id nobody knows is gone."""
        item = self._store.get(self._name, (name,))
        return State.GONE if item is None else _job(item).state(self._settings.clock())

    def finished(self, *, since: float | None = None, until: float | None = None) -> tuple[str, ...]:
        """The ids of the jobs that are done, oldest first, created between two moments (both included)."""
        now = self._settings.clock()
        found = [
            job
            for job in map(_job, self._store.all(self._name).values())
            if job.state(now) is State.DONE
            and (since is None or job.created >= since)
            and (until is None or job.created <= until)
        ]
        return tuple(job.id for job in sorted(found, key=lambda job: job.created))

    def _keep(self, job: Job) -> None:
        item: Item = {"id": job.id, "created": job.created, "ready": job.ready, "fails": job.fails}
        self._store.put(self._name, (job.id,), item)

    def _new_id(self) -> str:
        if self._like.isdecimal():
            return str(int(self._like) + self._store.count(self._name))
        fresh = str(uuid.uuid4())
        return _UUID.sub(fresh, self._like) if _UUID.search(self._like) else fresh


def _job(item: Item) -> Job:
    created, ready = (
        float(each) if isinstance(each := item[key], int | float) else 0.0 for key in ("created", "ready")
    )
    return Job(str(item["id"]), created, ready, item["fails"] is True)
