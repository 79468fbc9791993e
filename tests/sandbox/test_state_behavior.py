"""Behaviour in plain Python: each part of the interface on a small document, and how mistakes are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from channelsmith.diagnostics import UnusableInput
from channelsmith.sandbox import Behavior, Context, Filter, HTTPError, RequestContext, Unique, load_behavior, run
from support.pets import SHELF
from support.sandboxes import Sandbox, start_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

DAY = 86400


def shelf_behavior() -> Behavior:  # noqa: C901 -- one function for each hook
    behavior = Behavior()
    pages = [{"number": 1, "text": "a"}, {"number": 2, "text": "b"}]
    emma = {"id": 7, "title": "Emma", "status": "free", "days": 2, "pages": pages}
    behavior.resource("books", count=3, unique=[Unique("title", status=409)], items=[emma])
    behavior.operation("listBooks", filters={"begins": Filter("title", "prefix", exact="whole")})

    @behavior.seed("books")
    def make_book(number: int, _: Random) -> dict[str, Any]:
        return {"title": f"Book {number}", "status": "free"}

    @behavior.before("createBook")
    def complete_book(request: RequestContext) -> None:
        request.default(days=14)
        request.values["status"] = "free"

    @behavior.after("createBook")
    def note_creation(request: RequestContext) -> None:
        request.create("events", {"what": "added", "book": request.item["id"]})

    @behavior.before("patchBook")
    def keep_title(request: RequestContext) -> None:
        request.keep("title")

    @behavior.before("lendBook")
    def lend(request: RequestContext) -> None:
        if request.item["status"] != "free":
            raise HTTPError(409, "It is not here")
        request.values |= {"status": "lent", "lentAt": request.timestamp}

    @behavior.after("lendBook")
    def await_return(request: RequestContext) -> None:
        request.schedule(lose, request.item["id"], after=request.item["days"] * DAY)

    @behavior.task
    def lose(context: Context, book_id: int) -> None:
        book = context.get("books", book_id)
        if book is not None:
            context.update("books", book, {"status": "lost"})

    @behavior.present("lendBook")
    def add_count(request: RequestContext, book: dict[str, Any]) -> dict[str, Any]:
        return {**book, "lentTimes": len(request.find("events", what="added"))}

    return behavior


@pytest.fixture
def shelf(tmp_path: Path) -> Sandbox:
    return start_text(SHELF, tmp_path, behavior=shelf_behavior())


def titles(shelf: Sandbox, query: str = "") -> list[str]:
    return [book["title"] for book in shelf.get(f"/books{query}").json()]


def test_items_are_listed_or_made_by_a_function(shelf: Sandbox) -> None:
    assert titles(shelf) == ["Emma", "Book 1", "Book 2"]


def test_a_prefix_filter_compares_exactly_when_its_flag_is_set(shelf: Sandbox) -> None:
    assert titles(shelf, "?begins=book") == ["Book 1", "Book 2"]
    assert titles(shelf, "?begins=Book&whole=true") == []


def test_a_filter_can_be_a_function(tmp_path: Path) -> None:
    behavior = shelf_behavior()
    behavior.operation("listBooks", filters={"begins": lambda _, book, value: book["title"].endswith(value)})
    assert titles(start_text(SHELF, tmp_path, behavior=behavior), "?begins=1") == ["Book 1"]


def test_a_duplicate_is_refused_with_the_status_of_the_rule(shelf: Sandbox) -> None:
    assert shelf.post("/books", json={"title": "Emma"}).status_code == 409


def test_functions_before_and_after_a_creation_set_values_and_create_other_items(shelf: Sandbox) -> None:
    made = shelf.post("/books", json={"title": "Ulysses", "status": "mine"}).json()
    [event] = [event for event in shelf.get("/events").json() if event["book"] == made["id"]]
    assert (made["status"], made["days"], event["what"]) == ("free", 14, "added")


def test_an_error_of_a_function_is_the_response_and_nothing_changes(shelf: Sandbox) -> None:
    lent = shelf.post("/books/7/lend").json()
    again = shelf.post("/books/7/lend")
    assert (lent["status"], lent["lentAt"], lent["lentTimes"]) == ("lent", "2026-03-01T12:00:00.000Z", 0)
    assert "lentTimes" not in shelf.get("/books/7").json()
    assert (again.status_code, again.json()["message"]) == (409, "It is not here")


def test_an_error_after_a_change_undoes_it(tmp_path: Path) -> None:
    behavior = shelf_behavior()

    @behavior.after("createBook")
    def refuse(_: RequestContext) -> None:
        raise HTTPError(409)

    shelf = start_text(SHELF, tmp_path, behavior=behavior)
    before = (titles(shelf), shelf.get("/events").json())
    assert shelf.post("/books", json={"title": "Ulysses"}).status_code == 409
    assert (titles(shelf), shelf.get("/events").json()) == before


def test_a_task_runs_when_it_is_due(shelf: Sandbox) -> None:
    shelf.post("/books/7/lend")
    states: list[Any] = []
    for _ in range(2):
        shelf.clock.now += DAY
        states.append(shelf.get("/books/7").json()["status"])
    assert states == ["lent", "lost"]


def test_a_task_that_fails_changes_nothing_and_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    behavior = Behavior()

    @behavior.task
    def fail(context: Context) -> None:
        context.create("books", {"title": "Ulysses"})
        raise HTTPError(409)

    @behavior.after("getBook", "lendBook")
    def schedule(request: RequestContext) -> None:
        request.schedule(fail)

    shelf = start_text(SHELF, tmp_path, behavior=behavior, items=0)
    shelf.post("/books", json={"title": "Emma", "id": 1})
    shelf.post("/books/1/lend")
    assert titles(shelf) == ["Emma"]
    assert "the task fail failed" in caplog.text


def test_only_registered_tasks_can_be_scheduled(tmp_path: Path) -> None:
    behavior = Behavior()

    @behavior.before("listBooks")
    def schedule(request: RequestContext) -> None:
        request.schedule(print)

    with pytest.raises(ValueError, match=r"print is not registered with behavior\.task"):
        start_text(SHELF, tmp_path, behavior=behavior).get("/books")


def test_members_that_are_kept_do_not_change(shelf: Sandbox) -> None:
    changed = shelf.send("PATCH", "/books/7", json={"title": "Anna", "days": 9}).json()
    assert (changed["title"], changed["days"]) == ("Emma", 9)


def test_a_handler_performs_an_operation_completely(tmp_path: Path) -> None:
    behavior = shelf_behavior()

    @behavior.handle("listEvents")
    def count_books(request: RequestContext) -> list[dict[str, Any]]:
        return [{"what": book["title"]} for book in request.find("books", status="free")]

    shelf = start_text(SHELF, tmp_path, behavior=behavior)
    assert [event["what"] for event in shelf.get("/events").json()] == ["Emma", "Book 1", "Book 2"]


def test_hidden_members_are_not_shown(tmp_path: Path) -> None:
    behavior = shelf_behavior()
    behavior.operation("getBook", hide=["days"])
    shelf = start_text(SHELF, tmp_path, behavior=behavior)
    assert "days" not in shelf.get("/books/7").json()
    assert "days" in shelf.get("/books").json()[0]


def test_a_key_is_first_only_once(tmp_path: Path) -> None:
    behavior, first = shelf_behavior(), list[bool]()

    @behavior.before("listBooks")
    def check(request: RequestContext) -> None:
        first.extend([request.is_first("a", 1), request.is_first("a", 2)])

    shelf = start_text(SHELF, tmp_path, behavior=behavior)
    titles(shelf)
    titles(shelf)
    assert first == [True, True, False, False]


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("declare", "complaint"),
    [
        (lambda behavior: behavior.resource("boks"), "there is no resource 'boks'"),
        (lambda behavior: behavior.operation("getBok"), "there is no operation 'getBok'"),
        (lambda behavior: behavior.before("getBok")(print), "there is no operation 'getBok'"),
        (lambda behavior: behavior.handle("getBok")(print), "there is no operation 'getBok'"),
        (lambda behavior: behavior.resource("books", unique=[Unique("titel")]), "there is no member of books 'titel'"),
        (
            lambda behavior: behavior.operation("listBooks", filters={"beginns": None}),
            "there is no parameter of listBooks 'beginns'",
        ),
        (
            lambda behavior: behavior.operation("listBooks", filters={"begins": Filter("titel")}),
            "there is no member of books 'titel'",
        ),
        (lambda behavior: behavior.operation("getBook", hide=["titel"]), "there is no member of books 'titel'"),
        (lambda behavior: behavior.operation("getBook", resource="boks"), "there is no resource 'boks'"),
    ],
)
def test_a_name_that_does_not_exist_is_a_problem_with_a_hint(
    tmp_path: Path, declare: Callable[[Behavior], object], complaint: str
) -> None:
    behavior = Behavior()
    declare(behavior)
    with pytest.raises(UnusableInput) as caught:
        start_text(SHELF, tmp_path, behavior=behavior)
    [problem] = caught.value.diagnostics
    assert problem.message == complaint
    assert problem.hint


def test_a_role_needs_a_resource(tmp_path: Path) -> None:
    path = "/weather: {get: {operationId: getWeather, responses: {'200': {description: ok}}}}"
    behavior = Behavior()
    behavior.operation("getWeather", role="read")
    with pytest.raises(UnusableInput, match="getWeather has a role but no resource"):
        start_text(SHELF.replace("paths:\n", f"paths:\n  {path}\n"), tmp_path, behavior=behavior)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("import nowhere", "the behaviour cannot be loaded: ModuleNotFoundError: No module named 'nowhere'"),
        ("behavior = ", "the behaviour cannot be loaded: SyntaxError: "),
        ("behaviour = 1", "the file has no behavior"),
    ],
)
def test_a_module_that_can_not_be_used_is_a_located_problem(tmp_path: Path, text: str, complaint: str) -> None:
    module = tmp_path / "sandbox.py"
    module.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load_behavior(module)
    [problem] = caught.value.diagnostics
    assert problem.message.startswith(complaint)
    assert problem.location is not None
    assert problem.location.file == str(module)


# ---------------------------------------------------------------- where behaviour comes from


def test_a_document_can_not_ask_for_behavior(tmp_path: Path) -> None:
    (tmp_path / "sandbox.py").write_text("raise SystemExit('loaded')", encoding="utf-8")
    (tmp_path / "_sandbox.py").write_text("raise SystemExit('loaded')", encoding="utf-8")
    extension = "x-sandbox: {module: sandbox.py, collections: {books: {count: 99}}}\nx-source:"
    document = SHELF.replace("x-source:", extension, 1).replace(
        "operationId: listBooks", "operationId: listBooks\n      x-sandbox: {role: show, collection: nothing}"
    )
    plain = titles(start_text(SHELF, tmp_path, items=5))
    assert titles(start_text(document, tmp_path, items=5)) == plain
    with run(tmp_path / "openapi.yaml"):
        pass
