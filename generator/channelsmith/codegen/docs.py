"""What a method's docstring says: the document's own words, then the shape of the call and where it is documented."""

import re
from collections.abc import Iterable, Mapping

from channelsmith import ir
from channelsmith.codegen.signatures import Argument

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

_NO_CODES: Mapping[int, str] = {}

_SENTENCE = re.compile(r"[^\n]{1,100}?(?:[.!?](?=\s+[^\s\w]*[A-Z])|(?=\s*(?:\Z|\n\s*\n)))")


def endpoint_doc(operation: ir.Operation) -> str:
    """One line for the pure function: its request line."""
    return f"`{operation.method} {operation.path}`" + (", deprecated." if operation.deprecated else ".")


def headline(operation: ir.Operation) -> str:
    """The first line of everything that is said about an operation."""
    said, _ = _headline(operation)
    return _ended(said)


def method_doc(
    operation: ir.Operation, arguments: tuple[Argument, ...], returns: str, codes: Mapping[int, str] = _NO_CODES
) -> str:
    """The whole story for the method people call."""
    _, more = _headline(operation)
    request = f"{operation.method} {operation.path}"
    paragraphs = [headline(operation)]
    paragraphs += ["Deprecated by the API."] * operation.deprecated
    paragraphs += [text for text in (more, f"`{request}`") if text.strip("`.") not in {"", paragraphs[0].rstrip(".")}]
    described = [each for each in arguments if each.description.strip() or each.needed]
    paragraphs += _section("Args", (f"{each.name}: {_argument(each)}" for each in described))
    if returns != "None":
        paragraphs += _section("Returns", [f"{returns.replace('models.', '')}: {answer(operation)}".rstrip(": ")])
    paragraphs += _section("Raises", (f"{name}: {about}" for name, about in _failures(operation, codes).items()))
    paragraphs += _section("Source", [_source(operation.source)] if operation.source is not None else [])
    return "\n\n".join(paragraphs)


def _headline(operation: ir.Operation) -> tuple[str, str]:
    """The summary, else the first sentence, else the request; and what the description says beyond it."""
    summary, description = _flowing(operation.summary), operation.description.strip()
    if summary:
        return summary, description
    first = _SENTENCE.match(description)
    if first is not None:
        return _flowing(first[0]), description[first.end() :].strip()
    return f"{operation.method} {operation.path}", description


def _section(title: str, lines: Iterable[str]) -> list[str]:
    listed = [f"    {line}" for line in lines]
    return ["\n".join([f"{title}:", *listed])] if listed else []


def answer(operation: ir.Operation) -> str:
    """What a success is, on one line."""
    return next((_flowing(each.description) for each in operation.responses if each.status.startswith("2")), "")


def _argument(argument: Argument) -> str:
    said = _flowing(argument.description)
    if not argument.needed:
        return said
    return f"{_ended(said)} Required, here or in `body`." if said else "Required, here or in `body`."


def _failures(operation: ir.Operation, codes: Mapping[int, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    likely = dict(operation.codes)
    for each in operation.responses:
        if not each.status.startswith(("4", "5")):
            continue
        name = ERRORS.get(each.status) or ("ServerError" if each.status.startswith("5") else "StatusError")
        listed = ", ".join(f"{codes.get(code, 'code')} ({code})" for code in likely.get(each.status, ()))
        about = " ".join([_flowing(each.description), *([f"Likely: {listed}."] if listed else [])])
        said = f"{each.status}: {about}".removesuffix(": ")
        found[name] = f"{found[name]}; {said}" if name in found else said
    return found


def _source(source: ir.Source) -> str:
    where = f'{source.doc}, "{source.section}"' if source.doc and source.section else source.doc or source.section
    sure = f", {source.confidence} confidence" if source.confidence else ""
    note = f". {_flowing(source.note)}" if source.note else ""
    return f"{source.basis}{sure}{f': {where}' if where else ''}{note}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def _flowing(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
