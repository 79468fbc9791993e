"""Settings: where they are found, which ones apply, and where problems with them are reported."""

import tomllib
from pathlib import Path

import pytest

from channelsmith.config import config_for_document, find_input, find_shared_settings, load_configs
from channelsmith.diagnostics import UnusableInput
from channelsmith.settings import ApiSettings, SelectionSettings, SharedSettings, find_settings, read_settings

ROOT = Path(__file__).parents[2]
OUTPUT = "spec = 'a.yaml'\noutput = 'out'\n"


def write(folder: Path, text: str, name: str = "pyproject.toml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    """Place, message and hint of each problem."""
    with pytest.raises(UnusableInput) as caught:
        read_settings(folder)
    places = [(each, each.location) for each in caught.value.diagnostics]
    return [f"{at.line}:{at.column} {each.message} ({each.hint})" for each, at in places if at is not None]


def test_own_settings_take_precedence_over_shared_ones(tmp_path: Path) -> None:
    text = f"[tool.channelsmith]\nversion = '2'\nhttp = 'httpx2'\n[tool.channelsmith.apis.a]\n{OUTPUT}version = '3'\n"
    settings = read_settings(write(tmp_path, text))
    assert settings is not None
    assert (settings.shared.version, settings.shared.http) == ("2", "httpx2")
    assert (settings.apis["a"].version, settings.apis["a"].http) == ("3", "httpx2")


def test_a_file_of_its_own_has_the_same_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, f"version = '2'\n[apis.a]\n{OUTPUT}", "channelsmith.toml"))
    assert [(each.name, each.target.version) for each in load_configs()] == [("a", "2")]


def test_two_files_with_settings_in_a_folder_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "version = '2'\n", "channelsmith.toml")
    assert read_settings(write(tmp_path, "[project]\nname = 'x'\n")) is not None
    write(tmp_path, "[tool.channelsmith]\nversion = '3'\n")
    assert problems(tmp_path) == [
        "1:1 pyproject.toml beside this file has settings too, [tool.channelsmith] (keep them in one file)"
    ]


def test_shared_settings_apply_to_documents_that_are_not_configured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "[tool.channelsmith]\nhttp = 'httpx2'\nascii-names = true\nexclude = {tags = ['x']}\n")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    config = config_for_document(Path("a.yaml"), Path("out"), project=find_shared_settings())
    assert (config.target.http, config.ascii_names, config.edits.exclude.tags) == ("httpx2", True, ("x",))
    assert find_input("a.yaml").source.edits == config.edits
    assert find_settings(tmp_path, with_apis=True) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.channelsmith]\n\n  colour = 'red'\n", "3:3 [tool.channelsmith] unknown key 'colour' (keys: apis, "),
        (
            "[tool.channelsmith]\nversoin = '1'\n",
            "2:1 [tool.channelsmith] unknown key 'versoin' (did you mean 'version'?",
        ),
        (
            f"[tool.channelsmith.apis.a]\n{OUTPUT}exclude = {{ tag = [] }}\n",
            "4:13 [tool.channelsmith.apis.a.exclude] unknown key 'tag' (did you mean 'tags'?)",
        ),
        (
            f"[tool.channelsmith.apis.a]\n{OUTPUT}[tool.channelsmith.apis.a.exclude]\npath = []\n",
            "5:1 [tool.channelsmith.apis.a.exclude] unknown key 'path' (did you mean 'paths'?)",
        ),
        ("tool.channelsmith.docs = 'no'\n", "1:1 [tool.channelsmith] 'docs': it has to be true or false ()"),
        ("[tool.channelsmith]\nauthors = 'Ada'\n", "2:1 [tool.channelsmith] 'authors': it has to be a list ()"),
        (
            "[tool.channelsmith]\nnumber = 'int'\n",
            "2:1 [tool.channelsmith] 'number': input should be 'float' or 'decimal' ()",
        ),
        ("[tool.channelsmith]\nversion = \n", "2:11 invalid TOML: Invalid value (correct the syntax)"),
    ],
)
def test_a_problem_is_reported_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    (problem,) = problems(write(tmp_path, text))
    assert problem.startswith(expected)


def test_all_problems_of_a_file_are_reported(tmp_path: Path) -> None:
    text = f"[tool.channelsmith.apis.a]\n{OUTPUT}x = 1\n[tool.channelsmith.apis.b]\nspec = 'b'\n"
    assert [each.split(" (")[0] for each in problems(write(tmp_path, text))] == [
        "4:1 [tool.channelsmith.apis.a] unknown key 'x'",
        "5:1 [tool.channelsmith.apis.b] missing key 'output'",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("license = 'Mine'", ("'Mine' is not a valid license", "for example 'MIT'")),
        ("authors = ['a@b <c>']", ("'a@b <c>' is not a valid authors", "for example 'Ada Lovelace <ada@example.com>'")),
        ("dependencies = ['=x']", ("'=x' is not a valid dependencies", "for example 'attrs>=24'")),
        ("version = 'x'", ("'x' is not a valid version", "for example '0.1.0'")),
    ],
)
@pytest.mark.parametrize("is_shared", [True, False])
def test_a_value_that_cannot_be_used_is_reported_at_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, expected: tuple[str, str], is_shared: bool
) -> None:
    own = "\n" if is_shared else f"{line}\n"
    shared = f"{line}\n" if is_shared else "\n"
    monkeypatch.chdir(write(tmp_path, f"[tool.channelsmith]\n{shared}[tool.channelsmith.apis.a]\n{own}{OUTPUT}"))
    with pytest.raises(UnusableInput) as caught:
        load_configs()
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.message.removeprefix("[tool.channelsmith.apis.a] "), diagnostic.hint) == expected
    assert diagnostic.location is not None
    assert diagnostic.location.line == (2 if is_shared else 4)


def table_rows() -> list[tuple[str, str]]:
    """Key and example of each row of the table in the documentation."""
    lines = (ROOT / "docs" / "settings.md").read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| `")]
    return [(row[0].strip("` "), row[-1].strip("`").replace("\\|", "|")) for row in cells]


def test_the_documentation_lists_every_setting_once() -> None:
    keys = [key for key, _ in table_rows()]
    assert sorted(keys) == sorted(name.replace("_", "-") for name in ApiSettings.model_fields)
    shared = [name.replace("_", "-") for name in SharedSettings.model_fields]
    assert set(keys[-len(shared) :]) == set(shared)


@pytest.mark.parametrize(("key", "example"), table_rows())
def test_an_example_in_the_documentation_is_valid_and_not_the_default(key: str, example: str) -> None:
    settings = ApiSettings.model_validate({"spec": "a", "output": "b", **tomllib.loads(example)})
    (name,) = settings.model_fields_set - ({"spec", "output"} - {key})
    assert name == key.replace("-", "_")
    assert getattr(settings, name) != ApiSettings.model_fields[name].default
    assert getattr(settings, name) != SelectionSettings()
