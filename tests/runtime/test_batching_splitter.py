"""Splitting a list into calls: exact sizes, keys, and items that cannot be sent."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from pydantic import Field
from scratch._runtime.batching import BatchLimit, BatchPart, Chunk, JournalEntry, Splitter
from scratch._runtime.errors import ConfigurationError, InvalidRequestError
from scratch._runtime.model import Model
from scratch._runtime.operation import Call, Operation
from scratch._runtime.request.bodies import JsonBody


class Row(Model):
    """An entry."""

    n: int
    row_key: str | None = Field(None, alias="rowKey")
    text: str | None = None


class Body(Model):
    """A body with a list."""

    shop: str
    rows: list[Row]


POST: Operation[Any] = Operation(id="post", method="POST", path="/rows", bodies=(JsonBody(Body),))


def build(rows: Sequence[Any]) -> Call[Any]:
    return POST.call(body={"shop": "é1", "rows": list(rows)})


def split(items: Any, limit: BatchLimit, run: str = "r", accepted: Sequence[JournalEntry] = ()) -> Iterator[Any]:
    splitter: Any = Splitter(build, limit, run=run, accepted=accepted)
    for item in items:
        yield from splitter.add(item)
    yield from splitter.flush()


def cut(items: Any, limit: BatchLimit, run: str = "r", accepted: Sequence[JournalEntry] = ()) -> list[Any]:
    return list(split(items, limit, run, accepted))


def content(chunk: Any) -> bytes:
    body: bytes = chunk.call.body.content
    return body


def rows(chunk: Any) -> Any:
    return json.loads(content(chunk))["rows"]


@pytest.mark.parametrize(
    ("count", "most", "sizes"),
    [(0, 3, []), (1, 3, [1]), (3, 3, [3]), (4, 3, [3, 1]), (7, 3, [3, 3, 1]), (5, 1, [1] * 5), (5, 0, [5])],
)
def test_chunks_keep_the_limit_of_items(count: int, most: int, sizes: list[int]) -> None:
    chunks = cut([{"n": n} for n in range(count)], BatchLimit(items=most))
    assert [len(rows(chunk)) for chunk in chunks] == sizes
    assert [row["n"] for chunk in chunks for row in rows(chunk)] == list(range(count))
    assert [(chunk.first, chunk.end) for chunk in chunks] == [
        (sum(sizes[:at]), sum(sizes[: at + 1])) for at in range(len(sizes))
    ]


TEXTS = ["", "é", "x" * 30, '"', "\\" * 5, "y" * 7, "", "ß" * 11, "z", "漢字", "q" * 40, "w"]


@pytest.mark.parametrize("most", range(100, 400, 7))
def test_chunks_are_as_large_as_the_limit_of_bytes_allows(most: int) -> None:
    chunks = cut([{"n": n, "text": text} for n, text in enumerate(TEXTS)], BatchLimit(bytes=most))
    assert [row["text"] for chunk in chunks for row in rows(chunk)] == TEXTS
    assert max(len(content(chunk)) for chunk in chunks) <= most
    for chunk, after in pairwise(chunks):
        assert len(content(Chunk((), build([*rows(chunk), rows(after)[0]])))) > most


def test_an_item_that_cannot_be_sent_fails_alone() -> None:
    given: list[Any] = [{"n": 1}, {"n": "x"}, {"n": 2, "text": "t" * 200}, {"n": 3}, "nonsense", {"n": 4}]
    pieces = cut(given, BatchLimit(items=9, bytes=150))
    failed = [piece for piece in pieces if isinstance(piece, BatchPart)]
    assert [(part.first, part.items) for part in failed] == [(at, (given[at],)) for at in (1, 2, 4)]
    assert all(isinstance(part.error, InvalidRequestError) for part in failed)
    assert "with one item the body takes 241 bytes, the limit is 150" in str(failed[1].error)
    (chunk,) = (piece for piece in pieces if isinstance(piece, Chunk))
    assert ([row["n"] for row in rows(chunk)], chunk.first, chunk.end) == ([1, 3, 4], 0, 6)


def test_a_list_is_read_no_further_than_needed() -> None:
    taken: list[int] = []

    def source() -> Iterator[dict[str, int]]:
        for n in range(1_000_000):
            taken.append(n)
            yield {"n": n}

    chunks = split(source(), BatchLimit(items=2))
    assert [row["n"] for row in rows(next(chunks))] == [0, 1]
    assert taken == [0, 1, 2]


KEYED = BatchLimit(items=100, key="rowKey")
OWN: list[Any] = [
    {"n": 1, "rowKey": "own"},
    {"n": 1, "row_key": "own"},
    Row(n=1, row_key="own"),
    Row.model_validate({"n": 1, "rowKey": "own"}),
]


@pytest.mark.parametrize("item", OWN, ids=["wire name", "Python name", "model", "validated model"])
def test_an_item_keeps_its_own_key(item: Any) -> None:
    (chunk,) = cut([item], KEYED)
    assert rows(chunk) == [{"n": 1, "rowKey": "own"}]


@pytest.mark.parametrize("item", [{"n": 1}, {"n": 1, "rowKey": None}, {"n": 1, "row_key": ""}, Row(n=1)])
def test_an_item_without_a_key_gets_one(item: Any) -> None:
    (chunk,) = cut([item], KEYED)
    (row,) = rows(chunk)
    assert (row["n"], UUID(row["rowKey"]).version) == (1, 5)


def keys(items: list[Any], run: str) -> list[str]:
    return [row["rowKey"] for chunk in cut(items, KEYED, run) for row in rows(chunk)]


def test_keys_are_derived_from_run_position_and_content() -> None:
    items = [{"n": 1}, {"n": 1}, {"n": 2}]
    assert len(set(keys(items, "a"))) == 3
    assert keys(items, "a") == keys(items, "a")
    assert not set(keys(items, "a")) & set(keys(items, "b"))
    changed = keys([{"n": 1}, {"n": 7}, {"n": 2}], "a")
    assert [old == new for old, new in zip(keys(items, "a"), changed, strict=True)] == [True, False, True]


def test_keys_never_change_between_versions() -> None:
    assert keys([{"n": 1}], "a") == ["7134902b-26d9-5071-8a78-5a1d770b7537"]


ITEMS = [{"n": n} for n in range(10)]


def entries_of(*chunks: Any) -> tuple[JournalEntry, ...]:
    return tuple(JournalEntry(chunk.first, chunk.end, chunk.digest) for chunk in chunks)


@pytest.mark.parametrize("accepted", [(), (0,), (1,), (3,), (0, 1), (0, 2), (2, 0), (0, 1, 2, 3)])
def test_items_accepted_earlier_are_skipped(accepted: tuple[int, ...]) -> None:
    first = cut(ITEMS, BatchLimit(items=3, key="rowKey"))
    again = cut(ITEMS, BatchLimit(items=3, key="rowKey"), accepted=entries_of(*(first[at] for at in accepted)))
    earlier = {n for chunk in again if not isinstance(chunk, Chunk) for n in range(chunk.first, chunk.end)}
    sent = [row for chunk in again if isinstance(chunk, Chunk) for row in rows(chunk)]
    assert earlier == {n for at in accepted for n in range(first[at].first, first[at].end)}
    assert sent == [row for at, chunk in enumerate(first) if at not in accepted for row in rows(chunk)]


def test_an_item_that_cannot_be_sent_fails_again_within_accepted_ones() -> None:
    items: list[Any] = [{"n": 0}, {"n": "x"}, {"n": 2}, {"n": 3}]
    first = [chunk for chunk in cut(items, BatchLimit(items=2)) if isinstance(chunk, Chunk)]
    again = cut(items, BatchLimit(items=2), accepted=entries_of(first[0]))
    assert [(type(chunk).__name__, getattr(chunk, "is_earlier", None)) for chunk in again] == [
        ("BatchPart", False),
        ("BatchPart", True),
        ("Chunk", None),
    ]
    assert (again[1].first, again[1].end, again[1].count) == (0, 3, 2)


OTHERS: list[list[Any]] = [[], ITEMS[:2], [*ITEMS[:1], {"n": 7}, *ITEMS[2:]], [{"n": "x"}, *ITEMS[1:]]]


@pytest.mark.parametrize("items", OTHERS)
def test_a_list_that_differs_from_the_journal_raises_an_error(items: list[Any]) -> None:
    first = cut(ITEMS, BatchLimit(items=3))
    with pytest.raises(ConfigurationError, match="another list"):
        cut(items, BatchLimit(items=3), accepted=entries_of(first[0]))


def test_an_earlier_chunk_can_exceed_the_current_limit() -> None:
    (first,) = cut(ITEMS, BatchLimit(items=20))
    again = cut([*ITEMS, {"n": 10}], BatchLimit(items=3), accepted=entries_of(first))
    assert [(type(chunk).__name__, chunk.first, chunk.end) for chunk in again] == [
        ("BatchPart", 0, 10),
        ("Chunk", 10, 11),
    ]
