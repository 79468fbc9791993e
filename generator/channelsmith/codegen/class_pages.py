"""Reference pages of the classes of the runtime, made from their docstrings."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from channelsmith.codegen.context import Method, OperationMethod, Resource
from channelsmith.codegen.examples import Examples
from channelsmith.codegen.render import markdown, markdown_code, render, templates
from channelsmith.codegen.runtime_parts import RuntimePart, has_part

_ENTRY: Final = re.compile(r"    (\w+): (.*)")


@dataclass(frozen=True, slots=True)
class ClassPage:
    """A page about one class.

    Attributes:
        name: the class, and the further names under which it appears in annotations.
        module: the module of the runtime.
        part: the part of the runtime without which there is no such class, "" for the core.
        returned_by: whether a method returns it; the first one is the example, None for a class that needs none.
        example: what is done with `result`, the value that the method returns.
        needs: classes whose members it has too.
    """

    name: str
    module: str
    part: str
    returned_by: Callable[[Method], bool] | None
    example: str = ""
    aliases: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The page, relative to `docs/`."""
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", self.name)
        return f"classes/{words.lower()}.md"

    @property
    def summary(self) -> str:
        """The first sentence of its docstring."""
        return _describe_class(self).summary

    def is_used(self, parts: tuple[RuntimePart, ...], methods: Sequence[Method]) -> bool:
        """Whether a package with these parts and methods has the class."""
        if self.part and not has_part(parts, self.part):
            return False
        return self.returned_by is None or any(map(self.returned_by, methods))


def _returns(class_name: str) -> Callable[[Method], bool]:
    """Whether the result of a method is of a class, by default."""
    pattern = re.compile(rf"\) -> {class_name}\b")
    return lambda method: bool(pattern.search(method.sync.head))


def _has_role(role: str) -> Callable[[Method], bool]:
    return lambda method: method.role == role


def _takes_progress(method: Method) -> bool:
    return any(each.annotation == "OnProgress | None" for each in method.about.arguments)


CLASS_PAGES: Final = (
    ClassPage(
        name="Pager",
        module="pagination",
        part="pagination",
        returned_by=lambda method: isinstance(method, OperationMethod) and method.is_paged,
        example=(
            "for item in result:\n    print(item)\n    break\n\nprint(result.total)\nfor page in result.pages():\n"
            "    print(page)\n    break\n\ncursor = result.cursor\nif cursor is not None:\n"
            "    for item in result.resume(cursor):\n        print(item)\n        break"
        ),
        aliases=("AsyncPager",),
    ),
    ClassPage(
        name="BatchResult",
        module="batching",
        part="batching",
        returned_by=_has_role("all"),
        example=(
            "print(result.accepted, result.failed)\nfor part in result.failures:\n"
            "    print(part.first, part.error, part.items)"
        ),
    ),
    ClassPage(name="BatchPart", module="batching", part="batching", returned_by=None),
    ClassPage(name="Batching", module="batching", part="batching", returned_by=None),
    ClassPage(
        name="Content",
        module="response/content",
        part="",
        returned_by=_returns("(Table|Content)"),
        example="print(result.media_type, len(result.data))\nprint(result.text[:200])",
    ),
    ClassPage(
        name="Table",
        module="tables",
        part="tables",
        returned_by=_returns("Table"),
        example="for row in result.rows():\n    print(row)",
        aliases=("SavedTable",),
    ),
    ClassPage(
        name="Download",
        module="download",
        part="downloads",
        returned_by=lambda method: method.role in {"download", "run"},
        example="print(result.path, result.size, result.media_type)",
        aliases=("SavedFile",),
    ),
    ClassPage(
        name="Progress",
        module="progress",
        part="downloads",
        returned_by=_takes_progress,
        aliases=("OnProgress",),
    ),
    ClassPage(
        name="Poller",
        module="polling",
        part="polling",
        returned_by=_has_role("begin"),
        example="token = result.token()\nprint(result.status(), token)\nprint(result.result())",
        aliases=("AsyncPoller",),
        bases=("BasePoller",),
    ),
    ClassPage(name="CallOptions", module="operation", part="", returned_by=None),
)
"""All pages there may be, in the order of the index."""


def render_class_pages(
    pages: Sequence[ClassPage], resources: Sequence[Resource], examples: Examples
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each page."""
    methods = [
        (f"client.{'.'.join(resource.path)}.{method.name}", method)
        for resource in resources
        for method in resource.every_method
    ]
    for page in pages:
        about = _describe_class(page)
        returning = [each for each in methods if page.returned_by is not None and page.returned_by(each[1])]
        shown = min(returning, key=lambda each: sum(arg.is_needed for arg in each[1].about.arguments), default=None)
        example = [_example(page, *shown, examples)] if shown is not None else []
        yield f"docs/{page.path}", render("docs/class.md.jinja", name=page.name, about=about, examples=example)


def _example(page: ClassPage, path: str, method: Method, examples: Examples) -> str:
    package, client = examples.target.package, examples.target.client
    begin = f"from {package} import {client}\n\nclient = {examples.client([method.pointer])}\n"
    if page.example:
        further = [("target", '"export.bin"')] if (page.name, method.role) == ("Download", "run") else []
        return f"{begin}result = {examples.call(path, method, further)}\n{page.example}"
    argument = next(each.name for each in method.about.arguments if each.annotation == "OnProgress | None")
    call = examples.call(path, method, [(argument, "show")])
    show = "def show(progress: Progress) -> None:\n    print(progress.state, progress.received, progress.total)"
    return f"{begin.replace(f'import {client}', f'import {client}, Progress')}\n\n{show}\n\n\n{call}"


@dataclass(frozen=True, slots=True)
class _ClassDoc:
    """What the docstrings of a class say: about itself, and name and description of its members, as Markdown."""

    summary: str
    description: str
    members: tuple[tuple[str, str], ...]


@cache
def _describe_class(page: ClassPage) -> _ClassDoc:
    module = ast.parse(Path(templates(), "runtime", f"{page.module}.py").read_text("utf-8"))
    classes = {each.name: each for each in module.body if isinstance(each, ast.ClassDef)}
    chosen = [classes[name] for name in (*page.bases, page.name)]
    members = dict(member for each in chosen for member in _members(each))
    text, _, rest = (ast.get_docstring(chosen[-1]) or "").partition("\n\nAttributes:\n")
    text, _, arguments = text.partition("\n\nArgs:\n")
    for described in (arguments, rest.partition("\n\n")[0]):
        members |= dict(_entries(described))
    closing = rest.partition("\n\n")[2]
    rows = tuple((markdown_code(name), markdown(about)) for name, about in members.items() if about)
    return _ClassDoc(text.partition("\n\n")[0], "\n\n".join(filter(None, (text, closing))), rows)


def _members(class_: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield the public methods and properties of a class and the first line about each, methods with parentheses."""
    for node in class_.body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        decorators = {each.id for each in node.decorator_list if isinstance(each, ast.Name)}
        if "overload" not in decorators:
            arguments = [each.arg for each in (*node.args.args, *node.args.kwonlyargs) if each.arg != "self"]
            shown = node.name if "property" in decorators else f"{node.name}({', '.join(arguments)})"
            yield shown, (ast.get_docstring(node) or "").partition("\n\n")[0]


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and description of the entries of a section of a docstring."""
    entries: list[list[str]] = []
    for line in text.split("\n"):
        if (match := _ENTRY.fullmatch(line)) is not None:
            entries.append([match[1], match[2]])
        elif entries and line.strip():
            entries[-1][1] += f" {line.strip()}"
    yield from ((name, about[0].upper() + about[1:]) for name, about in entries)
