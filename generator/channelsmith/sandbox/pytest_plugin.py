"""A pytest plugin: the fixture `channelsmith_sandbox` starts local servers for a test and stops them after it.

    def test_my_glue(channelsmith_sandbox):
        server = channelsmith_sandbox("openapi.yaml", fault={"5xx": 0.1})
        ...

pytest finds it by itself where channelsmith is installed. Nothing of the sandbox is loaded before a test asks for it.
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
    """Starts a server that lasts as long as the test."""

    def __call__(self, api_or_spec: str | Path, **options: Unpack[Options]) -> Running:
        """Serves a configured API or an OpenAPI document on a free port; the options are those of `Settings`.

        Raises:
            UnusableInput: there is no such API, or the document can not be read.
            SettingError: an option makes no sense.
        """
        ...


@pytest.fixture
def channelsmith_sandbox() -> Iterator[Start]:
    """A function that starts a local server of an API: `channelsmith_sandbox("openapi.yaml", fault={"5xx": 0.1})`."""
    with ExitStack() as servers:

        def start(api_or_spec: str | Path, **options: Unpack[Options]) -> Running:
            from channelsmith.sandbox import run  # noqa: PLC0415 -- only for those who use it

            return servers.enter_context(run(str(api_or_spec), **options))

        yield start
