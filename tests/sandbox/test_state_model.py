"""Whatever is called in whatever order, the server knows what a dictionary would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.pets import PETS
from support.sandboxes import start_text

if TYPE_CHECKING:
    from pathlib import Path

SPECIES = st.sampled_from(["cat", "dog", "newt"])
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=8)
BODIES = st.fixed_dictionaries({"name": NAMES}, optional={"species": SPECIES, "weight": st.integers(0, 9)})
PATCHES = st.fixed_dictionaries({}, optional={"name": NAMES, "species": st.none() | SPECIES})
IDS = st.integers(1, 4)
CALLS = st.lists(
    st.one_of(
        st.tuples(st.just("POST"), st.just(0), BODIES),
        st.tuples(st.just("PUT"), IDS, BODIES),
        st.tuples(st.just("PATCH"), IDS, PATCHES),
        st.tuples(st.just("DELETE"), IDS, st.none()),
        st.tuples(st.just("GET"), IDS, st.none()),
    ),
    max_size=12,
)
SERVER = {"status": "new", "createdAt": "2026-03-01T12:00:00.000Z", "updatedAt": "2026-03-01T12:00:00.000Z"}


class Model:
    """Pets by id."""

    def __init__(self) -> None:
        self.pets: dict[int, dict[str, Any]] = {}
        self.last = 0

    def call(self, method: str, number: int, body: dict[str, Any] | None) -> tuple[int, dict[str, Any] | None]:
        if method == "POST":
            self.last = number = self.last + 1
        elif number not in self.pets:
            return 404, None
        match method:
            case "POST" | "PUT":
                self.pets[number] = {**SERVER, "id": number, **(body or {})}
            case "PATCH":
                self.pets[number] = {**self.pets[number], **(body or {})}
            case "DELETE":
                del self.pets[number]
                return 204, None
            case _:
                pass
        return (201 if method == "POST" else 200), self.pets[number]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(calls=CALLS)
def test_a_server_is_a_dictionary(tmp_path: Path, calls: list[tuple[str, int, dict[str, Any] | None]]) -> None:
    server, model = start_text(PETS, tmp_path, items=0), Model()
    for method, number, body in calls:
        status, pet = model.call(method, number, body)
        kind = "application/merge-patch+json" if method == "PATCH" else "application/json"
        sent = {"json": body, "headers": {"content-type": kind}} if body is not None else {}
        response = server.send(method, f"/v1/pets/{number}" if number else "/v1/pets", **sent)
        assert response.status_code == status
        assert pet is None or response.json() == pet
    assert server.get("/v1/pets?limit=100").json() == list(model.pets.values())
