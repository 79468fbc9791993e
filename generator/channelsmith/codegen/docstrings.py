"""Docstrings of generated functions and methods."""

import re
from collections.abc import Iterable, Mapping, Sequence

from channelsmith import ir
from channelsmith.codegen.render import one_line, sentence
from channelsmith.codegen.runtime_parts import error_class_of
from channelsmith.codegen.signatures import Argument

_SENTENCE = re.compile(r"[^\n]{1,100}?(?:[.!?](?=\s+[^\s\w]*[A-Z])|(?=\s*(?:\Z|\n\s*\n)))")


def endpoint_docstring(operation: ir.Operation) -> str:
    """Return the docstring of an endpoint function."""
    return f"`{operation.method} {operation.path}`" + (", deprecated." if operation.deprecated else ".")


def headline(operation: ir.Operation) -> str:
    """Return the first line of a method's docstring."""
    return sentence(_summary(operation)[0])


def method_docstring(
    operation: ir.Operation, arguments: Sequence[Argument], returns: str, codes: Mapping[int, str]
) -> str:
    """Return the docstring of the method of an operation.

    Args:
        operation: what is called.
        arguments: its arguments.
        returns: the annotation of its result.
        codes: the names of error codes.
    """
    request = f"`{operation.method} {operation.path}`"
    first = headline(operation)
    paragraphs = [first, *["Deprecated by the API."] * operation.deprecated]
    paragraphs += [
        text for text in (_summary(operation)[1], request) if text.strip("`.") not in {"", first.rstrip(".")}
    ]
    described = {each.name: _argument_doc(each) for each in arguments if each.description.strip() or each.is_needed}
    result_text = success_description(operation)
    if operation.pagination is not None:
        paged = "All items, fetched page by page; `pages()` and `first()` return pages as they come."
        result_text = " ".join([*[sentence(result_text)] * bool(result_text), paged])
    result = {returns.replace("models.", ""): result_text} if returns != "None" else {}
    return "\n\n".join(
        [
            *paragraphs,
            *section("Args", (f"{name}: {text}" for name, text in described.items() if text)),
            *section("Returns", (f"{name}: {text}".rstrip(": ") for name, text in result.items())),
            *section("Raises", (f"{name}: {text}" for name, text in _failures(operation, codes).items())),
            *section("Source", [_source(operation.source)] if operation.source is not None else []),
        ]
    )


def success_description(operation: ir.Operation) -> str:
    """Return the description of the successful response."""
    return next((one_line(each.description) for each in operation.responses if each.status.startswith("2")), "")


def section(title: str, lines: Iterable[str]) -> list[str]:
    """Return a section of a docstring, nothing where it would be empty."""
    indented = [f"    {line}" for line in lines]
    return ["\n".join([f"{title}:", *indented])] if indented else []


def _summary(operation: ir.Operation) -> tuple[str, str]:
    """The summary, or else the first sentence, or else the request; and the rest of the description."""
    summary, description = one_line(operation.summary), operation.description.strip()
    if summary:
        return summary, description
    if (first := _SENTENCE.match(description)) is not None:
        return one_line(first[0]), description[first.end() :].strip()
    return f"{operation.method} {operation.path}", description


def _argument_doc(argument: Argument) -> str:
    required = "Required, here or in `body`." if argument.required_in_body else ""
    text = one_line(argument.description)
    return " ".join([*[sentence(text) if required else text] * bool(text), *[required] * bool(required)])


def _failures(operation: ir.Operation, codes: Mapping[int, str]) -> dict[str, str]:
    """Status and description of the documented failures, by exception class."""
    failures: dict[str, list[str]] = {}
    likely = dict(operation.codes)
    for response in operation.responses:
        status = response.status
        if status.startswith(("4", "5")):
            error = error_class_of(status)
            names = ", ".join(f"{codes.get(code, 'code')} ({code})" for code in likely.get(status, ()))
            text = " ".join([one_line(response.description), *[f"Likely: {names}."] * bool(names)])
            failures.setdefault(error, []).append(f"{status}: {text}".removesuffix(": "))
    if operation.is_empty_until_ready:
        failures["NotReadyError"] = ["The body is empty, because the result does not exist yet."]
    return {error: "; ".join(texts) for error, texts in failures.items()}


def _source(source: ir.Source) -> str:
    place = f'{source.doc}, "{source.section}"' if source.doc and source.section else source.doc or source.section
    confidence = f", {source.confidence} confidence" if source.confidence else ""
    note = f". {one_line(source.note)}" if source.note else ""
    return f"{source.basis}{confidence}{f': {place}' if place else ''}{note}"
