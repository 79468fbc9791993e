"""Any document can be served: the server knows the vocabulary, not an API."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from channelsmith.diagnostics import UnusableInput
from support.sandboxes import start_text

if TYPE_CHECKING:
    from pathlib import Path

EXPORTS = """
openapi: 3.1.0
info: {title: Exports, version: "1"}
servers: [{url: "https://exports.example/{stage}", variables: {stage: {default: live}}}]
security: [{token: []}]
paths:
  /exports:
    post:
      operationId: startExport
      x-polling:
        id: /job
        status: {operation: showExport, parameter: job, state: /phase}
        result: {operation: fetchExport, parameter: job}
        states: {pending: [queued, running], done: [finished], failed: [broken], gone: [unknown]}
        interval: 5
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind]
              properties:
                kind: {enum: [orders]}
                since: {type: string, format: date}
      responses:
        "202":
          description: Started
          content: {application/json: {example: {job: 7}}}
        4XX:
          description: Refused
          content:
            application/json:
              schema:
                type: object
                required: [message]
                properties: {message: {type: string}, code: {type: integer, const: 12}}
  /exports/{job}:
    parameters:
      - {name: job, in: path, required: true, schema: {type: integer}}
    get:
      operationId: showExport
      responses:
        "200":
          description: State
          content: {application/json: {example: {phase: running, percent: 10}}}
  /exports/{job}/data:
    parameters:
      - {name: job, in: path, required: true, schema: {type: integer}}
    get:
      operationId: fetchExport
      responses:
        "200":
          description: Data
          content: {text/csv: {example: "a,b"}, application/json: {example: [1]}}
  /ping:
    get:
      operationId: ping
      security: []
      responses:
        "200":
          description: Alive
          content:
            application/json:
              schema:
                type: object
                required: [at, tags]
                properties:
                  at: {type: string, format: date-time}
                  tags: {type: array, items: {$ref: "#/components/schemas/Tag"}}
  /nothing:
    delete:
      operationId: forget
      security: [{basic: []}, {token: [], cookie: []}]
      responses: {"204": {description: Gone}}
components:
  schemas:
    Tag: {type: object, required: [name], properties: {name: {type: string}, above: {$ref: "#/components/schemas/Tag"}}}
  securitySchemes:
    token: {type: http, scheme: bearer}
    basic: {type: http, scheme: basic}
    cookie: {type: apiKey, in: cookie, name: session}
"""
TOKEN = {"Authorization": "Bearer sandbox-key"}


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
        (b"[]", "body: [] is not of type 'object'"),
        (b"{}", "kind: is required"),
        (b'{"kind": "cats"}', "kind: 'cats' is not one of ['orders']"),
        (b'{"kind": "orders", "since": "may"}', "since: 'may' is not a 'date'"),
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
        "detail": "The request is invalid: job: 'seven' is not of type 'integer'",
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


def test_an_extension_that_names_a_missing_operation_is_a_located_problem(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        start_text(EXPORTS.replace("operation: showExport", "operation: showExprt"), tmp_path)
    [problem] = caught.value.diagnostics
    assert problem.message == "there is no operation 'showExprt'"
    assert problem.hint == "did you mean 'showExport'?"
    assert problem.place is not None
    assert problem.place.line == EXPORTS.count("\n", 0, EXPORTS.index("operation: showExport")) + 1


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
    }
