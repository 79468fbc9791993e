"""One table of client options feeds constructor, docstring, README, `with_options` and the reserved argument names."""

import importlib
import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from channelsmith.naming import client_options
from channelsmith.naming.client_options import CLIENT_OPTIONS, ClientOption
from runtime.shop import Shop
from support.packages import Package

Build = Callable[[str], Package]

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{user_agent_suffix}.test", variables: {user_agent_suffix: {default: demo}}}]
security: [{userAgentSuffix: []}]
paths:
  /orders:
    get: {operationId: listOrders, tags: [orders], responses: {"204": {description: ok}}}
components:
  securitySchemes:
    userAgentSuffix: {type: apiKey, in: header, name: X-Key}
"""
SUFFIX = ClientOption(
    name="user_agent_suffix",
    annotation="str",
    default='""',
    description="A text that is added to the User-Agent header.",
    summary="A text that is added to the User-Agent header.",
)


@pytest.fixture
def with_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_options, "CLIENT_OPTIONS", (*CLIENT_OPTIONS, SUFFIX))


@pytest.mark.usefixtures("with_suffix")
def test_an_option_of_the_table_is_found_wherever_options_are(build: Build) -> None:
    package = build(DOCUMENT.replace("userAgentSuffix", "key").replace("user_agent_suffix", "tenant"))
    module = package.load("client")
    for client in (getattr(module, name) for name in module.__all__):
        constructor = inspect.signature(client.__init__).parameters
        assert (constructor["user_agent_suffix"].annotation, constructor["user_agent_suffix"].default) == ("str", "")
        changed = inspect.signature(client.with_options).parameters["user_agent_suffix"]
        assert (changed.annotation, changed.default) == ("str | NotGiven", package.module.NOT_GIVEN)
        assert "user_agent_suffix: A text that is added to the User-Agent header." in client.__doc__
    readme = (package.folder / "README.md").read_text("utf-8")
    assert "| `user_agent_suffix` | | A text that is added to the User-Agent header. |" in readme


@pytest.mark.usefixtures("with_suffix")
def test_a_security_scheme_and_a_server_variable_make_way_for_an_option_of_the_same_name(build: Build) -> None:
    package = build(DOCUMENT)
    module = package.load("client")
    arguments = list(inspect.signature(getattr(module, module.__all__[-1]).__init__).parameters)
    assert arguments[:4] == ["self", "user_agent_suffix_secret", "server_user_agent_suffix", "base_url"]
    assert arguments.count("user_agent_suffix") == 1


@pytest.mark.parametrize("option", CLIENT_OPTIONS, ids=lambda option: option.name)
def test_every_option_is_reserved(option: ClientOption) -> None:
    assert option.name in client_options.reserved_arguments()


def test_the_runtime_has_a_field_for_every_option_that_can_change_from_call_to_call() -> None:
    options: Any = importlib.import_module("scratch._runtime.options").Options
    changeable = {option.name: eval(option.default) for option in CLIENT_OPTIONS if option.is_per_call}  # noqa: S307
    assert {each.name: each.default for each in fields(options)} == changeable


def test_options_of_a_copy_replace_those_of_the_client(shop: Shop) -> None:
    client = shop.client(timeout=5, strict=True)
    options = client.with_options(timeout=1)._config.options
    assert (options.timeout, options.strict, client._config.options.timeout) == (1, True, 5)


@pytest.fixture(params=["sync", "async"])
def shop(request: pytest.FixtureRequest) -> Shop:
    return Shop(request.param)
