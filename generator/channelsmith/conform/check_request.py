"""Checks of a request as it arrived: method, path, parameters, body, idempotency key, credentials.

A parameter is read back into the values that were given. This is the reverse of what a client does and shares no code
with it. The table holds every style of OpenAPI; `explode` selects the separator, and a separator may be written in any
of its percent-encoded forms.
"""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from email import message_from_bytes, policy
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path
from typing import Any, Final, TypeAlias, cast
from urllib.parse import quote, unquote, unquote_plus

from channelsmith.conform.arguments import Arguments
from channelsmith.conform.compare import comparable, is_dict, is_list, json_difference, shorten
from channelsmith.conform.document import Api, BodyExample, Operation, Parameter, SecurityScheme, family, is_json
from channelsmith.conform.relay import Exchange, RecordedRequest

_OCTETS: Final = "application/octet-stream"
Texts: TypeAlias = "str | list[Any] | dict[str, Any] | None"
"""The texts of a parameter: one, one for each element or member, or None for a parameter that was not sent."""
Pairs: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Style:
    """How values of one style are written.

    `prefix` stands before the value. `separator` stands between elements, and between the names and values of an
    object; `exploded` between the elements, or `name=value` pairs, with explode. `is_named`: values follow the
    parameter's name.
    """

    prefix: str
    separator: str
    exploded: str
    is_named: bool


STYLES: Final[Mapping[str, Style]] = {
    # style                 prefix  separator     exploded  named            location       example of [3, 4], exploded
    "simple": Style("", ",", ",", is_named=False),  #                        path, header   3,4          3,4
    "label": Style(".", ",", r"\.", is_named=False),  #                      path           .3,4         .3.4
    "matrix": Style(";", ",", ";", is_named=True),  #                        path           ;p=3,4       ;p=3;p=4
    "form": Style("", ",", "[&;]", is_named=True),  #                        query, cookie  p=3,4        p=3&p=4
    "cookie": Style("", ",", "[&;]", is_named=True),  #                      cookie         p=3,4        p=3; p=4
    "spaceDelimited": Style("", r"%20|\+| ", "&", is_named=True),  #         query          p=3%204      p=3&p=4
    "pipeDelimited": Style("", r"%7C|%7c|\|", "&", is_named=True),  #        query          p=3%7C4      p=3&p=4
    "deepObject": Style("", "&", "&", is_named=True),  #                     query          p[a]=3&p[b]=4
}


def read_parameter(
    parameter: Parameter, value: Any, request: RecordedRequest, path: Mapping[str, str], query: Pairs
) -> tuple[Any, set[str]]:
    """Read what was sent for a parameter, in the shape of `value`; and the query names that belong to it."""
    match parameter.location:
        case "path":
            return _decoded(parameter, value, path.get(parameter.name), unquote), set()
        case "header":
            return _decoded(parameter, value, request.header(parameter.name), str), set()
        case "cookie":
            cookies = (cookie.partition("=") for cookie in (request.header("cookie") or "").split(";"))
            pairs = [(unquote(name.strip()), _unquoted(raw.strip())) for name, _, raw in cookies]
            return read_pairs(parameter, value, pairs, unquote)
        case "querystring":
            content = unquote(request.query)
            sent = json.loads(content) if content and is_json(parameter.media_type) else content or None
            return sent, {name for name, _ in query}
        case _:
            return read_pairs(parameter, value, query, unquote_plus)


def _unquoted(text: str) -> str:
    """The text of a quoted cookie, in which a character may be escaped by a backslash or be three octal digits."""
    quoted = re.fullmatch(r'"(.*)"', text)
    if quoted is None:
        return text
    return re.sub(r"\\(?:([0-3][0-7][0-7])|(.))", lambda found: found[2] or chr(int(found[1], 8)), quoted[1])


def read_pairs(
    parameter: Parameter, value: Any, pairs: Pairs, decode: Callable[[str], str] = unquote_plus
) -> tuple[Any, set[str]]:
    """Read a parameter of a query, cookie or form; and the names that belong to it."""
    name, is_object = parameter.name, isinstance(value, dict)
    if parameter.style == "deepObject" and not parameter.media_type:
        own = [(key, raw) for key, raw in pairs if key.startswith(f"{name}[")]
        return _nested(own, name, decode), {key for key, _ in own}
    spread = is_object and parameter.explode and not parameter.media_type
    own = [(key, raw) for key, raw in pairs if (key in value if spread else key == name)]
    text = "&".join(f"{quote(key, safe='')}={raw}" for key, raw in own) if own else None
    return _decoded(parameter, value, text, decode, is_paired=True), {key for key, _ in own}


