"""Jobs: reused or started, polled, fetched; with a clock that moves only while sleeping."""

import io
import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.errors import (
    ConfigurationError,
    DecodeError,
    InvalidRequestError,
    JobCanceledError,
    JobFailedError,
    JobGoneError,
    NotFoundError,
    PollingError,
    PollingTimeoutError,
    ServerError,
)
from scratch._runtime.hooks import DriftWarning
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.polling import (
    Job,
    JobToken,
    begin_job,
    begin_job_async,
    resume_job,
    resume_job_async,
    run_job,
    run_job_async,
)
from scratch._runtime.progress import Progress
from scratch._runtime.response.content import Binary, Json

from runtime.shop import Shop

NOW = 1_800_000_000.0
ID = (Parameter("id", "path"),)
START: Operation[Any] = Operation(id="start", method="POST", path="/jobs", responses={"201": Json(object)})
LIST: Operation[Any] = Operation(
    id="list", method="GET", path="/jobs", parameters=(Parameter("since", "query"),), responses={"200": Json(object)}
)
STATE: Operation[Any] = Operation(
    id="state", method="GET", path="/jobs/{id}", parameters=ID, responses={"200": Json(object)}
)
RESULT: Operation[Any] = Operation(
    id="result",
    method="GET",
    path="/jobs/{id}/result",
    parameters=ID,
    responses={"200": (Binary("text/csv"), Binary("text/xml"), Binary("application/json"))},
)
JOB: Job[Any, Any] = Job(
    operation="start",
    id="/job/id",
    status=lambda job_id: STATE.call(path={"id": job_id}),
    state="/state",
    result=lambda job_id: RESULT.call(path={"id": job_id}),
    done=("DONE",),
    failed=("FAILED",),
    gone=("GONE",),
    interval=60.0,
    attempts=2,
    recent=lambda since: LIST.call(query={"since": since}),
    items="/jobs",
    suffixes={".csv": "text/csv", ".xml": "text/xml"},
)


class Clock(list[float]):
    """Unix time, moved by sleeping; also the list of the naps."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.meanwhile: list[Any] = []

    def append(self, seconds: float) -> None:
        super().append(seconds)
        self.now += seconds
        for callback in self.meanwhile:
            callback()

    def __call__(self) -> float:
        return self.now


class World:
    """A shop whose jobs go through prepared states, one per poll; the last one stays."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.clock = shop, Clock()
        shop.slept = self.clock
        self.states: list[Any] = ["DONE"]
        self.recent: dict[Any, float] = {}
        """Ids of earlier jobs, and how many hours ago they were started."""
        self.started = 0
        self.log: list[str] = []
        self.asked_at: list[float] = []
        self.media_type = ""
        """That of the result, "" for the one that is asked for."""
        self.client = shop.client(self.answer)
        self.client._config = replace(self.client._config, clock=self.clock)

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/api")
        self.log.append(f"{request.method} {path}")
        if request.method == "POST":
            self.started += 1
            return httpx.Response(201, json={"job": {"id": f"j{self.started}"}})
        if path == "/jobs":
            since = NOW - datetime.fromisoformat(request.url.params["since"]).timestamp()
            return httpx.Response(200, json={"jobs": [key for key, age in self.recent.items() if age * 3600 <= since]})
        if path.endswith("/result"):
            asked = request.headers["accept"].partition(",")[0].replace("*", "csv")
            return httpx.Response(200, content=b"a,b\n", headers={"content-type": self.media_type or asked})
        self.asked_at.append(self.clock.now - NOW)
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        return httpx.Response(state) if isinstance(state, int) else httpx.Response(200, json={"state": state})

    def run(self, target: Any = None, **options: Any) -> Any:
        settings = {"reuse_within": None, "interval": None, "timeout": None, "on_progress": None, **options}
        run: Any = run_job if self.shop.flavour == "sync" else run_job_async
        return self.shop.run(run(self.client, JOB, START.call, target, **settings))

    def begin(self, **options: Any) -> Any:
        begin: Any = begin_job if self.shop.flavour == "sync" else begin_job_async
        settings = {"reuse_within": None, "interval": None, **options}
        return self.shop.run(begin(self.client, JOB, START.call, **settings))

    def resume(self, token: str) -> Any:
        resume: Any = resume_job if self.shop.flavour == "sync" else resume_job_async
        return resume(self.client, JOB, token, interval=None)


