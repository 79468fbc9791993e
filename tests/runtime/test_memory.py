"""The memory of a client does not grow with the number of its calls; `scripts/bench memory` makes 100,000 of them."""

import pytest

from runtime.memory import ALLOWED, measure

CALLS = 500


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("has_hooks", [False, True])
def test_a_client_keeps_nothing_of_its_calls(flavour: str, has_hooks: bool) -> None:
    assert measure(flavour, CALLS, has_hooks=has_hooks) < CALLS * ALLOWED


def test_what_is_kept_of_each_call_is_noticed() -> None:
    kept: list[object] = []
    growth = measure("sync", 200, has_hooks=False, after_response=kept.append)
    assert (growth > 200 * ALLOWED, len(kept) > 300) == (True, True)
