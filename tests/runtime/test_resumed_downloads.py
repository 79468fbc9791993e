"""Downloads that go on in another call: what is kept, when it is used, and when it must not be."""

import gzip
import io
import json
import random
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.download import ResumableWriter
from scratch._runtime.errors import InvalidRequestError, NotFoundError, TransportError
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.response.readers import Binary

from runtime.shop import Shop
from runtime.test_downloads import BODY, SMALL, Server

GET: Operation[Any] = Operation(
    id="get", method="GET", path="/report", parameters=(Parameter("day", "query"),), responses={"200": Binary()}
)
HALF = len(BODY) // 2


def download(shop: Shop, server: Any, target: Any, day: int = 1, **options: Any) -> Any:
    client = shop.client(server, max_retries=0)
    return shop.download(client, GET.call(query={"day": day}), target, **{"resume": True, **options})


def broken_off(shop: Shop, folder: Path, *, body: bytes = BODY, at: int = HALF, **headers: Any) -> Path:
    """A path whose download broke off."""
    target = folder / "report.csv"
    with pytest.raises(TransportError):
        download(shop, Server(body, at, **headers), target)
    return target


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


KEPT = [".report.csv.part", ".report.csv.part.json"]


def test_what_has_come_is_kept_and_another_call_fetches_the_rest(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path)
    assert names(tmp_path) == KEPT
    server, told = Server(BODY), list[Any]()
    saved = download(shop, server, target, on_progress=told.append)
    assert (target.read_bytes() == BODY, saved.size, server.asked) == (True, len(BODY), [f"bytes={HALF}-"])
    assert (told[0].received > HALF, told[-1].received, told[-1].total) == (True, len(BODY), len(BODY))
    assert names(tmp_path) == ["report.csv"]


def test_several_calls_may_be_needed(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path, at=100_000)
    for _ in range(2):
        with pytest.raises(TransportError):
            download(shop, Server(BODY, 50_000), target)
    server = Server(BODY)
    download(shop, server, target)
    assert (server.asked, target.read_bytes() == BODY) == (["bytes=200000-"], True)


def test_without_resume_nothing_is_left_and_nothing_is_used(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(TransportError):
        download(shop, Server(BODY, HALF), tmp_path / "report.csv", resume=False)
    assert names(tmp_path) == []
    target = broken_off(shop, tmp_path)
    server = Server(BODY)
    download(shop, server, target, resume=False)
    assert (server.asked, target.read_bytes() == BODY) == ([None], True)


@pytest.mark.parametrize(
    "server",
    [
        Server(BODY[::-1], etag='"v2"'),  # it has changed, so the server sends all of it
        Server(BODY[::-1], ranges=False),  # it knows no ranges
    ],
)
def test_what_has_changed_is_fetched_from_its_beginning(shop: Shop, tmp_path: Path, server: Server) -> None:
    target = broken_off(shop, tmp_path)
    if server.ranges:
        server.ranges = False  # which is what a validator that no longer holds comes to
    server.asked.clear()
    download(shop, server, target)
    assert (target.read_bytes() == BODY[::-1], server.asked, names(tmp_path)) == (
        True,
        [f"bytes={HALF}-"],
        ["report.csv"],
    )


def test_what_was_asked_with_other_arguments_is_something_else(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path)
    server = Server(BODY)
    download(shop, server, target, day=2)
    assert (server.asked, target.read_bytes() == BODY) == ([None], True)


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"what": 1}', None])
def test_a_note_that_says_nothing_is_a_beginning(shop: Shop, tmp_path: Path, note: bytes | None) -> None:
    target = broken_off(shop, tmp_path)
    where = tmp_path / ".report.csv.part.json"
    where.unlink() if note is None else where.write_bytes(note)
    server = Server(BODY)
    download(shop, server, target)
    assert (server.asked, target.read_bytes() == BODY, names(tmp_path)) == ([None], True, ["report.csv"])


@pytest.mark.parametrize("headers", [{"etag": 'W/"v1"'}, {"etag": ""}, {"accept-ranges": "none"}])
def test_what_cannot_be_gone_on_with_is_not_kept(shop: Shop, tmp_path: Path, headers: dict[str, str]) -> None:
    broken_off(shop, tmp_path, **headers)
    assert names(tmp_path) == []


def test_a_little_that_may_yet_say_failure_is_not_kept(shop: Shop, tmp_path: Path) -> None:
    broken_off(shop, tmp_path, body=SMALL * 100, at=100)
    assert names(tmp_path) == []


def test_the_body_is_asked_for_uncompressed_and_not_kept_if_it_is_not(shop: Shop, tmp_path: Path) -> None:
    server = Server(BODY)
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["accept-encoding"])
        return server(request)

    download(shop, answer, tmp_path / "report.csv")
    assert seen == ["identity"]
    (tmp_path / "report.csv").unlink()
    packed = gzip.compress(random.Random(1).randbytes(400_000))  # noqa: S311 - something that does not get smaller
    with pytest.raises(TransportError):
        download(shop, Server(packed, 200_000, **{"content-encoding": "gzip"}), tmp_path / "report.csv")
    assert names(tmp_path) == []


def test_a_refusal_leaves_what_has_come(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path)
    with pytest.raises(NotFoundError):
        download(shop, lambda _: httpx.Response(404), target)
    assert names(tmp_path) == KEPT
    download(shop, Server(BODY), target)
    assert target.read_bytes() == BODY


def test_a_process_that_ends_in_the_middle_leaves_what_has_come(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    part = ResumableWriter(target, "what")
    part.set_validator('"v1"')
    part.write(BODY[:HALF])
    part._file.close()  # as the end of the process does
    said = json.loads((tmp_path / ".report.csv.part.json").read_text("utf-8"))
    assert (said, names(tmp_path)) == ({"what": "what", "validator": '"v1"'}, KEPT)
    again = ResumableWriter(target, "what")
    assert (again.size, again.validator) == (HALF, '"v1"')
    again.discard()
    assert names(tmp_path) == KEPT
    ResumableWriter(target, "something else").discard()
    assert names(tmp_path) == []


def test_two_downloads_cannot_write_to_one_path(tmp_path: Path) -> None:
    first = ResumableWriter(tmp_path / "report.csv", "what")
    with pytest.raises(BlockingIOError, match="another download is writing to it"):
        ResumableWriter(tmp_path / "report.csv", "what")
    first.discard()
    ResumableWriter(tmp_path / "report.csv", "what").discard()
    assert names(tmp_path) == []


def test_an_open_file_cannot_be_found_again(shop: Shop) -> None:
    with pytest.raises(InvalidRequestError, match="resume= needs a path"):
        download(shop, Server(BODY), io.BytesIO())
    assert shop.requests == []
