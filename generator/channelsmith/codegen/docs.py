"""The reference pages of a package, in `docs/`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.class_pages import CLASS_PAGES, ClassPage, render_class_pages
from channelsmith.codegen.constraints import describe_details
from channelsmith.codegen.context import Method, Resource
from channelsmith.codegen.docstrings import Failure, describe_source
from channelsmith.codegen.examples import Examples
from channelsmith.codegen.extra_methods import ExtraMethod
from channelsmith.codegen.headers import HeaderConstant
from channelsmith.codegen.render import first_sentence, markdown, markdown_code, render, sentence
from channelsmith.codegen.runtime_parts import RuntimePart
from channelsmith.codegen.signatures import Argument
from channelsmith.naming.names import Names

_NAME = re.compile(r"(?<![\w.'\"])(?:models\.)?([^\s\[\](){}|,.:='\"]+)")
_WIDTH = 110
_QUOTED = re.compile(r"""("[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')""")


Row: TypeAlias = tuple[str, ...]
"""The cells of a row of a table, as Markdown."""


@dataclass(frozen=True, slots=True)
class _ModelSection:
    name: str
    description: str
    columns: Row
    rows: tuple[Row, ...]
    extends: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """The pages that types and error codes are described on.

    `models` has the anchor of each class, `classes` the page of each class of the runtime, relative to `docs/`.
    """

    models: Mapping[str, str]
    classes: Mapping[str, str]
    codes: frozenset[int]

    def type(self, annotation: str, *, in_table: bool = True) -> str:
        """Return an annotation as Markdown with links to the classes in it, by default for a cell of a table."""
        members = (each for each in _alternatives(annotation) if each != "NotGiven")
        return " or ".join(self._part(each, in_table=in_table) for each in members)

    def _part(self, annotation: str, *, in_table: bool) -> str:
        texts: list[str] = []
        plain = ""
        for position, piece in enumerate(_QUOTED.split(annotation)):
            end = 0
            for match in _NAME.finditer(piece) if not position % 2 else ():
                if (target := self._target(match)) is not None:
                    plain += piece[end : match.start()]
                    texts += [
                        *[markdown_code(plain, in_table=in_table)] * bool(plain.strip()),
                        f"[`{match[1]}`]({target})",
                    ]
                    plain, end = "", match.end()
            plain += piece[end:]
        return "".join([*texts, *[markdown_code(plain, in_table=in_table)] * bool(plain.strip())])

    def _target(self, match: re.Match[str]) -> str | None:
        if match[0].startswith("models."):
            return f"models.md#{self.models[match[1]]}" if match[1] in self.models else None
        return self.classes.get(match[1])

    def code(self, name: str, number: int) -> str:
        """Return an error code as Markdown, with a link to its row."""
        text = f"`{name}` ({number})"
        return f"[{text}](error-codes.md#{number})" if number in self.codes else text


