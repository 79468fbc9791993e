"""Rows of a body, whatever its format, encoding and delimiter; and bodies that are no tables."""

import io
import json
import pickle
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import Field
from scratch._runtime.download import SavedFile
from scratch._runtime.errors import DecodeError
from scratch._runtime.model import Model
from scratch._runtime.response.content import Content
from scratch._runtime.tables import Origin, Rows, export_rows


class Item(Model):
    """A row."""

    number: str | None = Field(default=None, validation_alias="No", serialization_alias="No")
    price: Decimal | None = Field(default=None, validation_alias="Price", serialization_alias="Price")
    stock: int | None = Field(default=None, validation_alias="Stock", serialization_alias="Stock")
    weight: float | None = None
    active: bool | None = None
    since: date | None = None


class Reports(list[Any]):
    """What was reported; with `strict` it is an error."""

    def __init__(self, *, strict: bool = False) -> None:
        self.origin = Origin("getItems", strict, self.report)

    def report(self, findings: Any) -> DecodeError | None:
        self += findings
        return DecodeError("strict") if findings and self.origin.is_strict else None


def table(data: bytes | str, content_type: str = "", *, items: str | None = None, reports: Any = None) -> Any:
    data = data.encode() if isinstance(data, str) else data
    content = Content(data, content_type.partition(";")[0], 200, {"content-type": content_type})
    return Rows(Item, items).table(content, (Reports() if reports is None else reports).origin)


def numbers(data: bytes | str, **options: Any) -> list[str]:
    return [row.number for row in table(data, **options).rows()]


CSV = 'No,Price,Stock,active,since,Colour\n007,1.50,3,True,2026-01-31,"red, ""dark"""\n8,,,,,\n'
XML = """<?xml version="1.0" encoding="utf-8"?>
<Items><Item><No>007</No><Price>1.50</Price><Stock>3</Stock><active>true</active><since>2026-01-31</since>
<Colour>red, "dark"</Colour></Item><Item><No>8</No><Stock/></Item></Items>"""
JSON = """[{"No": "007", "Price": 1.50, "Stock": 3, "active": true, "since": "2026-01-31", "Colour": "red, \\"dark\\""},
{"No": "8", "Price": null}]"""
BODIES = {"csv": CSV, "xml": XML, "json": JSON}


@pytest.mark.parametrize("name", BODIES)
def test_a_row_is_the_same_in_every_format(name: str) -> None:
    reports = Reports()
    first, second = table(BODIES[name], reports=reports).rows()
    assert (first.number, first.price, first.stock, first.active, first.since) == (
        *("007", Decimal("1.50"), 3),
        *(True, date(2026, 1, 31)),
    )
    assert (str(first.price), first.model_extra) == ("1.50", {"Colour": 'red, "dark"'})
    assert (second.number, second.price, second.stock, reports) == ("8", None, None, [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_of_csv_is_recognized(delimiter: str, end: str) -> None:
    data = end.join(["No|Price|Note".replace("|", delimiter), "1|2.5|a,b;c".replace("|", delimiter, 2), ""])
    rows = list(table(data.replace("a,b;c", '"a,b;c\n|\td"')).rows())
    assert [(row.number, row.price, row.model_extra["Note"]) for row in rows] == [
        ("1", Decimal("2.5"), "a,b;c\n|\td"),
    ]


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize(
    ("encoding", "content_type"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "text/plain"), ("iso8859-1", "text/csv; charset=ISO-8859-1")],
)
def test_the_encoding_is_recognized(name: str, encoding: str, content_type: str) -> None:
    text = BODIES[name].replace('encoding="utf-8"', "").replace("red", "røed")
    first, _ = table(text.encode(encoding), content_type).rows()
    assert first.model_extra["Colour"] == 'røed, "dark"'


def test_encoding_and_delimiter_can_be_given() -> None:
    rows = table("No:Price\né:1\n".encode("cp1252")).rows(encoding="cp1252", delimiter=":")
    assert [(row.number, row.price) for row in rows] == [("é", 1)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("sep=;\nNo;Price\n1;2\n", ["1"]),
        ("\n\nNo,Price\n\n1,2\n\n", ["1"]),
        ("No\n1\n", ["1"]),
        ("No,Price\n", []),
        ("[]", []),
        ('{"Content": []}', []),
        ("<Items/>", []),
        ('{"Count": 1, "Data": {"Errors": [], "Rows": [{"No": "1"}]}, "Ok": true}', ["1"]),
        ('{"Tags": ["a"], "Links": [{"Url": "x"}], "Rows": [{"No": "1"}]}', ["1"]),
        ("<F><Made>x</Made><Name>y</Name><Is><I><X><Y/></X><No>1</No></I><I><No>2</No></I></Is></F>", ["1", "2"]),
        ('<Items><Item No="1"/><Item No="2"/></Items>', ["1", "2"]),
        ('<i:Items xmlns:i="urn:x"><i:Item><i:No>1</i:No></i:Item></i:Items>', ["1"]),
        ("<Items><Item><No><![CDATA[<1>]]></No></Item></Items>", ["<1>"]),
    ],
)
def test_the_rows_are_found(data: str, expected: list[str]) -> None:
    reports = Reports()
    assert (numbers(data, reports=reports), reports) == (expected, [])


