from pathlib import Path

import pytest

from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.models import render_models
from channelsmith.diagnostics import UnusableInput
from support.reading import components, named_api_of, schemas_of

CAT = "Cat: {required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}\n"
DOG = "Dog: {properties: {kind: {type: string}}}\n"
BOTH = "oneOf: [$Cat, $Dog]"


def pets(folder: Path, discriminator: str, members: str = CAT + DOG) -> dict[str, str]:
    return schemas_of(folder, f"{members}Pet: {{{BOTH}, discriminator: {{{discriminator}}}}}\n")


@pytest.mark.parametrize(
    ("mapping", "tags"),
    [
        ("", "Cat: Cat, Dog: Dog"),
        (", mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}", "cat: Cat, dog: Dog"),
        (", mapping: {cat: Cat, dog: Dog}", "cat: Cat, dog: Dog"),
        (", mapping: {b: Cat, a: '#/components/schemas/Cat', dog: Dog}", "b: Cat, a: Cat, dog: Dog"),
        (", mapping: {cat: Cat}", "cat: Cat, Dog: Dog"),
        (", mapping: {cat: Cat, bird: Bird}", "cat: Cat, Dog: Dog"),
    ],
)
def test_values_lead_to_members_by_the_mapping_or_by_their_names(tmp_path: Path, mapping: str, tags: str) -> None:
    assert pets(tmp_path, f"propertyName: kind{mapping}") == {
        "Cat": "{kind: string!, lives: integer}",
        "Dog": "{kind: string}",
        "Pet": f"= Cat | Dog by kind ({tags})",
    }


@pytest.mark.parametrize("value", ["const: meow", "enum: [meow]", "type: string, enum: [meow]"])
def test_a_member_with_a_value_of_its_own_keeps_it(tmp_path: Path, value: str) -> None:
    cat = f"Cat: {{properties: {{kind: {{{value}}}}}}}\n"
    assert pets(tmp_path, "propertyName: kind", cat + DOG) == {
        "Cat": "{kind: 'meow' = 'meow'}",
        "Dog": "{kind: string}",
        "Pet": "= Cat | Dog by kind (meow: Cat, Dog: Dog)",
    }


def test_the_mapping_and_the_constant_of_a_member_both_lead_to_it(tmp_path: Path) -> None:
    cat = "Cat: {properties: {kind: {const: meow}}}\n"
    found = pets(tmp_path, "propertyName: kind, mapping: {cat: Cat}", cat + DOG)
    assert found["Pet"] == "= Cat | Dog by kind (cat: Cat, meow: Cat, Dog: Dog)"


@pytest.mark.parametrize("others", ["colour", "kind"])
def test_members_need_not_have_the_property(tmp_path: Path, others: str) -> None:
    found = pets(tmp_path, f"propertyName: {others}", CAT + "Dog: {properties: {name: {}}}\n")
    assert found["Pet"] == f"= Cat | Dog by {others} (Cat: Cat, Dog: Dog)"


def test_a_member_that_is_no_object_has_no_value(tmp_path: Path) -> None:
    assert pets(tmp_path, "propertyName: kind", CAT + "Dog: {type: string}\n")["Pet"] == (
        "= Cat | string by kind (Cat: Cat)"
    )


def test_values_that_several_members_allow_lead_to_none(tmp_path: Path) -> None:
    members = "Cat: {properties: {kind: {const: x}}}\nDog: {properties: {kind: {const: x}}}\n"
    assert pets(tmp_path, "propertyName: kind", members)["Pet"] == "= Cat | Dog"


def test_a_member_that_adds_nothing_to_its_base_is_a_schema_of_its_own(tmp_path: Path) -> None:
    base = "Base: {properties: {kind: {type: string}}}\n"
    cat, dog = (f"{each}: {{allOf: [$Base]}}\n" for each in ("Cat", "Dog"))
    assert pets(tmp_path, "propertyName: kind", base + cat + dog) == {
        "Base": "{kind: string}",
        "Cat": "{kind: string}",
        "Dog": "{kind: string}",
        "Pet": "= Cat | Dog by kind (Cat: Cat, Dog: Dog)",
    }


