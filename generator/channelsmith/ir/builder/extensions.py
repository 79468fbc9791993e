"""Extensions of the x- vocabulary.

An extension with one of our names but another schema is ignored.
"""

from typing import Any

from channelsmith import ir
from channelsmith.document import Node, json_pointer
from channelsmith.lint.vocabulary import validator_of


def extension(node: Node, name: str) -> Node | None:
    """Return the value of an extension, None if it is missing or does not match the vocabulary."""
    member = node.get(name)
    return member if member is not None and validator_of(name).is_valid(member.value) else None


def extension_text(node: Node, name: str) -> str:
    """Return the text of an extension, "" if it is missing or does not match the vocabulary."""
    member = extension(node, name)
    return member.as_text() if member is not None else ""


def _value(node: Node, name: str) -> Any:
    """Return the value of an extension, whose form is known from the vocabulary; None if it is missing."""
    member = extension(node, name)
    return member.value if member is not None else None


def envelope(node: Node) -> ir.Envelope | None:
    """Return the `x-envelope` of an operation or a body schema."""
    if (value := _value(node, "x-envelope")) is None:
        return None
    return ir.Envelope(
        success=value["success"],
        payload=value.get("payload", ""),
        message=value.get("message", ""),
        errors=tuple(value.get("errors", ())),
        request_id=value.get("requestId", ""),
    )


def rate_limit(node: Node) -> ir.RateLimit | None:
    """Return the `x-rate-limit` of an operation or of the document."""
    if (value := _value(node, "x-rate-limit")) is None:
        return None
    headers = value.get("headers", {})
    return ir.RateLimit(
        requests=int(value["requests"]),
        per=float(value["per"]),
        scope=value["scope"],
        retry_after_header=headers.get("retryAfter", ""),
        limit_header=headers.get("limit", ""),
        remaining_header=headers.get("remaining", ""),
    )


def concurrency(node: Node) -> ir.Concurrency | None:
    """Return the `x-concurrency` of an operation or of the document."""
    value = _value(node, "x-concurrency")
    return ir.Concurrency(int(value["requests"]), value["scope"]) if value is not None else None


def retry(node: Node) -> ir.Retry | None:
    """Return the `x-retry` of an operation or of the document."""
    value = _value(node, "x-retry")
    return ir.Retry(tuple(map(int, value.get("statuses", ()))), value.get("safe")) if value is not None else None


def idempotency_key(node: Node) -> str:
    """Return the header of `x-idempotency-key`, "" if there is none."""
    value = _value(node, "x-idempotency-key")
    return str(value["header"]) if value is not None else ""


def batch_limit(node: Node) -> ir.BatchLimit | None:
    """Return the `x-batch-limit` of an operation."""
    if (value := _value(node, "x-batch-limit")) is None:
        return None
    key = json_pointer.split(value.get("key", ""))
    return ir.BatchLimit(
        pointer=value["pointer"],
        items=int(value.get("items", 0)),
        bytes=int(value.get("bytes", 0)),
        key=key[-1] if key else "",
    )


def polling(node: Node) -> ir.Polling | None:
    """Return the `x-polling` of an operation."""
    if (value := _value(node, "x-polling")) is None:
        return None
    status, result, reuse, states = value["status"], value["result"], value.get("reuse"), value["states"]
    return ir.Polling(
        id=value["id"],
        method=value.get("method", ""),
        status=ir.JobOperation(status["operation"], status["parameter"]),
        state=status["state"],
        result=ir.JobOperation(result["operation"], result["parameter"]),
        reuse=_reuse(reuse) if reuse is not None else None,
        done=tuple(states.get("done", ())),
        failed=tuple(states.get("failed", ())),
        gone=tuple(states.get("gone", ())),
        interval=float(value["interval"]),
        attempts=int(value.get("attempts", 1)),
    )


def _reuse(value: Any) -> ir.JobList:
    parameters = tuple(value.get("parameters", {}).items())
    suffixes = tuple(value.get("suffixes", {}).items())
    return ir.JobList(value["operation"], parameters, value["items"], value.get("createdFrom", ""), suffixes)


def is_empty_until_ready(node: Node) -> bool:
    """Return the `x-empty-until-ready` of an operation."""
    return bool(_value(node, "x-empty-until-ready"))


def codes(node: Node) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the `x-codes` of an operation: likely error codes by status."""
    if (value := _value(node, "x-codes")) is None:
        return ()
    return tuple((status, tuple(map(int, listed))) for status, listed in value.items())
