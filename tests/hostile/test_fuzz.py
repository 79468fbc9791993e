"""Whatever a document has come to, it is refused with a place, or becomes a package that is Python with plain names."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from channelsmith import pipeline
from hostile.documents import everywhere
from hostile.fuzz import came_to, mutated
from hostile.payloads import PAYLOADS
from support.exports import EXPORTS

GOLDEN = Path(__file__).parents[1] / "golden"
SOUND: Mapping[str, object] = {
    "benign": everywhere("benign text"),
    "hostile": everywhere(PAYLOADS["code"]),
    "zoo": yaml.safe_load((GOLDEN / "zoo" / "openapi.yaml").read_text("utf-8")),
    "todo": yaml.safe_load((GOLDEN / "todo" / "openapi.yaml").read_text("utf-8")),
    "exports": yaml.safe_load(EXPORTS),
}
"""What the accidents happen to."""

CASES = 60
"""Accidents of each; `scripts/fuzz` makes as many as one likes, also of other documents."""


@pytest.mark.parametrize("name", SOUND)
def test_accidents_and_attacks_are_refused_or_made_harmless(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "format_files", dict)  # the format says nothing about what is compiled here
    sound = json.loads(json.dumps(SOUND[name], default=str))
    first = CASES * list(SOUND).index(name)
    ends = [came_to(mutated(sound, seed), tmp_path) for seed in range(first, first + CASES)]
    assert ends.count("made") > CASES // 10


KEPT = Path(__file__).with_name("kept")
"""Documents that once were no match for the generator."""


@pytest.mark.parametrize("path", sorted(KEPT.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_found_once_stays_mended(path: Path, tmp_path: Path) -> None:
    assert came_to(json.loads(path.read_text("utf-8")), tmp_path) in {"made", "refused"}
