"""The reference of generated packages: every Python block runs against the sandbox, and every link leads somewhere."""

import contextlib
import importlib
import io
import re
import ssl
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

import httpx
import pytest

from channelsmith.sandbox import run
from support.packages import Package, built

ROOT = Path(__file__).parents[2]
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_REQUEST = re.compile(r"^`(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE) /", re.MULTILINE)
_ORDER = {"GET": 0, "HEAD": 0, "POST": 1, "PATCH": 2, "PUT": 2, "DELETE": 3}


@dataclass(frozen=True)
class Block:
    """A Python block: the page and section that it is in, and the method of the request that it sends, "" for any."""

    page: str
    section: str
    request: str
    code: str


@dataclass
class Clock:
    """The time of the server, which passes while a client waits."""

    now: float = 1772366400.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.now += seconds


def pages(folder: Path) -> dict[str, str]:
    """README and reference of a package, by path."""
    paths = [folder / "README.md", *sorted((folder / "docs").rglob("*.md"))]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def blocks(page: str, text: str) -> Iterator[Block]:
    """The Python blocks of a page, which has one section for each method."""
    first, *rest = _SECTION.split(text)
    for title, section in [("", first), *zip(rest[::2], rest[1::2], strict=True)]:
        request = _REQUEST.search(section)
        for match in _BLOCK.finditer(section):
            yield Block(page, title, request[1] if request else "", match[1])


def run_blocks(package: str, folder: Path, api: str | Path) -> dict[str, str]:
    """Run all blocks of a package as printed; return the errors of those that do not even run in a fresh state.

    A page begins with a block that creates the client for all others on it. Blocks that read come first and those that
    delete last, so that hardly any needs a fresh state.
    """
    texts = pages(folder)
    found = [block for page, text in texts.items() for block in blocks(page, text)]
    keys = tuple(dict.fromkeys(re.findall(r'"(my-[a-z-]+)"', "".join(texts.values()))))
    clock = Clock()
    failed: dict[str, str] = {}
    scopes: defaultdict[str, dict[str, object]] = defaultdict(lambda: {"__name__": "__main__"})
    with (
        run(api, keys=(*keys, "my-user:my-password"), items=20, clock=clock) as server,
        pytest.MonkeyPatch.context() as patch,
    ):
        use_clock(package, clock, patch)
        patch.setenv(f"{package.upper()}_BASE_URL", server.url)
        for block in sorted(found, key=lambda each: (bool(each.section), _ORDER.get(each.request, 0))):
            program = compile(re.sub(r"https://api\.example\.com[\w/.-]*", server.url, block.code), block.page, "exec")
            if run_block(program, scopes[block.page]) is not None:
                httpx.post(f"{server.control_url}/state/reset", timeout=60).raise_for_status()
                if (error := run_block(program, scopes[block.page])) is not None:
                    failed[f"{block.page} {block.section}".strip()] = f"{type(error).__name__}: {error}"
        for scope in scopes.values():
            client: Any = scope.get("client")
            if client is not None:
                client.close()
    return failed


def run_block(program: CodeType, scope: dict[str, object]) -> Exception | None:
    """Run a block and return its error."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(program, scope)  # noqa: S102 -- what a reader would run
        except Exception as error:  # noqa: BLE001 -- all of them are compared
            return error
    return None


def use_clock(package: str, clock: Clock, patch: pytest.MonkeyPatch) -> None:
    """Let the clients of a package use a clock, and all share the certificates, which are slow to load."""
    certificates = ssl.create_default_context()
    patch.setattr(ssl, "create_default_context", lambda **_: certificates)
    client: Any = importlib.import_module(f"{package}._runtime.client")
    options: Any = importlib.import_module(f"{package}._runtime.options")
    patch.setitem(client.SyncClient.__init__.__kwdefaults__, "sleep", clock.sleep)
    patch.setitem(client.AsyncClient.__init__.__kwdefaults__, "sleep", clock.sleep_async)
    for name in ("clock", "monotonic"):
        patch.setitem(options.ClientConfig.__init__.__kwdefaults__, name, clock)
    with contextlib.suppress(ModuleNotFoundError):
        stores: Any = importlib.import_module(f"{package}._runtime.rate_limit.stores")
        patch.setitem(stores.MemoryRateLimits.__init__.__kwdefaults__, "clock", clock)


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples write their files into an empty folder."""
    monkeypatch.chdir(tmp_path)


REFUSED = {
    "channelape": {
        "docs/businesses_members.md add": "already a member",
        "docs/channels_actions.md create": "another matching action is currently in progress",
        "docs/products_filters.md delete": "currently being used",
        "docs/products_modifiers.md delete": "currently being used",
    },
    "channelengine": {
        f"docs/reports.md {method}": "the result does not exist yet"
        for method in ("retrieve", "retrieve_to", "retrieve_stream")
    },
}
"""What the server refuses with the ids of the document's examples, because of what it has or has not: as documented."""


