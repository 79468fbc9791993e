"""Any document can be served: the server knows the vocabulary, not an API."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from channelsmith.diagnostics import UnusableInput
from support.exports import EXPORTS, TOKEN
from support.sandboxes import start_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_job_with_a_number_for_an_id_goes_through_its_states(tmp_path: Path) -> None:
    sandbox = start_text(EXPORTS, tmp_path, headers=TOKEN, pending_seconds=10)
    started = sandbox.post("/live/exports", json={"kind": "orders"})
    job = started.json()["job"]
    phases: list[object] = []
    for _ in range(2):
        phases.append(sandbox.get(f"/live/exports/{job}").json())
        sandbox.clock.now += 10
    assert (started.status_code, type(job)) == (202, int)
    assert phases == [{"phase": "running", "percent": 10}, {"phase": "finished", "percent": 10}]
    assert sandbox.get(f"/live/exports/{job}/data").text == "a,b"


def test_a_job_nobody_started_is_in_the_state_for_that(tmp_path: Path) -> None:
    sandbox = start_text(EXPORTS, tmp_path, headers=TOKEN)
    assert sandbox.get("/live/exports/99").json()["phase"] == "unknown"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"", "body: is required"),
        (b"{", "body: is not JSON"),
        (b"[]", 'body: [] is not of type "object"'),
        (b"{}", "kind: is required"),
        (b'{"kind": "cats"}', 'kind: "cats" is not one of "orders"'),
        (b'{"kind": "orders", "since": "may"}', 'since: "may" is not a "date"'),
    ],
)
def test_a_body_that_does_not_fit_is_refused_in_the_shape_declared_for_the_class(
    tmp_path: Path, body: bytes, complaint: str
) -> None:
    sandbox = start_text(EXPORTS, tmp_path, headers=TOKEN)
    response = sandbox.post("/live/exports", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
    assert response.json() == {"message": f"The request is invalid: {complaint}", "code": 12}


def test_a_body_of_another_media_type_is_refused(tmp_path: Path) -> None:
    response = start_text(EXPORTS, tmp_path, headers=TOKEN).post("/live/exports", data={"kind": "orders"})
    assert response.json()["message"].endswith("content-type: has to be one of application/json")


def test_where_no_failure_is_declared_a_problem_document_is_sent(tmp_path: Path) -> None:
    response = start_text(EXPORTS, tmp_path, headers=TOKEN).get("/live/exports/seven")
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "title": "Bad Request",
        "status": 400,
        "detail": 'The request is invalid: job: "seven" is not of type "integer"',
    }


def test_an_operation_without_memory_answers_with_a_body_made_from_its_schema(tmp_path: Path) -> None:
    response = start_text(EXPORTS, tmp_path).get("/live/ping")
    assert response.json()["tags"][0]["name"] == "text"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Authorization": "Basic " + base64.b64encode(b"user:sandbox-key").decode()}, 204),
        ({"Authorization": "Basic " + base64.b64encode(b"user:other").decode()}, 401),
        ({"Authorization": "Basic ***"}, 401),
        ({"Authorization": "Bearer sandbox-key", "Cookie": "session=sandbox-key"}, 204),
        ({"Authorization": "Bearer sandbox-key"}, 401),
        ({"Cookie": "session=sandbox-key"}, 401),
        ({}, 401),
    ],
)
def test_alternatives_are_enough_one_by_one_and_their_schemes_only_together(
    tmp_path: Path, headers: dict[str, str], code: int
) -> None:
    assert start_text(EXPORTS, tmp_path, headers=headers).send("DELETE", "/live/nothing").status_code == code


@pytest.mark.parametrize(
    ("accept", "body"), [("text/plain", "espresso"), ("application/json", '["espresso"]'), ("*/*", "espresso")]
)
def test_an_operation_without_memory_answers_in_the_form_asked_for(tmp_path: Path, accept: str, body: str) -> None:
    assert start_text(EXPORTS, tmp_path).get("/live/caf%C3%A9", headers={"accept": accept}).text == body


def test_a_path_may_be_percent_encoded_in_the_document(tmp_path: Path) -> None:
    assert start_text(EXPORTS, tmp_path).get("/live/caf%C3%A9?limit=x").status_code == 400


@pytest.mark.parametrize(
    ("before", "listed"),
    [
        ("2026-03-01T10:30:00", [2]),
        ("2026-03-01t10:30:00z", [2]),
        ("2026-03-01T09:00:00Z", []),
        ("yesterday", [2, 1]),
    ],
)
def test_a_list_with_a_loose_bound_reads_it_as_utc_or_not_at_all(
    tmp_path: Path, before: str, listed: list[int]
) -> None:
    response = start_text(EXPORTS, tmp_path, headers=TOKEN).get("/live/exports", params={"before": before})
    assert response.json() == listed


def test_a_scaled_job_is_done_sooner(tmp_path: Path) -> None:
    sandbox = start_text(EXPORTS, tmp_path, headers=TOKEN, pending_seconds=100, time_scale=0.01)
    job = sandbox.post("/live/exports", json={"kind": "orders"}).json()["job"]
    sandbox.clock.now += 0.5
    before = sandbox.get(f"/live/exports/{job}").json()["phase"]
    sandbox.clock.now += 0.5
    assert [before, sandbox.get(f"/live/exports/{job}").json()["phase"]] == ["running", "finished"]


def test_an_extension_that_names_a_missing_operation_is_a_located_problem(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        start_text(EXPORTS.replace("operation: showExport", "operation: showExprt"), tmp_path)
    [problem] = caught.value.diagnostics
    assert problem.message == "there is no operation 'showExprt'"
    assert problem.hint == "did you mean 'showExport'?"
    assert problem.location is not None
    assert problem.location.line == EXPORTS.count("\n", 0, EXPORTS.index("operation: showExport")) + 1


def test_the_next_jobs_can_be_made_to_fail_while_the_server_runs(tmp_path: Path) -> None:
    sandbox = start_text(EXPORTS, tmp_path, headers=TOKEN, pending_seconds=0)
    told = sandbox.post("/_sandbox/fail?next=1")
    jobs = [sandbox.post("/live/exports", json={"kind": "orders"}).json()["job"] for _ in range(2)]
    assert told.json()["failNext"] == 1
    assert [sandbox.get(f"/live/exports/{job}").json()["phase"] for job in jobs] == ["broken", "finished"]


def test_every_third_job_can_be_made_to_fail(tmp_path: Path) -> None:
    sandbox = start_text(EXPORTS, tmp_path, headers=TOKEN, pending_seconds=0, fail_every=3)
    jobs = [sandbox.post("/live/exports", json={"kind": "orders"}).json()["job"] for _ in range(4)]
    phases = [sandbox.get(f"/live/exports/{job}").json()["phase"] for job in jobs]
    assert phases == ["finished", "finished", "broken", "finished"]


def test_the_number_of_failures_has_to_be_a_number(tmp_path: Path) -> None:
    assert start_text(EXPORTS, tmp_path).post("/_sandbox/fail?next=-1").status_code == 400


def test_the_server_tells_what_it_serves(tmp_path: Path) -> None:
    assert start_text(EXPORTS, tmp_path, time_scale=0.5).get("/_sandbox").json() == {
        "api": "Exports",
        "basePath": "/live",
        "timeScale": 0.5,
        "pendingSeconds": 90.0,
        "failNext": 0,
        "version": "1",
        "seed": 1,
        "key": "sandbox-key",
        "requests": 0,
    }
