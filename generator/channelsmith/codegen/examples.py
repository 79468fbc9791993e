"""Example calls: with the document's own examples, or with values that fit its schemas."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from channelsmith import ir
from channelsmith.codegen.annotations import FILE
from channelsmith.codegen.client import Constructor
from channelsmith.codegen.context import Method, OperationMethod
from channelsmith.codegen.render import readable_literal
from channelsmith.codegen.signatures import Argument
from channelsmith.codegen.target import Target
from channelsmith.document import Document, Json
from channelsmith.ir.members import resolve_type
from channelsmith.ir.samples import documented_examples, example, sample_request
from channelsmith.naming.names import Names

_WIDTH: Final = 88
_LONGEST: Final = 1_500
"""The most characters of a documented body that is shown as a whole."""
_FEW: Final = 2
"""Members of a body that requires none."""
_EXTENSIONS: Final[Mapping[str, str]] = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/xml": "xml",
    "application/zip": "zip",
    "image/jpeg": "jpg",
    "image/png": "png",
    "text/csv": "csv",
    "text/plain": "txt",
}
_HOST: Final = "https://api.example.com"


@dataclass(frozen=True, slots=True)
class Code:
    """Python code as an argument, beside plain values."""

    text: str


Value: TypeAlias = "Code | Json"


@dataclass(frozen=True, slots=True)
class Examples:
    """Makes the examples of one API.

    `document` is the one that the pointers of the operations lead into.
    """

    api: ir.Api
    names: Names
    target: Target
    constructor: Constructor
    document: Document
    operations: Mapping[str, ir.Operation]
    schemas: Mapping[str, ir.Schema]

    @classmethod
    def of(cls, api: ir.Api, names: Names, target: Target, constructor: Constructor, document: Document) -> "Examples":
        """Return the examples of an API."""
        operations = {each.pointer: each for each in api.operations}
        schemas = {each.pointer: each for each in api.schemas}
        return cls(api, names, target, constructor, document, operations, schemas)

    # ---------------------------------------------------------------- clients
    def client(self, pointers: Iterable[str], *, is_async: bool = False) -> str:
        """Return the code that creates a client with what the operations with these pointers need."""
        arguments = self.client_arguments([self.operations[pointer] for pointer in pointers])
        return call_source(f"{'Async' * is_async}{self.target.client}", arguments)

    def client_arguments(self, operations: Iterable[ir.Operation]) -> list[tuple[str, Value]]:
        """Return the constructor's arguments for the security of operations, and for the URL of the server."""
        api, constructor = self.api, self.constructor
        keys = {key for each in api.schemes if each.name in self._schemes(operations) for key in _credentials(each)}
        secrets = {self.names.credentials[key] for key in keys}
        server = api.servers[0].variables if api.servers and not constructor.needs_base_url else ()
        needed = secrets | {self.names.variables[each.name] for each in server if each.default is None}
        arguments: list[tuple[str, Value]] = [
            (each.name, Code('("my-user", "my-password")') if "tuple" in each.type else _placeholder(each.name))
            for each in constructor.arguments
            if each.name in needed
        ]
        if constructor.needs_base_url:
            path = api.servers[0].url if api.servers else ""
            is_plain = path.startswith("/") and path.replace("/", "").replace("-", "").isalnum() and path.isascii()
            arguments.append(("base_url", _HOST + path.rstrip("/") * is_plain))
        return arguments

    def _schemes(self, operations: Iterable[ir.Operation]) -> set[str]:
        """The security schemes of one client for all of these operations."""
        chosen: set[str] = set()
        known = {each.name for each in self.api.schemes}
        for operation in operations:
            alternatives = self.api.security if operation.security is None else operation.security
            usable = [each for each in alternatives if known.issuperset(each)]
            if usable and not any(chosen.issuperset(each) for each in usable):
                chosen |= set(usable[0])
        return chosen

    def is_result_of_job(self, method: Method) -> bool:
        """Return whether a method needs the id of a finished job, which an example cannot have."""
        name = self.operations[method.pointer].id
        return any(each.polling.result.operation == name for each in self.api.operations if each.polling is not None)

    # ---------------------------------------------------------------- calls
    def code(self, path: str, method: Method, siblings: Iterable[Method] = (), *, is_async: bool = False) -> str:
        """Return the code that calls a method, written as `client.orders.get`, and uses its result.

        `siblings` are the methods beside it, one of which returns the token that another one continues with.
        """
        call = self.call(path, method)
        prefix, awaited = ("async ", "await ") if is_async else ("", "")
        uses = {
            "all": f"result = {awaited}{call}\nprint(result.accepted, result.failed)",
            "begin": f"poller = {awaited}{call}\nprint({awaited}poller.status())",
            "download": f"saved = {awaited}{call}\nprint(saved.path, saved.size)",
            "rows": f"{prefix}for row in {call}:\n    print(row)",
            "pages": f"{prefix}for item in {call}:\n    print(item)",
        }
        use = "pages" if isinstance(method, OperationMethod) and method.is_paged else method.role
        if use in uses:
            return uses[use]
        if use == "resume":
            begin = next(each for each in siblings if (each.pointer, each.role) == (method.pointer, "begin"))
            begun = self.call(f"{path.rpartition('.')[0]}.{begin.name}", begin)
            return f"token = {begun}.token()\npoller = {path}(token)\nprint(poller.status())"
        if method.stream is not None:
            plain = isinstance(method, OperationMethod) and not method.stream.is_only and not is_async
            stream = method.stream.code(self.call(path, method, method.stream.asking), is_async=is_async)
            shown = {name for name, _ in self.arguments(method)}
            whole = [(name, "False") for name, text in method.stream.asking if text == "True" and name in shown]
            return f"{_printed(self.call(path, method, whole))}\n\n{stream}" if plain else stream
        return f"{awaited}{call}" if method.sync.head.endswith("-> None") else _printed(f"{awaited}{call}")

    def call(self, path: str, method: Method, more: Iterable[tuple[str, str]] = ()) -> str:
        """Return the code of a call of a method, with further arguments, which replace those of the same name."""
        further = {name: Code(text) for name, text in more}
        own = [(name, value) for name, value in self.arguments(method) if name not in further]
        return call_source(path, [*own, *further.items()])

    def arguments(self, method: Method) -> list[tuple[str, Value]]:
        """Return name and value of the arguments of an example call; "" is the name of one without."""
        operation = self.operations[method.pointer]
        body = dict(self._body(operation, method.about.arguments))
        found: list[tuple[str, Value]] = []
        for argument in method.about.arguments:
            if argument.location in {each.value for each in ir.Location}:
                values = self._parameter(operation, argument) if argument.required else ()
            elif argument.location == "method":
                values = self._own(method, argument) if argument.required else ()
            else:
                values = (body[argument.name],) if argument.name in body else ()
            name = "" if argument.is_positional else argument.name
            found += [(name, _python_value(value, argument.annotation)) for value in values]
        return found

    def _parameter(self, operation: ir.Operation, argument: Argument) -> tuple[Value, ...]:
        key = (argument.location, argument.wire_name)
        parameter = next(each for each in operation.parameters if (each.location.value, each.name) == key)
        node = self.document.find(parameter.pointer) if parameter.pointer else None
        if node is None:
            return ("text",)
        documented = [each for each in documented_examples(node) if _is_shown(each)]
        schema = self.document.find(parameter.schema) if parameter.schema else None
        value = documented[0] if documented else sample_request(schema) if schema is not None else "text"
        return ("text" if value is None else value,)

    def _own(self, method: Method, argument: Argument) -> tuple[Value, ...]:
        """The value of an argument that is not sent: the path of a file."""
        responses = self.operations[method.pointer].responses
        media = [each.media_type for response in responses for each in response.media]
        extension = next((_EXTENSIONS[each] for each in media if each in _EXTENSIONS), "bin")
        return (f"{method.name.removesuffix('_to')}.{extension}",) if argument.name.startswith("target") else ()

    # ---------------------------------------------------------------- bodies
    def _body(self, operation: ir.Operation, arguments: Sequence[Argument]) -> Iterator[tuple[str, Value]]:
        """Yield the arguments that make up a body, by name."""
        body = operation.body
        whole = next((each for each in arguments if each.location == ""), None)
        flat = {each.wire_name: each for each in arguments if each.location == "body"}
        if body is None or (whole is None and not flat):
            return
        media = body.media[0]
        if whole is not None and not flat and whole.is_file:
            yield whole.name, Code(_file(None))
            return
        value = self._sent(media, flat)
        if isinstance(value, dict) and (flat or whole is None):
            if flat.keys() >= value.keys():
                for name, member in value.items():
                    yield flat[name].name, _as_file(member, flat[name].annotation)
                return
            value = {name: member for name, member in value.items() if name in flat} if whole is None else value
        if whole is not None and (body.required or value not in (None, {})):
            yield whole.name, value

    def _sent(self, media: ir.Media, flat: Mapping[str, Argument]) -> Json:
        """The body to send: as documented, or with the required members only; without what only the server sets."""
        node = self.document.find(media.pointer) if media.pointer else None
        if node is None:
            return None
        documented = [each for each in documented_examples(node) if _is_shown(each)]
        schema = node.get("schema")
        value = documented[0] if documented else sample_request(schema) if schema is not None else None
        value = self._without_read_only(value, media.type)
        if value == {} and flat:
            complete = self._without_read_only(example(node), media.type)
            members = complete.items() if isinstance(complete, dict) else ()
            shown = [(name, member) for name, member in members if name in flat and member is not None]
            return dict[str, Json](shown[:_FEW])
        return value

    def _without_read_only(self, value: Json, type_: ir.Type | None) -> Json:
        resolved = resolve_type(type_, self.schemas)
        schema = self.schemas.get(resolved.pointer) if isinstance(resolved, ir.Ref) else None
        if not isinstance(schema, ir.ObjectSchema) or not isinstance(value, dict):
            return value
        hidden = {each.name for each in schema.properties if each.read_only}
        return {name: member for name, member in value.items() if name not in hidden}


