"""The meaning of a change for callers: a small document, changed in one place at a time."""

import json
import re
from pathlib import Path

import pytest

from channelsmith.diff import (
    Change,
    Level,
    Surface,
    build_surface,
    compare_surfaces,
    format_changes_json,
    format_changes_markdown,
    format_changes_text,
    next_version,
)
from channelsmith.naming.names import build_names
from channelsmith.pipeline import load_api
from support.documents import write

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: '1.4.2'}
servers: [{url: 'https://shop.example'}]
paths:
  /orders/{id}:
    get:
      tags: [orders]
      operationId: getOrder
      x-method: get
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: expand, in: query, schema: {type: string}}
      responses:
        '200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
  /orders:
    post:
      tags: [orders]
      operationId: createOrder
      x-method: create
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Draft'}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string}
        status: {$ref: '#/components/schemas/Status'}
        total: {type: integer}
    Draft:
      type: object
      required: [sku]
      properties:
        sku: {type: string}
        count: {type: integer}
    Status: {type: string, enum: [OPEN, DONE]}
"""


def surfaces(folder: Path, *edits: tuple[str, str]) -> tuple[Surface, Surface]:
    """The surfaces before and after texts of the document are replaced."""
    after = SHOP
    for was, becomes in edits:
        assert was in after
        after = after.replace(was, becomes)
    files = (write(folder / side, {"openapi.yaml": text}) for side, text in (("old", SHOP), ("new", after)))
    loaded = [load_api(file) for file in files]
    old, new = (build_surface(each, build_names(each.api, each.document)) for each in loaded)
    return old, new


def changes(folder: Path, *edits: tuple[str, str]) -> tuple[Change, ...]:
    """The changes that follow from replacing texts of the document."""
    return compare_surfaces(*surfaces(folder, *edits))


def describe(changes: tuple[Change, ...]) -> list[str]:
    """One line for each change."""
    return [f"{each.level.name} {each.symbol}: {each.message}" for each in changes]


OPTIONAL = "{name: expand, in: query, schema: {type: string}}"
CASES: dict[str, tuple[tuple[tuple[str, str], ...], list[str]]] = {
    "nothing": ((), []),
    "a description": ((("description: It.", "description: That one."),), []),
    "the order of properties": (
        (
            (
                "sku: {type: string}\n        count: {type: integer}",
                "count: {type: integer}\n        sku: {type: string}",
            ),
        ),
        [],
    ),
    "a method that is renamed": (
        (("x-method: get", "x-method: fetch"),),
        ["BREAKING client.orders.get: was renamed to client.orders.fetch"],
    ),
    "an argument of a method that is renamed": (
        (("x-method: get", "x-method: fetch"), (f"        - {OPTIONAL}\n", "")),
        [
            "BREAKING client.orders.get: was renamed to client.orders.fetch",
            "BREAKING client.orders.fetch(expand=): was removed",
        ],
    ),
    "a narrower limit": (
        ((OPTIONAL, OPTIONAL.replace("string}", "string, maxLength: 40}")),),
        ["BREAKING client.orders.get(expand=): maxLength 40, was none"],
    ),
    "another pattern of a field": (
        (("sku: {type: string}", "sku: {type: string, pattern: '^a'}"),),
        ["BEHAVIOR models.Draft.sku: pattern ^a, was none"],
    ),
    "a path that moves": (
        (("/orders:", "/v2/orders:"),),
        ["UNSEEN client.orders.create: sends POST /v2/orders, was POST /orders"],
    ),
    "an argument that was removed": (
        ((f"        - {OPTIONAL}\n", ""),),
        ["BREAKING client.orders.get(expand=): was removed"],
    ),
    "an argument that is new": (
        ((OPTIONAL, f"{OPTIONAL}\n        - {OPTIONAL.replace('expand', 'view')}"),),
        ["ADDITION client.orders.get(view=): was added"],
    ),
    "an argument that was added and is required": (
        ((OPTIONAL, f"{OPTIONAL}\n        - {OPTIONAL.replace('expand', 'view, required: true')}"),),
        ["BREAKING client.orders.get(view=): was added and is required"],
    ),
    "an argument that becomes required": (
        (("name: expand,", "name: expand, required: true,"),),
        ["BREAKING client.orders.get(expand=): is required now"],
    ),
    "an argument that takes more": (
        ((OPTIONAL, OPTIONAL.replace("type: string", "type: [string, integer]")),),
        ["ADDITION client.orders.get(expand=): is int | str | None, was str | None"],
    ),
    "an argument that takes something else": (
        ((OPTIONAL, OPTIONAL.replace("string", "integer")),),
        ["BREAKING client.orders.get(expand=): is int | None, was str | None"],
    ),
    "another name on the wire": (
        (("name: expand", "name: Expand"),),
        ["UNSEEN client.orders.get(expand=): is sent and received as 'Expand', was 'expand'"],
    ),
    "another answer": (
        (("'204': {description: Done.}", "'200': {description: It., content: {text/plain: {}}}"),),
        ["BREAKING client.orders.create: returns str, was None", "ADDITION client.orders.create_stream: was added"],
    ),
    "what is received and may be missing now": (
        (("      required: [id]\n", ""),),
        ["BREAKING models.Order.id: may be missing now"],
    ),
    "what is received and may be null now": (
        (("total: {type: integer}", "total: {type: [integer, 'null']}"), ("required: [id]", "required: [id, total]")),
        ["ADDITION models.Order.total: is required now", "BREAKING models.Order.total: is int | None, was int"],
    ),
    "what is sent and is optional now": (
        (("      required: [sku]\n", ""),),
        [
            "ADDITION client.orders.create(sku=): is optional now",
            "ADDITION models.Draft.sku: is optional now",
        ],
    ),
    "what is sent and has to be there now": (
        (("required: [sku]", "required: [sku, count]"),),
        [
            "BREAKING client.orders.create(count=): is required now",
            "BREAKING models.Draft.count: is required now",
        ],
    ),
    "a member that is new": (
        (("[OPEN, DONE]", "[OPEN, DONE, HELD]"),),
        ["ADDITION models.Status.HELD: was added"],
    ),
    "a member that was removed": (
        (("[OPEN, DONE]", "[OPEN]"),),
        ["BREAKING models.Status.DONE: was removed"],
    ),
    "a field that was removed": (
        (("        total: {type: integer}\n", ""),),
        ["BREAKING models.Order.total: was removed"],
    ),
    "another server": (
        (("https://shop.example", "https://api.shop.example"),),
        ["UNSEEN Client: calls https://api.shop.example by default, was https://shop.example"],
    ),
    "a secret that is needed": (
        (
            (
                "components:\n",
                "security: [{k: []}]\ncomponents:\n  securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}\n",
            ),
        ),
        [
            "ADDITION Client(k=): was added",
            "BREAKING client.orders.create: requires credentials now",
            "BREAKING client.orders.get: requires credentials now",
        ],
    ),
    "a limit": (
        (
            ("servers:", "x-rate-limit: {requests: 5, per: 60, scope: account}\nservers:"),
            ("x-method: get\n", "x-method: get\n      x-concurrency: {requests: 2, scope: operation}\n"),
        ),
        [
            "BEHAVIOR Client: rate limit: 5 in 60 s for the account, was none",
            "BEHAVIOR client.orders.get: concurrency: 2 at a time for each operation, was none",
        ],
    ),
    "retrying": (
        (("x-method: create\n", "x-method: create\n      x-retry: {statuses: [503], safe: true}\n"),),
        ["BEHAVIOR client.orders.create: retry: after 503, repeating is safe, was none"],
    ),
    "an idempotency key": (
        (("x-method: create\n", "x-method: create\n      x-idempotency-key: {header: X-Key}\n"),),
        ["BEHAVIOR client.orders.create: idempotency: the header X-Key, was none"],
    ),
    "an envelope": (
        (("x-method: get\n", "x-method: get\n      x-envelope: {success: /status, message: /id}\n"),),
        ["BEHAVIOR client.orders.get: envelope: success at /status, message at /id, was none"],
    ),
    "a default of an argument": (
        ((OPTIONAL, OPTIONAL.replace("string", "string, default: all")),),
        ['BEHAVIOR client.orders.get(expand=): defaults to "all" now, was nothing'],
    ),
    "a default of a field": (
        (("count: {type: integer}", "count: {type: integer, default: 1}"),),
        ["BEHAVIOR models.Draft.count: defaults to 1 now, was nothing"],
    ),
    "a declared error": (
        (("'204': {description: Done.}", "'204': {description: Done.}, '409': {description: No.}"),),
        ["BEHAVIOR client.orders.create: errors: 409, was none"],
    ),
    "a limit of a batch": (
        (
            ("sku: {type: string}", "sku: {type: array, items: {type: string}}"),
            ("x-method: create\n", "x-method: create\n      x-batch-limit: {items: 9, pointer: /sku}\n"),
        ),
        [
            "BEHAVIOR client.orders.create: batch limit: at most 9 items in /sku, was none",
            "BREAKING client.orders.create(sku=): is Sequence[str], was str",
            "ADDITION client.orders.create_all: was added",
            "BREAKING models.Draft.sku: is list[str], was str",
        ],
    ),
    "a method that is deprecated": (
        (("x-method: get\n", "x-method: get\n      deprecated: true\n"),),
        ["ADDITION client.orders.get: is deprecated"],
    ),
}


EVENTS = """\
    Event: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Made:
      allOf: [{$ref: '#/components/schemas/Event'}, {properties: {by: {type: string}}}]
