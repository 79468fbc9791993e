"""A local, stateful server of any API.

Needs the extra `sandbox` (starlette, uvicorn). Behind a socket, for any client, by the name of an API configured in
`pyproject.toml` or by a path:

    with channelsmith.sandbox.run("shop", time_scale=0.01) as server:
        Shop(api_key="sandbox-key", base_url=server.url)

In the same process, without a socket, for clients that take a transport:

    app = create_app(read_api("openapi.yaml"), Settings(items=20))
    httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sandbox")

`app.py` shows the order in which a request is processed. Names are loaded on first use, because the pytest plugin in
this package is imported at the start of every test run.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from channelsmith.sandbox.app import create_app
    from channelsmith.sandbox.server import Running, read_api, run, run_command, serve
    from channelsmith.sandbox.settings import Options, SettingError, Settings
    from channelsmith.sandbox.state.behavior import Behavior, Filter, Unique, gtin, load_behavior
    from channelsmith.sandbox.state.context import Context, HTTPError, JsonObject, RequestContext

__all__ = [
    "Behavior",
    "Context",
    "Filter",
    "HTTPError",
    "JsonObject",
    "Options",
    "RequestContext",
    "Running",
    "SettingError",
    "Settings",
    "Unique",
    "create_app",
    "gtin",
    "load_behavior",
    "read_api",
    "run",
    "run_command",
    "serve",
]

_MODULES = {
    **dict.fromkeys(("Behavior", "Filter", "Unique", "gtin", "load_behavior"), "state.behavior"),
    **dict.fromkeys(("Context", "HTTPError", "JsonObject", "RequestContext"), "state.context"),
    "create_app": "app",
    "Options": "settings",
    "SettingError": "settings",
    "Settings": "settings",
}
"""The modules of the names that are not in `server`."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'server')}"), name)
