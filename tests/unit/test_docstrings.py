from pathlib import Path

import pytest

from channelsmith import ir
from channelsmith.codegen.docstrings import describe_operation, endpoint_docstring, headline
from channelsmith.codegen.signatures import Argument
from support.reading import api_of

ID = Argument("id_", "id", "path", "str", required=True, description="Its\n  id. ")
QUIET = Argument("q", "q", "query", "str", required=False, description=" ")


def operation(folder: Path, yaml: str) -> ir.Operation:
    (found,) = api_of(folder, f"paths: {{/a: {{get: {{{yaml}, tags: []}}}}}}").operations
    return found


@pytest.mark.parametrize(
    ("yaml", "first", "rest"),
    [
        ("summary: List orders", "List orders.", "`GET /a`"),
        ("summary: List orders!, description: All of them.", "List orders!", "All of them.\n\n`GET /a`"),
        ("summary: List orders, description: List orders.", "List orders.", "`GET /a`"),
        ('summary: "List\\n  orders"', "List orders.", "`GET /a`"),
        ("description: List orders.", "List orders.", "`GET /a`"),
        ('description: "List orders. All of them."', "List orders.", "All of them.\n\n`GET /a`"),
        ('description: "Orders, e.g. open ones\\n\\nMore."', "Orders, e.g. open ones.", "More.\n\n`GET /a`"),
        ('description: "Orders of v1.2. `All` of them."', "Orders of v1.2.", "`All` of them.\n\n`GET /a`"),
        (f"description: {'x' * 120}", "GET /a.", "x" * 120),
        ("deprecated: true", "GET /a.", "Deprecated by the API."),
        ("summary: '', description: ' '", "GET /a.", ""),
    ],
)  # fmt: skip
def test_the_first_line_is_the_summary_the_first_sentence_or_the_request(
    tmp_path: Path, yaml: str, first: str, rest: str
) -> None:
    found = operation(tmp_path, yaml)
    assert headline(found) == first
    assert describe_operation(found, (), "None", {}).docstring == "\n\n".join([first, *([rest] if rest else [])])


def test_arguments_results_failures_and_sources_have_sections(tmp_path: Path) -> None:
    yaml = """
    summary: Get it, description: '',
    x-source: {basis: documented, doc: Guide, section: Orders, confidence: high, note: Seen.},
    responses: {'200': {description: The order.}, '404': {description: No such.}, '410': {description: Gone.}, 4XX: {},
    '500': {description: Down.}, 503: {description: Busy.}, default: {description: Other.}}
    """
    assert describe_operation(operation(tmp_path, yaml.strip()), (ID, QUIET), "models.Order", {}).docstring == (
        "Get it.\n\n`GET /a`\n\n"
        "Args:\n    id_: Its id.\n\n"
        "Returns:\n    Order: The order.\n\n"
        "Raises:\n    NotFoundError: 404: No such.\n    StatusError: 410: Gone.; 4XX\n"
        "    ServerError: 500: Down.; 503: Busy.\n\n"
        'Source:\n    documented, high confidence: Guide, "Orders". Seen.'
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{basis: inferred}", "inferred"),
        ("{basis: sdk, doc: Client 2.1}", "sdk: Client 2.1"),
        ("{basis: documented, section: Limits}", "documented: Limits"),
    ],
)
def test_a_source_has_only_the_parts_that_are_known(tmp_path: Path, source: str, shown: str) -> None:
    assert describe_operation(
        operation(tmp_path, f"summary: S, x-source: {source}"), (), "None", {}
    ).docstring.endswith(f"Source:\n    {shown}")


def test_likely_error_codes_are_listed_with_their_names(tmp_path: Path) -> None:
    yaml = "summary: S, x-codes: {'400': [7, 8]}, responses: {'400': {description: Wrong.}}"
    assert describe_operation(operation(tmp_path, yaml), (), "None", {7: "NO_SKU"}).docstring.endswith(
        "BadRequestError: 400: Wrong. Likely: NO_SKU (7), code (8)."
    )


def test_an_endpoint_function_documents_its_request(tmp_path: Path) -> None:
    assert endpoint_docstring(operation(tmp_path, "summary: S")) == "`GET /a`."
    assert endpoint_docstring(operation(tmp_path, "deprecated: true")) == "`GET /a`, deprecated."
