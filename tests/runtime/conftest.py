"""A made-up API, called once through the sync and once through the async client."""

import pytest

from runtime.shop import Shop


@pytest.fixture(params=["sync", "async"])
def shop(request: pytest.FixtureRequest) -> Shop:
    """A client of each flavour, with prepared answers."""
    return Shop(request.param)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SHOP_TENANT", "SHOP_BASE_URL", "SHOP_API_KEY", "SHOP_TOKEN", "SHOP_LOGIN"):
        monkeypatch.delenv(name, raising=False)
