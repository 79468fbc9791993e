"""README, reference, metadata and data: inert, and with nothing more in them than the benign twin's have."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from hostile.markdown import marks
from hostile.packages import CROSSINGS, benign, documents, hostile

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def pages(files: Mapping[str, str]) -> Counter[tuple[str, ...]]:
    """What blocks and marks the Markdown files have, the page of a resource by its folder."""
    return Counter((_folder(path), *marks(text)) for path, text in files.items() if path.endswith(".md"))


def _folder(path: str) -> str:
    fixed = path in {"README.md", "docs/index.md", "docs/models.md"}
    return path if fixed else str(PurePosixPath(path).parent)


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_markdown_has_no_more_links_html_blocks_or_cells_than_the_twin(crossing: str) -> None:
    assert pages(hostile(crossing)) == pages(benign(crossing))


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_the_metadata_is_toml_and_differs_by_its_description_only(crossing: str) -> None:
    mine, twin = (tomllib.loads(made(crossing)["pyproject.toml"]) for made in (hostile, benign))
    said = mine["project"].pop("description")
    del twin["project"]["description"]
    assert mine == twin
    assert said.isprintable()


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_the_description_that_is_shipped_is_the_document_itself(crossing: str) -> None:
    assert json.loads(hostile(crossing)["src/shop/openapi.json"]) == documents(crossing)[0]


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_the_manifest_names_the_files_and_nothing_else(crossing: str) -> None:
    mine, twin = (json.loads(made(crossing)["generation.json"]) for made in (hostile, benign))
    assert list(mine.pop("files")) == sorted(hostile(crossing))
    del twin["files"], mine["description_sha256"], twin["description_sha256"]
    assert mine == twin


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_no_file_holds_a_character_that_can_not_be_seen(crossing: str) -> None:
    found = {path: seen.group() for path, text in hostile(crossing).items() if (seen := _INVISIBLE.search(text))}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("<b>x</b>", "2 html_inline "),
        ("[x](https://a.test)", "1 link_open a"),
        ("![x](y)", "1 image img"),
        ("- x", "1 list_item_open li"),
    ],
)
def test_a_mark_would_be_seen(text: str, extra: str) -> None:
    assert extra in set(marks(text)) - set(marks("x"))
