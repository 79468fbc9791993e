"""References stay in the document's folder and in allowed folders; nothing is ever downloaded."""

import json
import re
import socket
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from channelsmith.cli.app import main
from channelsmith.config import load_configs
from channelsmith.diagnostics import UnusableInput
from channelsmith.document.load import load_document
from channelsmith.pipeline import generate_package
from channelsmith.transform.bundle import bundle_document

SECRET = {"type": "object", "description": "canary of a secret file"}
LEADS_OUT = "leads out of the document's folder"


def refer(folder: Path, reference: str) -> Path:
    """Write a document with one reference to `folder/api`; `folder/secret.json` is not allowed."""
    (folder / "api" / "parts").mkdir(parents=True)
    (folder / "secret.json").write_text(json.dumps({"Secret": SECRET}))
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": {"A": {"$ref": reference}}},
    }
    spec = folder / "api" / "openapi.json"
    spec.write_text(json.dumps(document))
    return spec


def outside(folder: Path) -> list[str]:
    """Return references to `folder/secret.json` from `folder/api`."""
    secret = str(folder / "secret.json")
    return [
        "../secret.json",
        "parts/../../secret.json",
        "./../api/../secret.json",
        "%2e%2e/secret.json",
        "..%2fsecret.json",
        "%2e%2e%2fsecret.json",
        "link.json",
        "parts/link.json",
        "away/secret.json",
        secret,
        quote(secret, safe=""),
        f"file://{secret}",
        f"file:{secret}",
        f"FILE://localhost{secret}",
        f"/{secret}",
        "..\\secret.json",
        "C:\\secret.json",
        "C:secret.json",
        "\\\\host\\share\\secret.json",
        "//host/share/secret.json",
        "/proc/self/environ",
        "/dev/stdin",
        "~/secret.json",
    ]


@pytest.mark.parametrize("at", range(23))
def test_no_reference_leaves_the_folder(tmp_path: Path, at: int) -> None:
    spec = refer(tmp_path, f"{outside(tmp_path)[at]}#/Secret")
    (spec.parent / "link.json").symlink_to(tmp_path / "secret.json")
    (spec.parent / "parts" / "link.json").symlink_to("../../secret.json")
    (spec.parent / "away").symlink_to(tmp_path)
    assert "canary" not in json.dumps(bundled_or_error(spec))


def bundled_or_error(spec: Path) -> object:
    """Return the bundled document, or the error."""
    try:
        return bundle_document(load_document(spec)).value
    except UnusableInput as error:
        return str(error)


@pytest.mark.parametrize(
    "reference",
    [
        "http://192.0.2.1/a.json#/A",
        "https://192.0.2.1/a.json#/A",
        "HTTPS://192.0.2.1/a.json#/A",
        "//192.0.2.1/a.json#/A",
        "ftp://192.0.2.1/a.json#/A",
        "https:192.0.2.1/a.json#/A",
        "data:application/json,{}#/A",
        "javascript:alert(1)#/A",
        "jar:file:///a.jar!/a#/A",
    ],
)
def test_nothing_is_downloaded_whatever_is_allowed(
    tmp_path: Path, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    found = bundle_document(load_document(refer(tmp_path, reference)), [Path("/")])
    (problem,) = found.unfollowed.values()
    assert re.search(r"leads to the network|is not a relative path", problem.message)


def test_only_allowed_folders_are_read(tmp_path: Path) -> None:
    spec = refer(tmp_path, "../shared/deep/a.json#/A")
    (tmp_path / "shared" / "deep").mkdir(parents=True)
    (tmp_path / "shared" / "deep" / "a.json").write_text(json.dumps({"A": {"$ref": "../b.json#/B"}}))
    (tmp_path / "shared" / "b.json").write_text(json.dumps({"B": {"type": "integer"}}))
    found = bundle_document(load_document(spec), [tmp_path / "shared"])
    assert found.value["components"] == {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {"type": "integer"}}}
    assert refusals(spec, tmp_path / "shared" / "deep") == ["the reference '../b.json#/B' " + LEADS_OUT]
    (tmp_path / "shared" / "b.json").unlink()
    (tmp_path / "shared" / "b.json").symlink_to(tmp_path / "secret.json")
    assert refusals(spec, tmp_path / "shared") == ["the reference '../b.json#/B' " + LEADS_OUT]


def refusals(spec: Path, *allowed: Path) -> list[str]:
    """Return the problems with the references that are not followed."""
    return [each.message for each in bundle_document(load_document(spec), allowed).unfollowed.values()]


@pytest.mark.parametrize("command", ["generate", "lint", "ir"])
def test_the_flag_allows_a_folder_on_the_command_line(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = str(refer(tmp_path, "../secret.json#/Secret"))
    inputs = ["--spec", spec, "--output", str(tmp_path / "out")] if command == "generate" else [spec]
    for flags, is_refused in (([], True), (["--allow-ref", str(tmp_path)], False)):
        monkeypatch.setattr(sys, "argv", ["channelsmith", command, *inputs, *flags])
        with pytest.raises(SystemExit):
            main()
        assert (LEADS_OUT in "".join(capsys.readouterr())) == is_refused


def test_a_project_allows_folders_in_its_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refer(tmp_path, "../secret.json#/Secret")
    monkeypatch.chdir(tmp_path)
    table = "[tool.channelsmith.apis.a]\nspec = 'api/openapi.json'\noutput = 'out'\n"
    Path("pyproject.toml").write_text(table)
    tree, warnings = generate_package(load_configs()[0])
    assert any(LEADS_OUT in warning.message for warning in warnings)
    assert "canary of a secret file" not in str(tree.files)
    Path("pyproject.toml").write_text(f"{table}allow_refs = ['.']\n")
    tree, _ = generate_package(load_configs()[0])
    assert "canary of a secret file" in tree.files["src/a/openapi.json"]


def test_an_allowed_folder_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHANNELSMITH_CACHE", str(tmp_path / "cache"))
    spec = str(refer(tmp_path, "../secret.json#/Secret"))
    written: list[bool] = []
    for flags in (["--allow-ref", str(tmp_path)], []):
        command = ["generate", "--spec", spec, "--output", str(tmp_path / "out"), *flags]
        monkeypatch.setattr(sys, "argv", ["channelsmith", *command])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        (description,) = (path.read_text("utf-8") for path in (tmp_path / "out" / "src").glob("*/openapi.json"))
        written.append("canary of a secret file" in description)
    assert written == [True, False]
    assert LEADS_OUT in capsys.readouterr().err