def _printed(call: str) -> str:
    return f"result = {call}\nprint(result)" if "\n" in call or len(call) > _WIDTH else f"print({call})"


def call_source(function: str, arguments: Iterable[tuple[str, Value]]) -> str:
    """Return the code of a call, with one argument per line where it is long."""
    listed = list(arguments)
    line = ", ".join(f"{name}={_source(value)}" if name else _source(value) for name, value in listed)
    if len(function) + len(line) + 2 <= _WIDTH or not listed:
        return f"{function}({line})"
    rows = (f"    {f'{name}=' if name else ''}{_layout(value, 4)},\n" for name, value in listed)
    return f"{function}(\n{''.join(rows)})"


def _layout(value: Value, indent: int) -> str:
    """A value, over several lines where it is long."""
    line = _source(value)
    margin = " " * (indent + 4)
    if len(line) + indent <= _WIDTH or not value:
        return line
    if isinstance(value, dict):
        rows = [f"{margin}{readable_literal(key)}: {_layout(item, indent + 4)},\n" for key, item in value.items()]
        return f"{{\n{''.join(rows)}{' ' * indent}}}"
    if isinstance(value, list):
        return f"[\n{''.join(f'{margin}{_layout(item, indent + 4)},{chr(10)}' for item in value)}{' ' * indent}]"
    return line


