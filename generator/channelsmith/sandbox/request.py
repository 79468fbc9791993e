"""Decoding of requests: arguments and body, checked against the document."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email import policy
from email.parser import BytesHeaderParser
from typing import Final, TypeAlias
from urllib.parse import unquote, unquote_plus

from starlette.requests import Request

from channelsmith import ir
from channelsmith.document import Document, Json, Node
from channelsmith.document.json_text import parse_json
from channelsmith.document.parsing import ParseError
from channelsmith.ir.json_types import types_of
from channelsmith.ir.media_family import MediaFamily, classify_media, classify_media_type
from channelsmith.sandbox.decoding import (
    ANY_OBJECT,
    Decode,
    Pairs,
    Types,
    ValueStyle,
    is_exploded,
    members_of,
    read_cookies,
    read_json,
    read_pairs,
)
from channelsmith.sandbox.json_values import MISSING, MaybeJson, Missing, parse_number
from channelsmith.sandbox.media_types import essence, is_in_range
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.validation import SchemaValidator, Violation, is_binary

MAX_PARTS: Final = 1_000
"""Most parts of a multipart body."""
_HEADERS: Final = BytesHeaderParser(policy=policy.HTTP)
_OCTETS: Final = "application/octet-stream"
_Body: TypeAlias = "tuple[MaybeJson, tuple[Violation, ...]]"
"""A body as a value, and its violations."""
_Fields: TypeAlias = "Mapping[str, list[_Part]]"


@dataclass(frozen=True, slots=True)
class DecodedArguments:
    """The arguments of a request by location and name."""

    values: Mapping[tuple[str, str], Json]

    def text(self, name: str) -> str | None:
        """An argument as text, whatever its location; None when it was not sent."""
        value = next((value for (_, key), value in self.values.items() if key == name), None)
        return value if isinstance(value, str) or value is None else json.dumps(value)


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A body that is stored as it came."""

    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DecodedRequest:
    """A decoded request and its violations."""

    operation: Operation
    arguments: DecodedArguments
    accept: str
    violations: tuple[Violation, ...]
    body: MaybeJson = MISSING
    """A JSON, form or multipart body; `MISSING` where there is none of them."""
    size: int = 0
    """The size of the body in bytes."""
    file: ReceivedFile | None = None
    """A body that is a file or a text as a whole."""


MAX_BODY: Final = 100_000_000
"""Bytes of the largest body that is accepted."""


