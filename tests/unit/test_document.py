from pathlib import Path

import pytest

from channelsmith.diagnostics import Severity, UnusableInput
from channelsmith.document import Document, describe_type, did_you_mean
from support.documents import complaint, document

TEXT = """\
openapi: 3.1.0
info: {title: T, version: 1}
flag: true
items: [a, {b: 1}]
paths:
  /orders/{id}:
    get: {deprecated: 'yes'}
components:
  schemas:
    Order: {type: object}
    Alias: {$ref: '#/components/schemas/Order'}
    Chain: {$ref: '#/components/schemas/Alias'}
    Path: {$ref: '#/paths/~1orders~1%7Bid%7D'}
    Typo: {$ref: '#/components/schemas/Ordr'}
    Name: {$ref: 'Order'}
    Round: {$ref: '#/components/schemas/Trip'}
    Trip: {$ref: '#/components/schemas/Round'}
    Property: {properties: {$ref: {type: string}}}
"""


@pytest.fixture
def doc(tmp_path: Path) -> Document:
    return document(tmp_path, TEXT)


def test_a_node_has_key_pointer_value_and_location(doc: Document) -> None:
    node = doc.root["paths"]["/orders/{id}"]
    assert (node.key, node.pointer, node.value) == (
        "/orders/{id}",
        "/paths/~1orders~1{id}",
        {"get": {"deprecated": "yes"}},
    )
    assert (node.location.line, node.location.column) == (6, 3)


def test_nodes_at_the_same_pointer_are_equal(doc: Document) -> None:
    assert doc.root["info"] == doc.at("/info")
    assert {doc.root["info"], doc.at("/info")} == {doc.at("/info")}
    assert doc.at("/info") != doc.at("/items")


def test_values_are_not_copied(doc: Document) -> None:
    assert doc.at("/info").value is doc.value["info"]


def test_members_and_elements_are_nodes(doc: Document) -> None:
    assert [(key, node.pointer) for key, node in doc.at("/info").items()] == [
        ("title", "/info/title"),
        ("version", "/info/version"),
    ]
    assert [node.pointer for node in doc.at("/items").elements()] == ["/items/0", "/items/1"]


def test_scalars_have_neither_members_nor_elements(doc: Document) -> None:
    title = doc.at("/info/title")
    assert (list(title.items()), list(title.elements()), title.get("x"), "x" in title) == ([], [], None, False)


@pytest.mark.parametrize("token", ["2", "-1", "01", "b"])
def test_a_missing_element_is_none(doc: Document, token: str) -> None:
    assert doc.at("/items").get(token) is None


def test_a_missing_member_is_reported_with_the_closest_name(doc: Document) -> None:
    with pytest.raises(UnusableInput) as caught:
        doc.root["info"]["titel"]
    assert complaint(caught.value) == "2:1 missing: '/info' has no 'titel'"
    assert caught.value.diagnostics[0].hint == "did you mean 'title'?"


def test_texts_and_flags_have_defaults(doc: Document) -> None:
    root = doc.root
    assert (root["info"].text("title"), root.text("nothing"), root.text("nothing", "x")) == ("T", "", "x")
    assert (root.flag("flag"), root.flag("nothing"), root.flag("nothing", default=True)) == (True, False, True)


def test_numbers_as_texts_texts_as_flags_and_null_as_missing_are_accepted(tmp_path: Path) -> None:
    root = document(tmp_path, "a: 1.0\nb: true\nc:\nd: 'False'\n").root
    assert (root.text("a"), root.text("b"), root.text("c", "x")) == ("1.0", "true", "x")
    assert (root.flag("b"), root.flag("c", default=True), root.flag("d", default=True)) == (True, True, False)


def test_a_wrong_type_is_located(doc: Document) -> None:
    with pytest.raises(UnusableInput) as caught:
        doc.root.text("info")
    assert complaint(caught.value) == "2:1 type: '/info' is a mapping, not a string"
    with pytest.raises(UnusableInput) as caught:
        doc.at("/paths/~1orders~1{id}/get").flag("deprecated")
    assert complaint(caught.value) == "7:11 type: '/paths/~1orders~1{id}/get/deprecated' is a string, not true or false"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Order", "/components/schemas/Order"),
        ("Alias", "/components/schemas/Order"),
        ("Chain", "/components/schemas/Order"),
        ("Path", "/paths/~1orders~1{id}"),
    ],
)
def test_references_are_followed_to_their_end(doc: Document, name: str, target: str) -> None:
    assert doc.at(f"/components/schemas/{name}").resolve().pointer == target


