"""A file is taken in every form, and nothing else is."""

import io
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from kinds import Kinds, Progress, Upload, models


async def produce() -> AsyncIterator[bytes]:
    yield b""


class AsyncReader:
    async def read(self, size: int = -1) -> bytes:
        return b""[:size]


fractions: list[float | None] = []
seen: list[Progress] = []
texts: list[str] = []
client = Kinds(base_url="https://api.test")
path = Path("a.png")
opened = path.open("rb")
buffer, spooled, named = io.BytesIO(), tempfile.SpooledTemporaryFile(), tempfile.NamedTemporaryFile()
up = client.files.up
up(file=b"", fastapi=bytearray(), optional=memoryview(b""), either=opened, inherited=path, pdf=buffer)
up(file=spooled, fastapi=named, optional=None, icon=("a", b""), attachment_main=("a", path, "image/png"))
up(files=[b"", path, opened, ("a", buffer)], fastapis=(path,), optionals=None, icons=[path])
client.files.blob(body=path)
client.files.image(body=("a.png", opened), media_type="image/png")
client.files.shared(name="x", file=path, media_type="multipart/form-data")
client.files.shared(name="x", file="text")
client.files.shared(body="<x/>", media_type="application/xml")
client.files.shared(body=path, media_type="application/octet-stream")
up(body=models.Upload(file=b"", files=[path, opened], optional=("a", buffer), optionals=[spooled]))
client.files.shared(body=models.Shared(name="x", file=path))
up(file=(chunk for chunk in [b""]), files=[iter([b""])], icon=("a", (chunk for chunk in [b""])))
up(file=Upload(path, on_progress=seen.append), files=[Upload(buffer, name="a", media_type="image/png")])
client.files.blob(body=Upload((chunk for chunk in [b""]), on_progress=lambda each: fractions.append(each.fraction)))
client.files.blob(body=produce())
client.files.blob(body=AsyncReader())
up(file=("a", AsyncReader()), optional=("a", produce(), "image/png"))
up(file=iter([""]))  # refused: arg-type
Upload("a.png")  # refused: arg-type
Upload(b"", on_progress=texts.append)  # refused: arg-type
up(file="a.png")  # refused: arg-type
up(files=["a.png"])  # refused: list-item
up(icon="a.png")  # refused: arg-type
up(file=path.open())  # refused: arg-type
up(file=("a", "b"))  # refused: arg-type
client.files.blob(body="a.png")  # refused: arg-type
client.files.shared(name="x", media_type="text/plain")  # refused: arg-type
models.Upload(file="a.png")  # refused: arg-type
models.Upload(files=["a.png"])  # refused: list-item
models.Upload(attachment_main=io.StringIO())  # refused: arg-type
