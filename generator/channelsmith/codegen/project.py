"""The files around a package: its metadata, its README, and its reference pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.client import ClientView, env_name
from channelsmith.codegen.context import ResourceView
from channelsmith.codegen.render import render
from channelsmith.codegen.target import HTTP_LIBRARIES, Target
from channelsmith.naming.names import Names


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a name, its type or place, and what it is."""

    name: str
    kind: str
    about: str


def project(
    api: ir.Api,
    names: Names,
    types: Annotations,
    *,
    target: Target,
    view: ClientView,
    resources: Sequence[ResourceView],
) -> Iterator[tuple[str, str]]:
    """Path and text of each file outside the package's own folder."""
    about = {
        "distribution": target.distribution,
        "version": target.version,
        "package": target.package,
        "class_name": target.client,
        "summary": f"Python client for {api.title}",
    }
    rows = [
        Row(f"{'.'.join(each.path)}.{method.name}", method.request, method.headline)
        for each in resources
        for method in each.methods
    ]
    yield "pyproject.toml", render("project/pyproject.toml.jinja", **about, http=HTTP_LIBRARIES[target.http])
    yield (
        "README.md",
        render(
            "project/README.md.jinja",
            **about,
            arguments=view.arguments,
            options=view.options,
            operations=rows,
            base_url_env=env_name(target.package, "base_url"),
            constructor=", ".join(f'{name}="..."' for name in _needed(api, names, view)),
            first_call=_first_call(resources),
            handling=_handling(api),
            imports=", ".join([target.client, f"{target.client}Error", *(["ErrorCode"] if api.errors else [])]),
        ),
    )
    yield from _reference(api, names, types, resources)


def _needed(api: ir.Api, names: Names, view: ClientView) -> list[str]:
    """The constructor's arguments for the first way of authentication, and for the server's URL."""
    wanted = set(next(iter(api.security), ()))
    secrets = {names.credentials[each] for scheme in api.schemes if scheme.name in wanted for each in _usual(scheme)}
    return [each.name for each in view.arguments if each.name in secrets or each in view.variables]


def _usual(scheme: ir.SecurityScheme) -> tuple[str, ...]:
    """The credentials that most callers of a scheme have."""
    by_itself = scheme.grants is not None and scheme.grants.client_credentials
    return ("client_id", "client_secret") if by_itself else (scheme.credential,)


def _first_call(resources: Sequence[ResourceView]) -> str:
    """The call that asks for least, preferably one that only reads."""
    calls = [
        (
            not method.request.startswith("GET "),
            method.shortest.count('"..."'),
            f"{'.'.join(each.path)}.{method.name}",
            method.shortest,
        )
        for each in resources
        for method in each.methods
    ]
    if not calls:
        return "base_url"
    *_, name, arguments = min(calls)
    return f"{name}({arguments})"


def _handling(api: ir.Api) -> str:
    if api.errors is None or not api.errors.rows:
        return "        print(error)"
    code = next((row.name for row in api.errors.rows if row.name.endswith("NOT_FOUND")), api.errors.rows[0].name)
    return f"        print(ErrorCode.{code} in error.codes, error)"


def _reference(
    api: ir.Api, names: Names, types: Annotations, resources: Sequence[ResourceView]
) -> Iterator[tuple[str, str]]:
    pages = [each for each in resources if each.methods]
    further = [("Models", "models.md")]
    further += [("Webhooks and callbacks", "webhooks-and-callbacks.md")] * bool(api.incoming)
    further += [("Error codes", "error-codes.md")] * (api.errors is not None)
    links = " · ".join(f"[{name}]({page})" for name, page in further)
    yield "docs/index.md", render("docs/index.md.jinja", title=api.title, resources=pages, links=links)
    for each in pages:
        yield f"docs/{each.module}.md", render("docs/resource.md.jinja", resource=each)
    models = sorted((_model(schema, names, types) for schema in api.schemas), key=lambda page: page.name)
    yield "docs/models.md", render("docs/models.md.jinja", models=models)
    if api.incoming:
        rows = [_incoming(each, types) for each in api.incoming]
        yield "docs/webhooks-and-callbacks.md", render("docs/webhooks.md.jinja", rows=rows)
    if api.errors is not None:
        yield "docs/error-codes.md", render("docs/error-codes.md.jinja", rows=api.errors.rows)


@dataclass(frozen=True, slots=True)
class _Incoming:
    name: str
    method: str
    after: str
    about: str
    body: str


def _incoming(request: ir.Incoming, types: Annotations) -> _Incoming:
    body = types.of_value(request.body) if request.body is not None else "not described"
    after = f"after {request.after}" if request.after else "at any time"
    return _Incoming(request.name, request.method, after, request.description, body)


@dataclass(frozen=True, slots=True)
class _Model:
    name: str
    about: str
    head: tuple[str, str]
    rows: tuple[Row, ...]


def _model(schema: ir.Schema, names: Names, types: Annotations) -> _Model:
    name = names.classes[schema.pointer]
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties):
            rows = tuple(
                Row(
                    names.attributes[pointer, each.name],
                    types.of_value(each.type) + ("" if each.required else ", optional"),
                    each.description,
                )
                for each in properties
            )
            return _Model(name, schema.description, ("attribute", "type"), rows)
        case ir.EnumSchema(pointer=pointer, values=values):
            rows = tuple(Row(names.members[pointer, value], str(value), "") for value in values)
            return _Model(name, schema.description, ("member", "value"), rows)
        case ir.AliasSchema(type=kind):
            return _Model(name, schema.description, ("stands for", ""), (Row(types.of_value(kind), "", ""),))
