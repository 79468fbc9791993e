"""Which entry of a names file is whose, after a document has changed."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from channelsmith import ir
from channelsmith.document import json_pointer as pointers
from channelsmith.naming.stable_id import request_line

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_STEPS = 2  # `paths` and the path


def entries(operations: Iterable[ir.Operation], known: Mapping[str, str]) -> dict[str, str]:
    """The entry of each operation that has one, by the operation's pointer.

    An operation is its method and path. Where that has changed it is the one with its operationId, and else the one on
    the path that differs by the words in its braces; each only where there is no doubt.

    Args:
        operations: those of the document.
        known: the operationId of each entry, "" where it had none.
    """
    waiting = {operation.pointer: operation for operation in operations}
    free = dict(known)
    found: dict[str, str] = {}
    steps: tuple[tuple[Callable[[ir.Operation], str], Callable[[str], str]], ...] = (
        (request_line, str),
        (lambda operation: operation.id, lambda entry: known[entry]),
        (lambda operation: _bare(request_line(operation)), _bare),
    )
    for said, was in steps:
        asking = Counter(said(each) for each in waiting.values())
        offered = Counter(was(entry) for entry in free)
        by_word = {was(entry): entry for entry in free}
        for pointer, operation in list(waiting.items()):
            word = said(operation)
            if word and asking[word] == 1 == offered[word]:
                found[pointer] = by_word[word]
                del free[by_word[word]], waiting[pointer]
    return found


def moved(operations: Iterable[ir.Operation], matched: Mapping[str, str]) -> dict[str, str]:
    """Where what stands below an operation or its path stood before, by where it stands now; only what has moved."""
    found: dict[str, str] = {}
    for operation in operations:
        method, _, path = matched.get(operation.pointer, "").partition(" ")
        path = path.rpartition("#")[0] if "/x-uses/" in operation.pointer else path
        now = operation.pointer.split("/")[: _STEPS + 2]
        was = pointers.join("/paths", path)
        if path and [*was.split("/"), method.lower()] != now:
            found["/".join(now)] = f"{was}/{method.lower()}"
            found[f"{'/'.join(now[:-1])}/parameters"] = f"{was}/parameters"
    return found


def before(identity: str, changes: Mapping[str, str]) -> str:
    """The identity something had before its path or method changed."""
    if not changes or not identity.startswith("/paths/"):
        return identity
    now = "/".join(identity.split("/")[: _STEPS + 2])
    return changes[now] + identity[len(now) :] if now in changes else identity


def _bare(line: str) -> str:
    return _PLACEHOLDER.sub("{}", line)
