"""Rows that look real, made as `x-sandbox.rows` describes them; the same seed gives the same rows."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final, TypeAlias

from channelsmith.document import Node

Cell: TypeAlias = str | int | float | bool | Decimal | None
Row: TypeAlias = Mapping[str, Cell]

_PLACEHOLDER: Final = re.compile(r"\{([^{}:]+)(?::(\d{1,2}))?\}")
_DIGITS_BEFORE_CHECK: Final = 12


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in order, their columns from left to right, and what XML calls them."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    root: str = "rows"
    row: str = "row"


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that is being made: its number from 1, what it can quote, and the source of its chances."""

    number: int
    known: Mapping[str, Cell]
    random: Random


def make_table(said: Node, *, count: int | None, seed: int) -> Table:
    """The table a member of `x-sandbox.rows` describes; `count` replaces its number of rows."""
    random = Random(seed)  # noqa: S311 -- rows, not secrets
    wanted = said["count"].value if count is None else count
    columns = tuple(said["columns"].items())
    records = said.get("records")
    drawn = tuple(records.elements()) if records is not None else ()
    rows = tuple(
        _row(number, columns, drawn, random) for number in range(1, (wanted if isinstance(wanted, int) else 0) + 1)
    )
    names = tuple(name for name, _ in columns)
    xml = said.get("xml")
    return Table(names, rows) if xml is None else Table(names, rows, xml.text("root"), xml.text("row"))


def _row(number: int, columns: tuple[tuple[str, Node], ...], records: tuple[Node, ...], random: Random) -> Row:
    record = random.choice(records) if records else None
    facts = {name: _cell(node) for name, node in record.items()} if record is not None else {}
    row: dict[str, Cell] = {}
    for name, how in columns:
        kind, said = next(how.items())
        row[name] = _MAKERS[kind](said, Draft(number, {**facts, **row}, random))
    return row


def _counter(said: Node, draft: Draft) -> Cell:
    return int(_number(said)) + draft.number - 1


def _choice(said: Node, draft: Draft) -> Cell:
    return _cell(draft.random.choice(tuple(said.elements())))


def _between(said: Node, draft: Draft) -> Cell:
    decimals = said.get("decimals")
    places = int(_number(decimals)) if decimals is not None else 0
    least, most = (int(_number(said[key]).scaleb(places).to_integral_value()) for key in ("from", "to"))
    drawn = draft.random.randint(least, most)
    return Decimal(drawn).scaleb(-places) if places else drawn


def _text(said: Node, draft: Draft) -> Cell:
    def quoted(found: re.Match[str]) -> str:
        name, digits = found.group(1), found.group(2)
        if name == "row":
            return str(draft.number).zfill(int(digits or 0))
        return str(draft.known.get(name, found.group()))

    return _PLACEHOLDER.sub(quoted, said.as_text())


def _gtin(said: Node, draft: Draft) -> Cell:
    prefix = said.as_text()
    digits = prefix + str(draft.number).zfill(_DIGITS_BEFORE_CHECK - len(prefix))
    weighted = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-weighted % 10}"


_MAKERS: Final[Mapping[str, Callable[[Node, Draft], Cell]]] = {
    "counter": _counter,
    "choice": _choice,
    "number": _between,
    "text": _text,
    "gtin": _gtin,
}
"""Key of a column -> how its cells are made."""


def _cell(node: Node) -> Cell:
    return node.value if not isinstance(node.value, dict | list) else None


def _number(node: Node) -> Decimal:
    return Decimal(str(node.value)) if isinstance(node.value, int | float) else Decimal(0)
