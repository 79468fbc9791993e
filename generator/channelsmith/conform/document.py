"""The OpenAPI document as the conformance runner reads it.

This reading is independent of the one that the code is generated from, so that a mistake there is noticed here. Only
the Python names of methods and arguments come from the generator, through the names file of the package.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any, Final, Literal, TypeAlias

from channelsmith.config import ApiConfig
from channelsmith.conform.samples import make_sample
from channelsmith.conform.schemas import Schemas, elements, is_file, is_structured, members, properties, types
from channelsmith.conform.streams import is_stream, item_schema
from channelsmith.document import Json, Node
from channelsmith.lint.vocabulary import validator_of
from channelsmith.pipeline import LoadedApi, load_api

UNDECLARED: Final = 418
"""The status used for `default`: no document declares it."""
SUCCESS: Final = 2
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_BODILESS: Final = frozenset({"204", "205", "304"})
_IGNORED_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI ignores."""
_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_STATUS: Final = re.compile(r"[1-5](\d\d|XX|xx)|default")
Content: TypeAlias = Mapping[str, Mapping[str, Node]]
Decoding: TypeAlias = Literal["json", "text", "content", "items", "nothing", "undeclared"]
"""What a method returns for a response: a typed value, text, bytes with their media type, a stream, or None.

A body that is not declared is delivered in any of these forms.
"""
_AS_JSON: Final = 3
"""The closeness of two different media types of JSON."""
_JSON_TYPE: Final = re.compile(r"(application/|text/)?(x-)?json|application/[\w.*+-]+\+json")
WHOLE_QUERY: Final = "querystring"
"""The location, and the style, of a parameter whose value is the whole query string."""
_STYLE_KEYWORDS: Final = ("style", "explode", "allowReserved")
_DEFAULT_STYLES: Final[Mapping[str, str]] = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
    "querystring": WHOLE_QUERY,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a response is read, and the schema of a JSON body or of an item; for an undeclared one, what is declared."""

    decoding: Decoding
    schema: Node | None = None
    promises: frozenset[Decoding] = frozenset()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter, the Python argument it becomes, and an example of its value."""

    name: str
    location: str
    argument: str
    example: Json = None
    schema: Node | None = None
    required: bool = False
    style: str = "form"
    explode: bool = True
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class BodyExample:
    """One example of a request body; `name` is its name in the document."""

    media_type: str
    value: Json
    name: str
    schema: Node | None
    encodings: Mapping[str, Parameter] = field(default_factory=dict[str, Parameter])
    """How properties of a form are written: each as a query parameter."""
    content_types: Mapping[str, str] = field(default_factory=dict[str, str])
    """The declared media types of the parts of a multipart body."""
    files: Mapping[str, bool] = field(default_factory=dict[str, bool])
    """The properties of a multipart body that are files, and whether each is a list of files."""


@dataclass(frozen=True, slots=True)
class ResponseExample:
    """An example of a declared response: status as declared, media type (None: no body), value."""

    status: str
    media_type: str | None = None
    name: str = ""
    value: Json = None
    schema: Node | None = None
    is_documented: bool = True
    """Whether the document contains the example; otherwise it is made from the schema."""
    is_selectable: bool = True
    """Whether a server can be asked for exactly this one (`Prefer: code=..., example=...`)."""

    @property
    def code(self) -> int:
        """The status as a number: the hundred of a range, an otherwise undeclared one for `default`."""
        return UNDECLARED if self.status == "default" else int(self.status.upper().replace("X", "0"))

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return self.code // 100 == SUCCESS

    @property
    def is_json(self) -> bool:
        """Whether there is a JSON body."""
        return self.media_type is not None and is_json(self.media_type)

    @property
    def is_stream(self) -> bool:
        """Whether there is a body that is delivered item by item; `value` is the list of them, `schema` that of one."""
        return self.is_success and self.media_type is not None and is_stream(self.media_type)


@dataclass(frozen=True, slots=True)
class Envelope:
    """`x-envelope`: JSON Pointers into a body that can report a failure with a success status."""

    success: str = ""
    message: str = ""
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Paging:
    """`x-pagination` by cursor: the parameter, and JSON Pointers into a page. Of other styles one page is checked."""

    parameter: str
    cursor: str
    items: str
    stop: str
    stop_value: Json
    is_alone: bool = False
    """Whether the next request has no other query parameter."""