@pytest.mark.parametrize(
    ("items", "data", "expected"),
    [
        ("/b", '{"a": [{"No": "1"}], "b": [{"No": "2"}]}', ["2"]),
        ("/x~1y/z", '{"x/y": {"a": [1], "z": [{"Unknown": 1, "No": "2"}]}}', ["2"]),
        ("", '[{"Unknown": 1}]', [None]),
        ("/b", "<R><a><I><No>1</No></I></a><b><I><No>2</No></I></b></R>", ["2"]),
        ("", "<R><I><Unknown>1</Unknown></I></R>", [None]),
    ],
)
def test_the_rows_are_where_the_document_says(items: str, data: str, expected: list[str]) -> None:
    assert numbers(data, items=items) == expected


def test_elements_in_elements_are_kept() -> None:
    (row,) = table("<R><I><No>1</No><Tags><T>a</T><T>b</T></Tags><Tags><T k='1'>c</T></Tags></I></R>").rows()
    assert row.model_extra == {"Tags": [{"T": ["a", "b"]}, {"T": {"k": "1", "#text": "c"}}]}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("No,Price\n1,cheap\n2,dear\n", [("/*/Price", "Input should be a valid decimal, got string")] * 2),
        ("No,Stock\n1,1.5\n", [("/*/Stock", "Input should be a valid integer, got number")]),
        ("No,Price\n1,2,3\n", [("/*", "more cells than columns")]),
        ("No,Price\n1\n", [("/*", "fewer cells than columns")]),
        ("No,No\n1,2\n", [("/*/No", "a column that occurs twice")]),
        ("A,B\n1,2\n", [("", "none of the columns is documented")]),
        ('[{"No": "1"}, 5]', [("/*", "a row that is not an object")]),
        ('{"a": [{"No": "1"}], "b": [{"No": "2"}]}', [("/b", "another list of rows, which is left out")]),
    ],
)
def test_what_differs_from_the_document_is_delivered_and_reported(data: str, expected: list[Any]) -> None:
    reports, strict = Reports(), Reports(strict=True)
    assert list(table(data, reports=reports).rows())
    assert [(place, message.partition(" or ")[0]) for place, message in reports] == expected
    with pytest.raises(DecodeError, match="strict"):
        list(table(data, reports=strict).rows())


def test_a_value_that_does_not_fit_is_delivered_as_it_came() -> None:
    (row,) = table("No,Price,Stock\n1,cheap,many\n").rows()
    assert (row.number, row.price, row.stock) == ("1", "cheap", "many")
    (row,) = table('[{"No": "", "Price": "1.5"}]').rows()
    assert (row.number, row.price) == ("", "1.5")


