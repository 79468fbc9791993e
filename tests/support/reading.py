"""Building of the IR from texts, and short texts of the IR to compare with."""

import re
from pathlib import Path
from textwrap import dedent, indent

from channelsmith import ir
from channelsmith.document import Document
from channelsmith.document.load import load_document
from channelsmith.ir.builder import build_ir
from channelsmith.naming.names import Names, build_names
from channelsmith.transform.bundle import bundle_document

COMPONENTS = "/components/schemas/"
INFO = "info: {title: Test, version: '1'}\n"


def parsed(folder: Path, text: str, version: str = "3.1.0") -> Document:
    """The bundled document of a text that leaves out `openapi`, `info` and, if there are none, `paths`.

    `$Order` stands for a reference to the schema of that name.
    """
    body = re.sub(r"\$([A-Z]\w*)", rf"{{$ref: '#{COMPONENTS}\1'}}", dedent(text))
    paths = "" if "\npaths:" in f"\n{body}" else "paths: {}\n"
    file = folder / "openapi.yaml"
    file.write_text(f"openapi: {version}\n{INFO}{paths}{body}", "utf-8")
    return bundle_document(load_document(file))


def api_of(folder: Path, text: str, version: str = "3.1.0") -> ir.Api:
    """The API of such a text."""
    return build_ir(parsed(folder, text, version))[0]


def named_api_of(folder: Path, text: str, *, client: str = "", ascii_only: bool = False) -> tuple[ir.Api, Names]:
    """The API of such a text, and its names."""
    document = parsed(folder, text)
    api, _ = build_ir(document)
    return api, build_names(api, document, client=client, ascii_only=ascii_only)


def warnings_of(folder: Path, text: str) -> list[str]:
    """The messages about approximations in such a text."""
    return [each.message for each in build_ir(parsed(folder, text))[1]]


def components(schemas: str) -> str:
    """Return the text of a document with these schemas."""
    return "components:\n  schemas:\n" + indent(dedent(schemas), "    ")


def schemas_of(folder: Path, schemas: str, version: str = "3.1.0") -> dict[str, str]:
    """Describe every named schema of a text of schemas, by pointer."""
    return in_short(api_of(folder, components(schemas), version))


def in_short(api: ir.Api) -> dict[str, str]:
    """Describe all schemas by their pointers below the components: `{a: string!, b: Order}`, `'x' 'y'`, `= [Order]`."""
    return {_short(each.pointer): _schema(each) for each in api.schemas}


def type_text(kind: ir.Type) -> str:
    """Describe a type: `string | [Order] | {integer} | null`."""
    match kind:
        case ir.Primitive(scalar):
            return scalar.value
        case ir.Ref(pointer):
            return _short(pointer)
        case ir.Array(items):
            return f"[{type_text(items)}]"
        case ir.Map(values):
            return f"{{{type_text(values)}}}"
        case ir.Union(members, discriminator):
            text = " | ".join(
                f"({type_text(each)})" if isinstance(each, ir.Union) else type_text(each) for each in members
            )
            return text + (f" by {_tags(discriminator)}" if discriminator is not None else "")
        case ir.Constant(values):
            return " ".join(map(repr, values))


def _schema(schema: ir.Schema) -> str:
    match schema:
        case ir.ObjectSchema(properties=properties, bases=bases, discriminator=discriminator):
            text = f"{{{', '.join(map(_property, properties))}}}"
            text += f" is {' '.join(map(_short, bases))}" if bases else ""
            return text + (f" by {_tags(discriminator)}" if discriminator is not None else "")
        case ir.EnumSchema(values=values):
            return " ".join(map(repr, values))
        case ir.AliasSchema(type=kind):
            return f"= {type_text(kind)}"


def _property(prop: ir.Property) -> str:
    preset = f" = {prop.preset!r}" if prop.preset is not None else ""
    return f"{prop.name}: {type_text(prop.type)}{'!' * prop.required}{preset}"


def _tags(discriminator: ir.Discriminator) -> str:
    values = (f"{value}: {_short(pointer)}" for value, pointer in discriminator.mapping)
    return f"{discriminator.property} ({', '.join(values)})"


def _short(pointer: str) -> str:
    return pointer.removeprefix(COMPONENTS)
