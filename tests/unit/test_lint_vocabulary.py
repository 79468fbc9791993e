from pathlib import Path

import pytest

from channelsmith.document import Document
from channelsmith.ir.builder import build_ir
from channelsmith.lint.linter import lint_document, run_rule
from channelsmith.lint.rules import RULES
from channelsmith.lint.rules.body_schemas import allowed_values, resolve_pointer
from channelsmith.transform.overlay import apply_overlays
from support.documents import brief, document

API = """\
openapi: 3.1.0
info: {title: T, version: '1'}
x-error-codes: {table: codes.csv, codes: /errors/*/code}
paths:
  /jobs:
    post:
      operationId: createJob
      x-polling:
        id: /content/id
        status: {operation: jobStatus, parameter: id, state: /content/state, location: /content/url}
        result: {operation: jobResult, parameter: id}
        reuse: {operation: listJobs, items: /jobs}
        states: {pending: [RUNNING], done: [DONE]}
        interval: 60
      responses: {200: {$ref: '#/components/responses/Job'}}
    get:
      operationId: listJobs
      parameters: [{name: after, in: query, schema: {type: string}}]
      x-pagination: {cursor: {parameter: after, pointer: /next}, items: /jobs, stop: {pointer: /last, value: true}}
      responses:
        200:
          description: ok
          content:
            application/json:
              schema:
                properties: {next: {type: string}, last: {type: boolean}, jobs: {items: {type: string}}}
  /jobs/{id}:
    parameters: [{$ref: '#/components/parameters/Id'}]
    get:
      operationId: jobStatus
      responses: {200: {$ref: '#/components/responses/Job'}, 4XX: {$ref: '#/components/responses/Error'}}
  /jobs/{id}/result:
    parameters: [{$ref: '#/components/parameters/Id'}]
    get:
      operationId: jobResult
      responses: {200: {description: ok}}
    put:
      operationId: replace
      x-batch-limit: {items: 10, pointer: /rows, key: /rows/*/id}
      requestBody:
        content:
          application/json:
            schema:
              properties:
                rows: {type: array, items: {properties: {id: {type: string}, in: {properties: {id: {type: string}}}}}}
                in: {properties: {rows: {type: array, items: {properties: {id: {type: string}}}}}}
      responses: {204: {description: ok}}
components:
  parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
  responses:
    Job: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}}
    Error:
      description: no
      content: {application/json: {schema: {properties: {errors: {items: {properties: {code: {type: string}}}}}}}}
  schemas:
    Envelope:
      x-envelope: {success: /ok, payload: /content, errors: [/errors]}
      allOf:
        - {properties: {ok: {type: boolean}, errors: {type: array}}}
        - {properties: {content: {oneOf: [{$ref: '#/components/schemas/Job'}, {type: 'null'}]}}}
    Job: {properties: {id: {type: string}, state: {enum: [RUNNING, DONE]}, url: {type: [string, 'null']}}}
"""


def loaded(folder: Path, text: str) -> Document:
    (folder / "codes.csv").write_text("code\n")
    return document(folder, text)


def test_valid_extensions(tmp_path: Path) -> None:
    result = lint_document(loaded(tmp_path, API), rules=[each for name, each in RULES.items() if "vocabulary" in name])
    assert [brief(each) for each in result.diagnostics] == []


