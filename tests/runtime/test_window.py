"""The sliding window: what it lets through, and that no network delay leads to a rejected call."""

import heapq
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scratch._runtime.api import RateLimit
from scratch._runtime.rate_limit.window import RECHECK, TRANSIT, SlidingWindow, WindowEntry

TWO = RateLimit(requests=2, per=60)
START = 1_000.0


def taken(*times: float, limit: RateLimit = TWO) -> SlidingWindow:
    """A window in which a call was made and answered at these times."""
    window = SlidingWindow()
    for number, now in enumerate(times):
        window, wait = window.reserve(now, call=f"c{number}", limit=limit)
        assert wait == 0
        window, _ = window.settle(now, call=f"c{number}", limit=limit)
    return window


def wait(window: SlidingWindow, now: float, limit: RateLimit = TWO) -> float:
    seconds: float = window.reserve(now, call="new", limit=limit)[1]
    return seconds


@pytest.mark.parametrize(
    ("times", "now", "expected"),
    [
        ((), 0, 0),
        ((0,), 0, 0),
        ((0, 0), 0, 60),
        ((0, 10), 20, 40),  # until the older one is over
        ((0, 10), 59.5, 0.5),
        ((0, 10), 60, 0),
        ((0, 10, 60), 61, 9),
        ((0, 10), 1e9, 0),
    ],
)
def test_as_many_calls_as_declared_pass_in_any_interval(times: tuple[float, ...], now: float, expected: float) -> None:
    assert wait(taken(*(START + second for second in times)), START + now) == pytest.approx(expected)


def test_a_slot_is_free_one_interval_after_the_response() -> None:
    window, _ = SlidingWindow().reserve(START, call="a", limit=RateLimit(requests=1, per=60))
    window, _ = window.settle(START + 1.5, call="a", limit=RateLimit(requests=1, per=60))
    assert window.expires == START + 61.5


def test_without_a_response_a_slot_is_free_one_interval_after_the_latest_arrival() -> None:
    window, _ = SlidingWindow().reserve(START, call="a", limit=TWO)
    assert window.expires == START + 60 + TRANSIT
    late, _ = window.settle(START + 50, call="a", limit=TWO)
    assert late.expires == START + 60 + TRANSIT


def test_a_slot_with_a_pending_response_is_rechecked() -> None:
    one = RateLimit(requests=1, per=10)
    window, _ = SlidingWindow().reserve(START, call="a", limit=one)
    assert [wait(window, START + second, one) for second in (0, 9, 11)] == [10, 1, RECHECK]
    assert wait(window, START + 12, one) == 0


def test_waiting_does_not_change_the_window() -> None:
    window = taken(START, START + 1)
    assert window.reserve(START + 30, call="new", limit=TWO)[0] is window


def test_a_rejected_call_does_not_count_and_blocks_all_others() -> None:
    window, _ = taken(START).reserve(START + 1, call="b", limit=TWO)
    window, _ = window.reject(START + 1, call="b", limit=TWO, wait=7)
    assert [wait(window, START + second) for second in (1, 7, 8)] == [7, 1, 0]


def test_a_block_is_capped() -> None:
    window, _ = SlidingWindow().reject(START, call="a", limit=TWO, wait=86_400)
    assert wait(window, START) == 120


def test_a_shorter_block_does_not_replace_a_longer_one() -> None:
    window, _ = SlidingWindow().reject(START, call="a", limit=TWO, wait=30)
    window, _ = window.reject(START, call="b", limit=TWO, wait=3)
    assert wait(window, START) == 30


@pytest.mark.parametrize(
    ("remaining", "free"),
    [(None, 3), (9, 3), (3, 3), (2, 2), (1, 1), (0, 0)],
    ids=["says nothing", "more than we know", "the same", "less", "much less", "nothing"],
)
def test_the_servers_count_only_lowers_ours(remaining: int | None, free: int) -> None:
    four = RateLimit(requests=4, per=60)
    window, _ = SlidingWindow().reserve(START, call="a", limit=four)
    window, _ = window.settle(START, call="a", limit=four, remaining=remaining)
    let_in = 0
    while wait(window, START, four) == 0:
        window, _ = window.reserve(START, call=f"n{let_in}", limit=four)
        let_in += 1
    assert let_in == free
    assert wait(taken_later := window, START + 62.1, four) == 0
    assert len(taken_later.reserve(START + 62.1, call="z", limit=four)[0].entries) == 1