@dataclass(frozen=True, slots=True)
class RetryRules:
    """What `x-retry` and `x-rate-limit` declare about repeating a call."""

    statuses: frozenset[int] = frozenset()
    safe: bool | None = None
    """Whether repeating does no harm; None where nothing is declared."""
    period: float = 0.0
    """The seconds for which the declared rate limit counts a call; 0 where none is declared."""
    header: str = "retry-after"


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A security scheme: `type` is apiKey, basic or bearer; where an API key is sent."""

    type: str
    location: str = ""
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of a client: an operation, or one of its `x-uses`."""

    id: str
    method: str
    path: str
    call: str
    """The method as a caller writes it: `orders.list`."""
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[BodyExample, ...] = ()
    body_required: bool = False
    body_arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    """Member of the body -> the Python argument that sets it."""
    responses: tuple[ResponseExample, ...] = ()
    content: Content = field(default_factory=dict[str, Mapping[str, Node]])
    """Status -> media type -> Media Type Object; empty for a response without a body."""
    headers: Mapping[str, Mapping[str, Node]] = field(default_factory=dict[str, Mapping[str, Node]])
    """Status -> the schemas of the documented headers of a response, by name."""
    security: tuple[tuple[str, ...], ...] = ()
    envelope: Envelope | None = None
    paging: Paging | None = None
    cursor_parameter: str = ""
    """The query parameter for a cursor, also where the cursor is the last item; "" if there is none."""
    idempotency_key: str = ""
    is_empty_until_ready: bool = False
    """Whether a success without a body means that the result does not exist yet."""
    retry: RetryRules = RetryRules()
    is_use: bool = False
    stream_switch: tuple[str, str] | None = None
    """Location and name of the argument that decides between a stream and a whole body."""

    @property
    def success(self) -> ResponseExample | None:
        """The first declared success, in JSON where it is also declared in other media types."""
        successes = [response for response in self.responses if response.is_success]
        first = [response for response in successes if response.status == successes[0].status]
        typed = [response for response in first if response.is_json and response.schema is not None]
        described = [response for response in typed if response.schema is not None and is_structured(response.schema)]
        return next(iter((*described, *(first if not typed else [*typed, *first]))), None)

    def media_of(self, status: int) -> Mapping[str, Node] | None:
        """The media types of a status; those of the first success for one that is not declared, None without any."""
        keys = [str(status), f"{status // 100}XX", "default"]
        if status // 100 == SUCCESS:
            keys += [key for key in self.content if key.startswith("2")]
        return next((self.content[key] for key in keys if key in self.content), None)

    def read(self, status: int, media_type: str) -> Reading:
        """How a client has to read a response: by its own media type.

        That is the declared one that is the same, else one of JSON for another of JSON, else a range. A choice of media
        types without a type for JSON is delivered unchanged.
        """
        if self.method == "HEAD":
            return Reading("nothing")
        declared = self.media_of(status)
        if not declared:
            return Reading("undeclared" if str(status) not in _BODILESS else "nothing")
        ranked = sorted(declared, key=lambda name: _closeness(name, declared[name], media_type), reverse=True)
        closest = [name for name in ranked if _closeness(name, declared[name], media_type)]
        if not closest and media_type:
            promises: frozenset[Decoding] = frozenset(_decoding(name, media) for name, media in declared.items())
            return Reading("undeclared", promises=promises)
        name = (closest or list(declared))[0]
        if is_stream(name):
            return Reading("items", item_schema(name, declared[name]))
        if not _is_typed(declared) and len({_decoding(each, media) for each, media in declared.items()}) > 1:
            return Reading("content")
        same = [each for each in closest if is_json(each) and _closeness(each, declared[each], media_type) == _AS_JSON]
        schema = declared[name].get("schema")
        return Reading(_decoding(name, declared[name]), None if len(same) > 1 else schema)

    def media_type_asked_for(self, status: int) -> str:
        """The media type that a server sends to a client which names none: for a success, the one it prefers."""
        success = self.success
        if success is not None and success.code == status:
            return success.media_type or ""
        return next(iter(self.media_of(status) or {}), "")


@dataclass(frozen=True, slots=True)
class Api:
    """The operations and security schemes of a document."""

    title: str
    operations: tuple[Operation, ...]
    schemes: Mapping[str, SecurityScheme]
    schemas: Schemas
    codes: str = ""
    """JSON Pointer to the codes in an error body (`x-error-codes`), "" where none is declared."""
    messages: str = ""


