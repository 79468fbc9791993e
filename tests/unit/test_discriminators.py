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
    ("mapping", "cat", "dog"),
    [
        ("", "'Cat'", "'Dog'"),
        (", mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}", "'cat'", "'dog'"),
        (", mapping: {cat: Cat, dog: Dog}", "'cat'", "'dog'"),
        (", mapping: {b: Cat, a: '#/components/schemas/Cat', dog: Dog}", "'a' 'b'", "'dog'"),
        (", mapping: {cat: Cat}", "'cat'", "'Dog'"),
        (", mapping: {cat: Cat, bird: Bird}", "'cat'", "'Dog'"),
    ],
)
def test_a_member_carries_the_values_it_is_mapped_to_or_its_name(
    tmp_path: Path, mapping: str, cat: str, dog: str
) -> None:
    assert pets(tmp_path, f"propertyName: kind{mapping}") == {
        "Cat": f"{{kind: {cat}!, lives: integer}}",
        "Dog": f"{{kind: {dog}!}}",
        "Pet": "= Cat | Dog by kind",
    }


@pytest.mark.parametrize("value", ["const: meow", "enum: [meow]", "type: string, enum: [meow]"])
def test_a_member_with_a_value_of_its_own_keeps_it(tmp_path: Path, value: str) -> None:
    cat = f"Cat: {{properties: {{kind: {{{value}}}}}}}\n"
    assert pets(tmp_path, "propertyName: kind", cat + DOG) == {
        "Cat": "{kind: 'meow'!}",
        "Dog": "{kind: 'Dog'!}",
        "Pet": "= Cat | Dog by kind",
    }


@pytest.mark.parametrize(
    ("discriminator", "members"),
    [
        ("propertyName: colour", CAT + DOG),
        ("propertyName: kind", CAT + "Dog: {properties: {name: {}}}\n"),
        ("propertyName: kind", CAT + "Dog: {type: string}\n"),
        ("propertyName: kind", "Cat: {properties: {kind: {const: x}}}\nDog: {properties: {kind: {const: x}}}\n"),
    ],
)
def test_a_discriminator_that_does_not_identify_members_is_ignored(
    tmp_path: Path, discriminator: str, members: str
) -> None:
    assert pets(tmp_path, discriminator, members)["Pet"].endswith(("= Cat | Dog", "= Cat | string"))


def test_a_member_that_adds_nothing_to_its_base_is_a_schema_of_its_own(tmp_path: Path) -> None:
    base = "Base: {properties: {kind: {type: string}}}\n"
    cat, dog = (f"{each}: {{allOf: [$Base]}}\n" for each in ("Cat", "Dog"))
    assert pets(tmp_path, "propertyName: kind", base + cat + dog) == {
        "Base": "{kind: string}",
        "Cat": "{kind: 'Cat'!}",
        "Dog": "{kind: 'Dog'!}",
        "Pet": "= Cat | Dog by kind",
    }


def test_the_property_of_a_member_may_come_from_its_base(tmp_path: Path) -> None:
    text = """
    Cat: {allOf: [$Base, {properties: {lives: {type: integer}}}]}
    Dog: {allOf: [$Base, {properties: {bark: {type: string}}}]}
    Base: {properties: {kind: {type: string}}}
    Pet: {anyOf: [$Cat, $Dog], discriminator: {propertyName: kind}}
    """
    assert schemas_of(tmp_path, text)["Cat"] == "{kind: 'Cat'!, lives: integer}"


def test_inline_members_are_identified_by_their_constants(tmp_path: Path) -> None:
    text = """
    Pet:
      discriminator: {propertyName: kind}
      oneOf:
        - {properties: {kind: {const: cat}}}
        - {properties: {kind: {const: dog}}}
    """
    assert schemas_of(tmp_path, text) == {
        "Pet": "= Pet/oneOf/0 | Pet/oneOf/1 by kind",
        "Pet/oneOf/0": "{kind: 'cat'!}",
        "Pet/oneOf/1": "{kind: 'dog'!}",
    }


@pytest.mark.parametrize("null", ["nullable: true, ", "type: ['null', object], "])
def test_a_union_with_a_discriminator_may_be_nullable(tmp_path: Path, null: str) -> None:
    text = f"{CAT}{DOG}Pet: {{{null}{BOTH}, discriminator: {{propertyName: kind}}}}\n"
    assert schemas_of(tmp_path, text)["Pet"] == "= Cat | Dog | null by kind"


