"""Numbers in extensions that no client could use: a located problem, never a traceback."""

from pathlib import Path

import pytest

from channelsmith.diagnostics import UnusableInput
from channelsmith.pipeline import load_api
from support.reading import api_of

SPEC = """\
openapi: 3.1.0
info: {{title: T, version: "1"}}
servers: [{{url: "https://a.test"}}]
x-source: {{basis: documented, doc: Guide}}
x-rate-limit: {{requests: {requests}, per: {per}, scope: account}}
x-concurrency: {{requests: {places}, scope: account}}
paths:
  /jobs:
    post:
      operationId: start
      x-polling:
        id: ""
        status: {{operation: ask, parameter: id, state: ""}}
        result: {{operation: ask, parameter: id}}
        states: {{pending: [P], done: [D]}}
        interval: {interval}
        attempts: {attempts}
      responses: {{"200": {{description: ok, content: {{application/json: {{schema: {{type: string}}}}}}}}}}
  /jobs/{{id}}:
    get:
      operationId: ask
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses: {{"200": {{description: ok, content: {{application/json: {{schema: {{type: string}}}}}}}}}}
"""
USUAL = {"requests": "1", "per": "60", "places": "4", "interval": "60", "attempts": "2"}
LINES = {"requests": 5, "per": 5, "places": 6, "interval": 16, "attempts": 17}


def written(folder: Path, **odd: str) -> Path:
    file = folder / "openapi.yaml"
    file.write_text(SPEC.format(**{**USUAL, **odd}), "utf-8")
    return file


@pytest.mark.parametrize("word", LINES)
@pytest.mark.parametrize("number", [".inf", "-.inf", ".nan", "1e999", "-1", "1e300", "9" * 40, "true", "'5'", "null"])
def test_unusable_numbers_are_refused_and_located(tmp_path: Path, word: str, number: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        load_api(written(tmp_path, **{word: number}))
    assert {each.location.line for each in caught.value.diagnostics} == {LINES[word]}


@pytest.mark.parametrize("word", ["requests", "places", "attempts"])
@pytest.mark.parametrize("number", ["0", "1.5"])
def test_a_count_is_a_positive_integer(tmp_path: Path, word: str, number: str) -> None:
    with pytest.raises(UnusableInput):
        load_api(written(tmp_path, **{word: number}))


@pytest.mark.parametrize("number", ["2", "2.0", "2e0", "0x2"])
def test_an_integer_may_be_written_in_any_form(tmp_path: Path, number: str) -> None:
    api = load_api(written(tmp_path, requests=number, places=number, attempts=number)).api
    counts = [(each.polling.attempts if each.polling else 2) for each in api.operations]
    assert (api.rate_limit and api.rate_limit.requests, api.concurrency and api.concurrency.requests) == (2, 2)
    assert counts == [2, 2]


def test_statuses_and_codes_may_be_written_in_any_form(tmp_path: Path) -> None:
    api = api_of(
        tmp_path,
        "paths:\n  /a:\n    get: {x-retry: {statuses: [429.0, 5.03e2]}, x-codes: {'400': [1.0]}}\n",
    )
    assert [(each.retry and each.retry.statuses, each.codes) for each in api.operations] == [
        ((429, 503), (("400", (1,)),))
    ]
