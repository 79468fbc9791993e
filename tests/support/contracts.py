"""What a document promises about each operation, read afresh from its JSON without the generator's own reading."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

Flavour = Literal["sync", "async"]
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")


@dataclass(frozen=True)
class Example:
    """One body of a document: the status it answers ("" for a request), its media type, and an example of it."""

    status: str
    media_type: str | None
    value: Any
    name: str = ""

    @property
    def code(self) -> int:
        """The status as a number; `default` is answered with one that nothing else declares."""
        return 418 if self.status == "default" else int(self.status.replace("X", "0"))

    @property
    def content(self) -> bytes:
        """The example as it travels."""
        if self.media_type is None:
            return b""
        return (json.dumps(self.value) if self.media_type.endswith("json") else self.value).encode()


@dataclass(frozen=True)
class Promise:
    """One operation (or one use of it) as its document describes it."""

    id: str
    method: str
    path: str
    resource: str
    python_name: str
    parameters: tuple[dict[str, Any], ...]
    requests: tuple[Example, ...]
    answers: tuple[Example, ...]
    key_header: str = ""

    def arguments(self, *locations: str) -> list[tuple[str, Any]]:
        """Wire name and example of every parameter in these locations."""
        return [(each["name"], example_of(each)) for each in self.parameters if each["in"] in locations]

    def keywords(self) -> dict[str, Any]:
        """The examples of all parameters outside the path, by the arguments they become."""
        outside = [each for each in self.parameters if each["in"] != "path"]
        return {each.get("x-argument") or snake(each["name"]): example_of(each) for each in outside}

    @property
    def raw_path(self) -> str:
        """The path with the examples of its parameters put in."""
        values = {name: str(value) for name, value in self.arguments("path")}
        return re.sub(r"{(\w+)}", lambda found: quote(values[found[1]], safe=""), self.path)

    @property
    def query(self) -> list[tuple[str, str]]:
        """The examples of all query parameters, lists repeated."""
        pairs = self.arguments("query")
        flat = [(name, item) for name, value in pairs for item in (value if isinstance(value, list) else [value])]
        return sorted((name, str(item).lower() if isinstance(item, bool) else str(item)) for name, item in flat)


ROOT = Path(__file__).parents[2]


def packages() -> list[Path]:
    """The folder of every generated package."""
    return sorted(path for path in (ROOT / "generated").glob("*/src/*") if (path / "openapi.json").is_file())


def summary() -> str:
    """The size of the matrix, in one line."""
    found = [promise for package in packages() for promise in promises(package)]
    cells = 2 * sum(len(each.answers) + len(each.requests) + 1 for each in found)
    return f"contract: {cells} cells, {len(found)} operations, {len(packages())} APIs, sync and async"


def snake(name: str) -> str:
    """The Python argument of a camel-case wire name."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace("-", "_").lower()


def promises(package_folder: Path) -> Iterator[Promise]:
    """Every operation of the description shipped with a generated package, one with several uses once for each."""
    document = json.loads((package_folder / "openapi.json").read_text("utf-8"))
    tags = {each["name"]: each.get("x-resource", each["name"]) for each in document.get("tags", [])}
    for path, reference in document["paths"].items():
        item = resolved(document, reference)
        for method in METHODS:
            if method in item:
                operation = item[method]
                shared = [*item.get("parameters", []), *operation.get("parameters", [])]
                parameters = [resolved(document, each) for each in shared]
                for use in operation.get("x-uses", [operation]):
                    yield Promise(
                        id=use["operationId"],
                        method=method.upper(),
                        path=path,
                        resource=use.get("x-resource") or operation.get("x-resource") or tags[operation["tags"][0]],
                        python_name=use["x-method"],
                        parameters=tuple(each for each in parameters if each["name"] not in use.get("omits", ())),
                        requests=tuple(_requests(document, operation)),
                        answers=tuple(each for each in _answers(document, operation) if _fits(document, each, use)),
                        key_header=operation.get("x-idempotency-key", {}).get("header", ""),
                    )


def resolved(document: Any, node: Any) -> Any:
    """The node a reference leads to."""
    while "$ref" in node:
        target: Any = document
        for token in node["$ref"].removeprefix("#/").split("/"):
            target = target[token.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def example_of(node: dict[str, Any]) -> Any:
    """The first example of a parameter or media type."""
    if "example" in node:
        return node["example"]
    return next(iter(node["examples"].values()))["value"]


def _fits(document: Any, answer: Example, use: Any) -> bool:
    """Whether an answer of a shared operation is one of this use: it has what the use's own schema requires."""
    if "returns" not in use or not answer.status.startswith("2"):
        return True
    reference = use["returns"] if isinstance(use["returns"], dict) else {"$ref": use["returns"]}
    schema = resolved(document, reference)
    known = set(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        known |= set(resolved(document, part).get("properties", {}))
    return set(answer.value) <= known


def _requests(document: Any, operation: Any) -> Iterator[Example]:
    if "requestBody" in operation:
        media_type, media = next(iter(resolved(document, operation["requestBody"])["content"].items()))
        for name, example in media["examples"].items():
            yield Example("", media_type, resolved(document, example)["value"], name)


def _answers(document: Any, operation: Any) -> Iterator[Example]:
    for status, reference in operation["responses"].items():
        response = resolved(document, reference)
        if not response.get("content"):
            yield Example(status, None, None)
        for media_type, media in response.get("content", {}).items():
            for name, example in media["examples"].items():
                yield Example(status, media_type, resolved(document, example)["value"], name)