@pytest.mark.usefixtures("in_folder")
@pytest.mark.parametrize("package", REFUSED)
def test_every_block_of_the_shipped_packages_runs(package: str) -> None:
    failed = run_blocks(package, ROOT / "generated" / package, package)
    reasons = REFUSED[package]
    assert {name: error for name, error in failed.items() if reasons.get(name, error + "!") not in error} == {}
    assert failed.keys() == reasons.keys()


SHOP = r"""
openapi: 3.1.0
info: {title: Shop, version: "1"}
security: [{key: []}]
paths:
  /items:
    get:
      operationId: listItems
      x-method: list
      tags: [items]
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, multipleOf: 5, default: 20}}
        - name: prices
          in: query
          schema: {type: array, minItems: 1, uniqueItems: true, items: {type: number, exclusiveMinimum: 0}}
        - name: sku
          in: query
          required: true
          example: AB-1
          schema: {type: string, pattern: '^[A-Z]{2}(-|_)?\d$', minLength: 3, maxLength: 4}
        - {name: sort, in: query, schema: {enum: [name, price], default: name}}
        - {name: since, in: query, schema: {type: [string, "null"], format: date-time}}
        - {name: mail, in: query, schema: {anyOf: [{type: string, format: email}, {type: integer, maximum: 9}]}}
        - {name: plain, in: query, schema: {type: string}}
      responses:
        "200":
          description: Some items
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Item"}}}}
    post:
      operationId: createItem
      x-method: create
      tags: [items]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Item"}
            example: {id: 7, name: "``` \" | x", price: 1.5}
      responses:
        "201":
          description: The item
          content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}
  /items/{id}:
    delete:
      operationId: deleteItem
      x-method: delete
      tags: [items]
      parameters: [{name: id, in: path, required: true, example: 7, schema: {type: integer}}]
      responses: {"204": {description: Gone}}
  /photos:
    post:
      operationId: addPhoto
      x-method: add
      tags: [photos]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties: {file: {type: string, format: binary}, title: {type: string}}
      responses: {"201": {description: ok, content: {application/json: {schema: {type: object}}}}}
    get:
      operationId: getPhoto
      x-method: get
      tags: [photos]
      responses: {"200": {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}}
  /events:
    get:
      operationId: watch
      tags: [events]
      responses: {"200": {description: ok, content: {text/event-stream: {schema: {type: string}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Item:
      type: object
      required: [name, price]
      anyOf: [{required: [id]}, {required: [code]}]
      properties:
        id: {type: integer}
        code: {type: string, format: uuid}
        name: {type: string, maxLength: 12}
        price: {type: number, format: decimal, minimum: 0.5}
        tags: {type: object, maxProperties: 3, additionalProperties: {type: string, minLength: 2}}
        parent: {oneOf: [{$ref: "#/components/schemas/Item"}, {type: "null"}]}
        state: {type: string, enum: [new, old], default: new}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SHOP, tmp_path_factory.mktemp("shop"), name="documented_shop") as package:
        yield package


@pytest.mark.usefixtures("in_folder")
def test_every_block_of_a_package_without_a_server_runs(shop: Package) -> None:
    assert run_blocks(shop.name, shop.folder, shop.folder.parent / f"{shop.name}.yaml") == {}
    assert 'base_url="https://api.example.com"' in pages(shop.folder)["docs/items.md"]


@pytest.mark.usefixtures("in_folder")
@pytest.mark.parametrize(
    ("name", "unknown"),
    [
        ("todo", {"docs/tasks.md delete"}),
        ("zoo", {"README.md Use", "docs/animals.md get_animals_by_class_and_1st"}),
    ],
)
def test_the_blocks_of_a_package_without_example_ids_run_except_those_about_one_item(
    name: str, unknown: set[str], tmp_path: Path
) -> None:
    spec = ROOT / "tests" / "golden" / name / "openapi.yaml"
    with built(spec, tmp_path, name=f"documented_{name}") as package:
        failed = run_blocks(package.name, package.folder, spec)
    assert failed.keys() == unknown
    assert all(error.startswith("NotFoundError: ") for error in failed.values())


def rows(text: str, section: str) -> dict[str, list[str]]:
    """The cells of the rows of a section, by the name in the first one."""
    part = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in part.splitlines() if line.startswith("| `")]
    return {first.strip(" `"): [each.strip() for each in others] for first, *others in cells}


def test_every_argument_is_in_the_table_with_its_constraints_and_default_in_words(shop: Package) -> None:
    assert rows(pages(shop.folder)["docs/items.md"], "list") == {
        "limit": ["`int` or `None`", "not sent", "From 1 to 100. A multiple of 5. The API's default is `20`."],
        "prices": [
            "`Sequence[float \\| Decimal]` or `None`",
            "not sent",
            "At least 1 item. No duplicates. Each item: greater than 0.",
        ],
        "sku": ["`str`", "required", "3 to 4 characters. Matches `^[A-Z]{2}(-\\|_)?\\d$`."],
        "sort": [
            "[`ListItemsSort`](models.md#listitemssort) or `str` or `None`",
            "not sent",
            "One of `name`, `price`. The API's default is `'name'`.",
        ],
        "since": ["`datetime` or `str` or `None`", "not sent", "An ISO 8601 date with a time."],
        "mail": ["`str` or `int` or `None`", "not sent", "Either an email address; or at most 9."],
        "plain": ["`str` or `None`", "not sent", ""],
    }


def test_a_signature_has_every_argument_with_its_type_and_default(shop: Package) -> None:
    text = pages(shop.folder)["docs/items.md"]
    assert "```text\ndelete(id: int, **options: Unpack[CallOptions]) -> None\n```" in text
    assert (
        "```text\nlist(\n    *,\n    sku: str,\n    limit: int | None | NotGiven = NOT_GIVEN,\n"
        "    prices: Sequence[float | Decimal] | None | NotGiven = NOT_GIVEN,\n"
    ) in text


def test_every_field_of_a_model_has_its_constraints_and_default_in_words(shop: Package) -> None:
    text = pages(shop.folder)["docs/models.md"]
    assert rows(text, "Item") == {
        "id": ["`int`", "optional", ""],
        "code": ["`UUID`", "optional", "A UUID."],
        "name": ["`str`", "required", "At most 12 characters."],
        "price": ["`Decimal`", "required", "An exact decimal number. At least 0.5."],
        "tags": ["`dict[str, str]`", "optional", "At most 3 members. Each item: at least 2 characters."],
        "parent": ["[`Item`](models.md#item) or `None`", "optional", ""],
        "state": [
            "[`ItemState`](models.md#itemstate)",
            "optional",
            "One of `new`, `old`. The API's default is `'new'`.",
        ],
    }
    assert "\nNeeds `id` or `code`.\n" in text


def test_a_source_is_told_where_it_is_another_one_than_that_of_the_operation() -> None:
    table = rows((ROOT / "generated/channelape/docs/batches.md").read_text("utf-8"), "get")
    assert table["batch_id"][2].partition(" (sdk, high confidence: ")[1]
    assert (
        "confidence"
        not in rows((ROOT / "generated/channelape/docs/orders.md").read_text("utf-8"), "get")["order_id"][2]
    )


def test_classes_have_pages_where_a_package_has_them(shop: Package) -> None:
    def classes(folder: Path) -> set[str]:
        return {path.stem for path in (folder / "docs" / "classes").iterdir()}

    assert classes(shop.folder) == {"call-options", "content", "download", "progress"}
    assert classes(ROOT / "generated" / "channelape") >= {
        "batch-part",
        "batch-result",
        "batching",
        "call-options",
        "pager",
    }
    assert classes(ROOT / "generated" / "channelengine") >= {"content", "download", "poller", "progress", "table"}


def anchors(text: str) -> set[str]:
    """The anchors of a page on GitHub: of headings, numbered where they are equal, and those that it sets itself."""
    found = set(re.findall(r'<a id="([^"]+)">', text))
    seen = Counter[str]()
    for heading in _HEADING.findall(_FENCED.sub("", text)):
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


def broken_links(folder: Path) -> list[str]:
    """The links of the pages of a package that lead nowhere."""
    texts = pages(folder)
    known = {page: anchors(text) for page, text in texts.items()}
    broken: list[str] = []
    for page, text in texts.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            path, _, anchor = target.partition("#")
            parts = [*Path(page).parent.parts, *Path(path).parts] if path else [*Path(page).parts]
            found = "/".join(parts)
            if found not in known or (anchor and anchor not in known[found]):
                broken.append(f"{page}: {target}")
    return broken


@pytest.mark.parametrize("package", REFUSED)
def test_every_link_of_the_shipped_packages_leads_somewhere(package: str) -> None:
    assert broken_links(ROOT / "generated" / package) == []


def test_every_link_of_a_package_leads_somewhere(shop: Package) -> None:
    assert broken_links(shop.folder) == []


def test_a_block_never_has_dots_for_something_to_fill_in(shop: Package) -> None:
    folders = [shop.folder, *(ROOT / "generated" / package for package in REFUSED)]
    found = [block for folder in folders for page, text in pages(folder).items() for block in blocks(page, text)]
    assert [each for each in found if "..." in each.code] == []
