"""A file is taken in every form, and nothing else is."""

import io
import tempfile
from pathlib import Path

from kinds import Kinds, models

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
