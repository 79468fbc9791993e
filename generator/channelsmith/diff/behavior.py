"""What a client does beyond its signatures: limits, retries, envelopes, pages, jobs, credentials, errors, defaults.

Each aspect is a text that says what happens; two clients behave alike where the texts are equal.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from channelsmith import ir
from channelsmith.document import Document, Json, json_pointer
from channelsmith.document.json_text import format_json
from channelsmith.ir.builder.pagination import describe_pagination

Behavior = Mapping[str, str]
"""Aspect, such as `rate-limit`, to what happens, in words."""

NONE: Final = "none"
_SCOPES: Final = {"operation": "for each operation", "account": "for the account"}


def describe_operation(operation: ir.Operation, api: ir.Api) -> Behavior:
    """Return what happens in calls of an operation that differs from what the document says for all."""
    aspects: dict[str, str] = {
        "rate-limit": _rate_limit(operation.rate_limit),
        "concurrency": _concurrency(operation.concurrency),
        "retry": _retry(operation.retry),
        "idempotency": f"the header {operation.idempotency_key}" if operation.idempotency_key else "",
        "envelope": _envelope(operation.envelope),
        "batch-limit": _batch_limit(operation.batch_limit),
        "pagination": describe_pagination(operation.pagination) if operation.pagination is not None else "",
        "polling": _polling(operation.polling),
        "credentials": _credentials(operation.security, api) if operation.security is not None else "",
        "errors": ", ".join(sorted(each.status for each in operation.responses if not each.status.startswith("2"))),
        "error-codes": "; ".join(f"{status}: {', '.join(map(str, codes))}" for status, codes in operation.codes),
        "server": operation.server,
    }
    return {aspect: text for aspect, text in aspects.items() if text}


def describe_api(api: ir.Api) -> Behavior:
    """Return what happens in all calls."""
    schemes = {scheme.name: scheme for scheme in api.schemes}
    aspects: dict[str, str] = {
        "rate-limit": _rate_limit(api.rate_limit),
        "concurrency": _concurrency(api.concurrency),
        "retry": _retry(api.retry),
        "credentials": _credentials(api.security, api) if api.security else "",
        "retryable-codes": ", ".join(row.name for row in api.errors.rows if row.retryable) if api.errors else "",
        "authentication": "; ".join(
            f"{scheme.name} as {scheme.kind.value} {scheme.location} {scheme.parameter}".rstrip()
            for _, scheme in sorted(schemes.items())
        ),
    }
    return {aspect: text for aspect, text in aspects.items() if text}


def describe_default(document: Document, schema: str, name: str) -> str:
    """Return the default of a property of the schema at a pointer, as JSON; "" if it has none."""
    node = document.find(json_pointer.join(schema, "properties", name))
    if node is None or not node.is_mapping:
        return ""
    declared = node.get("default") or node.resolve().get("default")
    return format_default(declared.value) if declared is not None else ""


def format_default(value: Json) -> str:
    """Format a default as one line of JSON."""
    return " ".join(format_json(value).split())


def differing_aspects(old: Behavior, new: Behavior) -> Iterator[tuple[str, str, str]]:
    """Yield the aspects in which two behaviours differ, with the old and the new text."""
    for aspect in sorted({*old, *new}):
        before, after = old.get(aspect, NONE), new.get(aspect, NONE)
        if before != after:
            yield aspect, before, after


def _rate_limit(limit: ir.RateLimit | None) -> str:
    if limit is None:
        return ""
    headers = (limit.retry_after_header, limit.limit_header, limit.remaining_header)
    reported = f", reported in {', '.join(filter(None, headers))}" if any(headers) else ""
    return f"{limit.requests} in {limit.per:g} s {_SCOPES.get(limit.scope, limit.scope)}{reported}"


def _concurrency(limit: ir.Concurrency | None) -> str:
    return f"{limit.requests} at a time {_SCOPES.get(limit.scope, limit.scope)}" if limit is not None else ""


def _retry(retry: ir.Retry | None) -> str:
    if retry is None:
        return ""
    safe = {True: "repeating is safe", False: "repeating is not safe", None: ""}[retry.safe]
    statuses = f"after {', '.join(map(str, retry.statuses))}" if retry.statuses else ""
    return ", ".join(filter(None, (statuses, safe)))


def _envelope(envelope: ir.Envelope | None) -> str:
    if envelope is None:
        return ""
    parts = {
        "success": envelope.success,
        "payload": envelope.payload,
        "message": envelope.message,
        "errors": " ".join(envelope.errors),
        "request id": envelope.request_id,
    }
    return ", ".join(f"{name} at {pointer}" for name, pointer in parts.items() if pointer)


def _batch_limit(limit: ir.BatchLimit | None) -> str:
    if limit is None:
        return ""
    parts = (f"{limit.items} items" if limit.items else "", f"{limit.bytes} bytes" if limit.bytes else "")
    key = f", entries known by {limit.key}" if limit.key else ""
    return f"at most {' and '.join(filter(None, parts))} in {limit.pointer or 'the body'}{key}"


def _polling(polling: ir.Polling | None) -> str:
    if polling is None:
        return ""
    groups = {"done": polling.done, "failed": polling.failed, "gone": polling.gone}
    states = "; ".join(f"{group}: {', '.join(names)}" for group, names in groups.items() if names)
    attempts = f", up to {polling.attempts} jobs" if polling.attempts > 1 else ""
    reuse = f", reusing jobs of {polling.reuse.operation}" if polling.reuse is not None else ""
    return f"every {polling.interval:g} s at {polling.status.operation} ({states}){attempts}{reuse}"


def _credentials(requirements: ir.Requirements, api: ir.Api) -> str:
    known = {scheme.name: scheme.credential for scheme in api.schemes}
    if not requirements:
        return "without credentials"
    return " or ".join(" and ".join(known.get(name, name) for name in names) or "nothing" for names in requirements)
