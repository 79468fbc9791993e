import pytest

from channelsmith import ir
from channelsmith.ir.media_family import (
    MediaFamily,
    classify_media,
    classify_media_type,
    classify_response,
    is_binary_media_type,
    is_file,
    sort_media,
)

ORDER = ir.Ref("/components/schemas/Order")
STRING = ir.Primitive(ir.Scalar.STRING)


@pytest.mark.parametrize(
    ("media_type", "family"),
    [
        ("application/json", MediaFamily.JSON),
        ("Application/JSON; charset=utf-8", MediaFamily.JSON),
        (" application/json ;v=1", MediaFamily.JSON),
        ("application/problem+json", MediaFamily.OTHER_JSON),
        ("application/vnd.acme.v1+json", MediaFamily.OTHER_JSON),
        ("application/*+json", MediaFamily.OTHER_JSON),
        ("text/json", MediaFamily.OTHER_JSON),
        ("application/x-www-form-urlencoded", MediaFamily.FORM),
        ("multipart/form-data", MediaFamily.MULTIPART),
        ("multipart/mixed; boundary=x", MediaFamily.MULTIPART),
        ("text/plain", MediaFamily.TEXT),
        ("text/csv", MediaFamily.TEXT),
        ("application/xml", MediaFamily.TEXT),
        ("application/atom+xml", MediaFamily.TEXT),
        ("application/octet-stream", MediaFamily.BINARY),
        ("application/json-seq", MediaFamily.BINARY),
        ("application/pdf", MediaFamily.BINARY),
        ("*/*", MediaFamily.BINARY),
        ("", MediaFamily.BINARY),
    ],
)
def test_a_media_type_belongs_to_a_family(media_type: str, family: MediaFamily) -> None:
    assert classify_media_type(media_type) == family


@pytest.mark.parametrize(
    ("media_type", "described", "family"),
    [
        ("*/*", ORDER, MediaFamily.JSON),
        ("*/*", ir.Array(STRING), MediaFamily.JSON),
        ("application/*", ir.Map(STRING), MediaFamily.JSON),
        ("*/*", STRING, MediaFamily.TEXT),
        ("*/*", ir.Primitive(ir.Scalar.INTEGER), MediaFamily.JSON),
        ("*/*", ir.Primitive(ir.Scalar.BINARY), MediaFamily.BINARY),
        ("*/*", ir.ANY, MediaFamily.BINARY),
        ("*/*", None, MediaFamily.BINARY),
        ("text/*", ORDER, MediaFamily.TEXT),
        ("application/octet-stream", ORDER, MediaFamily.BINARY),
    ],
)
def test_a_wildcard_that_describes_a_structure_is_json(
    media_type: str, described: ir.Type, family: MediaFamily
) -> None:
    assert classify_media(ir.Media(media_type, described)) == family


BINARY = ir.Primitive(ir.Scalar.BINARY)


@pytest.mark.parametrize(
    ("media_type", "described", "family", "file"),
    [
        ("application/json", ORDER, MediaFamily.JSON, False),
        ("application/json", None, MediaFamily.JSON, False),
        ("application/json", BINARY, MediaFamily.BINARY, True),
        ("application/json", ir.Union((BINARY, ir.NULL)), MediaFamily.BINARY, True),
        ("application/hal+json", ORDER, MediaFamily.JSON, False),
        ("*/*", ORDER, MediaFamily.JSON, False),
        ("*/*", ir.Primitive(ir.Scalar.INTEGER), MediaFamily.JSON, False),
        ("*/*", STRING, MediaFamily.TEXT, False),
        ("*/*", ir.Union((STRING, ir.NULL)), MediaFamily.TEXT, False),
        ("*/*", BINARY, MediaFamily.BINARY, True),
        ("*/*", None, MediaFamily.BINARY, False),
        ("text/csv", None, MediaFamily.TEXT, False),
        ("text/plain", BINARY, MediaFamily.BINARY, True),
        ("application/xml", ORDER, MediaFamily.BINARY, False),
        ("text/event-stream", ORDER, MediaFamily.BINARY, False),
        ("application/x-ndjson", ORDER, MediaFamily.BINARY, False),
        ("image/*", None, MediaFamily.BINARY, True),
        ("application/pdf; charset=binary", None, MediaFamily.BINARY, True),
    ],
)
def test_a_response_is_json_text_or_binary_and_some_are_files(
    media_type: str, described: ir.Type | None, family: MediaFamily, file: bool
) -> None:
    media = ir.Media(media_type, described)
    assert (classify_response(media), is_file(media)) == (family, file)


def test_the_most_structured_comes_first_and_wildcards_last() -> None:
    given = ["*/*", "application/pdf", "text/plain", "application/hal+json", "application/*+json", "application/json"]
    assert [each.media_type for each in sort_media(ir.Media(each, None) for each in given)] == [
        "application/json",
        "application/hal+json",
        "text/plain",
        "application/pdf",
        "application/*+json",
        "*/*",
    ]


def test_representations_of_one_family_keep_the_order_of_the_document() -> None:
    given = ["text/html", "text/csv", "text/plain"]
    assert [each.media_type for each in sort_media(ir.Media(each, None) for each in given)] == given


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("image/png", True),
        ("image/*", True),
        ("image", False),
        ("", False),
        ("text/csv", False),
        ("application/json", False),
    ],
)
def test_only_media_types_name_bytes(media_type: str, expected: bool) -> None:
    assert is_binary_media_type(media_type) is expected
