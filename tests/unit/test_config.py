from collections.abc import Callable
from pathlib import Path

import pytest

from channelsmith.codegen.target import GENERATED, Target
from channelsmith.config import ApiConfig, config_for_document, find_input, load_configs
from channelsmith.diagnostics import UnusableInput

Project = Callable[[str], Path]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Write a `pyproject.toml` and change to its folder."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        (tmp_path / "pyproject.toml").write_text(text, "utf-8")
        return tmp_path

    return write


def table(name: str, **settings: str) -> str:
    lines = [f"{key} = '{value}'" for key, value in {"spec": "a.yaml", "output": "out", **settings}.items()]
    return "\n".join([f"[tool.channelsmith.apis.{name}]", *lines, ""])


def refusal(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(UnusableInput) as caught:
        call()
    (diagnostic,) = caught.value.diagnostics
    return diagnostic.message, diagnostic.hint


def test_spec_and_output_are_enough(project: Project) -> None:
    project(table("my-shop"))
    assert load_configs() == (
        ApiConfig("my-shop", Path("a.yaml"), Path("out"), Target("my_shop-client", "my_shop", "MyShop", "0.1.0")),
    )


def test_every_name_can_be_set(project: Project) -> None:
    chosen = {"distribution": "shop.api-client", "package": "shop", "client": "SHOPClient", "version": "2.0.0rc1"}
    project(table("x", **chosen))
    assert [config.target for config in load_configs()] == [Target("shop.api-client", "shop", "SHOPClient", "2.0.0rc1")]


@pytest.mark.parametrize("http", ["httpx", "httpx2"])
def test_the_http_library_can_be_set(project: Project, http: str) -> None:
    project(table("x", http=http))
    assert [config.target.http for config in load_configs()] == [http]


def test_apis_are_in_the_order_of_the_file_or_of_the_request(project: Project) -> None:
    project("".join(table(name, output=name) for name in "bac"))
    assert [config.name for config in load_configs()] == ["b", "a", "c"]
    assert [config.name for config in load_configs(["c", "b"])] == ["c", "b"]


def test_the_project_root_is_the_nearest_folder_that_configures_apis(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(table("a"))
    inner = root / "x" / "y"
    inner.mkdir(parents=True)
    (root / "x" / "pyproject.toml").write_text("[tool.other]\n")
    monkeypatch.chdir(inner)
    assert [(config.spec, config.output) for config in load_configs()] == [(root / "a.yaml", root / "out")]


def test_a_project_without_apis_is_an_error_with_a_hint(project: Project) -> None:
    project("[project]\nname = 'x'\n")
    assert refusal(load_configs) == (
        "no API is configured here",
        "add [tool.channelsmith.apis.NAME] to pyproject.toml, or give a document by --spec FILE",
    )
    message, hint = refusal(lambda: find_input("nosuch"))
    assert message == "no API is configured here, so there is no 'nosuch'"
    assert hint.endswith("or give the path of an OpenAPI document, or the name of an installed package")


def test_two_apis_cannot_have_one_output(project: Project) -> None:
    project(table("a", output="x/out") + table("b", output="x/../x/out/"))
    message, hint = refusal(lambda: load_configs(["a"]))
    assert message == "[tool.channelsmith.apis.b] the output 'x/../x/out/' is that of the API 'a' too"
    assert hint == "give each API a folder of its own"


def test_an_unknown_api_is_an_error_that_lists_the_configured_ones(project: Project) -> None:
    root = project(table("a", output="a") + table("b", output="b"))
    assert refusal(lambda: load_configs(["c"], root=root)) == ("no API 'c' is configured", "configured APIs: a, b")


@pytest.mark.parametrize(("line", "expected"), [("", True), ("infer-pagination = false\n", False)])
def test_pagination_is_inferred_unless_it_is_switched_off(project: Project, line: str, expected: bool) -> None:
    project(table("a") + line)
    (config,) = load_configs()
    assert config.source.infer_pagination is expected
    assert find_input("a").source.infer_pagination is expected


@pytest.mark.parametrize(
    ("text", "about", "hint"),
    [
        ("[tool.channelsmith.apis.a]\nspec = 'x'\n", "missing key 'output'", "add it: output = ..."),
        (table("a", over_lays="red"), "unknown key 'over_lays'", "did you mean 'overlays'?"),
    ],
)
def test_unknown_and_missing_keys_are_errors(project: Project, text: str, about: str, hint: str) -> None:
    project(text)
    assert refusal(load_configs) == (f"[tool.channelsmith.apis.a] {about}", hint)


def test_a_key_in_the_wrong_table_is_explained(project: Project) -> None:
    project("[tool.channelsmith]\nclient = 'Zoo'\n")
    message = "[tool.channelsmith] 'client' is a setting of a single API"
    assert refusal(load_configs) == (message, "write it in [tool.channelsmith.apis.NAME]")
    project("[tool.channelsmith]\npackage = 'zoo'\n")
    assert refusal(load_configs)[1].endswith("; with --spec, it is the option --package")


def test_problems_are_in_the_order_of_the_file_and_have_one_form(project: Project) -> None:
    project("[tool.channelsmith]\ndocs = 'x'\ncommands = ['ruff', 'format']\nauthors = 3\n")
    with pytest.raises(UnusableInput) as caught:
        load_configs()
    problems = [(each.location.line, each.message) for each in caught.value.diagnostics if each.location]
    assert problems == [
        (2, "[tool.channelsmith] 'docs': it has to be true or false"),
        (3, "[tool.channelsmith] 'commands': it has to be a list"),
        (3, "[tool.channelsmith] 'commands': it has to be a list"),
        (4, "[tool.channelsmith] 'authors': it has to be a list"),
    ]
    assert caught.value.diagnostics[1].hint == 'for example commands = [["ruff", "format"]]'


def test_the_own_file_has_no_prefix(project: Project) -> None:
    root = project("")
    (root / "channelsmith.toml").write_text(table("a"), "utf-8")
    message, hint = refusal(load_configs)
    assert message == "[tool] the tables of channelsmith.toml have no prefix"
    assert hint == "write [apis.NAME] instead of [tool.channelsmith.apis.NAME]"


def test_a_rule_that_cannot_be_changed_is_named(project: Project) -> None:
    project(table("a") + "[tool.channelsmith.lint]\nrules = { version = 'off' }\n")
    message = "[tool.channelsmith.lint] the rule 'version' cannot be changed or switched off"
    assert refusal(load_configs)[0] == message


@pytest.mark.parametrize(
    ("key", "value", "example"),
    [
        ("package", "my-shop", "my_shop"),
        ("package", "class", "class_"),
        ("package", "../x", "x"),
        ("client", "my shop", "MyShop"),
        ("client", "Status", "StatusClient"),
        ("client", "Content", "ContentClient"),
        ("distribution", "-x", "a-client"),
        ("version", "new", "0.1.0"),
        ("http", "requests", "httpx2"),
    ],
)
def test_an_invalid_value_is_an_error_with_an_example(project: Project, key: str, value: str, example: str) -> None:
    project(table("a", **{key: value}))
    assert refusal(load_configs) == (
        f"[tool.channelsmith.apis.a] {value!r} is not a valid {key}",
        f"for example {example!r}",
    )


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "[tool.channelsmith.apis.a]\nspec = 3\noutput = 'x'\n",
            "[tool.channelsmith.apis.a] 'spec': it has to be a string",
        ),
        ("[tool.channelsmith.apis]\na = 3\n", "[tool.channelsmith.apis] 'a': it has to be a table"),
        ("[tool.channelsmith]\napis = []\n", "apis"),
        ("[tool.channelsmith.apis.a\n", "invalid TOML"),
        ("tool = 3\n", "tool"),
        ("[tool]\nchannelsmith = 3\n", "tool.channelsmith: it has to be a table"),
    ],
)
def test_an_invalid_file_is_an_error(project: Project, text: str, about: str) -> None:
    project(text)
    message, _ = refusal(load_configs)
    assert about in message


