"""The router: which path template a request belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from channelsmith.sandbox import read_api
from channelsmith.sandbox.operations import Router, read_operations

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = ("/", "/a/{x}", "/a/b", "/a/{x}.json", "/{x}-{y}/z", "/a/{x}/c", "/{p}/b/d", "/a/{y}/{z}")


@pytest.mark.parametrize(
    ("path", "template", "arguments"),
    [
        ("/", "/", {}),
        ("/a/b", "/a/b", {}),
        ("/api/a/b/", "/a/b", {}),
        ("/a/1", "/a/{x}", {"x": "1"}),
        ("/a/1.json", "/a/{x}.json", {"x": "1"}),
        ("/1-2-3/z", "/{x}-{y}/z", {"x": "1", "y": "2-3"}),
        ("/a/b/c", "/a/{x}/c", {"x": "b"}),
        ("/a/b/d", "/a/{y}/{z}", {"y": "b", "z": "d"}),
        ("/e/b/d", "/{p}/b/d", {"p": "e"}),
    ],
)
def test_literal_segments_have_precedence_from_left_to_right(
    tmp_path: Path, path: str, template: str, arguments: dict[str, str]
) -> None:
    lines = ["openapi: 3.1.0", "info: {title: T, version: '1'}", "servers: [{url: 'http://shop/api'}]", "paths:"]
    lines += [f"  {each!r}: {{get: {{responses: {{'200': {{description: OK}}}}}}}}" for each in TEMPLATES]
    (tmp_path / "openapi.yaml").write_text("\n".join(lines), encoding="utf-8")
    loaded = read_api(tmp_path / "openapi.yaml")
    match = Router(loaded.api, read_operations(loaded.api, loaded.repaired)).find(path)
    assert match is not None
    operation = match.operations["GET"]
    assert (operation.path, match.arguments(operation)) == (template, arguments)
