"""A server with a memory from documents that use none of the x- words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from support.pets import PETS, SHOP
from support.sandboxes import Sandbox, start_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pets(tmp_path: Path) -> Sandbox:
    return start_text(PETS, tmp_path, items=0)


@pytest.fixture
def shop(tmp_path: Path) -> Sandbox:
    return start_text(SHOP, tmp_path, items=0)


def made(sandbox: Sandbox, url: str, **body: Any) -> dict[str, Any]:
    response = sandbox.post(url, json=body)
    assert response.status_code == 201, response.text
    answer: dict[str, Any] = response.json()
    return answer


# ---------------------------------------------------------------- create, read, change, remove


def test_what_was_created_has_an_id_and_times_and_is_read_again(pets: Sandbox) -> None:
    pet = made(pets, "/v1/pets", name="Rex", species="dog")
    assert pet == {
        "id": 1,
        "name": "Rex",
        "species": "dog",
        "status": "new",
        "createdAt": "2026-03-01T12:00:00.000Z",
        "updatedAt": "2026-03-01T12:00:00.000Z",
    }
    assert pets.get("/v1/pets/1").json() == pet
    assert made(pets, "/v1/pets", name="Tom")["id"] == 2


def test_a_replacement_forgets_what_it_does_not_name_and_keeps_what_only_the_server_sets(pets: Sandbox) -> None:
    made(pets, "/v1/pets", name="Rex", species="dog", weight=12.5)
    pets.clock.now += 60
    answer = pets.send("PUT", "/v1/pets/1", json={"name": "Max"}).json()
    assert answer == pets.get("/v1/pets/1").json()
    assert answer == {
        "id": 1,
        "name": "Max",
        "status": "new",
        "createdAt": "2026-03-01T12:00:00.000Z",
        "updatedAt": "2026-03-01T12:01:00.000Z",
    }


def test_a_patch_merges_and_null_takes_away_or_stays_where_it_is_allowed(pets: Sandbox) -> None:
    made(pets, "/v1/pets", name="Rex", species="dog", owner={"name": "Ann", "phone": "1"})
    patch = {"species": None, "owner": {"phone": None}, "name": "Max"}
    headers = {"content-type": "application/merge-patch+json"}
    answer = pets.send("PATCH", "/v1/pets/1", json=patch, headers=headers).json()
    assert (answer["name"], answer["species"], answer["owner"]) == ("Max", None, {"name": "Ann"})


def test_what_was_removed_is_gone_and_its_id_is_not_used_again(pets: Sandbox) -> None:
    made(pets, "/v1/pets", name="Rex")
    made(pets, "/v1/pets", name="Tom")
    removed = pets.send("DELETE", "/v1/pets/2")
    assert (removed.status_code, removed.content) == (204, b"")
    assert pets.get("/v1/pets/2").status_code == 404
    assert pets.send("DELETE", "/v1/pets/2").status_code == 404
    assert made(pets, "/v1/pets", name="Kim")["id"] == 3


def test_an_unknown_item_is_refused_in_the_declared_shape(pets: Sandbox) -> None:
    response = pets.get("/v1/pets/77")
    assert response.status_code == 404
    assert list(response.json()) == ["message"]


# ---------------------------------------------------------------- lists


def names(sandbox: Sandbox, url: str) -> list[str]:
    return [each["name"] for each in sandbox.get(url).json()]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Rex", "Tom", "Nat"]),
        ("?species=cat", ["Tom"]),
        ("?tags=old&tags=wet", ["Rex", "Nat"]),
        ("?bornAfter=2021-01-01", ["Tom", "Nat"]),
        ("?min_weight=4.5", ["Rex", "Tom"]),
        ("?limit=2", ["Rex", "Tom"]),
        ("?limit=2&offset=2", ["Nat"]),
        ("?species=newt&limit=1", ["Nat"]),
    ],
)
def test_a_list_is_chosen_by_its_parameters(pets: Sandbox, query: str, found: list[str]) -> None:
    made(pets, "/v1/pets", name="Rex", species="dog", tags=["old", "big"], born="2020-05-01", weight=12)
    made(pets, "/v1/pets", name="Tom", species="cat", tags=[], born="2021-05-01", weight=4.5)
    made(pets, "/v1/pets", name="Nat", species="newt", tags=["wet"], born="2022-05-01", weight=0.02)
    assert names(pets, f"/v1/pets{query}") == found


def test_a_search_at_another_path_sees_the_same_items(pets: Sandbox) -> None:
    made(pets, "/v1/pets", name="Rex")
    made(pets, "/v1/pets", name="Tom")
    assert names(pets, "/v1/pets/search?name=Tom") == ["Tom"]


# ---------------------------------------------------------------- items below items


def test_items_below_another_are_kept_apart_and_know_where_they_belong(pets: Sandbox) -> None:
    for name in ("Rex", "Tom"):
        made(pets, "/v1/pets", name=name)
    visit = made(pets, "/v1/pets/2/visits", reason="cough", notes="sore throat")
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", visit.pop("id"))
    assert visit == {"petId": 2, "reason": "cough", "creationTime": "2026-03-01T12:00:00.000Z"}
    assert len(pets.get("/v1/pets/2/visits").json()) == 1
    assert pets.get("/v1/pets/1/visits").json() == []


def test_an_item_is_found_below_its_own_parent_only(pets: Sandbox) -> None:
    for name in ("Rex", "Tom"):
        made(pets, "/v1/pets", name=name)
    visit = made(pets, "/v1/pets/2/visits", reason="cough")
    assert pets.get(f"/v1/pets/2/visits/{visit['id']}").json() == visit
    assert pets.get(f"/v1/pets/1/visits/{visit['id']}").status_code == 404


@pytest.mark.parametrize("below", ["visits", "collar"])
def test_below_an_unknown_item_there_is_nothing(pets: Sandbox, below: str) -> None:
    assert pets.get(f"/v1/pets/9/{below}").status_code == 404


def test_what_is_below_a_removed_item_goes_with_it(pets: Sandbox) -> None:
    made(pets, "/v1/pets", name="Rex")
    made(pets, "/v1/pets/1/visits", reason="cough")
    pets.send("DELETE", "/v1/pets/1")
    counts = {each["name"]: each["count"] for each in pets.get("/_sandbox/state").json()["collections"]}
    assert counts["pets.visits"] == 0


def test_one_thing_below_an_item_is_there_from_the_start_and_can_be_replaced(pets: Sandbox) -> None:
    made(pets, "/v1/pets", name="Rex")
    made(pets, "/v1/pets", name="Tom")
    before = pets.get("/v1/pets/1/collar").json()
    pets.send("PUT", "/v1/pets/1/collar", json={"color": "blue", "size": 3})
    after = [pets.get(f"/v1/pets/{number}/collar").json() for number in (1, 2)]
    assert before == {"color": "red"}
    assert after == [{"color": "blue", "size": 3}, {"color": "red"}]


def test_an_operation_of_no_collection_answers_as_shown_and_says_so(pets: Sandbox) -> None:
    assert pets.get("/v1/weather").json() == {"sky": "blue"}
    notes = pets.get("/_sandbox/state").json()["notes"]
    assert notes == [
        "getWeather answers with the documented example: neither its path nor its response belongs to a resource"
    ]


# ---------------------------------------------------------------- wrappers


def test_items_are_wrapped_as_declared_and_pages_are_described(shop: Sandbox) -> None:
    for number in range(23):
        made(
            shop,
            "/customers",
            email=f"c{number}@shop.example",
            name=f"C{number}",
            id=f"00000000-0000-4000-8000-0000000000{number:02}",
        )
    body = shop.get("/customers?page=3").json()
    assert [each["name"] for each in body["data"]] == ["C19", "C20", "C21", "C22"]
    assert body["meta"] == {"total": 24, "page": 3, "perPage": 10, "hasMore": False, "next": None}
    first = shop.get("/customers?per_page=5&email=c7@shop.example").json()
    assert (len(first["data"]), first["meta"]["total"]) == (1, 1)


def test_the_next_page_is_where_the_body_says(shop: Sandbox) -> None:
    for number in range(12):
        made(
            shop,
            "/customers",
            email=f"c{number}@shop.example",
            name="C",
            id=f"00000000-0000-4000-8000-0000000000{number:02}",
        )
    following = shop.get("/customers").json()["meta"]["next"]
    assert len(shop.get(f"/{following}").json()["data"]) == 3


def test_an_example_is_an_item_from_the_start(shop: Sandbox) -> None:
    shown = {"id": "3f0c2c7e-0d6b-4f3e-9a52-6f7c6f1f0001", "email": "ada@shop.example", "name": "Ada Byron"}
    assert shop.get(f"/customers/{shown['id']}").json() == {"data": shown}


def test_an_id_of_the_callers_choice_is_taken_once(shop: Sandbox) -> None:
    body = {"id": "00000000-0000-4000-8000-000000000001", "email": "a@shop.example", "name": "A"}
    assert [shop.post("/customers", json=body).status_code for _ in range(2)] == [201, 409]


def test_what_is_write_only_is_never_shown(shop: Sandbox) -> None:
    body = {"id": "00000000-0000-4000-8000-000000000001", "email": "a@shop.example", "name": "A", "password": "hush"}
    answer = made(shop, "/customers", **body)
    assert "hush" not in str(answer) + shop.get("/customers").text


def test_a_removal_answers_in_its_own_form(shop: Sandbox) -> None:
    assert shop.send("DELETE", "/customers/3f0c2c7e-0d6b-4f3e-9a52-6f7c6f1f0001").json() == {"deleted": True}


def test_ids_are_made_in_the_form_of_their_example(shop: Sandbox) -> None:
    base = "/customers/3f0c2c7e-0d6b-4f3e-9a52-6f7c6f1f0001/addresses"
    assert [made(shop, base, city=city)["id"] for city in ("Delft", "Gouda")] == ["addr_100", "addr_101"]


def test_what_nothing_else_creates_is_created_by_putting_it_there(shop: Sandbox) -> None:
    assert shop.get("/currencies/EUR").status_code == 404
    shop.send("PUT", "/currencies/EUR", json={"code": "EUR", "name": "Euro"})
    assert shop.get("/currencies/EUR").json() == {"code": "EUR", "name": "Euro"}


def test_one_thing_altogether_is_patched(shop: Sandbox) -> None:
    assert shop.get("/settings").json() == {"theme": "light"}
    shop.send("PATCH", "/settings", json={"theme": "dark", "logo": None})
    assert shop.get("/settings").json() == {"theme": "dark", "logo": None}


def test_what_one_part_of_a_schema_declares_another_may_require(tmp_path: Path) -> None:
    parts = PETS.replace("required: [id, status, createdAt]", "required: [id, status, createdAt, tags]")
    assert made(start_text(parts, tmp_path, items=0), "/v1/pets", name="Rex")["tags"] == []


# ---------------------------------------------------------------- files

FILES = """
openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /files/{name}:
    parameters: [{name: name, in: path, required: true, schema: {type: string}}]
    put:
      operationId: uploadFile
      requestBody: {required: true, content: {application/octet-stream: {}, text/csv: {schema: {type: string}}}}
      responses: {"200": {$ref: "#/components/responses/File"}}
    get:
      operationId: downloadFile
      responses: {"200": {description: The content., content: {text/csv: {example: "a,b"}, application/pdf: {}}}}
  /files/{name}/about:
    get:
      operationId: describeFile
      parameters: [{name: name, in: path, required: true, schema: {type: string}}]
      responses: {"200": {$ref: "#/components/responses/File"}}