def test_the_property_of_a_member_may_come_from_its_base(tmp_path: Path) -> None:
    text = """
    Cat: {allOf: [$Base, {properties: {lives: {type: integer}}}]}
    Dog: {allOf: [$Base, {properties: {bark: {type: string}}}]}
    Base: {properties: {kind: {type: string}}}
    Pet: {anyOf: [$Cat, $Dog], discriminator: {propertyName: kind}}
    """
    assert schemas_of(tmp_path, text)["Cat"] == "{kind: string, lives: integer}"


def test_inline_members_are_identified_by_their_constants(tmp_path: Path) -> None:
    text = """
    Pet:
      discriminator: {propertyName: kind}
      oneOf:
        - {properties: {kind: {const: cat}}}
        - {properties: {kind: {const: dog}}}
    """
    assert schemas_of(tmp_path, text) == {
        "Pet": "= Pet/oneOf/0 | Pet/oneOf/1 by kind (cat: Pet/oneOf/0, dog: Pet/oneOf/1)",
        "Pet/oneOf/0": "{kind: 'cat' = 'cat'}",
        "Pet/oneOf/1": "{kind: 'dog' = 'dog'}",
    }


@pytest.mark.parametrize("null", ["nullable: true, ", "type: ['null', object], "])
def test_a_union_with_a_discriminator_may_be_nullable(tmp_path: Path, null: str) -> None:
    text = f"{CAT}{DOG}Pet: {{{null}{BOTH}, discriminator: {{propertyName: kind}}}}\n"
    assert schemas_of(tmp_path, text)["Pet"] == "= Cat | Dog | null by kind (Cat: Cat, Dog: Dog)"


def test_a_nullable_reference_to_a_union_keeps_its_discriminator(tmp_path: Path) -> None:
    text = f"""{CAT}{DOG}Box:
  properties:
    pet: {{nullable: true, {BOTH}, discriminator: {{propertyName: kind}}}}
    or_text: {{oneOf: [{{type: 'null'}}, {{type: string}}, {{{BOTH}, discriminator: {{propertyName: kind}}}}]}}
"""
    tagged = "Cat | Dog by kind (Cat: Cat, Dog: Dog)"
    assert schemas_of(tmp_path, text)["Box"] == (
        f"{{pet: Cat | Dog | null by kind (Cat: Cat, Dog: Dog), or_text: string | ({tagged}) | null}}"
    )


def test_unions_of_the_same_members_have_mappings_of_their_own(tmp_path: Path) -> None:
    text = (
        f"{CAT}{DOG}A: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{cat: Cat, dog: Dog}}}}}}\n"
        f"B: {{{BOTH}, discriminator: {{propertyName: kind}}}}\n"
        f"C: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{x: Dog, y: Cat}}}}}}\n"
    )
    assert schemas_of(tmp_path, text) == {
        "Cat": "{kind: string!, lives: integer}",
        "Dog": "{kind: string}",
        "A": "= Cat | Dog by kind (cat: Cat, dog: Dog)",
        "B": "= Cat | Dog by kind (Cat: Cat, Dog: Dog)",
        "C": "= Cat | Dog by kind (x: Dog, y: Cat)",
    }


def test_a_union_in_a_union_is_a_member_with_its_own_discriminator(tmp_path: Path) -> None:
    text = (
        f"{CAT}{DOG}Bird: {{properties: {{kind: {{type: string}}}}}}\n"
        f"Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}\n"
        "Any: {oneOf: [$Pet, $Bird], discriminator: {propertyName: type, mapping: {p: Pet, b: Bird}}}\n"
    )
    assert schemas_of(tmp_path, text)["Any"] == "= Pet | Bird by type (p: Pet, b: Bird)"


