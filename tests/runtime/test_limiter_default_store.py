"""The default store: in memory, and none for a server on this machine."""

from typing import Any

import pytest
from scratch._runtime.client import SyncClient
from scratch._runtime.rate_limit.stores import MemoryRateLimits

from runtime.shop import API


@pytest.mark.parametrize(
    ("base_url", "counted"),
    [
        ("https://api.example", True),
        ("http://10.0.0.7:8080", True),
        ("http://localhost.example", True),
        ("http://127.0.0.1:8080/api", False),
        ("http://127.8.8.8", False),
        ("http://[::1]:8080", False),
        ("http://localhost:8080", False),
        ("http://shop.localhost", False),
    ],
)
def test_calls_to_a_local_server_are_not_counted_by_default(base_url: str, counted: bool) -> None:
    client = SyncClient(API, base_url=base_url)
    store = client._config.limiter.store(None)
    assert isinstance(store, MemoryRateLimits) is counted
    client.close()


@pytest.mark.parametrize("given", [MemoryRateLimits(), False])
def test_a_given_store_is_used_for_every_server(given: Any) -> None:
    client = SyncClient(API, base_url="http://127.0.0.1", rate_limits=given)
    assert client._config.limiter.store(client._config.options.rate_limits) is (given or None)
    client.close()