def test_a_count_of_very_many_calls_of_others_needs_no_memory() -> None:
    many = RateLimit(requests=1_000_000_000, per=60)
    window, _ = SlidingWindow().reserve(START, call="a", limit=many)
    window, _ = window.settle(START, call="a", limit=many, remaining=1)
    window, _ = SlidingWindow.from_json(window.to_json()).reserve(START, call="b", limit=many)
    assert wait(window, START, many) == 60
    assert len(window.entries) == 3


def test_a_clock_that_was_set_back_blocks_for_at_most_an_interval() -> None:
    calls = (WindowEntry("a", START + 9_999, is_settled=True), WindowEntry("b", START + 9_999, is_settled=True))
    for future, longest in ((SlidingWindow(calls), 60 + TRANSIT), (SlidingWindow(blocked_until=START + 9_999), 120)):
        kept, seconds = future.reserve(START, call="new", limit=TWO)
        assert seconds == longest
        assert wait(kept, START + seconds) == 0


def test_a_window_survives_serialization() -> None:
    window, _ = taken(START, START + 0.1).reject(START, call="x", limit=TWO, wait=1.25)
    assert SlidingWindow.from_json(window.to_json()) == window
    assert SlidingWindow.from_json("") == SlidingWindow()
    assert SlidingWindow.from_json('[0, [["a", 7, true]]]').entries == (WindowEntry("a", 7.0, is_settled=True),)


@pytest.mark.parametrize("text", ["{", "1", "[]", "[1]", '[1, ["x"]]', '["x", []]', "null", '[0, [["a", null, true]]]'])
def test_an_invalid_serialized_window_raises_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a rate-limit window"):
        SlidingWindow.from_json(text)


@given(
    limit=st.builds(RateLimit, requests=st.integers(1, 6), per=st.sampled_from([0.25, 1.0, 60.0])),
    network=st.lists(st.tuples(st.floats(0, TRANSIT), st.floats(0, 5), st.floats(0, 1)), min_size=1, max_size=40),
)
def test_a_counting_server_never_rejects_a_call(limit: Any, network: list[tuple[float, float, float]]) -> None:
    window, now = SlidingWindow(), START
    arrivals: list[float] = []
    answers: list[tuple[float, str]] = []
    for number, (way_there, way_back, pause) in enumerate(network):
        now += pause
        while True:
            while answers and answers[0][0] <= now:
                at, call = heapq.heappop(answers)
                window, _ = window.settle(at, call=call, limit=limit)
            window, seconds = window.reserve(now, call=f"c{number}", limit=limit)
            if not seconds:
                break
            now += seconds
        arrivals.append(now + way_there)
        heapq.heappush(answers, (now + way_there + way_back, f"c{number}"))
    arrivals.sort()
    pairs = zip(arrivals, arrivals[limit.requests :], strict=False)
    assert [late - early for early, late in pairs if late - early < limit.per - 1e-6] == []


@given(st.builds(RateLimit, requests=st.integers(1, 6), per=st.sampled_from([0.25, 1.0, 60.0])))
def test_with_a_fast_server_the_whole_limit_is_used(limit: Any) -> None:
    window, now, times = SlidingWindow(), 0.0, list[float]()
    for number in range(3 * limit.requests):
        while seconds := window.reserve(now, call=f"c{number}", limit=limit)[1]:
            now += seconds
        window, _ = window.reserve(now, call=f"c{number}", limit=limit)
        window, _ = window.settle(now, call=f"c{number}", limit=limit)
        times.append(now)
    full = max(limit.per, RECHECK)
    assert times == pytest.approx([number // limit.requests * full for number in range(3 * limit.requests)])