@pytest.mark.parametrize(
    ("right", "wrong", "message", "hint"),
    [
        ("success: /ok", "success: /okay", "x-envelope: '/okay' does not resolve: the body has no 'okay'", "'ok'"),
        ("[/errors]", "[/error]", "x-envelope: '/error' does not resolve: the body has no 'error'", "'errors'"),
        ("id: /content/id", "id: /content/ids", "x-polling: '/content/ids' does not resolve: '/content' has no 'ids'",
         "'id'"),
        ("location: /content/url", "location: /url", "x-polling: '/url' does not resolve: the body has no 'url'", ""),
        ("operation: jobStatus", "operation: jobState", "there is no operation 'jobState'", "'jobStatus'"),
        ("jobStatus, parameter: id", "jobStatus, parameter: ids", "the operation 'jobStatus' has no parameter 'ids'",
         "'id'"),
        ("operation: listJobs", "operation: listJob", "there is no operation 'listJob'", "'listJobs'"),
        ("items: /jobs}", "items: /job}", "x-polling: '/job' does not resolve: the body has no 'job'", "'jobs'"),
        ("[RUNNING], done", "[RUNING], done", "x-polling: the state 'RUNING' is not declared", "'RUNNING'"),
        ("done: [DONE]", "done: [RUNNING]", "x-polling: the state 'RUNNING' is in two groups", ""),
        ("parameter: after,", "parameter: before,", "the operation 'listJobs' has no parameter 'before'", ""),
        ("pointer: /last,", "pointer: /lst,", "x-pagination: '/lst' does not resolve: the body has no 'lst'",
         "'last'"),
        ("cursor: {parameter: after, pointer: /next}", "nextUrl: /nxt",
         "x-pagination: '/nxt' does not resolve: the body has no 'nxt'", "'next'"),
        ("cursor: {parameter: after, pointer: /next}", "page: {parameter: after, pages: /pages}",
         "x-pagination: '/pages' does not resolve: the body has no 'pages'", ""),
        ("cursor: {parameter: after, pointer: /next}", "offset: {parameter: skip}",
         "the operation 'listJobs' has no parameter 'skip'", ""),
        ("items: /jobs, stop", "items: /jobs, total: /totl, stop",
         "x-pagination: '/totl' does not resolve: the body has no 'totl'", ""),
        ("items: /jobs, stop", "items: /jobs, limit: size, stop",
         "the operation 'listJobs' has no parameter 'size'", ""),
        ("pointer: /rows,", "pointer: /row,", "x-batch-limit: '/row' does not resolve: the body has no 'row'",
         "'rows'"),
        ("key: /rows/*/id", "key: /rows/*/ids",
         "x-batch-limit: '/rows/*/ids' does not resolve: '/rows/*' has no 'ids'", "'id'"),
        ("key: /rows/*/id", "key: /rows/*/in/id", "x-batch-limit: '/rows/*/in/id' is not a member of an entry",
         "write /rows/*/NAME"),
        ("key: /rows/*/id", "key: /in/rows/*/id", "x-batch-limit: '/in/rows/*/id' is not a member of an entry",
         "write /rows/*/NAME"),
        ("/rows, key: /rows/*/id", "/in/rows, key: /in/rows/*/id",
         "x-batch-limit: '/in/rows' is not a member of the body", "or the body itself"),
        ("/errors/*/code", "/errors/*/number",
         "x-error-codes: '/errors/*/number' does not resolve: '/errors/*' has no 'number'", ""),
    ],
)  # fmt: skip
def test_a_missing_target_is_an_error(tmp_path: Path, right: str, wrong: str, message: str, hint: str) -> None:
    assert API.count(right) == 1
    (problem,) = run_rule("vocabulary-target", loaded(tmp_path, API.replace(right, wrong)))
    line = API[: API.index(right)].count("\n") + 1
    assert (problem.location and problem.location.line, problem.message) == (line, message)
    assert hint in problem.hint


def test_polling_operations_require_only_the_id(tmp_path: Path) -> None:
    operation_id = "operationId: jobStatus\n"
    more = "      parameters: [{name: account, in: query, required: true, schema: {type: string}}]\n"
    assert API.count(operation_id) == 1
    text = API.replace(operation_id, operation_id + more)
    (problem,) = run_rule("vocabulary-target", loaded(tmp_path, text))
    assert problem.message == "x-polling: 'jobStatus' also requires 'account'"


def test_a_missing_table_of_error_codes(tmp_path: Path) -> None:
    text = API.replace("codes.csv", "kodes.csv")
    assert [each.message for each in run_rule("vocabulary-target", loaded(tmp_path, text))] == [
        f"x-error-codes: there is no file '{tmp_path}/kodes.csv'"
    ]


def test_a_batch_limit_without_a_request_body(tmp_path: Path) -> None:
    text = API.replace("      requestBody:\n        content", "      x-body:\n        content")
    assert [each.message for each in run_rule("vocabulary-target", loaded(tmp_path, text))] == [
        "x-batch-limit: the operation has no request body"
    ]