async def read_body(request: Request) -> bytes | None:
    """Return the body of a request, None if it is too large; `request.state.body_size` is what was read of it."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        request.state.body_size = len(body)
        if len(body) > MAX_BODY:
            return None
    return bytes(body)


class RequestDecoder:
    """Decodes the requests of one API."""

    def __init__(self, api: ir.Api, document: Document, schemas: SchemaValidator) -> None:
        self._types: Final = Types(api.schemas)
        self._document: Final = document
        self._schemas: Final = schemas
        self._keys: Final = frozenset(scheme.parameter for scheme in api.schemes if scheme.location == "query")

    def decode(self, operation: Operation, request: Request, path: Mapping[str, str], sent: bytes) -> DecodedRequest:
        """Decode a request with a body for an operation; parameters that it does not declare are ignored.

        The arguments of the path are still percent-encoded.
        """
        values, violations = self._arguments(operation, request, path)
        content_type = request.headers.get("content-type", "")
        body, wrong = self._body(operation, sent, content_type)
        file = ReceivedFile(content_type, sent) if sent and isinstance(body, Missing | str) else None
        accept = request.headers.get("accept", "")
        return DecodedRequest(operation, DecodedArguments(values), accept, (*violations, *wrong), body, len(sent), file)

    # ------------------------------------------------------------ parameters

    def _arguments(
        self, operation: Operation, request: Request, path: Mapping[str, str]
    ) -> tuple[dict[tuple[str, str], Json], list[Violation]]:
        query_string: bytes = request.scope["query_string"]
        pairs = {
            ir.Location.QUERY: read_pairs(query_string.decode("latin-1")),
            ir.Location.COOKIE: read_cookies(request.headers.get("cookie", "")),
        }
        values: dict[tuple[str, str], Json] = {}
        violations: list[Violation] = []
        for parameter in operation.parameters:
            if parameter.style == ir.WHOLE_QUERY:
                texts = [unquote(query_string.decode("latin-1"))] if query_string else []
                found = iter([_content(text, parameter.media_type) for text in texts])
            elif parameter.location in pairs:
                found = self._from_pairs(parameter, pairs[parameter.location], operation)
            else:
                found = self._from_text(parameter, request, path)
            value, wrong = self._checked(parameter, found)
            if not isinstance(value, Missing):
                values[parameter.location.value, parameter.name] = value
                violations += wrong
            elif parameter.required:
                violations.append(Violation(parameter.name, "is required", parameter.location.value, is_missing=True))
        return values, violations

    def _from_pairs(self, parameter: ir.Parameter, pairs: Pairs, operation: Operation) -> Iterator[Json]:
        is_query = parameter.location is ir.Location.QUERY
        decode = unquote_plus if is_query else unquote
        if parameter.media_type:
            texts = [decode(text) for name, text in pairs if name == parameter.name]
            return iter([_content(texts[0], parameter.media_type)] if texts else ())
        explode = is_exploded(parameter)
        others = self._names(operation, parameter) if explode else frozenset[str]()
        style = ValueStyle(parameter.name, parameter.style or "form", explode, decode, others)
        return self._types.from_pairs(pairs, parameter.type, style)

    def _from_text(self, parameter: ir.Parameter, request: Request, path: Mapping[str, str]) -> Iterator[Json]:
        decode: Decode = unquote if parameter.location is ir.Location.PATH else str.strip
        if parameter.location is ir.Location.PATH:
            text = path.get(parameter.name)
        else:
            headers = request.headers.getlist(parameter.name)
            text = ",".join(headers) if headers else None
        if text is None:
            return iter(())
        if parameter.media_type:
            return iter([_content(decode(text), parameter.media_type)])
        style = ValueStyle(parameter.name, parameter.style or "simple", bool(parameter.explode), decode)
        return self._types.from_text(text, parameter.type, style)

    def _names(self, operation: Operation, but: ir.Parameter) -> frozenset[str]:
        """The names in the query that belong to other parameters, or to security schemes."""
        names = set(self._keys)
        for parameter in operation.parameters:
            if parameter.location is but.location and parameter != but:
                names.add(parameter.name)
                for alternative in self._types.alternatives(parameter.type):
                    if isinstance(alternative, ir.ObjectSchema):
                        names |= members_of(alternative)[0].keys()
        return frozenset(names)

    def _checked(self, parameter: ir.Parameter, values: Iterator[Json]) -> tuple[MaybeJson, tuple[Violation, ...]]:
        """The first value that is valid; else the first one and its violations."""
        schema = self._document.at(parameter.schema) if parameter.schema else None
        value, wrong = self._first_valid(values, schema)
        if value == "" and parameter.pointer and self._document.at(parameter.pointer).flag("allowEmptyValue"):
            return value, ()
        return value, tuple(violation.below(parameter.name, parameter.location.value) for violation in wrong)

    def _first_valid(self, values: Iterator[Json], schema: Node | None) -> _Body:
        first: _Body = (MISSING, ())
        for value in values:
            violations = self._schemas.violations(schema, value) if schema is not None else ()
            if not violations:
                return value, ()
            first = (value, violations) if isinstance(first[0], Missing) else first
        return first

    # ------------------------------------------------------------ bodies

    def _body(  # noqa: PLR0911 -- one for each family of media types
        self, operation: Operation, data: bytes, content_type: str
    ) -> _Body:
        body = operation.spec.body
        if body is None:
            return MISSING, ()
        if not data:
            return MISSING, (Violation("body", "is required", is_missing=True),) if body.required else ()
        media = _media(body, essence(content_type))
        if media is None:
            declared = ", ".join(essence(each.media_type) for each in body.media)
            return MISSING, (Violation("content-type", f"has to be one of {declared}", "header"),)
        schema = self._document.at(media.pointer).get("schema")
        if schema is not None and is_binary(schema):
            return MISSING, ()
        match classify_media_type(content_type):
            case MediaFamily.JSON | MediaFamily.OTHER_JSON:
                return self._json(data, schema)
            case MediaFamily.FORM if schema is not None:
                return self._first_valid(self._form(data, media), schema)
            case MediaFamily.MULTIPART if schema is not None:
                return self._multipart(data, content_type, media, schema)
            case MediaFamily.TEXT if schema is not None and "string" in types_of(schema):
                return self._first_valid(
                    iter([self._types.coerce(data.decode("utf-8", "replace"), media.type or ir.ANY)]), schema
                )
            case _ if classify_media(media) is MediaFamily.JSON:  # a range such as */* with the schema of an object
                return self._json(data, schema)
            case _:
                return MISSING, ()

    def _json(self, data: bytes, schema: Node | None) -> _Body:
        try:
            value = parse_json(
                data.decode(), parse_float=parse_number
            ).value  # strict: what could not be written again is refused
        except (ParseError, ValueError, RecursionError):
            return MISSING, (Violation("body", "is not JSON"),)
        wrong = self._schemas.violations(schema, value) if schema is not None else ()
        return value, tuple(violation if violation.field else violation.below("body") for violation in wrong)

    def _form(self, data: bytes, media: ir.Media) -> Iterator[Json]:
        """An urlencoded form as an object; each property in the style of its Encoding Object."""
        pairs = read_pairs(data.decode("utf-8", "replace"))
        for alternative in self._objects(media):
            known, others = members_of(alternative)
            value, taken = self._styled(pairs, known, media, unquote_plus)
            texts: dict[str, list[str]] = {}
            for name, text in pairs:
                if not taken(name):
                    texts.setdefault(name, []).append(unquote_plus(text))
            value |= {name: self._types.member(sent, known.get(name, others or ir.ANY)) for name, sent in texts.items()}
            yield value

    def _multipart(self, data: bytes, content_type: str, media: ir.Media, schema: Node) -> _Body:
        try:
            fields = _parts(data, content_type, self._member_names(media))
        except ValueError as error:
            return MISSING, (Violation("body", str(error)),)
        value, wrong = self._first_valid(self._from_parts(fields, media), schema)
        return value, (*wrong, *_undeclared_types(fields, media))

    def _from_parts(self, fields: _Fields, media: ir.Media) -> Iterator[Json]:
        """A multipart body as an object; parts of one name are a list where the property is one."""
        pairs = [(name, part.text) for name, parts in fields.items() for part in parts if not part.is_file]
        for alternative in self._objects(media):
            known, others = members_of(alternative)
            value, taken = self._styled(pairs, known, media, str)
            value |= {
                name: self._part(parts, known.get(name, others or ir.ANY))
                for name, parts in fields.items()
                if not taken(name)
            }
            yield value

    def _styled(
        self, pairs: Pairs, known: Mapping[str, ir.Type], media: ir.Media, decode: Decode
    ) -> tuple[dict[str, Json], Callable[[str], bool]]:
        """The properties whose Encoding Objects have a style, and whether a name in the body belongs to one of them."""
        value: dict[str, Json] = {}
        encodings = {each.name: each for each in media.encodings if each.name in known and _is_styled(each)}
        taken = set(encodings)
        for name, encoding in encodings.items():
            style = ValueStyle(name, encoding.style or "form", is_exploded(encoding), decode)
            member = next(self._types.from_pairs(pairs, known[name], style), MISSING)
            if not isinstance(member, Missing):
                value[name] = member
                taken |= _member_names(self._types, known[name])
        return value, lambda name: name in taken or name.partition("[")[0] in encodings

    def _part(self, parts: list["_Part"], type_: ir.Type) -> Json:
        items = self._types.items_of(type_)
        first = parts[0]
        if items is None or (
            len(parts) == 1 and _is_json(first.media_type) and isinstance(read_json(first.text), list)
        ):
            return first.value(self._types, type_)
        return [part.value(self._types, items) for part in parts]

    def _member_names(self, media: ir.Media) -> tuple[str, ...]:
        """The names of the properties of a body, in the order of the document."""
        return tuple(dict.fromkeys(name for alternative in self._objects(media) for name in members_of(alternative)[0]))

    def _objects(self, media: ir.Media) -> list[ir.Map | ir.ObjectSchema]:
        alternatives = self._types.alternatives(media.type or ANY_OBJECT)
        return [each for each in alternatives if isinstance(each, ir.Map | ir.ObjectSchema)] or [ANY_OBJECT]


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a multipart body."""

    content: bytes
    media_type: str
    is_file: bool

    @property
    def text(self) -> str:
        """The content as text, in base64 where it is not UTF-8."""
        try:
            return self.content.decode()
        except UnicodeDecodeError:
            return b64encode(self.content).decode()

    def value(self, types: Types, type_: ir.Type) -> Json:
        """The content as a value of a type; files are texts, unless the type is one of JSON."""
        if _is_json(self.media_type) and not (self.is_file and types.may_be_file(type_)):
            return read_json(self.text)
        return self.text if self.is_file else types.coerce(self.text, type_)


