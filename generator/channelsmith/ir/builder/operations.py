"""Paths into operations: parameters, bodies, responses and what is declared about them."""

import re
from collections.abc import Collection, Iterator

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Node
from channelsmith.ir.builder import extensions
from channelsmith.ir.builder import polling as jobs
from channelsmith.ir.builder.schemas import Schemas
from channelsmith.ir.builder.security import requirements
from channelsmith.ir.builder.servers import own_server
from channelsmith.ir.builder.text import word
from channelsmith.ir.builder.uses import uses
from channelsmith.ir.media import Kind, kind_of, preferred

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_IGNORED_HEADERS = frozenset(
    {"accept", "content-type", "authorization"}
)  # by the specification, OpenAPI 3, Parameter Object
_EMPTY = frozenset({"204", "205", "304"})  # HTTP has no body there, whatever a document says
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_STATUS = re.compile(r"[1-5](\d\d|XX|xx)")
_STRING = ir.Primitive(ir.Scalar.STRING)


class Operations:
    """Reads every operation of a document with the schemas it uses."""

    def __init__(self, document: Document, schemas: Schemas, carried_out: Collection[str]) -> None:
        self._document = document
        self._schemas = schemas
        self._carried_out = carried_out  # the security schemes there are
        self._unread: dict[str, list[Node]] = {}
        self.diagnostics: list[Diagnostic] = []

    def all(self) -> Iterator[ir.Operation]:
        """Every operation, in the document's order."""
        paths = self._document.root.get("paths")
        for path, item in paths.items() if paths is not None else ():
            if path.startswith("x-"):
                continue
            if not path.startswith("/"):
                self._warn(item, f"the path {path!r} does not start with '/'; it is read as '/{path}'")
            whole = item.resolve()
            for method in METHODS:
                if (node := whole.get(method)) is not None:
                    found = self._operation(
                        f"/{path.removeprefix('/')}", method, whole, node, f"{item.pointer}/{method}"
                    )
                    yield from uses(found, node, self._document, self._schemas)
        self.diagnostics += self._tell_unread()

    def _operation(self, path: str, method: str, item: Node, node: Node, pointer: str) -> ir.Operation:
        responses = (*self._responses(node, method), *self._unsaid(node, method))
        security = node.get("security")
        tags = node.get("tags")
        return ir.Operation(
            id=node.text("operationId"),
            method=method.upper(),
            path=path,
            pointer=pointer,  # that of the path, of which a shared item has several
            tag=next((tag.value for tag in tags.elements() if isinstance(tag.value, str)), "") if tags else "",
            resource=word(node, "x-resource"),
            method_name=word(node, "x-method"),
            summary=node.text("summary") or item.text("summary"),
            description=node.text("description") or item.text("description"),
            deprecated=node.flag("deprecated"),
            parameters=self._parameters(path, item, node),
            body=self._body(node),
            responses=responses,
            security=requirements(security, self._carried_out) if security is not None else None,
            server=own_server((node, item), self.diagnostics),
            source=extensions.source(self._document, node),
            envelope=extensions.envelope(node) or self._envelope(node),
            rate_limit=extensions.rate_limit(node),
            concurrency=extensions.concurrency(node),
            retry=extensions.retry(node),
            idempotency_key=extensions.idempotency_key(node),
            pagination=extensions.pagination(node),
            polling=jobs.polling(node),
            batch_limit=extensions.batch_limit(node),
            codes=extensions.codes(node),
        )

    def _parameters(self, path: str, item: Node, node: Node) -> tuple[ir.Parameter, ...]:
        """Those of the path item and of the operation, the operation's winning; undeclared placeholders are strings."""
        found: dict[tuple[str, str], ir.Parameter] = {}
        for owner in (item, node):
            for element in _elements(owner, "parameters"):
                parameter = self._parameter(element.resolve(), path)
                if parameter is not None:
                    found[parameter.location, parameter.name] = parameter
        for name in _PLACEHOLDER.findall(path):
            if (ir.Location.PATH, name) not in found:
                self._warn(node, f"{{{name}}} in the path is not declared as a parameter; it is taken as a string")
                found[ir.Location.PATH, name] = ir.Parameter(name, ir.Location.PATH, _STRING, required=True)
        order = {name: at for at, name in enumerate(dict.fromkeys(_PLACEHOLDER.findall(path)))}
        for key in [key for key in found if key[0] == ir.Location.PATH and key[1] not in order]:
            self._warn(node, f"the path has no {{{key[1]}}}; the parameter of that name is left out")
            del found[key]
        return tuple(
            sorted(found.values(), key=lambda each: order.get(each.name, 0) if each.location == "path" else len(order))
        )

    def _parameter(self, node: Node, path: str) -> ir.Parameter | None:
        said, name = node.text("in"), node.text("name")
        location = "path" if not said and f"{{{name}}}" in path else said.lower()
        if location == "body":  # as in Swagger 2.0; see `_body`
            return None
        if location not in set(ir.Location) or not name:
            reason = f"can not be in {said!r}" if name else "has no name"
            self._warn(node, f"a parameter {reason}; it is left out")
            return None
        if location == "header" and name.lower() in _IGNORED_HEADERS:
            return None
        media = next((item for item in _content(node)), None)
        schema = node.get("schema") if media is None else media[1].get("schema")
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
            media_type=media[0] if media is not None else "",
            spoken=word(node, "x-argument"),
            pointer=node.pointer,
            schema=schema.pointer if schema is not None else "",
        )

    def _body(self, node: Node) -> ir.Body | None:
        said = node.get("requestBody")
        if said is None:
            return self._swagger_body(node)
        body = said.resolve()
        media = preferred(self._media(kind, item) for kind, item in _content(body))
        return ir.Body(body.flag("required"), body.text("description"), media, body.pointer) if media else None

    def _swagger_body(self, node: Node) -> ir.Body | None:
        """The parameter that is a body, as it was before OpenAPI 3."""
        for parameter in (each.resolve() for each in _elements(node, "parameters")):
            if parameter.text("in").lower() == "body":
                self._warn(parameter, "a body is no parameter since OpenAPI 3; it is read as a JSON request body")
                media = self._media("application/json", parameter)
                return ir.Body(parameter.flag("required"), parameter.text("description"), (media,), parameter.pointer)
        return None

    def _responses(self, node: Node, method: str) -> Iterator[ir.Response]:
        said = node.get("responses")
        for status, item in said.items() if said is not None else ():
            if status.startswith("x-"):
                continue
            whole = item.resolve()
            empty = method == "head" or status in _EMPTY
            media = tuple(self._media(kind, each) for kind, each in _content(whole) if not empty)
            if status.startswith("2"):
                self._note_unread(whole, media)
            yield ir.Response(_status(status), whole.text("description"), media, whole.pointer)

    def _unsaid(self, node: Node, method: str) -> Iterator[ir.Response]:
        """A success where none is described: nobody knows what comes, so it is handed on."""
        said = node.get("responses")
        statuses = [status for status, _ in said.items()] if said is not None else []
        if method != "head" and not any(status.startswith("2") or status == "default" for status in statuses):
            if said is not None and statuses:  # one without any is told elsewhere
                self._tell(said, "no success is described here; its body is handed on as it comes")
            yield ir.Response("2XX", "", (ir.Media("*/*", None),))

    def _note_unread(self, response: Node, media: tuple[ir.Media, ...]) -> None:
        """Note the representations a typed answer leaves out; XML and text say the same in other words."""
        if any(kind_of(each) <= Kind.OTHER_JSON and each.type not in {None, ir.ANY} for each in media):
            names = [each.media_type for each in media if kind_of(each) is Kind.BINARY]
            for name in names:
                if "/" in name and "*" not in name:
                    self._unread.setdefault(name, []).append(response)

    def _tell_unread(self) -> Iterator[Diagnostic]:
        """What was noted, once for each representation: no lie of the document, but something callers do not get."""
        for name, responses in self._unread.items():
            more = f" here, nor from {len(responses) - 1} other operations" if len(responses) > 1 else " here"
            message = f"JSON is asked for, so {name} is not to be had{more}"
            hint = "an overlay that removes the JSON makes it the answer"
            yield responses[0].problem(message, rule="unread", hint=hint, severity=Severity.INFO)

    def _media(self, kind: str, node: Node) -> ir.Media:
        schema = node.get("schema")
        encodings = node.get("encoding")
        return ir.Media(
            media_type=kind,
            type=self._schemas.type_of(schema) if schema is not None else None,
            encodings=tuple(_encoding(name, item) for name, item in encodings.items()) if encodings is not None else (),
            pointer=node.pointer,
        )

    def _envelope(self, node: Node) -> ir.Envelope | None:
        """That of the schema of the first success body which has one."""
        said = node.get("responses")
        for status, item in said.items() if said is not None else ():
            for _, media in _content(item.resolve()) if status.startswith("2") else ():
                schema = media.get("schema")
                found = extensions.envelope(schema.resolve()) if schema is not None else None
                if found is not None:
                    return found
        return None

    def _tell(self, node: Node, message: str) -> None:
        """What is no lie of the document, and yet worth knowing."""
        self.diagnostics.append(node.problem(message, rule="approximated", severity=Severity.INFO))

    def _warn(self, node: Node, message: str) -> None:
        self.diagnostics.append(node.problem(message, rule="approximated", severity=Severity.WARNING))


def _elements(node: Node, key: str) -> Iterator[Node]:
    listed = node.get(key)
    return listed.elements() if listed is not None else iter(())


def _status(said: str) -> str:
    """A status as it is compared: three digits, or a class of them, without words beside it."""
    found = _STATUS.match(said)
    return found[0].upper() if found else said


def _explode(node: Node) -> bool | None:
    said = node.get("explode")
    return None if said is None or said.value is None else node.flag("explode")


def _content(node: Node) -> Iterator[tuple[str, Node]]:
    content = node.get("content")
    if content is not None:
        yield from content.items()


def _encoding(name: str, node: Node) -> ir.Encoding:
    return ir.Encoding(
        name=name,
        content_type=node.text("contentType"),
        style=node.text("style"),
        explode=_explode(node),
        allow_reserved=node.flag("allowReserved"),
    )
