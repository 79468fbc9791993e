import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith.naming.identifiers import (
    MAX_LENGTH,
    describe_path,
    keep_class_name,
    singularize,
    split_words,
    to_class_name,
    to_constant_name,
    to_snake_case,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reportId", ["report", "id"]),
        ("ReportIDs v2", ["report", "ids", "v2"]),
        ("HTTPServer", ["http", "server"]),
        ("X-CE-KEY", ["x", "ce", "key"]),
        ("OAuth2Token", ["oauth2", "token"]),
        ("getURLs", ["get", "urls"]),
        ("customer's order", ["customers", "order"]),
        ("größe", ["groe"]),
        ("naïve café", ["naive", "cafe"]),
        ("名字", []),
        ("__init__", ["init"]),
        ("", []),
    ],
)
def test_words_are_split_at_signs_and_changes_of_case(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("class", "class_"),
        ("None", "none"),
        ("type", "type"),
        ("match", "match"),
        ("async", "async_"),
        ("3d", "value_3d"),
        ("", "value"),
        ("👍", "value"),
        ("__proto__", "proto"),
        ("a.b/c d", "a_b_c_d"),
        ("x" * 300, "x" * MAX_LENGTH),
    ],
)
def test_snake_case_names_are_not_keywords(text: str, name: str) -> None:
    assert to_snake_case(text) == name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["order"], "Order"),
        (["Order", "lines", "Item"], "OrderLinesItem"),
        (["Order", "orderStatus"], "OrderStatus"),
        (["get_order", "order", "Response"], "GetOrderResponse"),
        (["SKU mapping"], "SKUMapping"),
        (["PAYMENT_METHOD"], "PaymentMethod"),
        (["2fa"], "Schema2fa"),
        ([""], "Schema"),
        (["<script>"], "Script"),
    ],
)
def test_class_names_do_not_repeat_a_word_between_parts(parts: list[str], name: str) -> None:
    assert to_class_name(parts) == name


def test_class_names_with_repeats() -> None:
    assert to_class_name(["Error", "errors", "error"], without_repeats=False) == "ErrorErrorsError"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SKUMapping", "SKUMapping"),
        ("order", "Order"),
        ("None", "SchemaNone"),
        ("A" + "a" * 100, "A" + "a" * 99),
        ("Order_v2", "OrderV2"),
    ],
)
def test_a_valid_class_name_is_kept(text: str, name: str) -> None:
    assert keep_class_name(text) == name


@pytest.mark.parametrize(
    ("value", "member"),
    [
        ("b c", "B_C"),
        ("inProgress", "IN_PROGRESS"),
        ("", "EMPTY"),
        ("+1", "PLUS_1"),
        ("-1", "MINUS_1"),
        ("-2", "MINUS_2"),
        ("-createdAt", "MINUS_CREATED_AT"),
        ("2", "VALUE_2"),
        ("2024-01-31", "VALUE_2024_01_31"),
        ("class", "CLASS"),
        ("None", "NONE"),
        ("name", "NAME"),
        ("*", "STAR"),
        (">=", "GREATER_EQUAL"),
        ("!=", "NOT_EQUAL"),
        ("--", "MINUS_MINUS"),
        ("100%", "VALUE_100"),
        ("👍", "OTHER"),
    ],
)
def test_a_constant_is_named_by_its_words_or_signs(value: str, member: str) -> None:
    assert to_constant_name(value) == member


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("lines", "line"),
        ("orderLines", "orderLine"),
        ("entries", "entry"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("warehouses", "warehouse"),
        ("orderStatuses", "orderStatus"),
        ("Aliases", "Alias"),
        ("Children", "Child"),
        ("IDs", "ID"),
        ("SKUs", "SKU"),
        ("PRICES", "PRICE"),
    ],
)
def test_the_singular_of_a_plural_keeps_its_case(many: str, one: str) -> None:
    assert singularize(many) == one


@pytest.mark.parametrize("word", ["status", "address", "news", "series", "analysis", "data", "sms", "s", "as", ""])
def test_other_words_have_no_singular(word: str) -> None:
    assert singularize(word) == ""


@pytest.mark.parametrize(
    ("path", "short", "whole"),
    [
        ("/orders", "orders", "orders"),
        ("/orders/{id}", "orders by id", "orders by id"),
        ("/orders/{id}/lines", "orders lines", "orders by id lines"),
        ("/shops/{shop}/orders/{id}/", "shops orders by id", "shops by shop orders by id"),
        ("/rates/{from}/{to}", "rates by from and to", "rates by from by to"),
        ("/stats/{a}/{b}/{c}", "stats", "stats by a by b by c"),
        ("/api/v1/orders", "orders", "api v1 orders"),
        ("/v2.1/a{b}c", "a c", "v2.1 a by b c"),
        ("/", "", ""),
    ],
)
def test_descriptions_of_a_path(path: str, short: str, whole: str) -> None:
    assert (describe_path(path), describe_path(path, complete=True)) == (short, whole)


@given(st.text(max_size=400))
def test_whatever_the_text_the_name_is_an_identifier_of_reasonable_length(text: str) -> None:
    for name in (to_snake_case(text), to_class_name([text]), to_constant_name(text), keep_class_name(text)):
        assert name.isascii()
        assert name.isidentifier()
        assert len(name) <= MAX_LENGTH + 10
    assert not keyword.iskeyword(to_snake_case(text))
    assert not keyword.iskeyword(to_constant_name(text))
