"""The server a suite runs against: the project's own sandbox, or one that is named."""

import json
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from channelsmith.config import Job
from channelsmith.conform.equal import is_dict
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Json
from channelsmith.sandbox import run as sandbox

SECRET: Final = "conform:conform-secret"  # noqa: S105 -- made up; a server of its own is told to take it
_HURRY: Final = 1e-6
"""How long a second takes in the sandbox: declared limits are over before the next call."""
_PATIENCE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is served, and what the server can do beyond it."""

    url: str
    control: str = ""
    """Where the sandbox's own endpoints are; "" for another server."""
    name: str = "the sandbox"
    secret: str = ""
    """The secret it takes; "" where that is not known."""

    @property
    def is_sandbox(self) -> bool:
        """Whether it knows the sandbox's headers."""
        return bool(self.control)

    def reset(self) -> None:
        """Puts the state of a sandbox back to how it was at the start."""
        request = urllib.request.Request(f"{self.control}/state/reset", method="POST")  # noqa: S310 -- as below
        with urllib.request.urlopen(request, timeout=_PATIENCE) as response:  # noqa: S310 -- its scheme was looked at
            response.read()

    def items(self, collection: str) -> list[Json]:
        """Some items of the collection of a sandbox that a path segment names."""
        listed = (_answer(f"{self.control}/state") or {}).get("collections", [])
        names = [each["name"] for each in listed]
        named = [each for each in names if each == collection or each.endswith(f".{collection}")]
        found = [(_answer(f"{self.control}/state/{quote(each)}?limit=3") or {}).get("items", []) for each in named]
        return [item for items in found for item in items]


@contextmanager
def serving(job: Job, base_url: str | None) -> Generator[Server]:
    """The sandbox of a document, or the server at a base URL.

    Raises:
        UnusableInput: the URL is none, or no server answers there.
    """
    if base_url is None:
        keys = (SECRET, *SECRET.split(":"))
        with sandbox(job.spec, job.overlays, job.allow_refs, time_scale=_HURRY, keys=keys) as running:
            yield Server(running.url, running.control_url, secret=SECRET)
    else:
        yield _named(base_url)


def _named(base_url: str) -> Server:
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username is not None:
        raise unusable("--base-url", "that is no http or https URL without user and query", "http://127.0.0.1:8080")
    if _answer(base_url) is None:
        raise unusable("--base-url", f"no server answers at {base_url}", "start it first")
    control = f"{parts.scheme}://{parts.netloc}/_sandbox"
    said = _answer(control) or {}
    if "timeScale" not in said:
        return Server(base_url.rstrip("/"), name=base_url)
    return Server(base_url.rstrip("/"), control, base_url, str(said.get("key") or ""))


def _answer(url: str) -> dict[str, Any] | None:
    """The JSON object a server gives at a URL, an empty one for anything else; None when there is no server."""
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as response:  # noqa: S310 -- its scheme was looked at
            found: object = json.loads(response.read())
    except urllib.error.HTTPError:
        return {}
    except OSError:
        return None
    except ValueError:
        return {}
    return found if is_dict(found) else {}


def unusable(place: str, message: str, hint: str) -> UnusableInput:
    """A problem with what was asked for, or with what it was asked of."""
    return UnusableInput(Diagnostic(Severity.ERROR, "conform", message, hint, SourceLocation(str(Path(place)), 1, 1)))
