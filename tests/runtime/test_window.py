"""The arithmetic of rate limits: what a window lets through, and that no network makes a careful client be refused."""

import heapq
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scratch._runtime.limits import RateLimit
from scratch._runtime.rate_limit.window import RECHECK, TRANSIT, SlidingWindow, WindowEntry

TWO = RateLimit(requests=2, per=60)
START = 1_000.0


def taken(*times: float, limit: RateLimit = TWO) -> SlidingWindow:
    """A window in which a call was made and answered at each of these times."""
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
def test_as_many_as_declared_are_let_through_in_any_interval(
    times: tuple[float, ...], now: float, expected: float
) -> None:
    assert wait(taken(*(START + each for each in times)), START + now) == pytest.approx(expected)


def test_an_allowance_is_over_an_interval_after_the_answer_came() -> None:
    window, _ = SlidingWindow().reserve(START, call="a", limit=RateLimit(requests=1, per=60))
    window, _ = window.settle(START + 1.5, call="a", limit=RateLimit(requests=1, per=60))
    assert window.expires == START + 61.5


def test_a_call_without_an_answer_is_over_when_it_must_have_arrived_an_interval_ago() -> None:
    window, _ = SlidingWindow().reserve(START, call="a", limit=TWO)
    assert window.expires == START + 60 + TRANSIT
    late, _ = window.settle(START + 50, call="a", limit=TWO)
    assert late.expires == START + 60 + TRANSIT


def test_while_an_answer_is_awaited_its_place_is_asked_for_again_and_again() -> None:
    one = RateLimit(requests=1, per=10)
    window, _ = SlidingWindow().reserve(START, call="a", limit=one)
    assert [wait(window, START + each, one) for each in (0, 9, 11)] == [10, 1, RECHECK]
    assert wait(window, START + 12, one) == 0


def test_who_has_to_wait_changes_nothing() -> None:
    window = taken(START, START + 1)
    assert window.reserve(START + 30, call="new", limit=TWO)[0] is window


def test_a_refused_call_does_not_count_and_nobody_goes_before_the_server_wants() -> None:
    window, _ = taken(START).reserve(START + 1, call="b", limit=TWO)
    window, _ = window.reject(START + 1, call="b", limit=TWO, wait=7)
    assert [wait(window, START + each) for each in (1, 7, 8)] == [7, 1, 0]


def test_a_server_that_wants_more_than_the_cap_is_asked_again_after_it() -> None:
    window, _ = SlidingWindow().reject(START, call="a", limit=TWO, wait=86_400)
    assert wait(window, START) == 120


def test_a_shorter_refusal_does_not_undo_a_longer_one() -> None:
    window, _ = SlidingWindow().reject(START, call="a", limit=TWO, wait=30)
    window, _ = window.reject(START, call="b", limit=TWO, wait=3)
    assert wait(window, START) == 30


@pytest.mark.parametrize(
    ("remaining", "free"),
    [(None, 3), (9, 3), (3, 3), (2, 2), (1, 1), (0, 0)],
    ids=["says nothing", "more than we know", "the same", "less", "much less", "nothing"],
)
def test_the_servers_own_count_lowers_ours_and_never_raises_it(remaining: int | None, free: int) -> None:
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


def test_a_clock_that_was_put_back_blocks_nobody_for_longer_than_an_interval() -> None:
    calls = (WindowEntry("a", START + 9_999, is_settled=True), WindowEntry("b", START + 9_999, is_settled=True))
    for future, longest in ((SlidingWindow(calls), 60 + TRANSIT), (SlidingWindow(blocked_until=START + 9_999), 120)):
        kept, seconds = future.reserve(START, call="new", limit=TWO)
        assert seconds == longest
        assert wait(kept, START + seconds) == 0


def test_a_ledger_survives_being_written_down() -> None:
    window, _ = taken(START, START + 0.1).reject(START, call="x", limit=TWO, wait=1.25)
    assert SlidingWindow.from_json(window.to_json()) == window
    assert SlidingWindow.from_json("") == SlidingWindow()


@pytest.mark.parametrize("text", ["{", "1", "[]", "[1]", '[1, ["x"]]', '["x", []]', "null", '[0, [["a", null, true]]]'])
def test_a_text_that_is_no_ledger_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a rate-limit window"):
        SlidingWindow.from_json(text)


@given(
    limit=st.builds(RateLimit, requests=st.integers(1, 6), per=st.sampled_from([0.25, 1.0, 60.0])),
    network=st.lists(st.tuples(st.floats(0, TRANSIT), st.floats(0, 5), st.floats(0, 1)), min_size=1, max_size=40),
)
def test_a_server_that_counts_never_has_to_refuse(limit: Any, network: list[tuple[float, float, float]]) -> None:
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
def test_with_a_quick_server_the_whole_allowance_is_used(limit: Any) -> None:
    window, now, times = SlidingWindow(), 0.0, list[float]()
    for number in range(3 * limit.requests):
        while seconds := window.reserve(now, call=f"c{number}", limit=limit)[1]:
            now += seconds
        window, _ = window.reserve(now, call=f"c{number}", limit=limit)
        window, _ = window.settle(now, call=f"c{number}", limit=limit)
        times.append(now)
    full = max(limit.per, RECHECK)
    assert times == pytest.approx([each // limit.requests * full for each in range(3 * limit.requests)])
