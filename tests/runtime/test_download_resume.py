"""Downloads that continue in a later call: what is kept, when it is used, and when not."""

import gzip
import io
import json
import os
import random
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.download import ResumableWriter
from scratch._runtime.errors import InvalidRequestError, NotFoundError, TransportError
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.response.content import Binary

from runtime.shop import Shop
from runtime.test_download import BODY, ENVELOPED, NEW, OTHER_VERSION, SMALL, Server, Versions

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
    return sorted(path.name for path in folder.iterdir())


KEPT = [".report.csv.part", ".report.csv.part.json"]


def test_the_received_part_is_kept_and_another_call_completes_it(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path)
    assert names(tmp_path) == KEPT
    server, reports = Server(BODY), list[Any]()
    saved = download(shop, server, target, on_progress=reports.append)
    assert (target.read_bytes() == BODY, saved.size, server.asked) == (True, len(BODY), [f"bytes={HALF}-"])
    assert (reports[0].received > HALF, reports[-1].received, reports[-1].total) == (True, len(BODY), len(BODY))
    assert names(tmp_path) == ["report.csv"]


def test_several_calls_may_be_needed(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path, at=100_000)
    for _ in range(2):
        with pytest.raises(TransportError):
            download(shop, Server(BODY, 50_000), target)
    server = Server(BODY)
    download(shop, server, target)
    assert (server.asked, target.read_bytes() == BODY) == (["bytes=200000-"], True)


def test_without_resume_nothing_is_kept_or_reused(shop: Shop, tmp_path: Path) -> None:
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
def test_changed_content_is_downloaded_from_the_start(shop: Shop, tmp_path: Path, server: Server) -> None:
    target = broken_off(shop, tmp_path)
    if server.ranges:
        server.ranges = False  # what an outdated validator leads to
    server.asked.clear()
    download(shop, server, target)
    assert (target.read_bytes() == BODY[::-1], server.asked, names(tmp_path)) == (
        True,
        [f"bytes={HALF}-"],
        ["report.csv"],
    )


def test_a_call_with_other_arguments_does_not_continue(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path)
    server = Server(BODY)
    download(shop, server, target, day=2)
    assert (server.asked, target.read_bytes() == BODY) == ([None], True)


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b"[" * 100_000, b'{"what": 1}', b"\xff", None], ids=repr)
def test_an_invalid_note_restarts_the_download(shop: Shop, tmp_path: Path, note: bytes | None) -> None:
    target = broken_off(shop, tmp_path)
    where = tmp_path / ".report.csv.part.json"
    where.unlink() if note is None else where.write_bytes(note)
    server = Server(BODY)
    download(shop, server, target)
    assert (server.asked, target.read_bytes() == BODY, names(tmp_path)) == ([None], True, ["report.csv"])


@pytest.mark.parametrize("headers", [{"etag": 'W/"v1"'}, {"etag": ""}, {"accept-ranges": "none"}])
def test_a_part_that_cannot_be_continued_is_not_kept(shop: Shop, tmp_path: Path, headers: dict[str, str]) -> None:
    broken_off(shop, tmp_path, **headers)
    assert names(tmp_path) == []


def test_a_small_part_that_may_report_a_failure_is_not_kept(shop: Shop, tmp_path: Path) -> None:
    client = shop.client(Server(SMALL * 100, 100), max_retries=0)
    with pytest.raises(TransportError):
        shop.download(client, ENVELOPED.call(), tmp_path / "report.csv", resume=True)
    assert names(tmp_path) == []
    broken_off(shop, tmp_path, body=SMALL * 100, at=100)
    assert names(tmp_path) == KEPT


def test_an_uncompressed_body_is_requested_and_a_compressed_one_not_kept(shop: Shop, tmp_path: Path) -> None:
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


def test_an_error_status_keeps_the_received_part(shop: Shop, tmp_path: Path) -> None:
    target = broken_off(shop, tmp_path)
    with pytest.raises(NotFoundError):
        download(shop, lambda _: httpx.Response(404), target)
    assert names(tmp_path) == KEPT
    download(shop, Server(BODY), target)
    assert target.read_bytes() == BODY


def test_a_process_that_crashes_leaves_the_received_part(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    part = ResumableWriter(target, "what")
    part.set_version('"v1"', len(BODY))
    part.write(BODY[:HALF])
    part._file.close()  # as the end of the process does
    note = json.loads((tmp_path / ".report.csv.part.json").read_text("utf-8"))
    assert (note, names(tmp_path)) == ({"what": "what", "validator": '"v1"', "total": len(BODY)}, KEPT)
    again = ResumableWriter(target, "what")
    assert (again.size, again.validator, again.total) == (HALF, '"v1"', len(BODY))
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


def test_an_open_file_cannot_be_resumed(shop: Shop) -> None:
    with pytest.raises(InvalidRequestError, match="resume= needs a path"):
        download(shop, Server(BODY), io.BytesIO())
    assert shop.requests == []


@pytest.mark.parametrize("changes", OTHER_VERSION)
def test_a_part_of_another_version_does_not_continue_that_of_an_earlier_call(
    shop: Shop, tmp_path: Path, changes: dict[str, str | None]
) -> None:
    target = broken_off(shop, tmp_path)
    server = Versions({"etag": '"v1"'}, changes)
    server.requests.append({})  # the one that broke off
    client = shop.client(server)
    shop.download(client, GET.call(query={"day": 1}), target, resume=True)
    assert target.read_bytes() == NEW
    assert server.requests[1:] == [{"range": f"bytes={HALF}-", "if-range": '"v1"'}, {}]


def make_link(path: Path, victim: Path) -> None:
    path.symlink_to(victim)


def make_hard_link(path: Path, victim: Path) -> None:
    os.link(victim, path)


def make_shared(path: Path, _victim: Path) -> None:
    path.touch()
    path.chmod(0o620)


def make_pipe(path: Path, _victim: Path) -> None:
    os.mkfifo(path, 0o600)


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("make", [make_link, make_hard_link, make_shared, make_pipe, lambda path, _: path.mkdir()])
def test_what_others_may_have_put_in_the_place_of_a_part_is_not_written_to(
    shop: Shop, tmp_path: Path, name: str, make: Callable[[Path, Path], None]
) -> None:
    victim, folder = tmp_path / "victim", tmp_path / "downloads"
    victim.write_text("precious")
    folder.mkdir()
    make(folder / name, victim)
    with pytest.raises(OSError, match=rf"{name}"):
        download(shop, Server(BODY), folder / "report.csv")
    assert (victim.read_text(), shop.requests, (folder / "report.csv").exists()) == ("precious", [], False)


def test_a_part_belongs_to_its_user(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken_off(shop, tmp_path)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in KEPT} == {0o600}
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(PermissionError, match="only this user"):
        download(shop, Server(BODY), tmp_path / "report.csv")


def test_a_resumable_download_has_the_permissions_of_any_other(shop: Shop, tmp_path: Path) -> None:
    for name, resume in (("one", False), ("two", True)):
        download(shop, Server(BODY), tmp_path / name, resume=resume)
    one, two = (stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("one", "two"))
    assert (one, names(tmp_path)) == (two, ["one", "two"])
