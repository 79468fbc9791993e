from pathlib import Path

import pytest

from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document.load import load_document
from channelsmith.transform.bundle import bundle_document
from support.documents import brief, write


def problems_of(path: Path) -> tuple[Diagnostic, ...]:
    """Return the problems with forbidden and with missing references of a document."""
    try:
        return tuple(bundle_document(load_document(path)).unfollowed.values())
    except UnusableInput as error:
        return error.diagnostics


def test_missing_targets_are_not_an_error(tmp_path: Path) -> None:
    text = f"{HEAD}components: {{schemas: {{A: {{$ref: gone.yaml}}, B: {{$ref: '#/components/schemas/A'}}}}}}\n"
    found = bundle_document(load_document(write(tmp_path, {"openapi.yaml": text})))
    assert [brief(each) for each in found.unfollowed.values()] == [
        f"3:28 reference: file not found: '{tmp_path}/gone.yaml'"
    ]
    assert found.value == load_document(tmp_path / "openapi.yaml").value


def test_an_anchor_of_another_file_can_be_referenced(tmp_path: Path) -> None:
    text = f"{HEAD}components: {{schemas: {{A: {{$ref: 'part.yaml#named'}}}}}}\n"
    path = write(tmp_path, {"openapi.yaml": text, "part.yaml": "x: {y: {$anchor: named, type: string}}\n"})
    found = bundle_document(load_document(path)).find("/components/schemas/A")
    assert found is not None
    assert found.value == {"$anchor": "named", "type": "string"}


HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("https://example.com/a.yaml", "the reference 'https://example.com/a.yaml' leads to the network"),
        ("//example.com/a.yaml", "the reference '//example.com/a.yaml' leads to the network"),
        ("file:///etc/passwd", "the reference 'file:///etc/passwd' is not a relative path"),
        ("/etc/passwd", "the reference '/etc/passwd' is not a relative path"),
        ("C:\\a.yaml", "the reference 'C:\\\\a.yaml' is not a relative path"),
        ("../secret.yaml", "the reference '../secret.yaml' leads out of the document's folder"),
        ("%2e%2e/secret.yaml", "the reference '%2e%2e/secret.yaml' leads out of the document's folder"),
        ("sub/../../secret.yaml", "the reference 'sub/../../secret.yaml' leads out of the document's folder"),
        ("link.yaml", "the reference 'link.yaml' leads out of the document's folder"),
        ("a%00.yaml", "the reference 'a%00.yaml' is not a valid path"),
        ("sub", "file not found: 'api/sub'"),
        ("part.yml", "file not found: 'api/part.yml'"),
        ("Order", "file not found: 'api/Order'"),
        ("part.yaml#A", "the reference 'part.yaml#A' leads nowhere: the document has no anchor '#A'"),
        ("part.yaml#/Ab", "the reference 'part.yaml#/Ab' leads nowhere: the document has no 'Ab'"),
    ],
)
def test_forbidden_and_missing_references_are_located(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"{HEAD}components:\n  schemas:\n    Order: {{type: object}}\n    A:\n      $ref: '{reference}'\n"
    files = {"api/openapi.yaml": text, "api/part.yaml": "Abc: {}\n", "api/sub/x.yaml": "{}\n", "secret.yaml": "a: 1\n"}
    path = write(Path(), files)
    Path("api/link.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [brief(diagnostic) for diagnostic in problems_of(path)] == [f"7:7 reference: {message}"]


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("part.yml", "did you mean 'part.yaml'?"),
        ("Order", "did you mean '#/components/schemas/Order'?"),
        ("part.yaml#/Ordr", "did you mean 'Order'?"),
        ("http://a/b", "put the file into the document's folder and refer to it by a relative path"),
    ],
)
def test_hints_for_references(tmp_path: Path, reference: str, hint: str) -> None:
    text = f"{HEAD}components: {{schemas: {{Order: {{}}, A: {{$ref: '{reference}'}}}}}}\n"
    path = write(tmp_path, {"openapi.yaml": text, "part.yaml": "Order: {}\n"})
    assert [diagnostic.hint for diagnostic in problems_of(path)] == [hint]


def test_all_broken_references_are_reported_and_a_broken_file_once(tmp_path: Path) -> None:
    text = f"{HEAD}components: {{schemas: {{A: {{$ref: gone.yaml}}, B: {{$ref: bad.yaml}}, C: {{$ref: bad.yaml}}}}}}\n"
    with pytest.raises(UnusableInput) as caught:
        bundle_document(load_document(write(tmp_path, {"openapi.yaml": text, "bad.yaml": "a: 1\na: 2\n"})))
    assert f"it is referenced at {tmp_path}/openapi.yaml:3:50" in str(caught.value)
    assert [diagnostic.rule for diagnostic in caught.value.diagnostics] == ["reference", "duplicate-key"]
