"""A local, stateful server of any API.

Needs the extra `sandbox` (starlette, uvicorn), so import it only where it is used. Behind a socket, for any client,
by the name of an API configured in `pyproject.toml` or by a path:

    with channelsmith.sandbox.run("shop", time_scale=0.01) as server:
        Shop(api_key="sandbox-key", base_url=server.url)

In the same process, without a socket, for clients that take a transport:

    app = create_app(read_document(Path("openapi.yaml")), Settings(items=20))
    httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sandbox")

app.py tells what happens to a request; the other modules are its rooms.
"""

from channelsmith.sandbox.app import create_app
from channelsmith.sandbox.server import Running, read_document, run, run_command, serve
from channelsmith.sandbox.settings import Options, SettingError, Settings

__all__ = [
    "Options",
    "Running",
    "SettingError",
    "Settings",
    "create_app",
    "read_document",
    "run",
    "run_command",
    "serve",
]