def test_a_mapping_may_lead_to_a_schema_that_is_not_listed(tmp_path: Path) -> None:
    text = (
        f"{CAT}{DOG}Bird: {{properties: {{kind: {{type: string}}}}}}\n"
        f"Pet: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{bird: Bird, cat: Cat}}}}}}\n"
        "All: {oneOf: [$Pet], discriminator: {propertyName: kind, mapping: {cat: Cat}}}\n"
    )
    found = schemas_of(tmp_path, text)
    assert found["Pet"] == "= Cat | Dog | Bird by kind (bird: Bird, cat: Cat, Dog: Dog)"


def test_discriminators_in_examples_and_beside_properties_are_ignored(tmp_path: Path) -> None:
    text = """
    Base: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Odd: {properties: {discriminator: {properties: {propertyName: {}}}, oneOf: {type: array, items: {type: string}}}}
    """
    assert schemas_of(tmp_path, text) == {
        "Base": "{kind: string}",
        "Odd": "{discriminator: Odd/properties/discriminator, oneOf: [string]}",
        "Odd/properties/discriminator": "{propertyName: any}",
    }


def test_the_metadata_of_a_union_has_the_name_of_the_property(tmp_path: Path) -> None:
    text = components("""
    Cat: {properties: {ID: {const: cat}}}
    Dog: {properties: {ID: {const: dog}, id: {type: string}}}
    Pet: {oneOf: [$Cat, $Dog], discriminator: {propertyName: ID}}
    """)
    api, names = named_api_of(tmp_path, text)
    code = render_models(api, names, Annotations({each.pointer: each for each in api.schemas}, names))["models.py"]
    assert "Pet = TypeAliasType('Pet', Annotated[Cat | Dog, OneOf('ID', {'cat': 'Cat', 'dog': 'Dog'})])" in code


def test_null_beside_the_members_changes_nothing(tmp_path: Path) -> None:
    union = "oneOf: [$Cat, {type: 'null'}, $Dog], discriminator: {propertyName: kind}"
    assert schemas_of(tmp_path, f"{CAT}{DOG}Pet: {{{union}}}\n")["Pet"] == (
        "= Cat | Dog | null by kind (Cat: Cat, Dog: Dog)"
    )


@pytest.mark.parametrize(
    ("enums", "tags"),
    [
        (("[cat, dog]", "[cat, dog]"), "cat: Cat, dog: Dog"),
        (("[cat, kitten]", "[dog]"), "cat: Cat, kitten: Cat, dog: Dog"),
        (("[lion, tiger]", "[wolf]"), "lion: Cat, tiger: Cat, wolf: Dog"),
    ],
)
def test_without_a_mapping_the_allowed_values_lead_to_a_member(
    tmp_path: Path, enums: tuple[str, str], tags: str
) -> None:
    members = "".join(
        f"{name}: {{properties: {{kind: {{enum: {enum}}}}}}}\n"
        for name, enum in zip(("Cat", "Dog"), enums, strict=True)
    )
    assert pets(tmp_path, "propertyName: kind", members)["Pet"] == f"= Cat | Dog by kind ({tags})"


@pytest.mark.parametrize(
    ("first", "second", "tags"),
    [
        ("{required: [t], properties: {t: {const: a}}}", "{required: [t], properties: {t: {enum: [b]}}}", "a: A, b: B"),
        ("{required: [t], properties: {t: {const: a}}}", "{required: [t], properties: {t: {const: a}}}", ""),
        ("{required: [t], properties: {t: {const: a}}}", "{properties: {t: {const: b}}}", ""),
        ("{required: [t], properties: {t: {const: a}}}", "{required: [t], properties: {t: {type: string}}}", ""),
        ("{required: [t], properties: {t: {const: a}}}", "{type: string}", ""),
    ],
)
def test_required_constants_are_an_undeclared_discriminator(tmp_path: Path, first: str, second: str, tags: str) -> None:
    found = schemas_of(tmp_path, f"A: {first}\nB: {second}\nU: {{oneOf: [$A, $B]}}\n")["U"]
    members = "A | string" if second == "{type: string}" else "A | B"
    assert found == f"= {members}" + (f" by t ({tags})" if tags else "")


