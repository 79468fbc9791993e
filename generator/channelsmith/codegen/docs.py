"""The reference pages of a package, in `docs/`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.context import Resource
from channelsmith.codegen.headers import HeaderConstant
from channelsmith.codegen.render import render
from channelsmith.naming.names import Names


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: a name, its type or location, and a description."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class _ModelSection:
    name: str
    description: str
    columns: tuple[str, str]
    rows: tuple[TableRow, ...]


def render_reference(
    api: ir.Api,
    names: Names,
    annotations: Annotations,
    resources: Sequence[Resource],
    headers: Sequence[HeaderConstant],
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each reference page."""
    pages = [each for each in resources if each.methods]
    further = {"models.md": "Models"}
    if headers:
        further["response-headers.md"] = "Response headers"
    if api.incoming:
        further["webhooks-and-callbacks.md"] = "Webhooks and callbacks"
    if api.errors is not None:
        further["error-codes.md"] = "Error codes"
    links = " · ".join(f"[{name}]({page})" for page, name in further.items())
    yield "docs/index.md", render("docs/index.md.jinja", title=api.title, resources=pages, links=links)
    for resource in pages:
        yield f"docs/{resource.module}.md", render("docs/resource.md.jinja", resource=resource)
    models = sorted((_model(schema, names, annotations) for schema in api.schemas), key=lambda model: model.name)
    yield "docs/models.md", render("docs/models.md.jinja", models=models)
    if headers:
        yield "docs/response-headers.md", render("docs/response-headers.md.jinja", headers=headers)
    if api.incoming:
        rows = [_incoming(each, annotations) for each in api.incoming]
        yield "docs/webhooks-and-callbacks.md", render("docs/webhooks.md.jinja", rows=rows)
    if api.errors is not None:
        yield "docs/error-codes.md", render("docs/error-codes.md.jinja", rows=api.errors.rows)


def _incoming(request: ir.IncomingRequest, annotations: Annotations) -> dict[str, str]:
    return {
        "name": request.name,
        "method": request.method,
        "after": f"after {request.after}" if request.after else "at any time",
        "description": request.description,
        "body": annotations.of_value(request.body) if request.body is not None else "not documented",
    }


def _model(schema: ir.Schema, names: Names, annotations: Annotations) -> _ModelSection:
    name, description = names.classes[schema.pointer], schema.description
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties):
            rows = tuple(
                TableRow(
                    names.attributes[pointer, each.name],
                    annotations.of_value(each.type) + ("" if each.required else ", optional"),
                    each.description,
                )
                for each in properties
            )
            if schema.bases:
                bases = " and ".join(f"`{names.classes[each]}`" for each in schema.bases)
                description = f"{description}\n\nExtends {bases}.".lstrip()
            return _ModelSection(name, description, ("attribute", "type"), rows)
        case ir.EnumSchema(pointer=pointer, values=values, descriptions=descriptions):
            texts = descriptions or [""] * len(values)
            rows = tuple(
                TableRow(names.members[pointer, value], str(value), text)
                for value, text in zip(values, texts, strict=True)
            )
            return _ModelSection(name, description, ("member", "value"), rows)
        case ir.AliasSchema(type=type_):
            rows = (TableRow(annotations.of_value(type_), "", ""),)
            return _ModelSection(name, description, ("alias of", ""), rows)
