"""The relay notes what arrives, passes answers on as they are, and breaks connections for real."""

from collections.abc import Iterator

import httpx
import pytest

from channelsmith.conform.relay import Relay, relayed
from channelsmith.conform.traffic import CELL_HEADER, Answered, Cut, Forward, Hang, Reply, Script, Step
from channelsmith.sandbox import run as sandbox
from conform.workshop import HERE

KEY = {"X-Workshop-Key": "sandbox-key"}
CELL = {CELL_HEADER: "1", **KEY}


@pytest.fixture(scope="module")
def relay() -> Iterator[Relay]:
    with sandbox(HERE / "workshop.yaml", time_scale=1e-6) as server, relayed(server.url) as between:
        yield between


def script(relay: Relay, *steps: Step) -> Script:
    relay.scripts["1"] = Script(steps)
    return relay.scripts["1"]


def test_a_request_is_noted_as_it_arrived_and_its_answer_passed_on(relay: Relay) -> None:
    seen = script(relay, Forward((("Prefer", "code=404"),)))
    response = httpx.get(f"{relay.url}/tools/a%2Fb%20c?x=1,2", headers={**CELL, "X-Trace": "t"})
    (exchange,) = seen.seen
    assert (exchange.sent.method, exchange.sent.target) == ("GET", "/v1/tools/a%2Fb%20c?x=1,2")
    assert (exchange.sent.header("x-trace"), exchange.sent.header("Prefer")) == ("t", None)
    assert exchange.answered == Answered(
        404, tuple((name.lower(), value) for name, value in response.headers.multi_items()), response.content
    )
    assert response.json()["errors"][0]["code"] == 7


def test_each_request_of_a_cell_has_its_own_step_and_the_last_goes_on(relay: Relay) -> None:
    script(relay, Reply(503), Reply(204))
    assert [httpx.get(f"{relay.url}/status", headers=CELL).status_code for _ in range(3)] == [503, 204, 204]


def test_a_body_is_passed_on_whole_however_it_is_sent(relay: Relay) -> None:
    seen = script(relay, Reply(200))
    httpx.post(f"{relay.url}/tools", headers=CELL, content=iter([b"one, ", b"two"]))
    httpx.post(f"{relay.url}/tools", headers=CELL, content=b"x" * 300_000)
    assert [each.sent.body for each in seen.seen] == [b"one, two", b"x" * 300_000]


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (Cut(), httpx.ReadError),
        (Forward(then=Cut()), httpx.ReadError),
        (Forward((("X-Sandbox-Fault", "reset"),)), httpx.ReadError),
        (Forward((("X-Sandbox-Fault", "truncate"),)), httpx.RemoteProtocolError),
        (Reply(200, (), b"cut", 10), httpx.RemoteProtocolError),
        (Hang(), httpx.ReadTimeout),
    ],
)
def test_a_broken_connection_is_broken_for_the_client_too(
    relay: Relay, step: Step, error: type[httpx.TransportError]
) -> None:
    seen = script(relay, step)
    with pytest.raises(error):
        httpx.get(f"{relay.url}/status", headers=CELL, timeout=0.3 if isinstance(step, Hang) else 30)
    assert len(seen.seen) == 1


def test_an_answer_can_be_changed_on_its_way(relay: Relay) -> None:
    script(relay, Forward(edit=lambda answered: Reply(answered.status, answered.headers, answered.body[:5])))
    response = httpx.get(f"{relay.url}/status", headers=CELL)
    assert (response.status_code, len(response.content), response.headers["content-type"]) == (
        200,
        5,
        "application/json",
    )


def test_what_comes_to_the_other_host_is_noted_apart(relay: Relay) -> None:
    seen = script(relay, Reply(302, (("Location", f"{relay.elsewhere}/login"),)))
    httpx.get(f"{relay.url}/status", headers=CELL, follow_redirects=True)
    assert [each.here for each in seen.seen] == [True, False]


def test_requests_of_no_cell_are_strays(relay: Relay) -> None:
    before = len(relay.strays)
    assert httpx.get(f"{relay.url}/status", headers=KEY).status_code == 400
    assert len(relay.strays) == before + 1


def test_a_server_that_is_gone_resets_the_connection() -> None:
    with relayed("http://127.0.0.1:9") as between:
        script(between, Forward())
        with pytest.raises(httpx.ReadError):
            httpx.get(between.url, headers=CELL)