def test_what_was_read_is_reported_even_if_the_rest_is_not() -> None:
    reports = Reports()
    rows = table("No,Price\n1,cheap\n2,dear\n", reports=reports).rows()
    next(rows)
    rows.close()
    assert [place for place, _ in reports] == ["/*/Price"]


@pytest.mark.parametrize(
    ("data", "row", "reason"),
    [
        ("", 0, "it is empty"),
        ("Internal Server Error\n", 0, "its first line has no documented column"),
        ("<html><body><p>Bad gateway</p></body></html>", 0, "no element has a documented child"),
        ('{"Message": "no"}', 0, "it has no list of rows"),
        ("[1, 2]", 0, "it has no list of rows"),
        ('[{"No": "1"}, {"No": ', 1, "it is not JSON, or ends too early"),
        ('[{"No": "1"}', 1, "it ends too early"),
        ('[{"No": "1"} {"No": "2"}]', 1, "expected ,"),
        ('[{"No": "1"}] x', 1, "there is more text after the JSON"),
        ("[" * 10_000, 0, ""),
        ('{"a":' * 200, 0, ""),
        ('No,Price\n1,2\n"2,', 1, "unexpected end of data"),
        (f"No\n1\n{'x' * 200_000}\n", 1, "field larger than field limit"),
        ("<R><I><No>1</No></I><I>", 1, "it is not XML: no element found"),
        ("<!DOCTYPE R [<!ENTITY a 'b'>]><R><I><No>&a;</No></I></R>", 0, "XML with a document type is not accepted"),
        ("<a>" * 100, 0, "its elements are nested too deeply"),
        (b"No,Price\n1,2\n\xff,3\n", 0, "'utf-8' codec can't decode byte 0xff"),
    ],
)
def test_a_body_that_is_no_table_is_an_error(data: str | bytes, row: int, reason: str) -> None:
    with pytest.raises(DecodeError) as caught:
        list(table(data).rows())
    assert str(caught.value).startswith(f"getItems: the body cannot be read as a table after row {row}: {reason}")
    assert caught.value.status == 200


class Counting(io.BytesIO):
    """A file that counts what was read from it."""

    position = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.position = max(self.position, self.tell())
        return data

    read1 = read


def long(name: str) -> Iterator[str]:
    rows = range(60_000)
    match name:
        case "csv":
            yield from ("No,Note\n", *(f"{n},{n:040}\n" for n in rows))
        case "json":
            yield from ('{"Rows": [', ",".join(f'{{"No": "{n}", "Note": "{n:040}"}}' for n in rows), "]}")
        case _:
            yield from ("<R>", *(f"<I><No>{n}</No><Note>{n:040}</Note></I>" for n in rows), "</R>")


@pytest.mark.parametrize("name", BODIES)
def test_rows_come_before_the_rest_is_read(name: str) -> None:
    file = Counting("".join(long(name)).encode())
    rows = table("")._reader.read(file, {}, 200, None, None)
    assert [next(rows).number for _ in range(3)] == ["0", "1", "2"]
    assert file.position < 300_000


def saved(path: Path, data: bytes) -> Any:
    path.write_bytes(data)
    return Rows(Item).table(SavedFile(path, len(data), "text/csv"), Reports().origin)


def test_a_saved_file_is_read_again_and_again(tmp_path: Path) -> None:
    file = saved(tmp_path / "r.csv", CSV.encode())
    assert [[row.number for row in file.rows()] for _ in range(2)] == [["007", "8"]] * 2
    assert (file.path, bool(file), repr(file)[:10]) == (tmp_path / "r.csv", True, "SavedTable")


def test_the_file_of_an_export_is_temporary() -> None:
    used: list[Path] = []

    def export(path: Path) -> Any:
        used.append(path)
        return saved(path, CSV.encode())

    rows = export_rows(export)
    assert used == []
    assert next(rows).number == "007"
    assert used[0].exists()
    rows.close()
    assert not used[0].exists()


def test_a_table_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(table(json.dumps([{"No": "1"}]))))  # noqa: S301 - our own bytes
    assert [row.number for row in copy.rows()] == ["1"]