def _parts(data: bytes, content_type: str, names: tuple[str, ...]) -> _Fields:
    """The parts of a multipart body by name; parts without a name, as in multipart/mixed, have the next of `names`.

    Raises:
        ValueError: there are too many.
    """
    fields: dict[str, list[_Part]] = {}
    unnamed = iter(names)
    for content in _split(data, content_type):
        part = _HEADERS.parsebytes(content)
        given = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        name = given if isinstance(given, str) else next(unnamed, None)
        if name is not None and isinstance(payload, bytes):
            media_type = part.get_content_type() if "content-type" in part else ""
            fields.setdefault(name, []).append(_Part(payload, media_type, part.get_filename() is not None))
    return fields


def _split(data: bytes, content_type: str) -> list[bytes]:
    """Return the parts of a multipart body, each with its headers; none if the media type has no boundary.

    Raises:
        ValueError: there are too many.
    """
    boundary = _HEADERS.parsebytes(b"Content-Type: " + content_type.encode()).get_boundary()
    if not boundary:
        return []
    pattern = rb"(?:\A|\r?\n)--" + re.escape(boundary.encode()) + rb"(--)?[ \t]*(?=\r?\n|\Z)"
    parts: list[bytes] = []
    start: int | None = None
    for delimiter in re.finditer(pattern, data):
        if start is not None:
            parts.append(data[start : delimiter.start()])
        start = delimiter.end()
        if delimiter[1]:
            break
        if len(parts) == MAX_PARTS:
            raise ValueError(f"has more than {MAX_PARTS:,} parts")
    else:  # the body was cut off
        parts += [] if start is None else [data[start:]]
    return [part.removeprefix(b"\r").removeprefix(b"\n") for part in parts]