def _decoded(  # noqa: PLR0911 -- the cases of the table
    parameter: Parameter, value: Any, text: str | None, decode: Callable[[str], str], *, is_paired: bool = False
) -> Any:
    """The texts in a serialized value; None where there is none, or it is not written in the parameter's style."""
    style = STYLES[parameter.style]
    if text is None or not (parameter.media_type or text.startswith(style.prefix)):
        return None
    if parameter.media_type:
        content = decode(text.partition("=")[2] if is_paired else text)
        return json.loads(content) if is_json(parameter.media_type) else content
    text = text.removeprefix(style.prefix)
    if parameter.explode and isinstance(value, list | dict):
        parts = [part.partition("=") for part in re.split(style.exploded, text)]
        if isinstance(value, dict):
            return _repeated((decode(key), decode(raw)) for key, _, raw in parts)
        if style.is_named:
            return [decode(raw) for key, _, raw in parts if unquote(key) == parameter.name]
        return [decode("".join(part)) for part in parts]
    key, _, text = text.partition("=") if style.is_named else (parameter.name, "", text)
    if unquote(key) != parameter.name:
        return None
    if not isinstance(value, list | dict):
        return decode(text)
    elements = [decode(part) for part in re.split(style.separator, text)]
    return elements if isinstance(value, list) else dict(zip(elements[::2], elements[1::2], strict=False))