def test_the_direct_target_may_be_another_reference(doc: Document) -> None:
    assert doc.at("/components/schemas/Chain").target().pointer == "/components/schemas/Alias"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "Typo",
            (
                "14:12 reference: the reference '#/components/schemas/Ordr' leads nowhere: "
                "'/components/schemas' has no 'Ordr'"
            ),
            "did you mean 'Order'?",
        ),
        (
            "Name",
            "15:12 reference: the reference 'Order' is not a pointer into this document",
            "references look like '#/components/schemas/Name'; bundling joins those to files",
        ),
        (
            "Round",
            (
                "16:13 reference-cycle: the references from '#/components/schemas/Trip' form a cycle "
                "and never reach any content"
            ),
            "replace one of them by a description",
        ),
    ],
)
def test_an_unresolvable_reference_is_reported_at_its_text(doc: Document, name: str, message: str, hint: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        doc.at(f"/components/schemas/{name}").resolve()
    assert (complaint(caught.value), caught.value.diagnostics[0].hint) == (message, hint)


def test_a_missing_target_is_none(doc: Document) -> None:
    assert [doc.at(f"/components/schemas/{name}").find_target() for name in ("Typo", "Name")] == [None, None]


def test_a_property_called_ref_is_not_a_reference(doc: Document) -> None:
    assert doc.at("/components/schemas/Property/properties").ref is None


def test_a_problem_is_located(doc: Document) -> None:
    diagnostic = doc.at("/flag").problem("odd", rule="r", hint="h", severity=Severity.INFO)
    assert (diagnostic.severity, diagnostic.rule, diagnostic.message) == (Severity.INFO, "r", "odd")
    assert (diagnostic.hint, diagnostic.pointer, str(diagnostic.location)[-4:]) == ("h", "/flag", ":3:1")


def test_repr_does_not_include_the_document(doc: Document) -> None:
    assert "orders" not in repr(doc.root)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({}, "a mapping"),
        ([], "a list"),
        ("", "a string"),
        (True, "a boolean"),
        (1, "a number"),
        (1.5, "a number"),
        (None, "empty"),
    ],
)
def test_types_have_names(value: object, name: str) -> None:
    assert describe_type(value) == name


def test_only_close_names_are_suggested() -> None:
    assert [did_you_mean("ordr", {"order": 1}), did_you_mean("zzz", {"order": 1}), did_you_mean("a", ["a"])] == [
        "did you mean 'order'?",
        "",
        "",
    ]


def test_a_pointer_may_be_relative_to_the_schema_around_it(tmp_path: Path) -> None:
    text = "s: {a: {$defs: {I: {type: string}}, items: {$ref: '#/$defs/I'}}, b: {$ref: '#/$defs/I'}, c: {$ref: '#/a'}}"
    doc = document(tmp_path, text)
    assert doc.at("/s/a/items").resolve().pointer == "/s/a/$defs/I"
    assert doc.at("/s/b").find_target() is None
    assert doc.at("/s/c").find_target() is None


def test_the_hints_about_a_document_have_a_common_limit(doc: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("channelsmith.document.document._MAX_COMPARISONS", 10)
    schemas = doc.at("/components/schemas")  # which has eight
    with pytest.raises(UnusableInput, match="did you mean 'Order'"):
        schemas["order"]
    assert doc.did_you_mean("ORDER", schemas.value) == "did you mean 'Order'?"
    assert doc.did_you_mean("ORDER", schemas.value) == ""
    with pytest.raises(UnusableInput, match="has no 'order'"):
        schemas["order"]


def test_long_keys_are_not_compared() -> None:
    assert did_you_mean("a" * 100 + "b", {"a" * 100: None}) == ""
    assert did_you_mean("a" * 99, {"a" * 100: None, "b" * 101: None}) != ""
