"""Bodies delivered unchanged."""

import os
from pathlib import Path

import pytest
from scratch._runtime.response.content import Content

CSV = Content("a;ü\n".encode("latin-1"), "text/csv", 200, {"content-type": 'text/csv; charset="ISO-8859-1"'})


def test_it_says_what_it_is_but_not_what_is_in_it() -> None:
    assert (repr(CSV), str(CSV)) == ("Content(4 bytes, 'text/csv', status=200)",) * 2
    assert (CSV.media_type, CSV.status, CSV.data, CSV.headers["content-type"]) == (
        "text/csv",
        200,
        b"a;\xfc\n",
        'text/csv; charset="ISO-8859-1"',
    )


@pytest.mark.parametrize(("data", "empty"), [(b"", True), (b"x", False), (b" ", False)])
def test_an_empty_one_is_false(data: bytes, empty: bool) -> None:
    assert (Content(data).is_empty, bool(Content(data))) == (empty, not empty)


def test_text_is_decoded_by_its_charset() -> None:
    assert (CSV.text, Content("ü".encode()).text, Content(b"\xff").text) == ("a;ü\n", "ü", "\ufffd")


def test_json_is_parsed() -> None:
    assert Content(b'{"a":[1,null]}').json() == {"a": [1, None]}
    with pytest.raises(ValueError, match="Expecting value"):
        Content(b"<a/>").json()


def test_saving_writes_the_bytes_with_the_usual_rights(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    assert CSV.save(tmp_path / "report.csv") == tmp_path / "report.csv"
    assert (tmp_path / "report.csv").read_bytes() == CSV.data
    assert (tmp_path / "report.csv").stat().st_mode == usual.stat().st_mode


def test_saving_replaces_a_file_at_once_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.write_bytes(b"old, and longer than the new one")
    CSV.save(os.fspath(target))
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("report.csv", CSV.data)]


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.csv"
    target.write_bytes(b"old")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as part:
            part.write(data[:1])
        raise OSError("disk full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="disk full"):
        CSV.save(target)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("report.csv", b"old")]


def test_saving_where_there_is_no_folder_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        CSV.save(tmp_path / "missing" / "report.csv")
