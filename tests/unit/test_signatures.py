import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from channelsmith.codegen import signatures
from channelsmith.codegen.annotations import Annotations
from support.reading import named_api_of

PARTS = """
components:
  schemas:
    Order: {required: [id], properties: {id: {type: string, description: Its id.}, made: {readOnly: true}, size: $Size}}
    Size: {enum: [s, m]}
    Orders: {type: array, items: $Order}
"""


@dataclass(frozen=True)
class Written:
    """An operation's signature, what is passed on, and what reaches `Operation.call`."""

    declared: str
    forwarded: str
    passed: str


def written(folder: Path, operation_yaml: str, path: str = "/a") -> Written:
    api, names = named_api_of(folder, f"paths: {{'{path}': {{post: {{{operation_yaml}, responses: {{}}}}}}}}\n{PARTS}")
    (operation,) = api.operations
    found = signatures.build_arguments(
        operation, names, Annotations({each.pointer: each for each in api.schemas}, names)
    )
    further = signatures.further_arguments(found)
    return Written(
        without_options(signatures.signature(found, first="self"), "**options: Unpack[CallOptions]"),
        without_options(signatures.forwarded(found, further), "**options"),
        without_options(signatures.call_arguments(operation, found), "options=options"),
    )


def without_options(arguments: str, options: str) -> str:
    """The arguments before the call options, which come last everywhere."""
    assert arguments.endswith(options)
    return arguments.removesuffix(options).removesuffix(", ")


def query(name: str, more: str = "schema: {type: string}") -> str:
    return f"{{name: {name}, in: query, {more}}}"


def test_without_parameters_there_is_only_self(tmp_path: Path) -> None:
    assert written(tmp_path, "tags: []") == Written("self", "", "")


def test_path_parameters_are_positional_and_the_rest_keywords_required_ones_first(tmp_path: Path) -> None:
    listed = ", ".join([query("q"), query("need", "required: true, schema: {type: integer}")])
    assert written(tmp_path, f"parameters: [{listed}]", "/a/{b}/{a}") == Written(
        "self, b: str, a: str, *, need: int, q: str | None | NotGiven = NOT_GIVEN",
        "b, a, need=need, q=q",
        "path={'b': b, 'a': a}, query={'need': need, 'q': q}",
    )


@pytest.mark.parametrize(
    ("schema", "declared"),
    [
        ("schema: {type: array, items: $Size}", "Sequence[models.Size | str] | None | NotGiven"),
        ("schema: {}", "object"),
        ("required: true, schema: {}", "object"),
        ("schema: {type: [string, 'null']}", "str | None | NotGiven"),
        ("schema: {type: string, format: date-time}", "datetime | str | None | NotGiven"),
    ],
)
def test_the_type_of_an_optional_argument_includes_none_and_not_given(
    tmp_path: Path, schema: str, declared: str
) -> None:
    default = "" if schema.startswith("required") else " = NOT_GIVEN"
    found = written(tmp_path, f"parameters: [{query('q', schema)}]")
    assert found.declared == f"self, *, q: {declared}{default}"


def test_every_location_is_passed_separately_by_wire_name(tmp_path: Path) -> None:
    where = ", ".join(
        f"{{name: X-Id, in: {place}, schema: {{type: string}}}}" for place in ("cookie", "query", "header")
    )
    assert written(tmp_path, f"parameters: [{where}]").passed == (
        "query={'X-Id': x_id}, header={'X-Id': x_id_header}, cookie={'X-Id': x_id_cookie}"
    )


@pytest.mark.parametrize(("required", "flag"), [("true", ", required=True"), ("false", "")])
def test_the_properties_of_an_object_body_are_keywords_beside_body(tmp_path: Path, required: str, flag: str) -> None:
    body = f"requestBody: {{required: {required}, content: {{application/json: {{schema: $Order}}}}}}"
    assert written(tmp_path, body, "/a/{id}") == Written(
        "self, id: str, *, body: models.Order | Mapping[str, object] | NotGiven = NOT_GIVEN, "
        "id_field: str | NotGiven = NOT_GIVEN, size: models.Size | str | NotGiven = NOT_GIVEN",
        "id, body=body, id_field=id_field, size=size",
        f"path={{'id': id}}, body=flat_body(body, {{'id': id_field, 'size': size}}{flag})",
    )


@pytest.mark.parametrize(
    ("media", "annotation"),
    [
        ("application/json: {schema: $Orders}", "models.Orders | Sequence[models.Order | Mapping[str, object]]"),
        ("application/json: {schema: {type: object}}", "Mapping[str, object]"),
        ("application/json: {}", "object"),
        ("text/plain: {schema: $Order}", "str | FileInput"),
        ("application/xml: {schema: $Order}", "str | FileInput"),
        ("application/octet-stream: {}", "FileInput"),
        ("image/png: {schema: {type: string, format: binary}}", "FileInput"),
    ],
)
def test_any_other_body_is_one_argument(tmp_path: Path, media: str, annotation: str) -> None:
    assert written(tmp_path, f"requestBody: {{required: true, content: {{{media}}}}}") == Written(
        f"self, *, body: {annotation}", "body=body", "body=body"
    )