def test_a_result_that_is_empty_until_it_is_ready_has_a_body(tmp_path: Path) -> None:
    text = API.replace("operationId: jobResult", "operationId: jobResult\n      x-empty-until-ready: true")
    assert [each.message for each in run_rule("vocabulary-target", loaded(tmp_path, text))] == [
        "x-empty-until-ready: the operation has no success with a body"
    ]


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("x-method: List-All", "2:48 vocabulary: 'List-All' is not valid for it"),
        ("x-retry: {safe: 'yes'}", "x-retry: 'safe' is a string, not a boolean"),
        ("x-empty-until-ready: 'yes'", "x-empty-until-ready: it is a string, not a boolean"),
        ("x-retry: {unsafe: true}", "x-retry: it cannot have 'unsafe'"),
        ("x-rate-limit: {requests: 1, per: 60}", "x-rate-limit: it lacks 'scope'"),
        (
            "x-source: {basis: rumour}",
            "x-source: 'basis' is 'rumour', not one of 'documented', 'sdk', 'public', 'inferred'",
        ),
        ("x-pagination: true", "x-pagination: it is True, not False"),
        ("x-pagination: {link: next}", "x-pagination: it lacks 'items'"),
        ("x-pagination: {link: prev, items: /a}", "x-pagination: 'prev' is not valid for 'link'"),
        ("x-pagination: {page: {parameter: p}, items: /a, pages: /n}", "x-pagination: it cannot have 'pages'"),
        ("x-pagination: {page: {parameter: p}, link: next, items: /a}", "x-pagination: it cannot have 'link'"),
        ("x-pagination: {cursor: {parameter: p}, items: /a}", "x-pagination: 'cursor' lacks 'pointer'"),
    ],
)
def test_invalid_extensions(tmp_path: Path, extension: str, message: str) -> None:
    text = API.replace("operationId: jobResult", f"operationId: jobResult\n      {extension}")
    ours = f"x-source: {{basis: documented}}\n{text.lstrip()}"
    problems = run_rule("vocabulary", loaded(tmp_path, ours))
    assert [each.message.removeprefix("x-method: ") for each in problems] == [message.rpartition("vocabulary: ")[2]]
    assert {each.severity for each in problems} == {"error"}


def test_a_document_as_a_whole_can_only_have_no_pages(tmp_path: Path) -> None:
    whole = "x-pagination: {link: next, items: /jobs}"
    (problem,) = run_rule("vocabulary-target", loaded(tmp_path, f"{whole}\n{API.lstrip()}"))
    assert problem.message == "x-pagination: the document as a whole has no pages"
    assert run_rule("vocabulary-target", loaded(tmp_path, f"x-pagination: false\n{API.lstrip()}")) == ()


def test_pages_are_asked_for_in_the_query(tmp_path: Path) -> None:
    (problem,) = run_rule("vocabulary-target", loaded(tmp_path, API.replace("after, in: query", "after, in: header")))
    assert problem.message == "x-pagination: 'after' is no query parameter"


def test_a_cursor_in_the_last_item_needs_an_end(tmp_path: Path) -> None:
    declared = "cursor: {parameter: after, pointer: /next}, items: /jobs, stop: {pointer: /last, value: true}"
    text = API.replace(declared, "cursor: {parameter: after, item: /id}, items: /jobs")
    messages = [each.message for each in run_rule("vocabulary-target", loaded(tmp_path, text))]
    assert messages == [
        "x-pagination: '/id' does not resolve: '/jobs/*' has no 'id'",
        "x-pagination: every page has a last item, so that 'stop' has to end the list",
    ]


def test_an_extension_with_the_same_name_in_a_third_party_document_is_ignored(tmp_path: Path) -> None:
    text = API.replace("operationId: jobResult", "operationId: jobResult\n      x-retry: thrice")
    assert run_rule("vocabulary", loaded(tmp_path, text)) == ()
    (problem,) = run_rule("vocabulary-namesake", loaded(tmp_path, text))
    assert (problem.rule, problem.severity) == ("vocabulary-namesake", "info")
    api, _ = build_ir(loaded(tmp_path, text.replace("x-error-codes: {table: codes.csv, codes: /errors/*/code}\n", "")))
    assert {each.retry for each in api.operations} == {None}


@pytest.mark.parametrize(
    ("right", "wrong", "message", "hint"),
    [
        ("x-polling:", "x-poling:", "'x-poling' is not in the vocabulary; it is ignored", "did you mean 'x-polling'?"),
        (
            "x-error-codes:",
            "x-errorCodes:",
            "'x-errorCodes' is not in the vocabulary; it is ignored",
            "did you mean 'x-error-codes'?",
        ),
        (
            "status: {operation: jobStatus",
            "status: {operatoin: jobStatus",
            "x-polling: 'status' cannot have 'operatoin'; the extension is ignored",
            "did you mean 'operation'?",
        ),
    ],
)
def test_misspelled_extensions_are_reported(tmp_path: Path, right: str, wrong: str, message: str, hint: str) -> None:
    assert right in API
    problems = run_rule("vocabulary-typo", loaded(tmp_path, API.replace(right, wrong)))
    assert [(each.message, each.hint, each.severity) for each in problems] == [(message, hint, "warning")]


