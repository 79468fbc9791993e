"""A local, stateful server of any API whose document uses the x- vocabulary.

Needs the extra `sandbox` (starlette, uvicorn), so import it only where it is used.

    with run(Path("openapi.yaml"), time_scale=0.01) as sandbox:
        httpx.get(f"{sandbox.url}/things", headers={"X-Key": "sandbox-key"})

app.py tells what happens to a request; the other modules are its rooms.
"""

from channelsmith.sandbox.app import create_app
from channelsmith.sandbox.server import Running, run, run_command, serve
from channelsmith.sandbox.settings import Options, SettingError, Settings

__all__ = ["Options", "Running", "SettingError", "Settings", "create_app", "run", "run_command", "serve"]
