"""A pytest plugin: the fixture `channelsmith_sandbox` starts local servers for a test and stops them after it.

    def test_my_glue(channelsmith_sandbox):
        server = channelsmith_sandbox("openapi.yaml", fault={"5xx": 0.1})
        ...

pytest finds the plugin where channelsmith is installed. The sandbox is loaded when a test uses the fixture.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Unpack

    from channelsmith.sandbox import Options, Running


class Start(Protocol):
    """Starts a server that runs until the end of the test."""

    def __call__(self, api_or_spec: str | Path, **options: Unpack[Options]) -> Running:
        """Serve a configured API, an installed package or an OpenAPI document on a free port.

        The options are those of `Settings`.

        Raises:
            UnusableInput: there is no such API, or the document is invalid.
            SettingError: an option is invalid.
        """
        ...


@pytest.fixture
def channelsmith_sandbox() -> Iterator[Start]:
    """Return a function that starts a local server: `channelsmith_sandbox("openapi.yaml", fault={"5xx": 0.1})`."""
    with ExitStack() as servers:

        def start(api_or_spec: str | Path, **options: Unpack[Options]) -> Running:
            from channelsmith.sandbox import run  # noqa: PLC0415 -- slow, and only for tests that use it

            return servers.enter_context(run(str(api_or_spec), **options))

        yield start