@pytest.mark.parametrize(
    ("spec", "package", "target"),
    [
        ("specs/Web-shop.v2.yaml", None, Target("web-shop-v2-client", "web_shop_v2", "WebShopV2", "0.1.0")),
        ("a.yaml", "my_shop", Target("my-shop-client", "my_shop", "MyShop", "0.1.0")),
        ("2fa.yaml", None, Target("value-2fa-client", "value_2fa", "Value2fa", "0.1.0")),
        ("status.yaml", None, Target("status-client", "status", "StatusClient", "0.1.0")),
        ("mapping.yaml", None, Target("mapping-client", "mapping", "MappingClient", "0.1.0")),
        ("名.yaml", None, Target("ming-client", "ming", "Ming", "0.1.0")),
    ],
)
def test_all_names_follow_from_the_name_of_a_document(spec: str, package: str | None, target: Target) -> None:
    assert config_for_document(Path(spec), Path("out"), package) == ApiConfig(
        target.package, Path(spec), Path("out"), target
    )


@pytest.mark.parametrize(
    ("name", "text", "package"),
    [
        ("openapi.json", '{"info": {"title": "Garage API"}}', "garage"),
        (
            "openapi.yaml",
            "openapi: 3.1.0\ninfo:\n  # ours\n\n  title: Pet-Shop REST API\npaths: {",
            "pet_shop",
        ),
        ("swagger.yml", "'info': {title: FastAPI}\n", "fast_api"),
        ("openapi.yaml", '{"openapi": "3.1.0", "info": {"title": "Größe"}}', "grosse"),
        ("api.json", '{"info": {"title": "API"}}', "api"),
        ("openapi.json", '{"info": {"title": 3}}', "out"),
        ("openapi.yaml", "info: [", "out"),
        ("openapi.yaml", "info:\n  title: '---'\n", "out"),
        ("openapi.yaml", "", "out"),
    ],
)
def test_a_document_with_a_common_name_is_named_by_its_title_or_the_output(
    tmp_path: Path, name: str, text: str, package: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert config_for_document(tmp_path / name, tmp_path / "out").target.package == package


def test_a_package_that_exists_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "openapi.json").write_text('{"info": {"title": "Garage API"}}', "utf-8")
    package = tmp_path / "out" / "src" / "former"
    package.mkdir(parents=True)
    for name in GENERATED:
        (package / name).touch()
    assert config_for_document(tmp_path / "openapi.json", tmp_path / "out").target.package == "former"


@pytest.mark.parametrize(
    ("package", "example"),
    [("my-shop", "my_shop"), ("class", "class_"), ("../x", "x"), ("Shop", "shop"), ("2x", "value_2x")],
)
def test_a_package_needs_a_valid_name(package: str, example: str) -> None:
    assert refusal(lambda: config_for_document(Path("a.yaml"), Path("out"), package)) == (
        f"{package!r} is not a valid name for a Python package",
        f"for example --package {example}",
    )