def _undeclared_types(fields: _Fields, media: ir.Media) -> Iterator[Violation]:
    """Yield the parts whose media types are not those of their Encoding Objects.

    `application/octet-stream` is accepted where there is a choice, since it says that the type is not known.
    """
    for encoding in media.encodings:
        declared = [essence(each) for each in encoding.content_type.split(",") if each.strip()]
        if declared and not _is_styled(encoding):
            for part in fields.get(encoding.name, ()):
                sent = part.media_type or "text/plain"
                is_unknown = sent == _OCTETS and (len(declared) > 1 or "*" in declared[0])
                if not is_unknown and not any(sent == each or is_in_range(sent, each) for each in declared):
                    yield Violation(encoding.name, f"has to be {' or '.join(declared)}, not {sent}")


def _media(body: ir.Body, media_type: str) -> ir.Media | None:
    """The declared media type that a content type matches, ranges such as image/* included."""
    declared = {essence(media.media_type): media for media in body.media}
    names = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    return next((declared[name] for name in names if name in declared), None)


def _content(text: str, media_type: str) -> Json:
    """The value of a parameter that is described by `content`."""
    return read_json(text) if _is_json(media_type) else text


def _is_json(media_type: str) -> bool:
    return classify_media_type(media_type) <= MediaFamily.OTHER_JSON


def _is_styled(encoding: ir.Encoding) -> bool:
    return bool(encoding.style or encoding.explode is not None or encoding.allow_reserved)


def _member_names(types: Types, type_: ir.Type) -> set[str]:
    """The names that an exploded object of this type has in a form."""
    objects = (each for each in types.alternatives(type_) if isinstance(each, ir.ObjectSchema))
    return {name for each in objects for name in members_of(each)[0]}
