"""Install a wheel of channelsmith with what it declares, in a new environment, and use it: `try_wheel.py FOLDER`.

The steps are those of a user: generate a package from examples/assistant.yaml, check it, install it, start the sandbox
and make calls. Dependencies are resolved anew, without constraints. Needs the standard library only, on every system.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

SPEC = Path(__file__).parents[1] / "examples" / "assistant.yaml"
PROGRAM = """
import asyncio
from assistant import Assistant, AsyncAssistant
from channelsmith.sandbox import run

async def answer(url):
    async with AsyncAssistant(base_url=url) as client:
        return (await client.answers.create(question="How many lamps are in stock?")).text

with run(SPEC) as server:
    with Assistant(base_url=server.url) as client:
        assert len(list(client.documents.list(size=50))) == 120
        client.documents.upload("stock.csv", body=b"LAMP-1,12")
        assert client.documents.get("stock.csv").data == b"LAMP-1,12"
        with client.answers.create(question="How many lamps are in stock?", stream=True) as events:
            assert [event.data.text for event in events]
    assert asyncio.run(answer(server.url)) == "There are 12 lamps."
print("the wheel works")
"""


def main(folder: Path) -> None:
    """Try the wheel of a folder. Raises CalledProcessError if a step fails."""
    (wheel,) = folder.resolve().glob("channelsmith-*.whl")
    with TemporaryDirectory(ignore_cleanup_errors=True) as work:
        venv.create(Path(work) / "venv", with_pip=True)
        scripts = Path(work) / "venv" / ("Scripts" if os.name == "nt" else "bin")

        def run(program: str, *arguments: str) -> None:
            subprocess.run([str(scripts / program), *arguments], check=True, cwd=work)  # noqa: S603 - our own commands

        install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run("python", *install, f"{wheel}[sandbox]")
        run("channelsmith", "lint", str(SPEC))
        run("channelsmith", "generate", "--spec", str(SPEC), "--output", "assistant")
        run("channelsmith", "check", "--spec", str(SPEC), "--output", "assistant")
        run("python", *install, "./assistant")
        run("python", "-c", PROGRAM.replace("SPEC", repr(str(SPEC))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
