"""Swagger 2.0 documents as OpenAPI 3.0: bodies, forms, media types, definitions, servers and security schemes.

What both versions have in common stays as it is, and what moves keeps its source location, so that all messages point
into the original file. Parts that are invalid in both versions are passed on for the lint rules to report.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from channelsmith.diagnostics import Diagnostic, SourceLocation
from channelsmith.document import Document, Json, Node, json_pointer, missing_target
from channelsmith.lint.openapi_objects import METHODS, UNSUPPORTED_ARRAY_FORMAT, walk_objects

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_ANY = "*/*"

_SECTIONS = {"definitions": "schemas", "parameters": "parameters", "responses": "responses"}
"""Member of a Swagger document to member of `components`."""

_MOVED = {
    *("swagger", "host", "basePath", "schemes", "consumes", "produces", "x-ms-parameterized-host"),
    *("paths", "x-ms-paths", "components", "securityDefinitions", *_SECTIONS),
}
_SCHEMA_KEYS = {
    *("type", "format", "items", "default", "enum", "multipleOf", "pattern", "minLength", "maxLength"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems"),
    *("x-nullable", "x-enum-varnames", "x-enumNames", "x-ms-enum"),
}
"""Members of a parameter or header that describe its value."""

_FORMATS: Mapping[str, Mapping[str, Json]] = {
    "csv": {"explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": {"explode": True},
}
"""`collectionFormat` to the style of a query parameter or form field."""

_FLOWS = {"accessCode": "authorizationCode", "application": "clientCredentials"}
_SCHEMA_MAPS = ("properties", "patternProperties", "definitions")
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf")
_INNER_SCHEMAS = ("items", "additionalProperties", "not")


def convert_swagger(document: Document) -> Document:
    """Return a bundled Swagger 2.0 document as an OpenAPI 3.0 document; any other document is returned unchanged."""
    if document.root.get("openapi") is not None or _text(document.root, "swagger") != "2.0":
        return document
    converter = _Converter(document)
    value = converter.document()
    return replace(
        document, value=value, locate=converter.locate, unfollowed=document.unfollowed | _missing_targets(document)
    )


def _missing_targets(document: Document) -> dict[SourceLocation, Diagnostic]:
    """Return the problem with each reference that leads nowhere, in the words of the document, by its location."""
    references = (node for _, node in walk_objects(document.root, "swagger document") if node.ref is not None)
    texts = (node[node.ref_key] for node in references if node.find_target() is None)
    return {text.location: missing_target(text) for text in texts if json_pointer.from_fragment(text.as_text())}


@dataclass(frozen=True, slots=True)
class _Converter:
    """Builds the parts of the new document, and records where each part that moved was."""

    source: Document
    origins: dict[str, str] = field(default_factory=dict[str, str])
    """Pointer in the new document -> pointer in the source."""
    schemas: dict[int, Json] = field(default_factory=dict[int, Json])
    """Converted schemas by the identity of the original, which YAML aliases share."""

    def locate(self, pointer: str) -> SourceLocation:
        """Return the source location of an element of the new document, or of the nearest one above it."""
        upper = pointer
        while upper and upper not in self.origins:
            upper = upper.rpartition("/")[0]
        return self.source.location(self.origins.get(upper, upper) + pointer[len(upper) :])

    def document(self) -> dict[str, Json]:
        """Return the new document."""
        root = self.source.root
        value: dict[str, Json] = {"openapi": "3.0.3"}
        value |= {key: node.value for key, node in root.items() if key not in _MOVED}
        if servers := self._servers(root.get("schemes")):
            value["servers"] = servers
            self._moved("/servers", next(filter(None, map(root.get, ("host", "basePath"))), root))
        paths: dict[str, Json] = {}
        for section in ("paths", "x-ms-paths"):
            for path, item in root[section].items() if section in root else ():
                paths[path] = self._path_item(item, json_pointer.join("/paths", path))
        value["paths"] = paths if "paths" not in root or root["paths"].is_mapping else root["paths"].value
        if components := self._components():
            value["components"] = components
        return value

    def _moved(self, pointer: str, node: Node) -> None:
        self.origins[pointer] = node.pointer

    # ---------------------------------------------------------------- servers and security
    def _servers(self, schemes: Node | None) -> list[Json]:
        """Return the servers, HTTPS first; a document without a host is relative to its own address."""
        root = self.source.root
        base_path = _text(root, "basePath").rstrip("/")
        if (template := root.get("x-ms-parameterized-host")) is not None and _text(template, "hostTemplate"):
            return [self._templated_server(template, base_path)]
        host = _text(root, "host").partition("://")[2] or _text(root, "host")
        if not host:
            return [{"url": base_path}] if base_path else []
        names = [str(each.value).lower() for each in schemes.elements()] if schemes is not None else []
        chosen = sorted({name for name in names if name in {"http", "https"}}, reverse=True) or ["https"]
        return [{"url": f"{scheme}://{host.rstrip('/')}{base_path}"} for scheme in chosen]

    def _templated_server(self, template: Node, base_path: str) -> Json:
        """Return the server of an Azure document, whose host has placeholders."""
        variables: dict[str, Json] = {}
        listed = template.get("parameters")
        for parameter in listed.elements() if listed is not None else ():
            target = parameter.find_target() or parameter
            default = _text(target, "default")
            variables[_text(target, "name")] = {"default": default, "description": _text(target, "description")}
        prefix = "https://" if template.flag("useSchemePrefix", default=True) else ""
        return {"url": f"{prefix}{template.text('hostTemplate')}{base_path}", "variables": variables}

    def _security_scheme(self, node: Node) -> Json:
        if not node.is_mapping:
            return node.value
        rest = {key: each.value for key, each in node.items()}
        match _text(node, "type"):
            case "basic":
                return {**rest, "type": "http", "scheme": "basic"}
            case "oauth2":
                flow = _text(node, "flow")
                details: dict[str, Json] = {"scopes": {}}
                details |= {key: rest.pop(key) for key in ("authorizationUrl", "tokenUrl", "scopes") if key in rest}
                rest.pop("flow", None)
                return {**rest, "flows": {_FLOWS.get(flow, flow): details}}
            case _:
                return rest

    # ---------------------------------------------------------------- components
    def _components(self) -> dict[str, Json]:
        root = self.source.root
        sections: dict[str, dict[str, Json]] = {}
        bundled = root.get("components")  # the targets of references to other files
        for section, members in bundled.items() if bundled is not None else ():
            sections[section] = dict(self._section(section, members))
        for key, section in (*_SECTIONS.items(), ("securityDefinitions", "securitySchemes")):
            if key in root:
                sections[section] = sections.get(section, {}) | dict(self._section(section, root[key]))
        return {section: members for section, members in sections.items() if members}

    def _section(self, section: str, members: Node) -> Iterator[tuple[str, Json]]:
        for name, node in members.items():
            pointer = json_pointer.join("/components", section, name)
            self._moved(pointer, node)
            match section:
                case "schemas":
                    yield name, self._schema(node.value)
                case "parameters" if _location(node) in {"body", "formdata"}:
                    continue  # part of the request bodies of the operations that refer to it
                case "parameters":
                    yield name, self._parameter(node, pointer)
                case "responses":
                    yield name, self._response(node, pointer, self._media_types(self.source.root, "produces"))
                case "securitySchemes":
                    yield name, self._security_scheme(node)
                case _:
                    yield name, node.value

    # ---------------------------------------------------------------- operations
    def _path_item(self, item: Node, pointer: str) -> Json:
        if not item.is_mapping:
            return item.value
        self._moved(pointer, item)
        shared = _parameters(item)
        value: dict[str, Json] = {}
        for key, node in item.items():
            inner = json_pointer.join(pointer, key)
            if key == "parameters" and node.is_list:
                value[key] = self._plain_parameters(shared, inner)
            elif key in METHODS and node.is_mapping:
                value[key] = self._operation(node, inner, shared)
            elif key == "$ref":
                value[key] = self._reference(node.value)
            else:
                value[key] = node.value
        return value

    def _operation(self, node: Node, pointer: str, shared: Sequence[Node]) -> Json:
        value: dict[str, Json] = {}
        own = _parameters(node)
        for key, member in node.items():
            inner = json_pointer.join(pointer, key)
            if key == "parameters" and member.is_list:
                value[key] = self._plain_parameters(own, inner)
            elif key == "responses" and member.is_mapping:
                produced = self._media_types(node, "produces")
                value[key] = {
                    status: each.value
                    if status.startswith("x-")
                    else self._response(each, json_pointer.join(inner, status), produced)
                    for status, each in member.items()
                }
            elif key == "schemes" and (servers := self._servers(member)) != self._servers(
                self.source.root.get("schemes")
            ):
                value["servers"] = list(servers)
            elif key not in {"consumes", "produces", "schemes"}:
                value[key] = member.value
        if (body := self._request_body(node, pointer, (*shared, *own))) is not None:
            value["requestBody"] = body
        return value

    def _media_types(self, node: Node, key: str) -> list[str]:
        """Return the media types of an operation, or those of the document."""
        listed = node.get(key) or self.source.root.get(key)
        texts = (each.value for each in listed.elements()) if listed is not None else ()
        return list(dict.fromkeys(text for text in texts if isinstance(text, str) and text))

    # ---------------------------------------------------------------- parameters
    def _plain_parameters(self, parameters: Sequence[Node], pointer: str) -> list[Json]:
        """Convert the parameters that are not part of a body."""
        converted: list[Json] = []
        for node in parameters:
            if _location(node.find_target() or node) in {"body", "formdata"}:
                continue
            inner = f"{pointer}/{len(converted)}"
            self._moved(inner, node)
            converted.append(self._parameter(node, inner))
        return converted

    def _parameter(self, node: Node, pointer: str) -> Json:
        if node.ref is not None or not node.is_mapping:
            return self._reference_or_value(node)
        value = {key: each.value for key, each in node.items() if key not in _SCHEMA_KEYS | {"collectionFormat"}}
        if "schema" in node:  # invalid, yet common
            return {**value, "schema": self._schema(node["schema"].value)}
        self._moved(f"{pointer}/schema", node)
        value["schema"] = schema = self._value_schema(node)
        if "x-example" in node and "example" not in node:
            value["example"] = node["x-example"].value
        if _text(node, "type") == "array":
            value |= self._array_style(node, schema, _location(node))
        return value

    def _array_style(self, node: Node, schema: dict[str, Json], location: str) -> dict[str, Json]:
        """Return the style of an array; one that cannot be expressed makes it, or each of its elements, a string."""
        name = _text(node, "collectionFormat") or "csv"
        items = schema.get("items")
        if isinstance(items, dict) and items.get("type") == "array":
            inner = _text(node["items"], "collectionFormat") or "csv"
            schema["items"] = {"type": "string", UNSUPPORTED_ARRAY_FORMAT: inner}
        if name == "csv" and location in {"path", "header"}:
            return {}
        if name in _FORMATS and location not in {"path", "header"}:
            return dict(_FORMATS[name])
        schema.clear()
        schema["type"] = "string"
        return {UNSUPPORTED_ARRAY_FORMAT: name}

    def _value_schema(self, node: Node) -> dict[str, Json]:
        """Return the schema of a parameter, a form field or a header, which describe their value themselves."""
        return self._converted({key: each.value for key, each in node.items() if key in _SCHEMA_KEYS})

    # ---------------------------------------------------------------- bodies
    def _request_body(self, node: Node, pointer: str, parameters: Iterable[Node]) -> Json:
        """Return the request body that body and form parameters describe; those of the operation take precedence."""
        found: dict[str, Node] = {}
        for parameter in parameters:
            target = parameter.find_target() or parameter
            location = _location(target)
            if location == "body":
                found = {"": target}
            elif location == "formdata":
                found.pop("", None)
                found[_text(target, "name")] = target
        if not found:
            return None
        consumed = self._media_types(node, "consumes")
        inner = f"{pointer}/requestBody"
        if (body := found.get("")) is not None:
            self._moved(inner, body)
            return self._body(body, inner, consumed or [_JSON])
        return self._form(found, inner, consumed)

    def _body(self, node: Node, pointer: str, media_types: Iterable[str]) -> Json:
        content: dict[str, Json] = {
            media_type: self._media(node, json_pointer.join(pointer, "content", media_type))
            for media_type in media_types
        }
        return {**_described(node), "required": _is_required(node), "content": content}

    def _media(self, node: Node, pointer: str) -> dict[str, Json]:
        """Return the Media Type Object for the schema of a body or response."""
        if (schema := node.get("schema")) is None:
            return {}
        self._moved(f"{pointer}/schema", schema)
        return {"schema": self._schema(schema.value)}

    def _form(self, fields: Mapping[str, Node], pointer: str, consumed: Sequence[str]) -> Json:
        has_file = any(_text(node, "type").lower() == "file" for node in fields.values())
        declared = [each for each in consumed if each.lower() in {_FORM, _MULTIPART}]
        media_types = [each for each in declared if not has_file or each.lower() == _MULTIPART]
        first = next(iter(fields.values()))
        self._moved(pointer, first)
        content: dict[str, Json] = {}
        for media_type in media_types or [_MULTIPART if has_file else _FORM]:
            inner = json_pointer.join(pointer, "content", media_type)
            content[media_type] = self._form_media(fields, inner)
        required = any(_is_required(node) for node in fields.values())
        return {"required": required, "content": content}

    def _form_media(self, fields: Mapping[str, Node], pointer: str) -> Json:
        properties: dict[str, Json] = {}
        encoding: dict[str, Json] = {}
        for name, node in fields.items():
            self._moved(json_pointer.join(pointer, "schema", "properties", name), node)
            schema = self._value_schema(node)
            if _text(node, "type") == "array":
                style = self._array_style(node, schema, "formdata")
                schema |= {key: style.pop(key) for key in (UNSUPPORTED_ARRAY_FORMAT,) if key in style}
                if style:
                    encoding[name] = {"style": "form", **style}
            properties[name] = {**schema, **_described(node)}
        schema_: dict[str, Json] = {"type": "object", "properties": properties}
        if required := [name for name, node in fields.items() if _is_required(node)]:
            schema_["required"] = list[Json](required)
        return {"schema": schema_, **({"encoding": encoding} if encoding else {})}

    # ---------------------------------------------------------------- responses
    def _response(self, node: Node, pointer: str, produced: Sequence[str]) -> Json:
        target = node.find_target() if node.ref is not None else node
        if target is None or not target.is_mapping or _is_shared(node, produced, self.source.root):
            return self._reference_or_value(node)
        self._moved(pointer, target)
        value = {key: each.value for key, each in target.items() if key not in {"schema", "headers", "examples"}}
        value.setdefault("description", "")
        if content := self._content(target, pointer, produced):
            value["content"] = content
        if (headers := target.get("headers")) is not None:
            value["headers"] = {name: self._header(each) for name, each in headers.items()}
        return value

    def _content(self, node: Node, pointer: str, produced: Sequence[str]) -> dict[str, Json]:
        examples = dict(node["examples"].items()) if "examples" in node else {}
        if "schema" not in node:
            return {}
        is_file = _text(node["schema"], "type").lower() == "file" if node["schema"].is_mapping else False
        content: dict[str, Json] = {}
        for media_type in produced or [_ANY if is_file else _JSON]:
            media = self._media(node, json_pointer.join(pointer, "content", media_type))
            if media_type in examples:
                media["example"] = examples[media_type].value
            content[media_type] = media
        return content

    def _header(self, node: Node) -> Json:
        if not node.is_mapping:
            return node.value
        return {**_described(node), "schema": self._value_schema(node)}

    # ---------------------------------------------------------------- schemas and references
    def _schema(self, value: Json) -> Json:
        """Convert a schema of the document; one that YAML aliases share is converted once."""
        if not isinstance(value, dict):
            return value
        if id(value) not in self.schemas:
            self.schemas[id(value)] = self._converted(value)
        return self.schemas[id(value)]

    def _converted(self, value: Mapping[str, Json]) -> dict[str, Json]:
        """Convert references, `type: file`, `discriminator` and `x-nullable`."""
        converted = {key: self._schema_member(key, each) for key, each in value.items() if key != "collectionFormat"}
        if str(value.get("type")).lower() == "file":
            converted |= {"type": "string", "format": "binary"}
        if value.get("x-nullable") is True:
            converted["nullable"] = True
        return converted

    def _schema_member(self, key: str, member: Json) -> Json:
        if key == "$ref":
            return self._reference(member)
        if key == "discriminator" and isinstance(member, str):
            return {"propertyName": member}
        if key in _SCHEMA_MAPS and isinstance(member, dict):
            return {name: self._schema(each) for name, each in member.items()}
        if key in _SCHEMA_LISTS and isinstance(member, list):
            return [self._schema(each) for each in member]
        return self._schema(member) if key in _INNER_SCHEMAS else member

    def _reference_or_value(self, node: Node) -> Json:
        if node.ref is None or not isinstance(node.value, dict):
            return node.value
        return {**node.value, "$ref": self._reference(node.ref)}

    def _reference(self, reference: Json) -> Json:
        """Return a local reference with the new pointer of its target."""
        pointer = json_pointer.from_fragment(reference) if isinstance(reference, str) else None
        if pointer is None:
            return reference
        tokens = json_pointer.split(pointer)
        match tokens:
            case (section, *rest) if section in _SECTIONS:
                return f"#{json_pointer.join('/components', _SECTIONS[section], *rest)}"
            case ("paths", path, method, "responses", status, "schema", *rest):
                operation = self.source.find(json_pointer.join("/paths", path, method))
                produced = self._media_types(operation, "produces") if operation is not None else []
                content = ("responses", status, "content", (produced or [_JSON])[0], "schema")
                return f"#{json_pointer.join('/paths', path, method, *content, *rest)}"
            case _:
                return reference


def _parameters(owner: Node) -> tuple[Node, ...]:
    listed = owner.get("parameters")
    return tuple(listed.elements()) if listed is not None else ()


def _location(parameter: Node) -> str:
    return str(parameter.value.get("in")).lower() if isinstance(parameter.value, dict) else ""


def _text(node: Node, key: str) -> str:
    """Return the text under a key; "" if there is none, or something else, which a lint rule reports."""
    member = node.get(key)
    return member.as_text() if member is not None and isinstance(member.value, str | int | float) else ""


def _is_required(node: Node) -> bool:
    member = node.get("required")
    return member is not None and (member.value is True or str(member.value).lower() == "true")


def _described(node: Node) -> dict[str, Json]:
    """Return the description, and extensions such as `x-source`."""
    return {
        key: each.value
        for key, each in node.items()
        if key == "description" or (key.startswith("x-") and key not in _SCHEMA_KEYS)
    }


def _is_shared(node: Node, produced: Sequence[str], root: Node) -> bool:
    """Whether a reference to a response stays one: the media types are those of the document."""
    if node.ref is None:
        return False
    listed = root.get("produces")
    return list(produced) == ([each.value for each in listed.elements()] if listed is not None else [])
