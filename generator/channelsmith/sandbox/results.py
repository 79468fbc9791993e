"""The results of jobs: rows in the format the caller wants."""

from starlette.responses import Response

from channelsmith.document import Document
from channelsmith.sandbox.answers import answer_as_shown
from channelsmith.sandbox.formats import writer
from channelsmith.sandbox.media import choose
from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.rows import make_table
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.said import said_of


class Results:
    """The tables `x-sandbox.rows` describes, by operationId."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Makes every table now, so that a mistake shows at the start."""
        sandbox = said_of(document.root)
        rows = sandbox.get("rows") if sandbox is not None else None
        self._tables = {
            name: make_table(said, count=settings.rows, seed=settings.seed)
            for name, said in (rows.items() if rows is not None else ())
        }

    def answer(self, received: Received, job_id: str) -> Response:
        """The result of a job that is done.

        An id that ends in a format (`23.csv`) gets that format, any other the one the `Accept` header prefers.
        An operation without rows answers with what the document shows.
        """
        operation = received.operation
        table = self._tables.get(operation.id)
        bodies = operation.response_bodies(operation.success)
        formats = [kind for kind in bodies if writer(kind) is not None]
        if table is None or not formats:
            return answer_as_shown(received)
        kind = _named(job_id, formats) or choose(received.accept, formats) or formats[0]
        write = writer(kind)
        return Response(write(table) if write else b"", operation.success, media_type=kind)


def _named(job_id: str, formats: list[str]) -> str | None:
    """The format an id ends in."""
    ending = job_id.rpartition(".")[2].lower()
    return next((kind for kind in formats if "." in job_id and kind.endswith((f"/{ending}", f"+{ending}"))), None)
