"""The x- vocabulary, as far as the generator acts on it."""

from channelsmith import ir
from channelsmith.document import Document, Node
from channelsmith.ir.builder.text import extension
from channelsmith.lint.vocabulary import whole


def source(document: Document, node: Node) -> ir.Source | None:
    """The `x-source` in force at a node: its own keys over those of everything above it."""
    merged: dict[str, str] = {}
    for above in _line_of(document, node):
        said = extension(above, "x-source")
        if said is not None:
            merged |= {key: item.as_text() for key, item in said.items()}
    if "basis" not in merged:
        return None
    known = ("basis", "doc", "section", "confidence", "note")
    own = extension(node, "x-source")
    if own is None or "note" not in own:
        merged.pop("note", None)  # a note speaks of the element it stands on, not of what is below
    return ir.Source(**{key: merged[key] for key in known if key in merged})


def envelope(node: Node) -> ir.Envelope | None:
    """`x-envelope` of an operation or a body schema."""
    said = extension(node, "x-envelope")
    if said is None:
        return None
    errors = said.get("errors")
    return ir.Envelope(
        success=said.text("success"),
        payload=said.text("payload"),
        message=said.text("message"),
        errors=tuple(item.as_text() for item in errors.elements()) if errors else (),
        request_id=said.text("requestId"),
    )


def rate_limit(node: Node) -> ir.RateLimit | None:
    """`x-rate-limit` of an operation or of the whole document."""
    said = extension(node, "x-rate-limit")
    if said is None:
        return None
    headers = said.get("headers")
    names = {key: item.as_text() for key, item in headers.items()} if headers is not None else {}
    return ir.RateLimit(
        requests=int(_number(said, "requests", 1)),
        per=_number(said, "per", 1),
        scope=said.text("scope", "operation"),
        retry_after_header=names.get("retryAfter", ""),
        limit_header=names.get("limit", ""),
        remaining_header=names.get("remaining", ""),
    )


def concurrency(node: Node) -> ir.Concurrency | None:
    """`x-concurrency` of an operation or of the whole document."""
    said = extension(node, "x-concurrency")
    return ir.Concurrency(int(_number(said, "requests", 1)), said.text("scope", "account")) if said else None


def retry(node: Node) -> ir.Retry | None:
    """`x-retry` of an operation or of the whole document."""
    said = extension(node, "x-retry")
    if said is None:
        return None
    listed = said.get("statuses")
    statuses = tuple(whole(item.value) for item in listed.elements()) if listed is not None else ()
    return ir.Retry(statuses, said.flag("safe") if "safe" in said else None)


def idempotency_key(node: Node) -> str:
    """The header of `x-idempotency-key`, "" where there is none."""
    said = extension(node, "x-idempotency-key")
    return said.text("header") if said is not None else ""


def batch_limit(node: Node) -> ir.BatchLimit | None:
    """`x-batch-limit` of an operation."""
    said = extension(node, "x-batch-limit")
    if said is None:
        return None
    return ir.BatchLimit(
        pointer=said.text("pointer"),
        items=int(_number(said, "items", 0)),
        bytes=int(_number(said, "bytes", 0)),
        key=said.text("key").rpartition("/")[2].replace("~1", "/").replace("~0", "~"),
    )


def pagination(node: Node) -> ir.Pagination | None:
    """`x-pagination` of an operation."""
    said = extension(node, "x-pagination")
    if said is None:
        return None
    cursor, stop = said["cursor"], said.get("stop")
    value = stop["value"].value if stop is not None and "value" in stop else True
    return ir.Pagination(
        parameter=cursor.text("parameter"),
        cursor=cursor.text("pointer"),
        items=said.text("items"),
        stop=stop.text("pointer") if stop is not None else "",
        stop_value=value if not isinstance(value, dict | list) else None,
    )


def codes(node: Node) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """`x-codes` of an operation: likely error codes by status."""
    said = extension(node, "x-codes")
    if said is None:
        return ()
    return tuple((status, tuple(whole(item.value) for item in listed.elements())) for status, listed in said.items())


def _number(node: Node, key: str, default: float) -> float:
    found = node.get(key)
    return float(found.value) if found is not None and isinstance(found.value, int | float) else default


def _line_of(document: Document, node: Node) -> list[Node]:
    """The root, and everything on the way down to `node`."""
    ends = [at for at, char in enumerate(node.pointer) if char == "/"][1:]
    return [document.root, *(document.at(node.pointer[:end]) for end in (*ends, len(node.pointer)))]
