import pytest

from channelsmith import ir
from channelsmith.ir.media import Kind, kind, kind_of, preferred

ORDER = ir.Named("/components/schemas/Order")
STRING = ir.Primitive(ir.Scalar.STRING)


@pytest.mark.parametrize(
    ("media_type", "family"),
    [
        ("application/json", Kind.JSON),
        ("Application/JSON; charset=utf-8", Kind.JSON),
        (" application/json ;v=1", Kind.JSON),
        ("application/problem+json", Kind.OTHER_JSON),
        ("application/vnd.acme.v1+json", Kind.OTHER_JSON),
        ("application/*+json", Kind.OTHER_JSON),
        ("text/json", Kind.OTHER_JSON),
        ("application/x-www-form-urlencoded", Kind.FORM),
        ("multipart/form-data", Kind.MULTIPART),
        ("multipart/mixed; boundary=x", Kind.MULTIPART),
        ("text/plain", Kind.TEXT),
        ("text/csv", Kind.TEXT),
        ("application/xml", Kind.TEXT),
        ("application/atom+xml", Kind.TEXT),
        ("application/octet-stream", Kind.BINARY),
        ("application/json-seq", Kind.BINARY),
        ("application/pdf", Kind.BINARY),
        ("*/*", Kind.BINARY),
        ("", Kind.BINARY),
    ],
)
def test_a_media_type_belongs_to_a_family(media_type: str, family: Kind) -> None:
    assert kind(media_type) == family


@pytest.mark.parametrize(
    ("media_type", "described", "family"),
    [
        ("*/*", ORDER, Kind.JSON),
        ("*/*", ir.Array(STRING), Kind.JSON),
        ("application/*", ir.Map(STRING), Kind.JSON),
        ("*/*", STRING, Kind.BINARY),
        ("*/*", ir.ANY, Kind.BINARY),
        ("*/*", None, Kind.BINARY),
        ("text/*", ORDER, Kind.TEXT),
        ("application/octet-stream", ORDER, Kind.BINARY),
    ],
)
def test_a_wildcard_that_describes_a_structure_is_json(media_type: str, described: ir.Type, family: Kind) -> None:
    assert kind_of(ir.Media(media_type, described)) == family


def test_the_most_structured_comes_first_and_wildcards_last() -> None:
    given = ["*/*", "application/pdf", "text/plain", "application/hal+json", "application/*+json", "application/json"]
    assert [each.media_type for each in preferred(ir.Media(each, None) for each in given)] == [
        "application/json",
        "application/hal+json",
        "text/plain",
        "application/pdf",
        "application/*+json",
        "*/*",
    ]


def test_representations_of_one_family_keep_the_order_of_the_document() -> None:
    given = ["text/html", "text/csv", "text/plain"]
    assert [each.media_type for each in preferred(ir.Media(each, None) for each in given)] == given
