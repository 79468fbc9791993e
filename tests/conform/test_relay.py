"""The relay records what arrives, passes responses on unchanged, and breaks real connections."""

from collections.abc import Iterator

import httpx
import pytest

from channelsmith.conform.relay import (
    CELL_HEADER,
    Disconnect,
    Forward,
    Hang,
    Relay,
    Reply,
    Script,
    Step,
    run_relay,
)
from channelsmith.sandbox import run as sandbox
from conform.workshop import HERE

KEY = {"X-Workshop-Key": "sandbox-key"}
CELL = {CELL_HEADER: "1", **KEY}


@pytest.fixture(scope="module")
def relay() -> Iterator[Relay]:
    with sandbox(HERE / "workshop.yaml", time_scale=1e-6) as server, run_relay(server.url) as between:
        yield between


def script(relay: Relay, *steps: Step) -> Script:
    relay.scripts["1"] = Script(steps)
    return relay.scripts["1"]


def test_a_request_is_recorded_as_it_arrived_and_its_response_passed_on(relay: Relay) -> None:
    made = script(relay, Forward((("Prefer", "code=404"),)))
    response = httpx.get(f"{relay.url}/tools/a%2Fb%20c?x=1,2", headers={**CELL, "X-Trace": "t"})
    (exchange,) = made.exchanges
    assert (exchange.request.method, exchange.request.target) == ("GET", "/v1/tools/a%2Fb%20c?x=1,2")
    assert (exchange.request.header("x-trace"), exchange.request.header("Prefer")) == ("t", None)
    assert exchange.response is not None
    assert (exchange.response.status, exchange.response.body) == (404, response.content)
    assert sorted(exchange.response.headers) == sorted(response.headers.multi_items())
    assert response.json()["errors"][0]["code"] == 7


def test_each_request_of_a_cell_has_its_own_step_and_the_last_step_repeats(relay: Relay) -> None:
    script(relay, Reply(503), Reply(204))
    assert [httpx.get(f"{relay.url}/status", headers=CELL).status_code for _ in range(3)] == [503, 204, 204]


def test_a_chunked_or_long_body_is_recorded_whole(relay: Relay) -> None:
    made = script(relay, Reply(200))
    httpx.post(f"{relay.url}/tools", headers=CELL, content=iter([b"one, ", b"two"]))
    httpx.post(f"{relay.url}/tools", headers=CELL, content=b"x" * 300_000)
    assert [each.request.body for each in made.exchanges] == [b"one, two", b"x" * 300_000]


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (Disconnect(), httpx.ReadError),
        (Forward(then=Disconnect()), httpx.ReadError),
        (Forward((("X-Sandbox-Fault", "reset"),)), httpx.ReadError),
        (Forward((("X-Sandbox-Fault", "truncate"),)), httpx.RemoteProtocolError),
        (Reply(200, (), b"cut", 10), httpx.RemoteProtocolError),
        (Hang(), httpx.ReadTimeout),
    ],
)
def test_a_broken_connection_is_broken_for_the_client_too(
    relay: Relay, step: Step, error: type[httpx.TransportError]
) -> None:
    made = script(relay, step)
    with pytest.raises(error):
        httpx.get(f"{relay.url}/status", headers=CELL, timeout=0.3 if isinstance(step, Hang) else 30)
    assert len(made.exchanges) == 1


def test_a_response_can_be_edited(relay: Relay) -> None:
    script(relay, Forward(edit=lambda response: Reply(response.status, response.headers, response.body[:5])))
    response = httpx.get(f"{relay.url}/status", headers=CELL)
    assert (response.status_code, len(response.content), response.headers["content-type"]) == (
        200,
        5,
        "application/json",
    )


def test_requests_to_the_other_host_are_marked(relay: Relay) -> None:
    made = script(relay, Reply(302, (("Location", f"{relay.other_origin}/login"),)))
    httpx.get(f"{relay.url}/status", headers=CELL, follow_redirects=True)
    assert [each.is_own_host for each in made.exchanges] == [True, False]


def test_requests_that_belong_to_no_cell_are_strays(relay: Relay) -> None:
    before = len(relay.strays)
    assert httpx.get(f"{relay.url}/status", headers=KEY).status_code == 400
    assert len(relay.strays) == before + 1


def test_the_connection_is_reset_when_the_server_is_unreachable() -> None:
    with run_relay("http://127.0.0.1:9") as between:
        script(between, Forward())
        with pytest.raises(httpx.ReadError):
            httpx.get(between.url, headers=CELL)
