"""Operations with their parameters, bodies and responses; and the requests that the API itself sends."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Json, Node
from channelsmith.ir.builder import extensions
from channelsmith.ir.builder.extensions import extension, extension_text
from channelsmith.ir.builder.merge import merge_schemas
from channelsmith.ir.builder.pagination import declared_pagination, is_pagination_open
from channelsmith.ir.builder.schemas import SchemaBuilder, make_union
from channelsmith.ir.builder.security import build_requirements
from channelsmith.ir.builder.servers import override_url
from channelsmith.ir.builder.streams import find_stream_switch, item_type
from channelsmith.ir.media_family import (
    MediaFamily,
    classify_media_type,
    is_binary,
    is_binary_media_type,
    is_json,
    is_stream,
    sort_media,
)
from channelsmith.lint.openapi_objects import PARAMETER_LOCATIONS, operations_of

_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})  # OpenAPI 3, Parameter Object
_WITHOUT_BODY = frozenset({"204", "205", "304"})  # in HTTP, whatever the document declares
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_STATUS = re.compile(r"[1-5](\d\d|XX|xx)")
_STRING = ir.Primitive(ir.Scalar.STRING)


class OperationBuilder:
    """Builds every operation of a document, and the schemas it uses."""

    def __init__(self, document: Document, schemas: SchemaBuilder, schemes: Sequence[ir.SecurityScheme]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._document = document
        self._schemas = schemas
        self._schemes = {scheme.name: scheme for scheme in schemes}
        security = document.root.get("security")
        self.security = self._build_security(security) if security is not None else ()
        self.open_pagination: dict[str, Node] = {}
        """The operations that do not say whether they are paged, by the pointers of their IR."""
        self._left_to_client: defaultdict[tuple[str, str, Severity], list[Node]] = defaultdict(list)

    def build_operations(self) -> Iterator[ir.Operation]:
        """Build every operation, in the order of the document."""
        for path, item in _items(self._document.root, "paths"):
            if path.startswith("x-"):
                continue
            if not path.startswith("/"):
                self._warn(item, f"the path {path!r} does not start with '/'; it is read as '/{path}'")
            target = item.resolve()
            for method, node in operations_of(target):
                own = node.pointer.removeprefix(target.pointer)
                pointer = f"{item.pointer}{own}"  # of the path, because several may share a path item
                operation = self._build_operation(f"/{path.removeprefix('/')}", method, target, node, pointer)
                uses = tuple(self._split_uses(operation, node))
                if is_pagination_open(self._document, node):
                    self.open_pagination |= {use.pointer: node for use in uses}
                yield from uses
        self._report_left_to_client()

    def build_incoming(self) -> Iterator[ir.IncomingRequest]:
        """Build every webhook and callback, in the order of the document."""
        root = self._document.root
        for key in ("webhooks", "x-webhooks"):  # the second was a common name before OpenAPI 3.1
            for name, item in _items(root, key):
                yield from self._build_requests(name, "", item.resolve())
        for path, item in _items(root, "paths"):
            target = item.resolve()
            for method, operation in operations_of(target):
                for name, callback in _items(operation, "callbacks"):
                    for expression, request in callback.resolve().items():
                        if not expression.startswith("x-"):
                            after = f"{method} {path}, to `{expression}`"
                            yield from self._build_requests(name, after, request.resolve())

    def _build_requests(self, name: str, after: str, item: Node) -> Iterator[ir.IncomingRequest]:
        for method, node in operations_of(item):
            if node.is_mapping:
                description = node.text("summary") or node.text("description") or item.text("summary")
                body = node.get("requestBody")
                media = sort_media(self._build_media(*each) for each in _content(body.resolve())) if body else ()
                type_ = media[0].type if media and is_json(media[0]) else None
                yield ir.IncomingRequest(name, method, after, description, type_)

    def _build_operation(self, path: str, method: str, item: Node, node: Node, pointer: str) -> ir.Operation:
        responses = (*self._build_responses(node, method), *self._undeclared_success(node, method))
        if (rows := self._build_rows(node)) is not None:
            responses = tuple(_with_rows(response, rows) for response in responses)
        requirement = node.get("security")
        security = self._build_security(requirement) if requirement is not None else None
        tags = [tag.value for tag in _elements(node, "tags") if isinstance(tag.value, str)]
        parameters = self._build_parameters(path, item, node, self.security if security is None else security)
        body = self._build_body(node)
        return ir.Operation(
            id=node.text("operationId"),
            method=method,
            path=path,
            pointer=pointer,
            tag=tags[0] if tags else "",
            resource=extension_text(node, "x-resource"),
            method_name=extension_text(node, "x-method"),
            summary=node.text("summary") or item.text("summary"),
            description=node.text("description") or item.text("description"),
            deprecated=node.flag("deprecated"),
            parameters=parameters,
            body=body,
            responses=responses,
            security=security,
            server=override_url((node, item), self.diagnostics),
            source=self._schemas.details.source(node),
            envelope=extensions.envelope(node) or _response_envelope(node),
            rate_limit=extensions.rate_limit(node),
            concurrency=extensions.concurrency(node),
            retry=extensions.retry(node),
            idempotency_key=extensions.idempotency_key(node),
            pagination=declared_pagination(self._document, node, parameters),
            polling=extensions.polling(node),
            batch_limit=extensions.batch_limit(node),
            codes=extensions.codes(node),
            stream_switch=find_stream_switch(self._document, body, parameters, responses),
            is_empty_until_ready=extensions.is_empty_until_ready(node),
        )

    def _build_security(self, requirement: Node) -> ir.Requirements:
        return build_requirements(requirement, self._schemes)

    # ---------------------------------------------------------------- parameters
    def _build_parameters(
        self, path: str, item: Node, node: Node, security: ir.Requirements
    ) -> tuple[ir.Parameter, ...]:
        """Build the parameters of path item and operation, which takes precedence; path parameters in their order.

        What the client sends by itself is left out: API keys that the security of the operation names, and the headers
        that OpenAPI reserves for media types and security.
        """
        parameters: dict[tuple[str, str], ir.Parameter] = {}
        for owner in (item, node):
            for element in _elements(owner, "parameters"):
                target = element.resolve()
                if (parameter := self._build_parameter(target, path)) is None:
                    continue
                if self._is_left_to_client(parameter, target, security):
                    parameters.pop((parameter.location, parameter.name), None)
                else:
                    parameters[parameter.location, parameter.name] = parameter
        placeholders = dict.fromkeys(_PLACEHOLDER.findall(path))
        for name in placeholders:
            if (ir.Location.PATH, name) not in parameters:
                undeclared = ir.Parameter(name, ir.Location.PATH, _STRING, required=True)
                parameters[undeclared.location, name] = undeclared
        for location, name in list(parameters):
            if location == ir.Location.PATH and name not in placeholders:
                del parameters[location, name]
        in_path = [parameters.pop((ir.Location.PATH, name)) for name in placeholders]
        return (*in_path, *parameters.values())

    def _build_parameter(self, node: Node, path: str) -> ir.Parameter | None:
        declared, name = node.text("in"), node.text("name")
        location = "path" if not declared and f"{{{name}}}" in path else declared.lower()
        if location not in PARAMETER_LOCATIONS or not name:  # one in the body is read by `_swagger_body`
            return None
        media_type, media = next(_content(node), ("", node))
        schema = media.get("schema")
        if location == "querystring":
            if "encoding" in media:
                self._warn(media["encoding"], "the encoding of a query string is ignored; its members are repeated")
            return self._build_query_string(node, name, media_type, schema)
        return ir.Parameter(
            name=name,
            location=ir.Location(location),
            type=self._schemas.type_of(schema) if schema is not None else _STRING,
            required=node.flag("required") or location == "path",
            description=node.text("description"),
            deprecated=node.flag("deprecated"),
            style=node.text("style"),
            explode=_explode(node),
            allow_reserved=node.flag("allowReserved"),
            media_type=media_type,
            argument=extension_text(node, "x-argument"),
            pointer=node.pointer,
            schema=schema.pointer if schema is not None else "",
            details=self._schemas.details.details(node, schema),
        )

    def _build_query_string(self, node: Node, name: str, media_type: str, schema: Node | None) -> ir.Parameter:
        """Build the parameter that is the whole query string; a form is an exploded object."""
        is_form = classify_media_type(media_type) is MediaFamily.FORM
        return ir.Parameter(
            name=name,
            location=ir.Location.QUERY,
            type=self._schemas.type_of(schema) if schema is not None else ir.Map(ir.ANY) if is_form else _STRING,
            required=node.flag("required"),
            description=node.text("description"),
            deprecated=node.flag("deprecated"),
            style="form" if is_form else ir.WHOLE_QUERY,
            explode=True,
            media_type="" if is_form else media_type,
            argument=extension_text(node, "x-argument"),
            pointer=node.pointer,
            schema=schema.pointer if schema is not None else "",
            details=self._schemas.details.details(node, schema),
        )

    def _is_left_to_client(self, parameter: ir.Parameter, node: Node, security: ir.Requirements) -> bool:
        """Return whether the client sends a parameter by itself, so that it is no argument, and record why."""
        name, is_header = parameter.name, parameter.location is ir.Location.HEADER
        if is_header and name.lower() in _IGNORED_HEADERS:
            if name.lower() == "authorization" and not any(security):
                reason = "OpenAPI ignores a header parameter of this name, and no security scheme of the client applies"
                hint = (
                    "declare a security scheme by an overlay, or pass the header in the option headers= of the client"
                )
                severity = Severity.WARNING
            else:
                source = "its credentials" if name.lower() == "authorization" else "the declared media types"
                reason = f"OpenAPI ignores a header parameter of this name; the client takes {name} from {source}"
                hint, severity = "", Severity.INFO
            self._left_to_client[reason, hint, severity].append(node)
            return True
        for scheme in (self._schemes[each] for option in security for each in option):
            sent = scheme.parameter.lower() if is_header else scheme.parameter
            if scheme.location == parameter.location and sent == (name.lower() if is_header else name):
                reason = f"this parameter is the API key of the security scheme {scheme.name!r}, so it is no argument"
                self._left_to_client[reason, "", Severity.INFO].append(node)
                return True
        return False

    def _report_left_to_client(self) -> None:
        for (reason, hint, severity), nodes in self._left_to_client.items():
            others = len(dict.fromkeys(node.pointer for node in nodes)) - 1
            message = f"{reason} (and {others} other parameter{'s' * (others > 1)})" if others else reason
            rule = "unread" if severity is Severity.INFO else "approximated"
            self.diagnostics.append(nodes[0].problem(message, rule=rule, hint=hint, severity=severity))

    # ---------------------------------------------------------------- bodies and responses
    def _build_body(self, node: Node) -> ir.Body | None:
        reference = node.get("requestBody")
        if reference is None:
            return self._swagger_body(node)
        body = reference.resolve()
        media = sort_media(self._build_media(*item) for item in _content(body))
        return ir.Body(body.flag("required"), body.text("description"), media, body.pointer) if media else None

    def _swagger_body(self, node: Node) -> ir.Body | None:
        """Build the body that is declared as a parameter, as in Swagger 2.0."""
        for parameter in (element.resolve() for element in _elements(node, "parameters")):
            if parameter.text("in").lower() == "body":
                media = (self._build_media("application/json", parameter),)
                description = parameter.text("description")
                return ir.Body(parameter.flag("required"), description, media, parameter.pointer)
        return None

    def _build_responses(self, node: Node, method: str) -> Iterator[ir.Response]:
        for status, item in _items(node, "responses"):
            if status.startswith("x-"):
                continue
            response = item.resolve()
            has_body = method != "HEAD" and status not in _WITHOUT_BODY
            media = tuple(self._build_received_media(*each) for each in _content(response)) if has_body else ()
            match = _STATUS.match(status)
            code = match[0].upper() if match else status  # some documents write texts such as "200 OK"
            headers = tuple(self._build_headers(response))
            yield ir.Response(code, response.text("description"), media, headers, response.pointer)

    def _build_rows(self, node: Node) -> ir.Rows | None:
        """Return the `x-rows` of an operation, None if it has none, or rows that are no objects."""
        value = extension(node, "x-rows")
        if value is None:
            return None
        type_ = self._schemas.type_of(value["schema"])
        objects = {each.pointer for each in self._schemas.schemas if isinstance(each, ir.ObjectSchema)}
        if not isinstance(type_, ir.Ref) or type_.pointer not in objects:
            self._warn(value["schema"], "x-rows is ignored: its schema has to be a reference to one of an object")
            return None
        return ir.Rows(type_, value.text("items") if "items" in value else None)

    def _build_headers(self, response: Node) -> Iterator[ir.Header]:
        for name, item in _items(response, "headers"):
            if name.lower() != "content-type":  # the media types say that, so OpenAPI ignores it here
                header = item.resolve()
                media_type, media = next(_content(header), ("", header))
                schema = media.get("schema")
                yield ir.Header(
                    name=name,
                    type=self._schemas.type_of(schema) if schema is not None else _STRING,
                    required=header.flag("required"),
                    description=header.text("description"),
                    explode=bool(_explode(header)),
                    media_type=media_type,
                    pointer=header.pointer,
                )

    def _undeclared_success(self, node: Node, method: str) -> Iterator[ir.Response]:
        """Yield a success with any body if the document declares none."""
        statuses = [status for status, _ in _items(node, "responses")]
        if method != "HEAD" and not any(status.startswith("2") or status == "default" for status in statuses):
            if statuses:  # a lint rule reports operations without any response
                message = "no success response is described; its body is returned as received"
                problem = node["responses"].problem(message, rule="approximated", severity=Severity.INFO)
                self.diagnostics.append(problem)
            yield ir.Response("2XX", "", (ir.Media("*/*", None),))

    def _build_received_media(self, media_type: str, node: Node) -> ir.Media:
        if is_stream(media_type):
            type_ = item_type(media_type, node, self._schemas)
            return ir.Media(media_type, type_, is_stream=True, pointer=node.pointer)
        return self._build_media(media_type, node)

    def _build_media(self, media_type: str, node: Node) -> ir.Media:
        schema = node.get("schema")
        type_ = self._schemas.type_of(schema) if schema is not None else None
        if schema is not None and is_binary(type_) and _is_json_string(media_type, schema):
            type_ = make_union([_STRING, *[ir.NULL] * isinstance(type_, ir.Union)])
        prefix, items = list(_elements(node, "prefixEncoding")), node.get("itemEncoding")
        if prefix or items is not None:  # elements of several types, which their media types describe
            type_ = ir.Array(ir.ANY)
        elif classify_media_type(media_type) is MediaFamily.MULTIPART and schema is None and "itemSchema" in node:
            type_ = ir.Array(self._schemas.type_of(node["itemSchema"]))
        return ir.Media(
            media_type=media_type,
            type=type_,
            encodings=tuple(self._build_encodings(media_type, type_, node)),
            prefix_encodings=tuple(self._build_encoding(None, "", item) for item in prefix),
            item_encoding=self._build_encoding(None, "", items) if items is not None else None,
            pointer=node.pointer,
            details=self._schemas.details.details(node, schema),
        )

    def _build_encodings(self, media_type: str, type_: ir.Type | None, node: Node) -> Iterator[ir.Encoding]:
        """Build the declared encodings, and those of parts whose schema names their media type."""
        declared = {name: self._build_encoding(type_, name, item) for name, item in _items(node, "encoding")}
        schema = node.get("schema")
        if schema is not None and classify_media_type(media_type) is MediaFamily.MULTIPART:
            for name, member in merge_schemas(schema.resolve()).properties.items():
                content_type = _media_type_of_part(member)
                encoding = declared.get(name, ir.Encoding(name))
                if content_type and not encoding.content_type:
                    declared[name] = replace(encoding, content_type=content_type)
        yield from declared.values()

    def _build_encoding(self, owner: ir.Type | None, name: str, node: Node) -> ir.Encoding:
        content_type = node.text("contentType")
        type_ = self._schemas.property_type(owner, name)
        accepts_any = type_ in {None, ir.ANY, ir.Array(ir.ANY)}
        return ir.Encoding(
            name=name,
            content_type=content_type,
            style=node.text("style"),
            explode=_explode(node),
            allow_reserved=node.flag("allowReserved"),
            headers=tuple(self._build_part_headers(node)),
            is_file=accepts_any and all(map(is_binary_media_type, content_type.split(","))),
        )

    def _build_part_headers(self, node: Node) -> Iterator[tuple[str, str]]:
        """Yield the headers of a part that have one value: a constant, or a default."""
        for name, item in _items(node, "headers"):
            if name.lower() == "content-type":  # OpenAPI 3, Encoding Object
                continue
            header = item.resolve()
            schema = header.get("schema")
            value = _only_value(schema.resolve()) if schema is not None else None
            if isinstance(value, str | int | float):
                yield name, value if isinstance(value, str) else json.dumps(value)
            elif header.flag("required"):
                self._warn(header, f"the header {name!r} of a part has no constant and no default; it is not sent")

    # ---------------------------------------------------------------- x-uses
    def _split_uses(self, operation: ir.Operation, node: Node) -> Iterator[ir.Operation]:
        """Yield an operation for each use of `x-uses`, or the operation itself if it has none.

        A use has fewer parameters, of which more may be required, and may return a narrower type.
        """
        uses = extension(node, "x-uses")
        if uses is None:
            yield operation
            return
        for use in uses.elements():
            required, omitted = ({item.as_text() for item in _elements(use, key)} for key in ("requires", "omits"))
            yield replace(
                operation,
                id=use.text("operationId"),
                pointer=f"{operation.pointer}{use.pointer.removeprefix(node.pointer)}",
                resource=extension_text(use, "x-resource") or operation.resource,
                method_name=extension_text(use, "x-method"),
                summary=use.text("summary") or operation.summary,
                description=use.text("description"),
                deprecated=use.flag("deprecated", operation.deprecated),
                parameters=tuple(
                    replace(parameter, required=parameter.required or parameter.name in required)
                    for parameter in operation.parameters
                    if parameter.name not in omitted
                ),
                responses=tuple(self._narrow_response(response, use) for response in operation.responses),
                source=self._schemas.details.source(use),
            )

    def _narrow_response(self, response: ir.Response, use: Node) -> ir.Response:
        """Return a success response whose JSON body has the type that a use returns."""
        returns = use.get("returns")
        if returns is None or not response.status.startswith("2"):
            return response
        if isinstance(returns.value, str):
            type_ = self._schemas.type_of_reference(self._document.at(returns.value.removeprefix("#")))
        else:
            type_ = self._schemas.type_of(returns)
        return replace(
            response, media=tuple(replace(each, type=type_) if is_json(each) else each for each in response.media)
        )

    def _warn(self, node: Node, message: str) -> None:
        self.diagnostics.append(node.problem(message, rule="approximated", severity=Severity.WARNING))


def _with_rows(response: ir.Response, rows: ir.Rows) -> ir.Response:
    if not response.status.startswith("2"):
        return response
    return replace(response, media=tuple(replace(each, rows=rows) for each in response.media))


def _response_envelope(node: Node) -> ir.Envelope | None:
    """Return the envelope declared by the schema of the first success body that has one."""
    for status, item in _items(node, "responses"):
        for _, media in _content(item.resolve()) if status.startswith("2") else ():
            schema = media.get("schema")
            if schema is not None and (envelope := extensions.envelope(schema.resolve())) is not None:
                return envelope
    return None


def _is_json_string(media_type: str, schema: Node) -> bool:
    """Whether JSON is one string, although its content is binary.

    `format: binary` stands for a file, of whatever media type: frameworks write `application/json` for those too.
    """
    is_json_type = classify_media_type(media_type) <= MediaFamily.OTHER_JSON
    merged = merge_schemas(schema)
    return is_json_type and bool(merged.content_media_type) and merged.format != "binary"


def _only_value(schema: Node) -> Json:
    """Return the constant of a schema, else its default; None without either."""
    enum = schema.get("enum")
    values = [item.value for item in enum.elements()] if enum is not None else []
    found = schema.get("const") or schema.get("default")
    return found.value if found is not None else values[0] if len(values) == 1 else None


def _media_type_of_part(schema: Node) -> str:
    """Return the media type that a schema, or that of its elements, names; "" for any file or none."""
    for node in (schema, schema.resolve().get("items")):
        media_type = node.resolve().text("contentMediaType") if node is not None and node.is_mapping else ""
        if "/" in media_type and media_type.lower() != "application/octet-stream":
            return media_type
    return ""


def _explode(node: Node) -> bool | None:
    explode = node.get("explode")
    return None if explode is None or explode.value is None else node.flag("explode")


def _items(node: Node, key: str) -> Iterator[tuple[str, Node]]:
    members = node.get(key)
    return members.items() if members is not None else iter(())


def _elements(node: Node, key: str) -> Iterator[Node]:
    listed = node.get(key)
    return listed.elements() if listed is not None else iter(())


def _content(node: Node) -> Iterator[tuple[str, Node]]:
    return ((media_type, media.resolve()) for media_type, media in _items(node, "content"))
