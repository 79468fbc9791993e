"""Small documents for the sandbox: two without a single x- word, as they are found in the wild, and one with many."""

from __future__ import annotations

from pathlib import Path

_STATES = Path(__file__).parent / "states"

PETS = (_STATES / "pets.yaml").read_text("utf-8")
SHOP = (_STATES / "shop.yaml").read_text("utf-8")
SHELF = (_STATES / "shelf.yaml").read_text("utf-8")