def _repeated(members: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The members of an exploded object; a repeated name is a list."""
    texts: dict[str, list[str]] = {}
    for name, text in members:
        texts.setdefault(name, []).append(text)
    return {name: found if len(found) > 1 else found[0] for name, found in texts.items()}


def _nested(pairs: Pairs, name: str, decode: Callable[[str], str]) -> dict[str, Any] | None:
    """The members of `name[a][b]=value`; a repeated name is a list."""
    members: dict[str, Any] = {}
    for key, raw in pairs:
        *above, last = re.findall(r"\[([^\]]*)\]", key.removeprefix(name))
        owner = members
        for step in above:
            owner = owner.setdefault(step, {})
        known = [owner[last]] if last in owner and not isinstance(owner[last], list) else owner.get(last, [])
        owner[last] = [*known, decode(raw)] if known else decode(raw)
    return members or None


def pairs_of(query: str) -> Pairs:
    """Name and value of each part of a query; names are decoded, values are not."""
    parts = (part.partition("=") for part in query.split("&"))
    return [(unquote_plus(name), value) for name, _, value in parts if name]


def texts_of(value: Any, *, nested: bool = False) -> Any:
    """The texts that a parameter's value is sent as; None for an empty list or object, which is left out.

    What OpenAPI leaves undefined, a list or object inside another, is JSON; with `nested` it goes on as it is.
    """
    if is_dict(value):
        return {str(name): _text(member, nested=nested) for name, member in value.items()} or None
    if is_list(value):
        return [_text(element, nested=nested) for element in value] or None
    return _text(value)


def _text(value: Any, *, nested: bool = False) -> Any:
    if is_dict(value) or is_list(value):
        only = value[0] if is_list(value) and len(value) == 1 else value  # written like the element alone
        return texts_of(only, nested=True) if nested else json.dumps(value, default=_text)
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case bytes():
            return value.decode("utf-8", "backslashreplace")
        case _:
            return value.isoformat() if hasattr(value, "isoformat") else str(value)


_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


def request_problems(
    request: RecordedRequest,
    operation: Operation,
    arguments: Arguments,
    *,
    base: str,
    api: Api,
    secrets: Sequence[str],
) -> Iterator[str]:
    """Return what is wrong with a request; `base` is the path of the base URL."""
    if request.method != operation.method:
        yield f"sent {request.method}, not {operation.method}"
    path = _path_values(operation, request, base)
    if path is None:
        yield f"the path {shorten(request.path)} is not {operation.path} with its values encoded"
    else:
        yield from _parameter_problems(request, arguments, path, api)
    yield from _body_problems(request, operation, arguments)
    if operation.idempotency_key and not request.header(operation.idempotency_key):
        yield f"no idempotency key in {operation.idempotency_key}"
    success = operation.success
    declared = (operation.media_of(success.code) if success is not None else None) or {}
    wanted = [arguments.accept] if arguments.accept else list(declared)
    header = request.header("accept") or ""
    if wanted and not any(_accepts(header, media_type) for media_type in wanted):
        yield f"it accepts {shorten(header)}, which leaves out {', '.join(wanted)}"
    yield from _credential_problems(request, operation, api, secrets)


def repetition_problems(exchanges: Sequence[Exchange], operation: Operation, *, cookie: str = "") -> Iterator[str]:
    """Return what differs between the attempts of one call: nothing may but a `cookie` that the server has set."""
    first, *others = [exchange.request for exchange in exchanges]
    key = operation.idempotency_key
    for number, other in enumerate(others, 2):
        if key and first.header(key) != other.header(key):
            yield f"attempt {number} has another idempotency key"
        elif (first.method, first.target) != (other.method, other.target):
            yield f"attempt {number} is {other.method} {shorten(other.path)}, not as the first"
        elif _constant_part(first) != _constant_part(other):
            yield f"attempt {number} has other headers or another body than the first"
        sent = _cookies(other)
        if cookie and sent != _cookies(first) | {cookie}:
            yield f"attempt {number} has the cookies {', '.join(sorted(sent))}, not those of the first and {cookie}"


def _cookies(request: RecordedRequest) -> set[str]:
    """The cookies of a request, in any order."""
    lines = [value for name, value in request.headers if name.lower() == "cookie"]
    return {cookie.strip() for line in lines for cookie in line.split(";") if cookie.strip()}


def _constant_part(request: RecordedRequest) -> tuple[object, ...]:
    """What must not change; a multipart boundary may."""
    if (request.header("content-type") or "").startswith("multipart/"):
        return (len(request.body),)
    return (sorted(header for header in request.headers if header[0].lower() != "cookie"), request.body)


def _path_values(operation: Operation, request: RecordedRequest, base: str) -> dict[str, str] | None:
    """The values in the path, still encoded; None when it is another path."""
    literals = [re.escape(part) for part in _PLACEHOLDER.split(operation.path)[::2]]
    match = re.fullmatch(re.escape(base) + "([^/]+)".join(literals), request.path)
    names = _PLACEHOLDER.findall(operation.path)
    return dict(zip(names, match.groups(), strict=True)) if match else None


def _accepts(header: str, media_type: str) -> bool:
    """Whether an Accept header asks for a declared media type, or for one in a declared range."""
    ranges = [media_range.partition(";")[0].strip().lower() for media_range in header.split(",")]
    bare = media_type.partition(";")[0].strip().lower()
    return any(fnmatchcase(bare, media_range) or fnmatchcase(media_range, bare) for media_range in ranges)


def _parameter_problems(
    request: RecordedRequest, arguments: Arguments, path: Mapping[str, str], api: Api
) -> Iterator[str]:
    query = pairs_of(request.query)
    known = {scheme.parameter for scheme in api.schemes.values() if scheme.location == "query"}
    for parameter, value in arguments.values:
        sent, names = read_parameter(parameter, value, request, path, query)
        known |= names
        wanted = _expected(parameter, value)
        # a list inside an exploded object, which OpenAPI leaves undefined, may repeat its name
        others = texts_of(value, nested=True) if parameter.explode and not parameter.media_type else wanted
        if comparable(sent) not in (comparable(wanted), comparable(others)):
            yield f"{parameter.location} parameter {parameter.name!r} is {shorten(sent)}, not {shorten(wanted)}"
    if unexpected := sorted({name for name, _ in query} - known):
        yield f"the query has {', '.join(map(repr, unexpected))}, which was not given"


def _expected(parameter: Parameter, value: Any) -> Any:
    return value if parameter.media_type else texts_of(value, nested=parameter.style == "deepObject")


def _body_problems(request: RecordedRequest, operation: Operation, arguments: Arguments) -> Iterator[str]:
    """What is wrong with the body and its media type."""
    example = arguments.example
    if example is None:
        if request.body:
            yield f"a body of {len(request.body)} bytes that was not given"
        return
    media_type = (request.header("content-type") or "").partition(";")[0].strip().lower()
    wanted = [arguments.media_type or example.media_type]
    if isinstance(arguments.body, Path) and not arguments.media_type:  # its name may say which of the types it is
        wanted = [body.media_type for body in operation.bodies]
    if not any(fnmatchcase(media_type, name.partition(";")[0].strip().lower()) for name in wanted):
        yield f"the body is {media_type or 'without a media type'}, not {' or '.join(wanted)}"
        return
    try:
        yield from _content_problems(request, arguments, example)
    except ValueError as error:
        yield f"the body cannot be read as {media_type}: {error}"


def _body_differences(sent: Any, wanted: Any) -> Iterator[str]:
    if not (is_dict(sent) and is_dict(wanted)):
        yield f"the body is {shorten(sent)}, not {shorten(wanted)}"
        return
    for name in sorted({*sent, *wanted}):
        if name not in sent:
            yield f"the body lacks {name!r}"
        elif name not in wanted:
            yield f"the body has {name!r}, which was not given"
        elif sent[name] != wanted[name]:
            yield f"{name!r} of the body is {shorten(sent[name])}, not {shorten(wanted[name])}"


def _content_problems(request: RecordedRequest, arguments: Arguments, example: BodyExample) -> Iterator[str]:
    """What is wrong with the content of a body of the right media type."""
    match family(example.media_type):
        case "json":
            if difference := json_difference(json.loads(request.body, parse_float=Decimal), arguments.wire):
                yield f"the body is {difference}"
        case "form":
            sent, wanted = _read_form(request.body.decode(), arguments.body, example.encodings)
            if sent != wanted:
                yield from _body_differences(sent, wanted)
        case "multipart":
            yield from part_problems(request, arguments.body, example)
        case "text":
            if request.body.decode() != arguments.body:
                yield f"the body is {shorten(request.body)}, not {shorten(arguments.body)}"
        case _:
            content = _file_content(arguments.body)
            if request.body != content:
                yield f"the body is {shorten(request.body)}, not {shorten(content)}"


def _file_content(file: Any) -> Any:
    """The bytes of a file that was given as bytes, a stream or a path."""
    if isinstance(file, Path):
        return file.read_bytes()
    return file.getvalue() if isinstance(file, BytesIO) else file


def _read_form(text: str, body: Any, encodings: Mapping[str, Parameter]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of an urlencoded form: each property is written as a query parameter, in the style of its encoding."""
    fields = pairs_of(text)
    sent: dict[str, Any] = {}
    wanted: dict[str, Any] = {}
    known = set[str]()
    for name, value in (body if is_dict(body) else {}).items():
        default = Parameter(name, "query", name, media_type="application/json" if is_dict(value) else "")
        parameter = encodings.get(name, default)
        received, names = read_pairs(parameter, value, fields)
        expected = _expected(parameter, value)
        known |= names
        sent |= {name: comparable(received)} if received is not None else {}
        wanted |= {name: comparable(expected)} if expected is not None else {}
    return sent | {name: raw for name, raw in fields if name not in known}, wanted


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body; without a `filename` it is no file, without a `name` it has none."""

    name: str | None
    content: Any
    media_type: str = ""
    filename: str | None = None


def read_parts(request: RecordedRequest) -> list[Part]:
    """Read the parts of a multipart body.

    Raises:
        ValueError: it has none.
    """
    head = f"Content-Type: {request.header('content-type')}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=policy.HTTP)
    if not message.is_multipart():
        raise ValueError("it has no parts")
    parts: list[Part] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = cast("bytes", part.get_payload(decode=True))
        media_type = part.get_content_type() if "content-type" in part else ""
        parts.append(Part(str(name) if name else None, content, media_type, part.get_filename()))
    return parts


def part_problems(request: RecordedRequest, body: Any, example: BodyExample) -> Iterator[str]:
    """Return what is wrong with the parts of a multipart body.

    Every property is a part, and every element of a list: files under their names and media types, objects as JSON,
    other values as text. A property whose encoding has a style is written like a query parameter.
    """
    sent: dict[str | None, list[Part]] = {}
    for part in read_parts(request):
        sent.setdefault(part.name, []).append(part)
    for name, value in (body if is_dict(body) else {}).items():
        if name in example.encodings and example.media_type.lower().startswith("multipart/form-data"):
            yield from _styled_part_problems(example.encodings[name], value, sent)
            continue
        wanted = [each for each in (value if is_list(value) else [value]) if each is not None]
        parts = sent.pop(name, [])
        if len(parts) != len(wanted):
            yield f"{name!r} has {len(parts)} parts, not {len(wanted)}"
        for part, element in zip(parts, wanted, strict=False):
            declared = example.content_types.get(name, "")
            problems = (
                _file_problems(part, element, declared)
                if name in example.files
                else _text_problems(part, element, declared)
            )
            yield from (f"{name!r} of the body {problem}" for problem in problems)
    if sent:
        yield f"the body has {', '.join(sorted(map(repr, sent)))}, which was not given"


def _styled_part_problems(encoding: Parameter, value: Any, sent: dict[str | None, list[Part]]) -> Iterator[str]:
    texts = {name: [part.content.decode() for part in parts] for name, parts in sent.items() if name is not None}
    pairs = [(name, quote(text, safe=",|[]")) for name, contents in texts.items() for text in contents]
    received, names = read_pairs(encoding, value, pairs)
    wanted = _expected(encoding, value)
    for name in names:
        del sent[name]
    if comparable(received) != comparable(wanted):
        yield f"{encoding.name!r} of the body is {shorten(received)}, not {shorten(wanted)}"


def _file_problems(part: Part, value: Any, declared: str) -> Iterator[str]:
    """What is wrong with a part that is a file, given as bytes, a path, or a tuple of name, content and media type."""
    given = tuple[Any, ...](value if isinstance(value, tuple) else ("", value))  # pyright: ignore[reportUnknownArgumentType]
    name, content, media_type = str(given[0]), given[1], str(given[2]) if len(given) > 2 else ""  # noqa: PLR2004
    expected = _file_content(content)
    name = name or (content.name if isinstance(content, Path) else "")
    if part.content != expected:
        yield f"is {shorten(part.content)}, not {shorten(expected)}"
    if not part.filename or (name and part.filename != name):
        yield f"has the file name {part.filename!r}{f', not {name!r}' if name else ''}"
    accepted = [each.strip().lower() for each in (media_type or declared).split(",") if each.strip()]
    if len(accepted) > 1 or (isinstance(value, Path) and not accepted):
        accepted.append(_OCTETS if not isinstance(value, Path) else "*/*")  # which of the types it is, is not known
    if not part.media_type or (accepted and not any(fnmatchcase(part.media_type, each) for each in accepted)):
        yield f"is {part.media_type or 'without a media type'}, not {' or '.join(accepted)}"


def _text_problems(part: Part, value: Any, declared: str) -> Iterator[str]:
    """What is wrong with a part that is no file."""
    is_structured = is_dict(value) or is_list(value)
    accepted = [each.strip().lower() for each in declared.split(",") if each.strip()]
    accepted = accepted or (["application/json"] if is_structured else ["text/plain", ""])
    if not any(fnmatchcase(part.media_type, each) for each in accepted):
        yield f"is {part.media_type or 'without a media type'}, not {accepted[0]}"
    if part.filename:
        yield f"has the file name {part.filename!r}, although it is no file"
    text = part.content.decode("utf-8", "backslashreplace")
    if is_structured or is_json(part.media_type):
        difference = json_difference(
            json.loads(text, parse_float=Decimal), json.loads(json.dumps(value, default=_text))
        )
        if difference:
            yield f"is {difference}"
    elif comparable(text) != comparable(_text(value)):
        yield f"is {shorten(text)}, not {shorten(_text(value))}"


def _credential_problems(
    request: RecordedRequest, operation: Operation, api: Api, secrets: Sequence[str]
) -> Iterator[str]:
    carried = {name for name, scheme in api.schemes.items() if _carries(request, scheme, secrets)}
    places = {
        (scheme.type, scheme.location, scheme.parameter.lower()) for scheme in map(api.schemes.__getitem__, carried)
    }
    options = operation.security
    if options and not any(set(names) <= carried for names in options):
        yield "its credential is missing, or in another place than documented"
    if len(places) > max((len(names) for names in options), default=0):
        yield f"it carries more credentials than it needs: {', '.join(sorted(carried))}"
    in_url = any(quote(secret, safe="") in request.target or secret in request.target for secret in secrets)
    for_url = [names for names in options if any(api.schemes[name].location == "query" for name in names)]
    if in_url and len(for_url) < len(options):
        yield "the secret is in the URL, although it need not be"
    if in_url and not for_url:
        yield "the secret is in the URL"


def _carries(request: RecordedRequest, scheme: SecurityScheme, secrets: Sequence[str]) -> bool:
    authorization = request.header("authorization") or ""
    match scheme.type, scheme.location:
        case "bearer", _:
            return authorization in {f"Bearer {secret}" for secret in secrets}
        case "basic", _:
            return authorization in {f"Basic {b64encode(secret.encode()).decode()}" for secret in secrets}
        case _, "query":
            return any((scheme.parameter, quote(secret, safe="")) in pairs_of(request.query) for secret in secrets)
        case _, "cookie":
            return any(f"{scheme.parameter}={secret}" in (request.header("cookie") or "") for secret in secrets)
        case _:
            return request.header(scheme.parameter) in secrets
