"""What a request should look like: held against what arrived."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Any, Final
from urllib.parse import quote

from channelsmith import ir
from channelsmith.conform.bodies import body_problems
from channelsmith.conform.equal import comparable, shown, texts
from channelsmith.conform.given import Invocation
from channelsmith.conform.methods import Method
from channelsmith.conform.parameters import pairs_of, path_values, read
from channelsmith.conform.traffic import Exchange, Sent

_AUTHORIZATION: Final = "authorization"


def request_problems(
    sent: Sent, method: Method, given: Invocation, *, base: str, api: ir.Api, secrets: Sequence[str]
) -> Iterator[str]:
    """What is wrong with one request: method, path, parameters, body, key, credentials."""
    operation = method.operation
    if sent.method != operation.method:
        yield f"sent {sent.method}, not {operation.method}"
    path = path_values(method, sent, base)
    if path is None:
        yield f"the path {shown(sent.path)} is not {operation.path} with its values encoded"
    else:
        yield from _parameter_problems(sent, given, path, _key_names(api))
    yield from body_problems(sent, given)
    if operation.idempotency_key and not sent.header(operation.idempotency_key):
        yield f"no idempotency key in {operation.idempotency_key}"
    if not _accepts(sent.header("accept") or "", given.accept or _media_type(method)):
        yield f"it accepts {shown(sent.header('accept'))}, which leaves out {given.accept or _media_type(method)}"
    yield from _credential_problems(sent, operation, api, secrets)


def _media_type(method: Method) -> str:
    return (method.success.media_type or "") if method.success is not None else ""


def _accepts(said: str, media_type: str) -> bool:
    """Whether an Accept header asks for a media type, "" for any."""
    ranges = [each.partition(";")[0].strip().lower() for each in said.split(",")]
    bare = media_type.partition(";")[0].strip().lower()
    return not bare or any(fnmatchcase(bare, each) for each in ranges)


def repetition_problems(exchanges: Sequence[Exchange], method: Method) -> Iterator[str]:
    """What differs between the attempts of one call: nothing may."""
    first, *others = [each.sent for each in exchanges if each.here]
    for at, other in enumerate(others, 2):
        key = method.operation.idempotency_key
        if key and first.header(key) != other.header(key):
            yield f"attempt {at} has another idempotency key"
        elif (first.method, first.target) != (other.method, other.target):
            yield f"attempt {at} is {other.method} {shown(other.path)}, not as the first"
        elif _settled(first) != _settled(other):
            yield f"attempt {at} has other headers or another body than the first"


def _settled(sent: Sent) -> tuple[object, ...]:
    """What must not change; a multipart boundary may."""
    if (sent.header("content-type") or "").startswith("multipart/"):
        return (len(sent.body),)
    return (sorted(sent.headers), sent.body)


def _parameter_problems(sent: Sent, given: Invocation, path: dict[str, str], keys: set[str]) -> Iterator[str]:
    pairs = pairs_of(sent.query)
    known = set(keys)
    for argument, value in given.arguments:
        found, names = read(argument, value, sent, path, pairs)
        known |= names
        wanted: Any = value if argument.parameter.media_type else texts(value)
        if comparable(found) != comparable(wanted):
            where = argument.parameter.location.value
            yield f"{where} parameter {argument.parameter.name!r} is {shown(found)}, not {shown(wanted)}"
    if extra := sorted({name for name, _ in pairs} - known):
        yield f"the query has {', '.join(map(repr, extra))} that nobody gave"


def _key_names(api: ir.Api) -> set[str]:
    return {each.parameter for each in api.schemes if each.location == "query"}


def _credential_problems(sent: Sent, operation: ir.Operation, api: ir.Api, secrets: Sequence[str]) -> Iterator[str]:
    required = api.security if operation.security is None else operation.security
    schemes = {each.name: each for each in api.schemes}
    usable = [names for names in required if all(name in schemes for name in names)]
    carried = {name for name, scheme in schemes.items() if _carries(sent, scheme, secrets)}
    places = {(each.kind, each.location, each.parameter.lower()) for each in map(schemes.__getitem__, carried)}
    if usable and not any(set(names) <= carried for names in usable):
        yield "its credential is missing, or not where the document has it"
    longest = max((len(names) for names in usable), default=0)
    if len(places) > longest:
        yield f"it carries more credentials than it needs: {', '.join(sorted(carried))}"
    in_url = any(quote(each, safe="") in sent.target or each in sent.target for each in secrets)
    may_be = [names for names in usable if any(schemes[name].location == "query" for name in names)]
    if in_url and len(may_be) < len(usable):
        yield "the secret is in the URL, although it need not be"
    if in_url and not may_be:
        yield "the secret is in the URL"


def _carries(sent: Sent, scheme: ir.SecurityScheme, secrets: Sequence[str]) -> bool:
    said = sent.header(_AUTHORIZATION) or ""
    match scheme.kind:
        case ir.SchemeKind.BEARER:
            return said in {f"Bearer {each}" for each in secrets}
        case ir.SchemeKind.BASIC:
            return said in {f"Basic {b64encode(each.encode()).decode()}" for each in secrets}
        case ir.SchemeKind.API_KEY if scheme.location == "query":
            return any((scheme.parameter, quote(each, safe="")) in pairs_of(sent.query) for each in secrets)
        case ir.SchemeKind.API_KEY if scheme.location == "cookie":
            return any(f"{scheme.parameter}={each}" in (sent.header("cookie") or "") for each in secrets)
        case ir.SchemeKind.API_KEY:
            return sent.header(scheme.parameter) in secrets
