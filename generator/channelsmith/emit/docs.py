"""What a method's docstring says: the document's own words, then the shape of the call and where it is documented."""

from collections.abc import Iterable, Mapping

from channelsmith import ir
from channelsmith.emit.signature import Argument

ERRORS: Mapping[str, str] = {
    "400": "BadRequestError",
    "401": "UnauthorizedError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "5XX": "ServerError",
}
"""The runtime's error class for a status; any other failure is a plain `StatusError`."""


def endpoint_doc(operation: ir.Operation) -> str:
    """One line for the pure function: its request line."""
    return f"`{operation.method} {operation.path}`" + (", deprecated." if operation.deprecated else ".")


def method_doc(operation: ir.Operation, arguments: tuple[Argument, ...], returns: str) -> str:
    """The whole story for the method people call."""
    headline = operation.summary.strip() or f"{operation.method} {operation.path}"
    paragraphs = [headline if headline.endswith((".", "!", "?")) else f"{headline}."]
    paragraphs += ["Deprecated by the API."] * operation.deprecated
    if operation.description.strip() not in {"", headline}:
        paragraphs.append(operation.description.strip())
    paragraphs.append(f"`{operation.method} {operation.path}`")
    described = [each for each in arguments if each.description.strip()]
    paragraphs += _section("Args", (f"{each.name}: {_flowing(each.description)}" for each in described))
    if returns != "None":
        paragraphs += _section("Returns", [f"{returns.replace('models.', '')}: {_answer(operation)}".rstrip(": ")])
    paragraphs += _section("Raises", (f"{name}: {about}" for name, about in _failures(operation).items()))
    paragraphs += _section("Source", [_source(operation.source)] if operation.source is not None else [])
    return "\n\n".join(paragraphs)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    listed = [f"    {line}" for line in lines]
    return ["\n".join([f"{title}:", *listed])] if listed else []


def _answer(operation: ir.Operation) -> str:
    return next((_flowing(each.description) for each in operation.responses if each.status.startswith("2")), "")


def _failures(operation: ir.Operation) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in operation.responses:
        if not each.status.startswith(("4", "5")):
            continue
        name = ERRORS.get(each.status) or ("ServerError" if each.status.startswith("5") else "StatusError")
        said = f"{each.status}: {_flowing(each.description)}"
        found[name] = f"{found[name]}; {said}" if name in found else said
    return found


def _source(source: ir.Source) -> str:
    where = f'{source.doc}, "{source.section}"' if source.doc and source.section else source.doc or source.section
    sure = f", {source.confidence} confidence" if source.confidence else ""
    note = f". {_flowing(source.note)}" if source.note else ""
    return f"{source.basis}{sure}{f': {where}' if where else ''}{note}"


def _flowing(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