@pytest.mark.parametrize(
    ("content", "body", "choice"),
    [
        ("image/*: {}", "FileInput", "str"),
        ("image/png: {}, image/gif: {}", "FileInput", "Literal['image/png', 'image/gif']"),
        ("application/json: {schema: {type: integer}}, text/csv: {}", "int | str | FileInput", None),
        ("application/json: {schema: {type: integer}}, application/pdf: {}", "int | FileInput", None),
        ("application/json: {schema: $Order}, application/hal+json: {schema: {type: integer}}", None, None),
    ],
)
def test_a_body_is_what_one_of_its_media_types_takes_and_there_is_a_choice(
    tmp_path: Path, content: str, body: str | None, choice: str | None
) -> None:
    declared = written(tmp_path, f"requestBody: {{required: true, content: {{{content}}}}}").declared
    whole = body or "models.Order | Mapping[str, object] | int"
    media_types = choice or f"Literal[{', '.join(repr(each) for each in re.findall(r'[a-z]+/[a-z+]+', content))}]"
    assert f"body: {whole}" in declared.replace(" | NotGiven = NOT_GIVEN", "")
    assert f"media_type: {media_types} | NotGiven = NOT_GIVEN" in declared


def test_a_property_is_what_the_representations_of_its_schema_take(tmp_path: Path) -> None:
    schema = "{$ref: '#/components/schemas/Order'}"
    binary = "components: {schemas: {Order: {properties: {f: {type: string, format: binary}}}}}"
    both = f"{{application/json: {{schema: {schema}}}, multipart/form-data: {{schema: {schema}}}}}"
    api, names = named_api_of(
        tmp_path, f"paths: {{/a: {{post: {{requestBody: {{content: {both}}}, responses: {{}}}}}}}}\n{binary}"
    )
    annotations = Annotations({each.pointer: each for each in api.schemas}, names)
    (file,) = (each for each in signatures.build_arguments(api.operations[0], names, annotations) if each.name == "f")
    assert file.annotation == "FileInput | str | NotGiven"


def test_a_part_with_a_binary_media_type_is_a_file_whatever_its_schema(tmp_path: Path) -> None:
    encoding = "encoding: {a: {contentType: image/png}, b: {contentType: 'image/png, text/plain'}}"
    body = f"{{multipart/form-data: {{schema: {{properties: {{a: {{}}, b: {{}}}}}}, {encoding}}}}}"
    declared = written(tmp_path, f"requestBody: {{content: {body}}}").declared
    assert "a: FileInput | NotGiven = NOT_GIVEN" in declared
    assert "b: object = NOT_GIVEN" in declared


def test_the_properties_of_a_form_are_keywords(tmp_path: Path) -> None:
    body = (
        "requestBody: {content: {multipart/form-data: {schema: {properties: {file: {type: string, format: binary}}}}}}"
    )
    assert written(tmp_path, body).declared == (
        "self, *, body: models.PostARequest | Mapping[str, object] | NotGiven = NOT_GIVEN, "
        "file: FileInput | NotGiven = NOT_GIVEN"
    )


@pytest.mark.parametrize(
    ("names", "endpoint", "method", "passed"),
    [
        (["q"], "**options: Unpack[CallOptions]", "**options: Unpack[CallOptions]", "options=options"),
        (
            ["timeout"],
            "**options: Unpack[OptionsWithoutTimeout]",
            "**options: Unpack[endpoints.OptionsWithoutTimeout]",
            "options=options",
        ),
        (
            ["timeout", "extra_body", "options"],
            "**options_: Unpack[OptionsWithoutExtraBodyAndTimeout]",
            "**options_: Unpack[endpoints.OptionsWithoutExtraBodyAndTimeout]",
            "options=options_",
        ),
    ],
)
def test_call_options_make_way_for_arguments_of_their_names(
    tmp_path: Path, names: list[str], endpoint: str, method: str, passed: str
) -> None:
    listed = ", ".join(map(query, names))
    api, named = named_api_of(tmp_path, f"paths: {{/a: {{get: {{parameters: [{listed}], responses: {{}}}}}}}}")
    found = signatures.build_arguments(api.operations[0], named, Annotations({}, named))
    assert signatures.signature(found).endswith(f", {endpoint}")
    assert signatures.signature(found, first="self").endswith(f", {method}")
    assert signatures.call_arguments(api.operations[0], found).endswith(f", {passed}")
