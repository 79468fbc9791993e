"""Schemathesis, a fuzzer nobody here wrote, against the sandboxes of both APIs: every answer is a declared one."""

import subprocess
import sys
from pathlib import Path

import pytest

from channelsmith.document.json_text import format_json
from channelsmith.document.load import load_document
from channelsmith.sandbox import run
from channelsmith.transform.bundle import bundle_document
from support.sandboxes import CHANNELAPE, CHANNELENGINE

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
"""All that judge an answer by the document. Left out are those that want every request accepted which fits its schema:
a state refuses some of them, a second item with the same SKU for one."""

SETTINGS = """
[[operations]]
include-name = ["PUT /v1/orders/{order_id}", "PATCH /v1/orders/{order_id}", "PUT /v1/suppliers/{supplier_id}"]
phases.coverage.enabled = false
generation.max-examples = 10
"""
"""The phase `coverage` gives each member of a body a wrong type, and more. These bodies are those of POST, which have
hundreds of members together, a thousand requests each; random ones are enough for them."""


@pytest.mark.parametrize(
    ("spec", "header", "operations"),
    [
        pytest.param(CHANNELENGINE, "X-CE-KEY: sandbox-key", 4, id="channelengine"),
        pytest.param(CHANNELAPE, "Authorization: Bearer sandbox-key", 110, id="channelape"),
    ],
)
def test_schemathesis_finds_no_server_error_and_no_answer_off_its_schema(
    spec: Path, header: str, operations: int, tmp_path: Path
) -> None:
    (tmp_path / "schemathesis.toml").write_text(SETTINGS)
    described = tmp_path / "openapi.json"
    described.write_text(format_json(bundle_document(load_document(spec)).value))
    with run(spec.parent.name, time_scale=0.0001) as server:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run", str(described), "--url", server.url),
                *("--header", header, "--checks", ",".join(CHECKS), "--seed", "1", "--max-examples", "3"),
                *("--phases", "examples,coverage,fuzzing", "--no-color"),
            ],
            capture_output=True,
            text=True,
            timeout=300,
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"Tested: {operations}" in done.stdout
