"""The server that a run uses: the sandbox of the document, or one that is named."""

import json
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

from channelsmith.config import ApiConfig
from channelsmith.conform.compare import is_dict
from channelsmith.conform.invoke import unusable
from channelsmith.document import Json
from channelsmith.sandbox import run as run_sandbox

SECRET: Final = "conform:conform-secret"  # noqa: S105 -- made up; the sandbox is started with it
_TIME_SCALE: Final = 1e-6
"""How long a second takes in the sandbox: declared limits are over before the next call."""
_PATIENCE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is served. `control_url` is that of the sandbox's own endpoints, "" for another server."""

    url: str
    control_url: str = ""
    name: str = "the sandbox"
    secret: str = ""
    """The secret that it accepts; "" where that is not known."""

    @property
    def is_sandbox(self) -> bool:
        """Whether it knows the headers of the sandbox."""
        return bool(self.control_url)

    def reset(self) -> None:
        """Reset the state of the sandbox."""
        request = urllib.request.Request(f"{self.control_url}/state/reset", method="POST")  # noqa: S310 -- as below
        with urllib.request.urlopen(request, timeout=_PATIENCE) as response:  # noqa: S310 -- its scheme was checked
            response.read()

    def items(self, collection: str) -> list[Json]:
        """Some items of the sandbox's collection that a path segment names."""
        listed = (_get_json(f"{self.control_url}/state") or {}).get("collections", [])
        names = [listing["name"] for listing in listed if f".{listing['name']}".endswith(f".{collection}")]
        pages = [_get_json(f"{self.control_url}/state/{quote(name)}?limit=3") or {} for name in names]
        return [item for page in pages for item in page.get("items", [])]


@contextmanager
def run_server(config: ApiConfig, base_url: str | None) -> Generator[Server]:
    """Run the sandbox of a document, or use the server at a base URL.

    Raises:
        UnusableInput: the URL is not usable, or no server answers there.
    """
    if base_url is None:
        keys = (SECRET, *SECRET.split(":"))
        with run_sandbox(
            config.spec,
            config.overlays,
            config.allow_refs,
            behavior=config.sandbox,
            time_scale=_TIME_SCALE,
            keys=keys,
        ) as running:
            yield Server(running.url, running.control_url, secret=SECRET)
    else:
        yield _find_server(base_url)


def _find_server(base_url: str) -> Server:
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username is not None:
        raise unusable("--base-url", "this is not an http or https URL without user and query", "http://127.0.0.1:8080")
    if _get_json(base_url) is None:
        raise unusable("--base-url", f"no server answers at {base_url}", "start it first")
    control_url = f"{parts.scheme}://{parts.netloc}/_sandbox"
    sandbox = _get_json(control_url) or {}
    if "timeScale" not in sandbox:
        return Server(base_url.rstrip("/"), name=base_url)
    return Server(base_url.rstrip("/"), control_url, base_url, str(sandbox.get("key") or ""))


def _get_json(url: str) -> dict[str, Any] | None:
    """The JSON object at a URL, an empty one for any other response; None when no server answers."""
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as response:  # noqa: S310 -- its scheme was checked
            content: object = json.loads(response.read())
    except urllib.error.HTTPError:
        return {}
    except OSError:
        return None
    except ValueError:
        return {}
    return content if is_dict(content) else {}