@pytest.mark.parametrize("names", [("A", "Z"), ("Z", "A")])
def test_a_mapping_takes_precedence_among_unions_of_the_same_members(tmp_path: Path, names: tuple[str, str]) -> None:
    mapped, plain = names
    text = (
        f"{CAT}{DOG}{mapped}: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{cat: Cat, dog: Dog}}}}}}\n"
        f"{plain}: {{{BOTH}, discriminator: {{propertyName: kind}}}}\n"
    )
    assert schemas_of(tmp_path, text) == {
        "Cat": "{kind: 'cat'!, lives: integer}",
        "Dog": "{kind: 'dog'!}",
        mapped: "= Cat | Dog by kind",
        plain: "= Cat | Dog",
    }


def test_a_union_of_unions_has_no_discriminator(tmp_path: Path) -> None:
    text = (
        f"{CAT}{DOG}Bird: {{properties: {{kind: {{type: string}}}}}}\n"
        f"Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}\n"
        "Any: {oneOf: [$Pet, $Bird], discriminator: {propertyName: kind}}\n"
    )
    assert schemas_of(tmp_path, text)["Any"] == "= Pet | Bird"


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


@pytest.mark.parametrize(
    ("dog", "written"),
    [
        ("{properties: {ID: {const: dog}}}", "Annotated[Cat | Dog, Field(discriminator='id')]"),
        ("{properties: {ID: {const: dog}, id: {type: string}}}", "Cat | Dog"),
    ],
)
def test_members_with_different_property_names_have_no_discriminator(tmp_path: Path, dog: str, written: str) -> None:
    text = components(f"""
    Cat: {{properties: {{ID: {{const: cat}}}}}}
    Dog: {dog}
    Pet: {{oneOf: [$Cat, $Dog], discriminator: {{propertyName: ID}}}}
    """)
    api, names = named_api_of(tmp_path, text)
    code = render_models(api, names, Annotations({each.pointer: each for each in api.schemas}, names))["models.py"]
    assert f"Pet = TypeAliasType('Pet', {written})" in code


def test_null_beside_the_members_changes_nothing(tmp_path: Path) -> None:
    union = "oneOf: [$Cat, {type: 'null'}, $Dog], discriminator: {propertyName: kind}"
    assert schemas_of(tmp_path, f"{CAT}{DOG}Pet: {{{union}}}\n")["Pet"] == "= Cat | Dog | null by kind"


@pytest.mark.parametrize(
    ("enums", "cat", "dog"),
    [
        (("[cat, dog]", "[cat, dog]"), "'cat'", "'dog'"),
        (("[cat, kitten]", "[dog]"), "'cat'", "'dog'"),
        (("[lion, tiger]", "[wolf]"), "'lion' 'tiger'", "'wolf'"),
    ],
)
def test_without_a_mapping_the_allowed_values_identify_a_member(
    tmp_path: Path, enums: tuple[str, str], cat: str, dog: str
) -> None:
    members = "".join(
        f"{name}: {{properties: {{kind: {{enum: {enum}}}}}}}\n"
        for name, enum in zip(("Cat", "Dog"), enums, strict=True)
    )
    found = pets(tmp_path, "propertyName: kind", members)
    assert (found["Cat"], found["Dog"]) == (f"{{kind: {cat}!}}", f"{{kind: {dog}!}}")


@pytest.mark.parametrize(
    ("first", "second", "tag"),
    [
        ("{required: [t], properties: {t: {const: a}}}", "{required: [t], properties: {t: {enum: [b]}}}", " by t"),
        ("{required: [t], properties: {t: {const: a}}}", "{required: [t], properties: {t: {const: a}}}", ""),
        ("{required: [t], properties: {t: {const: a}}}", "{properties: {t: {const: b}}}", ""),
        ("{required: [t], properties: {t: {const: a}}}", "{required: [t], properties: {t: {type: string}}}", ""),
        ("{required: [t], properties: {t: {const: a}}}", "{type: string}", ""),
    ],
)
def test_required_constants_are_an_undeclared_discriminator(tmp_path: Path, first: str, second: str, tag: str) -> None:
    found = schemas_of(tmp_path, f"A: {first}\nB: {second}\nU: {{oneOf: [$A, $B]}}\n")["U"]
    assert found == ("= A | string" if "string" in second and "t:" not in second else f"= A | B{tag}")


def test_a_missing_member_of_a_union_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="leads nowhere"):
        schemas_of(tmp_path, f"{CAT}Pet: {{oneOf: [$Cat, $Dog], discriminator: {{propertyName: kind}}}}\n")