def test_a_missing_member_of_a_union_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="leads nowhere"):
        schemas_of(tmp_path, f"{CAT}Pet: {{oneOf: [$Cat, $Dog], discriminator: {{propertyName: kind}}}}\n")


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{const: a, default: a}", "'a' = 'a'"),
        ("{type: string, default: a}", "string = 'a'"),
        ("{type: string, default: b}", "string"),
        ("{enum: [a, x], default: a}", "A/properties/t = 'a'"),
        ("{type: string}", "string"),
        ("{const: a, readOnly: true}", "'a'"),
    ],
)
def test_a_tag_with_one_value_is_preset(tmp_path: Path, tag: str, shown: str) -> None:
    text = f"""
    A: {{properties: {{t: {tag}}}}}
    B: {{properties: {{t: {{type: string}}}}}}
    U: {{oneOf: [$A, $B], discriminator: {{propertyName: t, mapping: {{a: A, b: B}}}}}}
    """
    assert schemas_of(tmp_path, text)["A"] == f"{{t: {shown}}}"


def test_a_default_that_another_union_maps_elsewhere_is_no_preset(tmp_path: Path) -> None:
    text = """
    A: {properties: {t: {type: string, default: a}}}
    B: {properties: {t: {type: string}}}
    U: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: A, b: B}}}
    V: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: B, b: A}}}
    """
    assert schemas_of(tmp_path, text)["A"] == "{t: string}"


@pytest.mark.parametrize(
    ("prop", "shown"),
    [
        ("{const: a}", "'a'! = 'a'"),
        ("{const: 1}", "1! = 1"),
        ("{const: true}", "True! = True"),
        ("{type: string, enum: [a]}", "A/properties/t! = 'a'"),
        ("{type: integer, enum: [3]}", "A/properties/t! = 3"),
        ("{type: [string, 'null'], enum: [a, null]}", "A/properties/t | null!"),
        ("{const: null}", "null!"),
    ],
)
def test_a_required_constant_is_preset_without_a_union(tmp_path: Path, prop: str, shown: str) -> None:
    assert schemas_of(tmp_path, f"A: {{required: [t], properties: {{t: {prop}}}}}\n")["A"] == f"{{t: {shown}}}"
    assert " = " not in schemas_of(tmp_path, f"A: {{properties: {{t: {prop}}}}}\n")["A"]


EVENT = """
Event: {{required: [type], properties: {{type: {{type: string}}}}, discriminator: {{propertyName: type{}}}}}
Made: {{allOf: [$Event, {{properties: {{by: {{type: string}}}}}}]}}
Gone: {{allOf: [$Event, {{properties: {{why: {{type: string}}}}}}]}}
Burnt: {{allOf: [$Gone, {{properties: {{hot: {{type: boolean}}}}}}]}}
"""


@pytest.mark.parametrize(
    ("mapping", "made", "tags"),
    [
        ("", "'Made'", "Burnt: Burnt, Gone: Gone, Made: Made"),
        (
            ", mapping: {made: Made, gone: '#/components/schemas/Gone'}",
            "'made'",
            "made: Made, gone: Gone, Burnt: Burnt",
        ),
        (", mapping: {a: Made, b: Made}", "", "a: Made, b: Made, Burnt: Burnt, Gone: Gone"),
        (", mapping: {made: Made, other: Event}", "'made'", "made: Made, other: Event, Burnt: Burnt, Gone: Gone"),
        (", mapping: {made: Made, other: Elsewhere}", "'made'", "made: Made, Burnt: Burnt, Gone: Gone"),
    ],
)
def test_a_base_with_a_discriminator_has_children(tmp_path: Path, mapping: str, made: str, tags: str) -> None:
    found = schemas_of(tmp_path, EVENT.format(mapping))
    assert found["Event"] == f"{{type: string!}} by type ({tags})"
    assert found["Made"] == f"{{type: string!{f' = {made}' if made else ''}, by: string}} is Event"
    assert found["Burnt"] == "{type: string! = 'Burnt', why: string, hot: boolean} is Gone"


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_a_base_may_list_its_own_children(tmp_path: Path, key: str) -> None:
    text = EVENT.format("").replace("Event: {", f"Event: {{{key}: [$Made, $Gone, $Burnt], ", 1)
    assert schemas_of(tmp_path, text) == schemas_of(tmp_path, EVENT.format(""))