def _source(value: Value) -> str:
    return value.text if isinstance(value, Code) else readable_literal(value)


def _python_value(value: Value, annotation: str) -> Value:
    """A value for an argument: exact numbers as texts, where it takes no floats."""
    if isinstance(value, list):
        return [cast("Json", _python_value(each, annotation)) for each in value]
    if isinstance(value, float) and "Decimal" in annotation and "float" not in annotation:
        return str(value)
    return value


def _as_file(value: Json, annotation: str) -> Value:
    """The content of a file where an argument takes one, any other value unchanged."""
    if annotation.startswith(f"Sequence[{FILE[0]}"):
        return Code(f"[{_file(value[0] if isinstance(value, list) and value else None)}]")
    return Code(_file(value)) if annotation.startswith(FILE[0]) else value


def _file(value: Json) -> str:
    content = value if isinstance(value, str) and value not in {"text", ""} else "content"
    text = readable_literal(content.encode("utf-8", "replace").decode("latin-1"))
    return f"b{text.encode('ascii').decode()}"


def _is_shown(value: Json) -> bool:
    """Whether a documented value can be shown as a whole: it is short, and there is a literal for it."""
    try:
        return len(json.dumps(value, ensure_ascii=False, allow_nan=False)) <= _LONGEST
    except (RecursionError, ValueError):
        return False


def _placeholder(name: str) -> str:
    return f"my-{name.replace('_', '-')}"


def _credentials(scheme: ir.SecurityScheme) -> tuple[str, ...]:
    """The credentials that most callers use for a scheme."""
    has_client_credentials = scheme.grants is not None and scheme.grants.client_credentials
    return ("client_id", "client_secret") if has_client_credentials else (scheme.credential,)
