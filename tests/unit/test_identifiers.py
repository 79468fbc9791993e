# ruff: noqa: RUF001 -- letters that look alike are what is tested
import keyword
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelsmith.naming.identifiers import (
    MAX_LENGTH,
    describe_path,
    keep_class_name,
    looks_like,
    singularize,
    split_words,
    to_ascii,
    to_class_name,
    to_constant_name,
    to_snake_case,
    visible,
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
        ("größe", ["größe"]),
        ("naïve café", ["naïve", "café"]),
        ("cafe\u0301", ["café"]),
        ("名字", ["名字"]),
        ("订单ID", ["订单", "id"]),
        ("ID订单", ["id", "订单"]),
        ("订单2号", ["订单2号"]),
        ("ПочтовыйИндекс", ["почтовый", "индекс"]),
        ("HTTPΑίτημα", ["http", "αίτημα"]),
        ("İstanbul ISPARTA", ["istanbul", "isparta"]),
        ("l’été", ["lété"]),
        ("обʼєкт", ["обєкт"]),
        ("col·lecció", ["collecció"]),
        ("\u0661\u0662 ﬁn ②", ["12", "fin", "2"]),
        ("\u0430dmin", ["admin"]),
        ("latency µs", ["latency", "us"]),
        ("a\u200bb\u202ec\u3164d\ufe0f", ["abcd"]),
        ("e" + "\u0301" * 50, ["é\u0301\u0301\u0301"]),
        ("\u0301a", ["a"]),
        ("🛒 Orders", ["orders"]),
        ("🔥", ["fire"]),
        ("🇩🇪", ["regional", "indicator", "symbol", "letter", "d", "regional", "indicator", "symbol", "letter", "e"]),
        ("→", ["rightwards", "arrow"]),
        ("<script>", ["script"]),
        ("+1", ["plus", "1"]),
        ("<5", ["less", "than", "5"]),
        ("A+", ["a", "plus"]),
        ("a-b", ["a", "b"]),
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
        ("👍", "thumbs_up"),
        ("\u200b", "value"),
        ("2号", "value_2号"),
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
        (["größe"], "Größe"),
        (["заказ"], "Заказ"),
        (["订单"], "订单Schema"),
        (["订单", "Response"], "订单Response"),
        (["ǆ"], "Dž"),
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
        (">=", "GREATER_THAN_OR_EQUAL"),
        ("<", "LESS_THAN"),
        ("!=", "NOT_EQUAL"),
        (" ", "SPACE"),
        ("\t", "TAB"),
        ("\x00", "OTHER"),
        ("1.0", "VALUE_1_0"),
        ("já pago", "JÁ_PAGO"),
        ("оплачено", "ОПЛАЧЕНО"),
        ("已付款", "已付款"),
        ("straße", "STRASSE"),
        ("квт kвт", "КВТ_KBT"),
        ("--", "MINUS_MINUS"),
        ("100%", "VALUE_100"),
        ("👍", "THUMBS_UP"),
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


@pytest.mark.parametrize(
    ("text", "transliterated"),
    [
        ("größe", "grosse"),
        ("SmørreBrød", "Smorre Brod"),
        ("příliš žluťoučký", "prilis zlutoucky"),
        ("Łódź", "Lodz"),
        ("Nguyễn Đức", "Nguyen Duc"),
        ("ОплаченныйЗаказ", "Oplachennyy Zakaz"),
        ("Αθήνα", "Athina"),
        ("订单 ID", "DingDan ID"),
        ("カート", "kato"),
        ("주문", "JuMun"),
        ("🔥", "fire"),
        ("plain text-1", "plain text-1"),
    ],
)
def test_other_scripts_are_transliterated_word_by_word(text: str, transliterated: str) -> None:
    assert to_ascii(text) == transliterated


@pytest.mark.parametrize(
    ("one", "other"),
    [("id", "ID"), ("straße", "STRASSE"), ("\u0441opy", "copy"), ("\u03bf", "o"), ("e\u0301", "é"), ("ﬁ", "fi")],
)
def test_names_look_alike_whatever_their_case_form_and_script(one: str, other: str) -> None:
    assert looks_like(one) == looks_like(other)


@given(st.text(max_size=400))
def test_whatever_the_text_the_name_is_an_identifier_of_reasonable_length(text: str) -> None:
    for spelled in (text, to_ascii(text)):
        for name in (
            to_snake_case(spelled),
            to_class_name([spelled]),
            to_constant_name(spelled),
            keep_class_name(spelled),
        ):
            assert name.isidentifier()
            assert unicodedata.is_normalized("NFKC", name)
            assert visible(name) == name
            assert name.isascii() or spelled == text
            assert len(name) <= MAX_LENGTH + 10
        assert to_snake_case(spelled) == to_snake_case(spelled).lower()
        assert to_class_name([spelled]) != to_class_name([spelled]).lower()
        assert not keyword.iskeyword(to_snake_case(spelled))
        assert not keyword.iskeyword(to_constant_name(spelled))


@given(st.text(max_size=40))
def test_a_name_is_its_own_name(text: str) -> None:
    name = to_snake_case(text)
    assert to_snake_case(name) == name