def family(media_type: str) -> str:
    """The family of a media type: json, form, multipart, text or binary."""
    bare = media_type.partition(";")[0].strip().lower()
    if _JSON_TYPE.fullmatch(bare):
        return "json"
    if bare == "application/x-www-form-urlencoded":
        return "form"
    if bare.startswith("multipart/"):
        return "multipart"
    is_text = bare.startswith("text/") and bare != "text/event-stream"
    return "text" if is_text or bare == "application/xml" or bare.endswith("+xml") else "binary"


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is JSON."""
    return family(media_type) == "json"


def load(config: ApiConfig) -> LoadedApi:
    """Load the configured document as the sandbox and `read_api` need it.

    Raises:
        UnusableInput: the document cannot be used.
    """
    return load_api(*config.source, strict=config.strict)


def read_api(config: ApiConfig, loaded: LoadedApi | None = None) -> Api:
    """Read the configured document, unless it is `loaded` already, with the names that its package uses.

    Raises:
        UnusableInput: the document cannot be used.
    """
    loaded = loaded or load(config)
    try:
        names: dict[str, Any] = json.loads((config.names or config.output / "names.json").read_text("utf-8"))
    except (OSError, ValueError):  # the missing package is reported where it is imported
        names = {}
    root, schemas = loaded.repaired.root, Schemas(loaded.repaired)
    listed = members(root.get("components"), "securitySchemes")
    schemes = {name: scheme for name, node in listed if (scheme := _read_scheme(node.resolve())) is not None}
    errors = _extension(root, "x-error-codes")
    return Api(
        title=root["info"].text("title") or "API",
        operations=tuple(_Reader(root, schemas, schemes, names.get("operations", {})).operations()),
        schemes=schemes,
        schemas=schemas,
        codes=_text(errors, "codes"),
        messages=_text(errors, "messages"),
    )


def _read_scheme(node: Node) -> SecurityScheme | None:
    match node.text("type"), node.text("scheme").lower():
        case "apiKey", _:
            return SecurityScheme("apiKey", node.text("in"), node.text("name"))
        case "http", "basic" | "bearer" as scheme:
            return SecurityScheme(scheme)
        case "oauth2" | "openIdConnect", _:
            return SecurityScheme("bearer")
        case _:
            return None


class _Reader:
    """Reads the operations of one document."""

    def __init__(
        self, root: Node, schemas: Schemas, schemes: Mapping[str, SecurityScheme], names: Mapping[str, Any]
    ) -> None:
        self._root = root
        self._schemas = schemas
        self._schemes = schemes
        self._names = names

    def operations(self) -> Iterator[Operation]:
        for path, item in members(self._root, "paths"):
            if path.startswith("x-"):
                continue
            shared = item.resolve()
            methods = [(method.upper(), node) for method in _METHODS if (node := shared.get(method)) is not None]
            for method, node in (*methods, *members(shared, "additionalOperations")):
                uses = _extension(node, "x-uses")
                for use in uses.elements() if uses is not None else (None,):
                    yield self._operation(f"/{path.removeprefix('/')}", method, shared, node, use)

    def _operation(self, path: str, method: str, item: Node, node: Node, use: Node | None) -> Operation:
        identifier = (use or node).text("operationId")
        line = f"{method} {path}"
        names: Mapping[str, Any] = self._names.get(f"{line}#{identifier}" if use is not None else line, {})
        arguments: Mapping[str, Mapping[str, str]] = names.get("arguments", {})
        security = node.get("security") or self._root.get("security")
        content: Content = {
            status: {} if method == "HEAD" or status in _BODILESS else dict(_content_of(response))
            for status, response in _read_responses(node)
        }
        body = node["requestBody"].resolve() if "requestBody" in node else None
        parameters = self._parameters(path, item, node, use, arguments)
        bodies = tuple(self._bodies(body)) if body is not None else ()
        switch = _find_switch(content, parameters, bodies, self._schemas)
        return Operation(
            id=identifier or line,
            method=method,
            path=path,
            call=".".join(filter(None, (names.get("resource"), names.get("method", identifier or line)))),
            parameters=tuple(
                replace(each, example=False) if switch == (each.location, each.name) else each for each in parameters
            ),
            bodies=tuple(map(_without_stream, bodies)) if switch is not None and switch[0] == "body" else bodies,
            stream_switch=switch,
            body_required=body is not None and body.flag("required"),
            body_arguments=arguments.get("body", {}),
            responses=tuple(self._responses(content, _returned(use))),
            content=content,
            headers={status: dict(_read_headers(response)) for status, response in _read_responses(node)},
            security=tuple(
                tuple(name for name, _ in option.items() if name in self._schemes)
                for option in (security.elements() if security is not None else ())
            ),
            envelope=_read_envelope(node),
            paging=_read_paging(node),
            cursor_parameter=_text(_read_cursor(node), "parameter"),
            idempotency_key=_text(_extension(node, "x-idempotency-key"), "header"),
            is_empty_until_ready=node.flag("x-empty-until-ready"),
            retry=self._retry(node),
            is_use=use is not None,
        )

    def _parameters(
        self, path: str, item: Node, node: Node, use: Node | None, names: Mapping[str, Mapping[str, str]]
    ) -> list[Parameter]:
        """The parameters of the operation and its path item, those of the path in its order and first."""
        required, omitted = _texts(use, "requires"), _texts(use, "omits")
        placeholders = list(dict.fromkeys(_PLACEHOLDER.findall(path)))
        parameters = {
            ("path", name): Parameter(name, "path", name, "x", required=True, style="simple", explode=False)
            for name in placeholders
        }
        # a declared path parameter takes the place of its placeholder
        for declared in (parameter.resolve() for owner in (item, node) for parameter in elements(owner, "parameters")):
            name = declared.text("name")
            location = declared.text("in").lower() or ("path" if name in placeholders else "")
            known = location in _DEFAULT_STYLES and name and not (location == "path" and name not in placeholders)
            if known and name not in omitted and not (location == "header" and name.lower() in _IGNORED_HEADERS):
                argument = names.get("query" if location == "querystring" else location, {}).get(name, name)
                parameter = self._parameter(declared, name, location, argument, required=name in required)
                parameters[location, name] = parameter
        return list(parameters.values())

    def _parameter(self, node: Node, name: str, location: str, argument: str, *, required: bool) -> Parameter:
        content = next(_content_of(node), None)
        media_type, media = content or ("", node)
        schema = media.get("schema")
        documented = [value for owner in (node, media) for _, value in _named_examples(owner)]
        fitting = [value for value in documented if self._schemas.accepts(schema, value)]
        made = make_sample(schema, self._schemas) if schema is not None else "x"
        if location == "querystring" and family(media_type) == "form":  # the same as an object in this style
            location, media_type = "query", ""
        return Parameter(
            name=name,
            location=location,
            argument=argument,
            example=fitting[0] if fitting else made,
            schema=schema,
            required=required or node.flag("required") or location == "path",
            media_type=media_type,
            style=_read_style(node, location),
            explode=_read_explode(node, location),
        )

    def _bodies(self, body: Node) -> Iterator[BodyExample]:
        """The examples of every media type, the most structured first; samples for invalid ones."""
        content = sorted(_content_of(body), key=lambda entry: ("*" in entry[0], media_rank(entry[0])))
        for media_type, media in content:
            schema, encodings = media.get("schema"), _read_encodings(media)
            for name, documented in self._examples(media):
                is_valid = self._schemas.accepts(schema, documented)
                value = documented if is_valid else make_sample(schema, self._schemas)
                value = self._schemas.without_read_only([schema] if schema is not None else [], value)
                content_types = {name: node.text("contentType") for name, node in members(media, "encoding")}
                files = dict(self._files(schema, value)) if family(media_type) == "multipart" else {}
                yield BodyExample(media_type, value, name, schema, encodings, content_types, files)

    def _files(self, schema: Node | None, value: Json) -> Iterator[tuple[str, bool]]:
        """Yield the names of the properties that are files, and whether each is a list."""
        declared = properties(self._schemas.parts([schema], value)) if schema is not None else {}
        for name, nodes in declared.items():
            parts = self._schemas.parts(nodes, None)
            is_listed = any(is_file(part.get("items")) for part in parts)
            if is_listed or any(is_file(part) for part in parts):
                yield name, is_listed

    def _responses(self, content: Content, returned: Node | None) -> Iterator[ResponseExample]:
        for status, bodies in content.items():
            if not bodies:
                yield ResponseExample(status)
            for position, (media_type, media) in enumerate(bodies.items()):
                if status.startswith("2") and is_stream(media_type):
                    yield self._stream(status, media_type, media, is_selectable=position == 0)
                    continue
                use = returned if status.startswith("2") and is_json(media_type) else None
                schema = use or media.get("schema")
                is_documented = next(_named_examples(media), None) is not None
                for name, value in self._examples(media):
                    known = properties(self._schemas.parts([use], value)) if use is not None else {}
                    is_of_another_use = use is not None and isinstance(value, dict) and not value.keys() <= known.keys()
                    if not is_of_another_use:
                        yield ResponseExample(status, media_type, name, value, schema, is_documented, position == 0)

    def _stream(self, status: str, media_type: str, media: Node, *, is_selectable: bool) -> ResponseExample:
        schema = item_schema(media_type, media)
        item = make_sample(schema, self._schemas) if schema is not None else "text"
        return ResponseExample(status, media_type, "", [item, item], schema, False, is_selectable)  # noqa: FBT003

    def _examples(self, media: Node) -> list[tuple[str, Json]]:
        """The examples of a body by name; one made from its schema where there is none."""
        return list(_named_examples(media)) or [("", make_sample(media.get("schema"), self._schemas))]

    def _retry(self, node: Node) -> RetryRules:
        retry, limit = (_extension(node, name) or _extension(self._root, name) for name in ("x-retry", "x-rate-limit"))
        statuses = {
            int(status.value) for status in elements(retry, "statuses") if isinstance(status.value, int | float)
        }
        return RetryRules(
            statuses=frozenset(statuses),
            safe=retry.flag("safe") if retry is not None and "safe" in retry else None,
            period=_number(limit, "per") if limit is not None else 0.0,
            header=_text(limit.get("headers") if limit is not None else None, "retryAfter") or "retry-after",
        )


def _find_switch(
    content: Content, parameters: Sequence[Parameter], bodies: Sequence[BodyExample], schemas: Schemas
) -> tuple[str, str] | None:
    """The boolean `stream` of an operation that returns a stream or a whole body."""
    declared = [name for status, bodies_ in content.items() if status.startswith("2") for name in bodies_]
    if len({is_stream(name) for name in declared}) <= 1:
        return None
    schema = bodies[0].schema if bodies else None
    member = properties(schemas.parts([schema], bodies[0].value)).get("stream") if schema is not None else None
    in_query = [each.schema for each in parameters if (each.location, each.name) == ("query", "stream")]
    for location, nodes in (("body", member), ("query", [each for each in in_query if each is not None])):
        if nodes and "boolean" in types(schemas.parts(nodes, True)):  # noqa: FBT003
            return location, "stream"
    return None


def _without_stream(body: BodyExample) -> BodyExample:
    return replace(body, value={**body.value, "stream": False}) if isinstance(body.value, dict) else body


def media_rank(media_type: str) -> int:
    """The order in which a client prefers media types: the most structured first."""
    families = ("json", "form", "multipart", "text", "binary")
    is_plain_json = media_type.partition(";")[0].strip().lower() == "application/json"
    return -1 if is_plain_json else families.index(family(media_type))


def _read_responses(node: Node) -> Iterator[tuple[str, Node]]:
    """Status and response: three digits, a range such as 4XX, or default."""
    for declared, response in members(node, "responses"):
        if match := _STATUS.match(declared):
            yield match[0].removesuffix("xx") + "XX" * match[0].endswith("xx"), response.resolve()


def _read_headers(response: Node) -> Iterator[tuple[str, Node]]:
    """The documented headers of a response that have a schema, and that describe more than how it is sent."""
    for name, header in members(response, "headers"):
        schema = header.resolve().get("schema")
        if schema is not None and not name.lower().startswith("content-"):
            yield name, schema


def _decoding(media_type: str, media: Node) -> Decoding:
    """How a body of a declared media type is read; a file stays one whatever its media type is said to be."""
    schema = media.get("schema")
    if is_stream(media_type):
        return "items"
    if is_file(schema):
        return "content"
    if is_json(media_type) or ("*" in media_type and _has_structure(schema)):
        return "json"
    is_text_range = media_type == "*/*" and schema is not None and types([schema.resolve()]) == {"string"}
    return "text" if family(media_type) == "text" or is_text_range else "content"


def _is_typed(declared: Mapping[str, Node]) -> bool:
    """Whether there is JSON with a type among media types."""
    schemas = (media.get("schema") for name, media in declared.items() if _decoding(name, media) == "json")
    return any(schema is not None and is_structured(schema) for schema in schemas)


def _has_structure(schema: Node | None) -> bool:
    if schema is None:
        return False
    own = schema.resolve()
    is_composed = any(key in own for key in ("properties", "allOf", "anyOf", "oneOf", "items"))
    return is_composed or bool(types([own]) & {"object", "array"})


def _closeness(declared: str, media: Node, actual: str) -> int:
    """How closely a declared media type describes an actual one; 0 if not at all."""
    name = declared.partition(";")[0].strip().lower()
    if name == actual:
        return 5
    if not name or (is_json(name) and is_file(media.get("schema"))):  # what some frameworks call any file
        return 1
    if "*" not in name:
        return _AS_JSON if is_json(name) and is_json(actual) else 0
    return (1 if name.startswith("*") else 2) if fnmatchcase(actual, name) else 0


def _returned(use: Node | None) -> Node | None:
    """The schema that a use returns, written out or as a reference."""
    returns = use.get("returns") if use is not None else None
    if returns is None or not isinstance(returns.value, str):
        return returns
    return returns.document.at(returns.value.removeprefix("#"))


def _read_envelope(node: Node) -> Envelope | None:
    """That of the operation, else that of the first success body that has one."""
    schemas = [
        schema.resolve()
        for status, response in _read_responses(node)
        if status.startswith("2")
        for _, media in _content_of(response)
        if (schema := media.get("schema")) is not None
    ]
    envelope = next(
        (extension for owner in (node, *schemas) if (extension := _extension(owner, "x-envelope")) is not None), None
    )
    if envelope is None:
        return None
    return Envelope(envelope.text("success"), envelope.text("message"), envelope.text("requestId"))


def _read_cursor(node: Node) -> Node | None:
    """The member `cursor` of an `x-pagination`; other styles have none."""
    paging = _extension(node, "x-pagination")
    return paging.get("cursor") if paging is not None and paging.is_mapping else None


def _read_paging(node: Node) -> Paging | None:
    paging, cursor = node.get("x-pagination"), _read_cursor(node)
    if paging is None or cursor is None or "pointer" not in cursor:
        return None
    stop = paging.get("stop")
    return Paging(
        parameter=cursor.text("parameter"),
        cursor=cursor.text("pointer"),
        items=paging.text("items"),
        stop=_text(stop, "pointer"),
        stop_value=stop["value"].value if stop is not None and "value" in stop else True,
        is_alone=cursor.flag("alone"),
    )


def _read_encodings(media: Node) -> dict[str, Parameter]:
    """The declared styles of properties; without one, a property with structure is written as JSON."""
    return {
        name: Parameter(name, "query", name, style=_read_style(node, "query"), explode=_read_explode(node, "query"))
        for name, node in members(media, "encoding")
        if isinstance(node.value, dict) and any(node.value.get(key) is not None for key in _STYLE_KEYWORDS)
    }


def _content_of(node: Node) -> Iterator[tuple[str, Node]]:
    return ((media_type, media.resolve()) for media_type, media in members(node, "content"))


def _read_style(node: Node, location: str) -> str:
    return node.text("style") or _DEFAULT_STYLES[location]


def _read_explode(node: Node, location: str) -> bool:
    return node.flag("explode", default=_read_style(node, location) in {"form", "cookie"})


def _named_examples(owner: Node) -> Iterator[tuple[str, Json]]:
    """The examples of a media type or parameter by name, "" for one that has none."""
    if (example := owner.get("example")) is not None:
        yield "", example.value
    for name, example_node in members(owner, "examples"):
        if (value := example_node.resolve().get("value")) is not None:
            yield name, value.value


def _extension(node: Node, name: str) -> Node | None:
    """An extension of the x- vocabulary; one with the same name and another form is ignored."""
    extension = node.get(name)
    return extension if extension is not None and validator_of(name).is_valid(extension.value) else None


def _texts(node: Node | None, key: str) -> frozenset[str]:
    return frozenset(element.as_text() for element in elements(node, key))


def _text(node: Node | None, key: str) -> str:
    return node.text(key) if node is not None else ""


def _number(node: Node, key: str) -> float:
    value = node[key].value
    return float(value) if isinstance(value, int | float) else 1.0
