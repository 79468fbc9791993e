"""`scripts/survey` counts what is kept, and says so with its exit code."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WHOLE = """
openapi: 3.0.3
info: {title: Whole, version: "1"}
paths:
  /a:
    get: {responses: {"200": {description: ok}}}
  b/{id}#part:
    post: {responses: {"200": {$ref: "#/gone"}}}
"""


def survey(folder: Path) -> tuple[int, str]:
    """Exit code and last line for the documents of a folder."""
    command = [sys.executable, str(ROOT / "scripts" / "survey.py"), str(folder)]
    wide = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=wide)
    return done.returncode, done.stdout


def test_documents_that_become_whole_packages_are_counted(tmp_path: Path) -> None:
    (tmp_path / "whole.yaml").write_text(WHOLE, "utf-8")
    (tmp_path / "notes.txt").write_text("no document", "utf-8")
    code, said = survey(tmp_path)
    totals = "1 of 1 documents complete, 1 importable, 0 refused, 2 of 2 operations, 1 clean"
    assert (code, said.splitlines()[-1]) == (0, totals)


def test_one_that_does_not_fails_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text('{"swagger": "1.2", "info": {}, "paths": {"/a": {"get": {}}}}', "utf-8")
    code, said = survey(tmp_path)
    totals = "0 of 1 documents complete, 0 importable, 1 refused, 0 of 1 operations, 1 clean"
    assert (code, said.splitlines()[-1]) == (1, totals)
    assert "Swagger 1.2 is not supported; 2.0 is" in said