def render_reference(
    api: ir.Api,
    annotations: Annotations,
    examples: Examples,
    resources: Sequence[Resource],
    *,
    headers: Sequence[HeaderConstant],
    parts: tuple[RuntimePart, ...],
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each reference page.

    Args:
        api: what the package is a client for.
        annotations: the types of its models.
        examples: its examples.
        resources: its resources.
        headers: the response headers that it has constants for.
        parts: the optional parts of the runtime that it has.
    """
    names = annotations.names
    methods = [method for resource in resources for method in resource.every_method]
    pages = [page for page in CLASS_PAGES if page.is_used(parts, methods)]
    schemas = sorted(api.schemas, key=lambda each: names.classes[each.pointer])
    anchors = dict(zip((names.classes[each.pointer] for each in schemas), _anchors(names, schemas), strict=True))
    classes = {name: page.path for page in pages for name in (page.name, *page.aliases)}
    codes = frozenset(row.code for row in api.errors.rows) if api.errors is not None else frozenset[int]()
    reference = _Reference(annotations, Links(anchors, classes, codes), examples)
    shown = [each for each in resources if each.methods]
    yield "docs/index.md", _render_index(api, shown, headers, pages)
    for resource in shown:
        yield f"docs/{resource.module}.md", reference.resource_page(resource)
    models = [reference.model(each) for each in schemas]
    yield "docs/models.md", render("docs/models.md.jinja", models=models)
    yield from render_class_pages(pages, resources, examples)
    if headers:
        yield "docs/response-headers.md", render("docs/response-headers.md.jinja", headers=headers)
    if api.incoming:
        rows = [reference.incoming(each) for each in api.incoming]
        yield "docs/webhooks-and-callbacks.md", render("docs/webhooks.md.jinja", rows=rows)
    if api.errors is not None:
        yield "docs/error-codes.md", render("docs/error-codes.md.jinja", rows=api.errors.rows)


def _render_index(
    api: ir.Api, resources: Sequence[Resource], headers: Sequence[HeaderConstant], pages: Sequence[ClassPage]
) -> str:
    further = {"models.md": "Models"}
    if headers:
        further["response-headers.md"] = "Response headers"
    if api.incoming:
        further["webhooks-and-callbacks.md"] = "Webhooks and callbacks"
    if api.errors is not None:
        further["error-codes.md"] = "Error codes"
    return render(
        "docs/index.md.jinja",
        title=api.title,
        resources=[
            (
                f"[`client.{'.'.join(each.path)}`]({each.module}.md)",
                markdown(first_sentence(each.doc)),
                ", ".join(f"[`{method.name}`]({each.module}.md#{method.name})" for method in each.every_method),
            )
            for each in resources
        ],
        extras=multi_call_rows(resources, "", lambda _: True),
        links=" · ".join(f"[{name}]({page})" for page, name in further.items()),
        classes=[(f"[`{page.name}`]({page.path})", markdown(page.summary)) for page in pages],
    )


def multi_call_rows(
    resources: Sequence[Resource], folder: str | None, is_shown: Callable[[ExtraMethod], bool]
) -> list[tuple[str, str]]:
    """Return name and description of the methods beside those of operations, with links into a folder, if any."""
    rows: list[tuple[str, str]] = []
    for resource in resources:
        for extra in filter(is_shown, resource.extras):
            name = f"`client.{'.'.join(resource.path)}.{extra.name}`"
            link = f"[{name}]({folder}{resource.module}.md#{extra.name})" if folder is not None else name
            rows.append((link, markdown(extra.about.headline)))
    return rows


def _anchors(names: Names, schemas: Sequence[ir.Schema]) -> Iterator[str]:
    """Yield the anchor of the heading of each model; later headings with the same one get a number."""
    seen = Counter[str](["models"])
    for schema in schemas:
        anchor = names.classes[schema.pointer].lower()
        yield f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor
        seen[anchor] += 1


@dataclass(frozen=True, slots=True)
class _Reference:
    """Writes what the pages say about methods and models."""

    annotations: Annotations
    links: Links
    examples: Examples

    def resource_page(self, resource: Resource) -> str:
        """Return the page of a resource."""
        path = f"client.{'.'.join(resource.path)}"
        return render(
            "docs/resource.md.jinja",
            path=path,
            description=resource.doc,
            package=self.examples.target.package,
            client=self.examples.target.client,
            construction=self.examples.client(each.pointer for each in resource.methods),
            methods=[self._method(path, each, resource.every_method) for each in resource.every_method],
        )

    def _method(self, path: str, method: Method, siblings: Sequence[Method]) -> dict[str, object]:
        about = method.about
        operation = self.examples.operations[method.pointer]
        result = _result_of(method.sync.head)
        result_type = "" if result == "None" else self.links.type(result, in_table=False)
        verb = "Yields" if about.is_iterated else "Returns"
        told = ": ".join(filter(None, (result_type, markdown(about.returns[1]))))
        return {
            "name": method.name,
            "text": "\n\n".join([about.headline, *about.paragraphs]),
            "request": about.request,
            "usage": self.examples.code(f"{path}.{method.name}", method, siblings),
            "signature": _signature(method),
            "arguments": [self._argument(each, operation) for each in about.arguments],
            "options": method.further is not None,
            "result": f"{verb} {told}" if told else "",
            "failures": [self._failure(each) for each in about.failures],
            "source": describe_source(about.source) if about.source is not None else "",
        }

    def _argument(self, argument: Argument, operation: ir.Operation) -> Row:
        required = "required, here or in `body`" if argument.required_in_body else "required"
        default = "not sent" if argument.default == "NOT_GIVEN" else markdown_code(argument.default)
        text = self._details(
            argument.details, argument.description, operation.source, has_default=not argument.is_needed
        )
        return (
            markdown_code(argument.name),
            self.links.type(argument.annotation),
            required if argument.is_needed else default,
            text,
        )

    def _details(self, details: ir.Details, description: str, source: ir.Source | None, *, has_default: bool) -> str:
        """A description with constraints and default, and the source where it is another one than that around it."""
        further = describe_details(details, description, markdown_code, has_default=has_default)
        text = markdown(sentence(description.strip()) if further else description)
        own = details.source
        if own is not None and (own.note or source is None or _reliability(own) != _reliability(source)):
            further = f"{further} ({markdown(describe_source(own))})".strip()
        return " ".join(filter(None, (text, further)))

    def _failure(self, failure: Failure) -> Row:
        codes = ", ".join(self.links.code(*each) for each in failure.codes)
        text = markdown(failure.text)
        return (
            f"`{failure.error}`" if failure.error else "",
            failure.status,
            " ".join(filter(None, (text, f"Likely: {codes}." if codes else ""))),
        )

    def incoming(self, request: ir.IncomingRequest) -> dict[str, str]:
        """Return what the page of webhooks says about one."""
        body = request.body
        return {
            "name": request.name,
            "method": request.method,
            "after": f"after {request.after}" if request.after else "at any time",
            "description": request.description,
            "body": self.links.type(self.annotations.of_value(body)) if body is not None else "not documented",
        }

    def model(self, schema: ir.Schema) -> _ModelSection:
        """Return what the page of models says about one."""
        names, annotations = self.annotations.names, self.annotations
        name, description = names.classes[schema.pointer], schema.description
        match schema:
            case ir.ObjectSchema(pointer=pointer, properties=properties, source=source):
                rows = tuple(
                    (
                        markdown_code(names.attributes[pointer, each.name]),
                        self.links.type(annotations.of_value(each.type)),
                        _presence(each),
                        self._details(each.details, each.description, source, has_default=not each.required),
                    )
                    for each in properties
                )
                bases = " and ".join(self.links.type(f"models.{names.classes[each]}") for each in schema.bases)
                groups = [
                    " or ".join(
                        " and ".join(markdown_code(names.attributes[pointer, name]) for name in group) for group in each
                    )
                    for each in schema.alternatives
                ]
                return _ModelSection(
                    name,
                    description,
                    ("attribute", "type", "presence", "description"),
                    rows,
                    extends=" ".join([*[f"Extends {bases}."] * bool(bases), *(f"Needs {each}." for each in groups)]),
                    source=describe_source(source) if source is not None else "",
                )
            case ir.EnumSchema(pointer=pointer, values=values, descriptions=descriptions):
                texts = descriptions or [""] * len(values)
                members = tuple(
                    (markdown_code(names.members[pointer, value]), markdown_code(str(value)), markdown(text))
                    for value, text in zip(values, texts, strict=True)
                )
                return _ModelSection(name, description, ("member", "value", "description"), members)
            case ir.AliasSchema(type=type_):
                alias = self.links.type(annotations.of_value(type_))
                return _ModelSection(name, description, ("alias of",), ((alias,),))


def _signature(method: Method) -> str:
    """The signature without `self`; a long one has one parameter per line."""
    by_position = [each.declaration for each in method.about.arguments if each.is_positional]
    others = [each.declaration for each in method.about.arguments if not each.is_positional]
    options = [method.further.declaration()] if method.further is not None else []
    parts = [*by_position, *["*"] * bool(others), *others, *options]
    line = f"{method.name}({', '.join(parts)}) -> {_result_of(method.sync.head)}"
    if len(line) <= _WIDTH:
        return line
    rows = "".join(f"    {part},\n" for part in parts)
    return f"{method.name}(\n{rows}) -> {_result_of(method.sync.head)}"


def _presence(property_: ir.Property) -> str:
    words = ["required" if property_.required else "optional"]
    words += ["read-only"] * property_.read_only + ["write-only"] * property_.write_only
    return ", ".join([*words, *["deprecated"] * property_.deprecated])


def _reliability(source: ir.Source) -> tuple[str, str]:
    return source.basis, source.confidence


def _result_of(head: str) -> str:
    return head.rpartition(") -> ")[2]


def _alternatives(annotation: str) -> Iterator[str]:
    """Yield the members of a union, but for those inside of brackets and literals."""
    depth, start = 0, 0
    pieces = _QUOTED.split(annotation)
    at = 0
    for position, piece in enumerate(pieces):
        for offset, char in enumerate(piece) if not position % 2 else ():
            depth += (char in "[(") - (char in "])")
            if char == "|" and not depth:
                yield annotation[start : at + offset].strip()
                start = at + offset + 1
        at += len(piece)
    yield annotation[start:].strip()
