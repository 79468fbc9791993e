"""The ChannelApe description: complete, as its sources have it, and the error catalogue row for row."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from channelsmith.document.load import load_document
from channelsmith.ir.builder import build_ir
from channelsmith.lint.rules.provenance import count_sources
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays

if TYPE_CHECKING:
    from channelsmith import ir
    from channelsmith.document import Document, Node

FOLDER = Path(__file__).parents[2] / "specs" / "channelape"

# Every method of the client by resource: 89 documented, 26 that only the vendor's library shows.
DOCUMENTED = {
    "actions": "complete error get health_check list",
    "analytics": "create_embed list",
    "batches": "create get",
    "businesses": "create get list update",
    "businesses.api_accounts": "get list",
    "businesses.members": "add remove verify",
    "channels": "create get list update",
    "channels.actions": "create",
    "file_previews": "create",
    "integrations": "get list",
    "inventories": "create find get update",
    "inventories.quantities": "adjust adjust_by_sku get set set_by_sku",
    "locations": "create get list update",
    "locations.closures": "get update",
    "locations.sla": "get update",
    "logs": "create",
    "orders": "create delete get list patch summary update",
    "orders.activities": "create",
    "plays": "create list",
    "products": "create get update",
    "products.blocks": "delete get list list_by_filter put",
    "products.filters": "create delete get list update",
    "products.modifiers": "create delete get list update",
    "products.pushes": "append delete get list put",
    "recipes": "create delete get list update",
    "schedules": "create get list",
    "steps": "create get list update",
}
BEYOND = {
    "analytics": "create_token",
    "businesses.api_accounts": "create delete find",
    "businesses.members": "get list",
    "orders": "list_by_business list_by_channel_order_id list_by_purchase_order_number",
    "plays": "get update",
    "products.variants": "get list search_by_filter search_by_sku search_by_tag search_by_upc search_by_vendor",
    "sessions": "create get",
    "subscriptions": "get",
    "suppliers": "create get list update",
    "users": "get",
}


@cache
def document() -> Document:
    return bundle_document(load_document(FOLDER / "openapi.yaml"))


@cache
def api() -> ir.Api:
    found, _ = build_ir(document())
    return found


def methods(basis: str) -> dict[str, str]:
    """Resource -> its methods, of the operations with a basis."""
    resources = {tag.name: tag.resource for tag in api().tags}
    names: dict[str, list[str]] = {}
    for each in api().operations:
        if each.source is not None and each.source.basis == basis:
            names.setdefault(each.resource or resources[each.tag], []).append(each.method_name)
    return {resource: " ".join(sorted(found)) for resource, found in sorted(names.items())}


def rows() -> list[tuple[int, str, str]]:
    with (FOLDER / "error-codes.csv").open(encoding="utf-8", newline="") as file:
        return [(int(row["code"]), row["name"], row["message"]) for row in csv.DictReader(file)]


def operations() -> list[Node]:
    paths = document().root["paths"]
    return [node for _, item in paths.items() for _, node in item.items() if "responses" in node]


def test_every_documented_operation_has_a_method() -> None:
    assert methods("documented") == DOCUMENTED
    assert sum(len(names.split()) for names in DOCUMENTED.values()) == 89


def test_every_operation_beyond_the_text_has_a_method() -> None:
    assert methods("sdk") == BEYOND
    assert sum(len(names.split()) for names in BEYOND.values()) == 26


def test_there_are_no_other_operations() -> None:
    assert len(api().operations) == 89 + 26


def test_each_documented_operation_names_a_section_of_its_own() -> None:
    sources = [each.source for each in api().operations if each.source and each.source.basis == "documented"]
    assert {each.doc for each in sources} == {"ChannelApe V1 API"}
    assert len({each.section for each in sources}) == 89


def test_each_inferred_path_or_method_says_so_and_how_sure_it_is() -> None:
    found = Counter(
        each.source.confidence
        for each in api().operations
        if each.source and each.source.note.startswith(("The path is inferred", "The method is inferred"))
    )
    assert found == {"high": 16, "medium": 8, "low": 10}


def test_every_paged_operation_reads_the_total_of_its_pages() -> None:
    paged = [each for each in api().operations if each.pagination is not None]
    assert paged
    assert {each.pagination.total for each in paged if each.pagination is not None} == {"/pagination/totalItems"}


def test_the_overlay_of_the_readme_moves_a_path(tmp_path: Path) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(readme.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    found, _ = build_ir(apply_overlays(document(), [overlay]))
    before = {each.id: each.path for each in api().operations}
    assert {each.id: each.path for each in found.operations} == {**before, "getOrderSummary": "/v1/orders/summaries"}


def test_the_sections_join_without_a_rest() -> None:
    referred = {path.name for path in document().files}
    assert {path.name for path in FOLDER.glob("*.yaml")} == referred


def test_nothing_is_without_a_source() -> None:
    counts = count_sources(document())
    assert {kind: count["unsourced"] for kind, count in counts.items()} == dict.fromkeys(counts, 0)
    assert all(count.total() > 0 for count in counts.values())


def test_the_catalogue_has_298_rows_and_296_codes() -> None:
    codes = [code for code, _, _ in rows()]
    assert len(codes) == 298
    assert len(set(codes)) == 296
    assert sorted(set(range(299)) - set(codes)) == [205, 206, 286]


def test_the_catalogue_keeps_its_order_and_its_two_repeated_rows() -> None:
    codes = [code for code, _, _ in rows()]
    assert [code for code, count in Counter(codes).items() if count > 1] == [220, 221]
    assert [row for row, count in Counter(rows()).items() if count > 1] == [
        row for row in dict.fromkeys(rows()) if row[0] in {220, 221}
    ]
    assert [at for at, code in enumerate(codes) if at and code < codes[at - 1]] == [codes.index(221) + 1]


def test_the_names_of_the_catalogue_are_unique_and_its_slips_are_kept() -> None:
    names = dict.fromkeys((code, name) for code, name, _ in rows())
    assert len({name for _, name in names}) == 296
    assert (220, "INVALID_ACTIVITIY_MESSAGE_DESCRIPTION") in names


def test_only_code_154_has_no_message() -> None:
    assert [code for code, _, message in rows() if not message] == [154]


def test_every_likely_code_is_in_the_catalogue_and_on_a_declared_status() -> None:
    known = {code for code, _, _ in rows()}
    wrong = [
        (each.text("operationId"), status, code.value)
        for each in operations()
        if "x-codes" in each
        for status, codes in each["x-codes"].items()
        for code in codes.elements()
        if code.value not in known or status not in each["responses"]
    ]
    assert wrong == []


def test_every_operation_declares_the_failures_that_all_of_them_share() -> None:
    shared = {
        "401": "#/components/responses/Unauthorized",
        "429": "#/components/responses/TooManyRequests",
        "5XX": "#/components/responses/ServerError",
    }
    found = {each.text("operationId"): {code: each["responses"][code].ref for code in shared} for each in operations()}
    assert found == dict.fromkeys(found, shared)
    assert len(found) == 110
