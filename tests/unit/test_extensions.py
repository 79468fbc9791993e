from pathlib import Path

import pytest

from channelsmith import ir
from support.reading import api_of


def operation(folder: Path, members: str, root: str = "", item: str = "") -> ir.Operation:
    lines = [f"    {item}"] if item else []
    text = "\n".join(["paths:", "  /a:", *lines, f"    get: {{{members}}}", root])
    (found,) = api_of(folder, text).operations
    return found


def test_a_source_is_inherited_key_by_key_and_a_note_is_not(tmp_path: Path) -> None:
    found = operation(
        tmp_path,
        "x-source: {section: Orders}",
        "x-source: {basis: documented, doc: Guide, note: Of all.}",
        "x-source: {confidence: high, section: All, note: Of the path.}",
    )
    assert found.source == ir.Source("documented", "Guide", "Orders", "high", "")


def test_a_note_of_its_own_is_kept(tmp_path: Path) -> None:
    found = operation(tmp_path, "x-source: {note: Mine.}", "x-source: {basis: sdk, note: Of all.}")
    assert found.source == ir.Source("sdk", note="Mine.")


@pytest.mark.parametrize("members", ["tags: []", "x-source: {doc: Guide}"])
def test_without_a_basis_there_is_no_source(tmp_path: Path, members: str) -> None:
    assert operation(tmp_path, members).source is None


def test_policies_of_an_operation(tmp_path: Path) -> None:
    found = operation(
        tmp_path,
        "x-rate-limit: {requests: 10, per: 1.5, scope: account, headers: {limit: a, remaining: b, retryAfter: c}},"
        " x-concurrency: {requests: 3, scope: operation}, x-retry: {statuses: [429], safe: true},"
        " x-idempotency-key: {header: X-Key}, x-codes: {'400': [1, 2], '409': [3]}",
    )
    assert found.rate_limit == ir.RateLimit(10, 1.5, "account", "c", "a", "b")
    assert found.concurrency == ir.Concurrency(3, "operation")
    assert found.retry == ir.Retry((429,), safe=True)
    assert found.idempotency_key == "X-Key"
    assert found.codes == (("400", (1, 2)), ("409", (3,)))


def test_policies_of_the_document(tmp_path: Path) -> None:
    api = api_of(
        tmp_path,
        "x-rate-limit: {requests: 1, per: 60, scope: operation}\n"
        "x-concurrency: {requests: 1, scope: account}\n"
        "x-retry: {statuses: [429]}\n",
    )
    assert api.rate_limit == ir.RateLimit(1, 60, "operation")
    assert api.concurrency == ir.Concurrency(1, "account")
    assert api.retry == ir.Retry((429,), safe=None)


def test_undeclared_extensions_are_absent(tmp_path: Path) -> None:
    found = operation(tmp_path, "tags: []")
    assert (found.rate_limit, found.concurrency, found.retry, found.envelope) == (None, None, None, None)
    assert (found.idempotency_key, found.codes) == ("", ())


ENVELOPE = "x-envelope: {success: /ok, payload: /data, message: /m, errors: [/e, /v], requestId: /id}"


@pytest.mark.parametrize(
    "members",
    [
        ENVELOPE,
        f"responses: {{'200': {{content: {{application/json: {{schema: {{{ENVELOPE}}}}}}}}}}}",
        "responses: {'201': {content: {a/b: {}, application/json: {schema: $Wrapped}}}}",
        f"{ENVELOPE}, responses: {{'200': {{content: {{a/json: {{schema: {{x-envelope: {{success: /no}}}}}}}}}}}}",
    ],
)
def test_an_envelope_is_that_of_the_operation_or_of_its_success_body(tmp_path: Path, members: str) -> None:
    root = f"components: {{schemas: {{Wrapped: {{type: object, {ENVELOPE}}}}}}}"
    assert operation(tmp_path, members, root).envelope == ir.Envelope("/ok", "/data", "/m", ("/e", "/v"), "/id")


def test_the_envelope_of_a_failure_is_not_that_of_a_success(tmp_path: Path) -> None:
    members = f"responses: {{'400': {{content: {{application/json: {{schema: {{{ENVELOPE}}}}}}}}}}}"
    assert operation(tmp_path, members).envelope is None


def test_the_envelopes_of_an_api_are_listed_once(tmp_path: Path) -> None:
    other = "x-envelope: {success: /s, payload: /p}"
    text = f"paths: {{/a: {{get: {{{ENVELOPE}}}, put: {{{ENVELOPE}}}, post: {{{other}}}}}}}"
    assert [each.success for each in api_of(tmp_path, text).envelopes] == ["/ok", "/s"]


def test_a_path_that_serves_several_uses_is_several_operations(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        get:
          operationId: all
          summary: Of all.
          parameters: [{name: from, in: query}, {name: id, in: query}, {name: page, in: query}]
          responses: {'200': {content: {application/json: {schema: {type: array, items: $Order}}}}, '404': {}}
          x-uses:
            - operationId: one
              x-method: get
              summary: One.
              requires: [id]
              omits: [from, page]
              returns: '#/components/schemas/Order'
            - {operationId: many, x-method: list, summary: Many., description: D., omits: [id]}
    components: {schemas: {Order: {properties: {a: {}}}}}
    """
    one, many = api_of(tmp_path, text).operations
    assert [(each.id, each.method_name, each.summary, each.pointer) for each in (one, many)] == [
        ("one", "get", "One.", "/paths/~1a/get/x-uses/0"),
        ("many", "list", "Many.", "/paths/~1a/get/x-uses/1"),
    ]
    assert [(each.name, each.required) for each in one.parameters] == [("id", True)]
    assert [(each.name, each.required) for each in many.parameters] == [("from", False), ("page", False)]
    assert [each.responses[0].media[0].type for each in (one, many)] == [
        ir.Ref("/components/schemas/Order"),
        ir.Array(ir.Ref("/components/schemas/Order")),
    ]


def test_polling_with_all_keys(tmp_path: Path) -> None:
    found = operation(
        tmp_path,
        "x-polling: {id: /id, method: export, interval: 1.5, attempts: 3,"
        " status: {operation: a, parameter: b, state: /s}, result: {operation: c, parameter: d},"
        " reuse: {operation: e, items: /i, parameters: {kind: K}, createdFrom: f},"
        " states: {pending: [P], done: [D], failed: [F], gone: [G]}}",
    )
    assert found.polling == ir.Polling(
        id="/id",
        method="export",
        status=ir.JobOperation("a", "b"),
        state="/s",
        result=ir.JobOperation("c", "d"),
        reuse=ir.JobList("e", (("kind", "K"),), "/i", "f"),
        done=("D",),
        failed=("F",),
        gone=("G",),
        interval=1.5,
        attempts=3,
    )


def test_polling_with_the_required_keys(tmp_path: Path) -> None:
    found = operation(
        tmp_path,
        "x-polling: {id: /id, interval: 60, status: {operation: a, parameter: b, state: /s},"
        " result: {operation: c, parameter: d}, states: {pending: [P], done: [D]}}",
    )
    assert found.polling is not None
    assert (found.polling.method, found.polling.reuse, found.polling.attempts) == ("", None, 1)
    assert (found.polling.failed, found.polling.gone) == ((), ())