def test_the_discriminator_of_a_base_may_be_in_a_part_of_it(tmp_path: Path) -> None:
    text = """
    Root: {properties: {id: {type: string}}}
    Event: {allOf: [$Root, {properties: {type: {type: string}}, discriminator: {propertyName: type}}]}
    Made: {allOf: [$Event], x-ms-discriminator-value: '#made'}
    """
    assert schemas_of(tmp_path, text) == {
        "Root": "{id: string}",
        "Event": "{id: string, type: string} by type (#made: Made)",
        "Made": "{id: string, type: string = '#made'} is Event",
    }


def test_a_child_may_have_two_bases_and_a_value_of_its_own(tmp_path: Path) -> None:
    text = """
    A: {properties: {type: {type: string}}, discriminator: {propertyName: type}}
    B: {properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {c: C}}}
    C: {allOf: [$A, $B, {properties: {type: {enum: [cc]}}}]}
    """
    assert schemas_of(tmp_path, text) == {
        "A": "{type: string} by type (cc: C)",
        "B": "{kind: string} by kind (c: C)",
        "C": "{type: 'cc' = 'cc', kind: string = 'c'} is A B",
    }


def test_schemas_that_extend_each_other_have_no_bases(tmp_path: Path) -> None:
    text = """
    A: {allOf: [$B, {properties: {type: {type: string}}}], discriminator: {propertyName: type}}
    B: {allOf: [$A, {properties: {b: {type: string}}}]}
    """
    assert not any(" is " in shown or " by " in shown for shown in schemas_of(tmp_path, text).values())


def test_a_union_of_children_has_the_discriminator_of_their_base(tmp_path: Path) -> None:
    text = EVENT.format(", mapping: {made: Made, gone: Gone}") + "Some: {oneOf: [$Made, $Gone]}\n"
    found = schemas_of(tmp_path, text)
    assert found["Some"] == "= Made | Gone by type (made: Made, gone: Gone)"
    assert found["Made"] == "{type: string! = 'made', by: string} is Event"


def test_a_union_of_children_without_a_mapping_has_that_of_their_base(tmp_path: Path) -> None:
    some = "Some: {oneOf: [$Made, $Burnt], discriminator: {propertyName: type}}\n"
    found = schemas_of(tmp_path, EVENT.format(", mapping: {made: Made, gone: Gone}") + some)
    assert found["Some"] == "= Made | Burnt by type (made: Made, Burnt: Burnt)"
    assert found["Made"] == "{type: string! = 'made', by: string} is Event"


def test_a_child_has_the_value_of_its_base_whatever_a_union_calls_it(tmp_path: Path) -> None:
    some = "Some: {oneOf: [$Made, $Gone], discriminator: {propertyName: type, mapping: {m: Made, g: Gone}}}\n"
    found = schemas_of(tmp_path, EVENT.format(", mapping: {made: Made, gone: Gone}") + some)
    assert found["Some"] == "= Made | Gone by type (m: Made, g: Gone)"
    assert found["Made"] == "{type: string! = 'made', by: string} is Event"


def test_properties_beside_a_union_that_all_members_have_are_no_object_of_their_own(tmp_path: Path) -> None:
    text = f"Pet: {{type: object, properties: {{kind: {{}}}}, {BOTH}, discriminator: {{propertyName: kind}}}}\n"
    assert schemas_of(tmp_path, CAT + DOG + text)["Pet"] == "= Cat | Dog by kind (Cat: Cat, Dog: Dog)"