"""


GROUPS = "        count: {type: integer}\n      anyOf: [{required: [sku]}, {required: [count]}]\n"


def test_a_body_that_needs_one_of_several_groups_breaks_those_that_have_none(tmp_path: Path) -> None:
    last = "        count: {type: integer}\n"
    relaxed = ("      required: [sku]\n", ""), (last, GROUPS)
    old, new = surfaces(tmp_path / "relaxed", *relaxed)
    assert "ADDITION models.Draft.sku: is optional now" in describe(compare_surfaces(old, new))
    assert not any("needs" in line for line in describe(compare_surfaces(old, new)))
    _, optional = surfaces(tmp_path / "optional", *relaxed[:1])
    assert describe(compare_surfaces(optional, new)) == ["BREAKING models.Draft: needs sku or count now"]
    assert describe(compare_surfaces(new, optional)) == ["ADDITION models.Draft: does not need sku or count any more"]


def test_what_a_model_extends_is_part_of_the_surface(tmp_path: Path) -> None:
    extended = SHOP + EVENTS
    alone = extended.replace("allOf: [{$ref: '#/components/schemas/Event'}, {", "allOf: [{").replace(
        "{by:", "{kind: {type: string}, by:"
    )
    files = (write(tmp_path / side, {"openapi.yaml": text}) for side, text in (("old", extended), ("new", alone)))
    loaded = [load_api(file) for file in files]
    old, new = (build_surface(each, build_names(each.api, each.document)) for each in loaded)
    assert "BREAKING models.Made: does not extend models.Event any more" in describe(compare_surfaces(old, new))
    assert "ADDITION models.Made: extends models.Event now" in describe(compare_surfaces(new, old))


def test_a_required_constant_that_is_added_breaks_nothing(tmp_path: Path) -> None:
    edits = ("required: [sku]", "required: [sku, tag]"), ("        count:", "        tag: {const: x}\n        count:")
    assert describe(changes(tmp_path, *edits)) == [
        "ADDITION client.orders.create(tag=): was added",
        "ADDITION models.Draft.tag: was added and is required",
    ]


@pytest.mark.parametrize(("edits", "expected"), CASES.values(), ids=CASES)
def test_a_change_is_described_for_callers(
    edits: tuple[tuple[str, str], ...], expected: list[str], tmp_path: Path
) -> None:
    assert describe(changes(tmp_path, *edits)) == expected


@pytest.mark.parametrize("edits", [edits for edits, _ in CASES.values()], ids=CASES)
def test_an_addition_is_a_removal_in_the_other_direction(edits: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    old, new = surfaces(tmp_path, *edits)
    there, back = compare_surfaces(old, new), compare_surfaces(new, old)
    assert [each.symbol for each in there if each.rule.endswith("-added")] == [
        each.symbol for each in back if each.rule.endswith("-removed")
    ]


def test_a_change_has_its_location(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, (f"        - {OPTIONAL}\n", ""))
    assert (change.location is not None, str(change.location).endswith("new/openapi.yaml:6:5")) == (True, True)


@pytest.mark.parametrize(
    ("version", "level", "expected"),
    [
        ("1.4.2", Level.BREAKING, "2.0.0"),
        ("1.4.2", Level.ADDITION, "1.5.0"),
        ("1.4.2", Level.BEHAVIOR, "1.5.0"),
        ("1.4.2", Level.UNSEEN, "1.4.3"),
        ("1.4.2", None, "1.4.2"),
        ("0.4.2", Level.BREAKING, "0.5.0"),
        ("0.4.2", Level.ADDITION, "0.4.3"),
        ("v1", Level.BREAKING, "2.0.0"),
        ("1.2", Level.ADDITION, "1.3.0"),
        ("latest", Level.ADDITION, ""),
    ],
)
def test_the_most_severe_change_decides_the_next_version(version: str, level: Level | None, expected: str) -> None:
    heaviest = [] if level is None else [Change(level, "any", "client", "changed")]
    lighter = [] if level is None else [Change(Level.UNSEEN, "any", "client", "changed")]
    assert next_version(version, [*lighter, *heaviest]) == expected


def test_the_text_report_begins_with_breaking_changes(tmp_path: Path) -> None:
    result = changes(tmp_path, ("[OPEN, DONE]", "[OPEN, HELD]"), ("/orders:", "/v2/orders:"))
    assert format_changes_text(result, "1.4.2", "2.0.0").splitlines() == [
        "Breaking:",
        "  * models.Status.DONE: was removed",
        "",
        "Added:",
        "  * models.Status.HELD: was added",
        "",
        "Not visible to callers:",
        "  * client.orders.create: sends POST /v2/orders, was POST /orders",
        "",
        "Next version: 2.0.0 (from 1.4.2)",
    ]


def test_the_json_report(tmp_path: Path) -> None:
    report = json.loads(format_changes_json(changes(tmp_path, ("[OPEN, DONE]", "[OPEN]")), "1.4.2", "2.0.0"))
    assert (report["breaking"], report["version"]) == (True, {"from": "1.4.2", "to": "2.0.0"})
    (change,) = report["changes"]
    assert {key: change[key] for key in ("level", "rule", "symbol", "message")} == {
        "level": "breaking",
        "rule": "member-removed",
        "symbol": "models.Status.DONE",
        "message": "was removed",
    }
    assert change["place"]["line"] == SHOP.splitlines().index("    Status: {type: string, enum: [OPEN, DONE]}") + 1


def test_a_report_without_changes(tmp_path: Path) -> None:
    assert format_changes_text(changes(tmp_path), "1.4.2", "1.4.2").splitlines()[0] == "Nothing changed for callers."


AUTH = """\
security: [{one: []}]
components:
  securitySchemes:
    one: {type: apiKey, in: header, name: X-Key, x-credential: key}
    two: {type: http, scheme: bearer, x-credential: key}
