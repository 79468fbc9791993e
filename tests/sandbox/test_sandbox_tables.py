"""Tables: rows made by a function, the same every time, and their formats."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from channelsmith.sandbox import gtin
from channelsmith.sandbox.state.behavior import Rows
from channelsmith.sandbox.tables import Table, as_csv, as_json, as_xml, make_table

if TYPE_CHECKING:
    from random import Random

THINGS = (("lamp", "hall"), ("mug", "kitchen"))


def make_thing(number: int, random: Random) -> dict[str, Any]:
    noun, room = random.choice(THINGS)
    color = random.choice(("red", None))
    return {
        "Id": 99 + number,
        "Color": color,
        "Name": f"{color} {noun}",
        "Room": room,
        "Price": Decimal(random.randint(150, 200)).scaleb(-2),
    }


def table(*, seed: int = 1, count: int | None = None) -> Table:
    return make_table(Rows(make_thing, 50, ("Things", "Thing")), count=count, seed=seed)


def test_the_same_seed_gives_the_same_rows_and_another_one_others() -> None:
    assert table() == table()
    assert table(seed=2) != table()


def test_the_number_of_rows_can_be_replaced() -> None:
    assert [len(table(count=count).rows) for count in (None, 0, 3)] == [50, 0, 3]


def test_a_table_without_rows_has_columns() -> None:
    assert table(count=0).columns == ("Id", "Color", "Name", "Room", "Price")


@pytest.mark.parametrize("number", [1, 2, 50])
def test_an_article_number_ends_with_its_check_digit(number: int) -> None:
    code = gtin("871", number)
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
