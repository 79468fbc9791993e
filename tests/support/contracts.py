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
    """One declared answer: its status, media type (None for no body) and the bytes of an example."""

    status: str
    media_type: str | None
    content: bytes
    name: str = ""

    @property
    def code(self) -> int:
        """The status as a number; `default` is answered with one that nothing else declares."""
        return 418 if self.status == "default" else int(self.status.replace("X", "0"))


@dataclass(frozen=True)
class Promise:
    """One operation as its document describes it."""

    id: str
    method: str
    path: str
    resource: str
    python_name: str
    parameters: tuple[dict[str, Any], ...]
    examples: tuple[Example, ...]

    def argument(self, parameter: dict[str, Any]) -> Any:
        """The example of a parameter."""
        return example_of(parameter)

    @property
    def raw_path(self) -> str:
        """The path with the examples of its parameters put in."""
        values = {each["name"]: str(example_of(each)) for each in self.parameters if each["in"] == "path"}
        return re.sub(r"{(\w+)}", lambda found: quote(values[found[1]], safe=""), self.path)

    @property
    def query(self) -> list[tuple[str, str]]:
        """The examples of all query parameters, lists repeated."""
        pairs: list[tuple[str, str]] = []
        for each in self.parameters:
            if each["in"] == "query":
                value = example_of(each)
                pairs += [(each["name"], str(item)) for item in (value if isinstance(value, list) else [value])]
        return sorted(pairs)


def promises(package_folder: Path) -> Iterator[Promise]:
    """Every operation of the description shipped with a generated package."""
    document = json.loads((package_folder / "openapi.json").read_text("utf-8"))
    tags = {each["name"]: each.get("x-resource", each["name"]) for each in document.get("tags", [])}
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                operation = item[method]
                shared = [*item.get("parameters", []), *operation.get("parameters", [])]
                yield Promise(
                    id=operation["operationId"],
                    method=method.upper(),
                    path=path,
                    resource=operation.get("x-resource") or tags[operation["tags"][0]],
                    python_name=operation["x-method"],
                    parameters=tuple(resolved(document, each) for each in shared),
                    examples=tuple(_examples(document, operation)),
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


def _examples(document: Any, operation: Any) -> Iterator[Example]:
    for status, reference in operation["responses"].items():
        response = resolved(document, reference)
        if not response.get("content"):
            yield Example(status, None, b"")
        for media_type, media in response.get("content", {}).items():
            for name, example in media["examples"].items():
                value = resolved(document, example)["value"]
                is_json = media_type.endswith("json")
                content = json.dumps(value) if is_json else value
                yield Example(status, media_type, content.encode(), name)