@pytest.fixture
def world(shop: Shop) -> World:
    return World(shop)


def test_a_period_that_is_none_is_refused(world: World) -> None:
    with pytest.raises(ConfigurationError, match=r"^reuse_within= has to be a timedelta, or None$"):
        world.run(reuse_within="6 hours")


def test_a_job_is_started_polled_at_its_interval_and_fetched(world: World) -> None:
    world.states = ["NEW", "NEW", "DONE"]
    assert world.run().data == b"a,b\n"
    assert world.log == ["POST /jobs", *["GET /jobs/j1"] * 3, "GET /jobs/j1/result"]
    assert world.asked_at == [60, 120, 180]


def test_the_interval_can_be_changed_but_not_negative(world: World) -> None:
    world.states = ["NEW", "DONE"]
    world.run(interval=2.5)
    assert world.asked_at == [2.5, 5.0]
    with pytest.raises(ConfigurationError, match="interval="):
        world.run(interval=-1)


def test_a_result_can_be_written_to_a_file_in_a_chosen_media_type(world: World) -> None:
    target = io.BytesIO()
    saved = world.run(target, accept="text/xml")
    assert (target.getvalue(), saved.size, saved.media_type) == (b"a,b\n", 4, "text/xml")
    assert world.shop.requests[-1].headers["accept"] == "text/xml"


@pytest.mark.parametrize("target", [None, io.BytesIO()], ids=["memory", "file"])
def test_another_media_type_than_the_one_that_was_asked_for_is_reported(world: World, target: Any) -> None:
    world.media_type = "text/csv"
    with pytest.warns(DriftWarning, match="Content-Type text/csv is not what was asked for"):
        assert world.run(target, accept="text/xml").media_type == "text/csv"
    world.client._config = replace(world.client._config, options=replace(world.client._config.options, strict=True))
    with pytest.raises(DecodeError, match="Content-Type text/csv is not what was asked for"):
        world.run(target, accept="text/xml")
    for accept in ("text/csv", "TEXT/*;q=0.1", "application/json, */*", "application/octet-stream", None):
        assert world.run(io.BytesIO(), accept=accept).media_type == "text/csv"


def test_an_unwritable_target_starts_no_job(world: World, tmp_path: Any) -> None:
    with pytest.raises(IsADirectoryError):
        world.run(tmp_path)
    assert world.log == []


def test_a_recent_job_is_reused(world: World) -> None:
    world.recent = {"j9": 1.0, "j10": 7.0}
    world.run(reuse_within=timedelta(hours=6))
    assert world.log == ["GET /jobs", "GET /jobs/j9", "GET /jobs/j9/result"]
    since = datetime.fromisoformat(world.shop.requests[0].url.params["since"])
    assert (since, world.asked_at) == (datetime.fromtimestamp(NOW, UTC) - timedelta(hours=6), [0])


@pytest.mark.parametrize("ages", [{"a": 0.2, "b": 5.0, "c": 2.0}, {"b": 5.0, "c": 2.0, "a": 0.2}])
def test_the_newest_job_is_found_by_its_time_and_not_by_its_place(world: World, ages: dict[str, float]) -> None:
    world.recent = ages
    world.run(reuse_within=timedelta(hours=6))
    assert world.log == [*["GET /jobs"] * 3, "GET /jobs/a", "GET /jobs/a/result"]


