"""Ways to break the runtime of a client, each with the cell that has to notice."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutation:
    """One break: `old` in a file of `_runtime` becomes `new`. `cell` fails then."""

    name: str
    file: str
    old: str
    new: str
    cell: str

    @property
    def cells(self) -> str:
        """The pattern of the cell and its like for the other client."""
        return f"{self.cell.rpartition('/')[0]}/*"


MUTATIONS = (
    Mutation(
        "a blind POST is sent again",
        "retry.py",
        "return has_idempotency_key or method.upper() in REPEATABLE_METHODS",
        "return True",
        "createTool/503/sync",
    ),
    Mutation(
        "a GET is not sent again after 503",
        "retry.py",
        "TRANSIENT_STATUSES = frozenset({500, 502, 503, 504})",
        "TRANSIENT_STATUSES = frozenset({500, 502, 504})",
        "getTool/503/async",
    ),
    Mutation(
        "nothing is sent again after a broken connection",
        "retry.py",
        "    if status is not None and status not in transient:",
        "    if status not in transient:",
        "getTool/reset/sync",
    ),
    Mutation(
        "Retry-After is ignored",
        "retry.py",
        "    if asked is not None:\n        return min(asked, LONGEST_WAIT)\n",
        "",
        "createTool/429-later/sync",
    ),
    Mutation(
        "there is no pause before the next attempt",
        "retry.py",
        "return pause * (0.5 + random() / 2)",
        "return 0.0",
        "getTool/503/sync",
    ),
    Mutation(
        "pauses do not grow",
        "retry.py",
        "FIRST_BACKOFF * 2.0**attempt",
        "FIRST_BACKOFF",
        "getTool/503-always/sync",
    ),
    Mutation(
        "errors do not tell how long to wait",
        "response/failures.py",
        "        retry_after=asked_to_wait(response, operation, config),\n",
        "",
        "getTool/429-always/sync",
    ),
    Mutation(
        "another media type is asked for",
        "flow.py",
        '("Accept", operation.accept)',
        '("Accept", "text/csv")',
        "getStatus/documented/sync",
    ),
    Mutation(
        "429 is not sent again",
        "retry.py",
        "    if status == TOO_MANY_REQUESTS:\n        return True\n",
        "",
        "createTool/429/async",
    ),
    Mutation(
        "it is tried once more than asked for",
        "flow.py",
        "if not wanted or attempt >= config.options.max_retries:",
        "if not wanted or attempt > config.options.max_retries:",
        "getTool/503-always/sync",
    ),
    Mutation(
        "each attempt has an idempotency key of its own",
        "http/transport.py",
        "    for placed in request.secrets:\n",
        '    if "idempotency-key" in headers:\n'
        '        headers["idempotency-key"] = ("Idempotency-Key", __import__("uuid").uuid4().hex)\n'
        "    for placed in request.secrets:\n",
        "lendTool/lost/sync",
    ),
    Mutation(
        "all calls have the same idempotency key",
        "operation.py",
        "headers.append((key, str(uuid4())))",
        'headers.append((key, "the-same"))',
        "lendTool/least/sync",
    ),
    Mutation(
        "the idempotency key is not sent",
        "operation.py",
        "        headers.append((key, str(uuid4())))",
        "        pass",
        "lendTool/documented/sync",
    ),
    Mutation(
        "the credential is not sent",
        "http/transport.py",
        'if placed.location == "header":',
        'if placed.location == "heather":',
        "getStatus/documented/sync",
    ),
    Mutation(
        "the key travels in the URL",
        "auth/schemes.py",
        "return not names, self.preferred not in names, in_url",
        "return not names, self.preferred not in names, not in_url",
        "getStatus/documented/async",
    ),
    Mutation(
        "statuses have each other's classes",
        "errors.py",
        "    return _BY_STATUS.get(status) or ",
        "    return _BY_STATUS.get({403: 404, 404: 403}.get(status, status)) or ",
        "getTool/404/several/sync",
    ),
    Mutation(
        "a failure inside a success is taken for a success",
        "response/decode.py",
        "    if refused or coded:",
        "    if coded:",
        "getStatus/failure-inside/sync",
    ),
    Mutation(
        "codes inside a success are overlooked",
        "response/decode.py",
        "    if refused or coded:",
        "    if refused:",
        "getTool/failure-inside/async",
    ),
    Mutation(
        "404 is not raised",
        "http/messages.py",
        "return self.status // 100 == 2",
        "return self.status // 100 == 2 or self.status == 404",
        "getTool/404/several/async",
    ),
    Mutation(
        "error codes are swallowed",
        "response/failures.py",
        "        codes=tuple(",
        "        codes=()[1:] and tuple(",
        "deleteTool/404/several/sync",
    ),
    Mutation(
        "only the first error code is told",
        "response/failures.py",
        ", _CODES)),",
        ", _CODES)[:1]),",
        "deleteTool/404/several/sync",
    ),
    Mutation(
        "request ids are lost",
        "response/failures.py",
        'request_id=next(iter((*ids, *from_headers)), ""),',
        'request_id="",',
        "getStatus/403/closed/sync",
    ),
    Mutation(
        "null is left out of a body",
        "serialization.py",
        "value, by_alias=True, exclude_unset=True, context=context",
        "value, by_alias=True, exclude_unset=True, exclude_none=True, context=context",
        "createTool/null/sync",
    ),
    Mutation(
        "what is not given is sent as null",
        "serialization.py",
        "value, by_alias=True, exclude_unset=True, context=context",
        "value, by_alias=True, context=context",
        "createTool/least/sync",
    ),
    Mutation(
        "the last query parameter is dropped",
        "operation.py",
        'query_string="&".join(',
        'query_string=(lambda text: text.rpartition("&")[0])("&".join(',
        "listTools/odd/async",
    ),
    Mutation(
        "lists are written in another style",
        "request/parameters.py",
        "        case list() if explode:\n            return tuple((name, encode(text)) for text in shape)\n",
        "",
        "listTools/odd/sync",
    ),
    Mutation(
        "pipes become commas",
        "request/parameters.py",
        '"pipeDelimited": "%7C"',
        '"pipeDelimited": ","',
        "listTools/odd/sync",
    ),
    Mutation(
        "a path is not percent-encoded",
        "request/parameters.py",
        "encode=_percent_and_dots if has_dots else _percent)",
        "encode=str)",
        "getTool/odd/sync",
    ),
    Mutation(
        "times lose their zone on the way out",
        "scalars.py",
        '    return moment.isoformat().replace("+00:00", "Z")',
        "    return moment.replace(tzinfo=None).isoformat()",
        "listTools/odd/sync",
    ),
    Mutation(
        "times lose their zone on the way in",
        "scalars.py",
        "        moment.text = text\n        return moment",
        "        return moment.replace(tzinfo=None)",
        "getTool/200/saw/sync",
    ),
    Mutation(
        "decimals go through floats",
        "serialization.py",
        "(parse_float=parse_fraction), json.JSONDecoder(parse_float=Decimal)",
        "(), json.JSONDecoder()",
        "getTool/unknown/sync",
    ),
    Mutation(
        "decimals are sent as floats",
        "scalars.py",
        "    if isinstance(number, Decimal):\n        return f",
        "    if isinstance(number, Decimal) and not number:\n        return f",
        "createTool/flat/sync",
    ),
    Mutation("unknown members are dropped", "model.py", 'extra="allow"', 'extra="ignore"', "getTool/unknown/async"),
    Mutation(
        "unknown enum values are refused",
        "types.py",
        "        if not isinstance(value, str):\n            return None\n",
        "        if isinstance(value, str):\n            return None\n",
        "getTool/unknown/async",
    ),
    Mutation(
        "pagination stops early",
        "pagination.py",
        "        self.call = None if self.cursor is None else",
        "        self.call = None if True else",
        "listTools/pages/sync",
    ),
    Mutation(
        "pagination does not stop",
        "pagination.py",
        "is_last = _value_at(page, pagination.stop) == pagination.stop_value if pagination.stop else not cursor",
        "is_last = not cursor",
        "listTools/pages/async",
    ),
    Mutation(
        "the next page is asked for without the other arguments",
        "pagination.py",
        "if pair and unquote_plus",
        "if not pair and unquote_plus",
        "listTools/pages/sync",
    ),
    Mutation(
        "a redirect to another host is followed",
        "request/urls.py",
        "    return target if same_origin(url, target) else None",
        "    return target",
        "getTool/redirect/sync",
    ),
    Mutation(
        "a redirect on the host is not followed",
        "flow.py",
        "_REDIRECTS = frozenset({301, 302, 303, 307, 308})",
        "_REDIRECTS = frozenset({301, 302, 303})",
        "getTool/redirect-here/async",
    ),
    Mutation(
        "a body that ends too early is taken for whole",
        "http/transport.py",
        '    "RequestError": "broken",',
        '    "RequestNothing": "broken",',
        "getTool/truncate/sync",
    ),
    Mutation(
        "an HTML page is delivered as a value",
        "response/decode.py",
        "_NO_JSON if is_text and as_json else content",
        "content",
        "getTool/html/sync",
    ),
    Mutation(
        "what does not fit is not reported",
        "response/decode.py",
        "    report_drift(operation.id, findings, config.options.on_drift, config.warned)\n",
        "",
        "getTool/drift/sync",
    ),
    Mutation(
        "strict is not obeyed",
        "response/decode.py",
        "    if config.options.strict:",
        "    if not config:",
        "getTool/drift-strict/async",
    ),
    Mutation(
        "the async client sends GET for DELETE",
        "http/transport.py",
        "            response = await client.request(\n                arguments.method,",
        "            response = await client.request(\n"
        '                "GET" if arguments.method == "DELETE" else arguments.method,',
        "deleteTool/documented/async",
    ),
    Mutation(
        "the async client does not wait as long as it is asked to",
        "client.py",
        "await self._sleep(seconds)",
        "await self._sleep(seconds / 2)",
        "getTool/429-later/async",
    ),
)