"""


def compare(folder: Path, old: str, new: str) -> list[str]:
    """The changes between two documents."""
    loaded = [load_api(write(folder / side, {"openapi.yaml": text})) for side, text in (("old", old), ("new", new))]
    before, after = (build_surface(each, build_names(each.api, each.document)) for each in loaded)
    return describe(compare_surfaces(before, after))


def test_another_way_to_authenticate_is_behaviour(tmp_path: Path) -> None:
    document = SHOP.replace("components:\n", AUTH)
    assert compare(tmp_path / "a", document, document.replace("security: [{one", "security: [{two")) == []
    changed = document.replace("in: header, name: X-Key", "in: query, name: key")
    before, after = (f"one as apiKey {place}; two as bearer" for place in ("header X-Key", "query key"))
    expected = f"BEHAVIOR Client: authentication: {after}, was {before}"
    assert compare(tmp_path / "b", document, changed) == [expected]


def test_every_breaking_change_has_a_note_for_the_migration() -> None:
    source = Path(compare_surfaces.__code__.co_filename).read_text("utf-8")
    rules = set(re.findall(r'Level\.BREAKING[^"\n]*, "([a-z-]+)"', source)) | {"required", "optional", "part-added"}
    rules |= {f"{noun}-removed" for noun in re.findall(r'_compare_symbols\([^"]+"([a-z]+)"', source)}
    for rule in rules:
        change = Change(Level.BREAKING, rule, "client.x", "changed")
        assert "### Migrating from 1.0.0\n\n* `client.x`: " in format_changes_markdown([change], "1.0.0", "2.0.0"), rule
    assert len(rules) > 12


def test_markdown_does_not_interpret_texts_of_the_document() -> None:
    change = Change(Level.UNSEEN, "wire-name-changed", "client.`x`", "is sent as '<b>[x](y)*', was `z`\n# t")
    assert format_changes_markdown([change], "1", "2").splitlines()[4] == (
        "* `client.'x'`: is sent as '\\<b\\>\\[x\\](y)\\*', was \\`z\\`\\\\n# t"
    )
