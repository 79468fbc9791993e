"""A headless Chromium, where there is one."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--enable-logging=stderr", "--hide-scrollbars"),
)
_NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@dataclass(frozen=True)
class Visit:
    """A page as the browser had it in the end, and what it wrote to its console."""

    dom: str
    console: str


def visit(url: str, profile: Path, *, screenshot: Path | None = None, size: str = "1360,860") -> Visit:
    """Opens a page and waits until it has come to rest."""
    assert CHROMIUM is not None
    command = [CHROMIUM, *_QUIET, _NO_NETWORK, f"--user-data-dir={profile}", f"--window-size={size}"]
    command += ["--virtual-time-budget=10000", f"--screenshot={screenshot}" if screenshot else "--dump-dom", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    console = "\n".join(line for line in done.stderr.splitlines() if ":CONSOLE" in line)
    return Visit(done.stdout, console)
