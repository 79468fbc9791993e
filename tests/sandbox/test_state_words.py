"""The words of `x-sandbox`: what they do in a small document, and what is said when they name what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app
from channelsmith.diagnostics import UnusableInput
from support.pets import SHELF
from support.sandboxes import Sandbox, start_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Sandbox:
    return start_text(SHELF, tmp_path)


def titles(shelf: Sandbox, query: str = "") -> list[str]:
    return [each["title"] for each in shelf.get(f"/books{query}").json()]


def test_items_are_listed_and_made_by_rule(shelf: Sandbox) -> None:
    assert titles(shelf) == ["Emma", "Book 1", "Book 2"]


def test_a_prefix_becomes_the_whole_when_a_flag_says_so(shelf: Sandbox) -> None:
    assert titles(shelf, "?begins=book") == ["Book 1", "Book 2"]
    assert titles(shelf, "?begins=Book&whole=true") == []


def test_what_is_unique_is_refused_with_the_declared_status(shelf: Sandbox) -> None:
    assert shelf.post("/books", json={"title": "Emma"}).status_code == 409


def test_a_creation_fills_in_sets_and_leaves_traces(shelf: Sandbox) -> None:
    made = shelf.post("/books", json={"title": "Ulysses", "status": "mine"}).json()
    [event] = [each for each in shelf.get("/events").json() if each["book"] == made["id"]]
    assert (made["status"], made["days"], event["what"]) == ("free", 14, "added")


def test_an_action_changes_answers_and_is_refused_in_the_wrong_state(shelf: Sandbox) -> None:
    lent = shelf.post("/books/7/lend").json()
    again = shelf.post("/books/7/lend")
    assert (lent["status"], lent["lentAt"], lent["lentTimes"]) == ("lent", "2026-03-01T12:00:00.000Z", 0)
    assert "lentTimes" not in shelf.get("/books/7").json()
    assert (again.status_code, again.json()["message"]) == (409, "It is not here")


def test_an_item_lapses_when_nobody_touches_it(shelf: Sandbox) -> None:
    shelf.post("/books/7/lend")
    states: list[Any] = []
    for _ in range(2):
        shelf.clock.now += 86400
        states.append(shelf.get("/books/7").json()["status"])
    assert states == ["lent", "lost"]


def test_a_patch_leaves_what_is_fixed_and_merges_lists_by_their_key(shelf: Sandbox) -> None:
    patch = {"title": "Anna", "pages": [{"number": 2, "text": "B"}, {"number": 3, "text": "c"}]}
    changed = shelf.send("PATCH", "/books/7", json=patch).json()
    assert (changed["title"], [each["text"] for each in changed["pages"]]) == ("Emma", ["a", "B", "c"])


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("    books:\n", "    boks:\n", "there is no collection 'boks'"),
        ("members: [title]", "members: [titel]", "there is no member 'titel'"),
        ("since: lentAt", "since: lendAt", "there is no member 'lendAt'"),
        ("columns: {title", "columns: {titel", "there is no member 'titel'"),
        ("{filters: {begins", "{filters: {beginns", "there is no parameter 'beginns'"),
        ("member: title,", "member: titel,", "there is no member 'titel'"),
        ("{default: {days", "{default: {dais", "there is no member 'dais'"),
        ("create: events", "create: event", "there is no collection 'event'"),
        ("fixed: [title]", "fixed: [titel]", "there is no member 'titel'"),
        ("lists: {pages", "lists: {page", "there is no member 'page'"),
        ("count: events", "count: evnts", "there is no collection 'evnts'"),
        ("lentAt: {now: true}", "lentAt: {query: when}", "there is no parameter 'when'"),
    ],
)
def test_a_name_that_is_not_there_is_a_located_problem(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        start_text(SHELF.replace(old, new, 1), tmp_path)
    [problem] = caught.value.diagnostics
    assert problem.message == f"x-sandbox: {complaint}"
    assert problem.location is not None
    assert problem.location.line == SHELF[: SHELF.index(old)].count("\n") + 1
    assert problem.hint


def test_a_role_without_a_collection_is_a_located_problem(tmp_path: Path) -> None:
    word = "/weather: {get: {operationId: getWeather, x-sandbox: {role: read}, responses: {'200': {description: ok}}}}"
    with pytest.raises(UnusableInput, match="it is not told of which items this is"):
        start_text(SHELF.replace("paths:\n", f"paths:\n  {word}\n"), tmp_path)


def test_lint_tells_the_same(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(SHELF.replace("count: events", "count: evnts"), encoding="utf-8")
    result = CliRunner().invoke(app, ["lint", str(spec)])
    assert result.exit_code == 1
    assert "x-sandbox: there is no collection 'evnts'" in result.output


@pytest.mark.parametrize(
    "word", ["{eval: 1 + 1}", "{now: false}", "{find: books}", "{body: title}", "{query: a, path: b, exec: c}"]
)
def test_a_source_that_is_none_of_the_known_is_a_misfit(tmp_path: Path, word: str) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(SHELF.replace("set: {status: free}", f"set: {{status: {word}}}"), encoding="utf-8")
    result = CliRunner().invoke(app, ["lint", str(spec)])
    assert result.exit_code == 1
    assert "x-sandbox" in result.output


def test_the_same_word_of_somebody_else_is_not_ours(tmp_path: Path) -> None:
    foreign = SHELF.replace("x-source: {basis: documented, doc: Shelf}\n", "").replace(
        "x-sandbox: {default: {days: 14}", "x-sandbox: {mode: test, default: {days: 14}"
    )
    shelf = start_text(foreign, tmp_path)
    assert "days" not in shelf.post("/books", json={"title": "Ulysses"}).json()


def test_a_word_of_ours_in_another_form_is_a_located_problem(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        start_text(SHELF.replace("status: 409, message", "status: 200, message"), tmp_path)
    [problem] = caught.value.diagnostics
    assert problem.message.startswith("x-sandbox: ")
    assert problem.location is not None
    assert problem.location.line == SHELF[: SHELF.index("status: 409, message")].count("\n") + 1