def test_misspelled_keys_of_our_own_extensions_are_errors_with_a_hint(tmp_path: Path) -> None:
    text = f"x-source: {{basis: documented}}\nx-rate-limit: {{request: 5, per: 1, scope: account}}\n{API.lstrip()}"
    hints = {each.message: each.hint for each in run_rule("vocabulary", loaded(tmp_path, text))}
    assert hints["x-rate-limit: it cannot have 'request'"] == "did you mean 'requests'?"


def test_extensions_of_others_with_similar_names_are_left_alone(tmp_path: Path) -> None:
    names = ("x-code-samples", "x-retryable", "x-paginated", "x-internal", "x-enum-varnames", "x-go-name", "x-example")
    extensions = "".join(f"      {name}: 1\n" for name in names)
    text = API.replace("      operationId: createJob\n", f"      operationId: createJob\n{extensions}")
    assert text != API
    assert run_rule("vocabulary-typo", loaded(tmp_path, text)) == ()


def test_an_extension_in_an_overlay_has_to_be_valid(tmp_path: Path) -> None:
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions: [{target: $.info, update: {x-retry: thrice}}]\n"
    )
    (problem,) = run_rule("vocabulary", apply_overlays(loaded(tmp_path, API), [overlay]))
    assert problem.location is not None
    assert (problem.severity, problem.location.file) == ("error", str(overlay))


def test_misplaced_extensions(tmp_path: Path) -> None:
    text = API.replace("{type: 'null'}", "{type: 'null', x-method: list}")
    assert run_rule("vocabulary-place", loaded(tmp_path, text)) == ()  # a third party's own extension
    (problem,) = run_rule("vocabulary-place", loaded(tmp_path, f"x-source: {{basis: documented}}\n{text.lstrip()}"))
    assert (problem.rule, problem.message) == (
        "vocabulary-place",
        "x-method has no meaning on an object of the kind 'schema'",
    )
    assert problem.hint == "it belongs on: operation"


def test_other_extensions_are_ignored(tmp_path: Path) -> None:
    text = API.replace("operationId: jobResult", "operationId: jobResult\n      x-other: {safe: 'yes'}")
    assert run_rule("vocabulary", loaded(tmp_path, f"x-source: {{basis: documented}}\n{text.lstrip()}")) == ()
    assert run_rule("vocabulary-namesake", loaded(tmp_path, text)) == ()


BODIES = """\
openapi: 3.1.0
open: {}
closed: {properties: {a: {type: string}}}
free: {properties: {a: {type: string}}, additionalProperties: true}
map: {additionalProperties: {properties: {x: {enum: [1, 2]}}}}
list: {items: {properties: {x: {const: 3}}}}
either: {oneOf: [{$ref: '#/map'}, {$ref: '#/list'}, {$ref: '#/either'}]}
text: {type: string}
"""


@pytest.mark.parametrize(
    ("schema", "pointer", "there", "named"),
    [
        ("open", "/a/b", True, set[object]()),
        ("closed", "", True, set[object]()),
        ("closed", "/a", True, set[object]()),
        ("closed", "/a/b", False, set[object]()),
        ("closed", "/b", False, set[object]()),
        ("free", "/b/c", True, set[object]()),
        ("map", "/any/x", True, {1, 2}),
        ("map", "/*/x", True, {1, 2}),
        ("list", "/0/x", True, {3}),
        ("list", "/first/x", False, set[object]()),
        ("either", "/0/x", True, {1, 2, 3}),
        ("either", "/0/y", False, set[object]()),
        ("text", "/a", False, set[object]()),
    ],
)
def test_pointers_are_resolved_through_schemas(
    tmp_path: Path, schema: str, pointer: str, there: bool, named: set[object]
) -> None:
    target = resolve_pointer((document(tmp_path, BODIES).at(f"/{schema}"),), pointer)
    assert (bool(target), allowed_values(target)) == (there, named)
