"""The limits a document declares, with a clock that is moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.sandboxes import Sandbox, start_text

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """
openapi: 3.1.0
info: {title: Limited, version: "1"}
security: [{key: []}]
x-rate-limit:
  requests: 3
  per: 10
  scope: account
  headers: {retryAfter: Retry-After, remaining: X-Left, limit: X-Limit}
paths:
  /a:
    get:
      responses:
        "200": {description: Fine, headers: {x-left: {schema: {type: integer}}}}
  /b:
    get:
      responses: {"200": {description: Fine}}
  /own:
    get:
      x-rate-limit: {requests: 1, per: 2.5, scope: operation}
      responses: {"200": {description: Fine}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
"""


def serve(folder: Path, *, time_scale: float = 1.0) -> Sandbox:
    return start_text(DOCUMENT, folder, headers={"X-Key": "one"}, keys=("one", "two"), time_scale=time_scale)


def test_operations_share_the_allowance_of_an_account(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    assert [sandbox.get(path).status_code for path in ("/a", "/b", "/a", "/b")] == [200, 200, 200, 429]


def test_another_account_has_an_allowance_of_its_own(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    for _ in range(4):
        sandbox.get("/a")
    assert sandbox.get("/a", headers={"X-Key": "two"}).status_code == 200


def test_a_limit_of_the_operation_replaces_that_of_the_document(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    codes = [sandbox.get("/own").status_code, sandbox.get("/own").status_code]
    sandbox.clock.now += 2.5
    assert [*codes, sandbox.get("/own").status_code, sandbox.get("/a").status_code] == [200, 429, 200, 200]


def test_refused_calls_do_not_count(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    sandbox.get("/own")
    for _ in range(5):
        sandbox.clock.now += 0.4
        assert sandbox.get("/own").status_code == 429
    sandbox.clock.now += 0.5
    assert sandbox.get("/own").status_code == 200


def test_calls_with_a_wrong_key_do_not_count(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    codes = [sandbox.get("/own", headers={"X-Key": "three"}).status_code for _ in range(2)]
    assert [*codes, sandbox.get("/own").status_code] == [401, 401, 200]


def test_the_interval_slides(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    codes: list[int] = []
    for _ in range(5):
        codes.append(sandbox.get("/a").status_code)
        sandbox.clock.now += 4
    assert codes == [200, 200, 200, 200, 200]


def test_a_success_carries_the_headers_its_declaration_names(tmp_path: Path) -> None:
    sandbox = serve(tmp_path)
    left = [sandbox.get("/a").headers["x-left"] for _ in range(3)]
    named = {"x-left", "x-limit", "retry-after"}
    assert left == ["2", "1", "0"]
    assert named & set(serve(tmp_path).get("/a").headers) == {"x-left"}
    assert named & set(serve(tmp_path).get("/b").headers) == set()


@pytest.mark.parametrize(
    ("time_scale", "passed", "wait"),
    [(1.0, 0.0, "10"), (1.0, 0.1, "10"), (1.0, 9.5, "1"), (0.01, 0.0, "1"), (2, 0, "20")],
)
def test_the_wait_is_in_whole_seconds_of_the_caller_and_at_least_one(
    tmp_path: Path, time_scale: float, passed: float, wait: str
) -> None:
    sandbox = serve(tmp_path, time_scale=time_scale)
    for _ in range(3):
        sandbox.get("/a")
    sandbox.clock.now += passed
    assert sandbox.get("/a").headers["retry-after"] == wait


def test_a_scaled_interval_is_over_sooner(tmp_path: Path) -> None:
    sandbox = serve(tmp_path, time_scale=0.01)
    codes = [sandbox.get("/own").status_code, sandbox.get("/own").status_code]
    sandbox.clock.now += 0.025
    assert [*codes, sandbox.get("/own").status_code] == [200, 429, 200]


@pytest.mark.parametrize(("time_scale", "policy"), [(1.0, "3;w=10"), (0.01, "3;w=0.1"), (1e-6, "3;w=0")])
def test_every_response_of_a_limited_operation_announces_the_limit_in_real_seconds(
    tmp_path: Path, time_scale: float, policy: str
) -> None:
    sandbox = serve(tmp_path, time_scale=time_scale)
    answers = [sandbox.get("/a") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert {answer.headers["ratelimit-policy"] for answer in answers} == {f'"account";q={policy}'}