def test_the_newest_of_many_jobs_takes_few_requests(world: World) -> None:
    world.recent = {f"j{number}": 0.1 + number for number in range(24)}
    world.run(reuse_within=timedelta(days=1))
    assert world.log == ["GET /jobs", "GET /jobs", "GET /jobs/j0", "GET /jobs/j0/result"]


def test_jobs_of_the_same_time_are_equally_good(world: World) -> None:
    world.recent = {"b": 1.0, "a": 1.0}
    world.run(reuse_within=timedelta(hours=6))
    assert world.log == [*["GET /jobs"] * 3, "GET /jobs/a", "GET /jobs/a/result"]


@pytest.mark.parametrize(
    ("accept", "used"),
    [("text/csv", "1.csv"), ("text/xml", "2.xml"), ("text/*", "1.csv"), ("application/json", "any"), (None, "1.csv")],
)
def test_a_job_is_reused_only_if_its_result_can_have_the_media_type(
    world: World, accept: str | None, used: str
) -> None:
    world.recent = {"2.xml": 0.1, "1.csv": 0.1} | ({"any": 0.1} if accept == "application/json" else {})
    world.run(reuse_within=timedelta(hours=1), accept=accept)
    assert world.log[-1] == f"GET /jobs/{used}/result"
    assert world.shop.requests[-1].headers["accept"] == (accept or "text/csv, text/xml, application/json")


def test_a_job_is_started_if_no_recent_one_fits(world: World) -> None:
    world.recent = {"1.csv": 0.1}
    world.run(reuse_within=timedelta(hours=1), accept="application/json")
    assert world.log == ["GET /jobs", "POST /jobs", "GET /jobs/j1", "GET /jobs/j1/result"]


# ---------------------------------------------------------------- interrupted calls


def interrupted(world: World, target: Path, **options: Any) -> None:
    """Run until the first state has arrived."""

    def stop(progress: Progress) -> None:
        if progress.state == "NEW":
            raise KeyboardInterrupt

    world.states = ["NEW"]
    with pytest.raises(KeyboardInterrupt):
        world.run(target, resume=True, on_progress=stop, **options)
    world.log.clear()


def test_an_interrupted_call_continues_with_its_job(world: World, tmp_path: Path) -> None:
    interrupted(world, tmp_path / "r.csv")
    world.states = ["NEW", "DONE"]
    assert world.run(tmp_path / "r.csv", resume=True).path == tmp_path / "r.csv"
    assert world.log == ["GET /jobs/j1", "GET /jobs/j1", "GET /jobs/j1/result"]
    assert [each.name for each in tmp_path.iterdir()] == ["r.csv"]


def test_a_call_for_another_file_or_without_resume_starts_its_own_job(world: World, tmp_path: Path) -> None:
    interrupted(world, tmp_path / "r.csv")
    world.states = ["DONE"]
    world.run(tmp_path / "r.csv")
    world.run(tmp_path / "other.csv", resume=True)
    assert [line for line in world.log if "result" in line] == ["GET /jobs/j2/result", "GET /jobs/j3/result"]


@pytest.mark.parametrize(("hours", "within", "job"), [(23, None, "j1"), (25, None, "j2"), (2, 1, "j2"), (30, 48, "j1")])
def test_an_interrupted_job_that_is_too_old_is_left(
    world: World, tmp_path: Path, hours: float, within: float | None, job: str
) -> None:
    interrupted(world, tmp_path / "r.csv")
    world.clock.now += hours * 3600
    world.states = ["DONE"]
    world.run(tmp_path / "r.csv", resume=True, reuse_within=within and timedelta(hours=within))
    assert world.log[-1] == f"GET /jobs/{job}/result"


