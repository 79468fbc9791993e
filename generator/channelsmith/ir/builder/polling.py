"""`x-polling`: a job that is started, asked for and fetched."""

from channelsmith import ir
from channelsmith.document import Node
from channelsmith.ir.builder.text import extension
from channelsmith.lint.vocabulary import whole


def polling(node: Node) -> ir.Polling | None:
    """`x-polling` of an operation."""
    said = extension(node, "x-polling")
    if said is None:
        return None
    states, attempts = said["states"], said.get("attempts")
    return ir.Polling(
        id=said.text("id"),
        method=said.text("method"),
        status=_ask(said["status"]),
        state=said["status"].text("state"),
        result=_ask(said["result"]),
        reuse=_reuse(said.get("reuse")),
        done=_texts(states.get("done")),
        failed=_texts(states.get("failed")),
        gone=_texts(states.get("gone")),
        interval=float(str(said["interval"].value)),
        attempts=whole(attempts.value) if attempts is not None else 1,
    )


def _ask(node: Node) -> ir.Ask:
    return ir.Ask(node.text("operation"), node.text("parameter"))


def _reuse(node: Node | None) -> ir.Reuse | None:
    if node is None:
        return None
    given = node.get("parameters")
    values = ((key, each.value) for key, each in (given.items() if given is not None else ()))
    parameters = tuple((key, value) for key, value in values if isinstance(value, str | int | float))
    return ir.Reuse(node.text("operation"), parameters, node.text("items"), node.text("createdFrom"))


def _texts(node: Node | None) -> tuple[str, ...]:
    return tuple(str(each.value) for each in node.elements()) if node is not None else ()
