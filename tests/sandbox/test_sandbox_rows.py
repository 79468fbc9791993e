"""Rows are made from a declaration and are the same every time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from channelsmith.document.load import load_document
from channelsmith.sandbox.formats import as_csv, as_json, as_xml
from channelsmith.sandbox.rows import Table, make_table

if TYPE_CHECKING:
    from pathlib import Path

DECLARED = """
count: 50
xml: {root: Things, row: Thing}
records: [{noun: lamp, room: hall}, {noun: mug, room: kitchen}]
columns:
  Id: {counter: 100}
  Sku: {text: "S-{row:4}"}
  Colour: {choice: [red, null]}
  Name: {text: "{Colour} {noun} {unknown} {row}"}
  Room: {text: "{room}"}
  Code: {gtin: "871"}
  Price: {number: {from: 1.5, to: 2, decimals: 2}}
  Stock: {number: {from: 0, to: 3}}
"""


def table(folder: Path, *, seed: int = 1, count: int | None = None) -> Table:
    path = folder / "rows.yaml"
    path.write_text(DECLARED, encoding="utf-8")
    return make_table(load_document(path).root, count=count, seed=seed)


def test_the_same_seed_gives_the_same_rows_and_another_one_others(tmp_path: Path) -> None:
    assert table(tmp_path) == table(tmp_path)
    assert table(tmp_path, seed=2) != table(tmp_path)


def test_the_number_of_rows_can_be_replaced(tmp_path: Path) -> None:
    assert [len(table(tmp_path, count=count).rows) for count in (None, 0, 3)] == [50, 0, 3]


def test_a_row_counts_and_quotes_its_record_and_the_columns_to_its_left(tmp_path: Path) -> None:
    rooms = {"lamp": "hall", "mug": "kitchen"}
    for at, row in enumerate(table(tmp_path).rows, 1):
        colour, noun, rest = str(row["Name"]).split(" ", 2)
        assert (row["Id"], row["Sku"]) == (99 + at, f"S-{at:04}")
        assert (colour, rest) == (str(row["Colour"]), f"{{unknown}} {at}")
        assert row["Room"] == rooms[noun]


def test_numbers_stay_between_their_bounds_and_reach_both(tmp_path: Path) -> None:
    rows = table(tmp_path, count=2000).rows
    prices = {row["Price"] for row in rows}
    assert prices == {Decimal(cents) / 100 for cents in range(150, 201)}
    assert {row["Stock"] for row in rows} == {0, 1, 2, 3}


@pytest.mark.parametrize("at", [0, 1, 49])
def test_an_article_number_ends_with_its_check_digit(tmp_path: Path, at: int) -> None:
    code = str(table(tmp_path).rows[at]["Code"])
    weighted = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(code))
    assert (len(code), code[:3], weighted % 10) == (13, "871", 0)


def test_a_known_article_number_is_right() -> None:
    assert sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate("4006381333931")) % 10 == 0


SMALL = Table(
    ("A", "B", "C"),
    ({"A": 'x,"y"', "B": Decimal("1.50"), "C": None}, {"A": "<&>", "B": 2, "C": True}),
    "Root",
    "Row",
)


def test_a_table_as_csv() -> None:
    assert as_csv(SMALL) == b'A,B,C\r\n"x,""y""",1.50,\r\n<&>,2,true\r\n'


def test_a_table_as_json() -> None:
    assert as_json(SMALL).split() == (
        b'[ { "A": "x,\\"y\\"", "B": 1.5, "C": null }, { "A": "<&>", "B": 2, "C": true } ]'.split()
    )


def test_a_table_as_xml_leaves_out_what_is_nothing() -> None:
    assert as_xml(SMALL).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<Root>\n  <Row>\n    <A>x,"y"</A>\n    <B>1.50</B>\n  </Row>\n'
        "  <Row>\n    <A>&lt;&amp;&gt;</A>\n    <B>2</B>\n    <C>true</C>\n  </Row>\n</Root>"
    )