@pytest.mark.parametrize("state", ["FAILED", "GONE"])
def test_an_interrupted_job_that_failed_is_replaced_and_forgotten(world: World, tmp_path: Path, state: str) -> None:
    interrupted(world, tmp_path / "r.csv")
    world.states = [state, "FAILED"]
    with pytest.raises(JobFailedError):
        world.run(tmp_path / "r.csv", resume=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "note",
    [
        *("", "{", "[]", '{"token": "x", "started": 1e99}', '{"token": 1, "started": "x"}'),
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_note_that_cannot_be_read_is_ignored(world: World, tmp_path: Path, note: str) -> None:
    (tmp_path / ".r.csv.job").write_text(note)
    world.run(tmp_path / "r.csv", resume=True)
    assert world.log == ["POST /jobs", "GET /jobs/j1", "GET /jobs/j1/result"]


@pytest.mark.parametrize("name", ["é" * 127, "a" * 251])
def test_the_name_of_a_result_may_be_as_long_as_the_file_system_allows(world: World, tmp_path: Path, name: str) -> None:
    interrupted(world, tmp_path / name)
    assert len(list(tmp_path.iterdir())) == 1
    world.states = ["DONE"]
    world.run(tmp_path / name, resume=True)
    assert (world.started, [path.name for path in tmp_path.iterdir()]) == (1, [name])


@pytest.mark.parametrize("is_there", [True, False])
def test_the_note_of_a_job_is_no_link_and_private(world: World, tmp_path: Path, is_there: bool) -> None:
    victim, note = tmp_path / "victim", tmp_path / ".r.csv.job"
    if is_there:
        victim.write_text("precious")
    note.symlink_to(victim)
    with pytest.raises(PermissionError, match=r"\.r\.csv\.job: it is not a file that only this user can write to"):
        world.run(tmp_path / "r.csv", resume=True)
    assert (world.log, victim.exists() and victim.read_text()) == ([], is_there and "precious")
    note.unlink()
    interrupted(world, tmp_path / "r.csv")
    assert note.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("target", [None, io.BytesIO()])
def test_only_a_call_with_a_path_can_be_resumed(world: World, target: Any) -> None:
    with pytest.raises(InvalidRequestError, match="resume= needs a path"):
        world.run(target, resume=True)
    assert world.log == []


def test_without_a_recent_job_one_is_started(world: World) -> None:
    world.run(reuse_within=timedelta(hours=6))
    assert world.log == ["GET /jobs", "POST /jobs", "GET /jobs/j1", "GET /jobs/j1/result"]


@pytest.mark.parametrize("state", ["FAILED", "GONE"])
def test_a_reused_job_that_failed_or_expired_is_replaced(world: World, state: str) -> None:
    world.recent, world.states = {"j9": 1.0}, [state, "FAILED", "DONE"]
    world.run(reuse_within=timedelta(hours=6))
    asked = [line for line in world.log if line != "POST /jobs"]
    assert asked == ["GET /jobs", "GET /jobs/j9", "GET /jobs/j1", "GET /jobs/j2", "GET /jobs/j2/result"]


def test_a_failed_job_is_restarted_as_often_as_declared(world: World) -> None:
    world.states = ["FAILED", "NEW", "FAILED"]
    with pytest.raises(JobFailedError) as caught:
        world.run()
    assert (world.started, caught.value.job_id, caught.value.state) == (2, "j2", "FAILED")


def test_a_job_that_is_gone_is_not_restarted(world: World) -> None:
    world.states = ["GONE"]
    with pytest.raises(JobGoneError) as caught:
        world.run()
    assert (world.started, caught.value.job_id, caught.value.operation) == (1, "j1", "start")


def test_the_timeout_ends_polling_before_a_poll_that_would_be_too_late(world: World) -> None:
    world.states = ["NEW"]
    with pytest.raises(PollingTimeoutError) as caught:
        world.run(timeout=150)
    assert (world.asked_at, world.clock.now - NOW) == ([60, 120], 120)
    assert isinstance(caught.value, TimeoutError)
    world.states = ["DONE"]
    assert world.shop.run(world.resume(caught.value.token).result()).data == b"a,b\n"
    assert (world.started, world.asked_at) == (1, [60, 120, 180])


def test_a_token_keeps_the_interval(world: World) -> None:
    token = world.begin().token()
    world.clock.now += 45
    poller = world.resume(token)
    assert (world.shop.run(poller.status()), poller.state, poller.job_id) == ("DONE", "DONE", "j1")
    assert world.asked_at == [60]


def test_a_resumed_job_that_fails_is_not_restarted(world: World) -> None:
    poller, world.states = world.resume(world.begin().token()), ["FAILED"]
    with pytest.raises(JobFailedError):
        world.shop.run(poller.result())
    assert world.started == 1


def other(**changes: Any) -> str:
    return JobToken(**{"operation": "start", "id": "j1", "attempt": 1, "due": NOW, **changes}).encode()


BROKEN = ["", "x", "bm8=", "WzJd", "é", "[" * 9_999, other(operation="else"), other(id=""), other(due=float("inf"))]


@pytest.mark.parametrize("token", BROKEN)
def test_an_invalid_token_raises_an_error(world: World, token: str) -> None:
    with pytest.raises(InvalidRequestError, match="token"):
        world.resume(token)


def test_polls_keep_the_interval(world: World) -> None:
    world.states = ["NEW"]
    poller = world.begin()
    for _ in range(3):
        assert world.shop.run(poller.status()) == "NEW"
    assert world.asked_at == [60, 120, 180]
    assert max(world.clock) <= 1


def test_waiting_can_be_canceled_while_it_sleeps(world: World) -> None:
    poller = world.begin()
    world.clock.meanwhile.append(poller.cancel)
    with pytest.raises(JobCanceledError) as caught:
        world.shop.run(poller.result())
    assert (world.log, caught.value.job_id, world.clock.now - NOW) == (["POST /jobs"], "j1", 1)
    assert caught.value.token == poller.token()


def test_transient_errors_do_not_end_polling(world: World) -> None:
    world.states = [*[500] * 6, "NEW", *[503] * 6, "DONE"]  # two polls of three attempts
    assert world.run().data == b"a,b\n"


def test_repeated_transient_errors_end_polling(world: World) -> None:
    world.states = [500]
    with pytest.raises(ServerError):
        world.run()
    assert len(world.asked_at) == 9


def test_other_errors_end_polling_at_once(world: World) -> None:
    world.states = [404]
    with pytest.raises(NotFoundError):
        world.run()
    assert len(world.asked_at) == 1


@pytest.mark.parametrize("state", [None, "", {}, []])
def test_a_response_without_a_state_is_an_error(world: World, state: Any) -> None:
    world.states = [state]
    with pytest.raises(PollingError, match="contains no job state"):
        world.run()


def test_a_response_without_an_id_is_an_error(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world, "client", world.shop.client(httpx.Response(201, json={})))
    with pytest.raises(PollingError, match="contains no job id"):
        world.run()


def test_progress_reports_every_state_and_the_received_bytes(world: World) -> None:
    reports: list[Any] = []
    world.states = ["NEW", "DONE"]
    world.run(io.BytesIO(), on_progress=reports.append)
    states = [(report.state, report.job_id, report.received) for report in reports]
    assert states == [("started", "j1", 0), ("NEW", "j1", 0), ("DONE", "j1", 0), ("receiving", "", 4)]


def test_without_a_list_of_jobs_none_can_be_reused(world: World) -> None:
    job = replace(JOB, recent=None)
    begin: Any = begin_job if world.shop.flavour == "sync" else begin_job_async
    with pytest.raises(InvalidRequestError, match="reuse_within="):
        world.shop.run(begin(world.client, job, START.call, reuse_within=timedelta(1), interval=None))
    assert world.log == []


ERRORS = [
    error_class("text", operation="start", job_id="j1", state="FAILED", token="t")  # noqa: S106 - no secret
    for error_class in (PollingError, JobFailedError, JobGoneError, JobCanceledError, PollingTimeoutError)
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_keep_their_attributes_when_pickled(error: PollingError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