components:
  responses:
    File: {description: Facts., content: {application/json: {schema: {$ref: "#/components/schemas/File"}}}}
  schemas:
    File: {type: object, required: [name], properties: {name: {type: string}, size: {type: integer}}}
"""


@pytest.mark.parametrize(
    ("sent_as", "accept", "received_as"),
    [
        ("text/csv", "*/*", "text/csv"),
        ("application/octet-stream", "application/pdf", "application/pdf"),
        ("application/octet-stream", "", "text/csv"),
    ],
)
def test_a_file_that_was_uploaded_is_what_a_download_delivers(
    sent_as: str, accept: str, received_as: str, tmp_path: Path
) -> None:
    files = start_text(FILES, tmp_path, items=0)
    content = b"\x00\xff,LAMP-1\r\n"
    uploaded = files.send("PUT", "/files/stock", content=content, headers={"content-type": sent_as})
    assert (uploaded.status_code, uploaded.json()["name"]) == (200, "stock")
    downloaded = files.get("/files/stock", headers={"accept": accept})
    assert downloaded.content == content
    assert downloaded.headers["content-type"].partition(";")[0] == received_as
    assert files.send("PUT", "/files/stock", content=b"new", headers={"content-type": sent_as}).status_code == 200
    assert files.get("/files/stock").content == b"new"
    assert files.get("/files/other").status_code == 404


def test_an_item_without_a_file_has_that_of_the_example(tmp_path: Path) -> None:
    files = start_text(FILES, tmp_path, items=3)
    (name, *_) = (item["name"] for item in files.get("/_sandbox/state/files").json()["items"])
    assert files.get(f"/files/{name}").text == "a,b"


PRICES = """
openapi: 3.1.0
info: {title: Prices, version: "1"}
paths:
  /articles:
    post:
      requestBody: {content: {application/json: {schema: $article}}}
      responses: {"201": {description: Made, content: {application/json: {schema: $article}}}}
  /articles/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: One, content: {application/json: {schema: $article}}}}
components:
  schemas:
    Article:
      type: object
      required: [id]
      properties:
        id: {type: integer, readOnly: true}
        price: {type: number, format: decimal, minimum: 0}
        more: {type: array, items: {type: number}}
"""


@pytest.mark.parametrize("in_file", [False, True])
def test_numbers_keep_their_digits(tmp_path: Path, in_file: bool) -> None:
    text = PRICES.replace("$article", '{$ref: "#/components/schemas/Article"}')
    options: dict[str, Any] = {"state": tmp_path / "state.db"} if in_file else {}
    sent = '{"price":12345678901234567890.123456789,"more":[19.90,1.5,1E2]}'
    sandbox = start_text(text, tmp_path, **options)
    created = sandbox.post("/articles", content=sent, headers={"content-type": "application/json"})
    assert created.status_code == 201, created.text
    assert sent[1:-1] in created.text
    assert sent[1:-1] in sandbox.get(f"/articles/{created.json()['id']}").text
    refused = sandbox.post("/articles", content='{"price":-0.10}', headers={"content-type": "application/json"})
    assert refused.status_code >= 400
